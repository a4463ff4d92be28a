//! What holds for every page of every portal, and of the repository's own hub.
//!
//! Headings and announcements are followed by something, levels are not skipped, ids are given once, and every
//! address within the hub leads to a page, a document or an anchor that is there.

// A test may stop at the first surprise, in its own functions too.
#![allow(clippy::unwrap_used)]

// Each test uses a part of what they share.
#[allow(dead_code)]
mod golden;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

use golden::html::{Element, Node, parse};
use golden::portal;
use noticeboard::render::Site;

/// Every page of a site, read, by its path. The council's documents are its own affair.
fn pages(site: &Site) -> BTreeMap<String, Element> {
    let pages = site.iter().filter(|(path, _)| path.ends_with(".html") && !path.starts_with("documents/"));
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

/// The path of the hub on its host, from the whole address of its home page.
fn base_path(pages: &BTreeMap<String, Element>) -> String {
    let links = pages["index.html"].all(&|element| element.attribute("rel") == Some("canonical"));
    let address = links[0].attribute("href").unwrap().strip_prefix("https://").unwrap();
    address[address.find('/').unwrap()..].to_owned()
}

/// The path of the file behind an address of the hub.
fn file_of<'a>(address: &'a str, base: &str) -> Cow<'a, str> {
    let Some(path) = address.strip_prefix(base) else { return Cow::Borrowed("outside the hub") };
    if path.is_empty() || path.ends_with('/') { Cow::Owned(format!("{path}index.html")) } else { Cow::Borrowed(path) }
}

#[test]
fn every_address_within_the_hub_leads_somewhere() {
    check(|path, page, site, pages| {
        let base = base_path(pages);
        let mut wrong = Vec::new();
        let mut known: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for element in page.all(&|element| element.attribute("href").or(element.attribute("src")).is_some()) {
            let address = element.attribute("href").or(element.attribute("src")).unwrap();
            let (place, anchor) = address.split_once('#').unwrap_or((address, ""));
            if place.contains(':') || place.starts_with("//") {
                continue;
            }
            let file = if place.is_empty() { Cow::Borrowed(path) } else { file_of(place, &base) };
            if site.get(&file).is_none() {
                wrong.push(format!("{address} leads nowhere"));
            } else if !anchor.is_empty() {
                let there = known.entry(file.to_string()).or_insert_with(|| match pages.get(&*file) {
                    Some(page) => ids(page).into_iter().collect(),
                    None => BTreeSet::new(),
                });
                if !there.contains(anchor) {
                    wrong.push(format!("{address}: there is no such anchor"));
                }
            }
        }
        wrong
    });
}

/// The files that the links of a page lead to, and the form in which residents search.
fn linked(page: &Element, base: &str) -> Vec<String> {
    let ways = page.all(&|element| matches!(element.name.as_str(), "a" | "area" | "form"));
    let addresses = ways.into_iter().filter_map(|way| way.attribute("href").or(way.attribute("data-search")));
    addresses.map(|address| file_of(address.split('#').next().unwrap(), base).into_owned()).collect()
}

/// Whether a page is not for search engines.
fn is_unlisted(page: &Element) -> bool {
    !page.all(&|element| element.attribute("name") == Some("robots")).is_empty()
}

#[test]
fn every_page_is_reached_from_the_home_page_and_stands_in_the_sitemap() {
    check(|path, _, site, pages| {
        // A walk over the whole hub, made once.
        if path != "index.html" {
            return Vec::new();
        }
        let base = base_path(pages);
        let mut reached = BTreeSet::from(["index.html".to_owned()]);
        let mut waiting = vec!["index.html".to_owned()];
        while let Some(page) = waiting.pop().and_then(|path| pages.get(&path)) {
            let new: Vec<String> = linked(page, &base).into_iter().filter(|file| pages.contains_key(file)).collect();
            waiting.extend(new.into_iter().filter(|file| reached.insert(file.clone())));
        }
        let sitemap = std::str::from_utf8(site.get("sitemap.xml").unwrap()).unwrap();
        let is_moved =
            |page: &Element| !page.all(&|element| element.attribute("http-equiv") == Some("refresh")).is_empty();
        let mut wrong = Vec::new();
        for (path, page) in pages.iter().filter(|(path, page)| *path != "404.html" && !is_moved(page)) {
            if !reached.contains(path) {
                wrong.push(format!("no way leads to {path}"));
            }
            let address = format!("{base}{}</loc>", path.strip_suffix("index.html").unwrap());
            if !is_unlisted(page) && !sitemap.contains(&address) {
                wrong.push(format!("the sitemap lacks {path}"));
            }
        }
        wrong
    });
}

#[test]
fn links_headings_and_captions_have_words() {
    check(|_, page, _, _| {
        let told = page.all(&|element| matches!(element.name.as_str(), "a" | "caption") || level(element).is_some());
        let empty = told.into_iter().filter(|element| element.text().is_empty());
        empty.map(|element| format!("an empty <{}> {:?}", element.name, element.attributes)).collect()
    });
}

#[test]
fn sections_have_words_for_headings_and_not_their_ids() {
    check(|_, page, _, _| {
        let sections = page.all(&|element| element.name == "section" && element.attribute("id").is_some());
        let heading = |section: &Element| section.first("h2").map(Element::text).unwrap_or_default();
        let bare = sections.into_iter().filter(|section| {
            let id = section.attribute("id").unwrap();
            id.contains('-') && heading(section) == id
        });
        bare.map(|section| format!("the heading \"{}\" is an id", heading(section))).collect()
    });
}
