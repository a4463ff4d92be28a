//! The running text of a file: its words at their places, cut once, with everything that rules ask of it.
//!
//! A pure function of the file, its language and the lexicon, so that whoever builds again can keep it. Rules ask by
//! [`Meaning`] where a phrase stands, and never walk through a text themselves.

use super::blank::running_text;
use super::lexicon::{Hit, Lexicon, Meaning, Token};
use super::phrases::Term;
use super::sentences::{Bounds, Sentence, sentences};
use super::words::holds;
use crate::domain::Language;
use crate::text::Span;

/// The running text of a file.
#[derive(Clone, Debug, Default)]
pub struct RunningText {
    /// Its words, as long as the file; in place of everything else, spaces.
    pub words: String,
    /// Where the text below the front matter starts; the end of a file that is all TOML.
    pub body: usize,
    /// By meaning and place.
    hits: Vec<Hit>,
    tokens: Vec<Token>,
    sentences: Vec<Bounds>,
    /// The legal terms whose meaning it explains.
    explained: Vec<u16>,
}

/// The text of a file of which readers see nothing.
pub static NOTHING: RunningText = RunningText {
    words: String::new(),
    body: 0,
    hits: Vec::new(),
    tokens: Vec::new(),
    sentences: Vec::new(),
    explained: Vec::new(),
};

/// How long a sentence is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Size {
    /// Its words.
    pub words: usize,
    /// Their letters and digits.
    pub letters: usize,
}

impl RunningText {
    /// The running text of a file in a language, whose body starts at an offset, and of whose front matter readers see
    /// these strings.
    pub fn new(text: &str, (seen, body): (&[Span], usize), language: Language, lexicon: &Lexicon) -> Self {
        let (words, parts) = running_text(text, seen, body);
        let tokens = lexicon.tokens(&words);
        let hits = lexicon.find(&words, &tokens, language);
        let sentences = sentences(&words, &parts);
        let text = RunningText { words, body, hits, tokens, sentences, explained: Vec::new() };
        let explained = text.explained_terms(lexicon.phrases().terms());
        RunningText { explained, ..text }
    }

    /// Where phrases of a meaning stand, in order.
    pub fn all(&self, meaning: Meaning) -> impl Iterator<Item = Span> {
        self.between(meaning, meaning).iter().map(|hit| hit.span)
    }

    /// The phrases of several meanings that follow each other, by meaning and place.
    pub fn between(&self, first: Meaning, last: Meaning) -> &[Hit] {
        let start = self.hits.partition_point(|hit| hit.meaning < first);
        let length = self.hits[start..].partition_point(|hit| hit.meaning <= last);
        &self.hits[start..start + length]
    }

    /// The first phrase of a meaning that stands in a range.
    pub fn first(&self, meaning: Meaning, range: Span) -> Option<Span> {
        let start = self.hits.partition_point(|hit| (hit.meaning, hit.span.start) < (meaning, range.start));
        let hits = self.hits[start..].iter().take_while(|hit| hit.meaning == meaning && hit.span.start < range.end);
        hits.map(|hit| hit.span).find(|span| span.end <= range.end)
    }

    /// Every sentence, in order.
    pub fn sentences(&self) -> impl Iterator<Item = Sentence<'_>> {
        self.sentences.iter().map(|bounds| bounds.of(&self.words))
    }

    /// Some sentences with their sizes, in order.
    pub fn measured(&self, is_wanted: impl Fn(&Sentence<'_>) -> bool) -> impl Iterator<Item = (Sentence<'_>, Size)> {
        let mut tokens = self.tokens.iter().peekable();
        self.sentences().filter(move |sentence| is_wanted(sentence)).map(move |sentence| {
            let mut size = Size::default();
            while let Some(token) = tokens.next_if(|token| token.span.start < sentence.span.end) {
                let is_inside = token.span.start >= sentence.span.start;
                size.words += usize::from(is_inside);
                size.letters += if is_inside { token.letters as usize } else { 0 };
            }
            (sentence, size)
        })
    }

    /// The sentence in which a span stands.
    pub fn sentence_at(&self, span: Span) -> Option<Sentence<'_>> {
        let after = self.sentences.partition_point(|bounds| bounds.span.start <= span.start);
        let bounds = self.sentences[..after].last()?;
        (span.end <= bounds.span.end).then(|| bounds.of(&self.words))
    }

    /// Whether it says what a legal term means: the number of its row.
    pub fn explains(&self, term: u16) -> bool {
        self.explained.contains(&term)
    }

    fn explained_terms(&self, terms: &[Term]) -> Vec<u16> {
        let mut explained = Vec::new();
        for hit in self.between(Meaning::Term(0), Meaning::Term(u16::MAX)) {
            let Meaning::Term(row) = hit.meaning else { continue };
            let is_news = explained.last() != Some(&row);
            if is_news
                && self.sentence_at(hit.span).is_some_and(|sentence| explains(sentence.text, &terms[usize::from(row)]))
            {
                explained.push(row);
            }
        }
        explained
    }
}

/// Whether a sentence that holds a term says what it means.
fn explains(sentence: &str, term: &Term) -> bool {
    const MEANS: [&str; 10] = [
        "means",
        "mean",
        "is called",
        "are called",
        "we call",
        "calls",
        "call",
        "known as",
        "that is",
        "in other words",
    ];
    let lower = sentence.to_lowercase();
    let stands_out = |words: &String| {
        let words = words.to_lowercase();
        lower.contains(&format!("**{words}**"))
            || lower.split(&words).skip(1).any(|rest| rest.trim_start().starts_with(['(', '–', '—']))
    };
    holds(sentence, &MEANS) || term.words.iter().any(stands_out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::phrases::About;
    use crate::law::Law;

    fn text(file: &str) -> RunningText {
        RunningText::new(file, (&[], "+++\n+++\n".len()), Language::En, &Lexicon::new(&Law::load()))
    }

    fn words(text: &RunningText, span: Option<Span>) -> Option<&str> {
        span.map(|span| &text.words[span.range()])
    }

    #[test]
    fn phrases_are_found_by_meaning_and_range() {
        let text = text("+++\n+++\nGet copies. A copy is free.\n");
        let copy = Meaning::About(About::Copy);
        assert_eq!(text.all(copy).count(), 2);
        let body = Span::new(text.body, text.words.len());
        assert_eq!(words(&text, text.first(copy, body)), Some("copies"));
        let last = Span::new(text.words.len() - 16, text.words.len());
        assert_eq!(words(&text, text.first(copy, last)), Some("copy"));
        assert_eq!(
            text.first(copy, Span::new(0, 11)),
            None,
            "a phrase that runs over the end of the range does not count"
        );
    }

    #[test]
    fn sentences_know_their_size_and_are_found_by_a_place() {
        let text =
            text("+++\n+++\nWe hold data about you.[^adult] If you move, tell us.[^1][^2]\n\n[^adult]: An adult.");
        let found: Vec<(&str, usize)> =
            text.measured(|_| true).map(|(sentence, size)| (sentence.text, size.words)).collect();
        assert_eq!(found, [("We hold data about you.", 5), ("If you move, tell us.", 5), ("An adult.", 2)]);
        let (second, size) = text.measured(|sentence| sentence.text.starts_with("If")).next().unwrap();
        assert_eq!((size.words, size.letters), (5, 15), "what stands before does not count");
        assert_eq!(text.sentence_at(second.span).unwrap().text, second.text);
        assert!(text.sentence_at(Span::new(0, 2)).is_none());
    }

    #[test]
    fn a_term_is_explained_where_its_meaning_is_said() {
        let row = Lexicon::new(&Law::load())
            .phrases()
            .terms()
            .iter()
            .position(|term| term.words.iter().any(|word| word == "data subject"));
        let row = u16::try_from(row.unwrap()).unwrap();
        assert!(text("+++\n+++\nA data subject means you.").explains(row));
        assert!(text("+++\n+++\nEach **data subject** has rights.").explains(row));
        assert!(!text("+++\n+++\nEach data subject has rights.").explains(row));
    }
}
