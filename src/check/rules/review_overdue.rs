//! # review-overdue
//!
//! ## What it checks
//!
//! The day in `review_by` has not passed. A month counts until its last day.
//!
//! ## Why it matters
//!
//! The regulator expects privacy information to be reviewed regularly, so that it stays true (UK GDPR Articles 5(1)(a)
//! and 12(1)). Where a notice rests on an appropriate policy document, that document has to be reviewed as well
//! (Data Protection Act 2018 Schedule 1 paragraph 40).
//!
//! ## Example
//!
//! ```toml
//! review_by = 2026-06-30
//! ```
//!
//! ## How to put it right
//!
//! Review the notice, then set `review_by` to the day of the next review. If something changed, set `last_updated` as
//! well.

use crate::check::case::NoticeCase;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::Language;

/// The rule.
pub static RULE: Rule = Rule {
    name: "review-overdue",
    severity: Severity::Warning,
    law: "UK GDPR Articles 5(1)(a) and 12(1); Data Protection Act 2018 Schedule 1 paragraph 40",
    since: None,
    duties: &[],
    source: include_str!("review_overdue.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    let Some(review) = &case.notice.review_by else { return };
    if review.value.last() < case.whole.hub.today {
        let day = case.whole.hub.wordings.of(Language::En).day(review.value);
        findings
            .add(review.place, format!("The review of this notice was due by {day}"))
            .label("has passed")
            .help("Review the notice, then set the day of the next review.");
    }
}
