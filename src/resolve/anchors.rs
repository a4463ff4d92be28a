//! Every anchor of every page.

use std::borrow::Cow;

use super::{Hub, Page, PageKind};
use crate::assemble::{Anchors, GeneralPart};
use crate::diagnostic::{Diagnostic, Diagnostics};

/// The anchors of every page; of pages that nobody links into, none.
pub fn of_pages<'a>(pages: &[Page], hub: &'a Hub, diagnostics: &mut Diagnostics) -> Vec<Cow<'a, Anchors>> {
    let all: Vec<Cow<'a, Anchors>> = pages.iter().map(|page| of_page(page, hub)).collect();
    for (place, id) in all.iter().flat_map(|anchors| &anchors.duplicates) {
        diagnostics.push(
            Diagnostic::error("duplicate-id", *place, format!("Another heading of the page has the id `{id}`")).help(
                "Write the heading with an id of its own, such as `## Heading {#another-id}`, or use other words.",
            ),
        );
    }
    all
}

fn of_page<'a>(page: &Page, hub: &'a Hub) -> Cow<'a, Anchors> {
    let mut anchors = Anchors::default();
    match page.kind {
        PageKind::Notice(index) => return Cow::Borrowed(&hub.assembly.documents[index].anchors),
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
            anchors.headings("", free.file, free.body.headings().map(|(_, heading)| heading));
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
    Cow::Owned(anchors)
}

fn general_part(anchors: &mut Anchors, part: &GeneralPart, with_section: bool, hub: &Hub) {
    if with_section {
        anchors.section(&part.id, &part.heading, part.general.map(|index| hub.register.general[index].place));
    }
    if let Some(index) = part.general {
        let general = &hub.register.general[index];
        anchors.headings(&general.id, general.file, general.body.headings().map(|(_, heading)| heading));
    }
}
