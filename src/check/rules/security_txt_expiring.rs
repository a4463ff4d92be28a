//! # security-txt-expiring
//!
//! ## What it checks
//!
//! The day in `expires` of `[security]` is more than 60 days away.
//!
//! ## Why it matters
//!
//! `security.txt` tells people who find a weakness of the website whom to tell, and nobody relies on one that has expired
//! (RFC 9116 section 2.5.5, which recommends less than a year). A website that holds no accounts still has to be kept
//! safe: UK GDPR Article 32(1) asks for security that fits the risk, and a way to hear of weaknesses is part of it.
//!
//! ## Example
//!
//! ```toml
//! [security]
//! contact = "security@marlbury.gov.uk"
//! expires = 2026-12-01
//! ```
//!
//! ## How to put it right
//!
//! See that the contact still answers, then set a day within a year.

use jiff::Span;

use crate::check::case::HubCase;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::Language;

/// The rule.
pub static RULE: Rule = Rule {
    name: "security-txt-expiring",
    severity: Severity::Warning,
    law: "RFC 9116 section 2.5.5; UK GDPR Article 32(1)",
    since: None,
    duties: &[],
    source: include_str!("security_txt_expiring.rs"),
    judge: Judge::Hub(judge),
};

/// How long before the day it is time to act.
const NOTICE_DAYS: i64 = 60;

fn judge(whole: &HubCase<'_>, findings: &mut Findings) {
    let Some(contact) = &whole.hub.register.config.security else { return };
    let (expires, today) = (contact.expires.value, whole.hub.today);
    if expires.date > today.saturating_add(Span::new().days(NOTICE_DAYS)) {
        return;
    }
    let day = whole.hub.wordings.of(Language::En).day(expires);
    let verb = if expires.date <= today { "has expired" } else { "expires" };
    findings
        .add(contact.expires.place, format!("`security.txt` {verb} on {day}"))
        .help("See that the contact still answers, then set a day within a year.");
}
