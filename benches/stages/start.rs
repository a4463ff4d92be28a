//! The program from its start to its end, as a shell sees it: what it costs to be called at all.

use std::path::Path;
use std::process::{Command, Stdio};

use divan::Bencher;

use crate::hub;

/// Runs the program, which must succeed.
fn run(arguments: &[&str], folder: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_noticeboard"));
    let ran = command.args(arguments).current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null()).status();
    assert!(ran.unwrap().success());
}

/// What the system needs to start a program that does nothing.
#[divan::bench(sample_count = 200)]
fn nothing() {
    assert!(Command::new("true").status().unwrap().success());
}

/// `noticeboard --version`.
#[divan::bench(sample_count = 200)]
fn version() {
    run(&["--version"], Path::new("."));
}

/// `noticeboard build` of a hub of one notice that has been published already, and of one that has not.
#[divan::bench(args = [true, false], sample_count = 100)]
fn hub_of_one_notice(bencher: Bencher<'_, '_>, is_published: bool) {
    let (folder, today) = (hub::folder(1), hub::DAY.to_string());
    let arguments = ["build", "--as-of", &today];
    run(&arguments, &folder);
    let forget = || {
        if !is_published {
            std::fs::remove_dir_all(folder.join("public")).unwrap();
        }
    };
    bencher.with_inputs(forget).bench_local_values(|()| run(&arguments, &folder));
}
