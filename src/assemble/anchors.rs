//! The anchors of a page: the places within it that a link can lead to.
//!
//! They are looked for in the page's texts when a link asks for one, and not listed before: most pages have dozens, to
//! which no link leads.

use std::borrow::Cow;
use std::collections::HashSet;

use rustc_hash::FxBuildHasher;

use super::{Part, Section};
use crate::diagnostic::at;
use crate::domain::{Block, Heading, Notice, Passage};
use crate::interpret::Register;
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
pub struct Anchors<'a> {
    /// The sections: id, heading, and where it is written, if it is.
    sections: Vec<(&'a str, &'a str, Option<Place>)>,
    /// The headings in passages of a section: its id, their file, and the blocks among which they are.
    passages: Vec<(&'a str, FileId, &'a [Block])>,
}

impl<'a> Anchors<'a> {
    /// The anchors of a notice's page.
    pub fn of_notice(notice: &'a Notice, sections: &'a [Section], register: &'a Register) -> Self {
        let passages = notice.introduction.len() + notice.sections.len() + sections.len();
        let mut anchors =
            Anchors { sections: Vec::with_capacity(sections.len()), passages: Vec::with_capacity(passages) };
        let own = |passage: &'a Passage| (passage.file, &passage.prose.blocks[passage.blocks.clone()]);
        for passage in &notice.introduction {
            anchors.passage("introduction", own(passage));
        }
        for section in sections {
            anchors.section(&section.id, &section.heading, Some(notice.place));
            for part in &section.parts {
                match part {
                    Part::Own(index) => anchors.passage(&section.id, own(&notice.sections[*index].passage)),
                    Part::General(index) => {
                        let general = &register.general[*index];
                        anchors.passage(&general.id, (general.file, &general.body.blocks));
                    }
                    Part::Data | Part::Link(_) => {}
                }
            }
        }
        anchors
    }

    /// Adds the heading of a section.
    pub fn section(&mut self, id: &'a str, heading: &'a str, place: Option<Place>) {
        self.sections.push((id, heading, place));
    }

    /// Adds the headings among blocks of a file that stand in a section.
    pub fn passage(&mut self, section: &'a str, (file, blocks): (FileId, &'a [Block])) {
        self.passages.push((section, file, blocks));
    }

    /// The anchor of a name: an id on the page, or else the slug of a heading.
    pub fn get(&self, name: &str) -> Option<Anchor> {
        let section = || self.sections.iter().find(|(id, ..)| *id == name).map(|(_, title, _)| *title);
        let heading = || self.headings().find(|(section, _, heading)| heading.anchor(section) == name);
        let by_slug = || self.headings().find(|(_, _, heading)| *heading.id == *name);
        if let Some(title) = section() {
            return Some(Anchor { id: name.to_owned(), title: title.to_owned() });
        }
        let (section, _, heading) = heading().or_else(by_slug)?;
        Some(Anchor { id: heading.anchor(section).into_owned(), title: heading.words.to_string() })
    }

    /// Every name.
    pub fn names(&self) -> Vec<Cow<'a, str>> {
        let sections = self.sections.iter().map(|(id, ..)| Cow::Borrowed(*id));
        let headings =
            self.headings().flat_map(|(section, _, heading)| [heading.anchor(section), (&*heading.id).into()]);
        sections.chain(headings).collect()
    }

    /// The ids that stand twice, each at its second place.
    pub fn duplicates(&self) -> Vec<(Place, String)> {
        let sections = self.sections.iter().map(|(id, _, place)| (*place, Cow::Borrowed(*id)));
        let headings = self.headings().map(|(section, file, one)| (Some(at(file, one.span)), one.anchor(section)));
        let some = 2 * (self.sections.len() + self.passages.len());
        let mut seen: HashSet<Cow<'_, str>, FxBuildHasher> = HashSet::with_capacity_and_hasher(some, FxBuildHasher);
        let mut repeated = Vec::new();
        for (place, id) in sections.chain(headings) {
            match place {
                Some(place) if seen.contains(&id) => repeated.push((place, id.into_owned())),
                _ => drop(seen.insert(id)),
            }
        }
        repeated
    }

    fn headings(&self) -> impl Iterator<Item = (&'a str, FileId, &'a Heading)> {
        self.passages.iter().flat_map(|(section, file, blocks)| {
            blocks.iter().filter_map(|block| match block {
                Block::Heading(heading) => Some((*section, *file, &**heading)),
                _ => None,
            })
        })
    }
}
