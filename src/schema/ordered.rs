//! JSON whose objects keep the order in which their members were given.
//!
//! The order of keys is that of the manual, and editors show it.

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

/// A value of JSON.
#[derive(Clone, Debug)]
pub enum Json {
    /// An object, its members in order.
    Object(Vec<(String, Json)>),
    /// A list.
    List(Vec<Json>),
    /// Anything else.
    Value(serde_json::Value),
}

/// An object of members in order.
pub fn object<const N: usize>(members: [(&str, Json); N]) -> Json {
    Json::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// A list of texts.
pub fn texts<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Json {
    Json::List(texts.into_iter().map(|text| value(text.into())).collect())
}

/// A text, a number, true or false.
pub fn value(value: impl Into<serde_json::Value>) -> Json {
    Json::Value(value.into())
}

impl Json {
    /// Adds the members of another object.
    pub fn with(self, other: Json) -> Json {
        match (self, other) {
            (Json::Object(own), Json::Object(others)) => Json::Object(own.into_iter().chain(others).collect()),
            (own, _) => own,
        }
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                members.iter().try_for_each(|(name, value)| map.serialize_entry(name, value))?;
                map.end()
            }
            Json::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                items.iter().try_for_each(|item| list.serialize_element(item))?;
                list.end()
            }
            Json::Value(value) => value.serialize(serializer),
        }
    }
}
