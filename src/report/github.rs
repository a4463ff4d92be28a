//! Results as workflow commands of GitHub Actions, which become annotations of a pull request.
//!
//! GitHub shows ten of each kind a step and drops the rest without a word. We give at most ten of
//! each, the most severe first, and say how many more there are.

use super::Results;
use crate::diagnostic::{Diagnostic, Severity};
use crate::terminal::counted;
use crate::text::{LineColumn, Sources};

/// How many annotations of each kind GitHub takes from a step.
const LIMIT: usize = 10;

/// The commands, one a line.
pub fn render(results: &Results<'_>) -> String {
    let all = results.by_severity();
    let mut text = String::new();
    for (severity, command) in
        [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Advice, "notice")]
    {
        let of_kind: Vec<&&Diagnostic> = all.iter().filter(|diagnostic| diagnostic.severity == severity).collect();
        // Where not all fit, the last place goes to the line that says so.
        let shown = if of_kind.len() > LIMIT { LIMIT - 1 } else { of_kind.len() };
        of_kind[..shown].iter().for_each(|diagnostic| text.push_str(&line(command, diagnostic, results.sources)));
        if of_kind.len() > shown {
            let more = counted(of_kind.len() - shown, "more finding");
            text.push_str(&format!(
                "::{command} title=noticeboard::{more} of this kind: run noticeboard check to see all\n"
            ));
        }
    }
    text
}

fn line(command: &str, diagnostic: &Diagnostic, sources: &Sources) -> String {
    let source = sources.get(diagnostic.place.file);
    let start = LineColumn::of(&source.text, diagnostic.place.span.start as usize);
    let end = LineColumn::of(&source.text, diagnostic.place.span.end as usize);
    let end_column = if end.line == start.line { format!(",endColumn={}", end.column) } else { String::new() };
    let words = if diagnostic.help.is_empty() {
        diagnostic.message.clone()
    } else {
        format!("{}. {}", diagnostic.message, diagnostic.help)
    };
    format!(
        "::{command} file={},line={},col={}{end_column},title={}::{}\n",
        property(source.path.as_str()),
        start.line,
        start.column,
        property(diagnostic.code),
        message(&words)
    )
}

/// A message as a command may hold it.
fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a command: commas and colons end it.
fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}
