//! The whole output, in memory.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Arc;

/// Every file that is published: its path in the published folder, with forward slashes, and its bytes.
/// Iterates in the order of paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    files: BTreeMap<String, Arc<[u8]>>,
}

impl Site {
    /// Adds a file. The path must be new: addresses have been checked when references were resolved.
    ///
    /// # Panics
    ///
    /// If the path is there already.
    pub fn add(&mut self, path: String, bytes: impl Into<Arc<[u8]>>) {
        assert!(!self.files.contains_key(&path), "two files of the site have the path {path}");
        self.files.insert(path, bytes.into());
    }

    /// The bytes at a path.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.file(path).map(|bytes| &**bytes)
    }

    /// The file at a path, to be kept without copying it.
    pub fn file(&self, path: &str) -> Option<&Arc<[u8]>> {
        self.files.get(path)
    }

    /// Every file in the order of paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Arc<[u8]>)> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes))
    }

    /// The files whose paths start with that of a folder, `assets/`, in their order.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a Arc<[u8]>)> {
        let from = self.files.range::<str, _>((Bound::Included(folder), Bound::Unbounded));
        from.take_while(move |(path, _)| path.starts_with(folder)).map(|(path, bytes)| (path.as_str(), bytes))
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}
