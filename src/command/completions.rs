//! `noticeboard completions` and `noticeboard man`: what shells and `man` know of the program.
//!
//! Both are made from the declarations of the command line, so they know every command and option.

use super::{Ending, Failure};
use crate::cli::{Completions, Man, NAME, declaration};
use crate::terminal;

/// Prints the script that lets a shell complete commands and options.
pub fn run(arguments: &Completions) -> Result<Ending, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut declaration(), NAME, &mut script);
    terminal::print_bytes(&script);
    Ok(Ending::Done)
}

/// Prints the manual page of the program, or of one of its commands.
pub fn man(arguments: &Man) -> Result<Ending, Failure> {
    let mut whole = declaration();
    whole.build();
    let command = match &arguments.command {
        None => whole,
        Some(name) => match whole.find_subcommand(name) {
            Some(command) => command.clone(),
            None => return Err(Failure(format!("There is no command `{name}`. `noticeboard --help` lists them all."))),
        },
    };
    let mut page = Vec::new();
    let written = clap_mangen::Man::new(command).render(&mut page);
    written.unwrap_or_else(|error| panic!("memory takes every page: {error}"));
    terminal::print_bytes(&page);
    Ok(Ending::Done)
}
