//! A line of text on its way from comrak into our own tree. Knows nothing of where the pieces come from.

use std::sync::Arc;

use crate::domain::Inline;
use crate::exact::exactly;
use crate::text::Stretch;

/// The pieces of a line on their way: characters that follow each other are one piece.
pub struct Line {
    inlines: Vec<Inline>,
    /// More characters of the last piece, which is characters. Seldom are there any.
    more: String,
}

impl Line {
    /// A line of about so many pieces.
    pub fn of(pieces: usize) -> Self {
        Line { inlines: Vec::with_capacity(pieces), more: String::new() }
    }

    /// Adds a piece that is no characters.
    pub fn push(&mut self, inline: Inline) {
        self.end_text();
        self.inlines.push(inline);
    }

    /// Adds characters, which may stand in the source.
    pub fn push_text(&mut self, text: &str, source: &Arc<String>) {
        match self.inlines.last() {
            Some(Inline::Text(_)) => self.more.push_str(text),
            _ if text.is_empty() => {}
            _ => self.inlines.push(Inline::Text(Stretch::of(source, text))),
        }
    }

    fn end_text(&mut self) {
        if let (false, Some(Inline::Text(text))) = (self.more.is_empty(), self.inlines.last_mut()) {
            *text = format!("{text}{}", self.more).into();
            self.more.clear();
        }
    }

    /// All pieces.
    pub fn finish(mut self) -> Box<[Inline]> {
        self.end_text();
        exactly(self.inlines).into()
    }
}
