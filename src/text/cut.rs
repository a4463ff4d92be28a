//! What cuts texts into words quickly: pieces between what stands apart, and short words as numbers.
//!
//! Does not say what a word is: who cuts has a table of the bytes that may stand in one, and looks at the characters of
//! pieces that have others than letters and digits of ASCII, which few have.

use std::fmt;

/// For each byte, whether it may stand in words.
pub struct Alphabet([u8; 256]);

const APART: u8 = 0;
const PLAIN: u8 = 1;
const OTHER: u8 = 2;

impl Alphabet {
    /// Letters and digits of ASCII, some more of its characters, and all beyond it.
    pub const fn with(more: &[u8]) -> Self {
        let mut kinds = [APART; 256];
        let mut byte = 0;
        while byte < kinds.len() {
            kinds[byte] = match byte as u8 {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => PLAIN,
                0x80.. => OTHER,
                _ => APART,
            };
            byte += 1;
        }
        let mut index = 0;
        while index < more.len() {
            kinds[more[index] as usize] = OTHER;
            index += 1;
        }
        Alphabet(kinds)
    }

    #[inline]
    fn kind(&self, byte: u8) -> u8 {
        self.0[usize::from(byte)]
    }
}

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The offset of its first byte.
    pub start: usize,
    /// The offset behind its last byte.
    pub end: usize,
    /// Whether it has nothing but letters and digits of ASCII.
    pub is_plain: bool,
}

impl Piece {
    /// The piece without the full stop behind a word of ASCII: the last word of a sentence is plain like any other.
    #[inline]
    pub fn without_stop(self, text: &str) -> Self {
        if self.is_plain {
            return self;
        }
        match text.as_bytes().get(self.start..self.end) {
            Some([word @ .., b'.']) if !word.is_empty() && word.iter().all(u8::is_ascii_alphanumeric) => {
                Piece { end: self.end - 1, is_plain: true, ..self }
            }
            _ => self,
        }
    }
}

/// The pieces of a text: runs of bytes that may stand in words, as long as they can be.
pub fn pieces<'t>(text: &'t str, alphabet: &'t Alphabet) -> Pieces<'t> {
    Pieces { text: text.as_bytes(), alphabet, at: 0 }
}

/// See [`pieces`].
#[derive(Clone)]
pub struct Pieces<'t> {
    text: &'t [u8],
    alphabet: &'t Alphabet,
    /// The end of the last piece, or what stands apart behind it.
    at: usize,
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    #[inline]
    fn next(&mut self) -> Option<Piece> {
        // Nothing stands behind the end of the text: a piece ends there.
        let kind = |at: usize| self.text.get(at).map_or(APART, |byte| self.alphabet.kind(*byte));
        let mut start = self.at;
        while kind(start) == APART {
            start += 1;
            if start >= self.text.len() {
                return None;
            }
        }
        let mut end = start;
        while kind(end) == PLAIN {
            end += 1;
        }
        let is_plain = kind(end) == APART;
        while kind(end) != APART {
            end += 1;
        }
        self.at = end + 1;
        Some(Piece { start, end, is_plain })
    }
}

/// A word of at most sixteen bytes, as it is compared: in lower case. It is one number, which is compared and hashed in a few
/// steps and needs no place of its own in memory.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct ShortWord(u128);

impl ShortWord {
    /// The most bytes that it can have.
    const LONGEST: usize = 16;

    /// A word that is in lower case; none if it is too long.
    pub fn new(word: &str) -> Option<Self> {
        let mut bytes = [0; Self::LONGEST];
        bytes.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
        Some(ShortWord(u128::from_le_bytes(bytes)))
    }

    /// The word of so many ASCII letters and digits at an offset of a text, in lower case; none if it is too long.
    pub fn lower(text: &[u8], at: usize, length: usize) -> Option<Self> {
        // What makes capital letters small and leaves small letters and digits as they are.
        const SMALL: u128 = u128::from_le_bytes([0x20; ShortWord::LONGEST]);
        let of_word = *OF_WORD.get(length)?;
        let behind = text.get(at..)?;
        let bytes = match (behind.first_chunk(), text.last_chunk()) {
            (Some(bytes), _) => u128::from_le_bytes(*bytes),
            // Near the end, the last bytes of the text without those before the word.
            (None, Some(last)) => u128::from_le_bytes(*last).unbounded_shr(8 * (Self::LONGEST - behind.len()) as u32),
            (None, None) => {
                let mut bytes = [0; Self::LONGEST];
                bytes[..behind.len()].copy_from_slice(behind);
                u128::from_le_bytes(bytes)
            }
        };
        Some(ShortWord((bytes | SMALL) & of_word))
    }
}

/// By the length of a word, the bits that are its own.
const OF_WORD: [u128; ShortWord::LONGEST + 1] = {
    let (mut table, mut length) = ([0; ShortWord::LONGEST + 1], 1);
    while length < table.len() {
        table[length] = u128::MAX >> (8 * (ShortWord::LONGEST - length));
        length += 1;
    }
    table
};

impl fmt::Display for ShortWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let length = Self::LONGEST - self.0.leading_zeros() as usize / 8;
        f.write_str(std::str::from_utf8(&self.0.to_le_bytes()[..length]).unwrap_or_default())
    }
}

impl fmt::Debug for ShortWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_the_longest_runs_of_what_may_stand_in_words() {
        let alphabet = Alphabet::with(b"-");
        let may_stand = |c: char| c.is_ascii_alphanumeric() || c == '-' || !c.is_ascii();
        let mut texts = vec![String::new()];
        for _ in 0..5 {
            texts =
                texts.iter().flat_map(|text| ["a", "Z9", "-", " ", "|", "ŷ"].map(|c| format!("{text}{c}"))).collect();
            for text in &texts {
                let found: Vec<&str> = pieces(text, &alphabet).map(|piece| &text[piece.start..piece.end]).collect();
                let slowly: Vec<&str> = text.split(|c| !may_stand(c)).filter(|piece| !piece.is_empty()).collect();
                assert_eq!(found, slowly, "{text:?}");
                let are_plain = pieces(text, &alphabet).map(|piece| piece.is_plain);
                let plain = slowly.iter().map(|piece| piece.bytes().all(|byte| byte.is_ascii_alphanumeric()));
                assert!(are_plain.eq(plain), "{text:?}");
            }
        }
    }

    #[test]
    fn a_word_comes_out_as_it_went_in() {
        for word in ["", "a", "tŷ", "council's", "sixteen letters!"] {
            assert_eq!(ShortWord::new(word).map(|short| short.to_string()).as_deref(), Some(word));
        }
        assert_eq!(ShortWord::new("seventeen letters"), None);
    }

    #[test]
    fn a_word_in_a_text_is_that_word_in_lower_case() {
        let text = "The GDPR of 2018 says confidentialities 0Zz";
        let mut at = 0;
        for word in text.split(' ') {
            assert_eq!(
                ShortWord::lower(text.as_bytes(), at, word.len()),
                ShortWord::new(&word.to_lowercase()),
                "{word}"
            );
            at += word.len() + 1;
        }
        assert_eq!(ShortWord::lower(b"aBC", 1, 2), ShortWord::new("bc"), "in a text that is short itself");
        assert_eq!(ShortWord::lower(b"abc", 4, 1), None);
    }
}
