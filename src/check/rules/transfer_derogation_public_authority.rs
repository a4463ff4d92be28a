//! # transfer-derogation-public-authority
//!
//! ## What it checks
//!
//! A public authority does not rely on the person's consent or on a contract (points (a) to (c) of Article 49(1)) to
//! send data outside the UK when it exercises its public powers.
//!
//! ## Why it matters
//!
//! These three exceptions are closed to public authorities that exercise public powers (UK GDPR Article 49(3)). People
//! cannot freely refuse what they need from an authority. Whether election officers are public authorities is in
//! doubt: for them this is a warning. Parish councils and councillors are no public authorities (Data Protection Act
//! 2018 section 7(3)), and a service that a council merely sells, such as a theatre, uses no public powers.
//!
//! ## Example
//!
//! ```toml
//! [[purposes]]
//! text = "Assess your care needs"
//! lawful_basis = "public-task"
//!
//! [[transfers]]
//! destination = "India"
//! safeguard = "exception"
//! exception = "49(1)(a)"
//! ```
//!
//! ## How to put it right
//!
//! Use a safeguard, such as the International Data Transfer Agreement, or another exception: `"49(1)(d)"` for
//! important reasons of public interest, `"49(1)(f)"` to save a life. If the transfer belongs only to a purpose
//! without public powers, say so in that purpose's `not_public_task`.

use crate::check::case::NoticeCase;
use crate::check::case::rests_on;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::{LawfulBasis, Purpose};
use crate::law::PublicAuthority;

/// The rule.
pub static RULE: Rule = Rule {
    name: "transfer-derogation-public-authority",
    severity: Severity::Error,
    law: "UK GDPR Article 49(3)",
    since: None,
    duties: &[],
    source: include_str!("transfer_derogation_public_authority.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    let uses_powers = case.purposes().any(uses_public_powers);
    if !case.is_public_authority() || !uses_powers {
        return;
    }
    // Tables do not say to which purpose a transfer belongs: with purposes of both kinds it cannot be shown. And
    // election officers are not named in the Freedom of Information Act 2000, so that the bar is in doubt for them.
    let is_council = case.public_authority() == PublicAuthority::Yes;
    let is_certain = is_council && case.purposes().all(uses_public_powers);
    let severity = if is_certain { Severity::Error } else { Severity::Warning };
    for written in case.notice.transfers.iter().flatten().filter_map(|transfer| transfer.exception.as_ref()) {
        let closed = case.law().exception(written).filter(|exception| !exception.public_powers);
        if let Some(exception) = closed {
            let message = format!("A public authority cannot rely on {} for this transfer", exception.name);
            findings
                .add_as(severity, written.place, message)
                .label("closed to public authorities")
                .help("Name a safeguard such as an agreement, or an exception that is open to you.");
        }
    }
}

fn uses_public_powers(purpose: &Purpose) -> bool {
    purpose.not_public_task.is_none() && (purpose.statutory || rests_on(purpose, LawfulBasis::PublicTask))
}
