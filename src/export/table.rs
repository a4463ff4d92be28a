//! A list as rows and columns, before it is written in some format.

use super::entry::Entry;
use crate::language::Wording;
use crate::text::csv;

/// A column of rows about a `T`.
pub struct Column<T: 'static> {
    /// Its name in JSON, and the name of its heading among the strings.
    pub key: &'static str,
    /// Its width in a spreadsheet, in characters; none for a column that only JSON has.
    pub width: Option<u16>,
    /// What a cell holds.
    pub holds: Holds<T>,
}

/// What the cells of a column hold.
pub enum Holds<T: 'static> {
    /// One text, which may be empty.
    Text(fn(&Entry<'_>, &T) -> String),
    /// A list of texts.
    List(fn(&Entry<'_>, &T) -> Vec<String>),
    /// What stands under a key of `[internal]`.
    Internal(&'static str),
}

/// A column of one text.
pub const fn text<T>(key: &'static str, width: u16, made: fn(&Entry<'_>, &T) -> String) -> Column<T> {
    Column { key, width: Some(width), holds: Holds::Text(made) }
}

/// A column of lists.
pub const fn list<T>(key: &'static str, width: u16, made: fn(&Entry<'_>, &T) -> Vec<String>) -> Column<T> {
    Column { key, width: Some(width), holds: Holds::List(made) }
}

/// A column of what stands under a key of `[internal]`.
pub const fn internal<T>(key: &'static str, width: u16) -> Column<T> {
    Column { key, width: Some(width), holds: Holds::Internal(key) }
}

/// A list in memory.
pub struct Table<'a> {
    /// Its name.
    pub name: &'static str,
    /// Its columns.
    pub columns: Vec<Heading>,
    /// Its rows.
    pub rows: Vec<Row<'a>>,
}

/// A column of a list in memory.
pub struct Heading {
    /// Its name in JSON.
    pub key: &'static str,
    /// Its name for people.
    pub title: String,
    /// Its width in a spreadsheet; none for a column that only JSON has.
    pub width: Option<u16>,
}

/// A row with the notice that it speaks of.
pub struct Row<'a> {
    /// The notice.
    pub entry: &'a Entry<'a>,
    /// Its cells, as many as there are columns.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// One text, which may be empty.
    Text(String),
    /// A list of texts.
    List(Vec<String>),
}

impl Cell {
    /// Its texts as one.
    pub fn joined(&self, by: &str) -> String {
        match self {
            Cell::Text(text) => text.clone(),
            Cell::List(texts) => texts.join(by),
        }
    }
}

impl<'a> Table<'a> {
    /// A list of what `parts` gives of each notice, in order.
    pub fn new<T, P: std::borrow::Borrow<T>>(
        name: &'static str,
        columns: &'static [Column<T>],
        entries: &'a [Entry<'a>],
        wording: &Wording,
        parts: impl Fn(&'a Entry<'a>) -> Vec<P>,
    ) -> Self {
        let heading = |column: &Column<T>| Heading {
            key: column.key,
            title: wording.text(&format!("exports.columns.{}", column.key)).to_owned(),
            width: column.width,
        };
        let rows = entries.iter().flat_map(|entry| {
            let row =
                |part: P| Row { entry, cells: columns.iter().map(|one| one.cell(entry, part.borrow())).collect() };
            parts(entry).into_iter().map(row).collect::<Vec<_>>()
        });
        Table { name, rows: rows.collect(), columns: columns.iter().map(heading).collect() }
    }

    /// The list as CSV: a row of headings, and a row for each.
    pub fn csv(&self) -> Vec<u8> {
        let shown: Vec<usize> = self.shown().collect();
        let headings: Vec<String> = shown.iter().map(|index| self.columns[*index].title.clone()).collect();
        let row = |row: &Row<'_>| shown.iter().map(|index| row.cells[*index].joined("; ")).collect::<Vec<String>>();
        let rows: Vec<Vec<String>> = [headings].into_iter().chain(self.rows.iter().map(row)).collect();
        csv(rows.iter().map(|row| row.iter().map(String::as_str)))
    }

    /// The indices of the columns that a spreadsheet shows.
    pub fn shown(&self) -> impl Iterator<Item = usize> {
        (0..self.columns.len()).filter(|index| self.columns[*index].width.is_some())
    }
}

impl<T> Column<T> {
    fn cell(&self, entry: &Entry<'_>, part: &T) -> Cell {
        match self.holds {
            Holds::Text(made) => Cell::Text(made(entry, part)),
            Holds::List(made) => Cell::List(made(entry, part)),
            Holds::Internal(key) => Cell::List(entry.internal(key)),
        }
    }
}
