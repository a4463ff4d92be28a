//! The text of a notice's file, cut into its sections at the headings of the second level.

use std::ops::Range;
use std::sync::Arc;

use crate::domain::{Heading, Notice, OwnSection, Passage, Prose, StandardSection, Text};
use crate::text::{FileId, Place, slug};

/// The headings under which text joins a section that is not the notice's own: id and title of each.
pub struct Joinable<'a> {
    /// The title of a standard section in the notice's language.
    pub standard_title: &'a dyn Fn(StandardSection) -> String,
    /// The general sections in the notice's language: id and title.
    pub general: &'a [(String, String)],
}

impl Joinable<'_> {
    /// The section that a heading joins, by its words or by the id that the author gave it.
    fn section(&self, heading: &Heading) -> Option<(String, Option<String>)> {
        let words = heading.words.clone();
        if heading.id_is_given {
            return self.has(&heading.id).then(|| (heading.id.clone(), Some(words)));
        }
        let folded = slug(&words);
        let by_id = self.has(&folded).then(|| folded.clone());
        let standard =
            || StandardSection::ALL.into_iter().find(|section| slug(&(self.standard_title)(*section)) == folded);
        let general = || self.general.iter().find(|(_, title)| slug(title) == folded).map(|(id, _)| id.clone());
        let id = by_id.or_else(|| standard().map(|section| section.id().to_owned())).or_else(general)?;
        // A standard section has a title; a general one may be left out, and its title with it.
        let heading = StandardSection::from_id(&id).is_none().then_some(words);
        Some((id, heading))
    }

    /// Whether there is such a section to join.
    pub fn has(&self, id: &str) -> bool {
        StandardSection::from_id(id).is_some() || self.general.iter().any(|(general, _)| general == id)
    }
}

/// Adds the text of a file to the notice, section by section.
pub fn add_sections(notice: &mut Notice, file: FileId, prose: &Arc<Prose>, joinable: &Joinable<'_>) {
    let passage = |blocks: Range<usize>| Passage { file, prose: Arc::clone(prose), blocks };
    let starts: Vec<(usize, &Heading)> = prose.headings().filter(|(_, heading)| heading.level <= 2).collect();
    let first = starts.first().map_or(prose.blocks.len(), |(index, _)| *index);
    if first > 0 {
        notice.introduction.push(passage(0..first));
    }
    for (number, (index, heading)) in starts.iter().enumerate() {
        let end = starts.get(number + 1).map_or(prose.blocks.len(), |(next, _)| *next);
        let own = || (heading.id.clone(), Some(heading.words.clone()));
        let (id, words) = joinable.section(heading).unwrap_or_else(own);
        let place = Place { file, span: heading.span };
        notice.sections.push(OwnSection { id, heading: words, place, passage: passage(index + 1..end) });
    }
}

/// Adds the whole text of a fragment to one section.
pub fn add_to_section(notice: &mut Notice, file: FileId, prose: &Arc<Prose>, section: &Text, title: Option<Text>) {
    if prose.blocks.is_empty() {
        return;
    }
    let passage = Passage { file, prose: Arc::clone(prose), blocks: 0..prose.blocks.len() };
    let heading = title.map(|title| title.value);
    notice.sections.push(OwnSection { id: section.value.clone(), heading, place: section.place, passage });
}
