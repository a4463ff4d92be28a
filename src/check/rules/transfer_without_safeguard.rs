//! # transfer-without-safeguard
//!
//! ## What it checks
//!
//! Every `[[transfers]]` table says what makes the transfer lawful, and, for an agreement or other safeguard, how
//! people get a copy. It compares destinations that are said to be approved with the list of approved places.
//!
//! ## Why it matters
//!
//! Data may leave the UK only for a place that regulations approve, under a safeguard such as the International Data
//! Transfer Agreement, or under an exception (UK GDPR Articles 44A, 45A, 46 and 49). People must be told which, and
//! how to get a copy of the safeguard (Articles 13(1)(f) and 14(1)(f)).
//!
//! ## Example
//!
//! ```toml
//! [[transfers]]
//! destination = "India"
//! purpose = "support at night"
//! ```
//!
//! ## How to put it right
//!
//! Add `safeguard`, and for an agreement, an addendum or binding corporate rules also `copy`:
//!
//! ```toml
//! safeguard = "international-data-transfer-agreement"
//! copy = "Ask our data protection officer for a copy."
//! ```
//!
//! For the United States, "approved" covers only organisations that take part in the UK-US data bridge: say that the
//! recipient does. The list of approved places in this program has a date, and new approvals are made from time to
//! time: what it says of a place is a warning, and can be accepted with a reason.

use crate::check::case::NoticeCase;
use crate::check::phrases::About;
use crate::check::rule::{Findings, Judge, Rule};
use crate::check::words::holds;
use crate::diagnostic::Severity;
use crate::domain::{Safeguard, StandardSection, Transfer};
use crate::law::Destination;

/// The rule.
pub static RULE: Rule = Rule {
    name: "transfer-without-safeguard",
    severity: Severity::Error,
    law: "UK GDPR Articles 13(1)(f), 14(1)(f), 44A, 45A and 46",
    since: None,
    duties: &["transfers"],
    source: include_str!("transfer_without_safeguard.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    if !case.is_under_uk_gdpr() {
        return; // Part 3 of the 2018 Act has rules of its own about transfers.
    }
    for transfer in case.notice.transfers.iter().flatten() {
        match transfer.safeguard.as_ref().map(|safeguard| safeguard.value) {
            None if transfer.exception.is_some() => {}
            None => report_no_safeguard(case, transfer, findings),
            Some(Safeguard::Approved) => judge_approved(case, transfer, findings),
            Some(Safeguard::Exception) => judge_exception(transfer, findings),
            Some(_) => judge_copy(case, transfer, findings),
        }
    }
}

fn report_no_safeguard(case: &NoticeCase<'_>, transfer: &Transfer, findings: &mut Findings) {
    let today = case.whole.hub.today;
    let places = case.law().places(&transfer.destination);
    let is_approved =
        |place: &Option<&Destination>| place.is_some_and(|place| place.is_approved(today) && place.only.is_none());
    let destination = &transfer.destination;
    if case.says(StandardSection::Transfers, About::TransferSafeguard) {
        return;
    }
    if !places.is_empty() && places.iter().all(is_approved) {
        let is_certain = places.iter().flatten().all(|place| place.unverified.is_none());
        let severity = if is_certain { Severity::Warning } else { Severity::Advice };
        findings
            .add_as(severity, destination.place, "The notice does not say that this place is approved")
            .help("People are to be told that regulations approve the transfer.")
            .paste("safeguard = \"approved\"\n");
        return;
    }
    findings
        .add(destination.place, format!("Nothing is said that makes a transfer to {} lawful", destination.value))
        .label("under which safeguard?")
        .help("Say what makes it lawful, and how to get a copy of the safeguard.")
        .paste("safeguard = \"\"\ncopy = \"\"\n");
}

/// A destination that is said to be approved.
fn judge_approved(case: &NoticeCase<'_>, transfer: &Transfer, findings: &mut Findings) {
    let today = case.whole.hub.today;
    let destination = &transfer.destination;
    for place in case.law().places(destination).into_iter().flatten() {
        let name = place.names.first().map_or("", |name| name.as_str());
        if !place.is_approved(today) {
            findings
                .add_as(Severity::Warning, destination.place, format!("No regulations that we know of approve {name}"))
                .label("not on the list of approved places")
                .help("Name the safeguard that you rely on, or accept this with the regulations as the reason.");
        } else if let Some(only) = place.only.as_ref().filter(|_| !mentions(transfer, &place.mention)) {
            findings
                .add_as(Severity::Advice, destination.place, format!("{name} is approved only for {only}"))
                .label("does the recipient?")
                .help("Say so in `recipient`, or name another safeguard.");
        }
    }
}

/// Whether a transfer shows that its author knows of a limit. Where we know no words for it, it is not asked.
fn mentions(transfer: &Transfer, phrases: &[String]) -> bool {
    let texts = [Some(&transfer.destination), transfer.recipient.as_ref()].into_iter().flatten();
    let words = [&transfer.purpose, &transfer.copy].into_iter().flatten();
    let mut all = texts.map(|text| &text.value).chain(words.map(|words| &words.value));
    phrases.is_empty() || all.any(|text| holds(text, phrases))
}

fn judge_exception(transfer: &Transfer, findings: &mut Findings) {
    if let (Some(safeguard), None) = (&transfer.safeguard, &transfer.exception) {
        findings
            .add_as(Severity::Warning, safeguard.place, "It is not said which exception allows this transfer")
            .label("which point of Article 49(1)?")
            .help("Name the point.")
            .paste("exception = \"\"\n");
    }
}

fn judge_copy(case: &NoticeCase<'_>, transfer: &Transfer, findings: &mut Findings) {
    let Some(safeguard) = &transfer.safeguard else { return };
    if transfer.copy.is_none() && !case.says(StandardSection::Transfers, About::Copy) {
        findings
            .add(safeguard.place, "The notice does not say how to get a copy of this safeguard")
            .label("how do people get a copy?")
            .help("Say whom to ask, or where it is published.")
            .paste("copy = \"\"\n");
    }
}
