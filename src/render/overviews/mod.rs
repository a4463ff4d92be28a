//! The overviews: the pages that gather one thing from all notices, a module each.
//!
//! They take notices in the order of the alphabet and give views; what the authors of notices say is printed as on
//! the page of the notice, in its own voice.

mod bases;
mod dates;
mod mentions;
mod recipients;
mod retention;
mod smaller;

use super::context::Context;
use super::edition::Piece;
use super::page::{frame, print};
use super::sections::Scene;
use super::template::{self, Templates, Trouble};
use super::view::Link;
use crate::domain::{Category, Language, Notice, Overview, StandardSection};
use crate::resolve::{Page, PageKey};

/// Renders the page of an overview.
pub fn render(
    context: &Context<'_>,
    templates: &Templates,
    page: &Page,
    overview: Overview,
) -> Result<String, Trouble> {
    let language = page.language;
    let view = match overview {
        Overview::Recipients => template::view(recipients::view(context, language)),
        Overview::Retention => template::view(retention::view(context, language)),
        Overview::LawfulBases => template::view(bases::view(context, language)),
        Overview::AutomatedDecisions => template::view(smaller::automated(context, language)),
        Overview::Transfers => template::view(smaller::transfers(context, language)),
        Overview::Changes => template::view(dates::changes(context, language)),
        Overview::Reviews => template::view(dates::reviews(context, language)),
    };
    let lead = context.wording(language).text(&format!("overviews.{}.lead", overview.id()));
    let frame = frame(context, page, page.title.clone(), lead, Some(&PageKey::Overview(overview)));
    let template = format!("overviews/{}.html", overview.id());
    print(context, templates, page, &template, frame, Some(("overview", view)))
}

/// The files for spreadsheets that go with overviews: their paths in the published folder, and what they are made from.
pub fn pieces(context: &Context<'_>) -> impl Iterator<Item = (String, Piece)> {
    let languages = context.config().languages.iter().copied();
    languages
        .filter_map(|language| Some((retention::csv_address(context, language)?.file(), Piece::Retention(language))))
}

/// The retention schedule of a language for spreadsheets.
pub fn retention_file(context: &Context<'_>, language: Language) -> Vec<u8> {
    retention::file(context, language)
}

/// The notices of a language in the order of the alphabet, each with its index.
fn notices<'a>(context: &Context<'a>, language: Language) -> impl Iterator<Item = (usize, &'a Notice)> {
    let listed = context.hub.assembly.order.of_language(language).iter();
    let register = &context.hub.register;
    listed.map(|index| (*index, &*register.notices[*index]))
}

/// The same notices, each as it is printed on another page than its own.
fn scenes<'a>(context: &'a Context<'a>, language: Language) -> impl Iterator<Item = Scene<'a>> {
    let documents = &context.hub.assembly.documents;
    notices(context, language).map(|(index, _)| Scene::new(context, &documents[index]).away())
}

/// The notices of a language by category, in the order of the settings: one walk for all.
fn by_category<'a>(context: &Context<'a>, language: Language) -> Vec<(&'a Category, Vec<(usize, &'a Notice)>)> {
    let categories = &context.config().categories;
    let mut groups: Vec<(&Category, Vec<_>)> = categories.iter().map(|category| (category, Vec::new())).collect();
    for (index, notice) in notices(context, language) {
        if let Some(place) = categories.position(&notice.category.value) {
            groups[place].1.push((index, notice));
        }
    }
    groups
}

/// A link to a section of a notice, with the notice's title.
fn link_into(context: &Context<'_>, notice: &Notice, section: StandardSection) -> Link {
    Link { text: notice.title.value.to_string(), href: address_in(context, notice, section).concat(), lang: None }
}

/// The address of a section of a notice, in pieces.
fn address_in<'a>(context: &Context<'a>, notice: &Notice, section: StandardSection) -> [&'a str; 4] {
    let [root, below] = address_of(context, notice);
    [root, below, "#", section.id()]
}

/// The address of a notice, in pieces.
fn address_of<'a>(context: &Context<'a>, notice: &Notice) -> [&'a str; 2] {
    let page = context.pages.find_notice(notice.language, &notice.id);
    [context.root(), page.map_or("", |page| context.pages.pages[page].address.below_root())]
}
