//! # last-updated-missing
//!
//! ## What it checks
//!
//! A notice says in `last_updated` when its words last changed.
//!
//! ## Why it matters
//!
//! Information must be transparent and easy to judge (UK GDPR Articles 5(1)(a) and 12(1)). Without a date, readers cannot
//! tell whether a notice still holds, and you cannot tell which notices to look at next. The regulator expects
//! privacy information to be reviewed regularly.
//!
//! ## Example
//!
//! ```toml
//! title = "Council Tax"
//! summary = "How we use your data to bill and collect Council Tax."
//! category = "finance"
//! ```
//!
//! ## How to put it right
//!
//! Read the notice through, put right what is wrong, and add the date: `last_updated = 2026-10-01`. A month will do:
//! `last_updated = "2026-10"`.

use crate::check::case::NoticeCase;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;

/// The rule.
pub static RULE: Rule = Rule {
    name: "last-updated-missing",
    severity: Severity::Warning,
    law: "UK GDPR Articles 5(1)(a) and 12(1)",
    since: None,
    duties: &[],
    source: include_str!("last_updated_missing.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    if case.notice.last_updated.is_none() {
        findings
            .add(case.head(), "This notice does not say when it was last updated")
            .help("Read it through, then add the date.")
            .paste(format!("last_updated = {}\n", case.whole.hub.today));
    }
}
