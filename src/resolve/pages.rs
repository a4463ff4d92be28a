//! Every page with its address.

use std::collections::{BTreeMap, HashMap};

use rustc_hash::FxBuildHasher;

use super::{Hub, Page, PageKey, PageKind};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::domain::{AccessibilityStatement, Address, Language, Text};
use crate::text::{Place, Span};

/// The pages of each language by what they are about.
#[derive(Debug, Default)]
pub struct Index(BTreeMap<Language, OfLanguage>);

/// The pages of a language. Those of notices are apart, so that an id is enough to find one.
#[derive(Debug, Default)]
struct OfLanguage {
    notices: HashMap<String, usize, FxBuildHasher>,
    others: HashMap<PageKey, usize, FxBuildHasher>,
}

impl Index {
    /// The page about something, in a language.
    pub fn get(&self, language: Language, key: &PageKey) -> Option<usize> {
        match key {
            PageKey::Notice(id) => self.notice(language, id),
            _ => self.0.get(&language)?.others.get(key).copied(),
        }
    }

    /// The page of the notice with an id, in a language.
    pub fn notice(&self, language: Language, id: &str) -> Option<usize> {
        self.0.get(&language)?.notices.get(id).copied()
    }

    /// The ids of all notices that have a page.
    pub fn notices(&self) -> impl Iterator<Item = &str> {
        self.0.values().flat_map(|pages| pages.notices.keys().map(String::as_str))
    }

    /// The ids of all categories that have a page.
    pub fn categories(&self) -> impl Iterator<Item = &str> {
        self.0.values().flat_map(|pages| pages.others.keys()).filter_map(|key| match key {
            PageKey::Category(id) => Some(id.as_str()),
            _ => None,
        })
    }

    fn add(&mut self, language: Language, key: PageKey, page: usize) {
        let pages = self.0.entry(language).or_default();
        match key {
            PageKey::Notice(id) => pages.notices.insert(id, page),
            other => pages.others.insert(other, page),
        };
    }
}

/// Lists every page, and reports two that would share an address. Says whether there are none such.
pub fn list(hub: &Hub, diagnostics: &mut Diagnostics) -> (Vec<Page>, Index, bool) {
    let notices = hub.register.notices.len();
    let mut list = List {
        hub,
        pages: Vec::with_capacity(notices),
        index: Index::default(),
        taken: HashMap::with_capacity_and_hasher(notices, FxBuildHasher),
        are_distinct: true,
        diagnostics,
    };
    for language in &hub.register.config.languages {
        list.language(*language);
    }
    list.documents();
    list.files_as_folders();
    (list.pages, list.index, list.are_distinct)
}

struct List<'a, 'b> {
    hub: &'a Hub,
    pages: Vec<Page>,
    index: Index,
    /// The addresses in use, in lower case: what has it, and where that was written.
    taken: HashMap<String, (String, Option<Place>), FxBuildHasher>,
    are_distinct: bool,
    diagnostics: &'b mut Diagnostics,
}

impl<'a> List<'a, '_> {
    fn language(&mut self, language: Language) {
        let (register, wording) = (&self.hub.register, self.hub.wordings.of(language));
        let title = |key: &str| wording.text(key).to_owned();
        self.add(language, "", title("page.home"), PageKind::Home, Some(PageKey::Home), None);
        self.add(language, "notices/", title("a_to_z.title"), PageKind::AToZ, Some(PageKey::AToZ), None);
        self.add(
            language,
            "categories/",
            title("categories.title"),
            PageKind::Categories,
            Some(PageKey::Categories),
            None,
        );
        for (index, category) in register.config.categories.iter().enumerate() {
            if register.notices_in(language).any(|notice| notice.category.value == category.id) {
                let path = format!("categories/{}/", category.id);
                let key = PageKey::Category(category.id.clone());
                let title = category.title.get(language).to_owned();
                self.add(language, &path, title, PageKind::Category(index), Some(key), Some(category.place));
            }
        }
        for overview in &register.config.overviews {
            let (path, title) = (format!("{}/", overview.id()), title(&format!("overviews.{}.title", overview.id())));
            let key = PageKey::Overview(*overview);
            self.add(language, &path, title, PageKind::Overview(*overview), Some(key), None);
        }
        self.general(language);
        for (index, notice) in register.notices.iter().enumerate().filter(|(_, notice)| notice.language == language) {
            let key = PageKey::Notice(notice.id.clone());
            let path = format!("notices/{}/", notice.id);
            let title = notice.title.value.to_string();
            let page = self.add(language, &path, title, PageKind::Notice(index), Some(key), Some(notice.place));
            self.aliases(page, &notice.aliases);
        }
        for (index, free) in register.pages.iter().enumerate().filter(|(_, free)| free.language == language) {
            let key = PageKey::Free(free.id.clone());
            let path = format!("{}/", free.id);
            let title = free.title.value.to_string();
            let page = self.add(language, &path, title, PageKind::Free(index), Some(key), Some(free.place));
            self.aliases(page, &free.aliases);
        }
        self.accessibility(language);
        self.search(language);
        if language == register.config.default_language() {
            self.add(language, "404.html", title("not_found.title"), PageKind::NotFound, None, None);
        }
    }

    /// The accessibility statement of the settings.
    fn accessibility(&mut self, language: Language) {
        let hub = self.hub;
        let Some(statement) = &hub.register.config.accessibility else { return };
        let title = hub.wordings.of(language).text("accessibility.title").to_owned();
        let (path, key) =
            (format!("{}/", AccessibilityStatement::ID), PageKey::Free(AccessibilityStatement::ID.into()));
        let page = self.add(language, &path, title, PageKind::Accessibility, Some(key), Some(statement.place));
        if language == hub.register.config.default_language() {
            self.aliases(page, &statement.aliases);
        }
    }

    /// The search page, and the index that lies beside it.
    fn search(&mut self, language: Language) {
        let title = self.hub.wordings.of(language).text("search.title").to_owned();
        let page = self.add(language, "search/", title, PageKind::Search, Some(PageKey::Search), None);
        let index = self.pages[page].address.beside("index.js");
        self.take(&index, "the search index", None);
    }

    fn general(&mut self, language: Language) {
        let (hub, wording) = (self.hub, self.hub.wordings.of(language));
        let title = wording.text("general.title").to_owned();
        self.add(language, "general/", title, PageKind::General, Some(PageKey::General), None);
        let Some(general) = hub.assembly.general_of(language) else { return };
        for (index, part) in general.sections.iter().enumerate() {
            let written = part.general.map(|index| &hub.register.general[index]);
            if part.has_page {
                let key = PageKey::GeneralSection(part.id.clone());
                let (path, kind) = (format!("{}/", part.id), PageKind::GeneralSection(index));
                let place = written.map(|section| section.place);
                let page = self.add(language, &path, part.heading.clone(), kind, Some(key), place);
                self.aliases(page, written.map_or(&[][..], |section| &section.aliases));
            } else if let Some(alias) = written.and_then(|section| section.aliases.first()) {
                self.diagnostics.push(
                    Diagnostic::error(
                        "alias-without-page",
                        alias.place,
                        "A section without a page of its own cannot have old addresses",
                    )
                    .help("Add `page = true`, or delete the aliases."),
                );
            }
        }
    }

    /// Adds a page and gives its index.
    fn add(
        &mut self,
        language: Language,
        path: &str,
        title: String,
        kind: PageKind,
        key: Option<PageKey>,
        place: Option<Place>,
    ) -> usize {
        let is_default = language == self.hub.register.config.default_language();
        let prefix = if is_default { "/".to_owned() } else { format!("/{}/", language.code()) };
        let style = self.hub.register.config.url_style;
        let address = Address::of_page(&format!("{prefix}{path}"), path.is_empty(), style);
        self.take(&address, &title, place);
        if let Some(key) = key {
            self.index.add(language, key, self.pages.len());
        }
        self.pages.push(Page { language, address, title, kind });
        self.pages.len() - 1
    }

    /// Adds a page for each old address of a page.
    fn aliases(&mut self, page: usize, aliases: &[Text]) {
        for alias in aliases {
            let path = alias.value.trim_matches('/');
            let is_file = path.ends_with(".html") || path.ends_with(".htm");
            let address = Address::new(if is_file { format!("/{path}") } else { format!("/{path}/") });
            let title = self.pages[page].title.clone();
            self.take(&address, &format!("an old address of {title}"), Some(alias.place));
            let language = self.pages[page].language;
            self.pages.push(Page { language, address, title, kind: PageKind::Redirect(page) });
        }
    }

    fn documents(&mut self) {
        for document in &self.hub.documents {
            let address = document.address();
            let file = self.hub.sources.find(document.source.as_str());
            let place = file.map(|file| Place { file, span: Span::default() });
            self.take(&address, &format!("the document {}", document.path), place);
        }
    }

    /// Reports every address below one that is a file: no folder can have its name.
    fn files_as_folders(&mut self) {
        let mut inside: Vec<(&str, &str)> = Vec::new();
        for path in self.taken.keys() {
            let above = path.match_indices('/').map(|(slash, _)| &path[..slash]);
            inside
                .extend(above.filter(|folder| self.taken.contains_key(*folder)).map(|folder| (path.as_str(), folder)));
        }
        inside.sort_unstable();
        for (path, folder) in inside {
            let (what, place) = &self.taken[folder];
            let (below, below_place) = &self.taken[path];
            let fallback = Place { file: self.hub.register.config.file, span: Span::default() };
            let place = below_place.or(*place).unwrap_or(fallback);
            let message = format!("The address of {below} would lie within /{folder}, which is {what}");
            self.are_distinct = false;
            self.diagnostics
                .push(Diagnostic::error("duplicate-address", place, message).help("Give one of them another address."));
        }
    }

    /// Notes that an address is in use, and reports one that already is. Addresses that differ by case alone are the
    /// same on some systems.
    fn take(&mut self, address: &Address, what: &str, place: Option<Place>) {
        let folded = address.file().to_ascii_lowercase();
        if let Some(other) = self.taken.insert(folded, (what.to_owned(), place)) {
            self.report(address.as_str(), (what, place), &other);
        }
    }

    fn report(&mut self, address: &str, (what, place): (&str, Option<Place>), other: &(String, Option<Place>)) {
        self.are_distinct = false;
        let (other, other_place) = other;
        let fallback = Place { file: self.hub.register.config.file, span: Span::default() };
        let at = place.or(*other_place).unwrap_or(fallback);
        let mut error = Diagnostic::error(
            "duplicate-address",
            at,
            format!("Two pages would have the address {address}: {other} and {what}"),
        )
        .help("Give one of them another id, alias or file name.");
        if let (Some(_), Some(other_place)) = (place, *other_place) {
            error = error.related(other_place, "the other one");
        }
        self.diagnostics.push(error);
    }
}
