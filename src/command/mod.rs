//! Floor 7. The commands, a file for each.

mod build;
mod init;
mod new;

use crate::cli::{Cli, Command};
use crate::disk;

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
        Command::Init(arguments) => init::run(arguments),
        Command::New(arguments) => new::run(arguments),
    }
}
