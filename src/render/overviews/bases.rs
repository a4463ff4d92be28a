//! What makes the use of data lawful: for each basis, condition, paragraph and law the services that rely on it.

use std::collections::{BTreeMap, HashMap};

use super::{link_into, scenes};
use crate::domain::{Article9Point, Language, LawfulBasis, Purpose, Regime, StandardSection, Words};
use crate::language::Wording;
use crate::render::context::Context;
use crate::render::plain::plain;
use crate::render::prose::words;
use crate::render::sections::Scene;
use crate::render::view::{GroundView, GroundsView, Html, LawfulBasesOverview, MentionView};
use crate::text::folded;

/// The services that rely on one ground.
type Services = Vec<MentionView>;

/// What purposes rest on.
#[derive(Default)]
struct Grounds {
    bases: BTreeMap<LawfulBasis, Services>,
    law_enforcement: Services,
    conditions: BTreeMap<Article9Point, Services>,
    paragraphs: BTreeMap<i64, Services>,
    legislation: Vec<Legislation>,
    /// The places of laws by their folded names.
    laws: HashMap<String, usize>,
}

/// A law, however notices spell it.
struct Legislation {
    sort_key: Box<[u8]>,
    title_html: Html,
    services: Services,
}

/// What the page shows.
pub fn view(context: &Context<'_>, language: Language) -> LawfulBasesOverview {
    let mut grounds = Grounds::default();
    for scene in scenes(context, language) {
        for purpose in &scene.notice.purposes {
            grounds.add(&scene, purpose);
        }
    }
    let wording = context.wording(language);
    let parts = grounds.parts(context, wording).into_iter().filter(|(_, grounds)| !grounds.is_empty());
    let part = |(id, grounds): (&'static str, Vec<GroundView>)| GroundsView {
        id,
        title: wording.text(&format!("overviews.lawful-bases.{id}")).to_owned(),
        grounds,
    };
    LawfulBasesOverview { parts: parts.map(part).collect() }
}

impl Grounds {
    fn add(&mut self, scene: &Scene<'_>, purpose: &Purpose) {
        for basis in &purpose.lawful_basis {
            mention(self.bases.entry(basis.value).or_default(), scene, purpose);
        }
        if purpose.regime == Regime::LawEnforcement {
            mention(&mut self.law_enforcement, scene, purpose);
        }
        // What the law does not know has been reported.
        let law = scene.context.hub.law;
        for condition in purpose.special_category_condition.iter().filter(|one| law.condition(one.value).is_some()) {
            mention(self.conditions.entry(condition.value).or_default(), scene, purpose);
        }
        let is_condition = |number: i64| law.paragraph(number).is_some_and(|row| row.condition);
        for number in purpose.schedule_1.iter().filter(|one| is_condition(one.value)) {
            mention(self.paragraphs.entry(number.value).or_default(), scene, purpose);
        }
        for law in &purpose.legislation {
            let place = self.law(scene, law);
            mention(&mut self.legislation[place].services, scene, purpose);
        }
    }

    /// The place of a law.
    fn law(&mut self, scene: &Scene<'_>, law: &Words) -> usize {
        let name = plain(scene.context, &scene.voice, law);
        *self.laws.entry(folded(&name)).or_insert_with(|| {
            self.legislation.push(Legislation {
                sort_key: scene.context.wording(scene.notice.language).collation.key(&name),
                title_html: words(scene.context, &scene.voice, law),
                services: Vec::new(),
            });
            self.legislation.len() - 1
        })
    }

    /// The grounds of each kind, in the order of the page.
    fn parts(self, context: &Context<'_>, wording: &Wording) -> [(&'static str, Vec<GroundView>); 4] {
        let basis = |(basis, services)| {
            let (id, point): (&str, &str) = (LawfulBasis::id(basis), context.hub.law.point(basis));
            GroundView {
                id: Some(format!("basis-{id}")),
                title_html: text(wording, &format!("bases.{id}.name")),
                article: Some(wording.fill("purposes.article", &[("article", &format!("6(1)({point})"))])),
                text: Some(wording.text(&format!("bases.{id}.because")).to_owned()),
                services,
            }
        };
        let mut bases: Vec<GroundView> = self.bases.into_iter().map(basis).collect();
        if !self.law_enforcement.is_empty() {
            bases.push(law_enforcement(wording, self.law_enforcement));
        }
        let condition = |(point, services)| GroundView {
            id: Some(format!("condition-{point}")),
            title_html: capitalised(wording, &format!("conditions.{point}.text")),
            article: Some(wording.fill("conditions.article", &[("article", &format!("9(2)({point})"))])),
            text: None,
            services,
        };
        let paragraph = |(number, services)| GroundView {
            id: Some(format!("paragraph-{number}")),
            title_html: capitalised(wording, &format!("schedule_1.p{number}")),
            article: Some(wording.fill("conditions.schedule_1", &[("number", &i64::to_string(&number))])),
            text: None,
            services,
        };
        let mut legislation = self.legislation;
        legislation.sort_by(|a, b| (&a.sort_key, &a.title_html).cmp(&(&b.sort_key, &b.title_html)));
        let law = |Legislation { title_html, services, .. }| GroundView {
            id: None,
            title_html,
            article: None,
            text: None,
            services,
        };
        [
            ("bases", bases),
            ("conditions", self.conditions.into_iter().map(condition).collect()),
            ("schedule-1", self.paragraphs.into_iter().map(paragraph).collect()),
            ("legislation", legislation.into_iter().map(law).collect()),
        ]
    }
}

fn law_enforcement(wording: &Wording, services: Services) -> GroundView {
    GroundView {
        id: Some("law-enforcement".to_owned()),
        title_html: text(wording, "purposes.law_enforcement"),
        article: Some(wording.text("purposes.law_enforcement_article").to_owned()),
        text: Some(wording.text("purposes.law_enforcement_text").to_owned()),
        services,
    }
}

fn text(wording: &Wording, key: &str) -> Html {
    crate::render::prose::escape(wording.text(key))
}

fn capitalised(wording: &Wording, key: &str) -> Html {
    crate::render::prose::escape(&crate::text::capitalised(wording.text(key)))
}

/// Notes that a purpose of a notice relies on a ground. The notices come one after the other.
fn mention(services: &mut Services, scene: &Scene<'_>, purpose: &Purpose) {
    let notice = link_into(scene.context, scene.notice, StandardSection::Purposes.id());
    let purpose = words(scene.context, &scene.voice, &purpose.text);
    match services.last_mut().filter(|last| last.notice.href == notice.href) {
        Some(last) => last.words_html.push(purpose),
        None => services.push(MentionView { notice, words_html: vec![purpose], items_html: Html::new() }),
    }
}
