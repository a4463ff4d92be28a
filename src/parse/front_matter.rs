//! The two halves of a content file: TOML between two lines of `+++`, and the text below.

use memchr::{memchr_iter, memmem};

use super::ledger::{Ledger, place};
use crate::diagnostic::Diagnostic;
use crate::text::Span;

/// Where the halves stand.
pub struct Halves {
    /// The TOML, without the fences.
    pub toml: Span,
    /// The text below; none where it cannot be told from the TOML.
    pub body: Option<Span>,
}

const FENCE: &str = "+++";

/// Finds the halves. A fence is a line that holds nothing but `+++` and stands in no TOML string.
pub fn split(text: &str, ledger: &mut Ledger<'_>) -> Halves {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let first_line_end = line_end(text, start);
    if text[start..first_line_end].trim_end() != FENCE {
        ledger.problem(
            Diagnostic::error(
                "front-matter-missing",
                place(Span::new(start, first_line_end)),
                "This file does not start with front matter",
            )
            .label("expected `+++` here")
            .help("Start the file with a line `+++`, then the keys such as title = \"...\", then another line `+++`."),
        );
        return Halves { toml: Span::new(start, start), body: None };
    }
    let toml_start = after_line(text, first_line_end);
    match closing_fence(text, toml_start) {
        Some(fence) => {
            let body = after_line(text, line_end(text, fence));
            Halves { toml: Span::new(toml_start, fence), body: Some(Span::new(body, text.len())) }
        }
        None => {
            ledger.problem(
                Diagnostic::error("front-matter-open", place(Span::new(start, first_line_end)), "The front matter that starts here never ends")
                    .label("no second `+++` follows")
                    .help("Add a line that holds only `+++` between the keys and the text. Three quotation marks that are not closed can hide it."),
            );
            Halves { toml: Span::new(toml_start, toml_start), body: None }
        }
    }
}

/// The offset of the first line at or after `start` that looks like a fence.
fn next_fence(text: &str, start: usize) -> Option<usize> {
    let is_fence = |at: &usize| text[*at..line_end(text, *at)].trim_end() == FENCE;
    let plus_signs = memchr_iter(b'+', &text.as_bytes()[start..]).map(|at| start + at);
    plus_signs.filter(|at| *at == start || text.as_bytes()[at - 1] == b'\n').find(is_fence)
}

/// Whether three quotation marks stand in a row.
fn has_long_string(toml: &[u8]) -> bool {
    [b"\"\"\"", b"'''"].iter().any(|marks| memmem::find(toml, *marks).is_some())
}

/// What the reader of TOML is in the middle of.
#[derive(Clone, Copy, PartialEq)]
enum Inside {
    Nothing,
    /// A string over several lines, ended by three of this quotation mark.
    LongString(u8),
}

/// The offset of the first fence at or after `start` that stands in no string of several lines.
fn closing_fence(text: &str, start: usize) -> Option<usize> {
    let fence = next_fence(text, start)?;
    // Nearly always there is no string of several lines at all.
    if !has_long_string(&text.as_bytes()[start..fence]) {
        return Some(fence);
    }
    let mut inside = Inside::Nothing;
    let mut offset = start;
    while offset < text.len() {
        let end = line_end(text, offset);
        let line = &text[offset..end];
        if inside == Inside::Nothing && line.trim_end() == FENCE {
            return Some(offset);
        }
        inside = after_toml_line(line.as_bytes(), inside);
        offset = after_line(text, end);
    }
    None
}

/// What the reader is in the middle of after one more line of TOML.
fn after_toml_line(line: &[u8], mut inside: Inside) -> Inside {
    let mut i = 0;
    while i < line.len() {
        let rest = &line[i..];
        match inside {
            Inside::LongString(quote) if rest.starts_with(&[quote; 3]) => {
                inside = Inside::Nothing;
                i += 3;
            }
            Inside::LongString(b'"') if rest[0] == b'\\' => i += 2,
            Inside::LongString(_) => i += 1,
            Inside::Nothing => match rest[0] {
                b'#' => return inside,
                quote @ (b'"' | b'\'') if rest.starts_with(&[quote; 3]) => {
                    inside = Inside::LongString(quote);
                    i += 3;
                }
                quote @ (b'"' | b'\'') => i += short_string(rest, quote),
                _ => i += 1,
            },
        }
    }
    inside
}

/// The length of the string of one line at the start of `rest`; all of it if the string is not closed.
fn short_string(rest: &[u8], quote: u8) -> usize {
    let mut i = 1;
    while i < rest.len() {
        match rest[i] {
            b'\\' if quote == b'"' => i += 2,
            byte if byte == quote => return i + 1,
            _ => i += 1,
        }
    }
    rest.len()
}

/// The offset of the end of the line at `offset`, before its line break.
fn line_end(text: &str, offset: usize) -> usize {
    text[offset..].find('\n').map_or(text.len(), |newline| offset + newline)
}

/// The offset after the line break at `line_end`.
fn after_line(text: &str, line_end: usize) -> usize {
    (line_end + 1).min(text.len())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn check(text: &str, toml: &str, body: Option<&str>) {
        let source = Arc::new(text.to_owned());
        let mut ledger = Ledger::new(&source);
        let halves = split(text, &mut ledger);
        assert_eq!(&text[halves.toml.range()], toml, "{text:?}");
        assert_eq!(halves.body.map(|body| &text[body.range()]), body, "{text:?}");
        assert_eq!(ledger.problems.is_empty(), body.is_some(), "{text:?}");
    }

    #[test]
    fn finds_both_halves() {
        check("+++\na = 1\n+++\nText\n", "a = 1\n", Some("Text\n"));
        check("\u{feff}+++\r\na = 1\r\n+++ \r\nText", "a = 1\r\n", Some("Text"));
        check("+++\n+++", "", Some(""));
        check("+++\na = '''\n+++\n'''\n+++\nText", "a = '''\n+++\n'''\n", Some("Text"));
        check("+++\na = \"it\\\"s '''\" # '''\n+++\nb", "a = \"it\\\"s '''\" # '''\n", Some("b"));
        check("+++\na = 1\n", "", None);
        check("Text", "", None);
        check("", "", None);
    }
}
