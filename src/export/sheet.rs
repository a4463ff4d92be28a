//! A list as an XLSX workbook: headings that stay in view, filters, widths, and text that wraps.
//!
//! The Article 30 record has a sheet for each controller, since each answers for its own; the first rows say who it is
//! and how to reach it and its data protection officer, and the headings stand in row 9, as in the regulator's
//! template. Every cell is text and can be no formula. The workbook is dated to the day of the export: the same input
//! gives the same bytes.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::Selection;
use super::table::{Row, Table};
use crate::domain::{Contact, Controller, Language};
use crate::language::Wording;
use crate::render::context::Context;

/// How many characters a cell holds at the most; the limit of the format is a little above.
const LONGEST: usize = 32_000;

/// How many characters the name of a sheet holds at the most.
const LONGEST_NAME: usize = 31;

/// The row of the headings below the lines about a controller, counted from 0.
const BELOW_CONTROLLER: u32 = 8;

/// Writes a list.
///
/// # Panics
///
/// If the crate refuses what it is given: widths, names and lengths are kept within the limits of the format here.
pub fn render(table: &Table<'_>, context: &Context<'_>, selection: &Selection) -> Vec<u8> {
    workbook(table, context, selection).unwrap_or_else(|error| panic!("a list fits into a workbook: {error}"))
}

fn workbook(table: &Table<'_>, context: &Context<'_>, selection: &Selection) -> Result<Vec<u8>, XlsxError> {
    let today = context.hub.today;
    let (year, month, day) = (today.year().cast_unsigned(), today.month().cast_unsigned(), today.day().cast_unsigned());
    // The format knows no day before 1900.
    let made = ExcelDateTime::from_ymd(year.max(1900), month, day)?;
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_author("Noticeboard").set_creation_datetime(&made));
    if table.name == "register" {
        let wording = context.wording(selection.language);
        for (index, controller) in context.config().controllers.iter().enumerate() {
            let rows: Vec<&Row<'_>> = table.rows.iter().filter(|row| row.entry.controller == index).collect();
            if !rows.is_empty() {
                let sheet = workbook.add_worksheet();
                sheet.set_name(sheet_name(&controller.id, index))?;
                about(sheet, controller, wording, selection.language)?;
                fill(sheet, table, &rows, BELOW_CONTROLLER)?;
            }
        }
    }
    if workbook.worksheets().is_empty() {
        let sheet = workbook.add_worksheet();
        sheet.set_name(table.name)?;
        fill(sheet, table, &table.rows.iter().collect::<Vec<_>>(), 0)?;
    }
    workbook.save_to_buffer()
}

/// The id of a controller; with its number where the format wants it shorter.
fn sheet_name(id: &str, index: usize) -> String {
    if id.len() <= LONGEST_NAME { id.to_owned() } else { format!("{}-{}", &id[..LONGEST_NAME - 5], index + 1) }
}

/// The lines about a controller and its data protection officer, side by side.
fn about(
    sheet: &mut Worksheet,
    controller: &Controller,
    wording: &Wording,
    language: Language,
) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let none = Contact::default();
    let officer = controller.dpo.as_ref().unwrap_or(&none);
    let name = controller.name.get(language).to_owned();
    let officer_name = officer.name.as_ref().map_or_else(String::new, |name| name.value.to_string());
    let registration = controller.registration.as_ref().map_or_else(String::new, |text| text.value.to_string());
    let blocks = [
        (0, wording.text("exports.controller"), name, &controller.contact, Some(registration)),
        (3, wording.text("controller.dpo"), officer_name, officer, None),
    ];
    for (column, title, name, contact, registration) in blocks {
        sheet.write_string_with_format(0, column, title, &bold)?;
        let lines = lines(&name, contact, registration, wording);
        for (row, (label, value)) in (1..).zip(lines) {
            sheet.write_string(row, column, label)?;
            sheet.write_string(row, column + 1, value)?;
        }
    }
    Ok(())
}

fn lines<'a>(
    name: &str,
    contact: &Contact,
    registration: Option<String>,
    wording: &'a Wording,
) -> Vec<(&'a str, String)> {
    let text =
        |text: &Option<crate::domain::Text>| text.as_ref().map_or_else(String::new, |text| text.value.to_string());
    let address: Vec<&str> = contact.address.iter().map(|line| line.value.as_str()).collect();
    let mut lines = vec![
        (wording.text("exports.name"), name.to_owned()),
        (wording.text("controller.address"), address.join(", ")),
        (wording.text("controller.email"), text(&contact.email)),
        (wording.text("controller.phone"), text(&contact.phone)),
    ];
    lines.extend(registration.map(|number| (wording.text("controller.registration"), number)));
    lines
}

/// Writes headings and rows, the headings in the row `top`.
fn fill(sheet: &mut Worksheet, table: &Table<'_>, rows: &[&Row<'_>], top: u32) -> Result<(), XlsxError> {
    let heading =
        Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top).set_border_bottom(FormatBorder::Thin);
    let cell = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let shown: Vec<usize> = table.shown().collect();
    for (column, index) in (0_u16..).zip(&shown) {
        let of = &table.columns[*index];
        sheet.set_column_width(column, of.width.unwrap_or_default())?;
        sheet.write_string_with_format(top, column, &of.title, &heading)?;
        for (row, one) in (top + 1..).zip(rows) {
            sheet.write_string_with_format(row, column, shortened(one.cells[*index].joined("\n")), &cell)?;
        }
    }
    let last_row = top + u32::try_from(rows.len()).unwrap_or(u32::MAX - top);
    let last_column = u16::try_from(shown.len()).unwrap_or(u16::MAX).saturating_sub(1);
    sheet.autofilter(top, 0, last_row, last_column)?;
    sheet.set_freeze_panes(top + 1, 1)?;
    sheet.set_repeat_rows(top, top)?;
    sheet.set_landscape();
    Ok(())
}

/// A text that fits into a cell.
fn shortened(text: String) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{} …", &text[..end]),
        None => text,
    }
}
