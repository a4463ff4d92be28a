//! What templates look names up in, hundreds of times on each page: views, with the values at the top, and the strings.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::Arc;

use hashbrown::HashMap;
pub use minijinja::Value;
use minijinja::value::{Enumerator, Object, ObjectRepr};
use rustc_hash::FxBuildHasher;

/// Values by their names.
pub type Fields = Vec<(&'static str, Value)>;

/// A view: few values, which are found by comparing their names.
#[derive(Debug)]
struct Record(Fields);

/// A view with its fields.
pub fn record(fields: Fields) -> Value {
    Value::from_object(Record(fields))
}

/// HTML, which is printed as it is.
pub fn html(html: String) -> Value {
    if html.is_empty() { Value::from("") } else { Value::from_safe_string(html) }
}

/// A list whose entries are made into values each time that a template asks for one.
#[derive(Debug)]
struct Entries<T> {
    entries: Vec<T>,
    value: fn(&T) -> Value,
}

/// A list, with what makes a value of an entry.
pub fn list<T: Debug + Send + Sync + 'static>(entries: Vec<T>, value: fn(&T) -> Value) -> Value {
    Value::from_object(Entries { entries, value })
}

impl<T: Debug + Send + Sync + 'static> Object for Entries<T> {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Seq
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.entries.get(key.as_usize()?).map(self.value)
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Seq(self.entries.len())
    }
}

impl Object for Record {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.get_value_by_str(key.as_str()?)
    }

    fn get_value_by_str(self: &Arc<Self>, key: &str) -> Option<Value> {
        self.0.iter().find(|(name, _)| *name == key).map(|(_, value)| value.clone())
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Values(self.0.iter().map(|(name, _)| Value::from(*name)).collect())
    }

    fn enumerator_len(self: &Arc<Self>) -> Option<usize> {
        Some(self.0.len())
    }
}

/// A table of strings, and of tables of them.
#[derive(Debug)]
struct Strings(HashMap<String, Value, FxBuildHasher>);

/// Strings by keys such as `rights.erasure.name`, as tables within tables. Each is a value that is quicker than the engine's
/// own map.
pub fn strings<'t>(texts: impl Iterator<Item = (&'t str, &'t str)>) -> Value {
    let (mut here, mut below) = (HashMap::default(), BTreeMap::<&str, Vec<(&str, &str)>>::new());
    for (key, text) in texts {
        match key.split_once('.') {
            Some((table, rest)) => below.entry(table).or_default().push((rest, text)),
            None => drop(here.insert(key.to_owned(), Value::from(text))),
        }
    }
    here.extend(below.into_iter().map(|(table, texts)| (table.to_owned(), strings(texts.into_iter()))));
    Value::from_object(Strings(here))
}

impl Object for Strings {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.get_value_by_str(key.as_str()?)
    }

    fn get_value_by_str(self: &Arc<Self>, key: &str) -> Option<Value> {
        self.0.get(key).cloned()
    }

    /// In the order of the keys, as for any map.
    fn enumerate(self: &Arc<Self>) -> Enumerator {
        let mut keys: Vec<&String> = self.0.keys().collect();
        keys.sort_unstable();
        Enumerator::Values(keys.into_iter().map(|key| Value::from(key.as_str())).collect())
    }
}
