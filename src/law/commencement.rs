//! When the law changed: the table `commencement.toml`.

use jiff::civil::Date;
use serde::Deserialize;

use super::{Law, date};

/// A change of the law. The fields are explained at the head of the table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Commencement {
    pub id: String,
    pub what: String,
    pub provisions: String,
    /// The first day on which it holds.
    #[serde(deserialize_with = "date")]
    pub from: Date,
    pub saving: Option<String>,
    pub unverified: Option<String>,
    pub source: String,
}

impl Law {
    /// Every change of the law, in the order of its days.
    pub fn commencements(&self) -> &[Commencement] {
        &self.commencements
    }

    /// The first day on which a change of the table holds.
    pub fn begins(&self, change: &str) -> Option<Date> {
        self.commencements.iter().find(|row| row.id == change).map(|row| row.from)
    }
}
