//! Golden portals: every folder in `tests/portals` is built, and the whole output compared with its `expected`.
//!
//! A page is compared by its outline (see `golden/outline.rs`), kept as `<path>.txt`; data key by key, other text byte for
//! byte; assets and documents by the list in `FILES.txt`. A file that differs, is missing or is not used fails the
//! test. `NOTICEBOARD_UPDATE=1 cargo test --test portals` writes what is there now, and still fails where anything
//! has changed, so that nothing is accepted unread.

// A test may stop at the first surprise, in its own functions too, and may print.
#![allow(clippy::unwrap_used, clippy::print_stderr)]

// Each test uses a part of what they share.
#[allow(dead_code)]
mod golden;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use golden::{outline, portal};

macro_rules! portals {
    ($($test:ident = $name:literal,)+) => {
        const PORTALS: &[&str] = &[$($name),+];
        $(#[test] fn $test() { hold($name); })+
    };
}

portals! {
    barking_and_dagenham = "barking-and-dagenham",
    features = "features",
    hammersmith_and_fulham = "hammersmith-and-fulham",
    havant = "havant",
    no_general = "no-general",
    welsh = "welsh",
}

#[test]
fn every_portal_is_tested() {
    let folders = fs::read_dir(portal::folder("")).unwrap().map(|entry| entry.unwrap().file_name());
    let folders: BTreeSet<String> = folders.map(|name| name.into_string().unwrap()).collect();
    assert_eq!(folders, PORTALS.iter().map(|name| (*name).to_owned()).collect());
}

/// Compares what a portal builds with what is expected.
fn hold(name: &str) {
    let expected = portal::folder(name).join("expected");
    let actual = golden_files(name);
    let kept = read_all(&expected, &|_| true);
    let mut report = String::new();
    for path in actual.keys().chain(kept.keys()).collect::<BTreeSet<_>>() {
        match (kept.get(path), actual.get(path)) {
            (Some(kept), Some(actual)) if kept == actual => {}
            (Some(kept), Some(actual)) => report.push_str(&difference(path, kept, actual)),
            (None, _) => writeln!(report, "{path}: built, but not expected").unwrap(),
            (_, None) => writeln!(report, "{path}: expected, but not built").unwrap(),
        }
    }
    if report.is_empty() {
        return;
    }
    if std::env::var_os("NOTICEBOARD_UPDATE").is_some_and(|value| value == "1") {
        rewrite(&expected, &actual, &kept);
        panic!("{name}: {} is rewritten. Read what has changed:\n{report}", expected.display());
    }
    panic!("{name} is not as expected. NOTICEBOARD_UPDATE=1 accepts it; read it then.\n{report}");
}

/// The first line in which two texts differ.
fn difference(path: &str, kept: &str, actual: &str) -> String {
    let (mut kept, mut actual) = (kept.lines(), actual.lines());
    for number in 1.. {
        let (before, now) = (kept.next(), actual.next());
        if before != now || before.is_none() {
            let told = |line: Option<&str>| line.map_or("(the file ends)".to_owned(), |line| format!("`{line}`"));
            return format!("{path}:{number}\n    expected {}\n    built    {}\n", told(before), told(now));
        }
    }
    unreachable!("two texts end somewhere")
}

/// Everything that is kept for a portal, by its path in `expected`.
fn golden_files(name: &str) -> BTreeMap<String, String> {
    let site = portal::build(name);
    let mut files = BTreeMap::new();
    let mut list = String::new();
    for (path, bytes) in site.iter() {
        if ["assets/", "documents/", "schemas/"].iter().any(|folder| path.starts_with(folder)) {
            let path = without_fingerprint(path);
            writeln!(list, "{path} {}", in_short(&path, bytes)).unwrap();
        } else if path.ends_with(".html") {
            files.insert(format!("{path}.txt"), outline::outline(std::str::from_utf8(bytes).unwrap()));
        } else if path.ends_with(".json") {
            files.insert(path.to_owned(), in_lines(bytes));
        } else if path.ends_with("search/index.js") {
            // A value a line, so that one can read what has changed.
            files.insert(path.to_owned(), std::str::from_utf8(bytes).unwrap().replace("\",\"", "\",\n\""));
        } else {
            let text = std::str::from_utf8(bytes).unwrap().to_owned();
            let named = site.paths().filter(|other| text.contains(other) && without_fingerprint(other) != **other);
            let text = named.fold(text.clone(), |text, asset| text.replace(asset, &without_fingerprint(asset)));
            files.insert(path.to_owned(), text);
        }
    }
    files.insert("FILES.txt".to_owned(), list);
    fold_frames(&mut files);
    files
}

/// The path of a file without the digest of its content, which the list tells in a way of its own.
fn without_fingerprint(path: &str) -> String {
    let parts: Vec<&str> = path.split('.').collect();
    match parts.as_slice() {
        [stem, digest, ending @ ("css" | "js")] if digest.len() == 8 => format!("{stem}.{ending}"),
        _ => path.to_owned(),
    }
}

/// Data with a line for each key, in the order of the alphabet, so that a difference can be read.
fn in_lines(json: &[u8]) -> String {
    let data: serde_json::Value = serde_json::from_slice(json).unwrap();
    serde_json::to_string_pretty(&data).unwrap() + "\n"
}

/// What is held of a file that is published as it is: that it is part of the program, or else length and digest.
fn in_short(path: &str, bytes: &[u8]) -> String {
    let of_theme = path.strip_prefix("assets/").map(|path| format!("themes/civic/{path}"));
    let schema = path.strip_prefix("schemas/").and_then(|name| name.strip_suffix(".json"));
    let of_program = of_theme.or(schema.map(|name| format!("src/render/machine/{name}.schema.json")));
    let is_same = |theirs: &String| fs::read(theirs).is_ok_and(|theirs| theirs == bytes);
    match of_program.filter(is_same) {
        Some(theirs) => format!("= {theirs}"),
        None => format!("{} bytes, {:016x}", bytes.len(), digest(bytes)),
    }
}

/// The FNV-1a digest of some bytes.
fn digest(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The pages that have a header and a footer of their own in `expected`.
const HOMES: [&str; 2] = ["index.html.txt", "cy/index.html.txt"];

/// Says "as on the home page" where a page's header or footer is that of the home page of a language. Its own address,
/// which the footer prints for readers on paper, is left out: it is told at the top.
fn fold_frames(files: &mut BTreeMap<String, String>) {
    for (_, text) in files.iter_mut().filter(|(path, _)| path.ends_with(".html.txt")) {
        let address = text.lines().find_map(|line| line.strip_prefix("canonical: ")).map(str::to_owned);
        if let Some(address) = address {
            let is_address = |line: &str| line.starts_with("  p ") && line.trim_end().ends_with(&address);
            *text = text.split_inclusive('\n').filter(|line| !is_address(line)).collect();
        }
    }
    let homes: Vec<&String> = HOMES.iter().filter_map(|path| files.get(*path)).collect();
    let frames: Vec<(&str, String)> =
        homes.iter().flat_map(|home| ["header", "footer"].map(|name| (name, frame(home, name)))).collect();
    // The home page has its search box in the main part, every other page in the header.
    let boxes: Vec<String> = homes.iter().map(|home| search_box(home)).collect();
    for (_, text) in files.iter_mut().filter(|(path, _)| !HOMES.contains(&path.as_str())) {
        for (name, frame) in &frames {
            *text = text.replace(frame, &format!("{name} as on the home page\n"));
        }
        for form in &boxes {
            let header = "header as on the home page";
            *text = text.replace(&format!("{header}\n{form}"), &format!("{header}, with the search box\n"));
        }
    }
}

/// The lines of a block at the edge of an outline: its name, and what is indented below.
fn frame(outline: &str, name: &str) -> String {
    let mut lines = outline.split_inclusive('\n').skip_while(|line| line.trim_end() != name);
    let first: String = lines.next().unwrap_or_default().to_owned();
    first + &lines.take_while(|line| line.starts_with(' ')).collect::<String>()
}

/// The lines of the search box in an outline.
fn search_box(outline: &str) -> String {
    let mut lines = outline.split_inclusive('\n').skip_while(|line| !line.starts_with("  form "));
    let first: String = lines.next().unwrap_or_default().to_owned();
    first + &lines.take_while(|line| line.starts_with("    ")).collect::<String>()
}

/// Every file of a folder that a condition holds for as text, by its path within.
fn read_all(folder: &Path, holds: &dyn Fn(&Path) -> bool) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut waiting: Vec<PathBuf> = vec![folder.to_path_buf()];
    while let Some(next) = waiting.pop() {
        let Ok(entries) = fs::read_dir(&next) else { continue };
        for entry in entries.map(Result::unwrap) {
            let path = entry.path();
            if entry.file_type().unwrap().is_dir() {
                waiting.push(path);
            } else if holds(&path) {
                let within = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                files.insert(within, fs::read_to_string(&path).unwrap());
            }
        }
    }
    files
}

fn rewrite(folder: &Path, actual: &BTreeMap<String, String>, kept: &BTreeMap<String, String>) {
    for path in kept.keys().filter(|path| !actual.contains_key(*path)) {
        fs::remove_file(folder.join(path)).unwrap();
    }
    for (path, text) in actual.iter().filter(|(path, text)| kept.get(*path) != Some(text)) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

#[test]
fn the_first_difference_is_told() {
    assert_eq!(difference("p", "a\nb\n", "a\nc\n"), "p:2\n    expected `b`\n    built    `c`\n");
    assert_eq!(difference("p", "a\n", "a\nc\n"), "p:2\n    expected (the file ends)\n    built    `c`\n");
}

/// The keys that the manual for authors lists: in the first column of its tables, and the internal ones.
fn keys_of_the_manual() -> BTreeSet<String> {
    let manual = fs::read_to_string("docs/authoring.md").unwrap();
    let cells = manual.lines().filter_map(|line| match line.strip_prefix("| ") {
        Some(row) => row.split(" | ").next(),
        None => line.starts_with("`business_function`").then_some(line),
    });
    let names = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2));
    let last = names.filter_map(|name| name.trim_matches(['[', ']']).rsplit('.').next());
    let is_key = |word: &&str| {
        word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_' || byte == b'1')
    };
    last.filter(is_key).map(str::to_owned).collect()
}

#[test]
fn features_uses_every_key_of_the_manual() {
    let texts = read_all(&portal::folder("features/content"), &|path| {
        path.extension().is_some_and(|ending| ending == "md" || ending == "toml")
    });
    let mut all = texts.into_values().collect::<String>();
    all.push_str(&fs::read_to_string(portal::folder("features/site.toml")).unwrap());
    let is_used = |key: &String| {
        let forms = [format!("\n{key} = "), format!("[{key}]"), format!("[[{key}]]"), format!(".{key}]")];
        let inline = [format!("{{ {key} = "), format!(", {key} = "), format!("{key} }}}}"), format!("{key}:")];
        forms.iter().chain(&inline).any(|form| all.contains(form.as_str()))
    };
    let keys = keys_of_the_manual();
    assert!(keys.len() > 80, "the manual lists its keys otherwise now: {keys:?}");
    let unused: Vec<&String> = keys.iter().filter(|key| !is_used(key)).collect();
    assert!(unused.is_empty(), "no file of the portal features uses {unused:?}");
}
