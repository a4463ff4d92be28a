//! Words in what authors wrote: where a phrase stands, outside of addresses and code.
//!
//! Works on the text of a file in which everything that is no running text has been blanked out,
//! byte for byte, so that what is found has its place. Matches whole words, whatever their case,
//! the kind of apostrophe and the white space between them. No phrase runs from one string of the
//! front matter into the next.

use crate::text::{Source, Span};

/// The running text of a file: the same length as the file, with spaces in place of TOML keys and comments,
/// code, placeholders and addresses of links.
pub fn running_text(source: &Source) -> String {
    let mut text = source.text.clone().into_bytes();
    let body = body_start(&source.text);
    blank_toml(&mut text[..body]);
    blank_markdown(&mut text[body..]);
    blank_addresses(&mut text);
    // Only whole ASCII ranges and whole strings have been blanked, so that characters stay whole.
    String::from_utf8(text).unwrap_or_default()
}

/// Where a phrase stands in a running text, word by word.
pub fn find(text: &str, phrase: &str) -> Vec<Span> {
    let wanted: Vec<String> = words(phrase).map(|(_, word)| fold(word)).collect();
    if !wanted.iter().all(|word| may_hold(text, word)) {
        return Vec::new();
    }
    let all: Vec<(usize, &str)> = words(text).collect();
    let mut found = Vec::new();
    for start in 0..all.len() {
        let Some(window) = all.get(start..start + wanted.len()) else { break };
        let fits = window.iter().zip(&wanted).all(|((_, word), wanted)| fold(word) == *wanted);
        let joined = window.windows(2).all(|pair| is_gap(&text[pair[0].0 + pair[0].1.len()..pair[1].0]));
        if fits && joined {
            let (last, word) = window[wanted.len() - 1];
            found.push(Span::new(window[0].0, last + word.len()));
        }
    }
    found
}

/// Whether a text could hold a folded word: a look at its letters that spares most texts from being cut into words.
fn may_hold(text: &str, word: &str) -> bool {
    // Letters beyond ASCII change their length with their case, and apostrophes are written in two ways.
    let is_plain = word.is_ascii() && !word.contains('\'');
    !is_plain || text.as_bytes().windows(word.len().max(1)).any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
}

/// The first of several phrases in a running text. Most texts hold none of them, which a look at the letters tells.
pub fn find_first(text: &str, phrases: &[String]) -> Option<Span> {
    let letters = fold(text);
    let may_hold = |phrase: &&String| words(phrase).all(|(_, word)| letters.contains(&fold(word)));
    phrases.iter().filter(may_hold).filter_map(|phrase| find(text, phrase).into_iter().next()).min()
}

/// Whether a text names a length of time: a number, and not more than two words later a unit.
pub fn names_a_time(text: &str, numbers: &[String], units: &[String]) -> bool {
    let words: Vec<String> = words(text).flat_map(|(_, word)| word.split('-').map(fold).collect::<Vec<_>>()).collect();
    let is_number = |word: &String| word.starts_with(|c: char| c.is_ascii_digit()) || numbers.contains(word);
    (0..words.len()).any(|start| {
        let rest = &words[start + 1..words.len().min(start + 4)];
        is_number(&words[start]) && rest.iter().any(|word| units.contains(word))
    })
}

/// The words of a text with their offsets. A word may hold points, hyphens, apostrophes, brackets and an @ inside:
/// `6(1)(f)`, `casework@ico.org.uk`, `Test-and-Trace`.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let inner = |c: char| matches!(c, '.' | '-' | '\'' | '’' | '@' | '(' | ')' | '/');
    let mut offset = 0;
    text.split(move |c: char| !c.is_alphanumeric() && !inner(c)).filter_map(move |piece| {
        let start = offset;
        // Separators are single characters of one byte or more: find the piece again from where we are.
        let at = start + text[start..].find(piece).unwrap_or(0);
        offset = at + piece.len();
        let trimmed = piece.trim_matches(|c: char| inner(c) && c != ')' && c != '(');
        let lead = piece.len() - piece.trim_start_matches(|c: char| inner(c) && c != ')' && c != '(').len();
        (!trimmed.is_empty()).then_some((at + lead, trimmed))
    })
}

/// A word as it is compared: without brackets that it does not own, in lower case, with one kind of apostrophe.
pub(super) fn fold(word: &str) -> String {
    core(word).to_lowercase().replace('’', "'")
}

/// A word without the brackets that belong to the sentence: `(GDPR)` is `GDPR`, but `6(4)` is whole.
pub(super) fn core(word: &str) -> &str {
    let count = |word: &str, bracket: char| word.chars().filter(|c| *c == bracket).count();
    let mut word = word;
    loop {
        let wrapped = word.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).filter(|rest| !rest.contains('('));
        let (opening, closing) = (count(word, '('), count(word, ')'));
        word = match word {
            _ if wrapped.is_some() => wrapped.unwrap_or(word),
            _ if word.starts_with('(') && opening > closing => &word[1..],
            _ if word.ends_with(')') && closing > opening => &word[..word.len() - 1],
            _ => return word,
        };
    }
}

/// Whether two words of a phrase may stand this far apart: white space and soft marks, but no end of a sentence.
pub(super) fn is_gap(between: &str) -> bool {
    between.chars().all(|c| c.is_whitespace() || matches!(c, '"' | '*' | '_' | '“' | '”' | ',' | '(' | ')' | '&' | '>'))
        && between.matches('\n').count() < 2
}

/// The offset of the text below the front matter; the end for a file that is all TOML.
pub fn body_start(text: &str) -> usize {
    let mut fences = text.match_indices("+++").filter(|(at, _)| *at == 0 || text[..*at].ends_with(['\n', '\u{feff}']));
    match (fences.next(), fences.next()) {
        (Some(_), Some((second, _))) => text[second..].find('\n').map_or(text.len(), |newline| second + newline),
        _ => text.len(),
    }
}

/// Blanks everything but the insides of strings. Their quotation marks become line breaks, two of which part passages.
fn blank_toml(text: &mut [u8]) {
    let mut i = 0;
    while i < text.len() {
        match text[i] {
            quote @ (b'"' | b'\'') => {
                let long = text[i..].starts_with(&[quote; 3]);
                let marks = if long { 3 } else { 1 };
                let close = closing(&text[i + marks..], quote, marks).map_or(text.len(), |close| i + marks + close);
                text[i..i + marks].fill(b'\n');
                let end = (close + marks).min(text.len());
                text[close.min(end)..end].fill(b'\n');
                i = end;
            }
            b'#' => {
                let end = text[i..].iter().position(|byte| *byte == b'\n').map_or(text.len(), |newline| i + newline);
                blank(&mut text[i..end]);
                i = end;
            }
            _ => {
                blank(&mut text[i..=i]);
                i += 1;
            }
        }
    }
}

/// The offset of the marks that close a string.
fn closing(text: &[u8], quote: u8, marks: usize) -> Option<usize> {
    let mut i = 0;
    while i < text.len() {
        if quote == b'"' && text[i] == b'\\' {
            i += 2;
        } else if text[i..].starts_with(&vec![quote; marks]) || (marks == 1 && text[i] == b'\n') {
            return Some(i);
        } else {
            i += 1;
        }
    }
    None
}

/// Blanks code, comments and the marks of footnotes.
fn blank_markdown(text: &mut [u8]) {
    blank_between(text, b"```", b"```");
    blank_between(text, b"`", b"`");
    blank_between(text, b"<!--", b"-->");
    blank_between(text, b"[^", b"]");
}

/// Blanks what is no running text wherever it stands: the addresses of links, placeholders, whole addresses.
fn blank_addresses(text: &mut [u8]) {
    blank_between(text, b"](", b")");
    blank_between(text, b"{{", b"}}");
    for scheme in [&b"https://"[..], b"http://", b"mailto:", b"tel:"] {
        let mut from = 0;
        while let Some(start) = position(&text[from..], scheme).map(|at| from + at) {
            let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'' | b')' | b'>' | b']');
            let end = text[start..].iter().position(ends).map_or(text.len(), |length| start + length);
            blank(&mut text[start..end]);
            from = end;
        }
    }
}

fn blank_between(text: &mut [u8], open: &[u8], close: &[u8]) {
    let mut from = 0;
    while let Some(start) = position(&text[from..], open).map(|at| from + at) {
        let inner = start + open.len();
        let Some(end) = position(&text[inner..], close).map(|at| inner + at + close.len()) else { break };
        blank(&mut text[start..end]);
        from = end;
    }
}

fn position(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len()).position(|window| window == wanted)
}

/// Puts spaces in place of everything but line breaks.
pub(super) fn blank(text: &mut [u8]) {
    for byte in text {
        if *byte != b'\n' {
            *byte = b' ';
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sentences::sentences;
    use super::*;
    use crate::text::HubPath;

    fn found(file: &str, phrase: &str) -> Vec<String> {
        let source = Source::from_bytes(HubPath::new("content/notices/a.md"), file.as_bytes().to_vec());
        let text = running_text(&source);
        assert_eq!(text.len(), file.len());
        find(&text, phrase).iter().map(|span| file[span.range()].to_owned()).collect()
    }

    #[test]
    fn phrases_are_found_as_words() {
        let file = "+++\ntitle = \"The Information Commissioner\" # Information Commissioner\n+++\n\nAsk the **Information\nCommissioner’s Office**. Misinformation Commissioner.";
        assert_eq!(found(file, "Information Commissioner"), ["Information Commissioner"]);
        assert_eq!(found(file, "Information Commissioner's Office"), ["Information\nCommissioner’s Office"]);
    }

    #[test]
    fn addresses_and_code_do_not_count() {
        let file = "+++\nurl = \"https://gdpr.example/GDPR\"\n+++\n[x](https://a/GDPR) `GDPR` {{ gdpr.x }} <!-- GDPR -->\n```\nGDPR\n```\nthe GDPR, Ŵ GDPR.";
        assert_eq!(found(file, "GDPR").len(), 2);
        assert_eq!(found("+++\n+++\nWrite to casework@ico.org.uk.", "casework@ico.org.uk").len(), 1);
        assert_eq!(found("+++\n+++\nunder Article 6(1)(f) of it", "6(1)(f)"), ["6(1)(f)"]);
        assert_eq!(found("+++\n+++\n(see Article 6(4))", "Article 6(4)").len(), 1);
        assert_eq!(
            found("+++\nlist = [\"Information\", \"Commissioner\"]\n+++\n", "Information Commissioner").len(),
            0
        );
        assert_eq!(found("+++\n+++\nArticle 22A and Article 22.", "Article 22"), ["Article 22"]);
    }

    #[test]
    fn a_length_of_time_has_a_number_and_a_unit() {
        let list = |words: &str| words.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let names = |text: &str| names_a_time(text, &list("a six"), &list("month months year years"));
        assert!(names("for 6 years") && names("six full years") && names("a 6-year period") && names("a year"));
        assert!(!names("for months or years") && !names("6 people, who stay for years") && !names("years"));
    }

    #[test]
    fn a_footnote_does_not_hide_the_end_of_a_sentence() {
        let file = "+++\n+++\nWe hold data about you.[^adult] If you move, tell us.[^1][^2]\n\n[^adult]: An adult.";
        let source = Source::from_bytes(HubPath::new("content/notices/a.md"), file.as_bytes().to_vec());
        let text = running_text(&source);
        let found: Vec<&str> = sentences(&text).iter().map(|sentence| sentence.text).collect();
        assert_eq!(found, ["We hold data about you.", "If you move, tell us.", "An adult."]);
    }

    #[test]
    fn a_phrase_does_not_run_over_the_end_of_a_sentence() {
        assert!(found("+++\n+++\nAs to information. Commissioner, please.", "Information Commissioner").is_empty());
    }
}
