//! `hub.json`: the hub as data, one file for each language. Every notice with its addresses, and what they refer to.

use serde::Serialize;

use super::contact::ControllerData;
use super::{feed, notice};
use crate::domain::{Language, Notice};
use crate::render::context::Context;
use crate::resolve::{Page, PageKey, PageKind};

/// The hub in a language.
#[derive(Serialize)]
struct HubData<'a> {
    #[serde(rename = "$schema")]
    schema: String,
    title: &'a str,
    language: &'static str,
    url: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    translations: Vec<Translation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    feed: Option<String>,
    controllers: Vec<ControllerData<'a>>,
    categories: Vec<CategoryData<'a>>,
    notices: Vec<NoticeEntry<'a>>,
}

/// The hub in another language.
#[derive(Serialize)]
struct Translation {
    language: &'static str,
    url: String,
    json: String,
}

/// A category that has notices.
#[derive(Serialize)]
struct CategoryData<'a> {
    id: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    summary: &'a str,
    url: String,
}

/// A notice, as far as lists need it.
#[derive(Serialize)]
struct NoticeEntry<'a> {
    id: &'a str,
    title: &'a str,
    summary: &'a str,
    url: String,
    json: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    feed: Option<String>,
    category: &'a str,
    controller: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_updated: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    review_by: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also_known_as: Vec<&'a str>,
}

/// The file of the hub in a language.
pub fn json(context: &Context<'_>, language: Language) -> Vec<u8> {
    let config = context.config();
    let notices = context.pages.pages.iter().filter(|page| page.language == language);
    let notices = notices.filter_map(|page| match page.kind {
        PageKind::Notice(index) => Some(entry(context, page, &context.hub.register.notices[index])),
        _ => None,
    });
    let notices = notices.collect();
    super::written(&HubData {
        schema: super::schema(context, super::HUB_SCHEMA),
        title: config.title.get(language),
        language: language.code(),
        url: home(context, language),
        translations: translations(context, language),
        feed: feed::has_entries(context, language).then(|| context.canonical(&feed::address(context, language))),
        controllers: config.controllers.iter().map(|one| ControllerData::of(one, language)).collect(),
        categories: categories(context, language),
        notices,
    })
}

fn home(context: &Context<'_>, language: Language) -> String {
    context.page_of(language, &PageKey::Home).map(|page| context.canonical_page(page)).unwrap_or_default()
}

fn translations(context: &Context<'_>, language: Language) -> Vec<Translation> {
    let others = context.config().languages.iter().copied().filter(|other| *other != language);
    let translation = |other: Language| Translation {
        language: other.code(),
        url: home(context, other),
        json: context.canonical(&super::address(context, other, "hub.json")),
    };
    others.map(translation).collect()
}

fn categories<'a>(context: &Context<'a>, language: Language) -> Vec<CategoryData<'a>> {
    let categories = context.config().categories.iter().filter_map(|category| {
        let page = context.pages.find(language, &PageKey::Category(category.id.clone()))?;
        Some(CategoryData {
            id: &category.id,
            title: category.title.get(language),
            summary: category.summary.get(language),
            url: context.canonical_page(page),
        })
    });
    categories.collect()
}

fn entry<'a>(context: &Context<'a>, page: &Page, notice: &'a Notice) -> NoticeEntry<'a> {
    NoticeEntry {
        id: &notice.id,
        title: &notice.title,
        summary: &notice.summary,
        url: context.canonical(&page.address),
        json: context.canonical(&notice::address(page)),
        feed: (!notice.changes.is_empty()).then(|| context.canonical(&feed::address_of_notice(page))),
        category: &notice.category,
        controller: &context.config().controllers[context.controller_of(notice)].id,
        last_updated: notice.last_updated.map(|day| day.value.to_string()),
        review_by: notice.review_by.map(|day| day.value.to_string()),
        also_known_as: notice.also_known_as.iter().map(|name| &*name.value).collect(),
    }
}
