//! The numbers of the public register of data protection fee payers.

use jiff::civil::Date;
use serde::Deserialize;

use super::{Law, date};

/// A form that numbers of the register have.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberFormat {
    /// The form: `#` is a digit, `@` a capital letter or a digit, and anything else stands for itself.
    pub pattern: String,
    /// The first day on which it holds.
    #[serde(deserialize_with = "date")]
    pub from: Date,
    /// Where we know it from.
    pub source: String,
    /// What no text confirms.
    pub unverified: Option<String>,
}

impl Law {
    /// Whether a text has the form of a number in the register.
    pub fn is_registration_number(&self, text: &str) -> bool {
        self.numbers.iter().any(|number| number.fits(text))
    }
}

impl NumberFormat {
    fn fits(&self, text: &str) -> bool {
        let one = |(wanted, found): (char, char)| match wanted {
            '#' => found.is_ascii_digit(),
            '@' => found.is_ascii_digit() || found.is_ascii_uppercase(),
            _ => wanted == found,
        };
        text.chars().count() == self.pattern.chars().count() && self.pattern.chars().zip(text.chars()).all(one)
    }
}
