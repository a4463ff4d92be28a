//! Ceilings: a file has 400 lines at most, a function 60.

use crate::code::{block_end, find_word, line_at, without_words};
use crate::tree;

const LINES_OF_A_FILE: usize = 400;
const LINES_OF_A_FUNCTION: usize = 60;

/// Files that may be longer, and why.
const TABLES: [(&str, &str); 2] = [
    ("src/interpret/keys.rs", "only a table: every key that an author may write, declared once"),
    ("src/render/view.rs", "only declarations: every value that templates see, with its meaning"),
];

/// A file or function over its ceiling.
fn faults(path: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let lines = text.lines().count();
    if lines > LINES_OF_A_FILE && !TABLES.iter().any(|(table, _)| *table == path) {
        faults.push(format!("{path}: {lines} lines, and {LINES_OF_A_FILE} are the most: split it"));
    }
    let code = without_words(text);
    for at in find_word(&code, "fn") {
        let lines = code[at..at + block_end(&code[at..])].matches('\n').count() + 1;
        if lines > LINES_OF_A_FUNCTION {
            let line = line_at(&code, at);
            faults.push(format!("{path}:{line}: a function of {lines} lines, and {LINES_OF_A_FUNCTION} are the most"));
        }
    }
    faults
}

#[test]
fn a_long_file_is_a_fault() {
    assert_eq!(faults("src/a.rs", &"\n".repeat(400)), [""; 0]);
    assert_eq!(faults("src/a.rs", &"\n".repeat(401)).len(), 1);
    assert_eq!(faults("src/render/view.rs", &"\n".repeat(401)), [""; 0]);
}

#[test]
fn a_long_function_is_a_fault() {
    let function = |lines: usize| format!("fn a() {{{}}}\nfn b() {{}}", "\n".repeat(lines - 1));
    assert_eq!(faults("src/a.rs", &function(60)), [""; 0]);
    assert_eq!(faults("src/a.rs", &function(61)), ["src/a.rs:1: a function of 61 lines, and 60 are the most"]);
    let braces_in_words = format!("fn a() {{ \"}}\" '}}' // }}\n{}}}", "\n".repeat(70));
    assert_eq!(faults("src/a.rs", &braces_in_words).len(), 1);
}

#[test]
fn the_tree_stays_below_its_ceilings() {
    let files = [tree::rust("src"), tree::rust("tests"), tree::rust("benches")].concat();
    tree::hold(&files.iter().flat_map(|(path, text)| faults(path, text)).collect::<Vec<_>>());
}
