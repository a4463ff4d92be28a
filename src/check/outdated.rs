//! What authors wrote that the law has left behind: the table of stale words, matched on the running text of files.
//!
//! Each place is reported once, however many notices print it. Words in addresses, in code, in what is never
//! printed and in a sentence that speaks of the past on purpose do not count.

use super::case::HubCase;
use super::lexicon::{Hit, Meaning};
use super::printed::Printed;
use super::rule::Findings;
use super::sentences::Sentence;
use super::words::{fold, holds, words};
use crate::diagnostic::Severity;
use crate::domain::{Day, Language};
use crate::law::{Stale, StaleTopic};
use crate::text::{Place, Span};

/// Words that are out of date.
struct Outdated<'a> {
    row: &'a Stale,
    place: Place,
    words: String,
}

/// Reports every stale word of a topic in a file.
pub fn report(whole: &HubCase<'_>, printed: &Printed, topic: StaleTopic, findings: &mut Findings) {
    for Outdated { row, place, words } in in_file(whole, printed, topic) {
        let draft = if row.unverified.is_some() {
            findings.add_as(Severity::Advice, place, format!("\"{words}\" is probably out of date"))
        } else if row.wrong {
            findings.add(place, format!("\"{words}\" is not what the law calls it"))
        } else {
            let since = whole.hub.wordings.of(Language::En).day(Day { date: row.since, month_only: false });
            findings.add(place, format!("\"{words}\" has been out of date since {since}"))
        };
        draft.help(&row.instead).concerns(&printed.notices);
    }
}

fn in_file<'a>(whole: &HubCase<'a>, printed: &Printed, topic: StaleTopic) -> Vec<Outdated<'a>> {
    let (stale, text) = (whole.hub.law.stale(), &printed.text);
    let row = |hit: &Hit| match hit.meaning {
        Meaning::Stale(row) => Some(&stale.stale[usize::from(row)]).filter(|row| row.is_on(topic, whole.hub.today)),
        _ => None,
    };
    let hits = text.between(Meaning::Stale(0), Meaning::Stale(u16::MAX)).iter();
    let mut found: Vec<(&Stale, Span)> = hits.filter_map(|hit| Some((row(hit)?, hit.span))).collect();
    keep_longest(&mut found);
    let mut reported: Vec<(&Stale, Span)> = Vec::new();
    let mut outdated = Vec::new();
    for (row, span) in found {
        let Some(sentence) = text.sentence_at(span) else { continue };
        let is_news = !reported.iter().any(|(other, at)| std::ptr::eq(*other, row) && *at == sentence.span);
        if is_news && !holds(sentence.text, &stale.past) && !is_right(row, span, &sentence, &text.words) {
            reported.push((row, sentence.span));
            let words = text.words[span.range()].split_whitespace().collect::<Vec<_>>().join(" ");
            outdated.push(Outdated { row, place: Place { file: printed.file, span }, words });
        }
    }
    outdated
}

/// Where phrases overlap, the longest counts.
fn keep_longest(found: &mut Vec<(&Stale, Span)>) {
    found.sort_by_key(|(_, span)| (span.start, std::cmp::Reverse(span.end)));
    let mut end = 0;
    found.retain(|(_, span)| {
        let is_apart = span.start >= end;
        end = end.max(span.end);
        is_apart
    });
}

/// Whether the words around make it right.
fn is_right(row: &Stale, span: Span, sentence: &Sentence<'_>, text: &str) -> bool {
    let before = &text[sentence.span.start as usize..span.start as usize];
    holds(sentence.text, &row.unless)
        || holds(text, &row.unless_in_file)
        || row.not_after.iter().any(|words| ends_with(before, words))
        || (!row.together_with.is_empty() && !holds(sentence.text, &row.together_with))
}

/// Whether the last words of a text are these.
fn ends_with(text: &str, phrase: &str) -> bool {
    let folded = |text| words(text).map(|word| fold(word.of(text))).collect::<Vec<_>>();
    folded(text).ends_with(&folded(phrase))
}
