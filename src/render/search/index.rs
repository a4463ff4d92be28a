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

use std::collections::HashMap;
use std::hash::Hash;

use rustc_hash::FxBuildHasher;
use serde::Serialize;

use super::entry::{Entry, Title};
use crate::language::Wording;

/// The characters that end a number: 48 from `#`.
const LAST: (u32, u32) = (0x23, 48);
/// The characters before the last of a number: 32 from `]`.
const BEFORE: (u32, u32) = (0x5d, 32);

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Index<'a> {
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

/// The file of some entries.
pub fn write(entries: &[Entry], wording: &Wording) -> String {
    let headings = turned_around(entries.iter().map(|entry| &entry.headings));
    let words = turned_around(entries.iter().map(|entry| entry.words.split_terminator(' ')));
    let column = |value: fn(&Entry) -> &str| entries.iter().map(value).collect();
    let index = Index {
        stop: wording.text("search.stop_words"),
        addresses: column(|entry| &entry.address),
        titles: column(|entry| &entry.title),
        summaries: column(|entry| &entry.summary),
        names: entries.iter().map(|entry| entry.names.join("\n")).collect(),
        heading_pages: joined(headings.iter().map(|(_, pages)| pages.as_str())),
        headings: headings.iter().map(|(title, _)| heading(title, wording)).collect(),
        words: joined(words.iter().map(|(word, _)| *word)),
        word_pages: joined(words.iter().map(|(_, pages)| pages.as_str())),
    };
    let json = serde_json::to_string(&index).unwrap_or_else(|error| panic!("texts can be written as JSON: {error}"));
    format!("noticeboardSearch={json};\n")
}

/// A heading as the file holds it.
fn heading(title: &Title, wording: &Wording) -> String {
    let also = title.standard.map(|section| format!("\n{}", wording.text(&format!("search.also.{}", section.id()))));
    format!("{}\n{}{}", title.words, title.anchor, also.unwrap_or_default())
}

/// Every term once, in order, with the pages where it stands.
fn turned_around<T: Copy + Hash + Ord>(pages: impl Iterator<Item = impl IntoIterator<Item = T>>) -> Vec<(T, String)> {
    let mut places: HashMap<T, (u32, String), FxBuildHasher> = HashMap::default();
    for (page, terms) in (0..).zip(pages) {
        for term in terms {
            let (next, text) = places.entry(term).or_default();
            // A page can have a heading twice.
            if *next <= page {
                number(page - *next, text);
                *next = page + 1;
            }
        }
    }
    let mut terms: Vec<(T, String)> = places.into_iter().map(|(term, (_, text))| (term, text)).collect();
    terms.sort_unstable_by_key(|(term, _)| *term);
    terms
}

fn number(number: u32, text: &mut String) {
    if number < LAST.1 {
        // Most words stand on the next page again, or soon.
        text.extend(char::from_u32(LAST.0 + number));
        return;
    }
    let (last, mut rest) = (LAST.0 + number % LAST.1, number / LAST.1);
    let mut before = Vec::new();
    while rest > 0 {
        rest -= 1;
        before.push(BEFORE.0 + rest % BEFORE.1);
        rest /= BEFORE.1;
    }
    let characters = before.into_iter().rev().chain([last]);
    text.extend(characters.filter_map(char::from_u32));
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
        let pages = [vec!["b", "a"], vec!["a"], vec![], vec!["a"]];
        let turned = turned_around(pages.iter().map(|terms| terms.iter().copied()));
        assert_eq!(turned, [("a", "##$".to_owned()), ("b", "#".to_owned())]);
    }
}
