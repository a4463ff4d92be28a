//! The next release, made whole beside the live one.
//!
//! It answers how a plan becomes a folder. Unchanged files are hard links to the live ones, so they keep their times and
//! cost no writing; where the file system has no hard links they are written again with the time of the live file.
//! Changed and new files are written. The marker comes last, so a folder with a marker is a complete one. It never
//! changes the live folder, and does not wait for the disk (that would cost more than everything else together).

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use rayon::prelude::*;

use super::error::Error;
use super::marker;
use super::plan::{Plan, Planned, State};

/// Where the files of a release come from and go to.
pub(super) struct Places<'a> {
    /// The folder that is being made.
    pub(super) next: &'a Path,
    /// The folder that is published now.
    pub(super) live: &'a Path,
    /// What messages call the published folder.
    pub(super) shown: &'a Path,
    /// Whether to try hard links.
    pub(super) hard_links: bool,
}

/// A folder of the release and the files that lie directly in it.
type Folder<'a> = (&'a str, Vec<&'a Planned<'a>>);

/// Makes the folder `next` with everything in it.
pub(super) fn prepare(plan: &Plan<'_>, places: &Places<'_>) -> Result<(), Error> {
    // One folder is one task: two threads that create files in the same folder only wait for each other. Folders of one
    // depth need nothing but the depth above them.
    for level in by_depth(&plan.files) {
        level.par_iter().try_for_each(|folder| make_folder(folder, places))?;
    }
    keep_permissions(places)?;
    make_file(&plan.marker, places)
}

/// The folders of a release by how deep they lie; the first level is the published folder itself.
fn by_depth<'a>(files: &'a [Planned<'a>]) -> Vec<Vec<Folder<'a>>> {
    let mut folders = BTreeMap::from([("", Vec::new())]);
    for folder in marker::folders_of(files.iter().map(|file| file.path)) {
        folders.insert(folder, Vec::new());
    }
    for file in files {
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        folders.entry(folder).or_default().push(file);
    }
    let mut levels: Vec<Vec<Folder<'a>>> = Vec::new();
    for (folder, files) in folders {
        let depth = if folder.is_empty() { 0 } else { 1 + folder.matches('/').count() };
        levels.resize_with(levels.len().max(depth + 1), Vec::new);
        levels[depth].push((folder, files));
    }
    levels
}

fn make_folder((folder, files): &Folder<'_>, places: &Places<'_>) -> Result<(), Error> {
    fs::create_dir(places.next.join(folder))
        .map_err(|source| Error::io("create the folder", places.shown.join(folder), source))?;
    files.iter().try_for_each(|file| make_file(file, places))
}

fn make_file(file: &Planned<'_>, places: &Places<'_>) -> Result<(), Error> {
    let (to, from) = (places.next.join(file.path), places.live.join(file.path));
    let made = match file.state {
        State::Same if places.hard_links && fs::hard_link(&from, &to).is_ok() => Ok(()),
        State::Same => copy(file.bytes, &from, &to),
        State::Changed | State::New => fs::write(&to, file.bytes),
    };
    made.map_err(|source| Error::io("write", places.shown.join(file.path), source))
}

/// Writes bytes that are the same as those of a live file, with the time of that file.
fn copy(bytes: &[u8], from: &Path, to: &Path) -> io::Result<()> {
    let modified = fs::metadata(from)?.modified()?;
    let mut file = File::create(to)?;
    file.write_all(bytes)?;
    file.set_modified(modified)
}

/// The published folder is replaced, but whoever may read or write it stays as somebody set it. Its owner keeps the
/// right to change it, or the release could not be taken away again by the one after it.
#[cfg(unix)]
fn keep_permissions(places: &Places<'_>) -> Result<(), Error> {
    use std::os::unix::fs::PermissionsExt;
    let Ok(live) = fs::metadata(places.live) else { return Ok(()) };
    let mode = live.permissions().mode() | 0o700;
    fs::set_permissions(places.next, fs::Permissions::from_mode(mode))
        .map_err(|source| Error::io("set the permissions of", places.shown, source))
}

/// Other systems hand permissions down from the folder around.
#[cfg(not(unix))]
fn keep_permissions(_places: &Places<'_>) -> Result<(), Error> {
    Ok(())
}
