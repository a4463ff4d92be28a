//! The notice of a service, from the tables of its files.

use std::collections::BTreeMap;

use super::fields::Fields;
use super::values::{article_9, lawful_basis};
use crate::domain::alphabet::Collation;
use crate::domain::{
    Acceptance, AutomatedDecisions, Change, DataSource, JointController, Language, Merge, Notice, Party, PersonalData,
    Placed, Purpose, Recipient, RecipientKind, RecognisedInterest, Regime, Retention, RetentionAction, Safeguard,
    SpecialCategory, Text, Transfer, Words,
};
use crate::text::{Place, Stretch};

/// The notice that the front matter of its main file declares; its text is added by [`super::body`].
pub fn notice(
    (id, language): (&str, Language),
    place: Place,
    fields: Fields<'_>,
    default_controller: &str,
    collation: &Collation,
) -> Notice {
    let (title, sort_as) = (fields.required_text("title", place, id), fields.text("sort_as"));
    Notice {
        sort_key: collation.key(sort_as.as_ref().unwrap_or(&title)),
        id: id.to_owned(),
        language,
        place,
        files: vec![fields.file],
        title,
        summary: fields.required_text("summary", place, ""),
        category: fields.required_text("category", place, ""),
        controller: fields.required_text("controller", place, default_controller),
        department: fields.text("department"),
        contact: fields.table("contact").map(Fields::contact),
        last_updated: fields.day("last_updated"),
        review_by: fields.day("review_by"),
        also_known_as: fields.texts("also_known_as"),
        sort_as,
        services: fields.wholes("services").into_iter().map(|number| number.value).collect(),
        data_subjects: fields.texts("data_subjects"),
        related: fields.texts("related"),
        aliases: fields.aliases(),
        appropriate_policy_document: fields.words("appropriate_policy_document"),
        joint_controllers: joint_controllers(fields),
        personal_data: all(fields, "personal_data", personal_data),
        purposes: all(fields, "purposes", purpose),
        recipients: fields.value("recipients").map(|_| all(fields, "recipients", recipient)),
        transfers: fields.value("transfers").map(|_| all(fields, "transfers", transfer)),
        retention: all(fields, "retention", retention),
        automated_decisions: fields.table("automated_decisions").map(automated_decisions),
        changes: changes(fields),
        general: general(fields),
        accept: acceptances(fields),
        internal: internal(fields),
        introduction: Vec::new(),
        sections: Vec::new(),
    }
}

/// Adds the lists of a fragment to its notice.
pub fn extend(notice: &mut Notice, fields: Fields<'_>) {
    notice.files.push(fields.file);
    notice.also_known_as.extend(fields.texts("also_known_as"));
    notice.services.extend(fields.wholes("services").into_iter().map(|number| number.value));
    notice.data_subjects.extend(fields.texts("data_subjects"));
    notice.related.extend(fields.texts("related"));
    notice.aliases.extend(fields.aliases());
    notice.joint_controllers.extend(joint_controllers(fields));
    notice.personal_data.extend(all(fields, "personal_data", personal_data));
    notice.purposes.extend(all(fields, "purposes", purpose));
    notice.retention.extend(all(fields, "retention", retention));
    notice.changes.extend(changes(fields));
    let (recipients, transfers) = (all(fields, "recipients", recipient), all(fields, "transfers", transfer));
    if !recipients.is_empty() {
        notice.recipients.get_or_insert_default().extend(recipients);
    }
    if !transfers.is_empty() {
        notice.transfers.get_or_insert_default().extend(transfers);
    }
}

/// Every table of a list, read.
fn all<T>(fields: Fields<'_>, key: &str, read: fn(Fields<'_>) -> T) -> Vec<T> {
    fields.tables(key).into_iter().map(read).collect()
}

/// Words that must be there; empty ones where they are not, which has been reported.
fn required_words(fields: Fields<'_>, key: &str) -> Words {
    let stand_in = || Words { value: Stretch::default(), prose: None, place: fields.place() };
    fields.words(key).map_or_else(stand_in, |words| *words)
}

fn joint_controllers(fields: Fields<'_>) -> Vec<JointController> {
    all(fields, "joint_controllers", |fields| JointController {
        place: fields.place(),
        who: fields.party(),
        contact: fields.words("contact"),
        arrangement: fields.words("arrangement"),
    })
}

fn personal_data(fields: Fields<'_>) -> PersonalData {
    PersonalData {
        place: fields.place(),
        context: fields.words("context"),
        sources: sources(fields),
        items: fields.items("items"),
        special_categories: fields.choices("special_categories", SpecialCategory::from_id),
        criminal_offences: fields.truth("criminal_offences").unwrap_or(false),
        note: fields.words("note"),
    }
}

fn sources(fields: Fields<'_>) -> Box<[DataSource]> {
    fields.each("source", |value| match fields.table_of(value) {
        Some(inner) => {
            let publicly_accessible = inner.truth("publicly_accessible");
            Some(DataSource::Other { who: inner.party(), publicly_accessible })
        }
        None => {
            let text = fields.text_of(value)?;
            let you = text.value.eq_ignore_ascii_case("you");
            let other = |text: Text| DataSource::Other { who: Party::Named(text), publicly_accessible: None };
            Some(if you { DataSource::You } else { other(text) })
        }
    })
}

fn purpose(fields: Fields<'_>) -> Purpose {
    Purpose {
        place: fields.place(),
        text: required_words(fields, "text"),
        items: fields.items("items"),
        lawful_basis: fields.choices("lawful_basis", lawful_basis),
        regime: fields.choice("regime", Regime::from_id).map_or(Regime::General, |regime| regime.value),
        legislation: fields.all_words("legislation"),
        explanation: fields.words("explanation"),
        special_category_condition: fields.choices("special_category_condition", article_9),
        schedule_1: fields.wholes("schedule_1"),
        criminal_offences: fields.truth("criminal_offences"),
        legitimate_interest: fields.words("legitimate_interest"),
        recognised_interest: fields.choice("recognised_interest", RecognisedInterest::from_id),
        not_public_task: fields.words("not_public_task"),
        statutory: fields.truth("statutory").unwrap_or(false),
        withdraw_consent: fields.words("withdraw_consent"),
        must_provide: fields.truth("must_provide"),
        if_not_provided: fields.words("if_not_provided"),
        direct_marketing: fields.truth("direct_marketing").unwrap_or(false),
    }
}

fn recipient(fields: Fields<'_>) -> Recipient {
    Recipient {
        place: fields.place(),
        who: fields.party(),
        kind: fields.choice("kind", RecipientKind::from_id).map(|kind| kind.value),
        purpose: fields.words("purpose"),
        items: fields.items("items"),
    }
}

fn transfer(fields: Fields<'_>) -> Transfer {
    Transfer {
        place: fields.place(),
        destination: fields.required_text("destination", fields.place(), ""),
        safeguard: fields.choice("safeguard", Safeguard::from_id),
        exception: fields.text("exception"),
        purpose: fields.words("purpose"),
        copy: fields.words("copy"),
        recipient: fields.text("recipient"),
    }
}

fn retention(fields: Fields<'_>) -> Retention {
    Retention {
        place: fields.place(),
        record: fields.required_text("record", fields.place(), ""),
        trigger: fields.words("trigger"),
        period: fields.text("period"),
        criteria: fields.words("criteria"),
        action: fields.choice("action", RetentionAction::from_id).map(|action| action.value),
        authority: fields.words("authority"),
        note: fields.words("note"),
    }
}

fn automated_decisions(fields: Fields<'_>) -> AutomatedDecisions {
    AutomatedDecisions {
        place: fields.place(),
        exists: fields.truth("exists"),
        profiling: fields.truth("profiling"),
        note: fields.words("note"),
        logic: fields.words("logic"),
        effect: fields.words("effect"),
        safeguards: fields.words("safeguards"),
    }
}

/// The changes, newest first.
fn changes(fields: Fields<'_>) -> Vec<Change> {
    let read = |fields: Fields<'_>| {
        let date = fields.day("date")?.value;
        let significant = fields.truth("significant").unwrap_or(false);
        Some(Change { place: fields.place(), date, summary: required_words(fields, "summary"), significant })
    };
    fields.tables("changes").into_iter().filter_map(read).collect()
}

fn general(fields: Fields<'_>) -> BTreeMap<String, Placed<Merge>> {
    let Some(table) = fields.table("general") else { return BTreeMap::new() };
    let ids = table.table.entries.iter();
    ids.filter_map(|entry| Some((entry.key.to_string(), table.choice(&entry.key, Merge::from_id)?))).collect()
}

fn acceptances(fields: Fields<'_>) -> Vec<Acceptance> {
    let read = |fields: Fields<'_>| Some(Acceptance { rule: fields.text("rule")?, reason: fields.text("reason")? });
    fields.tables("accept").into_iter().filter_map(read).collect()
}

fn internal(fields: Fields<'_>) -> BTreeMap<String, Vec<Text>> {
    let Some(table) = fields.table("internal") else { return BTreeMap::new() };
    let keys = table.table.entries.iter();
    keys.map(|entry| (entry.key.to_string(), table.texts(&entry.key))).filter(|(_, texts)| !texts.is_empty()).collect()
}
