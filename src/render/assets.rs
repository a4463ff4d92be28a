//! The files of a theme that are published as they are, and the names under which they are.
//!
//! A style sheet or script at the top of the theme's folder has a digest of its bytes in its name, so that browsers may
//! keep it for as long as they like: other bytes have another name. Whatever lies in a folder below keeps its name, so
//! that style sheets and scripts can load it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::Address;

/// The published files of a theme, by their path below its folder.
#[derive(Debug, Default)]
pub struct Assets(BTreeMap<String, (Address, Arc<[u8]>)>);

impl Assets {
    /// Adds a file, in place of one of the same path.
    pub fn add(&mut self, path: &str, bytes: Arc<[u8]>) {
        let address = Address::new(format!("/assets/{}", published(path, &bytes)));
        self.0.insert(path.to_owned(), (address, bytes));
    }

    /// The address of a file of the theme.
    pub fn address(&self, path: &str) -> Option<&Address> {
        self.0.get(path).map(|(address, _)| address)
    }

    /// Every file: its path in the theme, its address and its bytes.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Address, &Arc<[u8]>)> {
        self.0.iter().map(|(path, (address, bytes))| (path.as_str(), address, bytes))
    }
}

/// The path under which a file is published.
fn published(path: &str, bytes: &[u8]) -> String {
    match path.rsplit_once('.') {
        Some((stem, ending @ ("css" | "js"))) if !path.contains('/') => {
            format!("{stem}.{:08x}.{ending}", crc32fast::hash(bytes))
        }
        _ => path.to_owned(),
    }
}

/// Whether the address of a file says what its bytes are, so that they never change.
pub fn is_fingerprinted(file: &str) -> bool {
    let Some(name) = file.strip_prefix("assets/").filter(|name| !name.contains('/')) else { return false };
    let mut parts = name.rsplit('.');
    let (ending, digest) = (parts.next(), parts.next());
    matches!(ending, Some("css" | "js"))
        && digest.is_some_and(|digest| digest.len() == 8 && digest.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_style_sheet_says_what_is_in_it() {
        let check = |path: &str, bytes: &[u8], expected: &str, is_kept: bool| {
            let mut assets = Assets::default();
            assets.add(path, bytes.into());
            let file = assets.address(path).unwrap().file();
            assert_eq!((file.as_str(), is_fingerprinted(&file)), (expected, is_kept));
        };
        check("style.css", b"a", "assets/style.e8b7be43.css", true);
        check("style.css", b"b", "assets/style.71beeff9.css", true);
        check("search.min.js", b"", "assets/search.min.00000000.js", true);
        check("icon.svg", b"a", "assets/icon.svg", false);
        check("parts/print.css", b"a", "assets/parts/print.css", false);
        assert!(!is_fingerprinted("search/index.js"));
    }
}
