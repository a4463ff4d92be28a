//! The tables that are part of the program: law, and the words that checks look for.
//!
//! People write and review them as TOML, beside the code that reads them. They are read at every start, so the build
//! script turns each into JSON, with dates as texts.

use serde::Deserialize;

/// Reads a table of the program, by the name of its file.
macro_rules! table {
    ($name:literal) => {
        $crate::text::read_table($name, include_str!(concat!(env!("OUT_DIR"), "/", $name, ".json")))
    };
}

pub(crate) use table;

/// Reads a table; see [`table!`].
///
/// # Panics
///
/// If it does not hold what it has to: tables are part of the program.
pub fn read_table<T: Deserialize<'static>>(name: &str, json: &'static str) -> T {
    match serde_json::from_str(json) {
        Ok(table) => table,
        Err(error) => panic!("the table {name}.toml cannot be read: {error}"),
    }
}
