//! What templates look names up in, hundreds of times on each page: the values at the top, and the strings.

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

/// The strings of a language as a value: `t`.
pub fn strings(table: &toml::Table) -> Value {
    let value = |value: &toml::Value| match value {
        toml::Value::Table(inner) => strings(inner),
        text => Value::from(text.as_str().unwrap_or_default()),
    };
    Value::from_object(Strings(table.iter().map(|(key, inner)| (key.clone(), value(inner))).collect()))
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
