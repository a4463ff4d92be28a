//! The text of a notice's file, cut into its sections at the headings of the second level.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use crate::domain::{Heading, Notice, OwnSection, Passage, Prose, StandardSection, Text};
use crate::language::Wording;
use crate::text::{FileId, Place, slug};

/// The headings under which text joins a section that is not the notice's own.
pub struct Joinable {
    /// The general sections in the notice's language: id and title.
    general: Vec<(String, String)>,
    /// What headings are called in addresses, and the section that each joins.
    by_heading: HashMap<String, String, FxBuildHasher>,
}

impl Joinable {
    /// The sections of a language; `general` are id and title of the general ones.
    pub fn new(wording: &Wording, general: Vec<(String, String)>) -> Self {
        let mut by_heading = HashMap::default();
        let mut add = |heading: &str, id: &str| {
            by_heading.entry(slug(heading)).or_insert_with(|| id.to_owned());
        };
        // An id goes before a title, and a standard section before a general one.
        let standard = || StandardSection::ALL.into_iter();
        standard().for_each(|section| add(section.id(), section.id()));
        general.iter().for_each(|(id, _)| add(id, id));
        standard().for_each(|section| add(wording.section_title(section), section.id()));
        general.iter().for_each(|(id, title)| add(title, id));
        Joinable { general, by_heading }
    }

    /// The section that a heading joins, by its words or by the id that the author gave it; else one of its own.
    fn section<'s>(&'s self, heading: &'s Heading) -> (&'s str, Option<&'s str>) {
        let (own, words) = (&*heading.id, Some(&*heading.words));
        if heading.id_is_given {
            return (own, words);
        }
        match self.by_heading.get(&slug(&heading.words)) {
            // A standard section has a title; a general one may be left out, and its title with it.
            Some(id) => (id, words.filter(|_| StandardSection::from_id(id).is_none())),
            None => (own, words),
        }
    }

    /// Whether there is such a section to join.
    pub fn has(&self, id: &str) -> bool {
        StandardSection::from_id(id).is_some() || self.general_ids().any(|general| general == id)
    }

    /// The ids of the general sections.
    pub fn general_ids(&self) -> impl Iterator<Item = &str> {
        self.general.iter().map(|(id, _)| id.as_str())
    }
}

/// Adds the text of a file to the notice, section by section.
pub fn add_sections(notice: &mut Notice, file: FileId, prose: &Arc<Prose>, joinable: &Joinable) {
    let passage = |blocks: Range<usize>| Passage { file, prose: Arc::clone(prose), blocks };
    let starts: Vec<(usize, &Heading)> = prose.headings().filter(|(_, heading)| heading.level <= 2).collect();
    let first = starts.first().map_or(prose.blocks.len(), |(index, _)| *index);
    if first > 0 {
        notice.introduction.push(passage(0..first));
    }
    notice.sections.reserve_exact(starts.len());
    for (number, (index, heading)) in starts.iter().enumerate() {
        let end = starts.get(number + 1).map_or(prose.blocks.len(), |(next, _)| *next);
        let (id, words) = joinable.section(heading);
        let (id, heading, span) = (id.to_owned(), words.map(str::to_owned), heading.span);
        notice.sections.push(OwnSection { id, heading, place: Place { file, span }, passage: passage(index + 1..end) });
    }
}

/// Adds the whole text of a fragment to one section.
pub fn add_to_section(notice: &mut Notice, file: FileId, prose: &Arc<Prose>, section: &Text, title: Option<Text>) {
    if prose.blocks.is_empty() {
        return;
    }
    let passage = Passage { file, prose: Arc::clone(prose), blocks: 0..prose.blocks.len() };
    let heading = title.map(|title| title.value.to_string());
    notice.sections.push(OwnSection { id: section.value.to_string(), heading, place: section.place, passage });
}
