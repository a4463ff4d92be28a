//! Diagnostics for people at a terminal: the sentence, the place with its source line, the remedy.
//!
//! Takes the diagnostics and the sources; gives text with colour codes, which the terminal strips
//! where it has no colour. Lines stay within [`WIDTH`] columns, except for long names and paths.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use memchr::{memchr, memchr_iter, memrchr};

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
    let range = underlined(&source.text, place);
    let (line, start, number) = line_at(&source.text, range.start);
    let annotation = kind.span(range.start.saturating_sub(start)..range.end.saturating_sub(start));
    let annotation = if words.is_empty() { annotation } else { annotation.label(words) };
    Snippet::source(line).path(source.path.as_str()).line_start(number).annotation(annotation)
}

/// The line in which an offset stands, where it starts, and its number. Only this line is given to the renderer, which looks
/// through all that it gets. A byte order mark is no character of the first line: it would move the columns by one.
fn line_at(text: &str, offset: usize) -> (&str, usize, usize) {
    let before = &text.as_bytes()[..offset];
    let start = memrchr(b'\n', before).map_or(0, |newline| newline + 1);
    let end = memchr(b'\n', &text.as_bytes()[offset..]).map_or(text.len(), |length| offset + length);
    let line = text[start..end].trim_start_matches('\u{feff}');
    (line.trim_end_matches('\r'), end - line.len(), memchr_iter(b'\n', &before[..start]).count() + 1)
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
