//! What cuts texts into words quickly: pieces between what stands apart, and short words as numbers.
//!
//! Does not say what a word is: who cuts has an alphabet of the bytes that may stand in one, and looks at the characters of
//! pieces that have others than letters and digits of ASCII, which few have. A text is looked at in blocks, and the bytes of a
//! block are the bits of a number, so that the ends of a piece are found in a few steps however long it is.

use std::fmt;
use std::marker::PhantomData;

use super::scan::bits;

/// How many bytes are looked at in one go.
const BLOCK: usize = u64::BITS as usize;

/// What may stand in words besides the letters and digits of ASCII and all characters beyond it.
pub trait Alphabet {
    /// Whether a byte of ASCII may. Many bytes are asked about at once, which wants comparisons joined by `|`.
    fn has(byte: u8) -> bool;
}

/// Whether a byte is a letter or a digit of ASCII.
#[inline]
fn is_plain(byte: u8) -> bool {
    ((byte | 0x20).wrapping_sub(b'a') < 26) | (byte.wrapping_sub(b'0') < 10)
}

/// Whether another byte may stand in words.
#[inline]
fn is_other<A: Alphabet>(byte: u8) -> bool {
    A::has(byte) | (byte >= 0x80)
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
pub fn pieces<A: Alphabet>(text: &str) -> Pieces<'_, A> {
    Pieces { text: text.as_bytes(), next: 0, left: 0, others: 0, alphabet: PhantomData }
}

/// See [`pieces`].
#[derive(Clone)]
pub struct Pieces<'t, A> {
    text: &'t [u8],
    /// Where the next block starts.
    next: usize,
    /// The bytes of this block that may stand in words and have been in no piece, a bit for each.
    left: u64,
    /// Its bytes that may stand in words and are not plain.
    others: u64,
    alphabet: PhantomData<A>,
}

/// Which bytes of the block at an offset may stand in words, and which of them are not plain.
#[inline(never)]
fn marked<A: Alphabet>(text: &[u8], start: usize) -> (u64, u64) {
    let rest = &text[start..];
    let last;
    let block = match rest.first_chunk() {
        Some(block) => block,
        None => {
            last = padded(rest);
            &last
        }
    };
    let others = bits(block, is_other::<A>);
    (bits(block, is_plain) | others, others)
}

impl<A: Alphabet> Iterator for Pieces<'_, A> {
    type Item = Piece;

    #[inline]
    fn next(&mut self) -> Option<Piece> {
        loop {
            if self.left == 0 {
                if self.next >= self.text.len() {
                    return None;
                }
                (self.left, self.others) = marked::<A>(self.text, self.next);
                self.next += BLOCK;
                continue;
            }
            let base = self.next - BLOCK;
            let start = base + self.left.trailing_zeros() as usize;
            // One that is added to the first bit of a run is carried to the place behind its last one.
            let carried = self.left.wrapping_add(self.left & self.left.wrapping_neg());
            if carried == 0 && self.next < self.text.len() {
                // It may go on behind the block, and is looked at again from its start.
                self.left = 0;
                self.next = start;
                if start == base {
                    let piece = long::<A>(self.text, start);
                    self.next = piece.end;
                    return Some(piece);
                }
                continue;
            }
            let end = base + carried.trailing_zeros() as usize;
            let is_plain = self.others & self.left & !carried == 0;
            self.left &= carried;
            return Some(Piece { start, end, is_plain });
        }
    }
}

/// The piece that starts at an offset, which may be longer than a block.
#[cold]
fn long<A: Alphabet>(text: &[u8], start: usize) -> Piece {
    let may_stand = |byte: &&u8| is_plain(**byte) | is_other::<A>(**byte);
    let end = start + text[start..].iter().take_while(may_stand).count();
    Piece { start, end, is_plain: text[start..end].iter().all(|byte| is_plain(*byte)) }
}

/// The last bytes of a text as a block.
#[cold]
#[inline(never)]
fn padded(rest: &[u8]) -> [u8; BLOCK] {
    let mut block = [0; BLOCK];
    block[..rest.len()].copy_from_slice(rest);
    block
}

/// A word of at most sixteen bytes, as it is compared: in lower case. It is one number, which is compared and hashed in a few
/// steps and needs no place of its own in memory.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct ShortWord(u128);

impl ShortWord {
    /// The most bytes that it can have.
    const LONGEST: usize = 16;

    /// A number by which it can be found again in a table of 2 to the power of so many places.
    #[inline]
    pub fn place(self, bits: u32) -> usize {
        let folded = (self.0 as u64).wrapping_mul(SPREAD) ^ (self.0 >> 64) as u64;
        (folded.wrapping_mul(SPREAD) >> (u64::BITS - bits)) as usize
    }

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

/// The golden ratio as a part of all numbers: what is multiplied by it differs in its highest bits.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

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
        #[derive(Clone)]
        struct Hyphen;
        impl Alphabet for Hyphen {
            fn has(byte: u8) -> bool {
                byte == b'-'
            }
        }
        let may_stand = |c: char| c.is_ascii_alphanumeric() || c == '-' || !c.is_ascii();
        let mut texts = vec![String::new()];
        for _ in 0..5 {
            texts =
                texts.iter().flat_map(|text| ["a", "Z9", "-", " ", "|", "ŷ"].map(|c| format!("{text}{c}"))).collect();
            for text in texts.iter().flat_map(|text| [0, 60, 62, 63, 64, 140].map(|length| "a".repeat(length) + text)) {
                let text = text.as_str();
                let found: Vec<&str> = pieces::<Hyphen>(text).map(|piece| &text[piece.start..piece.end]).collect();
                let slowly: Vec<&str> = text.split(|c| !may_stand(c)).filter(|piece| !piece.is_empty()).collect();
                assert_eq!(found, slowly, "{text:?}");
                let are_plain = pieces::<Hyphen>(text).map(|piece| piece.is_plain);
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
