//! What no text confirms gives advice and no more: every row of the law's tables that is marked so is put to the test.
//!
//! A row with `unverified` is found by reading the tables, and tried in the clean hub of the rules, which has no findings.
//! A table that gains such a row has to say here how a hub can run into it.

#![allow(clippy::unwrap_used)] // a test that cannot go on fails

use std::fs;
use std::path::Path;

use jiff::civil::date;
use noticeboard::build::build;
use noticeboard::check::rules;
use noticeboard::diagnostic::{Severity, human};
use noticeboard::disk;
use noticeboard::law::Law;
use toml::{Table, Value};

const NOTICE: &str = "content/notices/leisure.md";

/// The rows of every table of law that no text confirms, each with the name of its table.
fn rows() -> Vec<(String, Table)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/law");
    let mut rows = Vec::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if !name.ends_with(".toml") {
            continue;
        }
        let table: Table = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        let all = table.into_iter().filter_map(|(_, value)| value.try_into::<Vec<Table>>().ok()).flatten();
        rows.extend(all.filter(|row| row.contains_key("unverified")).map(|row| (name.clone(), row)));
    }
    rows
}

fn texts(row: &Table, key: &str) -> Vec<String> {
    row[key].as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Changes in a hub: a file, words of it, and what to put in their place. Without words, a text for the end of the file.
type Edit<'a> = (&'a str, &'a str, String);

/// The findings about the clean hub with some changes: the rule and the severity of each.
#[track_caller]
fn found(edits: &[Edit<'_>]) -> Vec<(&'static str, Severity)> {
    let hub = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules/clean"), hub.path());
    for (path, words, instead) in edits {
        let path = hub.path().join(path);
        let text = fs::read_to_string(&path).unwrap_or_default();
        assert!(words.is_empty() || text.contains(words), "{} lacks {words:?}", path.display());
        let text = if words.is_empty() { format!("{text}{instead}") } else { text.replacen(words, instead, 1) };
        fs::write(path, text).unwrap();
    }
    let inputs = disk::read(hub.path(), date(2026, 11, 21)).unwrap();
    let outcome = build(&inputs);
    let shown = |diagnostic| human::render(diagnostic, &inputs.sources);
    assert!(outcome.site.is_some(), "{}", outcome.diagnostics.iter().map(shown).collect::<String>());
    outcome.report.findings.iter().map(|finding| (finding.diagnostic.code, finding.diagnostic.severity)).collect()
}

#[track_caller]
fn gives_advice(what: &str, edits: &[Edit<'_>]) {
    let found = found(edits);
    assert!(!found.is_empty(), "{what} is not noticed");
    assert!(found.iter().all(|(_, severity)| *severity == Severity::Advice), "{what}: {found:?}");
}

#[track_caller]
fn gives_nothing(what: &str, edits: &[Edit<'_>]) {
    assert_eq!(found(edits), [], "{what}");
}

fn transfer_to(place: &str) -> [Edit<'static>; 1] {
    let transfer = format!(
        "[[transfers]]\ndestination = \"{place}\"\nsafeguard = \"approved\"\npurpose = \"support\"\n\n[[retention]]"
    );
    [(NOTICE, "[[retention]]", transfer)]
}

/// What a row does to a hub that runs into it.
fn try_out(table: &str, row: &Table, law: &Law) {
    let id = row.get("id").and_then(Value::as_str).unwrap_or_default();
    match table {
        "stale.toml" => {
            for words in texts(row, "words") {
                gives_advice(&words, &[(NOTICE, "", format!("\nWe gave data to {words} for it.\n"))]);
            }
        }
        "places.toml" => {
            for name in texts(row, "names") {
                let found = found(&transfer_to(&name));
                assert!(found.iter().all(|(_, severity)| *severity == Severity::Advice), "{name}: {found:?}");
            }
        }
        "tools.toml" => try_tool(row),
        "cookies.toml" => {
            let ground = format!("ground = {}", row["paragraph"].as_integer().unwrap());
            gives_nothing("a cookie on such a ground", &[("content/cookies.toml", "ground = 4", ground)]);
        }
        "schedule-1.toml" => {
            let paragraph = format!(
                "[\"contract\"]\ncriminal_offences = true\nschedule_1 = [{}]",
                row["number"].as_integer().unwrap()
            );
            gives_nothing("a policy document that may not be needed", &[(NOTICE, "[\"contract\"]", paragraph)]);
        }
        "fee-register.toml" => {
            gives_nothing("an old number", &[("site.toml", "\"Z1234567\"", "\"Z123456X\"".to_owned())]);
        }
        // A notice all of whose purposes rest on the basis, and that promises the right.
        "rights.toml" => {
            assert_eq!((id, texts(row, "unverified")), ("erasure", vec!["ea".to_owned()]));
            let text = format!("+++\n{RESTS_ON_EA}\n+++\n\nYou have the right to have your data erased.\n");
            gives_nothing("a right under (ea)", &[("content/notices/visitors.md", "", text)]);
        }
        "bodies.toml" => {
            assert_eq!(id, "councillor");
            let kind = "kind = \"councillor\"\nregistration = \"\"".to_owned();
            let without = ("site.toml", "registration = \"ZA123456\"\n", String::new());
            let found = found(&[("site.toml", "kind = \"electoral-registration-officer\"", kind), without.clone()]);
            let of_rule: Vec<_> = found.iter().filter(|(rule, _)| *rule == "registration-missing").collect();
            assert_eq!(of_rule, [&("registration-missing", Severity::Advice)]);
        }
        "limits.toml" => assert!(law.limit(id, date(2026, 11, 21)).is_none(), "{id} is told as certain"),
        "commencement.toml" => assert!(rules::ALL.iter().all(|rule| rule.since != Some(id)), "a rule rests on {id}"),
        other => panic!("{other} has a row that no text confirms, and this test does not know how to run into it"),
    }
}

const RESTS_ON_EA: &str = r#"
title = "Visitors"
summary = "How we look after visitors."
category = "community"
last_updated = 2026-10-01
review_by = 2027-10-01
recipients = "none"
[[personal_data]]
source = ["you"]
items = ["name"]
[[purposes]]
text = "Look after visitors at risk"
lawful_basis = ["recognised-legitimate-interest"]
recognised_interest = "safeguarding"
not_public_task = "We do this as the owner of a theatre."
[[retention]]
record = "Notes"
trigger = "the visit"
period = "a month"
action = "destroy"
[automated_decisions]
exists = false"#;

/// A tool gives data away wherever its maker is, and sets cookies: both are known in general only.
fn try_tool(row: &Table) {
    let name = row["name"].as_str().unwrap();
    let recipient = ("name = \"Our ticket supplier\"", format!("name = \"{name}\""));
    if row.contains_key("home") {
        gives_advice(name, &[(NOTICE, recipient.0, recipient.1)]);
    }
    let text =
        format!("+++\ntitle = \"Cookies\"\npage = true\nmerge = \"link\"\n+++\n\nWe use {name} on this website.\n");
    let found = found(&[("content/general/cookies.md", "", text)]);
    assert!(found.iter().all(|(_, severity)| *severity == Severity::Advice), "{name}: {found:?}");
    assert_eq!(row["cookies"].as_bool().unwrap(), !found.is_empty(), "{name} on the page about cookies");
}

#[test]
fn what_no_text_confirms_gives_advice_and_no_more() {
    let law = Law::load();
    let rows = rows();
    assert!(rows.len() > 40, "{} rows", rows.len());
    rows.iter().for_each(|(table, row)| try_out(table, row, &law));
}

/// The test above would see a row that gives more.
#[test]
fn what_is_certain_gives_more_than_advice() {
    let words = "\nAsk the Information Commissioner.\n".to_owned();
    assert_eq!(found(&[(NOTICE, "", words)]), [("stale-regulator", Severity::Warning)]);
    assert_eq!(found(&transfer_to("India")), [("transfer-without-safeguard", Severity::Warning)]);
}
