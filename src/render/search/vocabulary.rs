//! The words of a page.

use crate::domain::{Block, Inline, Prose, Words};
use crate::text::{Alphabet, Piece, ShortWord, pieces};

/// Letters after which a word is cut off: nobody types more, and no word is longer.
const LONGEST: usize = 40;

/// What may stand in words; of characters beyond ASCII, [`Vocabulary::folded`] decides.
struct Apostrophe;

impl Alphabet for Apostrophe {
    fn has(byte: u8) -> bool {
        byte == b'\''
    }
}

/// Collects the words of a page: runs of letters and digits in lower case, without apostrophes. A word is there as often as
/// the page has it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// Nearly all of them.
    pub short: Vec<ShortWord>,
    /// Those that are too long for that.
    pub long: Vec<String>,
}

impl Vocabulary {
    /// Adds the words of a text.
    pub fn text(&mut self, text: &str) {
        for Piece { start, end, is_plain } in pieces::<Apostrophe>(text) {
            match ShortWord::lower(text.as_bytes(), start, end - start) {
                Some(short) if is_plain && end - start > 1 => self.short.push(short),
                _ => self.folded(&text[start..end]),
            }
        }
    }

    /// Adds the words of a piece, which may have any characters.
    fn folded(&mut self, piece: &str) {
        let mut word = String::with_capacity(piece.len());
        for c in piece.chars() {
            match c {
                '\'' | '’' | '\u{300}'..='\u{36f}' => {}
                c if c.is_alphanumeric() => word.extend(c.to_lowercase()),
                _ => {
                    self.word(&word);
                    word.clear();
                }
            }
        }
        self.word(&word);
    }

    /// Adds a word that is as it is compared.
    fn word(&mut self, word: &str) {
        match ShortWord::new(word) {
            _ if word.len() < 2 || word.len() > LONGEST => {}
            Some(short) => self.short.push(short),
            None => self.long.push(word.to_owned()),
        }
    }

    /// Adds the words of a text with inline markup.
    pub fn words(&mut self, words: &Words) {
        match &words.prose {
            Some(prose) => self.blocks(&prose.blocks),
            None => self.text(&words.value),
        }
    }

    /// Adds the words of a whole text with its footnotes.
    pub fn prose(&mut self, prose: &Prose) {
        self.blocks(&prose.blocks);
        self.notes(prose);
    }

    /// Adds the words of the footnotes of a text.
    pub fn notes(&mut self, prose: &Prose) {
        prose.footnotes.iter().for_each(|note| self.blocks(&note.blocks));
    }

    /// Adds the words of some blocks; headings among them, which are words like any others here.
    pub fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(content) => self.inlines(content),
                Block::Heading(heading) => self.inlines(&heading.content),
                Block::List { items, .. } => items.iter().for_each(|item| self.blocks(item)),
                Block::Quote(inner) => self.blocks(inner),
                Block::Code(text) => self.text(text),
                Block::Table(table) => {
                    table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| self.inlines(cell));
                }
                Block::Rule => {}
            }
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.text(text),
                Inline::Code(text) => self.text(text),
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Struck(inner) => self.inlines(inner),
                Inline::Link { content, .. } => self.inlines(content),
                Inline::Image { alt, .. } => self.text(alt),
                // The values of placeholders are names and addresses that stand on many pages.
                Inline::Placeholder(_) | Inline::Note(_) | Inline::SoftBreak | Inline::LineBreak => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut vocabulary = Vocabulary::default();
        vocabulary.text(text);
        let words: Vec<String> = vocabulary.short.iter().map(ToString::to_string).chain(vocabulary.long).collect();
        assert_eq!(words.join(" "), expected);
    }

    #[test]
    fn words_are_in_lower_case() {
        check("Bins, bins and BINS", "bins bins and bins");
        check("fly-tipping (2026)", "fly tipping 2026");
        check("An Overrepresentation of incompatibilities", "an of overrepresentation incompatibilities");
        check("", "");
    }

    #[test]
    fn apostrophes_and_accents_are_part_of_a_word() {
        check("children's children’s", "childrens childrens");
        check("Tŷ'r Cyngor – tŷ", "tŷr cyngor tŷ");
        check("caf\u{65}\u{301}", "cafe");
        check("£500 “quoted”", "500 quoted");
    }

    #[test]
    fn what_nobody_types_is_left_out() {
        check(&format!("a {} b '", "x".repeat(41)), "");
    }

    #[test]
    fn the_quick_way_and_the_slow_way_agree() {
        let pieces = ["a", "9", "Bc", "ŷ", "É", "’", "'", ".", " ", "–", "\u{301}", "Abcdefghijklmnop"];
        let mut texts = vec![String::new()];
        for _ in 0..4 {
            texts = texts.iter().flat_map(|text| pieces.map(|piece| format!("{text}{piece}"))).collect();
            for text in &texts {
                let (mut quick, mut slow) = (Vocabulary::default(), Vocabulary::default());
                quick.text(text);
                slow.folded(text);
                assert_eq!(quick, slow, "{text:?}");
            }
        }
    }
}
