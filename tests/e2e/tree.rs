//! What stands in a folder: every file with its bytes, and what the system knows it by.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// The file that says what others were made from: another when those are made from something else, though they be the same.
pub const MARKER: &str = ".noticeboard";

/// Every file below a folder, by its path in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree(pub BTreeMap<String, Vec<u8>>);

impl Tree {
    /// What stands in a folder; nothing if there is no folder.
    pub fn of(folder: &Path) -> Self {
        let mut tree = Tree::default();
        visit(folder, "", &mut |path, file| {
            tree.0.insert(path.to_owned(), fs::read(file).unwrap());
        });
        tree
    }

    /// The paths.
    pub fn paths(&self) -> Vec<&str> {
        self.0.keys().map(String::as_str).collect()
    }

    /// The same without the marker.
    pub fn without_marker(mut self) -> Self {
        self.0.remove(MARKER);
        self
    }

    /// The paths at which two trees differ.
    pub fn differences<'a>(&'a self, other: &'a Tree) -> Vec<&'a str> {
        let here = self.0.iter().filter(|(path, bytes)| other.0.get(*path) != Some(bytes));
        let only_there = other.0.keys().filter(|path| !self.0.contains_key(*path));
        here.map(|(path, _)| path.as_str()).chain(only_there.map(String::as_str)).collect()
    }
}

/// By what the system would tell that a file has been written again: its inode and its time.
#[cfg(unix)]
pub fn identities(folder: &Path) -> BTreeMap<String, (u64, SystemTime)> {
    use std::os::unix::fs::MetadataExt;
    let mut identities = BTreeMap::new();
    visit(folder, "", &mut |path, file| {
        let found = fs::metadata(file).unwrap();
        identities.insert(path.to_owned(), (found.ino(), found.modified().unwrap()));
    });
    identities
}

fn visit(folder: &Path, below: &str, each: &mut impl FnMut(&str, &Path)) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let entry = entry.unwrap();
        let path = format!("{below}{}", entry.file_name().to_str().unwrap());
        if entry.path().is_dir() {
            visit(&entry.path(), &format!("{path}/"), each);
        } else {
            each(&path, &entry.path());
        }
    }
}
