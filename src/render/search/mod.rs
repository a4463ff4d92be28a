//! The search index of a language: one file, which the script `search.js` of the theme reads.
//!
//! 1. [`mod@entry`] says for each page by what it is found: its title, other names, summary, headings with their anchors,
//!    and every other word of its own. [`said`] walks through what a notice says, [`vocabulary`] cuts its words.
//! 2. [`index`] turns the contents around, from words to pages, and writes them; [`pages`] says how.
//! 3. [`last`] takes over from the file that is published what still holds.
//!
//! An entry depends on its page alone: entries are made in parallel. What many notices share (general sections) is
//! found on the page of the general notice, and not once more on every notice.
//!
//! Words come out as they are written, in lower case. That "bins" finds "bin" and "bage" finds "badge" is
//! the script's work, so that there is one place that knows about stems and typing errors.

mod entry;
mod index;
mod last;
mod pages;
mod said;
mod vocabulary;

use std::collections::HashMap;

use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use super::context::Context;
use crate::domain::Language;
use crate::resolve::Page;

use entry::{Content, Entry};
use index::Index;
use last::Last;

/// How many contents are made while the last ones are turned around: all words of all pages would take much memory.
const AT_A_TIME: usize = 128;

/// The search index of a language, as a script that sets one value: neither `fetch` nor modules work on `file:`.
pub fn script(context: &Context<'_>, language: Language) -> String {
    script_after(context, language, &[], |_| false)
}

/// The same, made from the last one as far as pages are what they were then.
pub fn script_after(
    context: &Context<'_>,
    language: Language,
    last: &[u8],
    is_same: impl Fn(&Page) -> bool + Sync,
) -> String {
    let pages = context.pages.pages.par_iter().filter(|page| page.language == language);
    let found: Vec<(&Page, Entry, bool)> =
        pages.filter_map(|page| Some((page, entry::of(context, page)?, is_same(page)))).collect();
    let numbered = || (0..).zip(&found);
    let same: HashMap<&str, u32, FxBuildHasher> = numbered()
        .filter(|(_, (.., is_same))| *is_same)
        .map(|(number, (_, entry, _))| (entry.address.as_str(), number))
        .collect();
    let last = Last::read(last, &same);
    let is_known = |page| last.as_ref().is_some_and(|last| last.knows(page));
    let others = numbered().filter(|(number, _)| !is_known(*number)).map(|(number, (page, ..))| (number, *page));
    let index = turned_around(context, &others.collect::<Vec<(u32, &Page)>>());
    let entries: Vec<Entry> = found.into_iter().map(|(_, entry, _)| entry).collect();
    index.written(&entries, last.as_ref(), context.wording(language))
}

/// What pages are found by, turned around.
fn turned_around(context: &Context<'_>, pages: &[(u32, &Page)]) -> Index {
    let (mut index, mut made) = (Index::default(), Vec::new());
    let mut add = |made: Vec<(u32, Content)>| made.into_iter().for_each(|(page, content)| index.add(page, content));
    for some in pages.chunks(AT_A_TIME) {
        let contents = || some.par_iter().map(|(number, page)| (*number, entry::content(context, page))).collect();
        ((), made) = rayon::join(|| add(made), contents);
    }
    add(made);
    index
}
