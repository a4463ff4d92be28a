//! Takes typed values out of a table that has been held against its shape.
//!
//! Whatever does not fit has been reported by then, and counts as absent here.

use std::sync::Arc;

use super::validate::is_empty;
use super::values::is_reserved;
use crate::diagnostic::at;
use crate::domain::{Contact, Day, Item, Language, Localised, Party, Placed, Text, Words};
use crate::exact::exactly;
use crate::parse::{Table, Value, ValueKind};
use crate::text::{FileId, Place, Stretch};

/// A table with the file in which it stands.
#[derive(Clone, Copy)]
pub struct Fields<'a> {
    /// The file.
    pub file: FileId,
    /// Its text.
    pub source: &'a Arc<String>,
    /// The table.
    pub table: &'a Table<'a>,
}

impl<'a> Fields<'a> {
    /// The value of a key, if it is there and not empty.
    pub fn value(self, key: &str) -> Option<&'a Value<'a>> {
        self.table.get(key).filter(|value| !is_empty(value))
    }

    /// Where the table stands.
    pub fn place(self) -> Place {
        at(self.file, self.table.span)
    }

    /// A text.
    pub fn text(self, key: &str) -> Option<Text> {
        self.text_of(self.value(key)?)
    }

    /// A text that must be there; a stand-in where it is not, which has been reported.
    pub fn required_text(self, key: &str, place: Place, stand_in: &str) -> Text {
        self.text(key).unwrap_or_else(|| Text { value: stand_in.into(), place })
    }

    /// A list of texts, or one.
    pub fn texts(self, key: &str) -> Vec<Text> {
        self.each(key, |value| self.text_of(value)).into()
    }

    /// The old addresses, without those that would lie among files of ours.
    pub fn aliases(self) -> Vec<Text> {
        let mut aliases = self.texts("aliases");
        aliases.retain(|alias| !is_reserved(alias));
        aliases
    }

    /// Words with markup. They lie in a box, since most keys that take some are left out.
    pub fn words(self, key: &str) -> Option<Box<Words>> {
        self.words_of(self.value(key)?).map(Box::new)
    }

    /// A list of words with markup, or one.
    pub fn all_words(self, key: &str) -> Box<[Words]> {
        self.each(key, |value| self.words_of(value))
    }

    /// A text that may differ by language.
    pub fn localised(self, key: &str) -> Localised {
        self.value(key).map(|value| self.localised_of(value)).unwrap_or_default()
    }

    /// A text that may differ by language, from a value.
    pub fn localised_of(self, value: &Value<'_>) -> Localised {
        match &value.kind {
            ValueKind::Table(table) => {
                let inner = Fields { table, ..self };
                let texts =
                    Language::ALL.into_iter().filter_map(|language| Some((language, inner.text(language.code())?)));
                Localised::each(texts.collect())
            }
            _ => self.text_of(value).map(Localised::same).unwrap_or_default(),
        }
    }

    /// A date or month.
    pub fn day(self, key: &str) -> Option<Placed<Day>> {
        let value = self.value(key)?;
        let day = match &value.kind {
            ValueKind::Date(text) => Day::parse(text),
            ValueKind::String(written) => Day::parse(&written.text),
            _ => None,
        };
        Some(Placed { value: day?, place: at(self.file, value.span) })
    }

    /// A whole number.
    pub fn whole(self, key: &str) -> Option<i64> {
        match self.value(key)?.kind {
            ValueKind::Integer(number) => Some(number),
            _ => None,
        }
    }

    /// A list of whole numbers, or one.
    pub fn wholes(self, key: &str) -> Box<[Placed<i64>]> {
        self.each(key, |value| match value.kind {
            ValueKind::Integer(number) => Some(Placed { value: number, place: at(self.file, value.span) }),
            _ => None,
        })
    }

    /// True or false.
    pub fn truth(self, key: &str) -> Option<bool> {
        match self.value(key)?.kind {
            ValueKind::Boolean(value) => Some(value),
            _ => None,
        }
    }

    /// A name that stands for a value.
    pub fn choice<T>(self, key: &str, from_id: fn(&str) -> Option<T>) -> Option<Placed<T>> {
        self.list(key).find_map(|value| self.choice_of(value, from_id))
    }

    /// Names that stand for values, or one.
    pub fn choices<T>(self, key: &str, from_id: fn(&str) -> Option<T>) -> Box<[Placed<T>]> {
        self.each(key, |value| self.choice_of(value, from_id))
    }

    /// The tables of a list of tables.
    pub fn tables(self, key: &str) -> Vec<Fields<'a>> {
        match self.value(key).map(|value| &value.kind) {
            Some(ValueKind::Array(values)) => values.iter().filter_map(|value| self.table_of(value)).collect(),
            _ => Vec::new(),
        }
    }

    /// A table.
    pub fn table(self, key: &str) -> Option<Fields<'a>> {
        self.table_of(self.value(key)?)
    }

    /// A value as a table.
    pub fn table_of(self, value: &'a Value<'a>) -> Option<Fields<'a>> {
        match &value.kind {
            ValueKind::Table(table) => Some(Fields { table, ..self }),
            _ => None,
        }
    }

    /// What is read of the values of a list, or of the one value that stands for it.
    pub fn each<T>(self, key: &str, read: impl Fn(&'a Value<'a>) -> Option<T>) -> Box<[T]> {
        let mut all = Vec::with_capacity(self.values(key).len());
        all.extend(self.list(key).filter_map(read));
        exactly(all).into()
    }

    /// The values of a list that are not empty, or the one value that stands for it.
    pub fn list(self, key: &str) -> impl Iterator<Item = &'a Value<'a>> {
        self.values(key).iter().filter(|value| !is_empty(value))
    }

    fn values(self, key: &str) -> &'a [Value<'a>] {
        match self.value(key) {
            Some(Value { kind: ValueKind::Array(values), .. }) => values,
            Some(value) => std::slice::from_ref(value),
            None => &[],
        }
    }

    /// Items, with items below them.
    pub fn items(self, key: &str) -> Box<[Item]> {
        self.each(key, |value| match &value.kind {
            ValueKind::Table(table) => {
                let inner = Fields { table, ..self };
                Some(Item { text: *inner.words("text")?, items: inner.items("items") })
            }
            _ => Some(Item { text: self.words_of(value)?, items: Box::default() }),
        })
    }

    /// Who is meant by `name`, `organisation` or `notice`; a stand-in where nobody is, which has been reported.
    pub fn party(self) -> Party {
        let organisation = || self.text("organisation").map(Party::Organisation);
        let notice = || self.text("notice").map(Party::Notice);
        let named = self.text("name").map(Party::Named);
        let stand_in = || Party::Named(Text { value: Stretch::default(), place: self.place() });
        named.or_else(organisation).or_else(notice).unwrap_or_else(stand_in)
    }

    /// How to reach somebody.
    pub fn contact(self) -> Contact {
        Contact {
            name: self.text("name"),
            email: self.text("email"),
            phone: self.text("phone"),
            url: self.text("url"),
            address: self.texts("address"),
            hours: self.text("hours"),
        }
    }

    /// A value as a text.
    pub fn text_of(self, value: &Value<'_>) -> Option<Text> {
        match &value.kind {
            ValueKind::String(written) => {
                Some(Text { value: self.stretch(&written.text), place: at(self.file, value.span) })
            }
            _ => None,
        }
    }

    /// A string without spaces around it.
    fn stretch(self, text: &str) -> Stretch {
        Stretch::of(self.source, text.trim())
    }

    fn choice_of<T>(self, value: &Value<'_>, from_id: fn(&str) -> Option<T>) -> Option<Placed<T>> {
        match &value.kind {
            ValueKind::String(written) => {
                Some(Placed { value: from_id(written.text.trim())?, place: at(self.file, value.span) })
            }
            _ => None,
        }
    }

    fn words_of(self, value: &Value<'_>) -> Option<Words> {
        match &value.kind {
            ValueKind::String(written) => Some(Words {
                value: self.stretch(&written.text),
                prose: written.markup.as_ref().map(|markup| Arc::clone(&markup.prose)),
                place: at(self.file, value.span),
            }),
            _ => None,
        }
    }
}
