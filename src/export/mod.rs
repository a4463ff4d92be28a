//! Floor 5. What a hub says, as lists for officers and auditors: the Article 30 record and others.
//!
//! | list | file | one row for each |
//! |---|---|---|
//! | the Article 30 record, in the columns of the regulator's template | [`register`] | notice and purpose |
//! | retention, recipients, transfers | [`lists`] | what the notice declares of them |
//! | reviews | [`reviews`] | notice |
//!
//! | format | file |
//! |---|---|
//! | CSV | [`table`] |
//! | JSON, version 1, described in docs/exports.md | [`json`] |
//! | XLSX | [`sheet`] |
//! | iCalendar, of reviews | [`calendar`] |
//!
//! This is the only reader of `[internal]`. Takes a hub whose links are resolved; gives bytes. Nothing here is ever part
//! of a site.

mod calendar;
mod entry;
mod json;
mod lists;
mod register;
mod reviews;
mod sheet;
mod table;

use crate::render::context::Context;

pub use entry::Selection;

/// A list that can be exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// The Article 30 record.
    Register,
    /// How long each kind of record is kept.
    Retention,
    /// Who gets data.
    Recipients,
    /// Where data goes outside the UK.
    Transfers,
    /// When each notice is to be looked at again.
    Reviews,
}

/// How a list is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For spreadsheets of every kind.
    Csv,
    /// For Excel and LibreOffice.
    Xlsx,
    /// For programs.
    Json,
    /// For calendars: of [`List::Reviews`] only.
    Ics,
}

/// Writes a list of the selected notices.
pub fn export(context: &Context<'_>, selection: &Selection, list: List, format: Format) -> Vec<u8> {
    let entries = entry::entries(context, selection);
    if format == Format::Ics {
        return calendar::render(&entries).into_bytes();
    }
    let wording = context.wording(selection.language);
    let table = match list {
        List::Register => register::table(&entries, wording),
        List::Retention => lists::retention(&entries, wording),
        List::Recipients => lists::recipients(&entries, wording),
        List::Transfers => lists::transfers(&entries, wording),
        List::Reviews => reviews::table(&entries, wording),
    };
    match format {
        Format::Csv => table.csv(),
        Format::Xlsx => sheet::render(&table, context, selection),
        Format::Json | Format::Ics => json::render(&table, context, selection).into_bytes(),
    }
}
