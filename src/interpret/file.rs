//! The files of the hub with what they are for. A file is parsed when its turn comes to be interpreted: what front matter
//! says is large, and gone before that of many other files is there.

use std::sync::Arc;

use super::fields::Fields;
use super::role::Role;
use crate::diagnostic::at;
use crate::parse::{Fragment, Table};
use crate::text::{FileId, Place, Source, Span};

/// A file that has not been looked into.
pub struct Unread<'a> {
    /// Its number.
    pub id: FileId,
    /// What it is for.
    pub role: Role,
    source: &'a Source,
    /// What the last build has parsed, if it is still the same.
    known: Option<Arc<Fragment>>,
}

impl<'a> Unread<'a> {
    /// A source, and what the last build has made of the same.
    pub fn new((id, source): (FileId, &'a Source), known: Option<Arc<Fragment>>) -> Self {
        Unread { id, role: Role::of(&source.path), source, known }
    }

    /// Whether it belongs to a notice.
    pub fn is_of_notice(&self) -> bool {
        matches!(self.role, Role::Notice(..) | Role::Fragment(..))
    }

    /// The file with what it says.
    pub fn read(self) -> File<'a> {
        let Unread { id, role, source, known } = self;
        let (fragment, table) = match known {
            Some(fragment) => {
                let table = fragment.table(source);
                (fragment, table)
            }
            None => {
                let (fragment, table) = Fragment::parse(source);
                (Arc::new(fragment), table)
            }
        };
        File { id, role, fragment, table }
    }

    /// What stays of the file, where it is known what its front matter says.
    pub fn fragment(self) -> Arc<Fragment> {
        self.known.unwrap_or_else(|| Fragment::parse(self.source).0.into())
    }
}

/// A file with what it says.
pub struct File<'a> {
    /// Its number.
    pub id: FileId,
    /// What it is for.
    pub role: Role,
    /// What it says below its front matter.
    pub fragment: Arc<Fragment>,
    /// What its front matter says.
    pub table: Table<'a>,
}

impl File<'_> {
    /// The values of its front matter.
    pub fn fields(&self) -> Fields<'_> {
        Fields { file: self.id, table: &self.table }
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
}
