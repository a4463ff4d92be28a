//! # purpose-without-basis
//!
//! ## What it checks
//!
//! A notice has purposes, each with a lawful basis that exists on the day: in `lawful_basis`, or, where the notice
//! uses no such key at all, in words of its own. Purposes under `regime = "law-enforcement"` have no basis of Article
//! 6.
//!
//! ## Why it matters
//!
//! People must be told what their data is used for and what makes that lawful (UK GDPR Articles 13(1)(c) and
//! 14(1)(c)). Which rights they have depends on it. The seventh basis, recognised legitimate interest, exists since 5
//! February 2026 (Data (Use and Access) Act 2025 section 70).
//!
//! ## Example
//!
//! ```toml
//! [[purposes]]
//! text = "Work out, bill and collect Council Tax"
//! ```
//!
//! ## How to put it right
//!
//! Add `lawful_basis = "public-task"`, or whichever basis your service has recorded. If you cannot tell which it is,
//! ask your data protection officer before the notice is published.

use crate::check::case::NoticeCase;
use crate::check::phrases::About;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::{Day, Language, Purpose, StandardSection};

/// The rule.
pub static RULE: Rule = Rule {
    name: "purpose-without-basis",
    severity: Severity::Error,
    law: "UK GDPR Articles 13(1)(c) and 14(1)(c)",
    since: None,
    duties: &["legal-basis"],
    source: include_str!("purpose_without_basis.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    if case.notice.purposes.is_empty() {
        no_purpose(case, findings);
        return;
    }
    let uses_the_key = case.purposes().any(|purpose| !purpose.lawful_basis.is_empty());
    let is_said = !uses_the_key && case.own_text_says(About::LawfulBasis);
    for purpose in case.purposes() {
        if purpose.lawful_basis.is_empty() && !is_said && !is_explained(case, purpose) {
            findings
                .add(purpose.place, "This purpose has no lawful basis")
                .label("what makes it lawful?")
                .help("Name the basis of Article 6(1) on which you rely.")
                .paste("lawful_basis = \"\"\n");
        }
        not_yet_law(case, purpose, findings);
    }
}

fn no_purpose(case: &NoticeCase<'_>, findings: &mut Findings) {
    if case.own_text_says(About::LawfulBasis) || case.says(StandardSection::Purposes, About::LawfulBasis) {
        return;
    }
    findings
        .add(case.head(), "This notice does not say what makes its use of data lawful")
        .help("Add a table for each thing that you do with the data, with the lawful basis for it.")
        .paste("[[purposes]]\ntext = \"\"\nlawful_basis = \"\"\nlegislation = [\"\"]\n");
}

/// Bases that do not exist yet on the day of the check.
fn not_yet_law(case: &NoticeCase<'_>, purpose: &Purpose, findings: &mut Findings) {
    for basis in &purpose.lawful_basis {
        if let Some(row) = case.law().basis(basis.value).filter(|row| row.from > case.whole.hub.today) {
            let from = Day { date: row.from, month_only: false };
            let english = case.whole.hub.wordings.of(Language::En);
            findings
                .add(basis.place, format!("`{}` is no lawful basis yet", basis.value.id()))
                .help(format!("It becomes one on {}.", english.day(from)));
        }
    }
}

fn is_explained(case: &NoticeCase<'_>, purpose: &Purpose) -> bool {
    purpose.explanation.as_ref().is_some_and(|words| case.words_say(words, About::LawfulBasis))
}
