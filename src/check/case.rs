//! What rules look at: a notice with everything that is merged into it, or the hub.
//!
//! Answers the questions that several rules ask, so that each rule is short and says one thing.

use std::sync::OnceLock;

use super::{printed, wording};
use crate::assemble::{Document, Part};
use crate::domain::{
    Controller, ControllerKind, DataSource, LawfulBasis, Notice, Party, Purpose, Regime, StandardSection,
};
use crate::law::{About, Law};
use crate::resolve::{Hub, Pages};
use crate::text::{FileId, Place, Sources};

/// The hub.
pub struct HubCase<'a> {
    /// What authors wrote, and what came of it.
    pub hub: &'a Hub<'a>,
    /// Every page, with its links resolved.
    pub pages: &'a Pages,
    /// The texts of all files.
    pub sources: &'a Sources,
    /// The running text of each file, once a rule has asked for it.
    running: Vec<OnceLock<String>>,
    /// The words of all files that readers see: ask [`printed`].
    pub printed: OnceLock<printed::Files>,
}

impl<'a> HubCase<'a> {
    /// The case of a hub.
    pub fn new(hub: &'a Hub<'a>, pages: &'a Pages, sources: &'a Sources) -> Self {
        let running = sources.iter().map(|_| OnceLock::new()).collect();
        HubCase { hub, pages, sources, running, printed: OnceLock::new() }
    }

    /// The running text of a file, in the sense of [`wording`].
    pub fn running_text(&self, file: FileId) -> &str {
        let text = || wording::running_text(self.sources.get(file));
        self.running.get(file.0 as usize).map_or("", |running| running.get_or_init(text))
    }
}

/// A notice.
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
}

impl<'a> NoticeCase<'a> {
    /// The case of the notice at `index` of the register.
    pub fn new(whole: &'a HubCase<'a>, index: usize) -> Self {
        let notice = &whole.hub.register.notices[index];
        let config = &whole.hub.register.config;
        let controller = &config.controllers[config.controller(&notice.controller.value)];
        NoticeCase { whole, index, notice, document: &whole.hub.assembly.documents[index], controller }
    }

    /// The law.
    pub fn law(&self) -> &'a Law {
        self.whole.hub.law
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
        self.law().phrases(about, self.notice.language)
    }

    /// The purposes that rest on a lawful basis.
    pub fn resting_on(&self, basis: LawfulBasis) -> impl Iterator<Item = &'a Purpose> {
        self.purposes().filter(move |purpose| rests_on(purpose, basis))
    }

    /// Whether the controller is a public authority for data protection (DPA 2018 section 7): not a parish council,
    /// not a councillor, and not a body of which we do not know.
    pub fn is_public_authority(&self) -> bool {
        matches!(
            self.controller.kind,
            ControllerKind::PrincipalCouncil
                | ControllerKind::ElectoralRegistrationOfficer
                | ControllerKind::ReturningOfficer
        )
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
    pub fn name_of(&self, party: &Party) -> String {
        let register = self.whole.hub.register;
        match party {
            Party::Named(text) => text.value.clone(),
            Party::Organisation(id) => {
                let organisation = register.organisations.iter().find(|organisation| organisation.id == id.value);
                organisation.map_or_else(|| id.value.clone(), |found| found.name.get(self.notice.language).to_owned())
            }
            Party::Notice(id) => {
                let notice = register.notices.iter().find(|notice| notice.id == id.value);
                notice.map_or_else(|| id.value.clone(), |found| found.title.value.clone())
            }
        }
    }
}

/// Whether a purpose rests on a lawful basis.
pub fn rests_on(purpose: &Purpose, basis: LawfulBasis) -> bool {
    purpose.lawful_basis.iter().any(|one| one.value == basis)
}
