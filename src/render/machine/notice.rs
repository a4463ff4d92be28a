//! `notice.json`: a notice as data, one file for each.
//!
//! A key that an author writes has the value that the author wrote, with words as plain text; ids stand beside what they
//! stand for. What is empty is left out. Read as JSON-LD, the same file is a document of the Data Privacy Vocabulary:
//! `@graph` holds it, and all other keys mean nothing there. The schema beside this file describes every key.
//!
//! Depends on what the page of the notice depends on and on nothing else. Never reads what is not published:
//! `internal`, `accept` and the owners of fragments.

use super::json::{self, Object};
use super::{NOTICE_SCHEMA, contact, dpv, feed, parts};
use crate::domain::{Address, Text};
use crate::render::sections::Scene;
use crate::resolve::Page;

/// How many bytes the data of most notices takes.
const ROOM: usize = 16 * 1024;

/// The address of the file of the notice on a page.
pub fn address(page: &Page) -> Address {
    page.address.beside("notice.json")
}

/// The file of the notice on a page. `linked_data` is [`dpv::context`] in its language.
pub fn json(scene: &Scene<'_>, page: &Page, linked_data: &str) -> String {
    let url = scene.context.canonical(&page.address);
    let mut file = json::object(ROOM, |json| {
        json.text("$schema", &super::schema(scene.context, NOTICE_SCHEMA));
        json.raw("@context", linked_data);
        about(json, scene, page, &url);
        front(json, scene);
        rights(json, scene);
        changes(json, scene);
        if !scene.notice.general.is_empty() {
            json.object("general", |json| {
                scene.notice.general.iter().for_each(|(id, merge)| json.text(id, merge.value.id()));
            });
        }
        sections(json, scene);
        json.list("@graph", |list| list.object(|node| dpv::notice(node, scene, &url)));
    });
    file.push('\n');
    file
}

/// What it is, where it stands and whose it is.
fn about(json: &mut Object<'_>, scene: &Scene<'_>, page: &Page, url: &str) {
    let (context, notice) = (scene.context, scene.notice);
    let controller = &context.config().controllers[scene.voice.controller];
    json.text("id", &notice.id);
    json.text("language", notice.language.code());
    json.text("url", url);
    translations(json, scene);
    if !notice.changes.is_empty() {
        json.text("feed", &context.canonical(&feed::address_of_notice(page)));
    }
    json.text("title", &notice.title);
    json.text("summary", &notice.summary);
    json.object("category", |json| parts::category(json, scene));
    json.object("controller", |json| contact::controller(json, controller, notice.language));
    json.text_if_any("department", notice.department.as_deref());
    if let Some(contact) = &notice.contact {
        json.object("contact", |json| contact::contact(json, contact));
    }
    json.text_if_any("last_updated", notice.last_updated.map(|day| day.value.to_string()));
    json.text_if_any("review_by", notice.review_by.map(|day| day.value.to_string()));
}

/// What else its front matter says.
fn front(json: &mut Object<'_>, scene: &Scene<'_>) {
    let notice = scene.notice;
    json.texts("also_known_as", texts(&notice.also_known_as));
    json.text_if_any("sort_as", notice.sort_as.as_deref());
    json.list_if_any("services", |list| notice.services.iter().for_each(|id| list.number(id)));
    json.texts("data_subjects", texts(&notice.data_subjects));
    json.objects("related", &notice.related, |json, id| parts::other_notice(json, scene, id));
    json.texts("aliases", texts(&notice.aliases));
    json.text_if_any("appropriate_policy_document", parts::optional(scene, &notice.appropriate_policy_document));
    json.objects("joint_controllers", &notice.joint_controllers, |json, joint| parts::joint(json, scene, joint));
    json.objects("personal_data", &notice.personal_data, |json, data| parts::personal_data(json, scene, data));
    json.objects("purposes", &notice.purposes, |json, purpose| parts::purpose(json, scene, purpose));
    // Without anybody in it, a list says that there is nobody.
    if let Some(recipients) = &notice.recipients {
        json.list("recipients", |list| {
            recipients.iter().for_each(|one| list.object(|json| parts::recipient(json, scene, one)));
        });
    }
    if let Some(transfers) = &notice.transfers {
        json.list("transfers", |list| {
            transfers.iter().for_each(|one| list.object(|json| parts::transfer(json, scene, one)));
        });
    }
    json.objects("retention", &notice.retention, |json, row| parts::retention(json, scene, row));
    if let Some(decisions) = &notice.automated_decisions {
        json.object("automated_decisions", |json| parts::decisions(json, scene, decisions));
    }
}

fn texts(texts: &[Text]) -> impl Iterator<Item = &str> {
    texts.iter().map(|text| &**text)
}

/// The same notice in other languages.
fn translations(json: &mut Object<'_>, scene: &Scene<'_>) {
    let (context, notice) = (scene.context, scene.notice);
    let others = context.config().languages.iter().filter(|language| **language != notice.language);
    let found = others.filter_map(|language| Some((language, context.pages.find_notice(*language, &notice.id)?)));
    json.objects("translations", found, |json, (language, page)| {
        json.text("language", language.code());
        json.text("url", &context.canonical_page(page));
    });
}

/// The rights of the notice, with what each applies to, and those to complain, which nobody has to derive.
fn rights(json: &mut Object<'_>, scene: &Scene<'_>) {
    let (hub, rights) = (scene.context.hub, &scene.document.rights);
    json.list("rights", |list| {
        for right in rights.always.iter().chain(&rights.objections).chain(&rights.sometimes) {
            let row = hub.law.rights(hub.today).find(|row| row.id == right.id);
            list.object(|json| {
                json.text("id", &right.id);
                json.text_if_any("article", row.map(|row| &row.article));
                json.texts("lawful_basis", right.bases.iter().map(|basis| basis.id()));
                json.list_if_any("purposes", |list| right.purposes.iter().for_each(|one| list.number(one)));
            });
        }
        for right in hub.law.complaints(hub.today) {
            list.object(|json| {
                json.text("id", &right.id);
                json.text("article", &right.article);
            });
        }
    });
}

/// The changes that readers are told of.
fn changes(json: &mut Object<'_>, scene: &Scene<'_>) {
    json.objects("changes", &scene.notice.changes, |json, change| {
        json.text("date", &change.date.to_string());
        json.text("summary", &parts::words(scene, &change.summary));
        json.flag("significant", change.significant);
    });
}

/// The sections of the page.
fn sections(json: &mut Object<'_>, scene: &Scene<'_>) {
    json.list("sections", |list| {
        for section in &scene.document.sections {
            list.object(|json| {
                json.text("id", &section.id);
                json.text("heading", &scene.voice.fill(scene.context, &section.heading));
            });
        }
    });
}
