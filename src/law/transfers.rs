//! Where data may go outside the UK, and on what grounds.

use jiff::civil::Date;
use serde::Deserialize;

use super::{Law, date};

/// A place, or several that are alike.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Destination {
    /// Its names, as authors write them.
    pub names: Vec<String>,
    /// Whether regulations approve it for transfers.
    pub approved: bool,
    /// Whom alone the approval covers there.
    pub only: Option<String>,
    /// Words that show that an author knows of that limit.
    #[serde(default)]
    pub mention: Vec<String>,
    /// The first day on which it holds.
    #[serde(deserialize_with = "date")]
    pub from: Date,
    /// Where the law says so.
    pub source: String,
    /// What no text confirms.
    pub unverified: Option<String>,
}

/// An exception of Article 49(1).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// The point: `a`.
    pub point: char,
    /// Its short name.
    pub name: String,
    /// Whether a public authority may rely on it when it exercises its public powers.
    pub public_powers: bool,
    /// The first day on which it holds.
    #[serde(deserialize_with = "date")]
    pub from: Date,
    /// Where the law says so.
    pub source: String,
}

/// An online tool of somebody else. The fields are explained at the head of the table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tool {
    /// Its name.
    pub name: String,
    /// Where its maker is, if that is outside the UK.
    pub home: Option<String>,
    /// Whether a mention in running text is enough.
    pub in_text: bool,
    /// Whether it sets cookies of its own on a website.
    pub cookies: bool,
    /// The first day on which it holds.
    #[serde(deserialize_with = "date")]
    pub from: Date,
    /// Where that is known from.
    pub source: String,
    /// What no text confirms.
    pub unverified: String,
}

impl Destination {
    /// Whether it is approved on a day.
    pub fn is_approved(&self, day: Date) -> bool {
        self.approved && self.from <= day
    }
}

impl Law {
    /// The places that a destination names, part by part: "Ireland and the Netherlands" has two. None for a part
    /// that the table does not know.
    pub fn places(&self, destination: &str) -> Vec<Option<&Destination>> {
        let outside = without_brackets(destination).replace(" and ", ",").replace(" or ", ",").replace(" a'r ", ",");
        let parts = outside.split([',', ';', '/', '&']).map(str::trim).filter(|part| !part.is_empty());
        parts.map(|part| self.place(part)).collect()
    }

    fn place(&self, part: &str) -> Option<&Destination> {
        let part = part.to_lowercase();
        let part = part.strip_prefix("the ").unwrap_or(&part);
        self.places.iter().find(|place| place.names.iter().any(|name| name.to_lowercase() == part))
    }

    /// The exception of a point, as authors write it: `49(1)(a)`, `Article 49(1)(a)` or `a`.
    pub fn exception(&self, written: &str) -> Option<&Exception> {
        let point = written.trim().trim_start_matches("Article ").trim_start_matches("49(1)");
        let point = point.trim_matches(['(', ')']);
        self.exceptions.iter().find(|exception| point.len() == 1 && point.starts_with(exception.point))
    }

    /// The online tools of others.
    pub fn tools(&self) -> impl Iterator<Item = &Tool> {
        self.tools.iter()
    }
}

/// A text without what stands in round brackets.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut kept = String::new();
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}
