//! Stage 1, parse: `Source` to `Fragment`. One file, no neighbours.
//!
//! 1. [`front_matter`] finds the fences and the two halves of the file.
//! 2. [`table`] reads the TOML into a tree in which every key and value knows its place; [`syntax`] says what is wrong.
//! 3. [`markdown`] reads the body, and every string that holds markup, into our own prose tree.
//!
//! Guarantees: whatever the file holds, a fragment comes out, with everything that is wrong with
//! its form in `problems`. Does not know which keys exist or whether a link's target does.

mod front_matter;
mod ledger;
mod link;
mod markdown;
mod syntax;
mod table;

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Diagnostics, at};
use crate::domain::{Placeholder, Prose, Reference};
use crate::text::{Digest, FileId, Place, Source, Span, Trouble};

pub use table::{Entry, Table, Value, ValueKind, Written};

/// One file, read: front matter, body, and the links and placeholders of both.
#[derive(Clone, Debug)]
pub struct Fragment {
    /// The front matter, or the whole of a TOML file.
    pub table: Table,
    /// The text below the front matter; empty for a TOML file.
    pub body: Arc<Prose>,
    /// Every link of the file, in front matter and body; prose refers to them by number.
    pub references: Vec<Reference>,
    /// Every placeholder of the file, likewise, with its place.
    pub placeholders: Vec<(Placeholder, Span)>,
    /// A digest of the front matter as it is written.
    pub front: Digest,
    /// Whether the front matter could not be read whole, so that what is missing from it proves nothing.
    pub is_broken: bool,
    /// What is wrong with its form. The file in the places is not set yet.
    problems: Vec<Diagnostic>,
}

/// The file of a place before interpretation gives it its own.
const NO_FILE: FileId = FileId(u32::MAX);

impl Fragment {
    /// What is wrong with the form of the file; the file in the places is not set.
    pub fn problems(&self) -> impl Iterator<Item = &Diagnostic> {
        self.problems.iter()
    }

    /// What is wrong with the form of the file, placed in it.
    pub fn report(&self, file: FileId, diagnostics: &mut Diagnostics) {
        for problem in &self.problems {
            let mut problem = problem.clone();
            problem.place.file = file;
            diagnostics.push(problem);
        }
    }
}

/// Reads one source: `.toml` as TOML, `.md` as front matter with Markdown below. Anything else, such as a
/// template, is only looked at for being text.
pub fn parse(source: &Source) -> Fragment {
    let mut ledger = ledger::Ledger::new(&source.text);
    let mut fragment = Fragment {
        table: Table::default(),
        body: Arc::default(),
        references: Vec::new(),
        placeholders: Vec::new(),
        front: Digest::default(),
        is_broken: false,
        problems: Vec::new(),
    };
    if let Some(problem) = unreadable(source) {
        fragment.problems.push(problem);
        fragment.is_broken = true;
        return fragment;
    }
    let is_toml = source.path.as_str().ends_with(".toml");
    let is_document = source.path.below("content/documents").is_some();
    if is_document || !(is_toml || source.path.as_str().ends_with(".md")) {
        return fragment; // a document, a template (which the theme reads), or a file whose text is of no use to us
    }
    let halves = if is_toml {
        front_matter::Halves { toml: Span::new(0, source.text.len()), body: None }
    } else {
        front_matter::split(&source.text, &mut ledger)
    };
    fragment.front = Digest::of(&source.text[halves.toml.range()]);
    fragment.table = table::read(halves.toml, &mut ledger);
    fragment.is_broken = !ledger.problems.is_empty();
    if let Some(body) = halves.body {
        fragment.body = Arc::new(markdown::read_blocks(&source.text[body.range()], body.start as usize, &mut ledger));
    }
    fragment.references = ledger.references;
    fragment.placeholders = ledger.placeholders;
    fragment.problems = ledger.problems;
    fragment
}

/// What keeps us from reading the file at all.
fn unreadable(source: &Source) -> Option<Diagnostic> {
    let place = |start: usize, end: usize| -> Place { at(NO_FILE, Span::new(start, end)) };
    match &source.trouble {
        Some(Trouble::Unreadable(why)) => Some(
            Diagnostic::error("unreadable-file", place(0, 0), format!("This file cannot be read: {why}"))
                .help("Check that the file is there and that you may read it."),
        ),
        Some(Trouble::NotUtf8(offset)) => Some(
            Diagnostic::error("not-utf8", place(*offset, offset + 1), "This file is not UTF-8 text")
                .label("the first character that cannot be read")
                .help("Save the file with the encoding UTF-8. In Word or Notepad this is a choice in \"Save as\"."),
        ),
        None => {
            let nul = source.text.find('\0')?;
            Some(
                Diagnostic::error("nul-character", place(nul, nul + 1), "There is a NUL character in this file")
                    .help("The file is damaged, or no text at all. Put back a good copy, or delete the character."),
            )
        }
    }
}
