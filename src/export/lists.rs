//! Retention, recipients and transfers of all notices, as lists: one row for each that a notice declares.

use super::entry::Entry;
use super::table::{Column, Table, list, text};
use crate::domain::{Recipient, Retention, Text, Transfer, Words};
use crate::language::Wording;

static RETENTION: [Column<Retention>; 10] = [
    text("service", 30, |entry, _| entry.notice.title.value.to_string()),
    text("record", 34, |_, row| row.record.value.to_string()),
    text("period", 16, |_, row| plain(&row.period)),
    text("trigger", 34, |entry, row| words(entry, &row.trigger)),
    text("criteria", 34, |entry, row| words(entry, &row.criteria)),
    text("action", 26, action),
    text("authority", 34, |entry, row| words(entry, &row.authority)),
    text("note", 34, |entry, row| words(entry, &row.note)),
    text("category", 26, |entry, _| category(entry)),
    text("address", 40, |entry, _| entry.address()),
];

static RECIPIENTS: [Column<Recipient>; 7] = [
    text("recipient", 34, |entry, row| entry.party(&row.who)),
    text("recipient_kind", 26, |entry, row| entry.kind(row)),
    list("parts", 34, |entry, row| row.items.iter().map(|item| entry.item(item)).collect()),
    text("shared_for", 40, |entry, row| words(entry, &row.purpose)),
    text("service", 30, |entry, _| entry.notice.title.value.to_string()),
    text("category", 26, |entry, _| category(entry)),
    text("address", 40, |entry, _| entry.address()),
];

static TRANSFERS: [Column<Transfer>; 8] = [
    text("destination", 24, |_, row| row.destination.value.to_string()),
    text("receiver", 30, |_, row| plain(&row.recipient)),
    text("safeguard", 40, safeguard),
    text("sent_for", 34, |entry, row| words(entry, &row.purpose)),
    text("copy", 34, |entry, row| words(entry, &row.copy)),
    text("service", 30, |entry, _| entry.notice.title.value.to_string()),
    text("category", 26, |entry, _| category(entry)),
    text("address", 40, |entry, _| entry.address()),
];

/// How long each kind of record is kept.
pub fn retention<'a>(entries: &'a [Entry<'a>], wording: &Wording) -> Table<'a> {
    Table::new("retention", &RETENTION, entries, wording, |entry| entry.notice.retention.iter().collect::<Vec<_>>())
}

/// Who gets data.
pub fn recipients<'a>(entries: &'a [Entry<'a>], wording: &Wording) -> Table<'a> {
    Table::new("recipients", &RECIPIENTS, entries, wording, |entry| {
        entry.notice.recipients.iter().flatten().collect::<Vec<_>>()
    })
}

/// Where data goes outside the UK.
pub fn transfers<'a>(entries: &'a [Entry<'a>], wording: &Wording) -> Table<'a> {
    Table::new("transfers", &TRANSFERS, entries, wording, |entry| {
        entry.notice.transfers.iter().flatten().collect::<Vec<_>>()
    })
}

/// What makes a transfer lawful, in words.
pub fn safeguard(entry: &Entry<'_>, transfer: &Transfer) -> String {
    match (&transfer.safeguard, &transfer.exception) {
        (_, Some(point)) => entry.wording.fill("transfers.exception", &[("article", point)]),
        (Some(safeguard), None) => entry.text(&format!("safeguards.{}", safeguard.value.id())),
        (None, None) => String::new(),
    }
}

/// The title of the category of a notice.
pub fn category(entry: &Entry<'_>) -> String {
    let found = entry.context.config().categories.find(&entry.notice.category.value);
    found.map_or_else(String::new, |category| category.title.get(entry.notice.language).to_owned())
}

fn action(entry: &Entry<'_>, retention: &Retention) -> String {
    let action = retention.action.map(|action| entry.text(&format!("retention_actions.{}", action.id())));
    action.unwrap_or_default()
}

fn words(entry: &Entry<'_>, words: &Option<Box<Words>>) -> String {
    entry.maybe(words).concat()
}

fn plain(text: &Option<Text>) -> String {
    text.as_ref().map_or_else(String::new, |text| text.value.to_string())
}
