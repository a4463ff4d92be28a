//! What holds for every page of every portal, and of the repository's own hub.
//!
//! Headings and announcements are followed by something, levels are not skipped, ids are given once, and every
//! address within the hub leads to a page, a document or an anchor that is there.

// A test may stop at the first surprise, in its helpers too.
#![allow(clippy::unwrap_used)]

// Each test uses a part of what they share.
#[allow(dead_code)]
mod golden;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

use golden::html::{Element, Node, parse};
use golden::portal;
use noticeboard::render::Site;

/// Every page of a site, read, by its path.
fn pages(site: &Site) -> BTreeMap<String, Element> {
    let pages = site.iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, bytes)| (path.to_owned(), parse(std::str::from_utf8(bytes).unwrap()))).collect()
}

/// Looks at every page of every portal, and tells all that is wrong at once.
fn check(rule: fn(&str, &Element, &Site, &BTreeMap<String, Element>) -> Vec<String>) {
    let folders = fs::read_dir(portal::folder("")).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = folders.map(|name| name.into_string().unwrap()).collect();
    names.push("../..".to_owned());
    names.sort();
    let mut report = String::new();
    for name in names {
        let site = portal::build(&name);
        let pages = pages(&site);
        for (path, page) in &pages {
            for wrong in rule(path, page, &site, &pages) {
                writeln!(report, "{name}: {path}: {wrong}").unwrap();
            }
        }
    }
    assert!(report.is_empty(), "{report}");
}

/// The blocks of an element in reading order, without their wrappers.
fn blocks(element: &Element) -> Vec<&Element> {
    let mut blocks = Vec::new();
    for child in &element.children {
        match child {
            Node::Element(inner) if matches!(inner.name.as_str(), "div" | "section" | "article") => {
                blocks.extend(self::blocks(inner));
            }
            Node::Element(inner) if !inner.is_inline() => blocks.push(inner),
            _ => {}
        }
    }
    blocks
}

/// The level of a heading; none for any other element.
fn level(element: &Element) -> Option<u32> {
    element.name.strip_prefix('h').and_then(|level| level.parse().ok())
}

#[test]
fn what_is_announced_follows() {
    check(|_, page, _, _| {
        let blocks = blocks(page.first("main").unwrap());
        let mut wrong = Vec::new();
        for (index, block) in blocks.iter().enumerate() {
            let next = blocks.get(index + 1);
            let next_level = next.map(|next| level(next));
            let text = block.text();
            if let Some(level) = level(block)
                && next_level.is_none_or(|next| next.is_some_and(|next| next <= level))
                && level > 1
            {
                wrong.push(format!("nothing stands under the heading \"{text}\""));
            }
            if block.name == "p" && text.ends_with(':') && next_level.is_none_or(|next| next.is_some()) {
                wrong.push(format!("nothing follows \"{text}\""));
            }
            if block.text().is_empty() && block.all(&|inner| inner.name == "img").is_empty() && block.name != "hr" {
                wrong.push(format!("an empty <{}> after \"{}\"", block.name, blocks[index.max(1) - 1].text()));
            }
        }
        wrong
    });
}

#[test]
fn headings_skip_no_level_and_the_first_is_the_only_h1() {
    check(|_, page, _, _| {
        let headings = page.all(&|element| level(element).is_some());
        let levels: Vec<u32> = headings.iter().filter_map(|heading| level(heading)).collect();
        let mut wrong = Vec::new();
        if levels.iter().filter(|level| **level == 1).count() != 1 || levels.first() != Some(&1) {
            wrong.push(format!("the levels of its headings are {levels:?}"));
        }
        for (before, after) in levels.iter().zip(levels.iter().skip(1)) {
            if *after > before + 1 {
                wrong.push(format!("a heading of level {after} comes after one of level {before}"));
            }
        }
        wrong
    });
}

/// Every id of a page.
fn ids(page: &Element) -> Vec<&str> {
    page.all(&|element| element.attribute("id").is_some())
        .iter()
        .filter_map(|element| element.attribute("id"))
        .collect()
}

#[test]
fn ids_are_given_once() {
    check(|_, page, _, _| {
        let mut seen = BTreeSet::new();
        ids(page).into_iter().filter(|id| !seen.insert(*id)).map(|id| format!("the id {id} twice")).collect()
    });
}

/// The path of the file behind an address below the root of the hub.
fn file_of(address: &str) -> String {
    let path = address.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

#[test]
fn every_address_within_the_hub_leads_somewhere() {
    check(|path, page, site, pages| {
        let mut wrong = Vec::new();
        for element in page.all(&|element| element.attribute("href").or(element.attribute("src")).is_some()) {
            let address = element.attribute("href").or(element.attribute("src")).unwrap();
            let (place, anchor) = address.split_once('#').unwrap_or((address, ""));
            if place.contains(':') || place.starts_with("//") {
                continue;
            }
            let file = if place.is_empty() { path.to_owned() } else { file_of(place) };
            let has_anchor = || pages.get(&file).is_some_and(|page| ids(page).contains(&anchor));
            if site.get(&file).is_none() {
                wrong.push(format!("{address} leads nowhere"));
            } else if !anchor.is_empty() && !has_anchor() {
                wrong.push(format!("{address}: there is no such anchor"));
            }
        }
        wrong
    });
}

#[test]
fn links_have_words() {
    check(|_, page, _, _| {
        let links = page.all(&|element| element.name == "a");
        let empty = links.into_iter().filter(|link| link.text().is_empty());
        empty.map(|link| format!("a link to {:?} without words", link.attribute("href"))).collect()
    });
}
