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
//! nothing else: they are remembered under the same key. All words are the authors' and are escaped for the format they stand in.

mod contact;
mod dpv;
pub mod feed;
mod hub;
mod linked;
pub mod notice;
pub mod page;
mod parts;
pub mod sitemap;

use serde::Serialize;
use serde_json::value::RawValue;

use super::context::Context;
use super::key::Files;
use super::sections::Scene;
use crate::domain::{Address, Language};
use crate::resolve::Page;

/// The schemas of the files, by the address at which they are published. A later version that is not a superset of this
/// one gets a number of its own.
const SCHEMAS: [(&str, &str); 2] =
    [(NOTICE_SCHEMA, include_str!("notice-1.schema.json")), (HUB_SCHEMA, include_str!("hub-1.schema.json"))];
const NOTICE_SCHEMA: &str = "/schemas/notice-1.json";
const HUB_SCHEMA: &str = "/schemas/hub-1.json";

/// What the data of notices begins with for readers of JSON-LD: the same for all of a language.
pub struct LinkedData(Vec<(Language, Box<RawValue>)>);

impl LinkedData {
    /// For the languages of a hub.
    pub fn new(context: &Context<'_>) -> Self {
        let (terms, languages) = (context.hub.law.vocabulary(), &context.config().languages);
        LinkedData(languages.iter().map(|language| (*language, dpv::context(terms, *language))).collect())
    }

    fn of(&self, language: Language) -> &RawValue {
        let found = self.0.iter().find(|(of, _)| *of == language);
        found.map_or_else(|| unreachable!("a page is in a language of the hub"), |(_, context)| context)
    }
}

/// The files that go with the page of a notice, by its index in the register.
pub fn of_notice(context: &Context<'_>, page: &Page, index: usize, linked_data: &LinkedData) -> Files {
    let scene = Scene::new(context, &context.hub.assembly.documents[index]);
    let data = (notice::address(page).file(), notice::json(&scene, page, linked_data.of(page.language)).into());
    let feed = feed::of_notice(&scene, page).map(|xml| (feed::address_of_notice(page).file(), xml.into_bytes().into()));
    [data].into_iter().chain(feed).collect()
}

/// The files of the hub: their paths in the published folder, and their bytes.
pub fn files(context: &Context<'_>) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for language in &context.config().languages {
        files.push((address(context, *language, "hub.json").file(), hub::json(context, *language)));
        let feed = feed::of_hub(context, *language);
        files.extend(feed.map(|xml| (feed::address(context, *language).file(), xml.into_bytes())));
    }
    files.extend(SCHEMAS.map(|(address, text)| (Address::new(address).file(), text.as_bytes().to_vec())));
    files.push(("sitemap.xml".to_owned(), sitemap::sitemap(context).into_bytes()));
    files.push(("robots.txt".to_owned(), sitemap::robots(context).into_bytes()));
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
