//! What is wrong with files as such: their form, their names, their places, their languages.
//!
//! Takes files with their roles; reports. Does not look into them.

use std::collections::BTreeMap;

use super::file::Unread;
use super::role::{Role, better_file_name, is_file_name};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics, at};
use crate::domain::Language;
use crate::text::{FileId, HubPath, Sources, Span};

/// Reports what is wrong with the name and the place of each file.
pub fn report(files: &[Unread<'_>], sources: &Sources, diagnostics: &mut Diagnostics) {
    let mut notices: BTreeMap<(&str, Language), &Unread<'_>> = BTreeMap::new();
    for file in files {
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
            Role::Document => report_document(file.id, sources.path(file.id), diagnostics),
            Role::Notice(id, language) => {
                if let Some(other) = notices.insert((id, *language), file) {
                    let path = sources.path(other.id);
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

/// A document whose name cannot be part of an address.
fn report_document(file: FileId, path: &HubPath, diagnostics: &mut Diagnostics) {
    let parts: Vec<&str> = path.as_str().split('/').skip(2).collect();
    if parts.iter().copied().all(is_file_name) {
        return;
    }
    let better: Vec<String> = parts.into_iter().map(better_file_name).collect();
    diagnostics.push(
        Diagnostic::error(
            "bad-file-name",
            at(file, Span::default()),
            "The name of this document cannot be part of an address",
        )
        .help(format!("Use lower-case letters, digits, hyphens and dots: rename it to `{}`.", better.join("/"))),
    );
}

/// Files in a language that the hub is not published in.
pub fn report_languages<'f>(
    files: impl Iterator<Item = (FileId, &'f Role)>,
    config: &Config,
    diagnostics: &mut Diagnostics,
) {
    for (file, role) in files {
        let Some(language) = role.language().filter(|language| !config.languages.contains(language)) else { continue };
        diagnostics.push(
            Diagnostic::error(
                "unknown-language",
                at(file, Span::new(0, 0)),
                format!("The hub is not published in the language `{}`", language.code()),
            )
            .help(format!("Add \"{}\" to `languages` in site.toml, or take the file away.", language.code())),
        );
    }
}
