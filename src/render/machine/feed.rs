//! The Atom feeds of changes: one of the hub for each language, and one of each notice that tells of changes.
//!
//! An entry is known by the address of its notice with the date, so that it stays the same entry in every build.
//! Changes have days and no hours: an entry is dated at midnight, and nothing depends on when the hub was built.
//! A feed without entries is not made, since the format wants a date that it could not have.

use std::cmp::Reverse;

use crate::domain::{Address, Change, Day, Language, Notice};
use crate::render::context::Context;
use crate::render::plain;
use crate::render::prose::escape;
use crate::render::sections::Scene;
use crate::resolve::{Page, PageKey, PageKind};

/// How many entries the feed of the hub has.
const LATEST: usize = 50;

/// The address of the feed of the hub in a language.
pub fn address(context: &Context<'_>, language: Language) -> Address {
    super::address(context, language, "feed.xml")
}

/// The address of the feed of the notice on a page.
pub fn address_of_notice(page: &Page) -> Address {
    page.address.beside("feed.xml")
}

/// Whether the hub has a feed in a language.
pub fn has_entries(context: &Context<'_>, language: Language) -> bool {
    let mut notices = context.hub.register.notices.iter().filter(|notice| notice.language == language);
    notices.any(|notice| notice.last_updated.is_some() || !notice.changes.is_empty())
}

/// What happened to a notice: a change that its author tells of, by its index, or a new date without any.
type Event = (Day, Option<usize>);

/// What happened to a notice, in the order in which its author tells of it.
fn events(notice: &Notice) -> Vec<Event> {
    let mut events: Vec<Event> =
        notice.changes.iter().enumerate().map(|(index, one)| (one.date, Some(index))).collect();
    if let Some(updated) = notice.last_updated
        && events.iter().all(|(date, _)| date.date < updated.value.date)
    {
        events.push((updated.value, None));
    }
    events
}

/// The feed of the hub in a language: what happened last, the latest first.
pub fn of_hub(context: &Context<'_>, language: Language) -> Option<String> {
    let mut events: Vec<(Reverse<Day>, usize, Option<usize>)> = Vec::new();
    for (number, page) in context.pages.pages.iter().enumerate() {
        if let PageKind::Notice(index) = page.kind
            && page.language == language
        {
            let of_notice = self::events(&context.hub.register.notices[index]).into_iter();
            events.extend(of_notice.map(|(day, change)| (Reverse(day), number, change)));
        }
    }
    events.sort_unstable();
    events.truncate(LATEST);
    let title = context.config().title.get(language);
    let publisher = context.config().default_controller;
    let home = context.page_of(language, &PageKey::Home).map(|page| &context.pages.pages[page].address);
    let mut feed = Feed::new(context, language, &address(context, language), home?, ("feed.hub", title), publisher);
    for (Reverse(day), number, change) in events {
        let page = &context.pages.pages[number];
        let PageKind::Notice(index) = page.kind else { continue };
        feed.entry(&Scene::new(context, &context.hub.assembly.documents[index]), page, (day, change));
    }
    feed.finished()
}

/// The feed of the notice on a page, the latest change first; none if its author tells of no changes.
pub fn of_notice(scene: &Scene<'_>, page: &Page) -> Option<String> {
    let notice = scene.notice;
    if notice.changes.is_empty() {
        return None;
    }
    let title = ("feed.notice", &*notice.title.value);
    let mut feed =
        Feed::new(scene.context, page.language, &address_of_notice(page), &page.address, title, scene.voice.controller);
    let mut events = events(notice);
    events.sort_by_key(|(day, _)| Reverse(*day));
    events.into_iter().for_each(|event| feed.entry(scene, page, event));
    feed.finished()
}

/// A feed as it is being written.
struct Feed<'a> {
    context: &'a Context<'a>,
    head: String,
    /// When the latest of its entries was made.
    updated: Option<Day>,
    entries: String,
}

impl<'a> Feed<'a> {
    fn new(
        context: &'a Context<'a>,
        language: Language,
        own: &Address,
        page: &Address,
        (key, title): (&str, &str),
        controller: usize,
    ) -> Self {
        let own = xml(&context.canonical(own));
        let head = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
             <id>{own}</id>\n<title>{}</title>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n<author><name>{}</name></author>\n",
            language.tag(),
            xml(&context.wording(language).fill(key, &[("title", title)])),
            xml(&context.canonical(page)),
            xml(context.config().controllers[controller].name.get(language)),
        );
        Feed { context, head, updated: None, entries: String::new() }
    }

    fn entry(&mut self, scene: &Scene<'_>, page: &Page, (day, change): Event) {
        let (notice, url) = (scene.notice, self.context.canonical(&page.address));
        let change = change.map(|index| (index, &notice.changes[index]));
        let id = match change {
            Some((index, change)) => format!("{url}#change-{}", name(&notice.changes[..index], change)),
            None => format!("{url}#updated-{day}"),
        };
        let summary = match change {
            Some((_, change)) => plain::plain(self.context, &scene.voice, &change.summary),
            None => self.context.wording(notice.language).text("feed.updated").into(),
        };
        let significant = change.is_some_and(|(_, change)| change.significant);
        let category = if significant { "<category term=\"significant\"/>\n" } else { "" };
        self.entries.push_str(&format!(
            "<entry>\n<id>{}</id>\n<title>{}</title>\n<updated>{}</updated>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n{category}<summary>{}</summary>\n</entry>\n",
            xml(&id),
            xml(&notice.title),
            midnight(day),
            xml(&url),
            xml(&summary),
        ));
        self.updated = self.updated.max(Some(day));
    }

    /// The whole feed, if it has entries.
    fn finished(self) -> Option<String> {
        let updated = midnight(self.updated?);
        Some(format!("{}<updated>{updated}</updated>\n{}</feed>\n", self.head, self.entries))
    }
}

/// What tells a change from the others of its notice: its date, and a number where the date has had one before.
fn name(before: &[Change], change: &Change) -> String {
    match before.iter().filter(|other| other.date == change.date).count() {
        0 => change.date.to_string(),
        others => format!("{}-{}", change.date, others + 1),
    }
}

fn midnight(day: Day) -> String {
    format!("{}T00:00:00Z", day.date)
}

/// Text for XML, without the control characters that it cannot hold.
fn xml(text: &str) -> String {
    let holds =
        |c: char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    if text.chars().all(holds) { escape(text) } else { escape(&text.replace(|c| !holds(c), " ")) }
}
