//! `hub.json`: the hub as data, one file for each language. Every notice with its addresses, and what they refer to.

use super::json::{self, Object};
use super::{contact, feed, notice};
use crate::domain::{Language, Notice};
use crate::render::context::Context;
use crate::resolve::{Page, PageKey, PageKind};

/// How many bytes an entry of a notice takes.
const ROOM: usize = 512;

/// The file of the hub in a language.
pub fn json(context: &Context<'_>, language: Language) -> String {
    let config = context.config();
    let mut file = json::object(ROOM * (context.hub.register.notices.len() + 8), |json| {
        json.text("$schema", &super::schema(context, super::HUB_SCHEMA));
        json.text("title", config.title.get(language));
        json.text("language", language.code());
        json.text("url", &home(context, language));
        translations(json, context, language);
        if feed::has_entries(context, language) {
            json.text("feed", &context.canonical(&feed::address(context, language)));
        }
        json.list("controllers", |list| {
            config.controllers.iter().for_each(|one| list.object(|json| contact::controller(json, one, language)));
        });
        categories(json, context, language);
        let pages = context.pages.pages.iter().filter(|page| page.language == language);
        json.list("notices", |list| {
            for page in pages {
                if let PageKind::Notice(index) = page.kind {
                    list.object(|json| entry(json, context, page, &context.hub.register.notices[index]));
                }
            }
        });
    });
    file.push('\n');
    file
}

fn home(context: &Context<'_>, language: Language) -> String {
    context.page_of(language, &PageKey::Home).map(|page| context.canonical_page(page)).unwrap_or_default()
}

/// The hub in other languages.
fn translations(json: &mut Object<'_>, context: &Context<'_>, language: Language) {
    let others = context.config().languages.iter().copied().filter(|other| *other != language);
    json.objects("translations", others, |json, other| {
        json.text("language", other.code());
        json.text("url", &home(context, other));
        json.text("json", &context.canonical(&super::address(context, other, "hub.json")));
    });
}

/// The categories that have notices.
fn categories(json: &mut Object<'_>, context: &Context<'_>, language: Language) {
    json.list("categories", |list| {
        for category in context.config().categories.iter() {
            let Some(page) = context.pages.find(language, &PageKey::Category(category.id.clone())) else { continue };
            list.object(|json| {
                json.text("id", &category.id);
                json.text("title", category.title.get(language));
                let summary = category.summary.get(language);
                json.text_if_any("summary", (!summary.is_empty()).then_some(summary));
                json.text("url", &context.canonical_page(page));
            });
        }
    });
}

/// A notice as far as lists need it.
fn entry(json: &mut Object<'_>, context: &Context<'_>, page: &Page, notice: &Notice) {
    json.text("id", &notice.id);
    json.text("title", &notice.title);
    json.text("summary", &notice.summary);
    json.text("url", &context.canonical(&page.address));
    json.text("json", &context.canonical(&notice::address(page)));
    if !notice.changes.is_empty() {
        json.text("feed", &context.canonical(&feed::address_of_notice(page)));
    }
    json.text("category", &notice.category);
    json.text("controller", &context.config().controllers[context.controller_of(notice)].id);
    json.text_if_any("last_updated", notice.last_updated.map(|day| day.value.to_string()));
    json.text_if_any("review_by", notice.review_by.map(|day| day.value.to_string()));
    json.texts("also_known_as", notice.also_known_as.iter().map(|name| &**name));
}
