//! # retention-missing
//!
//! ## What it checks
//!
//! A notice says how long the data is kept, or how that is decided: in `[[retention]]`, in words of its own, or in a
//! general section. Every `[[retention]]` table says one or the other.
//!
//! ## Why it matters
//!
//! People must be told the period for which their data will be kept or, if there is none, the criteria by which it is
//! decided (UK GDPR Articles 13(2)(a) and 14(2)(a)).
//!
//! ## Example
//!
//! A notice that has no `[[retention]]` table and no section "How long we keep your data"; or
//!
//! ```toml
//! [[retention]]
//! record = "Applications"
//! action = "destroy"
//! ```
//!
//! ## How to put it right
//!
//! Add a `[[retention]]` table for each kind of record, with `trigger` and `period` from your retention schedule, or
//! with `criteria` where no period can be given.

use crate::check::case::NoticeCase;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::{Retention, RetentionAction, StandardSection};

/// The rule.
pub static RULE: Rule = Rule {
    name: "retention-missing",
    severity: Severity::Error,
    law: "UK GDPR Articles 13(2)(a) and 14(2)(a)",
    since: None,
    duties: &["retention"],
    source: include_str!("retention_missing.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    if case.notice.retention.is_empty() && !case.has_words(StandardSection::Retention) {
        findings
            .add(case.head(), "This notice does not say how long the data is kept")
            .help("Add a table for each kind of record, from your retention schedule.")
            .paste("[[retention]]\nrecord = \"\"\ntrigger = \"\"\nperiod = \"\"\naction = \"\"\n");
    }
    for row in case.notice.retention.iter().filter(|row| says_nothing(row)) {
        findings
            .add(row.place, "It is not said how long this record is kept")
            .label("how long?")
            .help("Give the period and what it is counted from, or the criteria by which you decide.")
            .paste("trigger = \"\"\nperiod = \"\"\n");
    }
}

/// Whether a table leaves open how long. A policy that it names may say it: `retention-vague` looks at that.
fn says_nothing(row: &Retention) -> bool {
    row.period.is_none()
        && row.criteria.is_none()
        && row.trigger.is_none()
        && row.note.is_none()
        && row.authority.is_none()
        && row.action != Some(RetentionAction::Keep)
}
