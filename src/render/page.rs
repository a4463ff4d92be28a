//! Every page that is not the page of a notice, and what all pages share.

use super::assets::Assets;
use super::context::{Context, Voice};
use super::pieces;
use super::prose::{self, Setting};
use super::sections;
use super::shared::Shared;
use super::template::{self, Templates, Trouble, Value};
use super::view::{CategoriesView, Html, Link, Listed, PageView, RedirectView, SiteView, TextView, Twin};
use super::{accessibility, general, lists, machine, overviews};
use crate::domain::{AccessibilityStatement, Block, Heading, Language, Links, MenuLink, Notice, Prose};
use crate::resolve::{Page, PageKey, PageKind, Target};

/// What pages may load and run: their own style sheet and pictures, and nothing else.
pub const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'";

/// Renders a page.
pub fn render(context: &Context<'_>, templates: &Templates, shared: &Shared, page: &Page) -> Result<String, Trouble> {
    let language = page.language;
    let wording = context.wording(language);
    let (key, name, view, summary) = match page.kind {
        PageKind::Home => {
            let view = Some(("home", template::view(lists::home(context, language))));
            (Some(PageKey::Home), "home.html", view, wording.text("home.lead").to_owned())
        }
        PageKind::AToZ => {
            let view = Some(("a_to_z", template::view(lists::a_to_z(context, language))));
            (Some(PageKey::AToZ), "a-to-z.html", view, wording.text("a_to_z.lead").to_owned())
        }
        PageKind::Categories => {
            let view = CategoriesView { categories: lists::cards(context, language) };
            let view = Some(("categories", template::view(view)));
            (Some(PageKey::Categories), "categories.html", view, wording.text("categories.lead").to_owned())
        }
        PageKind::Category(index) => {
            let category = &context.config().categories[index];
            let view = lists::category(context, index, language);
            let summary = view.summary.clone();
            (
                Some(PageKey::Category(category.id.clone())),
                "category.html",
                Some(("category", template::view(view))),
                summary,
            )
        }
        PageKind::Overview(overview) => return overviews::render(context, templates, page, overview),
        PageKind::General => return general::notice(context, templates, shared, page),
        PageKind::GeneralSection(index) => return general::section(context, templates, page, index),
        PageKind::Free(index) => return free(context, templates, page, index),
        PageKind::Accessibility => return accessibility::render(context, templates, page),
        PageKind::Search => (Some(PageKey::Search), "search.html", None, wording.text("search.lead").to_owned()),
        PageKind::NotFound => (None, "not-found.html", None, String::new()),
        PageKind::Redirect(target) => {
            let target =
                Link { text: context.pages.pages[target].title.clone(), href: context.page(target), lang: None };
            (None, "redirect.html", Some(("redirect", template::view(RedirectView { target }))), String::new())
        }
        PageKind::Notice(_) => unreachable!("notices have a module of their own"),
    };
    let title = match page.kind {
        PageKind::Home => wording.text("home.title").to_owned(),
        PageKind::Redirect(_) => wording.text("redirect.title").to_owned(),
        _ => page.title.clone(),
    };
    let mut frame = frame(context, page, title, &summary, key.as_ref());
    if let PageKind::Category(_) = page.kind {
        frame.breadcrumbs.0.extend(link_to(context, language, &PageKey::Categories));
    }
    if let PageKind::Home = page.kind {
        frame.breadcrumbs.0.clear();
    }
    print(context, templates, page, name, frame, view)
}

/// The HTML of a page whose frame is complete but for what it says to machines.
pub fn print(
    context: &Context<'_>,
    templates: &Templates,
    page: &Page,
    template: &str,
    frame: PageView,
    view: Option<(&'static str, Value)>,
) -> Result<String, Trouble> {
    templates.page(template, page.language, complete(context, page, frame), view)
}

/// A frame with what is made of all the rest of it: its links as HTML, and what the page says of itself to machines.
pub fn complete(context: &Context<'_>, page: &Page, frame: PageView) -> PageView {
    let wording = context.wording(page.language);
    PageView {
        structured_html: machine::page::structured(context, page, &frame),
        breadcrumbs_html: pieces::entries(&frame.breadcrumbs),
        contents_html: pieces::entries(&frame.contents),
        last_updated_html: sections::dated(wording, "page.last_updated", frame.last_updated.as_ref()),
        ..frame
    }
}

/// What all pages of a language see of the hub.
pub fn site(context: &Context<'_>, assets: &Assets, language: Language) -> SiteView {
    let config = context.config();
    let wording = context.wording(language);
    let voice = Voice::general(config.default_controller, language);
    let controller = &config.controllers[config.default_controller];
    let publisher = controller.name.get(language).to_owned();
    let href = |key: &PageKey| context.page_about(language, key).unwrap_or_default();
    let asset = |name: &str| assets.address(name).map(|address| context.address(address)).unwrap_or_default();
    let search = context.page_of(language, &PageKey::Search).map(|page| &context.pages.pages[page].address);
    let main_site = controller.contact.url.as_ref().map(|url| Link {
        text: wording.fill("page.main_site", &[("name", &publisher)]),
        href: url.value.to_string(),
        lang: None,
    });
    SiteView {
        title: config.title.get(language).to_owned(),
        name: if config.brand.name.is_empty() { &config.title } else { &config.brand.name }.get(language).to_owned(),
        logo: config.brand.logo.as_ref().map(|logo| asset(&logo.value)),
        description_html: config
            .description
            .as_ref()
            .map(|words| prose::words(context, &voice, words))
            .unwrap_or_default(),
        lang: language.tag(),
        home: href(&PageKey::Home),
        a_to_z: href(&PageKey::AToZ),
        categories: href(&PageKey::Categories),
        general: href(&PageKey::General),
        search: href(&PageKey::Search),
        search_index: search.map(|page| context.address(&page.beside("index.js"))).unwrap_or_default(),
        script: asset("search.js"),
        stylesheet: asset("style.css"),
        icon: asset("icon.svg"),
        overview_script: asset("overview.js"),
        reading_script: asset("reading.js"),
        main_site,
        publisher,
        navigation: navigation(context, language),
        footer: footer(context, language),
        overviews: overviews(context, language),
        policy: POLICY,
        feed: machine::page::feed_of_hub(context, language),
    }
}

/// The links of the header: our own, and those of `site.toml`.
fn navigation(context: &Context<'_>, language: Language) -> Vec<Link> {
    let own = [
        (PageKey::AToZ, "page.all_notices"),
        (PageKey::Categories, "categories.title"),
        (PageKey::General, "page.general_notice"),
    ];
    let link = |(key, text): (PageKey, &str)| Link {
        text: context.wording(language).text(text).to_owned(),
        href: context.page_about(language, &key).unwrap_or_default(),
        lang: None,
    };
    let targets = context.pages.targets.of_header(language);
    own.map(link).into_iter().chain(menu(context, language, &context.config().header, targets)).collect()
}

/// The links of a menu that stand in `site.toml`.
fn menu(context: &Context<'_>, language: Language, links: &[MenuLink], targets: &[Target]) -> Vec<Link> {
    let pairs = links.iter().zip(targets);
    let link = |(link, target): (&MenuLink, &Target)| {
        let href = context.href(target, str::to_owned)?;
        Some(Link { text: link.text.get(language).to_owned(), href, lang: None })
    };
    pairs.filter_map(link).collect()
}

/// The links to the overviews that the hub publishes.
fn overviews(context: &Context<'_>, language: Language) -> Vec<Link> {
    let overviews = context.config().overviews.iter();
    overviews.filter_map(|overview| link_to(context, language, &PageKey::Overview(*overview))).collect()
}

/// The links at the foot of every page: cookies, the accessibility statement, the free pages that ask for it, and those of `site.toml`.
fn footer(context: &Context<'_>, language: Language) -> Vec<Link> {
    let register = &context.hub.register;
    let mut free: Vec<_> = register.pages.iter().filter(|page| page.footer && page.language == language).collect();
    free.sort_by_key(|page| (page.order, &page.id));
    let mut links: Vec<Link> =
        link_to(context, language, &PageKey::GeneralSection("cookies".to_owned())).into_iter().collect();
    let statement = context.config().accessibility.as_ref();
    links.extend(statement.and_then(|_| link_to(context, language, &PageKey::Free(AccessibilityStatement::ID.into()))));
    links.extend(free.into_iter().filter_map(|page| link_to(context, language, &PageKey::Free(page.id.clone()))));
    let targets = context.pages.targets.of_footer(language);
    links.extend(menu(context, language, &context.config().footer, targets));
    // A page that is both marked and listed is linked once, with the words of the list.
    let listed: Vec<String> = links.iter().map(|link| link.href.clone()).collect();
    let mut number = 0;
    links.retain(|link| {
        number += 1;
        !listed[number..].contains(&link.href)
    });
    links
}

/// What every page has. A page that search engines list and nobody has summarised is described by what it is and
/// whose it is, so that they have a sentence to show.
pub fn frame(context: &Context<'_>, page: &Page, title: String, description: &str, key: Option<&PageKey>) -> PageView {
    let config = context.config();
    let site = config.title.get(page.language);
    let window_title = if title == site { title.clone() } else { format!("{title} - {site}") };
    let home = link_to(context, page.language, &PageKey::Home);
    let description = if description.is_empty() && key.is_some() {
        let publisher = config.controllers[config.default_controller].name.get(page.language);
        let published = context.wording(page.language).fill("page.published_by", &[("name", publisher)]);
        format!("{window_title}. {published}.")
    } else {
        description.to_owned()
    };
    PageView {
        window_title,
        description,
        title,
        canonical: key.map(|_| context.canonical(&page.address)).unwrap_or_default(),
        root: root(context, page),
        breadcrumbs: Listed(home.into_iter().collect()),
        breadcrumbs_html: Html::new(),
        twins: key.map(|key| twins(context, page.language, key)).unwrap_or_default(),
        contents: Listed::default(),
        contents_html: Html::new(),
        last_updated: None,
        last_updated_html: Html::new(),
        alternates: machine::page::alternates(context, page),
        structured_html: Html::new(),
    }
}

/// What leads from a page to the root of the hub. The page for addresses that lead nowhere is shown at any of them, so
/// that only the host's root is at a known distance.
fn root(context: &Context<'_>, page: &Page) -> String {
    let config = context.config();
    let links = if let PageKind::NotFound = page.kind { Links::Absolute } else { config.links };
    links.way(&page.address, config.base_path())
}

/// The same page in the other languages of the hub.
fn twins(context: &Context<'_>, language: Language, key: &PageKey) -> Vec<Twin> {
    let others = context.config().languages.iter().copied().filter(|other| *other != language);
    others
        .filter_map(|other| {
            let page = context.pages.find(other, key)?;
            let wording = context.wording(other);
            let name = wording.text(&format!("languages.{}", other.code()));
            Some(Twin {
                lang: other.tag(),
                text: wording.fill("page.read_in", &[("language", name)]),
                href: context.page(page),
                canonical: context.canonical(&context.pages.pages[page].address),
            })
        })
        .collect()
}

/// A link to a place on the page itself.
pub fn link_here(text: &str, anchor: &str) -> Link {
    Link { text: text.to_owned(), href: format!("#{anchor}"), lang: None }
}

/// A link to the page about something, with its title.
pub fn link_to(context: &Context<'_>, language: Language, key: &PageKey) -> Option<Link> {
    let page = context.page_of(language, key)?;
    let Page { title, language: of_page, .. } = &context.pages.pages[page];
    let lang = (*of_page != language).then(|| of_page.tag());
    Some(Link { text: title.clone(), href: context.page(page), lang })
}

/// A link to a notice, with its title.
pub fn entry_link(context: &Context<'_>, notice: &Notice) -> Link {
    Link { text: notice.title.value.to_string(), href: context.notice_address(notice), lang: None }
}

/// The contents list of a text: its highest headings. A text with fewer than three needs none.
pub fn contents(context: &Context<'_>, voice: &Voice<'_>, text: &Prose, section: &str) -> Vec<Link> {
    let headings = text.blocks.iter().filter_map(|block| match block {
        Block::Heading(heading) => Some(&**heading),
        _ => None,
    });
    let highest = headings.clone().map(|heading| heading.level).min();
    let link = |heading: &Heading| link_here(&voice.fill(context, &heading.words), &heading.anchor(section));
    let links: Vec<Link> = headings.filter(|heading| Some(heading.level) == highest).map(link).collect();
    if links.len() > 2 { links } else { Vec::new() }
}

fn free(context: &Context<'_>, templates: &Templates, page: &Page, index: usize) -> Result<String, Trouble> {
    let free = &context.hub.register.pages[index];
    let voice = Voice::general(context.config().default_controller, page.language);
    let setting = Setting { section: "", level: 2, notes: "text" };
    let html = prose::passage(context, &voice, free.file, &free.body, 0..free.body.blocks.len(), &setting);
    let summary = free.summary.as_ref().map(|summary| summary.value.to_string()).unwrap_or_default();
    let mut frame = frame(context, page, page.title.clone(), &summary, Some(&PageKey::Free(free.id.clone())));
    frame.contents.0 = contents(context, &voice, &free.body, setting.section);
    frame.last_updated = free.last_updated.map(|day| sections::date(context, page.language, day));
    let view = TextView { summary, html, is_general: false };
    print(context, templates, page, "text.html", frame, Some(("text", template::view(view))))
}
