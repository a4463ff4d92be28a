//! Everything that the files of a site are made from, and how each of them is made.
//!
//! An edition is complete in itself and never changes, so that a file can be made at any time and in any thread: all of
//! them while they are published, or one when somebody looks at it.

use std::sync::Arc;

use rayon::prelude::*;

use super::context::Context;
use super::key::{Key, Keys, NoticeKey};
use super::machine::{self, LinkedData};
use super::search;
use super::shared::Shared;
use super::template::{Templates, Trouble};
use super::theme::Theme;
use super::view::templates::template;
use super::{notice, overviews, page};
use crate::diagnostic::{Diagnostic, Diagnostics, at};
use crate::domain::Language;
use crate::resolve::{Hub, Page, PageKind, Pages, RegulatorFacts};
use crate::text::{Digest, FileId, Place, Span};

/// Everything that the files of a site are made from.
pub struct Edition {
    pub(super) hub: Arc<Hub>,
    pub(super) pages: Arc<Pages>,
    regulators: Arc<[(Language, RegulatorFacts)]>,
    templates: Templates,
    shared: Shared,
    linked_data: LinkedData,
    pub(super) theme: Theme,
}

/// A file that is made from an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A page, by its index.
    Page(usize),
    /// The data of the notice on a page, by the index of the page.
    Data(usize),
    /// The feed of the notice on a page, likewise.
    Feed(usize),
    /// What the search of a language looks things up in.
    Search(Language),
    /// The retention schedule for spreadsheets.
    Retention(Language),
    /// The data of the hub.
    HubData(Language),
    /// The feed of the hub.
    HubFeed(Language),
    /// The list of pages for search engines.
    Sitemap,
}

impl Edition {
    /// The edition of a hub whose pages are resolved. None if a template fails on what all pages need, which is reported.
    pub fn new(
        hub: Arc<Hub>,
        pages: Arc<Pages>,
        theme: Theme,
        mut templates: Templates,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let context = Context::new(&hub, &pages);
        let assets = theme.assets.iter().map(|(path, address, _)| (path.to_owned(), context.address(address)));
        templates.know_assets(assets.collect());
        let mut languages = hub.register.config.languages.iter();
        let shared = languages.try_for_each(|language| {
            templates.share(*language, &hub.wordings, &page::site(&context, &theme.assets, *language))
        });
        let (regulators, linked_data) = (Arc::clone(&context.regulators), LinkedData::new(&context));
        let shared = shared.and_then(|()| Shared::render(&context, &templates));
        match shared {
            Ok(shared) => Some(Edition { hub, pages, regulators, templates, shared, linked_data, theme }),
            Err(trouble) => {
                diagnostics.push(diagnostic(&trouble, &theme, &hub, None));
                None
            }
        }
    }

    /// What making a piece needs.
    pub(super) fn context(&self) -> Context<'_> {
        Context::with(&self.hub, &self.pages, Arc::clone(&self.regulators))
    }

    /// The bytes of a piece.
    ///
    /// # Errors
    ///
    /// If a template of its page fails.
    pub fn make(&self, piece: Piece) -> Result<Vec<u8>, Trouble> {
        let context = &self.context();
        let page = |index: usize| &self.pages.pages[index];
        Ok(match piece {
            Piece::Page(index) => return self.page(context, page(index)).map(String::into_bytes),
            Piece::Data(index) => machine::data(context, page(index), &self.linked_data),
            Piece::Feed(index) => machine::feed(context, page(index)),
            Piece::Search(language) => search::script(context, language).into_bytes(),
            Piece::Retention(language) => overviews::retention_file(context, language),
            Piece::HubData(language) => machine::hub_data(context, language),
            Piece::HubFeed(language) => machine::hub_feed(context, language),
            Piece::Sitemap => machine::sitemap(context),
        })
    }

    /// The bytes of a search index, for which the last one may serve. `is_same` says of the path of a page whether it was
    /// made from the same for the last release.
    pub fn search_after(&self, language: Language, last: &[u8], is_same: impl Fn(&str) -> bool + Sync) -> Vec<u8> {
        // The key of a notice names all that it says. The other pages have one key together, which says less.
        let is_same = |page: &Page| matches!(page.kind, PageKind::Notice(_)) && is_same(&page.address.file());
        search::script_after(&self.context(), language, last, is_same).into_bytes()
    }

    fn page(&self, context: &Context<'_>, page: &Page) -> Result<String, Trouble> {
        match page.kind {
            PageKind::Notice(index) => notice::render(context, &self.templates, &self.shared, page, index),
            _ => page::render(context, &self.templates, &self.shared, page),
        }
    }

    /// What some pieces are made from: the same keys mean the same bytes.
    pub fn keys(&self, pieces: &[Piece]) -> Vec<Key> {
        let keys = Keys::new(self.context(), &self.shared, self.templates.digest(), self.templates.site_digest());
        // What lists notices depends on them all, which is not worth looking at for a notice's own page.
        let all = pieces.iter().any(|piece| self.notice_of(*piece).is_none()).then(|| {
            let documents = self.hub.assembly.documents.par_iter();
            let notices: Vec<NoticeKey> = documents.map(|document| keys.notice(document)).collect();
            (keys.hub(&notices), notices)
        });
        let key = |piece: &Piece| match (self.notice_of(*piece), &all) {
            (Some(notice), Some((_, notices))) => Key::Notice(notices[notice]),
            (Some(notice), None) => Key::Notice(keys.notice(&self.hub.assembly.documents[notice])),
            (None, Some((hub, _))) => {
                Key::Hub(if let Piece::Search(_) = piece { hub.with_texts } else { hub.without_texts })
            }
            (None, None) => unreachable!("the key of the hub has been taken for this piece"),
        };
        pieces.par_iter().map(key).collect()
    }

    /// The notice that a piece is about, by its index in the register; none for what is about the hub.
    fn notice_of(&self, piece: Piece) -> Option<usize> {
        let (Piece::Page(page) | Piece::Data(page) | Piece::Feed(page)) = piece else { return None };
        match self.pages.pages[page].kind {
            PageKind::Notice(index) => Some(index),
            _ => None,
        }
    }

    /// A digest of all templates.
    pub fn templates(&self) -> Digest {
        self.templates.texts()
    }

    /// A template that failed on a page, as a diagnostic.
    pub fn diagnostic(&self, trouble: &Trouble, page: usize) -> Diagnostic {
        diagnostic(trouble, &self.theme, &self.hub, source_of(&self.hub, &self.pages.pages[page]))
    }
}

/// The front matter of the file behind a page.
fn source_of(hub: &Hub, page: &Page) -> Option<Place> {
    match page.kind {
        PageKind::Notice(index) => Some(hub.register.notices[index].place),
        PageKind::Free(index) => Some(hub.register.pages[index].place),
        PageKind::Accessibility => hub.register.config.accessibility.as_ref().map(|statement| statement.place),
        PageKind::GeneralSection(index) => {
            let general = hub.assembly.general_of(page.language)?;
            Some(hub.register.general[general.sections[index].general?].place)
        }
        _ => None,
    }
}

/// A template that failed, as a diagnostic: at its line, and with the page that it failed on.
pub fn diagnostic(trouble: &Trouble, theme: &Theme, hub: &Hub, page: Option<Place>) -> Diagnostic {
    let file = theme.templates.get(&trouble.template).copied();
    let place = file.map(|file| at(file, span(hub, file, trouble)));
    let fallback = hub.sources.find("site.toml").map(|file| at(file, Span::default()));
    let Some(place) = place.or(page).or(fallback) else {
        panic!("a build has a site.toml");
    };
    let mut error = Diagnostic::error("template", place, trouble.message.clone());
    if let Some(name) = &trouble.name {
        error = error.suggest(&name.wrong, name.valid.iter().map(String::as_str));
    }
    error = if template(&trouble.template).is_some() {
        error.help(format!("`noticeboard theme explain {}` says what it sees.", trouble.template))
    } else {
        error.help("`noticeboard theme explain` says what templates see.")
    };
    if let Some(page) = page {
        error = error.related(page, "while rendering this page");
    }
    error
}

/// The bytes at fault, or else the line without its indent.
fn span(hub: &Hub, file: FileId, trouble: &Trouble) -> Span {
    if let Some(range) = &trouble.range {
        return Span::from(range.clone());
    }
    let text = &hub.sources.get(file).text;
    let before: usize =
        text.split_inclusive('\n').take(trouble.line.unwrap_or(1).saturating_sub(1)).map(str::len).sum();
    let line = text[before..].lines().next().unwrap_or_default();
    let indent = line.len() - line.trim_start().len();
    Span::new(before + indent, before + line.len())
}
