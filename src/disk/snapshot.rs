//! One consistent snapshot of a hub's folder, kept and brought up to date.
//!
//! Answers what a build depends on. A [`Snapshot`] is empty at first. [`Snapshot::sweep`] looks at everything, and reads
//! only what may have changed since it was read last; [`Snapshot::refresh`] reads what is at some paths and nothing
//! else. Both tell which files have other bytes than before. If a file goes away between listing and reading, the
//! folder is listed again: what a snapshot holds has been there together. It does not know when to look: see `watch`.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::Error;
use super::read::{self, File};
use super::stamp::Stamp;
use super::walk::{self, Found};
use crate::build::Inputs;
use crate::domain::layout::{SETTINGS, concerns};
use crate::render::theme::Asset;
use crate::text::{Source, Sources};

/// How often a folder is listed again when files go away while we read them.
const TRIES: usize = 20;

/// In how many further sweeps a file is read again after its stamp has changed. A second change within one tick of the
/// file system's clock leaves the stamp as it is, and some clocks tick every two seconds.
const DOUBTS: u8 = 5;

/// Whether the path of a change is that of a listing, letter by letter. Elsewhere upper and lower case may differ, or the
/// way in which accents are written.
const NAMES_ARE_EXACT: bool = cfg!(target_os = "linux");

/// Reads the hub in a folder, to be built as on a given day.
///
/// # Errors
///
/// If the folder has no `site.toml`, or a folder in it cannot be listed.
pub fn read(root: &Path, today: Date) -> Result<Inputs, Error> {
    let mut snapshot = Snapshot::new(root);
    snapshot.sweep()?;
    Ok(snapshot.inputs(today))
}

/// The files of a hub as they were read last.
#[derive(Debug)]
pub struct Snapshot {
    root: PathBuf,
    files: BTreeMap<String, Kept>,
    /// Whether a path alone does not tell which files of the hub change.
    has_links: bool,
    /// Whether everything has to be looked at, because the last look did not come to an end.
    is_partial: bool,
    templates: Vec<Arc<Source>>,
    assets: Vec<Asset>,
}

/// A file, and what to hold against it when it is looked at again.
#[derive(Clone, Debug)]
struct Kept {
    file: File,
    stamp: Option<Stamp>,
    /// In how many further sweeps it is read again all the same.
    doubts: u8,
}

/// What a look at the hub has found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The files that are new, have other bytes or have gone, in order.
    pub files: Vec<String>,
    /// The folders that were listed because something has happened to them.
    pub folders: Vec<String>,
}

impl Snapshot {
    /// A snapshot of the hub in a folder, in which nothing has been looked at.
    pub fn new(root: &Path) -> Self {
        Snapshot {
            root: root.to_owned(),
            files: BTreeMap::new(),
            has_links: false,
            is_partial: true,
            templates: read::default_templates(),
            assets: read::default_assets(),
        }
    }

    /// Whether there are symbolic links, behind which changes may not be noticed by themselves.
    pub fn has_links(&self) -> bool {
        self.has_links
    }

    /// Looks at every file, and reads those that may have changed.
    ///
    /// # Errors
    ///
    /// If the folder has no `site.toml`, or a folder in it cannot be listed. What was kept stays.
    pub fn sweep(&mut self) -> Result<Changes, Error> {
        self.sweep_but(|_| false).map(|(changes, _)| changes)
    }

    /// The same but for files that are to be read later, of which it gives the paths.
    pub(super) fn sweep_but(&mut self, is_late: impl Fn(&str) -> bool) -> Result<(Changes, Vec<String>), Error> {
        self.is_partial = true;
        let (found, late, files) = again(|| {
            let mut found = walk::hub(&self.root)?;
            let late = found.files.extract_if(.., |path| is_late(path)).collect();
            let files = self.look(&found, false)?;
            Ok((found, late, files))
        })?;
        self.has_links = found.has_links;
        let before = std::mem::take(&mut self.files);
        let changed = self.put(before, files);
        self.is_partial = false;
        Ok((Changes { files: changed, folders: Vec::new() }, late))
    }

    /// Reads what is at some paths of the hub, and below them. Paths that do not concern the hub are passed over. Looks at
    /// everything where a path does not tell all: after a look that failed, and where there are symbolic links.
    ///
    /// # Errors
    ///
    /// Those of [`Snapshot::sweep`].
    pub fn refresh<'a>(&mut self, paths: impl IntoIterator<Item = &'a str>) -> Result<Changes, Error> {
        let paths: Vec<&str> = paths.into_iter().filter(|path| concerns(path)).collect();
        if paths.is_empty() {
            return Ok(Changes::default());
        }
        if self.is_partial || self.has_links || !NAMES_ARE_EXACT {
            return self.sweep();
        }
        self.is_partial = true;
        let (found, files) = again(|| {
            let found = self.found_at(&paths)?;
            let files = self.look(&found, true)?;
            Ok((found, files))
        })?;
        if found.has_links {
            return self.sweep();
        }
        let before = paths.iter().flat_map(|path| self.take(path)).collect();
        let changed = self.put(before, files);
        self.is_partial = false;
        Ok(Changes { files: changed, folders: found.folders })
    }

    /// What a build on a given day depends on.
    pub fn inputs(&self, today: Date) -> Inputs {
        self.inputs_with(Sources::new, today)
    }

    /// The same, where whoever asks knows of further sources.
    pub(super) fn inputs_with(&self, all: impl FnOnce(Vec<Arc<Source>>) -> Sources, today: Date) -> Inputs {
        let templates = self.templates.iter().filter(|source| !self.files.contains_key(source.path.as_str()));
        let mut sources: Vec<Arc<Source>> = templates.cloned().collect();
        let (mut documents, mut assets) = (Vec::new(), self.assets.clone());
        for kept in self.files.values() {
            match &kept.file {
                File::Source(source) => sources.push(Arc::clone(source)),
                File::Document(source, document) => {
                    sources.push(Arc::clone(source));
                    documents.push(document.clone());
                }
                File::Asset(asset) => assets.push(asset.clone()),
            }
        }
        documents.sort_by(|a, b| a.path.cmp(&b.path));
        Inputs { sources: all(sources), documents, assets, today, base_url: None }
    }

    /// What there is at some paths now.
    fn found_at(&self, paths: &[&str]) -> Result<Found, Error> {
        let mut found = Found::default();
        for path in paths {
            let full = self.root.join(path);
            if *path == SETTINGS && !full.is_file() {
                return Err(Error::NoHub { root: self.root.clone() });
            }
            found.has_links |= full.is_symlink();
            if full.is_dir() {
                walk::below(&self.root, path, &mut found)?;
            } else if full.is_file() {
                found.files.push((*path).to_owned());
            }
        }
        // One path may lie below another.
        for names in [&mut found.files, &mut found.folders] {
            names.sort();
            names.dedup();
        }
        Ok(found)
    }

    /// Looks at files, and reads those that may have changed, or all of them.
    fn look(&self, found: &Found, all: bool) -> Result<Vec<(String, Kept)>, Error> {
        let fresh = if self.files.is_empty() { 1 } else { DOUBTS };
        let one = |path: &String| {
            let full = self.root.join(path);
            let stamp = Stamp::of(&full);
            let before = self.files.get(path).filter(|kept| kept.stamp == stamp && stamp.is_some());
            let doubts = before.map_or(fresh, |kept| kept.doubts.saturating_sub(1));
            let known = before.filter(|kept| !all && kept.doubts == 0);
            let file = known.map(|kept| kept.file.clone()).or_else(|| read::file(&self.root, path));
            let file = file.ok_or_else(|| Error::io("read", &full, std::io::ErrorKind::NotFound.into()))?;
            Ok((path.clone(), Kept { file, stamp, doubts }))
        };
        found.files.par_iter().map(one).collect()
    }

    /// Takes out what was kept at a path and below it.
    fn take(&mut self, path: &str) -> Vec<(String, Kept)> {
        let mut taken: Vec<(String, Kept)> = self.files.remove_entry(path).into_iter().collect();
        // `0` is the character after the slash.
        let (start, end) = (format!("{path}/"), format!("{path}0"));
        let range = (Bound::Included(start), Bound::Excluded(end));
        let below: Vec<String> = self.files.range(range).map(|(path, _)| path.clone()).collect();
        taken.extend(below.iter().filter_map(|path| self.files.remove_entry(path)));
        taken
    }

    /// Keeps files in the place of what was kept before, and tells which have changed.
    fn put(&mut self, mut before: BTreeMap<String, Kept>, files: Vec<(String, Kept)>) -> Vec<String> {
        let mut changed = Vec::new();
        for (path, mut kept) in files {
            match before.remove(&path) {
                // The old one stays, so that whoever holds it and whoever gets it now hold the same.
                Some(old) if old.file.is_same(&kept.file) => kept.file = old.file,
                _ => changed.push(path.clone()),
            }
            self.files.insert(path, kept);
        }
        changed.extend(before.into_keys());
        changed.sort();
        changed.dedup();
        changed
    }
}

/// Does something again as long as files go away under it.
fn again<T>(mut look: impl FnMut() -> Result<T, Error>) -> Result<T, Error> {
    for _ in 1..TRIES {
        match look() {
            Err(error) if error.is_missing() => {}
            result => return result,
        }
    }
    look()
}

#[cfg(test)]
mod tests;
