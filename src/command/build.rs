//! `noticeboard build`: read, build, publish.

mod timings;

use std::mem::ManuallyDrop;
use std::path::Path;

use super::{Ending, Failure, today};
use crate::build::{self, Inputs, Memo, Outcome, Timings};
use crate::cli::{Build, TimingsFormat};
use crate::diagnostic::Severity;
use crate::disk::{self, Published, Reading};
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
    // A memory begins with the tables of law and strings, which are read beside the hub.
    let (reading, memo) = rayon::join(|| Reading::start(root, today), Memo::once);
    let reading = reading?;
    timings.end("read");
    progress.step("Building");
    // The process ends with the build: the system takes all memory back at once, quicker than we could piece by piece.
    let mut memo = ManuallyDrop::new(memo);
    let (mut draft, inputs) = reading.make(|inputs| {
        let inputs = Inputs { base_url: base_url.clone(), ..inputs };
        (build::checked(&inputs, &mut memo), inputs)
    })?;
    progress.end();
    // Where nothing stands in its way, every page is made while it is published.
    if draft.has_errors() {
        draft.prove(&mut memo);
    }
    let mut outcome = ManuallyDrop::new(draft.outcome());
    timings.within(&outcome.timings);
    // Findings of law do not stop a build unless it is strict: an incomplete notice is better online than absent.
    let site = outcome.site.take().filter(|_| !(arguments.strict && asks_for_something(&outcome)));
    let site = ManuallyDrop::new(site);
    progress.step("Publishing");
    let published = site.as_ref().map(|site| disk::publish(site, &output));
    timings.end("publish");
    progress.end();
    if let (Some(site), Some(Err(disk::Error::Unmade { .. }))) = (&*site, &published) {
        outcome.diagnostics.extend(build::faults(site));
        outcome.diagnostics.sort_by_key(|diagnostic| diagnostic.place);
    }
    tell(&outcome, &inputs.sources, arguments.strict || !arguments.quiet);
    let published = match published {
        None | Some(Err(disk::Error::Unmade { .. })) => {
            terminal::say(&format!("Nothing was published: {} is as it was.\n", output.display()));
            return Ok(Ending::ContentErrors);
        }
        Some(published) => published?,
    };
    match arguments.timings {
        Some(TimingsFormat::Table) => terminal::say(&timings.table()),
        Some(TimingsFormat::Json) => terminal::print(&timings::json(&timings, &outcome, &published)),
        None => {}
    }
    if !arguments.quiet {
        summary(outcome.subjects.len(), outcome.pages, &published, &output, &progress);
    }
    Ok(Ending::Done)
}

/// What is wrong with the content, and what the law asks for if that is to be told as well.
fn tell(outcome: &Outcome, sources: &Sources, with_findings: bool) {
    terminal::diagnostics(&outcome.diagnostics, sources);
    if with_findings {
        terminal::say(&human::outstanding(&outcome.report.findings, sources, |_| true));
    }
}

/// The address that was typed, ending in a slash.
fn base_url(typed: &str) -> Result<String, Failure> {
    if is_url(typed) && !typed.contains(['?', '#']) {
        return Ok(as_folder(typed));
    }
    Err(Failure(format!("`{typed}` is no address of a website. Write it as https://privacy.example.gov.uk/.")))
}

/// Whether the law or good practice asks for something at the level of errors and warnings, or anything else is warned of.
fn asks_for_something(outcome: &Outcome) -> bool {
    let findings = outcome.report.findings.iter().map(|finding| &finding.diagnostic);
    findings.chain(&outcome.diagnostics).any(|diagnostic| diagnostic.severity != Severity::Advice)
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
