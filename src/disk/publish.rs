//! From a site in memory to a release on disk, all or nothing.
//!
//! It answers how the output folder comes to hold exactly a [`Site`]. It takes the site and the output as it was typed,
//! and guarantees that a reader sees the old release or the new one, never a mixture or a gap (a gap between two
//! renames where the system cannot exchange folders); that unchanged files keep their times, and that nothing at all is
//! touched when nothing changed; that files which are no longer in the site are gone; that files of others are not; and
//! that a failure leaves the old release whole. It does not check that the output is in a sensible place: see
//! [`check_output`](super::check_output).

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::error::Error;
use super::exchange::{exchange, move_in, two_renames};
use super::listing::Listing;
use super::marker::{self, Records};
use super::output::resolve;
use super::prepare::{Places, prepare};
use super::work::WorkFolder;
use crate::render::Site;

/// What publishing did, in numbers of files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Files that are new or have other bytes than before.
    pub written: usize,
    /// Files that were published already with the same bytes.
    pub unchanged: usize,
    /// Files that were published before and are no longer in the site.
    pub removed: usize,
    /// Files of the site: those written and those unchanged.
    pub total: usize,
}

/// What to make use of where the file system has it. Tests choose less.
#[derive(Clone, Copy, Debug)]
struct Abilities {
    hard_links: bool,
    exchange: bool,
}

/// What is at the output before publishing.
enum Standing {
    Missing,
    Empty,
    /// What we have published: what lies there, and what it was made from.
    Ours(Box<(Listing, Records)>),
}

/// Makes the output folder hold exactly a site, or leaves it as it is.
///
/// # Errors
///
/// A sentence that says what is in the way: something that is not ours to replace, another build, or the system.
pub fn publish(site: &Site, output: &Path) -> Result<Published, Error> {
    publish_with(site, output, Abilities { hard_links: true, exchange: true })
}

fn publish_with(site: &Site, output: &Path, abilities: Abilities) -> Result<Published, Error> {
    let live = resolve(output)?;
    release(site, &live, output, abilities).map_err(|error| {
        let is_published = live.join(marker::NAME).is_file();
        if is_published { error.with_site_kept() } else { error }
    })
}

fn release(site: &Site, live: &Path, shown: &Path, abilities: Abilities) -> Result<Published, Error> {
    let work = WorkFolder::enter(live, shown)?;
    let (standing, (are_good, made_from)) =
        rayon::join(|| standing(live, shown), || (marker::check_paths(site), site.made_from()));
    let standing = are_good.and(standing)?;
    let nothing = (Listing::default(), Records::default());
    let (listing, records) = if let Standing::Ours(found) = &standing { &**found } else { &nothing };
    let next = work.next();
    let places = Places { next: &next, live, listing, records, shown, hard_links: abilities.hard_links };
    let prepared = prepare(site, &made_from, &places)?;
    if prepared.is_done() || prepared.replace_one(&places)? {
        return Ok(prepared.summary());
    }
    prepared.complete(&places)?;
    switch(&work, live, shown, &standing, abilities)?;
    Ok(prepared.summary())
}

/// Looks at what is at the output, and refuses what is not ours to replace.
fn standing(live: &Path, shown: &Path) -> Result<Standing, Error> {
    match fs::symlink_metadata(live) {
        Ok(found) if found.is_dir() => {}
        Ok(_) => return Err(Error::OutputIsFile { output: shown.to_owned() }),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Standing::Missing),
        Err(source) => return Err(Error::io("read", shown, source)),
    }
    let (listing, marker) = rayon::join(|| Listing::of(live, shown), || published_before(live, shown));
    let listing = listing?;
    if listing.is_empty() {
        return Ok(Standing::Empty);
    }
    let Some(published) = marker? else {
        return Err(Error::NotOurs { output: shown.to_owned() });
    };
    let found = listing.strangers(&published);
    if found.is_empty() {
        Ok(Standing::Ours(Box::new((listing, published))))
    } else {
        Err(Error::Strangers { output: shown.to_owned(), found })
    }
}

/// The files that the marker of a folder lists, if it has one.
fn published_before(live: &Path, shown: &Path) -> Result<Option<Records>, Error> {
    let path = live.join(marker::NAME);
    if !fs::symlink_metadata(&path).is_ok_and(|found| found.is_file()) {
        return Ok(None);
    }
    let bytes = fs::read(path);
    bytes.map(|bytes| marker::parse(&bytes)).map_err(|source| Error::io("read", shown.join(marker::NAME), source))
}

/// Makes the prepared release the live one. What was live is in the work folder afterwards, and goes with it.
fn switch(
    work: &WorkFolder,
    live: &Path,
    shown: &Path,
    standing: &Standing,
    abilities: Abilities,
) -> Result<(), Error> {
    let failed = |source| Error::io("put the new site at", shown, source);
    let next = work.next();
    match standing {
        Standing::Missing | Standing::Empty => move_in(&next, live).map_err(failed),
        Standing::Ours(_) if abilities.exchange && exchange(&next, live).map_err(failed)? => Ok(()),
        Standing::Ours(_) => two_renames(&next, live, &work.old(), shown),
    }
}

#[cfg(test)]
mod tests;
