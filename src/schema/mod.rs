//! Floor 5. What authors may write, for editors and other programs, and as a page of the manual.
//!
//! Both come from the declarations that the front matter is held against ([`crate::interpret::keys`]), so neither can
//! say anything else than the program does. [`json`] makes JSON Schema (2020-12), [`reference`](mod@reference) the page
//! of all keys. [`templates`] does the same for what templates see,
//! [`strings`] for what pages print. Takes nothing of a hub.

pub mod json;
mod ordered;
pub mod reference;
pub mod strings;
pub mod templates;

use crate::interpret::keys;
use crate::interpret::shape::{Key, Kind, Shape};

/// A file that authors write, with what it may hold.
#[derive(Clone, Copy, Debug)]
pub struct File {
    /// Its name in commands.
    pub name: &'static str,
    /// Where it stands.
    pub path: &'static str,
    /// What it may hold.
    pub holds: Holds,
}

/// What a file may hold.
#[derive(Clone, Copy, Debug)]
pub enum Holds {
    /// The keys of a table.
    Keys(&'static Shape),
    /// Tables under names that authors make up.
    Names(&'static Key),
}

/// Every kind of file, in the order of the manual.
pub static FILES: [File; 7] = [
    File { name: "site", path: "site.toml", holds: Holds::Keys(&keys::SITE) },
    File {
        name: "notice",
        path: "content/notices/<id>.md, or content/notices/<id>/index.md",
        holds: Holds::Keys(&keys::NOTICE),
    },
    File {
        name: "fragment",
        path: "every other .md file in the folder of a notice",
        holds: Holds::Keys(&keys::FRAGMENT),
    },
    File { name: "general", path: "content/general/<id>.md", holds: Holds::Keys(&keys::GENERAL) },
    File { name: "page", path: "content/pages/<id>.md", holds: Holds::Keys(&keys::PAGE) },
    File { name: "organisations", path: "content/organisations.toml", holds: Holds::Names(&keys::ORGANISATIONS) },
    File { name: "cookies", path: "content/cookies.toml", holds: Holds::Names(&keys::COOKIES) },
];

impl File {
    /// What it is, for people: "a notice".
    pub fn title(&self) -> &'static str {
        match self.holds {
            Holds::Keys(shape) => shape.name,
            Holds::Names(key) => key.about,
        }
    }

    /// Whether it can hold strings in place of the product's own.
    pub fn has_strings(&self) -> bool {
        let is_of_strings = |key: &Key| matches!(key.kind, Kind::Map(_, Kind::Strings));
        matches!(self.holds, Holds::Keys(shape) if shape.keys.iter().any(is_of_strings))
    }

    /// Every table that stands in it, its own keys among them.
    pub fn shapes(&self) -> Vec<&'static Shape> {
        let own = match self.holds {
            Holds::Keys(shape) => Some(shape),
            Holds::Names(_) => None,
        };
        own.into_iter().chain(self.tables()).collect()
    }

    /// Every table that stands in it below its own keys, each once, in the order in which they are named.
    pub fn tables(&self) -> Vec<&'static Shape> {
        let mut found = Vec::new();
        match self.holds {
            Holds::Keys(shape) => shape.keys.iter().for_each(|key| add_tables(&key.kind, &mut found)),
            Holds::Names(key) => add_tables(&key.kind, &mut found),
        }
        found
    }
}

fn add_tables(kind: &'static Kind, found: &mut Vec<&'static Shape>) {
    match kind {
        Kind::Table(shape)
        | Kind::Tables(shape)
        | Kind::TablesOrNone(shape)
        | Kind::WordsOr(shape)
        | Kind::TextOr(shape) => add_table(shape, found),
        Kind::OneOrMore(inner) | Kind::List(inner) | Kind::Map(_, inner) => add_tables(inner, found),
        _ => {}
    }
}

fn add_table(shape: &'static Shape, found: &mut Vec<&'static Shape>) {
    if !found.iter().any(|known| std::ptr::eq(*known, shape)) {
        found.push(shape);
        shape.keys.iter().for_each(|key| add_tables(&key.kind, found));
    }
}
