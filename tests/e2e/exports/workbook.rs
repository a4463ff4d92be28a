//! The workbook, read back by a reader of XLSX, and its parts as the format names them.

use std::fs;
use std::io::{Cursor, Read};

use calamine::{Data, Range, Reader, Xlsx};

use super::{cell, export, hub, rows};
use crate::portal::{Portal, notice_keys};

fn workbook(hub: &Portal, list: &str) -> Vec<u8> {
    export(hub, &[list, "--format", "xlsx", "--output", "list.xlsx"]).exit(0);
    fs::read(hub.path("list.xlsx")).unwrap()
}

fn sheets(bytes: Vec<u8>) -> Vec<(String, Range<Data>)> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).unwrap();
    workbook.worksheets()
}

/// The text of a cell, by row and column counted from 0.
fn text(sheet: &Range<Data>, row: u32, column: u32) -> String {
    sheet.get_value((row, column)).map(ToString::to_string).unwrap_or_default()
}

#[test]
fn the_record_has_a_sheet_for_each_controller() {
    let hub = hub();
    let sheets = sheets(workbook(&hub, "register"));
    assert_eq!(sheets.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["council", "ero"]);
    let (_, council) = &sheets[0];
    assert_eq!([text(council, 0, 0), text(council, 0, 3)], ["Controller", "Data protection officer"]);
    assert_eq!([text(council, 1, 1), text(council, 3, 4)], ["Test Borough Council", "dpo@test.example"]);
    assert_eq!(text(council, 5, 1), "Z1111111");
    // Below that, what the CSV says.
    let run = export(&hub, &["register", "--controller", "council"]);
    let csv = rows(&run.stdout);
    for (row, cells) in (8..).zip(&csv) {
        for (column, expected) in (0..).zip(cells) {
            assert_eq!(text(council, row, column).replace('\n', "; "), *expected, "row {row}, column {column}");
        }
    }
    assert_eq!((csv.len(), council.height()), (3, 11));
    assert_eq!(text(&sheets[1].1, 9, 0), "Parks");
}

#[test]
fn other_lists_have_one_sheet() {
    let hub = hub();
    let sheets = sheets(workbook(&hub, "retention"));
    let run = export(&hub, &["retention"]);
    let csv = rows(&run.stdout);
    assert_eq!((sheets.len(), sheets[0].0.as_str()), (1, "retention"));
    assert_eq!(text(&sheets[0].1, 0, 0), csv[0][0]);
    assert_eq!(text(&sheets[0].1, 1, 1), cell(&csv, 1, "Record"));
}

/// A part of a workbook, by its name in the archive.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn headings_stay_filters_are_set_and_text_wraps() {
    let bytes = workbook(&hub(), "register");
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    for element in [
        "<pane xSplit=\"1\" ySplit=\"9\" topLeftCell=\"B10\"",
        "state=\"frozen\"",
        "<autoFilter ref=\"A9:AD11\"/>",
        "<col min=\"2\" max=\"2\" width=\"40.7109375\"",
        "orientation=\"landscape\"",
    ] {
        assert!(sheet.contains(element), "{element}: {}", &sheet[..2000]);
    }
    assert!(part(&bytes, "xl/styles.xml").contains("wrapText=\"1\""));
}

#[test]
fn cells_are_text_and_no_formulas() {
    let keys = "department = \"=1+1\"\ndata_subjects = [\"https://a.example/\"]\n";
    let hub = Portal::new().notice("a", &format!("{}{keys}", notice_keys("A")), "");
    let bytes = workbook(&hub, "register");
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>") && !sheet.contains("hyperlink"), "{sheet}");
    let sheets = sheets(bytes);
    assert_eq!(text(&sheets[0].1, 9, 0), "=1+1: A");
}

#[test]
fn the_same_hub_gives_the_same_bytes() {
    let hub = hub();
    let first = workbook(&hub, "register");
    assert_eq!(first, workbook(&hub, "register"));
    assert!(part(&first, "docProps/core.xml").contains("2026-11-21T00:00:00Z"));
}

#[test]
fn a_text_longer_than_a_cell_is_shortened() {
    let keys = format!("{}[internal]\nsecurity = \"{}\"\n", notice_keys("A"), "ŵ".repeat(40_000));
    let sheets = sheets(workbook(&Portal::new().notice("a", &keys, ""), "register"));
    let cell = text(&sheets[0].1, 9, 10);
    assert!(cell.ends_with(" …") && cell.chars().count() == 32_002, "{}", cell.chars().count());
}
