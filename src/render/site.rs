//! The whole output: every file by its path, made when somebody wants it.
//!
//! A site knows of every file what it is made from. Publishing makes each file once and keeps none of them; a preview
//! makes what somebody looks at and keeps that. So neither ever holds all pages at once.

use std::borrow::Cow;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::ops::Bound;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use super::edition::{Edition, Piece};
use super::hosting::compressed::Compression;
use super::template::Trouble;
use crate::text::Digest;

/// The program, as far as what it makes depends on it: a digest of its sources.
const PROGRAM: &str = env!("NOTICEBOARD_PROGRAM");

/// Every file that is published: its path in the published folder, with forward slashes, and what is in it.
/// Iterates in the order of paths.
#[derive(Default)]
pub struct Site {
    files: BTreeMap<String, File>,
    /// What pieces are made from; none for a site of given files only.
    edition: Option<Arc<Edition>>,
}

/// A file that is there as it is, or one that is made when it is wanted, and may be kept.
enum File {
    Given(Arc<[u8]>),
    Made(Origin, OnceLock<Arc<[u8]>>),
}

/// What a file is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    /// What authors wrote.
    Piece(Piece),
    /// The file that it lies beside.
    Compression(Compression),
}

/// What is published already.
pub trait LastRelease: Sync {
    /// The bytes of a file, if they are as they were made.
    fn bytes(&self, path: &str) -> Option<Vec<u8>>;

    /// Whether a file was made from what it would be made from now.
    fn is_from_same(&self, path: &str) -> bool;
}

/// Makes files of a site one after the other, where there is a release before this one that may save work. What was made
/// last is at hand for its compressed copies.
pub struct Maker<'a, 'l, L> {
    site: &'a Site,
    last: &'l L,
    original: Option<(&'a str, Cow<'a, [u8]>)>,
}

impl<'a, 'l, L: LastRelease> Maker<'a, 'l, L> {
    /// Nothing has been made yet.
    pub fn new(site: &'a Site, last: &'l L) -> Self {
        Maker { site, last, original: None }
    }

    /// The bytes at a path; none if there is no such file.
    ///
    /// # Errors
    ///
    /// If a template of its page fails.
    pub fn make(&mut self, path: &'a str) -> Option<Result<Cow<'_, [u8]>, Trouble>> {
        if let File::Made(Origin::Compression(by), _) = self.site.files.get(path)?
            && let Some((_, original)) = self.original.as_ref().filter(|(of, _)| by.original(path) == *of)
        {
            return Some(Ok(Cow::Owned(by.compress(original))));
        }
        let bytes = match self.search(path) {
            Some(bytes) => Cow::Owned(bytes),
            None => match self.site.make(path)? {
                Ok(bytes) => bytes,
                Err(trouble) => return Some(Err(trouble)),
            },
        };
        let (_, bytes) = self.original.insert((path, bytes));
        Some(Ok(Cow::Borrowed(bytes)))
    }

    /// The search index at a path, made from the last one.
    fn search(&self, path: &str) -> Option<Vec<u8>> {
        let File::Made(Origin::Piece(Piece::Search(language)), kept) = self.site.files.get(path)? else { return None };
        if kept.get().is_some() {
            return None;
        }
        let (edition, last) = (self.site.edition(), self.last.bytes(path)?);
        Some(edition.search_after(*language, &last, |path| self.last.is_from_same(path)))
    }
}

impl fmt::Debug for Site {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_set().entries(self.paths()).finish()
    }
}

impl Site {
    /// A site of pieces that are made from an edition.
    ///
    /// # Panics
    ///
    /// If two of them have one path.
    pub(super) fn of(edition: Arc<Edition>, pieces: Vec<(String, Piece)>) -> Self {
        let count = pieces.len();
        let made = |piece| File::Made(Origin::Piece(piece), OnceLock::new());
        let files: BTreeMap<String, File> = pieces.into_iter().map(|(path, piece)| (path, made(piece))).collect();
        assert_eq!(files.len(), count, "each piece of the site has a path of its own");
        Site { files, edition: Some(edition) }
    }

    /// Adds a file. The path must be new: addresses have been checked when references were resolved.
    ///
    /// # Panics
    ///
    /// If the path is there already.
    pub fn add(&mut self, path: String, bytes: impl Into<Arc<[u8]>>) {
        self.insert(path, File::Given(bytes.into()));
    }

    /// Adds a compressed copy of the file at a path, beside it.
    pub(super) fn add_copy(&mut self, path: &str, by: Compression) {
        self.insert(format!("{path}{}", by.ending()), File::Made(Origin::Compression(by), OnceLock::new()));
    }

    fn insert(&mut self, path: String, file: File) {
        match self.files.entry(path) {
            Entry::Vacant(entry) => {
                entry.insert(file);
            }
            Entry::Occupied(entry) => panic!("two files of the site have the path {}", entry.key()),
        }
    }

    /// The bytes at a path, made and not kept; none if there is no such file.
    ///
    /// # Errors
    ///
    /// If a template of its page fails.
    pub fn make(&self, path: &str) -> Option<Result<Cow<'_, [u8]>, Trouble>> {
        Some(match self.files.get(path)? {
            File::Given(bytes) => Ok(Cow::Borrowed(&**bytes)),
            File::Made(from, kept) => match kept.get() {
                Some(bytes) => Ok(Cow::Borrowed(&**bytes)),
                None => self.made(path, *from).map(Cow::Owned),
            },
        })
    }

    fn made(&self, path: &str, from: Origin) -> Result<Vec<u8>, Trouble> {
        match from {
            Origin::Piece(piece) => self.edition().make(piece),
            Origin::Compression(by) => match self.make(by.original(path)) {
                Some(original) => Ok(by.compress(&original?)),
                None => unreachable!("a copy lies beside its original"),
            },
        }
    }

    /// The bytes at a path, made once and kept. None if there is no such file, and for a page whose template fails: see
    /// [`make`](Site::make), and the errors of the build.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.file(path).map(|bytes| &**bytes)
    }

    /// The file at a path, to be kept without copying it; otherwise like [`get`](Site::get).
    pub fn file(&self, path: &str) -> Option<&Arc<[u8]>> {
        match self.files.get(path)? {
            File::Given(bytes) => Some(bytes),
            File::Made(from, kept) => match kept.get() {
                Some(bytes) => Some(bytes),
                None => {
                    let made = self.made(path, *from).ok()?;
                    Some(kept.get_or_init(|| made.into()))
                }
            },
        }
    }

    /// What its pieces are made from.
    pub(super) fn edition(&self) -> &Edition {
        match &self.edition {
            Some(edition) => edition,
            None => unreachable!("a site without an edition has no pieces"),
        }
    }

    /// Takes over what was made for another site and is kept there, as far as it would be made from the same again.
    pub(super) fn take_over(&mut self, last: &Site) {
        let (Some(edition), Some(before)) = (&self.edition, &last.edition) else { return };
        // What has been kept: from what it was made, from what it would be made, and where it goes.
        let shared = last.files.iter().filter_map(|(path, file)| match (file, self.files.get(path)?) {
            (File::Made(Origin::Piece(then), from), File::Made(Origin::Piece(now), to)) => {
                Some(((*then, *now), (from.get()?, to)))
            }
            _ => None,
        });
        let (pieces, kept): (Vec<(Piece, Piece)>, Vec<_>) = shared.unzip();
        if pieces.is_empty() {
            return;
        }
        let (then, now): (Vec<Piece>, Vec<Piece>) = pieces.into_iter().unzip();
        let keys = before.keys(&then).into_iter().zip(edition.keys(&now));
        for ((bytes, to), _) in kept.into_iter().zip(keys).filter(|(_, (then, now))| then == now) {
            let _ = to.set(Arc::clone(bytes));
        }
    }

    /// What the files that are not there as they are would be made from, by their paths: the same digest means the same
    /// bytes, also for another run of the same program.
    pub fn made_from(&self) -> HashMap<&str, Digest, FxBuildHasher> {
        let Some(edition) = &self.edition else { return HashMap::default() };
        let pieces = self.files.iter().filter_map(|(path, file)| match file {
            File::Made(Origin::Piece(piece), _) => Some((path.as_str(), *piece)),
            _ => None,
        });
        let (paths, pieces): (Vec<&str>, Vec<Piece>) = pieces.unzip();
        let keys = edition.keys(&pieces).into_iter().map(|key| Digest::of(&(PROGRAM, key)));
        let mut made_from: HashMap<&str, Digest, FxBuildHasher> = paths.into_iter().zip(keys).collect();
        for (path, file) in &self.files {
            let File::Made(Origin::Compression(by), _) = file else { continue };
            let original = by.original(path);
            let from = match self.files.get(original) {
                Some(File::Given(bytes)) => Digest::of(&(PROGRAM, bytes)),
                _ => made_from.get(original).copied().unwrap_or_default(),
            };
            made_from.insert(path, Digest::of(&(from, by.ending())));
        }
        made_from
    }

    /// Whether there is a file at a path.
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// The path of every file, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// How many bytes a file has that is there as it is; none for one that has to be made.
    pub(super) fn given(&self, path: &str) -> Option<usize> {
        match self.files.get(path)? {
            File::Given(bytes) => Some(bytes.len()),
            File::Made(..) => None,
        }
    }

    /// Every file in the order of paths, made in parallel and kept. A page whose template fails is missing.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Arc<[u8]>)> {
        let paths: Vec<&str> = self.paths().collect();
        let files: Vec<_> = paths.par_iter().map(|path| self.file(path)).collect();
        paths.into_iter().zip(files).filter_map(|(path, file)| Some((path, file?)))
    }

    /// The files whose paths start with that of a folder, `assets/`, in their order; like [`iter`](Site::iter).
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a Arc<[u8]>)> {
        let from = self.files.range::<str, _>((Bound::Included(folder), Bound::Unbounded)).map(|(path, _)| path);
        let paths = from.take_while(move |path| path.starts_with(folder));
        paths.filter_map(|path| Some((path.as_str(), self.file(path)?)))
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
