//! The files that readers see something of on the day of the build, and their words.
//!
//! Leaves out general sections that do not hold, and of front matter what is never printed (ids,
//! old addresses, `[internal]`, `[[accept]]`) or speaks of the past (`[[changes]]`).

use std::collections::HashMap;

use super::case::HubCase;
use super::wording::{blank, body_start, running_text};
use crate::assemble::Part;
use crate::domain::Language;
use crate::parse::{Table, ValueKind};
use crate::text::{FileId, Span};

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A notice or a fragment of one: its index in the register.
    Notice(usize),
    /// A general section: its index in the register.
    General(usize),
    /// A free page: its index in the register.
    Page(usize),
    /// `site.toml`, `cookies.toml` or `organisations.toml`.
    Table,
}

/// A file that readers see something of.
#[derive(Clone, Debug)]
pub struct Printed {
    /// The file.
    pub file: FileId,
    /// What it is for.
    pub role: Role,
    /// The language of its words.
    pub language: Language,
    /// The indices of the notices on whose pages its text stands.
    pub notices: Vec<usize>,
    /// Its words that readers see, at their places; everything else is blank.
    pub words: String,
    /// Where the text below the front matter starts; the end of a file that is all TOML.
    pub body: usize,
}

/// Every file that readers see something of. Made once, when the first rule asks for it.
#[derive(Debug)]
pub struct Files {
    list: Vec<Printed>,
    by_file: HashMap<FileId, usize>,
}

/// Keys whose texts readers do not see, or which speak of the past.
const UNSEEN: [&str; 17] = [
    "accept",
    "internal",
    "owner",
    "aliases",
    "changes",
    "category",
    "controller",
    "default_controller",
    "related",
    "most_used",
    "organisation",
    "notice",
    "section",
    "follows",
    "theme",
    "sort_as",
    "checks",
];

/// Keys that list ids in a notice or general section, and hold tables in `site.toml`.
const LISTS_OF_IDS: [&str; 2] = ["controllers", "categories"];

/// Every file that readers see something of.
pub fn files<'a>(whole: &'a HubCase<'_>) -> &'a [Printed] {
    &all(whole).list
}

/// A file, if readers see something of it.
pub fn file<'a>(whole: &'a HubCase<'_>, file: FileId) -> Option<&'a Printed> {
    let files = all(whole);
    files.by_file.get(&file).map(|index| &files.list[*index])
}

/// The words of a file that readers see; none for a file of which they see nothing.
pub fn words_of<'a>(whole: &'a HubCase<'_>, id: FileId) -> &'a str {
    file(whole, id).map_or("", |printed| &printed.words)
}

fn all<'a>(whole: &'a HubCase<'_>) -> &'a Files {
    whole.printed.get_or_init(|| {
        let mut list = roles(whole);
        // One after the other: a thread that waits for others in here may take up work that asks for these very words,
        // and would wait for itself.
        for printed in &mut list {
            printed.words = seen(whole, printed.file);
            printed.body = body_start(&whole.sources.get(printed.file).text);
        }
        let by_file = list.iter().enumerate().map(|(index, printed)| (printed.file, index)).collect();
        Files { list, by_file }
    })
}

/// The files, still without their words.
fn roles(whole: &HubCase<'_>) -> Vec<Printed> {
    let register = whole.hub.register;
    let printed =
        |file, role, language, notices| Printed { file, role, language, notices, words: String::new(), body: 0 };
    let mut list = Vec::new();
    for (index, notice) in register.notices.iter().enumerate() {
        let of = |file: &FileId| printed(*file, Role::Notice(index), notice.language, vec![index]);
        list.extend(notice.files.iter().map(of));
    }
    let mut takers = takers(whole);
    for (index, section) in register.general.iter().enumerate().filter(|(_, one)| one.holds_on(whole.hub.today)) {
        let notices = std::mem::take(&mut takers[index]);
        list.push(printed(section.file, Role::General(index), section.language, notices));
    }
    for (index, page) in register.pages.iter().enumerate() {
        list.push(printed(page.file, Role::Page(index), page.language, Vec::new()));
    }
    let language = register.config.default_language();
    for path in ["site.toml", "content/cookies.toml", "content/organisations.toml"] {
        list.extend(whole.sources.find(path).map(|file| printed(file, Role::Table, language, Vec::new())));
    }
    list
}

/// For each general section, the notices that print its words.
fn takers(whole: &HubCase<'_>) -> Vec<Vec<usize>> {
    let mut takers = vec![Vec::new(); whole.hub.register.general.len()];
    for document in &whole.hub.assembly.documents {
        for part in document.sections.iter().flat_map(|section| &section.parts) {
            if let Part::General(index) = part {
                takers[*index].push(document.notice);
            }
        }
    }
    takers
}

/// The text of a file in which everything that readers do not see is blank.
fn seen(whole: &HubCase<'_>, file: FileId) -> String {
    let mut text = running_text(whole.sources.get(file)).into_bytes();
    let mut unseen = Vec::new();
    collect_unseen(&whole.hub.fragments[file.0 as usize].table, &mut unseen);
    for span in unseen {
        if let Some(text) = text.get_mut(span.range()) {
            blank(text);
        }
    }
    // Values start and end with characters of one byte: what is left is whole.
    String::from_utf8(text).unwrap_or_default()
}

fn collect_unseen(table: &Table, unseen: &mut Vec<Span>) {
    for entry in &table.entries {
        let lists_ids = LISTS_OF_IDS.contains(&entry.key.as_str()) && matches!(entry.value.kind, ValueKind::Array(_));
        if UNSEEN.contains(&entry.key.as_str()) || lists_ids {
            blank_strings(&entry.value.kind, entry.value.span, unseen);
        } else {
            inner_tables(&entry.value.kind, unseen);
        }
    }
}

/// The strings of a value. The span of a table is that of its header alone.
fn blank_strings(kind: &ValueKind, span: Span, unseen: &mut Vec<Span>) {
    match kind {
        ValueKind::String(_) => unseen.push(span),
        ValueKind::Array(values) => values.iter().for_each(|value| blank_strings(&value.kind, value.span, unseen)),
        ValueKind::Table(table) => {
            table.entries.iter().for_each(|entry| blank_strings(&entry.value.kind, entry.value.span, unseen));
        }
        _ => {}
    }
}

fn inner_tables(kind: &ValueKind, unseen: &mut Vec<Span>) {
    match kind {
        ValueKind::Array(values) => values.iter().for_each(|value| inner_tables(&value.kind, unseen)),
        ValueKind::Table(table) => collect_unseen(table, unseen),
        _ => {}
    }
}
