//! # article9-missing-schedule1
//!
//! ## What it checks
//!
//! A purpose that relies on point (b), (g), (h), (i) or (j) of Article 9(2) also names the paragraph of Schedule 1 of
//! the Data Protection Act 2018 that goes with it, in `schedule_1`.
//!
//! ## Why it matters
//!
//! These five conditions do not stand by themselves. The use of the data is lawful only if it also meets a condition
//! in Schedule 1: paragraph 1 for (b), 2 for (h), 3 for (i), 4 for (j), and one of paragraphs 6 to 28 for (g) (Data
//! Protection Act 2018 section 10(2) and (3)).
//!
//! ## Example
//!
//! ```toml
//! [[purposes]]
//! text = "Find out what care you need"
//! lawful_basis = "public-task"
//! special_category_condition = "9(2)(h)"
//! ```
//!
//! ## How to put it right
//!
//! Add the number of the paragraph: `schedule_1 = [2]`. For (g), a council that does what an Act asks of it will
//! usually rely on paragraph 6.

use crate::check::case::NoticeCase;
use crate::check::phrases::About;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::{Purpose, StandardSection};
use crate::law::Condition;

use super::schedule1_mismatch;

/// The rule.
pub static RULE: Rule = Rule {
    name: "article9-missing-schedule1",
    severity: Severity::Error,
    law: "Data Protection Act 2018 section 10(2) and (3)",
    since: None,
    duties: &[],
    source: include_str!("article9_missing_schedule1.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    for purpose in case.purposes() {
        // A paragraph that fits nothing was meant for the condition: `schedule1-mismatch` says so.
        if purpose.schedule_1.iter().any(|one| schedule1_mismatch::fault(case, purpose, one.value).is_some())
            || is_said(case, purpose)
        {
            continue;
        }
        for point in &purpose.special_category_condition {
            let Some(condition) = case.law().condition(point.value) else { continue };
            if is_incomplete(purpose, condition) {
                let needed = needed(condition);
                findings
                    .add(point.place, format!("Article 9(2)({}) needs {needed} of Schedule 1 as well", point.value))
                    .label("not enough by itself")
                    .help(format!("Add the number of the paragraph to `schedule_1` of this purpose: {needed}."))
                    .paste(paste(purpose, condition));
            }
        }
    }
}

fn is_incomplete(purpose: &Purpose, condition: &Condition) -> bool {
    !condition.schedule_1.is_empty() && !purpose.schedule_1.iter().any(|one| condition.schedule_1.contains(&one.value))
}

/// The paragraphs in words.
pub(super) fn needed(condition: &Condition) -> String {
    match condition.schedule_1.as_slice() {
        [one] => format!("paragraph {one}"),
        [first, .., last] => format!("one of paragraphs {first} to {last}"),
        [] => "no paragraph".to_owned(),
    }
}

/// The key with the numbers that are there, and with the one that is needed where no other will do.
fn paste(purpose: &Purpose, condition: &Condition) -> String {
    let there = purpose.schedule_1.iter().map(|number| number.value);
    let needed = Some(condition.schedule_1.as_slice()).filter(|numbers| numbers.len() == 1);
    let numbers: Vec<String> =
        there.chain(needed.into_iter().flatten().copied()).map(|number| number.to_string()).collect();
    format!("schedule_1 = [{}]\n", numbers.join(", "))
}

/// Whether a paragraph of Schedule 1 is named in prose.
fn is_said(case: &NoticeCase<'_>, purpose: &Purpose) -> bool {
    let mut words = purpose.legislation.iter().chain(purpose.explanation.as_deref());
    words.any(|words| case.words_say(words, About::ScheduleOne))
        || case.says(StandardSection::SpecialCategory, About::ScheduleOne)
}
