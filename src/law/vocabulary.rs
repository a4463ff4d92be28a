//! What the words of notices are in the Data Privacy Vocabulary: the table `dpv.toml`.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::date;
use crate::domain::{ControllerKind, LawfulBasis, RecipientKind, Safeguard, SpecialCategory};
use crate::text::table;

/// The terms of the vocabulary that notices need, as short names: `eu-gdpr:A6-1-c`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Vocabulary {
    /// Which release of the vocabulary it is.
    pub version: String,
    /// As of when the release was read.
    #[serde(deserialize_with = "date")]
    pub from: Date,
    /// Where it is published.
    pub source: String,
    /// What the prefixes of short names stand for.
    pub prefix: BTreeMap<String, String>,
    lawful_basis: Terms,
    condition: Terms,
    special_category: Terms,
    recipient: Terms,
    controller: Terms,
    safeguard: Terms,
    exception: Terms,
    right: Terms,
}

/// The terms of a closed list, by the names that authors write.
type Terms = BTreeMap<String, String>;

/// The term of a name. A test holds that there is one for each.
fn find<'a>(terms: &'a Terms, name: &str) -> Option<&'a str> {
    terms.get(name).map(String::as_str)
}

impl Vocabulary {
    /// Reads the table that is part of the program.
    ///
    /// # Panics
    ///
    /// If it is not valid.
    pub(super) fn load() -> Self {
        table!("dpv")
    }

    /// A lawful basis of Article 6(1).
    pub fn lawful_basis(&self, basis: LawfulBasis) -> Option<&str> {
        find(&self.lawful_basis, basis.id())
    }

    /// A condition of Article 9(2), by its point.
    pub fn condition(&self, point: char) -> Option<&str> {
        find(&self.condition, point.encode_utf8(&mut [0; 4]))
    }

    /// A special category of data.
    pub fn special_category(&self, category: SpecialCategory) -> Option<&str> {
        find(&self.special_category, category.id())
    }

    /// What somebody who gets data is.
    pub fn recipient(&self, kind: RecipientKind) -> Option<&str> {
        find(&self.recipient, kind.id())
    }

    /// What a controller is.
    pub fn controller(&self, kind: ControllerKind) -> Option<&str> {
        find(&self.controller, kind.id())
    }

    /// What makes a transfer lawful; none for an exception, which has a point.
    pub fn safeguard(&self, safeguard: Safeguard) -> Option<&str> {
        find(&self.safeguard, safeguard.id())
    }

    /// An exception of Article 49(1), by its point.
    pub fn exception(&self, point: char) -> Option<&str> {
        find(&self.exception, point.encode_utf8(&mut [0; 4]))
    }

    /// A right, by its id in the table of rights.
    pub fn right(&self, id: &str) -> Option<&str> {
        find(&self.right, id)
    }

    /// Every term of the table.
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        let lists = [
            &self.lawful_basis,
            &self.condition,
            &self.special_category,
            &self.recipient,
            &self.controller,
            &self.safeguard,
            &self.exception,
            &self.right,
        ];
        lists.into_iter().flat_map(|terms| terms.values().map(String::as_str))
    }
}
