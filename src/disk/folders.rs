//! The folders that files lie in, told from their paths.
//!
//! Takes paths with forward slashes, in their order; asks no file system.

use std::collections::{BTreeMap, BTreeSet};

/// Paths by the folder that they lie in; `""` is the published folder itself.
pub(super) fn by_folder<'a>(paths: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, Vec<&'a str>> {
    let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for path in paths {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        folders.entry(folder).or_default().push(path);
    }
    folders
}

/// Every folder that holds one of these files, directly or further down. The published folder itself is not among them.
pub(super) fn folders_of<'a>(paths: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    let mut folders = Vec::new();
    let mut last = "";
    for path in paths {
        let (mut rest, before) = (path, last);
        // Most lie in the folder of the one before, or in one beside it.
        let is_known = |folder: &str| before.strip_prefix(folder).is_some_and(|below| below.starts_with('/'));
        while let Some((folder, _)) = rest.rsplit_once('/').filter(|(folder, _)| !is_known(folder)) {
            folders.push(folder);
            rest = folder;
        }
        last = path;
    }
    folders.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_those_on_the_way_to_a_file() {
        let folders = folders_of(["a/b/c/x", "a/b/y", "z", "d/w"].into_iter());
        assert!(folders.into_iter().eq(["a", "a/b", "a/b/c", "d"]));
    }
}
