//! The search index of a language: one file, which the script `search.js` of the theme reads.
//!
//! 1. [`mod@entry`] says for each page by what it is found: its title, other names, summary, headings with their anchors,
//!    and every other word of its own. [`said`] walks through what a notice says, [`vocabulary`] cuts its words.
//! 2. [`index`] turns the entries around, from words to pages, and writes them.
//!
//! An entry depends on its page alone: entries are made in parallel. What many notices share (general sections) is
//! found on the page of the general notice, and not once more on every notice.
//!
//! Words come out as they are written, in lower case. That "bins" finds "bin" and "bage" finds "badge" is
//! the script's work, so that there is one place that knows about stems and typing errors.

mod entry;
mod index;
mod said;
mod vocabulary;

use rayon::prelude::*;

use super::context::Context;
use crate::domain::Language;
use crate::resolve::Page;

use entry::Entry;
use index::Index;

/// How many entries are made while the last ones are turned around: all words of all pages would take much memory.
const AT_A_TIME: usize = 128;

/// The search index of a language, as a script that sets one value: neither `fetch` nor modules work on `file:`.
pub fn script(context: &Context<'_>, language: Language) -> String {
    let pages: Vec<&Page> = context.pages.pages.iter().filter(|page| page.language == language).collect();
    let (mut index, mut made) = (Index::default(), Vec::new());
    let mut add = |entries: Vec<Option<Entry>>| entries.into_iter().flatten().for_each(|entry| index.add(entry));
    for some in pages.chunks(AT_A_TIME) {
        let entries = || some.par_iter().map(|page| entry::of(context, page)).collect();
        ((), made) = rayon::join(|| add(made), entries);
    }
    add(made);
    index.written(context.wording(language))
}
