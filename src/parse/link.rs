//! What an address in a link means.

use super::ledger::place;
use crate::diagnostic::Diagnostic;
use crate::domain::{Placeholder, ReferenceKind};
use crate::text::Span;

/// Reads the address of a link, or says what is wrong with it.
pub fn read(address: &str, span: Span, is_image: bool) -> Result<ReferenceKind, Box<Diagnostic>> {
    let address = address.trim();
    let scheme = address.split_once(':').map(|(scheme, rest)| (scheme.to_ascii_lowercase(), rest));
    let kind = match scheme.as_ref().map(|(scheme, rest)| (scheme.as_str(), *rest)) {
        _ if address.is_empty() => {
            return Err(wrong("This link leads nowhere", "Write an address between the round brackets.", span));
        }
        Some(("notice", rest)) => with_anchor(rest, ReferenceKind::Notice),
        Some(("general", rest)) => with_anchor(rest, ReferenceKind::General),
        Some(("page", rest)) => with_anchor(rest, ReferenceKind::Page),
        Some(("category", rest)) => ReferenceKind::Category(rest.to_owned()),
        Some(("document", rest)) => ReferenceKind::Document(rest.trim_start_matches('/').to_owned()),
        Some(("https" | "http" | "mailto" | "tel", rest)) if !rest.trim_matches('/').is_empty() => {
            ReferenceKind::External(address.to_owned())
        }
        _ if starts_with_an_address(address) => ReferenceKind::External(address.to_owned()),
        _ if address.starts_with('#') && address.len() > 1 => ReferenceKind::Anchor(address[1..].to_owned()),
        _ => return Err(wrong(&format!("The address `{address}` cannot be published"), &remedy(address), span)),
    };
    if is_image && !matches!(kind, ReferenceKind::Document(_)) {
        return Err(wrong(
            "A picture must be one of the hub's own documents",
            "Put the file into content/documents and write `document:` and its name: pages of the hub load nothing from elsewhere.",
            span,
        ));
    }
    Ok(kind)
}

/// Whether an address starts with a placeholder whose value is one: the value of any other could be `javascript:`.
fn starts_with_an_address(address: &str) -> bool {
    let name = address.strip_prefix("{{").and_then(|rest| rest.split_once("}}")).map(|(name, _)| name.trim());
    name.is_some_and(|name| Placeholder::named(name).is_none_or(|_| name.ends_with("url")))
}

fn with_anchor(rest: &str, kind: fn(String, Option<String>) -> ReferenceKind) -> ReferenceKind {
    match rest.split_once('#') {
        Some((id, anchor)) => kind(id.to_owned(), Some(anchor.to_owned())),
        None => kind(rest.to_owned(), None),
    }
}

fn wrong(message: &str, help: &str, span: Span) -> Box<Diagnostic> {
    Box::new(Diagnostic::error("link-address", place(span), message).help(help))
}

/// What the author probably meant.
fn remedy(address: &str) -> String {
    let lower = address.to_ascii_lowercase();
    let last = address.trim_end_matches('/').rsplit('/').next().unwrap_or(address);
    if lower.starts_with("www.") {
        format!("Write the whole address: `https://{address}`.")
    } else if address.contains('@') && !address.contains(':') {
        format!("For an email address, write `mailto:{address}`.")
    } else if let Some((stem, _)) = last.split_once(".md") {
        format!("Link to another notice with `notice:{stem}`, to a general section with `general:{stem}`.")
    } else if [".pdf", ".doc", ".docx", ".xls", ".xlsx", ".odt"].iter().any(|end| lower.ends_with(end)) {
        format!("Put the file into content/documents and write `document:{last}`.")
    } else {
        "Write `notice:`, `general:`, `page:` or `document:` and the id, `#` and a section's id, or an address that starts with https:, mailto: or tel:."
            .to_owned()
    }
}
