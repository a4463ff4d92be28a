//! `site.toml` as [`Config`].

use super::fields::Fields;
use crate::config::{Brand, BrandColour, Config};
use crate::domain::{
    AccessibilityStatement, Barrier, BarrierReason, ById, Category, Colour, Compliance, Controller, ControllerKind,
    Criterion, Enforcer, Host, Hosting, Language, Links, Localised, MenuLink, Overview, Placed, ReferenceKind,
    RegulatorOverrides, SecurityContact, Text, UrlStyle,
};
use crate::parse::{Entry, Table, Value, ValueKind};
use crate::text::Place;

/// Reads the settings. Where something is missing, which has been reported, a stand-in takes its place.
pub fn config(fields: Fields<'_>) -> Config {
    let file = fields.file;
    let mut controllers: ById<Controller> =
        entries(fields, "controllers").map(|(id, place, fields)| controller(id, place, fields)).collect();
    if controllers.is_empty() {
        let table = &Table::default();
        let fields = Fields { table, ..fields };
        controllers = ById::from_iter([controller("", fields.place(), fields)]);
    }
    let default_controller = fields.text("default_controller").and_then(|id| controllers.position(&id.value));
    let mut languages: Vec<Language> =
        fields.texts("languages").iter().filter_map(|code| Language::from_code(code)).collect();
    let mut seen = std::collections::BTreeSet::new();
    languages.retain(|language| seen.insert(*language));
    if languages.is_empty() {
        languages.push(Language::En);
    }
    Config {
        file,
        title: fields.localised("title"),
        description: fields.words("description"),
        base_url: fields.text("base_url").map_or_else(String::new, |url| as_folder(&url)),
        links: fields.choice("links", Links::from_id).map_or(Links::Absolute, |links| links.value),
        url_style: fields.choice("url_style", UrlStyle::from_id).map_or(UrlStyle::Folder, |style| style.value),
        hosting: fields.table("hosting").map(hosting).unwrap_or_default(),
        security: fields.table("security").and_then(security),
        languages,
        theme: fields.text("theme"),
        controllers,
        default_controller: default_controller.unwrap_or(0),
        categories: categories(fields),
        most_used: fields.texts("most_used"),
        overviews: overviews(fields),
        regulator: fields.table("regulator").map(regulator).unwrap_or_default(),
        header: menu(fields, "header"),
        footer: menu(fields, "footer"),
        accessibility: fields.table("accessibility").map(accessibility),
        brand: fields.table("brand").map(brand).unwrap_or_default(),
        rules: rules(fields),
    }
}

/// The address of a hub, ending in a slash.
pub fn as_folder(url: &str) -> String {
    format!("{}/", url.trim_end_matches('/'))
}

/// The tables of a map, each with its id and place.
fn entries<'a>(fields: Fields<'a>, key: &str) -> impl Iterator<Item = (&'a str, Place, Fields<'a>)> {
    let entries = fields.table(key).map_or(&[][..], |fields| fields.table.entries.as_slice());
    entries.iter().filter_map(move |entry| {
        let inner = fields.table_of(&entry.value)?;
        Some((&*entry.key, Place { file: fields.file, span: entry.key_span }, inner))
    })
}

fn controller(id: &str, place: Place, fields: Fields<'_>) -> Controller {
    let name = fields.localised("name");
    let short_name = fields.localised("short_name");
    Controller {
        id: id.to_owned(),
        place,
        short_name: if short_name.is_empty() { name.clone() } else { short_name },
        name,
        kind: fields.choice("kind", ControllerKind::from_id).map_or(ControllerKind::Other, |kind| kind.value),
        registration: fields.text("registration"),
        contact: fields.contact(),
        dpo: fields.table("dpo").map(Fields::contact),
        complaints: fields.table("complaints").map(Fields::contact),
    }
}

fn categories(fields: Fields<'_>) -> ById<Category> {
    let Some(table) = fields.table("categories") else { return ById::default() };
    let category = |entry: &Entry<'_>| {
        let (title, summary) = match fields.table_of(&entry.value) {
            Some(inner) if !inner.localised("title").is_empty() => {
                (inner.localised("title"), inner.localised("summary"))
            }
            _ => (fields.localised_of(&entry.value), Localised::default()),
        };
        Category { id: entry.key.to_string(), title, summary, place: Place { file: fields.file, span: entry.key_span } }
    };
    table.table.entries.iter().map(category).collect()
}

/// The overviews that the settings name; all of them where they name none.
fn overviews(fields: Fields<'_>) -> Vec<Overview> {
    let named: Vec<Overview> =
        fields.choices("overviews", Overview::from_id).into_iter().map(|overview| overview.value).collect();
    let all = Overview::ALL.iter().map(|(_, overview)| *overview);
    all.filter(|overview| named.is_empty() || named.contains(overview)).collect()
}

fn regulator(fields: Fields<'_>) -> RegulatorOverrides {
    RegulatorOverrides {
        name: fields.localised("name"),
        known_as: fields.localised("known_as"),
        url: fields.text("url"),
        complaint_url: fields.text("complaint_url"),
        helpline: fields.text("helpline"),
        helpline_welsh: fields.text("helpline_welsh"),
        address: fields.texts("address"),
    }
}

fn accessibility(fields: Fields<'_>) -> AccessibilityStatement {
    let place = fields.place();
    let partially = Placed { value: Compliance::Partially, place };
    AccessibilityStatement {
        status: fields.choice("status", Compliance::from_id).unwrap_or(partially),
        scope: fields.localised("scope"),
        contact: fields.table("contact").map(Fields::contact).unwrap_or_default(),
        reply: fields.localised("reply"),
        help: fields.localised("help"),
        barriers: fields.tables("non_accessible").into_iter().map(barrier).collect(),
        improvements: fields.localised("improvements"),
        prepared: fields.day("prepared"),
        reviewed: fields.day("reviewed"),
        tested: fields.day("tested"),
        tested_by: fields.localised("tested_by"),
        testing: fields.localised("testing"),
        enforcer: fields.choice("enforced_by", Enforcer::from_id).map_or(Enforcer::Ehrc, |by| by.value),
        aliases: fields.aliases(),
        place,
    }
}

fn barrier(fields: Fields<'_>) -> Barrier {
    let reason = fields.choice("reason", BarrierReason::from_id);
    Barrier {
        what: fields.localised("what"),
        effect: fields.localised("effect"),
        criteria: fields.texts("criteria").iter().filter_map(|id| Criterion::from_id(id)).collect(),
        reason: reason.map_or(BarrierReason::NonCompliance, |reason| reason.value),
        why: fields.localised("why"),
        fixed_by: fields.day("fixed_by").map(|day| day.value),
        alternative: fields.localised("alternative"),
        place: fields.place(),
    }
}

fn hosting(fields: Fields<'_>) -> Hosting {
    let mut targets = fields.choices("targets", Host::from_id).into_vec();
    let mut seen = std::collections::BTreeSet::new();
    targets.retain(|target| seen.insert(target.value));
    Hosting { targets, precompress: fields.truth("precompress").unwrap_or(false) }
}

fn security(fields: Fields<'_>) -> Option<SecurityContact> {
    let (expires, place) = (fields.day("expires")?, fields.place());
    Some(SecurityContact { place, contacts: fields.texts("contact"), expires, policy: fields.text("policy") })
}

fn brand(fields: Fields<'_>) -> Brand {
    let colour = |fields: Fields<'_>, value: &Value<'_>| {
        let text = fields.text_of(value)?;
        Some(Placed { value: Colour::parse(&text)?, place: text.place })
    };
    let one = |entry: &Entry<'_>| {
        let name = Text { value: (&*entry.key).into(), place: Place { file: fields.file, span: entry.key_span } };
        match fields.table_of(&entry.value) {
            Some(inner) => {
                let of = |key: &str| inner.value(key).and_then(|value| colour(inner, value));
                BrandColour { name, light: of("light"), dark: of("dark"), is_for_both: false }
            }
            None => BrandColour { name, light: colour(fields, &entry.value), dark: None, is_for_both: true },
        }
    };
    let colours = fields.table("colours").map_or(&[][..], |fields| fields.table.entries.as_slice());
    Brand { name: fields.localised("name"), logo: fields.text("logo"), colours: colours.iter().map(one).collect() }
}

/// Links of the header or the footer.
fn menu(fields: Fields<'_>, key: &str) -> Vec<MenuLink> {
    let read = |fields: Fields<'_>| {
        let link = fields.text("link")?;
        let leads_to = ReferenceKind::of_address(&link)?;
        Some(MenuLink { text: fields.localised("text"), link: leads_to, place: link.place })
    };
    fields.tables(key).into_iter().filter_map(read).collect()
}

fn rules(fields: Fields<'_>) -> Vec<(Text, Text)> {
    let Some(rules) = fields.table("checks").and_then(|checks| checks.table("rules")) else { return Vec::new() };
    let rule = |entry: &Entry<'_>| {
        let name = Text { value: (&*entry.key).into(), place: Place { file: fields.file, span: entry.key_span } };
        matches!(entry.value.kind, ValueKind::String(_)).then(|| Some((name, rules.text_of(&entry.value)?)))?
    };
    rules.table.entries.iter().filter_map(rule).collect()
}
