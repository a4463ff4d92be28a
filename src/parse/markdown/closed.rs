//! Placeholders as comrak sees them: closed up, `{{.name.}}`, so that they may stand in the address of a link.

use std::borrow::Cow;

use memchr::memchr2;

use crate::text::find_pair;

/// The text before the first placeholder, its name, and the text after it.
pub fn next_placeholder(text: &str) -> Option<(&str, &str, &str)> {
    let open = find_pair(text, *b"{{")?;
    let close = open + text[open..].find("}}")?;
    Some((&text[..open], text[open + 2..close].trim_matches('.'), &text[close + 2..]))
}

/// Code and addresses as they were written, before placeholders were closed up.
pub fn opened(text: &str) -> Cow<'_, str> {
    match memchr2(b'{', b'}', text.as_bytes()) {
        Some(_) => text.replace("{{.", "{{ ").replace(".}}", " }}").into(),
        None => text.into(),
    }
}
