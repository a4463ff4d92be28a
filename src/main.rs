//! The program: what was typed, run, and the exit code.

use std::process::ExitCode;

use clap::Parser;
use noticeboard::cli::Cli;
use noticeboard::command::{self, Ending, Failure};
use noticeboard::terminal;

/// A build makes and drops millions of small strings on all cores, which this allocator does a third faster than the
/// system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match command::run(&Cli::parse()) {
        Ok(Ending::Done) => ExitCode::SUCCESS,
        Ok(Ending::ContentErrors) => ExitCode::from(1),
        Err(Failure(why)) => {
            terminal::failure(&why);
            ExitCode::from(2)
        }
    }
}
