//! # rli-condition-missing
//!
//! ## What it checks
//!
//! A purpose that rests on recognised legitimate interest names its condition in `recognised_interest`, and no
//! significant decision that a computer makes alone rests on this basis.
//!
//! ## Why it matters
//!
//! The basis exists only where a condition of Annex 1 to the UK GDPR is met (Articles 6(1)(ea) and 6(5)): a disclosure
//! to a body with a public task, security and defence, an emergency, crime, or the safeguarding of vulnerable people.
//! The regulator asks you to tell people which. Decisions made by a computer alone that matter to people may not rest
//! on it at all (Article 22B(4)). In force since 5 February 2026.
//!
//! ## Example
//!
//! ```toml
//! [[purposes]]
//! text = "Tell the police of a visitor at risk"
//! lawful_basis = "recognised-legitimate-interest"
//! ```
//!
//! ## How to put it right
//!
//! Add `recognised_interest = "safeguarding"` (or `disclosure`, `security`, `emergency`, `crime`). If none of them
//! fits, the basis is not available. Where a computer decides, use another basis or let a person decide.

use crate::check::case::NoticeCase;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::{LawfulBasis, Placed, Purpose};
use crate::law::Law;

/// The rule.
pub static RULE: Rule = Rule {
    name: "rli-condition-missing",
    severity: Severity::Error,
    law: "UK GDPR Articles 6(1)(ea), 6(5), 13(1)(c), 14(1)(c) and 22B(4), and Annex 1",
    since: Some("recognised-legitimate-interest"),
    duties: &["recognised-interest"],
    source: include_str!("rli_condition_missing.rs"),
    judge: Judge::Notice(judge),
};

const BASIS: LawfulBasis = LawfulBasis::RecognisedLegitimateInterest;

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    let decides = case.notice.automated_decisions.as_ref().is_some_and(|automated| automated.exists == Some(true));
    // Where another basis is at hand, the decisions may well rest on that one.
    let is_only_basis = case.purposes().all(|purpose| purpose.lawful_basis.iter().all(|one| one.value == BASIS));
    for (purpose, basis) in case.resting_on(BASIS).filter_map(|purpose| Some((purpose, the_basis(purpose)?))) {
        if purpose.recognised_interest.is_none() {
            findings
                .add(basis.place, "The condition for this recognised legitimate interest is not named")
                .label("which condition of Annex 1?")
                .help(conditions(case.law()))
                .paste("recognised_interest = \"\"\n");
        }
        if decides && is_only_basis {
            findings
                .add(basis.place, "Decisions that a computer makes alone cannot rest on recognised legitimate interest")
                .help("Rest them on another basis, or let a person decide.");
        } else if decides {
            let message = "Make sure that no decision of a computer alone rests on recognised legitimate interest";
            findings
                .add_as(Severity::Advice, basis.place, message)
                .help("The notice has such decisions, and this basis is barred for them.");
        }
    }
}

/// The conditions of Annex 1, each with what it is for.
fn conditions(law: &Law) -> String {
    let each = law.interests().iter().map(|one| format!("`{}` for {}", one.id, one.says));
    format!("It can be {}.", each.collect::<Vec<_>>().join("; "))
}

fn the_basis(purpose: &Purpose) -> Option<&Placed<LawfulBasis>> {
    purpose.lawful_basis.iter().find(|basis| basis.value == BASIS)
}
