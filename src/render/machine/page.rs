//! What a page carries for machines: which files say the same, and what it is in the terms of schema.org.
//!
//! The latter is a block of data within a script element, which no browser runs: the policy of the pages does not
//! concern it, and nothing an author writes can end it.

use super::json::{self, Object};
use super::{address, feed, notice};
use crate::domain::{Address, Controller, ControllerKind, Day, Language};
use crate::render::accessibility;
use crate::render::context::Context;
use crate::render::view::{Alternate, Html, PageView};
use crate::resolve::{Page, PageKind};
use crate::text::find_byte;

/// How many bytes most pages say of themselves.
const ROOM: usize = 1024;

const JSON: &str = "application/json";
const ATOM: &str = "application/atom+xml";

/// The feed of the hub in a language, if it has one.
pub fn feed_of_hub(context: &Context<'_>, language: Language) -> Option<Alternate> {
    let title = context.config().title.get(language);
    feed::has_entries(context, language).then(|| Alternate {
        kind: ATOM,
        title: context.wording(language).fill("feed.hub", &[("title", title)]),
        href: context.address(&feed::address(context, language)),
    })
}

/// The files that say the same as a page: those of a notice, and those of the hub for its home page.
pub fn alternates(context: &Context<'_>, page: &Page) -> Vec<Alternate> {
    let data = |title: &str, address: &Address| Alternate {
        kind: JSON,
        title: title.to_owned(),
        href: context.address(address),
    };
    match page.kind {
        PageKind::Home => {
            vec![data(context.config().title.get(page.language), &address(context, page.language, "hub.json"))]
        }
        PageKind::Notice(index) => {
            let of = &context.hub.register.notices[index];
            let feed = (!of.changes.is_empty()).then(|| Alternate {
                kind: ATOM,
                title: context.wording(page.language).fill("feed.notice", &[("title", &of.title)]),
                href: context.address(&feed::address_of_notice(page)),
            });
            feed.into_iter().chain([data(&of.title, &notice::address(page))]).collect()
        }
        _ => Vec::new(),
    }
}

/// A page in the terms of schema.org, as what stands in a script element. Empty for a page without an address of its
/// own.
pub fn structured(context: &Context<'_>, page: &Page, view: &PageView) -> Html {
    if view.canonical.is_empty() {
        return Html::new();
    }
    let config = context.config();
    let (controller, updated) = match page.kind {
        PageKind::Notice(index) => {
            let notice = &context.hub.register.notices[index];
            (context.controller_of(notice), notice.last_updated.map(|day| day.value))
        }
        PageKind::Free(index) => (config.default_controller, context.hub.register.pages[index].last_updated),
        PageKind::Accessibility => (config.default_controller, accessibility::last_updated(context)),
        _ => (config.default_controller, None),
    };
    let json = json::object(ROOM, |node| {
        node.text("@context", "https://schema.org");
        node.text("@type", "WebPage");
        node.text("url", &view.canonical);
        node.text("name", &view.title);
        node.text_if_any("description", Some(&view.description).filter(|description| !description.is_empty()));
        node.text("inLanguage", page.language.tag());
        node.text_if_any("dateModified", updated.map(|day: Day| day.to_string()));
        node.object("isPartOf", |node| {
            node.text("@type", "WebSite");
            node.text("name", config.title.get(page.language));
            node.text("url", &config.base_url);
        });
        node.object("publisher", |node| organisation(node, &config.controllers[controller], page.language));
        if !view.breadcrumbs.is_empty() {
            node.object("breadcrumb", |node| breadcrumb(node, context, view));
        }
    });
    within_script(&json)
}

fn organisation(node: &mut Object<'_>, controller: &Controller, language: Language) {
    let kind = match controller.kind {
        ControllerKind::Councillor | ControllerKind::Other => "Organization",
        _ => "GovernmentOrganization",
    };
    node.text("@type", kind);
    node.text("name", controller.name.get(language));
    node.text_if_any("url", controller.contact.url.as_deref());
}

/// The way from the home page to a page, with the page itself.
fn breadcrumb(node: &mut Object<'_>, context: &Context<'_>, view: &PageView) {
    let above = view.breadcrumbs.iter().map(|link| (&*link.text, context.absolute(&link.href)));
    let itself = (&*view.title, view.canonical.clone());
    node.text("@type", "BreadcrumbList");
    node.objects("itemListElement", above.chain([itself]).enumerate(), |node, (index, (name, address))| {
        node.text("@type", "ListItem");
        node.number("position", index + 1);
        node.text("name", name);
        node.text("item", &address);
    });
}

/// JSON that may stand in a script element: no character in it can end the element or mean anything to HTML, nor end
/// a line for readers that take it for a program.
fn within_script(json: &str) -> Html {
    let mut html = Html::with_capacity(json.len());
    let mut rest = json;
    // The separators of lines and paragraphs, and some others, begin with this byte.
    while let Some(place) = find_byte(rest, |byte| (byte == b'<') | (byte == b'>') | (byte == b'&') | (byte == 0xe2)) {
        html.push_str(&rest[..place]);
        let mut after = rest[place..].chars();
        match after.next() {
            Some(character @ ('<' | '>' | '&' | '\u{2028}' | '\u{2029}')) => {
                html.push_str(&format!("\\u{:04x}", u32::from(character)));
            }
            other => html.extend(other),
        }
        rest = after.as_str();
    }
    html.push_str(rest);
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_within_ends_the_element() {
        let check = |json: &str, expected: &str| {
            assert_eq!(within_script(json), expected);
            let same: Result<String, _> = serde_json::from_str(&within_script(json));
            assert_eq!(same.unwrap(), serde_json::from_str::<String>(json).unwrap(), "{json}");
        };
        check("\"</script><!--\"", "\"\\u003c/script\\u003e\\u003c!--\"");
        check("\"a & b\u{2028}\u{2029}\"", "\"a \\u0026 b\\u2028\\u2029\"");
        check("\"Ynys Môn \\\"x\\\"\"", "\"Ynys Môn \\\"x\\\"\"");
    }
}
