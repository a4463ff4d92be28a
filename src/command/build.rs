//! `noticeboard build`: read, build, publish.

use std::path::Path;

use super::{Ending, Failure, today};
use crate::build::{self, Inputs, Memo, Outcome, Timings};
use crate::cli::Build;
use crate::diagnostic::Severity;
use crate::disk::{self, Published};
use crate::interpret::{as_folder, is_url};
use crate::report::human;
use crate::terminal::{self, Progress};
use crate::text::{Sources, counted};

/// Builds and publishes a hub.
pub fn run(arguments: &Build) -> Result<Ending, Failure> {
    let mut progress = Progress::new(arguments.quiet);
    let root = &arguments.hub.root;
    let output = arguments.output.clone().unwrap_or_else(|| arguments.hub.path("public"));
    let today = today(arguments.as_of.as_deref())?;
    let base_url = arguments.base_url.as_deref().map(base_url).transpose()?;
    disk::check_output(root, &output)?;
    disk::recover(&output)?;

    progress.step("Reading");
    let mut timings = Timings::start();
    let inputs = Inputs { base_url, ..disk::read(root, today)? };
    timings.end("read");
    progress.step("Building");
    let mut memo = Memo::default();
    let mut draft = build::draft(&inputs, &mut memo);
    draft.check(&mut memo);
    progress.end();
    // Where nothing stands in its way, every page is made while it is published.
    if draft.has_errors() {
        draft.prove(&mut memo);
    }
    let outcome = draft.outcome();
    timings.within(&outcome.timings);
    terminal::diagnostics(&outcome.diagnostics, &inputs.sources);
    // Findings of law do not stop a build unless it is strict: an incomplete notice is better online than absent.
    let is_told = arguments.strict || !arguments.quiet;
    let is_refused = is_told && show_findings(&outcome, &inputs.sources) > 0 && arguments.strict;
    let Some(site) = outcome.site.filter(|_| !is_refused) else {
        return Ok(nothing_published(&output));
    };
    progress.step("Publishing");
    let published = disk::publish(&site, &output);
    timings.end("publish");
    progress.end();
    if let Err(disk::Error::Unmade { .. }) = published {
        terminal::diagnostics(&build::faults(&site), &inputs.sources);
        return Ok(nothing_published(&output));
    }
    if arguments.timings {
        terminal::say(&timings.table());
    }
    if !arguments.quiet {
        summary(outcome.subjects.len(), outcome.pages, &published?, &output, &progress);
    } else {
        published?;
    }
    Ok(Ending::Done)
}

fn nothing_published(output: &Path) -> Ending {
    terminal::say(&format!("Nothing was published: {} is as it was.\n", output.display()));
    Ending::ContentErrors
}

/// The address that was typed, ending in a slash.
fn base_url(typed: &str) -> Result<String, Failure> {
    if is_url(typed) && !typed.contains(['?', '#']) {
        return Ok(as_folder(typed));
    }
    Err(Failure(format!("`{typed}` is no address of a website. Write it as https://privacy.example.gov.uk/.")))
}

/// Prints what the law asks for. Gives how many findings there are at the level of errors and warnings.
fn show_findings(outcome: &Outcome, sources: &Sources) -> usize {
    let findings = &outcome.report.findings;
    terminal::say(&human::outstanding(findings, sources, |_| true));
    findings.iter().filter(|finding| finding.diagnostic.severity != Severity::Advice).count()
}

fn summary(notices: usize, pages: usize, published: &Published, output: &Path, progress: &Progress) {
    let Published { written, removed, .. } = *published;
    let changes = match (written, removed) {
        (0, 0) => "nothing has changed".to_owned(),
        (_, 0) => format!("{} changed", counted(written, "file")),
        _ => format!("{} changed, {removed} removed", counted(written, "file")),
    };
    let time = progress.elapsed().as_secs_f64();
    terminal::say(&format!(
        "Published {} on {} in {}: {changes} ({time:.2} s).\n",
        counted(notices, "notice"),
        counted(pages, "page"),
        output.display()
    ));
}
