//! When the law allows a cookie: the table `cookies.toml`.

use jiff::civil::Date;
use serde::Deserialize;

use super::{Law, date};

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

impl Law {
    /// The grounds for cookies that hold on a day.
    pub fn cookie_grounds(&self, day: Date) -> impl Iterator<Item = &CookieGround> {
        self.grounds.iter().filter(move |ground| ground.from <= day)
    }
}
