//! The accessibility statement, from `[accessibility]` of the settings, in the sections of the government's model.

use super::context::Context;
use super::page::{frame, link_here, print};
use super::sections::{self, date};
use super::template::{self, Templates, Trouble};
use super::view::{AccessibilityView, BarrierGroupView, BarrierView, CriterionView, Link};
use crate::domain::{AccessibilityStatement, Barrier, BarrierReason, Compliance, Day, Language, Localised};
use crate::law::Enforcement;
use crate::resolve::{Page, PageKey};

/// The sections of the statement, as their anchors; the last but one is there only where something is said.
const SECTIONS: [&str; 8] = [
    "how-accessible",
    "feedback",
    "report",
    "enforcement",
    "technical",
    "non-accessible",
    "improvements",
    "preparation",
];

/// Renders the page.
pub fn render(context: &Context<'_>, templates: &Templates, page: &Page) -> Result<String, Trouble> {
    let Some(statement) = &context.config().accessibility else {
        panic!("a hub without the statement has no page for it");
    };
    let wording = context.wording(page.language);
    let key = PageKey::Free(AccessibilityStatement::ID.to_owned());
    let mut frame = frame(context, page, page.title.clone(), wording.text("accessibility.lead"), Some(&key));
    let view = view(context, statement, page.language);
    let heading = |id: &&str| link_here(wording.text(&string_of(id)), id);
    let is_there = |id: &&&str| **id != "improvements" || view.improvements.is_some();
    frame.contents.0 = SECTIONS.iter().filter(is_there).map(heading).collect();
    print(context, templates, page, "accessibility.html", frame, Some(("statement", template::view(view))))
}

/// The name of the heading of a section among the strings.
fn string_of(section: &str) -> String {
    format!("accessibility.{}", section.replace('-', "_"))
}

/// The day on which the statement was last looked at.
pub fn last_updated(context: &Context<'_>) -> Option<Day> {
    let statement = context.config().accessibility.as_ref()?;
    statement.reviewed.as_ref().or(statement.prepared.as_ref()).map(|day| day.value)
}

fn view(context: &Context<'_>, statement: &AccessibilityStatement, language: Language) -> AccessibilityView {
    let law = context.hub.law.enforcement(statement.enforcer);
    let said = |text: &Localised| said(text, language);
    let day = |day: &Option<crate::domain::Placed<Day>>| day.as_ref().map(|day| date(context, language, day.value));
    let is_ours = |barrier: &&Barrier| barrier.reason != BarrierReason::OutOfScope;
    let known = statement.barriers.iter().filter(is_ours).map(|barrier| barrier.what.get(language).to_owned());
    AccessibilityView {
        scope: said(&statement.scope),
        status: statement.status.value.id(),
        known: if statement.status.value == Compliance::Fully { Vec::new() } else { known.collect() },
        contact: sections::contact(&statement.contact),
        reply: said(&statement.reply),
        help: said(&statement.help),
        regulations: Enforcement::in_language(&law.regulations, language).to_owned(),
        enforcer: Enforcement::in_language(&law.body, language).to_owned(),
        advice: Link {
            text: Enforcement::in_language(&law.advice, language).to_owned(),
            href: law.url.clone(),
            lang: None,
        },
        barriers: BarrierReason::ALL.iter().map(|(_, reason)| group(context, statement, *reason, language)).collect(),
        improvements: said(&statement.improvements),
        prepared: day(&statement.prepared),
        reviewed: day(&statement.reviewed),
        tested: day(&statement.tested),
        tested_by: said(&statement.tested_by),
        testing: said(&statement.testing),
    }
}

/// What is not accessible for a reason.
fn group(
    context: &Context<'_>,
    statement: &AccessibilityStatement,
    reason: BarrierReason,
    language: Language,
) -> BarrierGroupView {
    let text = |part: &str| context.wording(language).text(&format!("accessibility.{part}.{}", reason.id())).to_owned();
    let entries = statement.barriers.iter().filter(|barrier| barrier.reason == reason);
    BarrierGroupView {
        id: reason.id(),
        title: text("reasons"),
        nothing: text("nothing"),
        entries: entries.map(|barrier| entry(context, barrier, language)).collect(),
    }
}

fn entry(context: &Context<'_>, barrier: &Barrier, language: Language) -> BarrierView {
    let criteria = barrier.criteria.iter();
    BarrierView {
        what: barrier.what.get(language).to_owned(),
        effect: said(&barrier.effect, language),
        criteria: criteria.map(|one| CriterionView { id: one.id, name: one.name, level: one.level }).collect(),
        why: said(&barrier.why, language),
        fixed_by: barrier.fixed_by.map(|day| date(context, language, day)),
        alternative: said(&barrier.alternative, language),
    }
}

fn said(text: &Localised, language: Language) -> Option<String> {
    (!text.is_empty()).then(|| text.get(language).to_owned())
}
