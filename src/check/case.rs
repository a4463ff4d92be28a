//! What rules look at: a notice with everything that is merged into it, or the hub.
//!
//! Answers the questions that several rules ask, so that each rule is short and says one thing.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::lexicon::Lexicon;
use super::phrases::{About, Term};
use super::printed::{self, Printed, TextMemo};
use super::running::{self, RunningText};
use crate::assemble::{Document, Part};
use crate::domain::{
    Controller, DataSource, Language, LawfulBasis, Notice, Organisation, Party, Purpose, Regime, StandardSection,
};
use crate::law::{Law, PublicAuthority};
use crate::resolve::{Hub, Pages};
use crate::text::{FileId, Place};

/// The hub.
pub struct HubCase<'a> {
    /// What authors wrote, and what came of it.
    pub hub: &'a Hub,
    /// Every page, with its links resolved.
    pub pages: &'a Pages,
    /// Every file that readers see something of and that belongs to no single notice, with its words.
    pub shared: Vec<Printed>,
    /// The words that rules look for.
    pub lexicon: &'a Lexicon,
    notices: HashMap<&'a str, &'a Notice, FxBuildHasher>,
}

impl<'a> HubCase<'a> {
    /// The case of a hub.
    pub fn new(hub: &'a Hub, pages: &'a Pages, lexicon: &'a Lexicon, memo: &mut TextMemo) -> Self {
        let shared = printed::shared(hub, lexicon, memo);
        // The first language of a notice counts: notices are sorted by language.
        let notices = hub.register.notices.iter().rev().map(|notice| (notice.id.as_str(), &**notice)).collect();
        HubCase { hub, pages, shared, lexicon, notices }
    }

    /// The words that readers see of a file that belongs to no single notice; none for a file of which they see nothing.
    pub fn text(&self, file: FileId) -> &RunningText {
        let shared = self.shared.iter().find(|printed| printed.file == file);
        shared.map_or(&running::NOTHING, |printed| &printed.text)
    }

    /// The phrases that belong to a question, in a language.
    pub fn phrases(&self, about: About, language: Language) -> &'a [String] {
        self.lexicon.phrases().about(about, language)
    }

    /// A notice by its id, in the first language that has it.
    pub fn notice(&self, id: &str) -> Option<&'a Notice> {
        self.notices.get(id).copied()
    }

    /// An organisation by its id.
    pub fn organisation(&self, id: &str) -> Option<&'a Organisation> {
        self.hub.register.organisations.find(id)
    }
}

/// A notice.
///
/// A rule about notices is a pure function of this case, so that what it finds can be kept until something changes that
/// it may read. Beyond the notice's own files that is:
///
/// - the general sections that its document takes or links to: their words, titles, summaries and links;
/// - `site.toml`, and of `organisations.toml` the names and kinds of the organisations that it names;
/// - the titles of the pages that its links lead to, and of the notices that it names as recipients or sources;
/// - the law, the tables of words and the day.
///
/// A rule that reads more, such as other notices' texts, looks at the hub. What holds of a rule about notices holds of one
/// about files, for the files of a notice.
pub struct NoticeCase<'a> {
    /// The hub that it belongs to.
    pub whole: &'a HubCase<'a>,
    /// Its index in the register.
    pub index: usize,
    /// What its authors wrote.
    pub notice: &'a Notice,
    /// The same with the general sections, in reading order.
    pub document: &'a Document,
    /// Its controller.
    pub controller: &'a Controller,
    /// Its files, with their words.
    files: &'a [Printed],
}

impl<'a> NoticeCase<'a> {
    /// The case of the notice at `index` of the register, which consists of these files.
    pub fn new(whole: &'a HubCase<'a>, index: usize, files: &'a [Printed]) -> Self {
        let notice = &whole.hub.register.notices[index];
        let config = &whole.hub.register.config;
        let controller = &config.controllers[config.controller(&notice.controller.value)];
        NoticeCase { whole, index, notice, document: &whole.hub.assembly.documents[index], controller, files }
    }

    /// Whether a place is in a file of the notice itself, and not in a general section that joins it.
    pub fn is_own(&self, place: Place) -> bool {
        self.notice.files.contains(&place.file)
    }

    /// The words that readers see of one of its files, or of one that is shared.
    pub fn text(&self, file: FileId) -> &'a RunningText {
        let own = self.files.iter().find(|printed| printed.file == file);
        own.map_or_else(|| self.whole.text(file), |printed| &printed.text)
    }

    /// The law.
    pub fn law(&self) -> &'a Law {
        &self.whole.hub.law
    }

    /// The start of the notice's front matter: where a missing table is to be added.
    pub fn head(&self) -> Place {
        self.notice.place
    }

    /// Whether a section says something in prose: in the service's own words, or in a general section that joins it.
    /// A mere link to the general notice does not count.
    pub fn has_words(&self, section: StandardSection) -> bool {
        let mut sections = self.document.sections.iter().filter(|one| one.standard == Some(section));
        sections.any(|one| one.parts.iter().any(|part| matches!(part, Part::Own(_) | Part::General(_))))
    }

    /// The purposes that fall under the UK GDPR, and not under Part 3 of the Data Protection Act 2018.
    pub fn purposes(&self) -> impl Iterator<Item = &'a Purpose> {
        self.notice.purposes.iter().filter(|purpose| purpose.regime == Regime::General)
    }

    /// Whether the UK GDPR has a say: some purpose falls under it, or none is named.
    pub fn is_under_uk_gdpr(&self) -> bool {
        self.notice.purposes.is_empty() || self.purposes().next().is_some()
    }

    /// Whether Part 3 of the Data Protection Act 2018 has a say.
    pub fn is_under_part_3(&self) -> bool {
        self.notice.purposes.iter().any(|purpose| purpose.regime == Regime::LawEnforcement)
    }

    /// Whether a purpose uses criminal offence data: as it says itself, else where the notice has such data and the
    /// purpose names paragraphs of Schedule 1.
    pub fn uses_offence_data(&self, purpose: &Purpose) -> bool {
        let by_default =
            || !purpose.schedule_1.is_empty() && self.notice.personal_data.iter().any(|data| data.criminal_offences);
        purpose.criminal_offences.unwrap_or_else(by_default)
    }

    /// The phrases that belong to a question, in the notice's language.
    pub fn phrases(&self, about: About) -> &'a [String] {
        self.whole.phrases(about, self.notice.language)
    }

    /// The legal terms that readers need not know.
    pub fn terms(&self) -> &'a [Term] {
        self.whole.lexicon.phrases().terms()
    }

    /// The purposes that rest on a lawful basis.
    pub fn resting_on(&self, basis: LawfulBasis) -> impl Iterator<Item = &'a Purpose> {
        self.purposes().filter(move |purpose| rests_on(purpose, basis))
    }

    /// Whether the controller is a public authority for data protection (DPA 2018 section 7).
    pub fn public_authority(&self) -> PublicAuthority {
        self.law().public_authority(self.controller.kind)
    }

    /// Whether the controller may be one: not a parish council, not a councillor, and not a body of which we do not know.
    pub fn is_public_authority(&self) -> bool {
        self.public_authority() != PublicAuthority::No
    }

    /// Whether some of the data comes from somebody other than the person whom it is about (Article 14).
    pub fn collects_indirectly(&self) -> bool {
        self.notice
            .personal_data
            .iter()
            .flat_map(|data| &data.sources)
            .any(|source| matches!(source, DataSource::Other { .. }))
    }

    /// The name of a party in the notice's language.
    pub fn name_of<'p>(&self, party: &'p Party) -> &'p str
    where
        'a: 'p,
    {
        match party {
            Party::Named(text) => &text.value,
            Party::Organisation(id) => {
                let organisation = self.whole.organisation(&id.value);
                organisation.map_or(&id.value, |found| found.name.get(self.notice.language))
            }
            Party::Notice(id) => {
                self.whole.notices.get(id.value.as_str()).map_or(&id.value, |found| &found.title.value)
            }
        }
    }
}

/// Whether a purpose rests on a lawful basis.
pub fn rests_on(purpose: &Purpose, basis: LawfulBasis) -> bool {
    purpose.lawful_basis.iter().any(|one| one.value == basis)
}
