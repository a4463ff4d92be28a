//! # schedule1-mismatch
//!
//! ## What it checks
//!
//! Every paragraph in `schedule_1` is a condition, and goes with a condition of Article 9(2) that the same purpose
//! names, or with criminal offence data.
//!
//! ## Why it matters
//!
//! A paragraph of Schedule 1 of the Data Protection Act 2018 completes one point of Article 9(2) and no other:
//! paragraphs 1 to 4 go with (b), (h), (i) and (j), paragraphs 6 to 28 with (g). Paragraphs 29 to 37 are for criminal
//! offence data only (section 10(2) to (5)). Paragraph 5 is a rule about policy documents, and no condition. With a
//! paragraph that does not fit, the notice gives no lawful ground for using the data.
//!
//! ## Example
//!
//! ```toml
//! [[purposes]]
//! text = "Find out what care you need"
//! lawful_basis = "public-task"
//! special_category_condition = "9(2)(h)"
//! schedule_1 = [6]
//! ```
//!
//! ## How to put it right
//!
//! Name the paragraph that goes with the condition (here 2), or the condition that goes with the paragraph (here
//! `"9(2)(g)"`). If the purpose uses criminal offence data, say so: `criminal_offences = true`.

use crate::check::case::NoticeCase;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::Purpose;

use super::article9_missing_schedule1::needed;

/// The rule.
pub static RULE: Rule = Rule {
    name: "schedule1-mismatch",
    severity: Severity::Error,
    law: "Data Protection Act 2018 section 10 and Schedule 1",
    since: None,
    duties: &[],
    source: include_str!("schedule1_mismatch.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    for purpose in case.purposes() {
        for number in &purpose.schedule_1 {
            let Some(fault) = fault(case, purpose, number.value) else { continue };
            let message = format!("Paragraph {} of Schedule 1 {}", number.value, fault.words());
            // Where a notice names no condition at all, the law can still be met: only the notice leaves it open.
            let severity = if fault == Fault::Alone { Severity::Warning } else { Severity::Error };
            let note = case.law().paragraph(number.value).and_then(|paragraph| paragraph.note.as_deref());
            findings
                .add_as(severity, number.place, message)
                .label(fault.label())
                .help(remedy(case, purpose, &fault))
                .help(note.unwrap_or_default());
        }
    }
}

/// What is wrong with a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is a rule about conditions.
    NoCondition,
    /// It is for criminal offence data only.
    OffencesOnly,
    /// It goes with other points of Article 9(2) than those that the purpose names.
    OtherPoint,
    /// It completes nothing: no condition, and no criminal offence data.
    Alone,
}

impl Fault {
    fn words(self) -> &'static str {
        match self {
            Fault::NoCondition => "is a rule about policy documents, and no condition",
            Fault::OffencesOnly => "is for criminal offence data only",
            Fault::OtherPoint => "does not go with the condition that this purpose names",
            Fault::Alone => "stands here without the condition of Article 9(2) that it completes",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Fault::NoCondition => "not a condition",
            Fault::OffencesOnly => "this purpose does not use such data",
            Fault::OtherPoint => "does not fit",
            Fault::Alone => "completes nothing",
        }
    }
}

/// What is wrong with a paragraph where it stands, if anything.
pub(super) fn fault(case: &NoticeCase<'_>, purpose: &Purpose, number: i64) -> Option<Fault> {
    let paragraph = case.law().paragraph(number).filter(|paragraph| paragraph.condition);
    let Some(paragraph) = paragraph else { return Some(Fault::NoCondition) };
    if case.uses_offence_data(purpose) {
        return None; // Parts 1 to 3 are all open to it (section 10(5)).
    }
    if paragraph.part == 3 {
        return Some(Fault::OffencesOnly);
    }
    if purpose.special_category_condition.is_empty() {
        // Where no purpose names a condition, `special-category-without-condition` has said it already.
        let some = case.purposes().any(|purpose| !purpose.special_category_condition.is_empty());
        let special = case.notice.personal_data.iter().any(|data| !data.special_categories.is_empty());
        return (some || !special).then_some(Fault::Alone);
    }
    let mut conditions =
        purpose.special_category_condition.iter().filter_map(|point| case.law().condition(point.value));
    let fits = conditions.any(|condition| condition.schedule_1.contains(&number));
    (!fits).then_some(Fault::OtherPoint)
}

fn remedy(case: &NoticeCase<'_>, purpose: &Purpose, fault: &Fault) -> String {
    let conditions = purpose.special_category_condition.iter().filter_map(|point| case.law().condition(point.value));
    let wanting = conditions.filter(|condition| !condition.schedule_1.is_empty());
    let wanted: Vec<String> = wanting
        .map(|condition| format!("Article 9(2)({}) goes with {}.", condition.point, needed(condition)))
        .collect();
    match fault {
        Fault::NoCondition => format!("Name a condition instead of this rule. {}", wanted.join(" ")),
        Fault::OffencesOnly => {
            format!("If this purpose uses such data, add `criminal_offences = true`. {}", wanted.join(" "))
        }
        Fault::OtherPoint if wanted.is_empty() => {
            "The condition that this purpose names needs no paragraph. Delete the number, or name the condition that \
             it completes."
                .to_owned()
        }
        Fault::OtherPoint => wanted.join(" "),
        Fault::Alone => "Name the condition in `special_category_condition`, such as \"9(2)(g)\" for paragraphs 6 to \
                         28, or add `criminal_offences = true` if this purpose uses criminal offence data."
            .to_owned(),
    }
    .trim()
    .to_owned()
}
