//! A diagnostic as open pages show it: its place, its source line cut at the underlined words, its remedy.

use serde::Serialize;

use crate::check::{Finding, rules};
use crate::diagnostic::{Diagnostic, underlined};
use crate::text::{Place, Sources};

/// The most characters of a source line before the underlined words, in them, and after them.
const WIDTH: usize = 120;

/// One problem, ready to be shown. Every field is plain text.
#[derive(Debug, Serialize)]
pub struct Problem<'a> {
    severity: &'static str,
    code: &'static str,
    /// The law behind it; empty for a mistake of form.
    law: &'static str,
    message: &'a str,
    #[serde(flatten)]
    at: Spot<'a>,
    label: &'a str,
    help: &'a str,
    /// TOML to add; may be empty.
    paste: &'a str,
    related: Vec<Related<'a>>,
}

#[derive(Debug, Serialize)]
struct Related<'a> {
    message: &'a str,
    #[serde(flatten)]
    at: Spot<'a>,
}

/// A place with its source line in three pieces.
#[derive(Debug, Serialize)]
struct Spot<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    before: String,
    marked: String,
    after: String,
}

impl<'a> Problem<'a> {
    /// A mistake of form.
    pub fn of(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Self {
        let related = diagnostic.related.iter().map(|(place, message)| Related { message, at: spot(*place, sources) });
        let rule = rules::ALL.iter().find(|rule| rule.name == diagnostic.code);
        Problem {
            severity: diagnostic.severity.name(),
            code: diagnostic.code,
            law: rule.map_or("", |rule| rule.law),
            message: &diagnostic.message,
            at: spot(diagnostic.place, sources),
            label: &diagnostic.label,
            help: &diagnostic.help,
            paste: "",
            related: related.collect(),
        }
    }

    /// Something that the law asks for.
    pub fn of_finding(finding: &'a Finding, sources: &'a Sources) -> Self {
        Problem { paste: &finding.paste, ..Problem::of(&finding.diagnostic, sources) }
    }
}

fn spot(place: Place, sources: &Sources) -> Spot<'_> {
    let source = sources.get(place.file);
    let text = source.text.as_str();
    let marked = underlined(text, place);
    let line_start = text[..marked.start].rfind('\n').map_or(0, |newline| newline + 1);
    let line_end = text[marked.end..].find(['\n', '\r']).map_or(text.len(), |newline| marked.end + newline);
    let position = sources.line_column(place);
    let before = text[line_start..marked.start].trim_start_matches('\u{feff}');
    Spot {
        path: source.path.as_str(),
        line: position.line,
        column: position.column,
        before: last(before),
        marked: first(&text[marked.clone()]),
        after: first(&text[marked.end..line_end]),
    }
}

/// The first characters of a text, and whether there are more.
fn first(text: &str) -> String {
    match text.char_indices().nth(WIDTH) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The last characters of a text, and whether there are more.
fn last(text: &str) -> String {
    match text.char_indices().rev().nth(WIDTH) {
        Some((before, c)) => format!("…{}", &text[before + c.len_utf8()..]),
        None => text.to_owned(),
    }
}
