//! A hub works under every host and path, without any server too: from its home page every page is reached, and
//! whatever it names within itself is there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::page::Page;
use crate::portal::{DAY, Portal};
use crate::tree::Tree;

/// A hub of the repository as it is published with some settings: its files, and where they are to be found.
struct Published {
    files: BTreeMap<String, Vec<u8>>,
    pages: BTreeMap<String, Page>,
    /// The address of the hub, with scheme and host.
    base: &'static str,
    is_relative: bool,
}

impl Published {
    fn new(hub: &str, base: &'static str, settings: &str) -> Self {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(hub);
        let mut portal = Portal::new();
        for folder in ["content", "themes"] {
            for (path, bytes) in Tree::of(&source.join(folder)).0 {
                portal = portal.file(&format!("{folder}/{path}"), bytes);
            }
        }
        let site = fs::read_to_string(source.join("site.toml")).unwrap();
        let is_own = |line: &&str| !line.starts_with("links = ") && !line.starts_with("url_style = ");
        let site: Vec<&str> = site.lines().filter(is_own).collect();
        let portal = portal.file("site.toml", format!("{settings}\n{}", site.join("\n")));
        let run = portal.run(&["build", "--as-of", DAY, "--base-url", base]);
        run.exit(0);
        let files = run.site().0;
        let html = files.iter().filter(|(path, _)| path.ends_with(".html"));
        let pages =
            html.map(|(path, bytes)| (path.clone(), Page::new(path, String::from_utf8(bytes.clone()).unwrap())));
        let is_relative = settings.contains("relative");
        Published { pages: pages.collect(), files, base, is_relative }
    }

    /// The path of the hub on its host.
    fn base_path(&self) -> &str {
        &self.base[self.base.match_indices('/').nth(2).unwrap().0..]
    }

    /// The file that an address on a page leads to, and the anchor in it; nothing for one of another host.
    fn leads_to(&self, page: &str, href: &str) -> Option<(String, String)> {
        let (path, anchor) = href.split_once('#').unwrap_or((href, ""));
        let path = path.split('?').next().unwrap();
        let is_whole = href.contains("://");
        if (is_whole && !href.starts_with(self.base)) || href.starts_with("mailto:") || href.starts_with("tel:") {
            return None;
        }
        let file = if path.is_empty() {
            page.to_owned()
        } else if is_whole {
            served(&path[self.base.len()..])
        } else if self.is_relative && page != "404.html" {
            // As a folder on a disk: what is named is a file.
            joined(page, path)
        } else {
            served(path.strip_prefix(self.base_path()).unwrap_or_else(|| panic!("{page}: {href} leaves the hub")))
        };
        Some((file, anchor.to_owned()))
    }

    /// Every address that a page names, in attributes that browsers and scripts follow.
    fn addresses(page: &Page) -> Vec<String> {
        let mut found = Vec::new();
        for element in page.elements() {
            let names = ["href", "src", "action", "data-home", "data-search", "data-index"];
            found.extend(names.iter().filter_map(|name| element.get(name)).map(str::to_owned));
            if element.get("http-equiv") == Some("refresh") {
                found.push(element.get("content").unwrap().split_once("url=").unwrap().1.to_owned());
            }
        }
        found
    }

    /// Walks from the home page, and from old addresses, to everything that is linked.
    fn walk(&self) {
        let mut reached = BTreeSet::from(["index.html".to_owned()]);
        let is_redirect = |page: &Page| page.html.contains("http-equiv=\"refresh\"");
        let redirects = self.pages.iter().filter(|(_, page)| is_redirect(page)).map(|(path, _)| path.clone());
        let mut waiting: Vec<String> = redirects.chain(["index.html".to_owned(), "404.html".to_owned()]).collect();
        while let Some(path) = waiting.pop() {
            for href in Self::addresses(&self.pages[&path]) {
                let Some((file, anchor)) = self.leads_to(&path, &href) else { continue };
                assert!(self.files.contains_key(&file), "{path}: {href} leads to {file}, which is not there");
                let Some(target) = self.pages.get(&file) else { continue };
                assert!(anchor.is_empty() || target.ids().contains(&&*anchor), "{path}: {href} leads to no anchor");
                if reached.insert(file.clone()) {
                    waiting.push(file);
                }
            }
        }
        let missed = self.pages.iter().filter(|(path, page)| {
            !reached.contains(*path)
                && !is_redirect(page)
                && *path != "404.html"
                && !path.ends_with("search/index.html")
        });
        assert_eq!(missed.map(|(path, _)| path).collect::<Vec<_>>(), Vec::<&String>::new());
    }

    /// Every whole address of the hub, in whatever file it stands, is that of a file.
    fn names_what_is_there(&self) {
        let mut count = 0;
        for (path, bytes) in self.files.iter().filter(|(path, _)| !path.starts_with("documents/")) {
            let Ok(text) = std::str::from_utf8(bytes) else { continue };
            assert!(!text.contains('\0'), "{path} is not bound");
            for (start, _) in text.match_indices(self.base) {
                let rest = &text[start + self.base.len()..];
                let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.');
                let below = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
                let file = served(below.trim_end_matches('.'));
                // What stands in data is a name for something and not always an address: it ends in an anchor or a date.
                assert!(self.files.contains_key(&file), "{path}: {}{below} is not there", self.base);
                count += 1;
            }
        }
        assert!(count > 50, "{count} whole addresses");
    }

    /// The paths that a search result leads to.
    fn search_leads_somewhere(&self) {
        let indices = self.files.iter().filter(|(path, _)| path.ends_with("search/index.js"));
        for (path, bytes) in indices {
            let text = std::str::from_utf8(bytes).unwrap();
            let json = text[text.find('{').unwrap()..].trim_end().trim_end_matches(';');
            let index: serde_json::Value = serde_json::from_str(json).unwrap();
            let home = path.strip_suffix("search/index.js").unwrap();
            let addresses = index["addresses"].as_array().unwrap();
            assert!(!addresses.is_empty());
            for address in addresses {
                let file = served(&format!("{home}{}", address.as_str().unwrap()));
                assert!(self.pages.contains_key(&file), "{path}: {address}");
            }
        }
    }

    /// No address depends on a system that tells letters apart by case, or that knows more than ASCII.
    fn has_plain_addresses(&self) {
        for path in self.files.keys() {
            let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"/-_.".contains(&byte);
            assert!(path.bytes().all(is_plain), "{path}");
        }
    }
}

/// The file that a host serves at a path below the hub's.
fn served(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

/// The file at a relative path, as a browser finds it from a page.
fn joined(page: &str, path: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        if part == ".." {
            assert!(parts.pop().is_some(), "{page}: {path} leaves the hub");
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

/// Two languages and the repository's own hub, in one mode, under a path.
fn check(base: &'static str, settings: &str) {
    for hub in [".", "tests/portals/welsh", "tests/portals/features"] {
        let published = Published::new(hub, base, settings);
        published.walk();
        published.names_what_is_there();
        published.search_leads_somewhere();
        published.has_plain_addresses();
    }
}

#[test]
fn every_link_leads_somewhere_at_the_root_and_under_a_path() {
    check("https://privacy.test.example/", "");
    check("https://test.example/a-path/privacy/", "");
}

#[test]
fn every_link_leads_somewhere_where_pages_are_files() {
    check("https://privacy.test.example/", "url_style = \"file\"");
    check("https://test.example/a-path/privacy/", "url_style = \"file\"");
}

#[test]
fn every_link_leads_to_a_file_in_a_folder_without_a_host() {
    check("https://test.example/privacy/", "links = \"relative\"");
    check("https://privacy.test.example/", "links = \"relative\"\nurl_style = \"file\"");
}

#[test]
fn a_hub_with_relative_links_says_the_same_under_every_path() {
    let here = Published::new(".", "https://privacy.test.example/", "links = \"relative\"");
    let there = Published::new(".", "https://test.example/moved/", "links = \"relative\"");
    for (path, page) in &here.pages {
        let moved = there.pages[path].html.replace(there.base, here.base);
        let is_host_bound = path == "404.html";
        assert_eq!(moved == page.html, !is_host_bound, "{path}");
    }
}

#[test]
fn an_address_to_publish_at_is_that_of_a_website() {
    let portal = Portal::small();
    for wrong in ["privacy.test.example", "/privacy/", "ftp://test.example/", "https://test.example/?a"] {
        portal.run(&["build", "--base-url", wrong]).exit(2).says("no address of a website");
    }
    let run = portal.run(&["build", "--as-of", DAY, "--base-url", "https://trial.example/branch"]);
    run.exit(0);
    run.page("/notices/allotments/").holds("href=\"/branch/notices/\"").holds("https://trial.example/branch/notices/");
}

#[test]
fn no_text_is_taken_for_the_place_of_a_link() {
    let front = "title = \"A\\u0000/x\"\nsummary = \"B\\u0000C\"\ncategory = \"finance\"\n";
    for links in ["absolute", "relative"] {
        let portal =
            Portal::new().edit("site.toml", "default_controller", &format!("links = \"{links}\"\ndefault_controller"));
        let run = portal.notice("allotments", front, "").build();
        run.exit(0);
        run.page("/notices/allotments/").says("A\u{fffd}/x").says("B\u{fffd}C");
        assert!(run.site().0.values().all(|bytes| !bytes.contains(&0)));
    }
}
