//! One diagnostic as the program printed it, taken apart again.

use super::run::{Run, one_line};

/// A diagnostic of a run.
pub struct Finding<'r> {
    run: &'r Run,
    /// All its lines.
    pub text: &'r str,
    /// `file:line:col`.
    pub place: &'r str,
    /// Its stable name.
    pub code: &'r str,
    /// Its sentence.
    pub sentence: String,
}

impl<'r> Finding<'r> {
    /// Takes the lines of a diagnostic apart; none if they are not one.
    pub fn read(run: &'r Run, text: &'r str) -> Option<Self> {
        let title_end = text.find("--> ")?;
        let title = text[..title_end].trim();
        let (severity, rest) = title.split_once(": ")?;
        if !matches!(severity, "error" | "warning" | "advice") {
            return None;
        }
        let open = rest.rfind('[')?;
        let code = rest[open + 1..].trim().strip_suffix(']')?;
        let place = text[title_end + 4..].lines().next()?.trim();
        Some(Finding { run, text, place, code, sentence: one_line(&rest[..open]) })
    }

    /// Checks which characters of the source line are underlined, and that they stand at the column that was given.
    #[track_caller]
    pub fn marks(&self, expected: &str) -> &Self {
        let marked = self.marked();
        if marked.as_deref() != Some(expected) {
            self.run.fail(&format!("{} is to underline {expected:?}, not {marked:?}", self.place));
        }
        self
    }

    /// Checks the remedy: the sentences after "help".
    #[track_caller]
    pub fn helps(&self, expected: &str) -> &Self {
        let help = self.help();
        if help != expected {
            self.run.fail(&format!("{} is to help with {expected:?}, not {help:?}", self.place));
        }
        self
    }

    /// Checks that its lines hold some words.
    #[track_caller]
    pub fn shows(&self, words: &str) -> &Self {
        if !one_line(self.text).contains(words) {
            self.run.fail(&format!("{} is to show {words:?}", self.place));
        }
        self
    }

    fn help(&self) -> String {
        let Some((_, help)) = self.text.split_once("= help: ") else { return String::new() };
        one_line(help)
    }

    /// The characters above the first row of `^`, if they start at the column of the place.
    fn marked(&self) -> Option<String> {
        let mut place = self.place.rsplitn(3, ':');
        let column: usize = place.next()?.parse().ok()?;
        let line = place.next()?;
        let mut lines = self.text.lines();
        let source = lines.by_ref().find_map(|text| {
            let rest = text.trim_start().strip_prefix(line)?.trim_start().strip_prefix('|')?;
            Some(rest.strip_prefix(' ').unwrap_or(rest))
        })?;
        let below = lines.next()?.trim_start().strip_prefix("| ")?;
        let start = below.find('^')?;
        let end = start + below[start..].chars().take_while(|c| *c == '^').count();
        let mut at = 0;
        let mut marked = String::new();
        for (index, c) in source.chars().enumerate() {
            if at == start && index + 1 != column {
                return Some(format!("column {} under column {column}", index + 1));
            }
            if (start..end).contains(&at) {
                marked.push(c);
            }
            at += width(c);
        }
        Some(marked)
    }
}

/// The columns that a character takes at a terminal, for the characters that the tests use.
fn width(c: char) -> usize {
    match c {
        '\u{feff}' | '\u{fe0f}' | '\u{200d}' => 0,
        '\u{1f300}'..='\u{1faff}' => 2,
        _ => 1,
    }
}
