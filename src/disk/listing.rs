//! What stands in a folder, and what of it is not ours.
//!
//! It answers, for the output folder, which files and folders are really there, hidden ones included, and which of them
//! Noticeboard did not publish. It takes a folder and the list of its marker. It follows no symbolic link: a link is
//! never something that we published. It does not read the contents of any file.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use rayon::prelude::*;

use super::error::Error;
use super::folders::folders_of;
use super::marker::{self, Records};

/// Everything below a folder, by its path in that folder with forward slashes.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// Plain files.
    pub(super) files: BTreeSet<String>,
    /// Folders, empty or not.
    pub(super) folders: BTreeSet<String>,
    /// What we never publish: symbolic links, devices, names that are no text.
    odd: BTreeSet<String>,
}

/// What one entry of a folder is.
enum Kind {
    File,
    Folder,
    Odd,
}

impl Listing {
    /// Lists everything below a folder. `shown` is what messages call the folder.
    pub(super) fn of(folder: &Path, shown: &Path) -> Result<Listing, Error> {
        let (mut files, mut folders, mut odd) = (Vec::new(), Vec::new(), Vec::new());
        let mut level = vec![String::new()];
        while !level.is_empty() {
            let read = level.par_iter().map(|below| read_folder(folder, below, shown));
            let entries: Vec<_> = read.collect::<Result<Vec<_>, Error>>()?.into_iter().flatten().collect();
            level.clear();
            for (path, kind) in entries {
                match kind {
                    Kind::File => files.push(path),
                    Kind::Odd => odd.push(path),
                    Kind::Folder => level.push(path),
                }
            }
            folders.extend_from_slice(&level);
        }
        let [files, folders, odd] = [files, folders, odd].map(BTreeSet::from_iter);
        Ok(Listing { files, folders, odd })
    }

    /// Whether there is nothing at all.
    pub(super) fn is_empty(&self) -> bool {
        self.files.is_empty() && self.folders.is_empty() && self.odd.is_empty()
    }

    /// What is neither on the list of published files nor a folder that holds one of them: somebody else put it there.
    /// A folder is named (with a slash at the end) only if it is empty, since otherwise its contents are.
    pub(super) fn strangers(&self, published: &Records) -> Vec<String> {
        let ours = folders_of(published.keys().map(String::as_str));
        let files = self.files.iter().filter(|path| !published.contains_key(*path) && *path != marker::NAME);
        let folders = self.folders.iter().filter(|folder| !ours.contains(folder.as_str()) && !self.has_below(folder));
        let mut found: Vec<String> = files.chain(&self.odd).cloned().collect();
        found.extend(folders.map(|folder| format!("{folder}/")));
        found.sort();
        found
    }

    fn has_below(&self, folder: &str) -> bool {
        let start = format!("{folder}/");
        [&self.files, &self.folders, &self.odd]
            .iter()
            .any(|set| set.range(start.clone()..).next().is_some_and(|path| path.starts_with(&start)))
    }
}

fn read_folder(folder: &Path, below: &str, shown: &Path) -> Result<Vec<(String, Kind)>, Error> {
    let failed = |source| Error::io("read the folder", shown.join(below), source);
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder.join(below)).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let kind = entry.file_type().map_err(failed)?;
        let name = entry.file_name();
        let kind = match name.to_str() {
            Some(_) if kind.is_file() => Kind::File,
            Some(_) if kind.is_dir() => Kind::Folder,
            _ => Kind::Odd,
        };
        let name = name.to_string_lossy();
        let path = if below.is_empty() { name.into_owned() } else { format!("{below}/{name}") };
        entries.push((path, kind));
    }
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Makes the paths (those with a slash at the end as folders), publishes on paper those listed, and compares.
    #[track_caller]
    fn check(present: &[&str], published: &[&str], strangers: &[&str]) {
        let folder = tempfile::tempdir().unwrap();
        for path in present {
            let path = folder.path().join(path);
            if path.as_os_str().to_string_lossy().ends_with('/') {
                fs::create_dir_all(path).unwrap();
            } else {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, "").unwrap();
            }
        }
        let published = published.iter().map(|&path| (path.to_owned(), None)).collect();
        let listing = Listing::of(folder.path(), Path::new("public")).unwrap();
        assert_eq!(listing.strangers(&published), strangers);
    }

    #[test]
    fn published_files_and_their_folders_are_ours() {
        check(&[".noticeboard", "a/b/c", "d"], &["a/b/c", "d"], &[]);
    }

    #[test]
    fn a_folder_that_lost_its_published_file_is_still_ours() {
        check(&["a/b/"], &["a/b/c"], &[]);
    }

    #[test]
    fn other_files_are_strangers_hidden_ones_too() {
        check(&["a/b", "a/x", ".y", "a/.z", "n/o/p"], &["a/b"], &[".y", "a/.z", "a/x", "n/o/p"]);
    }

    #[test]
    fn an_empty_folder_is_a_stranger_by_its_deepest_name() {
        check(&["a/b", "a-b/", "q/r/"], &["a/b"], &["a-b/", "q/r/"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_a_stranger_even_under_a_published_name() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("real")).unwrap();
        std::os::unix::fs::symlink("real", folder.path().join("a")).unwrap();
        let listing = Listing::of(folder.path(), Path::new("public")).unwrap();
        let published = ["a", "real/b"].map(|path| (path.to_owned(), None)).into();
        assert_eq!(listing.strangers(&published), ["a"]);
    }

    #[test]
    fn a_missing_folder_is_an_error_that_names_it() {
        let folder = tempfile::tempdir().unwrap();
        let error = Listing::of(&folder.path().join("none"), Path::new("public")).unwrap_err();
        assert!(error.to_string().starts_with("Cannot read the folder public: it does not exist."), "{error}");
    }
}
