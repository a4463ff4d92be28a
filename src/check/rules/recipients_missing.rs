//! # recipients-missing
//!
//! ## What it checks
//!
//! A notice says who receives the data: in `[[recipients]]`, in words of its own or of a general section, or with
//! `recipients = "none"` that nobody does.
//!
//! ## Why it matters
//!
//! People must be told the recipients of their data, or the categories of recipients, if there are any
//! (UK GDPR Articles 13(1)(e) and 14(1)(e)). If nothing is said, nobody can tell whether there are none or whether
//! they have been forgotten.
//!
//! ## Example
//!
//! A notice that has no `recipients` key and no section "Who we share your data with".
//!
//! ## How to put it right
//!
//! Add a `[[recipients]]` table for each organisation, supplier and other service that gets the data, or
//! `recipients = "none"` if nobody does.

use crate::check::case::NoticeCase;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::StandardSection;

/// The rule.
pub static RULE: Rule = Rule {
    name: "recipients-missing",
    severity: Severity::Error,
    law: "UK GDPR Articles 13(1)(e) and 14(1)(e)",
    since: None,
    duties: &["recipients"],
    source: include_str!("recipients_missing.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    if case.notice.recipients.is_none() && !case.has_words(StandardSection::Recipients) {
        findings
            .add(case.head(), "This notice does not say who receives the data")
            .help("Name everybody who gets it, or say that nobody does with `recipients = \"none\"`.")
            .paste("[[recipients]]\nname = \"\"\nkind = \"\"\npurpose = \"\"\n");
    }
}
