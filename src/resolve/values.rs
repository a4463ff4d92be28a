//! The value of every placeholder, for each controller and language that needs one.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::Hub;
use crate::assemble::Part;
use crate::diagnostic::{Diagnostic, Diagnostics, at};
use crate::domain::{Contact, Controller, Language, Placeholder, Text};
use crate::text::{FileId, Span};

/// The values of all placeholders that do not speak of a notice, by controller and language.
#[derive(Debug, Default)]
pub struct Values(HashMap<(usize, Language), BTreeMap<Placeholder, String>>);

impl Values {
    /// The value of a placeholder for a controller (its index in the settings) in a language.
    pub fn get(&self, controller: usize, language: Language, placeholder: Placeholder) -> Option<&str> {
        self.0.get(&(controller, language))?.get(&placeholder).map(String::as_str)
    }
}

/// What is printed of the regulator: the law's facts, or what the hub says instead.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct RegulatorFacts {
    pub name: String,
    pub known_as: String,
    pub url: String,
    pub complaint_url: String,
    pub helpline: String,
    pub helpline_welsh: String,
    pub address: Vec<String>,
    /// The public register of fee payers: the number follows.
    pub register_url: String,
}

impl RegulatorFacts {
    /// The regulator of the day of the build, in a language.
    pub fn of(hub: &Hub, language: Language) -> Self {
        let (law, own) = (hub.law.regulator(hub.today), &hub.register.config.regulator);
        let either = |own: &crate::domain::Localised, law: &str| {
            if own.is_empty() { law.to_owned() } else { own.get(language).to_owned() }
        };
        let text =
            |own: &Option<Text>, law: &str| own.as_ref().map_or_else(|| law.to_owned(), |text| text.value.to_string());
        RegulatorFacts {
            name: either(&own.name, law.name.get(language)),
            known_as: either(&own.known_as, law.known_as.get(language)),
            url: text(&own.url, &law.url),
            complaint_url: text(&own.complaint_url, &law.complaint_url),
            helpline: text(&own.helpline, &law.helpline),
            helpline_welsh: text(&own.helpline_welsh, &law.helpline_welsh),
            address: own.address.iter().map(|line| line.value.to_string()).collect(),
            register_url: law.register_url.clone(),
        }
    }
}

/// Finds the values, and reports every placeholder that has none where it is printed.
pub fn find(hub: &Hub, diagnostics: &mut Diagnostics) -> Values {
    let config = &hub.register.config;
    let mut values = Values::default();
    for language in &config.languages {
        let regulator = RegulatorFacts::of(hub, *language);
        for (index, controller) in config.controllers.iter().enumerate() {
            values.0.insert((index, *language), of_controller(hub, controller, *language, &regulator));
        }
    }
    report_missing(hub, &values, diagnostics);
    values
}

fn of_controller(
    hub: &Hub,
    controller: &Controller,
    language: Language,
    regulator: &RegulatorFacts,
) -> BTreeMap<Placeholder, String> {
    let config = &hub.register.config;
    let mut values = BTreeMap::new();
    let mut set = |name: &str, value: &str| {
        if let (Some(placeholder), false) = (Placeholder::named(name), value.is_empty()) {
            values.insert(placeholder, value.to_owned());
        }
    };
    set("site.title", config.title.get(language));
    set("site.url", &config.base_url);
    set("controller.name", controller.name.get(language));
    set("controller.short_name", controller.short_name.get(language));
    set("controller.registration", controller.registration.as_ref().map_or("", |text| text));
    contact(&mut set, "controller", &controller.contact);
    controller.dpo.iter().for_each(|dpo| contact(&mut set, "controller.dpo", dpo));
    controller.complaints.iter().for_each(|complaints| contact(&mut set, "controller.complaints", complaints));
    set("regulator.name", &regulator.name);
    set("regulator.known_as", &regulator.known_as);
    set("regulator.url", &regulator.url);
    set("regulator.complaint_url", &regulator.complaint_url);
    set("regulator.helpline", &regulator.helpline);
    set("regulator.helpline_welsh", &regulator.helpline_welsh);
    set("regulator.address", &regulator.address.join(", "));
    values
}

fn contact(set: &mut impl FnMut(&str, &str), prefix: &str, contact: &Contact) {
    let mut text = |name: &str, text: &Option<Text>| {
        if let Some(text) = text {
            set(&format!("{prefix}.{name}"), text);
        }
    };
    text("name", &contact.name);
    text("email", &contact.email);
    text("phone", &contact.phone);
    text("url", &contact.url);
    let lines: Vec<&str> = contact.address.iter().map(|line| line.value.as_str()).collect();
    set(&format!("{prefix}.address"), &lines.join(", "));
}

/// The controllers in whose name each file with placeholders speaks, with its language. A general section speaks for many;
/// of others some may be listed without any.
fn speakers(hub: &Hub) -> BTreeSet<(FileId, usize, Language, bool)> {
    let (register, config) = (&hub.register, &hub.register.config);
    let mut speakers = BTreeSet::new();
    let mut merged = HashSet::new();
    // Most files hold no placeholder.
    let asks = |file: &FileId| !placeholders(hub, *file).is_empty();
    let general_asks: Vec<bool> = register.general.iter().map(|section| asks(&section.file)).collect();
    for document in &hub.assembly.documents {
        let notice = &register.notices[document.notice];
        let controller = config.controller(&notice.controller.value);
        let files = notice.files.iter().filter(|file| asks(file));
        speakers.extend(files.map(|file| (*file, controller, notice.language, true)));
        for part in document.sections.iter().flat_map(|section| &section.parts) {
            if let Part::General(index) = part
                && general_asks[*index]
                && merged.insert((*index, controller))
            {
                speakers.insert((register.general[*index].file, controller, notice.language, false));
            }
        }
    }
    for general in &hub.assembly.general {
        for section in &general.sections {
            let file = section.general.map(|index| register.general[index].file);
            speakers.extend(file.map(|file| (file, section.controller, general.language, false)));
        }
    }
    for free in &register.pages {
        speakers.insert((free.file, config.default_controller, free.language, false));
    }
    speakers.insert((config.file, config.default_controller, config.default_language(), false));
    let of_cookies = register.cookies.iter().map(|cookie| cookie.name.place.file);
    speakers.extend(of_cookies.map(|file| (file, config.default_controller, config.default_language(), false)));
    speakers
}

/// The placeholders of a file.
fn placeholders(hub: &Hub, file: FileId) -> &[(Placeholder, Span)] {
    hub.fragments.get(file.0 as usize).map_or(&[], |fragment| &fragment.placeholders)
}

fn report_missing(hub: &Hub, values: &Values, diagnostics: &mut Diagnostics) {
    for (file, controller, language, is_notice) in speakers(hub) {
        for (placeholder, span) in placeholders(hub, file) {
            let place = at(file, *span);
            if placeholder.is_of_notice() {
                if !is_notice {
                    diagnostics.push(
                        Diagnostic::error(
                            "placeholder-without-notice",
                            place,
                            format!("`{}` has a value only in a notice", placeholder.name()),
                        )
                        .help("This text is printed on other pages as well. Write it without the notice."),
                    );
                }
            } else if values.get(controller, language, *placeholder).is_none() {
                diagnostics.push(missing(hub, &hub.register.config.controllers[controller], *placeholder).at(place));
            }
        }
    }
}

/// A placeholder without a value, in words.
struct Missing {
    message: String,
    help: String,
}

impl Missing {
    fn at(self, place: crate::text::Place) -> Diagnostic {
        Diagnostic::error("placeholder-without-value", place, self.message).help(self.help)
    }
}

fn missing(hub: &Hub, controller: &Controller, placeholder: Placeholder) -> Missing {
    let (table, key) = placeholder.name().rsplit_once('.').unwrap_or(("", placeholder.name()));
    let several = hub.register.config.controllers.len() > 1 && table.starts_with("controller");
    let whose = if several { format!(" for the controller `{}`", controller.id) } else { String::new() };
    let table = match table.strip_prefix("controller") {
        Some(rest) => format!("[controllers.{}{rest}]", controller.id),
        None => format!("[{table}]"),
    };
    Missing {
        message: format!("`{}` has no value{whose}", placeholder.name()),
        help: format!("Add `{key}` under {table} in site.toml, or take the placeholder out."),
    }
}
