//! How hard a text is to read, by a published formula, and the legal terms that it does not explain.
//!
//! The formula is the Automated Readability Index (Senter and Smith, 1967):
//! 4.71 x letters per word + 0.5 x words per sentence - 21.43. It gives the year of school (American grade)
//! in which a text can be read; five more is about the age. It counts letters and not meanings: it was made for
//! English prose, says nothing of Welsh, of lists or of order, and little of fewer than a hundred words.

use serde::Deserialize;

use super::wording::words;

/// Counts of letters, words and sentences.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    letters: usize,
    /// The words.
    pub words: usize,
    sentences: usize,
}

impl Tally {
    /// Adds a sentence.
    pub fn add(&mut self, sentence: &str) {
        let before = self.words;
        for (_, word) in words(sentence) {
            self.words += 1;
            self.letters += word.chars().filter(|c| c.is_alphanumeric()).count();
        }
        self.sentences += usize::from(self.words > before);
    }

    /// The Automated Readability Index: the year of school; none without words.
    #[allow(clippy::cast_precision_loss)] // counts are small
    pub fn grade(&self) -> Option<f64> {
        if self.words == 0 || self.sentences == 0 {
            return None;
        }
        let (letters, words, sentences) = (self.letters as f64, self.words as f64, self.sentences as f64);
        Some(4.71 * letters / words + 0.5 * words / sentences - 21.43)
    }
}

/// A legal term.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// How texts say it.
    pub words: Vec<String>,
    /// Plainer words.
    pub plain: String,
}

/// The legal terms that readers need not know.
///
/// # Panics
///
/// If the table is not valid: it is part of the program.
pub fn terms() -> Vec<Term> {
    #[derive(Deserialize)]
    struct Table {
        term: Vec<Term>,
    }
    match toml::from_str::<Table>(include_str!("terms.toml")) {
        Ok(table) => table.term,
        Err(error) => panic!("the table of terms cannot be read: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_formula_is_the_published_one() {
        let mut tally = Tally::default();
        tally.add("The cat sat on the mat.");
        // 17 letters, 6 words, 1 sentence.
        let grade = tally.grade().unwrap();
        assert!((grade - (4.71 * 17.0 / 6.0 + 3.0 - 21.43)).abs() < 1e-9, "{grade}");
        assert_eq!(Tally::default().grade(), None);
    }

    #[test]
    fn the_table_of_terms_can_be_read() {
        assert!(terms().iter().all(|term| !term.words.is_empty() && !term.plain.is_empty()));
    }
}
