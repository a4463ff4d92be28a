//! The next release, made whole beside the live one.
//!
//! It answers how a site becomes a folder. A file that would be made from the same as the live one, which is still as it
//! was made, is not made again. Every other file is made, compared with the live one, and written at once where it
//! differs; its bytes are kept no longer than that, so that a site of any size takes little memory. If anything differs,
//! the unchanged files are added: as hard links to the live ones, so they keep their times and cost no writing; where
//! the file system has no hard links they are copied with their time. The marker comes last, so a folder with a marker is
//! a complete one. It never changes the live folder, and does not wait for the disk (that would cost more than everything
//! else together).

use std::collections::HashMap;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use super::compare::{AT_A_TIME, State, state};
use super::error::Error;
use super::folders::{by_folder, folders_of};
use super::listing::Listing;
use super::marker::{self, Record, Records};
use super::publish::Published;
use crate::render::{LastRelease, Maker, Site};
use crate::text::Digest;

/// Where the files of a release come from and go to.
pub(super) struct Places<'a> {
    /// The folder that is being made.
    pub(super) next: &'a Path,
    /// The folder that is published now.
    pub(super) live: &'a Path,
    /// What lies in it.
    pub(super) listing: &'a Listing,
    /// What the files in it were made from.
    pub(super) records: &'a Records,
    /// What messages call the published folder.
    pub(super) shown: &'a Path,
    /// Whether to try hard links.
    pub(super) hard_links: bool,
}

/// A site, compared with what is published. What differs has been written.
#[derive(Debug)]
pub(super) struct Prepared<'a> {
    /// The files of the site, in the order of their paths.
    files: Vec<File<'a>>,
    /// The marker of the release.
    marker: String,
    marker_state: State,
    /// How many published files are no longer in the site.
    removed: usize,
    /// Whether there is a folder that no file needs any more.
    stale_folder: bool,
}

/// A file of the site.
#[derive(Clone, Copy, Debug)]
struct File<'a> {
    path: &'a str,
    state: State,
    /// What it was made from; none for one that was there as it is.
    record: Option<Record>,
}

/// A folder while its files are made.
struct Folder<'s, 'l> {
    maker: Maker<'s, 'l, Live<'l>>,
    /// Whether no file has been written to it yet.
    is_new: bool,
}

/// Makes the files of a site that may differ from the live ones, and writes those that do.
/// `made_from` says what each would be made from.
pub(super) fn prepare<'a>(
    site: &'a Site,
    made_from: &HashMap<&str, Digest, FxBuildHasher>,
    places: &Places<'_>,
) -> Result<Prepared<'a>, Error> {
    let listing = places.listing;
    let live = Live { places, made_from };
    // One folder is one task: two threads that create files in the same folder only wait for each other. Those near the
    // top come first, since lists of everything lie there, which take long to make.
    let mut folders: Vec<(&str, Vec<&str>)> = by_folder(site.paths()).into_iter().collect();
    folders.sort_by_cached_key(|(folder, _)| folder.matches('/').count() + usize::from(!folder.is_empty()));
    let put = |folder: &mut Folder<'a, '_>, buffer: &mut Vec<u8>, path: &'a str| -> Result<File<'a>, Error> {
        let made_from = made_from.get(path).copied();
        let last = places.record(path).filter(|record| made_from == Some(record.made_from));
        if last.is_some_and(|record| places.untouched(path, record, buffer).is_some()) {
            return Ok(File { path, state: State::Same, record: last });
        }
        let Some(Ok(bytes)) = folder.maker.make(path) else { return Err(Error::Unmade { path: path.to_owned() }) };
        let record = made_from.map(|made_from| Record { made_from, bytes: Digest::of(&*bytes) });
        let state = places.compare(path, &bytes, buffer)?;
        if state != State::Same {
            places.write(path, &bytes, std::mem::replace(&mut folder.is_new, false))?;
        }
        Ok(File { path, state, record })
    };
    let files = folders.par_iter().map_init(Vec::new, |buffer, (_, paths)| {
        let mut folder = Folder { maker: Maker::new(site, &live), is_new: true };
        paths.iter().map(|path| put(&mut folder, buffer, path)).collect::<Result<Vec<_>, Error>>()
    });
    let mut files: Vec<File<'_>> = files.collect::<Result<Vec<_>, Error>>()?.into_iter().flatten().collect();
    files.par_sort_unstable_by_key(|file| file.path);
    let (marker, (removed, stale_folder)) = rayon::join(
        || marker::text(files.iter().map(|file| (file.path, file.record))),
        || {
            let needed = folders_of(site.paths());
            let removed = listing.files.iter().filter(|path| *path != marker::NAME && !site.has(path)).count();
            (removed, listing.folders.iter().any(|folder| !needed.contains(folder.as_str())))
        },
    );
    let marker_state = places.compare(marker::NAME, marker.as_bytes(), &mut Vec::new())?;
    Ok(Prepared { files, marker_state, marker, removed, stale_folder })
}

/// The live folder, held against what files would be made from now.
struct Live<'a> {
    places: &'a Places<'a>,
    made_from: &'a HashMap<&'a str, Digest, FxBuildHasher>,
}

impl LastRelease for Live<'_> {
    fn bytes(&self, path: &str) -> Option<Vec<u8>> {
        let mut buffer = Vec::new();
        let record = self.places.record(path)?;
        let length = self.places.untouched(path, record, &mut buffer)?.len();
        buffer.truncate(length);
        Some(buffer)
    }

    fn is_from_same(&self, path: &str) -> bool {
        let record = self.places.record(path);
        record.is_some_and(|record| self.made_from.get(path) == Some(&record.made_from))
    }
}

impl<'a> Prepared<'a> {
    /// Whether the live folder is already exactly what is to be published.
    pub(super) fn is_done(&self) -> bool {
        self.has_all_paths() && self.marker_state == State::Same && self.differing().next().is_none()
    }

    /// Puts what differs into the live folder if that is at most one file beside the marker: it is replaced by a rename,
    /// which is all or nothing by itself. Between the two a marker knows a file that is not there, which the next build
    /// makes. Says whether it was so.
    pub(super) fn replace_one(&self, places: &Places<'_>) -> Result<bool, Error> {
        let mut differing = self.differing();
        let changed = differing.next();
        if differing.next().is_some() || changed.is_some_and(|file| file.state == State::New) || !self.has_all_paths() {
            return Ok(false);
        }
        if self.marker_state != State::Same {
            self.write_marker(places)?;
        }
        let marker = (self.marker_state != State::Same).then_some(marker::NAME);
        for path in changed.map(|file| file.path).into_iter().chain(marker) {
            fs::rename(places.next.join(path), places.live.join(path))
                .map_err(|source| Error::io("write", places.shown.join(path), source))?;
        }
        Ok(true)
    }

    /// Whether no file or folder comes or goes but those that are new.
    fn has_all_paths(&self) -> bool {
        self.removed == 0 && !self.stale_folder && self.marker_state != State::New
    }

    /// What there was to do. The marker is not counted: nobody asked for it.
    pub(super) fn summary(&self) -> Published {
        let unchanged = self.unchanged().count();
        let total = self.files.len();
        Published { written: total - unchanged, unchanged, removed: self.removed, total }
    }

    fn differing(&self) -> impl Iterator<Item = &File<'a>> {
        self.files.iter().filter(|file| file.state != State::Same)
    }

    fn unchanged(&self) -> impl Iterator<Item = &'a str> {
        self.files.iter().filter(|file| file.state == State::Same).map(|file| file.path)
    }

    /// Adds everything that has not changed, and the marker: the folder is the whole release then.
    pub(super) fn complete(&self, places: &Places<'_>) -> Result<(), Error> {
        // Made beforehand, one after the other: threads that make folders in one folder only wait for each other.
        [""].into_iter().chain(folders_of(self.unchanged())).try_for_each(|folder| places.make_folder(folder))?;
        let folders: Vec<Vec<&str>> = by_folder(self.unchanged()).into_values().collect();
        folders.par_iter().try_for_each(|paths| paths.iter().try_for_each(|path| places.keep(path)))?;
        places.keep_permissions()?;
        if self.marker_state == State::Same { places.keep(marker::NAME) } else { self.write_marker(places) }
    }

    fn write_marker(&self, places: &Places<'_>) -> Result<(), Error> {
        places.write(marker::NAME, self.marker.as_bytes(), true)
    }
}

impl Places<'_> {
    /// What a live file was made from, and what came of it.
    fn record(&self, path: &str) -> Option<Record> {
        self.records.get(path).copied().flatten()
    }

    /// A live file, if it has the bytes that it was made with. The buffer is room for them.
    fn untouched<'b>(&self, path: &str, record: Record, buffer: &'b mut Vec<u8>) -> Option<&'b [u8]> {
        if !self.listing.files.contains(path) {
            return None;
        }
        let bytes = read_into(&self.live.join(path), buffer).ok()?;
        (Digest::of(bytes) == record.bytes).then_some(bytes)
    }

    /// Writes a file, and makes its folder if it is the first one there.
    fn write(&self, path: &str, bytes: &[u8], is_first: bool) -> Result<(), Error> {
        if is_first {
            self.make_folder(path.rsplit_once('/').map_or("", |(folder, _)| folder))?;
        }
        fs::write(self.next.join(path), bytes).map_err(|source| Error::io("write", self.shown.join(path), source))
    }

    fn make_folder(&self, folder: &str) -> Result<(), Error> {
        fs::create_dir_all(self.next.join(folder))
            .map_err(|source| Error::io("create the folder", self.shown.join(folder), source))
    }

    fn compare(&self, path: &str, bytes: &[u8], buffer: &mut Vec<u8>) -> Result<State, Error> {
        buffer.resize(AT_A_TIME, 0);
        state(path, bytes, self.live, self.listing, buffer)
            .map_err(|source| Error::io("read", self.shown.join(path), source))
    }

    /// Takes a file over from the live folder.
    fn keep(&self, path: &str) -> Result<(), Error> {
        let (to, from) = (self.next.join(path), self.live.join(path));
        let kept = match self.hard_links {
            true => fs::hard_link(&from, &to).or_else(|error| match error.kind() {
                io::ErrorKind::NotFound => Err(error),
                _ => copy(&from, &to),
            }),
            false => copy(&from, &to),
        };
        kept.map_err(|source| Error::io("write", self.shown.join(path), source))
    }

    /// The published folder is replaced, but whoever may read or write it stays as somebody set it. Its owner keeps the
    /// right to change it, or the release could not be taken away again by the one after it.
    #[cfg(unix)]
    fn keep_permissions(&self) -> Result<(), Error> {
        use std::os::unix::fs::PermissionsExt;
        let Ok(live) = fs::metadata(self.live) else { return Ok(()) };
        let mode = live.permissions().mode() | 0o700;
        fs::set_permissions(self.next, fs::Permissions::from_mode(mode))
            .map_err(|source| Error::io("set the permissions of", self.shown, source))
    }

    /// Other systems hand permissions down from the folder around.
    #[cfg(not(unix))]
    fn keep_permissions(&self) -> Result<(), Error> {
        Ok(())
    }
}

/// Reads a file into a buffer, which grows to hold it. It is not asked how long the file is: most fit at once, with room to
/// spare, which is where a file ends. Should some system give less before that, the digest shows it.
fn read_into<'b>(path: &Path, buffer: &'b mut Vec<u8>) -> io::Result<&'b [u8]> {
    let (mut file, mut length) = (fs::File::open(path)?, 0);
    loop {
        if length == buffer.len() {
            buffer.resize((2 * length).max(AT_A_TIME), 0);
        }
        length += file.read(&mut buffer[length..])?;
        if length < buffer.len() {
            return Ok(&buffer[..length]);
        }
    }
}

/// Copies a live file with its time.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let modified = fs::metadata(from)?.modified()?;
    fs::copy(from, to)?;
    fs::File::options().write(true).open(to)?.set_modified(modified)
}
