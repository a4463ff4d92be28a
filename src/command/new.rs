//! `noticeboard new`: a file to go on from.

use super::{Ending, Failure};
use crate::cli::{New, NewKind};
use crate::disk;
use crate::terminal;
use crate::text::{is_slug, slug};

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
    if !hub.root.join("site.toml").is_file() {
        return Err(disk::Error::NoHub { root: hub.root.clone() }.into());
    }
    let title = in_quotation_marks(&title.clone().unwrap_or_else(|| title_of(id)));
    let (folder, text) = match kind {
        NewKind::Notice => ("notices", include_str!("scaffold/notice.md")),
        NewKind::General => ("general", include_str!("scaffold/general.md")),
        NewKind::Page => ("pages", include_str!("scaffold/page.md")),
    };
    let path = hub.path(&format!("content/{folder}/{id}.md"));
    if *kind == NewKind::Notice && hub.root.join("content/notices").join(id).exists() {
        return Err(Failure(format!("There is a notice `{id}` already: the folder content/notices/{id}.")));
    }
    let category = first_category(&hub.root)?;
    let text = text.replace("@TITLE@", &title).replace("@CATEGORY@", &category);
    disk::create(&path, text.as_bytes())?;
    terminal::say(&format!("Wrote {}. Fill it in, then run `noticeboard build`.\n", path.display()));
    Ok(Ending::Done)
}

/// The first category of the hub, so that the new file builds as it is.
fn first_category(root: &std::path::Path) -> Result<String, Failure> {
    let inputs = disk::read(root, jiff::civil::Date::ZERO)?;
    let site = inputs.sources.find("site.toml").map(|file| crate::parse::parse(inputs.sources.get(file)));
    let categories = site.as_ref().and_then(|site| site.table.get("categories")).map(|value| &value.kind);
    Ok(match categories {
        Some(crate::parse::ValueKind::Table(table)) => {
            table.entries.first().map_or_else(String::new, |entry| entry.key.clone())
        }
        _ => String::new(),
    })
}

/// Words as they stand between the quotation marks of TOML.
fn in_quotation_marks(words: &str) -> String {
    let words: Vec<&str> =
        words.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect();
    words.join(" ").replace('\\', "\\\\").replace('"', "\\\"")
}

/// "Council tax" for `council-tax`.
fn title_of(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut chars = words.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
