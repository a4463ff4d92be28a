//! # reading-level
//!
//! ## What it checks
//!
//! How hard the author's own words are to read, in three ways:
//!
//! - the Automated Readability Index of the notice is not above 10, which is what a reader of about 15 can follow
//! - no sentence has more than 35 words; of those that have, the three longest are shown
//! - legal terms such as "data subject" are explained where they are used, or in a general section that the notice prints
//!
//! The index counts letters to the word and words to the sentence (Senter and Smith, 1967). It was made for English prose: it
//! knows nothing of meaning, order or layout, and is not worked out for Welsh or for fewer than 100 words. General sections,
//! headings, tables and short entries of the front matter are left out.
//!
//! ## Why it matters
//!
//! Information must be concise, easy to understand and in clear and plain language (UK GDPR Article 12(1)). The
//! government's own guidance aims at a reading age of 9 and sentences of at most 25 words. A formula cannot tell
//! whether a text is clear, so this is advice only.
//!
//! ## Example
//!
//! ```markdown
//! The data subject's personal data shall be processed pursuant to the aforementioned statutory provisions.
//! ```
//!
//! ## How to put it right
//!
//! Say one thing in a sentence. Use short, common words, "we" and "you". Put lists of things into lists. Read it aloud to
//! somebody who does not work for you.

use std::sync::LazyLock;

use crate::assemble::Part;
use crate::check::case::NoticeCase;
use crate::check::lexicon::{Lexicon, holds};
use crate::check::printed::{self, Printed};
use crate::check::reading::{Tally, Term, terms};
use crate::check::rule::{Findings, Judge, Rule};
use crate::check::sentences::{Passage, Sentence, sentences};
use crate::check::wording::words;
use crate::diagnostic::Severity;
use crate::domain::Language;
use crate::text::Place;

/// The rule.
pub static RULE: Rule = Rule {
    name: "reading-level",
    severity: Severity::Advice,
    law: "UK GDPR Article 12(1)",
    since: None,
    source: include_str!("reading_level.rs"),
    judge: Judge::Notice(judge),
};

/// The highest index that is left alone.
const GRADE: f64 = 10.0;
/// The least number of words of which the index says anything.
const ENOUGH: usize = 100;
/// The most words that a sentence may have, and how many longer ones are shown.
const WORDS: usize = 35;
const SHOWN: usize = 3;

static TERMS: LazyLock<(Vec<Term>, Lexicon<usize>)> = LazyLock::new(|| {
    let terms = terms();
    let phrases = terms.iter().enumerate().flat_map(|(index, term)| term.words.iter().map(move |words| (index, words)));
    let lexicon = Lexicon::new(phrases.map(|(index, words)| (index, words.as_str())));
    (terms, lexicon)
});

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    let files: Vec<&Printed> = case.notice.files.iter().filter_map(|file| printed::file(case.whole, *file)).collect();
    let mut tally = Tally::default();
    let mut long: Vec<(usize, Place)> = Vec::new();
    for file in &files {
        for sentence in sentences(&file.words).iter().filter(|sentence| is_prose(sentence, file.body)) {
            tally.add(sentence.text);
            let count = words(sentence.text).count();
            if count > WORDS {
                long.push((count, Place { file: file.file, span: sentence.span }));
            }
        }
    }
    report_grade(case, &tally, findings);
    long.sort_by_key(|(count, place)| (std::cmp::Reverse(*count), *place));
    for (count, place) in long.into_iter().take(SHOWN) {
        findings.add(place, format!("This sentence has {count} words")).help("Make two or three of it, or a list.");
    }
    report_terms(case, &files, findings);
}

/// Whether a sentence counts: in the body, or a full one in the front matter.
fn is_prose(sentence: &Sentence<'_>, body: usize) -> bool {
    let in_body = sentence.span.start as usize >= body;
    let is_full = sentence.text.ends_with(['.', '!', '?', ':']);
    matches!(sentence.passage, Passage::Paragraph | Passage::Item) && (in_body || is_full)
}

fn report_grade(case: &NoticeCase<'_>, tally: &Tally, findings: &mut Findings) {
    let Some(grade) = tally.grade().filter(|grade| *grade > GRADE) else { return };
    if tally.words >= ENOUGH && case.notice.language == Language::En {
        let age = grade.round() + 5.0;
        findings
            .add(
                case.notice.title.place,
                format!("This notice is hard to read: it asks for a reading age of about {age}"),
            )
            .label(format!("Automated Readability Index {grade:.1}"))
            .help("Use shorter sentences and shorter words.");
    }
}

/// The first mention of each term that is explained nowhere.
fn report_terms(case: &NoticeCase<'_>, files: &[&Printed], findings: &mut Findings) {
    let (terms, lexicon) = &*TERMS;
    let mut seen = vec![false; terms.len()];
    for file in files {
        for (index, span) in lexicon.find(&file.words) {
            if std::mem::replace(&mut seen[index], true) || is_explained(case, files, &terms[index]) {
                continue;
            }
            let message = format!("\"{}\" is a legal term, and is not explained", &file.words[span.range()]);
            findings
                .add(Place { file: file.file, span }, message)
                .help(format!("In plain words: {}.", terms[index].plain));
        }
    }
}

/// Whether the notice, or a general section that it prints, says what a term means.
fn is_explained(case: &NoticeCase<'_>, files: &[&Printed], term: &Term) -> bool {
    let parts = case.document.sections.iter().flat_map(|section| &section.parts);
    let mut general = parts.filter_map(|part| match part {
        Part::General(index) => Some(case.whole.hub.register.general[*index].file),
        Part::Data | Part::Own(_) | Part::Link(_) => None,
    });
    files.iter().any(|file| explains(&file.words, term))
        || general.any(|file| explains(printed::words_of(case.whole, file), term))
}

/// Whether a text has a sentence that says what a term means.
fn explains(text: &str, term: &Term) -> bool {
    let names: Vec<&str> = term.words.iter().map(String::as_str).collect();
    let means = [
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
    let tells = |sentence: &Sentence<'_>| {
        let bold = term
            .words
            .iter()
            .any(|words| sentence.text.to_lowercase().contains(&format!("**{}**", words.to_lowercase())));
        let behind = term.words.iter().any(|words| {
            let lower = sentence.text.to_lowercase();
            lower.split(&words.to_lowercase()).skip(1).any(|rest| rest.trim_start().starts_with(['(', '–', '—']))
        });
        holds(sentence.text, &means) || bold || behind
    };
    sentences(text).iter().any(|sentence| holds(sentence.text, &names) && tells(sentence))
}
