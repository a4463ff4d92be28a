//! Tables that must agree: every row of law and every closed list has its words in every language, and the manual
//! for authors names every key that there is.

// A test may stop at the first surprise.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use noticeboard::domain::{
    ControllerKind, CookieKind, Language, LawfulBasis, Merge, Placeholder, RecipientKind, RecognisedInterest,
    RetentionAction, Safeguard, SpecialCategory, StandardSection,
};
use noticeboard::interpret::shape::Shape;
use noticeboard::language::{Wording, Wordings};
use noticeboard::law::{Law, RightGroup};
use noticeboard::schema::{FILES, File};

const MANUAL: &str = include_str!("../docs/authoring.md");

/// The strings that rendering asks for by the names of rows and values.
fn strings_needed() -> Vec<String> {
    let law = Law::load();
    let last = jiff::civil::Date::MAX;
    let mut keys: Vec<String> = Vec::new();
    // How to complain has a section of its own.
    for right in law.rights(last).filter(|right| right.group != RightGroup::Complaint) {
        keys.extend([format!("rights.{}.name", right.id), format!("rights.{}.text", right.id)]);
    }
    for basis in law.bases(last) {
        keys.extend(["name", "because", "where"].map(|part| format!("bases.{}.{part}", basis.id)));
    }
    let points = ('a'..='z').filter(|point| law.condition(*point).is_some());
    keys.extend(points.map(|point| format!("conditions.{point}.text")));
    let numbers = (1..100).filter(|number| law.paragraph(*number).is_some_and(|paragraph| paragraph.condition));
    keys.extend(numbers.map(|number| format!("schedule_1.p{number}")));
    let lists = [
        ("special_categories", SpecialCategory::NAMES),
        ("recognised_interests", RecognisedInterest::NAMES),
        ("recipient_groups", RecipientKind::NAMES),
        ("safeguards", Safeguard::NAMES),
        ("retention_actions", RetentionAction::NAMES),
        ("cookie_kinds", CookieKind::NAMES),
    ];
    keys.extend(lists.iter().flat_map(|(table, names)| names.iter().map(move |name| format!("{table}.{name}"))));
    keys.extend(StandardSection::ALL.map(|section| format!("sections.{}", section.id())));
    keys.extend(Language::ALL.map(|language| format!("languages.{}", language.code())));
    keys.extend((1..=12).map(|month| format!("months.m{month}")));
    keys
}

fn missing(wording: &Wording, needed: &[String]) -> Vec<String> {
    let there: BTreeSet<&str> = wording.iter().map(|(key, _)| key).collect();
    needed.iter().filter(|key| !there.contains(key.as_str())).cloned().collect()
}

#[test]
fn every_row_and_every_value_has_its_words() {
    let wordings = Wordings::load();
    let needed = strings_needed();
    assert!(needed.len() > 120, "{}", needed.len());
    for language in Language::ALL {
        let wording = wordings.of(language);
        assert_eq!(missing(wording, &needed), [""; 0], "{}", language.code());
        let one_more = [needed.clone(), vec!["rights.nothing.name".to_owned()]].concat();
        assert_eq!(missing(wording, &one_more), ["rights.nothing.name"]);
    }
}

/// Keys and names that a manual does not name between backticks, as `key`, `[key]`, `[[key]]`, `key =` or `.key`.
fn unnamed<'a>(manual: &str, names: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    let quoted: Vec<&str> = manual.split('`').skip(1).step_by(2).collect();
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let words: BTreeSet<&str> = quoted.iter().flat_map(|text| text.split(|c| !is_name(c))).collect();
    names.filter(|name| !words.contains(name)).collect()
}

#[test]
fn the_manual_names_every_key_and_every_value() {
    let shapes: Vec<&Shape> = FILES.iter().flat_map(File::shapes).collect();
    assert!(shapes.len() > 20, "the shapes have been found");
    let keys = shapes.iter().flat_map(|shape| shape.keys).map(|key| key.name);
    let values = [
        LawfulBasis::NAMES,
        SpecialCategory::NAMES,
        RecognisedInterest::NAMES,
        RecipientKind::NAMES,
        Safeguard::NAMES,
        RetentionAction::NAMES,
        CookieKind::NAMES,
        ControllerKind::NAMES,
        Merge::NAMES,
    ];
    let names = keys.chain(values.into_iter().flatten().copied());
    let names = names.chain(StandardSection::ALL.map(StandardSection::id));
    assert_eq!(unnamed(MANUAL, names), BTreeSet::new());
    assert_eq!(unnamed("`a` b `[c.d]`", ["a", "b", "c", "d"].into_iter()), BTreeSet::from(["b"]));
}

#[test]
fn the_manual_names_every_placeholder() {
    let parts = Placeholder::names().flat_map(|name| name.split('.'));
    assert_eq!(unnamed(MANUAL, parts), BTreeSet::new());
}

#[test]
fn every_row_of_law_says_where_it_comes_from_and_from_when_to_when_it_holds() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/law");
    let tables = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut rows = 0;
    for path in tables.filter(|path| path.extension().is_some_and(|extension| extension == "toml")) {
        let table: toml::Table = toml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        // What is no list of tables says something about the whole table.
        for row in table.values().filter_map(|value| value.as_array()).flatten().filter_map(|row| row.as_table()) {
            let date = |key: &str| row.get(key).and_then(|value| value.as_datetime()).map(ToString::to_string);
            let source = row.get("source").and_then(|source| source.as_str()).unwrap_or_default();
            let start = date("from").or_else(|| date("since"));
            assert!(!source.is_empty() && start.is_some(), "{}: {row:?}", path.display());
            assert!(date("until").is_none_or(|until| start.unwrap() < until), "{}: {row:?}", path.display());
            rows += 1;
        }
    }
    assert!(rows > 100, "{rows}");
}
