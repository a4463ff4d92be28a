//! What templates look names up in, hundreds of times on each page: the values at the top, and the strings.

use std::sync::Arc;

use hashbrown::HashMap;
use minijinja::Value;
use minijinja::value::{Enumerator, Object, ValueKind};
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

/// A table of strings as a value that is quicker than the engine's own map.
pub fn strings(table: &Value) -> Value {
    let Some(object) = table.as_object().filter(|_| table.kind() == ValueKind::Map) else { return table.clone() };
    let entries = object.try_iter_pairs().into_iter().flatten();
    Value::from_object(Strings(entries.map(|(key, value)| (key.to_string(), strings(&value))).collect()))
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
