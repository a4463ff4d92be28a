//! What the TOML parser finds wrong, in words for people who do not know TOML.
//!
//! Takes the parser's messages with the bytes that they are about; gives diagnostics. A message that is not known
//! here is passed on as it is. Does not look at the values of keys that could be read.

use super::ledger::place;
use crate::diagnostic::Diagnostic;
use crate::domain::Day;
use crate::text::Span;

/// The starts of messages, what they mean, and what to do.
const MEANINGS: [(&str, &str, &str); 16] = [
    ("unclosed array table", UNCLOSED_HEADER.0, UNCLOSED_HEADER.1),
    ("unclosed table", UNCLOSED_HEADER.0, UNCLOSED_HEADER.1),
    ("unclosed array", "This list is not closed", "Put a `]` after its last item."),
    ("unclosed inline table", "This table is not closed", "Put a `}` at its end, on the same line."),
    ("missing comma", "A comma is missing before this", "Put one between the two."),
    ("extra comma", "There is a comma too many", "Delete it."),
    ("key with no value", NO_VALUE.0, NO_VALUE.1),
    ("missing value", NO_VALUE.0, NO_VALUE.1),
    ("missing assignment", "There is no `=` between the key and its value", "Write `key = \"value\"`."),
    ("extra assignment", "There is an `=` too many", "Delete it."),
    ("extra `=`", "There is an `=` too many", "Delete it."),
    ("missing escaped value", BACKSLASH.0, BACKSLASH.1),
    ("invalid multi-line", "This text is not closed", "Put three quotation marks at its end."),
    ("invalid unquoted key", NO_KEY.0, NO_KEY.1),
    ("unquoted keys cannot be empty", NO_KEY.0, NO_KEY.1),
    ("unexpected", "This does not belong here", "Every key stands on a line of its own, with `=` and one value."),
];

const UNCLOSED_HEADER: (&str, &str) =
    ("The brackets around this name are not closed", "Write as many brackets after the name as before it.");
const NO_VALUE: (&str, &str) = ("This key has no value", "Write `=` and a value after it, or delete the line.");
const NO_KEY: (&str, &str) = ("This cannot be a key", "A key has letters, digits, `_` and `-`, then `=` and a value.");
const BACKSLASH: (&str, &str) =
    ("A backslash cannot stand alone in a text", "Write it twice, or put the text in single quotation marks: '...'.");

/// Everything that is wrong with the TOML at `start` of a file. `errors` are the messages with their bytes in the file.
pub fn diagnostics(source: &str, errors: &[(String, Span)]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut repeated_table: Option<Span> = None;
    for (message, span) in errors {
        let is_duplicate = message.starts_with("duplicate key");
        let is_header = source[..span.start as usize].ends_with('[');
        // The keys below a table that is there twice are there twice as well: that has been said.
        let inside = |table: Span| !has_header(&source[table.end as usize..span.start as usize]);
        if is_duplicate && !is_header && repeated_table.is_some_and(inside) {
            continue;
        }
        if is_duplicate && is_header {
            repeated_table = Some(*span);
        }
        found.push(diagnostic(source, message, *span, is_header));
    }
    found
}

fn diagnostic(source: &str, message: &str, span: Span, is_header: bool) -> Diagnostic {
    let written = source[span.range()].trim();
    let error = |message: String| Diagnostic::error("toml-syntax", place(span), message);
    match message {
        _ if message.starts_with("invalid date") || message.starts_with("invalid time") => {
            Diagnostic::error("bad-date", place(span), format!("`{written}` is no date")).help(Day::REMEDY)
        }
        _ if message.starts_with("duplicate key") => {
            let help = if is_header {
                format!("Join the two. Where there can be several, write the name in double brackets: [[{written}]].")
            } else {
                "Keep one of them.".to_owned()
            };
            error(format!("`{written}` is written twice")).help(help)
        }
        _ if message.starts_with("string values must be quoted") && written.is_empty() => {
            error(NO_VALUE.0.to_owned()).help(NO_VALUE.1)
        }
        _ if message.starts_with("string values must be quoted") && !written.contains('"') => {
            error("This text needs quotation marks".to_owned()).help(format!("Write \"{written}\"."))
        }
        _ if message.contains("expected `\"`") || message.contains("expected `'`") => {
            error("This text is not closed".to_owned()).help("Put a quotation mark at its end.")
        }
        _ if is_about_a_number(message) => error(format!("`{written}` is no number"))
            .help("If it is not meant to be one, such as a phone number, put it in quotation marks."),
        _ => match MEANINGS.iter().find(|(start, ..)| message.starts_with(start)) {
            Some((_, sentence, help)) => error((*sentence).to_owned()).help(help),
            None => error(format!("This is not valid TOML: {}", message.replace('\n', ", "))).help(
                "Texts stand in quotation marks, lists in [ ], tables in { } on one line; every key has `=` and a value.",
            ),
        },
    }
}

fn is_about_a_number(message: &str) -> bool {
    let kinds = ["integer", "float", "mantissa", "fraction", "exponent"];
    message.starts_with("unexpected leading zero")
        || message.starts_with("`_` may only go between digits")
        || message.strip_prefix("invalid ").is_some_and(|rest| kinds.iter().any(|kind| rest.starts_with(kind)))
        || message.starts_with("redundant")
}

/// Whether some lines of TOML hold the start of a table.
fn has_header(lines: &str) -> bool {
    lines.lines().skip(1).any(|line| line.trim_start().starts_with('['))
}
