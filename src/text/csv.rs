//! Rows of cells as CSV that opens right in a spreadsheet, and cannot do harm there.
//!
//! Takes cells as plain text; gives UTF-8 with a byte order mark, lines that end in CR LF, and every cell in quotation
//! marks. A cell that a spreadsheet would take for a formula starts with an apostrophe, which makes it text.

use std::borrow::Cow;

use csv::{QuoteStyle, Terminator, WriterBuilder};

/// Without it, Excel reads UTF-8 as a code page of the last century.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Writes rows, the headings among them.
///
/// # Panics
///
/// Never: writing into memory does not fail.
pub fn csv<R: IntoIterator<Item: AsRef<str>>>(rows: impl IntoIterator<Item = R>) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .flexible(true)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    for row in rows {
        let mut cells = row.into_iter();
        let written = cells.try_for_each(|cell| writer.write_field(harmless(cell.as_ref()).as_bytes()));
        let ended = written.and_then(|()| writer.write_record(None::<&[u8]>));
        ended.unwrap_or_else(|error| panic!("memory takes every row: {error}"));
    }
    writer.into_inner().unwrap_or_else(|error| panic!("memory takes every row: {error}"))
}

/// A cell that is no formula: what would start one comes after an apostrophe.
fn harmless(cell: &str) -> Cow<'_, str> {
    let starts_formula = cell.trim_start_matches([' ', '\u{a0}', '\n']).starts_with(['=', '+', '-', '@', '\t', '\r']);
    // Full-width characters count for some spreadsheets as the plain ones.
    let starts_wide = cell.trim_start().starts_with(['＝', '＋', '－', '＠']);
    if starts_formula || starts_wide { format!("'{cell}").into() } else { cell.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cell: &str, expected: &str) {
        let bytes = csv([[cell, "b"]]);
        assert_eq!(String::from_utf8(bytes).unwrap(), format!("\u{feff}{expected},\"b\"\r\n"), "{cell:?}");
    }

    #[test]
    fn cells_are_quoted_and_no_formulas() {
        check("Tŷ, \"a\"", "\"Tŷ, \"\"a\"\"\"");
        check("a\nb; =c", "\"a\nb; =c\"");
        check("", "\"\"");
        for formula in ["=1+1", "+44", "-1", "@A1", "\t=1", "\r=1", " =1", "\n=1", "＝1"] {
            check(formula, &format!("\"'{formula}\""));
        }
        check("a=b", "\"a=b\"");
    }
}
