//! The files of the hub with what they are for.

use std::borrow::Cow;

use super::fields::Fields;
use super::role::Role;
use crate::diagnostic::at;
use crate::domain::Language;
use crate::parse::{Fragment, Table};
use crate::text::{FileId, Place, Source, Span};

/// A file with what it is for.
pub struct File<'a> {
    /// Its number.
    pub id: FileId,
    /// What it is for.
    pub role: Role,
    /// What it says.
    pub fragment: &'a Fragment,
    /// Its front matter.
    pub table: Cow<'a, Table>,
}

impl<'a> File<'a> {
    /// A file as it was parsed.
    pub fn new(id: FileId, role: Role, fragment: &'a Fragment) -> Self {
        File { id, role, fragment, table: Cow::Borrowed(&fragment.table) }
    }

    /// The same with its front matter, which may have been forgotten.
    pub fn recalled(&self, source: &Source) -> Self {
        File { role: self.role.clone(), table: self.fragment.recalled(source), ..*self }
    }

    /// The values of its front matter.
    pub fn fields(&self) -> Fields<'_> {
        Fields { file: self.id, table: &self.table }
    }

    /// The start of the front matter, for findings about the whole.
    pub fn head(&self) -> Span {
        let start = self.fragment.table.span.start;
        if start >= 4 { Span { start: start - 4, end: start - 1 } } else { Span { start, end: start + 1 } }
    }

    /// The same as a place.
    pub fn place(&self) -> Place {
        at(self.id, self.head())
    }

    /// Its language, if it is written in one.
    pub fn language(&self) -> Option<Language> {
        match self.role {
            Role::Notice(_, language)
            | Role::Fragment(_, language)
            | Role::General(_, language)
            | Role::Page(_, language) => Some(language),
            _ => None,
        }
    }
}
