//! The general notice, as a whole and by sections with pages of their own.

use super::context::{Context, Voice};
use super::page::{contents, frame, link_here, link_to, print};
use super::sections;
use super::shared::{Shared, general_section};
use super::template::{self, Templates, Trouble};
use super::view::{GeneralView, SectionView, TextView};
use crate::assemble::{GeneralNotice, GeneralPart, Part};
use crate::domain::{Language, StandardSection};
use crate::resolve::{Page, PageKey};

fn general_of<'a>(context: &'a Context<'_>, language: Language) -> &'a GeneralNotice {
    let general = context.hub.assembly.general_of(language);
    general.unwrap_or_else(|| unreachable!("every language of the hub has a general notice"))
}

/// Renders the page of the whole general notice.
pub fn notice(context: &Context<'_>, templates: &Templates, shared: &Shared, page: &Page) -> Result<String, Trouble> {
    let language = page.language;
    let mut sections = Vec::new();
    for part in &general_of(context, language).sections {
        let mut html = String::new();
        for piece in &part.parts {
            match piece {
                Part::General(index) => html.push_str(shared.general(*index, part.controller)),
                _ => html.push_str(&built_in(context, templates, part, language, 3)?),
            }
        }
        sections.push(SectionView { id: part.id.clone(), heading: part.heading.clone(), html });
    }
    let wording = context.wording(language);
    let publisher = context.config().controllers[context.config().default_controller].name.get(language);
    let lead = wording.fill("general.lead", &[("name", publisher)]);
    let mut frame = frame(context, page, page.title.clone(), &lead, Some(&PageKey::General));
    frame.contents.0 = sections.iter().map(|one| link_here(&one.heading, &one.id)).collect();
    let view = template::view(GeneralView { sections });
    print(context, templates, page, "general.html", frame, Some(("general", view)))
}

/// What the general notice says of a standard section without anybody having written it, with its highest headings at
/// a level.
fn built_in(
    context: &Context<'_>,
    templates: &Templates,
    part: &GeneralPart,
    language: Language,
    level: u8,
) -> Result<String, Trouble> {
    let Some(standard) = part.standard else { return Ok(String::new()) };
    let name = format!("sections/{}.html", standard.id());
    match standard {
        StandardSection::WhoWeAre => {
            templates.section_at(&name, language, sections::who_we_are(context, part.controller, language), level)
        }
        StandardSection::YourRights => {
            templates.section_at(&name, language, sections::all_rights(context, language), level)
        }
        StandardSection::Complaints => {
            templates.section_at(&name, language, sections::complaints(context, part.controller, language), level)
        }
        StandardSection::Cookies => templates.section_at(&name, language, sections::cookies(context, language), level),
        _ => Ok(String::new()),
    }
}

/// Renders a section of the general notice on a page of its own.
pub fn section(context: &Context<'_>, templates: &Templates, page: &Page, index: usize) -> Result<String, Trouble> {
    let language = page.language;
    let part = &general_of(context, language).sections[index];
    let mut html = String::new();
    for piece in &part.parts {
        match piece {
            Part::General(index) => html.push_str(&general_section(context, *index, part.controller, 2)),
            _ => html.push_str(&built_in(context, templates, part, language, 2)?),
        }
    }
    let written = part.general.map(|index| &context.hub.register.general[index]);
    let summary = written
        .and_then(|section| section.summary.as_ref())
        .map(|summary| summary.value.to_string())
        .unwrap_or_default();
    let key = PageKey::GeneralSection(part.id.clone());
    let mut frame = frame(context, page, page.title.clone(), &summary, Some(&key));
    frame.breadcrumbs.0.extend(link_to(context, language, &PageKey::General));
    if let Some(written) = written {
        let voice = Voice::general(part.controller, language);
        frame.contents.0 = contents(context, &voice, &written.body, &written.id);
        frame.last_updated = written.last_updated.map(|day| sections::date(context, language, day));
    }
    let view = TextView { summary, html, is_general: true };
    print(context, templates, page, "text.html", frame, Some(("text", template::view(view))))
}
