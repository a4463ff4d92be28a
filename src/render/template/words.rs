//! Words that a template prints as they are on every page, written into it before it is read.
//!
//! A page prints a hundred strings of its language, and of the hub, by nothing but their names. Looking them up on every page
//! again would take a tenth of what templates take. Takes a template of the program, and tables of what all pages of a
//! language see. What is printed stays the same; strings that a template fills, changes or asks about stay names.

use std::fmt::{self, Write};

use super::values::Value;
use crate::render::prose::{entity, needs_escaping};
use crate::text::find_byte;

const OPEN: &str = "{{ ";
const CLOSE: &str = " }}";

/// A template with the strings of tables, each by what the template calls it, in the place of their names.
pub fn with_words(template: &str, tables: &[(&str, &Value)]) -> String {
    // In a macro, a table is what it has been given.
    if template.contains("{% macro") {
        return template.to_owned();
    }
    let mut filled = String::with_capacity(template.len() + 256);
    let mut rest = template;
    while let Some(open) = rest.find(OPEN) {
        let after = &rest[open + OPEN.len()..];
        let string = after.find(CLOSE).and_then(|close| Some((look_up(&after[..close], tables)?, &after[close..])));
        match string.as_ref().and_then(|(value, end)| Some((value, value.as_str().filter(stays_text)?, end))) {
            Some((value, text, end)) => {
                filled.push_str(&rest[..open]);
                let _ = if value.is_safe() { filled.write_str(text) } else { print(text, &mut filled) };
                rest = &end[CLOSE.len()..];
            }
            None => {
                filled.push_str(&rest[..open + OPEN.len()]);
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

/// What a name means, such as `t.page.skip`, in the tables.
fn look_up(name: &str, tables: &[(&str, &Value)]) -> Option<Value> {
    let (table, names) = name.split_once('.')?;
    let (_, table) = tables.iter().find(|(called, _)| *called == table)?;
    names.split('.').try_fold((*table).clone(), |value, name| value.get_attr(name).ok())
}

/// Whether a string means nothing to the engine: it is there, on one line, and opens nothing.
fn stays_text(text: &&str) -> bool {
    !text.trim().is_empty() && !text.contains(['{', '\n', '\r'])
}

/// Prints a text as HTML. A council's own template may put an attribute in single quotes.
pub fn print(text: &str, html: &mut impl Write) -> fmt::Result {
    let mut rest = text;
    while let Some(place) = find_byte(rest, |byte| needs_escaping(byte) | (byte == b'\'')) {
        html.write_str(&rest[..place])?;
        html.write_str(entity(rest.as_bytes()[place]))?;
        rest = &rest[place + 1..];
    }
    html.write_str(rest)
}

#[cfg(test)]
mod tests {
    use super::super::values;
    use super::*;
    use crate::domain::Language;
    use crate::language::Wordings;

    #[test]
    fn only_what_is_printed_as_it_is_becomes_text() {
        let mut wordings = Wordings::load();
        let changed = [("page.skip", "Skip & \"go\" isn't"), ("page.printed", "{date} {address}"), ("page.print", " ")];
        changed.into_iter().for_each(|(key, text)| wordings.change(Language::En, key, text));
        let check = |template: &str, expected: &str| {
            let words = values::strings(wordings.of(Language::En).iter());
            let site =
                values::record(vec![("name", Value::from("A & B")), ("icon_html", values::html("<i>".to_owned()))]);
            assert_eq!(with_words(template, &[("t", &words), ("site", &site)]), expected);
        };
        check(
            "<a>{{ t.page.skip }}</a>{{ t.page.skip }}",
            "<a>Skip &amp; &quot;go&quot; isn&#39;t</a>Skip &amp; &quot;go&quot; isn&#39;t",
        );
        check("{{ site.name }}{{ site.icon_html }}", "A &amp; B<i>");
        for same in [
            "{{ t.page.printed }} {{ t.page.print }}",
            "{{ t.page.skip|fill(a=b) }} {{ t[page.skip] }} {% if t.page.skip %}",
            "{{ t.page.nothing }} {{ t.page }} {{ t.page.ski",
            "{{ site.nothing }} {{ site.name.more }} {{ site }} {{ name }}",
            "{% macro m(t) %}{{ t.page.skip }}{% endmacro %}",
        ] {
            check(same, same);
        }
    }
}
