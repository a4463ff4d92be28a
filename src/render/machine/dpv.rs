//! A notice in the terms of the Data Privacy Vocabulary.
//!
//! Takes a notice with its derived rights; which term a word of the notice is stands in the table of
//! [`crate::law::Vocabulary`]. Each purpose is a process with its lawful basis and the rights that follow from it;
//! what a notice says of data, recipients and storage as a whole belongs to the notice. Names the properties of the
//! vocabulary, and no other file does.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::value::RawValue;

use super::linked::{Node, Value};
use crate::assemble::Rights;
use crate::domain::{
    AutomatedDecisions, Contact, DataSource, Day, Item, Language, Party, PersonalData, Purpose, RecipientKind, Regime,
    Retention, RetentionAction, Transfer, Words,
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

/// What the prefixes stand for and the language of the words, for documents in a language.
pub fn context(terms: &Vocabulary, language: Language) -> Box<RawValue> {
    #[derive(Serialize)]
    struct Context<'a> {
        #[serde(rename = "@language")]
        language: &'static str,
        #[serde(flatten)]
        prefixes: &'a BTreeMap<String, String>,
    }
    match serde_json::value::to_raw_value(&Context { language: language.tag(), prefixes: &terms.prefix }) {
        Ok(context) => context,
        Err(error) => panic!("texts can be written as JSON: {error}"),
    }
}

/// The notice at an address, as a document of the vocabulary.
pub fn notice<'a>(scene: &Scene<'a>, url: &str) -> Node<'a> {
    let writer = Writer { scene, terms: scene.context.hub.law.vocabulary() };
    let notice = scene.notice;
    let joint = notice.joint_controllers.iter().map(|joint| writer.party(&joint.who, "dpv:DataController"));
    let subjects = notice.data_subjects.iter().map(|who| Node::of("dpv:DataSubject").with("dct:title", &*who.value));
    let node = Node::named(url.to_owned())
        .with("@type", Value::List(writer.kinds_of_notice()))
        .with("dct:title", &*notice.title.value)
        .with("dct:description", &*notice.summary.value)
        .with_some("dct:modified", notice.last_updated.map(|day| date(day.value)))
        .with("dpv:hasApplicableLaw", Node::named(UK_GDPR))
        .with("dpv:hasJurisdiction", Node::named(UNITED_KINGDOM))
        .with("dpv:hasDataController", writer.controller())
        .with_all("dpv:hasJointDataControllers", joint)
        .with_all("dpv:hasDataSubject", subjects)
        .with_all("dpv:hasPersonalData", notice.personal_data.iter().map(|data| writer.personal_data(data)));
    writer
        .recipients(node)
        .with_all("dpv:hasStorageCondition", notice.retention.iter().map(|row| writer.storage(row)))
        .with_all("dpv:hasProcess", writer.processes())
        .with_all("dpv:hasRight", writer.rights_of_all())
}

/// A date, or a month, as a value of its own type.
fn date(day: Day) -> Node<'static> {
    let kind = if day.month_only { "xsd:gYearMonth" } else { "xsd:date" };
    Node::of(kind).with("@value", day.to_string())
}

/// A term. One that the vocabulary does not have says what it would be there.
fn term<'a>(term: &'a str, class: &'static str) -> Node<'a> {
    let node = Node::named(term);
    if term.starts_with("uk:") { node.with("@type", class) } else { node }
}

/// The ways of reaching somebody, as addresses.
fn ways(contact: &Contact) -> Vec<Node<'_>> {
    let email = contact.email.as_ref().map(|email| format!("mailto:{}", email.value));
    let phone = contact.phone.as_ref().map(|phone| phone_href(phone));
    let url = contact.url.as_ref().map(|url| url.value.clone());
    [email, phone, url].into_iter().flatten().map(Node::named).collect()
}

fn address(contact: &Contact) -> Option<String> {
    let lines: Vec<&str> = contact.address.iter().map(|line| &*line.value).collect();
    (!lines.is_empty()).then(|| lines.join(", "))
}

struct Writer<'a, 'b> {
    scene: &'b Scene<'a>,
    terms: &'a Vocabulary,
}

impl<'a> Writer<'a, '_> {
    fn words(&self, words: &'a Words) -> Cow<'a, str> {
        plain::plain(self.scene.context, &self.scene.voice, words)
    }

    fn optional(&self, words: &'a Option<Words>) -> Option<Cow<'a, str>> {
        words.as_ref().map(|words| self.words(words))
    }

    /// By whom the data is given: the person, somebody else, or both (Articles 13 and 14).
    fn kinds_of_notice(&self) -> Vec<Value<'a>> {
        let sources = || self.scene.notice.personal_data.iter().flat_map(|data| &data.sources);
        let mut kinds = vec![Value::from("dpv:PrivacyNotice")];
        if sources().any(|source| matches!(source, DataSource::You)) {
            kinds.push("eu-gdpr:DirectDataCollectionNotice".into());
        }
        if sources().any(|source| matches!(source, DataSource::Other { .. })) {
            kinds.push("eu-gdpr:IndirectDataCollectionNotice".into());
        }
        kinds
    }

    fn controller(&self) -> Node<'a> {
        let controller = &self.scene.context.config().controllers[self.scene.voice.controller];
        let officer = controller.dpo.as_ref().map(|officer| {
            Node::of("dpv:DataProtectionOfficer")
                .with_some("dpv:hasName", officer.name.as_ref().map(|name| &*name.value))
                .with_some("dpv:hasAddress", address(officer))
                .with_all("dpv:hasContact", ways(officer))
        });
        Node::of(self.terms.controller(controller.kind).unwrap_or("dpv:DataController"))
            .with("dpv:hasName", controller.name.get(self.scene.notice.language))
            .with_some("dpv:hasIdentifier", controller.registration.as_ref().map(|one| Node::literal(&*one.value)))
            .with_some("dpv:hasAddress", address(&controller.contact))
            .with_all("dpv:hasContact", ways(&controller.contact))
            .with_some("dpv:hasDataProtectionOfficer", officer)
    }

    /// Somebody of a class. A service of the hub or an organisation with a website is known by its address.
    fn party(&self, party: &'a Party, class: &'a str) -> Node<'a> {
        let (name, href) = self.scene.context.party(party, self.scene.notice.language);
        let address = href.map(|href| Node::named(self.scene.context.absolute(&href)));
        Node::of(class).with("dpv:hasName", name).with_some("dct:source", address)
    }

    fn personal_data(&self, data: &'a PersonalData) -> Node<'a> {
        let special = !data.special_categories.is_empty();
        let mut kinds = vec![Value::from(if special { "dpv:SpecialCategoryPersonalData" } else { "dpv:PersonalData" })];
        let categories = data.special_categories.iter().filter_map(|one| self.terms.special_category(one.value));
        kinds.extend(categories.map(Value::from));
        if data.criminal_offences {
            kinds.push("pd:Criminal".into());
        }
        let mut items = Vec::new();
        self.add_items(&data.items, &mut items);
        Node::default()
            .with("@type", Value::List(kinds))
            .with_some("dct:title", self.optional(&data.context))
            .with_all("dct:description", items)
            .with_all("dpv:hasDataSource", data.sources.iter().map(|source| self.source(source)))
    }

    /// The words of items and of those below them.
    fn add_items(&self, items: &'a [Item], words: &mut Vec<Cow<'a, str>>) {
        for item in items {
            words.push(self.words(&item.text));
            self.add_items(&item.items, words);
        }
    }

    fn source(&self, source: &'a DataSource) -> Node<'a> {
        match source {
            DataSource::You => Node::of("dpv:DataSubjectDataSource"),
            DataSource::Other { who: who @ Party::Notice(_), .. } => self.party(who, "dpv:DataControllerDataSource"),
            DataSource::Other { who, publicly_accessible } => {
                let class = match publicly_accessible {
                    Some(true) => "dpv:PublicDataSource",
                    Some(false) => "dpv:NonPublicDataSource",
                    None => "dpv:ThirdPartyDataSource",
                };
                self.party(who, class)
            }
        }
    }

    /// A notice with its recipients, by what they are to the controller.
    fn recipients(&self, node: Node<'a>) -> Node<'a> {
        let recipients = self.scene.notice.recipients.as_deref().unwrap_or_default();
        let (mut processors, mut controllers, mut others) = (Vec::new(), Vec::new(), Vec::new());
        for one in recipients {
            let kind = self.scene.context.recipient_kind(one);
            let party = self.party(&one.who, self.terms.recipient(kind).unwrap_or("dpv:Recipient"));
            let party = party.with_some("dct:description", self.optional(&one.purpose));
            match kind {
                RecipientKind::Processor => processors.push(party),
                RecipientKind::JointController => controllers.push(party),
                _ => others.push(party),
            }
        }
        node.with_all("dpv:hasDataProcessor", processors)
            .with_all("dpv:hasRecipientDataController", controllers)
            .with_all("dpv:hasRecipient", others)
    }

    fn storage(&self, retention: &'a Retention) -> Node<'a> {
        let wording = self.scene.context.wording(self.scene.notice.language);
        let trigger = self.optional(&retention.trigger);
        let duration = match (retention.period.as_ref().map(|period| &*period.value), trigger) {
            (Some(period), Some(trigger)) => {
                let words = wording.fill("retention.after", &[("period", period), ("trigger", &trigger)]);
                Some(Node::of("dpv:UntilEventDuration").with("dct:description", words))
            }
            (Some(period), None) => Some(Node::of("dpv:TemporalDuration").with("dct:description", period)),
            (None, Some(trigger)) => Some(Node::of("dpv:UntilEventDuration").with("dct:description", trigger)),
            (None, None) if retention.action == Some(RetentionAction::Keep) => Some(Node::of("dpv:EndlessDuration")),
            (None, None) => None,
        };
        let kind = if duration.is_some() { "dpv:StorageDuration" } else { "dpv:StorageCondition" };
        let mut kinds = vec![Value::from(kind)];
        if retention.action == Some(RetentionAction::Destroy) {
            kinds.push("dpv:StorageDeletion".into());
        }
        Node::default()
            .with("@type", Value::List(kinds))
            .with("dct:title", &*retention.record.value)
            .with_some("dct:description", self.optional(&retention.criteria))
            .with_some("dpv:hasDuration", duration)
    }

    /// What is done with data: a process for each purpose, for each transfer, and for decisions of a computer.
    fn processes(&self) -> Vec<Node<'a>> {
        let notice = self.scene.notice;
        let purposes = notice.purposes.iter().enumerate().map(|(index, purpose)| self.purpose(index, purpose));
        let transfers = notice.transfers.iter().flatten().map(|transfer| self.transfer(transfer));
        let decisions = notice.automated_decisions.iter().filter(|decisions| decisions.exists == Some(true));
        purposes.chain(transfers).chain(decisions.map(|decisions| self.decisions(decisions))).collect()
    }

    fn purpose(&self, index: usize, purpose: &'a Purpose) -> Node<'a> {
        let class = if purpose.direct_marketing { "dpv:DirectMarketing" } else { "dpv:Purpose" };
        let mut activities = Vec::new();
        self.add_items(&purpose.items, &mut activities);
        let words = Node::of(class).with("dct:title", self.words(&purpose.text));
        let law_enforcement = purpose.regime == Regime::LawEnforcement;
        let own_law = law_enforcement.then(|| Node::named(DATA_PROTECTION_ACT));
        let acts = purpose.legislation.iter().map(|act| Node::of("dpv:Law").with("dct:title", self.words(act)));
        let rights = if law_enforcement { Vec::new() } else { self.rights(index) };
        Node::of("dpv:Process")
            .with("dpv:hasPurpose", words.with_all("dct:description", activities))
            .with_all("dpv:hasLegalBasis", self.legal_basis(purpose))
            .with_all("dpv:hasApplicableLaw", own_law.into_iter().chain(acts))
            .with_all("dpv:hasRight", rights)
    }

    /// What Article 6(1), Article 9(2) and Schedule 1 are relied on for.
    fn legal_basis(&self, purpose: &'a Purpose) -> Vec<Node<'a>> {
        let bases = purpose.lawful_basis.iter().filter_map(|basis| self.terms.lawful_basis(basis.value));
        let conditions = &purpose.special_category_condition;
        let conditions = conditions.iter().filter_map(|condition| self.terms.condition(condition.value));
        let paragraphs = purpose
            .schedule_1
            .iter()
            .map(|number| Node::named(format!("{SCHEDULE_1}{}", number.value)).with("@type", "dpv:LegalBasis"));
        bases.chain(conditions).map(|basis| term(basis, "dpv:LegalBasis")).chain(paragraphs).collect()
    }

    fn transfer(&self, transfer: &'a Transfer) -> Node<'a> {
        let exception = transfer.exception.as_ref().and_then(|written| self.scene.context.hub.law.exception(written));
        let exception = exception.and_then(|exception| self.terms.exception(exception.point));
        let safeguard = transfer.safeguard.as_ref().and_then(|safeguard| self.terms.safeguard(safeguard.value));
        let basis = exception.or(safeguard).map(|basis| term(basis, "dpv:DataTransferLegalBasis"));
        let purpose = self.optional(&transfer.purpose).map(|words| Node::of("dpv:Purpose").with("dct:title", words));
        let importer = transfer.recipient.as_ref();
        let importer = importer.map(|name| Node::of("dpv:DataImporter").with("dpv:hasName", &*name.value));
        Node::of("dpv:Process")
            .with("dpv:hasProcessing", Node::named("dpv:Transfer"))
            .with_some("dpv:hasPurpose", purpose)
            .with("dpv:hasThirdCountry", Node::of("dpv:ThirdCountry").with("dct:title", &*transfer.destination.value))
            .with_some("dpv:hasLegalBasis", basis)
            .with_some("dpv:hasDataImporter", importer)
    }

    fn decisions(&self, decisions: &'a AutomatedDecisions) -> Node<'a> {
        let safeguards = self.optional(&decisions.safeguards);
        Node::of("dpv:Process")
            .with("dpv:hasContext", Node::named("dpv:AutomatedDecisionMaking"))
            .with("dpv:hasAutomationLevel", Node::named("dpv:FullAutomation"))
            .with_some("dpv:hasAlgorithmicLogic", self.optional(&decisions.logic))
            .with_some("dpv:hasConsequence", self.optional(&decisions.effect))
            .with_some("dpv:hasHumanInvolvement", safeguards)
    }

    /// The rights that apply to a purpose, by its index.
    fn rights(&self, purpose: usize) -> Vec<Node<'a>> {
        let Rights { always, objections, sometimes, .. } = &self.scene.document.rights;
        let due = always.iter().chain(objections).chain(sometimes);
        let due = due.filter(|right| right.purposes.is_empty() || right.purposes.contains(&purpose));
        self.terms_of(due.map(|right| &*right.id))
    }

    /// The rights that do not depend on a purpose: to complain; and those that always apply where no purpose is told.
    fn rights_of_all(&self) -> Vec<Node<'a>> {
        let hub = self.scene.context.hub;
        let complaints = hub.law.complaints(hub.today);
        let always = self.scene.document.rights.always.iter().filter(|_| self.scene.notice.purposes.is_empty());
        self.terms_of(always.map(|right| &*right.id).chain(complaints.map(|right| &*right.id)))
    }

    /// The terms of rights, each once.
    fn terms_of(&self, ids: impl Iterator<Item = &'a str>) -> Vec<Node<'a>> {
        let mut terms: Vec<&str> = ids.filter_map(|id| self.terms.right(id)).collect();
        terms.dedup();
        terms.into_iter().map(|right| term(right, "dpv:DataSubjectRight")).collect()
    }
}
