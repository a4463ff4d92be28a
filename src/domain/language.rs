//! The languages in which a hub can be published.

use super::Text;

/// A language of the hub.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English.
    En,
    /// Welsh.
    Cy,
}

impl Language {
    /// All languages that the product speaks.
    pub const ALL: [Language; 2] = [Language::En, Language::Cy];

    /// The code in file names, keys and addresses: `en`.
    pub fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Cy => "cy",
        }
    }

    /// The tag in HTML's `lang`: `en-GB`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::En => "en-GB",
            Language::Cy => "cy",
        }
    }

    /// The language of a code.
    pub fn from_code(code: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.code() == code)
    }
}

/// A text that may differ by language.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Localised(Vec<(Option<Language>, Text)>);

impl Localised {
    /// A text that is the same in every language.
    pub fn same(text: Text) -> Self {
        Localised(vec![(None, text)])
    }

    /// A text for each of some languages.
    pub fn each(texts: Vec<(Language, Text)>) -> Self {
        Localised(texts.into_iter().map(|(language, text)| (Some(language), text)).collect())
    }

    /// The text for a language; the first one given where that language has none.
    pub fn get(&self, language: Language) -> &str {
        self.in_language(language).map_or("", |text| &text.value)
    }

    /// Whether nothing was given.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|(_, text)| text.value.is_empty())
    }

    /// Every text that was given.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.0.iter().map(|(_, text)| text)
    }

    fn in_language(&self, language: Language) -> Option<&Text> {
        let exact = self.0.iter().find(|(of, _)| *of == Some(language));
        exact.or(self.0.first()).map(|(_, text)| text)
    }
}
