//! The same hub gives the same bytes, whoever builds it, where and how. Unless a test says otherwise, the hub is the
//! repository's own.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::portal::{DAY, Portal, notice_keys, noticeboard};
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
fn of_hundreds_of_notices_with_one_thread_and_with_many() {
    let mut hub =
        Portal::new().edit("site.toml", "default_controller", "languages = [\"en\", \"cy\"]\ndefault_controller");
    for number in 0..150 {
        let (id, keys) = (format!("service-{number}"), notice_keys(&format!("Service {number}")));
        hub = hub.notice(&id, &keys, &format!("## Part\n\nSee [](notice:service-{}).\n", 149 - number));
        hub = hub.notice(&format!("{id}.cy"), &keys, "");
    }
    let built = |threads| {
        let output = hub.beside(threads);
        let run = hub.run_by(build(&output).env("RAYON_NUM_THREADS", threads));
        run.exit(0);
        Tree::of(&output)
    };
    let one = built("1");
    assert!(one.0.len() > 600, "there is a site");
    for threads in ["2", "3", "8"] {
        assert_eq!(built(threads).differences(&one), [""; 0], "{threads} threads");
    }
    // Mistakes come in the same order as well.
    for number in (0..150).step_by(7) {
        let path = format!("content/notices/service-{number}.md");
        hub = hub.edit(&path, "category = \"finance\"", &format!("category = \"none-{number}\""));
    }
    let said = |threads| {
        let run = hub.run_by(noticeboard().args(["check", "--as-of", DAY]).env("RAYON_NUM_THREADS", threads));
        run.exit(1).stdout.clone()
    };
    let one = said("1");
    assert!(one.contains("none-147"), "{one}");
    for threads in ["2", "3", "8"] {
        assert_eq!(said(threads), one, "{threads} threads");
    }
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
