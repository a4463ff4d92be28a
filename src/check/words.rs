//! The words of a text: where each stands, how it is compared with another, and small texts looked through for phrases.
//!
//! A phrase matches whole words, whatever their case, the kind of apostrophe and the white space between them. One that
//! ends in a number also matches with paragraphs behind it: "Article 22" finds "Article 22(1)", but not "Article 22A".
//! For the texts of whole files there is [`super::lexicon`], which looks for all phrases at once.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::{Alphabet, Piece, Pieces, Span, pieces};

/// A word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// The offset of its first byte.
    pub start: usize,
    /// The offset behind its last byte.
    pub end: usize,
    /// Whether it is known to have nothing but letters and digits of ASCII, as nearly all words do.
    pub is_plain: bool,
}

impl Word {
    /// The word as its text has it.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start..self.end]
    }
}

/// The words of a text. A word may hold points, hyphens, apostrophes, brackets and an @ inside:
/// `6(1)(f)`, `casework@ico.org.uk`, `Test-and-Trace`. Brackets that belong to the sentence are left out.
pub fn words(text: &str) -> Words<'_> {
    Words { text, pieces: pieces(text), rest: 0..0 }
}

/// The words of a piece of a text that is not plain.
pub fn words_in(text: &str, piece: Range<usize>) -> Words<'_> {
    Words { text, pieces: pieces(""), rest: piece }
}

/// See [`words`].
#[derive(Clone)]
pub struct Words<'t> {
    text: &'t str,
    pieces: Pieces<'t, Marks>,
    /// What is left of a piece whose characters have to be looked at.
    rest: Range<usize>,
}

impl Iterator for Words<'_> {
    type Item = Word;

    #[inline]
    fn next(&mut self) -> Option<Word> {
        loop {
            if !self.rest.is_empty()
                && let Some(word) = self.next_of_rest()
            {
                return Some(word);
            }
            let Piece { start, end, is_plain } = self.pieces.next()?;
            if is_plain {
                return Some(Word { start, end, is_plain });
            }
            self.rest = start..end;
        }
    }
}

impl Words<'_> {
    fn next_of_rest(&mut self) -> Option<Word> {
        while !self.rest.is_empty() {
            let rest = &self.text[self.rest.clone()];
            let run = rest.trim_start_matches(|c| !is_in_words(c));
            // What stands in a piece and not in words is beyond ASCII.
            let length = if run.is_ascii() { run.len() } else { run.find(|c| !is_in_words(c)).unwrap_or(run.len()) };
            let (lead, word) = core(&run[..length]);
            let start = self.rest.end - run.len() + lead;
            self.rest.start = self.rest.end - run.len() + length;
            if !word.is_empty() {
                return Some(Word { start, end: start + word.len(), is_plain: false });
            }
        }
        None
    }
}

/// The alphabet of pieces in which words stand: with marks that may stand inside them. A plain piece is a word.
#[derive(Clone)]
pub struct Marks;

impl Alphabet for Marks {
    /// Whether it is one of `'()`, `-./` and `@`: the marks between these neighbours are their own.
    #[inline]
    fn has(byte: u8) -> bool {
        (byte.wrapping_sub(b'\'') < 3) | (byte.wrapping_sub(b'-') < 3) | (byte == b'@')
    }
}

fn is_in_words(c: char) -> bool {
    c.is_alphanumeric() || c == '’' || c.is_ascii() && Marks::has(c as u8)
}

/// Whether a character stands inside words but neither starts nor ends them.
fn is_soft(c: char) -> bool {
    matches!(c, '.' | '-' | '\'' | '’' | '@' | '/')
}

/// A piece of text without marks at its ends and without brackets that belong to the sentence, and how many bytes have gone
/// before it: `(GDPR)` is `GDPR`, but `6(4)` is whole.
fn core(piece: &str) -> (usize, &str) {
    let is_plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    if is_plain(piece.as_bytes().first()) && is_plain(piece.as_bytes().last()) {
        return (0, piece);
    }
    let after_lead = piece.trim_start_matches(is_soft);
    let (mut lead, mut word) = (piece.len() - after_lead.len(), after_lead.trim_end_matches(is_soft));
    let count = |word: &str, bracket: u8| word.bytes().filter(|byte| *byte == bracket).count();
    while word.starts_with('(') || word.ends_with(')') {
        let is_wrapped = word.starts_with('(') && word.ends_with(')') && count(word, b'(') == 1;
        let (opening, closing) = (count(word, b'('), count(word, b')'));
        if word.starts_with('(') && (is_wrapped || opening > closing) {
            (lead, word) = (lead + 1, &word[1..]);
        } else if word.ends_with(')') && closing > opening {
            word = &word[..word.len() - 1];
        } else {
            break;
        }
    }
    (lead, word)
}

/// A word as it is compared: in lower case, with one kind of apostrophe.
pub fn fold(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.to_lowercase().replace('’', "'"))
}

/// Whether two words of a phrase may stand this far apart: white space and soft marks, but no end of a sentence.
pub fn is_gap(between: &str) -> bool {
    between == " "
        || between
            .chars()
            .all(|c| c.is_whitespace() || matches!(c, '"' | '*' | '_' | '“' | '”' | ',' | '(' | ')' | '&' | '>'))
            && between.matches('\n').count() < 2
}

/// Words by which a sentence denies what it speaks of, in English and in Welsh.
pub const DENIALS: [&str; 7] = ["not", "no", "never", "nid", "nad", "ni", "byth"];

/// Whether one of some phrases stands in a small text.
pub fn holds<T: AsRef<str>>(text: &str, phrases: &[T]) -> bool {
    first(text, phrases).is_some()
}

/// Whether a small text is one of some phrases, which are in lower case.
pub fn is_one_of(text: &str, phrases: &[String]) -> bool {
    if text.is_ascii() {
        return phrases.iter().any(|phrase| phrase.eq_ignore_ascii_case(text));
    }
    phrases.contains(&text.to_lowercase())
}

/// Where the first of some phrases stands in a small text.
pub fn first<T: AsRef<str>>(text: &str, phrases: &[T]) -> Option<Span> {
    let mut from = words(text);
    loop {
        let start = from.clone();
        let word = from.next()?;
        let candidates = phrases.iter().map(AsRef::as_ref).filter(|phrase| may_start(phrase, word.of(text)));
        if let Some(end) = candidates.filter_map(|phrase| end_of(text, start.clone(), phrase)).next() {
            return Some(Span::new(word.start, end));
        }
    }
}

/// Whether a phrase could start with a word: a look at the first letters that spares most comparisons.
fn may_start(phrase: &str, word: &str) -> bool {
    match (phrase.as_bytes().first(), word.as_bytes().first()) {
        (Some(a), Some(b)) => a.eq_ignore_ascii_case(b) || !a.is_ascii() || !b.is_ascii(),
        _ => false,
    }
}

/// Where a phrase ends that starts with the next of the words.
fn end_of(text: &str, mut words: Words<'_>, phrase: &str) -> Option<usize> {
    let mut end: Option<usize> = None;
    let mut wanted = self::words(phrase).peekable();
    while let Some(want) = wanted.next() {
        let (place, want) = (words.next()?, want.of(phrase));
        let word = place.of(text);
        let is_joined = end.is_none_or(|end| is_gap(&text[end..place.start]));
        let is_last = end.is_some() && wanted.peek().is_none();
        if !is_joined || !(is_same(word, want) || is_last && is_with_paragraphs(&fold(word), &fold(want))) {
            return None;
        }
        end = Some(place.end);
    }
    end
}

fn is_same(word: &str, other: &str) -> bool {
    word.eq_ignore_ascii_case(other) || (!(word.is_ascii() && other.is_ascii()) && fold(word) == fold(other))
}

/// Whether a folded word is a number that is wanted, with paragraphs behind it.
pub fn is_with_paragraphs(word: &str, wanted: &str) -> bool {
    ends_in_number(wanted) && word.strip_prefix(wanted).is_some_and(|rest| rest.starts_with('('))
}

/// Whether a word ends in a number, so that paragraphs may stand behind it.
pub fn ends_in_number(word: &str) -> bool {
    word.ends_with(|c: char| c.is_ascii_digit() || c == ')')
}

/// Whether a small text names a length of time: a number, and not more than two words later a unit.
pub fn names_a_time(text: &str, numbers: &[String], units: &[String]) -> bool {
    let pieces = words(text).flat_map(|word| word.of(text).split('-'));
    let words: Vec<Cow<'_, str>> = pieces.map(fold).collect();
    let is_number =
        |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) || numbers.iter().any(|number| number == word);
    (0..words.len()).any(|start| {
        let rest = &words[start + 1..words.len().min(start + 4)];
        is_number(&words[start]) && rest.iter().any(|word| units.iter().any(|unit| unit == word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(text: &'t str, phrases: &[&str]) -> Option<&'t str> {
        first(text, phrases).map(|span| &text[span.range()])
    }

    #[test]
    fn words_own_the_marks_inside_them() {
        let cut = |text| words(text).map(|word| word.of(text)).collect::<Vec<_>>();
        assert_eq!(cut("Article 6(1)(f), (see GDPR)."), ["Article", "6(1)(f)", "see", "GDPR"]);
        assert_eq!(cut("'Test-and-Trace' – casework@ico.org.uk."), ["Test-and-Trace", "casework@ico.org.uk"]);
        assert_eq!(cut("(Tŷ’r Cwmnïau, 6(4)) ( . )"), ["Tŷ’r", "Cwmnïau", "6(4)"]);
        assert_eq!(cut("())ŷ ((a)b)"), ["())ŷ", "((a)b)"]);
        let text = "–(GDPR)–a";
        assert_eq!(words(text).map(|word| (word.start, word.end)).collect::<Vec<_>>(), [(4, 8), (12, 13)]);
    }

    /// Words as somebody would cut them who looks at each character.
    fn slowly(text: &str) -> Vec<&str> {
        let runs = text.split(|c| !is_in_words(c)).filter(|run| !run.is_empty());
        runs.map(|run| core(run).1).filter(|word| !word.is_empty()).collect()
    }

    #[test]
    fn the_quick_way_and_the_slow_way_agree() {
        let pieces = ["a", "9", "Bc", "ŷ", "’", "'", ".", "-", "(", ")", "@", " ", "–", "|"];
        let mut texts = vec![String::new()];
        for _ in 0..4 {
            texts = texts.iter().flat_map(|text| pieces.map(|piece| format!("{text}{piece}"))).collect();
            for text in &texts {
                let cut: Vec<Word> = words(text).collect();
                assert_eq!(cut.iter().map(|word| word.of(text)).collect::<Vec<_>>(), slowly(text), "{text:?}");
                for word in cut.iter().filter(|word| word.is_plain) {
                    assert!(word.of(text).bytes().all(|byte| byte.is_ascii_alphanumeric()), "{text:?}");
                }
            }
        }
    }

    #[test]
    fn a_small_text_holds_phrases_as_words() {
        assert_eq!(
            found("Ask the **Information\nCommissioner’s Office**", &["information commissioner's office"]),
            Some("Information\nCommissioner’s Office")
        );
        assert_eq!(found("TŶ’R CWMNÏAU", &["Tŷ'r Cwmnïau"]), Some("TŶ’R CWMNÏAU"));
        assert_eq!(found("Misinformation. Information. Commissioner", &["information commissioner"]), None);
        assert_eq!(found("see (Article 22(1)(a))", &["x", "Article 22"]), Some("Article 22(1)(a)"));
        assert_eq!(found("Article 22A", &["Article 22"]), None);
    }

    #[test]
    fn a_length_of_time_has_a_number_and_a_unit() {
        let list = |words: &str| words.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let names = |text: &str| names_a_time(text, &list("a six"), &list("month months year years"));
        assert!(names("for 6 years") && names("six full years") && names("a 6-year period") && names("a year"));
        assert!(!names("for months or years") && !names("6 people, who stay for years") && !names("years"));
    }
}
