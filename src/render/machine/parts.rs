//! The parts of a notice as data: what each table of its front matter says, with the keys of the table.

use std::borrow::Cow;

use super::json::{List, Object};
use crate::domain::{
    AutomatedDecisions, DataSource, Item, JointController, Party, PersonalData, Purpose, Recipient, Retention, Text,
    Transfer, Words,
};
use crate::render::plain;
use crate::render::sections::Scene;
use crate::resolve::PageKey;

/// Words as plain text.
pub fn words<'a>(scene: &Scene<'_>, words: &'a Words) -> Cow<'a, str> {
    plain::with_addresses(scene.context, &scene.voice, words)
}

/// Words as plain text, if there are any.
pub fn optional<'a>(scene: &Scene<'_>, optional: &'a Option<Box<Words>>) -> Option<Cow<'a, str>> {
    optional.as_ref().map(|some| words(scene, some))
}

/// The category of a notice: its id, with what it stands for.
pub fn category(json: &mut Object<'_>, scene: &Scene<'_>) {
    let (context, id, language) = (scene.context, &scene.notice.category.value, scene.notice.language);
    let category = context.config().categories.find(id);
    let page = context.page_of(language, &PageKey::Category(id.to_string()));
    json.text("id", id);
    json.text("title", category.map_or(id, |category| category.title.get(language)));
    json.text_if_any("url", page.map(|page| context.canonical_page(page)));
}

/// Another notice, by its id.
pub fn other_notice(json: &mut Object<'_>, scene: &Scene<'_>, id: &Text) {
    let context = scene.context;
    let page = context.page_of_notice(scene.notice.language, id);
    json.text("id", id);
    json.text("title", page.map_or(id, |page| &context.pages.pages[page].title));
    json.text_if_any("url", page.map(|page| context.canonical_page(page)));
}

/// Somebody: in the author's words, or an organisation or another service with its id.
fn party(json: &mut Object<'_>, scene: &Scene<'_>, party: &Party) {
    json.text("name", scene.context.name_of(party, scene.notice.language));
    match party {
        Party::Named(_) => {}
        Party::Organisation(id) => json.text("organisation", id),
        Party::Notice(id) => json.text("notice", id),
    }
    let href = scene.context.href_of(party, scene.notice.language);
    json.text_if_any("url", href.map(|href| scene.context.absolute(&href)));
}

/// `[[joint_controllers]]`
pub fn joint(json: &mut Object<'_>, scene: &Scene<'_>, joint: &JointController) {
    party(json, scene, &joint.who);
    json.text_if_any("contact", optional(scene, &joint.contact));
    json.text_if_any("arrangement", optional(scene, &joint.arrangement));
}

/// Items: the words of each, or a table where there are items below it.
fn items(list: &mut List<'_>, scene: &Scene<'_>, all: &[Item]) {
    for item in all {
        let text = words(scene, &item.text);
        if item.items.is_empty() {
            list.text(&text);
            continue;
        }
        list.object(|json| {
            json.text("text", &text);
            json.list("items", |below| items(below, scene, &item.items));
        });
    }
}

/// Where data comes from: `"you"`, or somebody else.
fn source(list: &mut List<'_>, scene: &Scene<'_>, source: &DataSource) {
    match source {
        DataSource::You => list.text("you"),
        DataSource::Other { who, publicly_accessible } => list.object(|json| {
            party(json, scene, who);
            json.flag_if_any("publicly_accessible", *publicly_accessible);
        }),
    }
}

/// `[[personal_data]]`
pub fn personal_data(json: &mut Object<'_>, scene: &Scene<'_>, data: &PersonalData) {
    json.text_if_any("context", optional(scene, &data.context));
    json.list_if_any("source", |list| data.sources.iter().for_each(|one| source(list, scene, one)));
    json.list_if_any("items", |list| items(list, scene, &data.items));
    json.texts("special_categories", data.special_categories.iter().map(|category| category.value.id()));
    json.flag("criminal_offences", data.criminal_offences);
    json.text_if_any("note", optional(scene, &data.note));
}

/// `[[purposes]]`, with the articles of its lawful bases.
pub fn purpose(json: &mut Object<'_>, scene: &Scene<'_>, purpose: &Purpose) {
    let law = &scene.context.hub.law;
    let bases = || purpose.lawful_basis.iter().map(|basis| basis.value);
    json.text("text", &words(scene, &purpose.text));
    json.list_if_any("items", |list| items(list, scene, &purpose.items));
    json.texts("lawful_basis", bases().map(|basis| basis.id()));
    json.texts("articles", bases().map(|basis| format!("6(1)({})", law.point(basis))));
    json.text("regime", purpose.regime.id());
    json.texts("legislation", purpose.legislation.iter().map(|act| words(scene, act)));
    json.text_if_any("explanation", optional(scene, &purpose.explanation));
    let conditions = purpose.special_category_condition.iter();
    json.texts("special_category_condition", conditions.map(|condition| format!("9(2)({})", condition.value)));
    json.list_if_any("schedule_1", |list| purpose.schedule_1.iter().for_each(|one| list.number(&one.value)));
    json.flag_if_any("criminal_offences", purpose.criminal_offences);
    json.text_if_any("legitimate_interest", optional(scene, &purpose.legitimate_interest));
    json.text_if_any("recognised_interest", purpose.recognised_interest.map(|interest| interest.value.id()));
    json.text_if_any("not_public_task", optional(scene, &purpose.not_public_task));
    json.flag("statutory", purpose.statutory);
    json.text_if_any("withdraw_consent", optional(scene, &purpose.withdraw_consent));
    json.flag_if_any("must_provide", purpose.must_provide);
    json.text_if_any("if_not_provided", optional(scene, &purpose.if_not_provided));
    json.flag("direct_marketing", purpose.direct_marketing);
}

/// `[[recipients]]`
pub fn recipient(json: &mut Object<'_>, scene: &Scene<'_>, recipient: &Recipient) {
    party(json, scene, &recipient.who);
    json.text("kind", scene.context.recipient_kind(recipient).id());
    json.text_if_any("purpose", optional(scene, &recipient.purpose));
    json.list_if_any("items", |list| items(list, scene, &recipient.items));
}

/// `[[transfers]]`
pub fn transfer(json: &mut Object<'_>, scene: &Scene<'_>, transfer: &Transfer) {
    json.text("destination", &transfer.destination);
    json.text_if_any("safeguard", transfer.safeguard.map(|safeguard| safeguard.value.id()));
    json.text_if_any("exception", transfer.exception.as_deref());
    json.text_if_any("purpose", optional(scene, &transfer.purpose));
    json.text_if_any("copy", optional(scene, &transfer.copy));
    json.text_if_any("recipient", transfer.recipient.as_deref());
}

/// `[[retention]]`
pub fn retention(json: &mut Object<'_>, scene: &Scene<'_>, retention: &Retention) {
    json.text("record", &retention.record);
    json.text_if_any("trigger", optional(scene, &retention.trigger));
    json.text_if_any("period", retention.period.as_deref());
    json.text_if_any("criteria", optional(scene, &retention.criteria));
    json.text_if_any("action", retention.action.map(|action| action.id()));
    json.text_if_any("authority", optional(scene, &retention.authority));
    json.text_if_any("note", optional(scene, &retention.note));
}

/// `[automated_decisions]`
pub fn decisions(json: &mut Object<'_>, scene: &Scene<'_>, decisions: &AutomatedDecisions) {
    json.flag_if_any("exists", decisions.exists);
    json.flag_if_any("profiling", decisions.profiling);
    json.text_if_any("note", optional(scene, &decisions.note));
    json.text_if_any("logic", optional(scene, &decisions.logic));
    json.text_if_any("effect", optional(scene, &decisions.effect));
    json.text_if_any("safeguards", optional(scene, &decisions.safeguards));
}
