//! The entries of a language turned around, from words to pages, as one small file.
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
//! The pages of a heading or word are numbers in rising order, each written as its distance from the one after the
//! last: in characters that JSON leaves alone, the last of a number from `#` to `R`, those before it from `]` to `|`.
//! Lists are joined by spaces.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;

use rustc_hash::FxBuildHasher;
use serde::Serialize;

use super::entry::{Entry, Title};
use super::vocabulary::Vocabulary;
use crate::language::Wording;
use crate::text::ShortWord;

/// The characters that end a number: 48 from `#`.
const LAST: (u8, u32) = (b'#', 48);
/// The characters before the last of a number: 32 from `]`.
const BEFORE: (u8, u32) = (b']', 32);

/// The file as it is written.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct File<'a> {
    stop: &'a str,
    addresses: Vec<&'a str>,
    titles: Vec<&'a str>,
    summaries: Vec<&'a str>,
    names: Vec<String>,
    headings: Vec<String>,
    heading_pages: String,
    words: String,
    word_pages: String,
}

/// The entries that have been added, turned around.
#[derive(Default)]
pub struct Index {
    /// The entries without their headings and words.
    entries: Vec<Entry>,
    headings: Terms<Title>,
    short: Terms<ShortWord>,
    long: Terms<String>,
}

impl Index {
    /// Adds the entry of the next page.
    pub fn add(&mut self, mut entry: Entry) {
        let page = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        std::mem::take(&mut entry.headings).iter().for_each(|heading| self.headings.add(page, heading));
        let Vocabulary { short, long } = std::mem::take(&mut entry.words);
        short.iter().for_each(|word| self.short.add(page, word));
        long.iter().for_each(|word| self.long.add(page, word));
        self.entries.push(entry);
    }

    /// The file of the entries.
    pub fn written(self, wording: &Wording) -> String {
        let Index { entries, headings, short, long } = self;
        let headings = in_order(headings.all());
        let words = in_order(short.all().map(|(word, pages)| (word.to_string(), pages)).chain(long.all()));
        let column = |value: fn(&Entry) -> &str| entries.iter().map(value).collect();
        let file = File {
            stop: wording.text("search.stop_words"),
            addresses: column(|entry| &entry.address),
            titles: column(|entry| &entry.title),
            summaries: column(|entry| &entry.summary),
            names: entries.iter().map(|entry| entry.names.join("\n")).collect(),
            heading_pages: joined(headings.iter().map(|(_, pages)| pages.as_str())),
            headings: headings.iter().map(|(title, _)| heading(title, wording)).collect(),
            words: joined(words.iter().map(|(word, _)| word.as_str())),
            word_pages: joined(words.iter().map(|(_, pages)| pages.as_str())),
        };
        let json = serde_json::to_string(&file).unwrap_or_else(|error| panic!("texts can be written as JSON: {error}"));
        format!("noticeboardSearch={json};\n")
    }
}

/// A heading as the file holds it.
fn heading(title: &Title, wording: &Wording) -> String {
    let also = title.standard.map(|section| format!("\n{}", wording.text(&format!("search.also.{}", section.id()))));
    format!("{}\n{}{}", title.words, title.anchor, also.unwrap_or_default())
}

/// Every term once, with the pages where it stands: the number after the last of them, and all of them as written.
struct Terms<T>(HashMap<T, (u32, String), FxBuildHasher>);

impl<T> Default for Terms<T> {
    fn default() -> Self {
        Terms(HashMap::default())
    }
}

impl<T: Hash + Eq> Terms<T> {
    /// Adds a term of a page. Pages come in rising order.
    fn add<Q: Hash + Eq + ToOwned<Owned = T> + ?Sized>(&mut self, page: u32, term: &Q)
    where
        T: Borrow<Q>,
    {
        let (next, text) = match self.0.get_mut(term) {
            Some(places) => places,
            None => self.0.entry(term.to_owned()).or_default(),
        };
        // A page can have a term twice.
        if *next <= page {
            number(page - *next, text);
            *next = page + 1;
        }
    }

    /// Every term with its pages as written, in no order.
    fn all(self) -> impl Iterator<Item = (T, String)> {
        self.0.into_iter().map(|(term, (_, text))| (term, text))
    }
}

fn in_order<T: Ord>(terms: impl Iterator<Item = (T, String)>) -> Vec<(T, String)> {
    let mut terms: Vec<(T, String)> = terms.collect();
    terms.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    terms
}

fn number(number: u32, text: &mut String) {
    // Most words stand on the next page again, or soon.
    if number < LAST.1 {
        text.push(character(LAST.0, number));
        return;
    }
    let mut rest = number / LAST.1;
    let mut before = Vec::new();
    while rest > 0 {
        rest -= 1;
        before.push(character(BEFORE.0, rest % BEFORE.1));
        rest /= BEFORE.1;
    }
    text.extend(before.into_iter().rev());
    text.push(character(LAST.0, number % LAST.1));
}

/// One of the few characters from a first one on.
fn character(first: u8, number: u32) -> char {
    char::from(first.wrapping_add(number as u8))
}

fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_differ() {
        let written = |value: u32| {
            let mut text = String::new();
            number(value, &mut text);
            text
        };
        assert_eq!(["#", "R", "]#", "|R", "]]#"], [0, 47, 48, 32 * 48 + 47, 33 * 48].map(written).as_slice());
        let all: std::collections::BTreeSet<String> = (0..60_000).map(written).collect();
        assert_eq!(all.len(), 60_000);
        assert!(all.iter().all(|text| !text.contains(['"', '\\', ' '])));
    }

    #[test]
    fn pages_are_written_as_distances() {
        let mut terms = Terms::<String>::default();
        for (page, words) in (0..).zip([vec!["b", "a", "a"], vec!["a"], vec![], vec!["a"]]) {
            words.into_iter().for_each(|word| terms.add(page, word));
        }
        assert_eq!(
            in_order(terms.all()),
            [("a", "##$"), ("b", "#")].map(|(word, pages)| (word.to_owned(), pages.to_owned()))
        );
    }
}
