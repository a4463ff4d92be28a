//! # registration-format
//!
//! ## What it checks
//!
//! A controller's `registration` has the form of a number in the register of data protection fee payers (`Z1234567`,
//! `ZA123456`), and nobody who registers in their own right uses the number of a council.
//!
//! ## Why it matters
//!
//! The number is printed with a link to the register, so a slip sends readers to nothing or to somebody else. An
//! electoral registration officer and a returning officer are controllers in their own right and must be registered
//! separately from the council (Data Protection (Charges and Information) Regulations 2018; guidance of the Electoral
//! Commission). One registration may cover both of these offices.
//!
//! ## Example
//!
//! ```toml
//! registration = "Z 123 4567"
//! ```
//!
//! ## How to put it right
//!
//! Copy the number from the register as it stands there, in capitals and without spaces. For an election officer, use
//! the number of that office, or register it.

use crate::check::case::NoticeCase;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::{Controller, ControllerKind};

/// The rule.
pub static RULE: Rule = Rule {
    name: "registration-format",
    severity: Severity::Warning,
    law: "Data Protection (Charges and Information) Regulations 2018 (SI 2018/480)",
    since: None,
    duties: &[],
    source: include_str!("registration_format.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    let Some(number) = &case.controller.registration else { return };
    if !case.law().is_registration_number(number) {
        findings
            .add(number.place, format!("`{}` does not look like a registration number", number.value))
            .label("a Z, a letter or digit, and six digits")
            .help("Copy the number from the regulator's register, in capitals and without spaces.");
        return;
    }
    let others = &case.whole.hub.register.config.controllers;
    let council = others.iter().find(|other| lends_its_number(other, case.controller));
    if let Some(theirs) = council.and_then(|council| council.registration.as_ref()) {
        findings
            .add(number.place, format!("`{}` uses the registration number of a council", case.controller.id))
            .help("This controller registers in its own right. Use the number of its own registration.")
            .related(theirs.place, "the same number");
    }
}

/// Whether a council's number is used by somebody who is a controller in their own right.
fn lends_its_number(council: &Controller, user: &Controller) -> bool {
    let separate = matches!(
        user.kind,
        ControllerKind::ElectoralRegistrationOfficer | ControllerKind::ReturningOfficer | ControllerKind::Councillor
    );
    let number = |controller: &Controller| controller.registration.as_ref().map(|number| number.value.to_string());
    separate && council.kind == ControllerKind::PrincipalCouncil && number(council) == number(user)
}
