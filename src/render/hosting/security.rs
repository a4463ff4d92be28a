//! `security.txt` (RFC 9116): whom to tell of weaknesses of the website.

use std::fmt::Write;

use crate::domain::{Address, SecurityContact};
use crate::render::context::Context;

/// The file.
pub fn text(context: &Context<'_>, contact: &SecurityContact) -> String {
    let mut text = String::new();
    for reach in &contact.contacts {
        let scheme = if reach.contains(':') { "" } else { "mailto:" };
        let _ = writeln!(text, "Contact: {scheme}{}", reach.value);
    }
    let _ = writeln!(text, "Expires: {}T00:00:00Z", contact.expires.value.date);
    let languages = context.config().languages.iter().map(|language| language.code());
    let _ = writeln!(text, "Preferred-Languages: {}", languages.collect::<Vec<_>>().join(", "));
    let _ = writeln!(text, "Canonical: {}", context.canonical(&Address::new("/.well-known/security.txt")));
    if let Some(policy) = &contact.policy {
        let _ = writeln!(text, "Policy: {}", policy.value);
    }
    text
}
