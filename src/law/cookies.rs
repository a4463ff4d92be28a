//! When the law allows a cookie: the table `cookies.toml`.

use jiff::civil::Date;
use serde::Deserialize;

use super::date;

/// The whole table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CookieTable {
    /// The paragraphs of PECR Schedule A1.
    pub ground: Vec<CookieGround>,
    /// Tools of others that set cookies of their own.
    pub tool: Vec<CookieTool>,
}

/// A paragraph of PECR Schedule A1. The fields are explained at the head of the table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CookieGround {
    pub paragraph: i64,
    pub name: String,
    pub kinds: Vec<String>,
    pub information: bool,
    pub opt_out: bool,
    #[serde(deserialize_with = "date")]
    pub from: Date,
    pub unverified: Option<String>,
    pub source: String,
}

/// A tool of somebody else.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CookieTool {
    pub name: String,
    pub words: Vec<String>,
    pub source: String,
}

impl CookieTable {
    /// Reads the table that is part of the program.
    ///
    /// # Panics
    ///
    /// If it is not valid.
    pub(super) fn load() -> Self {
        match toml::from_str(include_str!("cookies.toml")) {
            Ok(table) => table,
            Err(error) => panic!("the law's table of cookies cannot be read: {error}"),
        }
    }

    /// The grounds that hold on a day.
    pub fn grounds(&self, day: Date) -> impl Iterator<Item = &CookieGround> {
        self.ground.iter().filter(move |ground| ground.from <= day)
    }
}
