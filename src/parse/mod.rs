//! Stage 1, parse: `Source` to `Fragment`. One file, no neighbours.
//!
//! 1. [`front_matter`] finds the fences and the two halves of the file.
//! 2. [`table`] reads the TOML into a tree in which every key and value knows its place; [`syntax`] says what is wrong.
//! 3. [`markdown`] reads the body, and every string that holds markup, into our own prose tree.
//!
//! Guarantees: whatever the file holds, a fragment comes out, with everything that is wrong with
//! its form in `problems`. Does not know which keys exist or whether a link's target does; of keys it only asks whether
//! readers see their texts.

mod front_matter;
mod ledger;
mod link;
mod markdown;
mod syntax;
mod table;

use std::borrow::Cow;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Diagnostics, at};
use crate::domain::{Placeholder, Prose, Reference};
use crate::text::{Digest, FileId, Place, Source, Span, Trouble};

pub use table::{Entry, Table, Value, ValueKind, Written};

/// One file, read: front matter, body, and the links and placeholders of both.
#[derive(Clone, Debug)]
pub struct Fragment {
    /// The front matter, or the whole of a TOML file; empty once it has been forgotten.
    pub table: Table,
    /// The strings in it that readers see, in order.
    pub seen: Box<[Span]>,
    /// The text below the front matter; empty for a TOML file.
    pub body: Arc<Prose>,
    /// Where that text starts in the source; the end of a TOML file.
    pub body_start: u32,
    /// Every link of the file, in front matter and body; prose refers to them by number.
    pub references: Box<[Reference]>,
    /// Every placeholder of the file, likewise, with its place.
    pub placeholders: Box<[(Placeholder, Span)]>,
    /// A digest of the front matter as it is written.
    pub front: Digest,
    /// Whether the front matter could not be read whole, so that what is missing from it proves nothing.
    pub is_broken: bool,
    /// What is wrong with its form. The file in the places is not set yet.
    problems: Box<[Diagnostic]>,
    is_forgotten: bool,
}

/// The file of a place before interpretation gives it its own.
const NO_FILE: FileId = FileId(u32::MAX);

impl Fragment {
    /// Forgets what the front matter says: once it has been interpreted nobody asks for it again, and it is most of what a
    /// file takes in memory.
    pub fn forget(&mut self) {
        self.table.entries = Vec::new();
        self.is_forgotten = true;
    }

    /// What the front matter says, read again from its source if it has been forgotten.
    pub fn recalled(&self, source: &Source) -> Cow<'_, Table> {
        if !self.is_forgotten {
            return Cow::Borrowed(&self.table);
        }
        let mut ledger = ledger::Ledger::new(&source.text);
        let halves = halves(source, &mut ledger);
        Cow::Owned(table::read(halves.toml, &mut ledger))
    }

    /// What is wrong with the form of the file; the file in the places is not set.
    pub fn problems(&self) -> impl Iterator<Item = &Diagnostic> {
        self.problems.iter()
    }

    /// What is wrong with the form of the file, placed in it.
    pub fn report(&self, file: FileId, diagnostics: &mut Diagnostics) {
        for problem in &*self.problems {
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
    let whole = Span::new(0, source.text.len());
    let mut fragment = Fragment {
        table: Table::default(),
        seen: Box::default(),
        body: Arc::default(),
        body_start: whole.end,
        references: Box::default(),
        placeholders: Box::default(),
        front: Digest::default(),
        is_broken: false,
        problems: Box::default(),
        is_forgotten: false,
    };
    if let Some(problem) = unreadable(source) {
        fragment.problems = [problem].into();
        fragment.is_broken = true;
        return fragment;
    }
    let is_document = source.path.below("content/documents").is_some();
    if is_document || !(is_toml(source) || source.path.as_str().ends_with(".md")) {
        return fragment; // a document, a template (which the theme reads), or a file whose text is of no use to us
    }
    let halves = halves(source, &mut ledger);
    fragment.front = Digest::of(&source.text[halves.toml.range()]);
    fragment.table = table::read(halves.toml, &mut ledger);
    fragment.is_broken = !ledger.problems.is_empty();
    if let Some(body) = halves.body {
        fragment.body = Arc::new(markdown::read_blocks(&source.text[body.range()], body.start as usize, &mut ledger));
        fragment.body_start = body.start;
    }
    fragment.seen = ledger.seen.into();
    fragment.references = ledger.references.into();
    fragment.placeholders = ledger.placeholders.into();
    fragment.problems = ledger.problems.into();
    fragment
}

fn is_toml(source: &Source) -> bool {
    source.path.as_str().ends_with(".toml")
}

/// The halves of a file; a TOML file is all front matter.
fn halves(source: &Source, ledger: &mut ledger::Ledger<'_>) -> front_matter::Halves {
    if is_toml(source) {
        front_matter::Halves { toml: Span::new(0, source.text.len()), body: None }
    } else {
        front_matter::split(&source.text, ledger)
    }
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
