//! The words of a section, with the place of each: what a rule reads where a notice speaks in prose.
//!
//! Gives running text, in the sense of [`wording`]. Whoever looks for a phrase gets the place in the
//! file in which it stands: the notice's own, or that of the general section.

use super::case::NoticeCase;
use super::wording;
use crate::assemble::{Part, Section};
use crate::domain::{GeneralSection, Item, OwnSection, StandardSection, Words};
use crate::law::About;
use crate::text::{FileId, Place, Source, Span};

/// Some words of an author.
pub struct Excerpt<'a> {
    /// Where a finding about the whole of it points.
    pub place: Place,
    /// Whether they are the notice's own, and not a general section's.
    pub is_own: bool,
    /// The running text; in place of what is none, spaces.
    pub text: &'a str,
    source: &'a Source,
    file: FileId,
    start: usize,
}

impl Excerpt<'_> {
    /// Where the first of some phrases stands.
    pub fn find(&self, phrases: &[String]) -> Option<Place> {
        let span = wording::find_first(self.text, phrases)?;
        Some(Place { file: self.file, span: span.shifted(self.start) })
    }

    /// The text as its author wrote it, with the addresses of links.
    pub fn raw(&self) -> &str {
        &self.source.text[self.start..self.start + self.text.len()]
    }

    /// The place of some bytes of the text.
    pub fn place_of(&self, span: Span) -> Place {
        Place { file: self.file, span: span.shifted(self.start) }
    }
}

impl<'a> NoticeCase<'a> {
    /// The words of a section: the notice's own and those of general sections that join it.
    pub fn excerpts(&self, section: StandardSection) -> Vec<Excerpt<'a>> {
        self.excerpts_of(|one| one.standard == Some(section), false)
    }

    /// The words of some sections; of general sections that are only linked to as well, if asked for.
    pub fn excerpts_of(&self, wanted: impl Fn(&Section) -> bool, with_links: bool) -> Vec<Excerpt<'a>> {
        let sections = self.document.sections.iter().filter(|section| wanted(section));
        let parts = sections.flat_map(|section| &section.parts);
        parts.filter_map(|part| self.excerpt_of_part(*part, with_links)).collect()
    }

    /// A string of the front matter.
    pub fn excerpt_of_words(&self, place: Place) -> Excerpt<'a> {
        self.excerpt(place, place, true)
    }

    /// Whether a section says something about a question, in whatever words.
    pub fn says(&self, section: StandardSection, about: About) -> bool {
        let phrases = self.phrases(about);
        self.excerpts(section).iter().any(|excerpt| excerpt.find(phrases).is_some())
    }

    /// Whether some words of the front matter say something about a question.
    pub fn words_say(&self, words: &Words, about: About) -> bool {
        wording::find_first(&words.plain(), self.phrases(about)).is_some()
    }

    /// Whether a text names a length of time.
    pub fn names_a_time(&self, text: &str) -> bool {
        wording::names_a_time(text, self.phrases(About::Number), self.phrases(About::UnitOfTime))
    }

    fn excerpt_of_part(&self, part: Part, with_links: bool) -> Option<Excerpt<'a>> {
        let general = |index: usize| {
            let section: &GeneralSection = &self.whole.hub.register.general[index];
            let whole = self.body_from(section.file, 0, usize::MAX);
            self.excerpt(section.title.place, whole, false)
        };
        match part {
            Part::Data => None,
            Part::Own(index) => {
                let own = &self.notice.sections[index];
                Some(self.excerpt(own.place, self.range_of(own), true))
            }
            Part::General(index) => Some(general(index)),
            Part::Link(index) => with_links.then(|| general(index)),
        }
    }

    /// From the heading of a section of the notice to the next one in the same file.
    fn range_of(&self, own: &OwnSection) -> Place {
        let file = own.passage.file;
        let starts = self.notice.sections.iter().filter(|section| section.passage.file == file);
        let later = starts.map(|section| section.place.span.start).filter(|start| *start > own.place.span.start);
        let end = later.min().map_or(usize::MAX, |start| start as usize);
        self.body_from(file, own.place.span.end as usize, end)
    }

    /// A range of a file, below its front matter.
    fn body_from(&self, file: FileId, start: usize, end: usize) -> Place {
        let text = &self.whole.sources.get(file).text;
        let start = start.max(wording::body_start(text)).min(text.len());
        Place { file, span: Span::new(start, end.min(text.len())) }
    }

    fn excerpt(&self, place: Place, range: Place, is_own: bool) -> Excerpt<'a> {
        let source = self.whole.sources.get(range.file);
        let text = self.whole.running_text(range.file).get(range.span.range()).unwrap_or_default();
        Excerpt { place, is_own, text, source, file: range.file, start: range.span.start as usize }
    }
}

/// The words of items and of all below them.
pub fn item_words(items: &[Item]) -> Vec<&Words> {
    items.iter().flat_map(|item| std::iter::once(&item.text).chain(item_words(&item.items))).collect()
}
