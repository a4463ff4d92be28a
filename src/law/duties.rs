//! What a notice has to tell people, and when they need not be told: the tables `duties.toml` and `exemptions.toml`.

use jiff::civil::Date;
use serde::Deserialize;

use super::{Law, date, holds, optional_date};

/// Something that a notice has to tell people. The fields are explained at the head of the table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Duty {
    pub id: String,
    pub says: String,
    pub article_13: Option<String>,
    pub article_14: Option<String>,
    pub applies: String,
    /// Whether the hub prints it of its own accord.
    #[serde(default)]
    pub derived: bool,
    /// The first day on which it holds.
    #[serde(deserialize_with = "date")]
    pub from: Date,
    /// The last day on which it holds; none while it does.
    #[serde(default, deserialize_with = "optional_date")]
    pub until: Option<Date>,
    pub source: String,
}

/// A case in which people need not be told. The fields are explained at the head of the table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Exemption {
    pub provision: String,
    pub when: String,
    /// Whether the information has then to be made public.
    #[serde(default)]
    pub publish: bool,
    /// The first day on which it holds.
    #[serde(deserialize_with = "date")]
    pub from: Date,
    /// The last day on which it holds; none while it does.
    #[serde(default, deserialize_with = "optional_date")]
    pub until: Option<Date>,
    pub source: String,
}

impl Duty {
    /// Where it stands: "13(1)(e), 14(1)(e)".
    pub fn articles(&self) -> String {
        let mut points: Vec<&str> = self.article_13.iter().chain(&self.article_14).map(String::as_str).collect();
        points.dedup();
        points.join(", ")
    }
}

impl Law {
    /// What a notice has to tell people on a day, in the order of the articles.
    pub fn duties(&self, day: Date) -> impl Iterator<Item = &Duty> {
        self.duties.iter().filter(move |row| holds(row.from, row.until, day))
    }

    /// All that a notice has to tell people, whatever the day.
    pub fn all_duties(&self) -> &[Duty] {
        &self.duties
    }

    /// The cases in which people need not be told, whatever the day.
    pub fn exemptions(&self) -> &[Exemption] {
        &self.exemptions
    }
}
