//! The contents of all pages of a language turned around, from words to pages, as one small file.
//!
//! The file sets `noticeboardSearch` to an object:
//!
//! - `addresses`, `titles`, `summaries`, `names`: a list each, with a value for each page. Addresses are below the home
//!   page of the language; the other names of a page are joined by line ends.
//! - `headings` and `words`: every heading and every other word, once. A heading has its words in the first line, its
//!   anchor in the second, and, if every notice may have it, other words that lead there in the third.
//! - `headingPages` and `wordPages`: for each of them, the pages where it stands.
//! - `stop`: words that say nothing in a question.
//!
//! How the pages of a heading or word are written is said in [`pages`](super::pages). Lists are joined by spaces.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;

use rustc_hash::FxBuildHasher;
use serde::Serialize;

use super::entry::{Content, Entry, Title};
use super::last::Last;
use super::pages::Pages;
use super::vocabulary::Vocabulary;
use crate::language::Wording;
use crate::text::ShortWord;

/// What stands before the object in the file.
pub const BEFORE: &str = "noticeboardSearch=";
/// What stands behind it.
pub const BEHIND: &str = ";\n";

/// The file as it is written.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct File<'a> {
    stop: &'a str,
    addresses: Vec<&'a str>,
    titles: Vec<&'a str>,
    summaries: Vec<&'a str>,
    names: Vec<String>,
    headings: Vec<&'a str>,
    heading_pages: String,
    words: String,
    word_pages: String,
}

/// The contents that have been added, turned around.
#[derive(Default)]
pub struct Index {
    headings: Terms<Title>,
    short: Terms<ShortWord>,
    long: Terms<String>,
}

impl Index {
    /// Adds the content of a page. Pages come in rising order.
    pub fn add(&mut self, page: u32, content: Content) {
        let Content { headings, words: Vocabulary { short, long } } = content;
        headings.iter().for_each(|heading| self.headings.add(page, heading));
        short.iter().for_each(|word| self.short.add(page, word));
        long.iter().for_each(|word| self.long.add(page, word));
    }

    /// The file of all entries, with what was added and what the last file knows of other pages.
    pub fn written(self, entries: &[Entry], last: Option<&Last<'_>>, wording: &Wording) -> String {
        let Index { headings, short, long } = self;
        let mut headings = in_order(headings.all().map(|(title, pages)| (heading(&title, wording), pages)));
        let mut words = in_order(short.all().map(|(word, pages)| (word.to_string(), pages)).chain(long.all()));
        if let Some(last) = last {
            (headings, words) = (last.headings(&headings), last.words(&words));
        }
        let column = |value: fn(&Entry) -> &str| entries.iter().map(value).collect();
        let file = File {
            stop: wording.text("search.stop_words"),
            addresses: column(|entry| &entry.address),
            titles: column(|entry| &entry.title),
            summaries: column(|entry| &entry.summary),
            names: entries.iter().map(|entry| entry.names.join("\n")).collect(),
            heading_pages: joined(headings.iter().map(|(_, pages)| pages.as_str())),
            headings: headings.iter().map(|(heading, _)| heading.as_str()).collect(),
            words: joined(words.iter().map(|(word, _)| word.as_str())),
            word_pages: joined(words.iter().map(|(_, pages)| pages.as_str())),
        };
        let json = serde_json::to_string(&file).unwrap_or_else(|error| panic!("texts can be written as JSON: {error}"));
        [BEFORE, &json, BEHIND].concat()
    }
}

/// A heading as the file holds it.
fn heading(title: &Title, wording: &Wording) -> String {
    let also = title.standard.map(|section| format!("\n{}", wording.text(&format!("search.also.{}", section.id()))));
    format!("{}\n{}{}", title.words, title.anchor, also.unwrap_or_default())
}

/// Every term once, with the pages where it stands.
struct Terms<T>(HashMap<T, Pages, FxBuildHasher>);

impl<T> Default for Terms<T> {
    fn default() -> Self {
        Terms(HashMap::default())
    }
}

impl<T: Hash + Eq> Terms<T> {
    /// Adds a term of a page. Pages come in rising order; one can have a term twice.
    fn add<Q: Hash + Eq + ToOwned<Owned = T> + ?Sized>(&mut self, page: u32, term: &Q)
    where
        T: Borrow<Q>,
    {
        match self.0.get_mut(term) {
            Some(pages) => pages.add(page),
            None => self.0.entry(term.to_owned()).or_default().add(page),
        }
    }

    /// Every term with its pages as written, in no order.
    fn all(self) -> impl Iterator<Item = (T, String)> {
        self.0.into_iter().map(|(term, pages)| (term, pages.written()))
    }
}

fn in_order(terms: impl Iterator<Item = (String, String)>) -> Vec<(String, String)> {
    let mut terms: Vec<(String, String)> = terms.collect();
    terms.sort_unstable();
    terms
}

fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.collect::<Vec<_>>().join(" ")
}
