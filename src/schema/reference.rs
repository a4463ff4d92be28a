//! The page of the manual that lists every key of every file, with what it may hold.

use std::fmt::Write;

use super::{FILES, Holds};
use crate::interpret::shape::{Ids, Key, Kind, Names, Shape};
use crate::interpret::{article_9_spellings, lawful_basis_spellings};
use crate::text::{capitalised, slug};

const HEAD: &str = "\
# Every key

Made by `noticeboard schema --all` from the declarations that files are held against; do not edit it by hand.
[What authors write](authoring.md) explains the keys and how they work together. `noticeboard schema notice` prints the
same as JSON Schema, and so for each other file.

**Text** is printed as it stands. **Prose** may use inline Markdown and placeholders. Empty means absent.
";

/// The page.
pub fn render() -> String {
    let mut page = String::from(HEAD);
    let mut tables: Vec<&'static Shape> = Vec::new();
    page.push_str("\n## Files\n\n| file | where it stands |\n|---|---|\n");
    for file in &FILES {
        let (title, path) = (capitalised(file.title()), file.path);
        let _ = writeln!(page, "| [{title}](#{}) | {} |", slug(file.title()), escaped(path));
        tables.extend(file.tables());
    }
    for file in &FILES {
        let _ = writeln!(page, "\n## {}\n\nIn {}.\n", capitalised(file.title()), escaped(file.path));
        match file.holds {
            Holds::Keys(shape) => keys(&mut page, shape),
            Holds::Names(key) => {
                let _ = writeln!(page, "{}.", capitalised(&said(&key.kind)));
            }
        }
    }
    tables.sort_by_key(|shape| slug(shape.name));
    tables.dedup_by_key(|shape| shape.name);
    page.push_str("\n## Tables\n");
    for shape in tables {
        let _ = writeln!(page, "\n### {}\n", capitalised(shape.name));
        keys(&mut page, shape);
        if !shape.one_of.is_empty() {
            let names: Vec<String> = shape.one_of.iter().map(|name| format!("`{name}`")).collect();
            let _ = writeln!(page, "\nExactly one of {} must be there.", names.join(", "));
        }
    }
    page
}

fn keys(page: &mut String, shape: &Shape) {
    page.push_str("| key | what it says | what it holds | must be there |\n|---|---|---|---|\n");
    for key in shape.keys {
        let must = if key.required { "yes" } else { "" };
        let _ = writeln!(page, "| `{}` | {} | {} | {must} |", key.name, escaped(key.about), held(key));
    }
}

fn held(key: &Key) -> String {
    let mut held = said(&key.kind);
    if let Some(default) = key.default {
        let _ = write!(held, "; default: `{default}`");
    }
    if let Some(example) = key.example {
        let _ = write!(held, "; such as `{example}`");
    }
    held
}

/// What a kind of value is called.
fn said(kind: &Kind) -> String {
    match kind {
        Kind::Text => "text".to_owned(),
        Kind::Words => "prose".to_owned(),
        Kind::Localised => "text, or a table of texts by language".to_owned(),
        Kind::Colours => {
            "a colour (`\"#0d4f58\"`), or a table with one for `light` and one for `dark` screens".to_owned()
        }
        Kind::Strings => "a table of [strings](strings.md)".to_owned(),
        Kind::Date => "a date or a month".to_owned(),
        Kind::Whole(least, most) => format!("a whole number from {least} to {most}"),
        Kind::Truth => "true or false".to_owned(),
        Kind::Url => "a web address".to_owned(),
        Kind::Email => "an email address".to_owned(),
        Kind::Reach => "an email address, a web address, or `tel:` and a number".to_owned(),
        Kind::Alias => "an old path of the hub".to_owned(),
        Kind::Link => "an address as in a link of Markdown".to_owned(),
        Kind::Choice(names) => quoted(names.iter().copied()),
        Kind::LawfulBasis => quoted(lawful_basis_spellings().iter().map(String::as_str)),
        Kind::Article9 => quoted(article_9_spellings().iter().map(String::as_str)),
        Kind::Id(ids) => id_of(*ids),
        Kind::OneOrMore(one) => format!("one or a list of: {}", said(one)),
        Kind::List(one) => format!("list of: {}", said(one)),
        Kind::Table(shape) => linked(shape),
        Kind::Tables(shape) => format!("tables, each {}", linked(shape)),
        Kind::TablesOrNone(shape) => format!("tables, each {}; or `\"none\"`", linked(shape)),
        Kind::WordsOr(shape) => format!("prose, or {}", linked(shape)),
        Kind::TextOr(shape) => format!("text, or {}", linked(shape)),
        Kind::Map(Names::New, one) => format!("under ids that you choose, each: {}", said(one)),
        Kind::Map(Names::Existing(ids), one) => format!("under {}, each: {}", id_of(*ids), said(one)),
        Kind::Map(Names::Any, one) => format!("under names, each: {}", said(one)),
    }
}

fn id_of(ids: Ids) -> String {
    match ids {
        Ids::Section => "the id of a standard or general section".to_owned(),
        _ => format!("the id of a {}", ids.name()),
    }
}

fn quoted<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("`\"{name}\"`")).collect::<Vec<_>>().join(", ")
}

fn linked(shape: &Shape) -> String {
    format!("[{}](#{})", shape.name, slug(shape.name))
}

/// Text in a cell of a table, in which no tag may begin.
fn escaped(text: &str) -> String {
    text.replace('<', "&lt;").replace('|', "\\|")
}
