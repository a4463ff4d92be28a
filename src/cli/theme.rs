//! What can be typed after `noticeboard theme`.

use clap::{Args, Subcommand};

use super::HubArgs;

/// `noticeboard theme`
#[derive(Debug, Args)]
pub struct Theme {
    /// What to do with the theme
    #[command(subcommand)]
    pub command: ThemeCommand,
}

/// The commands of `noticeboard theme`.
#[derive(Debug, Subcommand)]
pub enum ThemeCommand {
    /// List the files of the hub's theme, and say which are its own
    List(ThemeList),
    /// Copy a file of the theme into the hub's folder, to change it there
    Eject(Eject),
    /// Say what templates see, with every field
    Explain(ExplainTemplate),
    /// List every string that pages print, each of which site.toml can change
    Strings,
}

/// `noticeboard theme list`
#[derive(Debug, Args)]
pub struct ThemeList {
    /// The hub
    #[command(flatten)]
    pub hub: HubArgs,
}

/// `noticeboard theme eject`
#[derive(Debug, Args)]
pub struct Eject {
    /// The file, as `noticeboard theme list` names it, such as notice.html
    #[arg(value_name = "FILE")]
    pub file: String,
    /// Put it in place of the hub's own file, whose changes are lost
    #[arg(long)]
    pub force: bool,
    /// The hub
    #[command(flatten)]
    pub hub: HubArgs,
}

/// `noticeboard theme explain`
#[derive(Debug, Args)]
pub struct ExplainTemplate {
    /// The template, such as notice.html
    #[arg(value_name = "FILE")]
    pub file: Option<String>,
    /// Every template and every field, as a page of the manual
    #[arg(long, conflicts_with = "file")]
    pub all: bool,
}
