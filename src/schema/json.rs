//! JSON Schema (2020-12) of a file that authors write.
//!
//! Front matter is TOML; a schema sees it as JSON, with dates as texts. It says what can be said of a file by itself:
//! whether an id exists, only a build can tell. An empty text counts as absent for the program and is no value for a
//! schema.

use super::ordered::{Json, object, texts, value};
use super::{File, Holds};
use crate::domain::Language;
use crate::interpret::shape::{Ids, Key, Kind, Names, Shape};
use crate::interpret::{article_9_spellings, lawful_basis_spellings};
use crate::language::{Wording, Wordings};
use crate::text::{capitalised, slug};

/// An id: the name of a file or table, which becomes part of an address.
const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// A day, or a month; a time after it is ignored.
const DATE: &str = r"^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])([Tt ].*)?)?$";

/// A colour as style sheets write it.
const COLOUR: &str = "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$";

const URL: &str = r#"^https?://[^\s"<>\\]+$"#;

const EMAIL: &str = r#"^[^@\s<>":?&]+@[^@\s<>":?&]*\.[^@\s<>":?&]*$"#;

/// An email address, a web address, or a number to dial.
const REACH: &str = r#"^(https://[^\s"<>\\]+|tel:[0-9+-]+|[^@\s<>":?&]+@[^@\s<>":?&]*\.[^@\s<>":?&]*)$"#;

const ALIAS: &str = r"^/[a-z0-9_-][a-z0-9._-]*(/[a-z0-9_-][a-z0-9._-]*)*/?$";

/// The schema of a file, as text that ends in a newline.
pub fn render(file: &File) -> String {
    let head = object([
        ("$schema", value("https://json-schema.org/draft/2020-12/schema")),
        ("$id", value(format!("urn:noticeboard:schema:{}", file.name))),
        ("title", value(capitalised(file.title()))),
        ("description", value(file.path)),
    ]);
    let whole = match file.holds {
        Holds::Keys(shape) => head.with(table(shape)),
        Holds::Names(key) => head.with(kind(&key.kind)),
    };
    let tables = file.tables().into_iter();
    let mut tables: Vec<(String, Json)> = tables.map(|shape| (name_of(shape), table(shape))).collect();
    if file.has_strings() {
        tables.push(("strings".to_owned(), strings(Wordings::load().of(Language::En), "")));
    }
    let tables = Json::Object(tables);
    let whole = whole.with(object([("$defs", tables)]));
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_else(|error| panic!("a schema is JSON: {error}"));
    text.push('\n');
    text
}

/// The name of a table among the definitions: "personal-data".
fn name_of(shape: &Shape) -> String {
    let name = shape.name;
    let bare = name.strip_prefix("a ").or(name.strip_prefix("an ")).or(name.strip_prefix("the ")).unwrap_or(name);
    slug(bare)
}

fn table(shape: &Shape) -> Json {
    let properties = shape.keys.iter().map(|key| (key.name.to_owned(), property(key))).collect();
    let required: Vec<&str> = shape.keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    let mut schema = object([("type", value("object")), ("properties", Json::Object(properties))]);
    if !required.is_empty() {
        schema = schema.with(object([("required", texts(required))]));
    }
    if !shape.one_of.is_empty() {
        let one = shape.one_of.iter().map(|key| object([("required", texts([*key]))]));
        schema = schema.with(object([("oneOf", Json::List(one.collect()))]));
    }
    schema.with(object([("additionalProperties", value(false))]))
}

fn property(key: &Key) -> Json {
    let mut schema = object([("description", value(format!("{}.", capitalised(key.about))))]);
    if let Some(default) = key.default {
        schema = schema.with(object([("default", literal(default))]));
    }
    if let Some(example) = key.example {
        schema = schema.with(object([("examples", Json::List(vec![literal(example)]))]));
    }
    schema.with(kind(&key.kind))
}

/// A value as declared: TOML that is JSON as well.
fn literal(written: &str) -> Json {
    value(serde_json::from_str::<serde_json::Value>(written).unwrap_or_else(|error| panic!("{written}: {error}")))
}

fn kind(of: &Kind) -> Json {
    match of {
        Kind::Text | Kind::Link => text(),
        Kind::Words => text().with(object([("contentMediaType", value("text/markdown"))])),
        Kind::Localised => any([text(), by_language()]),
        Kind::Colours => any([matching(COLOUR), by_scheme()]),
        Kind::Strings => object([("$ref", value("#/$defs/strings"))]),
        Kind::Date => matching(DATE),
        Kind::Whole(least, most) => {
            object([("type", value("integer")), ("minimum", value(*least)), ("maximum", value(*most))])
        }
        Kind::Truth => object([("type", value("boolean"))]),
        Kind::Url => matching(URL).with(object([("format", value("uri"))])),
        Kind::Email => matching(EMAIL).with(object([("format", value("email"))])),
        Kind::Reach => matching(REACH),
        Kind::Alias => matching(ALIAS),
        Kind::Choice(names) => object([("enum", texts(names.iter().copied()))]),
        Kind::LawfulBasis => object([("enum", texts(lawful_basis_spellings()))]),
        Kind::Article9 => object([("enum", texts(article_9_spellings()))]),
        Kind::Id(Ids::Language) => object([("enum", texts(Language::ALL.map(Language::code)))]),
        Kind::Id(_) => matching(ID),
        Kind::OneOrMore(one) => any([kind(one), list(kind(one))]),
        Kind::List(one) => list(kind(one)),
        Kind::Table(shape) => reference(shape),
        Kind::Tables(shape) => list(reference(shape)),
        Kind::TablesOrNone(shape) => any([list(reference(shape)), object([("const", value("none"))])]),
        Kind::WordsOr(shape) => any([kind(&Kind::Words), reference(shape)]),
        Kind::TextOr(shape) => any([text(), reference(shape)]),
        Kind::Map(names, one) => map(*names, one),
    }
}

fn map(names: Names, one: &Kind) -> Json {
    let schema = object([("type", value("object"))]);
    let schema = match names {
        Names::New | Names::Existing(_) => schema.with(object([("propertyNames", object([("pattern", value(ID))]))])),
        Names::Any => schema,
    };
    schema.with(object([("additionalProperties", kind(one))]))
}

fn by_language() -> Json {
    let properties = Language::ALL.map(|language| (language.code().to_owned(), text()));
    object([
        ("type", value("object")),
        ("properties", Json::Object(properties.into())),
        ("additionalProperties", value(false)),
    ])
}

fn by_scheme() -> Json {
    let properties = ["light", "dark"].map(|scheme| (scheme.to_owned(), matching(COLOUR)));
    object([
        ("type", value("object")),
        ("properties", Json::Object(properties.into())),
        ("additionalProperties", value(false)),
    ])
}

/// Every string that the product prints, in its tables.
fn strings(wording: &Wording, table: &str) -> Json {
    let mut names: Vec<&str> = wording.below(table).collect();
    names.dedup();
    let string = |name: &str| {
        let key = if table.is_empty() { name.to_owned() } else { format!("{table}.{name}") };
        let schema = if wording.get(&key).is_some() { text() } else { strings(wording, &key) };
        (name.to_owned(), schema)
    };
    object([
        ("type", value("object")),
        ("properties", Json::Object(names.into_iter().map(string).collect())),
        ("additionalProperties", value(false)),
    ])
}

fn text() -> Json {
    object([("type", value("string"))])
}

fn matching(pattern: &str) -> Json {
    text().with(object([("pattern", value(pattern))]))
}

fn list(items: Json) -> Json {
    object([("type", value("array")), ("items", items)])
}

fn any<const N: usize>(schemas: [Json; N]) -> Json {
    object([("anyOf", Json::List(schemas.into()))])
}

fn reference(shape: &Shape) -> Json {
    object([("$ref", value(format!("#/$defs/{}", name_of(shape))))])
}
