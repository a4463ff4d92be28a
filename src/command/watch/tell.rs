//! What is said at the terminal of each turn: what is wrong, in full, and one line of what changed.
//!
//! Mistakes of form are listed as `build` lists them, as long as they are there. What the law asks for is listed when it
//! comes up, and counted afterwards. When nothing is wrong any more, that is said once.

use std::collections::HashSet;
use std::path::Path;
use std::time::Duration;

use super::follow::{Built, Came, Turn};
use crate::check::Finding;
use crate::diagnostic::Severity;
use crate::disk::{self, Published};
use crate::render::Changes;
use crate::report::human;
use crate::terminal;
use crate::text::{Digest, Sources, counted};
use crate::watch::How;

/// How many pages are named of those that have changed.
const MOST: usize = 20;

/// What has been said so far, as far as it matters for what is said next.
#[derive(Debug, Default)]
pub struct Tell {
    is_verbose: bool,
    how: Option<How>,
    /// The findings of the last build.
    findings: HashSet<Digest>,
    was_wrong: bool,
}

impl Tell {
    /// Nothing has been said yet.
    pub fn new(is_verbose: bool) -> Self {
        Tell { is_verbose, ..Tell::default() }
    }

    /// Says what came of a turn, and of publishing it if that was tried.
    ///
    /// `seen` is how long it took until its pages were there to look at.
    pub fn turn(&mut self, turn: &Turn, seen: Duration, published: Option<&Result<Published, disk::Error>>) {
        let mut is_wrong = true;
        match &turn.came {
            Came::Trouble(error) => terminal::failure(&error.to_string()),
            Came::Fault(words) => fault(words),
            Came::Built(built) => {
                is_wrong = built.outcome.site.is_none();
                self.built(turn, seen, built, published);
            }
        }
        if let Some(Err(error)) = published {
            terminal::failure(&error.to_string());
        }
        if self.was_wrong && !is_wrong {
            terminal::say("Everything is in order again.\n");
        }
        self.was_wrong = is_wrong;
        if self.how != Some(turn.how) {
            self.how = Some(turn.how);
            terminal::say(&format!("Watching: {}. Ctrl-C ends it.\n", turn.how));
        }
    }

    fn built(
        &mut self,
        turn: &Turn,
        seen: Duration,
        built: &Built,
        published: Option<&Result<Published, disk::Error>>,
    ) {
        let (outcome, sources) = (&built.outcome, &built.inputs.sources);
        if !outcome.diagnostics.is_empty() {
            terminal::diagnostics(&outcome.diagnostics, sources);
        }
        let findings = &outcome.report.findings;
        let known = std::mem::take(&mut self.findings);
        terminal::say(&human::outstanding(findings, sources, |finding| !known.contains(&digest(finding, sources))));
        self.findings = findings.iter().map(|finding| digest(finding, sources)).collect();

        let result = match (&outcome.site, &outcome.changes) {
            (None, _) => "not shown, until the errors are put right".to_owned(),
            (Some(_), Some(changes)) => difference(changes),
            (Some(_), None) => {
                format!("{} on {}", counted(outcome.subjects.len(), "notice"), counted(outcome.pages, "page"))
            }
        };
        let published = match published {
            Some(Ok(done)) if done.written + done.removed > 0 => {
                format!(", {} published", counted(done.written + done.removed, "file"))
            }
            _ => String::new(),
        };
        let millis = seen.as_secs_f64() * 1000.0;
        terminal::say(&format!("{}: {result}{published} ({millis:.0} ms).\n", changed(&turn.changed, turn.number)));
        if self.is_verbose {
            turn.changed.iter().skip(1).for_each(|path| terminal::say(&format!("  {path}\n")));
            terminal::say(&outcome.changes.as_ref().map(details).unwrap_or_default());
            terminal::say(&outcome.timings.table());
        }
    }
}

/// What is said at the start.
pub fn start(root: &Path, output: Option<&Path>) -> String {
    let published = output.map(|output| format!(" Every good build is published in {}.", output.display()));
    let hub = if root.as_os_str() == "." { "this folder".to_owned() } else { root.display().to_string() };
    format!("Following the hub in {hub}.{}\n", published.unwrap_or_default())
}

/// Says that the program has failed, in the words of its panic.
pub fn fault(words: &str) {
    terminal::failure(&format!(
        "Noticeboard itself has failed: {words}. That is our fault, not yours. The last complete site stays, and the \
         next change is tried again. Please report it with the words above."
    ));
}

/// What has changed, by name.
fn changed(paths: &[String], turn: u64) -> String {
    match paths {
        [] if turn == 1 => "Built".to_owned(),
        [] => "Built again".to_owned(),
        [path] => path.clone(),
        [path, more @ ..] => format!("{path} and {}", counted(more.len(), "other file")),
    }
}

/// How the pages of a site differ from those of the last one.
fn difference(changes: &Changes) -> String {
    match (changes.pages.len(), changes.removed) {
        (0, 0) => "no page has changed".to_owned(),
        (differ, 0) => format!("{} changed", counted(differ, "page")),
        (differ, gone) => format!("{} changed, {gone} removed", counted(differ, "page")),
    }
}

/// The pages that have changed, each with what has changed of all that it is made from.
fn details(changes: &Changes) -> String {
    let line = |(address, fields): &(String, Vec<&str>)| format!("  {address}: {}\n", fields.join(", "));
    let more = changes.pages.len().saturating_sub(MOST);
    let rest = (more > 0).then(|| format!("  and {}\n", counted(more, "other page")));
    changes.pages.iter().take(MOST).map(line).chain(rest).collect()
}

/// By which a finding is known again, wherever it stands in its file now.
fn digest(finding: &Finding, sources: &Sources) -> Digest {
    let diagnostic = &finding.diagnostic;
    let is_advice = diagnostic.severity == Severity::Advice;
    Digest::of(&(sources.get(diagnostic.place.file).path.as_str(), diagnostic.code, &diagnostic.message, is_advice))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_changed_is_named() {
        let names = |names: &[&str]| changed(&names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>(), 2);
        assert_eq!(names(&["a"]), "a");
        assert_eq!(names(&["a", "b"]), "a and 1 other file");
        assert_eq!(names(&["a", "b", "c"]), "a and 2 other files");
        assert_eq!((changed(&[], 1), names(&[])), ("Built".to_owned(), "Built again".to_owned()));
    }

    #[test]
    fn pages_that_differ_are_counted_and_named() {
        let changes = |pages: &[&str], removed| {
            let pages = pages.iter().map(|page| ((*page).to_owned(), vec!["text", "links"])).collect();
            Changes { pages, removed }
        };
        assert_eq!(difference(&changes(&[], 0)), "no page has changed");
        assert_eq!(difference(&changes(&["/a/", "/b/"], 0)), "2 pages changed");
        assert_eq!(difference(&changes(&["/a/"], 1)), "1 page changed, 1 removed");
        assert_eq!(details(&changes(&["/a/"], 0)), "  /a/: text, links\n");
        let many: Vec<&str> = vec!["/a/"; MOST + 2];
        assert!(details(&changes(&many, 0)).ends_with("  /a/: text, links\n  and 2 other pages\n"));
    }
}
