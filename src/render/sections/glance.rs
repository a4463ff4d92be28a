//! "At a glance": the notice in a minute.

use crate::assemble::{Part, RightDue};
use crate::domain::{Party, Retention, RetentionAction, StandardSection};
use crate::render::pieces;
use crate::render::prose::escape;
use crate::render::view::{GlanceRow, GlanceView, Html, Listed};

use super::Scene;
use super::sharing::period;

/// How many purposes, items, recipients and records the answers list.
const LISTED: usize = 5;

/// How many of them are looked at: one more says that there are more.
const ASKED: usize = LISTED + 1;

/// The questions that the notice answers, with their short answers.
pub fn view(scene: &Scene<'_>) -> GlanceView {
    let rows = [
        who(scene),
        why(scene),
        what(scene),
        shared(scene),
        kept(scene),
        abroad(scene),
        computer(scene),
        object(scene),
    ];
    GlanceView { rows: rows.into_iter().flatten().map(|row| printed(scene, row)).collect() }
}

/// A row with its question and its answer as they are printed.
fn printed(scene: &Scene<'_>, row: GlanceRow) -> GlanceRow {
    let mut html = match &**row.values_html {
        [only] => only.clone(),
        several => pieces::list(several),
    };
    if let Some(note) = &row.note {
        html.extend(["\n<p class=\"flag\">", &escape(note), "</p>"]);
    }
    if let (true, Some(href)) = (row.more, &row.href) {
        let hidden = ["<span class=\"visually-hidden\">: ", &escape(&row.label), "</span>"].concat();
        let link = pieces::name(scene.text("glance.see_all"), None, &hidden, Some(href));
        html.extend(["\n<p class=\"see-all\">… ", &escape(scene.text("glance.more")), ": ", &link, "</p>"]);
    }
    GlanceRow { label_html: pieces::name(&row.label, None, "", row.href.as_deref()), answer_html: html, ..row }
}

/// A row whose whole answer stands in a section; none if the document has no such section.
fn row(scene: &Scene<'_>, id: &'static str, section: StandardSection, mut values_html: Vec<Html>) -> Option<GlanceRow> {
    let there = scene.document.sections.iter().any(|one| one.standard == Some(section));
    if values_html.is_empty() || !there {
        return None;
    }
    let more = values_html.len() > LISTED;
    values_html.truncate(LISTED);
    let (label, href) = (scene.text_of(&["glance.", id]).to_owned(), ["#", section.id()].concat());
    Some(GlanceRow {
        id,
        label,
        label_html: Html::new(),
        answer_html: Html::new(),
        values_html: Listed(values_html),
        more,
        href: Some(href),
        note: None,
    })
}

fn who(scene: &Scene<'_>) -> Option<GlanceRow> {
    let controller = &scene.context.config().controllers[scene.voice.controller];
    row(scene, "who", StandardSection::WhoWeAre, vec![escape(controller.name.get(scene.language()))])
}

fn why(scene: &Scene<'_>) -> Option<GlanceRow> {
    let purposes = scene.notice.purposes.iter().take(ASKED).map(|purpose| scene.words(&purpose.text));
    row(scene, "why", StandardSection::Purposes, purposes.collect())
}

fn what(scene: &Scene<'_>) -> Option<GlanceRow> {
    let items = scene.notice.personal_data.iter().flat_map(|data| &data.items).take(ASKED);
    let values = items.map(|item| scene.words(&item.text).trim_end_matches(':').to_owned()).collect();
    let mut row = row(scene, "what", StandardSection::PersonalData, values)?;
    let mut kinds: Vec<_> =
        scene.notice.personal_data.iter().flat_map(|data| &data.special_categories).map(|kind| kind.value).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let wording = scene.context.wording(scene.language());
    let kinds: Vec<String> =
        kinds.iter().map(|kind| wording.text(&format!("special_categories.{}", kind.id())).to_owned()).collect();
    row.note =
        (!kinds.is_empty()).then(|| wording.fill("glance.special", &[("list", &wording.listed(&kinds, "lists.and"))]));
    Some(row)
}

fn shared(scene: &Scene<'_>) -> Option<GlanceRow> {
    let values: Vec<Html> = match &scene.notice.recipients {
        Some(recipients) if recipients.is_empty() => vec![escape(scene.text("glance.nobody"))],
        Some(recipients) => recipients.iter().take(ASKED).map(|one| name_of(scene, &one.who)).collect(),
        None => vec![escape(scene.text("glance.not_said"))],
    };
    row(scene, "shared", StandardSection::Recipients, values)
}

/// The name of somebody who gets data, with its language where that is another.
fn name_of(scene: &Scene<'_>, who: &Party) -> Html {
    let name = scene.context.name_of(who, scene.language()).trim_end_matches(':');
    pieces::name(name, scene.context.foreign_name(who, scene.language()), "", None)
}

fn kept(scene: &Scene<'_>) -> Option<GlanceRow> {
    let values: Vec<Html> = if scene.notice.retention.is_empty() {
        vec![escape(scene.text("glance.not_said"))]
    } else {
        scene.notice.retention.iter().take(ASKED).map(|record| kept_for(scene, record)).collect()
    };
    row(scene, "kept", StandardSection::Retention, values)
}

/// "Accounts: 6 years after the account is closed"
fn kept_for(scene: &Scene<'_>, record: &Retention) -> Html {
    let period = record.period.as_ref().and_then(|_| period(scene, record));
    let how_long = period.unwrap_or_else(|| match (&record.criteria, record.action) {
        (Some(criteria), _) => scene.words(criteria),
        (None, Some(RetentionAction::Keep)) => escape(scene.text("retention_actions.keep")),
        (None, _) => escape(scene.text("glance.not_said")),
    });
    format!("{}: {how_long}", escape(&record.record))
}

fn abroad(scene: &Scene<'_>) -> Option<GlanceRow> {
    let section = scene.document.sections.iter().find(|section| section.standard == Some(StandardSection::Transfers));
    let from_general = section.is_some_and(|section| !section.parts.contains(&Part::Data));
    let value = match scene.notice.transfers.as_deref() {
        Some([_, ..]) => {
            let mut places: Vec<&str> = Vec::new();
            for transfer in scene.notice.transfers.iter().flatten() {
                if !places.contains(&transfer.destination.value.as_str()) {
                    places.push(&transfer.destination.value);
                }
            }
            format!("{}: {}", escape(scene.text("glance.yes")), escape(&places.join(", ")))
        }
        None if from_general => escape(scene.text("glance.from_general")),
        _ => escape(scene.text("glance.no")),
    };
    row(scene, "abroad", StandardSection::Transfers, vec![value])
}

fn computer(scene: &Scene<'_>) -> Option<GlanceRow> {
    let exists = scene.notice.automated_decisions.as_ref()?.exists?;
    let key = if exists { "glance.yes" } else { "glance.no" };
    row(scene, "computer", StandardSection::AutomatedDecisions, vec![escape(scene.text(key))])
}

/// What people can do: object where they may, ask for a copy, complain. Each link leads to where it is explained.
fn object(scene: &Scene<'_>) -> Option<GlanceRow> {
    let rights = &scene.document.rights;
    let link = |anchor: &str, key: &str| pieces::name(scene.text(key), None, "", Some(&format!("#{anchor}")));
    let right = |right: &RightDue, key| link(&format!("right-{}", right.id), key);
    let objects = rights.objections.first().map(|one| right(one, "glance.object_text"));
    let copy = rights.always.iter().find(|one| one.id == "access").map(|one| right(one, "glance.copy_text"));
    let complain = link(StandardSection::Complaints.id(), "glance.complain_text");
    let values = objects.into_iter().chain(copy).chain([complain]).collect();
    let row = row(scene, "object", StandardSection::YourRights, values)?;
    Some(GlanceRow { href: None, ..row })
}
