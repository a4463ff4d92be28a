//! Words of the front matter as plain text, for files that take no markup.
//!
//! Takes words and in whose name they speak; gives what a reader sees of them on a page: placeholders have their
//! values, and a link without words has the title of what it leads to. Nothing is escaped.

use std::borrow::Cow;

use super::context::{Context, Voice};
use crate::domain::{Block, Inline, Prose, Words};
use crate::text::FileId;

/// Words without markup.
pub fn plain<'a>(context: &Context<'_>, voice: &Voice<'_>, words: &'a Words) -> Cow<'a, str> {
    read(context, voice, words, false)
}

/// Words without markup, each link with its whole address behind it:
/// `our policy <https://privacy.marlbury.gov.uk/documents/policy.pdf>`.
pub fn with_addresses<'a>(context: &Context<'_>, voice: &Voice<'_>, words: &'a Words) -> Cow<'a, str> {
    read(context, voice, words, true)
}

/// The whole addresses, with scheme and host, to which the links in some words lead.
pub fn addresses(context: &Context<'_>, voice: &Voice<'_>, words: &Words) -> Vec<String> {
    let reader = Reader { context, voice, file: words.place.file, with_addresses: true };
    let mut found = Vec::new();
    words
        .prose
        .iter()
        .flat_map(|prose| paragraphs(prose))
        .for_each(|content| reader.add_addresses(content, &mut found));
    found
}

fn read<'a>(context: &Context<'_>, voice: &Voice<'_>, words: &'a Words, with_addresses: bool) -> Cow<'a, str> {
    let Some(prose) = &words.prose else { return Cow::Borrowed(&words.value) };
    let reader = Reader { context, voice, file: words.place.file, with_addresses };
    let mut text = String::with_capacity(words.value.len());
    for content in paragraphs(prose) {
        if !text.is_empty() {
            text.push(' ');
        }
        reader.add(content, &mut text);
    }
    Cow::Owned(text)
}

fn paragraphs(prose: &Prose) -> impl Iterator<Item = &[Inline]> {
    prose.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(content) => Some(&**content),
        _ => None,
    })
}

struct Reader<'a> {
    context: &'a Context<'a>,
    voice: &'a Voice<'a>,
    file: FileId,
    with_addresses: bool,
}

impl Reader<'_> {
    fn add(&self, inlines: &[Inline], text: &mut String) {
        for inline in inlines {
            match inline {
                Inline::Text(words) => text.push_str(words),
                Inline::Code(words) => text.push_str(words),
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Struck(inner) => self.add(inner, text),
                Inline::Link { reference, content } => self.link(*reference, content, text),
                Inline::Image { alt, .. } => text.push_str(&self.voice.fill(self.context, alt)),
                Inline::Placeholder(number) => {
                    text.push_str(&self.voice.placeholder(self.context, self.file, *number));
                }
                Inline::SoftBreak | Inline::LineBreak => text.push(' '),
                Inline::Note(_) => {}
            }
        }
    }

    /// The words of a link, and its address where that is asked for and the words do not say it.
    fn link(&self, reference: u32, content: &[Inline], text: &mut String) {
        let start = text.len();
        if content.is_empty() {
            text.push_str(&self.title(reference));
        } else {
            self.add(content, text);
        }
        if let Some(address) = self.address(reference).filter(|_| self.with_addresses) {
            let said = address.trim_start_matches("mailto:").trim_start_matches("tel:");
            let is_said = text[start..].replace(' ', "") == said;
            if !is_said {
                text.push_str(&format!(" <{address}>"));
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

    fn title(&self, reference: u32) -> String {
        let title = self.context.title(self.context.pages.targets.get(self.file, reference));
        let title = title.or_else(|| self.address(reference)).unwrap_or_default();
        self.voice.fill(self.context, &title)
    }

    /// The whole address of a link; none for a place on the same page, which is no address elsewhere.
    fn address(&self, reference: u32) -> Option<String> {
        let target = self.context.pages.targets.get(self.file, reference);
        let href = self.context.href(target, |address| self.voice.address(self.context, address))?;
        (!href.starts_with('#')).then(|| self.context.absolute(&href))
    }
}
