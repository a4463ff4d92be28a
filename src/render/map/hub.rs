//! The map of the whole hub: who shares data with most services, by topic.
//!
//! A table of organisations and topics, which stays readable however many services there are: it shows the organisations
//! that most services share data with, and for each topic a disc that grows with the number of its services.

use std::collections::HashSet;

use super::label::Label;
use super::{LINE, add, add_lines, picture};
use crate::assemble::{Body, Counterpart};
use crate::domain::Language;
use crate::render::context::Context;
use crate::render::view::{Html, MatrixRow, MatrixView};

/// How many organisations are shown.
const MOST: usize = 20;
/// The width of the organisations' names, and of a column; the height of a row, and of the topics' names.
const NAMES: i32 = 230;
const COLUMN: i32 = 44;
const ROW: i32 = 40;
const HEAD: i32 = 190;
/// The radius of the smallest and of the largest disc.
const SMALLEST: i32 = 11;
const LARGEST: i32 = 18;

/// The organisations with which most services share data, by topic; none where there are too few for a map.
pub fn matrix(context: &Context<'_>, language: Language) -> Option<MatrixView> {
    let notices = &context.hub.register.notices;
    let categories = &context.config().categories;
    let row = |counterpart: &Counterpart| {
        let flows = counterpart.receives.iter().chain(&counterpart.gives).chain(&counterpart.decides);
        let services: HashSet<usize> = flows.map(|flow| flow.with).collect();
        let mut counts = vec![0; categories.len()];
        for category in services.iter().filter_map(|service| categories.position(&notices[*service].category.value)) {
            counts[category] += 1;
        }
        MatrixRow { name: counterpart.name.clone(), total: services.len(), counts }
    };
    let sharing = context.hub.assembly.sharing_of(language)?;
    let others = sharing.counterparts.iter().filter(|one| !matches!(one.body, Body::Service(_)));
    let mut rows: Vec<MatrixRow> = others.map(row).filter(|row| row.total > 1).collect();
    // Of as many services, in the order of the alphabet.
    rows.sort_by_key(|row| std::cmp::Reverse(row.total));
    rows.truncate(MOST);
    let used = |column: &usize| rows.iter().any(|row| row.counts[*column] > 0);
    let columns: Vec<usize> = (0..categories.len()).filter(used).collect();
    for row in &mut rows {
        row.counts = columns.iter().map(|column| row.counts[*column]).collect();
    }
    let topics = columns.iter().map(|column| categories[*column].title.get(language).to_owned()).collect();
    (rows.len() > 1).then_some(MatrixView { topics, rows, svg_html: Html::new() })
}

/// The picture of a table.
pub fn matrix_svg(context: &Context<'_>, language: Language, matrix: &MatrixView) -> Html {
    let wording = context.wording(language);
    let length = |number: usize| i32::try_from(number).unwrap_or_default();
    let (width, height) = (NAMES + COLUMN * length(matrix.topics.len()), HEAD + ROW * length(matrix.rows.len()));
    let mut content = String::new();
    for (column, topic) in matrix.topics.iter().enumerate() {
        let x = NAMES + COLUMN * length(column) + COLUMN / 2;
        let words = Label::wrap(topic, HEAD - 16, 2);
        let first = x - LINE * (words.count - 1) / 2;
        // Turned by a right angle, what was a height is a distance from the left.
        add(&[("<g transform=\"rotate(-90 0 ", HEAD - 8)], ")\" text-anchor=\"start\">", &mut content);
        add_lines(0, HEAD - 8 + first, words.lines(), &mut content);
        content.push_str("</g>\n");
    }
    let most = matrix.rows.iter().flat_map(|row| &row.counts).max().copied().unwrap_or(1).max(1);
    for (number, row) in matrix.rows.iter().enumerate() {
        let top = HEAD + ROW * length(number);
        let rule = [("<path class=\"map-rule\" d=\"M0 ", top), ("H", width)];
        add(&rule, "\" stroke=\"currentColor\" stroke-width=\"0.5\"/><g text-anchor=\"start\">", &mut content);
        let words = Label::wrap(&row.name, NAMES - 12, 2);
        let first = top + ROW / 2 - LINE * (words.count - 1) / 2;
        add_lines(0, first, words.lines(), &mut content);
        content.push_str("</g>");
        for (column, count) in row.counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            let (x, y) = (NAMES + COLUMN * length(column) + COLUMN / 2, top + ROW / 2);
            let radius = SMALLEST + (LARGEST - SMALLEST) * length(*count) / length(most);
            let disc = [("<circle class=\"map-disc\" cx=\"", x), ("\" cy=\"", y), ("\" r=\"", radius)];
            add(&disc, "\" stroke=\"currentColor\"/>", &mut content);
            add_lines(x, y, [count.to_string().as_str()].into_iter(), &mut content);
        }
        content.push('\n');
    }
    picture(width, height, wording.text("map.hub"), wording.text("map.hub_text"), &content)
}
