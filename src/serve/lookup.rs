//! The file of an address: an exact key of the site and nothing else. There is no folder to climb out of.

use percent_encoding::percent_decode_str;

use super::shown::Complete;

/// The file for addresses that lead nowhere.
pub const NOT_FOUND: &str = "404.html";

/// What is at an address.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    /// A file of the site, by its key.
    File(String),
    /// It is at another address: a path of our own, without the query.
    Elsewhere(String),
    /// Nothing.
    Nothing,
}

/// What is at the path of a request, which is as it was sent: percent-encoded.
pub fn find(complete: &Complete, path: &str) -> Found {
    let base = complete.base_path.as_str();
    let Some(below) = path.strip_prefix(base) else {
        let is_top = path == "/" || base.strip_suffix('/') == Some(path);
        return if is_top { Found::Elsewhere(base.to_owned()) } else { Found::Nothing };
    };
    let Ok(key) = percent_decode_str(below).decode_utf8() else { return Found::Nothing };
    let is_there = |key: &str| complete.site().has(key);
    let index = |folder: &str| format!("{folder}index.html");
    if key.is_empty() || key.ends_with('/') {
        let key = index(&key);
        return if is_there(&key) { Found::File(key) } else { Found::Nothing };
    }
    if is_there(&key) {
        return Found::File(key.into_owned());
    }
    // No key begins with a slash, so this cannot begin with two and lead to another host.
    if is_there(&index(&format!("{key}/"))) { Found::Elsewhere(format!("{base}{below}/")) } else { Found::Nothing }
}

/// The page that a browser shows at a path: that of the address, or the one for addresses that lead nowhere.
pub fn page(complete: &Complete, path: &str) -> String {
    match find(complete, path) {
        Found::File(key) => key,
        Found::Elsewhere(_) | Found::Nothing => NOT_FOUND.to_owned(),
    }
}
