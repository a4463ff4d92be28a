//! Every phrase that any rule looks for, found in one walk through a text.
//!
//! Made once from the tables of the law and of language, and the same for every file and every build. A phrase stands for
//! a [`Meaning`], and that is what rules ask for. How a phrase matches is said in [`super::words`].

use std::ops::Range;

use super::dictionary::{Dictionary, UNKNOWN, WordId};
use super::phrases::{About, Phrases};
use super::words::{Marks, ends_in_number, fold, is_gap, is_with_paragraphs, words, words_in};
use crate::domain::Language;
use crate::law::Law;
use crate::text::{Piece, ShortWord, Span, pieces};

/// What a phrase stands for. The numbers are those of rows in the tables of the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meaning {
    /// An answer to a question about the text.
    About(About),
    /// Words that are out of date.
    Stale(u16),
    /// A legal term.
    Term(u16),
    /// An online tool.
    Tool(u16),
    /// The title of a notice about the work of another controller.
    WorkTitle(u16),
    /// A purpose that is the work of another controller.
    WorkPurpose(u16),
    /// The law that gives that work.
    WorkLaw(u16),
    /// A purpose that is the council's own although its law is that of the work of another.
    OwnWork(u16),
}

impl From<About> for Meaning {
    fn from(about: About) -> Self {
        Meaning::About(about)
    }
}

/// A phrase that stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// What it stands for.
    pub meaning: Meaning,
    /// Where it stands.
    pub span: Span,
}

/// A word of a text, and which word of the lexicon it is.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// How many letters and digits it has.
    pub letters: u32,
    word: WordId,
}

/// All phrases. See the head of the module.
#[derive(Debug)]
pub struct Lexicon {
    phrases: Phrases,
    words: Dictionary,
    /// By the number of a word, a bit for each word that may stand behind it in a phrase, by its number: one look spares
    /// nearly all comparisons.
    next: Vec<u64>,
    /// By the number of a word, the phrases that start with it.
    by_first: Vec<Vec<Phrase>>,
}

/// A phrase, without its first word.
#[derive(Debug)]
struct Phrase {
    meaning: Meaning,
    /// The only language in whose texts it counts.
    language: Option<Language>,
    rest: Box<[WordId]>,
    /// Its last word, folded, if that may have paragraphs behind it.
    number: Option<Box<str>>,
}

impl Lexicon {
    /// The lexicon of all tables.
    pub fn new(law: &Law) -> Self {
        let phrases = Phrases::load();
        let mut lexicon = Lexicon::empty();
        for question in phrases.questions() {
            for language in Language::ALL {
                let (meaning, phrases) = (Meaning::About(question.about), question.in_language(language));
                lexicon.add(meaning, Some(language), phrases);
            }
        }
        for (row, term) in (0..).zip(phrases.terms()) {
            lexicon.add(Meaning::Term(row), None, &term.words);
        }
        lexicon.add_law(law);
        Lexicon { phrases, ..lexicon }
    }

    fn empty() -> Self {
        let (phrases, words) = (Phrases::default(), Dictionary::default());
        Lexicon { phrases, words, next: vec![0], by_first: vec![Vec::new()] }
    }

    fn add_law(&mut self, law: &Law) {
        for (row, stale) in (0..).zip(&law.stale().stale) {
            self.add(Meaning::Stale(row), None, &stale.words);
        }
        for (row, tool) in (0..).zip(law.tools()) {
            self.add(Meaning::Tool(row), None, std::slice::from_ref(&tool.name));
        }
        for (row, work) in (0..).zip(law.separate_work()) {
            self.add(Meaning::WorkTitle(row), None, &work.titles);
            self.add(Meaning::WorkPurpose(row), None, &work.purposes);
            self.add(Meaning::WorkLaw(row), None, &work.legislation);
            self.add(Meaning::OwnWork(row), None, &work.not_where);
        }
    }

    fn add(&mut self, meaning: Meaning, language: Option<Language>, phrases: &[String]) {
        for phrase in phrases {
            let folded: Vec<_> = words(phrase).map(|word| fold(word.of(phrase))).collect();
            let ids: Vec<WordId> = folded.iter().map(|word| self.learn(word)).collect();
            if let (Some((first, rest)), Some(last)) = (ids.split_first(), folded.last()) {
                let number = ends_in_number(last).then(|| last.as_ref().into());
                let phrase = Phrase { meaning, language, rest: rest.into(), number };
                self.next[usize::from(*first)] |= phrase.next();
                self.by_first[usize::from(*first)].push(phrase);
            }
        }
    }

    /// The number of a folded word, which it gets if it has none yet.
    fn learn(&mut self, word: &str) -> WordId {
        let id = self.words.learn(word);
        if usize::from(id) == self.by_first.len() {
            self.next.push(0);
            self.by_first.push(Vec::new());
        }
        id
    }

    /// The phrases and terms of language.
    pub fn phrases(&self) -> &Phrases {
        &self.phrases
    }

    /// The words of a text, in order.
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::with_capacity(text.len() / 6);
        for Piece { start, end, is_plain } in pieces::<Marks>(text).map(|piece| piece.without_stop(text)) {
            if is_plain {
                tokens.push(self.plain(text, start, end));
            } else {
                tokens.extend(words_in(text, start..end).map(|word| self.other(text, word.start..word.end)));
            }
        }
        tokens
    }

    /// A word of ASCII letters and digits.
    #[inline]
    fn plain(&self, text: &str, start: usize, end: usize) -> Token {
        let short = ShortWord::lower(text.as_bytes(), start, end - start);
        let word = short.map_or_else(|| self.words.number(&text[start..end]), |short| self.words.short(short));
        // No source is longer than such numbers say.
        let span = Span { start: start as u32, end: end as u32 };
        Token { span, letters: span.end - span.start, word }
    }

    /// A word with other characters.
    fn other(&self, text: &str, place: Range<usize>) -> Token {
        let word = &text[place.clone()];
        let letters = word.chars().map(|c| u32::from(c.is_alphanumeric())).sum();
        Token { span: Span::from(place), letters, word: self.words.number(word) }
    }

    /// Whether a phrase of a meaning stands in a small text.
    pub fn says(&self, text: &str, meaning: impl Into<Meaning>, language: Language) -> bool {
        let meaning = meaning.into();
        let tokens = self.tokens(text);
        self.find(text, &tokens, language).iter().any(|hit| hit.meaning == meaning)
    }

    /// Every phrase that stands in a text, by meaning and place.
    pub fn find(&self, text: &str, tokens: &[Token], language: Language) -> Vec<Hit> {
        let mut found = Vec::with_capacity(tokens.len() / 16);
        for (start, token) in tokens.iter().enumerate() {
            let next = tokens.get(start + 1).map_or(UNKNOWN, |token| token.word);
            if self.next[usize::from(token.word)] & bit(next) != 0 {
                found.extend(self.starting(text, &tokens[start..], next).filter_map(|(phrase, span)| {
                    let counts = phrase.language.is_none_or(|only| only == language);
                    counts.then_some(Hit { meaning: phrase.meaning, span })
                }));
            }
        }
        found.sort_unstable();
        found
    }

    /// The phrases with which some words start, of which the second is known.
    fn starting(&self, text: &str, words: &[Token], next: WordId) -> impl Iterator<Item = (&Phrase, Span)> {
        let phrases = self.by_first[usize::from(words[0].word)].iter().filter(move |phrase| phrase.may_go_on(next));
        phrases.filter_map(move |phrase| {
            let window = words.get(..=phrase.rest.len())?;
            let span = Span { start: words[0].span.start, end: window[phrase.rest.len()].span.end };
            phrase.fits(text, window).then_some((phrase, span))
        })
    }
}

fn bit(word: WordId) -> u64 {
    1 << (u32::from(word) % u64::BITS)
}

impl Phrase {
    /// A bit for each word that may stand behind its first one.
    fn next(&self) -> u64 {
        match *self.rest {
            [] => u64::MAX,
            [last] if self.number.is_some() => bit(last) | bit(UNKNOWN),
            [second, ..] => bit(second),
        }
    }

    /// Whether the word behind the first one may belong to it.
    fn may_go_on(&self, next: WordId) -> bool {
        self.rest.first().is_none_or(|second| *second == next || next == UNKNOWN && self.number.is_some())
    }

    /// Whether some words, of which the first is the phrase's own, are this phrase.
    fn fits(&self, text: &str, window: &[Token]) -> bool {
        let is_last = |index: usize| index + 1 == self.rest.len();
        let mut rest = self.rest.iter().zip(&window[1..]).enumerate();
        rest.all(|(index, (wanted, token))| {
            token.word == *wanted
                || token.word == UNKNOWN && is_last(index) && self.is_with_paragraphs(&text[token.span.range()])
        }) && window.windows(2).all(|pair| is_gap(&text[pair[0].span.end as usize..pair[1].span.start as usize]))
    }

    /// Whether a word is its last one with paragraphs behind it.
    fn is_with_paragraphs(&self, word: &str) -> bool {
        self.number.as_ref().is_some_and(|number| is_with_paragraphs(&fold(word), number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a lexicon of these phrases finds, each by its number.
    fn found<'t>(text: &'t str, phrases: &[&str]) -> Vec<(u16, &'t str)> {
        let mut lexicon = Lexicon::empty();
        for (row, phrase) in (0..).zip(phrases) {
            lexicon.add(Meaning::Term(row), None, &[(*phrase).to_owned()]);
        }
        let hits = lexicon.find(text, &lexicon.tokens(text), Language::En);
        let shown = |hit: Hit| match hit.meaning {
            Meaning::Term(row) => (row, &text[hit.span.range()]),
            other => panic!("{other:?}"),
        };
        hits.into_iter().map(shown).collect()
    }

    #[test]
    fn several_phrases_are_found_by_meaning() {
        let text = "the DPA 1998 (and the **Data\nProtection Act 1998**) or DPA 1998.";
        assert_eq!(
            found(text, &["Data Protection Act 1998", "DPA 1998"]),
            [(0, "Data\nProtection Act 1998"), (1, "DPA 1998"), (1, "DPA 1998")]
        );
    }

    #[test]
    fn tokens_are_the_words_of_a_text() {
        let lexicon = Lexicon::new(&Law::load());
        let mut texts = vec![String::new()];
        for _ in 0..5 {
            let pieces = ["data", "É", ".", "(", ")", " ", "-", "’"];
            texts = texts.iter().flat_map(|text| pieces.map(|piece| format!("{text}{piece}"))).collect();
            for text in &texts {
                let tokens = lexicon.tokens(text);
                let slowly =
                    words(text).map(|word| (Span::new(word.start, word.end), lexicon.words.number(word.of(text))));
                assert!(tokens.iter().map(|token| (token.span, token.word)).eq(slowly), "{text:?}");
            }
        }
    }

    #[test]
    fn a_phrase_does_not_run_over_the_end_of_a_sentence_or_passage() {
        assert!(found("As to information. Commissioner, please.", &["Information Commissioner"]).is_empty());
        assert!(found("Information\n\nCommissioner", &["Information Commissioner"]).is_empty());
        assert!(found("Misinformation Commissioner", &["Information Commissioner"]).is_empty());
    }

    #[test]
    fn a_number_takes_its_paragraphs_and_nothing_else() {
        assert_eq!(found("(see Article 22(1)(a))", &["Article 22"]), [(0, "Article 22(1)(a)")]);
        assert_eq!(found("(see Article 22)", &["Article 22"]), [(0, "Article 22")]);
        assert_eq!(found("Article 6(4) but not Article 6(1)", &["Article 6(4)"]), [(0, "Article 6(4)")]);
        assert!(found("Article 22A and Articles 15 to 22D", &["Article 22"]).is_empty());
    }

    #[test]
    fn the_tables_make_a_lexicon() {
        let lexicon = Lexicon::new(&Law::load());
        let text = "Caiff eich caniatâd ei gofnodi: gallwch newid eich meddwl. You can change your mind.";
        let spans = |language| {
            let hits = lexicon.find(text, &lexicon.tokens(text), language);
            let wanted = hits.into_iter().filter(|hit| hit.meaning == Meaning::About(About::WithdrawingConsent));
            wanted.map(|hit| &text[hit.span.range()]).collect::<Vec<_>>()
        };
        assert_eq!(spans(Language::Cy), ["newid eich meddwl"]);
        assert_eq!(spans(Language::En), ["change your mind"]);
    }
}
