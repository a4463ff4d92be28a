//! # basis-public-authority
//!
//! ## What it checks
//!
//! A council, an electoral registration officer or a returning officer does not rest a public task on legitimate
//! interests or on recognised legitimate interest. On a purpose that is marked `statutory` that is an error for a
//! council. Anywhere else it is a warning, which a reason in `not_public_task` puts to rest.
//!
//! ## Why it matters
//!
//! These two bases do not apply to what public authorities do in the performance of their tasks (UK GDPR Article 6(1),
//! closing words; Data Protection Act 2018 section 7). The regulator accepts legitimate interests for other things
//! that a council does, such as commercial services. Whether the safety of its computers is one of them is argued both
//! ways. Parish councils are no public authorities for this purpose (section 7(3)), nor are councillors.
//!
//! ## Example
//!
//! ```toml
//! [[purposes]]
//! text = "Prevent fraud against the council"
//! lawful_basis = "legitimate-interests"
//! statutory = true
//! ```
//!
//! ## How to put it right
//!
//! Where the law gives you the task, use `public-task` or `legal-obligation`. Where it does not, say why in a
//! sentence: `not_public_task = "We sell tickets as any theatre does."`

use crate::check::case::NoticeCase;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::{LawfulBasis, Placed, Purpose};
use crate::law::PublicAuthority;

/// The rule.
pub static RULE: Rule = Rule {
    name: "basis-public-authority",
    severity: Severity::Error,
    law: "UK GDPR Article 6(1), closing words; Data Protection Act 2018 section 7",
    since: None,
    duties: &[],
    source: include_str!("basis_public_authority.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    if !case.is_public_authority() {
        return;
    }
    for purpose in case.purposes() {
        for basis in purpose.lawful_basis.iter().filter(|basis| is_barred(case, basis.value)) {
            report(case, purpose, basis, findings);
        }
    }
}

fn is_barred(case: &NoticeCase<'_>, basis: LawfulBasis) -> bool {
    case.law().basis(basis).is_some_and(|row| !row.public_tasks)
}

fn report(case: &NoticeCase<'_>, purpose: &Purpose, basis: &Placed<LawfulBasis>, findings: &mut Findings) {
    if purpose.statutory {
        // Election officers are not named in the Freedom of Information Act 2000, so that the bar is in doubt for them.
        let is_certain = case.public_authority() == PublicAuthority::Yes;
        let severity = if is_certain { Severity::Error } else { Severity::Warning };
        findings
            .add_as(
                severity,
                basis.place,
                format!("A task that the law gives you cannot rest on `{}`", basis.value.id()),
            )
            .label("not for public tasks")
            .help(
                "Use `public-task` or `legal-obligation`, or take out `statutory` if the law does not give you this.",
            );
    } else if purpose.not_public_task.is_none() {
        let message = format!("A public authority cannot rest its tasks on `{}`", basis.value.id());
        findings
            .add_as(Severity::Warning, basis.place, message)
            .help("If this is none of your public tasks, say why. If it is one, use `public-task`.")
            .paste("not_public_task = \"\"\n");
    }
}
