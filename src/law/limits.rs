//! How far rights reach, and how requests are to be answered: the table `limits.toml`.

use jiff::civil::Date;
use serde::Deserialize;

use super::{Law, date, holds, optional_date};

/// How far a right reaches. The fields are explained at the head of the table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Limit {
    pub id: String,
    pub right: String,
    pub says: String,
    pub article: String,
    /// The first day on which it holds.
    #[serde(deserialize_with = "date")]
    pub from: Date,
    /// The last day on which it holds; none while it does.
    #[serde(default, deserialize_with = "optional_date")]
    pub until: Option<Date>,
    pub unverified: Option<String>,
    pub source: String,
}

impl Law {
    /// The rows, whatever the day, in the order of the table.
    pub fn limits(&self) -> &[Limit] {
        &self.limits
    }

    /// What holds on a day about a limit that is beyond doubt.
    pub fn limit(&self, id: &str, day: Date) -> Option<&Limit> {
        let certain = self.limits.iter().filter(|row| row.id == id && row.unverified.is_none());
        certain.into_iter().find(|row| holds(row.from, row.until, day))
    }
}
