//! When each notice is to be looked at again, and by whom: the soonest first, notices without a date at the end.

use super::entry::Entry;
use super::lists::category;
use super::table::{Column, Table, internal, text};
use crate::domain::{Day, Placed};
use crate::language::Wording;

static COLUMNS: [Column<()>; 9] = [
    text("service", 34, |entry, ()| entry.notice.title.value.to_string()),
    text("review_by", 14, |entry, ()| day(&entry.notice.review_by)),
    text("last_updated", 14, |entry, ()| day(&entry.notice.last_updated)),
    internal("owner", 30),
    text("department", 34, |entry, ()| entry.notice.department.iter().map(|text| text.value.to_string()).collect()),
    text("controller_name", 34, |entry, ()| entry.controller().name.get(entry.notice.language).to_owned()),
    text("category", 26, |entry, ()| category(entry)),
    text("address", 40, |entry, ()| entry.address()),
    internal("notes", 40),
];

/// The reviews of some notices.
pub fn table<'a>(entries: &'a [Entry<'a>], wording: &Wording) -> Table<'a> {
    let mut table = Table::new("reviews", &COLUMNS, entries, wording, |_| vec![()]);
    table.rows.sort_by_key(|row| {
        let due = row.entry.notice.review_by.map(|day| day.value.last());
        (due.is_none(), due)
    });
    table
}

fn day(day: &Option<Placed<Day>>) -> String {
    day.as_ref().map_or_else(String::new, |day| day.value.to_string())
}
