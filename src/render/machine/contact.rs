//! Controllers and how to reach somebody, as data. Used by the files of notices and of the hub.

use super::json::Object;
use crate::domain::{Contact, Controller, Language};

/// A controller as it is called in a language, with the keys of `site.toml`.
pub fn controller(json: &mut Object<'_>, controller: &Controller, language: Language) {
    json.text("id", &controller.id);
    json.text("name", controller.name.get(language));
    let short_name = controller.short_name.get(language);
    json.text_if_any("short_name", (!short_name.is_empty()).then_some(short_name));
    json.text("kind", controller.kind.id());
    json.text_if_any("registration", controller.registration.as_deref());
    // Its own contact has no name: that is the controller's.
    ways(json, &controller.contact);
    if let Some(officer) = &controller.dpo {
        json.object("dpo", |json| contact(json, officer));
    }
    if let Some(complaints) = &controller.complaints {
        json.object("complaints", |json| contact(json, complaints));
    }
}

/// How to reach somebody.
pub fn contact(json: &mut Object<'_>, contact: &Contact) {
    json.text_if_any("name", contact.name.as_deref());
    ways(json, contact);
}

fn ways(json: &mut Object<'_>, contact: &Contact) {
    json.texts("address", contact.address.iter().map(|line| &**line));
    json.text_if_any("email", contact.email.as_deref());
    json.text_if_any("phone", contact.phone.as_deref());
    json.text_if_any("url", contact.url.as_deref());
    json.text_if_any("hours", contact.hours.as_deref());
}
