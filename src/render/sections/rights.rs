//! The rights that apply, in words.

use crate::assemble::RightDue;
use crate::domain::{Language, LawfulBasis};
use crate::language::Wording;
use crate::law::{Availability, Right, RightGroup};
use crate::render::context::Context;
use crate::render::pieces;
use crate::render::prose::escape_into;
use crate::render::view::{Html, Link, Listed, RightView, RightsView};

use super::Scene;
use super::data::purposes_html;

/// The rights of a notice.
pub fn view(scene: &Scene<'_>) -> RightsView {
    let rights = &scene.document.rights;
    let views = |due: &[RightDue]| -> Vec<RightView> { due.iter().map(|right| due_view(scene, right)).collect() };
    let (always, sometimes) = (views(&rights.always), views(&rights.sometimes));
    let wording = scene.context.wording(scene.language());
    RightsView {
        objections: views(&rights.objections),
        always_html: entries_html(wording, &always),
        always: Listed(always),
        sometimes_html: entries_html(wording, &sometimes),
        sometimes: Listed(sometimes),
        law_enforcement: rights.law_enforcement,
        more: more(scene.context, scene.language()),
    }
}

/// Rights as entries of a list, with the ids that other programs know them by.
fn entries_html(wording: &Wording, rights: &[RightView]) -> Html {
    let mut html = Html::with_capacity(rights.len() * 512);
    for right in rights {
        pieces::open_line("<li id=\"right-", &mut html);
        html.extend([&*right.id, "\" data-right=\"", &right.id, "\">\n", &right.name_html]);
        if !right.text.is_empty() {
            html.push_str("\n<p>");
            escape_into(&right.text, &mut html);
            html.push_str("</p>");
        }
        if !right.purposes_list_html.is_empty() {
            html.push_str("\n<p>");
            escape_into(wording.text("rights.for_purposes"), &mut html);
            html.extend(["</p>\n", &right.purposes_list_html]);
        }
        html.push_str("\n</li>");
    }
    html
}

fn due_view(scene: &Scene<'_>, due: &RightDue) -> RightView {
    let (law, wording) = (&scene.context.hub.law, scene.context.wording(scene.language()));
    let row = law.rights(scene.context.hub.today).find(|right| right.id == due.id);
    let is_told = !due.bases.is_empty() && !row.is_some_and(is_of_one_basis);
    let condition = is_told.then(|| condition(wording, "rights.where", &due.bases));
    let purposes = purposes_html(scene, &due.purposes);
    RightView {
        purposes_list_html: pieces::list(&purposes),
        purposes_html: Listed(purposes),
        ..right(scene.context, wording, &due.id, condition)
    }
}

/// A right by its id, under a condition or always, without the purposes to which it applies.
fn right(context: &Context<'_>, wording: &Wording, id: &str, condition: Option<String>) -> RightView {
    let name = wording.text(&["rights.", id, ".name"].concat());
    let article = article(context, wording, id);
    RightView {
        id: id.to_owned(),
        name: name.to_owned(),
        text: wording.text(&["rights.", id, ".text"].concat()).to_owned(),
        name_html: name_html(name, condition.as_deref(), &article),
        article,
        condition,
        purposes_html: Listed::default(),
        purposes_list_html: Html::new(),
    }
}

/// What one can do, where, and by which article.
fn name_html(name: &str, condition: Option<&str>, article: &str) -> Html {
    let mut html = Html::with_capacity(name.len() + article.len() + 128);
    html.push_str("<b>");
    escape_into(name, &mut html);
    html.push_str("</b>");
    if let Some(condition) = condition {
        html.push(' ');
        escape_into(condition, &mut html);
    }
    html.push_str(" <small>(");
    escape_into(article, &mut html);
    html.push_str(")</small>");
    html
}

/// The article of the day that gives a right, in words.
pub fn article(context: &Context<'_>, wording: &Wording, id: &str) -> String {
    let row = context.hub.law.rights(context.hub.today).find(|right| right.id == id);
    let article = row.map_or("", |right| right.article.as_str());
    wording.fill(article_key(article), &[("article", article)])
}

/// Whether a right goes with one lawful basis alone. Its name says so then: "withdraw your consent".
fn is_of_one_basis(right: &Right) -> bool {
    right.bases.values().filter(|availability| **availability == Availability::Yes).count() == 1
}

/// One article, or several: "12–14". "21(2)–(3)" is one.
fn article_key(article: &str) -> &'static str {
    let until = article.split_once('–').map_or("", |(_, until)| until);
    if until.starts_with(|c: char| c.is_ascii_digit()) { "rights.articles" } else { "rights.article" }
}

/// "where we use it for our public tasks or because you agreed to it"
fn condition(wording: &Wording, key: &str, bases: &[LawfulBasis]) -> String {
    let phrases: Vec<String> =
        bases.iter().map(|basis| wording.text(&["bases.", basis.id(), ".where"].concat()).to_owned()).collect();
    wording.fill(key, &[("bases", &wording.listed(&phrases, "lists.or"))])
}

/// Where more is said about rights.
fn more(context: &Context<'_>, language: Language) -> Option<Link> {
    let text = context.wording(language).text("rights.more").to_owned();
    Some(Link { text, href: context.general_section(language, "your-rights"), lang: None })
}

/// Every right there is, with the bases under which it applies: for the general notice.
pub fn all_rights(context: &Context<'_>, language: Language) -> RightsView {
    let wording = context.wording(language);
    let (mut objections, mut always, mut sometimes) = (Vec::new(), Vec::new(), Vec::new());
    let rows = context.hub.law.rights(context.hub.today).filter(|right| right.group != RightGroup::Complaint);
    for row in rows {
        let (of_group, condition) = match row.group {
            RightGroup::Always => (&mut always, None),
            RightGroup::Objection => (&mut objections, applies(context, wording, row)),
            RightGroup::Basis => (&mut sometimes, applies(context, wording, row)),
            RightGroup::Decisions | RightGroup::Complaint => (&mut sometimes, None),
        };
        of_group.push(right(context, wording, &row.id, condition));
    }
    RightsView {
        objections,
        always_html: entries_html(wording, &always),
        always: Listed(always),
        sometimes_html: entries_html(wording, &sometimes),
        sometimes: Listed(sometimes),
        law_enforcement: false,
        more: None,
    }
}

/// The bases under which a right applies; none where it applies under all of them.
fn applies(context: &Context<'_>, wording: &Wording, right: &Right) -> Option<String> {
    let gives = |basis: &LawfulBasis| right.under(context.hub.law.point(*basis)) == Availability::Yes;
    let exists = |basis: &LawfulBasis| context.hub.law.bases(context.hub.today).any(|row| row.id == basis.id());
    let bases: Vec<LawfulBasis> =
        LawfulBasis::ALL.iter().map(|(_, basis)| *basis).filter(gives).filter(exists).collect();
    (!bases.is_empty() && !is_of_one_basis(right)).then(|| condition(wording, "rights.where", &bases))
}
