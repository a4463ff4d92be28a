//! The running text of a file: its words at their places, and spaces in place of everything else.
//!
//! The text is as long as the file, byte for byte, so that what is found in it has its place. What goes is all of TOML but
//! the strings that readers see (see [`crate::domain::is_seen`]), and in both halves of a file code, comments, placeholders and addresses of links.

use std::ops::Range;

use crate::text::Span;

/// What is no running text wherever it stands: how it starts and ends.
const MARKUP: [(&str, &str); 6] = [("```", "```"), ("`", "`"), ("<!--", "-->"), ("[^", "]"), ("](", ")"), ("{{", "}}")];

/// The bytes with which it starts, and that at the end of a scheme.
const MAY_START: [bool; 256] = {
    let (mut table, marks, mut at) = ([false; 256], b"`<[]{:", 0);
    while at < marks.len() {
        table[marks[at] as usize] = true;
        at += 1;
    }
    table
};

/// How whole addresses start: what stands before the colon, and behind it.
const SCHEMES: [(&str, &str); 4] = [("https", "//"), ("http", "//"), ("mailto", ""), ("tel", "")];

/// The running text of a file whose body starts at an offset, and of whose front matter readers see these strings.
pub fn running_text(text: &str, seen: &[Span], body: usize) -> String {
    let mut running = Vec::with_capacity(text.len());
    running.extend(text.as_bytes()[..body].iter().map(|byte| blanked(*byte)));
    seen.iter().for_each(|span| keep_string(*span, text.as_bytes(), &mut running));
    running.extend_from_slice(&text.as_bytes()[body..]);
    blank_markup(&mut running);
    // Only ranges between ASCII characters have been blanked or kept, so that characters stay whole.
    String::from_utf8(running).unwrap_or_default()
}

fn blanked(byte: u8) -> u8 {
    if byte == b'\n' { b'\n' } else { b' ' }
}

/// Keeps a string without its quotation marks. They become line breaks, two of which part passages.
fn keep_string(span: Span, text: &[u8], running: &mut [u8]) {
    let range = span.range();
    let (Some(written), Some(running)) = (text.get(range.clone()), running.get_mut(range)) else { return };
    let marks =
        if written.len() >= 6 && (written.starts_with(b"\"\"\"") || written.starts_with(b"'''")) { 3 } else { 1 };
    if written.len() >= 2 * marks {
        let inner = marks..written.len() - marks;
        running.fill(b'\n');
        running[inner.clone()].copy_from_slice(&written[inner]);
    }
}

/// Blanks code, comments, footnote marks, placeholders and addresses, in one walk.
fn blank_markup(text: &mut [u8]) {
    let mut at = 0;
    let mut open = [false; MARKUP.len()];
    while let Some(length) = text[at..].iter().position(|byte| MAY_START[usize::from(*byte)]) {
        at += length;
        at = match text[at] {
            b':' => address(text, at).map_or(at + 1, |address| blank(text, address.start, address.end)),
            _ => end_of_markup(text, at, &mut open).map_or(at + 1, |end| blank(text, at, end)),
        };
    }
}

/// Where the markup ends that starts at an offset, if one does. What is known to stay open is not looked for again.
fn end_of_markup(text: &[u8], at: usize, open: &mut [bool; MARKUP.len()]) -> Option<usize> {
    let kind = MARKUP.iter().position(|(start, _)| text[at..].starts_with(start.as_bytes()))?;
    let (start, end) = MARKUP[kind];
    if open[kind] {
        return None;
    }
    let inner = at + start.len();
    let found = text[inner..].windows(end.len()).position(|window| window == end.as_bytes());
    open[kind] = found.is_none();
    found.map(|length| inner + length + end.len())
}

/// Where the address stands whose scheme ends in the colon at an offset, if it is one.
fn address(text: &[u8], colon: usize) -> Option<Range<usize>> {
    let (before, behind) = (&text[..colon], &text[colon + 1..]);
    let is_one =
        |scheme: &&(&str, &str)| before.ends_with(scheme.0.as_bytes()) && behind.starts_with(scheme.1.as_bytes());
    let start = colon - SCHEMES.iter().find(is_one)?.0.len();
    if text[..start].last().is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'' | b')' | b'>' | b']');
    Some(start..text[colon..].iter().position(ends).map_or(text.len(), |length| colon + length))
}

/// Puts spaces in place of everything but line breaks, and gives the end.
fn blank(text: &mut [u8], start: usize, end: usize) -> usize {
    text[start..end].iter_mut().for_each(|byte| *byte = blanked(*byte));
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    /// The running text of a file in whose front matter readers see the strings that are written so.
    fn running(file: &str, seen: &[&str]) -> String {
        let span = |written: &&str| {
            let start = file.find(written).expect("the string stands in the file");
            Span::new(start, start + written.len())
        };
        let body = file.rfind("+++\n").expect("the file has a fence") + 4;
        let text = running_text(file, &seen.iter().map(span).collect::<Vec<_>>(), body);
        assert_eq!(text.len(), file.len());
        text
    }

    fn left(running: &str) -> Vec<&str> {
        running.split_whitespace().collect()
    }

    #[test]
    fn of_toml_only_the_strings_are_left_that_readers_see() {
        let file = "+++\ntitle = \"Tŷ\" # GDPR\n\"gdpr\" = '''a\nb'''\ncategory = \"x\"\ncontrollers = [\"c\"]\n+++\nd";
        let text = running(file, &["\"Tŷ\"", "'''a\nb'''"]);
        assert_eq!(left(&text), ["Tŷ", "a", "b", "d"]);
        assert!(text.contains("\nTŷ\n") && text.contains("\n\n\na\nb\n\n\n"), "quotation marks part passages: {text}");
    }

    #[test]
    fn addresses_code_and_comments_are_no_words() {
        let file = "+++\n+++\n[x](https://a/GDPR) `GDPR` {{ gdpr.x }} <!-- GDPR -->\n```\nGDPR\n```\nhotel: y[^1] mailto:a@b.example";
        assert_eq!(left(&running(file, &[])), ["[x", "hotel:", "y"]);
        let file = "+++\nurl = \"https://a.example/GDPR\"\n+++\n";
        assert_eq!(left(&running(file, &["\"https://a.example/GDPR\""])), [""; 0]);
    }

    #[test]
    fn what_is_left_open_hides_nothing() {
        let text = running("+++\n+++\na ` b {{ c [^ d", &[]);
        assert_eq!(left(&text), ["a", "`", "b", "{{", "c", "[^", "d"]);
    }
}
