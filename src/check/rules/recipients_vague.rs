//! # recipients-vague
//!
//! ## What it checks
//!
//! Recipients have names, or at least a kind: not only "our partners", "third parties" or "other organisations".
//!
//! ## Why it matters
//!
//! People must be told who gets their data, or which categories of recipients do (UK GDPR Articles 13(1)(e) and
//! 14(1)(e)), in clear words (Article 12(1)). "Partners" can be anybody: nobody can tell from it whether to object, or
//! where to ask for a copy of what was passed on.
//!
//! ## Example
//!
//! ```toml
//! [[recipients]]
//! name = "Our partners"
//! purpose = "to deliver our services"
//! ```
//!
//! ## How to put it right
//!
//! Name each of them, or list the kinds in `items`: "Partners" with `items = ["the police", "schools in the borough"]`
//! is clear.

use crate::check::case::NoticeCase;
use crate::check::excerpt::Excerpt;
use crate::check::phrases::About;
use crate::check::rule::{Findings, Judge, Rule};
use crate::check::words::is_one_of;
use crate::diagnostic::Severity;
use crate::domain::{Party, Recipient, StandardSection};
use crate::text::Place;

/// A text with more words than these usually says who they are somewhere.
const SHORT: usize = 40;

/// The rule.
pub static RULE: Rule = Rule {
    name: "recipients-vague",
    severity: Severity::Advice,
    law: "UK GDPR Articles 12(1), 13(1)(e) and 14(1)(e)",
    since: None,
    duties: &["recipients"],
    source: include_str!("recipients_vague.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    match &case.notice.recipients {
        Some(recipients) => recipients.iter().filter(|one| one.items.is_empty()).for_each(|one| {
            if let Some(place) = vague(case, one) {
                report(findings, place);
            }
        }),
        None => judge_text(case, findings),
    }
}

fn vague(case: &NoticeCase<'_>, recipient: &Recipient) -> Option<Place> {
    let (Party::Named(text) | Party::Organisation(text) | Party::Notice(text)) = &recipient.who;
    is_one_of(case.name_of(&recipient.who).trim(), case.phrases(About::VagueParty)).then_some(text.place)
}

/// Short texts that stand for all recipients.
fn judge_text(case: &NoticeCase<'_>, findings: &mut Findings) {
    let excerpts: Vec<Excerpt<'_>> = case.excerpts(StandardSection::Recipients).collect();
    let words: usize = excerpts.iter().map(|excerpt| excerpt.words().split_whitespace().count()).sum();
    let has_list = |text: &str| text.lines().any(|line| line.trim_start().starts_with(['-', '*', '|']));
    let is_particular = |text: &str| has_list(text) || text.contains(':');
    if words > SHORT || excerpts.iter().any(|one| is_particular(one.words()) || one.says(About::Naming)) {
        return;
    }
    if let Some(place) = excerpts.iter().find_map(|excerpt| excerpt.find(About::VagueRecipientInText)) {
        report(findings, place);
    }
}

fn report(findings: &mut Findings, place: Place) {
    findings
        .add(place, "This does not tell who receives the data")
        .label("who are they?")
        .help("Name them, or list the kinds of bodies that are meant in `items`.");
}
