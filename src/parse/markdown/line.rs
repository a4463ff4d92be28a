//! A line of text on its way from comrak into our own tree. Knows nothing of where the pieces come from.

use crate::domain::Inline;
use crate::exact::exactly;

/// The pieces of a line on their way: characters that follow each other are one piece.
#[derive(Default)]
pub struct Line {
    inlines: Vec<Inline>,
    /// The characters behind the last piece.
    text: String,
}

impl Line {
    /// Adds a piece that is no characters.
    pub fn push(&mut self, inline: Inline) {
        self.end_text();
        self.inlines.push(inline);
    }

    /// Adds characters.
    pub fn push_text(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn end_text(&mut self) {
        if !self.text.is_empty() {
            self.inlines.push(Inline::Text(self.text.as_str().into()));
            self.text.clear();
        }
    }

    /// All pieces.
    pub fn finish(mut self) -> Box<[Inline]> {
        self.end_text();
        exactly(self.inlines).into()
    }
}
