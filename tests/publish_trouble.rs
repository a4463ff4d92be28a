//! A disk that is full, one that is read-only, and an output that is a mount point: a sentence, and the old site whole.
//!
//! Each test runs this program again where it may mount a small file system of its own, which nobody else sees and which
//! goes when it ends. Where the system does not allow that, the test says so and shows nothing.

#![cfg(target_os = "linux")]
// A test may stop at the first surprise, in its helpers too, and may print.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr)]

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use noticeboard::disk::publish;
use noticeboard::render::Site;

/// Tells this program, run again, in which folder it may mount.
const MOUNT_IN: &str = "NOTICEBOARD_TEST_MOUNT_IN";

/// In the child: the folder to mount in. Elsewhere: runs the child in the test of this name, and there is no folder.
fn folder_to_mount_in(test: &str) -> Option<PathBuf> {
    if let Some(folder) = env::var_os(MOUNT_IN) {
        return Some(folder.into());
    }
    let around = tempfile::tempdir().unwrap();
    let private = |program: &Path| {
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "--mount"]).arg(program);
        command
    };
    let allowed = private(Path::new("mount")).args(["-t", "tmpfs", "none"]).arg(around.path()).status();
    if !allowed.is_ok_and(|status| status.success()) {
        eprintln!("{test} is left out: no file system can be mounted here");
        return None;
    }
    let mut child = private(&env::current_exe().unwrap());
    let status = child.args(["--exact", test, "--nocapture"]).env(MOUNT_IN, around.path()).status().unwrap();
    assert!(status.success(), "the child failed; see above");
    None
}

fn mount(options: &str, at: &Path) {
    let status = Command::new("mount").args(["-t", "tmpfs", "-o", options, "none"]).arg(at).status().unwrap();
    assert!(status.success());
}

/// A site of a few notices, each of this text.
fn site(text: &str) -> Site {
    let mut site = Site::default();
    for number in 0..10 {
        site.add(format!("notices/{number}/index.html"), text.as_bytes());
    }
    site
}

/// Publishes, which must fail, and returns the message with the folder around left out.
fn fail(site: &Site, output: &Path) -> String {
    let error = publish(site, output).unwrap_err().to_string();
    error.replace(&output.parent().unwrap().display().to_string(), "<around>")
}

/// Checks that the folder around holds the output only, and that the output holds the notices with this text.
#[track_caller]
fn holds(output: &Path, text: &str) {
    assert_eq!(fs::read_dir(output.parent().unwrap()).unwrap().count(), 1, "a work folder is left");
    assert_eq!(fs::read_dir(output.join("notices")).unwrap().count(), 10);
    for number in 0..10 {
        assert!(fs::read_to_string(output.join(format!("notices/{number}/index.html"))).unwrap() == text, "{number}");
    }
}

#[test]
fn a_full_disk_leaves_the_old_site_whole() {
    let Some(around) = folder_to_mount_in("a_full_disk_leaves_the_old_site_whole") else { return };
    mount("size=256k", &around);
    let output = around.join("public");
    publish(&site("old"), &output).unwrap();

    let message = fail(&site(&"x".repeat(64 * 1024)), &output);
    assert!(message.starts_with("Cannot write <around>/public/notices/"), "{message}");
    let rest =
        "/index.html: the disk is full. The published site has not been changed. Make room on it, then build again.";
    assert!(message.ends_with(rest), "{message}");
    holds(&output, "old");

    let mut one_notice_more = site("old");
    one_notice_more.add("long.html".to_owned(), "x".repeat(512 * 1024).into_bytes());
    assert!(fail(&one_notice_more, &output).contains("public/long.html: the disk is full."));
    holds(&output, "old");

    publish(&site("new"), &output).unwrap();
    holds(&output, "new");
}

#[test]
fn a_read_only_disk_leaves_the_old_site_whole() {
    let Some(around) = folder_to_mount_in("a_read_only_disk_leaves_the_old_site_whole") else { return };
    mount("size=1m", &around);
    let output = around.join("public");
    publish(&site("old"), &output).unwrap();
    mount("remount,ro", &around);
    assert_eq!(
        fail(&site("new"), &output),
        "Cannot create the folder <around>/.public.noticeboard: the file system is read-only. The published site has not \
         been changed. Choose a place on a disk that can be written to."
    );
    holds(&output, "old");
}

#[test]
fn an_output_that_is_a_mount_point_is_refused_and_a_folder_in_it_is_not() {
    let test = "an_output_that_is_a_mount_point_is_refused_and_a_folder_in_it_is_not";
    let Some(around) = folder_to_mount_in(test) else { return };
    let output = around.join("public");
    fs::create_dir(&output).unwrap();
    mount("size=1m", &output);
    assert_eq!(
        fail(&site("new"), &output),
        "Cannot put the new site at <around>/public: it cannot be renamed, because it is a mount point or belongs to a \
         layer of its own. Name a folder inside it as the output."
    );
    assert_eq!(fs::read_dir(&output).unwrap().count(), 0);
    publish(&site("new"), &output.join("site")).unwrap();
    holds(&output.join("site"), "new");
}
