//! Hubs that change while they are read.

use std::fs;

use super::*;
use crate::build::{Outcome, build};

const DAY: Date = jiff::civil::date(2026, 11, 21);

/// A hub of that many notices.
fn hub(notices: usize) -> tempfile::TempDir {
    let hub = tempfile::tempdir().unwrap();
    fs::create_dir_all(hub.path().join(NOTICES)).unwrap();
    fs::write(hub.path().join("site.toml"), "title = \"Hub\"\n").unwrap();
    for number in 0..notices {
        let text = format!("+++\ntitle = \"Service {number}\"\n+++\n\nText {number}.\n");
        fs::write(hub.path().join(NOTICES).join(format!("service-{number}.md")), text).unwrap();
    }
    hub
}

/// The titles of all notices, and the words and places of all diagnostics.
fn what(outcome: &Outcome) -> (Vec<String>, Vec<String>) {
    let titles = outcome.subjects.iter().map(|subject| subject.title.clone());
    (titles.collect(), outcome.diagnostics.iter().map(|diagnostic| format!("{diagnostic:?}")).collect())
}

fn texts(sources: &Sources) -> Vec<(FileId, String, String)> {
    sources.iter().map(|(file, source)| (file, source.path.to_string(), source.text.to_string())).collect()
}

#[test]
fn what_is_read_late_is_what_is_read_whole() {
    for notices in [0, 1, 500] {
        let hub = hub(notices);
        let late = Reading::start(hub.path(), DAY).unwrap().make(|inputs| inputs).unwrap();
        assert_eq!(texts(&late.sources), texts(&crate::disk::read(hub.path(), DAY).unwrap().sources));
    }
}

#[test]
fn a_file_that_goes_away_before_it_is_read_was_never_there() {
    let hub = hub(200);
    let reading = Reading::start(hub.path(), DAY).unwrap();
    fs::remove_file(hub.path().join(NOTICES).join("service-77.md")).unwrap();
    let mut tries = 0;
    let outcome = reading.make(|inputs| {
        tries += 1;
        build(&inputs)
    });
    assert_eq!(tries, 2, "what was made of the first reading is thrown away");
    let whole = build(&crate::disk::read(hub.path(), DAY).unwrap());
    assert_eq!(what(&outcome.unwrap()), what(&whole));
    assert_eq!(whole.subjects.len(), 199);
}

#[test]
fn a_file_that_nobody_asks_for_counts_as_well() {
    let hub = hub(2);
    let reading = Reading::start(hub.path(), DAY).unwrap();
    fs::remove_file(hub.path().join(NOTICES).join("service-1.md")).unwrap();
    let is_there = reading.make(|inputs| inputs.sources.find("content/notices/service-1.md").is_some());
    assert!(!is_there.unwrap());
}

#[test]
fn a_folder_that_is_renamed_is_read_where_it_is_then() {
    let hub = hub(3);
    let (before, after) = (hub.path().join(NOTICES).join("waste"), hub.path().join(NOTICES).join("bins"));
    fs::create_dir(&before).unwrap();
    fs::write(before.join("index.md"), "+++\ntitle = \"Bins\"\n+++\n").unwrap();
    let reading = Reading::start(hub.path(), DAY).unwrap();
    fs::rename(before, after).unwrap();
    let outcome = reading.make(|inputs| build(&inputs)).unwrap();
    assert_eq!(outcome.subjects.iter().filter(|subject| subject.title == "Bins").count(), 1);
    assert!(outcome.subjects.iter().any(|subject| subject.id == "bins"));
}

#[test]
fn a_folder_that_becomes_a_file_took_its_files_along() {
    let hub = hub(3);
    let folder = hub.path().join(NOTICES).join("waste");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("index.md"), "").unwrap();
    let reading = Reading::start(hub.path(), DAY).unwrap();
    fs::remove_dir_all(&folder).unwrap();
    fs::write(&folder, "").unwrap();
    let sources = reading.make(|inputs| inputs.sources).unwrap();
    assert!(
        sources.find("content/notices/waste").is_some() && sources.find("content/notices/waste/index.md").is_none()
    );
}

#[test]
fn a_hub_that_goes_away_is_none() {
    let hub = hub(3);
    let reading = Reading::start(hub.path(), DAY).unwrap();
    fs::remove_dir_all(hub.path()).unwrap();
    let error = reading.make(|inputs| build(&inputs)).unwrap_err();
    assert!(error.to_string().contains("no site.toml"), "{error}");
}
