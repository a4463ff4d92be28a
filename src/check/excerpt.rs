//! What a notice says in running words, with the place of each: what rules ask where its keys say nothing.
//!
//! A notice may say in prose what it could say in a key. Rules about something that is missing ask here before they
//! speak, so that nobody is told to repeat what the page already says. Whoever looks for a phrase gets the place in
//! the file in which it stands: the notice's own, or that of the general section.

use super::case::NoticeCase;
use super::lexicon::Meaning;
use super::phrases::About;
use super::running::RunningText;
use super::words::names_a_time;
use crate::assemble::{Part, Section};
use crate::domain::{Item, OwnSection, ReferenceKind, StandardSection, Words};
use crate::text::{FileId, Place, Span};

/// Words that show that a text names a law: one of these, and a year soon after it.
const LAWS: [&str; 12] = [
    "Act",
    "Acts",
    "Regulations",
    "Order",
    "Rules",
    "Measure",
    "Deddf",
    "Ddeddf",
    "Rheoliadau",
    "Gorchymyn",
    "Mesur",
    "Charter",
];

/// Some words of an author.
pub struct Excerpt<'a> {
    /// Where a finding about the whole of it points.
    pub place: Place,
    /// Whether they are the notice's own, and not a general section's.
    pub is_own: bool,
    file: FileId,
    text: &'a RunningText,
    range: Span,
    source: &'a str,
}

impl<'a> Excerpt<'a> {
    /// Where the first phrase of a meaning stands.
    pub fn find(&self, meaning: impl Into<Meaning>) -> Option<Place> {
        let span = self.text.first(meaning.into(), self.range)?;
        Some(Place { file: self.file, span })
    }

    /// Whether it holds a phrase of a meaning.
    pub fn says(&self, meaning: impl Into<Meaning>) -> bool {
        self.find(meaning).is_some()
    }

    /// Whether it holds a phrase of one of several meanings that follow each other.
    pub fn says_one_of(&self, first: Meaning, last: Meaning) -> bool {
        let (start, end) = (self.range.start, self.range.end);
        self.text.between(first, last).iter().any(|hit| start <= hit.span.start && hit.span.end <= end)
    }

    /// Its words; in place of what is none, spaces.
    pub fn words(&self) -> &'a str {
        self.text.words.get(self.range.range()).unwrap_or_default()
    }

    /// The text as its author wrote it, with the addresses of links.
    pub fn raw(&self) -> &'a str {
        self.source.get(self.range.range()).unwrap_or_default()
    }

    /// A part of it: some bytes of its words.
    pub fn part(&self, span: Span) -> Excerpt<'a> {
        let range = span.shifted(self.range.start as usize);
        Excerpt { place: Place { file: self.file, span: range }, range, ..*self }
    }

    /// What stands before a place in it, and what behind.
    pub fn around(&self, place: Place) -> (&'a str, &'a str) {
        let words = self.words();
        let offset = |at: u32| at.saturating_sub(self.range.start) as usize;
        let before = words.get(..offset(place.span.start)).unwrap_or_default();
        (before, words.get(offset(place.span.end)..).unwrap_or_default())
    }

    /// Whether it names an Act or regulations: "Care Act 2014".
    pub fn names_law(&self) -> bool {
        names_law(self.words())
    }
}

impl<'a> NoticeCase<'a> {
    /// The words of a section: the notice's own and those of general sections that join it.
    pub fn excerpts(&self, section: StandardSection) -> impl Iterator<Item = Excerpt<'a>> {
        let sections = self.document.sections.iter().filter(move |one| one.standard == Some(section));
        sections.flat_map(|one| self.excerpts_in(one, false))
    }

    /// The words of all sections.
    pub fn all_excerpts(&self) -> impl Iterator<Item = Excerpt<'a>> {
        self.document.sections.iter().flat_map(|one| self.excerpts_in(one, false))
    }

    /// The words of a section of the document; of general sections that are only linked to as well, if asked for.
    pub fn excerpts_in(&self, section: &'a Section, with_links: bool) -> impl Iterator<Item = Excerpt<'a>> {
        section.parts.iter().filter_map(move |part| match part {
            Part::Data => None,
            Part::Own(index) => Some(self.excerpt_of_own(&self.notice.sections[*index])),
            Part::General(index) => Some(self.excerpt_of_general(*index)),
            Part::Link(index) => with_links.then(|| self.excerpt_of_general(*index)),
        })
    }

    /// Everything that the service itself wrote below the front matter of each of its files.
    pub fn own_text(&self) -> impl Iterator<Item = Excerpt<'a>> {
        self.notice.files.iter().map(|file| self.below_front_matter(*file, self.head(), true))
    }

    /// A string of the front matter.
    pub fn excerpt_of_words(&self, place: Place) -> Excerpt<'a> {
        self.excerpt(place, place.file, place.span, true)
    }

    /// Items and all below them, each as a string of the front matter.
    pub fn excerpts_of_items(&self, items: &'a [Item]) -> impl Iterator<Item = Excerpt<'a>> {
        item_words(items).into_iter().map(|words| self.excerpt_of_words(words.place))
    }

    /// Whether a section says something about a question, in whatever words.
    pub fn says(&self, section: StandardSection, about: About) -> bool {
        self.excerpts(section).any(|excerpt| excerpt.says(about))
    }

    /// Whether the service's own text says something about a question.
    pub fn own_text_says(&self, about: About) -> bool {
        self.own_text().any(|excerpt| excerpt.says(about))
    }

    /// Whether some words of the front matter say something about a question.
    pub fn words_say(&self, words: &Words, about: About) -> bool {
        self.excerpt_of_words(words.place).says(about)
    }

    /// Whether a text names a length of time.
    pub fn names_a_time(&self, text: &str) -> bool {
        names_a_time(text, self.phrases(About::Number), self.phrases(About::UnitOfTime))
    }

    /// Whether an email address or a phone number stands in the service's words or in "Who we are".
    pub fn gives_contact(&self) -> bool {
        let mut excerpts = self.own_text().chain(self.excerpts(StandardSection::WhoWeAre));
        excerpts.any(|excerpt| {
            excerpt.words().contains('@') || has_phone_number(excerpt.words()) || self.links_to_somebody(excerpt.file)
        })
    }

    fn links_to_somebody(&self, file: FileId) -> bool {
        let references = &self.whole.hub.fragments[file.0 as usize].references;
        references.iter().any(|reference| match &reference.kind {
            ReferenceKind::External(address) => address.starts_with("mailto:") || address.starts_with("tel:"),
            _ => false,
        })
    }

    fn excerpt_of_general(&self, index: usize) -> Excerpt<'a> {
        let section = &self.whole.hub.register.general[index];
        self.below_front_matter(section.file, section.title.place, false)
    }

    /// From the heading of a section of the notice to the next one in the same file.
    fn excerpt_of_own(&self, own: &OwnSection) -> Excerpt<'a> {
        let file = own.passage.file;
        let starts = self.notice.sections.iter().filter(|section| section.passage.file == file);
        let later = starts.map(|section| section.place.span.start).filter(|start| *start > own.place.span.start);
        let whole = self.below_front_matter(file, own.place, true);
        let start = whole.range.start.max(own.place.span.end);
        let range = Span { start, end: later.min().unwrap_or(whole.range.end).max(start) };
        Excerpt { range, ..whole }
    }

    fn below_front_matter(&self, file: FileId, place: Place, is_own: bool) -> Excerpt<'a> {
        let text = self.text(file);
        self.excerpt(place, file, Span::new(text.body, text.words.len()), is_own)
    }

    fn excerpt(&self, place: Place, file: FileId, range: Span, is_own: bool) -> Excerpt<'a> {
        let source = &self.whole.hub.sources.get(file).text;
        Excerpt { place, is_own, file, text: self.text(file), range, source }
    }
}

/// The words of items and of all below them.
pub fn item_words(items: &[Item]) -> Vec<&Words> {
    items.iter().flat_map(|item| std::iter::once(&item.text).chain(item_words(&item.items))).collect()
}

/// Whether a text names an Act or regulations: a year, and not more than eight words before it a word for a law.
fn names_law(text: &str) -> bool {
    let mut at = 0;
    while let Some(length) = text.as_bytes()[at..].iter().position(u8::is_ascii_digit) {
        let start = at + length;
        at = start + text.as_bytes()[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (before, behind) = (&text[..start], &text[at..]);
        let is_whole = !before.ends_with(char::is_alphanumeric) && !behind.starts_with(char::is_alphanumeric);
        let mut words = before.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        if at - start == 4 && is_whole && words.by_ref().take(8).any(|word| LAWS.contains(&word)) {
            return true;
        }
    }
    false
}

/// Whether ten digits or more stand in a row, but for spaces: "01632 960 100".
fn has_phone_number(text: &str) -> bool {
    let runs = text.split(|c: char| !c.is_ascii_digit() && c != ' ');
    runs.into_iter()
        .any(|run| run.trim_start().starts_with('0') && run.matches(|c: char| c.is_ascii_digit()).count() > 9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn laws_are_named_with_their_year() {
        assert!(names_law("We act under the Care Act 2014."));
        assert!(names_law("Rheoliadau Cymru 2015") && names_law("the Housing Benefit Regulations 2006"));
        assert!(!names_law("We act in 2014, in order to help."));
        assert!(!names_law("the Act"));
        assert!(names_law("Act a b c d e f g 2014") && !names_law("Act a b c d e f g h 2014"));
        assert!(
            !names_law("Act 20145") && !names_law("Act A2014") && !names_law("Act 2014a") && !names_law("Actor 2014")
        );
    }

    #[test]
    fn phone_numbers_are_long() {
        assert!(has_phone_number("Ring 01632 960 100.") && has_phone_number("029 2000 0000"));
        assert!(!has_phone_number("since 2018 and 2019, 10 to 12") && !has_phone_number("6 years, 101"));
    }
}
