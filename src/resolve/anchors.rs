//! Every anchor of every page: the places within it that a link can lead to.

use std::collections::HashMap;

use rayon::prelude::*;

use super::{Hub, Page, PageKind};
use crate::assemble::{Document, GeneralPart, Part};
use crate::diagnostic::{Diagnostic, Diagnostics, at};
use crate::domain::{Heading, Prose};
use crate::text::{FileId, Place};

/// A place within a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// Its id in the HTML.
    pub id: String,
    /// The heading that stands there.
    pub title: String,
}

/// The anchors of a page, by the names that authors may use for them: the id, and the heading's own slug.
#[derive(Debug, Default)]
pub struct Anchors {
    by_id: HashMap<String, Anchor>,
    by_heading: HashMap<String, Anchor>,
    duplicates: Vec<(Place, String)>,
}

impl Anchors {
    /// The anchor of a name.
    pub fn get(&self, name: &str) -> Option<&Anchor> {
        self.by_id.get(name).or_else(|| self.by_heading.get(name))
    }

    /// Every name.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.by_id.keys().chain(self.by_heading.keys()).map(String::as_str)
    }

    fn section(&mut self, id: &str, title: &str, place: Option<Place>) {
        let anchor = Anchor { id: id.to_owned(), title: title.to_owned() };
        if let (Some(_), Some(place)) = (self.by_id.insert(id.to_owned(), anchor), place) {
            self.duplicates.push((place, id.to_owned()));
        }
    }

    /// The headings in a passage of a section.
    fn headings<'a>(&mut self, section: &str, file: FileId, headings: impl Iterator<Item = &'a Heading>) {
        for heading in headings {
            let id = heading.anchor(section);
            let title = heading.words.clone();
            self.section(&id, &title, Some(at(file, heading.span)));
            self.by_heading.entry(heading.id.clone()).or_insert(Anchor { id, title });
        }
    }
}

/// The anchors of every page; of pages that nobody links into, none.
pub fn of_pages(pages: &[Page], hub: &Hub<'_>, diagnostics: &mut Diagnostics) -> Vec<Anchors> {
    let all: Vec<Anchors> = pages.par_iter().map(|page| of_page(page, hub)).collect();
    for (place, id) in all.iter().flat_map(|anchors| &anchors.duplicates) {
        diagnostics.push(
            Diagnostic::error("duplicate-id", *place, format!("Another heading of the page has the id `{id}`")).help(
                "Write the heading with an id of its own, such as `## Heading {#another-id}`, or use other words.",
            ),
        );
    }
    all
}

fn of_page(page: &Page, hub: &Hub<'_>) -> Anchors {
    let mut anchors = Anchors::default();
    match page.kind {
        PageKind::Notice(index) => notice(&mut anchors, &hub.assembly.documents[index], hub),
        PageKind::General => {
            if let Some(general) = hub.assembly.general_of(page.language) {
                general.sections.iter().for_each(|part| general_part(&mut anchors, part, true, hub));
            }
        }
        PageKind::GeneralSection(index) => {
            if let Some(general) = hub.assembly.general_of(page.language) {
                general_part(&mut anchors, &general.sections[index], false, hub);
            }
        }
        PageKind::Free(index) => {
            let free = &hub.register.pages[index];
            anchors.headings("", free.file, headings(&free.body));
        }
        PageKind::Home
        | PageKind::AToZ
        | PageKind::Categories
        | PageKind::Category(_)
        | PageKind::Overview(_)
        | PageKind::NotFound
        | PageKind::Redirect(_) => {}
    }
    anchors
}

fn notice(anchors: &mut Anchors, document: &Document, hub: &Hub<'_>) {
    let notice = &hub.register.notices[document.notice];
    for section in &document.sections {
        anchors.section(&section.id, &section.heading, Some(notice.place));
    }
    for passage in &notice.introduction {
        anchors.headings("introduction", passage.file, blocks(&passage.prose, passage.blocks.clone()));
    }
    for section in &document.sections {
        for part in &section.parts {
            match part {
                Part::Own(index) => {
                    let passage = &notice.sections[*index].passage;
                    anchors.headings(&section.id, passage.file, blocks(&passage.prose, passage.blocks.clone()));
                }
                Part::General(index) => {
                    let general = &hub.register.general[*index];
                    anchors.headings(&general.id, general.file, headings(&general.body));
                }
                Part::Data | Part::Link(_) => {}
            }
        }
    }
}

fn general_part(anchors: &mut Anchors, part: &GeneralPart, with_section: bool, hub: &Hub<'_>) {
    if with_section {
        anchors.section(&part.id, &part.heading, part.general.map(|index| hub.register.general[index].place));
    }
    if let Some(index) = part.general {
        let general = &hub.register.general[index];
        anchors.headings(&general.id, general.file, headings(&general.body));
    }
}

fn headings(prose: &Prose) -> impl Iterator<Item = &Heading> {
    prose.headings().map(|(_, heading)| heading)
}

fn blocks(prose: &Prose, range: std::ops::Range<usize>) -> impl Iterator<Item = &Heading> {
    prose.headings().filter(move |(index, _)| range.contains(index)).map(|(_, heading)| heading)
}
