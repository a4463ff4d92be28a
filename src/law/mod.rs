//! Floor 2. The law as data: tables with source and date, and the questions that the stages ask of them.
//!
//! The rows stand in the TOML files beside this one, so that a data protection officer can review
//! them without reading Rust. Nothing here judges a notice, and no sentence for readers stands here.

mod accessibility;
mod bodies;
mod commencement;
mod cookies;
mod duties;
mod fee_register;
mod limits;
mod separate;
mod stale;
mod transfers;
mod vocabulary;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use crate::domain::{Language, LawfulBasis};
use crate::text::table;

pub use accessibility::Enforcement;
pub use bodies::{Body, Fee, Interest, PublicAuthority};
pub use commencement::Commencement;
pub use cookies::CookieGround;
pub use duties::{Duty, Exemption};
pub use fee_register::NumberFormat;
pub use limits::Limit;
pub use separate::SeparateWork;
pub use stale::{Stale, StaleTable, StaleTopic};
pub use transfers::{Destination, Exception, Tool};
pub use vocabulary::Vocabulary;

/// The tables of law.
#[derive(Debug)]
pub struct Law {
    bases: Vec<Basis>,
    rights: Vec<Right>,
    conditions: Vec<Condition>,
    paragraphs: Vec<Paragraph>,
    regulators: Vec<Regulator>,
    places: Vec<Destination>,
    exceptions: Vec<Exception>,
    tools: Vec<Tool>,
    grounds: Vec<CookieGround>,
    stale: StaleTable,
    numbers: Vec<NumberFormat>,
    separate: Vec<SeparateWork>,
    vocabulary: Vocabulary,
    duties: Vec<Duty>,
    exemptions: Vec<Exemption>,
    limits: Vec<Limit>,
    commencements: Vec<Commencement>,
    bodies: Vec<Body>,
    interests: Vec<Interest>,
    enforcements: Vec<Enforcement>,
}

/// A lawful basis of Article 6(1).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// Its name in the front matter.
    pub id: String,
    /// The point of Article 6(1): `ea`.
    pub point: String,
    /// What has to be true, in full sentences.
    pub test: String,
    /// What the notice has to say besides, in full sentences.
    pub notice: String,
    /// Whether a public authority may rest its tasks on it.
    pub public_tasks: bool,
    /// Whether it needs a law that gives the duty or the power.
    pub names_law: bool,
    /// Whether people have to be told if they must give the data.
    pub requirement: bool,
    /// The first day on which it holds.
    #[serde(deserialize_with = "date")]
    pub from: Date,
    /// Where the law says so.
    pub source: String,
}

/// A right of the people whom data is about.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Right {
    /// Its id: `erasure`.
    pub id: String,
    /// What it depends on.
    pub group: RightGroup,
    /// The article of the UK GDPR.
    pub article: String,
    /// The first day on which it holds.
    #[serde(deserialize_with = "date")]
    pub from: Date,
    /// The last day on which it holds; none while it does.
    #[serde(default, deserialize_with = "optional_date")]
    pub until: Option<Date>,
    /// Where the law says so.
    pub source: String,
    /// How far it is available, by point of Article 6(1).
    pub bases: BTreeMap<String, Availability>,
    /// The points whose cell no text confirms.
    #[serde(default)]
    pub unverified: Vec<String>,
}

/// What a right depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RightGroup {
    /// On nothing.
    Always,
    /// On the lawful basis.
    Basis,
    /// On the lawful basis; to be set apart from other information (Article 21(4)).
    Objection,
    /// On significant decisions made by a computer alone.
    Decisions,
    /// On nothing; printed with how to complain.
    Complaint,
}

/// How far a right is available under a lawful basis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Availability {
    Yes,
    Conditional,
    No,
    Absolute,
    Banned,
}

/// A condition of Article 9(2).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// The point: `g`.
    pub point: char,
    /// Its short name.
    pub name: String,
    /// The paragraphs of Schedule 1 of which one is needed as well; none means none is.
    pub schedule_1: Vec<i64>,
    /// The first day on which it holds.
    #[serde(deserialize_with = "date")]
    pub from: Date,
    /// Where the law says so.
    pub source: String,
}

/// A paragraph of Schedule 1 of the Data Protection Act 2018.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paragraph {
    /// Its number.
    pub number: i64,
    /// The Part in which it stands.
    pub part: i64,
    /// Its heading.
    pub heading: String,
    /// What a council has to know before it names it, in full sentences.
    pub note: Option<String>,
    /// Whether it is a condition, and no rule about conditions.
    pub condition: bool,
    /// Whether it asks for a substantial public interest itself.
    pub public_interest_test: bool,
    /// Whether an appropriate policy document is needed.
    pub policy_document: String,
    /// When none is needed all the same.
    pub policy_document_exception: Option<String>,
    /// What no text confirms.
    pub unverified: Option<String>,
    /// The first day on which it holds.
    #[serde(deserialize_with = "date")]
    pub from: Date,
    /// Where the law says so.
    pub source: String,
}

/// The regulator for data protection.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Regulator {
    /// The first day on which it holds.
    #[serde(deserialize_with = "date")]
    pub from: Date,
    /// The last day on which it holds; none while it does.
    #[serde(default, deserialize_with = "optional_date")]
    pub until: Option<Date>,
    pub name: ByLanguage,
    pub known_as: ByLanguage,
    pub url: String,
    pub complaint_url: String,
    pub helpline: String,
    pub helpline_welsh: String,
    /// The public register of fee payers: the number follows.
    pub register_url: String,
    /// Where the facts come from.
    pub source: String,
}

/// A name in each language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByLanguage {
    en: String,
    cy: String,
}

impl ByLanguage {
    /// The name in a language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Cy => &self.cy,
        }
    }
}

impl Law {
    /// Reads the tables that are part of the program.
    pub fn load() -> Self {
        Law {
            bases: rows("basis", table!("bases")),
            rights: rows("right", table!("rights")),
            conditions: rows("condition", table!("conditions")),
            paragraphs: rows("paragraph", table!("schedule-1")),
            regulators: rows("regulator", table!("regulator")),
            places: rows("place", table!("places")),
            exceptions: rows("exception", table!("exceptions")),
            tools: rows("tool", table!("tools")),
            grounds: rows("ground", table!("cookies")),
            stale: StaleTable::load(),
            numbers: rows("number", table!("fee-register")),
            separate: rows("work", table!("separate-controllers")),
            vocabulary: Vocabulary::load(),
            duties: rows("duty", table!("duties")),
            exemptions: rows("exemption", table!("exemptions")),
            limits: rows("limit", table!("limits")),
            commencements: rows("commencement", table!("commencement")),
            bodies: rows("body", table!("bodies")),
            interests: rows("interest", table!("annex-1")),
            enforcements: rows("enforcement", table!("accessibility")),
        }
    }

    /// The rights that exist on a day, in the order of the table.
    pub fn rights(&self, day: Date) -> impl Iterator<Item = &Right> {
        self.rights.iter().filter(move |right| holds(right.from, right.until, day))
    }

    /// The rights to complain that exist on a day.
    pub fn complaints(&self, day: Date) -> impl Iterator<Item = &Right> {
        self.rights(day).filter(|right| right.group == RightGroup::Complaint)
    }

    /// The row of a lawful basis.
    pub fn basis(&self, basis: LawfulBasis) -> Option<&Basis> {
        self.bases.iter().find(|row| row.id == basis.id())
    }

    /// The point of Article 6(1) of a lawful basis.
    pub fn point(&self, basis: LawfulBasis) -> &str {
        self.basis(basis).map_or("", |row| &row.point)
    }

    /// All lawful bases that exist on a day.
    pub fn bases(&self, day: Date) -> impl Iterator<Item = &Basis> {
        self.bases.iter().filter(move |basis| basis.from <= day)
    }

    /// All lawful bases, whatever the day.
    pub fn all_bases(&self) -> &[Basis] {
        &self.bases
    }

    /// A condition of Article 9(2).
    pub fn condition(&self, point: char) -> Option<&Condition> {
        self.conditions.iter().find(|condition| condition.point == point)
    }

    /// A paragraph of Schedule 1.
    pub fn paragraph(&self, number: i64) -> Option<&Paragraph> {
        self.paragraphs.iter().find(|paragraph| paragraph.number == number)
    }

    /// Names, provisions and bodies that the law has left behind.
    pub fn stale(&self) -> &StaleTable {
        &self.stale
    }

    /// What the words of notices are in the Data Privacy Vocabulary.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The regulator on a day: the last row that holds, or the first of all.
    pub fn regulator(&self, day: Date) -> &Regulator {
        self.regulators.iter().rev().find(|row| row.from <= day).unwrap_or(&self.regulators[0])
    }
}

impl Law {
    /// Every name that the regulator has or had, in every language.
    pub fn regulator_names(&self) -> impl Iterator<Item = &str> {
        self.regulators.iter().flat_map(|row| [row.name.en.as_str(), row.name.cy.as_str()])
    }
}

impl Right {
    /// How far it is available under a point of Article 6(1).
    pub fn under(&self, point: &str) -> Availability {
        self.bases.get(point).copied().unwrap_or(Availability::No)
    }
}

/// Whether a row holds on a day.
fn holds(from: Date, until: Option<Date>, day: Date) -> bool {
    from <= day && until.is_none_or(|until| day <= until)
}

/// The rows of a table.
///
/// # Panics
///
/// If it has none: tables are part of the program.
fn rows<T>(name: &str, mut table: BTreeMap<String, Vec<T>>) -> Vec<T> {
    match table.remove(name) {
        Some(rows) if !rows.is_empty() => rows,
        _ => panic!("the law's table of {name} has no rows"),
    }
}

/// A date of a table.
fn date<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
}

/// A date that may be left out.
fn optional_date<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    date(deserializer).map(Some)
}

#[cfg(test)]
mod tests;
