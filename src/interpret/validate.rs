//! Holds a table against its shape and reports everything that does not fit.
//!
//! Unknown keys, wrong types, unknown names, ids of nothing, missing keys: each is an error at its
//! place, with the nearest valid spelling. After this the readers take values without asking again.

use super::known::Known;
use super::mistakes;
use super::shape::{Ids, Key, Kind, Names, Shape};
use super::values;
use crate::diagnostic::{Diagnostic, Diagnostics, at};
use crate::domain::{Colour, Day, Language, ReferenceKind};
use crate::parse::{Entry, Table, Value, ValueKind};
use crate::text::{FileId, Place, Span, is_slug};

/// What a table is held against.
pub struct Validation<'a> {
    /// The file of the table.
    pub file: FileId,
    /// The ids that exist.
    pub known: &'a Known,
    /// Where errors go.
    pub diagnostics: &'a mut Diagnostics,
}

/// A key as sentences name it, with everything that it may hold.
#[derive(Clone, Copy)]
struct Named<'a> {
    name: &'a str,
    kind: &'static Kind,
}

impl Validation<'_> {
    /// Holds a whole file against its shape. `head` is underlined where a key is missing.
    pub fn file(&mut self, table: &Table<'_>, shape: &'static Shape, head: Span) {
        self.table(table, shape, shape, head);
    }

    /// Holds the whole of a file that is a map.
    pub fn whole_map(&mut self, table: &Table<'_>, key: &'static Key) {
        if let Kind::Map(names, kind) = key.kind {
            self.map(table, names, kind, &MAP);
        }
    }

    /// Holds a table of a file against its shape. `whole` is underlined where a key is missing.
    fn table(&mut self, table: &Table<'_>, shape: &'static Shape, file: &'static Shape, whole: Span) {
        for entry in &table.entries {
            match shape.keys.iter().find(|key| *key.name == *entry.key) {
                Some(key) => self.value(&entry.value, &key.kind, Named { name: key.name, kind: &key.kind }, file),
                None => {
                    let mistake = mistakes::unknown_key(self.place(entry.key_span), &entry.key, shape, file);
                    self.diagnostics.push(mistake);
                }
            }
        }
        for key in shape.keys.iter().filter(|key| key.required && !has(table, key.name)) {
            self.diagnostics.push(mistakes::missing_key(self.place(whole), key, shape));
        }
        self.exactly_one(table, shape, whole);
    }

    /// Holds a table whose keys are names.
    fn map(&mut self, table: &Table<'_>, names: Names, kind: &'static Kind, file: &'static Shape) {
        for entry in &table.entries {
            match names {
                Names::New if !is_slug(&entry.key) => {
                    self.diagnostics.push(mistakes::bad_id(self.place(entry.key_span), &entry.key));
                }
                Names::Existing(ids) => self.id(&entry.key, ids, entry.key_span),
                Names::New | Names::Any => {}
            }
            self.value(&entry.value, kind, Named { name: &entry.key, kind }, file);
        }
    }

    fn exactly_one(&mut self, table: &Table<'_>, shape: &'static Shape, whole: Span) {
        if shape.one_of.is_empty() {
            return;
        }
        let is_given = |entry: &&Entry<'_>| shape.one_of.contains(&&*entry.key) && !is_empty(&entry.value);
        let given: Vec<&Entry<'_>> = table.entries.iter().filter(is_given).collect();
        match given.as_slice() {
            [] => self.diagnostics.push(mistakes::nobody(self.place(whole), shape)),
            [_] => {}
            [_, second, ..] => self.diagnostics.push(mistakes::one_key_only(self.place(second.key_span), shape)),
        }
    }

    fn value(&mut self, value: &Value<'_>, kind: &'static Kind, key: Named<'_>, file: &'static Shape) {
        if is_empty(value) && !matches!(value.kind, ValueKind::Table(_)) {
            return;
        }
        match (kind, &value.kind) {
            (Kind::Text | Kind::Localised | Kind::TextOr(_), ValueKind::String(written)) => {
                if written.text.contains("{{") {
                    self.diagnostics.push(mistakes::placeholder_in_text(self.place(value.span), key.name));
                }
            }
            (Kind::Truth, ValueKind::Boolean(_)) => {}
            (Kind::TablesOrNone(_), ValueKind::String(written)) if *written.text == *"none" => {}
            (Kind::Words | Kind::WordsOr(_), ValueKind::String(written)) => {
                for problem in written.markup.iter().flat_map(|markup| &markup.problems) {
                    let mut problem = problem.clone();
                    problem.place.file = self.file;
                    self.diagnostics.push(problem);
                }
            }
            (Kind::OneOrMore(one) | Kind::List(one), ValueKind::Array(values)) => {
                values.iter().for_each(|value| self.value(value, one, key, file));
            }
            (Kind::OneOrMore(one), _) => self.value(value, one, key, file),
            (Kind::Table(shape) | Kind::WordsOr(shape) | Kind::TextOr(shape), ValueKind::Table(table)) => {
                self.table(table, shape, file, value.span);
            }
            (Kind::Tables(shape) | Kind::TablesOrNone(shape), ValueKind::Array(values)) => {
                for value in values {
                    match &value.kind {
                        ValueKind::Table(table) => self.table(table, shape, file, value.span),
                        _ => self.wrong_type(value, kind, key),
                    }
                }
            }
            (Kind::Map(names, kind), ValueKind::Table(table)) => self.map(table, *names, kind, file),
            (Kind::Localised, ValueKind::Table(table)) => self.localised(table, key, file),
            (Kind::Colours, ValueKind::Table(table)) => self.colours(table, key),
            // What the strings are, their own module knows.
            (Kind::Strings, ValueKind::Table(_)) => {}
            _ => self.single(value, kind, key),
        }
    }

    /// Holds a value that is neither a list nor a table against what it may be.
    fn single(&mut self, value: &Value<'_>, kind: &'static Kind, key: Named<'_>) {
        let place = self.place(value.span);
        let mistake = match (kind, &value.kind) {
            (Kind::Date, ValueKind::Date(text)) => not_a_date(place, text),
            (Kind::Date, ValueKind::String(written)) => not_a_date(place, &written.text),
            (Kind::Whole(least, most), ValueKind::Integer(number)) => (!(least..=most).contains(&number))
                .then(|| mistakes::out_of_range(place, key.name, *number, *least, *most)),
            (Kind::Url | Kind::Email | Kind::Reach | Kind::Alias | Kind::Link, ValueKind::String(written)) => {
                (!is_address(&written.text, kind)).then(|| mistakes::bad_address(place, &written.text, kind))
            }
            (Kind::Colours, ValueKind::String(written)) => {
                Colour::parse(&written.text).is_none().then(|| mistakes::not_a_colour(place, &written.text))
            }
            (Kind::Choice(names), ValueKind::String(written)) => (!names.contains(&&*written.text))
                .then(|| mistakes::unknown_choice(place, key.name, &written.text, names)),
            (Kind::LawfulBasis, ValueKind::String(written)) => values::lawful_basis(&written.text)
                .is_none()
                .then(|| mistakes::unknown_lawful_basis(place, &written.text)),
            (Kind::Article9, ValueKind::String(written)) => {
                values::article_9(&written.text).is_none().then(|| mistakes::unknown_article_9(place, &written.text))
            }
            (Kind::Id(ids), ValueKind::String(written)) => return self.id(&written.text, *ids, value.span),
            _ => return self.wrong_type(value, kind, key),
        };
        mistake.into_iter().for_each(|mistake| self.diagnostics.push(mistake));
    }

    fn localised(&mut self, table: &Table<'_>, key: Named<'_>, file: &'static Shape) {
        for entry in &table.entries {
            match Language::from_code(&entry.key) {
                Some(_) => self.value(&entry.value, &Kind::Text, key, file),
                None => {
                    self.diagnostics.push(mistakes::unknown_language(self.place(entry.key_span), &entry.key));
                }
            }
        }
    }

    fn colours(&mut self, table: &Table<'_>, key: Named<'_>) {
        for entry in &table.entries {
            if SCHEMES.contains(&&*entry.key) {
                self.single(&entry.value, &Kind::Colours, key);
            } else {
                self.diagnostics.push(mistakes::unknown_scheme(self.place(entry.key_span), &entry.key, &SCHEMES));
            }
        }
    }

    fn id(&mut self, id: &str, ids: Ids, span: Span) {
        if !self.known.has(ids, id) {
            self.diagnostics.push(mistakes::unknown_id(self.place(span), id, ids, &self.known.all(ids)));
        }
    }

    fn wrong_type(&mut self, value: &Value<'_>, kind: &'static Kind, key: Named<'_>) {
        self.diagnostics.push(mistakes::wrong_type(self.place(value.span), key.name, key.kind, kind, &value.kind));
    }

    fn place(&self, span: Span) -> Place {
        at(self.file, span)
    }
}

/// The screens for which a colour may differ.
const SCHEMES: [&str; 2] = ["light", "dark"];

/// A file that is a map has no keys of its own.
static MAP: Shape = Shape { name: "the file", keys: &[], one_of: &[] };

fn not_a_date(place: Place, text: &str) -> Option<Diagnostic> {
    Day::parse(text).is_none().then(|| mistakes::not_a_date(place, text))
}

/// Whether a value counts as absent.
pub fn is_empty(value: &Value<'_>) -> bool {
    match &value.kind {
        ValueKind::String(written) => written.text.chars().all(char::is_whitespace),
        ValueKind::Array(values) => values.is_empty(),
        ValueKind::Table(table) => table.entries.iter().all(|entry| is_empty(&entry.value)),
        _ => false,
    }
}

fn has(table: &Table<'_>, key: &str) -> bool {
    table.get(key).is_some_and(|value| !is_empty(value))
}

/// Whether a text has the form of an address of a kind.
fn is_address(text: &str, kind: &Kind) -> bool {
    match kind {
        Kind::Url => values::is_url(text),
        Kind::Email => values::is_email(text),
        Kind::Reach => values::is_reach(text),
        Kind::Link => ReferenceKind::of_address(text).is_some() && !text.contains("{{"),
        _ => values::is_alias(text),
    }
}
