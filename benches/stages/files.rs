//! Files that are published, each made by itself.

use std::sync::Arc;

use divan::Bencher;
use noticeboard::build::build;
use noticeboard::render::Site;

use crate::hub::{self, SIZES};

/// The hub's site. None of its files has been made yet.
fn site(notices: usize) -> Arc<Site> {
    build(&hub::inputs(notices)).site.unwrap()
}

/// The first file whose path ends like this: that of some notice.
fn of_a_notice(site: &Site, ending: &str) -> String {
    let is_notice =
        |path: &&str| path.starts_with("notices/") && path.ends_with(ending) && *path != "notices/index.html";
    site.paths().find(is_notice).unwrap().to_owned()
}

fn make(site: &Site, path: &str) -> usize {
    site.make(path).unwrap().unwrap().len()
}

/// The page of one notice.
#[divan::bench]
fn page_of_notice(bencher: Bencher<'_, '_>) {
    let site = site(60);
    let path = of_a_notice(&site, "/index.html");
    bencher.bench_local(|| make(&site, &path));
}

/// The JSON of one notice.
#[divan::bench]
fn json_of_notice(bencher: Bencher<'_, '_>) {
    let site = site(60);
    let path = of_a_notice(&site, "/notice.json");
    bencher.bench_local(|| make(&site, &path));
}

/// Pages of the whole hub, and its files for machines.
#[divan::bench(args = [
    "index.html",
    "notices/index.html",
    "general/index.html",
    "recipients/index.html",
    "retention/index.html",
    "lawful-bases/index.html",
    "sitemap.xml",
    "feed.xml",
])]
fn overview_of_1000(bencher: Bencher<'_, '_>, path: &str) {
    let site = site(1000);
    bencher.bench_local(|| make(&site, path));
}

/// The index of the search.
#[divan::bench(args = SIZES)]
fn search_index(bencher: Bencher<'_, '_>, notices: usize) {
    let site = site(notices);
    bencher.counter(notices).bench_local(|| make(&site, "search/index.js"));
}

/// The JSON of the hub.
#[divan::bench(args = SIZES)]
fn json_of_hub(bencher: Bencher<'_, '_>, notices: usize) {
    let site = site(notices);
    bencher.counter(notices).bench_local(|| make(&site, "hub.json"));
}
