//! # separate-controller-mixed
//!
//! ## What it checks
//!
//! The notice of a council does not speak for the electoral registration officer, the returning officer or councillors
//! in their wards. It goes by the title of the notice, by the words and the laws of its purposes, and by paragraph 23
//! of Schedule 1, which only elected representatives can use.
//!
//! ## Why it matters
//!
//! The controller is whoever decides why and how the data is used (UK GDPR Article 4(7)). Electoral registration
//! officers and returning officers are controllers in their own right, with a registration of their own (guidance of
//! the Electoral Commission); so are councillors when they help the people of their ward. A notice that names the
//! council sends people to the wrong place with their requests.
//!
//! ## Example
//!
//! A notice "Electoral registration" whose controller is the council.
//!
//! ## How to put it right
//!
//! Add the officer or the councillors to `site.toml` as a controller, and name it in the notice: `controller = "ero"`.
//! If the notice is about other work of the council too, move what is not the council's into a notice of its own.

use crate::check::case::NoticeCase;
use crate::check::excerpt::{Excerpt, item_words};
use crate::check::lexicon::Meaning;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::{ControllerKind, Purpose};
use crate::law::SeparateWork;
use crate::text::Place;

/// The rule.
pub static RULE: Rule = Rule {
    name: "separate-controller-mixed",
    severity: Severity::Warning,
    law: "UK GDPR Article 4(7)",
    since: None,
    duties: &[],
    source: include_str!("separate_controller_mixed.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    if !matches!(case.controller.kind, ControllerKind::PrincipalCouncil | ControllerKind::Parish) {
        return;
    }
    let title = case.excerpt_of_words(case.notice.title.place);
    let works = || (0..).zip(case.law().separate_work());
    if let Some((_, work)) = works().find(|(row, _)| title.says(Meaning::WorkTitle(*row))) {
        report(case, work, title.place, "This notice is about the work of", findings);
        return;
    }
    for purpose in &case.notice.purposes {
        let items = item_words(&purpose.items).into_iter();
        let words: Vec<Excerpt<'_>> =
            std::iter::once(&purpose.text).chain(items).map(|words| case.excerpt_of_words(words.place)).collect();
        for (row, work) in works() {
            if let Some(place) = gives_away(case, purpose, &words, row, work) {
                report(case, work, place, "This looks like the work of", findings);
            }
        }
    }
}

/// Where a purpose of these words shows that it is this work, if it is.
fn gives_away(
    case: &NoticeCase<'_>,
    purpose: &Purpose,
    words: &[Excerpt<'_>],
    row: u16,
    work: &SeparateWork,
) -> Option<Place> {
    let say = |meaning: Meaning| words.iter().any(|excerpt| excerpt.says(meaning));
    let paragraph = purpose.schedule_1.iter().find(|one| work.schedule_1.contains(&one.value)).map(|one| one.place);
    let laws = || purpose.legislation.iter().map(|law| law.place);
    let by_law = || laws().find(|law| case.excerpt_of_words(*law).says(Meaning::WorkLaw(row)));
    let place = say(Meaning::WorkPurpose(row)).then_some(purpose.text.place).or(paragraph).or_else(by_law)?;
    (!say(Meaning::OwnWork(row))).then_some(place)
}

fn report(case: &NoticeCase<'_>, work: &SeparateWork, place: Place, start: &str, findings: &mut Findings) {
    let whose = match work.kind() {
        Some(ControllerKind::ElectoralRegistrationOfficer) => "the electoral registration officer",
        Some(ControllerKind::ReturningOfficer) => "the returning officer",
        _ => "a councillor in their ward",
    };
    let controllers = &case.whole.hub.register.config.controllers;
    let theirs = controllers.iter().find(|controller| Some(controller.kind) == work.kind());
    // A purpose among others needs a notice of its own, for which there is nothing to paste here.
    let theirs = theirs.filter(|_| place == case.notice.title.place);
    let paste = theirs.map(|controller| format!("controller = \"{}\"\n", controller.id)).unwrap_or_default();
    findings
        .add(place, format!("{start} {whose}, who is a controller in their own right"))
        .label(format!("not the work of `{}`", case.controller.id))
        .help("Give that controller a notice of its own, and leave out here what is not the council's.")
        .paste(paste);
}
