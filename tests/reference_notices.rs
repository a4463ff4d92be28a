//! The three reference notices: every fact that the originals state is on the page that a portal builds.
//!
//! The facts stand in `portals/<name>/facts.toml`, in the order of the original notice. Text is looked for in what a
//! reader sees of the page's main part, links among those of the main part. All that is missing is told at once.

// A test may stop at the first surprise, in its helpers too.
#![allow(clippy::unwrap_used)]

// Each test uses a part of what they share.
#[allow(dead_code)]
mod golden;

use std::fmt::Write;
use std::fs;

use golden::html::{Element, Node, parse};
use golden::portal;
use noticeboard::render::Site;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    fact: Vec<Fact>,
}

/// A fact of the original notice.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fact {
    /// The fact in words, for reports.
    says: String,
    /// The address of the page that has it.
    page: String,
    /// The words by which it is known there.
    #[serde(default)]
    expect: Vec<String>,
    /// The address of a link that it needs.
    href: Option<String>,
}

/// The main part of a page.
fn main_of(site: &Site, address: &str) -> Option<Element> {
    let bytes = site.get(&format!("{}index.html", address.trim_start_matches('/')))?;
    parse(std::str::from_utf8(bytes).unwrap()).first("main").cloned()
}

/// What a page lacks of a fact; empty if it has it whole.
fn missing(site: &Site, fact: &Fact) -> Vec<String> {
    let Some(main) = main_of(site, &fact.page) else { return vec!["the page itself".to_owned()] };
    let text = main.text();
    let mut missing: Vec<String> = fact
        .expect
        .iter()
        .filter(|words| !text.contains(*words))
        .map(|words| format!("the words \"{words}\""))
        .collect();
    if let Some(href) = &fact.href
        && main.all(&|element| element.name == "a" && element.attribute("href") == Some(href)).is_empty()
    {
        missing.push(format!("a link to {href}"));
    }
    missing
}

/// Checks every fact of a reference notice.
fn check(name: &str) {
    let facts = fs::read_to_string(portal::folder(name).join("facts.toml")).unwrap();
    let facts: Facts = toml::from_str(&facts).unwrap();
    let site = portal::build(name);
    let mut report = String::new();
    for fact in &facts.fact {
        assert!(!fact.expect.is_empty() || fact.href.is_some(), "this fact asks for nothing: {}", fact.says);
        for lacks in missing(&site, fact) {
            writeln!(report, "{}\n    {} lacks {lacks}", fact.says, fact.page).unwrap();
        }
    }
    assert!(report.is_empty(), "{name} does not say all that the original says:\n{report}");
}

#[test]
fn barking_and_dagenham_says_all_that_the_original_says() {
    check("barking-and-dagenham");
}

#[test]
fn hammersmith_and_fulham_says_all_that_the_original_says() {
    check("hammersmith-and-fulham");
}

#[test]
fn havant_says_all_that_the_original_says() {
    check("havant");
}

/// A right as a page prints it.
#[derive(Debug, PartialEq, Eq)]
struct Right<'a> {
    id: &'a str,
    condition: &'a str,
    purposes: Vec<&'a str>,
}

fn right<'a>(id: &'a str, condition: &'a str, purposes: &[&'a str]) -> Right<'a> {
    Right { id, condition, purposes: purposes.to_vec() }
}

/// The words of an item that say where the right applies: from "where" to the article or the end of the sentence.
fn condition(item: &Element) -> String {
    let text = item.text();
    let Some(start) = text.find("where we use") else { return String::new() };
    let words = &text[start..];
    let end = [" (", ". "].iter().filter_map(|mark| words.find(mark)).min().unwrap_or(words.len());
    words[..end].to_owned()
}

/// The rights with the lead of the list in which each stands; none for those that stand in no list.
fn rights_of(section: &Element) -> Vec<(Option<String>, &Element)> {
    let mut rights = Vec::new();
    let mut lead = String::new();
    for child in &section.children {
        let Node::Element(element) = child else { continue };
        match element.name.as_str() {
            "p" => lead = element.text(),
            "ul" => {
                let items = element.all(&|item| item.attribute("data-right").is_some());
                rights.extend(items.into_iter().map(|item| (Some(lead.clone()), item)));
            }
            _ if element.attribute("data-right").is_some() => rights.push((None, element)),
            _ => {
                let within = element.all(&|item| item.attribute("data-right").is_some());
                assert!(within.is_empty(), "a right where none is looked for: {}", element.text());
            }
        }
    }
    rights
}

#[test]
fn hammersmith_and_fulham_gives_exactly_the_rights_of_the_original() {
    let site = portal::build("hammersmith-and-fulham");
    let main = main_of(&site, "/notices/digital-services/").unwrap();
    let section = main.all(&|element| element.attribute("id") == Some("your-rights"))[0];
    let found = rights_of(section);
    let elsewhere = main.all(&|element| element.attribute("data-right").is_some()).len();
    assert_eq!(found.len(), elsewhere, "every right stands in the section on rights");

    let conditions: Vec<String> = found.iter().map(|(_, item)| condition(item)).collect();
    let purposes: Vec<Vec<String>> = found
        .iter()
        .map(|(_, item)| item.all(&|one| one.name == "li").iter().map(|one| one.text()).collect())
        .collect();
    let under = |lead: Option<&str>| -> Vec<Right<'_>> {
        let of_list = (0..found.len()).filter(|index| found[*index].0.as_deref() == lead);
        let right = |index: usize| Right {
            id: found[index].1.attribute("data-right").unwrap(),
            condition: &conditions[index],
            purposes: purposes[index].iter().map(String::as_str).collect(),
        };
        of_list.map(right).collect()
    };

    let protect = "Provide, support and protect the council's digital and IT services";
    let contract = "Enter into contracts with the people and firms that work for H&F, and carry them out";
    let always = ["informed", "access", "rectification", "restriction"].map(|id| right(id, "", &[]));
    let sometimes = [
        right(
            "erasure",
            "where we use it to carry out a contract with you or for our legitimate interests",
            &[protect, contract],
        ),
        right("portability", "where we use it to carry out a contract with you", &[contract]),
        right("automated-decisions", "", &[]),
    ];
    let apart = [right("object", "where we use it for our legitimate interests", &[protect])];
    assert_eq!(under(Some("You have the right to:")), always);
    assert_eq!(under(Some("Depending on why we use your data, you may also have the right to:")), sometimes);
    assert_eq!(under(None), apart);
    assert_eq!(found.len(), always.len() + sometimes.len() + apart.len(), "no other right");
}
