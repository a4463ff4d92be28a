//! Floor 6. What was typed: commands and options, and their help texts.

mod texts;
mod theme;

use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use texts::{
    ABOUT, BUILD, BUILD_EXAMPLES, CHECK, CHECK_EXAMPLES, EXPLAIN, EXPORT, EXPORT_EXAMPLES, INIT, INIT_EXAMPLES, NEW,
    NEW_EXAMPLES, SCHEMA, START, THEME, THEME_EXAMPLES, WATCH, WATCH_EXAMPLES,
};

pub use theme::{Eject, ExplainTemplate, Theme, ThemeCommand, ThemeList};

/// The name of the program.
pub const NAME: &str = "noticeboard";

/// How wide help texts are at the most.
const WIDTH: usize = 80;

/// Static site generator for council privacy portals.
#[derive(Debug, Parser)]
#[command(
    name = NAME,
    version,
    about = "Publishes a council's privacy notices as a static website.",
    long_about = ABOUT,
    after_help = START,
    disable_help_subcommand = true,
    max_term_width = WIDTH
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
    #[command(long_about = BUILD, after_long_help = BUILD_EXAMPLES)]
    Build(Build),
    /// Show a preview of the hub that follows every save
    #[command(long_about = WATCH, after_long_help = WATCH_EXAMPLES)]
    Watch(Watch),
    /// Say what the law still asks of each notice, with the article and the line
    #[command(long_about = CHECK, after_long_help = CHECK_EXAMPLES)]
    Check(Check),
    /// Say what a rule of `check` is about
    #[command(long_about = EXPLAIN)]
    Explain(Explain),
    /// Write the Article 30 record or another list, for officers and auditors
    #[command(long_about = EXPORT, after_long_help = EXPORT_EXAMPLES)]
    Export(Export),
    /// Start a new hub in a folder
    #[command(long_about = INIT, after_long_help = INIT_EXAMPLES)]
    Init(Init),
    /// Add a notice, a section of the general notice or a page
    #[command(long_about = NEW, after_long_help = NEW_EXAMPLES)]
    New(New),
    /// Print what a file may hold, as JSON Schema
    #[command(long_about = SCHEMA)]
    Schema(Schema),
    /// Make the look of the hub your own, a file at a time
    #[command(long_about = THEME, after_long_help = THEME_EXAMPLES)]
    Theme(Theme),
    /// Print the completions of commands and options for a shell
    Completions(Completions),
    /// Print a manual page, for `man`
    Man(Man),
}

/// The hub that a command works on.
#[derive(Debug, Args)]
pub struct HubArgs {
    /// The hub's folder: the one that holds site.toml
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    pub root: PathBuf,
}

impl HubArgs {
    /// A path in the hub's folder, as short as people write it.
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
    /// Build as on this day, such as 2026-10-01 [default: today, UTC]
    ///
    /// The day decides which law holds, and which sections that are limited in time.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Publish at this address, in place of the one in site.toml
    ///
    /// The same hub can so be put under another path or host, for a trial or for each branch of its repository.
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Refuse to publish while the law still asks for something, or there is a warning
    #[arg(long)]
    pub strict: bool,
    /// Say nothing unless something stops the build
    #[arg(long, short)]
    pub quiet: bool,
    /// Say how long each stage of the build took
    ///
    /// The table is talk, on standard error. JSON is a result, on standard output; docs/performance.md describes it.
    #[arg(long, value_enum, value_name = "FORMAT", num_args = 0..=1, require_equals = true, default_missing_value = "table")]
    pub timings: Option<TimingsFormat>,
}

/// How the times of a build are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TimingsFormat {
    /// For a person at a terminal
    Table,
    /// For benchmarks and dashboards
    Json,
}

/// `noticeboard watch`
#[derive(Debug, Args)]
pub struct Watch {
    /// The hub
    #[command(flatten)]
    pub hub: HubArgs,
    /// The port of the preview [default: 8000, or the next free one]
    #[arg(long, value_name = "PORT", conflicts_with = "no_serve")]
    pub port: Option<u16>,
    /// The name or address at which the preview is reached
    ///
    /// The default is reached from this machine alone. Whoever can reach another address sees the preview.
    #[arg(long, value_name = "HOST", default_value = "localhost", conflicts_with = "no_serve")]
    pub host: String,
    /// Open the preview in the browser
    #[arg(long, conflicts_with = "no_serve")]
    pub open: bool,
    /// Serve no preview
    #[arg(long)]
    pub no_serve: bool,
    /// Publish every good build into this folder
    #[arg(long, value_name = "FOLDER")]
    pub output: Option<PathBuf>,
    /// Look for changes from time to time, instead of waiting for the system to tell of them
    #[arg(long)]
    pub poll: bool,
    /// Build as on this day, such as 2026-10-01 [default: today, UTC]
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Say more of each build: every file that changed, and how long each stage took
    #[arg(long, short)]
    pub verbose: bool,
}

/// `noticeboard check`
#[derive(Debug, Args)]
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
pub struct Explain {
    /// The rule's name
    #[arg(value_name = "RULE")]
    pub rule: Option<String>,
    /// Every rule, as a page of the manual
    #[arg(long, conflicts_with = "rule")]
    pub all: bool,
    /// The law behind the rules, as a page of the manual
    #[arg(long, conflicts_with_all = ["rule", "all"])]
    pub law: bool,
}

/// `noticeboard export`
#[derive(Debug, Args)]
pub struct Export {
    /// What to write
    #[arg(value_enum, value_name = "LIST")]
    pub list: ExportList,
    /// How to write it
    #[arg(long, value_enum, default_value_t = ExportFormat::Csv)]
    pub format: ExportFormat,
    /// The file to write, in place of what it holds [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Only this notice
    #[arg(long, value_name = "NOTICE")]
    pub only: Option<String>,
    /// Only the notices of this controller
    #[arg(long, value_name = "CONTROLLER")]
    pub controller: Option<String>,
    /// In this language, such as cy [default: the first of the hub]
    ///
    /// A notice that does not exist in it is written in the hub's first language.
    #[arg(long, value_name = "LANGUAGE")]
    pub language: Option<String>,
    /// As the law stands on this day [default: today, UTC]
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// The hub
    #[command(flatten)]
    pub hub: HubArgs,
}

/// What `noticeboard export` can write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportList {
    /// The Article 30 record: a row for each notice and purpose
    Register,
    /// How long each kind of record is kept
    Retention,
    /// Who gets data
    Recipients,
    /// Where data goes outside the UK
    Transfers,
    /// When each notice is to be looked at again
    Reviews,
    /// What to include in the settings of nginx: headers, old addresses, caching
    Nginx,
    /// The same for Caddy
    Caddy,
}

/// How `noticeboard export` writes a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// For spreadsheets of every kind
    Csv,
    /// For Excel and LibreOffice
    Xlsx,
    /// For programs (docs/exports.md)
    Json,
    /// For calendars (iCalendar): reviews only
    Ics,
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
    /// Add the file by which a service publishes the hub for each change; in a hub that is there already, nothing else
    #[arg(long, value_enum, value_name = "SERVICE")]
    pub workflow: Option<Workflow>,
}

/// Who publishes a hub for each change of its repository.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Workflow {
    /// GitHub Actions, on GitHub Pages
    Github,
    /// GitLab CI, on GitLab Pages
    Gitlab,
    /// Azure Pipelines, on Azure Static Web Apps
    Azure,
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

/// `noticeboard schema`
#[derive(Debug, Args)]
pub struct Schema {
    /// The file: site, notice, fragment, general, page, organisations or cookies
    #[arg(value_name = "FILE")]
    pub file: Option<String>,
    /// Every key of every file, as a page of the manual
    #[arg(long, conflicts_with = "file")]
    pub all: bool,
}

/// `noticeboard completions`
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    pub shell: Shell,
}

/// `noticeboard man`
#[derive(Debug, Args)]
pub struct Man {
    /// A command [default: the program as a whole]
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
}

/// The whole command line as it is declared.
pub fn declaration() -> clap::Command {
    Cli::command()
}
