//! # controller-incomplete
//!
//! ## What it checks
//!
//! Readers can reach the controller: by post, email or phone. The details may stand in `site.toml`, in the notice's
//! own `[contact]`, or in words. The address of a website alone is not enough. (That every controller has a name is
//! checked when the hub is read.)
//!
//! ## Why it matters
//!
//! People must be told who the controller is and how to contact it (UK GDPR Articles 13(1)(a) and 14(1)(a)). Without
//! that nobody can ask about their data or use a right.
//!
//! ## Example
//!
//! ```toml
//! [controllers.council]
//! name = "Marlbury Borough Council"
//! url = "https://www.marlbury.gov.uk/"
//! ```
//!
//! ## How to put it right
//!
//! Add `address`, `email` or `phone` to the controller in `site.toml`; best all three, since not everybody can use
//! each.

use crate::check::case::NoticeCase;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;

/// The rule.
pub static RULE: Rule = Rule {
    name: "controller-incomplete",
    severity: Severity::Error,
    law: "UK GDPR Articles 13(1)(a) and 14(1)(a)",
    since: None,
    duties: &["controller"],
    source: include_str!("controller_incomplete.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    let controller = case.controller;
    let service = case.notice.contact.as_ref();
    // The service's `url` may be a form for messages; the controller's is the front page of its website.
    let service_is_reached = service.is_some_and(|contact| contact.reaches_somebody() || contact.url.is_some());
    if controller.contact.reaches_somebody() || service_is_reached || case.gives_contact() {
        return;
    }
    findings
        .add(controller.place, format!("Nothing says how to contact the controller `{}`", controller.id))
        .label("no address, email or phone")
        .help("Give at least one way to reach it, here or in the notice.")
        .paste("address = [\"\"]\nemail = \"\"\nphone = \"\"\n");
}
