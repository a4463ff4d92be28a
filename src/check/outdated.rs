//! What authors wrote that the law has left behind: the table of stale words, matched on the running text of files.
//!
//! Each place is reported once, however many notices print it. Words in addresses, in code, in what is never
//! printed and in a sentence that speaks of the past on purpose do not count.

use rayon::prelude::*;

use super::case::HubCase;
use super::lexicon::{Lexicon, holds};
use super::printed::{self, Printed};
use super::rule::Findings;
use super::sentences::{Sentence, at, sentences};
use super::wording::{fold, words};
use crate::diagnostic::Severity;
use crate::domain::{Day, Language};
use crate::law::{Stale, StaleTopic};
use crate::text::{Place, Span};

/// Words that are out of date.
struct Outdated<'a> {
    row: &'a Stale,
    place: Place,
    words: String,
    notices: Vec<usize>,
}

/// Reports every stale word of a topic.
pub fn report(whole: &HubCase<'_>, topic: StaleTopic, findings: &mut Findings) {
    let rows: Vec<&Stale> = whole.hub.law.stale().on(topic, whole.hub.today).collect();
    let words_of = |(index, row): (usize, &&'_ Stale)| -> Vec<(usize, String)> {
        row.words.iter().map(|words| (index, words.clone())).collect()
    };
    let phrases: Vec<(usize, String)> = rows.iter().enumerate().flat_map(words_of).collect();
    let lexicon = Lexicon::new(phrases.iter().map(|(row, words)| (*row, words.as_str())));
    let found: Vec<Outdated<'_>> =
        printed::files(whole).par_iter().flat_map_iter(|file| in_file(whole, file, &rows, &lexicon)).collect();
    for Outdated { row, place, words, notices } in found {
        let draft = if row.unverified.is_some() {
            findings.add_as(Severity::Advice, place, format!("\"{words}\" is probably out of date"))
        } else if row.wrong {
            findings.add(place, format!("\"{words}\" is not what the law calls it"))
        } else {
            let since = whole.hub.wordings.of(Language::En).day(Day { date: row.since, month_only: false });
            findings.add(place, format!("\"{words}\" has been out of date since {since}"))
        };
        draft.help(&row.instead).concerns(&notices);
    }
}

fn in_file<'a>(
    whole: &HubCase<'_>,
    printed: &Printed,
    rows: &[&'a Stale],
    lexicon: &Lexicon<usize>,
) -> Vec<Outdated<'a>> {
    let text = &printed.words;
    let mut found = lexicon.find(text);
    if found.is_empty() {
        return Vec::new();
    }
    keep_longest(&mut found);
    let past: Vec<&str> = whole.hub.law.stale().past.iter().map(String::as_str).collect();
    let sentences = sentences(text);
    let mut reported: Vec<(usize, Span)> = Vec::new();
    let mut outdated = Vec::new();
    for (index, span) in found {
        let Some(sentence) = at(&sentences, span) else { continue };
        let row = rows[index];
        if reported.contains(&(index, sentence.span))
            || holds(sentence.text, &past)
            || is_right(row, span, sentence, text)
        {
            continue;
        }
        reported.push((index, sentence.span));
        let words = text[span.range()].split_whitespace().collect::<Vec<_>>().join(" ");
        let place = Place { file: printed.file, span };
        outdated.push(Outdated { row, place, words, notices: printed.notices.clone() });
    }
    outdated
}

/// Where phrases overlap, the longest counts.
fn keep_longest(found: &mut Vec<(usize, Span)>) {
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
    let any = |words: &[String], text: &str| {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        !words.is_empty() && holds(text, &words)
    };
    let before = &text[sentence.span.start as usize..span.start as usize];
    any(&row.unless, sentence.text)
        || any(&row.unless_in_file, text)
        || row.not_after.iter().any(|words| ends_with(before, words))
        || (!row.together_with.is_empty() && !any(&row.together_with, sentence.text))
}

/// Whether the last words of a text are these.
fn ends_with(text: &str, phrase: &str) -> bool {
    let folded = |text: &str| -> Vec<String> { words(text).map(|(_, word)| fold(word)).collect() };
    folded(text).ends_with(&folded(phrase))
}
