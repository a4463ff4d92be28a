//! The notices that an export speaks of, each once, with what is needed to put it into words.

use std::collections::HashMap;

use crate::assemble::Document;
use crate::domain::{Controller, Item, Language, Notice, Party, Recipient, Words};
use crate::language::Wording;
use crate::render::context::{Context, Voice};
use crate::render::plain;

/// What is exported of a hub.
#[derive(Clone, Debug)]
pub struct Selection {
    /// The language of the headings, and of notices that exist in it.
    pub language: Language,
    /// One notice alone, by its id.
    pub only: Option<String>,
    /// The notices of one controller alone, by its id.
    pub controller: Option<String>,
}

/// A notice of an export.
pub struct Entry<'a> {
    /// The hub.
    pub context: &'a Context<'a>,
    /// The notice.
    pub notice: &'a Notice,
    /// The notice in reading order.
    pub document: &'a Document,
    /// The index of its controller.
    pub controller: usize,
    /// The strings of its language.
    pub wording: &'a Wording,
    /// The same notice in the other languages of the hub.
    twins: Vec<&'a Notice>,
}

/// The notices of a selection: each once, in the language asked for or else the hub's first in which it exists. By
/// controller and category in the order of the settings, then by id.
pub fn entries<'a>(context: &'a Context<'a>, selection: &Selection) -> Vec<Entry<'a>> {
    let (register, config) = (&context.hub.register, context.config());
    let rank = |language: Language| {
        let place = config.languages.iter().position(|one| *one == language);
        (language != selection.language, place)
    };
    let mut by_id: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, notice) in register.notices.iter().enumerate() {
        by_id.entry(&notice.id).or_default().push(index);
    }
    let mut entries: Vec<Entry<'a>> = by_id
        .into_values()
        .filter_map(|mut indices| {
            indices.sort_by_key(|index| rank(register.notices[*index].language));
            let (first, others) = indices.split_first()?;
            Some(entry(context, *first, others))
        })
        .filter(|entry| selection.has(entry))
        .collect();
    entries.sort_by_key(|entry| {
        (entry.controller, config.categories.position(&entry.notice.category.value), entry.notice.id.clone())
    });
    entries
}

fn entry<'a>(context: &'a Context<'a>, index: usize, others: &[usize]) -> Entry<'a> {
    let notices = &context.hub.register.notices;
    let notice = &notices[index];
    Entry {
        context,
        notice,
        document: &context.hub.assembly.documents[index],
        controller: context.controller_of(notice),
        wording: context.wording(notice.language),
        twins: others.iter().map(|other| &*notices[*other]).collect(),
    }
}

impl Selection {
    fn has(&self, entry: &Entry<'_>) -> bool {
        let is_its = |id: &String| entry.controller().id == *id;
        self.only.as_ref().is_none_or(|id| entry.notice.id == *id) && self.controller.as_ref().is_none_or(is_its)
    }
}

impl<'a> Entry<'a> {
    /// Its controller.
    pub fn controller(&self) -> &'a Controller {
        &self.context.config().controllers[self.controller]
    }

    /// What stands under a key of `[internal]`; where the notice has no such key, what a twin of it has.
    pub fn internal(&self, key: &str) -> Vec<String> {
        let mut found = [self.notice].into_iter().chain(self.twins.iter().copied());
        let texts = found.find_map(|notice| notice.internal.get(key));
        texts.into_iter().flatten().map(|text| text.value.to_string()).collect()
    }

    /// Words without markup.
    pub fn words(&self, words: &Words) -> String {
        plain::plain(self.context, &self.voice(), words).into_owned()
    }

    /// Words without markup, if there are any.
    pub fn maybe(&self, words: &Option<Box<Words>>) -> Vec<String> {
        words.iter().map(|words| self.words(words)).collect()
    }

    /// Words without markup, and the whole addresses of their links.
    pub fn with_addresses(&self, words: &Words) -> Vec<String> {
        let mut lines = vec![self.words(words)];
        lines.extend(plain::addresses(self.context, &self.voice(), words));
        lines.retain(|line| !line.is_empty());
        lines.dedup();
        lines
    }

    /// A string of the notice's language.
    pub fn text(&self, key: &str) -> String {
        self.wording.text(key).to_owned()
    }

    /// An item on one line, with those below it: "proof of address (a bill, a bank statement)".
    pub fn item(&self, item: &Item) -> String {
        self.with_items(self.words(&item.text), &item.items)
    }

    /// A text with the items below it on the same line.
    pub fn with_items(&self, text: String, items: &[Item]) -> String {
        if items.is_empty() {
            return text;
        }
        let below: Vec<String> = items.iter().map(|item| self.item(item)).collect();
        format!("{} ({})", text.trim_end_matches(':'), below.join(", "))
    }

    /// The name of a party.
    pub fn party(&self, party: &Party) -> String {
        self.context.party(party, self.notice.language).0
    }

    /// The kind of a recipient, in words.
    pub fn kind(&self, recipient: &Recipient) -> String {
        self.text(&format!("recipient_groups.{}", self.context.recipient_kind(recipient).id()))
    }

    /// The whole address of its page.
    pub fn address(&self) -> String {
        let page = self.context.pages.find_notice(self.notice.language, &self.notice.id);
        page.map(|page| self.context.canonical_page(page)).unwrap_or_default()
    }

    fn voice(&self) -> Voice<'_> {
        Voice::of_notice(self.context, self.notice)
    }
}
