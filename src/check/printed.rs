//! The files that readers see something of on the day of the build, with their words.
//!
//! Leaves out general sections that do not hold.

use std::sync::Arc;

use rayon::prelude::*;

use super::lexicon::Lexicon;
use super::running::RunningText;
use crate::assemble::Part;
use crate::domain::Language;
use crate::memo::Memo;
use crate::resolve::Hub;
use crate::text::{Digest, FileId};

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
    /// Its words that readers see.
    pub text: Arc<RunningText>,
}

/// The running texts of the last build, by file. The key is a digest of the file's bytes and the language.
pub type TextMemo = Memo<FileId, Digest, Arc<RunningText>>;

/// Every file that readers see something of and that belongs to no single notice.
pub fn shared(hub: &Hub, lexicon: &Lexicon, memo: &mut TextMemo) -> Vec<Printed> {
    let mut files = roles(hub);
    let key = |printed: &Printed| Digest::of(&(hub.sources.get(printed.file).digest(), printed.language));
    files.par_iter_mut().for_each(|printed| {
        let make = || Arc::new(running_text(hub, printed.file, printed.language, lexicon));
        printed.text = memo.get(&printed.file, &key(printed)).unwrap_or_else(make);
    });
    memo.keep(files.iter().map(|printed| (printed.file, key(printed), Arc::clone(&printed.text))));
    files
}

/// The files of the notice at `index` of the register.
pub fn of_notice(hub: &Hub, index: usize, lexicon: &Lexicon) -> Vec<Printed> {
    let notice = &hub.register.notices[index];
    let (role, language) = (Role::Notice(index), notice.language);
    let printed = |file: &FileId| {
        let text = Arc::new(running_text(hub, *file, language, lexicon));
        Printed { file: *file, role, language, notices: vec![index], text }
    };
    notice.files.iter().map(printed).collect()
}

fn running_text(hub: &Hub, file: FileId, language: Language, lexicon: &Lexicon) -> RunningText {
    let fragment = &hub.fragments[file.0 as usize];
    RunningText::new(&hub.sources.get(file).text, (&fragment.seen, fragment.body_start as usize), language, lexicon)
}

/// The shared files, still without their words.
fn roles(hub: &Hub) -> Vec<Printed> {
    let register = &hub.register;
    let printed = |file, role, language, notices| Printed { file, role, language, notices, text: Arc::default() };
    let mut list = Vec::new();
    let mut takers = takers(hub);
    for (index, section) in register.general.iter().enumerate().filter(|(_, one)| one.holds_on(hub.today)) {
        let notices = std::mem::take(&mut takers[index]);
        list.push(printed(section.file, Role::General(index), section.language, notices));
    }
    for (index, page) in register.pages.iter().enumerate() {
        list.push(printed(page.file, Role::Page(index), page.language, Vec::new()));
    }
    let language = register.config.default_language();
    for path in ["site.toml", "content/cookies.toml", "content/organisations.toml"] {
        list.extend(hub.sources.find(path).map(|file| printed(file, Role::Table, language, Vec::new())));
    }
    list
}

/// For each general section, the notices that print its words.
fn takers(hub: &Hub) -> Vec<Vec<usize>> {
    let mut takers = vec![Vec::new(); hub.register.general.len()];
    for document in &hub.assembly.documents {
        for part in document.sections.iter().flat_map(|section| &section.parts) {
            if let Part::General(index) = part {
                takers[*index].push(document.notice);
            }
        }
    }
    takers
}
