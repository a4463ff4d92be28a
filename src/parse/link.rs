//! The address of a link, or what is wrong with it and what its author probably meant.

use super::ledger::place;
use crate::diagnostic::Diagnostic;
use crate::domain::ReferenceKind;
use crate::text::Span;

/// Reads the address of a link, or says what is wrong with it.
pub fn read(address: &str, span: Span, is_image: bool) -> Result<ReferenceKind, Box<Diagnostic>> {
    let address = address.trim();
    if address.is_empty() {
        return Err(wrong("This link leads nowhere", "Write an address between the round brackets.", span));
    }
    let Some(kind) = ReferenceKind::of_address(address) else {
        return Err(wrong(&format!("The address `{address}` cannot be published"), &remedy(address), span));
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
