//! What a page carries for machines: which files say the same, and what it is in the terms of schema.org.
//!
//! The latter is a block of data within a script element, which no browser runs: the policy of the pages does not
//! concern it, and nothing an author writes can end it.

use super::linked::Node;
use super::{address, feed, notice, written};
use crate::domain::{Address, Controller, ControllerKind, Day, Language};
use crate::render::accessibility;
use crate::render::context::Context;
use crate::render::view::{Alternate, Html, PageView};
use crate::resolve::{Page, PageKind};

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
    let hub = Node::of("WebSite").with("name", config.title.get(page.language)).with("url", &*config.base_url);
    let node = Node::default()
        .with("@context", "https://schema.org")
        .with("@type", "WebPage")
        .with("url", &*view.canonical)
        .with("name", &*view.title)
        .with_some("description", Some(&*view.description).filter(|description| !description.is_empty()))
        .with("inLanguage", page.language.tag())
        .with_some("dateModified", updated.map(|day: Day| day.to_string()))
        .with("isPartOf", hub)
        .with("publisher", organisation(&config.controllers[controller], page.language))
        .with_some("breadcrumb", breadcrumb(context, view));
    within_script(&String::from_utf8_lossy(&written(&node)))
}

fn organisation(controller: &Controller, language: Language) -> Node<'_> {
    let kind = match controller.kind {
        ControllerKind::Councillor | ControllerKind::Other => "Organization",
        _ => "GovernmentOrganization",
    };
    let url = controller.contact.url.as_ref();
    Node::of(kind).with("name", controller.name.get(language)).with_some("url", url.map(|url| &*url.value))
}

/// The way from the home page to a page, with the page itself; none for the home page.
fn breadcrumb<'a>(context: &Context<'_>, view: &'a PageView) -> Option<Node<'a>> {
    let above = view.breadcrumbs.iter().map(|link| (&*link.text, context.absolute(&link.href)));
    let itself = (&*view.title, view.canonical.clone());
    let steps = above.chain([itself]).enumerate().map(|(index, (name, address))| {
        Node::of("ListItem").with("position", index + 1).with("name", name).with("item", address)
    });
    let list = || Node::of("BreadcrumbList").with_all("itemListElement", steps);
    (!view.breadcrumbs.is_empty()).then(list)
}

/// JSON that may stand in a script element: no character in it can end the element or mean anything to HTML, nor end
/// a line for readers that take it for a program.
fn within_script(json: &str) -> Html {
    let mut html = Html::with_capacity(json.len());
    let mut rest = json.trim_end();
    while let Some(place) = rest.find(['<', '>', '&', '\u{2028}', '\u{2029}']) {
        html.push_str(&rest[..place]);
        let mut after = rest[place..].chars();
        html.extend(after.next().map(|character| format!("\\u{:04x}", u32::from(character))));
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
