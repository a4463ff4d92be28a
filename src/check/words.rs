//! The words of a text: where each stands, how it is compared with another, and small texts looked through for phrases.
//!
//! A phrase matches whole words, whatever their case, the kind of apostrophe and the white space between them. One that
//! ends in a number also matches with paragraphs behind it: "Article 22" finds "Article 22(1)", but not "Article 22A".
//! For the texts of whole files there is [`super::lexicon`], which looks for all phrases at once.

use std::borrow::Cow;

use crate::text::Span;

/// The words of a text with their offsets. A word may hold points, hyphens, apostrophes, brackets and an @ inside:
/// `6(1)(f)`, `casework@ico.org.uk`, `Test-and-Trace`. Brackets that belong to the sentence are left out.
pub fn words(text: &str) -> Words<'_> {
    Words { text, at: 0 }
}

/// See [`words`].
#[derive(Clone)]
pub struct Words<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Words<'t> {
    type Item = (usize, &'t str);

    fn next(&mut self) -> Option<(usize, &'t str)> {
        loop {
            let start = run::<false>(self.text, self.at);
            self.at = run::<true>(self.text, start);
            if start == self.at {
                return None;
            }
            let (lead, word) = core(&self.text[start..self.at]);
            if !word.is_empty() {
                return Some((start + lead, word));
            }
        }
    }
}

/// Which bytes stand in words. Those of characters beyond ASCII do neither stand in words nor apart.
const IN_WORDS: u8 = 1;
const APART: u8 = 2;
const PLACES: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        let c = byte as u8;
        let is_in_word = c.is_ascii_alphanumeric() || matches!(c, b'.' | b'-' | b'\'' | b'@' | b'(' | b')' | b'/');
        table[byte] = if is_in_word { IN_WORDS } else { APART };
        byte += 1;
    }
    table
};

/// The end of the characters from an offset on that all stand in words, or that all do not.
fn run<const IS_IN_WORDS: bool>(text: &str, from: usize) -> usize {
    let wanted = if IS_IN_WORDS { IN_WORDS } else { APART };
    let mut at = from;
    loop {
        let rest = &text.as_bytes()[at..];
        at += rest.iter().position(|byte| PLACES[usize::from(*byte)] != wanted).unwrap_or(rest.len());
        if text.as_bytes().get(at).is_none_or(u8::is_ascii) {
            return at;
        }
        match text[at..].chars().next() {
            Some(c) if (c.is_alphanumeric() || c == '’') == IS_IN_WORDS => at += c.len_utf8(),
            _ => return at,
        }
    }
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
        } else if closing > opening {
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

/// Where the first of some phrases stands in a small text.
pub fn first<T: AsRef<str>>(text: &str, phrases: &[T]) -> Option<Span> {
    let mut from = words(text);
    loop {
        let start = from.clone();
        let (at, word) = from.next()?;
        let candidates = phrases.iter().map(AsRef::as_ref).filter(|phrase| may_start(phrase, word));
        if let Some(end) = candidates.filter_map(|phrase| end_of(text, start.clone(), phrase)).next() {
            return Some(Span::new(at, end));
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
    while let Some((_, want)) = wanted.next() {
        let (at, word) = words.next()?;
        let is_joined = end.is_none_or(|end| is_gap(&text[end..at]));
        let is_last = end.is_some() && wanted.peek().is_none();
        if !is_joined || !(is_same(word, want) || is_last && is_with_paragraphs(&fold(word), &fold(want))) {
            return None;
        }
        end = Some(at + word.len());
    }
    end
}

fn is_same(word: &str, other: &str) -> bool {
    word.eq_ignore_ascii_case(other) || (!(word.is_ascii() && other.is_ascii()) && fold(word) == fold(other))
}

/// Whether a folded word is a number that is wanted, with paragraphs behind it.
pub fn is_with_paragraphs(word: &str, wanted: &str) -> bool {
    wanted.ends_with(|c: char| c.is_ascii_digit() || c == ')')
        && word.strip_prefix(wanted).is_some_and(|rest| rest.starts_with('('))
}

/// Whether a small text names a length of time: a number, and not more than two words later a unit.
pub fn names_a_time(text: &str, numbers: &[String], units: &[String]) -> bool {
    let pieces = words(text).flat_map(|(_, word)| word.split('-'));
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
        let cut = |text| words(text).map(|(_, word)| word).collect::<Vec<_>>();
        assert_eq!(cut("Article 6(1)(f), (see GDPR)."), ["Article", "6(1)(f)", "see", "GDPR"]);
        assert_eq!(cut("'Test-and-Trace' – casework@ico.org.uk."), ["Test-and-Trace", "casework@ico.org.uk"]);
        assert_eq!(cut("(Tŷ’r Cwmnïau, 6(4)) ( . )"), ["Tŷ’r", "Cwmnïau", "6(4)"]);
        let text = "–(GDPR)";
        assert!(words(text).all(|(at, word)| text[at..].starts_with(word)));
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
