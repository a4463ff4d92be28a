//! Stage 5, render: `Page`s to the `Site`.
//!
//! 1. [`theme`] says which templates and files are used; [`template`] renders them.
//! 2. [`edition`] holds everything that files are made from, [`shared`] what many pages print and is rendered once: general
//!    sections, complaints, controllers. [`site`] lists every file with what it is made from; [`key`] tells whether that is
//!    the same as in the last build.
//! 3. [`notice`], [`general`], [`lists`], [`overviews`] and [`page`] give each page its [`view`], in parallel; [`sections`]
//!    fill the standard sections, [`prose`] the authors' words.
//!    [`map`] draws who gets data from whom.
//! 4. [`search`] makes the index in which residents search; [`plain`] gives words without markup, for files that take none.
//! 5. [`machine`] writes what machines read: data, feeds, the sitemap. [`hosting`] writes what hosts read.
//!
//! Guarantees: the same pages give the same bytes, with any number of threads. A template that
//! fails is reported with its line and with the page that it failed on.

mod accessibility;
pub mod assets;
pub mod context;
mod edition;
mod general;
pub mod hosting;
mod key;
mod lists;
mod machine;
mod map;
mod notice;
mod overviews;
mod page;
mod pieces;
pub mod plain;
mod prose;
mod search;
mod sections;
mod shared;
mod site;
mod template;
pub mod theme;
pub mod view;

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use crate::diagnostic::Diagnostics;
use crate::domain::Language;
use crate::resolve::{Hub, Page, PageKind, Pages};
use crate::text::Digest;

use edition::{Edition, Piece};
use key::Key;
use template::{Templates, Trouble};
use theme::Theme;

pub use page::POLICY;
pub use site::{LastRelease, Maker, Site};

/// What the last build knew of its site.
#[derive(Debug, Default)]
pub struct SiteMemo {
    /// The last site of which every page was made; what has been kept of it may be good for the next one.
    last: Option<Arc<Site>>,
    /// The pages of which it is known that no template fails, by their address: what they were made from, and a digest of
    /// what was made.
    proven: Proven,
}

impl SiteMemo {
    /// Whether the templates of a site are part of the program, or every page was made with them before: then its pages
    /// can be shown before all of them have been made.
    pub fn trusts_templates_of(&self, site: &Site) -> bool {
        let edition = site.edition();
        let are_known = |last: &Arc<Site>| last.edition().templates() == edition.templates();
        !edition.theme.is_own(&edition.hub.sources) || self.last.as_ref().is_some_and(are_known)
    }
}

/// How the pages of a site differ from those of the last one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The address of each page that is new or another, and what has changed of all that it is made from.
    pub pages: Vec<(String, Vec<&'static str>)>,
    /// How many pages there are no longer.
    pub removed: usize,
}

/// Says of every file of the hub what it is made from, and makes none yet. None where a template cannot be read or
/// fails on what all pages need, which is reported.
pub fn render(
    hub: &Arc<Hub>,
    pages: &Arc<Pages>,
    theme: Theme,
    memo: &SiteMemo,
    diagnostics: &mut Diagnostics,
) -> Option<Arc<Site>> {
    let texts = theme.templates.iter().map(|(name, file)| (name.as_str(), hub.sources.get(*file).text.as_str()));
    let are_own = theme.is_own(&hub.sources);
    let (templates, mut troubles) = Templates::new(texts.clone(), are_own);
    if troubles.is_empty() && are_own {
        troubles = template::check(texts, hub.wordings.of(Language::En));
    }
    if !troubles.is_empty() {
        troubles.iter().for_each(|trouble| diagnostics.push(edition::diagnostic(trouble, &theme, hub, None)));
        return None;
    }
    let edition = Edition::new(Arc::clone(hub), Arc::clone(pages), theme, templates, diagnostics)?;
    let edition = Arc::new(edition);
    let (mut site, context) = (site_of(&edition), edition.context());
    if context.config().hosting.precompress {
        hosting::compressed::add(&mut site);
    }
    for (path, bytes) in hosting::files(&context, &site) {
        site.add(path.to_owned(), bytes);
    }
    if let Some(last) = &memo.last {
        site.take_over(last);
    }
    Some(Arc::new(site))
}

/// Makes every page of a site once, to see that no template fails, and keeps none. Pages that are made from the same
/// as in the last build are known. Reports every failure once, with the first page that has it. Gives what has changed
/// since the last build, if there was one.
pub fn prove(site: &Arc<Site>, memo: &mut SiteMemo, diagnostics: &mut Diagnostics) -> Option<Changes> {
    let edition = site.edition();
    let pages: Vec<Piece> = (0..edition.pages.pages.len()).map(Piece::Page).collect();
    let made = edition.keys(&pages).into_par_iter().enumerate().map(|(index, key)| {
        let last = memo.proven.get(edition.pages.pages[index].address.as_str());
        match last {
            Some((last, digest)) if *last == key => Ok((key, *digest)),
            _ => edition.make(Piece::Page(index)).map(|bytes| (key, Digest::of(&bytes))),
        }
    });
    let made: Vec<Result<(Key, Digest), Trouble>> = made.collect();
    let mut known: Vec<&Trouble> = Vec::new();
    for (index, trouble) in made.iter().enumerate().filter_map(|(index, made)| Some((index, made.as_ref().err()?))) {
        if !known.contains(&trouble) {
            known.push(trouble);
            diagnostics.push(edition.diagnostic(trouble, index));
        }
    }
    let addresses = edition.pages.pages.iter().map(|page| page.address.as_str());
    let proven = addresses.zip(made).filter_map(|(address, made)| Some((address.to_owned(), made.ok()?))).collect();
    let last = std::mem::replace(&mut memo.proven, proven);
    let changes = memo.last.is_some().then(|| changes(&last, &memo.proven, edition));
    memo.last = Some(Arc::clone(site));
    changes
}

/// A page that was made: from what, and a digest of it.
type Proven = HashMap<String, (Key, Digest), FxBuildHasher>;

fn changes(last: &Proven, now: &Proven, edition: &Edition) -> Changes {
    let of_page = |page: &Page| {
        let address = page.address.as_str();
        let (key, digest) = now.get(address)?;
        match last.get(address) {
            Some((_, last)) if last == digest => None,
            Some((last, _)) => Some((address.to_owned(), key.changes(last))),
            None => Some((address.to_owned(), vec!["new"])),
        }
    };
    Changes {
        pages: edition.pages.pages.iter().filter_map(of_page).collect(),
        removed: last.keys().filter(|address| !now.contains_key(*address)).count(),
    }
}

/// Every file of an edition.
fn site_of(edition: &Arc<Edition>) -> Site {
    let context = &edition.context();
    let of_page = |(index, page): (usize, &Page)| {
        let about = match page.kind {
            PageKind::Notice(notice) => Some(machine::pieces_of_notice(context, notice, index)),
            _ => None,
        };
        [(page.address.file(), Piece::Page(index))].into_iter().chain(about.into_iter().flatten())
    };
    let mut pieces: Vec<(String, Piece)> = edition.pages.pages.par_iter().enumerate().flat_map_iter(of_page).collect();
    pieces.extend(context.config().languages.iter().map(|language| {
        let folder = context.home_of(*language).trim_start_matches('/');
        (format!("{folder}search/index.js"), Piece::Search(*language))
    }));
    pieces.extend(overviews::pieces(context).chain(machine::pieces(context)));
    let mut site = Site::of(Arc::clone(edition), pieces);
    machine::schemas().for_each(|(path, bytes)| site.add(path, bytes));
    let (path, bytes) = machine::robots(context);
    site.add(path, bytes);
    for document in &edition.hub.documents {
        site.add(document.address().file(), Arc::clone(&document.bytes));
    }
    for (_, address, bytes) in edition.theme.assets.iter() {
        site.add(address.file(), Arc::clone(bytes));
    }
    site
}
