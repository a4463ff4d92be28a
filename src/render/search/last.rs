//! The search index that was published last, and what of it still holds.
//!
//! Cutting the words of all pages is most of the work of an index. Where that of the last build is at hand, the words of
//! pages that are what they were then are not cut again: the last file says by what they are found. What comes of it is
//! the same, byte for byte.

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;
use rustc_hash::FxBuildHasher;
use serde::Deserialize;

use super::index::{BEFORE, BEHIND};
use super::pages::{self, Pages};

/// What is read again of the last file.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct File<'a> {
    addresses: Vec<String>,
    headings: Vec<String>,
    heading_pages: &'a str,
    words: &'a str,
    word_pages: &'a str,
}

/// The last file, and which pages of now are those of then.
pub struct Last<'a> {
    file: File<'a>,
    /// The number now of each page of then; none for one that has gone or is another.
    numbers: Vec<Option<u32>>,
    known: HashSet<u32, FxBuildHasher>,
}

/// A term with its pages, as both are written.
type Written = (String, String);

impl<'a> Last<'a> {
    /// Reads the last file. Takes the address of each page that is what it was then, with its number now. None if the file
    /// is none of ours, or says nothing that still holds.
    pub fn read(file: &'a [u8], same: &HashMap<&str, u32, FxBuildHasher>) -> Option<Self> {
        let json = file.strip_prefix(BEFORE.as_bytes())?.strip_suffix(BEHIND.as_bytes())?;
        let file: File<'a> = serde_json::from_slice(json).ok()?;
        let numbers: Vec<Option<u32>> =
            file.addresses.iter().map(|address| same.get(address.as_str()).copied()).collect();
        let known: HashSet<u32, FxBuildHasher> = numbers.iter().flatten().copied().collect();
        // What is written of pages has to stay in rising order.
        (!known.is_empty() && numbers.iter().flatten().is_sorted()).then_some(Last { file, numbers, known })
    }

    /// Whether it says by what a page is found.
    pub fn knows(&self, page: u32) -> bool {
        self.known.contains(&page)
    }

    /// The headings of the other pages with those of the pages that it knows; all in order.
    pub fn headings(&self, others: &[Written]) -> Vec<Written> {
        let headings = self.file.headings.iter().map(String::as_str);
        self.with(headings.zip(self.file.heading_pages.split(' ')), others)
    }

    /// The words, likewise.
    pub fn words(&self, others: &[Written]) -> Vec<Written> {
        self.with(self.file.words.split(' ').zip(self.file.word_pages.split(' ')), others)
    }

    fn with<'t>(&self, of_then: impl Iterator<Item = (&'t str, &'t str)>, others: &'t [Written]) -> Vec<Written> {
        let mut then_and_now: Vec<(&str, Option<&str>, Option<&str>)> =
            of_then.map(|(term, pages)| (term, Some(pages), None)).collect();
        then_and_now.extend(others.iter().map(|(term, pages)| (term.as_str(), None, Some(pages.as_str()))));
        // Two lists in order one after the other: what stands in both is in the order of then and now.
        then_and_now.sort_by_key(|(term, ..)| *term);
        let terms = then_and_now.par_chunk_by(|(a, ..), (b, ..)| a == b).map(|both| {
            let then = both.iter().find_map(|(_, then, _)| *then).unwrap_or_default();
            let now = both.iter().find_map(|(.., now)| *now).unwrap_or_default();
            (both[0].0.to_owned(), self.pages(then, now))
        });
        terms.filter(|(_, pages)| !pages.is_empty()).collect()
    }

    /// The pages of then that it knows, by their numbers now, and the others.
    fn pages(&self, then: &str, others: &str) -> String {
        let known = pages::read(then).filter_map(|page| *self.numbers.get(page as usize)?);
        let (mut pages, mut others) = (Pages::default(), pages::read(others).peekable());
        for page in known {
            while let Some(other) = others.next_if(|other| *other < page) {
                pages.add(other);
            }
            pages.add(page);
        }
        others.for_each(|page| pages.add(page));
        pages.written()
    }
}
