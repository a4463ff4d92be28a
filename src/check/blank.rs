//! The running text of a file: its words at their places, and spaces in place of everything else.
//!
//! The text is as long as the file, byte for byte, so that what is found in it has its place. What goes is all of TOML but
//! the strings that readers see (see [`crate::domain::is_seen`]), and in both halves of a file code, comments, placeholders and addresses of links.

use std::ops::Range;

use memchr::{memchr3_iter, memmem};

use crate::text::Span;

/// What is no running text wherever it stands: how it starts and ends.
const MARKUP: [(&str, &str); 6] = [("```", "```"), ("`", "`"), ("<!--", "-->"), ("[^", "]"), ("](", ")"), ("{{", "}}")];

/// How whole addresses start: what stands before the colon, and behind it.
const SCHEMES: [(&str, &str); 4] = [("https", "//"), ("http", "//"), ("mailto", ""), ("tel", "")];

/// The running text of a file whose body starts at an offset, and of whose front matter readers see these strings; and its
/// parts, in order: the strings and the body, outside of which nothing is left.
pub fn running_text(text: &str, seen: &[Span], body: usize) -> (String, Vec<Span>) {
    let mut running = Vec::with_capacity(text.len());
    running.extend(text.as_bytes()[..body].iter().map(|byte| blanked(*byte)));
    let mut parts = Vec::with_capacity(seen.len() + 1);
    parts.extend(seen.iter().filter_map(|span| keep_string(*span, text.as_bytes(), &mut running)));
    running.extend_from_slice(&text.as_bytes()[body..]);
    parts.push(Span::new(body, text.len()));
    blank_markup(&mut running);
    // Only ranges between ASCII characters have been blanked or kept, so that characters stay whole.
    (String::from_utf8(running).unwrap_or_default(), parts)
}

fn blanked(byte: u8) -> u8 {
    if byte == b'\n' { b'\n' } else { b' ' }
}

/// Keeps a string without its quotation marks, and gives its place. They become line breaks, two of which part passages.
fn keep_string(span: Span, text: &[u8], running: &mut [u8]) -> Option<Span> {
    let (written, running) = (text.get(span.range())?, running.get_mut(span.range())?);
    let marks =
        if written.len() >= 6 && (written.starts_with(b"\"\"\"") || written.starts_with(b"'''")) { 3 } else { 1 };
    let inner = marks..written.len().checked_sub(marks).filter(|end| *end >= marks)?;
    running.copy_from_slice(written);
    running[..inner.start].fill(b'\n');
    running[inner.end..].fill(b'\n');
    Some(Span::from(inner).shifted(span.start as usize))
}

/// Blanks code, comments, footnote marks, placeholders and addresses, in one walk.
fn blank_markup(text: &mut [u8]) {
    let (mut open, mut end) = ([false; MARKUP.len()], 0);
    for at in marks(text) {
        let found = match text[at] {
            // What is blank by now starts nothing.
            _ if at < end => None,
            b':' => address(text, at),
            _ => end_of_markup(text, at, &mut open).map(|end| at..end),
        };
        if let Some(range) = found {
            end = range.end;
            text[range].iter_mut().for_each(|byte| *byte = blanked(*byte));
        }
    }
}

/// Where the bytes stand with which markup starts, and that at the end of a scheme.
fn marks(text: &[u8]) -> Vec<usize> {
    let (some, others) = (memchr3_iter(b'`', b'<', b'[', text), memchr3_iter(b']', b'{', b':', text));
    let mut found: Vec<usize> = some.chain(others).collect();
    found.sort_unstable();
    found
}

/// Where the markup ends that starts at an offset, if one does. What is known to stay open is not looked for again.
fn end_of_markup(text: &[u8], at: usize, open: &mut [bool; MARKUP.len()]) -> Option<usize> {
    let kind = MARKUP.iter().position(|(start, _)| text[at..].starts_with(start.as_bytes()))?;
    let (start, end) = MARKUP[kind];
    if open[kind] {
        return None;
    }
    let inner = at + start.len();
    let found = memmem::find(&text[inner..], end.as_bytes());
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
        let (text, parts) = running_text(file, &seen.iter().map(span).collect::<Vec<_>>(), body);
        assert_eq!(text.len(), file.len());
        let mut outside = text.clone().into_bytes();
        parts.iter().for_each(|part| outside[part.range()].fill(b' '));
        assert!(outside.iter().all(u8::is_ascii_whitespace), "nothing is left outside the parts");
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
