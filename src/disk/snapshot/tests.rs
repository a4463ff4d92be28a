//! Snapshots, seen from what a build would get.

use std::fs;

use super::*;

fn day() -> Date {
    jiff::civil::date(2026, 11, 21)
}

fn hub(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        write(folder.path(), path, text);
    }
    folder
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// A hub with its settings and two notices, looked at once.
fn two_notices() -> (tempfile::TempDir, Snapshot) {
    let hub = hub(&[("site.toml", ""), ("content/notices/a.md", "a"), ("content/notices/b.md", "b")]);
    let mut snapshot = Snapshot::new(hub.path());
    assert_eq!(snapshot.sweep().unwrap().files, ["content/notices/a.md", "content/notices/b.md", "site.toml"]);
    (hub, snapshot)
}

/// The snapshot is what reading everything afresh would give.
#[track_caller]
fn is_true_to(snapshot: &Snapshot, hub: &Path) {
    let texts = |inputs: &Inputs| -> Vec<(String, String)> {
        inputs.sources.iter().map(|(_, source)| (source.path.to_string(), source.text.to_string())).collect()
    };
    assert_eq!(texts(&snapshot.inputs(day())), texts(&read(hub, day()).unwrap()));
}

#[test]
fn a_snapshot_holds_what_a_build_depends_on() {
    let hub = hub(&[
        ("site.toml", ""),
        ("content/notices/b.md", "b"),
        ("content/notices/.b.md.swp", "x"),
        ("content/notices/b.md~", "x"),
        ("content/documents/forms/a.pdf", "pdf"),
        ("themes/civic/style.css", "css"),
        ("themes/civic/base.html", "own"),
        ("README.md", "not ours"),
    ]);
    let inputs = read(hub.path(), day()).unwrap();
    let own: Vec<&str> = inputs.sources.iter().map(|(_, source)| source.path.as_str()).collect();
    assert!(own.contains(&"content/notices/b.md") && own.contains(&"site.toml"));
    assert!(own.iter().all(|path| !path.contains("swp") && !path.contains('~') && *path != "README.md"));
    let base = inputs.sources.find("themes/civic/base.html").unwrap();
    assert_eq!(*inputs.sources.get(base).text, "own");
    assert!(inputs.sources.find("themes/civic/notice.html").is_some(), "the rest of the theme is there");
    assert_eq!(inputs.documents[0].path, "forms/a.pdf");
    let css = inputs.assets.iter().rfind(|asset| asset.path == "civic/style.css").unwrap();
    assert_eq!(&*css.bytes, b"css");
}

#[test]
fn a_folder_without_settings_is_no_hub() {
    let hub = hub(&[("content/notices/a.md", "")]);
    let error = read(hub.path(), day()).unwrap_err();
    assert!(error.to_string().contains("site.toml"), "{error}");
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_end() {
    let hub = hub(&[("site.toml", ""), ("content/notices/a.md", "")]);
    std::os::unix::fs::symlink(hub.path().join("content"), hub.path().join("content/notices/again")).unwrap();
    std::os::unix::fs::symlink("nowhere.md", hub.path().join("content/notices/broken.md")).unwrap();
    let inputs = read(hub.path(), day()).unwrap();
    let broken = inputs.sources.get(inputs.sources.find("content/notices/broken.md").unwrap());
    assert!(broken.trouble.is_some());
}

#[test]
fn a_refresh_reads_what_is_at_its_paths_and_nothing_else() {
    let (hub, mut snapshot) = two_notices();
    write(hub.path(), "content/notices/a.md", "A");
    write(hub.path(), "content/notices/b.md", "B");
    assert_eq!(snapshot.refresh(["content/notices/b.md"]).unwrap().files, ["content/notices/b.md"]);
    let inputs = snapshot.inputs(day());
    let text = |path| inputs.sources.get(inputs.sources.find(path).unwrap()).text.to_string();
    assert_eq!((text("content/notices/a.md"), text("content/notices/b.md")), ("a".to_owned(), "B".to_owned()));
    assert_eq!(snapshot.sweep().unwrap().files, ["content/notices/a.md"], "a sweep finds the other");
    is_true_to(&snapshot, hub.path());
}

#[test]
fn the_same_bytes_are_no_change() {
    let (hub, mut snapshot) = two_notices();
    write(hub.path(), "content/notices/a.md", "a");
    write(hub.path(), "content/notices/a.md~", "x");
    let paths = ["content/notices/a.md", "content/notices/a.md~", "content/notices/4913", "public/index.html", ""];
    assert_eq!(snapshot.refresh(paths).unwrap(), Changes::default());
    assert_eq!(snapshot.sweep().unwrap(), Changes::default());
}

#[test]
fn a_folder_that_is_renamed_takes_its_files_along() {
    let (hub, mut snapshot) = two_notices();
    write(hub.path(), "content/notices/waste/index.md", "w");
    write(hub.path(), "content/notices/waste/deep/er.md", "d");
    write(hub.path(), "content/notices/waste0.md", "its neighbour");
    snapshot.sweep().unwrap();
    fs::rename(hub.path().join("content/notices/waste"), hub.path().join("content/notices/bins")).unwrap();
    let paths = ["content/notices/waste", "content/notices/bins", "content/notices/bins/deep/er.md"];
    let changes = snapshot.refresh(paths).unwrap();
    let expected = ["bins/deep/er.md", "bins/index.md", "waste/deep/er.md", "waste/index.md"];
    assert_eq!(changes.files, expected.map(|path| format!("content/notices/{path}")));
    assert_eq!(changes.folders, ["content/notices/bins", "content/notices/bins/deep"]);
    is_true_to(&snapshot, hub.path());
}

#[test]
fn a_file_becomes_a_folder_and_a_folder_a_file() {
    let (hub, mut snapshot) = two_notices();
    fs::remove_file(hub.path().join("content/notices/a.md")).unwrap();
    write(hub.path(), "content/notices/a.md/index.md", "x");
    let changes = snapshot.refresh(["content/notices/a.md"]).unwrap();
    assert_eq!(changes.files, ["content/notices/a.md", "content/notices/a.md/index.md"]);
    fs::remove_dir_all(hub.path().join("content/notices/a.md")).unwrap();
    write(hub.path(), "content/notices/a.md", "y");
    snapshot.refresh(["content/notices/a.md"]).unwrap();
    is_true_to(&snapshot, hub.path());
}

#[test]
fn a_second_change_under_the_same_stamp_is_found() {
    let (hub, mut snapshot) = two_notices();
    write(hub.path(), "content/notices/a.md", "1");
    assert_eq!(snapshot.sweep().unwrap().files, ["content/notices/a.md"]);
    // As if the clock of the file system had not ticked between this and the next.
    write(hub.path(), "content/notices/a.md", "2");
    let path = hub.path().join("content/notices/a.md");
    snapshot.files.get_mut("content/notices/a.md").unwrap().stamp = Stamp::of(&path);
    assert_eq!(snapshot.sweep().unwrap().files, ["content/notices/a.md"]);
}

#[test]
fn settings_that_are_gone_for_a_while_lose_nothing_else() {
    let (hub, mut snapshot) = two_notices();
    fs::remove_file(hub.path().join("site.toml")).unwrap();
    write(hub.path(), "content/notices/a.md", "A");
    assert!(snapshot.refresh(["site.toml", "content/notices/a.md"]).is_err());
    write(hub.path(), "site.toml", "");
    assert_eq!(snapshot.refresh(["site.toml"]).unwrap().files, ["content/notices/a.md"]);
    is_true_to(&snapshot, hub.path());
}

#[cfg(unix)]
#[test]
fn behind_a_link_a_change_has_many_paths() {
    let (hub, mut snapshot) = two_notices();
    std::os::unix::fs::symlink("a.md", hub.path().join("content/notices/c.md")).unwrap();
    assert_eq!(snapshot.refresh(["content/notices/c.md"]).unwrap().files, ["content/notices/c.md"]);
    assert!(snapshot.has_links());
    write(hub.path(), "content/notices/a.md", "A");
    let changes = snapshot.refresh(["content/notices/a.md"]).unwrap();
    assert_eq!(changes.files, ["content/notices/a.md", "content/notices/c.md"]);
}
