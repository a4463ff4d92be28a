//! What is said at the terminal of each turn: what is wrong, in full, and one line of what changed.
//!
//! Mistakes of form are listed as `build` lists them, as long as they are there. What the law asks for is listed when it
//! comes up, and counted afterwards. When nothing is wrong any more, that is said once.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use super::follow::{Built, Came, Turn};
use crate::build::Outcome;
use crate::check::Finding;
use crate::diagnostic::Severity;
use crate::disk::{self, Published};
use crate::render::Site;
use crate::report::human;
use crate::terminal;
use crate::text::{Digest, Sources, counted};
use crate::watch::How;

/// What has been said so far, as far as it matters for what is said next.
#[derive(Debug, Default)]
pub struct Tell {
    is_verbose: bool,
    how: Option<How>,
    /// The last complete build.
    last: Option<Arc<Outcome>>,
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
    pub fn turn(&mut self, turn: &Turn, published: Option<&Result<Published, disk::Error>>) {
        let mut is_wrong = true;
        match &turn.came {
            Came::Trouble(error) => terminal::failure(&error.to_string()),
            Came::Fault(words) => fault(words),
            Came::Built(built) => {
                is_wrong = built.outcome.site.is_none();
                self.built(turn, built, published);
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

    fn built(&mut self, turn: &Turn, built: &Built, published: Option<&Result<Published, disk::Error>>) {
        let (outcome, sources) = (&built.outcome, &built.inputs.sources);
        if !outcome.diagnostics.is_empty() {
            terminal::diagnostics(&outcome.diagnostics, sources);
        }
        let findings = &outcome.report.findings;
        let known = std::mem::take(&mut self.findings);
        terminal::say(&human::outstanding(findings, sources, |finding| !known.contains(&digest(finding, sources))));
        self.findings = findings.iter().map(|finding| digest(finding, sources)).collect();

        let result = match &outcome.site {
            None => "not shown, until the errors are put right".to_owned(),
            Some(site) => match self.last.as_ref().and_then(|last| last.site.as_ref()) {
                Some(last) => difference(site, last),
                None => format!("{} on {}", counted(outcome.subjects.len(), "notice"), counted(outcome.pages, "page")),
            },
        };
        let published = match published {
            Some(Ok(done)) if done.written + done.removed > 0 => {
                format!(", {} published", counted(done.written + done.removed, "file"))
            }
            _ => String::new(),
        };
        let millis = turn.time.elapsed().as_secs_f64() * 1000.0;
        terminal::say(&format!("{}: {result}{published} ({millis:.0} ms).\n", changed(&turn.changed, turn.number)));
        if self.is_verbose {
            turn.changed.iter().skip(1).for_each(|path| terminal::say(&format!("  {path}\n")));
            terminal::say(&outcome.timings.table());
        }
        if outcome.site.is_some() {
            self.last = Some(Arc::clone(outcome));
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
fn difference(site: &Site, last: &Site) -> String {
    let is_page = |path: &str| path.ends_with(".html");
    // Most pages are the very same, and need not be compared.
    let is_same = |path: &str| match (site.get(path), last.get(path)) {
        (Some(bytes), Some(last)) => std::ptr::eq(last, bytes) || last == bytes,
        _ => false,
    };
    let differ = site.paths().filter(|path| is_page(path) && !is_same(path)).count();
    let gone = last.paths().filter(|path| is_page(path) && !site.has(path)).count();
    match (differ, gone) {
        (0, 0) => "no page has changed".to_owned(),
        (differ, 0) => format!("{} changed", counted(differ, "page")),
        (differ, gone) => format!("{} changed, {gone} removed", counted(differ, "page")),
    }
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
    fn pages_that_differ_are_counted() {
        let site = |files: &[(&str, &str)]| {
            let mut site = Site::default();
            files.iter().for_each(|(path, text)| site.add((*path).to_owned(), text.as_bytes()));
            site
        };
        let before = site(&[("a.html", "a"), ("b.html", "b"), ("c.css", "c")]);
        let check = |files: &[(&str, &str)], expected: &str| {
            assert_eq!(difference(&site(files), &before), expected);
        };
        check(&[("a.html", "a"), ("b.html", "b"), ("c.css", "C")], "no page has changed");
        check(&[("a.html", "A"), ("b.html", "b"), ("d.html", "d")], "2 pages changed");
        check(&[("a.html", "A")], "1 page changed, 1 removed");
    }
}
