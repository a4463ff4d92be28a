//! Sections of the shared general notice.

use std::sync::Arc;

use super::names::names;
use super::{Day, Language, Prose, Text};
use crate::text::{FileId, Place};

names! {
    /// How a general section joins a notice's section of the same id. The first four can be its own choice,
    /// the last two only a notice's.
    Merge {
        /// Before the service's own words.
        Before = "before",
        /// After the service's own words.
        After = "after",
        /// Only where the service says nothing.
        Fallback = "fallback",
        /// As a link to the general notice.
        Link = "link",
        /// Not at all.
        Omit = "omit",
        /// Not at all: the service's own words stand in its place.
        Replace = "replace",
    }
}

/// A section of the general notice, in one language.
#[derive(Clone, Debug)]
pub struct GeneralSection {
    /// Its id: that of a standard section, or its own.
    pub id: String,
    /// Its language.
    pub language: Language,
    /// Its heading.
    pub title: Text,
    /// One sentence about it.
    pub summary: Option<Text>,
    /// Its place in the general notice.
    pub order: i64,
    /// How it joins notices.
    pub merge: Merge,
    /// The section after which it stands in notices, where its id is not a standard one.
    pub follows: Option<Text>,
    /// Whether it has a page of its own.
    pub page: bool,
    /// The controllers whose notices take it; empty means all.
    pub controllers: Vec<Text>,
    /// The categories whose notices take it; empty means all.
    pub categories: Vec<Text>,
    /// The first day on which it holds.
    pub from: Option<Day>,
    /// The last day on which it holds.
    pub until: Option<Day>,
    /// When it was last changed.
    pub last_updated: Option<Day>,
    /// Old addresses that lead to its page.
    pub aliases: Vec<Text>,
    /// Its words.
    pub body: Arc<Prose>,
    /// The file that holds it.
    pub file: FileId,
    /// The start of its front matter, for findings about the whole.
    pub place: Place,
}

impl GeneralSection {
    /// Whether it holds on a day.
    pub fn holds_on(&self, day: jiff::civil::Date) -> bool {
        self.from.is_none_or(|from| from.date <= day) && self.until.is_none_or(|until| day <= until.last())
    }
}
