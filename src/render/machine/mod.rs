//! What machines read: one more file for each notice, and a few for the hub.
//!
//! | file | for | module |
//! |---|---|---|
//! | `notices/<id>/notice.json` | programs; as JSON-LD it is a document of the Data Privacy Vocabulary | [`notice`], [`parts`], [`dpv`] |
//! | `notices/<id>/feed.xml` | those who follow a notice; only where its author tells of changes | [`feed`] |
//! | `hub.json` | programs: every notice with its addresses | [`hub`] |
//! | `feed.xml` | those who follow the hub | [`feed`] |
//! | `schemas/` | those who write such programs | this one |
//! | `sitemap.xml`, `robots.txt` | search engines | [`sitemap`] |
//!
//! What pages carry in themselves is in [`page`]. The files of a notice depend on what its page depends on and on
//! nothing else. All words are the authors' and are escaped for the format they stand in.

mod contact;
mod dpv;
pub mod feed;
mod hub;
mod linked;
pub mod notice;
pub mod page;
mod parts;
pub mod sitemap;

use rayon::prelude::*;
use serde::Serialize;
use serde_json::value::RawValue;

use super::context::Context;
use super::sections::Scene;
use crate::domain::{Address, Language};
use crate::resolve::{Page, PageKind};

/// The schemas of the files, by the address at which they are published. A later version that is not a superset of this
/// one gets a number of its own.
const SCHEMAS: [(&str, &str); 2] =
    [(NOTICE_SCHEMA, include_str!("notice-1.schema.json")), (HUB_SCHEMA, include_str!("hub-1.schema.json"))];
const NOTICE_SCHEMA: &str = "/schemas/notice-1.json";
const HUB_SCHEMA: &str = "/schemas/hub-1.json";

/// A file: its path in the published folder, and its bytes.
pub type File = (String, Vec<u8>);

/// Every file for machines.
pub fn files(context: &Context<'_>) -> Vec<File> {
    let law = context.hub.law;
    let languages = &context.config().languages;
    let linked: Vec<(Language, Box<RawValue>)> =
        languages.iter().map(|language| (*language, dpv::context(law.vocabulary(), *language))).collect();
    let linked_data = |language: Language| {
        let found = linked.iter().find(|(of, _)| *of == language);
        found.map_or_else(|| unreachable!("a page is in a language of the hub"), |(_, context)| context.as_ref())
    };
    let pages = context.pages.pages.par_iter();
    let of_notices = pages.flat_map_iter(|page| match page.kind {
        PageKind::Notice(index) => of_notice(context, page, index, linked_data(page.language)),
        _ => Vec::new(),
    });
    let mut files: Vec<File> = of_notices.collect();
    for language in languages {
        files.push((address(context, *language, "hub.json").file(), hub::json(context, *language)));
        let feed =
            feed::of_hub(context, *language).map(|xml| (feed::address(context, *language).file(), xml.into_bytes()));
        files.extend(feed);
    }
    files.extend(SCHEMAS.map(|(address, text)| (Address::new(address).file(), text.as_bytes().to_vec())));
    files.push(("sitemap.xml".to_owned(), sitemap::sitemap(context).into_bytes()));
    files.push(("robots.txt".to_owned(), sitemap::robots(context).into_bytes()));
    files
}

/// The files of the notice on a page, by its index in the register.
fn of_notice(context: &Context<'_>, page: &Page, index: usize, linked_data: &RawValue) -> Vec<File> {
    let scene = Scene::new(context, &context.hub.assembly.documents[index]);
    let mut files = vec![(notice::address(page).file(), notice::json(&scene, page, linked_data))];
    files.extend(feed::of_notice(&scene, page).map(|xml| (feed::address_of_notice(page).file(), xml.into_bytes())));
    files
}

/// The address of a file of the hub in a language.
fn address(context: &Context<'_>, language: Language, name: &str) -> Address {
    let is_default = language == context.config().default_language();
    Address::new(if is_default { format!("/{name}") } else { format!("/{}/{name}", language.code()) })
}

/// The whole address of a schema.
fn schema(context: &Context<'_>, schema: &str) -> String {
    context.canonical(&Address::new(schema))
}

/// A file of JSON.
///
/// # Panics
///
/// Never: the values are texts, numbers, lists and maps with texts as keys.
fn written(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = match serde_json::to_vec(value) {
        Ok(bytes) => bytes,
        Err(error) => panic!("what we publish can be written as JSON: {error}"),
    };
    bytes.push(b'\n');
    bytes
}
