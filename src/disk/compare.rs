//! Whether the live folder has a file already.
//!
//! It answers, for a file of a site, whether the live folder has it with the same bytes, with others, or not at all.
//! Bytes are compared, never times. It changes nothing.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::listing::Listing;

/// How much of a file is compared at a time: most pages at once, a large document without holding it twice.
pub(super) const AT_A_TIME: usize = 64 * 1024;

/// How a file of the site compares with the live folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Same,
    Changed,
    New,
}

/// Compares the bytes of a path with the live folder, of which there is a listing.
pub(super) fn state(path: &str, bytes: &[u8], live: &Path, listing: &Listing, buffer: &mut [u8]) -> io::Result<State> {
    if !listing.files.contains(path) {
        return Ok(State::New);
    }
    let same = has_bytes(&live.join(path), bytes, buffer)?;
    Ok(if same { State::Same } else { State::Changed })
}
/// Whether a file has exactly these bytes. The length comes first: it tells most of the differences without reading.
fn has_bytes(path: &Path, bytes: &[u8], buffer: &mut [u8]) -> io::Result<bool> {
    let mut file = File::open(path)?;
    if file.metadata()?.len() != bytes.len() as u64 {
        return Ok(false);
    }
    let mut rest = bytes;
    while !rest.is_empty() {
        let read = file.read(buffer)?;
        if read == 0 || !rest.starts_with(&buffer[..read]) {
            return Ok(false);
        }
        rest = &rest[read..];
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(on_disk: &[u8], in_memory: &[u8], expected: bool) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        std::fs::write(&path, on_disk).unwrap();
        assert_eq!(has_bytes(&path, in_memory, &mut [0; 4]).unwrap(), expected);
    }

    #[test]
    fn files_are_the_same_when_every_byte_is() {
        check(b"", b"", true);
        check(b"notice", b"notice", true);
        check(b"12345678", b"12345678", true);
        check(b"notice", b"notices", false);
        check(b"notices", b"notice", false);
        check(b"notice", b"notick", false);
        check(b"Notice", b"notice", false);
        check(b"", b"n", false);
    }
}
