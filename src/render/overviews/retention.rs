//! How long records are kept: every row of every notice, by topic, as a page and as a file for spreadsheets.

use std::borrow::Cow;

use super::{by_category, link_into};
use crate::domain::{Address, Language, Notice, Overview, Retention, StandardSection, Words};
use crate::language::Wording;
use crate::render::context::{Context, Voice};
use crate::render::pieces;
use crate::render::plain::plain;
use crate::render::prose::escape;
use crate::render::sections::{Scene, add_record, record, record_labels};
use crate::render::view::{Html, Listed, RetentionEntry, RetentionOverview, RetentionTopic};
use crate::resolve::PageKey;
use crate::text::csv;

/// What the page shows.
pub fn view(context: &Context<'_>, language: Language) -> RetentionOverview {
    let topics = by_category(context, language).into_iter().map(|(category, notices)| {
        let rows = rows(context, &notices);
        RetentionTopic {
            id: format!("topic-{}", category.id),
            title: category.title.get(language).to_owned(),
            rows_html: rows_html(context.wording(language), &rows),
            rows: Listed(rows),
        }
    });
    RetentionOverview {
        topics: topics.filter(|topic| !topic.rows.is_empty()).collect(),
        csv: csv_address(context, language).map(|address| context.address(&address)).unwrap_or_default(),
    }
}

fn rows(context: &Context<'_>, notices: &[(usize, &Notice)]) -> Vec<RetentionEntry> {
    let mut rows = Vec::with_capacity(notices.iter().map(|(_, notice)| notice.retention.len()).sum());
    for (index, notice) in notices.iter().filter(|(_, notice)| !notice.retention.is_empty()) {
        let scene = Scene::new(context, &context.hub.assembly.documents[*index]).away();
        let link = link_into(context, notice, StandardSection::Retention);
        let of_notice = notice.retention.iter();
        rows.extend(of_notice.map(|row| RetentionEntry { notice: link.clone(), kept: record(&scene, row) }));
    }
    rows
}

/// Rows of a table, the longest of the hub.
fn rows_html(wording: &Wording, rows: &[RetentionEntry]) -> Html {
    let (service, labels) = (escape(wording.text("overviews.columns.service")), record_labels(wording));
    let mut html = Html::with_capacity(rows.len() * 400);
    for RetentionEntry { notice, kept } in rows {
        pieces::open_table_row(&escape(&kept.record), &mut html);
        pieces::add_cell(&service, &pieces::name(&notice.text, None, "", Some(&notice.href)), &mut html);
        add_record(kept, &labels, true, &mut html);
        html.push_str("\n</tr>");
    }
    html
}

/// The address of the file for spreadsheets, beside the page; none where the hub does not publish the overview.
pub fn csv_address(context: &Context<'_>, language: Language) -> Option<Address> {
    let page = context.pages.find(language, &PageKey::Overview(Overview::Retention))?;
    Some(context.pages.pages[page].address.beside("retention.csv"))
}

/// The columns of the file for spreadsheets.
const COLUMNS: [&str; 10] =
    ["topic", "service", "record", "period", "trigger", "criteria", "action", "authority", "note", "notice"];

/// The file for spreadsheets.
pub fn file(context: &Context<'_>, language: Language) -> Vec<u8> {
    let wording = context.wording(language);
    let head = COLUMNS.map(|column| Cow::from(wording.text(&format!("overviews.columns.{column}"))));
    let groups = by_category(context, language);
    let notices = groups.iter().flat_map(|(category, notices)| notices.iter().map(|(_, notice)| (*category, *notice)));
    let rows = notices.flat_map(|(category, notice)| {
        let topic = category.title.get(language);
        notice.retention.iter().map(move |row| cells(context, topic, notice, row))
    });
    csv([head].into_iter().chain(rows))
}

/// A row of the file.
fn cells<'a>(
    context: &Context<'a>,
    topic: &'a str,
    notice: &'a Notice,
    row: &'a Retention,
) -> [Cow<'a, str>; COLUMNS.len()] {
    let (voice, wording) = (Voice::of_notice(context, notice), context.wording(notice.language));
    let words = |words: &'a Option<Box<Words>>| words.as_ref().map(|words| plain(context, &voice, words));
    let page = context.pages.find_notice(notice.language, &notice.id);
    let address = page.map(|page| context.canonical_page(page));
    let action = row.action.map(|action| wording.text(&format!("retention_actions.{}", action.id())));
    [
        topic.into(),
        (&*notice.title).into(),
        (&*row.record).into(),
        row.period.as_deref().unwrap_or_default().into(),
        words(&row.trigger).unwrap_or_default(),
        words(&row.criteria).unwrap_or_default(),
        action.unwrap_or_default().into(),
        words(&row.authority).unwrap_or_default(),
        words(&row.note).unwrap_or_default(),
        address.unwrap_or_default().into(),
    ]
}
