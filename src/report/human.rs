//! Findings for a person at a terminal, and a summary for the officer at the end.

use std::fmt::Write;

use rayon::prelude::*;

use super::{Results, Tally};
use crate::check::Finding;
use crate::diagnostic::{Severity, human};
use crate::text::{Sources, counted};

/// Everything: mistakes of form, findings, what has been accepted, the summary.
pub fn render(results: &Results<'_>) -> String {
    let mistakes = results.outcome.diagnostics.par_iter().map(|diagnostic| human::render(diagnostic, results.sources));
    let findings = results.findings.par_iter().map(|found| finding(found, results.sources));
    let mut text: String = mistakes.chain(findings).collect();
    text.push_str(&accepted(results));
    text.push_str(&summary(results));
    text
}

/// One finding, with what can be pasted.
pub fn finding(finding: &Finding, sources: &Sources) -> String {
    let mut text = human::render(&finding.diagnostic, sources);
    if !finding.paste.is_empty() {
        text.truncate(text.trim_end().len());
        text.push_str("\n  To add:\n");
        for line in finding.paste.lines() {
            let _ = writeln!(text, "    {line}");
        }
        text.push('\n');
    }
    text
}

/// Findings of law at the level of errors and warnings, as far as they are to be told, and how many there are, with how
/// much advice there is besides. Empty if there are none.
pub fn outstanding(findings: &[Finding], sources: &Sources, is_told: impl Fn(&Finding) -> bool + Sync) -> String {
    let (advice, findings): (Vec<_>, Vec<_>) =
        findings.iter().partition(|finding| finding.diagnostic.severity == Severity::Advice);
    let counts = match (findings.len(), advice.len()) {
        (0, 0) => return String::new(),
        (0, advice) => counted(advice, "piece of advice"),
        (findings, 0) => counted(findings, "finding"),
        (findings, advice) => format!("{}, {}", counted(findings, "finding"), counted(advice, "piece of advice")),
    };
    let told = findings.par_iter().filter(|found| is_told(found));
    let text: String = told.map(|found| finding(found, sources)).collect();
    text + &format!("What the law asks for: {counts}. See `noticeboard check`.\n")
}

/// What notices have accepted, with their reasons.
fn accepted(results: &Results<'_>) -> String {
    let accepted = &results.accepted;
    if accepted.is_empty() {
        return String::new();
    }
    let mut text = format!("Accepted, with reasons: {}\n", counted(accepted.len(), "finding"));
    for one in accepted {
        let diagnostic = &one.finding.diagnostic;
        let path = &results.sources.get(diagnostic.place.file).path;
        let line = results.sources.line_column(diagnostic.place).line;
        let _ = writeln!(text, "  {path}:{line} {}: {}", diagnostic.code, one.reason);
    }
    text.push('\n');
    text
}

/// How the notices stand, by controller and by category.
fn summary(results: &Results<'_>) -> String {
    let mut text = String::new();
    for (title, tallies) in [
        ("Controller", Tally::by(results, |subject| &subject.controller)),
        ("Category", Tally::by(results, |subject| &subject.category)),
    ] {
        let _ = writeln!(
            text,
            "{title:<20}{:>8}{:>10}{:>8}{:>10}{:>8}{:>9}{:>5}",
            "notices", "complete", "errors", "warnings", "advice", "overdue", "due"
        );
        for (name, tally) in tallies {
            let Tally { notices, complete, errors, warnings, advice, overdue, due } = tally;
            let name: String = name.chars().take(19).collect();
            let _ = writeln!(
                text,
                "{name:<20}{notices:>8}{complete:>10}{errors:>8}{warnings:>10}{advice:>8}{overdue:>9}{due:>5}"
            );
        }
        text.push('\n');
    }
    let counts = [
        counted(results.count(Severity::Error), "error"),
        counted(results.count(Severity::Warning), "warning"),
        counted(results.count(Severity::Advice), "piece of advice"),
    ];
    let _ = writeln!(
        text,
        "{}.\nOverdue and due are reviews: past, and within 90 days.\nWhat a rule is about: noticeboard explain <rule>",
        counts.join(", ")
    );
    text
}
