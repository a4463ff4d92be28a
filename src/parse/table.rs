//! TOML as a tree of our own, in which every key and every value knows its place. Its texts are those of the source, unless
//! they hold escapes.
//!
//! All syntax errors of a file are reported, not only the first. Strings that hold markup carry
//! what Markdown makes of them, so that nothing has to be parsed again later.

use std::borrow::Cow;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::ledger::{Ledger, place};
use super::{markdown, syntax};
use crate::diagnostic::Diagnostic;
use crate::domain::{Prose, is_seen};
use crate::text::Span;

/// A TOML table, its entries in the order of the source.
#[derive(Clone, Debug, Default)]
pub struct Table<'s> {
    /// The entries.
    pub entries: Vec<Entry<'s>>,
    /// Where it stands: its header, or the braces of an inline table.
    pub span: Span,
}

/// A key with its value.
#[derive(Clone, Debug)]
pub struct Entry<'s> {
    /// The key.
    pub key: Cow<'s, str>,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub value: Value<'s>,
}

/// A TOML value.
#[derive(Clone, Debug)]
pub struct Value<'s> {
    /// What it is.
    pub kind: ValueKind<'s>,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of TOML values.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum ValueKind<'s> {
    String(Written<'s>),
    Integer(i64),
    Float,
    Boolean(bool),
    Date(Box<str>),
    Array(Vec<Value<'s>>),
    Table(Table<'s>),
}

/// A string as written, and what Markdown makes of it if it holds markup.
#[derive(Clone, Debug)]
pub struct Written<'s> {
    /// The string.
    pub text: Cow<'s, str>,
    /// Its markup, if it holds any.
    pub markup: Option<Box<Markup>>,
}

/// What Markdown makes of a string.
#[derive(Clone, Debug)]
pub struct Markup {
    /// Its prose.
    pub prose: Arc<Prose>,
    /// What is wrong with it. It counts only where markup does.
    pub problems: Vec<Diagnostic>,
}

impl<'s> Table<'s> {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Value<'s>> {
        self.entries.iter().find(|entry| *entry.key == *key).map(|entry| &entry.value)
    }
}

impl ValueKind<'_> {
    /// What an author would call it.
    pub fn name(&self) -> &'static str {
        match self {
            ValueKind::String(_) => "a text in quotation marks",
            ValueKind::Integer(_) => "a whole number",
            ValueKind::Float => "a number with a decimal point",
            ValueKind::Boolean(_) => "true or false",
            ValueKind::Date(_) => "a date",
            ValueKind::Array(_) => "a list",
            ValueKind::Table(_) => "a table",
        }
    }
}

/// Reads the TOML at `span` of the ledger's file.
pub fn read<'s>(span: Span, ledger: &mut Ledger<'s>) -> Table<'s> {
    let offset = span.start as usize;
    let text = &ledger.source[span.range()];
    let (table, errors) = DeTable::parse_recoverable(text);
    let placed = |error: &toml::de::Error| {
        let span = error.span().map_or(span, |range| Span::from(range).shifted(offset));
        (error.message().to_owned(), span)
    };
    let errors: Vec<_> = errors.iter().map(placed).collect();
    syntax::diagnostics(ledger.source, &errors).into_iter().for_each(|problem| ledger.problem(problem));
    let mut reader = Reader { ledger, offset, is_seen: true };
    let span = span_of(&table, offset);
    let table = reader.table(table.into_inner(), span);
    ledger.seen.sort_unstable();
    table
}

fn span_of<T>(spanned: &Spanned<T>, offset: usize) -> Span {
    Span::from(spanned.span()).shifted(offset)
}

struct Reader<'l, 'a> {
    ledger: &'l mut Ledger<'a>,
    offset: usize,
    /// Whether readers see the texts of the value that is being read.
    is_seen: bool,
}

impl<'s> Reader<'_, 's> {
    fn table(&mut self, table: DeTable<'s>, span: Span) -> Table<'s> {
        let mut pairs: Vec<(Spanned<Cow<'s, str>>, Spanned<DeValue<'s>>)> = table.into_iter().collect();
        pairs.sort_by_key(|(key, _)| key.span().start);
        let entry = |(key, value): (Spanned<Cow<'s, str>>, Spanned<DeValue<'s>>)| {
            let key_span = span_of(&key, self.offset);
            let key = key.into_inner();
            let value = self.value_of(&key, value);
            Entry { key, key_span, value }
        };
        Table { entries: pairs.into_iter().map(entry).collect(), span }
    }

    /// The value of a key.
    fn value_of(&mut self, key: &str, value: Spanned<DeValue<'s>>) -> Value<'s> {
        let around = self.is_seen;
        self.is_seen &= is_seen(key, matches!(value.get_ref(), DeValue::Array(_)));
        let value = self.value(value);
        self.is_seen = around;
        value
    }

    fn value(&mut self, value: Spanned<DeValue<'s>>) -> Value<'s> {
        let span = span_of(&value, self.offset);
        let kind = match value.into_inner() {
            // HTML has no such character: browsers would show this one in its place. A source has none, but an escape may
            // stand for it.
            DeValue::String(Cow::Owned(text)) if text.contains('\0') => {
                ValueKind::String(self.written(text.replace('\0', "\u{fffd}").into(), span))
            }
            DeValue::String(text) => ValueKind::String(self.written(text, span)),
            DeValue::Integer(number) => self.integer(number.as_str(), number.radix(), span),
            DeValue::Float(_) => ValueKind::Float,
            DeValue::Boolean(value) => ValueKind::Boolean(value),
            DeValue::Datetime(date) => ValueKind::Date(date.to_string().into()),
            DeValue::Array(values) => ValueKind::Array(values.into_iter().map(|value| self.value(value)).collect()),
            DeValue::Table(table) => ValueKind::Table(self.table(table, span)),
        };
        Value { kind, span }
    }

    fn integer(&mut self, digits: &str, radix: u32, span: Span) -> ValueKind<'s> {
        ValueKind::Integer(i64::from_str_radix(digits, radix).unwrap_or_else(|_| {
            self.ledger.problem(Diagnostic::error("number-too-large", place(span), "This number is too large"));
            0
        }))
    }

    fn written(&mut self, text: Cow<'s, str>, span: Span) -> Written<'s> {
        if self.is_seen {
            self.ledger.seen.push(span);
        }
        if !markdown::may_hold_markup(&text) {
            return Written { text, markup: None };
        }
        let before = self.ledger.problems.len();
        let prose = markdown::read_line(&text, span, self.ledger);
        let problems = self.ledger.problems.split_off(before);
        Written { text, markup: Some(Box::new(Markup { prose: Arc::new(prose), problems })) }
    }
}
