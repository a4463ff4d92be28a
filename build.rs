//! Prepares what the program carries with it: its tables in the form in which they are read at each start, and a digest of
//! all that it is made from.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The tables of the program, each a folder of TOML files.
const TABLES: [&str; 2] = ["src/law", "src/check"];

/// The strings of the program, each a language.
const STRINGS: [&str; 2] = ["src/language/en.toml", "src/language/cy.toml"];

fn main() -> io::Result<()> {
    let mut files = vec![PathBuf::from("Cargo.lock")];
    for folder in ["src", "themes/civic"] {
        println!("cargo::rerun-if-changed={folder}");
        add_files(Path::new(folder), &mut files)?;
    }
    println!("cargo::rerun-if-changed=Cargo.lock");
    files.sort();
    println!("cargo::rustc-env=NOTICEBOARD_PROGRAM={:016x}", digest(&files));
    let is_table = |file: &&PathBuf| {
        let folder = file.parent().and_then(Path::to_str);
        folder.is_some_and(|folder| TABLES.contains(&folder)) && file.extension().is_some_and(|ending| ending == "toml")
    };
    for file in files.iter().filter(is_table) {
        prepare(file, "json", |table| json(toml::Value::Table(table)).to_string())?;
    }
    STRINGS.iter().try_for_each(|file| prepare(Path::new(file), "rs", strings))
}

/// Writes what is made of a table beside what the compiler makes: under the table's name, with another ending.
fn prepare(file: &Path, ending: &str, make: impl Fn(toml::Table) -> String) -> io::Result<()> {
    let table = match fs::read_to_string(file)?.parse() {
        Ok(table) => table,
        Err(error) => panic!("{} cannot be read: {error}", file.display()),
    };
    let folder = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let name = file.with_extension(ending).file_name().map(PathBuf::from).unwrap_or_default();
    fs::write(folder.join(name), make(table))
}

/// The same as JSON, which is read in a tenth of the time. A date becomes its text.
fn json(value: toml::Value) -> serde_json::Value {
    match value {
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(truth) => truth.into(),
        toml::Value::Datetime(date) => date.to_string().into(),
        toml::Value::Array(values) => values.into_iter().map(json).collect(),
        toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, json(value))).collect(),
    }
}

/// Strings as an array of Rust: each key in full with its text, in the order of keys.
fn strings(table: toml::Table) -> String {
    let mut flat = Vec::new();
    flatten("", table, &mut flat);
    flat.sort();
    let mut code = String::from("[");
    for (key, text) in flat {
        let _ = write!(code, "({key:?}, {text:?}),");
    }
    code + "]"
}

fn flatten(prefix: &str, table: toml::Table, flat: &mut Vec<(String, String)>) {
    for (key, value) in table {
        let key = if prefix.is_empty() { key } else { format!("{prefix}.{key}") };
        match value {
            toml::Value::Table(table) => flatten(&key, table, flat),
            toml::Value::String(text) => flat.push((key, text)),
            other => panic!("the wording {key} is no string but {other:?}"),
        }
    }
}

/// A digest of the paths and bytes of files. What one program has published can be told from what another would: the
/// digest is the same on every machine.
fn digest(files: &[PathBuf]) -> u64 {
    let mut digest = FNV_OFFSET;
    for file in files {
        // A packaged crate may lack the lock file.
        let Ok(text) = fs::read(file) else { continue };
        digest = fnv(digest, file.as_os_str().as_encoded_bytes());
        digest = fnv(digest, &text);
    }
    digest
}

fn add_files(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { add_files(&path, files)? } else { files.push(path) }
    }
    Ok(())
}

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

/// Fowler, Noll and Vo's hash, 1a.
fn fnv(digest: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(digest, |digest, byte| (digest ^ u64::from(*byte)).wrapping_mul(FNV_PRIME))
}
