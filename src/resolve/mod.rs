//! Stage 4, resolve: `Document`s to `Page`s.
//!
//! 1. [`pages`] lists every page with its address, and reports two that share one.
//! 2. [`anchors`] finds the anchors of a page, and reports those that stand twice on one.
//! 3. [`targets`] turns every `Reference` of the hub into a `Target`, once, however many pages print it.
//! 4. [`values`] finds the value of every placeholder.
//! 5. [`backlinks`] turns links around.
//!
//! Guarantees: every link, anchor, document and placeholder of a page leads to something; where it
//! does not, that has been reported. Makes no HTML.

mod anchors;
mod backlinks;
mod pages;
mod targets;
mod values;

use std::sync::Arc;

use jiff::civil::Date;

use crate::assemble::Assembly;
use crate::diagnostic::Diagnostics;
use crate::domain::{Address, Document, Language, Overview};
use crate::interpret::Register;
use crate::language::Wordings;
use crate::law::Law;
use crate::parse::Fragment;
use crate::text::Sources;

pub use crate::assemble::Anchor;
pub use targets::{Target, Targets};
pub use values::{RegulatorFacts, Values};

/// Everything that is to be published, with every link resolved.
#[derive(Debug)]
pub struct Pages {
    /// Every page, by language and in the order in which they were listed.
    pub pages: Vec<Page>,
    /// What every reference of the hub leads to.
    pub targets: Targets,
    /// The value of every placeholder, by controller and language.
    pub values: Values,
    /// For each notice of the register, the indices of the notices that mention it.
    pub backlinks: Vec<Vec<usize>>,
    /// Whether every page and document has an address of its own.
    pub are_distinct: bool,
    index: pages::Index,
}

/// A page of the hub.
#[derive(Debug)]
pub struct Page {
    /// Its language.
    pub language: Language,
    /// Where it is published.
    pub address: Address,
    /// Its title.
    pub title: String,
    /// What is on it.
    pub kind: PageKind,
}

/// What is on a page.
#[derive(Debug)]
pub enum PageKind {
    /// The home page.
    Home,
    /// The A to Z.
    AToZ,
    /// The list of categories.
    Categories,
    /// A category: its index in the settings.
    Category(usize),
    /// One thing of all notices.
    Overview(Overview),
    /// A notice: its index in the register.
    Notice(usize),
    /// The general notice.
    General,
    /// A section of the general notice on a page of its own: its index in the general notice.
    GeneralSection(usize),
    /// A free page: its index in the register.
    Free(usize),
    /// The accessibility statement of the settings.
    Accessibility,
    /// The page on which search results are shown.
    Search,
    /// The page for addresses that do not exist.
    NotFound,
    /// An old address of a page: the index of that page.
    Redirect(usize),
}

/// What a page is about, the same in every language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PageKey {
    /// The home page.
    Home,
    /// The A to Z.
    AToZ,
    /// The list of categories.
    Categories,
    /// The general notice.
    General,
    /// The page on which search results are shown.
    Search,
    /// A category, by its id.
    Category(String),
    /// One thing of all notices.
    Overview(Overview),
    /// A notice, by its id.
    Notice(String),
    /// A section of the general notice with a page of its own, by its id.
    GeneralSection(String),
    /// A free page, by its id; the accessibility statement of the settings has the id `accessibility`.
    Free(String),
}

impl Pages {
    /// The page about something, in a language.
    pub fn find(&self, language: Language, key: &PageKey) -> Option<usize> {
        self.index.get(language, key)
    }

    /// The page of the notice with an id, in a language.
    pub fn find_notice(&self, language: Language, id: &str) -> Option<usize> {
        self.index.notice(language, id)
    }
}

/// What the stage works on.
#[derive(Debug)]
pub struct Hub {
    /// What authors wrote.
    pub register: Register,
    /// The same in reading order.
    pub assembly: Assembly,
    /// Every file as it was parsed; references are numbered within.
    pub fragments: Vec<Arc<Fragment>>,
    /// Every file, by its path.
    pub sources: Sources,
    /// The files to link to.
    pub documents: Vec<Document>,
    /// The law.
    pub law: Arc<Law>,
    /// The strings of all languages.
    pub wordings: Arc<Wordings>,
    /// The day of the build.
    pub today: Date,
}

/// Resolves everything.
pub fn resolve(hub: &Hub, diagnostics: &mut Diagnostics) -> Pages {
    let mut of_values = Diagnostics::new();
    let ((pages, index, are_distinct), values) =
        rayon::join(|| pages::list(hub, diagnostics), || values::find(hub, &mut of_values));
    anchors::report_duplicates(&pages, hub, diagnostics);
    let targets = targets::resolve(hub, &pages, &index, diagnostics);
    diagnostics.extend(of_values);
    let backlinks = backlinks::turn_around(hub, &pages, &targets);
    Pages { pages, targets, values, backlinks, are_distinct, index }
}
