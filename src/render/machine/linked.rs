//! Linked data: a tree of nodes with properties, written as JSON-LD.
//!
//! Properties keep the order in which they were given, so the same nodes give the same bytes.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, Serializer};

/// A thing with properties.
#[derive(Debug, Default)]
pub struct Node<'a>(Vec<(&'static str, Value<'a>)>);

/// What a property may be.
#[derive(Debug)]
pub enum Value<'a> {
    /// Words, in the language of the document.
    Text(Cow<'a, str>),
    /// A number.
    Number(usize),
    /// Something with properties of its own.
    Node(Node<'a>),
    /// Several values.
    List(Vec<Value<'a>>),
}

impl<'a> Node<'a> {
    /// A thing of a class.
    pub fn of(class: impl Into<Cow<'a, str>>) -> Self {
        Node(vec![("@type", Value::Text(class.into()))])
    }

    /// A thing that is known by its address alone.
    pub fn named(iri: impl Into<Cow<'a, str>>) -> Self {
        Node(vec![("@id", Value::Text(iri.into()))])
    }

    /// A value that is no words of a language, such as a number in a register.
    pub fn literal(value: impl Into<Cow<'a, str>>) -> Self {
        Node(vec![("@value", Value::Text(value.into()))])
    }

    /// The same with a property.
    pub fn with(mut self, property: &'static str, value: impl Into<Value<'a>>) -> Self {
        self.0.push((property, value.into()));
        self
    }

    /// The same with a property, if there is a value.
    pub fn with_some(self, property: &'static str, value: Option<impl Into<Value<'a>>>) -> Self {
        match value {
            Some(value) => self.with(property, value),
            None => self,
        }
    }

    /// The same with a property of several values; without it where there is none.
    pub fn with_all<V: Into<Value<'a>>>(self, property: &'static str, values: impl IntoIterator<Item = V>) -> Self {
        let values: Vec<Value<'a>> = values.into_iter().map(Into::into).collect();
        if values.is_empty() { self } else { self.with(property, Value::List(values)) }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Value::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Value::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Value<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Value::Text(text)
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Value::Number(number)
    }
}

impl<'a> From<Node<'a>> for Value<'a> {
    fn from(node: Node<'a>) -> Self {
        Value::Node(node)
    }
}

impl Serialize for Node<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (property, value) in &self.0 {
            map.serialize_entry(property, value)?;
        }
        map.end()
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Text(text) => serializer.serialize_str(text),
            Value::Number(number) => number.serialize(serializer),
            Value::Node(node) => node.serialize(serializer),
            Value::List(values) => serializer.collect_seq(values),
        }
    }
}
