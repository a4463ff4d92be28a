//! # special-category-without-condition
//!
//! ## What it checks
//!
//! A notice that lists special category data names a condition of Article 9(2) for at least one of its purposes, in
//! `special_category_condition` or in words.
//!
//! ## Why it matters
//!
//! Data about health, ethnic origin, religion, politics, trade unions, genes, biometrics, sex life or sexual
//! orientation may not be used at all unless one of ten conditions is met (UK GDPR Article 9(1) and (2)). The
//! condition comes on top of the lawful basis, and is part of the legal basis of which people are told (Articles
//! 13(1)(c) and 14(1)(c)).
//!
//! ## Example
//!
//! ```toml
//! [[personal_data]]
//! items = ["your health"]
//! special_categories = ["health"]
//!
//! [[purposes]]
//! text = "Decide on your Blue Badge"
//! lawful_basis = "public-task"
//! ```
//!
//! ## How to put it right
//!
//! Add the condition to each purpose that uses the data, with the paragraph of Schedule 1 where one is needed:
//! `special_category_condition = "9(2)(g)"` and `schedule_1 = [6]` for a function that the law gives you. If the data
//! is in truth not special, such as a bank account or a nationality, take it out of `special_categories`.

use crate::check::case::NoticeCase;
use crate::check::phrases::About;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::StandardSection;

/// The rule.
pub static RULE: Rule = Rule {
    name: "special-category-without-condition",
    severity: Severity::Error,
    law: "UK GDPR Article 9(1) and 9(2)",
    since: None,
    duties: &[],
    source: include_str!("special_category_without_condition.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    let mut categories = case.notice.personal_data.iter().flat_map(|data| &data.special_categories);
    let Some(first) = categories.next() else { return };
    // Under Part 3 of the 2018 Act sensitive data has conditions of its own: which purpose uses it cannot be told.
    let Some(purpose) = case.purposes().next().filter(|_| !case.is_under_part_3()) else { return };
    if case.purposes().any(|purpose| !purpose.special_category_condition.is_empty()) || is_said(case) {
        return;
    }
    findings
        .add(first.place, "Special category data is used, and no purpose names a condition for it")
        .label("on which condition of Article 9(2)?")
        .help(
            "Add the condition to each purpose that uses this data, and the paragraph of Schedule 1 that goes with it.",
        )
        .paste("special_category_condition = \"\"\nschedule_1 = []\n")
        .related(purpose.place, "a purpose without a condition");
}

/// Whether a condition stands in prose.
fn is_said(case: &NoticeCase<'_>) -> bool {
    let about = About::NamedCondition;
    let explained = |words: &_| case.words_say(words, about);
    case.says(StandardSection::SpecialCategory, about)
        || case.says(StandardSection::Purposes, about)
        || case.purposes().any(|purpose| purpose.explanation.as_deref().is_some_and(explained))
}
