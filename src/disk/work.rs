//! The work folder beside the output, for as long as one build publishes.
//!
//! It answers where the next release is prepared, who may do so, and what becomes of what an interrupted build left
//! behind. It lies beside the output, so that both are on one file system. Entering it guarantees that no other build
//! is publishing to the same output, that a release which was taken away and not replaced is back in its place, and that
//! nothing of an earlier build is left. Leaving it removes it, whatever happened in between. Of its contents, only what
//! bears one of the names below is ever removed.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::error::Error;
use super::folders::{by_folder, folders_of};
use super::listing::Listing;
use super::lock;
use super::marker::{self, Records};
use super::output::resolve;

/// The release that is being prepared; after an exchange, the one that was live.
const NEXT: &str = "next";
/// The release that was live, between and after two renames. Always whole.
const OLD: &str = "old";
/// What is being deleted. No release is put back from here.
const STALE: &str = "stale";

/// The work folder of an output, locked.
#[derive(Debug)]
pub(super) struct WorkFolder {
    path: PathBuf,
    live: PathBuf,
    recovered: bool,
    // Dropped in this order: the lock goes before the folders around it.
    _lock: File,
    _made: MadeFolders,
}

/// Puts the published site back if an earlier build was interrupted after it had moved it away, and says whether it did.
/// Publishing does so by itself; for a command that only reads the output folder.
///
/// # Errors
///
/// If the site is there and cannot be put back, or another build is at work.
pub fn recover(output: &Path) -> Result<bool, Error> {
    let live = resolve(output)?;
    if exists(&live) || !exists(&beside(&live, output)?.join(OLD)) {
        return Ok(false);
    }
    Ok(WorkFolder::enter(&live, output)?.recovered)
}

impl WorkFolder {
    /// Makes and locks the work folder of a published folder, and tidies up after an interrupted build. `shown` is what
    /// messages call the published folder.
    pub(super) fn enter(live: &Path, shown: &Path) -> Result<WorkFolder, Error> {
        let path = beside(live, shown)?;
        let made = MadeFolders::around(&path)?;
        let lock = lock::acquire(&path, shown)?;
        let mut work = WorkFolder { path, live: live.to_owned(), recovered: false, _lock: lock, _made: made };
        work.recovered = work.put_back(shown)?;
        work.clear()?;
        Ok(work)
    }

    /// Where the next release is prepared.
    pub(super) fn next(&self) -> PathBuf {
        self.path.join(NEXT)
    }

    /// Where the live release goes if it cannot be exchanged for the next one.
    pub(super) fn old(&self) -> PathBuf {
        self.path.join(OLD)
    }

    fn put_back(&self, shown: &Path) -> Result<bool, Error> {
        if exists(&self.live) || !exists(&self.old()) {
            return Ok(false);
        }
        fs::rename(self.old(), &self.live)
            .map_err(|source| Error::io("put back the published site at", shown, source))?;
        Ok(true)
    }

    /// Deletes every release that is not live.
    fn clear(&self) -> Result<(), Error> {
        self.discard(STALE)?;
        self.discard(NEXT)?;
        // While nothing is live, `old` is the published site. It gets another name before its first file goes, so that
        // what is found under `old` is always whole.
        if exists(&self.live) && exists(&self.old()) {
            let stale = self.path.join(STALE);
            fs::rename(self.old(), &stale).map_err(|source| Error::io("rename", self.old(), source))?;
            self.discard(STALE)?;
        }
        Ok(())
    }

    /// Deletes a release, except for files that somebody else put into it while it was live. Those are looked for only
    /// where something stays when all that was published has gone.
    fn discard(&self, name: &str) -> Result<(), Error> {
        let release = self.path.join(name);
        let failed = |source| Error::io("remove", &release, source);
        if let Some(published) = published(&release) {
            remove_published(&release, &published);
            if is_marker_alone(&release).map_err(failed)? {
                fs::remove_file(release.join(marker::NAME)).map_err(failed)?;
                return fs::remove_dir(&release).map_err(failed);
            }
            rescue_strangers(&release, &self.live, &published)?;
        }
        forgive_missing(fs::remove_dir_all(&release)).map_err(failed)
    }
}

impl Drop for WorkFolder {
    fn drop(&mut self) {
        // What cannot be removed now is found by the next build, which then says why.
        let _ = self.clear();
        let _ = fs::remove_file(self.path.join(lock::NAME));
        let _ = fs::remove_dir(&self.path);
    }
}

/// The work folder of a published folder.
fn beside(live: &Path, shown: &Path) -> Result<PathBuf, Error> {
    let Some(name) = live.file_name() else {
        let because = "it is the root of a whole file system".to_owned();
        return Err(Error::Misplaced { output: shown.to_owned(), because });
    };
    let mut work = std::ffi::OsString::from(".");
    work.push(name);
    work.push(".noticeboard");
    Ok(live.with_file_name(work))
}

/// What was published in a release, if it is whole or was.
fn published(release: &Path) -> Option<Records> {
    marker::parse(&fs::read(release.join(marker::NAME)).ok()?)
}

/// Deletes the files that were published in a release, and the folders that are empty then. The marker stays: what cannot
/// be deleted is still known by it. Where a link stands in the place of a folder nothing is deleted: it may lead anywhere.
fn remove_published(release: &Path, published: &Records) {
    let paths = || published.keys().map(String::as_str);
    let folders = Vec::from_iter(folders_of(paths()));
    let is_link = |folder: &&str| fs::symlink_metadata(release.join(folder)).is_ok_and(|found| found.is_symlink());
    if folders.par_iter().any(is_link) {
        return;
    }
    let of_files = Vec::from_iter(by_folder(paths()));
    let gone = of_files.par_iter().filter(|(folder, paths)| {
        paths.iter().for_each(|path| drop(fs::remove_file(release.join(path))));
        !folder.is_empty() && fs::remove_dir(release.join(folder)).is_ok()
    });
    let gone: HashSet<&str> = gone.map(|(folder, _)| *folder).collect();
    // Those that lie in others come after them.
    for folder in folders.iter().rev().filter(|folder| !gone.contains(**folder)) {
        let _ = fs::remove_dir(release.join(folder));
    }
}

fn is_marker_alone(release: &Path) -> io::Result<bool> {
    let mut entries = fs::read_dir(release)?;
    let first = entries.next().transpose()?;
    Ok(first.is_some_and(|entry| entry.file_name() == marker::NAME) && entries.next().is_none())
}

/// Moves what somebody else put into a release back into the live folder, where the next build finds and names it.
/// Publishing has looked for such files before, so these came while it was at work.
fn rescue_strangers(release: &Path, live: &Path, published: &Records) -> Result<(), Error> {
    for path in Listing::of(release, release)?.strangers(published) {
        let (from, to) = (release.join(&path), live.join(path.trim_end_matches('/')));
        move_out(&from, &to).map_err(|source| Error::io("rescue", from, source))?;
    }
    Ok(())
}

fn move_out(from: &Path, to: &Path) -> io::Result<()> {
    if exists(to) {
        return if from.is_dir() && to.is_dir() { Ok(()) } else { Err(ErrorKind::AlreadyExists.into()) };
    }
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::rename(from, to)
}

fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

fn forgive_missing(result: io::Result<()>) -> io::Result<()> {
    result.or_else(|error| if error.kind() == ErrorKind::NotFound { Ok(()) } else { Err(error) })
}

/// Folders that were missing around the output. Dropping removes those that are still empty: nothing was published.
#[derive(Debug)]
struct MadeFolders(Vec<PathBuf>);

impl MadeFolders {
    fn around(path: &Path) -> Result<MadeFolders, Error> {
        let missing: Vec<&Path> = path.ancestors().skip(1).take_while(|folder| !folder.exists()).collect();
        let mut made = MadeFolders(Vec::new());
        for folder in missing.into_iter().rev() {
            match fs::create_dir(folder) {
                Ok(()) => made.0.push(folder.to_owned()),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(source) => return Err(Error::io("create the folder", folder, source)),
            }
        }
        Ok(made)
    }
}

impl Drop for MadeFolders {
    fn drop(&mut self) {
        for folder in self.0.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

#[cfg(test)]
mod tests;
