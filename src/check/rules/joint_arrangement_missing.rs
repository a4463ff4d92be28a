//! # joint-arrangement-missing
//!
//! ## What it checks
//!
//! For each joint controller the notice says who does what: in `arrangement`, or in words of its own. Where a
//! recipient has `kind = "joint-controller"`, the notice has `[[joint_controllers]]` too.
//!
//! ## Why it matters
//!
//! Bodies that decide together why and how data is used must agree who answers for what, and make the essence of that
//! agreement available to the people concerned (UK GDPR Article 26(2)). People may use their rights with each of them
//! (Article 26(3)); the notice should say whom to ask first.
//!
//! ## Example
//!
//! ```toml
//! [[joint_controllers]]
//! organisation = "nhs-trust"
//! ```
//!
//! ## How to put it right
//!
//! Sum up the agreement in a sentence or two: `arrangement = "Each of us answers for its own records. You can use your
//! rights with either."` If the other body decides nothing, it is a `processor`; if it decides for itself, a
//! `partner`.

use crate::check::case::NoticeCase;
use crate::check::phrases::About;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::{Party, Recipient, RecipientKind};

/// The rule.
pub static RULE: Rule = Rule {
    name: "joint-arrangement-missing",
    severity: Severity::Warning,
    law: "UK GDPR Article 26(2)",
    since: None,
    duties: &["joint-controllers"],
    source: include_str!("joint_arrangement_missing.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    let joint = &case.notice.joint_controllers;
    if case.own_text_says(About::JointControllers) {
        return;
    }
    for unexplained in joint.iter().filter(|joint| joint.arrangement.is_none()) {
        let name = case.name_of(&unexplained.who);
        findings
            .add(unexplained.place, format!("Nothing says who does what between you and {name}"))
            .help("Sum up what you have agreed, and whom people can turn to.")
            .paste("arrangement = \"\"\n");
    }
    // Where joint controllers are listed, the recipient may be one of a group that goes by another name there.
    let unlisted =
        case.notice.recipients.iter().flatten().filter(|recipient| joint.is_empty() && is_joint(case, recipient));
    for recipient in unlisted {
        let name = case.name_of(&recipient.who);
        findings
            .add(recipient.place, format!("{name} is a joint controller, and nothing says who does what"))
            .help("Add it to the joint controllers too, with what you have agreed.")
            .paste(format!("[[joint_controllers]]\n{}arrangement = \"\"\n", key_of(&recipient.who)));
    }
}

/// Whether a recipient is called a joint controller, here or in `organisations.toml`.
fn is_joint(case: &NoticeCase<'_>, recipient: &Recipient) -> bool {
    let kind_of = |id: &str| case.whole.organisation(id).and_then(|organisation| organisation.kind);
    let kind = recipient.kind.or_else(|| match &recipient.who {
        Party::Organisation(id) => kind_of(id),
        Party::Named(_) | Party::Notice(_) => None,
    });
    kind == Some(RecipientKind::JointController)
}

/// The line of TOML that names a party.
fn key_of(party: &Party) -> String {
    match party {
        Party::Organisation(id) => format!("organisation = \"{}\"\n", id.value),
        Party::Named(name) => format!("name = \"{}\"\n", name.value.replace('"', "\\\"")),
        Party::Notice(_) => "name = \"\"\n".to_owned(),
    }
}
