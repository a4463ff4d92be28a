//! Building again equals building: after any sequence of edits, what is built with a memory of the last build is what a
//! clean build gives, byte for byte, diagnostics and findings included.
//!
//! The same of publishing: a folder into which one site after the other goes holds what a new folder would hold.
//!
//! The edits are those that people make: words changed in place, in front matter and text, files added, renamed,
//! deleted and put back, folders of fragments, broken and mended files, settings, general sections, themes, documents,
//! another day. They are drawn from fixed seeds, so that a failure repeats.

#![allow(clippy::unwrap_used)] // a test that cannot go on fails

mod edit;

use std::path::Path;

use noticeboard::build::{Inputs, Memo, Outcome, build, rebuild};
use noticeboard::disk;

use edit::{Hub, Numbers};

fn read(root: &str) -> Inputs {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(root);
    disk::read(&root, jiff::civil::date(2026, 11, 21)).unwrap()
}

/// Fails where two outcomes differ in anything that people can see.
#[track_caller]
fn assert_same(rebuilt: &Outcome, clean: &Outcome, edits: &[String]) {
    let after = || format!("after these edits:\n{}", edits.join("\n"));
    assert_eq!(rebuilt.diagnostics, clean.diagnostics, "{}", after());
    assert_eq!(rebuilt.report.findings, clean.report.findings, "{}", after());
    assert_eq!(format!("{:?}", rebuilt.report.accepted), format!("{:?}", clean.report.accepted), "{}", after());
    assert_eq!(format!("{:?}", rebuilt.subjects), format!("{:?}", clean.subjects), "{}", after());
    assert_eq!(rebuilt.pages, clean.pages, "{}", after());
    assert_eq!(rebuilt.site.is_some(), clean.site.is_some(), "{}", after());
    let (Some(rebuilt), Some(clean)) = (&rebuilt.site, &clean.site) else { return };
    let paths = |site: &noticeboard::render::Site| site.iter().map(|(path, _)| path.to_owned()).collect::<Vec<_>>();
    assert_eq!(paths(rebuilt), paths(clean), "{}", after());
    for (path, bytes) in clean.iter() {
        let other = rebuilt.get(path).unwrap();
        if other != &**bytes {
            let (other, bytes) = (String::from_utf8_lossy(other), String::from_utf8_lossy(bytes));
            let line = other.lines().zip(bytes.lines()).find(|(other, line)| other != line);
            panic!("{path} differs: {line:?}\n{}", after());
        }
    }
}

/// A published folder, for one site after the other.
struct Public(tempfile::TempDir);

impl Public {
    fn new() -> Self {
        Public(tempfile::tempdir().unwrap())
    }

    /// Publishes a site, if there is one, and fails where the folder does not hold exactly that.
    #[track_caller]
    fn takes(&self, outcome: &Outcome, edits: &[String]) {
        let Some(site) = &outcome.site else { return };
        let folder = self.0.path().join("public");
        let published = disk::publish(site, &folder).unwrap();
        assert_eq!(published.total, site.paths().count());
        for (path, bytes) in site.iter() {
            let found = std::fs::read(folder.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
            assert!(found == **bytes, "{path} is published as it was before\nafter these edits:\n{}", edits.join("\n"));
        }
    }
}

fn holds(root: &str, seed: u64, rounds: usize) {
    let (mut hub, public) = (Hub::new(read(root), Numbers::new(seed)), Public::new());
    let mut memo = Memo::default();
    rebuild(&hub.inputs(), &mut memo);
    let (mut edits, mut good) = (Vec::new(), 0);
    for _ in 0..rounds {
        edits.push(hub.edit());
        let inputs = hub.inputs();
        let rebuilt = rebuild(&inputs, &mut memo);
        good += usize::from(rebuilt.site.is_some());
        let clean = build(&inputs);
        public.takes(&clean, &edits);
        assert_same(&rebuilt, &clean, &edits);
    }
    assert!(good > rounds / 4 && good < rounds, "good and bad builds take turns: {good} of {rounds} were good");
}

#[test]
fn building_again_equals_building_on_a_hub_with_every_feature() {
    for seed in 1..=3 {
        holds("tests/portals/features", seed, 40);
    }
}

#[test]
fn building_again_equals_building_in_two_languages() {
    for seed in 1..=3 {
        holds("tests/portals/welsh", seed, 40);
    }
}

#[test]
fn building_again_equals_building_on_the_sample_hub() {
    holds(".", 1, 25);
}

/// Each kind of edit by itself, so that none hides behind another.
#[test]
fn every_kind_of_edit_by_itself() {
    for kind in 0..Hub::KINDS {
        let mut hub = Hub::new(read("tests/portals/features"), Numbers::new(kind as u64 + 77));
        let (mut memo, public) = (Memo::default(), Public::new());
        rebuild(&hub.inputs(), &mut memo);
        let mut edits = Vec::new();
        for _ in 0..4 {
            edits.push(hub.edit_of(kind));
            let inputs = hub.inputs();
            let clean = build(&inputs);
            public.takes(&clean, &edits);
            assert_same(&rebuild(&inputs, &mut memo), &clean, &edits);
        }
    }
}

/// The law of another day is printed on pages whose notices have not changed. Each day lies next to one on which something
/// of the law began, so that nothing else changes with it.
#[test]
fn another_day_alone_is_another_page() {
    let mut inputs = read("tests/portals/features");
    let (mut memo, public) = (Memo::default(), Public::new());
    for (year, month, day) in [
        (2025, 12, 1),
        (2026, 2, 4),
        (2026, 2, 6),
        (2026, 6, 18),
        (2026, 6, 20),
        (2026, 9, 30),
        (2026, 10, 2),
        (2026, 11, 21),
    ] {
        inputs.today = jiff::civil::date(year, month, day);
        let said = [format!("the day is {}", inputs.today)];
        let clean = build(&inputs);
        public.takes(&clean, &said);
        assert_same(&rebuild(&inputs, &mut memo), &clean, &said);
    }
}

/// The address of the hub stands on every page.
#[test]
fn another_address_alone_is_another_page() {
    let (mut inputs, public) = (read("tests/portals/features"), Public::new());
    for address in [None, Some("https://privacy.example.gov.uk/"), Some("https://www.example.gov.uk/privacy/"), None] {
        inputs.base_url = address.map(str::to_owned);
        public.takes(&build(&inputs), &[format!("the address is {address:?}")]);
    }
}

/// Each template by itself, so that none hides behind one that is on every page.
#[test]
fn another_template_alone_is_another_page() {
    let mut hub = Hub::new(read("tests/portals/features"), Numbers::new(5));
    let (mut memo, public) = (Memo::default(), Public::new());
    let mut last = build(&hub.inputs());
    rebuild(&hub.inputs(), &mut memo);
    let mut unseen = Vec::new();
    for path in hub.templates() {
        let edits = [hub.mark_template(&path)];
        let (inputs, pages) = (hub.inputs(), |outcome: &Outcome| -> Vec<Vec<u8>> {
            outcome.site.iter().flat_map(|site| site.iter().map(|(_, bytes)| bytes.to_vec())).collect()
        });
        let clean = build(&inputs);
        public.takes(&clean, &edits);
        assert_same(&rebuild(&inputs, &mut memo), &clean, &edits);
        if pages(&clean) == pages(&last) {
            unseen.push(path);
        }
        last = clean;
    }
    assert_eq!(unseen, ["themes/civic/categories.html"], "the hub's own theme takes its place, and no other's");
}

/// Only what has changed is made again: how many pages, and why.
#[test]
fn what_changes_is_what_is_made_again() {
    let check = |edit: fn(&mut Hub) -> String, expected: &[(&str, &[&str])]| {
        let mut hub = Hub::new(read("tests/portals/welsh"), Numbers::new(5));
        let mut memo = Memo::default();
        rebuild(&hub.inputs(), &mut memo);
        let said = edit(&mut hub);
        let changes = rebuild(&hub.inputs(), &mut memo).changes.unwrap();
        let found: Vec<(&str, &[&str])> =
            changes.pages.iter().map(|(page, fields)| (page.as_str(), fields.as_slice())).collect();
        assert_eq!(found, expected, "{said}");
    };
    check(|_| "nothing".to_owned(), &[]);
    check(|hub| hub.append("content/notices/waste.md", "\nOne more sentence.\n"), &[("/notices/waste/", &["text"])]);
}
