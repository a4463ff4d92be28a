//! Whether a file may have changed, told without reading it.

use std::fs;
use std::path::Path;

/// What the system says of a file: size, times, and which file it is. One that was written has another stamp, unless it
/// was written twice within one tick of the file system's clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamp(Vec<i128>);

impl Stamp {
    /// The stamp of a file; none if the system says nothing of it.
    pub(super) fn of(path: &Path) -> Option<Self> {
        fs::metadata(path).ok().map(|found| Stamp(numbers(&found)))
    }
}

#[cfg(unix)]
fn numbers(found: &fs::Metadata) -> Vec<i128> {
    use std::os::unix::fs::MetadataExt;
    let which = [found.dev(), found.ino(), found.size(), u64::from(found.mode())].map(i128::from);
    let when = [found.mtime(), found.mtime_nsec(), found.ctime(), found.ctime_nsec()].map(i128::from);
    [which, when].concat()
}

#[cfg(not(unix))]
fn numbers(found: &fs::Metadata) -> Vec<i128> {
    let modified = found.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    let modified = modified.map_or(-1, |since| i128::try_from(since.as_nanos()).unwrap_or(-1));
    vec![i128::from(found.len()), modified]
}
