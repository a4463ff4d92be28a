//! The same hub gives the same bytes, whoever builds it, where and how. The hub is the repository's own.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::portal::{DAY, noticeboard};
use crate::tree::Tree;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn build(output: &Path) -> Command {
    let mut command = noticeboard();
    command.args(["build", "--quiet", "--as-of", DAY, "--output"]).arg(output);
    command
}

/// What a command publishes into a folder of its own.
#[track_caller]
fn published(change: impl FnOnce(&mut Command)) -> Tree {
    let around = tempfile::tempdir().unwrap();
    let output = around.path().join("public");
    let mut command = build(&output);
    command.current_dir(root());
    change(&mut command);
    let done = command.output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let tree = Tree::of(&output);
    assert!(tree.0.len() > 50, "there is a site");
    tree
}

#[track_caller]
fn same(change: impl FnOnce(&mut Command)) {
    assert_eq!(published(change).differences(&published(|_| {})), [""; 0]);
}

#[test]
fn with_one_thread_and_with_many() {
    same(|command| {
        command.env("RAYON_NUM_THREADS", "1");
    });
    same(|command| {
        command.env("RAYON_NUM_THREADS", "8");
    });
}

#[test]
fn from_another_folder() {
    let elsewhere = tempfile::tempdir().unwrap();
    same(|command| {
        command.current_dir(elsewhere.path()).arg("--root").arg(root());
    });
    same(|command| {
        command.current_dir(root().join("src")).args(["--root", ".."]);
    });
}

#[test]
fn in_another_time_zone_and_locale() {
    same(|command| {
        command.env("TZ", "Pacific/Kiritimati").env("LC_ALL", "tr_TR.UTF-8").env("LANG", "cy_GB.UTF-8");
    });
    same(|command| {
        command.env("TZ", "America/Los_Angeles").env("LC_ALL", "C");
    });
}

#[test]
fn twice_in_a_row() {
    let around = tempfile::tempdir().unwrap();
    let output = around.path().join("public");
    let run = || {
        let done = build(&output).current_dir(root()).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        Tree::of(&output)
    };
    assert_eq!(run(), run());
}
