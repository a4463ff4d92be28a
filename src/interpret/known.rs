//! The ids that exist in the hub, known before anything is interpreted.

use std::collections::BTreeSet;

use super::shape::Ids;
use crate::domain::{Language, StandardSection};
use crate::parse::{Table, ValueKind};

/// Every id that a key may name.
#[derive(Debug, Default, Hash)]
pub struct Known {
    /// `[categories]` of `site.toml`.
    pub categories: BTreeSet<String>,
    /// `[controllers]` of `site.toml`.
    pub controllers: BTreeSet<String>,
    /// Files in `content/notices`.
    pub notices: BTreeSet<String>,
    /// Tables of `organisations.toml`.
    pub organisations: BTreeSet<String>,
    /// Files in `content/general`.
    pub general: BTreeSet<String>,
}

impl Known {
    /// Whether an id exists.
    pub fn has(&self, ids: Ids, id: &str) -> bool {
        match ids {
            Ids::Section => self.general.contains(id) || standard_ids().any(|standard| standard == id),
            Ids::Language => Language::from_code(id).is_some(),
            _ => self.set(ids).contains(id),
        }
    }

    /// All ids of a kind.
    pub fn all(&self, ids: Ids) -> Vec<&str> {
        match ids {
            Ids::Section => {
                let mut all: Vec<&str> = standard_ids().collect();
                all.extend(self.general.iter().map(String::as_str));
                all
            }
            Ids::Language => Language::ALL.iter().map(|language| language.code()).collect(),
            _ => self.set(ids).iter().map(String::as_str).collect(),
        }
    }

    fn set(&self, ids: Ids) -> &BTreeSet<String> {
        match ids {
            Ids::Category => &self.categories,
            Ids::Controller => &self.controllers,
            Ids::Notice => &self.notices,
            Ids::Organisation => &self.organisations,
            Ids::Section | Ids::Language => &self.general,
        }
    }
}

/// The keys of a table in a table: the ids that it declares.
pub fn ids_in(table: &Table<'_>, key: &str) -> BTreeSet<String> {
    match table.get(key).map(|value| &value.kind) {
        Some(ValueKind::Table(table)) => table.entries.iter().map(|entry| entry.key.to_string()).collect(),
        _ => BTreeSet::new(),
    }
}

/// The ids of the standard sections.
fn standard_ids() -> impl Iterator<Item = &'static str> {
    StandardSection::ALL.into_iter().map(StandardSection::id)
}
