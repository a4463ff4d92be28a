//! Paths inside the hub's folder, the same on every system.

use std::fmt;
use std::sync::Arc;

/// A path inside the hub's folder, with forward slashes and no leading slash:
/// `content/notices/council-tax.md`. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HubPath(Arc<str>);

impl HubPath {
    /// A path from its text, which must already use forward slashes.
    pub fn new(path: &str) -> Self {
        HubPath(path.into())
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The rest of the path below `folder`, if it lies in it: below `content/notices`,
    /// `content/notices/a/index.md` is `a/index.md`.
    pub fn below(&self, folder: &str) -> Option<&str> {
        self.0.strip_prefix(folder)?.strip_prefix('/')
    }
}

impl fmt::Display for HubPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
