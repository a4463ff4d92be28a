//! Floor 6. What was typed: commands and options, and their help texts.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Static site generator for council privacy portals.
#[derive(Debug, Parser)]
#[command(
    name = "noticeboard",
    version,
    about = "Publishes a council's privacy notices as a static website.",
    long_about = "Publishes a council's privacy notices as a static website.\n\n\
        Each service writes its own notice. Noticeboard joins it with one general notice (rights, complaints, cookies), \
        derives what the law lets it derive, checks every link and publishes plain files for any web host.",
    after_help = "Start with `noticeboard init my-hub`. Exit codes: 0 done, 1 the content has errors, 2 could not run.",
    disable_help_subcommand = true
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Build the hub and publish it into a folder, all or nothing
    #[command(long_about = BUILD)]
    Build(Build),
    /// Say what the law still asks of each notice, with the article and the line
    Check(Check),
    /// Say what a rule of `check` is about
    Explain(Explain),
    /// Start a new hub in a folder
    #[command(long_about = INIT)]
    Init(Init),
    /// Add a notice, a section of the general notice or a page
    #[command(long_about = NEW)]
    New(New),
}

// The short text of a command hides a long one on its arguments, so the long ones stand with the commands.

const BUILD: &str = "Build the hub and publish it into a folder, all or nothing.\n\n\
    If anything is wrong with the content, every mistake is listed and nothing is published: the folder stays as it was. \
    Files that have not changed are not touched. Files that are no longer part of the hub are removed.";

const INIT: &str = "Start a new hub in a folder.\n\n\
    Writes settings, a general notice and a first notice to go on from. Files that are there already stay as they are.";

const NEW: &str = "Add a notice, a section of the general notice or a page.\n\n\
    Writes one file with the keys that it needs, ready to be filled in.";

/// The hub that a command works on.
#[derive(Debug, Args)]
pub struct HubArgs {
    /// The hub's folder: the one that holds site.toml
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    pub root: PathBuf,
}

impl HubArgs {
    /// A path in the hub's folder, as people would write it: without a dot in front.
    pub fn path(&self, below: &str) -> PathBuf {
        if self.root.as_os_str() == "." { PathBuf::from(below) } else { self.root.join(below) }
    }
}

/// `noticeboard build`
#[derive(Debug, Args)]
pub struct Build {
    /// The hub
    #[command(flatten)]
    pub hub: HubArgs,
    /// The folder to publish into [default: public, in the hub's folder]
    #[arg(long, value_name = "FOLDER")]
    pub output: Option<PathBuf>,
    /// Build as on this day: decides which law and which time-limited sections hold [default: today, UTC]
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Refuse to publish while the law still asks for something
    #[arg(long)]
    pub strict: bool,
    /// Say nothing unless something is wrong
    #[arg(long, short)]
    pub quiet: bool,
}

/// `noticeboard check`
#[derive(Debug, Args)]
#[command(long_about = "Say what the law still asks of each notice, with the article and the line.\n\n\
    Errors break a duty that can be shown from what is written; warnings are likely defects; advice is advice. \
    Exit code 0: nothing at the level of errors; 1: findings; 2: could not run. Nothing is published.")]
pub struct Check {
    /// The hub
    #[command(flatten)]
    pub hub: HubArgs,
    /// Only what concerns this notice
    #[arg(long, value_name = "NOTICE")]
    pub only: Option<String>,
    /// How to print the results
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    /// Let warnings count like errors
    #[arg(long)]
    pub strict: bool,
    /// Judge by the law of this day [default: today, UTC]
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
}

/// How results are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For a person at a terminal
    Human,
    /// For dashboards and scripts
    Json,
    /// For annotations in GitHub Actions
    Github,
    /// For code scanning (SARIF 2.1.0)
    Sarif,
}

/// `noticeboard explain`
#[derive(Debug, Args)]
#[command(long_about = "Say what a rule of `check` is about: what it checks, why it matters, how to put it right.\n\n\
    Without a rule, all rules are listed.")]
pub struct Explain {
    /// The rule's name
    #[arg(value_name = "RULE")]
    pub rule: Option<String>,
    /// Every rule, as a page of the manual
    #[arg(long, conflicts_with = "rule")]
    pub all: bool,
}

/// `noticeboard init`
#[derive(Debug, Args)]
pub struct Init {
    /// The folder; it is made if it is not there
    #[arg(value_name = "FOLDER", default_value = ".")]
    pub folder: PathBuf,
    /// The council's name
    #[arg(long, value_name = "NAME", default_value = "Example Borough Council")]
    pub name: String,
}

/// `noticeboard new`
#[derive(Debug, Args)]
pub struct New {
    /// What to add
    #[arg(value_enum, value_name = "KIND")]
    pub kind: NewKind,
    /// Its id, which becomes part of its address: lower-case letters, digits and hyphens
    #[arg(value_name = "ID")]
    pub id: String,
    /// Its title [default: made from the id]
    #[arg(long)]
    pub title: Option<String>,
    /// The hub
    #[command(flatten)]
    pub hub: HubArgs,
}

/// What `noticeboard new` can add.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum NewKind {
    /// The privacy notice of a service
    Notice,
    /// A section of the general notice
    General,
    /// A free page
    Page,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Cli;

    #[test]
    fn the_help_of_every_command_says_more_than_its_line_in_the_list() {
        let mut cli = Cli::command();
        cli.clone().debug_assert();
        for command in cli.get_subcommands_mut() {
            let (short, long) = (command.render_help().to_string(), command.render_long_help().to_string());
            let paragraph = long.split("\n\n").nth(1).unwrap_or_default();
            assert!(paragraph.ends_with('.') && !short.contains(paragraph), "{}: {long}", command.get_name());
        }
    }
}
