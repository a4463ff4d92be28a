//! Which files a hub consists of.
//!
//! Takes the hub's folder; gives the paths of its files and folders below it, with forward slashes. Symbolic links are
//! followed, but not in circles. Hidden files and those that editors leave behind are passed over. A folder that goes
//! away meanwhile is an error that [`Error::is_missing`] knows: the caller looks again.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::Error;
use crate::domain::layout::{FOLDERS, SETTINGS, is_passed_over};

/// What was found below a folder.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Every file, in no order.
    pub files: Vec<String>,
    /// Every folder, the one from which the walk began among them.
    pub folders: Vec<String>,
    /// Whether any of them is a symbolic link, or lies behind one.
    pub has_links: bool,
}

/// Everything that the hub in a folder consists of.
pub(super) fn hub(root: &Path) -> Result<Found, Error> {
    let mut found = Found::default();
    if !root.join(SETTINGS).is_file() {
        return Err(Error::NoHub { root: root.to_owned() });
    }
    found.has_links = root.join(SETTINGS).is_symlink();
    found.files.push(SETTINGS.to_owned());
    for folder in FOLDERS {
        if root.join(folder).is_dir() {
            below(root, folder, &mut found)?;
        }
    }
    Ok(found)
}

/// Everything below a folder of the hub.
pub(super) fn below(root: &Path, folder: &str, found: &mut Found) -> Result<(), Error> {
    found.has_links |= root.join(folder).is_symlink();
    step(root, folder, &mut BTreeSet::new(), found)
}

fn step(root: &Path, folder: &str, above: &mut BTreeSet<PathBuf>, found: &mut Found) -> Result<(), Error> {
    let path = root.join(folder);
    let real = fs::canonicalize(&path).map_err(|error| Error::io("open", &path, error))?;
    if !above.insert(real.clone()) {
        return Ok(());
    }
    found.folders.push(folder.to_owned());
    for entry in fs::read_dir(&path).map_err(|error| Error::io("list", &path, error))? {
        let entry = entry.map_err(|error| Error::io("list", &path, error))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if is_passed_over(&name) {
            continue;
        }
        let below = format!("{folder}/{name}");
        let kind = entry.file_type().map_err(|error| Error::io("open", entry.path(), error))?;
        found.has_links |= kind.is_symlink();
        if kind.is_dir() || (kind.is_symlink() && entry.path().is_dir()) {
            step(root, &below, above, found)?;
        } else {
            found.files.push(below);
        }
    }
    above.remove(&real);
    Ok(())
}
