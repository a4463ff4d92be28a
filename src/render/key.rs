//! What a file of a site is made from, as digests: a preview makes a file again only where its key is another than it was.
//!
//! The key of a notice's page names each thing that the page shows ([`NoticeKey`]), so that nothing has to be prepared
//! to know that nothing has changed. Everything else may list what any notice says, and has one key together.

use super::context::Context;
use super::shared::Shared;
use crate::assemble::{Document, Part};
use crate::domain::{Notice, Party};
use crate::resolve::{PageKey, PageKind, Target};
use crate::text::{Digest, FileId};

/// What a file of a site is made from: two files with the same key have the same bytes, where one program makes both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// Of what is about one notice.
    Notice(NoticeKey),
    /// Of what is about the hub.
    Hub(Digest),
}

impl Key {
    /// What differs from another key, in words.
    pub fn changes(&self, last: &Key) -> Vec<&'static str> {
        match (self, last) {
            (Key::Notice(key), Key::Notice(last)) => key.changes(last),
            _ => vec!["the hub"],
        }
    }
}

/// What everything that lists notices is made from.
#[derive(Clone, Copy, Debug)]
pub struct HubKey {
    /// With the texts of notices, which the search looks into.
    pub with_texts: Digest,
    /// Without them.
    pub without_texts: Digest,
}

/// Everything that the page of a notice and the files that go with it are made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NoticeKey {
    /// All templates.
    pub theme: Digest,
    /// `site.toml`, and what every page says of the hub.
    pub settings: Digest,
    /// The day.
    pub day: Digest,
    /// The front matter of its own files.
    pub front: Digest,
    /// The texts of its own files.
    pub text: Digest,
    /// Its sections, with the general sections that join them.
    pub sections: Digest,
    /// The pages and documents that its links lead to, and the services that it names.
    pub links: Digest,
    /// The notices that mention it.
    pub backlinks: Digest,
    /// The organisations of the hub, where it names one.
    pub organisations: Digest,
    /// The cookies of the hub, where it shows them.
    pub cookies: Digest,
}

impl NoticeKey {
    /// What differs from another key, in words.
    fn changes(&self, last: &NoticeKey) -> Vec<&'static str> {
        let NoticeKey { theme, settings, day, front, text, sections, links, backlinks, organisations, cookies } = self;
        let fields = [
            ("theme", theme == &last.theme),
            ("settings", settings == &last.settings),
            ("day", day == &last.day),
            ("front matter", front == &last.front),
            ("text", text == &last.text),
            ("sections", sections == &last.sections),
            ("links", links == &last.links),
            ("backlinks", backlinks == &last.backlinks),
            ("organisations", organisations == &last.organisations),
            ("cookies", cookies == &last.cookies),
        ];
        fields.into_iter().filter(|(_, is_same)| !is_same).map(|(name, _)| name).collect()
    }
}

/// What is the same in the keys of all notices' pages.
pub struct Keys<'a> {
    context: Context<'a>,
    shared: &'a Shared,
    theme: Digest,
    settings: Digest,
    day: Digest,
    cookies: Digest,
    /// The address and the title of each page.
    pages: Vec<Digest>,
}

impl<'a> Keys<'a> {
    /// The keys of a hub's pages. `site` is a digest of what every page says of the hub.
    pub fn new(context: Context<'a>, shared: &'a Shared, theme: Digest, site: Digest) -> Self {
        let pages = &context.pages.pages;
        let pages: Vec<Digest> = pages.iter().map(|page| Digest::of(&(page.address.as_str(), &page.title))).collect();
        // Any page can link to those that are there for all: the general notice, the overviews.
        let is_common =
            |kind: &PageKind| !matches!(kind, PageKind::Notice(_) | PageKind::Redirect(_) | PageKind::Category(_));
        let common = context.pages.pages.iter().zip(&pages).filter(|(page, _)| is_common(&page.kind));
        let common = Digest::of_all(common.map(|(_, digest)| digest));
        let register = &context.hub.register;
        let settings = Digest::of(&(site, register.digests.config, common));
        let day = Digest::of(&context.hub.today);
        let mut keys = Keys { context, shared, theme, settings, day, cookies: Digest::default(), pages };
        keys.cookies = keys.of_cookies();
        keys
    }

    /// The cookies, with what their links lead to.
    fn of_cookies(&self) -> Digest {
        let cookies = &self.context.hub.register.cookies;
        let file = cookies.first().map(|cookie| cookie.name.place.file);
        let targets = file.map(|file| self.targets(file));
        Digest::of(&(self.context.hub.register.digests.cookies, targets))
    }

    /// The key of the page of a document.
    pub fn notice(&self, document: &Document) -> NoticeKey {
        let register = &self.context.hub.register;
        let notice = &register.notices[document.notice];
        let shows_cookies = document.sections.iter().any(|section| section.id == "cookies");
        NoticeKey {
            theme: self.theme,
            settings: self.settings,
            day: self.day,
            front: register.digests.fronts[document.notice],
            text: register.digests.texts[document.notice],
            sections: self.sections(notice, document),
            links: self.links(notice),
            backlinks: Digest::of_all(self.context.pages.backlinks[document.notice].iter().map(|index| {
                let other = &register.notices[*index];
                self.about(self.context.page_of_notice(other.language, &other.id))
            })),
            organisations: if names_organisation(notice) { register.digests.organisations } else { Digest::default() },
            cookies: if shows_cookies { self.cookies } else { Digest::default() },
        }
    }

    /// The key of everything that lists notices, from the keys of them all: lists show everything of them but their texts
    /// and who mentions them.
    pub fn hub(&self, notices: &[NoticeKey]) -> HubKey {
        let register = &self.context.hub.register;
        let shown = notices.iter().map(|key| {
            let NoticeKey { front, sections, links, organisations, cookies, .. } = key;
            (front, sections, links, organisations, cookies)
        });
        let digests = &register.digests;
        let of_parts = (digests.general, digests.pages, digests.organisations, self.cookies);
        // The files of the hub itself, and what their links lead to.
        let own = register.general.iter().map(|section| section.file);
        let own = own.chain(register.pages.iter().map(|page| page.file)).chain([register.config.file]);
        let own = own.chain(self.context.hub.sources.find("content/organisations.toml"));
        let links = Digest::of_all(own.map(|file| self.targets(file)));
        let without_texts = Digest::of(&(self.theme, self.settings, self.day, of_parts, links, Digest::of_all(shown)));
        let texts = Digest::of_all(notices.iter().map(|key| key.text));
        HubKey { with_texts: Digest::of(&(without_texts, texts)), without_texts }
    }

    /// What the links of a file lead to.
    fn targets(&self, file: FileId) -> Digest {
        Digest::of_all(self.context.pages.targets.of(file).iter().map(|target| self.target(target)))
    }

    fn sections(&self, notice: &Notice, document: &Document) -> Digest {
        let controller = self.context.controller_of(notice);
        let general = &self.context.hub.register.general;
        let part = |part: &Part| match part {
            Part::Data => Digest::default(),
            Part::Own(index) => Digest::of(index),
            Part::General(index) => self.shared.digest(*index, controller),
            Part::Link(index) => {
                let section = &general[*index];
                let summary = section.summary.as_ref().map(|summary| &summary.value);
                Digest::of(&(&section.id, &section.title.value, summary))
            }
        };
        let parts = |parts: &[Part]| -> Vec<Digest> { parts.iter().map(part).collect() };
        let sections = document.sections.iter();
        let sections = Digest::of_all(sections.map(|one| (&one.id, &one.heading, parts(&one.parts))));
        Digest::of(&(sections, self.shared.digests_of(controller, notice.language)))
    }

    fn links(&self, notice: &Notice) -> Digest {
        let targets = notice.files.iter().flat_map(|file| self.context.pages.targets.of(*file));
        let of_texts = targets.map(|target| self.target(target));
        let named = notice.parties().filter_map(|party| match party {
            Party::Notice(id) => Some(&id.value),
            Party::Named(_) | Party::Organisation(_) => None,
        });
        let related = notice.related.iter().map(|id| &id.value);
        let of_names = named.chain(related);
        let of_names = of_names.map(|id| self.about(self.context.page_of_notice(notice.language, id)));
        let sharing = self.context.hub.assembly.sharing_of(notice.language);
        let entry = |party| sharing.and_then(|sharing| sharing.find(party)).map(|entry| Digest::of(&entry.id));
        let of_entries = notice.parties().filter_map(entry);
        let category = PageKey::Category(notice.category.value.to_string());
        let category = self.about(self.context.page_of(notice.language, &category));
        let languages = &self.context.config().languages;
        let twins = languages.iter().filter_map(|language| self.context.pages.find_notice(*language, &notice.id));
        let around = [category].into_iter().chain(twins.map(|page| self.pages[page]));
        Digest::of_all(of_texts.chain(of_names).chain(of_entries).chain(around))
    }

    fn target(&self, target: &Target) -> Digest {
        match target {
            Target::Page(page, anchor) => {
                Digest::of(&(self.pages[*page], anchor.as_ref().map(|anchor| (&anchor.id, &anchor.title))))
            }
            Target::SamePage(anchor) => Digest::of(&(&anchor.id, &anchor.title)),
            Target::Document(index) => {
                let document = &self.context.hub.documents[*index];
                Digest::of(&(&document.path, document.bytes.len()))
            }
            Target::External(address) => Digest::of(address),
            Target::Nothing => Digest::default(),
        }
    }

    /// A page that something leads to, if it is there.
    fn about(&self, page: Option<usize>) -> Digest {
        page.map_or_else(Digest::default, |page| self.pages[page])
    }
}

fn names_organisation(notice: &Notice) -> bool {
    notice.parties().any(|party| matches!(party, Party::Organisation(_)))
}
