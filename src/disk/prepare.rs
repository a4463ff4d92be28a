//! The next release, made whole beside the live one.
//!
//! It answers how a site becomes a folder. Every file is made, compared with the live one, and written at once where it
//! differs; its bytes are kept no longer than that, so that a site of any size takes little memory. If anything differs,
//! the unchanged files are added: as hard links to the live ones, so they keep their times and cost no writing; where
//! the file system has no hard links they are copied with their time. The marker comes last, so a folder with a marker is
//! a complete one. It never changes the live folder, and does not wait for the disk (that would cost more than everything
//! else together).

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::compare::{AT_A_TIME, State, state};
use super::error::Error;
use super::listing::Listing;
use super::marker;
use super::publish::Published;
use crate::render::Site;

/// Where the files of a release come from and go to.
pub(super) struct Places<'a> {
    /// The folder that is being made.
    pub(super) next: &'a Path,
    /// The folder that is published now.
    pub(super) live: &'a Path,
    /// What lies in it.
    pub(super) listing: &'a Listing,
    /// What messages call the published folder.
    pub(super) shown: &'a Path,
    /// Whether to try hard links.
    pub(super) hard_links: bool,
}

/// A site, compared with what is published. What differs has been written.
#[derive(Debug)]
pub(super) struct Prepared<'a> {
    /// The files of the site, in no order.
    files: Vec<(&'a str, State)>,
    marker: State,
    /// How many published files are no longer in the site.
    removed: usize,
    /// Whether there is a folder that no file needs any more.
    stale_folder: bool,
}

/// Makes every file of a site, and writes those that the live folder does not have.
pub(super) fn prepare<'a>(site: &'a Site, marker: &str, places: &Places<'_>) -> Result<Prepared<'a>, Error> {
    let listing = places.listing;
    // One folder is one task: two threads that create files in the same folder only wait for each other. Those near the
    // top come first, since lists of everything lie there, which take long to make.
    let mut folders: Vec<(&str, Vec<&str>)> = by_folder(site.paths()).into_iter().collect();
    folders.sort_by_key(|(folder, _)| folder.matches('/').count() + usize::from(!folder.is_empty()));
    let buffer = || vec![0; AT_A_TIME];
    let make = |buffer: &mut Vec<u8>, path: &'a str| -> Result<(&'a str, State), Error> {
        let Some(Ok(bytes)) = site.make(path) else { return Err(Error::Unmade { path: path.to_owned() }) };
        places.put(path, &bytes, buffer).map(|state| (path, state))
    };
    let files = folders.par_iter().map_init(buffer, |buffer, (_, paths)| {
        paths.iter().map(|path| make(buffer, path)).collect::<Result<Vec<_>, Error>>()
    });
    let files: Vec<(&str, State)> = files.collect::<Result<Vec<_>, Error>>()?.into_iter().flatten().collect();
    let needed = marker::folders_of(site.paths());
    Ok(Prepared {
        files,
        marker: places.compare(marker::NAME, marker.as_bytes(), &mut buffer())?,
        removed: listing.files.iter().filter(|path| *path != marker::NAME && !site.has(path)).count(),
        stale_folder: listing.folders.iter().any(|folder| !needed.contains(folder.as_str())),
    })
}

impl<'a> Prepared<'a> {
    /// Whether the live folder is already exactly what is to be published.
    pub(super) fn is_done(&self) -> bool {
        self.has_all_folders() && self.differing().next().is_none()
    }

    /// The one file that has other bytes, where that is the only difference.
    pub(super) fn only_change(&self) -> Option<&'a str> {
        let mut differing = self.differing();
        let (path, _) = differing.next().filter(|(_, state)| *state == State::Changed)?;
        (differing.next().is_none() && self.has_all_folders()).then_some(path)
    }

    fn has_all_folders(&self) -> bool {
        self.removed == 0 && !self.stale_folder && self.marker == State::Same
    }

    /// What there was to do. The marker is not counted: nobody asked for it.
    pub(super) fn summary(&self) -> Published {
        let unchanged = self.files.iter().filter(|(_, state)| *state == State::Same).count();
        let total = self.files.len();
        Published { written: total - unchanged, unchanged, removed: self.removed, total }
    }

    fn differing(&self) -> impl Iterator<Item = &(&'a str, State)> {
        self.files.iter().filter(|(_, state)| *state != State::Same)
    }

    /// Adds everything that has not changed, and the marker: the folder is the whole release then.
    pub(super) fn complete(&self, marker: &str, places: &Places<'_>) -> Result<(), Error> {
        let same = self.files.iter().filter(|(_, state)| *state == State::Same).map(|(path, _)| *path);
        let folders: Vec<Vec<&str>> = by_folder(same).into_values().collect();
        folders.par_iter().try_for_each(|paths| paths.iter().try_for_each(|path| places.keep(path)))?;
        fs::create_dir_all(places.next).map_err(|source| Error::io("create the folder", places.shown, source))?;
        places.keep_permissions()?;
        if self.marker == State::Same {
            return places.keep(marker::NAME);
        }
        write(&places.next.join(marker::NAME), marker.as_bytes())
            .map_err(|source| Error::io("write", places.shown.join(marker::NAME), source))
    }
}

/// Paths by the folder that they lie in.
fn by_folder<'a>(paths: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, Vec<&'a str>> {
    let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for path in paths {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        folders.entry(folder).or_default().push(path);
    }
    folders
}

impl Places<'_> {
    /// Writes a file unless the live folder has it.
    fn put(&self, path: &str, bytes: &[u8], buffer: &mut [u8]) -> Result<State, Error> {
        let state = self.compare(path, bytes, buffer)?;
        if state != State::Same {
            write(&self.next.join(path), bytes).map_err(|source| Error::io("write", self.shown.join(path), source))?;
        }
        Ok(state)
    }

    fn compare(&self, path: &str, bytes: &[u8], buffer: &mut [u8]) -> Result<State, Error> {
        state(path, bytes, self.live, self.listing, buffer)
            .map_err(|source| Error::io("read", self.shown.join(path), source))
    }

    /// Takes a file over from the live folder.
    fn keep(&self, path: &str) -> Result<(), Error> {
        let (to, from) = (self.next.join(path), self.live.join(path));
        let kept = in_folder(&to, || match self.hard_links {
            true => fs::hard_link(&from, &to).or_else(|error| match error.kind() {
                io::ErrorKind::NotFound => Err(error),
                _ => copy(&from, &to),
            }),
            false => copy(&from, &to),
        });
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

fn write(to: &Path, bytes: &[u8]) -> io::Result<()> {
    in_folder(to, || fs::write(to, bytes))
}

/// Makes a file, and the folders around it if they are missing: most have been made for the file before.
fn in_folder(to: &Path, make: impl Fn() -> io::Result<()>) -> io::Result<()> {
    match (make(), to.parent()) {
        (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            make()
        }
        (made, _) => made,
    }
}

/// Copies a live file with its time.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let modified = fs::metadata(from)?.modified()?;
    fs::copy(from, to)?;
    fs::File::options().write(true).open(to)?.set_modified(modified)
}
