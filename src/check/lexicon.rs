//! Many phrases looked for at once, in one walk through a text.
//!
//! Phrases are matched word by word as in [`super::wording`]. A phrase that ends in a number also
//! matches with paragraphs behind it: "Article 22" finds "Article 22(1)", but not "Article 22A".

use std::collections::HashMap;

use super::wording::{core, fold, is_gap, words};
use crate::text::Span;

/// A list of phrases, each with what it stands for.
pub struct Lexicon<T> {
    phrases: Vec<(T, Vec<String>)>,
    /// The phrases that start with a word.
    by_first: HashMap<String, Vec<usize>>,
}

impl<T: Copy> Lexicon<T> {
    /// A lexicon of phrases.
    pub fn new<'p>(phrases: impl IntoIterator<Item = (T, &'p str)>) -> Self {
        let mut lexicon = Lexicon { phrases: Vec::new(), by_first: HashMap::new() };
        for (what, phrase) in phrases {
            let wanted: Vec<String> = words(phrase).map(|(_, word)| fold(word)).collect();
            if let Some(first) = wanted.first() {
                lexicon.by_first.entry(first.clone()).or_default().push(lexicon.phrases.len());
                lexicon.phrases.push((what, wanted));
            }
        }
        lexicon
    }

    /// Every phrase that stands in a text, in the order of places.
    pub fn find(&self, text: &str) -> Vec<(T, Span)> {
        let all: Vec<(usize, &str)> = words(text).map(|(at, word)| bare(at, word)).collect();
        let folded: Vec<String> = all.iter().map(|(_, word)| fold(word)).collect();
        let mut found = Vec::new();
        for start in 0..all.len() {
            for phrase in self.by_first.get(&folded[start]).into_iter().flatten() {
                let (what, wanted) = &self.phrases[*phrase];
                let end = start + wanted.len();
                if end <= all.len() && fits(&folded[start..end], wanted) && is_joined(text, &all[start..end]) {
                    let (last, word) = all[end - 1];
                    found.push((*what, Span::new(all[start].0, last + word.len())));
                }
            }
        }
        found
    }
}

/// Whether one of some phrases stands in a text.
pub fn holds(text: &str, phrases: &[&str]) -> bool {
    first(text, phrases).is_some()
}

/// Where the first of some phrases stands in a text.
pub fn first(text: &str, phrases: &[&str]) -> Option<Span> {
    let found = Lexicon::new(phrases.iter().map(|phrase| ((), *phrase))).find(text);
    found.first().map(|(_, span)| *span)
}

/// A word without the brackets around it, and where it then starts.
fn bare(at: usize, word: &str) -> (usize, &str) {
    let core = core(word);
    (at + word.find(core).unwrap_or(0), core)
}

fn fits(words: &[String], wanted: &[String]) -> bool {
    let Some(((last, words), (wanted_last, wanted))) = words.split_last().zip(wanted.split_last()) else {
        return false;
    };
    let ends_in_number = wanted_last.ends_with(|c: char| c.is_ascii_digit() || c == ')');
    let with_paragraphs = || last.strip_prefix(wanted_last.as_str()).is_some_and(|rest| rest.starts_with('('));
    words == wanted && (last == wanted_last || (ends_in_number && with_paragraphs()))
}

fn is_joined(text: &str, words: &[(usize, &str)]) -> bool {
    words.windows(2).all(|pair| is_gap(&text[pair[0].0 + pair[0].1.len()..pair[1].0]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(text: &'t str, phrases: &[&str]) -> Vec<&'t str> {
        let lexicon = Lexicon::new(phrases.iter().map(|phrase| ((), *phrase)));
        lexicon.find(text).iter().map(|(_, span)| &text[span.range()]).collect()
    }

    #[test]
    fn several_phrases_are_found_in_order() {
        let text = "the DPA 1998 (and the **Data\nProtection Act 1998**).";
        assert_eq!(found(text, &["Data Protection Act 1998", "DPA 1998"]), ["DPA 1998", "Data\nProtection Act 1998"]);
    }

    #[test]
    fn a_number_takes_its_paragraphs_and_nothing_else() {
        assert_eq!(found("(see Article 22(1)(a))", &["Article 22"]), ["Article 22(1)(a)"]);
        assert_eq!(found("(see Article 22)", &["Article 22"]), ["Article 22"]);
        assert_eq!(found("Article 6(4) but not Article 6(1)", &["Article 6(4)"]), ["Article 6(4)"]);
        assert!(found("Article 22A and Articles 15 to 22D", &["Article 22"]).is_empty());
    }
}
