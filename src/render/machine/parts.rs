//! The parts of a notice as data: what each table of its front matter says.

use std::borrow::Cow;

use serde::Serialize;

use crate::domain::{
    AutomatedDecisions, DataSource, Item, JointController, Party, PersonalData, Purpose, Recipient, Retention, Text,
    Transfer, Words,
};
use crate::render::plain;
use crate::render::sections::Scene;
use crate::resolve::PageKey;

type Plain<'a> = Cow<'a, str>;

/// Something with an id, with what it stands for.
#[derive(Serialize)]
pub struct Described<'a> {
    id: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

/// Somebody: in the author's words, or an organisation or another service with its id.
#[derive(Serialize)]
pub struct PartyData<'a> {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    organisation: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notice: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

/// `[[joint_controllers]]`
#[derive(Serialize)]
pub struct JointData<'a> {
    #[serde(flatten)]
    who: PartyData<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact: Option<Plain<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    arrangement: Option<Plain<'a>>,
}

/// An item: its words, or a table where there are items below it.
#[derive(Serialize)]
#[serde(untagged)]
pub enum ItemData<'a> {
    Alone(Plain<'a>),
    Group { text: Plain<'a>, items: Vec<ItemData<'a>> },
}

/// Where data comes from: `"you"`, or somebody else.
#[derive(Serialize)]
#[serde(untagged)]
pub enum SourceData<'a> {
    You(&'static str),
    Other {
        #[serde(flatten)]
        who: PartyData<'a>,
        #[serde(skip_serializing_if = "Option::is_none")]
        publicly_accessible: Option<bool>,
    },
}

/// `[[personal_data]]`
#[derive(Serialize)]
pub struct PersonalDataPart<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    context: Option<Plain<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    source: Vec<SourceData<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    items: Vec<ItemData<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    special_categories: Vec<&'static str>,
    criminal_offences: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<Plain<'a>>,
}

/// `[[purposes]]`, with the articles of its lawful bases.
#[derive(Serialize)]
pub struct PurposePart<'a> {
    text: Plain<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    items: Vec<ItemData<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lawful_basis: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    articles: Vec<String>,
    regime: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    legislation: Vec<Plain<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<Plain<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    special_category_condition: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    schedule_1: Vec<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    criminal_offences: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    legitimate_interest: Option<Plain<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    recognised_interest: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_public_task: Option<Plain<'a>>,
    statutory: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    withdraw_consent: Option<Plain<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    must_provide: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    if_not_provided: Option<Plain<'a>>,
    direct_marketing: bool,
}

/// `[[recipients]]`
#[derive(Serialize)]
pub struct RecipientPart<'a> {
    #[serde(flatten)]
    who: PartyData<'a>,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    purpose: Option<Plain<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    items: Vec<ItemData<'a>>,
}

/// `[[transfers]]`
#[derive(Serialize)]
pub struct TransferPart<'a> {
    destination: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    safeguard: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exception: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    purpose: Option<Plain<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    copy: Option<Plain<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    recipient: Option<&'a str>,
}

/// `[[retention]]`
#[derive(Serialize)]
pub struct RetentionPart<'a> {
    record: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    trigger: Option<Plain<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    criteria: Option<Plain<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    action: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    authority: Option<Plain<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<Plain<'a>>,
}

/// `[automated_decisions]`
#[derive(Serialize)]
pub struct Decisions<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    exists: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    profiling: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<Plain<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    logic: Option<Plain<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    effect: Option<Plain<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    safeguards: Option<Plain<'a>>,
}

/// Words as plain text.
pub fn words<'a>(scene: &'a Scene<'a>, words: &'a Words) -> Plain<'a> {
    plain::with_addresses(scene.context, &scene.voice, words)
}

/// Words as plain text, if there are any.
pub fn optional<'a>(scene: &'a Scene<'a>, optional: &'a Option<Words>) -> Option<Plain<'a>> {
    optional.as_ref().map(|some| words(scene, some))
}

fn text(text: &Option<Text>) -> Option<&str> {
    text.as_ref().map(|text| &*text.value)
}

/// The category of a notice.
pub fn category<'a>(scene: &'a Scene<'a>) -> Described<'a> {
    let (context, id, language) = (scene.context, &scene.notice.category.value, scene.notice.language);
    let category = context.config().categories.iter().find(|category| category.id == *id);
    let page = context.page_of(language, &PageKey::Category(id.clone()));
    Described {
        id,
        title: category.map_or(id, |category| category.title.get(language)),
        url: page.map(|page| context.canonical_page(page)),
    }
}

/// Another notice, by its id.
pub fn other_notice<'a>(scene: &'a Scene<'a>, id: &'a Text) -> Described<'a> {
    let context = scene.context;
    let page = context.page_of(scene.notice.language, &PageKey::Notice(id.value.clone()));
    Described {
        id,
        title: page.map_or(id, |page| &context.pages.pages[page].title),
        url: page.map(|page| context.canonical_page(page)),
    }
}

fn party<'a>(scene: &'a Scene<'a>, party: &'a Party) -> PartyData<'a> {
    let (name, href) = scene.context.party(party, scene.notice.language);
    let (organisation, notice) = match party {
        Party::Named(_) => (None, None),
        Party::Organisation(id) => (Some(&*id.value), None),
        Party::Notice(id) => (None, Some(&*id.value)),
    };
    PartyData { name, organisation, notice, url: href.map(|href| scene.context.absolute(&href)) }
}

/// A joint controller.
pub fn joint<'a>(scene: &'a Scene<'a>, joint: &'a JointController) -> JointData<'a> {
    JointData {
        who: party(scene, &joint.who),
        contact: optional(scene, &joint.contact),
        arrangement: optional(scene, &joint.arrangement),
    }
}

fn items<'a>(scene: &'a Scene<'a>, list: &'a [Item]) -> Vec<ItemData<'a>> {
    let item = |item: &'a Item| match item.items.as_slice() {
        [] => ItemData::Alone(words(scene, &item.text)),
        below => ItemData::Group { text: words(scene, &item.text), items: items(scene, below) },
    };
    list.iter().map(item).collect()
}

fn source<'a>(scene: &'a Scene<'a>, source: &'a DataSource) -> SourceData<'a> {
    match source {
        DataSource::You => SourceData::You("you"),
        DataSource::Other { who, publicly_accessible } => {
            SourceData::Other { who: party(scene, who), publicly_accessible: *publicly_accessible }
        }
    }
}

/// Data collected on one occasion.
pub fn personal_data<'a>(scene: &'a Scene<'a>, data: &'a PersonalData) -> PersonalDataPart<'a> {
    PersonalDataPart {
        context: optional(scene, &data.context),
        source: data.sources.iter().map(|one| source(scene, one)).collect(),
        items: items(scene, &data.items),
        special_categories: data.special_categories.iter().map(|category| category.value.id()).collect(),
        criminal_offences: data.criminal_offences,
        note: optional(scene, &data.note),
    }
}

/// A purpose.
pub fn purpose<'a>(scene: &'a Scene<'a>, purpose: &'a Purpose) -> PurposePart<'a> {
    let law = &scene.context.hub.law;
    let bases = || purpose.lawful_basis.iter().map(|basis| basis.value);
    let conditions = purpose.special_category_condition.iter();
    PurposePart {
        text: words(scene, &purpose.text),
        items: items(scene, &purpose.items),
        lawful_basis: bases().map(|basis| basis.id()).collect(),
        articles: bases().map(|basis| format!("6(1)({})", law.point(basis))).collect(),
        regime: purpose.regime.id(),
        legislation: purpose.legislation.iter().map(|act| words(scene, act)).collect(),
        explanation: optional(scene, &purpose.explanation),
        special_category_condition: conditions.map(|condition| format!("9(2)({})", condition.value)).collect(),
        schedule_1: purpose.schedule_1.iter().map(|paragraph| paragraph.value).collect(),
        criminal_offences: purpose.criminal_offences,
        legitimate_interest: optional(scene, &purpose.legitimate_interest),
        recognised_interest: purpose.recognised_interest.map(|interest| interest.value.id()),
        not_public_task: optional(scene, &purpose.not_public_task),
        statutory: purpose.statutory,
        withdraw_consent: optional(scene, &purpose.withdraw_consent),
        must_provide: purpose.must_provide,
        if_not_provided: optional(scene, &purpose.if_not_provided),
        direct_marketing: purpose.direct_marketing,
    }
}

/// Who gets data.
pub fn recipient<'a>(scene: &'a Scene<'a>, recipient: &'a Recipient) -> RecipientPart<'a> {
    RecipientPart {
        who: party(scene, &recipient.who),
        kind: scene.context.recipient_kind(recipient).id(),
        purpose: optional(scene, &recipient.purpose),
        items: items(scene, &recipient.items),
    }
}

/// A transfer outside the UK.
pub fn transfer<'a>(scene: &'a Scene<'a>, transfer: &'a Transfer) -> TransferPart<'a> {
    TransferPart {
        destination: &transfer.destination.value,
        safeguard: transfer.safeguard.map(|safeguard| safeguard.value.id()),
        exception: text(&transfer.exception),
        purpose: optional(scene, &transfer.purpose),
        copy: optional(scene, &transfer.copy),
        recipient: text(&transfer.recipient),
    }
}

/// How long a kind of record is kept.
pub fn retention<'a>(scene: &'a Scene<'a>, retention: &'a Retention) -> RetentionPart<'a> {
    RetentionPart {
        record: &retention.record.value,
        trigger: optional(scene, &retention.trigger),
        period: text(&retention.period),
        criteria: optional(scene, &retention.criteria),
        action: retention.action.map(|action| action.id()),
        authority: optional(scene, &retention.authority),
        note: optional(scene, &retention.note),
    }
}

/// What a computer decides.
pub fn decisions<'a>(scene: &'a Scene<'a>, decisions: &'a AutomatedDecisions) -> Decisions<'a> {
    Decisions {
        exists: decisions.exists,
        profiling: decisions.profiling,
        note: optional(scene, &decisions.note),
        logic: optional(scene, &decisions.logic),
        effect: optional(scene, &decisions.effect),
        safeguards: optional(scene, &decisions.safeguards),
    }
}
