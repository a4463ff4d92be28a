//! What a hub says of its own accessibility: the statement that public bodies owe (SI 2018/952 regulation 8).

use super::names::names;
use super::wcag::Criterion;
use super::{Contact, Day, Localised, Placed, Text};
use crate::text::Place;

names! {
    /// How far a website meets the standard.
    Compliance {
        Fully = "fully",
        Partially = "partially",
        Not = "not",
    }
}

names! {
    /// Why something is not accessible.
    BarrierReason {
        NonCompliance = "non-compliance",
        DisproportionateBurden = "disproportionate-burden",
        OutOfScope = "out-of-scope",
    }
}

names! {
    /// Who enforces the law: in Great Britain, or in Northern Ireland.
    Enforcer {
        Ehrc = "ehrc",
        Ecni = "ecni",
    }
}

/// The statement, from `[accessibility]` of `site.toml`.
#[derive(Clone, Debug)]
pub struct AccessibilityStatement {
    /// How far the website meets the standard.
    pub status: Placed<Compliance>,
    /// What it is about, if more has to be said than the name of the hub.
    pub scope: Localised,
    /// How to reach whoever answers.
    pub contact: Contact,
    /// How soon they answer.
    pub reply: Localised,
    /// Further help, such as a text relay or a hearing loop.
    pub help: Localised,
    /// What is not accessible.
    pub barriers: Vec<Barrier>,
    /// What is being done about it.
    pub improvements: Localised,
    /// When it was prepared.
    pub prepared: Option<Placed<Day>>,
    /// When it was last looked at.
    pub reviewed: Option<Placed<Day>>,
    /// When the website was last tested.
    pub tested: Option<Placed<Day>>,
    /// Who tested it.
    pub tested_by: Localised,
    /// How it was tested.
    pub testing: Localised,
    /// Who enforces the law.
    pub enforcer: Enforcer,
    /// Old addresses that lead to it.
    pub aliases: Vec<Text>,
    /// Where it is written.
    pub place: Place,
}

impl AccessibilityStatement {
    /// The id of its page.
    pub const ID: &'static str = "accessibility";
}

/// Something that is not accessible.
#[derive(Clone, Debug)]
pub struct Barrier {
    /// What it is.
    pub what: Localised,
    /// What that means for people.
    pub effect: Localised,
    /// The success criteria that it does not meet.
    pub criteria: Vec<Criterion>,
    /// Why it is not accessible.
    pub reason: BarrierReason,
    /// What that reason rests on.
    pub why: Localised,
    /// When it is put right.
    pub fixed_by: Option<Day>,
    /// What people can use instead.
    pub alternative: Localised,
    /// Where it is written.
    pub place: Place,
}
