//! Floor 2. Every string that the product prints on pages, in each language.
//!
//! The tables are `en.toml` and `cy.toml` beside this file; a test holds that they have the same
//! keys and slots. A slot is `{name}`. Ids, anchors and addresses never come from here.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use rustc_hash::FxBuildHasher;

use crate::domain::alphabet::Collation;
use crate::domain::{Day, Language, StandardSection};

/// The strings of all languages.
#[derive(Clone, Debug)]
pub struct Wordings([Wording; 2]);

/// The strings of one language.
#[derive(Clone, Debug)]
pub struct Wording {
    /// The language.
    pub language: Language,
    /// The order of names in it.
    pub collation: Collation,
    /// The strings as the table that templates see, under its keys.
    pub table: toml::Table,
    /// Every key, in order.
    keys: Vec<String>,
    /// The strings by their keys: a page asks for hundreds.
    texts: HashMap<String, String, FxBuildHasher>,
}

impl Wordings {
    /// Reads the tables that are part of the program.
    pub fn load() -> Self {
        Wordings([
            Wording::read(Language::En, include_str!("en.toml")),
            Wording::read(Language::Cy, include_str!("cy.toml")),
        ])
    }

    /// The strings of a language.
    pub fn of(&self, language: Language) -> &Wording {
        match language {
            Language::En => &self.0[0],
            Language::Cy => &self.0[1],
        }
    }

    /// Puts other words in the place of a string that exists.
    pub fn change(&mut self, language: Language, key: &str, text: &str) {
        let wording = match language {
            Language::En => &mut self.0[0],
            Language::Cy => &mut self.0[1],
        };
        let (tables, name) = key.rsplit_once('.').unwrap_or(("", key));
        let inner = tables
            .split('.')
            .filter(|name| !name.is_empty())
            .try_fold(&mut wording.table, |table, name| table.get_mut(name).and_then(toml::Value::as_table_mut));
        if let Some(string) = inner.and_then(|table| table.get_mut(name)) {
            *string = toml::Value::String(text.to_owned());
            wording.texts.insert(key.to_owned(), text.to_owned());
        }
    }
}

impl Wording {
    /// Reads a table.
    ///
    /// # Panics
    ///
    /// If it is not valid TOML: the tables are part of the program.
    fn read(language: Language, text: &str) -> Self {
        let table: toml::Table = match text.parse() {
            Ok(table) => table,
            Err(error) => panic!("the wording of {} cannot be read: {error}", language.code()),
        };
        let mut flat = BTreeMap::new();
        flatten("", &table, &mut flat);
        let keys = flat.keys().cloned().collect();
        Wording { language, collation: Collation::of(language), table, keys, texts: flat.into_iter().collect() }
    }

    /// The string of a key such as `rights.erasure.name`.
    ///
    /// # Panics
    ///
    /// If there is none: keys are part of the program.
    pub fn text(&self, key: &str) -> &str {
        match self.texts.get(key) {
            Some(text) => text,
            None => panic!("the wording of {} has no string {key}", self.language.code()),
        }
    }

    /// The string of a key, if there is one.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.texts.get(key).map(String::as_str)
    }

    /// The names directly below a table of strings; those at the top for an empty one. Names of tables come several times.
    pub fn below<'a>(&'a self, table: &'a str) -> impl Iterator<Item = &'a str> {
        let inside =
            move |key: &'a str| if table.is_empty() { Some(key) } else { key.strip_prefix(table)?.strip_prefix('.') };
        self.keys.iter().filter_map(move |key| inside(key)?.split('.').next())
    }

    /// The string of a key with its slots filled.
    pub fn fill(&self, key: &str, slots: &[(&str, &str)]) -> String {
        fill(self.text(key), slots)
    }

    /// The title of a standard section.
    pub fn section_title(&self, section: StandardSection) -> &str {
        self.text(&format!("sections.{}", section.id()))
    }

    /// A date in words: "1 October 2026".
    pub fn date(&self, date: Date) -> String {
        format!("{} {}", date.day(), self.month(date))
    }

    /// A date or month in words: "1 October 2026" or "October 2026".
    pub fn day(&self, day: Day) -> String {
        if day.month_only { self.month(day.date) } else { self.date(day.date) }
    }

    fn month(&self, date: Date) -> String {
        format!("{} {}", self.text(&format!("months.m{}", date.month())), date.year())
    }

    /// Some words as a list in a sentence: "a, b and c", with the joining word of the key `lists.and` or `lists.or`.
    pub fn listed(&self, words: &[String], joint: &str) -> String {
        match words.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{} {} {last}", rest.join(", "), self.text(joint)),
            _ => words.concat(),
        }
    }

    /// All keys with their strings.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.keys.iter().map(|key| (key.as_str(), self.text(key)))
    }
}

/// The slots of a string, sorted.
pub fn slots(text: &str) -> Vec<String> {
    let slots = text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned()));
    let mut slots: Vec<String> = slots.collect();
    slots.sort_unstable();
    slots
}

/// A string with its slots filled.
pub fn fill(text: &str, slots: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let after = &rest[open + 1..];
        let slot = after.find('}').and_then(|close| {
            let (_, value) = slots.iter().find(|(name, _)| *name == &after[..close])?;
            Some((value, &after[close + 1..]))
        });
        filled.push_str(&rest[..open]);
        match slot {
            Some((value, remaining)) => {
                filled.push_str(value);
                rest = remaining;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

fn flatten(prefix: &str, table: &toml::Table, flat: &mut BTreeMap<String, String>) {
    for (key, value) in table {
        let key = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
        match value {
            toml::Value::Table(table) => flatten(&key, table, flat),
            toml::Value::String(text) => {
                flat.insert(key, text.clone());
            }
            other => panic!("the wording {key} is no string but {other:?}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_have_the_same_keys_and_slots() {
        let wordings = Wordings::load();
        let [english, welsh] = Language::ALL.map(|language| {
            wordings.of(language).iter().map(|(key, text)| (key, slots(text))).collect::<BTreeMap<_, _>>()
        });
        assert_eq!(english, welsh);
    }

    #[test]
    fn what_is_joined_in_welsh_is_not_mutated() {
        let wordings = Wordings::load();
        let welsh = wordings.of(Language::Cy);
        let under = |prefix: &str, suffix: &str| {
            let keys = welsh.iter().filter(|(key, _)| key.starts_with(prefix) && key.ends_with(suffix));
            keys.map(|(_, text)| text).collect::<Vec<_>>()
        };
        // "A" changes c, p and t, and is "ac" before a vowel.
        assert!(under("special_categories.", "").iter().all(|text| !text.starts_with(['c', 'p', 't', 'i', 'w', 'y'])));
        assert!(under("special_categories.", "").iter().all(|text| !text.starts_with(['a', 'e', 'o', 'u', 'h'])));
        // "Neu" changes most consonants and no vowel.
        assert!(under("bases.", ".where").iter().all(|text| text.starts_with(['a', 'e', 'o'])));
        assert_eq!((under("special_categories.", "").len(), under("bases.", ".where").len()), (9, 7));
    }

    #[test]
    fn dates_and_lists_read_well() {
        let wordings = Wordings::load();
        let english = wordings.of(Language::En);
        let day = |text| english.day(Day::parse(text).unwrap());
        assert_eq!((day("2026-10-01").as_str(), day("2026-10").as_str()), ("1 October 2026", "October 2026"));
        let words = |count: usize| ["a", "b", "c"][..count].iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        assert_eq!(english.listed(&words(3), "lists.and"), "a, b and c");
        assert_eq!(english.listed(&words(1), "lists.and"), "a");
        assert_eq!(wordings.of(Language::Cy).day(Day::parse("2026-10-01").unwrap()), "1 Hydref 2026");
        assert_eq!(fill("{a} {b} {c", &[("a", "{b}")]), "{b} {b} {c");
    }
}
