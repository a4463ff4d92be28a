//! How hard a text is to read, by a published formula.
//!
//! The formula is the Automated Readability Index (Senter and Smith, 1967):
//! 4.71 x letters per word + 0.5 x words per sentence - 21.43. It gives the year of school (American grade)
//! in which a text can be read; five more is about the age. It counts letters and not meanings: it was made for
//! English prose, says nothing of Welsh, of lists or of order, and little of fewer than a hundred words.

/// Counts of letters, words and sentences.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    letters: usize,
    /// The words.
    pub words: usize,
    sentences: usize,
}

impl Tally {
    /// Adds a sentence of so many words and letters.
    pub fn add(&mut self, words: usize, letters: usize) {
        self.words += words;
        self.letters += letters;
        self.sentences += usize::from(words > 0);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_formula_is_the_published_one() {
        let mut tally = Tally::default();
        // "The cat sat on the mat." has 6 words and 17 letters.
        tally.add(6, 17);
        let grade = tally.grade().unwrap();
        assert!((grade - (4.71 * 17.0 / 6.0 + 3.0 - 21.43)).abs() < 1e-9, "{grade}");
        assert_eq!(Tally::default().grade(), None);
    }
}
