//! Alphabets: the letter under which a name stands in an A to Z, and its place there.

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

/// What names are sorted by: the places of their letters, without case, accents and punctuation.
pub fn sort_key(name: &str, language: Language) -> Vec<u8> {
    let folded = slug(name);
    let mut rest = folded.as_str();
    let mut key = Vec::with_capacity(rest.len());
    while let Some(first) = rest.chars().next() {
        match next_letter(rest, language) {
            Some((index, length)) => {
                key.push(u8::try_from(index).unwrap_or(u8::MAX - 64) + 64);
                rest = &rest[length..];
            }
            // Spaces come before digits, and digits before letters.
            None => {
                key.push(if first.is_ascii_digit() { first as u8 } else { 1 });
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    key
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
        sorted.sort_by_key(|name| sort_key(name, language));
        assert_eq!(sorted, names);
    }

    #[test]
    fn names_sort_as_in_a_dictionary() {
        check(Language::En, &["2 for 1", "bin trucks", "Bins", "Blue badges", "Élite", "elm"]);
        check(Language::Cy, &["cyngor", "chwarae", "dŵr", "ddoe", "lôn", "llyfrgell"]);
        assert_eq!(letter_of("Llyfrgelloedd", Language::Cy).map(|index| WELSH[index]), Some("Ll"));
        assert_eq!(letter_of("Élan", Language::En).map(|index| ENGLISH[index]), Some("E"));
        assert_eq!(letter_of("999", Language::En), None);
    }
}
