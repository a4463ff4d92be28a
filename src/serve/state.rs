//! What an open page is told: whether it is what would be served now, and what is wrong.

use serde::Serialize;

use super::lookup;
use super::problem::Problem;
use super::shown::{Latest, Setback, Shown};
use super::watermark::Watermark;
use crate::check::Finding;
use crate::diagnostic::Diagnostic;
use crate::text::HubPath;

/// How many problems are shown at once. Nobody reads more before mending the first.
const MOST: usize = 100;

/// The state of a page, as the script reads it.
#[derive(Serialize)]
struct State<'a> {
    /// The number of the build.
    build: u64,
    /// Whether everything is known of it: findings come after the pages.
    complete: bool,
    /// The watermark of the page.
    page: String,
    styles: String,
    /// Why there was no build at all: whose fault it is, and words about it.
    setback: Option<(&'static str, &'a str)>,
    /// Why the latest build has no site; none where it has.
    errors: Vec<Problem<'a>>,
    /// How many more there are.
    more_errors: usize,
    /// What `check` found on this page, and warnings about its files.
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
        complete: latest.is_none_or(|latest| latest.outcome.is_checked),
        page: watermark.page.to_string(),
        styles: watermark.styles.to_string(),
        setback: shown.setback.as_ref().map(named),
        errors,
        more_errors,
        findings,
        more_findings,
    };
    serde_json::to_string(&state).unwrap_or_else(|error| panic!("a state is valid JSON: {error}"))
}

fn named(setback: &Setback) -> (&'static str, &str) {
    match setback {
        Setback::Fault(words) => ("fault", words),
        Setback::Trouble(words) => ("trouble", words),
    }
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

/// The findings of a page, most severe first, and how much more: those of its notice, and warnings about its files. On the
/// home page what belongs to no notice.
fn findings<'a>(latest: &'a Latest, key: &str) -> (Vec<Problem<'a>>, usize) {
    let (outcome, sources) = (&latest.outcome, &latest.inputs.sources);
    if outcome.site.is_none() {
        return Default::default();
    }
    let here = outcome.subjects.iter().position(|subject| subject.page == key);
    let concerns = |finding: &&Finding| match finding.notices.as_slice() {
        [] => key == HOME,
        notices => here.is_some_and(|here| notices.contains(&here)),
    };
    let is_of_page = |diagnostic: &&Diagnostic| {
        let id = notice_of(&sources.get(diagnostic.place.file).path);
        let mut notices = outcome.subjects.iter().filter(|subject| Some(subject.id.as_str()) == id).peekable();
        if notices.peek().is_some() { notices.any(|notice| notice.page == key) } else { key == HOME }
    };
    let warnings = outcome.diagnostics.iter().filter(is_of_page);
    let mut all: Vec<(&Diagnostic, Option<&Finding>)> = warnings.map(|warning| (warning, None)).collect();
    let found = outcome.report.findings.iter().filter(concerns);
    all.extend(found.map(|finding| (&finding.diagnostic, Some(finding))));
    all.sort_by_key(|(diagnostic, _)| (diagnostic.severity, diagnostic.place));
    let shown = all.iter().take(MOST).map(|(diagnostic, finding)| match finding {
        Some(finding) => Problem::of_finding(finding, sources),
        None => Problem::of(diagnostic, sources),
    });
    (shown.collect(), all.len().saturating_sub(MOST))
}

/// The id of the notice that a file would belong to.
fn notice_of(path: &HubPath) -> Option<&str> {
    path.below("content/notices")?.split(['/', '.']).next()
}
