//! Controllers and how to reach somebody, as data. Used by the files of notices and of the hub.

use serde::Serialize;

use crate::domain::{Contact, Controller, Language, Text};

/// A controller, with the keys of `site.toml`.
#[derive(Serialize)]
pub struct ControllerData<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    short_name: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    registration: Option<&'a str>,
    #[serde(flatten)]
    contact: ContactData<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dpo: Option<ContactData<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    complaints: Option<ContactData<'a>>,
}

/// How to reach somebody.
#[derive(Serialize)]
pub struct ContactData<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    address: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hours: Option<&'a str>,
}

impl<'a> ControllerData<'a> {
    /// A controller as it is called in a language.
    pub fn of(controller: &'a Controller, language: Language) -> Self {
        ControllerData {
            id: &controller.id,
            name: controller.name.get(language),
            short_name: controller.short_name.get(language),
            kind: controller.kind.id(),
            registration: text(controller.registration.as_ref()),
            // Its own contact has no name: that is the controller's.
            contact: ContactData { name: None, ..ContactData::of(&controller.contact) },
            dpo: controller.dpo.as_ref().map(ContactData::of),
            complaints: controller.complaints.as_ref().map(ContactData::of),
        }
    }
}

impl<'a> ContactData<'a> {
    /// A contact.
    pub fn of(contact: &'a Contact) -> Self {
        ContactData {
            name: text(contact.name.as_ref()),
            address: contact.address.iter().map(|line| &*line.value).collect(),
            email: text(contact.email.as_ref()),
            phone: text(contact.phone.as_ref()),
            url: text(contact.url.as_ref()),
            hours: text(contact.hours.as_ref()),
        }
    }
}

fn text(text: Option<&Text>) -> Option<&str> {
    text.map(|text| &*text.value)
}
