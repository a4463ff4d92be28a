//! What a page is found by, and what a result shows of it.

use super::said;
use super::vocabulary::Vocabulary;
use crate::assemble::{Body, Counterpart, GeneralNotice, GeneralPart, Part, Section};
use crate::domain::{Heading, Language, Overview, Passage, Prose, StandardSection};
use crate::render::context::{Context, Voice};
use crate::render::sections;
use crate::resolve::{Page, PageKind};
use crate::text::capitalised;

/// Room for the words of most notices.
const WORDS_OF_MOST: usize = 1000;

/// What a result shows of a page.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its address below the home page of its language.
    pub address: String,
    /// Its title.
    pub title: String,
    /// One sentence about it; may be empty.
    pub summary: String,
    /// Other names for it.
    pub names: Vec<String>,
}

/// What a page is found by, besides what a result shows.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// Its headings.
    pub headings: Vec<Title>,
    /// Every word of its own.
    pub words: Vocabulary,
}

/// A heading of a page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Title {
    /// Its words.
    pub words: String,
    /// Its anchor; empty where it leads to the top of the page.
    pub anchor: String,
    /// The section that it begins, if notices have it in common.
    pub standard: Option<StandardSection>,
}

/// The entry of a page; none for a page that only leads to others.
pub fn of(context: &Context<'_>, page: &Page) -> Option<Entry> {
    let register = &context.hub.register;
    let summary = match page.kind {
        PageKind::Notice(index) => register.notices[index].summary.value.as_str(),
        PageKind::General => "",
        PageKind::GeneralSection(index) => {
            let part = &context.hub.assembly.general_of(page.language)?.sections[index];
            let written = part.general.and_then(|index| register.general[index].summary.as_ref());
            written.map_or("", |summary| &summary.value)
        }
        PageKind::Free(index) => register.pages[index].summary.as_ref().map_or("", |summary| &summary.value),
        PageKind::Accessibility => context.wording(page.language).text("accessibility.lead"),
        PageKind::Overview(which) => context.wording(page.language).text(&format!("overviews.{}.lead", which.id())),
        PageKind::Category(index) => context.config().categories[index].summary.get(page.language),
        PageKind::Home
        | PageKind::AToZ
        | PageKind::Categories
        | PageKind::Search
        | PageKind::NotFound
        | PageKind::Redirect(_) => return None,
    };
    let names = match page.kind {
        PageKind::Notice(index) => register.notices[index].also_known_as.as_slice(),
        _ => &[],
    };
    Some(Entry {
        address: page.address.as_str()[context.home_of(page.language).len()..].to_owned(),
        title: page.title.clone(),
        summary: summary.to_owned(),
        names: names.iter().map(|name| name.value.to_string()).collect(),
    })
}

/// What else a page is found by.
pub fn content(context: &Context<'_>, page: &Page) -> Content {
    match (&page.kind, context.hub.assembly.general_of(page.language)) {
        (PageKind::Notice(index), _) => notice(context, *index),
        (PageKind::General, Some(notice)) => general(context, notice),
        (PageKind::GeneralSection(index), Some(notice)) => section(context, notice, *index),
        (PageKind::Free(index), _) => free(context, page, *index),
        (PageKind::Overview(which), _) => overview(context, page.language, *which),
        _ => Content::default(),
    }
}

fn notice(context: &Context<'_>, index: usize) -> Content {
    let document = &context.hub.assembly.documents[index];
    let notice = &context.hub.register.notices[index];
    let voice = Voice {
        controller: context.controller_of(notice),
        language: notice.language,
        notice: Some(notice),
        is_away: false,
    };
    let mut headings = Headings { context, voice, list: Vec::new() };
    let is_own = |section: &&Section| {
        let has_own = section.parts.iter().any(|part| matches!(part, Part::Data | Part::Own(_)));
        has_own && section.standard != Some(StandardSection::AtAGlance)
    };
    for passage in &notice.introduction {
        headings.passage(passage, "introduction");
    }
    for section in document.sections.iter().filter(is_own) {
        headings.add(&section.heading, section.id.to_string(), section.standard);
        for part in &section.parts {
            if let Part::Own(index) = part {
                headings.passage(&notice.sections[*index].passage, &section.id);
            }
        }
    }
    let mut words = Vocabulary::default();
    words.short.reserve(WORDS_OF_MOST);
    said::notice(context, notice, &mut words);
    Content { headings: headings.list, words }
}

/// The general notice, without the sections that have pages of their own.
fn general(context: &Context<'_>, general: &GeneralNotice) -> Content {
    let mut words = Vocabulary::default();
    let mut list = Vec::new();
    for part in general.sections.iter().filter(|part| !part.has_page) {
        let mut headings = Headings::of_general(context, general, part);
        headings.add(&part.heading, part.id.clone(), None);
        general_part(context, part, &mut headings, &mut words);
        list.append(&mut headings.list);
    }
    Content { headings: list, words }
}

/// A section of the general notice with a page of its own.
fn section(context: &Context<'_>, general: &GeneralNotice, index: usize) -> Content {
    let part = &general.sections[index];
    let mut words = Vocabulary::default();
    let mut headings = Headings::of_general(context, general, part);
    general_part(context, part, &mut headings, &mut words);
    Content { headings: headings.list, words }
}

fn general_part(context: &Context<'_>, part: &GeneralPart, headings: &mut Headings<'_>, vocabulary: &mut Vocabulary) {
    if let Some(index) = part.general {
        let section = &context.hub.register.general[index];
        section.summary.iter().for_each(|summary| vocabulary.text(summary));
        vocabulary.prose(&section.body);
        headings.prose(&section.body, &section.id);
    }
    if part.parts.contains(&Part::Data) {
        built_in(context, part, headings, vocabulary);
    }
}

/// The words of what the general notice says without anybody having written it. A right is found as if it had a
/// heading.
fn built_in(context: &Context<'_>, part: &GeneralPart, headings: &mut Headings<'_>, vocabulary: &mut Vocabulary) {
    let language = headings.voice.language;
    match part.standard {
        Some(StandardSection::YourRights) => {
            let anchor = if part.has_page { "" } else { &part.id };
            let rights = sections::all_rights(context, language);
            for right in rights.objections.iter().chain(&rights.always).chain(&rights.sometimes) {
                headings.add(&capitalised(&right.name), anchor.to_owned(), None);
                vocabulary.text(&right.text);
            }
        }
        Some(StandardSection::Complaints) => {
            let regulator = context.regulator(language);
            vocabulary.text(&regulator.name);
            vocabulary.text(&regulator.known_as);
        }
        Some(StandardSection::WhoWeAre) => {
            let controller = &context.config().controllers[part.controller];
            vocabulary.text(controller.name.get(language));
            vocabulary.text(context.wording(language).text("controller.dpo"));
        }
        Some(StandardSection::Cookies) => {
            for cookie in &context.hub.register.cookies {
                vocabulary.text(&cookie.name);
                cookie.purpose.iter().for_each(|purpose| vocabulary.words(purpose));
            }
        }
        _ => {}
    }
}

fn free(context: &Context<'_>, page: &Page, index: usize) -> Content {
    let free = &context.hub.register.pages[index];
    let voice = Voice::general(context.config().default_controller, page.language);
    let mut headings = Headings { context, voice, list: Vec::new() };
    headings.prose(&free.body, "");
    let mut words = Vocabulary::default();
    words.prose(&free.body);
    Content { headings: headings.list, words }
}

/// The overview of recipients is found by everybody in it who has no notice.
fn overview(context: &Context<'_>, language: Language, overview: Overview) -> Content {
    let sharing = context.hub.assembly.sharing_of(language).filter(|_| overview == Overview::Recipients);
    let counterparts = sharing.iter().flat_map(|sharing| &sharing.counterparts);
    let others = counterparts.filter(|one| !matches!(one.body, Body::Service(_)));
    let title = |one: &Counterpart| Title { words: one.name.clone(), anchor: one.id.clone(), standard: None };
    Content { headings: others.map(title).collect(), words: Vocabulary::default() }
}

/// The headings of a page, their placeholders filled in one voice.
struct Headings<'a> {
    context: &'a Context<'a>,
    voice: Voice<'a>,
    list: Vec<Title>,
}

impl<'a> Headings<'a> {
    fn of_general(context: &'a Context<'a>, general: &GeneralNotice, part: &GeneralPart) -> Self {
        let voice = Voice::general(part.controller, general.language);
        Headings { context, voice, list: Vec::new() }
    }

    fn add(&mut self, words: &str, anchor: String, standard: Option<StandardSection>) {
        let filled = words.contains("{{").then(|| self.voice.fill(self.context, words));
        let mut even = String::with_capacity(words.len());
        for word in filled.as_deref().unwrap_or(words).split_whitespace() {
            if !even.is_empty() {
                even.push(' ');
            }
            even.push_str(word);
        }
        self.list.push(Title { words: even, anchor, standard });
    }

    fn passage(&mut self, passage: &Passage, section: &str) {
        let inside = passage.prose.headings().filter(|(index, _)| passage.blocks.contains(index));
        inside.for_each(|(_, heading)| self.heading(heading, section));
    }

    fn prose(&mut self, prose: &Prose, section: &str) {
        prose.headings().for_each(|(_, heading)| self.heading(heading, section));
    }

    fn heading(&mut self, heading: &Heading, section: &str) {
        self.add(&heading.words, heading.anchor(section).into_owned(), None);
    }
}
