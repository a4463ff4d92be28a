//! Floors: a module depends only on floors below its own.
//!
//! A stage may also use the types that an earlier stage gives, and the tables of floor 2 may use the
//! words of the field: the pairs are listed one by one.

use crate::code::{find_word, line_at, without_words};
use crate::tree;

/// Every module at the top of the crate, by floor.
const FLOORS: [(u8, &[&str]); 9] = [
    (8, &["main"]),
    (7, &["command"]),
    (6, &["cli", "terminal"]),
    (5, &["disk", "watch", "serve", "report", "export", "schema"]),
    (4, &["build"]),
    (3, &["parse", "interpret", "assemble", "resolve", "check", "render"]),
    (2, &["domain", "law", "language", "config"]),
    (1, &["diagnostic"]),
    (0, &["text", "memo", "exact"]),
];

/// Who may use whom on one floor. Between stages only types: what a stage gives, never what it does.
const ON_ONE_FLOOR: [(&str, &str); 12] = [
    ("interpret", "parse"),
    ("assemble", "interpret"),
    ("resolve", "parse"),
    ("resolve", "interpret"),
    ("resolve", "assemble"),
    ("check", "assemble"),
    ("check", "resolve"),
    ("render", "assemble"),
    ("render", "resolve"),
    ("law", "domain"),
    ("language", "domain"),
    ("config", "domain"),
];

fn floor(module: &str) -> Option<u8> {
    FLOORS.iter().find(|(_, modules)| modules.contains(&module)).map(|(floor, _)| *floor)
}

/// The module at the top of the crate to which a file belongs: `render` for `src/render/notice.rs`.
fn module_of(path: &str) -> &str {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs")
}

/// A mention of a module at the top of the crate.
#[derive(Debug, PartialEq)]
struct Use {
    module: String,
    /// What is named in it; empty where it is the module itself.
    names: Vec<String>,
    line: usize,
}

/// Every mention of another part of the crate in some code.
fn uses(code: &str) -> Vec<Use> {
    let roots = ["crate::", "noticeboard::"];
    let starts = roots.iter().flat_map(|root| find_word(code, root).map(|at| (at, at + root.len())));
    let found = starts.flat_map(|(at, after)| {
        let line = line_at(code, at);
        parts(&code[after..]).into_iter().map(move |part| {
            let (module, rest) = part.split_once("::").unwrap_or((&part, ""));
            let names = if rest.is_empty() { Vec::new() } else { parts(rest) };
            Use { module: module.to_owned(), names, line }
        })
    });
    found.collect()
}

/// The paths at the start of some code: one, or those between braces.
fn parts(code: &str) -> Vec<String> {
    let mut depth = 0;
    let end = code.find(|c: char| match c {
        '{' => {
            depth += 1;
            false
        }
        '}' if depth > 0 => {
            depth -= 1;
            false
        }
        _ if depth > 0 => false,
        _ => !(c.is_alphanumeric() || matches!(c, '_' | ':' | '*')),
    });
    let path: String = code[..end.unwrap_or(code.len())].split_whitespace().collect();
    let Some(inner) = path.strip_prefix('{').and_then(|path| path.strip_suffix('}')) else { return vec![path] };
    let mut list = vec![String::new()];
    for c in inner.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if c == ',' && depth == 0 { list.push(String::new()) } else { list.last_mut().unwrap().push(c) }
    }
    list.retain(|part| !part.is_empty());
    list
}

/// Uses of floors that are not below the file's own.
fn faults(path: &str, text: &str) -> Vec<String> {
    let module = module_of(path);
    let Some(own) = floor(module) else { return vec![format!("{path}: the module {module} stands on no floor")] };
    let mut faults = Vec::new();
    for Use { module: other, names, line } in uses(&without_words(text)) {
        let fault = match floor(&other) {
            _ if other == module => None,
            None => Some(format!("{other} is no module that stands on a floor")),
            Some(below) if below < own => None,
            Some(above) if above > own => Some(format!("floor {own} uses {other} on floor {above}")),
            Some(_) if !ON_ONE_FLOOR.contains(&(module, &other)) => {
                Some(format!("{module} uses {other}, which stands on the same floor"))
            }
            Some(3) if names.is_empty() || names.iter().any(|name| !name.starts_with(char::is_uppercase)) => {
                Some(format!("{module} uses more of {other} than its types: {names:?}"))
            }
            Some(_) => None,
        };
        faults.extend(fault.map(|fault| format!("{path}:{line}: {fault}")));
    }
    faults.extend(climbs(path, text));
    faults
}

/// Chains of `super::` that reach the top of the crate, where another module could be named unseen.
fn climbs(path: &str, text: &str) -> Vec<String> {
    let code = crate::code::of_program(path, text);
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    let chain = "super::".repeat(inside.split('/').count());
    let found = find_word(&code, &chain).map(|at| line_at(&code, at));
    found.map(|line| format!("{path}:{line}: write `crate::` where `super::` would reach the top")).collect()
}

/// Whether the floors in a table of documentation are ours: rows such as `| 4 | [`mod@build`]: ... |`.
fn table_faults(path: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (number, modules) in FLOORS {
        let start = format!("| {number} |");
        let row = text.lines().find_map(|line| line.trim_start_matches("//! ").strip_prefix(&start));
        let Some(row) = row else {
            faults.push(format!("{path}: the floor {number} is not in the table"));
            continue;
        };
        let words: Vec<&str> = row.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
        let all: Vec<&str> = FLOORS.iter().flat_map(|(_, modules)| modules.iter().copied()).collect();
        let quoted = |module: &&&str| row.contains(&format!("`{module}`")) || row.contains(&format!("@{module}`"));
        let named: Vec<&str> = all.iter().filter(quoted).copied().collect();
        if named != modules || !modules.iter().all(|module| words.contains(module)) {
            faults.push(format!("{path}: floor {number} has {modules:?}, and the table says {named:?}"));
        }
    }
    faults
}

#[test]
fn a_higher_floor_is_a_fault() {
    assert_eq!(faults("src/domain/a.rs", "use crate::text::Span;\n"), [""; 0]);
    assert_eq!(
        faults("src/domain/a.rs", "//!\nuse crate::render::Site;"),
        ["src/domain/a.rs:2: floor 2 uses render on floor 3"]
    );
    assert_eq!(faults("src/text/a.rs", "fn a() -> crate::disk::Error {}").len(), 1);
    assert_eq!(faults("src/text/a.rs", "use crate::{text::Span, disk::{self, Error}, law::Law};").len(), 2);
    assert_eq!(faults("src/text/a.rs", "// crate::disk\nlet a = \"crate::disk\";").len(), 0);
    assert_eq!(faults("src/handler/a.rs", "").len(), 1);
    assert_eq!(faults("src/main.rs", "use noticeboard::nothing::X;").len(), 1);
}

#[test]
fn the_same_floor_is_a_fault_but_for_the_types_of_an_earlier_stage() {
    assert_eq!(faults("src/resolve/a.rs", "use crate::parse::{Fragment, Table};"), [""; 0]);
    assert_eq!(faults("src/parse/a.rs", "use crate::resolve::Page;").len(), 1);
    assert_eq!(faults("src/cli.rs", "use crate::terminal::say;").len(), 1);
    assert_eq!(faults("src/resolve/a.rs", "use crate::parse::{Fragment, parse};").len(), 1);
    assert_eq!(faults("src/resolve/a.rs", "use crate::parse::table::Table;").len(), 1);
    assert_eq!(faults("src/law/a.rs", "use crate::domain::alphabet::letters;"), [""; 0]);
}

#[test]
fn a_climb_to_the_top_is_a_fault() {
    assert_eq!(faults("src/law/tests.rs", "use super::*;").len(), 0);
    assert_eq!(faults("src/law/mod.rs", "use super::render::Site;").len(), 1);
    assert_eq!(faults("src/render/a.rs", "use super::view::Link;").len(), 0);
    assert_eq!(faults("src/render/sections/a.rs", "use super::super::super::disk::Error;").len(), 1);
}

#[test]
fn a_table_of_other_floors_is_a_fault() {
    let row = |(number, modules): &(u8, &[&str])| format!("| {number} | `{}` |\n", modules.join("`, `"));
    let table: String = FLOORS.iter().map(row).collect();
    assert_eq!(table_faults("a", &table), [""; 0]);
    assert_eq!(table_faults("a", &table.replace("`terminal`", "")).len(), 1);
    assert_eq!(table_faults("a", &table.replace("`disk`", "`disk`, `text`")).len(), 1);
    assert_eq!(table_faults("a", &table.replace("| 1 |", "| 9 |")).len(), 1);
}

#[test]
fn the_tree_stands_on_its_floors() {
    let files = tree::rust("src");
    let inside: Vec<_> = files.iter().filter(|(path, _)| path != "src/lib.rs").collect();
    tree::hold(&inside.iter().flat_map(|(path, text)| faults(path, text)).collect::<Vec<_>>());
    tree::hold(&table_faults("src/lib.rs", &format!("{}\n| 8 | `main` |", tree::text("src/lib.rs"))));
    tree::hold(&table_faults("ARCHITECTURE.md", &tree::text("ARCHITECTURE.md")));
    for (module, other) in ON_ONE_FLOOR {
        let mut code = inside.iter().filter(|(path, _)| module_of(path) == module);
        let is_used = code.any(|(_, text)| uses(&without_words(text)).iter().any(|found| found.module == other));
        assert!(is_used, "{module} no longer uses {other}: take the pair off the list");
    }
}
