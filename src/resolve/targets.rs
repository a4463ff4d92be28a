//! What every reference of the hub leads to.
//!
//! A reference is resolved once, in the language of its file, however many pages print it.

use rayon::prelude::*;

use super::anchors;
use super::pages::Index;
use super::{Anchor, Hub, Page, PageKey};
use crate::diagnostic::{Diagnostic, Diagnostics, at};
use crate::domain::{AccessibilityStatement, Language, MenuLink, Overview, Reference, ReferenceKind};
use crate::text::{FileId, Place, Span};

/// What a reference leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A page of the hub, and a place within it.
    Page(usize, Option<Anchor>),
    /// A place on the page where the link stands.
    SamePage(Anchor),
    /// A document, by its index.
    Document(usize),
    /// An address outside the hub; may hold placeholders.
    External(String),
    /// Nothing. It has been reported.
    Nothing,
}

/// The target of every reference.
#[derive(Debug)]
pub struct Targets {
    /// Those of texts, by file and number.
    of_files: Vec<Vec<Target>>,
    /// Those of the links at the foot of every page, by language.
    of_footer: Vec<(Language, Vec<Target>)>,
    /// Those of the links in the header of every page, likewise.
    of_header: Vec<(Language, Vec<Target>)>,
}

impl Targets {
    /// The targets of a file's references, by their numbers.
    pub fn of(&self, file: FileId) -> &[Target] {
        self.of_files.get(file.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// The target of one reference.
    pub fn get(&self, file: FileId, reference: u32) -> &Target {
        self.of(file).get(reference as usize).unwrap_or(&Target::Nothing)
    }

    /// The targets of the links at the foot of every page, in the order of the settings.
    pub fn of_footer(&self, language: Language) -> &[Target] {
        in_language(&self.of_footer, language)
    }

    /// The targets of the links in the header of every page, in the order of the settings.
    pub fn of_header(&self, language: Language) -> &[Target] {
        in_language(&self.of_header, language)
    }
}

fn in_language(targets: &[(Language, Vec<Target>)], language: Language) -> &[Target] {
    targets.iter().find(|(of, _)| *of == language).map_or(&[], |(_, targets)| targets)
}

/// Resolves every reference of every file that is published.
pub fn resolve(hub: &Hub, pages: &[Page], index: &Index, diagnostics: &mut Diagnostics) -> Targets {
    let mut of_files: Vec<Vec<Target>> = hub.fragments.iter().map(|_| Vec::new()).collect();
    let resolver = Resolver { hub, pages, index };
    let resolved: Vec<(FileId, Vec<Target>, Diagnostics)> =
        files(hub, index).into_par_iter().map(|file| resolver.targets(&file)).collect();
    for (file, targets, found) in resolved {
        of_files[file.0 as usize] = targets;
        diagnostics.extend(found);
    }
    let config = &hub.register.config;
    let mut menu = |links: &[MenuLink]| {
        let in_language = |language: &Language| {
            let file = File { id: config.file, language: *language, home: Home::Nowhere };
            let target = |link: &MenuLink| resolver.target(&file, &link.link, link.place.span, diagnostics);
            (*language, links.iter().map(target).collect())
        };
        config.languages.iter().map(in_language).collect()
    };
    Targets { of_footer: menu(&config.footer), of_header: menu(&config.header), of_files }
}

/// A file whose references are printed somewhere.
struct File {
    id: FileId,
    language: Language,
    home: Home,
}

/// The page whose anchors `#anchor` means.
enum Home {
    /// This page.
    Page(usize),
    /// A general section, which is printed on many pages: its index in the register.
    General(usize),
    /// None.
    Nowhere,
}

fn files(hub: &Hub, index: &Index) -> Vec<File> {
    let register = &hub.register;
    let mut files = Vec::new();
    for notice in &register.notices {
        let page = index.notice(notice.language, &notice.id);
        let home = || page.map_or(Home::Nowhere, Home::Page);
        files.extend(notice.files.iter().map(|id| File { id: *id, language: notice.language, home: home() }));
    }
    for (number, section) in register.general.iter().enumerate() {
        files.push(File { id: section.file, language: section.language, home: Home::General(number) });
    }
    for free in &register.pages {
        let page = index.get(free.language, &PageKey::Free(free.id.clone()));
        let home = page.map_or(Home::Nowhere, Home::Page);
        files.push(File { id: free.file, language: free.language, home });
    }
    let language = register.config.default_language();
    let seen: std::collections::HashSet<FileId> = files.iter().map(|file| file.id).collect();
    // What is left are the TOML files: settings, organisations, cookies.
    let rest = (0..hub.fragments.len()).filter_map(|number| Some(FileId(u32::try_from(number).ok()?)));
    files.extend(rest.filter(|id| !seen.contains(id)).map(|id| File { id, language, home: Home::Nowhere }));
    files
}

struct Resolver<'a> {
    hub: &'a Hub,
    pages: &'a [Page],
    index: &'a Index,
}

impl Resolver<'_> {
    fn targets(&self, file: &File) -> (FileId, Vec<Target>, Diagnostics) {
        let mut diagnostics = Diagnostics::new();
        let references = &self.hub.fragments[file.id.0 as usize].references;
        let target = |reference: &Reference| self.target(file, &reference.kind, reference.span, &mut diagnostics);
        let targets = references.iter().map(target).collect();
        (file.id, targets, diagnostics)
    }

    fn target(&self, file: &File, kind: &ReferenceKind, span: Span, diagnostics: &mut Diagnostics) -> Target {
        let place = at(file.id, span);
        let found = match kind {
            ReferenceKind::Notice(id, anchor) => {
                let key = PageKey::Notice(id.clone());
                self.page(file, &key, "notice", id).and_then(|page| self.within(page, anchor.as_deref()))
            }
            ReferenceKind::General(id, anchor) => self.general(file, id, anchor.as_deref()),
            ReferenceKind::Page(id, anchor) => {
                self.free_page(file, id).and_then(|page| self.within(page, anchor.as_deref()))
            }
            ReferenceKind::Category(id) => {
                let key = PageKey::Category(id.clone());
                self.page(file, &key, "category", id).and_then(|page| self.within(page, None))
            }
            ReferenceKind::Document(path) => self.document(path),
            ReferenceKind::Anchor(anchor) => self.same_page(file, anchor),
            ReferenceKind::External(address) => Ok(Target::External(address.clone())),
            ReferenceKind::Nothing => Ok(Target::Nothing),
        };
        found.unwrap_or_else(|mistake| {
            diagnostics.push(mistake.diagnostic(place));
            Target::Nothing
        })
    }

    /// A page in the language of the file, or else in the default one.
    fn page(&self, file: &File, key: &PageKey, what: &'static str, id: &str) -> Result<usize, Mistake> {
        self.page_of(file, key).ok_or_else(|| {
            let same_kind: Vec<&str> =
                if what == "notice" { self.index.notices().collect() } else { self.index.categories().collect() };
            let code = if what == "notice" { "unknown-notice" } else { "unknown-category" };
            let is_empty = what == "category" && self.hub.register.config.categories.find(id).is_some();
            let problem = match what {
                "notice" => "There is no notice",
                _ if is_empty => "There is no notice in the category",
                _ => "There is no category",
            };
            Mistake::new(code, format!("{problem} `{id}`"), id, same_kind.into_iter())
        })
    }

    fn page_of(&self, file: &File, key: &PageKey) -> Option<usize> {
        let default = self.hub.register.config.default_language();
        let in_language = |language: Language| self.index.get(language, key);
        in_language(file.language).or_else(|| in_language(default))
    }

    /// A place within a page.
    fn within(&self, page: usize, anchor: Option<&str>) -> Result<Target, Mistake> {
        let Some(name) = anchor else { return Ok(Target::Page(page, None)) };
        let anchors = anchors::of_page(&self.pages[page], self.hub);
        match anchors.get(name) {
            Some(anchor) => Ok(Target::Page(page, Some(anchor))),
            None => {
                let problem = format!("The page \"{}\" has no section `{name}`", self.pages[page].title);
                Err(Mistake::new("unknown-anchor", problem, name, anchors.names().iter().map(|name| &**name)))
            }
        }
    }

    /// A general section: its own page, or its place in the general notice.
    fn general(&self, file: &File, id: &str, anchor: Option<&str>) -> Result<Target, Mistake> {
        if let Some(page) = self.page_of(file, &PageKey::GeneralSection(id.to_owned())) {
            return self.within(page, anchor);
        }
        let Some(general) = self.page_of(file, &PageKey::General) else { return Ok(Target::Nothing) };
        let sections = || self.hub.assembly.general.iter().flat_map(|general| &general.sections);
        if !sections().any(|section| section.id == id) {
            let not_now = self.hub.register.general.iter().any(|section| section.id == id);
            if not_now {
                // It exists, but not today: the link leads to the general notice as a whole.
                return Ok(Target::Page(general, None));
            }
            let valid = sections().map(|section| section.id.as_str());
            return Err(Mistake::new("unknown-section", format!("There is no general section `{id}`"), id, valid));
        }
        self.within(general, Some(anchor.unwrap_or(id)))
    }

    fn free_page(&self, file: &File, id: &str) -> Result<usize, Mistake> {
        let key = match id {
            "home" => PageKey::Home,
            "a-to-z" => PageKey::AToZ,
            "general" => PageKey::General,
            "cookies" => PageKey::GeneralSection("cookies".to_owned()),
            _ => match Overview::from_id(id) {
                Some(overview) => PageKey::Overview(overview),
                None => PageKey::Free(id.to_owned()),
            },
        };
        self.page_of(file, &key).ok_or_else(|| {
            let statement = self.hub.register.config.accessibility.as_ref().map(|_| AccessibilityStatement::ID);
            let free = self.hub.register.pages.iter().map(|page| page.id.as_str()).chain(statement);
            let overviews = self.hub.register.config.overviews.iter().map(|overview| overview.id());
            let valid = free.chain(["home", "a-to-z", "general", "cookies"]).chain(overviews);
            Mistake::new("unknown-page", format!("There is no page `{id}`"), id, valid)
        })
    }

    fn document(&self, path: &str) -> Result<Target, Mistake> {
        match self.hub.documents.iter().position(|document| document.path == path) {
            Some(index) => Ok(Target::Document(index)),
            None => {
                let valid = self.hub.documents.iter().map(|document| document.path.as_str());
                let mistake = Mistake::new("unknown-document", format!("There is no document `{path}`"), path, valid);
                Err(mistake.otherwise("Put the file into content/documents."))
            }
        }
    }

    fn same_page(&self, file: &File, name: &str) -> Result<Target, Mistake> {
        match file.home {
            Home::Page(page) => {
                let anchors = anchors::of_page(&self.pages[page], self.hub);
                let mistake = || {
                    let (problem, valid) = (format!("This page has no section `{name}`"), anchors.names());
                    Mistake::new("unknown-anchor", problem, name, valid.iter().map(|name| &**name))
                };
                anchors.get(name).map(Target::SamePage).ok_or_else(mistake)
            }
            Home::General(index) => {
                let section = &self.hub.register.general[index];
                let headings: Vec<_> = section.body.headings().map(|(_, heading)| heading).collect();
                let is_named =
                    |heading: &&&crate::domain::Heading| *heading.id == *name || heading.anchor(&section.id) == name;
                match headings.iter().find(is_named) {
                    Some(heading) => {
                        let id = heading.anchor(&section.id).into_owned();
                        Ok(Target::SamePage(Anchor { id, title: heading.words.to_string() }))
                    }
                    None => {
                        let problem = format!("This general section has no heading `{name}`");
                        let valid = headings.iter().map(|heading| &*heading.id);
                        let mistake = Mistake::new("unknown-anchor", problem, name, valid);
                        Err(mistake.otherwise("To link to another general section, write `general:` and its id."))
                    }
                }
            }
            Home::Nowhere => Err(Mistake::new(
                "unknown-anchor",
                format!("`#{name}` can only be used on a page"),
                name,
                std::iter::empty(),
            )),
        }
    }
}

/// A reference that leads nowhere.
struct Mistake {
    code: &'static str,
    message: String,
    wrong: String,
    valid: Vec<String>,
    otherwise: &'static str,
}

impl Mistake {
    fn new<'a>(code: &'static str, message: String, wrong: &str, valid: impl Iterator<Item = &'a str>) -> Self {
        let mut valid: Vec<String> = valid.map(str::to_owned).collect();
        valid.sort_unstable();
        valid.dedup();
        Mistake { code, message, wrong: wrong.to_owned(), valid, otherwise: "" }
    }

    /// What to say where no spelling is near.
    fn otherwise(mut self, help: &'static str) -> Self {
        self.otherwise = help;
        self
    }

    fn diagnostic(self, place: Place) -> Diagnostic {
        let error = Diagnostic::error(self.code, place, self.message);
        let near = crate::diagnostic::nearest(&self.wrong, self.valid.iter().map(String::as_str)).is_some();
        if !near && !self.otherwise.is_empty() {
            return error.help(self.otherwise);
        }
        error.suggest(&self.wrong, self.valid.iter().map(String::as_str))
    }
}
