//! Every public key that an author can write is in `notice.json`, with the value that the author wrote; no other is.
//!
//! The notice is made from the declarations that the program reads front matter by, so a new key is covered at once.

use noticeboard::domain::LawfulBasis;
use noticeboard::interpret::keys::{FRAGMENT, NOTICE};
use noticeboard::interpret::shape::{Ids, Kind, Names, Shape};
use serde_json::{Map, Value, json};

use super::json;
use crate::portal::{Portal, notice_keys};

/// What is never published, by its key in a notice or fragment.
const PRIVATE: [&str; 3] = ["internal", "accept", "owner"];

/// Keys of a fragment that say where its text belongs, which `sections` shows in another form.
const PLACING: [&str; 3] = ["section", "title", "order"];

/// How deep items stand below items.
const DEPTH: usize = 3;

/// Every value that a key may have, as far as the values differ in form. Words say where they stand.
fn values(kind: &Kind, place: &str, depth: usize) -> Vec<Value> {
    match kind {
        Kind::Text | Kind::Words | Kind::Localised | Kind::Link => vec![json!(format!("words of {place}"))],
        Kind::Colours | Kind::Strings => panic!("notices have no such keys: {place}"),
        Kind::Date => vec![json!("2026-10-01")],
        Kind::Whole(least, _) => vec![json!(least)],
        Kind::Truth => vec![json!(true)],
        Kind::Url => vec![json!("https://www.test.example/")],
        Kind::Email | Kind::Reach => vec![json!("somebody@test.example")],
        Kind::Alias => vec![json!(format!("/{}/", place.replace(['.', '_'], "-")))],
        Kind::Choice(names) => names.iter().map(|name| json!(name)).collect(),
        Kind::LawfulBasis => LawfulBasis::NAMES.iter().map(|name| json!(name)).collect(),
        Kind::Article9 => ('a'..='j').map(|point| json!(format!("9(2)({point})"))).collect(),
        Kind::Id(ids) => vec![json!(id(*ids))],
        Kind::OneOrMore(one) | Kind::List(one) => vec![Value::Array(values(one, place, depth))],
        Kind::Table(shape) => vec![table(shape, place, depth, None)],
        Kind::Tables(shape) | Kind::TablesOrNone(shape) => vec![Value::Array(tables(shape, place, depth))],
        Kind::WordsOr(_) if depth == 0 => vec![json!(format!("words of {place}"))],
        Kind::WordsOr(shape) | Kind::TextOr(shape) => {
            let mut all = tables(shape, place, depth.saturating_sub(1));
            all.push(json!(format!("words of {place}")));
            all
        }
        Kind::Map(names, one) => {
            let Names::Existing(ids) = names else { panic!("a map whose names this test does not know: {place}") };
            vec![json!({ id(*ids): values(one, place, depth)[0] })]
        }
    }
}

fn id(ids: Ids) -> &'static str {
    match ids {
        Ids::Category => "homes",
        Ids::Controller => "ero",
        Ids::Notice => "other",
        Ids::Organisation => "dwp",
        Ids::Section => "cookies",
        Ids::Language => "en",
    }
}

/// A table for each alternative of a shape, and as many as its longest list of names asks for.
fn tables(shape: &Shape, place: &str, depth: usize) -> Vec<Value> {
    match shape.one_of {
        [] => {
            let choices = shape
                .keys
                .iter()
                .map(|key| if matches!(key.kind, Kind::Choice(_)) { values(&key.kind, place, 0).len() } else { 1 });
            (0..choices.max().unwrap_or(1)).map(|turn| table(shape, place, depth, Some((turn, None)))).collect()
        }
        alternatives => {
            alternatives.iter().map(|alternative| table(shape, place, depth, Some((0, Some(*alternative))))).collect()
        }
    }
}

/// A table with every key of a shape; of the keys that exclude each other, one.
fn table(shape: &Shape, place: &str, depth: usize, pick: Option<(usize, Option<&str>)>) -> Value {
    let (turn, alternative) = pick.unwrap_or_default();
    let keys = shape.keys.iter().filter(|key| !shape.one_of.contains(&key.name) || alternative == Some(key.name));
    let mut all = Map::new();
    for key in keys {
        let values = values(&key.kind, &format!("{place}.{}", key.name), depth);
        all.insert(key.name.to_owned(), values[turn % values.len()].clone());
    }
    Value::Object(all)
}

/// A value as TOML.
fn toml(value: &Value) -> String {
    match value {
        Value::Object(table) => {
            let pairs: Vec<String> = table.iter().map(|(key, value)| format!("{key} = {}", toml(value))).collect();
            format!("{{ {} }}", pairs.join(", "))
        }
        Value::Array(list) => format!("[{}]", list.iter().map(toml).collect::<Vec<_>>().join(", ")),
        _ => value.to_string(),
    }
}

fn front_matter(table: &Map<String, Value>) -> String {
    table.iter().map(|(key, value)| format!("{key} = {}\n", toml(value))).collect()
}

/// Whether published data says what an author wrote. Ids and names may have become tables that hold them, and tables may
/// hold more than was written.
fn says(published: &Value, written: &Value) -> bool {
    match (published, written) {
        (Value::Object(published), Value::Object(written)) => {
            written.iter().all(|(key, value)| published.get(key).is_some_and(|published| says(published, value)))
        }
        (Value::Object(published), Value::String(_)) => {
            ["id", "name"].iter().any(|key| published.get(*key) == Some(written))
        }
        (Value::Array(published), Value::Array(written)) => {
            written.iter().all(|value| published.iter().any(|published| says(published, value)))
        }
        _ => published == written,
    }
}

/// A hub with a notice and a fragment that have every key.
fn hub() -> (Portal, Map<String, Value>, Map<String, Value>) {
    let Value::Object(mut notice) = table(&NOTICE, "notice", DEPTH, None) else { unreachable!() };
    let Value::Object(mut fragment) = table(&FRAGMENT, "fragment", DEPTH, None) else { unreachable!() };
    notice["accept"] = json!([{ "rule": "reading-level", "reason": "words of notice.accept.reason" }]);
    fragment["section"] = json!("a-section-of-its-own");
    notice["aliases"] = json!(["/an-alias/"]);
    fragment["aliases"] = json!(["/another-alias/"]);
    let dwp = "[dwp]\nname = \"Department for Work and Pensions\"\nkind = \"public-authority\"\nurl = \"https://dwp.example/\"";
    let hub = Portal::new()
        .notice("other", &notice_keys("Other"), "")
        .file("content/organisations.toml", dwp)
        .content("content/notices/everything/index.md", &front_matter(&notice), "")
        .content("content/notices/everything/part.md", &front_matter(&fragment), "Text.");
    (hub, notice, fragment)
}

#[test]
fn every_public_key_is_in_the_data() {
    let (hub, notice, fragment) = hub();
    let run = hub.build();
    run.exit(0);
    let data = json(&run, "notices/everything/notice.json");
    let missing = |written: &Map<String, Value>, left_out: &[&str]| {
        let public = written.iter().filter(|(key, _)| !left_out.contains(&key.as_str()));
        let missing =
            public.filter(|(key, value)| !data.get(key.as_str()).is_some_and(|published| says(published, value)));
        missing.map(|(key, value)| format!("{key}: {value}\nis {:?}\n", data.get(key))).collect::<String>()
    };
    assert_eq!(missing(&notice, &PRIVATE), "");
    assert_eq!(missing(&fragment, &[&PRIVATE[..], &PLACING].concat()), "");
}

#[test]
fn what_is_private_is_in_no_file_for_machines() {
    let (hub, notice, _) = hub();
    let run = hub.build();
    run.exit(0);
    assert!(notice["internal"].as_object().is_some_and(|internal| internal.len() > 10));
    for (path, bytes) in run.site().0 {
        let text = String::from_utf8_lossy(&bytes);
        for words in ["words of notice.internal", "words of notice.accept", "words of fragment.owner"] {
            assert!(!text.contains(words), "{path} says: {words}");
        }
    }
}

#[test]
fn silence_and_none_are_told_apart() {
    let hub =
        Portal::small().notice("closed", &(notice_keys("Closed") + "recipients = \"none\"\ntransfers = \"none\""), "");
    let run = hub.build();
    run.exit(0);
    let (silent, closed) = (json(&run, "notices/allotments/notice.json"), json(&run, "notices/closed/notice.json"));
    for key in ["recipients", "transfers"] {
        assert_eq!(closed[key], json!([]), "{key}");
        assert_eq!(silent.get(key), None, "{key}");
    }
}

#[test]
fn words_are_plain_and_links_keep_their_addresses() {
    let hub = Portal::new().notice("other", &notice_keys("Other"), "").notice(
        "allotments",
        &(notice_keys("Allotments")
            + r#"
appropriate_policy_document = "[our *policy*](document:policy.pdf), or phone [01632 960 111](tel:01632960111)"
[[purposes]]
text = "Let plots with [](notice:other) for {{ controller.short_name }}"
lawful_basis = "6(1)(c)"
"#),
        "",
    );
    let run = hub.file("content/documents/policy.pdf", "x").build();
    run.exit(0);
    let data = json(&run, "notices/allotments/notice.json");
    assert_eq!(
        data["appropriate_policy_document"],
        "our policy <https://privacy.test.example/documents/policy.pdf>, or phone 01632 960 111"
    );
    let purpose = &data["purposes"][0];
    assert_eq!(purpose["text"], "Let plots with Other <https://privacy.test.example/notices/other/> for the council");
    assert_eq!((&purpose["lawful_basis"], &purpose["articles"]), (&json!(["legal-obligation"]), &json!(["6(1)(c)"])));
}
