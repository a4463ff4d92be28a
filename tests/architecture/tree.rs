//! The files of the repository, as the rules see them: a path with forward slashes, and a text.

use std::fs;
use std::path::{Path, PathBuf};

/// The repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the repository.
pub fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The paths of all files below a folder, sorted.
pub fn files(folder: &str) -> Vec<String> {
    let mut paths = Vec::new();
    list(&root().join(folder), folder, &mut paths);
    paths.sort();
    assert!(!paths.is_empty(), "there is something in {folder}");
    paths
}

fn list(folder: &Path, shown: &str, paths: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{shown}/{}", entry.file_name().to_str().unwrap());
        if path.ends_with("/node_modules") {
            continue;
        }
        if entry.file_type().unwrap().is_dir() { list(&entry.path(), &path, paths) } else { paths.push(path) }
    }
}

/// The Rust files below a folder, each with its text.
pub fn rust(folder: &str) -> Vec<(String, String)> {
    let paths = files(folder).into_iter().filter(|path| path.ends_with(".rs"));
    paths.map(|path| (path.clone(), text(&path))).collect()
}

/// Fails with every fault on a line of its own.
#[track_caller]
pub fn hold(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}
