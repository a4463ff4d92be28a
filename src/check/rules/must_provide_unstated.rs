//! # must-provide-unstated
//!
//! ## What it checks
//!
//! Where a purpose rests on a contract or a legal obligation and people give the data themselves, the notice says
//! whether they have to, and what happens if they do not: in `must_provide` and `if_not_provided`, or in words.
//!
//! ## Why it matters
//!
//! People must be told whether the law or a contract requires them to give their data, whether they are obliged to,
//! and what may follow if they do not (UK GDPR Article 13(2)(e)). It does not apply to data that comes only from
//! others (Article 14 has no such point).
//!
//! ## Example
//!
//! ```toml
//! [[purposes]]
//! text = "Register your business"
//! lawful_basis = "legal-obligation"
//! legislation = ["Food Safety Act 1990"]
//! ```
//!
//! ## How to put it right
//!
//! Add `must_provide = true` and `if_not_provided = "You may have to pay a penalty."`, or `must_provide = false` where
//! nobody has to give anything for this purpose.

use crate::check::case::NoticeCase;
use crate::check::phrases::About;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::{DataSource, Purpose, StandardSection};

/// The rule.
pub static RULE: Rule = Rule {
    name: "must-provide-unstated",
    severity: Severity::Warning,
    law: "UK GDPR Article 13(2)(e)",
    since: None,
    duties: &["requirement"],
    source: include_str!("must_provide_unstated.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    if !collects_directly(case) {
        return;
    }
    for purpose in case.purposes() {
        let asks = |basis| case.law().basis(basis).is_some_and(|row| row.requirement);
        let Some(basis) = purpose.lawful_basis.iter().find(|basis| asks(basis.value)) else { continue };
        let is_told = purpose.must_provide == Some(false) || purpose.if_not_provided.is_some();
        if is_told || words_say(case, purpose) || is_said(case) {
            continue;
        }
        if purpose.must_provide == Some(true) {
            findings
                .add(purpose.place, "Nobody is told what happens if they do not give this data")
                .help("Say what follows, even if it is only that you cannot provide the service.")
                .paste("if_not_provided = \"\"\n");
        } else {
            findings
                .add(basis.place, "Nobody is told whether they have to give data for this purpose")
                .label("must people answer?")
                .help("Say whether they must, and what happens if they do not.")
                .paste("must_provide = true\nif_not_provided = \"\"\n");
        }
    }
}

/// Whether people are asked for data themselves, or nothing is said about where it comes from.
fn collects_directly(case: &NoticeCase<'_>) -> bool {
    let data = &case.notice.personal_data;
    let directly = |source: &DataSource| matches!(source, DataSource::You);
    data.is_empty() || data.iter().any(|one| one.sources.is_empty() || one.sources.iter().any(directly))
}

fn is_said(case: &NoticeCase<'_>) -> bool {
    let sections = [StandardSection::PersonalData, StandardSection::Purposes];
    case.own_text_says(About::DutyToProvide)
        || sections.iter().any(|section| case.says(*section, About::DutyToProvide))
}

fn words_say(case: &NoticeCase<'_>, purpose: &Purpose) -> bool {
    let mut words = std::iter::once(&purpose.text).chain(purpose.explanation.as_deref());
    words.any(|words| case.words_say(words, About::DutyToProvide))
}
