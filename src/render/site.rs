//! The whole output, in memory.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;
use std::ops::Bound;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

/// Every file that is published: its path in the published folder, with forward slashes, and its bytes.
/// Iterates in the order of paths.
#[derive(Clone, Debug, Default)]
pub struct Site {
    files: BTreeMap<String, File>,
}

/// A file that is there, or is made when somebody asks for it for the first time.
#[derive(Clone)]
pub enum File {
    Made(Arc<[u8]>),
    Later(Arc<Later>),
}

/// What makes a file.
pub struct Later {
    make: Box<dyn Fn() -> Vec<u8> + Send + Sync>,
    bytes: OnceLock<Arc<[u8]>>,
}

impl File {
    /// A file that is made when it is asked for.
    pub fn later(make: impl Fn() -> Vec<u8> + Send + Sync + 'static) -> Self {
        File::Later(Arc::new(Later { make: Box::new(make), bytes: OnceLock::new() }))
    }

    /// Whether it is the same file, without looking at the bytes.
    pub fn is(&self, other: &File) -> bool {
        match (self, other) {
            (File::Made(bytes), File::Made(others)) => Arc::ptr_eq(bytes, others),
            (File::Later(later), File::Later(other)) => Arc::ptr_eq(later, other),
            _ => false,
        }
    }

    /// Its bytes.
    pub fn bytes(&self) -> &Arc<[u8]> {
        match self {
            File::Made(bytes) => bytes,
            File::Later(later) => later.bytes.get_or_init(|| (later.make)().into()),
        }
    }
}

impl fmt::Debug for File {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            File::Made(bytes) => write!(formatter, "{} bytes", bytes.len()),
            File::Later(_) => formatter.write_str("made when it is asked for"),
        }
    }
}

impl PartialEq for Site {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Site {}

impl Site {
    /// Adds a file. The path must be new: addresses have been checked when references were resolved.
    ///
    /// # Panics
    ///
    /// If the path is there already.
    pub fn add(&mut self, path: String, bytes: impl Into<Arc<[u8]>>) {
        self.add_file(path, File::Made(bytes.into()));
    }

    /// Adds a file that takes a while to make, and is made once, when it is asked for: a preview may never need it.
    /// Work in parallel has no place in `make`: who waits for the file could be given a piece of it.
    ///
    /// # Panics
    ///
    /// If the path is there already.
    pub fn add_later(&mut self, path: String, make: impl Fn() -> Vec<u8> + Send + Sync + 'static) {
        self.add_file(path, File::later(make));
    }

    /// Adds a file of one of these kinds.
    ///
    /// # Panics
    ///
    /// If the path is there already.
    pub fn add_file(&mut self, path: String, file: File) {
        match self.files.entry(path) {
            Entry::Vacant(entry) => {
                entry.insert(file);
            }
            Entry::Occupied(entry) => panic!("two files of the site have the path {}", entry.key()),
        }
    }

    /// The bytes at a path.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.file(path).map(|bytes| &**bytes)
    }

    /// The file at a path, to be kept without copying it.
    pub fn file(&self, path: &str) -> Option<&Arc<[u8]>> {
        self.files.get(path).map(File::bytes)
    }

    /// Whether there is a file at a path.
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// The path of every file, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Every file in the order of paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Arc<[u8]>)> {
        self.files.iter().map(|(path, file)| (path.as_str(), file.bytes()))
    }

    /// Every file in the order of paths, made or not.
    pub fn files(&self) -> impl Iterator<Item = (&str, &File)> {
        self.files.iter().map(|(path, file)| (path.as_str(), file))
    }

    /// Makes what has not been asked for yet, on all processors.
    pub fn make_all(&self) {
        let files: Vec<&File> = self.files.values().filter(|file| matches!(file, File::Later(_))).collect();
        files.par_iter().for_each(|file| {
            file.bytes();
        });
    }

    /// The files whose paths start with that of a folder, `assets/`, in their order.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a Arc<[u8]>)> {
        let from = self.files.range::<str, _>((Bound::Included(folder), Bound::Unbounded));
        from.take_while(move |(path, _)| path.starts_with(folder)).map(|(path, file)| (path.as_str(), file.bytes()))
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
