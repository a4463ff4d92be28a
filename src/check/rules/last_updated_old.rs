//! # last-updated-old
//!
//! ## What it checks
//!
//! A notice was changed within the last 12 months, or `review_by` plans its next review within the coming 12 months.
//! (A review that is overdue is reported by `review-overdue`, and not here as well.)
//!
//! ## Why it matters
//!
//! The regulator expects privacy information to be reviewed regularly, so that it stays true (UK GDPR Articles 5(1)(a)
//! and 12(1)). A notice that nobody has touched for more than a year was written under other law: the rules on complaints, automated
//! decisions, transfers and the regulator itself all changed in 2026. Where a review is planned, its day is what
//! counts: a notice that was found to be right need not change.
//!
//! ## Example
//!
//! ```toml
//! last_updated = "2018-05"
//! ```
//!
//! ## How to put it right
//!
//! Read the notice through. If something was wrong, put it right and set `last_updated` to that day. If all was right,
//! set `review_by` to the day of the next review.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::check::case::NoticeCase;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;

/// How old a notice may be, and how far ahead its next review.
const MONTHS: i64 = 12;

/// The rule.
pub static RULE: Rule = Rule {
    name: "last-updated-old",
    severity: Severity::Warning,
    law: "UK GDPR Articles 5(1)(a) and 12(1)",
    since: None,
    duties: &[],
    source: include_str!("last_updated_old.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    let Some(updated) = &case.notice.last_updated else { return };
    let today = case.whole.hub.today;
    let in_a_year = |day: Date| day.saturating_add(MONTHS.months());
    let review_is_planned = case.notice.review_by.is_some_and(|review| review.value.date <= in_a_year(today));
    if in_a_year(updated.value.last()) < today && !review_is_planned {
        let words = case.whole.hub.wordings.of(crate::domain::Language::En).day(updated.value);
        findings
            .add(updated.place, format!("This notice was last updated ({words}) more than {MONTHS} months ago"))
            .help("Read it through and put it right, or plan its review with `review_by`.");
    }
}
