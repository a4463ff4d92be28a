//! The search index of a language: one file, which the script `search.js` of the theme reads.
//!
//! 1. [`mod@entry`] says for each page by what it is found: its title, other names, summary, headings with their anchors,
//!    and every other word of its own. [`said`] walks through what a notice says, [`vocabulary`] keeps each word once.
//! 2. [`index`] turns the entries around, from words to pages, and writes them.
//!
//! An entry depends on its page alone. That of a notice is made with its page, in parallel. What many notices share (general sections) is
//! found on the page of the general notice, and not once more on every notice.
//!
//! Words come out as they are written, in lower case. That "bins" finds "bin" and "bage" finds "badge" is
//! the script's work, so that there is one place that knows about stems and typing errors.

mod entry;
mod index;
mod said;
mod vocabulary;

use std::sync::Arc;

use super::context::Context;
use crate::language::Wording;
use crate::resolve::Page;

pub use entry::Entry;

/// What a page is found by; none for a page that only leads to others. Depends on what the page shows and on nothing
/// else, and is remembered with the page of a notice.
pub fn entry(context: &Context<'_>, page: &Page) -> Option<Arc<Entry>> {
    entry::of(context, page).map(Arc::new)
}

/// The search index from its entries, as a script that sets one value: neither `fetch` nor modules work on `file:`.
pub fn script(entries: &[Arc<Entry>], wording: &Wording) -> String {
    index::write(entries, wording)
}
