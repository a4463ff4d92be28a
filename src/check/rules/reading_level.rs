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

use crate::assemble::Part;
use crate::check::case::NoticeCase;
use crate::check::lexicon::Meaning;
use crate::check::reading::Tally;
use crate::check::rule::{Findings, Judge, Rule};
use crate::check::sentences::{Passage, Sentence};
use crate::diagnostic::Severity;
use crate::domain::Language;
use crate::text::Place;

/// The rule.
pub static RULE: Rule = Rule {
    name: "reading-level",
    severity: Severity::Advice,
    law: "UK GDPR Article 12(1)",
    since: None,
    duties: &[],
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

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    let mut tally = Tally::default();
    let mut long: Vec<(usize, Place)> = Vec::new();
    for file in &case.notice.files {
        let text = case.text(*file);
        for (sentence, size) in text.measured(|sentence| is_prose(sentence, text.body)) {
            tally.add(size.words, size.letters);
            if size.words > WORDS {
                long.push((size.words, Place { file: *file, span: sentence.span }));
            }
        }
    }
    report_grade(case, &tally, findings);
    long.sort_by_key(|(count, place)| (std::cmp::Reverse(*count), *place));
    for (count, place) in long.into_iter().take(SHOWN) {
        findings.add(place, format!("This sentence has {count} words")).help("Make two or three of it, or a list.");
    }
    report_terms(case, findings);
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
fn report_terms(case: &NoticeCase<'_>, findings: &mut Findings) {
    let mut seen: Vec<u16> = Vec::new();
    for file in &case.notice.files {
        let text = case.text(*file);
        for hit in text.between(Meaning::Term(0), Meaning::Term(u16::MAX)) {
            let Meaning::Term(row) = hit.meaning else { continue };
            if seen.contains(&row) || is_explained(case, row) {
                continue;
            }
            seen.push(row);
            let message = format!("\"{}\" is a legal term, and is not explained", &text.words[hit.span.range()]);
            findings
                .add(Place { file: *file, span: hit.span }, message)
                .help(format!("In plain words: {}.", case.terms()[usize::from(row)].plain));
        }
    }
}

/// Whether the notice, or a general section that it prints, says what a term means.
fn is_explained(case: &NoticeCase<'_>, term: u16) -> bool {
    let parts = case.document.sections.iter().flat_map(|section| &section.parts);
    let general = parts.filter_map(|part| match part {
        Part::General(index) => Some(case.whole.hub.register.general[*index].file),
        Part::Data | Part::Own(_) | Part::Link(_) => None,
    });
    case.notice.files.iter().copied().chain(general).any(|file| case.text(file).explains(term))
}
