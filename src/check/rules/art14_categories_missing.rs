//! # art14-categories-missing
//!
//! ## What it checks
//!
//! Data that comes from somebody else is described: its `[[personal_data]]` table has `items`, or the notice has words
//! about it.
//!
//! ## Why it matters
//!
//! People know what they told you themselves. What others told you about them they do not know: so they must be told
//! the categories of that data (UK GDPR Article 14(1)(d)).
//!
//! ## Example
//!
//! ```toml
//! [[personal_data]]
//! context = "When we check your income"
//! source = { name = "HM Revenue and Customs", publicly_accessible = false }
//! ```
//!
//! ## How to put it right
//!
//! List what you receive: `items = ["your pay", "your National Insurance number"]`.

use crate::check::case::NoticeCase;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::{DataSource, PersonalData, StandardSection};

/// The rule.
pub static RULE: Rule = Rule {
    name: "art14-categories-missing",
    severity: Severity::Error,
    law: "UK GDPR Article 14(1)(d)",
    since: None,
    duties: &["data-categories"],
    source: include_str!("art14_categories_missing.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    if !case.is_under_uk_gdpr() || case.has_words(StandardSection::PersonalData) {
        return;
    }
    for data in case.notice.personal_data.iter().filter(|data| comes_from_others(data) && is_undescribed(data)) {
        findings
            .add(data.place, "It is not said what data others give you")
            .label("which data?")
            .help("List the kinds of data that come from this source.")
            .paste("items = [\"\"]\n");
    }
}

fn comes_from_others(data: &PersonalData) -> bool {
    data.sources.iter().any(|source| matches!(source, DataSource::Other { .. }))
}

fn is_undescribed(data: &PersonalData) -> bool {
    data.items.is_empty() && data.special_categories.is_empty() && !data.criminal_offences && data.note.is_none()
}
