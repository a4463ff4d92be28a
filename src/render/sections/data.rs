//! What data is used, why, and what allows the use of data that needs more protection.

use std::collections::BTreeMap;

use crate::domain::{DataSource, LawfulBasis, PersonalData, Purpose, Regime};
use crate::render::pieces;
use crate::render::prose::{self, escape, escape_into};
use crate::render::view::{
    BasisView, ConditionView, ConditionsView, DataGroupView, Html, Listed, ParagraphView, PersonalDataView,
    PurposeView, PurposesView, SourceView,
};

use super::Scene;

/// What is collected, by occasion.
pub fn personal_data(scene: &Scene<'_>) -> PersonalDataView {
    PersonalDataView {
        subjects: scene.notice.data_subjects.iter().map(|subject| subject.value.to_string()).collect(),
        groups: scene.notice.personal_data.iter().map(|data| group(scene, data)).collect(),
    }
}

fn group(scene: &Scene<'_>, data: &PersonalData) -> DataGroupView {
    let special = data.special_categories.iter();
    let sources: Vec<SourceView> = data.sources.iter().map(|from| source(scene, from)).collect();
    let sources_html: Vec<Html> = sources.iter().map(source_html).collect();
    let items_html = prose::items(scene.context, &scene.voice, &data.items);
    let special: Vec<String> =
        special.map(|kind| scene.text_of(&["special_categories.", kind.value.id()]).to_owned()).collect();
    let note_html = scene.optional(&data.note);
    let mut summary_html = Html::new();
    if !items_html.is_empty() {
        pieces::add_row(scene.text("personal_data.items"), &items_html, &mut summary_html);
    }
    if !sources.is_empty() {
        pieces::add_row(scene.text("personal_data.source"), &pieces::list(&sources_html), &mut summary_html);
    }
    DataGroupView {
        context_html: scene.optional(&data.context),
        sources: Listed(sources),
        items_html,
        summary_html,
        notes_html: notes_html(scene, &special, data.criminal_offences, note_html.as_deref()),
        special,
        offences: data.criminal_offences,
        note_html,
    }
}

/// What stands below the data of an occasion: what of it needs more protection, and further words.
fn notes_html(scene: &Scene<'_>, special: &[String], offences: bool, note_html: Option<&str>) -> Html {
    let mut paragraphs = Vec::new();
    if !special.is_empty() {
        let list = [("list", &*escape(&special.join(", ")))];
        let words = prose::fill(scene.context.wording(scene.language()), "personal_data.special_list", &list);
        paragraphs.push(["<p class=\"flag\">", &words, "</p>"].concat());
    }
    if offences {
        paragraphs.push(["<p class=\"flag\">", &escape(scene.text("personal_data.offences")), "</p>"].concat());
    }
    paragraphs.extend(note_html.map(|html| ["<p>", html, "</p>"].concat()));
    paragraphs.join("\n")
}

fn source(scene: &Scene<'_>, source: &DataSource) -> SourceView {
    match source {
        DataSource::You => {
            SourceView { name: scene.text("personal_data.you").to_owned(), href: None, lang: None, access: None }
        }
        DataSource::Other { who, publicly_accessible } => {
            let (name, href) = scene.context.party(who, scene.language());
            let access = publicly_accessible.map(|public| {
                scene.text(if public { "personal_data.public" } else { "personal_data.not_public" }).to_owned()
            });
            SourceView { name, href, lang: scene.context.foreign_name(who, scene.language()), access }
        }
    }
}

/// Who it is, as a link if it leads anywhere, and whether anybody can look it up there.
fn source_html(source: &SourceView) -> Html {
    let mut html = pieces::name(&source.name, source.lang, "", source.href.as_deref());
    if let Some(access) = &source.access {
        html.extend([" <small>(", &escape(access), ")</small>"]);
    }
    html
}

/// Why data is used, and what makes that lawful.
pub fn purposes(scene: &Scene<'_>) -> PurposesView {
    PurposesView { purposes: scene.notice.purposes.iter().map(|one| purpose(scene, one)).collect() }
}

fn purpose(scene: &Scene<'_>, purpose: &Purpose) -> PurposeView {
    let recognised = purpose.recognised_interest.as_ref();
    let must = purpose.must_provide.map(|must| scene.text(must_key(must, purpose)));
    let if_not_html = scene.optional(&purpose.if_not_provided);
    let bases: Vec<BasisView> = purpose.lawful_basis.iter().map(|one| basis(scene, one.value)).collect();
    let view = PurposeView {
        text_html: scene.words(&purpose.text),
        items_html: prose::items(scene.context, &scene.voice, &purpose.items),
        bases: Listed(bases),
        legislation_html: Listed(purpose.legislation.iter().map(|words| scene.words(words)).collect()),
        explanation_html: scene.optional(&purpose.explanation),
        interest_html: scene.optional(&purpose.legitimate_interest),
        recognised: recognised.map(|one| scene.text_of(&["recognised_interests.", one.value.id()]).to_owned()),
        not_public_task_html: scene.optional(&purpose.not_public_task),
        withdraw_html: scene.optional(&purpose.withdraw_consent),
        summary_html: Html::new(),
        need_html: need_html(scene, must, if_not_html.as_deref()),
        must: must.map(str::to_owned),
        if_not_html,
        law_enforcement: purpose.regime == Regime::LawEnforcement,
        direct_marketing: purpose.direct_marketing,
    };
    PurposeView { summary_html: summary_html(scene, &view), ..view }
}

/// What makes a purpose lawful, and all that goes with it, as rows of a summary list.
fn summary_html(scene: &Scene<'_>, purpose: &PurposeView) -> Html {
    let mut html = Html::with_capacity(512);
    let mut add = |key: &str, content: &str| pieces::add_row(scene.text(key), content, &mut html);
    let basis = basis_html(scene, purpose);
    if !basis.is_empty() {
        add("purposes.basis", &["\n", &basis, "\n"].concat());
    }
    if let Some(interest) = &purpose.interest_html {
        add("purposes.interest", interest);
    }
    if let Some(recognised) = &purpose.recognised {
        let annex = [&*escape(recognised), " <small>(", &escape(scene.text("purposes.annex")), ")</small>"].concat();
        add("purposes.recognised", &annex);
    }
    if let Some(reason) = &purpose.not_public_task_html {
        add("purposes.not_public_task", reason);
    }
    match &**purpose.legislation_html {
        [] => {}
        [only] => add("purposes.legislation", &["\n", only, "\n"].concat()),
        several => add("purposes.legislation", &["\n", &pieces::list(several), "\n"].concat()),
    }
    if let Some(withdraw) = &purpose.withdraw_html {
        add("purposes.withdraw", withdraw);
    }
    html
}

/// What makes a purpose lawful, and why, a paragraph each.
fn basis_html(scene: &Scene<'_>, purpose: &PurposeView) -> Html {
    let mut html = Html::with_capacity(256);
    for BasisView { name, article, because } in &**purpose.bases {
        add_basis([name, article, because], &mut html);
    }
    if purpose.law_enforcement {
        add_basis(LAW_ENFORCEMENT.map(|key| scene.text(key)), &mut html);
    }
    if let Some(explanation) = purpose.explanation_html.as_ref().filter(|_| !html.is_empty()) {
        html.extend(["\n<p>", explanation, "</p>"]);
    }
    html
}

/// What Part 3 of the Data Protection Act 2018 is called, where it stands, and what it means.
const LAW_ENFORCEMENT: [&str; 3] =
    ["purposes.law_enforcement", "purposes.law_enforcement_article", "purposes.law_enforcement_text"];

fn add_basis([name, article, because]: [&str; 3], html: &mut Html) {
    pieces::open_line("<p><b>", html);
    escape_into(name, html);
    html.push_str("</b> <small>(");
    escape_into(article, html);
    html.push_str(")</small><br>");
    escape_into(because, html);
    html.push_str("</p>");
}

/// Whether people must give the data, and what happens if they do not.
fn need_html(scene: &Scene<'_>, must: Option<&str>, if_not_html: Option<&str>) -> Html {
    let mut html = must.map(escape).unwrap_or_default();
    if let Some(if_not_html) = if_not_html {
        html.extend([" <b>", &escape(scene.text("purposes.otherwise")), ":</b> ", if_not_html]);
    }
    html
}

/// The sentence about whether people must give the data (Article 13(2)(e)).
fn must_key(must: bool, purpose: &Purpose) -> &'static str {
    let rests_on = |basis: LawfulBasis| purpose.lawful_basis.iter().any(|one| one.value == basis);
    match must {
        false => "purposes.need_not",
        true if rests_on(LawfulBasis::LegalObligation) => "purposes.must_law",
        true if rests_on(LawfulBasis::Contract) => "purposes.must_contract",
        true => "purposes.must",
    }
}

fn basis(scene: &Scene<'_>, basis: LawfulBasis) -> BasisView {
    let wording = scene.context.wording(scene.language());
    let article = format!("6(1)({})", scene.context.hub.law.point(basis));
    BasisView {
        name: scene.text_of(&["bases.", basis.id(), ".name"]).to_owned(),
        article: wording.fill("purposes.article", &[("article", &article)]),
        because: scene.text_of(&["bases.", basis.id(), ".because"]).to_owned(),
    }
}

/// What allows the use of special categories of data: conditions of Article 9(2) with their paragraphs of Schedule 1.
pub fn special_category(scene: &Scene<'_>) -> ConditionsView {
    let wording = scene.context.wording(scene.language());
    let mut kinds: Vec<_> =
        scene.notice.personal_data.iter().flat_map(|data| &data.special_categories).map(|kind| kind.value).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let kinds: Vec<String> =
        kinds.iter().map(|kind| wording.text(&format!("special_categories.{}", kind.id())).to_owned()).collect();
    let lead = if kinds.is_empty() {
        wording.text("conditions.special_lead_open").to_owned()
    } else {
        wording.fill("conditions.special_lead", &[("list", &wording.listed(&kinds, "lists.and"))])
    };
    let mut by_point: BTreeMap<char, (Vec<i64>, Vec<usize>)> = BTreeMap::new();
    for (index, purpose) in scene.notice.purposes.iter().enumerate() {
        for condition in &purpose.special_category_condition {
            let allowed = scene.context.hub.law.condition(condition.value).map_or(&[][..], |row| &row.schedule_1);
            let (paragraphs, purposes) = by_point.entry(condition.value).or_default();
            purposes.push(index);
            paragraphs.extend(purpose.schedule_1.iter().map(|one| one.value).filter(|number| allowed.contains(number)));
        }
    }
    let conditions = by_point.into_iter().map(|(point, (paragraphs, purposes))| ConditionView {
        text: Some(wording.text(&format!("conditions.{point}.text")).to_owned()),
        article: Some(wording.fill("conditions.article", &[("article", &format!("9(2)({point})"))])),
        paragraphs: views(scene, paragraphs),
        purposes_html: purposes_html(scene, &purposes),
    });
    ConditionsView {
        lead,
        conditions: conditions.collect(),
        policy_html: scene.optional(&scene.notice.appropriate_policy_document),
    }
}

/// What allows the use of data about criminal offences: Article 10 with paragraphs of Schedule 1.
pub fn criminal_offences(scene: &Scene<'_>) -> ConditionsView {
    let mut by_paragraph: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
    for (index, purpose) in scene.notice.purposes.iter().enumerate() {
        if purpose.criminal_offences != Some(false) {
            for number in &purpose.schedule_1 {
                by_paragraph.entry(number.value).or_default().push(index);
            }
        }
    }
    let conditions = by_paragraph.into_iter().map(|(number, purposes)| ConditionView {
        text: None,
        article: None,
        paragraphs: views(scene, vec![number]),
        purposes_html: purposes_html(scene, &purposes),
    });
    ConditionsView {
        lead: scene.text("conditions.offences_lead").to_owned(),
        conditions: conditions.collect(),
        policy_html: scene.optional(&scene.notice.appropriate_policy_document),
    }
}

fn views(scene: &Scene<'_>, mut numbers: Vec<i64>) -> Vec<ParagraphView> {
    let wording = scene.context.wording(scene.language());
    numbers.sort_unstable();
    numbers.dedup();
    let is_condition = |number: &i64| scene.context.hub.law.paragraph(*number).is_some_and(|row| row.condition);
    numbers
        .into_iter()
        .filter(is_condition)
        .map(|number| ParagraphView {
            reference: wording.fill("conditions.schedule_1", &[("number", &number.to_string())]),
            text: wording.text(&format!("schedule_1.p{number}")).to_owned(),
        })
        .collect()
}

/// The purposes at some indices; none where they are all of them.
pub fn purposes_html(scene: &Scene<'_>, indices: &[usize]) -> Vec<String> {
    if indices.len() == scene.notice.purposes.len() {
        return Vec::new();
    }
    indices.iter().map(|index| scene.words(&scene.notice.purposes[*index].text)).collect()
}
