//! The lists in ARCHITECTURE.md are those of the tree: the code map, and the dependencies.

use std::collections::BTreeSet;

use crate::tree;

/// The names in backticks that begin the rows of a section: of `| `a` | ... |` or `- `a`: ...`.
fn rows(document: &str, section: &str) -> Vec<String> {
    let heading = format!("## {section}");
    let lines = document.lines().skip_while(|line| *line != heading).skip(1);
    let inside = lines.take_while(|line| !line.starts_with("## "));
    let rows = inside.filter_map(|line| line.strip_prefix("| `").or_else(|| line.strip_prefix("- `")));
    rows.filter_map(|row| row.split_once('`')).map(|(name, _)| name.to_owned()).collect()
}

/// Rows without a word of explanation.
fn silent(document: &str, names: &[String]) -> Vec<String> {
    let says_something = |name: &&String| {
        let row = document.lines().find(|line| line[2.min(line.len())..].starts_with(&format!("`{name}`")));
        row.is_some_and(|row| row.len() > name.len() + 15)
    };
    names.iter().filter(|name| !says_something(name)).map(|name| format!("nothing is said of {name}")).collect()
}

/// What is in one list and not in the other.
fn differences(listed: &[String], there: &BTreeSet<String>, what: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for name in listed {
        if !seen.insert(name.clone()) {
            faults.push(format!("the {what} lists {name} twice"));
        } else if !there.contains(name) {
            faults.push(format!("the {what} lists {name}, which is not there"));
        }
    }
    faults.extend(there.difference(&seen).map(|name| format!("the {what} does not list {name}")));
    faults
}

/// The direct dependencies that a manifest names, those of tests and of single systems among them.
fn dependencies(manifest: &str) -> BTreeSet<String> {
    fn add(table: &toml::Table, names: &mut BTreeSet<String>) {
        for (key, value) in table {
            let Some(value) = value.as_table() else { continue };
            if key.ends_with("dependencies") { names.extend(value.keys().cloned()) } else { add(value, names) }
        }
    }
    let mut names = BTreeSet::new();
    add(&manifest.parse().unwrap(), &mut names);
    names
}

#[test]
fn rows_are_read_from_their_section_alone() {
    let document = "## A\n\n- `x`: y\n\n## B\n| `a` | b |\ntext `c`\n- `d`: e\n### C\n- `f`\n## D\n- `g`";
    assert_eq!(rows(document, "B"), ["a", "d", "f"]);
    assert_eq!(
        silent("- `src/a.rs`: what it is for\n- `src/b.rs`\n", &["src/a.rs".into(), "src/b.rs".into()]).len(),
        1
    );
}

#[test]
fn every_difference_is_a_fault() {
    let there = BTreeSet::from(["a".to_owned(), "b".to_owned()]);
    let check = |listed: &[&str], count: usize| {
        let listed: Vec<String> = listed.iter().map(|&name| name.to_owned()).collect();
        assert_eq!(differences(&listed, &there, "list").len(), count, "{listed:?}");
    };
    check(&["a", "b"], 0);
    check(&["a"], 1);
    check(&["a", "b", "c"], 1);
    check(&["a", "b", "b"], 1);
}

#[test]
fn dependencies_of_every_kind_are_found() {
    let manifest = "[dependencies]\na = \"1\"\n[target.'cfg(unix)'.dependencies]\nb = { version = \"1\" }\n\
                    [dev-dependencies]\nc = \"1\"\n[profile.dev.package.\"*\"]\nopt-level = 2\n";
    assert!(dependencies(manifest).iter().eq(["a", "b", "c"]));
}

#[test]
fn the_code_map_lists_the_files_that_there_are() {
    let document = tree::text("ARCHITECTURE.md");
    let listed = rows(&document, "Code map");
    let there = tree::files("src").into_iter().collect();
    tree::hold(&differences(&listed, &there, "code map"));
    tree::hold(&silent(&document, &listed));
}

#[test]
fn every_dependency_has_its_reason() {
    let document = tree::text("ARCHITECTURE.md");
    let listed = rows(&document, "Dependencies");
    tree::hold(&differences(&listed, &dependencies(&tree::text("Cargo.toml")), "list of dependencies"));
    tree::hold(&silent(&document, &listed));
}
