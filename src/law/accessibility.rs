//! Who enforces the law on accessible websites, and to whom people can turn: the table `accessibility.toml`.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::{Law, date};
use crate::domain::{Enforcer, Language};

/// How the law is enforced. The fields are explained at the head of the table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Enforcement {
    pub id: String,
    pub body: BTreeMap<String, String>,
    pub advice: BTreeMap<String, String>,
    pub url: String,
    pub regulations: BTreeMap<String, String>,
    #[serde(deserialize_with = "date")]
    pub from: Date,
    pub source: String,
}

impl Enforcement {
    /// A name in a language.
    pub fn in_language(names: &BTreeMap<String, String>, language: Language) -> &str {
        names.get(language.code()).map_or("", String::as_str)
    }
}

impl Law {
    /// How the law on accessible websites is enforced by a body.
    ///
    /// # Panics
    ///
    /// If there is no such row: the tables are part of the program.
    pub fn enforcement(&self, by: Enforcer) -> &Enforcement {
        match self.enforcements.iter().find(|row| row.id == by.id()) {
            Some(row) => row,
            None => panic!("the law has no enforcement by {}", by.id()),
        }
    }
}
