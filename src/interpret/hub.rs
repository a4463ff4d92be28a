//! General sections, free pages, organisations and cookies.

use std::sync::Arc;

use super::fields::Fields;
use crate::domain::{
    ById, Cookie, CookieKind, FreePage, GeneralSection, Language, Merge, Organisation, Prose, RecipientKind, Text,
};
use crate::text::Place;

/// A section of the general notice.
pub fn general_section(
    id: &str,
    language: Language,
    place: Place,
    fields: Fields<'_>,
    body: &Arc<Prose>,
) -> GeneralSection {
    GeneralSection {
        id: id.to_owned(),
        language,
        title: fields.required_text("title", place, id),
        summary: fields.text("summary"),
        order: fields.whole("order").unwrap_or(0),
        merge: fields.choice("merge", Merge::from_id).map_or(Merge::After, |merge| merge.value),
        follows: fields.text("follows"),
        page: fields.truth("page").unwrap_or(false),
        controllers: fields.texts("controllers"),
        categories: fields.texts("categories"),
        from: fields.day("from").map(|day| day.value),
        until: fields.day("until").map(|day| day.value),
        last_updated: fields.day("last_updated").map(|day| day.value),
        aliases: fields.aliases(),
        body: Arc::clone(body),
        file: fields.file,
        place,
    }
}

/// A free page.
pub fn free_page(id: &str, language: Language, place: Place, fields: Fields<'_>, body: &Arc<Prose>) -> FreePage {
    FreePage {
        id: id.to_owned(),
        language,
        title: fields.required_text("title", place, id),
        summary: fields.text("summary"),
        last_updated: fields.day("last_updated").map(|day| day.value),
        aliases: fields.aliases(),
        footer: fields.truth("footer").unwrap_or(false),
        order: fields.whole("order").unwrap_or(0),
        body: Arc::clone(body),
        file: fields.file,
        place,
    }
}

/// The organisations of `organisations.toml`.
pub fn organisations(fields: Fields<'_>) -> ById<Organisation> {
    let read = |id: &str, fields: Fields<'_>| Organisation {
        id: id.to_owned(),
        name: fields.localised("name"),
        kind: fields.choice("kind", RecipientKind::from_id).map(|kind| kind.value),
        url: fields.text("url"),
        description: fields.words("description"),
        sort_as: fields.text("sort_as"),
    };
    let entries = fields.table.entries.iter();
    entries.filter_map(|entry| Some(read(&entry.key, fields.table_of(&entry.value)?))).collect()
}

/// The cookies of `cookies.toml`.
pub fn cookies(fields: Fields<'_>) -> Vec<Cookie> {
    let read = |name: Text, fields: Fields<'_>| Cookie {
        name: fields.text("name").unwrap_or(name),
        provider: fields.text("provider"),
        purpose: fields.words("purpose"),
        duration: fields.text("duration"),
        kind: fields.choice("category", CookieKind::from_id).map(|kind| kind.value),
        ground: fields.whole("ground"),
        opt_out: fields.words("opt_out"),
    };
    let entries = fields.table.entries.iter();
    entries
        .filter_map(|entry| {
            let place = Place { file: fields.file, span: entry.key_span };
            Some(read(Text { value: (&*entry.key).into(), place }, fields.table_of(&entry.value)?))
        })
        .collect()
}
