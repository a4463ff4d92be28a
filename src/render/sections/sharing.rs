//! Who gets data, where it goes, and how long it is kept.

use crate::domain::{Overview, Party, Recipient, RecipientKind, Retention, Transfer};
use crate::language::Wording;
use crate::render::map;
use crate::render::page::link_to;
use crate::render::pieces;
use crate::render::prose::{self, escape};
use crate::render::view::{
    Html, Listed, RecipientGroupView, RecipientView, RecipientsView, RetentionRow, RetentionView, TransferView,
    TransfersView,
};
use crate::resolve::PageKey;

use super::{Scene, plain};

/// Who gets data, by the kind of body.
pub fn recipients(scene: &Scene<'_>) -> RecipientsView {
    let recipients = scene.notice.recipients.as_deref().unwrap_or_default();
    let kinds: Vec<RecipientKind> =
        recipients.iter().map(|recipient| scene.context.recipient_kind(recipient)).collect();
    let only_others = kinds.iter().all(|kind| *kind == RecipientKind::Other);
    let groups = RecipientKind::ALL.iter().filter_map(|(id, kind)| {
        let of_kind = recipients.iter().zip(&kinds).filter(|(_, of)| *of == kind);
        let rows: Vec<RecipientView> = of_kind.map(|(one, _)| recipient(scene, one)).collect();
        if rows.is_empty() {
            return None;
        }
        // Where no kind is known, a heading "Others" would say nothing.
        let title = if only_others { "" } else { scene.text_of(&["recipient_groups.", id]) }.to_owned();
        let (about_html, rows_html) = (about(scene, id), recipients_html(&rows));
        Some(RecipientGroupView { kind: id, title, about_html, rows: Listed(rows), rows_html })
    });
    RecipientsView { groups: groups.collect(), map_html: map::notice_svg(scene) }
}

/// Recipients as rows of a table.
fn recipients_html(rows: &[RecipientView]) -> Html {
    let mut html = Html::with_capacity(rows.len() * 256);
    for row in rows {
        pieces::open_table_row(&row.name_html, &mut html);
        let purpose = row.purpose_html.as_deref().unwrap_or_default();
        html.extend(["\n<td>", purpose, &row.items_html, "</td>\n</tr>"]);
    }
    html
}

/// What bodies of a kind are to the controller, where the title of the kind does not say it.
fn about(scene: &Scene<'_>, kind: &str) -> Html {
    let wording = scene.context.wording(scene.language());
    let text = format!("recipient_group_texts.{kind}");
    if wording.get(&text).is_none() {
        return Html::new();
    }
    let term = wording.get(&format!("recipient_group_terms.{kind}")).unwrap_or_default();
    prose::fill(wording, &text, &[("term", &["<dfn>", &escape(term), "</dfn>"].concat())])
}

fn recipient(scene: &Scene<'_>, recipient: &Recipient) -> RecipientView {
    let (name, href) = scene.context.party(&recipient.who, scene.language());
    let lang = scene.context.foreign_name(&recipient.who, scene.language());
    let is_notice = matches!(recipient.who, Party::Notice(_)) && href.is_some();
    let href = scene.context.counterpart(&recipient.who, scene.language()).or(href);
    let kind = match is_notice {
        true => [" <small>(", &escape(scene.text("recipients.notice")), ")</small>"].concat(),
        false => Html::new(),
    };
    RecipientView {
        name_html: pieces::name(&name, lang, &kind, href.as_deref()),
        name,
        lang,
        is_notice,
        href,
        purpose_html: scene.optional(&recipient.purpose),
        items_html: prose::items(scene.context, &scene.voice, &recipient.items),
    }
}

/// Where data goes outside the UK.
pub fn transfers(scene: &Scene<'_>) -> TransfersView {
    let transfers = scene.notice.transfers.as_deref().unwrap_or_default();
    TransfersView { rows: transfers.iter().map(|one| transfer(scene, one)).collect() }
}

fn transfer(scene: &Scene<'_>, transfer: &Transfer) -> TransferView {
    let wording = scene.context.wording(scene.language());
    let safeguard = transfer.safeguard.as_ref().map(|safeguard| match &transfer.exception {
        Some(point) => wording.fill("transfers.exception", &[("article", point)]),
        None => wording.text(&format!("safeguards.{}", safeguard.value.id())).to_owned(),
    });
    let id = transfer.safeguard.as_ref().filter(|_| transfer.exception.is_none()).map(|safeguard| safeguard.value.id());
    TransferView {
        safeguard_text: id.map(|id| wording.text(&format!("safeguard_texts.{id}"))).unwrap_or_default().to_owned(),
        destination: transfer.destination.value.to_string(),
        recipient: plain(&transfer.recipient),
        safeguard,
        purpose_html: scene.optional(&transfer.purpose),
        copy_html: scene.optional(&transfer.copy),
    }
}

/// How long each kind of record is kept.
pub fn retention(scene: &Scene<'_>) -> RetentionView {
    let rows: Vec<RetentionRow> = scene.notice.retention.iter().map(|row| record(scene, row)).collect();
    let overview = link_to(scene.context, scene.language(), &PageKey::Overview(Overview::Retention));
    let has_authority = rows.iter().any(|row| row.authority_html.is_some());
    let rows_html = records_html(scene, &rows, has_authority);
    RetentionView { has_authority, rows: Listed(rows), rows_html, overview }
}

/// The kinds of records as rows of a table.
fn records_html(scene: &Scene<'_>, rows: &[RetentionRow], has_authority: bool) -> Html {
    let labels = record_labels(scene.context.wording(scene.language()));
    let mut html = Html::with_capacity(rows.len() * 320);
    for row in rows {
        pieces::open_table_row(&escape(&row.record), &mut html);
        add_record(row, &labels, has_authority, &mut html);
        html.push_str("\n</tr>");
    }
    html
}

/// What the columns of records are called, on screens where each cell says it.
pub fn record_labels(wording: &Wording) -> [Html; 3] {
    ["retention.period", "retention.action", "retention.authority"].map(|key| escape(wording.text(key)))
}

/// Adds the cells of a kind of record: how long it is kept, what happens then, and the authority if there is a column for it.
pub fn add_record(row: &RetentionRow, labels: &[Html; 3], has_authority: bool, html: &mut Html) {
    let action = row.action.as_deref().map(escape).unwrap_or_default();
    pieces::add_cell(&labels[0], &["\n", &row.kept_html, "\n"].concat(), html);
    pieces::add_cell(&labels[1], &action, html);
    if has_authority {
        pieces::add_cell(&labels[2], row.authority_html.as_deref().unwrap_or_default(), html);
    }
}

/// For how long a kind of record is kept, and from when that is counted; none where neither is said.
pub fn period(scene: &Scene<'_>, retention: &Retention) -> Option<Html> {
    let period = retention.period.as_ref().map(|period| escape(period));
    match (period, scene.optional(&retention.trigger)) {
        (Some(period), Some(trigger)) => {
            let slots = [("period", &*period), ("trigger", &*trigger)];
            Some(prose::fill(scene.context.wording(scene.language()), "retention.after", &slots))
        }
        (None, Some(trigger)) => Some(format!("{}: {trigger}", escape(scene.text("retention.trigger")))),
        (period, None) => period,
    }
}

/// How long a kind of record is kept.
pub fn record(scene: &Scene<'_>, retention: &Retention) -> RetentionRow {
    let action = retention.action.map(|action| scene.text_of(&["retention_actions.", action.id()]).to_owned());
    let (period_html, criteria_html) = (period(scene, retention), scene.optional(&retention.criteria));
    let note_html = scene.optional(&retention.note);
    let paragraphs = [&criteria_html, &note_html].into_iter().flatten().map(|html| format!("<p>{html}</p>"));
    let kept: Vec<Html> = period_html.iter().cloned().chain(paragraphs).collect();
    RetentionRow {
        record: retention.record.value.to_string(),
        kept_html: kept.join("\n"),
        period_html,
        criteria_html,
        action,
        authority_html: scene.optional(&retention.authority),
        note_html,
    }
}
