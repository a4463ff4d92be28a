//! What a notice says in running words, where its keys say nothing.
//!
//! A notice may say in prose what it could say in a key. Rules about something that is missing ask here before they
//! speak, so that nobody is told to repeat what the page already says. Gives the words without markup.

use super::case::NoticeCase;
use super::wording;
use crate::assemble::Part;
use crate::domain::{Block, Heading, Inline, Item, Passage, ReferenceKind, StandardSection, plain_text};
use crate::text::FileId;

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

impl NoticeCase<'_> {
    /// Everything that the service itself wrote below its front matter.
    pub fn own_words(&self) -> String {
        let sections = self.notice.sections.iter().map(|section| &section.passage);
        let mut text = String::new();
        self.notice.introduction.iter().chain(sections).for_each(|passage| add_passage(passage, &mut text));
        text
    }

    /// The words of a standard section: the service's own, and those of general sections that join it.
    pub fn words_of(&self, section: StandardSection) -> String {
        let mut text = String::new();
        for part in self.parts_of(section) {
            match part {
                Part::Own(index) => add_passage(&self.notice.sections[index].passage, &mut text),
                Part::General(index) => add_blocks(&self.whole.hub.register.general[index].body.blocks, &mut text),
                Part::Data | Part::Link(_) => {}
            }
        }
        text
    }

    /// Whether an email address or a phone number stands in the service's words or in "Who we are".
    pub fn gives_contact(&self) -> bool {
        let text = self.own_words() + &self.words_of(StandardSection::WhoWeAre);
        text.contains('@')
            || has_phone_number(&text)
            || self.files_of_contact().any(|file| self.links_to_somebody(file))
    }

    fn files_of_contact(&self) -> impl Iterator<Item = FileId> {
        let general = self.parts_of(StandardSection::WhoWeAre).filter_map(|part| match part {
            Part::General(index) => Some(self.whole.hub.register.general[index].file),
            Part::Own(_) | Part::Data | Part::Link(_) => None,
        });
        self.notice.files.iter().copied().chain(general)
    }

    fn links_to_somebody(&self, file: FileId) -> bool {
        let references = &self.whole.hub.fragments[file.0 as usize].references;
        references.iter().any(|reference| match &reference.kind {
            ReferenceKind::External(address) => address.starts_with("mailto:") || address.starts_with("tel:"),
            _ => false,
        })
    }

    fn parts_of(&self, section: StandardSection) -> impl Iterator<Item = Part> {
        let sections = self.document.sections.iter().filter(move |one| one.standard == Some(section));
        sections.flat_map(|one| one.parts.iter().copied())
    }
}

/// Whether a text holds one of these phrases, word by word and whatever their case.
pub fn mentions<T: AsRef<str>>(text: &str, phrases: &[T]) -> bool {
    phrases.iter().any(|phrase| !wording::find(text, phrase.as_ref()).is_empty())
}

/// Whether a text names an Act or regulations: "Care Act 2014".
pub fn names_law(text: &str) -> bool {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_year = |word: &&str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    words.iter().enumerate().any(|(at, word)| LAWS.contains(word) && words[at + 1..].iter().take(8).any(is_year))
}

/// The words of items, and of those below them.
pub fn items_text(items: &[Item]) -> String {
    items.iter().map(|item| format!("{}\n\n{}", item.text.plain(), items_text(&item.items))).collect()
}

fn add_passage(passage: &Passage, text: &mut String) {
    add_blocks(passage.prose.blocks.get(passage.blocks.clone()).unwrap_or_default(), text);
}

/// Adds the words of blocks, with an empty line after each, so that no phrase runs from one into the next.
fn add_blocks(blocks: &[Block], text: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading(Heading { content, .. }) => add_line(content, text),
            Block::List { items, .. } => items.iter().for_each(|blocks| add_blocks(blocks, text)),
            Block::Quote(blocks) => add_blocks(blocks, text),
            Block::Table { head, rows, .. } => {
                head.iter().chain(rows.iter().flatten()).for_each(|cell| add_line(cell, text));
            }
            Block::Code(_) | Block::Rule => {}
        }
    }
}

fn add_line(content: &[Inline], text: &mut String) {
    text.push_str(&plain_text(content));
    text.push_str("\n\n");
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
    }

    #[test]
    fn phone_numbers_are_long() {
        assert!(has_phone_number("Ring 01632 960 100.") && has_phone_number("029 2000 0000"));
        assert!(!has_phone_number("since 2018 and 2019, 10 to 12") && !has_phone_number("6 years, 101"));
    }
}
