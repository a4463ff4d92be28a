//! What differs between a site and what is published.
//!
//! It answers, for each file of a site, whether the live folder has it with the same bytes, with others, or not at all,
//! and so how little has to be done. It takes the site, its marker and the listing of the live folder. Bytes are
//! compared, never times. It changes nothing.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use rayon::prelude::*;

use super::error::Error;
use super::listing::Listing;
use super::marker;
use super::publish::Published;
use crate::render::Site;

/// How much of a file is compared at a time: most pages at once, a large document without holding it twice.
const AT_A_TIME: usize = 64 * 1024;

/// How a file of the site compares with the live folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Same,
    Changed,
    New,
}

/// A file to be published, the marker included.
#[derive(Debug)]
pub(super) struct Planned<'a> {
    pub(super) path: &'a str,
    pub(super) bytes: &'a [u8],
    pub(super) state: State,
}

/// Everything that has to be done.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    /// The files of the site.
    pub(super) files: Vec<Planned<'a>>,
    /// The marker, which counts like a file but is written last.
    pub(super) marker: Planned<'a>,
    /// How many published files are no longer in the site.
    removed: usize,
    /// Whether there is a folder that no file needs any more.
    stale_folder: bool,
}

impl<'a> Plan<'a> {
    /// Compares a site and its marker with the live folder. `shown` is what messages call that folder.
    pub(super) fn new(
        site: &'a Site,
        marker: &'a str,
        live: &Path,
        listing: &Listing,
        shown: &Path,
    ) -> Result<Plan<'a>, Error> {
        let compare = |buffer: &mut Vec<u8>, path: &'a str, bytes: &'a [u8]| {
            let state = state(path, bytes, live, listing, buffer);
            let state = state.map_err(|source| Error::io("read", shown.join(path), source))?;
            Ok::<_, Error>(Planned { path, bytes, state })
        };
        let all: Vec<(&str, &[u8])> = site.iter().map(|(path, bytes)| (path, &**bytes)).collect();
        let buffer = || vec![0; AT_A_TIME];
        let files = all.into_par_iter().map_init(buffer, |buffer, (path, bytes)| compare(buffer, path, bytes));
        let files = files.collect::<Result<Vec<_>, Error>>()?;
        let folders = marker::folders_of(site.iter().map(|(path, _)| path));
        Ok(Plan {
            files,
            marker: compare(&mut buffer(), marker::NAME, marker.as_bytes())?,
            removed: listing.files.iter().filter(|path| *path != marker::NAME && site.get(path).is_none()).count(),
            stale_folder: listing.folders.iter().any(|folder| !folders.contains(folder.as_str())),
        })
    }

    /// Whether the live folder is already exactly what is to be published.
    pub(super) fn is_done(&self) -> bool {
        self.removed == 0 && !self.stale_folder && self.differing().next().is_none()
    }

    /// The one file that has other bytes, where that is the only difference.
    pub(super) fn only_change(&self) -> Option<&Planned<'a>> {
        let mut differing = self.differing();
        let only = differing.next().filter(|file| file.state == State::Changed)?;
        (differing.next().is_none() && self.removed == 0 && !self.stale_folder).then_some(only)
    }

    /// What the plan amounts to. The marker is not counted: nobody asked for it.
    pub(super) fn summary(&self) -> Published {
        let unchanged = self.files.iter().filter(|file| file.state == State::Same).count();
        let total = self.files.len();
        Published { written: total - unchanged, unchanged, removed: self.removed, total }
    }

    fn differing(&self) -> impl Iterator<Item = &Planned<'a>> {
        self.files.iter().chain([&self.marker]).filter(|file| file.state != State::Same)
    }
}

fn state(path: &str, bytes: &[u8], live: &Path, listing: &Listing, buffer: &mut [u8]) -> io::Result<State> {
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
