//! The anchors of a page: the places within it that a link can lead to.
//!
//! Those of a notice's page follow from its document alone, and are remembered with it.

use std::collections::HashMap;
use std::ops::Range;

use super::{Part, Section};
use crate::diagnostic::at;
use crate::domain::{Heading, Notice, Prose};
use crate::interpret::Register;
use crate::text::{FileId, Place};

/// A place within a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// Its id in the HTML.
    pub id: String,
    /// The heading that stands there.
    pub title: String,
}

/// The anchors of a page, by the names that authors may use for them: the id, and the heading's own slug.
#[derive(Clone, Debug, Default)]
pub struct Anchors {
    by_id: HashMap<String, Anchor>,
    by_heading: HashMap<String, Anchor>,
    /// The ids that stand twice, each at its second place.
    pub duplicates: Vec<(Place, String)>,
}

impl Anchors {
    /// The anchor of a name.
    pub fn get(&self, name: &str) -> Option<&Anchor> {
        self.by_id.get(name).or_else(|| self.by_heading.get(name))
    }

    /// Every name.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.by_id.keys().chain(self.by_heading.keys()).map(String::as_str)
    }

    /// Adds the heading of a section.
    pub fn section(&mut self, id: &str, title: &str, place: Option<Place>) {
        let anchor = Anchor { id: id.to_owned(), title: title.to_owned() };
        if let (Some(_), Some(place)) = (self.by_id.insert(id.to_owned(), anchor), place) {
            self.duplicates.push((place, id.to_owned()));
        }
    }

    /// Adds the headings in a passage of a section.
    pub fn headings<'a>(&mut self, section: &str, file: FileId, headings: impl Iterator<Item = &'a Heading>) {
        for heading in headings {
            let id = heading.anchor(section);
            let title = heading.words.clone();
            self.section(&id, &title, Some(at(file, heading.span)));
            self.by_heading.entry(heading.id.clone()).or_insert(Anchor { id, title });
        }
    }
}

/// The anchors of a notice's page.
pub fn of_notice(notice: &Notice, sections: &[Section], register: &Register) -> Anchors {
    let mut anchors = Anchors::default();
    for section in sections {
        anchors.section(&section.id, &section.heading, Some(notice.place));
    }
    for passage in &notice.introduction {
        anchors.headings("introduction", passage.file, blocks(&passage.prose, passage.blocks.clone()));
    }
    for section in sections {
        for part in &section.parts {
            match part {
                Part::Own(index) => {
                    let passage = &notice.sections[*index].passage;
                    anchors.headings(&section.id, passage.file, blocks(&passage.prose, passage.blocks.clone()));
                }
                Part::General(index) => {
                    let general = &register.general[*index];
                    anchors.headings(&general.id, general.file, general.body.headings().map(|(_, heading)| heading));
                }
                Part::Data | Part::Link(_) => {}
            }
        }
    }
    anchors
}

fn blocks(prose: &Prose, range: Range<usize>) -> impl Iterator<Item = &Heading> {
    prose.headings().filter(move |(index, _)| range.contains(index)).map(|(_, heading)| heading)
}
