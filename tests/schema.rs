//! What may be written, as JSON Schema, as the page of all keys, and as the program takes it: one and the same.
//!
//! Files are made from the declarations, with every key that there is, and are then spoilt in every place: a validator
//! that is not ours judges by the schema, the program by itself, and the two have to agree each time. To write
//! docs/keys.md anew, run this with `NOTICEBOARD_UPDATE=1`, and read it.

// A test may stop at the first surprise, in its functions too.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs};

use jsonschema::Validator;
use noticeboard::diagnostic::{Diagnostics, Severity};
use noticeboard::interpret::shape::{Ids, Key, Kind, Names, Shape};
use noticeboard::interpret::{FragmentMemo, NoticeMemo, interpret};
use noticeboard::language::Wordings;
use noticeboard::schema::{FILES, File, Holds, json, reference, strings, templates};
use noticeboard::text::{HubPath, Source, Sources};
use serde_json::{Map, Value, json};

fn validator(file: &File) -> Validator {
    let schema: Value = serde_json::from_str(&json::render(file)).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap_or_else(|error| panic!("{}: {error}", file.name));
    jsonschema::validator_for(&schema).unwrap()
}

/// Where a file of each kind stands in the hubs of this test.
fn path(file: &File) -> &'static str {
    match file.name {
        "site" => "site.toml",
        "notice" => "content/notices/tested.md",
        "fragment" => "content/notices/council-tax/tested.md",
        "general" => "content/general/tested.md",
        "page" => "content/pages/tested.md",
        "organisations" => "content/organisations.toml",
        "cookies" => "content/cookies.toml",
        other => panic!("where does {other} stand?"),
    }
}

/// Whether the program takes a file: a hub with that file and others that it may name has no error in it.
fn is_taken(file: &File, written: &Value) -> bool {
    let notice = "+++\ntitle = \"A\"\nsummary = \"B\"\ncategory = \"finance\"\n+++\n";
    let site = "title = \"Hub\"\nbase_url = \"https://a.example/\"\n[controllers.council]\nname = \"Council\"\n\
                [categories]\nfinance = \"Money\"\n";
    let lines: Vec<String> =
        written.as_object().unwrap().iter().map(|(key, value)| format!("{} = {}\n", json!(key), toml(value))).collect();
    let front_matter = lines.concat();
    let is_toml = path(file).ends_with(".toml");
    let text = if is_toml { front_matter } else { format!("+++\n{front_matter}+++\n") };
    let mut files = vec![
        ("content/notices/council-tax/index.md", notice),
        ("content/notices/housing-benefit.md", notice),
        ("content/organisations.toml", "[dwp]\nname = \"DWP\"\n"),
        ("site.toml", site),
    ];
    files.retain(|(other, _)| *other != path(file));
    files.push((path(file), &text));
    files.sort_unstable();
    let sources = Sources::new(
        files.into_iter().map(|(path, text)| Source::from_bytes(HubPath::new(path), text.as_bytes().to_vec())),
    );
    let mut diagnostics = Diagnostics::new();
    interpret(&sources, &FragmentMemo::default(), &Wordings::load(), &mut NoticeMemo::default(), &mut diagnostics);
    let tested = sources.find(path(file)).unwrap();
    !diagnostics.sorted().iter().any(|one| one.severity == Severity::Error && one.place.file == tested)
}

/// A value as TOML on one line. What JSON and TOML write differently are objects.
fn toml(value: &Value) -> String {
    match value {
        Value::Object(map) => {
            let entries: Vec<String> =
                map.iter().map(|(key, value)| format!("{} = {}", json!(key), toml(value))).collect();
            format!("{{ {} }}", entries.join(", "))
        }
        Value::Array(list) => format!("[{}]", list.iter().map(toml).collect::<Vec<_>>().join(", ")),
        other => other.to_string(),
    }
}

/// Whether values are made from the examples of keys where there are any, or from their kinds alone.
#[derive(Clone, Copy, PartialEq)]
enum Make {
    Examples,
    Kinds,
}

/// A file with every key that there is.
fn whole(file: &File, make: Make) -> Value {
    match file.holds {
        Holds::Keys(shape) => table(shape, make, 0),
        Holds::Names(key) => kind(&key.kind, make, 0),
    }
}

fn table(shape: &Shape, make: Make, depth: usize) -> Value {
    let not_chosen = |key: &&Key| !shape.one_of.iter().skip(1).any(|name| *name == key.name);
    let keys = shape.keys.iter().filter(not_chosen).filter(|key| depth < 4 || key.name != "items");
    Value::Object(keys.map(|key| (key.name.to_owned(), held(key, make, depth))).collect())
}

fn held(key: &Key, make: Make, depth: usize) -> Value {
    match (make, key.example.or(key.default)) {
        (Make::Examples, Some(written)) => serde_json::from_str(written).unwrap(),
        _ => kind(&key.kind, make, depth),
    }
}

fn kind(of: &Kind, make: Make, depth: usize) -> Value {
    match of {
        Kind::Text | Kind::Words => json!("words"),
        Kind::Localised => json!({ "en": "words", "cy": "geiriau" }),
        Kind::Colours => json!({ "light": "#0d4f58", "dark": "#fff" }),
        Kind::Strings => json!({ "page": { "skip": "words", "read_in": "{language}: words" } }),
        Kind::Date => json!("2026-10"),
        Kind::Whole(least, _) => json!(least),
        Kind::Truth => json!(true),
        Kind::Url | Kind::Link => json!("https://a.example/b"),
        Kind::Email => json!("a@b.example"),
        Kind::Reach => json!("tel:+441632960111"),
        Kind::Alias => json!("/old/a.html"),
        Kind::Choice(names) => json!(names.last().unwrap()),
        Kind::LawfulBasis => json!("6(1)(ea)"),
        Kind::Article9 => json!("9(2)(j)"),
        Kind::Id(ids) => json!(id(*ids)),
        Kind::OneOrMore(one) | Kind::List(one) => json!([kind(one, make, depth)]),
        Kind::Table(shape) | Kind::WordsOr(shape) | Kind::TextOr(shape) => table(shape, make, depth + 1),
        Kind::Tables(shape) | Kind::TablesOrNone(shape) => json!([table(shape, make, depth + 1)]),
        Kind::Map(Names::Existing(ids), one) => json!({ id(*ids): kind(one, make, depth) }),
        Kind::Map(_, one) => json!({ "council": kind(one, make, depth), "finance": kind(one, make, depth) }),
    }
}

fn id(ids: Ids) -> &'static str {
    match ids {
        Ids::Category => "finance",
        Ids::Controller => "council",
        Ids::Notice => "housing-benefit",
        Ids::Organisation => "dwp",
        Ids::Section => "retention",
        Ids::Language => "cy",
    }
}

/// A way to spoil a value in one place.
type Spoil = fn(&mut Map<String, Value>, &str);

/// The value spoilt in each place in turn, with words for where and how.
fn spoilt(whole: &Value) -> Vec<(String, Value)> {
    let ways: [(&str, Spoil); 3] = [
        ("a number that nothing can be", |map, key| {
            map.insert(key.to_owned(), json!(3.5));
        }),
        ("no such key", |map, key| {
            map.remove(key);
        }),
        ("one key more", |map, key| {
            map.insert(format!("{key}_and_more"), json!(3.5));
        }),
    ];
    let mut found = Vec::new();
    for pointer in pointers(whole, "") {
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        for (how, spoil) in ways {
            let mut changed = whole.clone();
            if let Some(Value::Object(map)) = changed.pointer_mut(parent) {
                spoil(map, key);
                found.push((format!("{pointer}: {how}"), changed));
            }
        }
    }
    found
}

fn pointers(value: &Value, at: &str) -> Vec<String> {
    let below = |key: &str, value: &Value| {
        let pointer = format!("{at}/{key}");
        [vec![pointer.clone()], pointers(value, &pointer)].concat()
    };
    match value {
        Value::Object(map) => map.iter().flat_map(|(key, value)| below(key, value)).collect(),
        Value::Array(list) => list.iter().enumerate().flat_map(|(key, value)| below(&key.to_string(), value)).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn a_file_with_every_key_is_taken_by_schema_and_program() {
    for file in &FILES {
        let validator = validator(file);
        for make in [Make::Examples, Make::Kinds] {
            let whole = whole(file, make);
            let wrong: Vec<String> =
                validator.iter_errors(&whole).map(|error| format!("{}: {error}", error.instance_path())).collect();
            assert_eq!(wrong, [""; 0], "{}: {whole:#}", file.name);
            assert!(is_taken(file, &whole), "{}: {whole:#}", file.name);
        }
    }
}

/// What only a hub as a whole can tell: that a section or an id exists, and that several controllers need a default.
const OF_THE_HUB: [&str; 3] = [
    "fragment: /title: no such key",
    "site: /controllers/council: no such key",
    "site: /default_controller: no such key",
];

#[test]
fn schema_and_program_agree_wherever_a_file_is_spoilt() {
    let (mut both_take, mut both_refuse, mut only_the_schema_takes) = (0, 0, Vec::new());
    for file in &FILES {
        let validator = validator(file);
        for (how, changed) in spoilt(&whole(file, Make::Kinds)) {
            match (validator.is_valid(&changed), is_taken(file, &changed)) {
                (true, true) => both_take += 1,
                (false, false) => both_refuse += 1,
                (true, false) => only_the_schema_takes.push(format!("{}: {how}", file.name)),
                (false, true) => panic!("only the program takes {}: {how}", file.name),
            }
        }
    }
    only_the_schema_takes.sort_unstable();
    assert_eq!(only_the_schema_takes, OF_THE_HUB);
    assert!(both_take > 150 && both_refuse > 600, "{both_take} taken, {both_refuse} refused");
}

/// The names of all members of `properties` anywhere in a schema.
fn properties(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(map) => {
            for (name, value) in map {
                if let ("properties", Value::Object(properties)) = (name.as_str(), value) {
                    found.extend(properties.keys().cloned());
                }
                properties(value, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| properties(value, found)),
        _ => {}
    }
}

#[test]
fn every_key_has_words_in_the_schema_and_on_the_page() {
    let page = reference::render();
    for file in &FILES {
        let mut schema: Value = serde_json::from_str(&json::render(file)).unwrap();
        // Strings are no keys: docs/strings.md has them all.
        schema["$defs"].as_object_mut().unwrap().remove("strings");
        let mut named = BTreeSet::new();
        properties(&schema, &mut named);
        let shapes = file.shapes();
        let declared: BTreeSet<String> =
            shapes.iter().flat_map(|shape| shape.keys).map(|key| key.name.to_owned()).collect();
        // Texts that differ by language have the codes of languages as keys, and colours the kinds of screens.
        named.retain(|name| declared.contains(name) || !["en", "cy", "light", "dark"].contains(&name.as_str()));
        assert_eq!(named, declared, "{}", file.name);
        for shape in shapes {
            let heading = page.find(&format!("# {}\n", noticeboard::text::capitalised(shape.name))).unwrap();
            let section = page[heading + 2..].split("\n#").next().unwrap();
            for key in shape.keys {
                assert!(section.contains(&format!("\n| `{}` | ", key.name)), "{}: {}", shape.name, key.name);
            }
        }
    }
}

/// The front matter of a file as JSON, dates as texts.
fn front_matter(path: &Path) -> Value {
    fn value(of: toml::Value) -> Value {
        match of {
            toml::Value::Table(table) => table.into_iter().map(|(key, inner)| (key, value(inner))).collect(),
            toml::Value::Array(list) => list.into_iter().map(value).collect(),
            toml::Value::Datetime(date) => json!(date.to_string()),
            toml::Value::String(text) => json!(text),
            toml::Value::Integer(number) => json!(number),
            toml::Value::Float(number) => json!(number),
            toml::Value::Boolean(truth) => json!(truth),
        }
    }
    let text = fs::read_to_string(path).unwrap();
    let toml = text.strip_prefix("+++\n").map_or(text.as_str(), |rest| rest.split("\n+++").next().unwrap());
    value(toml::Value::Table(toml.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()))))
}

/// The kind of a file by its place in a hub.
fn kind_of(path: &str) -> Option<&'static str> {
    let name = path.rsplit('/').next().unwrap();
    match path.split('/').collect::<Vec<_>>().as_slice() {
        ["site.toml"] => Some("site"),
        ["content", "organisations.toml"] => Some("organisations"),
        ["content", "cookies.toml"] => Some("cookies"),
        ["content", "notices", _, _] if !name.starts_with("index.") => Some("fragment"),
        ["content", "notices", ..] => Some("notice"),
        ["content", "general", _] => Some("general"),
        ["content", "pages", _] => Some("page"),
        _ => None,
    }
}

fn files_below(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() { files_below(&path, found) } else { found.push(path) }
    }
}

#[test]
fn every_file_of_every_hub_here_is_valid() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let portals = fs::read_dir(root.join("tests/portals")).unwrap().map(|entry| entry.unwrap().path());
    let validators: Vec<(&str, Validator)> = FILES.iter().map(|file| (file.name, validator(file))).collect();
    let mut seen = BTreeSet::new();
    for hub in portals.chain([root.to_owned()]) {
        let mut files = vec![hub.join("site.toml")];
        files_below(&hub.join("content"), &mut files);
        for path in
            files.iter().filter(|path| path.extension().is_some_and(|ending| ending == "md" || ending == "toml"))
        {
            let inside = path.strip_prefix(&hub).unwrap().to_str().unwrap();
            let Some(kind) = kind_of(inside) else { continue };
            let (_, validator) = validators.iter().find(|(name, _)| *name == kind).unwrap();
            let front_matter = front_matter(path);
            let wrong: Vec<String> = validator
                .iter_errors(&front_matter)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert_eq!(wrong, [""; 0], "{}", path.display());
            seen.insert(kind);
        }
    }
    assert_eq!(seen.len(), FILES.len(), "{seen:?}");
}

/// Checks a page of the manual against what the program prints.
#[track_caller]
fn check_page(page: &str, command: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
    if env::var_os("NOTICEBOARD_UPDATE").is_some() {
        fs::write(&path, made).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(made == kept, "{page} is not what `noticeboard {command}` prints: make it anew and read it");
}

#[test]
fn the_page_of_all_keys_is_what_the_program_prints() {
    check_page("docs/keys.md", "schema --all", &reference::render());
}

#[test]
fn the_page_of_strings_is_what_the_program_prints() {
    check_page("docs/strings.md", "theme strings", &strings::page(&Wordings::load()));
}

#[test]
fn the_page_of_themes_is_what_the_program_prints() {
    check_page("docs/themes.md", "theme explain --all", &templates::page());
}
