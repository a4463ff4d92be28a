//! `noticeboard build`: read, build, publish.

use std::path::Path;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Ending, Failure};
use crate::cli::Build;
use crate::disk::{self, Published};
use crate::domain::Day;
use crate::terminal::{self, Progress, counted};

/// Builds and publishes a hub.
pub fn run(arguments: &Build) -> Result<Ending, Failure> {
    let mut progress = Progress::new(arguments.quiet);
    let root = &arguments.hub.root;
    let output = arguments.output.clone().unwrap_or_else(|| arguments.hub.path("public"));
    let today = day(arguments.as_of.as_deref())?;
    disk::check_output(root, &output)?;
    disk::recover(&output)?;

    progress.step("Reading");
    let inputs = disk::read(root, today)?;
    progress.step("Building");
    let outcome = crate::build::build(&inputs);
    progress.end();
    if !outcome.diagnostics.is_empty() {
        terminal::diagnostics(&outcome.diagnostics, &inputs.sources);
    }
    let Some(site) = outcome.site else {
        terminal::say(&format!("Nothing was published: {} is as it was.\n", output.display()));
        return Ok(Ending::ContentErrors);
    };
    progress.step("Publishing");
    let published = disk::publish(&site, &output);
    progress.end();
    if !arguments.quiet {
        summary(outcome.notices, outcome.pages, &published?, &output, &progress);
    } else {
        published?;
    }
    Ok(Ending::Done)
}

/// The day of the build: what was typed, or else today. This is the only place that looks at the clock.
fn day(as_of: Option<&str>) -> Result<Date, Failure> {
    let Some(text) = as_of else { return Ok(Timestamp::now().to_zoned(TimeZone::UTC).date()) };
    match Day::parse(text) {
        Some(day) if !day.month_only => Ok(day.date),
        _ => Err(Failure(format!("`{text}` is no date. Write it as 2026-10-01."))),
    }
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
