//! The files of the hub with what they are for.

use super::fields::Fields;
use super::role::Role;
use crate::diagnostic::at;
use crate::domain::Language;
use crate::parse::Fragment;
use crate::text::{FileId, Place, Span};

/// A file with what it is for.
pub struct File<'a> {
    /// Its number.
    pub id: FileId,
    /// What it is for.
    pub role: Role,
    /// What it says.
    pub fragment: &'a Fragment,
}

impl<'a> File<'a> {
    /// Its front matter.
    pub fn fields(&self) -> Fields<'a> {
        Fields { file: self.id, table: &self.fragment.table }
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
