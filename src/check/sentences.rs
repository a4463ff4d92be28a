//! The sentences of a text, with their places, the heading above them and the passage around them.
//!
//! Takes the running text of a file (see [`super::blank`]), in which a blank line ends a passage.
//! List items, table cells and headings are passages of their own. Good enough to judge wording
//! by; makes no claim to understand it.

use memchr::{memchr_iter, memchr3_iter};

use crate::text::Span;

/// What kind of passage a sentence stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passage {
    /// A paragraph, or a string of the front matter.
    Paragraph,
    /// An item of a list.
    Item,
    /// A cell of a table.
    Cell,
    /// A heading.
    Heading,
}

/// A sentence.
#[derive(Clone, Copy, Debug)]
pub struct Sentence<'t> {
    /// Its words.
    pub text: &'t str,
    /// Where it stands in the file.
    pub span: Span,
    /// What it stands in.
    pub passage: Passage,
    /// All words of that passage.
    pub around: &'t str,
    /// For an item: the sentence that leads to the list, if it ends in a colon.
    pub lead: &'t str,
    /// The nearest heading above; empty where there is none.
    pub heading: &'t str,
}

/// Where a sentence stands, and all that belongs to it.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// See [`Sentence`].
    pub span: Span,
    /// See [`Sentence`].
    pub passage: Passage,
    around: Span,
    lead: Span,
    heading: Span,
}

impl Bounds {
    /// The sentence in its text.
    #[inline]
    pub fn of<'t>(&self, text: &'t str) -> Sentence<'t> {
        let words = |span: Span| text.get(span.range()).unwrap_or_default();
        Sentence {
            text: words(self.span),
            span: self.span,
            passage: self.passage,
            around: words(self.around),
            lead: words(self.lead),
            heading: words(self.heading),
        }
    }
}

/// The sentences of some parts of a text, in order. No passage runs over the end of a part.
pub fn sentences(text: &str, parts: &[Span]) -> Vec<Bounds> {
    let nothing = Span::default();
    let mut passages = Vec::with_capacity(2 * parts.len());
    parts.iter().for_each(|part| add_passages(text, *part, &mut passages));
    let (mut heading, mut lead, mut found) = (nothing, nothing, Vec::with_capacity(passages.len()));
    let mut stops = memchr3_iter(b'.', b'!', b'?', text.as_bytes()).peekable();
    let mut inside = Vec::new();
    for (around, passage) in passages {
        let words = &text[around.range()];
        if passage == Passage::Heading {
            let bare = words.trim_start_matches('#').trim_start();
            heading = Span { start: around.end - Span::new(0, bare.len()).end, end: around.end };
        }
        let own_lead = if passage == Passage::Item { lead } else { nothing };
        while stops.next_if(|stop| *stop < around.start as usize).is_some() {}
        let stops = std::iter::from_fn(|| stops.next_if(|stop| *stop < around.end as usize));
        split(words, stops.map(|stop| stop - around.start as usize), &mut inside);
        for part in inside.drain(..) {
            let span = part.shifted(around.start as usize);
            found.push(Bounds { span, passage, around, lead: own_lead, heading });
            match passage {
                Passage::Paragraph if words[part.range()].ends_with(':') => lead = span,
                Passage::Paragraph | Passage::Heading => lead = nothing,
                Passage::Item | Passage::Cell => {}
            }
        }
    }
    found
}

/// Adds the passages of a part of a text.
fn add_passages(text: &str, part: Span, found: &mut Vec<(Span, Passage)>) {
    let text = &text[..part.end as usize];
    let (mut offset, mut is_open) = (part.start as usize, false);
    let lines = memchr_iter(b'\n', &text.as_bytes()[offset..]).map(|newline| part.start as usize + newline + 1);
    for end_of_line in lines.chain([text.len()]) {
        let words = text[offset..end_of_line].trim_ascii_start();
        let start = end_of_line - words.len();
        let words = words.trim_ascii_end();
        let end = start + words.len();
        offset = end_of_line;
        match begins(words) {
            _ if words.is_empty() => is_open = false,
            Some(Passage::Cell) => {
                found.extend(cells(words, start));
                is_open = false;
            }
            Some(passage) => {
                found.push((Span::new(start, end), passage));
                is_open = passage != Passage::Heading;
            }
            None => match found.last_mut().filter(|_| is_open) {
                Some((span, _)) => *span = Span::new(span.start as usize, end),
                None => {
                    found.push((Span::new(start, end), Passage::Paragraph));
                    is_open = true;
                }
            },
        }
    }
}

/// The passage that a line begins by its first mark.
fn begins(line: &str) -> Option<Passage> {
    match line.as_bytes() {
        [b'#', ..] => Some(Passage::Heading),
        [b'|', ..] => Some(Passage::Cell),
        [b'-' | b'*' | b'+', b' ', ..] => Some(Passage::Item),
        [b'0'..=b'9', ..] => {
            let after_number = line.trim_start_matches(|c: char| c.is_ascii_digit());
            (after_number.starts_with(". ") || after_number.starts_with(") ")).then_some(Passage::Item)
        }
        [b'>', ..] => Some(Passage::Paragraph),
        _ => None,
    }
}

/// The cells of a line of a table that starts at an offset.
fn cells(line: &str, start: usize) -> impl Iterator<Item = (Span, Passage)> {
    let mut offset = start;
    line.split('|').filter_map(move |cell| {
        let at = offset + (cell.len() - cell.trim_start().len());
        offset += cell.len() + 1;
        let words = cell.trim();
        let is_rule = words.chars().all(|c| matches!(c, '-' | ':'));
        (!is_rule).then(|| (Span::new(at, at + words.len()), Passage::Cell))
    })
}

/// Adds the sentences of a passage, in which full stops and other ends of sentences stand at some offsets.
fn split(passage: &str, stops: impl Iterator<Item = usize>, found: &mut Vec<Span>) {
    let mut start = 0;
    for at in stops {
        let after = passage[at + 1..].trim_start_matches(is_closing);
        let end = passage.len() - after.len();
        if after.is_empty() {
            // The last sentence ends here, whatever stands before.
            break;
        }
        let next = after.trim_start().chars().find(|c| !is_closing(*c) && !matches!(c, '(' | '[' | '“' | '‘'));
        if after.starts_with(char::is_whitespace)
            && !next.is_some_and(char::is_lowercase)
            && !(passage.as_bytes()[at] == b'.' && is_abbreviated(&passage[start..at]))
        {
            found.extend(trimmed(passage, start, end));
            start = end;
        }
    }
    found.extend(trimmed(passage, start, passage.len()));
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | ')' | '*' | '_' | ']')
}

/// Whether a text before a full stop ends in an abbreviation rather than in a sentence.
fn is_abbreviated(before: &str) -> bool {
    const SHORT: [&str; 20] = [
        "ss", "art", "arts", "reg", "regs", "para", "paras", "sch", "no", "nos", "st", "mr", "mrs", "ms", "dr", "prof",
        "pp", "e.g", "i.e", "approx",
    ];
    const LONGEST_SHORT: usize = "approx".len();
    let last = before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '[')).next().unwrap_or_default();
    let is_number = || before.trim_start().bytes().all(|byte| byte.is_ascii_digit());
    let is_initial = || last.chars().all(char::is_alphabetic) && last.chars().count() == 1;
    let is_known = || SHORT.iter().any(|short| short.eq_ignore_ascii_case(last));
    last.len() <= LONGEST_SHORT && (is_initial() || is_known()) || is_number()
}

/// The span without white space and without the marks of lists and quotations; none if nothing is left.
fn trimmed(text: &str, start: usize, end: usize) -> Option<Span> {
    let part = &text[start..end];
    let words = part.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '*' | '+' | '>' | '#' | ':'));
    let from = end - words.len();
    let words = words.trim_end();
    words.contains(char::is_alphanumeric).then(|| Span::new(from, from + words.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<Bounds> {
        sentences(text, &[Span::new(0, text.len())])
    }

    #[test]
    fn sentences_end_where_people_end_them() {
        let text = "Write to us, e.g. by post. See s. 14 of the Act. \"Is it free?\" Yes.\n\nOn\ntwo lines";
        let found: Vec<&str> = all(text).iter().map(|sentence| sentence.of(text).text).collect();
        assert_eq!(
            found,
            ["Write to us, e.g. by post.", "See s. 14 of the Act.", "\"Is it free?\"", "Yes.", "On\ntwo lines"]
        );
    }

    #[test]
    fn items_cells_and_headings_stand_alone() {
        let text =
            "## Your rights\n\nYou must:\n\n- fill in the form\n  and sign it\n1. wait\n\n| a | b c |\n|---|---|\nEnd.";
        let found: Vec<Sentence<'_>> = all(text).iter().map(|sentence| sentence.of(text)).collect();
        let texts: Vec<&str> = found.iter().map(|sentence| sentence.text).collect();
        assert_eq!(
            texts,
            ["Your rights", "You must:", "fill in the form\n  and sign it", "1. wait", "a", "b c", "End."]
        );
        assert_eq!((found[2].lead, found[2].heading), ("You must:", "Your rights"));
        assert_eq!(&text[found[2].span.range()], found[2].text);
        assert_eq!(found[5].passage, Passage::Cell);
        assert_eq!(found[6].lead, "");
    }
}
