//! Addresses of pages within the hub.

use std::fmt;

/// The address of a page or file, from the root of the hub: `/notices/council-tax/`.
/// Lower-case ASCII; a folder address ends in a slash.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(String);

impl Address {
    /// An address from its text, which starts with a slash.
    pub fn new(address: impl Into<String>) -> Self {
        Address(address.into())
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file that answers the address, relative to the published folder:
    /// `notices/council-tax/index.html`.
    pub fn file(&self) -> String {
        let path = self.0.trim_start_matches('/');
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_answered_by_their_index() {
        assert_eq!(Address::new("/").file(), "index.html");
        assert_eq!(Address::new("/notices/a/").file(), "notices/a/index.html");
        assert_eq!(Address::new("/feed.xml").file(), "feed.xml");
    }
}
