//! What machines read: one more file for each notice, and a few for the hub.
//!
//! | file | for | module |
//! |---|---|---|
//! | `notices/<id>/notice.json` | programs; as JSON-LD it is a document of the Data Privacy Vocabulary | [`notice`], [`parts`], [`dpv`] |
//! | `notices/<id>/feed.xml` | those who follow a notice; only where its author tells of changes | [`mod@feed`] |
//! | `hub.json` | programs: every notice with its addresses | [`hub`] |
//! | `feed.xml` | those who follow the hub | [`mod@feed`] |
//! | `schemas/` | those who write such programs | this one |
//! | `sitemap.xml`, `robots.txt` | search engines | [`mod@sitemap`] |
//!
//! [`json`] writes JSON. What pages carry in themselves is in [`page`]. The files of a notice depend on what its page depends on and on
//! nothing else: they are remembered under the same key. All words are the authors' and are escaped for the format they stand in.

mod contact;
mod dpv;
pub mod feed;
mod hub;
mod json;
pub mod notice;
pub mod page;
mod parts;
pub mod sitemap;

use super::context::Context;
use super::edition::Piece;
use super::sections::Scene;
use crate::domain::{Address, Language};
use crate::resolve::{Page, PageKind};

/// The schemas of the files, by the address at which they are published. A later version that is not a superset of this
/// one gets a number of its own.
const SCHEMAS: [(&str, &str); 2] =
    [(NOTICE_SCHEMA, include_str!("notice-1.schema.json")), (HUB_SCHEMA, include_str!("hub-1.schema.json"))];
const NOTICE_SCHEMA: &str = "/schemas/notice-1.json";
const HUB_SCHEMA: &str = "/schemas/hub-1.json";

/// What the data of notices begins with for readers of JSON-LD: the same for all of a language.
pub struct LinkedData(Vec<(Language, String)>);

impl LinkedData {
    /// For the languages of a hub.
    pub fn new(context: &Context<'_>) -> Self {
        let (terms, languages) = (context.hub.law.vocabulary(), &context.config().languages);
        LinkedData(languages.iter().map(|language| (*language, dpv::context(terms, *language))).collect())
    }

    fn of(&self, language: Language) -> &str {
        let found = self.0.iter().find(|(of, _)| *of == language);
        found.map_or_else(|| unreachable!("a page is in a language of the hub"), |(_, context)| context)
    }
}

/// The data of the notice on a page.
pub fn data(context: &Context<'_>, page: &Page, linked_data: &LinkedData) -> Vec<u8> {
    notice::json(&scene(context, page), page, linked_data.of(page.language)).into_bytes()
}

/// The feed of the notice on a page; empty for a notice that has none.
pub fn feed(context: &Context<'_>, page: &Page) -> Vec<u8> {
    feed::of_notice(&scene(context, page), page).unwrap_or_default().into_bytes()
}

fn scene<'a>(context: &'a Context<'_>, page: &Page) -> Scene<'a> {
    match page.kind {
        PageKind::Notice(index) => Scene::new(context, &context.hub.assembly.documents[index]),
        _ => unreachable!("only the page of a notice has files that go with it"),
    }
}

/// The data of the hub in a language.
pub fn hub_data(context: &Context<'_>, language: Language) -> Vec<u8> {
    hub::json(context, language).into_bytes()
}

/// The feed of the hub in a language; empty where nothing has happened yet.
pub fn hub_feed(context: &Context<'_>, language: Language) -> Vec<u8> {
    feed::of_hub(context, language).unwrap_or_default().into_bytes()
}

/// The list of pages for search engines.
pub fn sitemap(context: &Context<'_>) -> Vec<u8> {
    sitemap::sitemap(context).into_bytes()
}

/// What search engines may look at: path and bytes.
pub fn robots(context: &Context<'_>) -> (String, Vec<u8>) {
    ("robots.txt".to_owned(), sitemap::robots(context).into_bytes())
}

/// The files of the hub: their paths in the published folder, and what they are made from.
pub fn pieces(context: &Context<'_>) -> Vec<(String, Piece)> {
    let mut pieces = Vec::new();
    for language in &context.config().languages {
        pieces.push((address(context, *language, "hub.json").file(), Piece::HubData(*language)));
        if feed::has_entries(context, *language) {
            pieces.push((feed::address(context, *language).file(), Piece::HubFeed(*language)));
        }
    }
    pieces.push(("sitemap.xml".to_owned(), Piece::Sitemap));
    pieces
}

/// The files that go with the page of a notice, which has an index in the register and one among the pages.
pub fn pieces_of_notice(context: &Context<'_>, notice: usize, page: usize) -> impl Iterator<Item = (String, Piece)> {
    let of = &context.pages.pages[page];
    let data = (notice::address(of).file(), Piece::Data(page));
    let has_feed = !context.hub.register.notices[notice].changes.is_empty();
    let feed = has_feed.then(|| (feed::address_of_notice(of).file(), Piece::Feed(page)));
    [data].into_iter().chain(feed)
}

/// The schemas of the files, with their paths in the published folder.
pub fn schemas() -> impl Iterator<Item = (String, &'static [u8])> {
    SCHEMAS.into_iter().map(|(address, text)| (Address::new(address).file(), text.as_bytes()))
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
