//! Alphabets: the letter under which a name stands in an A to Z, and its place there.

use std::sync::Arc;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

use super::Language;
use crate::text::slug;

const ENGLISH: [&str; 26] = [
    "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U", "V", "W",
    "X", "Y", "Z",
];

/// The 29 letters of Welsh, to which the English ones that it lacks are added where names need them.
const WELSH: [&str; 32] = [
    "A", "B", "C", "Ch", "D", "Dd", "E", "F", "Ff", "G", "Ng", "H", "I", "J", "K", "L", "Ll", "M", "N", "O", "P", "Ph",
    "Q", "R", "Rh", "S", "T", "Th", "U", "V", "W", "Y",
];

/// The letters of a language, in order.
pub fn letters(language: Language) -> &'static [&'static str] {
    match language {
        Language::En => &ENGLISH,
        Language::Cy => &WELSH,
    }
}

/// The index of the letter under which a name stands; none for a name that starts with no letter.
pub fn letter_of(name: &str, language: Language) -> Option<usize> {
    next_letter(&slug(name), language).map(|(index, _)| index)
}

/// The order of names in a language. Its tables are part of the program, so that it costs nothing but a look into them.
#[derive(Clone, Debug)]
pub struct Collation(Arc<CollatorBorrowed<'static>>);

impl Collation {
    /// The order of a language.
    pub fn of(language: Language) -> Self {
        let locale = match language {
            Language::En => locale!("en"),
            Language::Cy => locale!("cy"),
        };
        match Collator::try_new(locale.into(), CollatorOptions::default()) {
            Ok(collator) => Collation(Arc::new(collator)),
            Err(error) => panic!("the order of every language is part of the program: {error}"),
        }
    }

    /// What a name is sorted by: the bytes of the Unicode collation, in which digraphs are letters of Welsh, and accents and
    /// case count only between names that are else the same. Signs before the name do not count.
    pub fn key(&self, name: &str) -> Box<[u8]> {
        let name = name.trim_start_matches(|c: char| !c.is_alphanumeric());
        let mut key = Vec::with_capacity(2 * name.len() + 8);
        let Ok(()) = self.0.write_sort_key_to(name, &mut key);
        key.into()
    }
}

/// The letter at the start of a slug: its index and its length, the longest that fits.
fn next_letter(folded: &str, language: Language) -> Option<(usize, usize)> {
    let fits = |letter: &&str| {
        folded.len() >= letter.len() && folded.as_bytes()[..letter.len()].eq_ignore_ascii_case(letter.as_bytes())
    };
    let letters = letters(language).iter().enumerate().filter(|(_, letter)| fits(letter));
    letters.max_by_key(|(_, letter)| letter.len()).map(|(index, letter)| (index, letter.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(language: Language, names: &[&str]) {
        let mut sorted = names.to_vec();
        let collation = Collation::of(language);
        sorted.sort_by_key(|name| collation.key(name));
        assert_eq!(sorted, names);
    }

    #[test]
    fn names_sort_as_in_a_dictionary() {
        check(
            Language::En,
            &["2 for 1", "bin trucks", "Bins", "Blue badges", "Élite", "elm", "“Free” meals", "fridges"],
        );
        check(Language::En, &["resume", "Resume", "résumé", "resumes"]);
        let digraphs =
            ["cyngor", "chwarae", "dŵr", "ddoe", "fory", "ffôn", "gwaith", "ngwaith", "haul", "lôn", "llyfrgell"];
        check(Language::Cy, &digraphs);
        check(Language::Cy, &["plant", "pharos", "radio", "rhent", "tŷ", "theatr", "uned"]);
        check(Language::En, &["chwarae", "cyngor", "ddoe", "dwr"]);
        assert_eq!(letter_of("Llyfrgelloedd", Language::Cy).map(|index| WELSH[index]), Some("Ll"));
        assert_eq!(letter_of("Élan", Language::En).map(|index| ENGLISH[index]), Some("E"));
        assert_eq!(letter_of("999", Language::En), None);
    }

    /// An A to Z is cut into letters: nothing that stands under one may stand among those of another.
    #[test]
    fn letters_follow_one_another_in_the_order_of_names() {
        for language in Language::ALL {
            let names: Vec<String> = letters(language).iter().map(|letter| format!("{letter}a")).collect();
            let mut sorted = names.clone();
            let collation = Collation::of(language);
            sorted.sort_by_key(|name| collation.key(name));
            assert_eq!(sorted, names, "{}", language.code());
            assert!(names.iter().enumerate().all(|(index, name)| letter_of(name, language) == Some(index)));
        }
    }
}
