//! `noticeboard theme`: makes the look of a hub its own, a file at a time.

use std::collections::BTreeSet;
use std::fmt::Write;

use jiff::civil::Date;

use super::{Ending, Failure};
use crate::build::Inputs;
use crate::cli::{Eject, ExplainTemplate, HubArgs, Theme, ThemeCommand};
use crate::diagnostic::nearest;
use crate::disk;
use crate::language::Wordings;
use crate::parse::{ValueKind, parse};
use crate::render::theme::{CIVIC, DEFAULT};
use crate::schema::{strings, templates};
use crate::terminal;

/// Lists the files of the theme, copies one, or says what templates see.
pub fn run(arguments: &Theme) -> Result<Ending, Failure> {
    match &arguments.command {
        ThemeCommand::List(list) => {
            let inputs = disk::read(&list.hub.root, Date::ZERO)?;
            let theme = theme_of(&inputs);
            terminal::print(&listed(&theme, &own_files(&list.hub, &inputs, &theme)));
        }
        ThemeCommand::Eject(arguments) => eject(arguments)?,
        ThemeCommand::Explain(arguments) => explain(arguments)?,
        ThemeCommand::Strings => terminal::print(&strings::page(&Wordings::load())),
    }
    Ok(Ending::Done)
}

/// The name of the hub's theme.
fn theme_of(inputs: &Inputs) -> String {
    let site = inputs.sources.find("site.toml").map(|file| parse(inputs.sources.get(file)).1);
    match site.as_ref().and_then(|site| site.get("theme")).map(|value| &value.kind) {
        Some(ValueKind::String(name)) if !name.text.trim().is_empty() => name.text.trim().to_owned(),
        _ => DEFAULT.to_owned(),
    }
}

/// The files in the hub's own folder of a theme. A snapshot also holds those that are part of the program.
fn own_files(hub: &HubArgs, inputs: &Inputs, theme: &str) -> BTreeSet<String> {
    let folder = format!("themes/{theme}");
    let templates = inputs.sources.iter().filter_map(|(_, source)| source.path.below(&folder));
    let in_folder = |asset: &str| asset.strip_prefix(theme)?.strip_prefix('/').map(str::to_owned);
    let assets = inputs.assets.iter().filter_map(|asset| in_folder(&asset.path));
    let all: BTreeSet<String> = templates.map(str::to_owned).chain(assets).collect();
    all.into_iter().filter(|file| disk::is_there(&hub.path(&format!("{folder}/{file}")))).collect()
}

fn listed(theme: &str, own: &BTreeSet<String>) -> String {
    let mut text = String::new();
    let files: BTreeSet<&str> = CIVIC.iter().map(|(file, _)| *file).chain(own.iter().map(String::as_str)).collect();
    for file in files {
        let _ = if own.contains(file) {
            writeln!(text, "{file:<40}themes/{theme}/{file}")
        } else {
            writeln!(text, "{file}")
        };
    }
    text
}

fn eject(arguments: &Eject) -> Result<(), Failure> {
    let Eject { file, force, hub } = arguments;
    let theme = theme_of(&disk::read(&hub.root, Date::ZERO)?);
    let Some((file, bytes)) = CIVIC.iter().find(|(path, _)| path == file) else {
        let near = nearest(file, CIVIC.iter().map(|(path, _)| *path));
        let hint = near.map(|near| format!("Did you mean `{near}`? ")).unwrap_or_default();
        return Err(Failure(format!(
            "The theme {DEFAULT} has no file `{file}`. {hint}`noticeboard theme list` lists them all."
        )));
    };
    let path = hub.path(&format!("themes/{theme}/{file}"));
    match disk::is_there(&path) {
        true if !force => {
            return Err(Failure(format!(
                "{} is there already. To lose what is changed in it, add --force.",
                path.display()
            )));
        }
        true => disk::replace(&path, bytes)?,
        false => disk::create(&path, bytes)?,
    }
    terminal::say(&format!("Wrote {}. What you change in it holds for this hub alone.\n", path.display()));
    Ok(())
}

fn explain(arguments: &ExplainTemplate) -> Result<(), Failure> {
    let Some(file) = &arguments.file else {
        terminal::print(&if arguments.all { templates::page() } else { templates::list() });
        return Ok(());
    };
    match templates::explained(file) {
        Some(text) => terminal::print(&text),
        None => {
            let hint = nearest(file, templates::files()).map(|near| format!("Did you mean `{near}`? "));
            let hint = hint.unwrap_or_default();
            return Err(Failure(format!(
                "`{file}` is not a template that is rendered by itself. {hint}`noticeboard theme explain` lists them all."
            )));
        }
    }
    Ok(())
}
