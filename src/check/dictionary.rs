//! The words that occur in phrases, each with its number.
//!
//! Asked for every word of every text, most of which are short: what it asks of memory is little and lies close together. A
//! word that occurs in no phrase has the number [`UNKNOWN`].

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::words::fold;
use crate::text::ShortWord;

/// The number of a word that occurs in phrases.
pub type WordId = u16;

/// A word that occurs in no phrase.
pub const UNKNOWN: WordId = 0;

/// The words that occur in phrases, folded.
#[derive(Debug)]
pub struct Dictionary {
    /// The number of each short word at the place of its hash or, where that is crowded, behind it.
    places: Box<[WordId; 1 << PLACES]>,
    /// The short words, by their numbers.
    short: Vec<ShortWord>,
    long: HashMap<Box<str>, WordId, FxBuildHasher>,
}

/// There are 2 to the power of this many places: so many that nearly all are free.
const PLACES: u32 = 13;

/// Set at a place behind which other words stand that have the same.
const CROWDED: WordId = 1 << 15;

impl Default for Dictionary {
    fn default() -> Self {
        let places = Box::new([UNKNOWN; 1 << PLACES]);
        Dictionary { places, short: vec![ShortWord::default()], long: HashMap::default() }
    }
}

impl Dictionary {
    /// The number of a word of a text.
    pub fn number(&self, word: &str) -> WordId {
        let folded = fold(word);
        match ShortWord::new(&folded) {
            Some(short) => self.short(short),
            None => self.long.get(&*folded).copied().unwrap_or(UNKNOWN),
        }
    }

    /// The number of a short word.
    #[inline]
    pub fn short(&self, word: ShortWord) -> WordId {
        let id = self.places[word.place(PLACES)];
        if id & CROWDED != 0 {
            return self.behind(word);
        }
        // Half of all words are known, and nobody can guess which: the way does not part here.
        if self.short[usize::from(id)] == word { id } else { UNKNOWN }
    }

    /// The number of a short word whose place is crowded.
    #[cold]
    fn behind(&self, word: ShortWord) -> WordId {
        let mut place = word.place(PLACES);
        loop {
            let id = self.places[place] & !CROWDED;
            if self.short[usize::from(id)] == word {
                return id;
            }
            if self.places[place] & CROWDED == 0 {
                return UNKNOWN;
            }
            place = (place + 1) % self.places.len();
        }
    }

    /// The number of a folded word, which it gets if it has none yet.
    pub fn learn(&mut self, word: &str) -> WordId {
        let (known, next) = (self.number(word), WordId::try_from(self.short.len()).unwrap_or(UNKNOWN));
        if known != UNKNOWN {
            return known;
        }
        assert!(usize::from(next) < self.places.len() / 4, "most places for words of phrases are free");
        let short = ShortWord::new(word);
        match short {
            Some(short) => self.settle(short, next),
            None => _ = self.long.insert(word.into(), next),
        }
        self.short.push(short.unwrap_or_default());
        next
    }

    /// Gives a short word its place.
    fn settle(&mut self, word: ShortWord, id: WordId) {
        let mut place = word.place(PLACES);
        while self.places[place] != UNKNOWN {
            self.places[place] |= CROWDED;
            place = (place + 1) % self.places.len();
        }
        self.places[place] = id;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_has_its_own_number_however_crowded_its_place_is() {
        let mut dictionary = Dictionary::default();
        let words: Vec<String> = (0..2000)
            .map(|number| if number % 9 == 0 { format!("a rather long word {number}") } else { format!("w{number}") })
            .collect();
        let learned: Vec<WordId> = words.iter().map(|word| dictionary.learn(word)).collect();
        assert_eq!(learned, (1..=2000).collect::<Vec<WordId>>());
        assert!(dictionary.places.iter().any(|id| id & CROWDED != 0), "some words have the same place");
        for (word, id) in words.iter().zip(learned) {
            assert_eq!((dictionary.number(&word.to_uppercase()), dictionary.learn(word)), (id, id), "{word}");
        }
        assert!((0..20000).all(|number| dictionary.number(&format!("x{number}")) == UNKNOWN));
    }
}
