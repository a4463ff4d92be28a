//! `notice.json`: a notice as data, one file for each.
//!
//! A key that an author writes has the value that the author wrote, with words as plain text; ids stand beside what they
//! stand for. What is empty is left out. Read as JSON-LD, the same file is a document of the Data Privacy Vocabulary:
//! `@graph` holds it, and all other keys mean nothing there. The schema beside this file describes every key.
//!
//! Depends on what the page of the notice depends on and on nothing else. Never reads what is not published:
//! `internal`, `accept` and the owners of fragments.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::value::RawValue;

use super::contact::{ContactData, ControllerData};
use super::linked::Node;
use super::parts::{
    self, Decisions, Described, JointData, PersonalDataPart, PurposePart, RecipientPart, RetentionPart, TransferPart,
};
use super::{NOTICE_SCHEMA, dpv, feed};
use crate::domain::{Address, Text};
use crate::render::sections::Scene;
use crate::resolve::{Page, PageKey};

/// A notice.
#[derive(Serialize)]
struct NoticeData<'a> {
    #[serde(rename = "$schema")]
    schema: String,
    #[serde(rename = "@context")]
    linked_data: &'a RawValue,
    id: &'a str,
    language: &'static str,
    url: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    translations: Vec<Translation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    feed: Option<String>,
    title: &'a str,
    summary: &'a str,
    category: Described<'a>,
    controller: ControllerData<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    department: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact: Option<ContactData<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_updated: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    review_by: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also_known_as: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sort_as: Option<&'a str>,
    #[serde(skip_serializing_if = "<[i64]>::is_empty")]
    services: &'a [i64],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    data_subjects: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<Described<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    aliases: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    appropriate_policy_document: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    joint_controllers: Vec<JointData<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    personal_data: Vec<PersonalDataPart<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    purposes: Vec<PurposePart<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    recipients: Option<Vec<RecipientPart<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    transfers: Option<Vec<TransferPart<'a>>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    retention: Vec<RetentionPart<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    automated_decisions: Option<Decisions<'a>>,
    rights: Vec<RightData<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    changes: Vec<ChangeData<'a>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    general: BTreeMap<&'a str, &'static str>,
    sections: Vec<SectionData<'a>>,
    #[serde(rename = "@graph")]
    graph: [Node<'a>; 1],
}

/// The same notice in another language.
#[derive(Serialize)]
struct Translation {
    language: &'static str,
    url: String,
}

/// A right that applies, and what to.
#[derive(Serialize)]
struct RightData<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lawful_basis: Vec<&'static str>,
    #[serde(skip_serializing_if = "<[usize]>::is_empty")]
    purposes: &'a [usize],
}

/// A change that readers are told of.
#[derive(Serialize)]
struct ChangeData<'a> {
    date: String,
    summary: Cow<'a, str>,
    significant: bool,
}

/// A section of the page.
#[derive(Serialize)]
struct SectionData<'a> {
    id: &'a str,
    heading: String,
}

/// The address of the file of the notice on a page.
pub fn address(page: &Page) -> Address {
    page.address.beside("notice.json")
}

/// The file of the notice on a page. `linked_data` is [`dpv::context`] in its language.
pub fn json(scene: &Scene<'_>, page: &Page, linked_data: &RawValue) -> Vec<u8> {
    let url = scene.context.canonical(&page.address);
    super::written(&data(scene, page, &url, linked_data))
}

fn texts(texts: &[Text]) -> Vec<&str> {
    texts.iter().map(|text| &*text.value).collect()
}

fn text(text: &Option<Text>) -> Option<&str> {
    text.as_ref().map(|text| &*text.value)
}

fn data<'a>(scene: &'a Scene<'a>, page: &'a Page, url: &'a str, linked_data: &'a RawValue) -> NoticeData<'a> {
    let (context, notice) = (scene.context, scene.notice);
    NoticeData {
        schema: super::schema(context, NOTICE_SCHEMA),
        linked_data,
        id: &notice.id,
        language: notice.language.code(),
        url,
        translations: translations(scene),
        feed: (!notice.changes.is_empty()).then(|| context.canonical(&feed::address_of_notice(page))),
        title: &notice.title.value,
        summary: &notice.summary.value,
        category: parts::category(scene),
        controller: ControllerData::of(&context.config().controllers[scene.voice.controller], notice.language),
        department: text(&notice.department),
        contact: notice.contact.as_ref().map(ContactData::of),
        last_updated: notice.last_updated.map(|day| day.value.to_string()),
        review_by: notice.review_by.map(|day| day.value.to_string()),
        also_known_as: texts(&notice.also_known_as),
        sort_as: text(&notice.sort_as),
        services: &notice.services,
        data_subjects: texts(&notice.data_subjects),
        related: notice.related.iter().map(|id| parts::other_notice(scene, id)).collect(),
        aliases: texts(&notice.aliases),
        appropriate_policy_document: parts::optional(scene, &notice.appropriate_policy_document),
        joint_controllers: notice.joint_controllers.iter().map(|joint| parts::joint(scene, joint)).collect(),
        personal_data: notice.personal_data.iter().map(|data| parts::personal_data(scene, data)).collect(),
        purposes: notice.purposes.iter().map(|purpose| parts::purpose(scene, purpose)).collect(),
        recipients: notice.recipients.as_ref().map(|all| all.iter().map(|one| parts::recipient(scene, one)).collect()),
        transfers: notice.transfers.as_ref().map(|all| all.iter().map(|one| parts::transfer(scene, one)).collect()),
        retention: notice.retention.iter().map(|row| parts::retention(scene, row)).collect(),
        automated_decisions: notice.automated_decisions.as_ref().map(|decisions| parts::decisions(scene, decisions)),
        rights: rights(scene),
        changes: changes(scene),
        general: notice.general.iter().map(|(id, merge)| (id.as_str(), merge.value.id())).collect(),
        sections: sections(scene),
        graph: [dpv::notice(scene, url)],
    }
}

fn translations(scene: &Scene<'_>) -> Vec<Translation> {
    let (context, notice) = (scene.context, scene.notice);
    let others = context.config().languages.iter().filter(|language| **language != notice.language);
    let key = PageKey::Notice(notice.id.clone());
    let found = others.filter_map(|language| Some((*language, context.pages.find(*language, &key)?)));
    found.map(|(language, page)| Translation { language: language.code(), url: context.canonical_page(page) }).collect()
}

/// The rights of the notice, and those to complain, which nobody has to derive.
fn rights<'a>(scene: &'a Scene<'a>) -> Vec<RightData<'a>> {
    let (hub, rights) = (scene.context.hub, &scene.document.rights);
    let due = rights.always.iter().chain(&rights.objections).chain(&rights.sometimes).map(|right| RightData {
        id: &right.id,
        article: hub.law.rights(hub.today).find(|row| row.id == right.id).map(|row| &*row.article),
        lawful_basis: right.bases.iter().map(|basis| basis.id()).collect(),
        purposes: &right.purposes,
    });
    let complaints = hub.law.complaints(hub.today).map(|right| RightData {
        id: &right.id,
        article: Some(&right.article),
        lawful_basis: Vec::new(),
        purposes: &[],
    });
    due.chain(complaints).collect()
}

fn changes<'a>(scene: &'a Scene<'a>) -> Vec<ChangeData<'a>> {
    let changes = scene.notice.changes.iter().map(|change| ChangeData {
        date: change.date.to_string(),
        summary: parts::words(scene, &change.summary),
        significant: change.significant,
    });
    changes.collect()
}

fn sections<'a>(scene: &'a Scene<'a>) -> Vec<SectionData<'a>> {
    let sections = scene.document.sections.iter();
    sections
        .map(|section| SectionData { id: &section.id, heading: scene.voice.fill(scene.context, &section.heading) })
        .collect()
}
