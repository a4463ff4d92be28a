//! Strings that a hub prints in other words than the product's own: `[strings.en]` of `site.toml`.
//!
//! A string is named as in the product's tables, and has the same slots. Whatever does not fit is reported and left out.

use super::fields::Fields;
use super::mistakes;
use crate::diagnostic::{Diagnostics, at};
use crate::domain::Language;
use crate::language::{Wording, Wordings, slots};
use crate::parse::{Table, ValueKind};

/// The strings of the product with those of a hub in their place; none for a hub that changes none.
pub fn own(site: Fields<'_>, product: &Wordings, diagnostics: &mut Diagnostics) -> Option<Wordings> {
    let strings = site.table("strings")?;
    let mut wordings = product.clone();
    for entry in &strings.table.entries {
        let (Some(language), Some(table)) = (Language::from_code(&entry.key), strings.table_of(&entry.value)) else {
            continue; // reported where the settings are held against their shape
        };
        let mut reader = Reader { site, product: product.of(language), found: Vec::new(), diagnostics };
        reader.table(table.table, "");
        for (key, text) in reader.found {
            wordings.change(language, &key, &text);
        }
    }
    Some(wordings)
}

struct Reader<'a> {
    site: Fields<'a>,
    product: &'a Wording,
    found: Vec<(String, String)>,
    diagnostics: &'a mut Diagnostics,
}

impl Reader<'_> {
    fn table(&mut self, table: &Table<'_>, above: &str) {
        for entry in &table.entries {
            let key = if above.is_empty() { entry.key.to_string() } else { format!("{above}.{}", entry.key) };
            let place = at(self.site.file, entry.value.span);
            match (&entry.value.kind, self.product.get(&key)) {
                (ValueKind::Table(inner), None) if self.product.below(&key).next().is_some() => self.table(inner, &key),
                (ValueKind::String(written), Some(own)) => self.string(&key, own, written.text.trim(), place),
                (other, Some(_)) => {
                    self.diagnostics.push(mistakes::not_a_string(place, &key, other));
                }
                (other, None) if self.product.below(&key).next().is_some() => {
                    self.diagnostics.push(mistakes::not_strings(place, &key, other));
                }
                (_, None) => {
                    let mut beside: Vec<String> = self.product.below(above).map(str::to_owned).collect();
                    beside.dedup();
                    let place = at(self.site.file, entry.key_span);
                    self.diagnostics.push(mistakes::unknown_string(place, &entry.key, &key, &beside));
                }
            }
        }
    }

    /// A string of the hub. Empty means absent, as everywhere.
    fn string(&mut self, key: &str, own: &str, text: &str, place: crate::text::Place) {
        let (mut wanted, mut has) = (slots(own), slots(text));
        wanted.dedup();
        has.dedup();
        if text.is_empty() {
        } else if wanted == has {
            self.found.push((key.to_owned(), text.to_owned()));
        } else {
            self.diagnostics.push(mistakes::wrong_slots(place, key, own, &wanted, &has));
        }
    }
}
