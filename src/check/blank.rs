//! The running text of a file: its words at their places, and spaces in place of everything else.
//!
//! The text is as long as the file, byte for byte, so that what is found in it has its place. What goes is all of TOML but
//! the strings that readers see, and in both halves of a file code, comments, placeholders and addresses of links.

use crate::parse::{Table, ValueKind};
use crate::text::Span;

/// Keys whose texts readers do not see (ids, old addresses, `[internal]`, `[[accept]]`), or which speak of the past
/// (`[[changes]]`).
const UNSEEN: [&str; 17] = [
    "accept",
    "internal",
    "owner",
    "aliases",
    "changes",
    "category",
    "controller",
    "default_controller",
    "related",
    "most_used",
    "organisation",
    "notice",
    "section",
    "follows",
    "theme",
    "sort_as",
    "checks",
];

/// Keys that list ids in a notice or general section, and hold tables in `site.toml`.
const LISTS_OF_IDS: [&str; 2] = ["controllers", "categories"];

/// What is no running text wherever it stands: how it starts and ends.
const MARKUP: [(&str, &str); 6] = [("```", "```"), ("`", "`"), ("<!--", "-->"), ("[^", "]"), ("](", ")"), ("{{", "}}")];

/// How whole addresses start.
const SCHEMES: [&str; 4] = ["https://", "http://", "mailto:", "tel:"];

/// The running text of a file whose body starts at an offset.
pub fn running_text(text: &str, table: &Table, body: usize) -> String {
    let mut running: Vec<u8> = text.as_bytes()[..body].iter().map(|byte| blanked(*byte)).collect();
    keep_strings(table, text, &mut running);
    running.extend_from_slice(&text.as_bytes()[body..]);
    blank_markup(&mut running);
    // Only ranges between ASCII characters have been blanked or kept, so that characters stay whole.
    String::from_utf8(running).unwrap_or_default()
}

/// The offset of the text below the front matter; the end for a file that is all TOML.
pub fn body_start(text: &str) -> usize {
    let mut fences = text.match_indices("+++").filter(|(at, _)| *at == 0 || text[..*at].ends_with(['\n', '\u{feff}']));
    match (fences.next(), fences.next()) {
        (Some(_), Some((second, _))) => text[second..].find('\n').map_or(text.len(), |newline| second + newline),
        _ => text.len(),
    }
}

fn blanked(byte: u8) -> u8 {
    if byte == b'\n' { b'\n' } else { b' ' }
}

/// Puts the strings of a table that readers see back to their places.
fn keep_strings(table: &Table, text: &str, running: &mut [u8]) {
    for entry in &table.entries {
        let lists_ids = LISTS_OF_IDS.contains(&entry.key.as_str()) && matches!(entry.value.kind, ValueKind::Array(_));
        if !lists_ids && !UNSEEN.contains(&entry.key.as_str()) {
            keep_value(&entry.value.kind, entry.value.span, text, running);
        }
    }
}

fn keep_value(kind: &ValueKind, span: Span, text: &str, running: &mut [u8]) {
    match kind {
        ValueKind::String(_) => keep_string(span, text.as_bytes(), running),
        ValueKind::Array(values) => values.iter().for_each(|value| keep_value(&value.kind, value.span, text, running)),
        ValueKind::Table(table) => keep_strings(table, text, running),
        ValueKind::Integer(_) | ValueKind::Float | ValueKind::Boolean(_) | ValueKind::Date(_) => {}
    }
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
    while at < text.len() {
        at = match text[at] {
            b'`' | b'<' | b'[' | b']' | b'{' => {
                end_of_markup(text, at, &mut open).map_or(at + 1, |end| blank(text, at, end))
            }
            b'h' | b'm' | b't' => end_of_address(text, at).map_or(at + 1, |end| blank(text, at, end)),
            _ => at + 1,
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

/// Where the address ends that starts at an offset, if one does.
fn end_of_address(text: &[u8], at: usize) -> Option<usize> {
    let starts_word = at == 0 || !text[at - 1].is_ascii_alphanumeric();
    if !starts_word || !SCHEMES.iter().any(|scheme| text[at..].starts_with(scheme.as_bytes())) {
        return None;
    }
    let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'' | b')' | b'>' | b']');
    Some(text[at..].iter().position(ends).map_or(text.len(), |length| at + length))
}

/// Puts spaces in place of everything but line breaks, and gives the end.
fn blank(text: &mut [u8], start: usize, end: usize) -> usize {
    text[start..end].iter_mut().for_each(|byte| *byte = blanked(*byte));
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::{Entry, Value, Written};

    /// An entry whose value stands in a file as written.
    fn entry(file: &str, key: &str, kind: impl Fn(Span) -> ValueKind, written: &str) -> Entry {
        let start = file.find(written).expect("the value stands in the file");
        let span = Span::new(start, start + written.len());
        Entry { key: key.to_owned(), key_span: Span::default(), value: Value { kind: kind(span), span } }
    }

    fn string(_: Span) -> ValueKind {
        ValueKind::String(Written { text: String::new(), prose: None, problems: Vec::new() })
    }

    fn list(span: Span) -> ValueKind {
        ValueKind::Array(vec![Value { kind: string(span), span }])
    }

    fn running(file: &str, entries: Vec<Entry>) -> String {
        let text = running_text(file, &Table { entries, span: Span::default() }, body_start(file));
        assert_eq!(text.len(), file.len());
        text
    }

    fn left(running: &str) -> Vec<&str> {
        running.split_whitespace().collect()
    }

    #[test]
    fn of_toml_only_the_strings_are_left_that_readers_see() {
        let file = "+++\ntitle = \"Tŷ\" # GDPR\n\"gdpr\" = '''a\nb'''\ncategory = \"x\"\ncontrollers = [\"c\"]\n+++\nd";
        let entries = vec![
            entry(file, "title", string, "\"Tŷ\""),
            entry(file, "gdpr", string, "'''a\nb'''"),
            entry(file, "category", string, "\"x\""),
            entry(file, "controllers", list, "\"c\""),
        ];
        let text = running(file, entries);
        assert_eq!(left(&text), ["Tŷ", "a", "b", "d"]);
        assert!(text.contains("\nTŷ\n") && text.contains("\n\n\na\nb\n\n\n"), "quotation marks part passages: {text}");
    }

    #[test]
    fn addresses_code_and_comments_are_no_words() {
        let file = "+++\n+++\n[x](https://a/GDPR) `GDPR` {{ gdpr.x }} <!-- GDPR -->\n```\nGDPR\n```\nhotel: y[^1] mailto:a@b.example";
        assert_eq!(left(&running(file, Vec::new())), ["[x", "hotel:", "y"]);
        let file = "+++\nurl = \"https://a.example/GDPR\"\n+++\n";
        assert_eq!(left(&running(file, vec![entry(file, "url", string, "\"https://a.example/GDPR\"")])), [""; 0]);
    }

    #[test]
    fn what_is_left_open_hides_nothing() {
        let text = running("+++\n+++\na ` b {{ c [^ d", Vec::new());
        assert_eq!(left(&text), ["a", "`", "b", "{{", "c", "[^", "d"]);
    }
}
