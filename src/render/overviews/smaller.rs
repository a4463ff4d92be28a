//! Decisions made by computer, and data sent outside the UK.

use super::{link_into, scenes};
use crate::domain::{Language, StandardSection};
use crate::render::context::Context;
use crate::render::sections::{self, Scene};
use crate::render::view::{AutomatedDecisionsOverview, DecisionsView, Link, TransferEntry, TransfersOverview};

/// In which services a computer decides alone, and in which none does.
pub fn automated(context: &Context<'_>, language: Language) -> AutomatedDecisionsOverview {
    let mut overview = AutomatedDecisionsOverview { deciding: Vec::new(), profiling: Vec::new(), never: Vec::new() };
    for scene in scenes(context, language) {
        let Some(said) = &scene.notice.automated_decisions else { continue };
        let notice = section_link(&scene, StandardSection::AutomatedDecisions);
        match (said.exists, said.profiling) {
            (Some(true), _) => overview.deciding.push(DecisionsView { notice, said: sections::automated(&scene) }),
            (_, Some(true)) => overview.profiling.push(DecisionsView { notice, said: sections::automated(&scene) }),
            (Some(false), _) => overview.never.push(notice),
            (None, _) => {}
        }
    }
    overview
}

/// Every transfer outside the UK, by destination.
pub fn transfers(context: &Context<'_>, language: Language) -> TransfersOverview {
    let mut rows: Vec<TransferEntry> = Vec::new();
    for scene in scenes(context, language) {
        let notice = section_link(&scene, StandardSection::Transfers);
        let entries = sections::transfers(&scene).rows.into_iter();
        rows.extend(entries.map(|row| TransferEntry { notice: notice.clone(), row }));
    }
    let collation = &context.wording(language).collation;
    rows.sort_by_cached_key(|entry| collation.key(&entry.row.destination));
    TransfersOverview { rows }
}

fn section_link(scene: &Scene<'_>, section: StandardSection) -> Link {
    link_into(scene.context, scene.notice, section)
}
