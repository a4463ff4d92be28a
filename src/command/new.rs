//! `noticeboard new`: a file to go on from.

use jiff::civil::Date;

use super::{Ending, Failure};
use crate::build::Inputs;
use crate::cli::{New, NewKind};
use crate::disk;
use crate::parse::{ValueKind, parse};
use crate::terminal;
use crate::text::{capitalised, is_slug, slug};

/// Adds a notice, a general section or a page.
pub fn run(arguments: &New) -> Result<Ending, Failure> {
    let New { kind, id, title, hub } = arguments;
    if !is_slug(id) {
        let better = slug(id);
        let better = if better.is_empty() { String::new() } else { format!(" Try `{better}`.") };
        return Err(Failure(format!(
            "`{id}` cannot be an id: use lower-case letters, digits and hyphens, since it becomes part of the address.{better}"
        )));
    }
    let inputs = disk::read(&hub.root, Date::ZERO)?;
    let title = in_quotation_marks(&title.clone().unwrap_or_else(|| capitalised(&id.replace('-', " "))));
    let (folder, text) = match kind {
        NewKind::Notice => ("notices", include_str!("scaffold/notice.md")),
        NewKind::General => ("general", include_str!("scaffold/general.md")),
        NewKind::Page => ("pages", include_str!("scaffold/page.md")),
    };
    let in_folder = format!("content/notices/{id}");
    if *kind == NewKind::Notice && inputs.sources.iter().any(|(_, source)| source.path.below(&in_folder).is_some()) {
        return Err(Failure(format!("There is a notice `{id}` already: the folder {in_folder}.")));
    }
    let text = text.replace("@TITLE@", &title).replace("@CATEGORY@", &first_category(&inputs));
    let path = hub.path(&format!("content/{folder}/{id}.md"));
    disk::create(&path, text.as_bytes())?;
    terminal::say(&format!("Wrote {}. Fill it in, then run `noticeboard build`.\n", path.display()));
    Ok(Ending::Done)
}

/// The first category of the hub, so that the new file builds as it is.
fn first_category(inputs: &Inputs) -> String {
    let site = inputs.sources.find("site.toml").map(|file| parse(inputs.sources.get(file)).1);
    match site.as_ref().and_then(|site| site.get("categories")).map(|value| &value.kind) {
        Some(ValueKind::Table(table)) => table.entries.first().map_or_else(String::new, |entry| entry.key.to_string()),
        _ => String::new(),
    }
}

/// Words as they stand between the quotation marks of TOML.
fn in_quotation_marks(words: &str) -> String {
    let words: Vec<&str> =
        words.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect();
    words.join(" ").replace('\\', "\\\\").replace('"', "\\\"")
}
