//! Floor 1. What is wrong with the content, as a value: where, what, and how to put it right.
//!
//! A stage that finds something wrong pushes a [`Diagnostic`] and carries on, so that one run
//! reports everything. Nothing here prints; [`human`] turns diagnostics into text for a terminal.

pub mod human;
mod nearest;

use std::ops::Range;

use crate::text::{FileId, Place, Span};

pub use nearest::nearest;

/// How much a diagnostic weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The hub cannot be published.
    Error,
    /// Probably a mistake; the hub is published all the same.
    Warning,
    /// Something to consider.
    Advice,
}

impl Severity {
    /// Its name in settings and in formats for machines.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "advice",
        }
    }
}

/// One thing that is wrong, at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How much it weighs.
    pub severity: Severity,
    /// Its stable name in kebab case, such as `unknown-key`.
    pub code: &'static str,
    /// Where it is.
    pub place: Place,
    /// What is wrong: one sentence, without a full stop.
    pub message: String,
    /// A few words at the underlined place.
    pub label: String,
    /// How to put it right: full sentences. May be empty.
    pub help: String,
    /// Other places that belong to it, each with a few words.
    pub related: Vec<(Place, String)>,
}

impl Diagnostic {
    /// An error: the hub cannot be published.
    pub fn error(code: &'static str, place: Place, message: impl Into<String>) -> Self {
        Diagnostic {
            severity: Severity::Error,
            code,
            place,
            message: message.into(),
            label: String::new(),
            help: String::new(),
            related: Vec::new(),
        }
    }

    /// A warning: probably a mistake.
    pub fn warning(code: &'static str, place: Place, message: impl Into<String>) -> Self {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(code, place, message) }
    }

    /// Adds words at the underlined place.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds how to put it right. Several remedies are joined by a space.
    pub fn help(mut self, help: impl AsRef<str>) -> Self {
        if !self.help.is_empty() && !help.as_ref().is_empty() {
            self.help.push(' ');
        }
        self.help.push_str(help.as_ref());
        self
    }

    /// Adds another place that belongs to it.
    pub fn related(mut self, place: Place, words: impl Into<String>) -> Self {
        self.related.push((place, words.into()));
        self
    }

    /// Adds "Did you mean `x`?" if one of the valid spellings is near, else the list of them if it is short.
    pub fn suggest<'a>(self, wrong: &str, valid: impl IntoIterator<Item = &'a str>) -> Self {
        let valid: Vec<&str> = valid.into_iter().collect();
        match nearest(wrong, valid.iter().copied()) {
            Some(right) => self.help(format!("Did you mean `{right}`?")),
            None if !valid.is_empty() && valid.len() <= 16 => self.help(format!("It can be {}.", listed(&valid, "or"))),
            None => self,
        }
    }
}

/// A list of names as words: "`a`, `b` or `c`".
pub fn listed(names: &[&str], last_joined_by: &str) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} {last_joined_by} {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}

/// Collects the diagnostics of a stage.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// An empty collection.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds all of another collection.
    pub fn extend(&mut self, other: Diagnostics) {
        self.0.extend(other.0);
    }

    /// Those that are to be kept.
    pub fn filtered(mut self, keep: impl FnMut(&Diagnostic) -> bool) -> Self {
        self.0.retain(keep);
        self
    }

    /// Whether any of them is an error.
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// All of them, each once, in the order of their places.
    pub fn sorted(mut self) -> Vec<Diagnostic> {
        self.0
            .sort_by(|a, b| (a.place, a.severity, a.code, &a.message).cmp(&(b.place, b.severity, b.code, &b.message)));
        self.0.dedup();
        self.0
    }
}

/// The bytes of a text to underline: the place, cut at the end of its first line and at least one character where there is one.
pub fn underlined(text: &str, place: Place) -> Range<usize> {
    let boundary = |mut offset: usize| {
        offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    };
    let start = boundary(place.span.start as usize);
    let line_end = text[start..].find(['\n', '\r']).map_or(text.len(), |newline| start + newline);
    let end = boundary(place.span.end as usize).min(line_end);
    if end > start {
        return start..end;
    }
    let next = text[start..line_end].chars().next().map_or(0, char::len_utf8);
    start..start + next
}

/// A place from its parts.
pub fn at(file: FileId, span: Span) -> Place {
    Place { file, span }
}
