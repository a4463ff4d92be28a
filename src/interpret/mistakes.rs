//! What is said of each mistake in a table: the sentence, and the remedy.
//!
//! Takes what was found and what was expected; gives a diagnostic. [`mod@super::validate`] finds the mistakes.

use super::shape::{Ids, Key, Kind, Names, Shape};
use crate::diagnostic::{Diagnostic, listed, nearest};
use crate::domain::{Day, Language, LawfulBasis};
use crate::parse::ValueKind;
use crate::text::{Place, capitalised, slug};

/// How many keys or names a remedy lists at the most.
const LISTED: usize = 16;

/// A key that the table does not have. `file` is the shape of the whole file.
pub fn unknown_key(place: Place, key: &str, shape: &Shape, file: &Shape) -> Diagnostic {
    let message = format!("{} has no key `{key}`", capitalised(shape.name));
    let error = Diagnostic::error("unknown-key", place, message).label("not a key");
    let names: Vec<&str> = shape.keys.iter().map(|key| key.name).collect();
    if shape.name != file.name && file.keys.iter().any(|own| own.name == key) {
        let whole = file.name;
        return error.help(format!("`{key}` is a key of {whole}: move it above the first line in square brackets."));
    }
    match nearest(key, names.iter().copied()) {
        Some(right) => error.help(format!("Did you mean `{right}`?")),
        None if names.len() <= LISTED => {
            error.help(format!("{} can have {}.", capitalised(shape.name), listed(&names, "and")))
        }
        None => error.help("The manual lists all keys that there are."),
    }
}

/// A key that must be there and is not.
pub fn missing_key(place: Place, key: &Key, shape: &Shape) -> Diagnostic {
    let whole = shape.name.strip_prefix("a ").or(shape.name.strip_prefix("an "));
    let whole = whole.map_or_else(|| shape.name.to_owned(), |name| format!("this {name}"));
    Diagnostic::error("missing-key", place, format!("`{}` is missing from {whole}", key.name)).help(format!(
        "Add {}: {}.",
        example(key),
        key.about
    ))
}

/// A table that names nobody.
pub fn nobody(place: Place, shape: &Shape) -> Diagnostic {
    Diagnostic::error("missing-key", place, format!("It is not said who {} is", shape.name))
        .help(format!("Give one of {}.", listed(shape.one_of, "or")))
}

/// A table that names somebody twice.
pub fn one_key_only(place: Place, shape: &Shape) -> Diagnostic {
    let message = format!("{} has only one of {}", capitalised(shape.name), listed(shape.one_of, "or"));
    Diagnostic::error("one-key-only", place, message).help("Keep one and delete the others.")
}

/// An id that cannot be one.
pub fn bad_id(place: Place, id: &str) -> Diagnostic {
    Diagnostic::error("bad-id", place, format!("`{id}` cannot be an id"))
        .help(format!("Use lower-case letters, digits and hyphens: `{}`.", slug(id)))
}

/// A name of no language.
pub fn unknown_language(place: Place, code: &str) -> Diagnostic {
    Diagnostic::error("unknown-language", place, format!("`{code}` is no language of ours"))
        .suggest(code, Language::ALL.iter().map(|language| language.code()))
}

/// Words that are no date.
pub fn not_a_date(place: Place, text: &str) -> Diagnostic {
    Diagnostic::error("bad-date", place, format!("`{text}` is no date")).help(Day::REMEDY)
}

/// A number that is too small or too large.
pub fn out_of_range(place: Place, key: &str, number: i64, least: i64, most: i64) -> Diagnostic {
    Diagnostic::error("number-out-of-range", place, format!("`{key}` cannot be {number}"))
        .help(format!("It can be a whole number from {least} to {most}."))
}

/// A placeholder in a text that is printed as it stands.
pub fn placeholder_in_text(place: Place, key: &str) -> Diagnostic {
    Diagnostic::error("placeholder-in-text", place, format!("`{key}` is printed as it stands, without placeholders"))
        .help("Write the words themselves.")
}

/// An address of the wrong form.
pub fn bad_address(place: Place, text: &str, kind: &Kind) -> Diagnostic {
    let remedy = match kind {
        Kind::Url => "Write the whole address, starting with https://.",
        Kind::Email => "Write one address, such as privacy@marlbury.gov.uk.",
        Kind::Reach => "Write an email address, or an address that starts with https:// or tel:.",
        Kind::Link => {
            "Write an address that starts with https:, mailto: or tel:, or `page:`, `notice:`, `general:` or `document:` and an id."
        }
        _ => {
            "Write the old path from the root, in lower-case letters, digits and hyphens: \"/council-tax-privacy/\". \
             What starts with /assets/ or /documents/ is taken."
        }
    };
    Diagnostic::error("bad-address", place, format!("`{text}` is not an address that can be used here")).help(remedy)
}

/// Words that are no colour.
pub fn not_a_colour(place: Place, text: &str) -> Diagnostic {
    Diagnostic::error("bad-colour", place, format!("`{text}` is no colour that can be used here"))
        .help("Write it with six digits, as style sheets do: \"#0d4f58\".")
}

/// A kind of screen that has no colours of its own.
pub fn unknown_scheme(place: Place, key: &str, schemes: &[&'static str]) -> Diagnostic {
    Diagnostic::error("unknown-key", place, format!("A colour has no key `{key}`"))
        .suggest(key, schemes.iter().copied())
}

/// A string that the product does not print.
pub fn unknown_string(place: Place, key: &str, written: &str, beside: &[String]) -> Diagnostic {
    Diagnostic::error("unknown-string", place, format!("There is no string `{written}`"))
        .suggest(key, beside.iter().map(String::as_str))
}

/// Something else in the place of a string.
pub fn not_a_string(place: Place, written: &str, value: &ValueKind<'_>) -> Diagnostic {
    let message = format!("`{written}` should be a text in quotation marks, and this is {}", value.name());
    Diagnostic::error("wrong-type", place, message)
}

/// Something else in the place of a table of strings.
pub fn not_strings(place: Place, written: &str, value: &ValueKind<'_>) -> Diagnostic {
    let message = format!("`{written}` should be a table of strings, and this is {}", value.name());
    Diagnostic::error("wrong-type", place, message)
}

/// A string whose slots are not those of the product's own.
pub fn wrong_slots(place: Place, written: &str, own: &str, wanted: &[String], has: &[String]) -> Diagnostic {
    let names = |slots: &[String]| {
        let named: Vec<String> = slots.iter().map(|slot| format!("{{{slot}}}")).collect();
        let named: Vec<&str> = named.iter().map(String::as_str).collect();
        listed(&named, "and")
    };
    let lost: Vec<String> = wanted.iter().filter(|slot| !has.contains(slot)).cloned().collect();
    let more: Vec<String> = has.iter().filter(|slot| !wanted.contains(slot)).cloned().collect();
    let message = if lost.is_empty() {
        format!("Nothing is put into {} of `{written}`", names(&more))
    } else {
        format!("`{written}` does not say where {} stands", names(&lost))
    };
    let error = Diagnostic::error("wrong-slots", place, message);
    match (more.as_slice(), lost.as_slice()) {
        ([wrong], [_, ..]) => error.suggest(wrong, lost.iter().map(String::as_str)),
        _ => error,
    }
    .help(format!("The product's own words are \"{own}\"."))
}

/// A name that is not on the list.
pub fn unknown_choice(place: Place, key: &str, text: &str, names: &[&'static str]) -> Diagnostic {
    Diagnostic::error("unknown-value", place, format!("`{key}` cannot be `{text}`"))
        .suggest(text, names.iter().copied())
}

/// A name of no lawful basis.
pub fn unknown_lawful_basis(place: Place, text: &str) -> Diagnostic {
    let error = Diagnostic::error("unknown-value", place, format!("`{text}` is no lawful basis"));
    let near = nearest(text, LawfulBasis::NAMES.iter().copied()).is_some();
    let error = error.suggest(text, LawfulBasis::NAMES.iter().copied());
    if near { error } else { error.help("The article does as well: \"6(1)(c)\".") }
}

/// A name of no condition of Article 9(2).
pub fn unknown_article_9(place: Place, text: &str) -> Diagnostic {
    Diagnostic::error("unknown-value", place, format!("`{text}` is no condition of Article 9(2)"))
        .help("Write \"9(2)(a)\" to \"9(2)(j)\".")
}

/// An id of something that does not exist.
pub fn unknown_id(place: Place, id: &str, ids: Ids, all: &[&str]) -> Diagnostic {
    let error = Diagnostic::error(ids.code(), place, format!("There is no {} `{id}`", ids.name()))
        .suggest(id, all.iter().copied());
    if nearest(id, all.iter().copied()).is_some() {
        return error;
    }
    match ids {
        Ids::Category => error.help("Categories stand in site.toml, under [categories]."),
        Ids::Controller => error.help("Controllers stand in site.toml, as [controllers.<id>]."),
        Ids::Organisation => error.help("Add it to content/organisations.toml, or write `name` in place of it."),
        Ids::Notice if error.help.is_empty() => error.help("The id of a notice is the name of its file without `.md`."),
        _ => error,
    }
}

/// A value of the wrong type. `whole` is what the key may hold, and `kind` what this value of it should be.
pub fn wrong_type(place: Place, key: &str, whole: &Kind, kind: &Kind, value: &ValueKind<'_>) -> Diagnostic {
    let is_item = matches!(whole, Kind::List(_)) && !matches!(kind, Kind::List(_));
    let what = if is_item { format!("An item of `{key}`") } else { format!("`{key}`") };
    let message = format!("{what} should be {}, and this is {}", expected(kind), value.name());
    let error = Diagnostic::error("wrong-type", place, message);
    match (kind, value) {
        (Kind::Tables(_) | Kind::TablesOrNone(_), ValueKind::Table(_)) => {
            error.help(format!("Write the name in double square brackets: [[{key}]]."))
        }
        (Kind::TablesOrNone(_), ValueKind::String(_)) => {
            error.help(format!("For none, write `{key} = \"none\"`; else a table [[{key}]] for each."))
        }
        (Kind::Tables(_), _) => error.help(format!("Write a table [[{key}]] for each.")),
        (Kind::Table(_), ValueKind::Array(_)) => {
            error.help(format!("Write the name in single square brackets: [{key}]."))
        }
        (Kind::Table(_) | Kind::Map(..), _) => error.help(format!("Write a line [{key}], and its keys below it.")),
        (Kind::List(_), ValueKind::String(_)) => error.help("Put it in square brackets: [\"...\"]."),
        (Kind::Truth, ValueKind::String(_)) => error.help("Write true or false without quotation marks."),
        (Kind::Date, _) => error.help(Day::REMEDY),
        (_, ValueKind::Integer(_) | ValueKind::Float) => error.help("Put it in quotation marks."),
        (Kind::Whole(..), ValueKind::String(_)) => error.help("Write it without quotation marks."),
        _ => error,
    }
}

/// What an author would write.
fn example(key: &Key) -> String {
    match key.kind {
        Kind::Date => format!("`{} = 2026-10-01`", key.name),
        Kind::Map(Names::New, Kind::Table(_)) => format!("a table [{}.<id>]", key.name),
        Kind::Map(..) | Kind::Table(_) => format!("a table [{}]", key.name),
        _ => format!("`{} = \"...\"`", key.name),
    }
}

/// What a kind is called in a sentence.
fn expected(kind: &Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Words | Kind::Url | Kind::Email | Kind::Reach | Kind::Alias | Kind::Link => {
            "a text in quotation marks"
        }
        Kind::Choice(_) | Kind::Id(_) | Kind::LawfulBasis | Kind::Article9 => "a name in quotation marks",
        Kind::Localised => "a text, or a table of texts by language",
        Kind::Colours => "a colour in quotation marks, or a table with `light` and `dark`",
        Kind::Strings => "a table of strings",
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
