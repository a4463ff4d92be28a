//! The anchors of each page, when a link asks for one.

use super::{Hub, Page, PageKind};
use crate::assemble::{Anchors, GeneralPart};
use crate::diagnostic::{Diagnostic, Diagnostics};

/// Reports the ids that stand twice on a page.
pub fn report_duplicates(pages: &[Page], hub: &Hub, diagnostics: &mut Diagnostics) {
    let documents = hub.assembly.documents.iter().flat_map(|document| &document.duplicates).cloned();
    let is_notice = |page: &&Page| matches!(page.kind, PageKind::Notice(_));
    let others = pages.iter().filter(|page| !is_notice(page)).flat_map(|page| of_page(page, hub).duplicates());
    for (place, id) in documents.chain(others) {
        diagnostics.push(
            Diagnostic::error("duplicate-id", place, format!("Another heading of the page has the id `{id}`")).help(
                "Write the heading with an id of its own, such as `## Heading {#another-id}`, or use other words.",
            ),
        );
    }
}

/// The anchors of a page; of one that nobody links into, none.
pub fn of_page<'a>(page: &Page, hub: &'a Hub) -> Anchors<'a> {
    let mut anchors = Anchors::default();
    match page.kind {
        PageKind::Notice(index) => {
            let sections = &hub.assembly.documents[index].sections;
            anchors = Anchors::of_notice(&hub.register.notices[index], sections, &hub.register);
        }
        PageKind::General => {
            if let Some(general) = hub.assembly.general_of(page.language) {
                general.sections.iter().for_each(|part| general_part(&mut anchors, part, true, hub));
            }
        }
        PageKind::GeneralSection(index) => {
            if let Some(general) = hub.assembly.general_of(page.language) {
                general_part(&mut anchors, &general.sections[index], false, hub);
            }
        }
        PageKind::Free(index) => {
            let free = &hub.register.pages[index];
            anchors.passage("", (free.file, &free.body.blocks));
        }
        PageKind::Home
        | PageKind::AToZ
        | PageKind::Categories
        | PageKind::Category(_)
        | PageKind::Accessibility
        | PageKind::Search
        | PageKind::Overview(_)
        | PageKind::NotFound
        | PageKind::Redirect(_) => {}
    }
    anchors
}

fn general_part<'a>(anchors: &mut Anchors<'a>, part: &'a GeneralPart, with_section: bool, hub: &'a Hub) {
    if with_section {
        anchors.section(&part.id, &part.heading, part.general.map(|index| hub.register.general[index].place));
    }
    if let Some(index) = part.general {
        let general = &hub.register.general[index];
        anchors.passage(&general.id, (general.file, &general.body.blocks));
    }
}
