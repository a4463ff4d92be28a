//! The pages that lead to notices: home, A to Z, categories.

use std::borrow::Cow;

use super::context::Context;
use super::page::{entry_link, link_to};
use super::pieces;
use super::prose::{self, escape};
use super::view::{
    AToZEntry, AToZView, CategoryCard, CategoryView, EntryView, HomeView, Html, LetterView, Link, Listed,
};
use crate::domain::{Category, Language, Notice, Overview, alphabet};
use crate::language::Wording;
use crate::resolve::PageKey;

/// What the home page shows.
pub fn home(context: &Context<'_>, language: Language) -> HomeView {
    let most_used = context.config().most_used.iter().filter_map(|id| {
        let mut notices = context.hub.register.notices.iter();
        notices.find(|notice| notice.id == id.value && notice.language == language)
    });
    let wording = context.wording(language);
    let link = |id: &str, text: &str| Link {
        text: wording.text(text).to_owned(),
        href: context.general_section(language, id),
        lang: None,
    };
    HomeView {
        most_used: most_used.map(|notice| entry(context, notice)).collect(),
        categories: cards(context, language),
        overviews: overviews(context, language),
        rights: link("your-rights", "home.rights_link"),
        complain: link("complaints", "home.complain_link"),
        cookies: link("cookies", "home.cookies_link"),
    }
}

/// The overviews that the hub publishes, with a sentence about each.
fn overviews(context: &Context<'_>, language: Language) -> Vec<EntryView> {
    let entry = |overview: &Overview| {
        let Link { text, href, .. } = link_to(context, language, &PageKey::Overview(*overview))?;
        let summary = context.wording(language).text(&format!("overviews.{}.lead", overview.id())).to_owned();
        Some(EntryView { title: text, summary, href })
    };
    context.config().overviews.iter().filter_map(entry).collect()
}

/// The categories that have notices.
pub fn cards(context: &Context<'_>, language: Language) -> Vec<CategoryCard> {
    let categories = context.config().categories.iter();
    let card = |category: &Category| {
        let page = context.pages.find(language, &PageKey::Category(category.id.clone()))?;
        let of_category = |notice: &&Notice| notice.category.value == category.id;
        Some(CategoryCard {
            title: category.title.get(language).to_owned(),
            summary: category.summary.get(language).to_owned(),
            href: context.page(page),
            count: context.hub.register.notices_in(language).filter(of_category).count(),
        })
    };
    categories.filter_map(card).collect()
}

/// What the page of a category shows.
pub fn category(context: &Context<'_>, index: usize, language: Language) -> CategoryView {
    let category = &context.config().categories[index];
    let notices = notices(context, language).filter(|notice| notice.category.value == category.id);
    let notices: Vec<EntryView> = notices.map(|notice| entry(context, notice)).collect();
    let mut notices_html = Html::with_capacity(notices.len() * 200);
    for EntryView { title, href, summary } in &notices {
        pieces::add_entry(title, href, summary, &mut notices_html);
    }
    CategoryView { summary: category.summary.get(language).to_owned(), notices: Listed(notices), notices_html }
}

/// What the A to Z shows.
pub fn a_to_z(context: &Context<'_>, language: Language) -> AToZView {
    let (names, wording) = (alphabet::letters(language), context.wording(language));
    let letter = |letter: &str, id: String| LetterView {
        letter: letter.to_owned(),
        id,
        entries: Listed::default(),
        entries_html: Html::new(),
    };
    let mut letters: Vec<LetterView> = names.iter().map(|name| letter(name, name.to_lowercase())).collect();
    letters.push(letter(wording.text("a_to_z.other"), "other".to_owned()));
    for (_, letter, line) in lines(context, language) {
        let letter = &mut letters[letter.unwrap_or(names.len())];
        add_line(wording, &line, &mut letter.entries_html);
        letter.entries.0.push(line);
    }
    if letters.last().is_some_and(|other| other.entries.is_empty()) {
        letters.pop();
    }
    AToZView { letters }
}

/// Adds a line of the A to Z; another name leads to the title.
fn add_line(wording: &Wording, line: &AToZEntry, html: &mut Html) {
    let Some(see) = &line.see else { return pieces::add_entry(&line.name, &line.href, &line.summary, html) };
    let name = prose::fill(wording, "a_to_z.see", &[("name", &escape(&line.name))]);
    pieces::open_line("<li>", html);
    html.extend([&*name, " ", &pieces::name(see, None, "", Some(&line.href)), "</li>"]);
}

/// Every line of the A to Z: what it is sorted by, the letter under which it stands, and the line.
fn lines<'a>(context: &Context<'a>, language: Language) -> Vec<(Cow<'a, [u8]>, Option<usize>, AToZEntry)> {
    let collation = &context.wording(language).collation;
    let letter_of = |name: &str| alphabet::letter_of(name, language);
    let mut lines: Vec<(Cow<'_, [u8]>, _, _)> = Vec::new();
    for notice in context.hub.register.notices.iter().filter(|notice| notice.language == language) {
        let EntryView { title, summary, href } = entry(context, notice);
        for other in &notice.also_known_as {
            let line = AToZEntry {
                name: other.value.to_string(),
                href: href.clone(),
                summary: String::new(),
                see: Some(title.clone()),
            };
            lines.push((collation.key(other).into_vec().into(), letter_of(other), line));
        }
        let under = letter_of(notice.sort_as.as_ref().unwrap_or(&notice.title));
        lines.push(((&*notice.sort_key).into(), under, AToZEntry { name: title, href, summary, see: None }));
    }
    lines.sort_by(|(a, _, x), (b, _, y)| (a, &x.name, &x.href).cmp(&(b, &y.name, &y.href)));
    lines
}

fn entry(context: &Context<'_>, notice: &Notice) -> EntryView {
    let Link { text, href, .. } = entry_link(context, notice);
    EntryView { title: text, summary: notice.summary.value.to_string(), href }
}

/// The notices of a language in the order of its alphabet.
fn notices<'a>(context: &'a Context<'_>, language: Language) -> impl Iterator<Item = &'a Notice> {
    let listed = context.hub.assembly.order.of_language(language).iter();
    listed.map(|index| &*context.hub.register.notices[*index])
}
