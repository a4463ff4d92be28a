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
mod role;
pub mod shape;
mod site;
mod validate;
mod values;

use std::collections::{BTreeMap, BTreeSet};

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::domain::{Cookie, FreePage, GeneralSection, Language, Notice, Organisation, Party, StandardSection};
use crate::language::Wordings;
use crate::parse::{Fragment, Table};
use crate::text::{FileId, Place, Sources, is_slug, slug};

use body::Joinable;
use fields::Fields;
use file::File;
use known::Known;
use role::Role;
use validate::Validation;

pub use values::{article_9_spellings, lawful_basis_spellings};

/// Everything that the hub says, in the terms of the field.
#[derive(Clone, Debug)]
pub struct Register {
    /// The hub as a whole.
    pub config: Config,
    /// Every notice, by language and id.
    pub notices: Vec<Notice>,
    /// Every section of the general notice, by language, order and id.
    pub general: Vec<GeneralSection>,
    /// Every free page, by language and id.
    pub pages: Vec<FreePage>,
    /// The organisations of `organisations.toml`.
    pub organisations: Vec<Organisation>,
    /// The cookies of `cookies.toml`.
    pub cookies: Vec<Cookie>,
}

/// Interprets all fragments; the index of each is the number of its source.
pub fn interpret(
    sources: &Sources,
    fragments: &[Fragment],
    wordings: &Wordings,
    diagnostics: &mut Diagnostics,
) -> Register {
    let files: Vec<File<'_>> = sources
        .iter()
        .zip(fragments)
        .map(|((id, source), fragment)| File { id, role: Role::of(&source.path), fragment })
        .collect();
    forms::report(&files, sources, diagnostics);
    let known = known(&files);
    validate(&files, sources, &known, diagnostics);
    let config = config(&files);
    let general = general_sections(&files, diagnostics);
    let mut register = Register {
        pages: free_pages(&files),
        organisations: whole_file(&files, &Role::Organisations).map(hub::organisations).unwrap_or_default(),
        cookies: whole_file(&files, &Role::Cookies).map(hub::cookies).unwrap_or_default(),
        notices: Vec::new(),
        config,
        general,
    };
    register.notices = notices(&files, &register, wordings, diagnostics);
    forms::report_languages(&files, &register.config, diagnostics);
    register
}

fn known(files: &[File<'_>]) -> Known {
    let mut known = Known::default();
    for File { role, fragment, .. } in files {
        match role {
            Role::Site => {
                known.categories = known::ids_in(&fragment.table, "categories");
                known.controllers = known::ids_in(&fragment.table, "controllers");
            }
            Role::Organisations => {
                known.organisations = fragment.table.entries.iter().map(|entry| entry.key.clone()).collect();
            }
            Role::Notice(id, _) => {
                known.notices.insert(id.clone());
            }
            Role::General(id, _) => {
                known.general.insert(id.clone());
            }
            _ => {}
        }
    }
    known
}

fn validate(files: &[File<'_>], sources: &Sources, known: &Known, diagnostics: &mut Diagnostics) {
    for file in files {
        let table = &file.fragment.table;
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
    let count = known::ids_in(&file.fragment.table, "controllers").len();
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
    let site = files.iter().find(|file| file.role == Role::Site);
    match site {
        Some(file) => site::config(file.id, &file.fragment.table),
        None => site::config(FileId(0), &Table::default()),
    }
}

/// The fields of the one file of a role.
fn whole_file<'a>(files: &[File<'a>], role: &Role) -> Option<Fields<'a>> {
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

fn notices(files: &[File<'_>], register: &Register, wordings: &Wordings, diagnostics: &mut Diagnostics) -> Vec<Notice> {
    let default_controller = &register.config.controllers[register.config.default_controller].id;
    let mut notices: BTreeMap<(Language, &str), Notice> = BTreeMap::new();
    for file in files {
        if let Role::Notice(id, language) = &file.role {
            let notice = notice::notice(id, *language, file.place(), file.fields(), default_controller);
            notices.entry((*language, id)).or_insert(notice);
        }
    }
    let fragments = fragments(files);
    for ((language, id), notice) in &mut notices {
        let wording = wordings.of(*language);
        let title = |section: StandardSection| wording.section_title(section).to_owned();
        let in_language = register.general.iter().filter(|section| section.language == *language);
        let general: Vec<(String, String)> =
            in_language.map(|section| (section.id.clone(), section.title.value.clone())).collect();
        let joinable = Joinable { standard_title: &title, general: &general };
        let main = notice.files[0].0 as usize;
        body::add_sections(notice, files[main].id, &files[main].fragment.body, &joinable);
        for file in fragments.get(&(*language, *id)).into_iter().flatten() {
            notice::extend(notice, file.fields());
            add_fragment_text(notice, file, &joinable, diagnostics);
        }
        notice.changes.sort_by_key(|change| std::cmp::Reverse(change.date));
        report_self_reference(notice, diagnostics);
    }
    notices.into_values().collect()
}

/// The fragments of each notice, by their order and then by file name.
fn fragments<'f, 'a>(files: &'f [File<'a>]) -> BTreeMap<(Language, &'f str), Vec<&'f File<'a>>> {
    let mut fragments: BTreeMap<(Language, &str), Vec<&File<'a>>> = BTreeMap::new();
    for file in files {
        if let Role::Fragment(id, language) = &file.role {
            fragments.entry((*language, id)).or_default().push(file);
        }
    }
    for files in fragments.values_mut() {
        files.sort_by_key(|file| (file.fields().whole("order").unwrap_or(0), file.id));
    }
    fragments
}

fn add_fragment_text(notice: &mut Notice, file: &File<'_>, joinable: &Joinable<'_>, diagnostics: &mut Diagnostics) {
    let prose = &file.fragment.body;
    let Some(section) = file.fields().text("section") else {
        body::add_sections(notice, file.id, prose, joinable);
        return;
    };
    let title = file.fields().text("title");
    let exists = joinable.has(&section) || notice.sections.iter().any(|own| own.id == section.value);
    if !is_slug(&section) {
        diagnostics.push(
            Diagnostic::error("bad-id", section.place, format!("`{}` cannot be the id of a section", section.value))
                .help(format!("Use lower-case letters, digits and hyphens: `{}`.", slug(&section))),
        );
    } else if !exists && title.is_none() {
        let mut valid: Vec<&str> = StandardSection::ALL.into_iter().map(StandardSection::id).collect();
        valid.extend(joinable.general.iter().map(|(id, _)| id.as_str()));
        let error =
            Diagnostic::error("unknown-section", section.place, format!("There is no section `{}`", section.value));
        let error = match crate::diagnostic::nearest(&section, valid) {
            Some(right) => error.help(format!("Did you mean `{right}`?")),
            None => error,
        };
        diagnostics.push(error.help("For a section of the notice's own, give it a `title`."));
    }
    body::add_to_section(notice, file.id, prose, &section, title);
}

/// A notice that names itself where it should name another.
fn report_self_reference(notice: &Notice, diagnostics: &mut Diagnostics) {
    let recipients = notice.recipients.iter().flatten().map(|recipient| &recipient.who);
    let sources = notice.personal_data.iter().flat_map(|data| &data.sources).filter_map(|source| match source {
        crate::domain::DataSource::Other { who, .. } => Some(who),
        crate::domain::DataSource::You => None,
    });
    let parties = recipients.chain(sources).filter_map(|party| match party {
        Party::Notice(id) => Some(id),
        Party::Named(_) | Party::Organisation(_) => None,
    });
    for id in notice.related.iter().chain(parties).filter(|id| id.value == notice.id) {
        diagnostics.push(
            Diagnostic::error("self-reference", id.place, format!("The notice `{}` names itself", notice.id))
                .help("Name another notice here, or delete it."),
        );
    }
}
