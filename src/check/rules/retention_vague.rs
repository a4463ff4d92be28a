//! # retention-vague
//!
//! ## What it checks
//!
//! What a notice says about how long data is kept holds a period, an event that ends it, or a link to a retention
//! schedule. "As long as necessary" alone says nothing.
//!
//! ## Why it matters
//!
//! The law itself says that data is kept no longer than necessary (UK GDPR Article 5(1)(e)). A notice has to say what
//! that comes to: the period or, where none can be given, the criteria (Articles 13(2)(a) and 14(2)(a)).
//!
//! ## Example
//!
//! ```toml
//! [[retention]]
//! record = "Case files"
//! criteria = "We keep them for as long as necessary."
//! ```
//!
//! ## How to put it right
//!
//! Give the period and what it is counted from: `trigger = "the case is closed"` and `period = "6 years"`. Where there
//! are too many, link to the retention schedule itself, and not only to a policy about records.

use crate::check::case::NoticeCase;
use crate::check::excerpt::Excerpt;
use crate::check::phrases::About;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::{Retention, StandardSection};
use crate::text::Place;

/// The rule.
pub static RULE: Rule = Rule {
    name: "retention-vague",
    severity: Severity::Warning,
    law: "UK GDPR Articles 5(1)(e), 13(2)(a) and 14(2)(a)",
    since: None,
    duties: &["retention"],
    source: include_str!("retention_vague.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    if case.notice.retention.is_empty() {
        judge_text(case, findings);
    } else {
        case.notice.retention.iter().for_each(|row| judge_row(case, row, findings));
    }
}

/// A table without a trigger or an authority whose period or criteria are vague.
fn judge_row(case: &NoticeCase<'_>, row: &Retention, findings: &mut Findings) {
    if row.trigger.is_some() || row.authority.is_some() {
        return;
    }
    let places = row.period.iter().map(|text| text.place);
    let places = places.chain(row.criteria.iter().chain(&row.note).map(|words| words.place));
    let excerpts: Vec<Excerpt<'_>> = places.map(|place| case.excerpt_of_words(place)).collect();
    if excerpts.iter().any(|excerpt| is_definite(case, excerpt)) {
        return;
    }
    if let Some(place) = vague(&excerpts) {
        report(findings, place);
    }
}

/// Text that stands in place of tables.
fn judge_text(case: &NoticeCase<'_>, findings: &mut Findings) {
    let excerpts: Vec<Excerpt<'_>> = case.excerpts(StandardSection::Retention).collect();
    let Some(first) = excerpts.first() else { return };
    if excerpts.iter().any(|excerpt| is_definite(case, excerpt)) {
        return;
    }
    match vague(&excerpts) {
        Some(place) => report(findings, place),
        None => {
            let finding =
                findings.add(first.place, "No period and no link to a retention schedule stands in this text");
            finding.help("Give the periods in [[retention]] tables, or link to the schedule that holds them.");
        }
    }
}

fn vague(excerpts: &[Excerpt<'_>]) -> Option<Place> {
    excerpts.iter().find_map(|excerpt| excerpt.find(About::VaguePeriod))
}

/// Whether a text tells how long, what ends it, or leads to where that stands.
fn is_definite(case: &NoticeCase<'_>, excerpt: &Excerpt<'_>) -> bool {
    excerpt.says(About::Lasting)
        || case.names_a_time(excerpt.words())
        || leads_to_a_schedule(excerpt.raw(), case.phrases(About::RetentionSchedule))
}

/// Whether one of the links of a text leads to a schedule, by its words or its address.
fn leads_to_a_schedule(text: &str, words: &[String]) -> bool {
    let links = text.match_indices("](").map(|(middle, _)| {
        let start = text[..middle].rfind('[').unwrap_or(middle);
        let end = text[middle..].find(')').map_or(text.len(), |length| middle + length);
        text[start..end].to_lowercase()
    });
    links.into_iter().any(|link| words.iter().any(|word| link.contains(word.as_str())))
}

fn report(findings: &mut Findings, place: Place) {
    findings
        .add(place, "This does not tell how long the data is kept")
        .label("how long is that?")
        .help("Give a period and what it is counted from, or link to the retention schedule.");
}
