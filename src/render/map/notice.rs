//! The map of one service: where its data comes from on the left, the service, who gets it on the right.

use std::borrow::Cow;
use std::collections::HashSet;

use rustc_hash::FxBuildHasher;

use super::label::Label;
use super::{LINE, add, add_lines, picture};
use crate::domain::DataSource;
use crate::render::sections::Scene;
use crate::render::view::Html;
use crate::text::capitalised;

/// The width of the boxes at the sides, of the service, and of what lies between.
const SIDE: i32 = 144;
const MIDDLE: i32 = 112;
const GAP: i32 = 40;
/// Between words and the edges of their box, and between boxes.
const PADDING: i32 = 8;
const SPACE: i32 = 10;
const WIDTH: i32 = 2 * (SIDE + GAP) + MIDDLE;
/// The most boxes at one side; the rest is counted.
const MOST: usize = 12;

/// A box with its words.
struct Node {
    label: Label,
    top: i32,
}

impl Node {
    fn new(words: &str, width: i32) -> Self {
        Node { label: Label::wrap(words, width - 2 * PADDING, 3), top: 0 }
    }

    fn height(&self) -> i32 {
        self.label.count * LINE + 2 * PADDING
    }

    fn middle(&self) -> i32 {
        self.top + self.height() / 2
    }

    fn draw(&self, x: i32, width: i32, class: &str, svg: &mut String) {
        for part in ["<g class=\"", class, "\"><rect class=\"", class] {
            svg.push_str(part);
        }
        let numbers = [("\" x=\"", x), ("\" y=\"", self.top), ("\" width=\"", width), ("\" height=\"", self.height())];
        add(&numbers, "\" rx=\"6\" stroke=\"currentColor\"/>", svg);
        add_lines(x + width / 2, self.top + PADDING + LINE / 2, self.label.lines(), svg);
        svg.push_str("</g>\n");
    }
}

/// The map of a notice; none where it names nobody who gets or gives data but the people themselves.
pub fn svg(scene: &Scene<'_>) -> Option<Html> {
    let (from, to) = (sources(scene), recipients(scene));
    if to.is_empty() {
        return None;
    }
    let wording = scene.context.wording(scene.notice.language);
    let list = |names: &[Cow<'_, str>]| names.join("; ");
    let mut said = Vec::new();
    if !from.is_empty() {
        said.push(wording.fill("map.from", &[("list", &list(&from))]));
    }
    said.push(wording.fill("map.to", &[("list", &list(&to))]));
    let title = wording.fill("map.notice", &[("title", &scene.notice.title)]);
    let boxes = |names: &[Cow<'_, str>]| -> Vec<Node> {
        let shown = if names.len() > MOST { MOST - 1 } else { names.len() };
        let more = || wording.fill("map.more", &[("n", &(names.len() - shown).to_string())]).into();
        let more = (names.len() > shown).then(more);
        names[..shown].iter().chain(&more).map(|name| Node::new(name, SIDE)).collect()
    };
    let (height, content) = draw(boxes(&from), Node::new(&scene.notice.title, MIDDLE), boxes(&to));
    Some(picture(WIDTH, height, &title, &said.join(" "), &content))
}

/// The height of the picture, and its boxes and arrows.
fn draw(mut from: Vec<Node>, mut service: Node, mut to: Vec<Node>) -> (i32, String) {
    let tall = |nodes: &[Node]| nodes.iter().map(|node| node.height() + SPACE).sum::<i32>() - SPACE;
    let height = tall(&from).max(tall(&to)).max(service.height()) + 4;
    for nodes in [&mut from, &mut to] {
        let mut top = (height - tall(nodes)) / 2;
        for node in nodes {
            node.top = top;
            top += node.height() + SPACE;
        }
    }
    service.top = (height - service.height()) / 2;
    let (left, right) = (SIDE + GAP, SIDE + GAP + MIDDLE);
    let mut content = String::with_capacity(4096);
    for node in &from {
        curve((SIDE, node.middle()), (left - 6, service.middle()), &mut content);
    }
    if !from.is_empty() {
        head(left, service.middle(), &mut content);
    }
    for node in &to {
        curve((right, service.middle()), (right + GAP - 6, node.middle()), &mut content);
        head(right + GAP, node.middle(), &mut content);
    }
    from.iter().for_each(|node| node.draw(1, SIDE - 1, "map-party", &mut content));
    service.draw(left, MIDDLE, "map-service", &mut content);
    to.iter().for_each(|node| node.draw(right + GAP, SIDE - 1, "map-party", &mut content));
    (height, content)
}

/// A line from one place to another that leaves and arrives level.
fn curve((x1, y1): (i32, i32), (x2, y2): (i32, i32), svg: &mut String) {
    let middle = i32::midpoint(x1, x2);
    let start = [("<path d=\"M", x1), (" ", y1)];
    let curve = [("C", middle), (" ", y1), (" ", middle), (" ", y2), (" ", x2), (" ", y2)];
    add(&start, "", svg);
    add(&curve, "\" stroke=\"currentColor\"/>\n", svg);
}

/// The head of an arrow to the right, with its point at a place.
fn head(x: i32, y: i32, svg: &mut String) {
    add(&[("<path d=\"M", x), (" ", y)], "l-9 -5v10z\" fill=\"currentColor\"/>\n", svg);
}

/// Where the data comes from, each once.
fn sources<'a>(scene: &Scene<'a>) -> Vec<Cow<'a, str>> {
    let wording = scene.context.wording(scene.notice.language);
    let sources = scene.notice.personal_data.iter().flat_map(|data| &data.sources);
    once(sources.map(|source| match source {
        DataSource::You => capitalised(wording.text("personal_data.you")).into(),
        DataSource::Other { who, .. } => capitalised(scene.context.name_of(who, scene.notice.language)).into(),
    }))
}

/// Who gets the data, each once.
fn recipients<'a>(scene: &Scene<'a>) -> Vec<Cow<'a, str>> {
    let recipients = scene.notice.recipients.iter().flatten();
    once(recipients.map(|recipient| scene.context.name_of(&recipient.who, scene.notice.language).into()))
}

fn once<'a>(names: impl Iterator<Item = Cow<'a, str>>) -> Vec<Cow<'a, str>> {
    let mut seen = HashSet::with_hasher(FxBuildHasher);
    names.filter(|name| seen.insert(name.clone())).collect()
}
