//! Every rule of `check` against its literate page, and the matrix of mutations.
//!
//! `tests/rules/<rule>.md` holds, under "Fires" and "Does not fire", cases of one `###` heading each. A case is a small
//! hub in fenced blocks: `notice [id]`, `general <id>`, `site` and `file <path>`. A line that ends in `#~ error` (or
//! `warning`, `advice`) is where the rule is to find something; the mark is taken off before the hub is built. A notice
//! without a title gets the keys that every notice needs. "(as of 2026-06-18)" in a heading sets the day.
//!
//! A block `mutation <path>` changes the clean hub in `tests/rules/clean`: lines with `-` are taken out, those
//! with `+` put in their place. It must make this rule fire, and no other.

#![allow(clippy::unwrap_used)] // a test that cannot go on fails

#[path = "rules/pasting.rs"]
mod pasting;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use noticeboard::build::{Inputs, Outcome, build};
use noticeboard::check::{Rule, rule, rules};
use noticeboard::diagnostic::{Severity, human};
use noticeboard::disk;
use noticeboard::law::Law;

const TODAY: &str = "2026-11-21";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules")
}

/// A case of a page.
struct Case {
    heading: String,
    fires: bool,
    day: String,
    /// The blocks: what they say they are, and their lines.
    blocks: Vec<(String, String)>,
}

/// The cases of a page, and its mutations.
fn cases(page: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut fires = true;
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if let Some(part) = line.strip_prefix("## ") {
            fires = part.trim() != "Does not fire";
        } else if let Some(heading) = line.strip_prefix("### ") {
            let day = heading.split_once("(as of ").and_then(|(_, rest)| rest.split_once(')'));
            let day = day.map_or(TODAY, |(day, _)| day).to_owned();
            cases.push(Case { heading: heading.to_owned(), fires, day, blocks: Vec::new() });
        } else if let Some(info) = line.strip_prefix("```").filter(|info| !info.is_empty()) {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            let blocks = &mut cases.last_mut().expect("a block stands below a heading").blocks;
            blocks.push((info.trim().to_owned(), format!("{}\n", block.join("\n"))));
        }
    }
    cases
}

/// The files of a case without marks, and the lines on which something is to be found.
type Files = BTreeMap<String, String>;
type Expected = Vec<(String, usize, Severity)>;

fn files(case: &Case) -> (Files, Expected) {
    let mut files: Files =
        read_all(&folder().join("clean")).into_iter().filter(|(path, _)| path == "site.toml").collect();
    let mut expected = Vec::new();
    for (info, text) in case.blocks.iter().filter(|(info, _)| !info.starts_with("mutation")) {
        let (kind, name) = info.split_once(' ').unwrap_or((info, ""));
        let (path, text) = match kind {
            "site" => ("site.toml".to_owned(), text.clone()),
            "notice" => {
                let id = if name.is_empty() { "example" } else { name };
                (format!("content/notices/{id}.md"), with_needed_keys(text))
            }
            "general" => (format!("content/general/{name}.md"), text.clone()),
            "file" => (name.to_owned(), text.clone()),
            other => panic!("{}: a block `{other}` means nothing", case.heading),
        };
        let mut clean = String::new();
        for (number, line) in text.lines().enumerate() {
            let (line, mark) = line.split_once(" #~ ").unwrap_or((line, ""));
            expected.extend(severity(mark).map(|severity| (path.clone(), number + 1, severity)));
            clean.push_str(line);
            clean.push('\n');
        }
        files.insert(path, clean);
    }
    (files, expected)
}

fn severity(mark: &str) -> Option<Severity> {
    match mark.trim() {
        "" => None,
        "error" => Some(Severity::Error),
        "warning" => Some(Severity::Warning),
        "advice" => Some(Severity::Advice),
        other => panic!("`{other}` is no severity"),
    }
}

fn with_needed_keys(text: &str) -> String {
    if text.contains("\ntitle =") {
        return text.to_owned();
    }
    let (first, rest) = text.split_once('\n').expect("a notice starts with +++");
    format!("{first}\ntitle = \"Example\"\nsummary = \"How we use your data.\"\ncategory = \"finance\"\n{rest}")
}

/// Every file below a folder, by path with forward slashes.
fn read_all(root: &Path) -> Files {
    let mut files = Files::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                files.insert(name, String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned());
            }
        }
    }
    files
}

fn built(files: &Files, day: &str) -> (Inputs, Outcome) {
    let hub = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = hub.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let inputs = disk::read(hub.path(), day.parse().unwrap()).unwrap();
    let outcome = build(&inputs);
    (inputs, outcome)
}

/// The diagnostics as people see them, for a failing test.
fn shown(inputs: &Inputs, outcome: &Outcome) -> String {
    let findings = outcome.report.findings.iter().map(|finding| &finding.diagnostic);
    outcome.diagnostics.iter().chain(findings).map(|diagnostic| human::render(diagnostic, &inputs.sources)).collect()
}

fn check_case(rule: &Rule, case: &Case, failures: &mut String) {
    let (files, mut expected) = files(case);
    let (inputs, outcome) = built(&files, &case.day);
    let mut found: Expected = Vec::new();
    for finding in outcome.report.findings.iter().filter(|finding| finding.diagnostic.code == rule.name) {
        let place = finding.diagnostic.place;
        let path = inputs.sources.get(place.file).path.as_str().to_owned();
        found.push((path, inputs.sources.line_column(place).line, finding.diagnostic.severity));
    }
    found.sort();
    expected.sort();
    let sound = outcome.site.is_some() && case.fires != expected.is_empty();
    if found != expected || !sound {
        let shown = shown(&inputs, &outcome);
        writeln!(failures, "{} / {}\nexpected {expected:?}\nfound    {found:?}\n{shown}", rule.name, case.heading)
            .unwrap();
    }
}

fn page_of(rule: &Rule) -> String {
    let path = folder().join(format!("{}.md", rule.name));
    fs::read_to_string(&path).unwrap_or_else(|_| panic!("the rule {} has no page {}", rule.name, path.display()))
}

#[test]
fn every_rule_does_what_its_page_says() {
    let mut failures = String::new();
    for rule in rules::ALL {
        let cases = cases(&page_of(rule));
        let with_hub = |case: &&Case| case.blocks.iter().any(|(info, _)| !info.starts_with("mutation"));
        let cases: Vec<&Case> = cases.iter().filter(with_hub).collect();
        assert!(cases.iter().any(|case| case.fires), "{}: no case in which it fires", rule.name);
        assert!(cases.iter().any(|case| !case.fires), "{}: no near miss", rule.name);
        cases.iter().for_each(|case| check_case(rule, case, &mut failures));
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn the_clean_hub_has_no_findings() {
    let (inputs, outcome) = built(&read_all(&folder().join("clean")), TODAY);
    assert!(outcome.site.is_some() && outcome.report.findings.is_empty(), "{}", shown(&inputs, &outcome));
}

#[test]
fn the_smallest_mistake_makes_its_rule_fire_and_no_other() {
    let clean = read_all(&folder().join("clean"));
    let mut failures = String::new();
    for rule in rules::ALL {
        let page = cases(&page_of(rule));
        let mutations: Vec<&(String, String)> =
            page.iter().flat_map(|case| &case.blocks).filter(|(info, _)| info.starts_with("mutation")).collect();
        assert!(!mutations.is_empty(), "{}: no mutation of the clean hub", rule.name);
        for (info, change) in mutations {
            let path = info.strip_prefix("mutation ").expect("a mutation names its file");
            let mutated = mutated(&clean, path, change);
            let (inputs, outcome) = built(&mutated, TODAY);
            let rules: Vec<&str> = outcome.report.findings.iter().map(|finding| finding.diagnostic.code).collect();
            if outcome.site.is_none() || rules.is_empty() || rules.iter().any(|name| *name != rule.name) {
                writeln!(failures, "{}: {change}\n{}", rule.name, shown(&inputs, &outcome)).unwrap();
            }
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

/// The clean hub with the lines marked `-` replaced by those marked `+`. Without `-`, the lines are added at the end.
fn mutated(clean: &Files, path: &str, change: &str) -> Files {
    let of = |sign: &str| -> String {
        let lines = change.lines().filter_map(|line| line.strip_prefix(sign));
        lines.map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(line))).collect()
    };
    let (taken, put) = (of("-"), of("+"));
    let mut files = clean.clone();
    let text = files.get(path).cloned().unwrap_or_default();
    assert!(taken.is_empty() || text.matches(&taken).count() == 1, "{path} does not hold these lines once:\n{taken}");
    let changed = if taken.is_empty() { format!("{text}{put}") } else { text.replacen(&taken, &put, 1) };
    if changed.is_empty() {
        files.remove(path)
    } else {
        files.insert(path.to_owned(), changed)
    };
    files
}

#[test]
fn every_rule_explains_itself() {
    for rule in rules::ALL {
        let text = rule.explanation();
        assert!(text.starts_with(&format!("# {}\n", rule.name)), "{}: the head names the rule", rule.name);
        let headings: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(headings, rule::HEADINGS, "{}", rule.name);
        assert!(!rule.law.is_empty(), "{}", rule.name);
    }
    let names: Vec<&str> = rules::ALL.iter().map(|rule| rule.name).collect();
    assert!(names.is_sorted(), "{names:?}");
}

#[test]
fn no_page_is_left_over() {
    let pages = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    for page in pages.filter_map(|page| page.strip_suffix(".md").map(str::to_owned)) {
        assert!(rules::ALL.iter().any(|rule| rule.name == page), "tests/rules/{page}.md belongs to no rule");
    }
}

#[test]
fn every_duty_of_articles_13_and_14_has_a_rule_or_is_printed_or_cannot_be_seen() {
    let law = Law::load();
    for rule in rules::ALL {
        assert!(rule.since.is_none_or(|change| law.begins(change).is_some()), "{}: {:?}", rule.name, rule.since);
        for id in rule.duties {
            let duty = law.all_duties().iter().find(|duty| duty.id == *id);
            let duty = duty.unwrap_or_else(|| panic!("{}: there is no duty {id}", rule.name));
            let mut articles = duty.article_13.iter().chain(&duty.article_14);
            assert!(
                articles.any(|article| rule.law.contains(article)),
                "{} does not cite {}",
                rule.name,
                duty.articles()
            );
            // A rule about one duty alone begins with it.
            let begins = rule.since.and_then(|change| law.begins(change));
            assert!(begins.is_none_or(|day| day == duty.from), "{} and {id} begin on different days", rule.name);
        }
    }
    let is_watched = |id: &str| rules::ALL.iter().any(|rule| rule.duties.contains(&id));
    let unwatched = law.all_duties().iter().filter(|duty| !duty.derived && !is_watched(&duty.id));
    let unwatched: Vec<&str> = unwatched.map(|duty| duty.id.as_str()).collect();
    // Councils need no representative; a purpose without words is a mistake of form; what a notice said before is not in it.
    assert_eq!(unwatched, ["representative", "purposes", "new-purpose"]);
}

#[test]
fn the_manual_shows_the_rules_and_the_law_as_they_are() {
    for (page, option) in [("docs/rules.md", "--all"), ("docs/law.md", "--law")] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
        let output =
            std::process::Command::new(env!("CARGO_BIN_EXE_noticeboard")).args(["explain", option]).output().unwrap();
        let made = String::from_utf8(output.stdout).unwrap();
        let kept = fs::read_to_string(&path).unwrap_or_default();
        if std::env::var_os("NOTICEBOARD_UPDATE").is_some() {
            fs::write(&path, &made).unwrap();
        }
        assert!(made == kept, "{page} is not what `noticeboard explain {option}` prints: make it anew and read it");
    }
}
