//! Names, provisions and bodies that the law has left behind: the table `stale.toml`.

use jiff::civil::Date;
use serde::Deserialize;

use super::date;
use crate::text::table;

/// The whole table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StaleTable {
    /// Words that show that a sentence speaks of the past on purpose.
    pub past: Vec<String>,
    /// The rows.
    pub stale: Vec<Stale>,
}

/// Words that are out of date from a day on. The fields are explained at the head of the table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Stale {
    pub topic: StaleTopic,
    pub words: Vec<String>,
    pub instead: String,
    #[serde(default)]
    pub wrong: bool,
    #[serde(deserialize_with = "date")]
    pub since: Date,
    #[serde(default)]
    pub not_after: Vec<String>,
    #[serde(default)]
    pub unless: Vec<String>,
    #[serde(default)]
    pub unless_in_file: Vec<String>,
    #[serde(default)]
    pub together_with: Vec<String>,
    pub unverified: Option<String>,
    pub source: String,
}

/// Which rule reports a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StaleTopic {
    /// The regulator and how to reach it.
    Regulator,
    /// Everything else.
    Law,
}

impl StaleTable {
    /// Reads the table that is part of the program.
    ///
    /// # Panics
    ///
    /// If it is not valid.
    pub(super) fn load() -> Self {
        table!("stale")
    }

    /// The rows of a topic that are out of date on a day.
    pub fn on(&self, topic: StaleTopic, day: Date) -> impl Iterator<Item = &Stale> {
        self.stale.iter().filter(move |row| row.is_on(topic, day))
    }
}

impl Stale {
    /// Whether it is of a topic, and out of date on a day.
    pub fn is_on(&self, topic: StaleTopic, day: Date) -> bool {
        self.topic == topic && self.since <= day
    }
}
