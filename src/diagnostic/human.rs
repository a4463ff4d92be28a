//! Diagnostics for people at a terminal: the sentence, the place with its source line, the remedy.
//!
//! Takes the diagnostics and the sources; gives text with colour codes, which the terminal strips
//! where it has no colour. Lines stay within [`WIDTH`] columns, except for long names and paths.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Diagnostic, Severity, underlined};
use crate::text::{Place, Sources};

/// The width in columns to which sentences are wrapped.
const WIDTH: usize = 80;

/// One diagnostic as several lines, ending in a newline.
pub fn render(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::HELP.with_name("advice"),
    };
    let title = wrapped(&format!("{} [{}]", diagnostic.message, diagnostic.code), 9);
    let help = wrapped(&diagnostic.help, 11);
    let source = sources.get(diagnostic.place.file);
    let group = level.primary_title(title.as_str());
    let mut report: Vec<Group<'_>> = Vec::new();
    let mut group = if source.text.is_empty() {
        group.element(annotate_snippets::Origin::path(source.path.as_str()).line(1).char_column(1))
    } else {
        group.element(snippet(diagnostic.place, &diagnostic.label, AnnotationKind::Primary, sources))
    };
    for (place, words) in &diagnostic.related {
        let source = sources.get(place.file);
        group = if source.text.is_empty() {
            group.element(annotate_snippets::Origin::path(source.path.as_str()).line(1).char_column(1))
        } else {
            group.element(snippet(*place, words, AnnotationKind::Context, sources))
        };
    }
    if !help.is_empty() {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    report.push(group);
    let mut text = Renderer::styled().term_width(WIDTH).render(&report);
    text.push_str("\n\n");
    text
}

/// The source line of a place, with the place underlined.
fn snippet<'a>(
    place: Place,
    words: &'a str,
    kind: AnnotationKind,
    sources: &'a Sources,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let source = sources.get(place.file);
    // A byte order mark is no character of the first line: it would move the columns by one.
    let text = source.text.trim_start_matches('\u{feff}');
    let mark = source.text.len() - text.len();
    let range = underlined(&source.text, place);
    let range = range.start.saturating_sub(mark)..range.end.saturating_sub(mark);
    let line = line_around(text, &range);
    let annotation = kind.span(range.start - line.start..range.end - line.start);
    let annotation = if words.is_empty() { annotation } else { annotation.label(words) };
    let number = 1 + text[..line.start].bytes().filter(|byte| *byte == b'\n').count();
    Snippet::source(&text[line]).line_start(number).path(source.path.as_str()).annotation(annotation)
}

/// The line in which some bytes stand, with its end: the renderer would look through all lines of a text. Behind the last
/// line that is the text as a whole.
fn line_around(text: &str, range: &Range<usize>) -> Range<usize> {
    let start = text[..range.start].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[range.end..].find('\n').map_or(text.len(), |newline| range.end + newline + 1);
    if start == end { 0..text.len() } else { start..end }
}

/// Words broken into lines of at most [`WIDTH`] columns, less an indent that comes before them.
pub fn wrapped(words: &str, indent: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in words.split('\n') {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > WIDTH - indent {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines.join("\n")
}
