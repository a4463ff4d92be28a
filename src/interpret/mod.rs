//! Stage 2, interpret: `Fragment`s to the `Register`.
//!
//! 1. [`role`] tells what each [`mod@file`] is for, [`forms`] whether it can be that, [`mod@known`] which ids exist.
//! 2. [`mod@validate`] holds every table against its declared [`shape`] in [`keys`]; [`mistakes`] has the sentences.
//! 3. [`site`], [`notice`], [`hub`] take the values; [`body`] cuts texts into sections.
//!
//! Guarantees: required fields are there, names belong to closed lists, ids are unique and exist.
//! Where that is not so it has been reported, and a stand-in keeps the later stages going, so that
//! one run shows everything. Does not follow links and does not merge general sections.

mod body;
mod fields;
mod file;
mod forms;
mod hub;
pub mod keys;
mod known;
mod mistakes;
mod notice;
mod notices;
mod role;
pub mod shape;
mod site;
mod strings;
mod validate;
mod values;

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::domain::{ById, Cookie, FreePage, GeneralSection, Language, Notice, Organisation};
use crate::language::Wordings;
use crate::parse::{Fragment, Table};
use crate::text::{Digest, FileId, Place, Sources};

use fields::Fields;
use file::{File, Unread};
use known::Known;
use role::Role;
use validate::Validation;

pub use file::FragmentMemo;
pub use notices::NoticeMemo;
pub use site::as_folder;
pub use values::{article_9_spellings, is_url, lawful_basis_spellings};

/// Everything that the hub says, in the terms of the field.
#[derive(Clone, Debug)]
pub struct Register {
    /// The hub as a whole.
    pub config: Config,
    /// Every notice, by language and id.
    pub notices: Vec<Arc<Notice>>,
    /// Every section of the general notice, by language, order and id.
    pub general: Vec<GeneralSection>,
    /// Every free page, by language and id.
    pub pages: Vec<FreePage>,
    /// The organisations of `organisations.toml`.
    pub organisations: ById<Organisation>,
    /// The cookies of `cookies.toml`.
    pub cookies: Vec<Cookie>,
    /// The strings of all languages, where the hub has other words for some; none where it has not.
    pub strings: Option<Arc<Wordings>>,
    /// What all of it was made from.
    pub digests: Digests,
}

impl Register {
    /// The notices of a language.
    pub fn notices_in(&self, language: Language) -> impl Iterator<Item = &Notice> {
        self.notices.iter().map(|notice| &**notice).filter(move |notice| notice.language == language)
    }
}

/// Digests of what the parts of a register were made from: a part is the same where its digest is.
#[derive(Clone, Debug, Default)]
pub struct Digests {
    /// `site.toml`.
    pub config: Digest,
    /// Every general section, with its place among the files.
    pub general: Digest,
    /// Every free page, likewise.
    pub pages: Digest,
    /// `organisations.toml`.
    pub organisations: Digest,
    /// `cookies.toml`.
    pub cookies: Digest,
    /// Each notice, with the numbers of its files, and the ids and general sections that it was read by; where a build
    /// follows, for which all of it is remembered.
    pub notices: Vec<Digest>,
    /// The texts of each notice alone.
    pub texts: Vec<Digest>,
    /// The front matter of each notice alone.
    pub fronts: Vec<Digest>,
}

impl Digests {
    /// The digests of all files but those of notices.
    fn of(files: &[File<'_>], sources: &Sources) -> Self {
        let of = |is_part: fn(&Role) -> bool| {
            let parts = files.iter().filter(|file| is_part(&file.role));
            Digest::of_all(parts.map(|file| (file.id, &sources.get(file.id).path, sources.get(file.id).digest())))
        };
        Digests {
            config: of(|role| *role == Role::Site),
            general: of(|role| matches!(role, Role::General(..))),
            pages: of(|role| matches!(role, Role::Page(..))),
            organisations: of(|role| *role == Role::Organisations),
            cookies: of(|role| *role == Role::Cookies),
            notices: Vec::new(),
            texts: Vec::new(),
            fronts: Vec::new(),
        }
    }
}

impl Register {
    /// Gives the hub another address than its settings do: with scheme and host, ending in a slash.
    pub fn move_to(&mut self, base_url: &str) {
        base_url.clone_into(&mut self.config.base_url);
        self.digests.config = Digest::of(&(self.digests.config, base_url));
    }
}

/// Interprets all sources, of which the last build may have known some fragments. Gives what the hub says, and every
/// fragment; the index of each is the number of the source. Files of notices may still be on their way: none of them is
/// asked for before the notices are interpreted in parallel.
pub fn interpret(
    sources: &Sources,
    last: &FragmentMemo,
    wordings: &Wordings,
    memo: &mut NoticeMemo,
    diagnostics: &mut Diagnostics,
) -> (Register, Vec<Arc<Fragment>>) {
    let files: Vec<FileId> = sources.paths().map(|(file, _)| file).collect();
    let unread: Vec<Unread<'_>> = files.into_par_iter().map(|file| Unread::new(file, sources, last)).collect();
    forms::report(&unread, sources, diagnostics);
    let (services, others): (Vec<Unread<'_>>, Vec<Unread<'_>>) = unread.into_iter().partition(Unread::is_of_notice);
    let files: Vec<File<'_>> = others.into_par_iter().map(Unread::read).collect();
    let known = known(&services, &files);
    let config = config(&files);
    let roles = services.iter().map(|file| (file.id, &file.role)).chain(files.iter().map(|file| (file.id, &file.role)));
    forms::report_languages(roles, &config, diagnostics);
    files.iter().for_each(|file| validate(file, sources, &known, diagnostics));
    let strings =
        whole_file(&files, &Role::Site).and_then(|site| strings::own(site, wordings, diagnostics)).map(Arc::new);
    let general = general_sections(&files, diagnostics);
    let mut register = Register {
        pages: free_pages(&files),
        organisations: whole_file(&files, &Role::Organisations).map(hub::organisations).unwrap_or_default(),
        cookies: whole_file(&files, &Role::Cookies).map(hub::cookies).unwrap_or_default(),
        notices: Vec::new(),
        digests: Digests::of(&files, sources),
        strings,
        config,
        general,
    };
    let wordings = register.strings.as_deref().unwrap_or(wordings);
    let (notices, of_services) =
        notices::interpret(services, &register, (sources, &known, wordings), memo, diagnostics);
    let mut fragments = vec![Arc::default(); sources.len()];
    let of_files = files.into_iter().map(|file| (file.id, file.fragment));
    of_files.chain(of_services).for_each(|(file, fragment)| fragments[file.0 as usize] = fragment);
    register.digests.notices = notices.iter().map(|(_, digest)| *digest).collect();
    register.notices = notices.into_iter().map(|(notice, _)| notice).collect();
    register.digests.texts = of_notices(&register.notices, |file| sources.get(file).digest());
    register.digests.fronts = of_notices(&register.notices, |file| fragments[file.0 as usize].front);
    (register, fragments)
}

/// A digest for each notice, from one for each of its files.
fn of_notices(notices: &[Arc<Notice>], of_file: impl Fn(FileId) -> Digest + Sync) -> Vec<Digest> {
    let of_notice = |notice: &Arc<Notice>| {
        let files: Vec<Digest> = notice.files.iter().map(|file| of_file(*file)).collect();
        Digest::of(&(notice.language, &notice.id, files))
    };
    notices.par_iter().map(of_notice).collect()
}

fn known(services: &[Unread<'_>], files: &[File<'_>]) -> Known {
    let mut known = Known::default();
    for file in services {
        if let Role::Notice(id, _) = &file.role {
            known.notices.insert(id.clone());
        }
    }
    for file in files {
        match &file.role {
            Role::Site => {
                known.categories = known::ids_in(&file.table, "categories");
                known.controllers = known::ids_in(&file.table, "controllers");
            }
            Role::Organisations => {
                known.organisations = file.table.entries.iter().map(|entry| entry.key.to_string()).collect();
            }
            Role::General(id, _) => {
                known.general.insert(id.clone());
            }
            _ => {}
        }
    }
    known
}

/// Reports what is wrong with the form of a file, and holds it against its shape. One that is left out may hold what it
/// likes.
fn validate(file: &File<'_>, sources: &Sources, known: &Known, diagnostics: &mut Diagnostics) {
    if file.role != Role::Stray {
        file.fragment.report(file.id, diagnostics);
    }
    let table = &file.table;
    let mut found = Diagnostics::new();
    let mut validation = Validation { file: file.id, known, diagnostics: &mut found };
    match file.role {
        Role::Site => validation.file(table, &keys::SITE, file.head()),
        Role::Notice(..) => validation.file(table, &keys::NOTICE, file.head()),
        Role::Fragment(..) => validation.file(table, &keys::FRAGMENT, file.head()),
        Role::General(..) => validation.file(table, &keys::GENERAL, file.head()),
        Role::Page(..) => validation.file(table, &keys::PAGE, file.head()),
        Role::Cookies => validation.whole_map(table, &keys::COOKIES),
        Role::Organisations => validation.whole_map(table, &keys::ORGANISATIONS),
        Role::Template | Role::Document | Role::BadName(_) | Role::Stray => {}
    }
    if file.role == Role::Site {
        several_controllers(file, &mut found);
        repeated_languages(file, &mut found);
    }
    diagnostics.extend(if file.fragment.is_broken { proven(found, file, sources) } else { found });
}

/// What is certain of a file whose front matter could not be read whole: nothing that is missing from it, nothing on a
/// line that could not be read, and nothing below the broken name of a table.
fn proven(found: Diagnostics, file: &File<'_>, sources: &Sources) -> Diagnostics {
    let lines: Vec<&str> = sources.get(file.id).text.lines().collect();
    let is_header = |line: usize| lines.get(line - 1).is_some_and(|line| line.trim_start().starts_with('['));
    let line = |place: Place| sources.line_column(Place { file: file.id, ..place }).line;
    let unread: BTreeSet<usize> = file.fragment.problems().map(|problem| line(problem.place)).collect();
    let in_doubt = |at: usize| {
        let header = (1..=at).rev().find(|line| is_header(*line));
        unread.contains(&at) || header.is_some_and(|header| unread.contains(&header))
    };
    found.filtered(|diagnostic| diagnostic.code != "missing-key" && !in_doubt(line(diagnostic.place)))
}

/// A hub with several controllers says which one is the default.
fn several_controllers(file: &File<'_>, diagnostics: &mut Diagnostics) {
    let count = known::ids_in(&file.table, "controllers").len();
    if count > 1 && file.fields().value("default_controller").is_none() {
        diagnostics
            .push(Diagnostic::error("missing-key", file.place(), "`default_controller` is missing from the hub").help(
            "With several controllers, say whose notice it is where a notice does not: `default_controller = \"...\"`.",
        ));
    }
}

/// Each language is named once.
fn repeated_languages(file: &File<'_>, diagnostics: &mut Diagnostics) {
    let languages = file.fields().texts("languages");
    for (index, language) in languages.iter().enumerate() {
        if languages[..index].iter().any(|earlier| earlier.value == language.value) {
            let message = format!("The language `{}` is named twice", language.value);
            diagnostics
                .push(Diagnostic::error("duplicate-id", language.place, message).help("Name each language once."));
        }
    }
}

fn config(files: &[File<'_>]) -> Config {
    let (source, table) = (Arc::default(), Table::default());
    let nothing = Fields { file: FileId(0), source: &source, table: &table };
    site::config(whole_file(files, &Role::Site).unwrap_or(nothing))
}

/// The fields of the one file of a role.
fn whole_file<'f>(files: &'f [File<'_>], role: &Role) -> Option<Fields<'f>> {
    files.iter().find(|file| file.role == *role).map(File::fields)
}

fn general_sections(files: &[File<'_>], diagnostics: &mut Diagnostics) -> Vec<GeneralSection> {
    let mut sections = Vec::new();
    for file in files {
        if let Role::General(id, language) = &file.role {
            let section = hub::general_section(id, *language, file.place(), file.fields(), &file.fragment.body);
            never_holds(&section, file, diagnostics);
            sections.push(section);
        }
    }
    sections.sort_by(|a, b| (a.language, a.order, &a.id).cmp(&(b.language, b.order, &b.id)));
    sections.iter().for_each(|section| follows_itself(section, &sections, diagnostics));
    sections
}

/// A section cannot end before it starts.
fn never_holds(section: &GeneralSection, file: &File<'_>, diagnostics: &mut Diagnostics) {
    if let (Some(from), Some(until)) = (section.from, section.until)
        && until.last() < from.date
    {
        let place = file.fields().day("until").map_or(file.place(), |until| until.place);
        diagnostics.push(
            Diagnostic::error("bad-date", place, "This section would end before it starts")
                .help(format!("`from` is {from}: give `until` a later date.")),
        );
    }
}

/// A section cannot follow itself, not even by way of others.
fn follows_itself(section: &GeneralSection, sections: &[GeneralSection], diagnostics: &mut Diagnostics) {
    let mut at = section;
    for _ in 0..sections.len() {
        let Some(follows) = &at.follows else { return };
        if follows.value == section.id {
            let place = section.follows.as_ref().map_or(section.place, |follows| follows.place);
            diagnostics.push(
                Diagnostic::error("circular-reference", place, format!("`{}` would follow itself", section.id))
                    .help("Name a section that does not in turn follow this one."),
            );
            return;
        }
        let next = sections.iter().find(|other| other.language == at.language && other.id == follows.value);
        let Some(next) = next else { return };
        at = next;
    }
}

fn free_pages(files: &[File<'_>]) -> Vec<FreePage> {
    let mut pages = Vec::new();
    for file in files {
        if let Role::Page(id, language) = &file.role {
            pages.push(hub::free_page(id, *language, file.place(), file.fields(), &file.fragment.body));
        }
    }
    pages.sort_by(|a, b| (a.language, &a.id).cmp(&(b.language, &b.id)));
    pages
}
