//! Who may name what: each outside thing has one door.

use crate::code::{find_word, line_at, of_program};
use crate::tree;

/// A thing, the words by which code reaches it, and the files or folders that may.
struct Door {
    what: &'static str,
    words: &'static [&'static str],
    open_to: &'static [&'static str],
}

const fn door(what: &'static str, words: &'static [&'static str], open_to: &'static [&'static str]) -> Door {
    Door { what, words, open_to }
}

const DOORS: &[Door] = &[
    door("Markdown", &["comrak"], &["src/parse/markdown.rs"]),
    door("the template engine", &["minijinja"], &["src/render/template.rs", "src/render/template/"]),
    door("the printer of diagnostics", &["annotate_snippets"], &["src/diagnostic/human.rs"]),
    door("spelling distances", &["strsim"], &["src/diagnostic/nearest.rs"]),
    door("TOML", &["toml::"], &["src/parse/table.rs"]),
    door("CSV", &["csv::{", "csv::Writer"], &["src/text/csv.rs"]),
    door("workbooks", &["rust_xlsxwriter"], &["src/export/sheet.rs"]),
    door("the command line", &["clap"], &["src/cli.rs", "src/cli/theme.rs", "src/main.rs"]),
    door("shells", &["clap_complete", "clap_mangen"], &["src/cli.rs", "src/command/completions.rs"]),
    door("the file system", &["fs", "File::open", "File::create", "rustix::fs"], &["src/disk/"]),
    door(
        "the file system",
        &[
            ".exists(",
            ".is_file(",
            ".is_dir(",
            ".metadata(",
            ".symlink_metadata(",
            ".canonicalize(",
            ".read_dir(",
            ".read_link(",
        ],
        &["src/disk/"],
    ),
    door("the network", &["tokio", "hyper", "TcpListener", "TcpStream"], &["src/serve/"]),
    door("today's date", &["Timestamp::now", "Zoned::now", "SystemTime"], &["src/command/mod.rs"]),
    door("the stopwatch", &["Instant", "rustix::time"], &["src/terminal.rs", "src/build/timings.rs", "src/watch/"]),
    door("the system's events", &["notify"], &["src/watch/"]),
    door("signals and other programs", &["ctrlc", "open::"], &["src/command/watch/"]),
    door(
        "the terminal",
        &["print!", "println!", "eprint!", "eprintln!", "stdout(", "stderr(", "anstream"],
        &["src/terminal.rs"],
    ),
    door("the environment", &["env::", "current_dir", "set_current_dir"], &[]),
    door("processes", &["process::"], &["src/main.rs"]),
    // A thread that waits for others while it makes such a value can take up work that asks for it, and waits for itself.
    door(
        "values made on first use",
        &["OnceLock", "LazyLock", "OnceCell", "LazyCell"],
        // In the last one, what makes the value reads a file and waits for nobody.
        &["src/serve/shown.rs", "src/render/site.rs", "src/text/source.rs"],
    ),
];

/// Words that a file may not use.
fn faults(path: &str, text: &str) -> Vec<String> {
    let code = of_program(path, text);
    let closed = DOORS.iter().filter(|door| !door.open_to.iter().any(|open| path.starts_with(open)));
    let found = closed.flat_map(|door| door.words.iter().map(move |word| (door, *word)));
    let faults = found.flat_map(|(door, word)| {
        let lines = find_word(&code, word).map(|at| line_at(&code, at)).collect::<Vec<_>>();
        lines.into_iter().map(move |line| format!("{path}:{line}: `{word}` reaches {}", door.what))
    });
    faults.collect()
}

/// A module that does not say what it is for.
fn header_faults(path: &str, text: &str) -> Vec<String> {
    let words = text.lines().next().and_then(|line| line.strip_prefix("//! ")).unwrap_or_default();
    if words.len() > 10 { Vec::new() } else { vec![format!("{path}:1: the module has no `//!` header")] }
}

#[test]
fn a_closed_door_is_a_fault() {
    assert_eq!(faults("src/parse/markdown.rs", "use comrak::Arena;"), [""; 0]);
    assert_eq!(faults("src/render/a.rs", "\nuse comrak::Arena;"), ["src/render/a.rs:2: `comrak` reaches Markdown"]);
    for code in [
        "use minijinja::Value;",
        "use std::fs;",
        "use std::{fs, io};",
        "let a = path.exists();",
        "let today = Timestamp::now();",
        "let time = std::time::SystemTime::UNIX_EPOCH;",
        "println!();",
        "std::io::stdout().lock();",
        "std::net::TcpStream::connect(a);",
        "std::env::var(a);",
        "std::process::exit(1);",
        "use std::sync::LazyLock;",
    ] {
        assert_eq!(faults("src/interpret/a.rs", code).len(), 1, "{code}");
    }
    assert_eq!(faults("src/interpret/a.rs", "// std::fs\nlet dfs = \"fs\"; env!(\"A\");"), [""; 0]);
    assert_eq!(faults("src/a.rs", "#[cfg(test)]\nmod tests {\n use std::fs;\n}"), [""; 0]);
}

#[test]
fn a_module_without_a_header_is_a_fault() {
    assert_eq!(header_faults("a.rs", "//! What this answers.\n"), [""; 0]);
    assert_eq!(header_faults("a.rs", "// Comment\n//! Late\n").len(), 1);
    assert_eq!(header_faults("a.rs", "//! \nuse a;").len(), 1);
    assert_eq!(header_faults("a.rs", "").len(), 1);
}

#[test]
fn the_tree_uses_its_doors() {
    let files = tree::rust("src");
    tree::hold(&files.iter().flat_map(|(path, text)| faults(path, text)).collect::<Vec<_>>());
    for door in DOORS {
        for open in door.open_to {
            let mut inside = files.iter().filter(|(path, _)| path.starts_with(open));
            let is_used = |(path, text): &(String, String)| {
                let code = of_program(path, text);
                door.words.iter().any(|word| find_word(&code, word).next().is_some())
            };
            assert!(inside.any(is_used), "{open} no longer needs {}: close the door", door.what);
        }
    }
}

#[test]
fn every_module_has_a_header() {
    let files = [tree::rust("src"), tree::rust("tests"), tree::rust("benches")].concat();
    tree::hold(&files.iter().flat_map(|(path, text)| header_faults(path, text)).collect::<Vec<_>>());
}
