//! Results as JSON, version 1. The format is described in docs/check-json.md.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Results, Review, Tally, due};
use crate::check::{Finding, rules};
use crate::diagnostic::{Diagnostic, Severity};
use crate::law::{Duty, Law};
use crate::text::{LineColumn, Place, Sources};

/// The version of the format. It grows when a field goes or changes its meaning.
pub const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    as_of: String,
    errors: usize,
    warnings: usize,
    advice: usize,
    findings: Vec<Entry<'a>>,
    accepted: Vec<AcceptedEntry<'a>>,
    duties: Vec<DutyEntry<'a>>,
    notices: Vec<NoticeEntry<'a>>,
}

/// What a notice has to tell people on the day of the check.
#[derive(Serialize)]
struct DutyEntry<'a> {
    id: &'a str,
    says: &'a str,
    applies: &'a str,
    article_13: Option<&'a str>,
    article_14: Option<&'a str>,
    source: &'a str,
}

#[derive(Serialize)]
struct Entry<'a> {
    rule: &'a str,
    severity: &'static str,
    message: &'a str,
    help: &'a str,
    paste: &'a str,
    law: &'static str,
    duties: &'static [&'static str],
    notices: Vec<&'a str>,
    #[serde(flatten)]
    at: Position<'a>,
    related: Vec<RelatedEntry<'a>>,
}

#[derive(Serialize)]
struct Position<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct RelatedEntry<'a> {
    message: &'a str,
    #[serde(flatten)]
    at: Position<'a>,
}

#[derive(Serialize)]
struct AcceptedEntry<'a> {
    reason: &'a str,
    #[serde(flatten)]
    entry: Entry<'a>,
}

#[derive(Serialize)]
struct NoticeEntry<'a> {
    id: &'a str,
    language: &'static str,
    title: &'a str,
    controller: &'a str,
    category: &'a str,
    complete: bool,
    errors: usize,
    warnings: usize,
    advice: usize,
    unmet: Vec<&'a str>,
    review_by: Option<String>,
    review: &'static str,
}

/// The results as one JSON object, ending in a newline.
pub fn render(results: &Results<'_>) -> String {
    let sources = results.sources;
    let mut findings: Vec<Entry<'_>> =
        results.outcome.diagnostics.iter().map(|diagnostic| entry(diagnostic, "", Vec::new(), sources)).collect();
    findings.extend(results.findings.iter().map(|finding| of_finding(finding, results)));
    let accepted = results.accepted.iter();
    let law = Law::load();
    let report = Report {
        version: VERSION,
        as_of: results.today.to_string(),
        errors: results.count(Severity::Error),
        warnings: results.count(Severity::Warning),
        advice: results.count(Severity::Advice),
        findings,
        accepted: accepted
            .map(|one| AcceptedEntry { reason: &one.reason, entry: of_finding(&one.finding, results) })
            .collect(),
        duties: law.duties(results.today).map(duty).collect(),
        notices: notices(results, &law),
    };
    let mut text =
        serde_json::to_string_pretty(&report).unwrap_or_else(|error| panic!("a report is valid JSON: {error}"));
    text.push('\n');
    text
}

fn of_finding<'a>(finding: &'a Finding, results: &Results<'a>) -> Entry<'a> {
    let subjects = &results.outcome.subjects;
    let ids = finding.notices.iter().map(|index| subjects[*index].id.as_str()).collect();
    entry(&finding.diagnostic, &finding.paste, ids, results.sources)
}

fn entry<'a>(diagnostic: &'a Diagnostic, paste: &'a str, notices: Vec<&'a str>, sources: &'a Sources) -> Entry<'a> {
    let rule = rules::ALL.iter().find(|rule| rule.name == diagnostic.code);
    Entry {
        rule: diagnostic.code,
        severity: diagnostic.severity.name(),
        message: &diagnostic.message,
        help: &diagnostic.help,
        paste,
        law: rule.map_or("", |rule| rule.law),
        duties: rule.map_or(&[], |rule| rule.duties),
        notices,
        at: position(diagnostic.place, sources),
        related: diagnostic
            .related
            .iter()
            .map(|(place, message)| RelatedEntry { message, at: position(*place, sources) })
            .collect(),
    }
}

fn position(place: Place, sources: &Sources) -> Position<'_> {
    let source = sources.get(place.file);
    let start = LineColumn::of(&source.text, place.span.start as usize);
    let end = LineColumn::of(&source.text, place.span.end as usize);
    Position {
        path: source.path.as_str(),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}

fn duty(duty: &Duty) -> DutyEntry<'_> {
    let [article_13, article_14] = [&duty.article_13, &duty.article_14].map(Option::as_deref);
    DutyEntry { id: &duty.id, says: &duty.says, applies: &duty.applies, article_13, article_14, source: &duty.source }
}

/// For each notice of the register, the rules by which it lacks something.
fn lacking<'a>(results: &Results<'a>) -> Vec<BTreeSet<&'a str>> {
    let mut rules = vec![BTreeSet::new(); results.outcome.subjects.len()];
    for finding in results.findings.iter().filter(|finding| finding.diagnostic.severity != Severity::Advice) {
        finding.notices.iter().for_each(|index| {
            rules[*index].insert(finding.diagnostic.code);
        });
    }
    rules
}

fn notices<'a>(results: &Results<'a>, law: &'a Law) -> Vec<NoticeEntry<'a>> {
    let lacking = lacking(results);
    let watches = |code: &&str, id: &str| rules::ALL.iter().any(|rule| rule.name == *code && rule.duties.contains(&id));
    let unmet = |index: &usize| {
        let duties = law.duties(results.today).map(|duty| duty.id.as_str());
        duties.filter(|id| lacking[*index].iter().any(|code| watches(code, id))).collect()
    };
    let each = Tally::each(results).zip(&results.notices);
    each.map(|((subject, tally), index)| NoticeEntry {
        id: &subject.id,
        language: subject.language.code(),
        title: &subject.title,
        controller: &subject.controller,
        category: &subject.category,
        complete: tally.complete == 1,
        errors: tally.errors,
        warnings: tally.warnings,
        advice: tally.advice,
        unmet: unmet(index),
        review_by: subject.review_by.map(|day| day.to_string()),
        review: match due(subject, results.today) {
            Review::Overdue => "overdue",
            Review::Due => "due",
            Review::Later => "later",
            Review::Unknown => "unknown",
        },
    })
    .collect()
}
