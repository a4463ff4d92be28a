//! What a finding gives to paste, pasted where it points: with the blanks filled in, the finding is gone.
//!
//! Every case of every rule's page is tried, as an author would go about it. Keys go into the table in which the finding
//! stands, or in which the place stands that belongs to it; to the top of the file where the help says so; a table of its
//! own goes to the end. What is there already under the same key gives way. A person fills the blanks: here a table of
//! plausible values does.

use std::fmt::Write as _;

use noticeboard::build::Inputs;
use noticeboard::check::{Finding, rules};
use noticeboard::diagnostic::Diagnostic;
use noticeboard::text::Place;

use super::{Case, Files, built, cases, files, page_of, shown};

/// What somebody would write, by key.
const FILLED: [(&str, &str); 13] = [
    ("email", "\"privacy@clean.gov.uk\""),
    ("phone", "\"01632 960 000\""),
    ("url", "\"https://www.clean.gov.uk/complain\""),
    ("registration", "\"Z1234567\""),
    ("lawful_basis", "\"public-task\""),
    ("recognised_interest", "\"crime\""),
    ("special_category_condition", "\"9(2)(g)\""),
    ("schedule_1", "[6]"),
    ("kind", "\"processor\""),
    ("period", "\"6 years\""),
    ("action", "\"destroy\""),
    ("safeguard", "\"international-data-transfer-agreement\""),
    ("destination", "\"India\""),
];

/// The paste without blanks.
fn filled(paste: &str) -> String {
    let fill = |line: &str| {
        let is_blank = line.ends_with("= \"\"") || line.ends_with("= []") || line.ends_with("\"https://\"");
        match line.split_once(" = ").and_then(|(key, _)| FILLED.iter().find(|(of, _)| *of == key)) {
            Some((key, value)) if is_blank => format!("{key} = {value}\n"),
            _ => format!("{}\n", line.replace("\"\"", "\"Something that we say\"")),
        }
    };
    paste.lines().map(fill).collect()
}

/// Where in a text the front matter ends, or the whole where all of it is TOML.
fn end_of_tables(text: &str) -> usize {
    let end = text.strip_prefix("+++\n").and_then(|rest| rest.find("+++\n"));
    end.map_or(text.len(), |end| end + "+++\n".len())
}

/// Where in a text keys go that belong to the table in which something stands; none in the body.
fn in_table(text: &str, start: usize) -> Option<usize> {
    if start >= end_of_tables(text) && text.starts_with("+++") {
        return None;
    }
    let mut at = text[..start].rfind('\n').map_or(0, |end| end + 1);
    loop {
        let line = text[at..].lines().next().unwrap_or_default();
        if line.starts_with('[') || line == "+++" {
            return Some((at + line.len() + 1).min(text.len()));
        }
        if line.split_once(" = ").is_some_and(|(key, _)| !key.contains([' ', '{', '"'])) {
            return Some(at);
        }
        at = text[..at.checked_sub(1)?].rfind('\n').map_or(0, |end| end + 1);
    }
}

/// Takes out what stands under the same keys beside the paste in its table; `transfers = "none"` gives way to a table.
fn give_way(text: &mut String, at: usize, paste: &str) {
    if paste.starts_with('[') {
        *text = text.replace(if paste.starts_with("[[transfers]]") { "transfers = \"none\"\n" } else { "\0" }, "");
        return;
    }
    let end = at + paste.len();
    let after = text[end..].find("\n[").map_or(end_of_tables(text), |next| end + next + 1);
    let before = text[..at].rfind("\n[").map_or(0, |table| table + 1);
    let keeps = |line: &str| {
        let key = line.split(" =").next().unwrap_or_default();
        line.is_empty() || !paste.lines().any(|pasted| pasted.split(" =").next() == Some(key))
    };
    let kept = |range: &str| range.split_inclusive('\n').filter(|line| keeps(line.trim_end())).collect::<String>();
    let [above, below] = [&text[before..at], &text[end..after]].map(kept);
    *text = format!("{}{above}{paste}{below}{}", &text[..before], &text[after..]);
}

/// The file of a place, and its text with the paste in it; in every way in which an author may read the finding.
fn pasted(finding: &Finding, inputs: &Inputs) -> Vec<(String, String)> {
    let Finding { diagnostic: Diagnostic { place, related, help, .. }, paste, .. } = finding;
    let path = |place: Place| inputs.sources.get(place.file).path.as_str().to_owned();
    let text = |place: Place| inputs.sources.get(place.file).text.to_string();
    let paste = filled(paste);
    if let Some(new) = help.split(' ').find(|word| word.starts_with("content/") && inputs.sources.find(word).is_none())
    {
        return vec![(new.to_owned(), format!("+++\n{paste}+++\n"))];
    }
    if paste.starts_with(['{', '"']) {
        let mut text = text(*place);
        text.replace_range(place.span.range(), paste.trim_end());
        return vec![(path(*place), text)];
    }
    let with = |place: Place, at: usize| {
        let mut text = text(place);
        text.insert_str(at, &paste);
        give_way(&mut text, at, &paste);
        (path(place), text)
    };
    if paste.starts_with('[') {
        return vec![with(*place, end_of_tables(&text(*place)))];
    }
    // A table written in one line: the author puts the value into it.
    let blank = format!("{} = []", paste.split(" =").next().unwrap_or_default());
    if text(*place)[place.span.range()].contains(&blank) {
        return vec![(path(*place), text(*place).replacen(&blank, paste.trim_end(), 1))];
    }
    let places = std::iter::once(*place).chain(related.iter().map(|(place, _)| *place));
    let mut ways: Vec<_> =
        places.filter_map(|place| Some(with(place, in_table(&text(place), place.span.start as usize)?))).collect();
    if help.contains("at the top of the notice") {
        ways.push(with(*place, "+++\n".len()));
    }
    ways
}

/// How often a rule says the same about the same thing.
fn count(findings: &[Finding], one: &Finding) -> usize {
    let is_same = |other: &&Finding| {
        (other.diagnostic.code, &other.diagnostic.message) == (one.diagnostic.code, &one.diagnostic.message)
    };
    findings.iter().filter(is_same).count()
}

/// Tries every paste of a case, and gives their number.
fn try_case(rule: &str, case: &Case, failures: &mut String) -> usize {
    let (files, _) = files(case);
    let (inputs, outcome) = built(&files, &case.day);
    let findings = &outcome.report.findings;
    let with_paste: Vec<&Finding> =
        findings.iter().filter(|one| one.diagnostic.code == rule && !one.paste.is_empty()).collect();
    for finding in &with_paste {
        let mut seen = String::new();
        let helps = pasted(finding, &inputs).into_iter().any(|(path, text)| {
            let files: Files = files.clone().into_iter().chain([(path, text.clone())]).collect();
            let (inputs, outcome) = built(&files, &case.day);
            write!(seen, "{text}\n{}", shown(&inputs, &outcome)).unwrap();
            outcome.site.is_some() && count(&outcome.report.findings, finding) < count(findings, finding)
        });
        if !helps {
            writeln!(failures, "{rule} / {}: the paste does not help\n{seen}", case.heading).unwrap();
        }
    }
    with_paste.len()
}

#[test]
fn what_is_there_to_paste_takes_the_finding_away() {
    let (mut failures, mut tried) = (String::new(), 0);
    for rule in rules::ALL {
        let cases = cases(&page_of(rule));
        let with_hub = cases.iter().filter(|case| case.blocks.iter().any(|(info, _)| !info.starts_with("mutation")));
        tried += with_hub.filter(|case| case.fires).map(|case| try_case(rule.name, case, &mut failures)).sum::<usize>();
    }
    assert!(failures.is_empty(), "{failures}");
    assert!(tried > 80, "{tried} pastes");
}
