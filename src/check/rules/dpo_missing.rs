//! # dpo-missing
//!
//! ## What it checks
//!
//! A council says how to reach its data protection officer: in `[controllers.<id>.dpo]` of `site.toml`, or in words.
//! An electoral registration officer or returning officer gets advice only. Parish councils and councillors are left
//! alone.
//!
//! ## Why it matters
//!
//! A public authority must appoint a data protection officer (UK GDPR Article 37(1)(a)), publish how to reach that
//! person (Article 37(7)) and say so in every notice (Articles 13(1)(b) and 14(1)(b)). A name is not needed; contact
//! details are. Parish councils are no public authorities for this purpose (Data Protection Act 2018 section 7(3)).
//! The Electoral Commission's guidance says that electoral registration officers and returning officers need no data
//! protection officer of their own, but may appoint one; then their notices have to name that person too.
//!
//! ## Example
//!
//! A council in `site.toml` that has no `[controllers.council.dpo]`.
//!
//! ## How to put it right
//!
//! Add the table with an email address, a phone number or a postal address. An address of the role, such as
//! `dpo@marlbury.gov.uk`, outlives the person.

use crate::check::case::NoticeCase;
use crate::check::phrases::About;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::{Contact, StandardSection};
use crate::law::PublicAuthority;

/// The rule.
pub static RULE: Rule = Rule {
    name: "dpo-missing",
    severity: Severity::Error,
    law: "UK GDPR Articles 13(1)(b), 14(1)(b), 37(1)(a) and 37(7)",
    since: None,
    duties: &["data-protection-officer"],
    source: include_str!("dpo_missing.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    let severity = match case.public_authority() {
        PublicAuthority::Yes => Severity::Error,
        PublicAuthority::Doubtful => Severity::Advice,
        PublicAuthority::No => return,
    };
    let controller = case.controller;
    let is_reached = |contact: &Contact| contact.reaches_somebody() || contact.url.is_some();
    if controller.dpo.as_ref().is_some_and(is_reached) || is_said(case) {
        return;
    }
    let table = format!("[controllers.{}.dpo]\n", controller.id);
    let message = format!("Nothing says how to reach the data protection officer of `{}`", controller.id);
    let name = controller.dpo.as_ref().and_then(|officer| officer.name.as_ref()).map(|name| name.place);
    let draft = findings.add_as(severity, name.unwrap_or(controller.place), message).label("no data protection officer");
    if severity == Severity::Advice {
        draft.help("None is required here; if one has been appointed, say how to reach that person.")
    } else {
        draft.help("Add contact details in site.toml. They then appear in every notice.")
    }
    .paste(format!("{}email = \"\"\nphone = \"\"\naddress = [\"\"]\n", if name.is_some() { "" } else { &table }));
}

/// Whether the text of the notice names the officer and gives a way to reach somebody.
fn is_said(case: &NoticeCase<'_>) -> bool {
    let officer = About::DataProtectionOfficer;
    (case.own_text_says(officer) || case.says(StandardSection::WhoWeAre, officer)) && case.gives_contact()
}
