//! Words of the front matter as plain text, for files that take no markup.
//!
//! Takes words and in whose name they speak; gives what a reader sees of them on a page: placeholders have their
//! values, and a link without words has the title of what it leads to. Nothing is escaped.

use super::context::{Context, Voice};
use crate::domain::{Block, Inline, Prose, Words};
use crate::text::FileId;

/// Words without markup.
pub fn plain(context: &Context<'_>, voice: &Voice<'_>, words: &Words) -> String {
    let Some(prose) = &words.prose else { return words.value.clone() };
    let reader = Reader { context, voice, file: words.place.file };
    let mut text = String::with_capacity(words.value.len());
    for content in paragraphs(prose) {
        if !text.is_empty() {
            text.push(' ');
        }
        reader.add(content, &mut text);
    }
    text
}

/// The whole addresses, with scheme and host, to which the links in some words lead.
pub fn addresses(context: &Context<'_>, voice: &Voice<'_>, words: &Words) -> Vec<String> {
    let reader = Reader { context, voice, file: words.place.file };
    let mut found = Vec::new();
    words
        .prose
        .iter()
        .flat_map(|prose| paragraphs(prose))
        .for_each(|content| reader.add_addresses(content, &mut found));
    found
}

fn paragraphs(prose: &Prose) -> impl Iterator<Item = &Vec<Inline>> {
    prose.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(content) => Some(content),
        _ => None,
    })
}

struct Reader<'a> {
    context: &'a Context<'a>,
    voice: &'a Voice<'a>,
    file: FileId,
}

impl Reader<'_> {
    fn add(&self, inlines: &[Inline], text: &mut String) {
        for inline in inlines {
            match inline {
                Inline::Text(words) | Inline::Code(words) => text.push_str(words),
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Struck(inner) => self.add(inner, text),
                Inline::Link { reference, content } if content.is_empty() => text.push_str(&self.title(*reference)),
                Inline::Link { content, .. } => self.add(content, text),
                Inline::Image { alt, .. } => text.push_str(&self.voice.fill(self.context, alt)),
                Inline::Placeholder(number) => text.push_str(&self.value(*number)),
                Inline::SoftBreak | Inline::LineBreak => text.push(' '),
                Inline::Note(_) => {}
            }
        }
    }

    fn add_addresses(&self, inlines: &[Inline], found: &mut Vec<String>) {
        for inline in inlines {
            match inline {
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Struck(inner) => {
                    self.add_addresses(inner, found);
                }
                Inline::Link { reference, .. } => found.extend(self.address(*reference)),
                _ => {}
            }
        }
    }

    fn title(&self, reference: usize) -> String {
        let title = self.context.title(self.context.pages.targets.get(self.file, reference));
        let title = title.or_else(|| self.address(reference)).unwrap_or_default();
        self.voice.fill(self.context, &title)
    }

    fn address(&self, reference: usize) -> Option<String> {
        let target = self.context.pages.targets.get(self.file, reference);
        let address = self.context.href(target, |address| self.voice.fill(self.context, address))?;
        let config = self.context.config();
        let on_hub = address.strip_prefix(config.base_path());
        Some(on_hub.map_or_else(|| address.clone(), |path| format!("{}{path}", config.base_url)))
    }

    fn value(&self, number: usize) -> String {
        let placeholder = self.context.hub.fragments[self.file.0 as usize].placeholders.get(number);
        placeholder.map(|(placeholder, _)| self.voice.value(self.context, *placeholder)).unwrap_or_default()
    }
}
