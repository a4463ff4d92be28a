//! Floor 2. Every string that the product prints on pages, in each language.
//!
//! The tables are `en.toml` and `cy.toml` beside this file, which the build script turns into arrays; a test holds that they
//! have the same keys and slots. A slot is `{name}`. Ids, anchors and addresses never come from here.

use std::borrow::Cow;
use std::collections::HashMap;

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
    /// What the product says, by its keys and in their order.
    own: &'static [(&'static str, &'static str)],
    /// The strings by their keys: a page asks for hundreds.
    texts: HashMap<&'static str, Cow<'static, str>, FxBuildHasher>,
}

/// The tables as the build script has written them.
const ENGLISH: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/en.rs"));
const WELSH: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/cy.rs"));

impl Wordings {
    /// The strings that are part of the program.
    pub fn load() -> Self {
        Wordings([Wording::new(Language::En, ENGLISH), Wording::new(Language::Cy, WELSH)])
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
        if let Some(string) = wording.texts.get_mut(key) {
            *string = text.to_owned().into();
        }
    }
}

impl Wording {
    fn new(language: Language, own: &'static [(&str, &str)]) -> Self {
        let texts = own.iter().map(|(key, text)| (*key, Cow::Borrowed(*text))).collect();
        Wording { language, collation: Collation::of(language), own, texts }
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
        self.texts.get(key).map(AsRef::as_ref)
    }

    /// The names directly below a table of strings; those at the top for an empty one. Names of tables come several times.
    pub fn below<'a>(&'a self, table: &'a str) -> impl Iterator<Item = &'a str> {
        let inside =
            move |key: &'a str| if table.is_empty() { Some(key) } else { key.strip_prefix(table)?.strip_prefix('.') };
        self.own.iter().filter_map(move |(key, _)| inside(key)?.split('.').next())
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
        format!("{} {} {}", date.day(), self.month_name(date), date.year())
    }

    /// A date or month in words: "1 October 2026" or "October 2026".
    pub fn day(&self, day: Day) -> String {
        if day.month_only { self.month(day.date) } else { self.date(day.date) }
    }

    fn month(&self, date: Date) -> String {
        format!("{} {}", self.month_name(date), date.year())
    }

    fn month_name(&self, date: Date) -> &str {
        let number = usize::try_from(date.month()).unwrap_or_default();
        self.text(MONTHS.get(number.saturating_sub(1)).unwrap_or(&MONTHS[0]))
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
        self.own.iter().map(|(key, _)| (*key, self.text(key)))
    }
}

/// The keys of the months.
const MONTHS: [&str; 12] = [
    "months.m1",
    "months.m2",
    "months.m3",
    "months.m4",
    "months.m5",
    "months.m6",
    "months.m7",
    "months.m8",
    "months.m9",
    "months.m10",
    "months.m11",
    "months.m12",
];

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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

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
