//! The page of a notice.

use super::context::Context;
use super::page::{self, entry_link, link_here};
use super::pieces;
use super::prose::{self, Setting, escape, escape_into};
use super::sections::{self, Scene};
use super::shared::Shared;
use super::template::{self, Templates, Trouble};
use super::view::{Html, Link, Listed, NoticeView, PageView, SectionView};
use crate::assemble::{Part, Section};
use crate::domain::{Passage, StandardSection};
use crate::resolve::{Page, PageKey};

/// Renders the page of the notice at `index` of the register.
pub fn render(
    context: &Context<'_>,
    templates: &Templates,
    shared: &Shared,
    page: &Page,
    index: usize,
) -> Result<String, Trouble> {
    let document = &context.hub.assembly.documents[index];
    let scene = Scene::new(context, document);
    let mut sections = Vec::with_capacity(document.sections.len());
    for section in &document.sections {
        let html = section_html(&scene, templates, shared, section)?;
        let heading = scene.voice.fill(context, &section.heading);
        sections.push(SectionView { id: section.id.to_string(), heading, html });
    }
    let contents = sections.iter().map(|section| link_here(&section.heading, &section.id));
    let frame = frame(&scene, page, contents.collect());
    let view = view(&scene, index, sections);
    let frame = page::complete(context, page, frame);
    templates.page("notice.html", page.language, frame, Some(("notice", template::view(view))))
}

fn frame(scene: &Scene<'_>, page: &Page, contents: Vec<Link>) -> PageView {
    let (context, notice) = (scene.context, scene.notice);
    let wording = context.wording(notice.language);
    let is_named = notice.title.to_lowercase().contains(&wording.text("notice.kind").to_lowercase());
    let title = if is_named {
        notice.title.value.to_string()
    } else {
        wording.fill("notice.suffix", &[("title", &notice.title)])
    };
    let mut frame = page::frame(context, page, title, &notice.summary, Some(&PageKey::Notice(notice.id.clone())));
    frame.breadcrumbs.0.extend(category_link(scene));
    frame.contents.0 = contents;
    frame.last_updated = notice.last_updated.map(|day| sections::date(context, notice.language, day.value));
    frame
}

fn category_link(scene: &Scene<'_>) -> Option<Link> {
    let id = &scene.notice.category.value;
    let category = scene.context.config().categories.find(id)?;
    let page = scene.context.pages.find(scene.notice.language, &PageKey::Category(id.to_string()))?;
    Some(Link {
        text: category.title.get(scene.notice.language).to_owned(),
        href: scene.context.page(page),
        lang: None,
    })
}

fn view(scene: &Scene<'_>, index: usize, views: Vec<SectionView>) -> NoticeView {
    let (context, notice) = (scene.context, scene.notice);
    let names: Vec<String> = notice.also_known_as.iter().map(|name| name.value.to_string()).collect();
    let review_by = notice.review_by.map(|day| sections::date(context, notice.language, day.value));
    let introduction = notice.introduction.iter().enumerate().map(|(number, passage)| {
        let notes = format!("introduction-{number}");
        passage_html(scene, passage, "introduction", &notes)
    });
    let backlinks = context.pages.backlinks[index].iter();
    let backlinks: Vec<Link> =
        backlinks.map(|other| entry_link(context, &context.hub.register.notices[*other])).collect();
    let related = notice.related.iter().filter_map(|id| {
        let page = context.pages.find_notice(notice.language, id)?;
        Some(Link { text: context.pages.pages[page].title.clone(), href: context.page(page), lang: None })
    });
    let related: Vec<Link> = related.collect();
    NoticeView {
        summary: notice.summary.value.to_string(),
        category: category_link(scene),
        also_known_as: (!names.is_empty()).then(|| names.join(", ")),
        review_by_html: sections::dated(context.wording(notice.language), "page.review_by", review_by.as_ref()),
        review_by,
        introduction_html: introduction.collect(),
        first_html: with_headings(&views[..1.min(views.len())]),
        rest_html: with_headings(views.get(1..).unwrap_or_default()),
        sections: Listed(views),
        related_html: pieces::entries(&related),
        related: Listed(related),
        backlinks_html: pieces::entries(&backlinks),
        backlinks: Listed(backlinks),
    }
}

/// Sections with their headings, one after the other.
fn with_headings(sections: &[SectionView]) -> Html {
    let mut html = Html::with_capacity(sections.iter().map(|section| section.html.len() + 128).sum());
    for SectionView { id, heading, html: content } in sections {
        pieces::open_line("<section id=\"", &mut html);
        escape_into(id, &mut html);
        html.push_str("\">\n<h2>");
        escape_into(heading, &mut html);
        html.extend(["</h2>\n", content, "\n</section>"]);
    }
    html
}

/// What stands in a section: its parts, one after the other.
fn section_html(
    scene: &Scene<'_>,
    templates: &Templates,
    shared: &Shared,
    section: &Section,
) -> Result<String, Trouble> {
    let mut html = String::new();
    for (number, part) in section.parts.iter().enumerate() {
        match part {
            Part::Data => match section.standard {
                Some(standard) => data_html(scene, templates, shared, standard, &mut html)?,
                None => unreachable!("only standard sections have data"),
            },
            Part::Own(index) => {
                let notes = format!("{}-{number}", section.id);
                html.push_str(&passage_html(scene, &scene.notice.sections[*index].passage, &section.id, &notes));
            }
            Part::General(index) => html.push_str(shared.general(*index, scene.voice.controller)),
            Part::Link(index) => html.push_str(&general_link(scene, *index)),
        }
    }
    Ok(html)
}

/// What the theme prints of a standard section; from the shared pieces where they say the same.
fn data_html(
    scene: &Scene<'_>,
    templates: &Templates,
    shared: &Shared,
    standard: StandardSection,
    html: &mut String,
) -> Result<(), Trouble> {
    let (notice, controller) = (scene.notice, scene.voice.controller);
    let is_plain = notice.department.is_none() && notice.contact.is_none() && notice.joint_controllers.is_empty();
    match standard {
        StandardSection::WhoWeAre if is_plain => html.push_str(shared.who(controller, notice.language)),
        StandardSection::Complaints => html.push_str(shared.complaints(controller, notice.language)),
        _ => html.push_str(&sections::render(standard, scene, templates)?),
    }
    Ok(())
}

fn passage_html(scene: &Scene<'_>, passage: &Passage, section: &str, notes: &str) -> String {
    let setting = Setting { section, level: 3, notes };
    prose::passage(scene.context, &scene.voice, passage.file, &passage.prose, passage.blocks.clone(), &setting)
}

/// A link to a section of the general notice.
fn general_link(scene: &Scene<'_>, index: usize) -> String {
    let general = &scene.context.hub.register.general[index];
    let language = scene.notice.language;
    let href = scene.context.general_section(language, &general.id);
    let link = pieces::name(&general.title, None, "", Some(&href));
    let sentence = prose::fill(scene.context.wording(language), "page.general_link", &[("title", &link)]);
    let summary = general.summary.as_ref().map(|summary| format!("{} ", escape(summary))).unwrap_or_default();
    format!("<p>{summary}{sentence}</p>\n")
}
