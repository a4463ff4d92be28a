//! # consent-imbalance
//!
//! ## What it checks
//!
//! Consent is not the only basis of a purpose that is marked `statutory`, and does not stand beside a public task or a
//! legal obligation for one and the same purpose.
//!
//! ## Why it matters
//!
//! Consent must be freely given (UK GDPR Article 7(4), Recital 43). Where people need a service that only the council
//! gives, they can hardly say no, and where the law asks for the data anyway, asking for consent misleads them: if
//! they withdrew it, you would carry on.
//!
//! ## Example
//!
//! ```toml
//! [[purposes]]
//! text = "Assess your claim"
//! lawful_basis = ["consent", "public-task"]
//! ```
//!
//! ## How to put it right
//!
//! Rest the service on `public-task` or `legal-obligation`. If some part of it is a true choice (a newsletter, a
//! photograph), make that a purpose of its own with `consent`.

use crate::check::case::{NoticeCase, rests_on};
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::LawfulBasis;

/// The rule.
pub static RULE: Rule = Rule {
    name: "consent-imbalance",
    severity: Severity::Advice,
    law: "UK GDPR Article 7(4) and Recital 43",
    since: None,
    duties: &[],
    source: include_str!("consent_imbalance.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    for purpose in case.resting_on(LawfulBasis::Consent) {
        let Some(consent) = purpose.lawful_basis.iter().find(|basis| basis.value == LawfulBasis::Consent) else {
            continue;
        };
        let by_law = rests_on(purpose, LawfulBasis::PublicTask) || rests_on(purpose, LawfulBasis::LegalObligation);
        if by_law {
            findings
                .add(consent.place, "Consent stands beside a basis that does not need it")
                .label("is there a choice?")
                .help("Make what people can refuse a purpose of its own, and leave consent out of the rest.");
        } else if purpose.statutory && purpose.lawful_basis.len() == 1 {
            findings
                .add(consent.place, "A task that the law gives you rests on consent alone")
                .label("can people say no?")
                .help("Consent has to be free. `public-task` or `legal-obligation` usually fits such a task better.");
        }
    }
}
