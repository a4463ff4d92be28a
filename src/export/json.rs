//! A list as JSON, version 1. The format is described in docs/exports.md.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::Selection;
use super::table::{Cell, Heading, Row, Table};
use crate::domain::{Contact, Controller, Language, Text};
use crate::render::context::Context;

/// The version of the format. It grows when a field goes or changes its meaning.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Whole<'a> {
    version: u32,
    export: &'static str,
    as_of: String,
    hub: &'a str,
    controllers: Vec<ControllerEntry<'a>>,
    rows: Vec<RowEntry<'a>>,
}

#[derive(Serialize)]
struct ControllerEntry<'a> {
    id: &'a str,
    name: &'a str,
    registration: Option<&'a str>,
    #[serde(flatten)]
    contact: ContactEntry<'a>,
    dpo: Option<OfficerEntry<'a>>,
}

#[derive(Serialize)]
struct OfficerEntry<'a> {
    name: Option<&'a str>,
    #[serde(flatten)]
    contact: ContactEntry<'a>,
}

#[derive(Serialize)]
struct ContactEntry<'a> {
    email: Option<&'a str>,
    phone: Option<&'a str>,
    url: Option<&'a str>,
    address: Vec<&'a str>,
}

struct RowEntry<'a> {
    columns: &'a [Heading],
    row: &'a Row<'a>,
}

/// The list as one JSON object, ending in a newline.
pub fn render(table: &Table<'_>, context: &Context<'_>, selection: &Selection) -> String {
    let config = context.config();
    let is_selected = |controller: &&Controller| selection.controller.as_ref().is_none_or(|id| controller.id == *id);
    let whole = Whole {
        version: VERSION,
        export: table.name,
        as_of: context.hub.today.to_string(),
        hub: &config.base_url,
        controllers: config
            .controllers
            .iter()
            .filter(is_selected)
            .map(|one| controller(one, selection.language))
            .collect(),
        rows: table.rows.iter().map(|row| RowEntry { columns: &table.columns, row }).collect(),
    };
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_else(|error| panic!("a list is valid JSON: {error}"));
    text.push('\n');
    text
}

fn controller(controller: &Controller, language: Language) -> ControllerEntry<'_> {
    ControllerEntry {
        id: &controller.id,
        name: controller.name.get(language),
        registration: plain(&controller.registration),
        contact: contact(&controller.contact),
        dpo: controller.dpo.as_ref().map(|dpo| OfficerEntry { name: plain(&dpo.name), contact: contact(dpo) }),
    }
}

fn contact(contact: &Contact) -> ContactEntry<'_> {
    ContactEntry {
        email: plain(&contact.email),
        phone: plain(&contact.phone),
        url: plain(&contact.url),
        address: contact.address.iter().map(|line| line.value.as_str()).collect(),
    }
}

fn plain(text: &Option<Text>) -> Option<&str> {
    text.as_ref().map(|text| text.value.as_str())
}

impl Serialize for RowEntry<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let entry = self.row.entry;
        let mut map = serializer.serialize_map(Some(self.columns.len() + 3))?;
        map.serialize_entry("controller", &entry.controller().id)?;
        map.serialize_entry("notice", &entry.notice.id)?;
        map.serialize_entry("language", entry.notice.language.code())?;
        for (column, cell) in self.columns.iter().zip(&self.row.cells) {
            match cell {
                Cell::Text(text) => map.serialize_entry(column.key, text)?,
                Cell::List(texts) => map.serialize_entry(column.key, texts)?,
            }
        }
        map.end()
    }
}
