//! The files of the hub with what they are for, and what is wrong with files as such.

use std::collections::BTreeMap;

use super::fields::Fields;
use super::role::Role;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics, at};
use crate::domain::Language;
use crate::parse::Fragment;
use crate::text::{FileId, Place, Sources, Span};

/// A file with what it is for.
pub struct File<'a> {
    /// Its number.
    pub id: FileId,
    /// What it is for.
    pub role: Role,
    /// What it says.
    pub fragment: &'a Fragment,
}

impl<'a> File<'a> {
    /// Its front matter.
    pub fn fields(&self) -> Fields<'a> {
        Fields { file: self.id, table: &self.fragment.table }
    }

    /// The start of the front matter, for findings about the whole.
    pub fn head(&self) -> Span {
        let start = self.fragment.table.span.start;
        if start >= 4 { Span { start: start - 4, end: start - 1 } } else { Span { start, end: start + 1 } }
    }

    /// The same as a place.
    pub fn place(&self) -> Place {
        at(self.id, self.head())
    }

    /// Its language, if it is written in one.
    pub fn language(&self) -> Option<Language> {
        match self.role {
            Role::Notice(_, language)
            | Role::Fragment(_, language)
            | Role::General(_, language)
            | Role::Page(_, language) => Some(language),
            _ => None,
        }
    }
}

/// What is wrong with files as such: their form, their names, their places.
pub fn report_forms(files: &[File<'_>], sources: &Sources, diagnostics: &mut Diagnostics) {
    let mut notices: BTreeMap<(&str, Language), &File<'_>> = BTreeMap::new();
    for file in files {
        file.fragment.report(file.id, diagnostics);
        let start = at(file.id, Span::new(0, 0));
        match &file.role {
            Role::BadName(remedy) => diagnostics.push(
                Diagnostic::error("bad-id", start, "The name of this file cannot be an id")
                    .help(format!("An id has lower-case letters, digits and hyphens. {remedy}")),
            ),
            Role::Stray => diagnostics.push(
                Diagnostic::warning("stray-file", start, "Noticeboard does not know what this file is for, and leaves it out")
                    .help("Notices stand in content/notices, general sections in content/general, pages in content/pages, files to link to in content/documents."),
            ),
            Role::Notice(id, language) => {
                if let Some(other) = notices.insert((id, *language), file) {
                    let path = &sources.get(other.id).path;
                    diagnostics.push(
                        Diagnostic::error("duplicate-id", start, format!("There is another notice `{id}`: {path}"))
                            .help("Rename or delete one of them."),
                    );
                }
            }
            _ => {}
        }
    }
    for file in files {
        if let Role::Fragment(id, language) = &file.role
            && !notices.contains_key(&(id.as_str(), *language))
        {
            let ending = if *language == Language::En { String::new() } else { format!(".{}", language.code()) };
            diagnostics.push(
                Diagnostic::error(
                    "notice-missing",
                    at(file.id, Span::new(0, 0)),
                    format!("This fragment belongs to no notice: its folder has no index{ending}.md"),
                )
                .help("Add index.md with the title, summary and category of the notice."),
            );
        }
    }
}

/// Files in a language that the hub is not published in.
pub fn report_languages(files: &[File<'_>], config: &Config, diagnostics: &mut Diagnostics) {
    for file in files {
        let Some(language) = file.language().filter(|language| !config.languages.contains(language)) else { continue };
        diagnostics.push(
            Diagnostic::error(
                "unknown-language",
                at(file.id, Span::new(0, 0)),
                format!("The hub is not published in the language `{}`", language.code()),
            )
            .help(format!("Add \"{}\" to `languages` in site.toml, or take the file away.", language.code())),
        );
    }
}
