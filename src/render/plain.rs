//! Words of the front matter as plain text, for what machines read.
//!
//! Markup is gone, placeholders have their values, and a link is its words with its whole address in angle brackets
//! behind them: `our policy <https://privacy.marlbury.gov.uk/documents/policy.pdf>`.

use std::borrow::Cow;

use super::context::{Context, Voice};
use crate::domain::{Block, Inline, Words};
use crate::text::FileId;

/// Words as plain text.
pub fn words<'a>(context: &Context<'_>, voice: &Voice<'_>, words: &'a Words) -> Cow<'a, str> {
    let Some(prose) = &words.prose else { return Cow::Borrowed(&words.value) };
    let mut writer = Writer { context, voice, file: words.place.file, text: String::new() };
    for block in &prose.blocks {
        if let Block::Paragraph(content) = block {
            writer.inlines(content);
        }
    }
    Cow::Owned(writer.text)
}

struct Writer<'a> {
    context: &'a Context<'a>,
    voice: &'a Voice<'a>,
    file: FileId,
    text: String,
}

impl Writer<'_> {
    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(words) | Inline::Code(words) => self.text.push_str(words),
                Inline::Emphasis(content) | Inline::Strong(content) | Inline::Struck(content) => self.inlines(content),
                Inline::Link { reference, content } => self.link(*reference, content),
                Inline::Image { alt, .. } => self.text.push_str(&self.voice.fill(self.context, alt)),
                Inline::Placeholder(number) => {
                    self.text.push_str(&self.voice.placeholder(self.context, self.file, *number));
                }
                Inline::SoftBreak | Inline::LineBreak => self.text.push(' '),
                Inline::Note(_) => {}
            }
        }
    }

    /// The words of a link and its address; the address alone where the words say it already.
    fn link(&mut self, reference: usize, content: &[Inline]) {
        let target = self.context.pages.targets.get(self.file, reference);
        let start = self.text.len();
        self.inlines(content);
        if self.text.len() == start {
            let title = self.context.title(target).unwrap_or_default();
            self.text.push_str(&self.voice.fill(self.context, &title));
        }
        let href = self.context.href(target, |address| self.voice.address(self.context, address));
        let Some(href) = href.filter(|href| !href.starts_with('#')) else { return };
        let is_said = self.text[start..].trim() == href.trim_start_matches("mailto:").trim_start_matches("tel:");
        if !is_said {
            let space = if self.text.len() > start { " " } else { "" };
            self.text.push_str(&format!("{space}<{}>", self.context.absolute(&href)));
        }
    }
}
