//! What is noted while a file is read: its links, placeholders and problems, and what of it readers see.

use std::collections::HashSet;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use super::NO_FILE;
use crate::diagnostic::{Diagnostic, at};
use crate::domain::{Placeholder, Reference};
use crate::text::{Place, Span, slug};

/// Ids that the theme uses on every page.
const RESERVED: [&str; 2] = ["main-content", "contents-list"];

/// The notes on one file.
pub struct Ledger<'a> {
    /// The whole text of the file.
    pub source: &'a Arc<String>,
    pub references: Vec<Reference>,
    pub placeholders: Vec<(Placeholder, Span)>,
    pub problems: Vec<Diagnostic>,
    /// The strings of the front matter that readers see.
    pub seen: Vec<Span>,
    /// The ids of headings.
    heading_ids: HashSet<String, FxBuildHasher>,
}

impl<'a> Ledger<'a> {
    /// Empty notes.
    pub fn new(source: &'a Arc<String>) -> Self {
        Ledger {
            source,
            references: Vec::new(),
            placeholders: Vec::new(),
            problems: Vec::new(),
            seen: Vec::new(),
            heading_ids: HashSet::default(),
        }
    }

    /// Notes something wrong.
    pub fn problem(&mut self, problem: Diagnostic) {
        self.problems.push(problem);
    }

    /// Notes a link and gives its number.
    pub fn reference(&mut self, reference: Reference) -> u32 {
        self.references.push(reference);
        number(self.references.len() - 1)
    }

    /// Notes a placeholder and gives its number; none for one that does not exist, which is a problem.
    pub fn placeholder(&mut self, name: &str, span: Span) -> Option<u32> {
        let Some(placeholder) = Placeholder::named(name) else {
            let error =
                Diagnostic::error("unknown-placeholder", place(span), format!("There is no placeholder `{name}`"))
                    .label("not a placeholder")
                    .suggest(name, Placeholder::names());
            let is_near = !error.help.is_empty();
            self.problem(if is_near { error } else { error.help("The manual lists all that there are.") });
            return None;
        };
        self.placeholders.push((placeholder, span));
        Some(number(self.placeholders.len() - 1))
    }

    /// An id for a heading that no other heading of the file has.
    pub fn heading_id(&mut self, words: &str) -> String {
        let base = match slug(words) {
            slug if slug.is_empty() => "section".to_owned(),
            slug => slug,
        };
        let mut id = base.clone();
        let mut number = 2;
        while !self.takes_heading_id(&id) {
            id = format!("{base}-{number}");
            number += 1;
        }
        id
    }

    /// Notes the id of a heading; false if another heading of the file has it, or the theme.
    pub fn takes_heading_id(&mut self, id: &str) -> bool {
        !RESERVED.contains(&id) && self.heading_ids.insert(id.to_owned())
    }
}

/// The number of something in a file. A file is far smaller than 4 GiB, and so are the numbers.
pub fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// A place in the file being read.
pub fn place(span: Span) -> Place {
    at(NO_FILE, span)
}
