//! What an open page is told: whether it is what would be served now, and what is wrong.

use serde::Serialize;

use super::lookup;
use super::problem::Problem;
use super::shown::{Latest, Shown};
use super::watermark::Watermark;
use crate::check::Finding;
use crate::diagnostic::Diagnostic;

/// How many problems are shown at once. Nobody reads more before mending the first.
const MOST: usize = 100;

/// The state of a page, as the script reads it.
#[derive(Serialize)]
struct State<'a> {
    /// The number of the build.
    build: u64,
    /// The watermark of the page.
    page: String,
    styles: String,
    /// Our own fault: the words of a panic.
    fault: Option<&'a str>,
    /// Why the latest build has no site; none where it has.
    errors: Vec<Problem<'a>>,
    /// How many more there are.
    more_errors: usize,
    /// What `check` found on this page, and warnings about the hub.
    findings: Vec<Problem<'a>>,
    more_findings: usize,
}

/// The page that shows what concerns the hub as a whole: the home page in its first language.
const HOME: &str = "index.html";

/// The state of the page at a path, as JSON.
pub fn of(shown: &Shown, path: &str) -> String {
    let key = shown.complete.as_ref().map(|complete| lookup::page(complete, path));
    let html = shown.complete.as_deref().zip(key.as_deref());
    let html = html.and_then(|(complete, key)| Some((complete, complete.site().get(key)?)));
    let watermark = Watermark::of(html);
    let latest = shown.latest.as_ref();
    let (errors, more_errors) = latest.map(errors).unwrap_or_default();
    let (findings, more_findings) =
        latest.zip(key.as_deref()).map(|(latest, key)| findings(latest, key)).unwrap_or_default();
    let state = State {
        build: shown.build,
        page: watermark.page.to_string(),
        styles: watermark.styles.to_string(),
        fault: shown.fault.as_deref(),
        errors,
        more_errors,
        findings,
        more_findings,
    };
    serde_json::to_string(&state).unwrap_or_else(|error| panic!("a state is valid JSON: {error}"))
}

/// Everything that is wrong where there is no site, most severe first, and how much more.
fn errors(latest: &Latest) -> (Vec<Problem<'_>>, usize) {
    if latest.outcome.site.is_some() {
        return Default::default();
    }
    let mut all: Vec<&Diagnostic> = latest.outcome.diagnostics.iter().collect();
    all.sort_by_key(|diagnostic| (diagnostic.severity, diagnostic.place));
    let shown = all.iter().take(MOST).map(|diagnostic| Problem::of(diagnostic, &latest.inputs.sources));
    (shown.collect(), all.len().saturating_sub(MOST))
}

/// The findings of a page, most severe first, and how much more: those of its notice; on the home page those of the whole
/// hub; and everywhere the warnings about the form of files, which are few.
fn findings<'a>(latest: &'a Latest, key: &str) -> (Vec<Problem<'a>>, usize) {
    let (outcome, sources) = (&latest.outcome, &latest.inputs.sources);
    if outcome.site.is_none() {
        return Default::default();
    }
    let is_here = |notice: &usize| outcome.subjects.get(*notice).is_some_and(|subject| subject.page == key);
    let concerns = |finding: &&Finding| match finding.notices.as_slice() {
        [] => key == HOME,
        notices => notices.iter().any(is_here),
    };
    let mut all: Vec<(&Diagnostic, Option<&Finding>)> =
        outcome.diagnostics.iter().map(|diagnostic| (diagnostic, None)).collect();
    let found = outcome.report.findings.iter().filter(concerns);
    all.extend(found.map(|finding| (&finding.diagnostic, Some(finding))));
    all.sort_by_key(|(diagnostic, _)| (diagnostic.severity, diagnostic.place));
    let shown = all.iter().take(MOST).map(|(diagnostic, finding)| match finding {
        Some(finding) => Problem::of_finding(finding, sources),
        None => Problem::of(diagnostic, sources),
    });
    (shown.collect(), all.len().saturating_sub(MOST))
}
