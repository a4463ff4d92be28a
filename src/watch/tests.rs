//! A watch over real folders.

use std::fs;

use super::*;
use crate::domain::layout::PROBE;

/// A hub's folder, and a watch over it.
fn watched() -> (tempfile::TempDir, PathBuf, Watch) {
    let folder = tempfile::tempdir().unwrap();
    let root = fs::canonicalize(folder.path()).unwrap();
    fs::create_dir_all(root.join("content/notices")).unwrap();
    fs::write(root.join("site.toml"), "").unwrap();
    let watch = Watch::start(&root, None);
    assert_eq!(watch.how(), How::Told);
    (folder, root, watch)
}

#[track_caller]
fn hears(watch: &mut Watch, paths: &[&str]) {
    let expected = paths.iter().map(|&path| path.to_owned()).collect();
    assert_eq!(watch.wait(true), Heard::Paths(expected));
}

#[test]
fn a_saved_file_is_heard_of() {
    let (_folder, root, mut watch) = watched();
    fs::write(root.join("content/notices/a.md"), "a").unwrap();
    hears(&mut watch, &["content/notices/a.md"]);
    fs::write(root.join("site.toml"), "x").unwrap();
    hears(&mut watch, &["site.toml"]);
}

#[test]
fn nothing_wakes_it_but_the_hub() {
    let (_folder, root, mut watch) = watched();
    fs::write(root.join("README.md"), "x").unwrap();
    fs::write(root.join("content/notices/.a.md.swp"), "x").unwrap();
    fs::read(root.join("site.toml")).unwrap();
    assert_eq!(watch.wait(true), Heard::Due);
}

#[test]
fn a_folder_that_is_followed_is_watched_when_that_returns() {
    let (_folder, root, mut watch) = watched();
    for number in 0..50 {
        let deep = format!("content/notices/n{number}/deep");
        fs::create_dir_all(root.join(&deep)).unwrap();
        watch.follow([format!("content/notices/n{number}")]);
        let file = format!("{deep}/index.md");
        fs::write(root.join(&file), "x").unwrap();
        let mut heard = BTreeSet::new();
        while !heard.contains(&file) {
            match watch.wait(true) {
                Heard::Paths(paths) => heard.extend(paths),
                other => panic!("{other:?} instead of {file}"),
            }
        }
    }
    watch.follow(["content/notices/nowhere"]);
    assert_eq!(watch.how(), How::Told);
}

#[test]
fn where_it_looks_for_itself_it_is_told_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut watch = Watch::start(folder.path(), Some(Why::Asked));
    watch.renew();
    fs::write(folder.path().join("site.toml"), "").unwrap();
    assert_eq!(watch.wait(false), Heard::Due);
}

#[test]
fn a_change_of_which_the_system_says_nothing_makes_it_look() {
    let (_folder, root, mut watch) = watched();
    fs::write(root.join("site.toml"), "x").unwrap();
    watch.found_untold();
    assert_eq!(watch.how(), How::Told, "it was told after all");
    hears(&mut watch, &["site.toml"]);
    watch.found_untold();
    assert_eq!(watch.how(), How::Looking(Why::Untold));
}

#[test]
fn a_probe_proves_that_the_system_tells() {
    let (_folder, root, mut watch) = watched();
    fs::write(root.join("site.toml"), "before").unwrap();
    watch.prove(|| fs::write(root.join(PROBE), "").is_ok());
    assert_eq!(watch.how(), How::Told);
    hears(&mut watch, &["site.toml"]);
    // Another folder: of one probe the system may tell several times, and late.
    let (_other, _, mut untold) = watched();
    untold.prove(|| true);
    assert_eq!(untold.how(), How::Looking(Why::Untold), "there was no probe to tell of");
    let mut silent = watched().2;
    silent.prove(|| false);
    assert_eq!(silent.how(), How::Told, "where no probe can be made nothing is known");
}

#[test]
fn a_folder_that_cannot_be_watched_is_looked_at() {
    let watch = Watch::start(Path::new("/nowhere/at/all"), None);
    assert_eq!(watch.how(), How::Looking(Why::Refused));
}
