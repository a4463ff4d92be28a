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

use std::sync::Arc;

use memchr::memchr;

use crate::diagnostic::{Diagnostic, Diagnostics, at};
use crate::domain::{Placeholder, Prose, Reference};
use crate::exact::exactly;
use crate::text::{Digest, FileId, Place, Source, Span, Trouble};

pub use table::{Entry, Markup, Table, Value, ValueKind, Written};

/// One file, read: its text, and the links and placeholders of the text and the front matter. What the front matter says
/// is apart from it: nobody asks for that again once it has been interpreted, and it is most of what a file takes in memory.
#[derive(Clone, Debug, Default)]
pub struct Fragment {
    /// Where the front matter stands.
    pub front_matter: Span,
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
}

/// The file of a place before interpretation gives it its own.
const NO_FILE: FileId = FileId(u32::MAX);

impl Fragment {
    /// Reads one source: see [`parse`].
    pub fn parse(source: &Source) -> (Self, Table<'_>) {
        parse(source)
    }

    /// What the front matter of the same source says, read again.
    pub fn table<'s>(&self, source: &'s Source) -> Table<'s> {
        let mut ledger = ledger::Ledger::new(&source.text);
        table::read(self.front_matter, &mut ledger)
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

/// Reads one source: `.toml` as TOML, `.md` as front matter with Markdown below; and gives its front matter, or the whole of
/// a TOML file. Anything else, such as a template, is only looked at for being text.
pub fn parse(source: &Source) -> (Fragment, Table<'_>) {
    let mut ledger = ledger::Ledger::new(&source.text);
    let whole = Span::new(0, source.text.len());
    let mut fragment = Fragment { body_start: whole.end, ..Fragment::default() };
    if let Some(problem) = unreadable(source) {
        fragment.problems = [problem].into();
        fragment.is_broken = true;
        return (fragment, Table::default());
    }
    let is_document = source.path.below("content/documents").is_some();
    let is_toml = source.path.as_str().ends_with(".toml");
    if is_document || !(is_toml || source.path.as_str().ends_with(".md")) {
        // A document, a template (which the theme reads), or a file whose text is of no use to us.
        return (fragment, Table::default());
    }
    let halves = if is_toml {
        front_matter::Halves { toml: whole, body: None }
    } else {
        front_matter::split(&source.text, &mut ledger)
    };
    fragment.front = Digest::of(&source.text[halves.toml.range()]);
    fragment.front_matter = halves.toml;
    let table = table::read(halves.toml, &mut ledger);
    fragment.is_broken = !ledger.problems.is_empty();
    if let Some(body) = halves.body {
        fragment.body = Arc::new(markdown::read_blocks(&source.text[body.range()], body.start as usize, &mut ledger));
        fragment.body_start = body.start;
    }
    fragment.seen = exactly(ledger.seen).into();
    fragment.references = exactly(ledger.references).into();
    fragment.placeholders = exactly(ledger.placeholders).into();
    fragment.problems = ledger.problems.into();
    (fragment, table)
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
            let nul = memchr(0, source.text.as_bytes())?;
            Some(
                Diagnostic::error("nul-character", place(nul, nul + 1), "There is a NUL character in this file")
                    .help("The file is damaged, or no text at all. Put back a good copy, or delete the character."),
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::HubPath;

    #[test]
    fn strings_that_readers_see_are_noted_in_order() {
        let file = "+++\ntitle = \"a\"\ncategory = \"b\"\ncontrollers = [\"c\"]\n[internal]\nx = \"d\"\n[[purposes]]\ntext = \'e\'\n\
                    items = [\"f\", { text = \"g\", organisation = \"h\" }]\n+++\ni";
        let source = Source::from_bytes(HubPath::new("content/notices/a.md"), file.as_bytes().to_vec());
        let (fragment, table) = parse(&source);
        let seen: Vec<&str> = fragment.seen.iter().map(|span| &file[span.range()]).collect();
        assert_eq!(seen, ["\"a\"", "'e'", "\"f\"", "\"g\""]);
        assert_eq!(&file[fragment.body_start as usize..], "i");
        assert_eq!(fragment.table(&source).entries.len(), table.entries.len());
    }
}
