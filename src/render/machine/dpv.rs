//! A notice in the terms of the Data Privacy Vocabulary.
//!
//! Takes a notice with its derived rights; which term a word of the notice is stands in the table of
//! [`crate::law::Vocabulary`]. Each purpose is a process with its lawful basis and the rights that follow from it;
//! what a notice says of data, recipients and storage as a whole belongs to the notice. Names the properties of the
//! vocabulary, and no other file does.

use std::borrow::Cow;

use super::json::{self, List, Object};
use crate::assemble::Rights;
use crate::domain::{
    AutomatedDecisions, Contact, DataSource, Day, Item, Language, Party, PersonalData, Purpose, Recipient,
    RecipientKind, Regime, Retention, RetentionAction, Transfer, Words,
};
use crate::law::Vocabulary;
use crate::render::plain;
use crate::render::sections::{Scene, phone_href};

/// The laws under which data is used, and the place whose laws they are.
const UK_GDPR: &str = "legal-gb:law-GDPR";
const DATA_PROTECTION_ACT: &str = "legal-gb:law-DPA";
const UNITED_KINGDOM: &str = "loc:GB";

/// The paragraphs of Schedule 1 of the Data Protection Act 2018; the number follows.
const SCHEDULE_1: &str = "uk:ukpga/2018/12/schedule/1/paragraph/";

/// What the prefixes stand for and the language of the words, for documents in a language, as JSON.
pub fn context(terms: &Vocabulary, language: Language) -> String {
    json::object(0, |json| {
        json.text("@language", language.tag());
        terms.prefix.iter().for_each(|(prefix, stands_for)| json.text(prefix, stands_for));
    })
}

/// The notice at an address, as a document of the vocabulary.
pub fn notice(node: &mut Object<'_>, scene: &Scene<'_>, url: &str) {
    let terms = scene.context.hub.law.vocabulary();
    let Rights { always, objections, sometimes, .. } = &scene.document.rights;
    let due = always.iter().chain(objections).chain(sometimes);
    let rights = due.filter_map(|right| Some((terms.right(&right.id)?, &*right.purposes))).collect();
    let (writer, notice) = (Writer { scene, terms, rights }, scene.notice);
    node.text("@id", url);
    node.list("@type", |kinds| writer.kinds_of_notice(kinds));
    node.text("dct:title", &notice.title);
    node.text("dct:description", &notice.summary);
    if let Some(day) = notice.last_updated {
        node.object("dct:modified", |node| date(node, day.value));
    }
    node.object("dpv:hasApplicableLaw", |node| node.text("@id", UK_GDPR));
    node.object("dpv:hasJurisdiction", |node| node.text("@id", UNITED_KINGDOM));
    node.object("dpv:hasDataController", |node| writer.controller(node));
    node.objects("dpv:hasJointDataControllers", &notice.joint_controllers, |node, joint| {
        writer.party(node, &joint.who, "dpv:DataController");
    });
    node.objects("dpv:hasDataSubject", &notice.data_subjects, |node, who| titled(node, "dpv:DataSubject", who));
    node.objects("dpv:hasPersonalData", &notice.personal_data, |node, data| writer.personal_data(node, data));
    writer.recipients(node);
    node.objects("dpv:hasStorageCondition", &notice.retention, |node, row| writer.storage(node, row));
    node.list_if_any("dpv:hasProcess", |list| writer.processes(list));
    node.list_if_any("dpv:hasRight", |list| writer.rights_of_all(list));
}

/// A date, or a month, as a value of its own type.
fn date(node: &mut Object<'_>, day: Day) {
    node.text("@type", if day.month_only { "xsd:gYearMonth" } else { "xsd:date" });
    node.text("@value", &day.to_string());
}

/// Something of a class that has a title.
fn titled(node: &mut Object<'_>, class: &str, title: &str) {
    node.text("@type", class);
    node.text("dct:title", title);
}

/// A term. One that the vocabulary does not have says what it would be there.
fn term(node: &mut Object<'_>, term: &str, class: &str) {
    node.text("@id", term);
    node.text_if_any("@type", term.starts_with("uk:").then_some(class));
}

/// How to reach somebody: where to write to, and ways that are addresses.
fn contact(node: &mut Object<'_>, contact: &Contact) {
    if !contact.address.is_empty() {
        let lines: Vec<&str> = contact.address.iter().map(|line| &**line).collect();
        node.text("dpv:hasAddress", &lines.join(", "));
    }
    let email = contact.email.as_ref().map(|email| format!("mailto:{}", email.value));
    let phone = contact.phone.as_ref().map(|phone| phone_href(phone));
    let url = contact.url.as_ref().map(|url| url.value.to_string());
    let ways = [email, phone, url].into_iter().flatten();
    node.objects("dpv:hasContact", ways, |node, way| node.text("@id", &way));
}

struct Writer<'a> {
    scene: &'a Scene<'a>,
    terms: &'a Vocabulary,
    /// The rights of the notice, each with the purposes to which it applies; none where it applies to all.
    rights: Vec<(&'a str, &'a [usize])>,
}

impl<'a> Writer<'a> {
    fn words(&self, words: &'a Words) -> Cow<'a, str> {
        plain::plain(self.scene.context, &self.scene.voice, words)
    }

    fn optional(&self, words: &'a Option<Box<Words>>) -> Option<Cow<'a, str>> {
        words.as_ref().map(|words| self.words(words))
    }

    /// By whom the data is given: the person, somebody else, or both (Articles 13 and 14).
    fn kinds_of_notice(&self, kinds: &mut List<'_>) {
        let sources = || self.scene.notice.personal_data.iter().flat_map(|data| &data.sources);
        kinds.text("dpv:PrivacyNotice");
        if sources().any(|source| matches!(source, DataSource::You)) {
            kinds.text("eu-gdpr:DirectDataCollectionNotice");
        }
        if sources().any(|source| matches!(source, DataSource::Other { .. })) {
            kinds.text("eu-gdpr:IndirectDataCollectionNotice");
        }
    }

    fn controller(&self, node: &mut Object<'_>) {
        let controller = &self.scene.context.config().controllers[self.scene.voice.controller];
        node.text("@type", self.terms.controller(controller.kind).unwrap_or("dpv:DataController"));
        node.text("dpv:hasName", controller.name.get(self.scene.notice.language));
        // No words of a language.
        if let Some(registration) = &controller.registration {
            node.object("dpv:hasIdentifier", |node| node.text("@value", registration));
        }
        contact(node, &controller.contact);
        if let Some(officer) = &controller.dpo {
            node.object("dpv:hasDataProtectionOfficer", |node| {
                node.text("@type", "dpv:DataProtectionOfficer");
                node.text_if_any("dpv:hasName", officer.name.as_deref());
                contact(node, officer);
            });
        }
    }

    /// Somebody of a class. A service of the hub or an organisation with a website is known by its address.
    fn party(&self, node: &mut Object<'_>, party: &Party, class: &str) {
        node.text("@type", class);
        node.text("dpv:hasName", self.scene.context.name_of(party, self.scene.notice.language));
        if let Some(href) = self.scene.context.href_of(party, self.scene.notice.language) {
            node.object("dct:source", |node| node.text("@id", &self.scene.context.absolute(&href)));
        }
    }

    fn personal_data(&self, node: &mut Object<'_>, data: &'a PersonalData) {
        let is_special = !data.special_categories.is_empty();
        node.list("@type", |kinds| {
            kinds.text(if is_special { "dpv:SpecialCategoryPersonalData" } else { "dpv:PersonalData" });
            let categories = data.special_categories.iter().filter_map(|one| self.terms.special_category(one.value));
            categories.for_each(|category| kinds.text(category));
            if data.criminal_offences {
                kinds.text("pd:Criminal");
            }
        });
        node.text_if_any("dct:title", self.optional(&data.context));
        node.list_if_any("dct:description", |list| self.items(list, &data.items));
        node.objects("dpv:hasDataSource", &data.sources, |node, source| self.source(node, source));
    }

    /// The words of items and of those below them.
    fn items(&self, list: &mut List<'_>, items: &'a [Item]) {
        for item in items {
            list.text(&self.words(&item.text));
            self.items(list, &item.items);
        }
    }

    fn source(&self, node: &mut Object<'_>, source: &DataSource) {
        match source {
            DataSource::You => node.text("@type", "dpv:DataSubjectDataSource"),
            DataSource::Other { who: who @ Party::Notice(_), .. } => {
                self.party(node, who, "dpv:DataControllerDataSource");
            }
            DataSource::Other { who, publicly_accessible } => {
                let class = match publicly_accessible {
                    Some(true) => "dpv:PublicDataSource",
                    Some(false) => "dpv:NonPublicDataSource",
                    None => "dpv:ThirdPartyDataSource",
                };
                self.party(node, who, class);
            }
        }
    }

    /// The recipients, by what they are to the controller.
    fn recipients(&self, node: &mut Object<'_>) {
        let recipients = self.scene.notice.recipients.as_deref().unwrap_or_default();
        let property = |kind| match kind {
            RecipientKind::Processor => "dpv:hasDataProcessor",
            RecipientKind::JointController => "dpv:hasRecipientDataController",
            _ => "dpv:hasRecipient",
        };
        let kinds = recipients.iter().map(|one| (one, self.scene.context.recipient_kind(one)));
        let kinds: Vec<(&Recipient, RecipientKind)> = kinds.collect();
        for wanted in ["dpv:hasDataProcessor", "dpv:hasRecipientDataController", "dpv:hasRecipient"] {
            let found = kinds.iter().filter(|(_, kind)| property(*kind) == wanted);
            node.objects(wanted, found, |node, (one, kind)| {
                self.party(node, &one.who, self.terms.recipient(*kind).unwrap_or("dpv:Recipient"));
                node.text_if_any("dct:description", self.optional(&one.purpose));
            });
        }
    }

    fn storage(&self, node: &mut Object<'_>, retention: &'a Retention) {
        let wording = self.scene.context.wording(self.scene.notice.language);
        let trigger = self.optional(&retention.trigger);
        let (class, words) = match (retention.period.as_deref(), trigger) {
            (Some(period), Some(trigger)) => {
                let words = wording.fill("retention.after", &[("period", period), ("trigger", &trigger)]);
                (Some("dpv:UntilEventDuration"), Some(Cow::Owned(words)))
            }
            (Some(period), None) => (Some("dpv:TemporalDuration"), Some(Cow::Borrowed(period))),
            (None, Some(trigger)) => (Some("dpv:UntilEventDuration"), Some(trigger)),
            (None, None) if retention.action == Some(RetentionAction::Keep) => (Some("dpv:EndlessDuration"), None),
            (None, None) => (None, None),
        };
        node.list("@type", |kinds| {
            kinds.text(if class.is_some() { "dpv:StorageDuration" } else { "dpv:StorageCondition" });
            if retention.action == Some(RetentionAction::Destroy) {
                kinds.text("dpv:StorageDeletion");
            }
        });
        node.text("dct:title", &retention.record);
        node.text_if_any("dct:description", self.optional(&retention.criteria));
        if let Some(class) = class {
            node.object("dpv:hasDuration", |node| {
                node.text("@type", class);
                node.text_if_any("dct:description", words);
            });
        }
    }

    /// What is done with data: a process for each purpose, for each transfer, and for decisions of a computer.
    fn processes(&self, list: &mut List<'_>) {
        let notice = self.scene.notice;
        for (index, purpose) in notice.purposes.iter().enumerate() {
            list.object(|node| self.purpose(node, index, purpose));
        }
        for transfer in notice.transfers.iter().flatten() {
            list.object(|node| self.transfer(node, transfer));
        }
        if let Some(decisions) = notice.automated_decisions.as_ref().filter(|said| said.exists == Some(true)) {
            list.object(|node| self.decisions(node, decisions));
        }
    }

    fn purpose(&self, node: &mut Object<'_>, index: usize, purpose: &'a Purpose) {
        let is_law_enforcement = purpose.regime == Regime::LawEnforcement;
        node.text("@type", "dpv:Process");
        node.object("dpv:hasPurpose", |node| {
            let class = if purpose.direct_marketing { "dpv:DirectMarketing" } else { "dpv:Purpose" };
            titled(node, class, &self.words(&purpose.text));
            node.list_if_any("dct:description", |list| self.items(list, &purpose.items));
        });
        node.list_if_any("dpv:hasLegalBasis", |list| self.legal_basis(list, purpose));
        node.list_if_any("dpv:hasApplicableLaw", |list| {
            if is_law_enforcement {
                list.object(|node| node.text("@id", DATA_PROTECTION_ACT));
            }
            let acts = purpose.legislation.iter();
            acts.for_each(|act| list.object(|node| titled(node, "dpv:Law", &self.words(act))));
        });
        if !is_law_enforcement {
            node.list_if_any("dpv:hasRight", |list| self.rights(list, index));
        }
    }

    /// What Article 6(1), Article 9(2) and Schedule 1 are relied on for.
    fn legal_basis(&self, list: &mut List<'_>, purpose: &Purpose) {
        let bases = purpose.lawful_basis.iter().filter_map(|basis| self.terms.lawful_basis(basis.value));
        let conditions = &purpose.special_category_condition;
        let conditions = conditions.iter().filter_map(|condition| self.terms.condition(condition.value));
        for basis in bases.chain(conditions) {
            list.object(|node| term(node, basis, "dpv:LegalBasis"));
        }
        for number in &purpose.schedule_1 {
            list.object(|node| term(node, &format!("{SCHEDULE_1}{}", number.value), "dpv:LegalBasis"));
        }
    }

    fn transfer(&self, node: &mut Object<'_>, transfer: &'a Transfer) {
        let exception = transfer.exception.as_ref().and_then(|written| self.scene.context.hub.law.exception(written));
        let exception = exception.and_then(|exception| self.terms.exception(exception.point));
        let safeguard = transfer.safeguard.as_ref().and_then(|safeguard| self.terms.safeguard(safeguard.value));
        node.text("@type", "dpv:Process");
        node.object("dpv:hasProcessing", |node| node.text("@id", "dpv:Transfer"));
        if let Some(words) = self.optional(&transfer.purpose) {
            node.object("dpv:hasPurpose", |node| titled(node, "dpv:Purpose", &words));
        }
        node.object("dpv:hasThirdCountry", |node| titled(node, "dpv:ThirdCountry", &transfer.destination));
        if let Some(basis) = exception.or(safeguard) {
            node.object("dpv:hasLegalBasis", |node| term(node, basis, "dpv:DataTransferLegalBasis"));
        }
        if let Some(importer) = &transfer.recipient {
            node.object("dpv:hasDataImporter", |node| {
                node.text("@type", "dpv:DataImporter");
                node.text("dpv:hasName", importer);
            });
        }
    }

    fn decisions(&self, node: &mut Object<'_>, decisions: &'a AutomatedDecisions) {
        node.text("@type", "dpv:Process");
        node.object("dpv:hasContext", |node| node.text("@id", "dpv:AutomatedDecisionMaking"));
        node.object("dpv:hasAutomationLevel", |node| node.text("@id", "dpv:FullAutomation"));
        node.text_if_any("dpv:hasAlgorithmicLogic", self.optional(&decisions.logic));
        node.text_if_any("dpv:hasConsequence", self.optional(&decisions.effect));
        node.text_if_any("dpv:hasHumanInvolvement", self.optional(&decisions.safeguards));
    }

    /// The rights that apply to a purpose, by its index.
    fn rights(&self, list: &mut List<'_>, purpose: usize) {
        let due = self.rights.iter().filter(|(_, of)| of.is_empty() || of.contains(&purpose));
        each_once(list, due.map(|(right, _)| *right));
    }

    /// The rights that do not depend on a purpose: to complain; and those that always apply where no purpose is told.
    fn rights_of_all(&self, list: &mut List<'_>) {
        let hub = self.scene.context.hub;
        let complaints = hub.law.complaints(hub.today);
        let always = self.scene.document.rights.always.iter().filter(|_| self.scene.notice.purposes.is_empty());
        let due = always.map(|right| &*right.id).chain(complaints.map(|right| &*right.id));
        each_once(list, due.filter_map(|right| self.terms.right(right)));
    }
}

/// The terms of rights, each once.
fn each_once<'a>(list: &mut List<'_>, rights: impl Iterator<Item = &'a str>) {
    let mut last = None;
    for right in rights {
        if last.replace(right) != Some(right) {
            list.object(|node| term(node, right, "dpv:DataSubjectRight"));
        }
    }
}
