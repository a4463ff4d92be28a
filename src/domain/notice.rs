//! A service's notice: what its author wrote, in the terms of Articles 13 and 14.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::names::names;
use super::{Contact, Day, Language, Merge, Prose, Text, Words};
use crate::text::{FileId, Place};

names! {
    /// The seven lawful bases of Article 6(1) UK GDPR.
    LawfulBasis {
        Consent = "consent",
        Contract = "contract",
        LegalObligation = "legal-obligation",
        VitalInterests = "vital-interests",
        PublicTask = "public-task",
        RecognisedLegitimateInterest = "recognised-legitimate-interest",
        LegitimateInterests = "legitimate-interests",
    }
}

names! {
    /// The special categories of Article 9(1) UK GDPR.
    SpecialCategory {
        RacialOrEthnicOrigin = "racial-or-ethnic-origin",
        PoliticalOpinions = "political-opinions",
        ReligiousOrPhilosophicalBeliefs = "religious-or-philosophical-beliefs",
        TradeUnionMembership = "trade-union-membership",
        Genetic = "genetic",
        Biometric = "biometric",
        Health = "health",
        SexLife = "sex-life",
        SexualOrientation = "sexual-orientation",
    }
}

names! {
    /// The conditions of Annex 1 UK GDPR for a recognised legitimate interest.
    RecognisedInterest {
        Disclosure = "disclosure",
        Security = "security",
        Emergency = "emergency",
        Crime = "crime",
        Safeguarding = "safeguarding",
    }
}

names! {
    /// The rules under which a purpose falls.
    Regime {
        /// The UK GDPR.
        General = "general",
        /// Part 3 of the Data Protection Act 2018.
        LawEnforcement = "law-enforcement",
    }
}

names! {
    /// What kind of body a recipient is.
    RecipientKind {
        Internal = "internal",
        Processor = "processor",
        JointController = "joint-controller",
        Partner = "partner",
        PublicAuthority = "public-authority",
        OtherCouncil = "other-council",
        Regulator = "regulator",
        PoliceAndCourts = "police-and-courts",
        Health = "health",
        Education = "education",
        Voluntary = "voluntary",
        Business = "business",
        ElectedRepresentative = "elected-representative",
        Representative = "representative",
        Public = "public",
        Other = "other",
    }
}

names! {
    /// What makes a transfer outside the UK lawful.
    Safeguard {
        Approved = "approved",
        InternationalDataTransferAgreement = "international-data-transfer-agreement",
        Addendum = "addendum",
        BindingCorporateRules = "binding-corporate-rules",
        Exception = "exception",
    }
}

names! {
    /// What happens when a retention period ends.
    RetentionAction {
        Destroy = "destroy",
        Review = "review",
        Archive = "archive",
        Anonymise = "anonymise",
        Keep = "keep",
    }
}

/// A value with the place where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

/// The notice of one service in one language, merged from its fragments.
#[derive(Clone, Debug)]
#[allow(missing_docs)] // the fields are the keys of docs/authoring.md
pub struct Notice {
    pub id: String,
    pub language: Language,
    /// The start of the front matter of the file that holds the notice.
    pub place: Place,
    /// Every file that it is made of; the first holds the notice.
    pub files: Vec<FileId>,
    pub title: Text,
    pub summary: Text,
    pub category: Text,
    /// The controller's id; the site's default where the notice names none.
    pub controller: Text,
    pub department: Option<Text>,
    pub contact: Option<Contact>,
    pub last_updated: Option<Placed<Day>>,
    pub review_by: Option<Placed<Day>>,
    pub also_known_as: Vec<Text>,
    pub sort_as: Option<Text>,
    /// What it is sorted by, remembered with it since every list asks for it.
    pub sort_key: Box<[u8]>,
    pub services: Vec<i64>,
    pub data_subjects: Vec<Text>,
    pub related: Vec<Text>,
    pub aliases: Vec<Text>,
    pub appropriate_policy_document: Option<Box<Words>>,
    pub joint_controllers: Vec<JointController>,
    pub personal_data: Vec<PersonalData>,
    pub purposes: Vec<Purpose>,
    /// None where the notice says nothing; empty where it says `recipients = "none"`.
    pub recipients: Option<Vec<Recipient>>,
    /// None where the notice says nothing; empty where it says `transfers = "none"`.
    pub transfers: Option<Vec<Transfer>>,
    pub retention: Vec<Retention>,
    pub automated_decisions: Option<AutomatedDecisions>,
    pub changes: Vec<Change>,
    /// How it takes general sections, by their ids.
    pub general: BTreeMap<String, Placed<Merge>>,
    /// Findings of `check` that the notice accepts.
    pub accept: Vec<Acceptance>,
    /// What the Article 30 record says beyond the page, by key. For exports only.
    pub internal: BTreeMap<String, Vec<Text>>,
    /// The words before the first heading, of each file.
    pub introduction: Vec<Passage>,
    /// The sections of the body, in the order of files and of the text.
    pub sections: Vec<OwnSection>,
}

/// A run of blocks of one file's text.
#[derive(Clone, Debug)]
pub struct Passage {
    /// The file.
    pub file: FileId,
    /// Its text.
    pub prose: Arc<Prose>,
    /// The blocks, without the heading of the section.
    pub blocks: Range<usize>,
}

/// A section that the service wrote itself.
#[derive(Clone, Debug)]
pub struct OwnSection {
    /// The id: of a standard or general section, or its own.
    pub id: String,
    /// The heading in the author's words; none where it is that of the section that it joins.
    pub heading: Option<String>,
    /// Where the heading stands, or the key that names the section.
    pub place: Place,
    /// Its words.
    pub passage: Passage,
}

impl Notice {
    /// Everybody whom the front matter names as a source or a recipient of data.
    pub fn sources_and_recipients(&self) -> impl Iterator<Item = &Party> {
        let sources = self.personal_data.iter().flat_map(|data| &data.sources).filter_map(|source| match source {
            DataSource::Other { who, .. } => Some(who),
            DataSource::You => None,
        });
        sources.chain(self.recipients.iter().flatten().map(|recipient| &recipient.who))
    }

    /// The same, and the joint controllers.
    pub fn parties(&self) -> impl Iterator<Item = &Party> {
        self.sources_and_recipients().chain(self.joint_controllers.iter().map(|joint| &joint.who))
    }

    /// The ids of the other services that give data to this one, or get data from it.
    pub fn services_named(&self) -> impl Iterator<Item = &Text> {
        self.sources_and_recipients().filter_map(|party| match party {
            Party::Notice(id) => Some(id),
            Party::Named(_) | Party::Organisation(_) => None,
        })
    }
}

/// A body that decides together with the controller.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct JointController {
    pub place: Place,
    pub who: Party,
    pub contact: Option<Box<Words>>,
    pub arrangement: Option<Box<Words>>,
}

/// Someone who gives or gets data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Party {
    /// In the author's words.
    Named(Text),
    /// An organisation of `organisations.toml`, by its id.
    Organisation(Text),
    /// Another service of the hub, by the id of its notice.
    Notice(Text),
}

/// A list item, with items below it.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Item {
    pub text: Words,
    pub items: Box<[Item]>,
}

/// Where data comes from.
#[derive(Clone, Debug)]
pub enum DataSource {
    /// From the person whom it is about.
    You,
    /// From somebody else.
    Other {
        /// Who it is.
        who: Party,
        /// Whether anybody can look it up there (Article 14(2)(f)).
        publicly_accessible: Option<bool>,
    },
}

/// Data collected on one occasion.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct PersonalData {
    pub place: Place,
    pub context: Option<Box<Words>>,
    pub sources: Box<[DataSource]>,
    pub items: Box<[Item]>,
    pub special_categories: Box<[Placed<SpecialCategory>]>,
    pub criminal_offences: bool,
    pub note: Option<Box<Words>>,
}

/// A condition of Article 9(2), by its point: `'g'`.
pub type Article9Point = char;

/// Why data is used, and what makes that lawful.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Purpose {
    pub place: Place,
    pub text: Words,
    pub items: Box<[Item]>,
    pub lawful_basis: Box<[Placed<LawfulBasis>]>,
    pub regime: Regime,
    pub legislation: Box<[Words]>,
    pub explanation: Option<Box<Words>>,
    pub special_category_condition: Box<[Placed<Article9Point>]>,
    pub schedule_1: Box<[Placed<i64>]>,
    pub criminal_offences: Option<bool>,
    pub legitimate_interest: Option<Box<Words>>,
    pub recognised_interest: Option<Placed<RecognisedInterest>>,
    pub not_public_task: Option<Box<Words>>,
    pub statutory: bool,
    pub withdraw_consent: Option<Box<Words>>,
    pub must_provide: Option<bool>,
    pub if_not_provided: Option<Box<Words>>,
    pub direct_marketing: bool,
}

/// Who gets data, and what for.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Recipient {
    pub place: Place,
    pub who: Party,
    pub kind: Option<RecipientKind>,
    pub purpose: Option<Box<Words>>,
    pub items: Box<[Item]>,
}

/// A transfer of data outside the UK.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Transfer {
    pub place: Place,
    pub destination: Text,
    pub safeguard: Option<Placed<Safeguard>>,
    pub exception: Option<Text>,
    pub purpose: Option<Box<Words>>,
    pub copy: Option<Box<Words>>,
    pub recipient: Option<Text>,
}

/// How long a kind of record is kept.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Retention {
    pub place: Place,
    pub record: Text,
    pub trigger: Option<Box<Words>>,
    pub period: Option<Text>,
    pub criteria: Option<Box<Words>>,
    pub action: Option<RetentionAction>,
    pub authority: Option<Box<Words>>,
    pub note: Option<Box<Words>>,
}

/// Whether a computer decides by itself, and how.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct AutomatedDecisions {
    pub place: Place,
    pub exists: Option<bool>,
    pub profiling: Option<bool>,
    pub note: Option<Box<Words>>,
    pub logic: Option<Box<Words>>,
    pub effect: Option<Box<Words>>,
    pub safeguards: Option<Box<Words>>,
}

/// A finding of `check` that a notice accepts.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Acceptance {
    pub rule: Text,
    pub reason: Text,
}

/// A change of the notice that readers are told of.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Change {
    pub place: Place,
    pub date: Day,
    pub summary: Words,
    pub significant: bool,
}
