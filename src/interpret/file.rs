//! The files of the hub with what they are for.

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
    /// What it says below its front matter.
    pub fragment: &'a Fragment,
    /// What its front matter says; none where that is known from the last build, and has not been asked for.
    table: Option<Table<'a>>,
    source: &'a Source,
}

/// What a file says that has not been asked.
static NOTHING: Table<'static> = Table { entries: Vec::new(), span: Span { start: 0, end: 0 } };

impl<'a> File<'a> {
    /// A file as it was parsed.
    pub fn new((id, source): (FileId, &'a Source), fragment: &'a Fragment, table: Option<Table<'a>>) -> Self {
        File { id, role: Role::of(&source.path), fragment, table, source }
    }

    /// Reads its front matter again if need be. Nobody asks for what it says before.
    pub fn recall(&mut self) {
        let File { table, fragment, source, .. } = self;
        table.get_or_insert_with(|| fragment.table(source));
    }

    /// What its front matter says.
    pub fn table(&self) -> &Table<'_> {
        self.table.as_ref().unwrap_or(&NOTHING)
    }

    /// The values of its front matter.
    pub fn fields(&self) -> Fields<'_> {
        Fields { file: self.id, table: self.table() }
    }

    /// Whether it belongs to a notice.
    pub fn is_of_notice(&self) -> bool {
        matches!(self.role, Role::Notice(..) | Role::Fragment(..))
    }

    /// The start of the front matter, for findings about the whole.
    pub fn head(&self) -> Span {
        let start = self.fragment.front_matter.start;
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
