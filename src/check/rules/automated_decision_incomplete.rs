//! # automated-decision-incomplete
//!
//! ## What it checks
//!
//! A notice whose service lets a computer decide by itself says how it decides, what that means for people, and how
//! they are protected. Where special category data may be involved, a purpose names explicit consent or a substantial
//! public interest. A notice that does not say whether a computer decides is advised to say it.
//!
//! ## Why it matters
//!
//! Where a significant decision is made without a person taking a meaningful part, people must be told that it is, by
//! what logic, and what it means for them (UK GDPR Articles 13(2)(f) and 14(2)(g)). They can say what they think, ask
//! for a person, and contest the decision (Article 22C). With special category data such decisions are allowed only
//! with explicit consent, or where the law requires or allows them and there is a substantial public interest (Article
//! 22B).
//!
//! ## Example
//!
//! ```toml
//! [automated_decisions]
//! exists = true
//! ```
//!
//! ## How to put it right
//!
//! Fill in all three keys:
//!
//! ```toml
//! [automated_decisions]
//! exists = true
//! logic = "The system compares your income with the limit in the scheme."
//! effect = "It decides whether you get a reduction, and how much."
//! safeguards = "You can ask a person to look at it again."
//! ```
//!
//! If no computer decides by itself, write `exists = false`.

use crate::assemble::Part;
use crate::check::case::NoticeCase;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::{AutomatedDecisions, StandardSection};

/// The rule.
pub static RULE: Rule = Rule {
    name: "automated-decision-incomplete",
    severity: Severity::Error,
    law: "UK GDPR Articles 13(2)(f), 14(2)(g) and 22A to 22C",
    since: None,
    duties: &["automated-decisions"],
    source: include_str!("automated_decision_incomplete.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    if !case.is_under_uk_gdpr() {
        return; // Part 3 of the 2018 Act has rules of its own about decisions.
    }
    let table = case.notice.automated_decisions.as_ref();
    match table.map(|table| (table, table.exists)) {
        Some((_, Some(false))) => {}
        Some((table, Some(true))) => {
            judge_words(case, table, findings);
            judge_special_category(case, table, findings);
        }
        _ if case.has_words(StandardSection::AutomatedDecisions) => {}
        _ => {
            let place = table.map_or(case.head(), |table| table.place);
            let start = if table.is_none() { "[automated_decisions]\n" } else { "" };
            findings
                .add_as(Severity::Advice, place, "It is not said whether a computer decides by itself")
                .help("Say so if none does: that is worth knowing.")
                .paste(format!("{start}exists = false\n"));
        }
    }
}

/// What is missing from the account of a decision.
fn judge_words(case: &NoticeCase<'_>, table: &AutomatedDecisions, findings: &mut Findings) {
    let own = has_own_words(case);
    // A general section can hold the safeguards, but not how this service decides.
    let safeguards = table.safeguards.is_some() || case.has_words(StandardSection::AutomatedDecisions);
    let keys = [
        ("logic", "by what logic it decides", own || table.logic.is_some()),
        ("effect", "what it means for people", own || table.effect.is_some()),
        ("safeguards", "how people are protected", own || safeguards),
    ];
    let missing: Vec<_> = keys.iter().filter(|(_, _, is_there)| !is_there).collect();
    if missing.is_empty() {
        return;
    }
    let words: Vec<&str> = missing.iter().map(|(_, words, _)| *words).collect();
    let paste: String = missing.iter().map(|(key, _, _)| format!("{key} = \"\"\n")).collect();
    findings
        .add(table.place, format!("A computer decides by itself, and it is not said {}", listed(&words)))
        .help("Describe it in plain words.")
        .paste(paste);
}

/// Special category data without a condition that allows such decisions.
fn judge_special_category(case: &NoticeCase<'_>, table: &AutomatedDecisions, findings: &mut Findings) {
    let special = case.notice.personal_data.iter().any(|data| !data.special_categories.is_empty());
    let mut conditions = case.purposes().flat_map(|purpose| &purpose.special_category_condition).peekable();
    let names_some = conditions.peek().is_some();
    if special && names_some && !conditions.any(|point| matches!(point.value, 'a' | 'g')) {
        findings
            .add_as(
                Severity::Warning,
                table.place,
                "No condition is named that lets a computer decide on special category data",
            )
            .help(
                "That takes explicit consent, 9(2)(a), or a substantial public interest, 9(2)(g). If the decision uses \
                 none of this data, accept this finding with that reason.",
            );
    }
}

fn has_own_words(case: &NoticeCase<'_>) -> bool {
    let mut sections = case.document.sections.iter();
    sections.any(|one| {
        one.standard == Some(StandardSection::AutomatedDecisions)
            && one.parts.iter().any(|part| matches!(part, Part::Own(_)))
    })
}

/// Words as a list: "a, b or c".
fn listed(words: &[&str]) -> String {
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => words.concat(),
    }
}
