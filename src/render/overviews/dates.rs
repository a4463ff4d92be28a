//! What has changed in the notices, and when they are looked at again.

use std::cmp::Reverse;

use super::{link_into, scenes};
use crate::domain::{Change, Language, StandardSection};
use crate::language::Wording;
use crate::render::context::Context;
use crate::render::page::entry_link;
use crate::render::pieces;
use crate::render::prose::escape;
use crate::render::sections::{Scene, change, date, time};
use crate::render::view::{ChangeEntry, ChangesOverview, Html, Listed, ReviewView, ReviewsOverview, YearView};

/// Every change of every notice, the newest first.
pub fn changes(context: &Context<'_>, language: Language) -> ChangesOverview {
    let scenes: Vec<Scene<'_>> = scenes(context, language).collect();
    let mut changes: Vec<(&Scene<'_>, &Change)> =
        scenes.iter().flat_map(|scene| scene.notice.changes.iter().map(move |change| (scene, change))).collect();
    // Of one day, in the order of the alphabet.
    changes.sort_by_key(|(_, change)| Reverse(change.date));
    let years = changes.chunk_by(|(_, a), (_, b)| a.date.date.year() == b.date.date.year());
    let year = |changes: &[(&Scene<'_>, &Change)]| {
        let title = changes[0].1.date.date.year().to_string();
        let rows = changes.iter().map(|(scene, one)| ChangeEntry {
            notice: link_into(context, scene.notice, StandardSection::Changes),
            row: change(scene, one),
        });
        YearView { id: format!("year-{title}"), rows: rows.collect(), title }
    };
    ChangesOverview { years: years.map(year).collect() }
}

/// When each notice is looked at again, the earliest first. No day is compared with today: a page does not know when
/// it is read.
pub fn reviews(context: &Context<'_>, language: Language) -> ReviewsOverview {
    let (mut dated, mut undated) = (Vec::new(), Vec::new());
    for scene in scenes(context, language) {
        let notice = entry_link(context, scene.notice);
        let Some(review_by) = scene.notice.review_by.map(|day| day.value) else {
            undated.push(notice);
            continue;
        };
        let last_updated = scene.notice.last_updated.map(|day| date(context, language, day.value));
        let view = ReviewView { notice, review_by: date(context, language, review_by), last_updated };
        dated.push((review_by.last(), view));
    }
    dated.sort_by_key(|(day, _)| *day);
    let rows: Vec<ReviewView> = dated.into_iter().map(|(_, view)| view).collect();
    ReviewsOverview { rows_html: rows_html(context.wording(language), &rows), rows: Listed(rows), undated }
}

/// Reviews as rows of a table.
fn rows_html(wording: &Wording, rows: &[ReviewView]) -> Html {
    let labels = ["overviews.columns.notice", "overviews.reviews.last_updated"].map(|key| escape(wording.text(key)));
    let mut html = Html::with_capacity(rows.len() * 320);
    for ReviewView { notice, review_by, last_updated } in rows {
        pieces::open_table_row(&time(review_by), &mut html);
        pieces::add_cell(&labels[0], &pieces::name(&notice.text, None, "", Some(&notice.href)), &mut html);
        pieces::add_cell(&labels[1], &last_updated.as_ref().map(time).unwrap_or_default(), &mut html);
        html.push_str("\n</tr>");
    }
    html
}
