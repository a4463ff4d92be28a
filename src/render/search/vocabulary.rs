//! The different words of a page, each once.

use std::hash::Hasher;

use hashbrown::HashTable;
use rustc_hash::FxHasher;

use crate::domain::{Block, Inline, Prose, Words};

/// Letters after which a word is cut off: nobody types more, and no word is longer.
const LONGEST: usize = 40;

/// What a byte is for the cutting of words: the end of one, a small letter or digit, a capital, or anything else that may
/// be a part of a word.
const BREAK: u8 = 0;
const PLAIN: u8 = 1;
const CAPITAL: u8 = 2;
const OTHER: u8 = 4;

/// The kind of each byte.
const KINDS: [u8; 256] = {
    let mut kinds = [BREAK; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b'a'..=b'z' | b'0'..=b'9' => PLAIN,
            b'A'..=b'Z' => CAPITAL,
            b'\'' | 0x80.. => OTHER,
            _ => BREAK,
        };
        byte += 1;
    }
    kinds
};

fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

/// Collects the words of a page: runs of letters and digits in lower case, without apostrophes.
#[derive(Debug)]
pub struct Vocabulary {
    /// Where each word stands in `words`: start and end.
    places: HashTable<(u32, u32)>,
    words: String,
}

impl Default for Vocabulary {
    fn default() -> Self {
        // Room for the words of most notices.
        Vocabulary { places: HashTable::with_capacity(448), words: String::with_capacity(4096) }
    }
}

impl Vocabulary {
    /// Adds the words of a text.
    pub fn text(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let start = at;
            let mut run = 0;
            while let Some(byte) = bytes.get(at) {
                let kind = KINDS[usize::from(*byte)];
                if kind == BREAK {
                    break;
                }
                run |= kind;
                at += 1;
            }
            match run {
                0 => {}
                PLAIN => self.word(&text[start..at]),
                _ => self.folded(&text[start..at], run & OTHER == 0),
            }
            at += 1;
        }
    }

    /// Adds the words of a run that has capitals and, unless it is all letters and digits of ASCII, other characters.
    fn folded(&mut self, run: &str, is_ascii: bool) {
        if is_ascii {
            self.word(&run.to_ascii_lowercase());
            return;
        }
        let mut word = String::with_capacity(run.len());
        for c in run.chars() {
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

    fn word(&mut self, word: &str) {
        if word.len() < 2 || word.len() > LONGEST {
            return;
        }
        let Vocabulary { places, words } = self;
        let at = |(start, end): (u32, u32)| start as usize..end as usize;
        let hash = hash(word);
        if places.find(hash, |place| &words[at(*place)] == word).is_some() {
            return;
        }
        let Ok(start) = u32::try_from(words.len()) else { return };
        words.push_str(word);
        places.insert_unique(hash, (start, start + word.len() as u32), |place| self::hash(&words[at(*place)]));
        words.push(' ');
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
                Inline::Text(text) | Inline::Code(text) => self.text(text),
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Struck(inner) => self.inlines(inner),
                Inline::Link { content, .. } => self.inlines(content),
                Inline::Image { alt, .. } => self.text(alt),
                // The values of placeholders are names and addresses that stand on many pages.
                Inline::Placeholder(_) | Inline::Note(_) | Inline::SoftBreak | Inline::LineBreak => {}
            }
        }
    }

    /// The words, in the order in which they first came, with a space after each.
    pub fn finish(self) -> String {
        self.words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut vocabulary = Vocabulary::default();
        vocabulary.text(text);
        assert_eq!(vocabulary.finish().trim_end(), expected);
    }

    #[test]
    fn words_are_kept_once_in_lower_case() {
        check("Bins, bins and BINS", "bins and");
        check("fly-tipping (2026)", "fly tipping 2026");
        check("", "");
    }

    #[test]
    fn apostrophes_and_accents_are_part_of_a_word() {
        check("children's children’s", "childrens");
        check("Tŷ'r Cyngor – tŷ", "tŷr cyngor tŷ");
        check("caf\u{65}\u{301}", "cafe");
        check("£500 “quoted”", "500 quoted");
    }

    #[test]
    fn what_nobody_types_is_left_out() {
        check(&format!("a {} b", "x".repeat(41)), "");
    }
}
