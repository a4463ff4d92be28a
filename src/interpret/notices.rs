//! The notices of all services: each from its files, in parallel, and only where something in them has changed.
//!
//! Answers what every notice says. Takes files with their roles and the ids that exist; guarantees the order of
//! language and id. What a notice is made from is its key: see [`NoticeMemo`].

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::body::{self, Joinable};
use super::file::{File, Unread};
use super::known::Known;
use super::role::Role;
use super::{Register, notice, validate};
use crate::diagnostic::{Diagnostic, Diagnostics, nearest};
use crate::domain::{Language, Notice, StandardSection};
use crate::language::Wordings;
use crate::memo::Memo;
use crate::parse::Fragment;
use crate::text::{Digest, FileId, Sources, is_slug, slug};

/// The notices of the last build, by the file that holds each. The key is a digest of everything that a notice is
/// made from: its language and id, the numbers and texts of its files, the ids that exist in the hub, the default
/// controller, and the general sections that its text can join.
pub type NoticeMemo = Memo<FileId, Digest, Interpreted>;

/// A notice, and what is wrong with the keys and values of its files.
#[derive(Clone, Debug)]
pub struct Interpreted {
    /// The notice.
    pub notice: Arc<Notice>,
    diagnostics: Arc<[Diagnostic]>,
}

/// The files of a notice: the one that holds it, and its fragments in the order of their paths.
struct Files<'a> {
    language: Language,
    id: String,
    main: Unread<'a>,
    fragments: Vec<Unread<'a>>,
}

/// A fragment with the number of its source.
type Numbered = (FileId, Arc<Fragment>);

impl Files<'_> {
    /// What stays of the files of a notice that is known.
    fn known(self) -> Vec<Numbered> {
        [self.main].into_iter().chain(self.fragments).map(|file| (file.id, file.fragment())).collect()
    }
}

/// What is the same for all notices.
struct Setting<'s> {
    sources: &'s Sources,
    known: &'s Known,
    wordings: &'s Wordings,
    default_controller: &'s str,
    joinable: HashMap<Language, Joinable>,
    digest: Digest,
}

/// Interprets every notice. Gives each with the digest of what it was made from, and the fragments of all files.
pub fn interpret(
    files: Vec<Unread<'_>>,
    register: &Register,
    (sources, known, wordings): (&Sources, &Known, &Wordings),
    memo: &mut NoticeMemo,
    diagnostics: &mut Diagnostics,
) -> (Vec<(Arc<Notice>, Digest)>, Vec<Numbered>) {
    let setting = Setting::new(register, sources, known, wordings);
    let (groups, rest) = group(files);
    let made: Vec<(FileId, Digest, Interpreted, Vec<Numbered>)> = groups
        .into_par_iter()
        .map(|files| {
            let (file, key) = (files.main.id, memo.key(|| setting.key(&files)));
            let (interpreted, fragments) = match memo.get(&file, &key) {
                Some(interpreted) => (interpreted, files.known()),
                None => setting.interpret(files),
            };
            (file, key, interpreted, fragments)
        })
        .collect();
    let mut fragments = Vec::with_capacity(sources.len());
    for file in rest.into_iter().map(Unread::read) {
        validate(&file, sources, known, diagnostics);
        fragments.push((file.id, file.fragment));
    }
    let mut kept = Vec::with_capacity(made.len());
    for (file, key, interpreted, of_notice) in made {
        interpreted.diagnostics.iter().for_each(|diagnostic| diagnostics.push(diagnostic.clone()));
        fragments.extend(of_notice);
        kept.push((file, key, interpreted));
    }
    let notices = kept.iter().map(|(_, key, interpreted)| (Arc::clone(&interpreted.notice), *key)).collect();
    memo.keep(kept.into_iter());
    (notices, fragments)
}

/// The files of each notice, in the order of language and id; and those that belong to none, which has been reported.
fn group(files: Vec<Unread<'_>>) -> (Vec<Files<'_>>, Vec<Unread<'_>>) {
    let mut notices: BTreeMap<(Language, String), Files<'_>> = BTreeMap::new();
    let (mut fragments, mut rest) = (Vec::new(), Vec::new());
    for main in files {
        let Role::Notice(id, language) = &main.role else {
            fragments.push(main);
            continue;
        };
        let (id, language) = (id.clone(), *language);
        match notices.entry((language, id.clone())) {
            Entry::Vacant(entry) => {
                entry.insert(Files { language, id, main, fragments: Vec::new() });
            }
            Entry::Occupied(_) => rest.push(main),
        }
    }
    for file in fragments {
        let Role::Fragment(id, language) = &file.role else { continue };
        match notices.get_mut(&(*language, id.clone())) {
            Some(notice) => notice.fragments.push(file),
            None => rest.push(file),
        }
    }
    (notices.into_values().collect(), rest)
}

impl<'s> Setting<'s> {
    fn new(register: &'s Register, sources: &'s Sources, known: &'s Known, wordings: &'s Wordings) -> Self {
        let config = &register.config;
        let default_controller = config.controllers[config.default_controller].id.as_str();
        let general: Vec<(Language, &str, &str)> =
            register.general.iter().map(|one| (one.language, one.id.as_str(), one.title.value.as_str())).collect();
        let joinable = Language::ALL.into_iter().map(|language| {
            let in_language = general.iter().filter(|(of, _, _)| *of == language);
            let general = in_language.map(|(_, id, title)| ((*id).to_owned(), (*title).to_owned()));
            (language, Joinable::new(wordings.of(language), general.collect()))
        });
        let titles = Language::ALL.map(|language| {
            StandardSection::ALL.map(|section| wordings.of(language).section_title(section).to_owned())
        });
        let digest = Digest::of(&(known, default_controller, &general, titles));
        Setting { sources, known, wordings, default_controller, joinable: joinable.collect(), digest }
    }

    fn key(&self, files: &Files<'_>) -> Digest {
        let text = |file: &Unread<'_>| (file.id, self.sources.get(file.id).digest());
        let fragments: Vec<(FileId, Digest)> = files.fragments.iter().map(text).collect();
        Digest::of(&(self.digest, files.language, &files.id, text(&files.main), fragments))
    }

    fn interpret(&self, files: Files<'_>) -> (Interpreted, Vec<Numbered>) {
        let mut diagnostics = Diagnostics::new();
        let joinable = &self.joinable[&files.language];
        let Files { language, id, main, fragments } = files;
        let main = main.read();
        let mut fragments: Vec<File<'_>> = fragments.into_iter().map(Unread::read).collect();
        validate(&main, self.sources, self.known, &mut diagnostics);
        let mut notice = notice::notice(
            (&id, language),
            main.place(),
            main.fields(),
            self.default_controller,
            &self.wordings.of(language).collation,
        );
        body::add_sections(&mut notice, main.id, &main.fragment.body, joinable);
        fragments.sort_by_key(|file| (file.fields().whole("order").unwrap_or(0), file.id));
        for file in &fragments {
            validate(file, self.sources, self.known, &mut diagnostics);
            notice::extend(&mut notice, file.fields());
            add_fragment_text(&mut notice, file, joinable, &mut diagnostics);
        }
        notice.changes.sort_by_key(|change| std::cmp::Reverse(change.date));
        report_self_reference(&notice, &mut diagnostics);
        let interpreted = Interpreted { notice: Arc::new(notice), diagnostics: diagnostics.sorted().into() };
        (interpreted, [main].into_iter().chain(fragments).map(|file| (file.id, file.fragment)).collect())
    }
}

fn add_fragment_text(notice: &mut Notice, file: &File<'_>, joinable: &Joinable, diagnostics: &mut Diagnostics) {
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
        valid.extend(joinable.general_ids());
        let error =
            Diagnostic::error("unknown-section", section.place, format!("There is no section `{}`", section.value));
        let error = match nearest(&section, valid) {
            Some(right) => error.help(format!("Did you mean `{right}`?")),
            None => error,
        };
        diagnostics.push(error.help("For a section of the notice's own, give it a `title`."));
    }
    body::add_to_section(notice, file.id, prose, &section, title);
}

/// A notice that names itself where it should name another.
fn report_self_reference(notice: &Notice, diagnostics: &mut Diagnostics) {
    for id in notice.related.iter().chain(notice.services_named()).filter(|id| id.value == notice.id) {
        diagnostics.push(
            Diagnostic::error("self-reference", id.place, format!("The notice `{}` names itself", notice.id))
                .help("Name another notice here, or delete it."),
        );
    }
}
