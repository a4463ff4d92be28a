//! What templates look names up in, hundreds of times on each page: the values at the top, and the strings.

use std::collections::BTreeMap;
use std::sync::Arc;

use hashbrown::HashMap;
use minijinja::Value;
use minijinja::value::{Enumerator, Object};
use rustc_hash::FxBuildHasher;

/// The few values that a template is given, by their names.
#[derive(Debug)]
pub struct Given(pub Vec<(&'static str, Value)>);

impl Object for Given {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.get_value_by_str(key.as_str()?)
    }

    fn get_value_by_str(self: &Arc<Self>, key: &str) -> Option<Value> {
        self.0.iter().find(|(name, _)| *name == key).map(|(_, value)| value.clone())
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Values(self.0.iter().map(|(name, _)| Value::from(*name)).collect())
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
