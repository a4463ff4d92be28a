//! The files of the hub with what they are for. A file is parsed when its turn comes to be interpreted: what front matter
//! says is large, and gone before that of many other files is there.

use std::sync::Arc;

use super::fields::Fields;
use super::role::Role;
use crate::diagnostic::at;
use crate::memo::Memo;
use crate::parse::{Fragment, Table};
use crate::text::{Digest, FileId, HubPath, Place, Source, Sources, Span};

/// What the last build has parsed, by path; the key is the digest of the file's bytes.
pub type FragmentMemo = Memo<HubPath, Digest, Arc<Fragment>>;

/// A file that has not been looked into. It may still be on its way.
pub struct Unread<'a> {
    /// Its number.
    pub id: FileId,
    /// What it is for.
    pub role: Role,
    sources: &'a Sources,
    memo: &'a FragmentMemo,
}

impl<'a> Unread<'a> {
    /// One of the sources, of which the last build may have known what is in it.
    pub fn new(id: FileId, sources: &'a Sources, memo: &'a FragmentMemo) -> Self {
        Unread { id, role: Role::of(sources.path(id)), sources, memo }
    }

    /// Whether it belongs to a notice.
    pub fn is_of_notice(&self) -> bool {
        matches!(self.role, Role::Notice(..) | Role::Fragment(..))
    }

    /// Its source, when it is there, and what the last build has parsed, if it is still the same.
    fn source(&self) -> (&'a Source, Option<Arc<Fragment>>) {
        let source = self.sources.get(self.id);
        (source, self.memo.get(&source.path, &source.digest()))
    }

    /// The file with what it says.
    pub fn read(self) -> File<'a> {
        let (source, known) = self.source();
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
        File { id: self.id, role: self.role, fragment, table, source: &source.text }
    }

    /// What stays of the file, where it is known what its front matter says.
    pub fn fragment(self) -> Arc<Fragment> {
        let (source, known) = self.source();
        known.unwrap_or_else(|| Fragment::parse(source).0.into())
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
    source: &'a Arc<String>,
}

impl File<'_> {
    /// The values of its front matter.
    pub fn fields(&self) -> Fields<'_> {
        Fields { file: self.id, source: self.source, table: &self.table }
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
