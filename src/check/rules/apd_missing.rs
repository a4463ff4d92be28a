//! # apd-missing
//!
//! ## What it checks
//!
//! A notice that relies on a paragraph of Schedule 1 that needs an appropriate policy document says where that
//! document is.
//!
//! ## Why it matters
//!
//! For paragraph 1, for most of paragraphs 6 to 28 and for paragraph 35 the Data Protection Act 2018 asks for an
//! appropriate policy document: how you comply with the data protection principles, and how long you keep the data
//! (Schedule 1 paragraphs 1(1)(b), 5 and 39). It need not be published, but the regulator can ask for it, and
//! publishing it is good practice. Paragraphs 2, 3, 4, 13 and 29 to 34 need none; neither do paragraphs 10 and 27 for
//! disclosures to certain bodies, and there this is only advice.
//!
//! ## Example
//!
//! ```toml
//! [[purposes]]
//! text = "Decide on your Blue Badge"
//! lawful_basis = "public-task"
//! special_category_condition = "9(2)(g)"
//! schedule_1 = [6]
//! ```
//!
//! ## How to put it right
//!
//! Link to the document: `appropriate_policy_document = "[Appropriate policy document](document:policy.pdf)"`, or say
//! how to ask for it.

use crate::check::case::NoticeCase;
use crate::check::phrases::About;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::{Placed, Purpose};
use crate::law::Paragraph;

/// The rule.
pub static RULE: Rule = Rule {
    name: "apd-missing",
    severity: Severity::Warning,
    law: "Data Protection Act 2018 Schedule 1 paragraph 5 and Part 4",
    since: None,
    duties: &[],
    source: include_str!("apd_missing.rs"),
    judge: Judge::Notice(judge),
};

/// The paragraph that says what the document holds.
const CONTENTS: i64 = 39;

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    if case.notice.appropriate_policy_document.is_some() {
        return;
    }
    let named = || case.purposes().flat_map(|purpose| numbers(case, purpose));
    let always = named().find(|(_, paragraph)| paragraph.policy_document_exception.is_none());
    let Some((number, paragraph)) = always.or_else(|| named().next()) else { return };
    if is_said(case) {
        return;
    }
    let exception = paragraph.policy_document_exception.as_deref();
    let severity = if exception.is_some() { Severity::Advice } else { Severity::Warning };
    let message = format!("Paragraph {} of Schedule 1 needs an appropriate policy document", number.value);
    let finding = findings
        .add_as(severity, number.place, message)
        .label("where is the document?")
        .help("Say at the top of the notice where the document is, or how to ask for it.")
        .help(case.law().paragraph(CONTENTS).and_then(|row| row.note.as_deref()).unwrap_or_default())
        .paste("appropriate_policy_document = \"\"\n");
    if let Some(exception) = exception {
        finding.help(format!("None is needed for {exception}."));
    }
}

/// The paragraphs of a purpose that need the document.
fn numbers<'a>(case: &NoticeCase<'a>, purpose: &'a Purpose) -> Vec<(&'a Placed<i64>, &'a Paragraph)> {
    let law = case.law();
    let rows = purpose.schedule_1.iter().filter_map(|number| Some((number, law.paragraph(number.value)?)));
    rows.filter(|(_, paragraph)| paragraph.condition && paragraph.policy_document == "yes").collect()
}

/// Whether the notice, or a general section that joins it, mentions the document.
fn is_said(case: &NoticeCase<'_>) -> bool {
    let own = |file: &_| case.text(*file).all(About::PolicyDocument.into()).next().is_some();
    case.notice.files.iter().any(own) || case.all_excerpts().any(|excerpt| excerpt.says(About::PolicyDocument))
}
