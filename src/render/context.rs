//! What every piece of rendering needs: the hub, its pages, their addresses, and in whose name a text speaks.

use std::sync::Arc;

use crate::config::Config;
use crate::domain::{
    Address, Document, Language, Notice, Organisation, Overview, Party, Placeholder, Recipient, RecipientKind,
};
use crate::language::Wording;
use crate::resolve::{Hub, Page, PageKey, PageKind, Pages, RegulatorFacts, Target};
use crate::text::FileId;

use super::prose::{escape, fill};

/// The hub with all its pages.
#[derive(Clone)]
pub struct Context<'a> {
    /// What is published.
    pub hub: &'a Hub,
    /// Where it is published.
    pub pages: &'a Pages,
    /// The regulator, by language of the settings.
    pub regulators: Arc<[(Language, RegulatorFacts)]>,
    /// What links within the hub are written from.
    root: &'a str,
}

/// In whose name a text speaks, in which language, and of which notice.
#[derive(Clone, Copy)]
pub struct Voice<'a> {
    /// The index of the controller in the settings.
    pub controller: usize,
    /// The language.
    pub language: Language,
    /// The notice; none for text that is the same for many.
    pub notice: Option<&'a Notice>,
    /// Whether it is printed on another page than that of the notice.
    pub is_away: bool,
}

impl<'a> Voice<'a> {
    /// The voice of text that belongs to no notice.
    pub fn general(controller: usize, language: Language) -> Self {
        Voice { controller, language, notice: None, is_away: false }
    }

    /// The voice of a notice.
    pub fn of_notice(context: &Context<'a>, notice: &'a Notice) -> Self {
        let controller = context.controller_of(notice);
        Voice { controller, language: notice.language, notice: Some(notice), is_away: false }
    }

    /// The same voice on another page than that of the notice.
    pub fn away(self) -> Self {
        Voice { is_away: true, ..self }
    }

    /// The voice in which a page speaks.
    fn of(context: &Context<'a>, page: &Page) -> Self {
        match page.kind {
            PageKind::Notice(index) => Voice::of_notice(context, &context.hub.register.notices[index]),
            _ => Voice::general(context.config().default_controller, page.language),
        }
    }

    /// A text with the values of its placeholders.
    pub fn fill(&self, context: &Context<'_>, text: &str) -> String {
        Placeholder::fill(text, |placeholder| self.value(context, placeholder))
    }

    /// An address with the values of the placeholders in it.
    pub fn address(&self, context: &Context<'_>, address: &str) -> String {
        let is_phone = address.starts_with("tel:");
        Placeholder::fill(address, |placeholder| {
            let value = self.value(context, placeholder);
            if is_phone { value.replace(' ', "") } else { value }
        })
    }

    /// The value of a file's placeholder, by its number there.
    pub fn placeholder(&self, context: &Context<'_>, file: FileId, number: u32) -> String {
        let placeholder = context.hub.fragments[file.0 as usize].placeholders.get(number as usize);
        placeholder.map(|(placeholder, _)| self.value(context, *placeholder)).unwrap_or_default()
    }

    /// The value of a placeholder; empty for one without, which has been reported.
    pub fn value(&self, context: &Context<'_>, placeholder: Placeholder) -> String {
        match (placeholder.name(), self.notice) {
            ("notice.title", Some(notice)) => notice.title.value.to_string(),
            ("notice.url", Some(notice)) => {
                let page = context.pages.find_notice(notice.language, &notice.id);
                page.map(|page| context.canonical_page(page)).unwrap_or_default()
            }
            _ => context.pages.values.get(self.controller, self.language, placeholder).unwrap_or_default().to_owned(),
        }
    }
}

impl<'a> Context<'a> {
    /// A context for a hub whose pages are resolved.
    pub fn new(hub: &'a Hub, pages: &'a Pages) -> Self {
        let languages = hub.register.config.languages.iter();
        let regulators = languages.map(|language| (*language, RegulatorFacts::of(hub, *language))).collect();
        Context::with(hub, pages, regulators)
    }

    /// A context for which it is known who the regulator is.
    pub fn with(hub: &'a Hub, pages: &'a Pages, regulators: Arc<[(Language, RegulatorFacts)]>) -> Self {
        let config = &hub.register.config;
        Context { hub, pages, regulators, root: config.links.root(config.base_path()) }
    }

    /// The settings.
    pub fn config(&self) -> &'a Config {
        &self.hub.register.config
    }

    /// The strings of a language.
    pub fn wording(&self, language: Language) -> &'a Wording {
        self.hub.wordings.of(language)
    }

    /// The regulator in a language.
    pub fn regulator(&self, language: Language) -> &RegulatorFacts {
        let own = self.regulators.iter().find(|(of, _)| *of == language);
        &own.unwrap_or(&self.regulators[0]).1
    }

    /// The index of a notice's controller.
    pub fn controller_of(&self, notice: &Notice) -> usize {
        self.config().controller(&notice.controller.value)
    }

    /// What links within the hub are written from.
    pub fn root(&self) -> &'a str {
        self.root
    }

    /// The address of a page or file as links within the hub are written: from the root.
    pub fn address(&self, address: &Address) -> String {
        [self.root(), address.below_root()].concat()
    }

    /// The whole address, with scheme and host.
    pub fn canonical(&self, address: &Address) -> String {
        [&self.config().base_url, address.below_root()].concat()
    }

    /// The whole address of a link as pages write it: of one within the hub, with scheme and host.
    pub fn absolute(&self, href: &str) -> String {
        match href.strip_prefix(self.root()) {
            Some(below) => [&self.config().base_url, below].concat(),
            None => href.to_owned(),
        }
    }

    /// The address of the page at an index.
    pub fn page(&self, page: usize) -> String {
        self.address(&self.pages.pages[page].address)
    }

    /// The whole address of the page at an index.
    pub fn canonical_page(&self, page: usize) -> String {
        self.canonical(&self.pages.pages[page].address)
    }

    /// The page about something, in a language or else in the default one.
    pub fn page_of(&self, language: Language, key: &PageKey) -> Option<usize> {
        let default = self.config().default_language();
        self.pages.find(language, key).or_else(|| self.pages.find(default, key))
    }

    /// The page of the notice with an id, in a language or else in the default one.
    pub fn page_of_notice(&self, language: Language, id: &str) -> Option<usize> {
        let default = self.config().default_language();
        self.pages.find_notice(language, id).or_else(|| self.pages.find_notice(default, id))
    }

    /// Where the pages of a language start: `/`, or `/cy/`.
    pub fn home_of(&self, language: Language) -> &str {
        let home = self.pages.find(language, &PageKey::Home);
        home.map_or("/", |home| self.pages.pages[home].address.folder())
    }

    /// The address of the page about something, in a language or else in the default one.
    pub fn page_about(&self, language: Language, key: &PageKey) -> Option<String> {
        self.page_of(language, key).map(|page| self.page(page))
    }

    /// The address of a notice's page.
    pub fn notice_address(&self, notice: &Notice) -> String {
        let page = self.pages.find_notice(notice.language, &notice.id);
        page.map(|page| self.page(page)).unwrap_or_default()
    }

    /// The address of the entry of a recipient or source in the overview of recipients, if the hub publishes it.
    pub fn counterpart(&self, party: &Party, language: Language) -> Option<String> {
        let overview = self.pages.find(language, &PageKey::Overview(Overview::Recipients))?;
        let counterpart = self.hub.assembly.sharing_of(language)?.find(party)?;
        Some(format!("{}#{}", self.page(overview), counterpart.id))
    }

    /// The address of a section of the general notice: its own page, or its place in the notice.
    pub fn general_section(&self, language: Language, id: &str) -> String {
        let own_page = self.page_about(language, &PageKey::GeneralSection(id.to_owned()));
        let general = || self.page_about(language, &PageKey::General).unwrap_or_default();
        own_page.unwrap_or_else(|| format!("{}#{id}", general()))
    }

    /// The address that a target has in a link; none for one that leads nowhere.
    pub fn href(&self, target: &Target, fill: impl Fn(&str) -> String) -> Option<String> {
        match target {
            Target::Page(page, None) => Some(self.page(*page)),
            Target::Page(page, Some(anchor)) => Some([&self.page(*page), "#", &anchor.id].concat()),
            Target::SamePage(anchor) => Some(["#", &anchor.id].concat()),
            Target::Document(index) => Some(self.document_address(&self.hub.documents[*index])),
            Target::External(address) => Some(fill(address)),
            Target::Nothing => None,
        }
    }

    /// The title of what a target leads to, for links without words; none where only the address tells.
    pub fn title(&self, target: &Target) -> Option<String> {
        match target {
            Target::Page(page, None) => Some(self.pages.pages[*page].title.clone()),
            Target::Page(page, Some(anchor)) => {
                let page = &self.pages.pages[*page];
                let heading = Voice::of(self, page).fill(self, &anchor.title);
                match page.kind {
                    PageKind::Notice(_) => Some(format!("{}: {heading}", page.title)),
                    _ => Some(heading),
                }
            }
            Target::SamePage(anchor) => Some(anchor.title.clone()),
            Target::Document(index) => Some(document_title(&self.hub.documents[*index].path)),
            Target::External(_) | Target::Nothing => None,
        }
    }

    fn document_address(&self, document: &Document) -> String {
        self.address(&document.address())
    }

    /// The words of a link to a document, with its type and size: "the form (PDF, 82 KB)". `text` is HTML.
    pub fn document_label(&self, index: usize, language: Language, text: &str) -> String {
        let document = &self.hub.documents[index];
        let wording = self.wording(language);
        let ending = document.path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
        let kind = match ending.as_str() {
            "pdf" => "pdf",
            "doc" | "docx" => "word",
            "xls" | "xlsx" => "excel",
            "ppt" | "pptx" => "powerpoint",
            "odt" | "ods" | "odp" => "opendocument",
            "txt" | "rtf" => "text",
            "csv" => "csv",
            "zip" => "zip",
            "png" | "jpg" | "jpeg" | "gif" | "svg" | "webp" => "image",
            "html" | "htm" => "web",
            _ => "other",
        };
        let kind = escape(wording.text(&format!("documents.{kind}")));
        let size = escape(&size(document.bytes.len(), wording));
        fill(wording, "documents.label", &[("text", text), ("type", &kind), ("size", &size)])
    }

    /// The name of a party, and where more is said about it: the notice of a service, an organisation's website.
    pub fn party(&self, party: &Party, language: Language) -> (String, Option<String>) {
        (self.name_of(party, language).to_owned(), self.href_of(party, language))
    }

    /// The name of a party.
    pub fn name_of<'p>(&self, party: &'p Party, language: Language) -> &'p str
    where
        'a: 'p,
    {
        match party {
            Party::Named(name) => name,
            Party::Notice(id) => self.page_of_notice(language, id).map_or(id, |page| &self.pages.pages[page].title),
            Party::Organisation(id) => self.organisation(id).map_or(id, |one| one.name.get(language)),
        }
    }

    /// Where more is said about a party: the notice of a service, an organisation's website.
    pub fn href_of(&self, party: &Party, language: Language) -> Option<String> {
        match party {
            Party::Named(_) => None,
            Party::Notice(id) => self.page_of_notice(language, id).map(|page| self.page(page)),
            Party::Organisation(id) => self.organisation(id)?.url.as_ref().map(|url| url.value.to_string()),
        }
    }

    /// The tag of the language of a party's name, where that is the title of a notice in another language.
    pub fn foreign_name(&self, party: &Party, language: Language) -> Option<&'static str> {
        let Party::Notice(id) = party else { return None };
        let page = &self.pages.pages[self.page_of_notice(language, id)?];
        (page.language != language).then(|| page.language.tag())
    }

    /// The kind of a recipient: its own, its organisation's, or that of another service.
    pub fn recipient_kind(&self, recipient: &Recipient) -> RecipientKind {
        let by_party = || match &recipient.who {
            Party::Notice(_) => Some(RecipientKind::Internal),
            Party::Organisation(id) => self.organisation(&id.value).and_then(|organisation| organisation.kind),
            Party::Named(_) => None,
        };
        recipient.kind.or_else(by_party).unwrap_or(RecipientKind::Other)
    }

    /// An organisation by its id.
    pub fn organisation(&self, id: &str) -> Option<&'a Organisation> {
        self.hub.register.organisations.find(id)
    }
}

/// A size for people: "82 KB". A kilobyte is 1,024 bytes, as file managers count.
fn size(bytes: usize, wording: &Wording) -> String {
    const KB: usize = 1024;
    const MB: usize = KB * KB;
    let rounded = |unit: usize| (bytes + unit / 2) / unit;
    match bytes {
        0..KB => wording.fill("units.bytes", &[("n", &bytes.to_string())]),
        KB..MB if rounded(KB) < KB => wording.fill("units.kilobytes", &[("n", &rounded(KB).to_string())]),
        _ => {
            let tenths = (bytes * 10 + MB / 2) / MB;
            let number = if tenths.is_multiple_of(10) {
                (tenths / 10).to_string()
            } else {
                format!("{}.{}", tenths / 10, tenths % 10)
            };
            wording.fill("units.megabytes", &[("n", &number)])
        }
    }
}

/// A title for a document that has none but its file's name: "Sar form" for `sar-form.pdf`.
fn document_title(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).replace(['-', '_'], " ");
    crate::text::capitalised(&stem)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Wordings;

    #[test]
    fn sizes_are_rounded_as_people_read_them() {
        let wordings = Wordings::load();
        let check = |bytes, expected: &str| assert_eq!(size(bytes, wordings.of(Language::En)), expected);
        check(512, "512 bytes");
        check(83_558, "82 KB");
        check(1024, "1 KB");
        check(1_048_575, "1 MB");
        check(1_572_864, "1.5 MB");
        assert_eq!(document_title("forms/sar-form.pdf"), "Sar form");
    }
}
