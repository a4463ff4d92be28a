//! Floor 7. The commands, a file for each.

mod build;
mod check;
mod completions;
mod explain;
mod export;
mod init;
mod new;
mod schema;
mod theme;
mod watch;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::cli::{Cli, Command};
use crate::disk;
use crate::domain::Day;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Done. Exit code 0.
    Done,
    /// The content has errors. Exit code 1.
    ContentErrors,
}

/// Why a command could not run: one or several sentences. Exit code 2.
#[derive(Debug)]
pub struct Failure(pub String);

impl From<disk::Error> for Failure {
    fn from(error: disk::Error) -> Self {
        Failure(error.to_string())
    }
}

/// Runs what was typed.
///
/// # Errors
///
/// If the command could not run; errors of the content are no failure but an [`Ending`].
pub fn run(cli: &Cli) -> Result<Ending, Failure> {
    match &cli.command {
        Command::Build(arguments) => build::run(arguments),
        Command::Check(arguments) => check::run(arguments),
        Command::Completions(arguments) => completions::run(arguments),
        Command::Man(arguments) => completions::man(arguments),
        Command::Explain(arguments) => explain::run(arguments),
        Command::Export(arguments) => export::run(arguments),
        Command::Init(arguments) => init::run(arguments),
        Command::New(arguments) => new::run(arguments),
        Command::Schema(arguments) => schema::run(arguments),
        Command::Theme(arguments) => theme::run(arguments),
        Command::Watch(arguments) => watch::run(arguments),
    }
}

/// The day of the build: what was typed, or else today. This is the only place that looks at the clock.
fn today(as_of: Option<&str>) -> Result<Date, Failure> {
    let Some(text) = as_of else { return Ok(Timestamp::now().to_zoned(TimeZone::UTC).date()) };
    match Day::parse(text) {
        Some(day) if !day.month_only => Ok(day.date),
        _ => Err(Failure(format!("`{text}` is no date. Write it as 2026-10-01."))),
    }
}
