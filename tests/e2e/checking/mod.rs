//! What `check` and `explain` say, in every format and with every option. What each rule finds is in `tests/rules`.

mod control;
mod day;
mod formats;

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::portal::{DAY, Portal};
use crate::run::Run;

/// A hub of the folder `tests/rules`, to be changed.
fn hub(name: &str) -> Portal {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules").join(name);
    let mut portal = Portal::empty_folder();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                let within = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
                portal = portal.file(&within, fs::read(&path).unwrap());
            }
        }
    }
    portal
}

/// A hub of which nothing is found.
fn clean() -> Portal {
    hub("clean")
}

/// A hub with findings of every severity, with related places, and one that is accepted.
fn every_severity() -> Portal {
    hub("every-severity")
}

/// Checks a hub, with further options.
fn check(portal: &Portal, options: &[&str]) -> Run {
    portal.run(&[&["check", "--as-of", DAY], options].concat())
}

/// What `check` gives as JSON, with further options.
fn json(portal: &Portal, options: &[&str]) -> Value {
    serde_json::from_str(&check(portal, &[&["--format", "json"], options].concat()).stdout).unwrap()
}

/// The rules that find something, in the order of places.
fn rules(report: &Value) -> Vec<&str> {
    report["findings"].as_array().unwrap().iter().map(|finding| finding["rule"].as_str().unwrap()).collect()
}
