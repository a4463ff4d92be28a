//! # registration-missing
//!
//! ## What it checks
//!
//! A controller has its number in the public register of data protection fee payers: `registration` in `site.toml`, or
//! the number in the words of "Who we are". For councillors this is advice only.
//!
//! ## Why it matters
//!
//! Almost every controller has to pay a yearly fee to the regulator and stands in the public register (Data Protection
//! (Charges and Information) Regulations 2018). No article asks for the number in a notice, but it lets people look
//! the controller up, and a missing one often shows that nobody has registered. Electoral registration officers and
//! returning officers register apart from their council. Councillors pay no fee for their casework.
//!
//! ## Example
//!
//! ```toml
//! [controllers.council]
//! name = "Marlbury Borough Council"
//! kind = "principal-council"
//! ```
//!
//! ## How to put it right
//!
//! Look the controller up at <https://ico.org.uk/ESDWebPages/Search> and add `registration = "Z1234567"`. A councillor
//! who is exempt can accept the finding in the notice and give that reason.

use crate::check::case::NoticeCase;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::StandardSection;
use crate::law::Fee;

/// The rule.
pub static RULE: Rule = Rule {
    name: "registration-missing",
    severity: Severity::Warning,
    law: "Data Protection (Charges and Information) Regulations 2018 (SI 2018/480)",
    since: None,
    duties: &[],
    source: include_str!("registration_missing.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    let controller = case.controller;
    if controller.registration.is_some() || is_said(case) {
        return;
    }
    let message = format!("The controller `{}` has no registration number", controller.id);
    if case.law().fee(controller.kind) == Fee::Exempt {
        findings
            .add_as(Severity::Advice, controller.place, message)
            .help("Councillors pay no fee for casework. If yours have registered all the same, give the number.")
    } else {
        findings
            .add(controller.place, message)
            .help("Look it up in the regulator's register of fee payers. If it is not there, it may have to register.")
    }
    .label("no registration number")
    .paste("registration = \"\"\n");
}

fn is_said(case: &NoticeCase<'_>) -> bool {
    let mut excerpts = case.own_text().chain(case.excerpts(StandardSection::WhoWeAre));
    excerpts.any(|excerpt| {
        let mut words = excerpt.words().split(|c: char| !c.is_alphanumeric());
        words.any(|word| case.law().is_registration_number(word))
    })
}
