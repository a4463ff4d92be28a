//! The files for machines, in every portal and in the repository's own hub: data against its schemas, linked data
//! against the vocabulary's list, feeds against what Atom asks for.

// A test may stop at the first surprise, in its own functions too.
#![allow(clippy::unwrap_used)]

// Each test uses a part of what they share.
#[allow(dead_code)]
mod golden;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::{Arc, OnceLock};

use golden::portal;
use noticeboard::domain::{
    ControllerKind, LawfulBasis, Merge, RecipientKind, RecognisedInterest, Regime, RetentionAction, Safeguard,
    SpecialCategory,
};
use noticeboard::law::Law;
use noticeboard::render::Site;
use serde_json::{Value, json};

/// The site of every portal, and of the repository's own hub: built once for all tests.
fn sites() -> &'static BTreeMap<String, Arc<Site>> {
    static SITES: OnceLock<BTreeMap<String, Arc<Site>>> = OnceLock::new();
    SITES.get_or_init(|| {
        let folders = fs::read_dir(portal::folder("")).unwrap().map(|entry| entry.unwrap().file_name());
        let names = folders.map(|name| name.into_string().unwrap()).chain(["../..".to_owned()]);
        names.map(|name| (name.clone(), portal::build(&name))).collect()
    })
}

/// Every file of a name in all sites, by where it is.
fn files<'a>(sites: &'a BTreeMap<String, Arc<Site>>, name: &str) -> BTreeMap<String, &'a str> {
    let mut found = BTreeMap::new();
    for (portal, site) in sites {
        for (path, bytes) in site.iter().filter(|(path, _)| path.rsplit('/').next() == Some(name)) {
            found.insert(format!("{portal}: {path}"), std::str::from_utf8(bytes).unwrap());
        }
    }
    found
}

fn read(files: &BTreeMap<String, &str>) -> BTreeMap<String, Value> {
    files.iter().map(|(place, text)| (place.clone(), serde_json::from_str(text).unwrap())).collect()
}

/// The published schema of a name.
fn schema(name: &str) -> Value {
    serde_json::from_slice(sites()["no-general"].get(&format!("schemas/{name}")).unwrap()).unwrap()
}

/// A schema that allows nothing that it does not describe. The published one does, so that keys can be added.
fn strict(mut schema: Value) -> Value {
    fn close(schema: &mut Value) {
        match schema {
            Value::Object(keys) => {
                if keys.get("properties").is_some_and(Value::is_object) && keys.get("type") == Some(&json!("object")) {
                    keys.insert("additionalProperties".to_owned(), json!(false));
                }
                keys.values_mut().for_each(close);
            }
            Value::Array(list) => list.iter_mut().for_each(close),
            _ => {}
        }
    }
    close(&mut schema);
    schema
}

#[test]
fn every_file_is_as_its_schema_says() {
    let sites = sites();
    for (file, name) in [("notice.json", "notice-1.json"), ("hub.json", "hub-1.json")] {
        let schema = strict(schema(name));
        let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
        let files = read(&files(sites, file));
        assert!(files.len() >= sites.len(), "{file} is missing somewhere");
        for (place, data) in &files {
            let wrong: Vec<String> =
                validator.iter_errors(data).map(|error| format!("{}: {error}", error.instance_path())).collect();
            assert!(wrong.is_empty(), "{place}:\n{}", wrong.join("\n"));
        }
    }
}

#[test]
fn a_file_that_is_not_as_the_schema_says_is_noticed() {
    let sites = sites();
    let (_, good) = read(&files(sites, "notice.json")).into_iter().next().unwrap();
    let validator =
        jsonschema::options().should_validate_formats(true).build(&strict(schema("notice-1.json"))).unwrap();
    assert!(validator.is_valid(&good));
    let spoilt = |change: fn(&mut Value)| {
        let mut bad = good.clone();
        change(&mut bad);
        assert!(!validator.is_valid(&bad), "{bad}");
    };
    spoilt(|bad| bad["internal"] = json!({}));
    spoilt(|bad| bad["last_updated"] = json!("1 October 2026"));
    spoilt(|bad| bad["purposes"][0]["lawful_basis"] = json!(["6(1)(c)"]));
    spoilt(|bad| bad["controller"]["owner"] = json!("somebody"));
    spoilt(|bad| bad["url"] = json!("not an address"));
    spoilt(|bad| {
        bad.as_object_mut().unwrap().remove("title");
    });
}

/// The names of all properties that a schema describes, and of all keys of some data.
fn names(value: &Value, of_schema: bool, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(keys) => {
            let described = if of_schema { value.get("properties").and_then(Value::as_object) } else { Some(keys) };
            found.extend(described.into_iter().flat_map(|keys| keys.keys().cloned()));
            keys.values().for_each(|value| names(value, of_schema, found));
        }
        Value::Array(list) => list.iter().for_each(|value| names(value, of_schema, found)),
        _ => {}
    }
}

#[test]
fn the_schemas_describe_nothing_that_is_never_published() {
    let sites = sites();
    for (file, name) in [("notice.json", "notice-1.json"), ("hub.json", "hub-1.json")] {
        let (mut described, mut published) = (BTreeSet::new(), BTreeSet::new());
        names(&schema(name), true, &mut described);
        read(&files(sites, file)).values().for_each(|data| names(data, false, &mut published));
        let never: Vec<&String> = described.difference(&published).collect();
        assert!(never.is_empty(), "{name} describes {never:?}");
    }
}

#[test]
fn the_schemas_know_every_name_that_authors_may_write() {
    fn lists(value: &Value, found: &mut BTreeSet<Vec<String>>) {
        match value {
            Value::Object(keys) => {
                if let Some(Value::Array(list)) = keys.get("enum") {
                    let names: BTreeSet<String> = list.iter().filter_map(Value::as_str).map(str::to_owned).collect();
                    found.insert(names.into_iter().collect());
                }
                keys.values().for_each(|value| lists(value, found));
            }
            Value::Array(list) => list.iter().for_each(|value| lists(value, found)),
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    lists(&schema("notice-1.json"), &mut found);
    let known = [
        LawfulBasis::NAMES,
        SpecialCategory::NAMES,
        RecognisedInterest::NAMES,
        Regime::NAMES,
        RecipientKind::NAMES,
        Safeguard::NAMES,
        RetentionAction::NAMES,
        ControllerKind::NAMES,
        Merge::NAMES,
    ];
    for names in known {
        let mut sorted: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        sorted.sort_unstable();
        assert!(found.contains(&sorted), "the schema does not list {names:?}");
    }
}

/// The terms of the vocabulary that have been looked up.
fn terms() -> BTreeSet<String> {
    let list = fs::read_to_string("tests/data/dpv-2.3-terms.txt").unwrap();
    list.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

/// Every short name in linked data: properties, classes and the things themselves.
fn short_names(node: &Value, found: &mut BTreeSet<String>) {
    match node {
        Value::Object(properties) => {
            for (property, value) in properties {
                if !property.starts_with('@') {
                    found.insert(property.clone());
                }
                if property == "@id" || property == "@type" {
                    let one = std::slice::from_ref(value);
                    let names = value.as_array().map_or(one, Vec::as_slice).iter().filter_map(Value::as_str);
                    let is_whole = |name: &&str| {
                        ["http:", "https:", "mailto:", "tel:"].iter().any(|scheme| name.starts_with(scheme))
                    };
                    found.extend(names.filter(|name| !is_whole(name)).map(str::to_owned));
                }
                short_names(value, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| short_names(value, found)),
        _ => {}
    }
}

/// Terms in a place where the vocabulary has none of their kind: it writes properties small, and classes large.
fn misplaced(node: &Value, found: &mut Vec<String>) {
    let is_class = |name: &str| name.split_once(':').is_some_and(|(_, term)| term.starts_with(char::is_uppercase));
    match node {
        Value::Object(properties) => {
            found.extend(properties.keys().filter(|property| is_class(property)).cloned());
            let kinds = properties.get("@type").into_iter().flat_map(|kinds| match kinds {
                Value::Array(list) => list.as_slice(),
                one => std::slice::from_ref(one),
            });
            let kinds = kinds.filter_map(Value::as_str).filter(|kind| !kind.starts_with("xsd:") && !is_class(kind));
            found.extend(kinds.map(str::to_owned));
            properties.values().for_each(|value| misplaced(value, found));
        }
        Value::Array(list) => list.iter().for_each(|value| misplaced(value, found)),
        _ => {}
    }
}

/// What is wrong with a short name. The other vocabularies that we use have few terms.
fn mistake(name: &str, terms: &BTreeSet<String>, prefixes: &Value) -> Option<String> {
    let (prefix, term) = name.split_once(':').unwrap_or(("", name));
    let is_known = match prefix {
        "dct" => ["title", "description", "modified", "source"].contains(&term),
        "xsd" => ["date", "gYearMonth"].contains(&term),
        "uk" => term.starts_with("ukpga/2018/12/") || term.starts_with("eur/2016/679/article/"),
        _ => terms.contains(name),
    };
    let is_bound = prefixes.get(prefix).is_some_and(Value::is_string);
    (!is_known || !is_bound).then(|| format!("{name} is no term of the vocabulary"))
}

#[test]
fn every_term_in_the_linked_data_is_one_of_the_vocabulary() {
    let (sites, terms) = (sites(), terms());
    let mut used = BTreeSet::new();
    for (place, data) in read(&files(sites, "notice.json")) {
        let mut names = BTreeSet::new();
        short_names(&data["@graph"], &mut names);
        assert!(names.contains("dpv:PrivacyNotice"), "{place}");
        let wrong: Vec<String> = names.iter().filter_map(|name| mistake(name, &terms, &data["@context"])).collect();
        assert!(wrong.is_empty(), "{place}: {wrong:?}");
        let mut wrong = Vec::new();
        misplaced(&data["@graph"], &mut wrong);
        assert!(wrong.is_empty(), "{place}: {wrong:?} stand where the vocabulary has no such term");
        used.extend(names);
    }
    // What the portals hold between them, so that the test above has seen each way of saying something.
    for name in [
        "dpv:hasDataProcessor",
        "dpv:hasJointDataControllers",
        "dpv:EndlessDuration",
        "dpv:ThirdCountry",
        "dpv:FullAutomation",
    ] {
        assert!(used.contains(name), "no portal has {name}");
    }
}

#[test]
fn the_table_of_terms_has_every_name_and_no_term_beyond_the_vocabulary() {
    let (law, terms) = (Law::load(), terms());
    let table = law.vocabulary();
    let prefixes = serde_json::to_value(&table.prefix).unwrap();
    let wrong: Vec<String> = table.terms().filter_map(|name| mistake(name, &terms, &prefixes)).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    assert!(LawfulBasis::ALL.iter().all(|(_, basis)| table.lawful_basis(*basis).is_some()));
    assert!(SpecialCategory::ALL.iter().all(|(_, category)| table.special_category(*category).is_some()));
    assert!(RecipientKind::ALL.iter().all(|(_, kind)| table.recipient(*kind).is_some()));
    assert!(ControllerKind::ALL.iter().all(|(_, kind)| table.controller(*kind).is_some()));
    let safeguards = Safeguard::ALL.iter().filter(|(_, safeguard)| *safeguard != Safeguard::Exception);
    assert!(safeguards.clone().all(|(_, safeguard)| table.safeguard(*safeguard).is_some()));
    assert!(('a'..='j').all(|point| table.condition(point).is_some()));
    assert!(('a'..='g').all(|point| table.exception(point).is_some()));
    let rights = law.rights(jiff::civil::date(2026, 11, 21)).map(|right| right.id.as_str());
    let without: Vec<&str> = rights.filter(|id| table.right(id).is_none()).collect();
    assert!(without.is_empty(), "{without:?}");
}

/// The text of the only child of a name.
fn text<'a>(node: &roxmltree::Node<'a, '_>, name: &str) -> &'a str {
    let found: Vec<_> = node.children().filter(|child| child.has_tag_name((ATOM, name))).collect();
    assert_eq!(found.len(), 1, "<{name}> of {node:?}");
    found[0].text().unwrap()
}

/// The address of a link of a feed or an entry.
fn link<'a>(node: &roxmltree::Node<'a, '_>, rel: &str) -> &'a str {
    let is_it =
        |child: &roxmltree::Node<'_, '_>| child.has_tag_name((ATOM, "link")) && child.attribute("rel") == Some(rel);
    let found: Vec<_> = node.children().filter(is_it).collect();
    assert_eq!(found.len(), 1, "links of {node:?}");
    found[0].attribute("href").unwrap()
}

const ATOM: &str = "http://www.w3.org/2005/Atom";

/// What Atom asks of a feed: RFC 4287, sections 4.1.1 and 4.1.2.
fn hold_feed(place: &str, xml: &str, addresses: &BTreeSet<String>) {
    let document = roxmltree::Document::parse(xml).unwrap();
    let feed = document.root_element();
    assert!(feed.has_tag_name((ATOM, "feed")), "{place}");
    let own = link(&feed, "self");
    assert!(own.ends_with(place.split_once(": ").unwrap().1), "{place} says that it is {own}");
    assert_eq!(text(&feed, "id"), own);
    assert!(!text(&feed, "title").is_empty());
    assert!(addresses.contains(link(&feed, "alternate")), "{place}");
    let author = feed.children().find(|child| child.has_tag_name((ATOM, "author"))).unwrap();
    assert!(!text(&author, "name").is_empty());
    let mut ids = BTreeSet::from([own]);
    let mut latest = "";
    for entry in feed.children().filter(|child| child.has_tag_name((ATOM, "entry"))) {
        assert!(ids.insert(text(&entry, "id")), "{place}: {} is there twice", text(&entry, "id"));
        assert!(!text(&entry, "title").is_empty() && !text(&entry, "summary").is_empty());
        assert!(addresses.contains(link(&entry, "alternate")), "{place}");
        latest = latest.max(text(&entry, "updated"));
    }
    assert_eq!(text(&feed, "updated"), latest, "{place}");
    let form: String = latest.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    assert_eq!(form, "0000-00-00T00:00:00Z", "{place}");
}

#[test]
fn every_feed_is_as_atom_asks() {
    let mut feeds = 0;
    for (name, site) in sites() {
        let sitemap = std::str::from_utf8(site.get("sitemap.xml").unwrap()).unwrap().to_owned();
        let pages = sitemap.split("<loc>").skip(1).map(|rest| rest.split_once("</loc>").unwrap().0.to_owned());
        let addresses: BTreeSet<String> = pages.collect();
        for (place, xml) in
            files(sites(), "feed.xml").iter().filter(|(place, _)| place.starts_with(&format!("{name}: ")))
        {
            hold_feed(place, xml, &addresses);
            feeds += 1;
        }
    }
    assert!(feeds > 10, "only {feeds} feeds");
}

#[test]
fn the_hub_leads_to_every_notice() {
    for (name, site) in sites() {
        let base = |data: &Value| data["url"].as_str().unwrap().to_owned();
        let hub: Value = serde_json::from_slice(site.get("hub.json").unwrap()).unwrap();
        let base = base(&hub);
        let mut listed = BTreeSet::new();
        for path in ["hub.json", "cy/hub.json"] {
            let Some(bytes) = site.get(path) else { continue };
            let hub: Value = serde_json::from_slice(bytes).unwrap();
            for notice in hub["notices"].as_array().unwrap() {
                let path = notice["json"].as_str().unwrap().strip_prefix(&base).unwrap().to_owned();
                let data: Value = serde_json::from_slice(site.get(&path).unwrap()).unwrap();
                for key in ["id", "title", "summary", "url"] {
                    assert_eq!(data[key], notice[key], "{name}: {path}");
                }
                assert_eq!(
                    (&data["category"]["id"], &data["controller"]["id"]),
                    (&notice["category"], &notice["controller"])
                );
                listed.insert(path);
            }
        }
        let published: BTreeSet<String> =
            site.iter().map(|(path, _)| path.to_owned()).filter(|path| path.ends_with("/notice.json")).collect();
        assert_eq!(listed, published, "{name}");
    }
}
