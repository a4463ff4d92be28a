//! Holds a table against its shape and reports everything that does not fit.
//!
//! Unknown keys, wrong types, unknown names, ids of nothing, missing keys: each is an error at its
//! place, with the nearest valid spelling. After this the readers take values without asking again.

use super::known::Known;
use super::shape::{Ids, Key, Kind, Names, Shape};
use super::values;
use crate::diagnostic::{Diagnostic, Diagnostics, at};
use crate::domain::{Day, Language, LawfulBasis, ReferenceKind};
use crate::parse::{Entry, Table, Value, ValueKind};
use crate::text::{FileId, Place, Span, capitalised, is_slug, slug};

/// What a table is held against.
pub struct Validation<'a> {
    /// The file of the table.
    pub file: FileId,
    /// The ids that exist.
    pub known: &'a Known,
    /// Where errors go.
    pub diagnostics: &'a mut Diagnostics,
}

impl Validation<'_> {
    /// Holds a table against its shape. `whole` is underlined where a key is missing.
    pub fn table(&mut self, table: &Table, shape: &'static Shape, whole: Span) {
        for entry in &table.entries {
            match shape.keys.iter().find(|key| key.name == entry.key) {
                Some(key) => self.value(&entry.value, &key.kind, key),
                None => self.unknown_key(entry, shape),
            }
        }
        for key in shape.keys.iter().filter(|key| key.required && !has(table, key.name)) {
            let error = Diagnostic::error(
                "missing-key",
                self.place(whole),
                format!("`{}` is missing from {}", key.name, shape.name),
            )
            .help(format!("Add {}: {}.", example(key), key.about));
            self.diagnostics.push(error);
        }
        self.exactly_one(table, shape, whole);
    }

    /// Holds a table whose keys are names.
    pub fn map(&mut self, table: &Table, names: Names, kind: &'static Kind, key: &'static Key) {
        for entry in &table.entries {
            match names {
                Names::New if !is_slug(&entry.key) => {
                    let error = Diagnostic::error(
                        "bad-id",
                        self.place(entry.key_span),
                        format!("`{}` cannot be an id", entry.key),
                    )
                    .help(format!("Use lower-case letters, digits and hyphens: `{}`.", slug(&entry.key)));
                    self.diagnostics.push(error);
                }
                Names::Existing(ids) => self.id(&entry.key, ids, entry.key_span),
                Names::New | Names::Any => {}
            }
            self.value(&entry.value, kind, key);
        }
    }

    /// Holds the whole of a file that is a map.
    pub fn whole_map(&mut self, table: &Table, key: &'static Key) {
        if let Kind::Map(names, kind) = &key.kind {
            self.map(table, *names, kind, key);
        }
    }

    fn exactly_one(&mut self, table: &Table, shape: &'static Shape, whole: Span) {
        if shape.one_of.is_empty() {
            return;
        }
        let given: Vec<&Entry> =
            table.entries.iter().filter(|entry| shape.one_of.contains(&entry.key.as_str())).collect();
        let names = shape.one_of.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        if given.iter().all(|entry| is_empty(&entry.value)) {
            let error =
                Diagnostic::error("missing-key", self.place(whole), format!("It is not said who {} is", shape.name))
                    .help(format!("Give one of {names}."));
            self.diagnostics.push(error);
        }
        if let [_, second, ..] = given.as_slice() {
            let error = Diagnostic::error(
                "one-key-only",
                self.place(second.key_span),
                format!("{} has one of {names} only", capitalised(shape.name)),
            )
            .help("Delete the others.");
            self.diagnostics.push(error);
        }
    }

    fn unknown_key(&mut self, entry: &Entry, shape: &Shape) {
        let error = Diagnostic::error(
            "unknown-key",
            self.place(entry.key_span),
            format!("{} has no key `{}`", capitalised(shape.name), entry.key),
        )
        .label("not a key")
        .suggest(&entry.key, shape.keys.iter().map(|key| key.name));
        let after_a_table = entry.key_span.start > 0 && error.help.is_empty();
        let error = if after_a_table {
            error.help("Keys of the file itself stand before the first table in square brackets.")
        } else {
            error
        };
        self.diagnostics.push(error);
    }

    fn value(&mut self, value: &Value, kind: &'static Kind, key: &'static Key) {
        if is_empty(value) {
            return;
        }
        match (kind, &value.kind) {
            (Kind::Text, ValueKind::String(_))
            | (Kind::TablesOrNone(_), ValueKind::String(_))
            | (Kind::Truth, ValueKind::Boolean(_)) => self.none_word(value, kind, key),
            (Kind::Localised, ValueKind::String(_)) | (Kind::TextOr(_), ValueKind::String(_)) => {}
            (Kind::Words | Kind::WordsOr(_), ValueKind::String(written)) => {
                for problem in &written.problems {
                    let mut problem = problem.clone();
                    problem.place.file = self.file;
                    self.diagnostics.push(problem);
                }
            }
            (Kind::Date, ValueKind::Date(text)) => self.date(text, value.span),
            (Kind::Date, ValueKind::String(written)) => self.date(&written.text, value.span),
            (Kind::Whole(least, most), ValueKind::Integer(number)) => self.whole(*number, *least, *most, value.span),
            (Kind::Url | Kind::Email | Kind::Alias | Kind::Link, ValueKind::String(written)) => {
                self.address(&written.text, kind, value.span);
            }
            (Kind::Choice(names), ValueKind::String(written)) => self.choice(&written.text, names, key, value.span),
            (Kind::LawfulBasis, ValueKind::String(written)) => self.lawful_basis(&written.text, value.span),
            (Kind::Article9, ValueKind::String(written)) => self.article_9(&written.text, value.span),
            (Kind::Id(ids), ValueKind::String(written)) => self.id(&written.text, *ids, value.span),
            (Kind::OneOrMore(one) | Kind::List(one), ValueKind::Array(values)) => {
                values.iter().for_each(|value| self.value(value, one, key));
            }
            (Kind::OneOrMore(one), _) => self.value(value, one, key),
            (Kind::Table(shape) | Kind::WordsOr(shape) | Kind::TextOr(shape), ValueKind::Table(table)) => {
                self.table(table, shape, value.span);
            }
            (Kind::Tables(shape) | Kind::TablesOrNone(shape), ValueKind::Array(values)) => {
                values.iter().for_each(|value| self.element(value, shape, key));
            }
            (Kind::Map(names, kind), ValueKind::Table(table)) => self.map(table, *names, kind, key),
            (Kind::Localised, ValueKind::Table(table)) => self.localised(table, key),
            _ => self.wrong_type(value, kind, key),
        }
    }

    /// The one text that a list of tables may be.
    fn none_word(&mut self, value: &Value, kind: &'static Kind, key: &'static Key) {
        if let (Kind::TablesOrNone(_), ValueKind::String(written)) = (kind, &value.kind)
            && written.text != "none"
        {
            self.wrong_type(value, kind, key);
        }
    }

    fn element(&mut self, value: &Value, shape: &'static Shape, key: &'static Key) {
        match &value.kind {
            ValueKind::Table(table) => self.table(table, shape, value.span),
            _ => self.wrong_type(value, &key.kind, key),
        }
    }

    fn localised(&mut self, table: &Table, key: &'static Key) {
        for entry in &table.entries {
            match Language::from_code(&entry.key) {
                Some(_) => self.value(&entry.value, &Kind::Text, key),
                None => self.diagnostics.push(
                    Diagnostic::error(
                        "unknown-language",
                        self.place(entry.key_span),
                        format!("`{}` is no language of ours", entry.key),
                    )
                    .suggest(&entry.key, Language::ALL.iter().map(|language| language.code())),
                ),
            }
        }
    }

    fn date(&mut self, text: &str, span: Span) {
        if Day::parse(text).is_none() {
            let error = Diagnostic::error("bad-date", self.place(span), format!("`{text}` is no date")).help(
                "Write the year, the month and the day: 2026-10-01. For a month, use quotation marks: \"2026-10\".",
            );
            self.diagnostics.push(error);
        }
    }

    fn whole(&mut self, number: i64, least: i64, most: i64, span: Span) {
        if !(least..=most).contains(&number) {
            let error = Diagnostic::error(
                "number-out-of-range",
                self.place(span),
                format!("{number} is not between {least} and {most}"),
            );
            self.diagnostics.push(error);
        }
    }

    fn address(&mut self, text: &str, kind: &Kind, span: Span) {
        let (fits, remedy) = match kind {
            Kind::Url => (values::is_url(text), "Write the whole address, starting with https://."),
            Kind::Email => (values::is_email(text), "Write one address, such as privacy@marlbury.gov.uk."),
            Kind::Link => (
                ReferenceKind::of_address(text).is_some() && !text.contains("{{"),
                "Write an address that starts with https:, mailto: or tel:, or `page:`, `notice:`, `general:` or `document:` and an id.",
            ),
            _ => (
                values::is_alias(text),
                "Write the old path from the root, in lower-case letters, digits and hyphens: \"/council-tax-privacy/\".",
            ),
        };
        if !fits {
            let error = Diagnostic::error(
                "bad-address",
                self.place(span),
                format!("`{text}` is not an address that can be used here"),
            )
            .help(remedy);
            self.diagnostics.push(error);
        }
    }

    fn choice(&mut self, text: &str, names: &[&'static str], key: &Key, span: Span) {
        if !names.contains(&text) {
            let error =
                Diagnostic::error("unknown-value", self.place(span), format!("`{}` cannot be `{text}`", key.name))
                    .suggest(text, names.iter().copied());
            self.diagnostics.push(error);
        }
    }

    fn lawful_basis(&mut self, text: &str, span: Span) {
        if values::lawful_basis(text).is_none() {
            let error = Diagnostic::error("unknown-value", self.place(span), format!("`{text}` is no lawful basis"))
                .suggest(text, LawfulBasis::NAMES.iter().copied())
                .help("The article does as well: \"6(1)(c)\".");
            self.diagnostics.push(error);
        }
    }

    fn article_9(&mut self, text: &str, span: Span) {
        if values::article_9(text).is_none() {
            let error = Diagnostic::error(
                "unknown-value",
                self.place(span),
                format!("`{text}` is no condition of Article 9(2)"),
            )
            .help("Write \"9(2)(a)\" to \"9(2)(j)\".");
            self.diagnostics.push(error);
        }
    }

    fn id(&mut self, id: &str, ids: Ids, span: Span) {
        if self.known.has(ids, id) {
            return;
        }
        let error = Diagnostic::error(ids.code(), self.place(span), format!("There is no {} `{id}`", ids.name()))
            .suggest(id, self.known.all(ids));
        let error = match ids {
            Ids::Category if error.help.is_empty() => error.help("Categories stand in site.toml, under [categories]."),
            Ids::Organisation if error.help.is_empty() => {
                error.help("Add it to content/organisations.toml, or use `name`.")
            }
            Ids::Controller if error.help.is_empty() => {
                error.help("Controllers stand in site.toml, as [controllers.<id>].")
            }
            _ => error,
        };
        self.diagnostics.push(error);
    }

    fn wrong_type(&mut self, value: &Value, kind: &'static Kind, key: &'static Key) {
        let message = format!("`{}` should be {}, and this is {}", key.name, expected(kind), value.kind.name());
        let mut error = Diagnostic::error("wrong-type", self.place(value.span), message);
        error = match (kind, &value.kind) {
            (Kind::Tables(_) | Kind::TablesOrNone(_), ValueKind::Table(_)) => {
                error.help(format!("Write the name in double square brackets: [[{}]].", key.name))
            }
            (Kind::Table(_), ValueKind::Array(_)) => {
                error.help(format!("Write the name in single square brackets: [{}].", key.name))
            }
            (Kind::List(_), ValueKind::String(_)) => error.help("Put it in square brackets: [\"...\"]."),
            (Kind::Truth, ValueKind::String(_)) => error.help("Write true or false without quotation marks."),
            (Kind::Text | Kind::Words, ValueKind::Integer(_) | ValueKind::Float) => {
                error.help("Put it in quotation marks.")
            }
            _ => error,
        };
        self.diagnostics.push(error);
    }

    fn place(&self, span: Span) -> Place {
        at(self.file, span)
    }
}

/// Whether a value counts as absent.
pub fn is_empty(value: &Value) -> bool {
    match &value.kind {
        ValueKind::String(written) => written.text.trim().is_empty(),
        ValueKind::Array(values) => values.is_empty(),
        ValueKind::Table(table) => table.entries.is_empty(),
        _ => false,
    }
}

fn has(table: &Table, key: &str) -> bool {
    table.get(key).is_some_and(|value| !is_empty(value))
}

/// What an author would write.
fn example(key: &Key) -> String {
    match key.kind {
        Kind::Date => format!("`{} = 2026-10-01`", key.name),
        Kind::Map(..) | Kind::Table(_) => format!("a table [{}]", key.name),
        _ if key.name == "category" => "`category = \"...\"`".to_owned(),
        _ => format!("`{} = \"...\"`", key.name),
    }
}

/// What a kind is called in a sentence.
fn expected(kind: &Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Words | Kind::Url | Kind::Email | Kind::Alias | Kind::Link => "a text in quotation marks",
        Kind::Choice(_) | Kind::Id(_) | Kind::LawfulBasis | Kind::Article9 => "a name in quotation marks",
        Kind::Localised => "a text, or a table of texts by language",
        Kind::Date => "a date",
        Kind::Whole(..) => "a whole number",
        Kind::Truth => "true or false",
        Kind::OneOrMore(one) => expected(one),
        Kind::List(_) => "a list in square brackets",
        Kind::Table(_) | Kind::Map(..) => "a table",
        Kind::Tables(_) => "a list of tables",
        Kind::TablesOrNone(_) => "a list of tables, or \"none\"",
        Kind::WordsOr(_) | Kind::TextOr(_) => "a text or a table",
    }
}
