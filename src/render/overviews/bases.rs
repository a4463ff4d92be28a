//! What makes the use of data lawful: for each basis, condition, paragraph and law the services that rely on it.

use std::collections::{BTreeMap, HashMap};

use super::mentions::Mentions;
use super::{address_in, scenes};
use crate::domain::{Article9Point, Language, LawfulBasis, Purpose, Regime, StandardSection, Words};
use crate::language::Wording;
use crate::render::context::Context;
use crate::render::plain::plain;
use crate::render::prose::words;
use crate::render::sections::Scene;
use crate::render::view::{GroundView, GroundsView, Html, LawfulBasesOverview};
use crate::text::folded;

/// What purposes rest on.
#[derive(Default)]
struct Grounds {
    bases: BTreeMap<LawfulBasis, Mentions>,
    law_enforcement: Mentions,
    conditions: BTreeMap<Article9Point, Mentions>,
    paragraphs: BTreeMap<i64, Mentions>,
    legislation: Vec<Legislation>,
    /// The places of laws by their folded names.
    laws: HashMap<String, usize>,
}

/// A law, however notices spell it.
struct Legislation {
    sort_key: Box<[u8]>,
    title_html: Html,
    services: Mentions,
}

/// What the page shows.
pub fn view(context: &Context<'_>, language: Language) -> LawfulBasesOverview {
    let mut grounds = Grounds::default();
    for scene in scenes(context, language) {
        let href = address_in(context, scene.notice, StandardSection::Purposes);
        for purpose in &scene.notice.purposes {
            let words_html = words(context, &scene.voice, &purpose.text);
            grounds.add(purpose, &Mention { scene: &scene, href, words_html });
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
    fn add(&mut self, purpose: &Purpose, said: &Mention<'_>) {
        for basis in &purpose.lawful_basis {
            said.note(self.bases.entry(basis.value).or_default());
        }
        if purpose.regime == Regime::LawEnforcement {
            said.note(&mut self.law_enforcement);
        }
        // What the law does not know has been reported.
        let law = &said.scene.context.hub.law;
        for condition in purpose.special_category_condition.iter().filter(|one| law.condition(one.value).is_some()) {
            said.note(self.conditions.entry(condition.value).or_default());
        }
        let is_condition = |number: i64| law.paragraph(number).is_some_and(|row| row.condition);
        for number in purpose.schedule_1.iter().filter(|one| is_condition(one.value)) {
            said.note(self.paragraphs.entry(number.value).or_default());
        }
        for law in &purpose.legislation {
            let place = self.law(said.scene, law);
            said.note(&mut self.legislation[place].services);
        }
    }

    /// The place of a law.
    fn law(&mut self, scene: &Scene<'_>, law: &Words) -> usize {
        let name = plain(scene.context, &scene.voice, law);
        *self.laws.entry(folded(&name)).or_insert_with(|| {
            self.legislation.push(Legislation {
                sort_key: scene.context.wording(scene.notice.language).collation.key(&name),
                title_html: words(scene.context, &scene.voice, law),
                services: Mentions::default(),
            });
            self.legislation.len() - 1
        })
    }

    /// The grounds of each kind, in the order of the page.
    fn parts(self, context: &Context<'_>, wording: &Wording) -> [(&'static str, Vec<GroundView>); 4] {
        let basis = |(basis, services): (LawfulBasis, Mentions)| {
            let (id, point): (&str, &str) = (LawfulBasis::id(basis), context.hub.law.point(basis));
            GroundView {
                id: Some(format!("basis-{id}")),
                title_html: text(wording, &format!("bases.{id}.name")),
                article: Some(wording.fill("purposes.article", &[("article", &format!("6(1)({point})"))])),
                text: Some(wording.text(&format!("bases.{id}.because")).to_owned()),
                services_html: services.finish(),
            }
        };
        let mut bases: Vec<GroundView> = self.bases.into_iter().map(basis).collect();
        if !self.law_enforcement.is_empty() {
            bases.push(law_enforcement(wording, self.law_enforcement));
        }
        let condition = |(point, services): (Article9Point, Mentions)| GroundView {
            id: Some(format!("condition-{point}")),
            title_html: capitalised(wording, &format!("conditions.{point}.text")),
            article: Some(wording.fill("conditions.article", &[("article", &format!("9(2)({point})"))])),
            text: None,
            services_html: services.finish(),
        };
        let paragraph = |(number, services): (i64, Mentions)| GroundView {
            id: Some(format!("paragraph-{number}")),
            title_html: capitalised(wording, &format!("schedule_1.p{number}")),
            article: Some(wording.fill("conditions.schedule_1", &[("number", &i64::to_string(&number))])),
            text: None,
            services_html: services.finish(),
        };
        let mut legislation = self.legislation;
        legislation.sort_by(|a, b| (&a.sort_key, &a.title_html).cmp(&(&b.sort_key, &b.title_html)));
        let law = |Legislation { title_html, services, .. }| GroundView {
            id: None,
            title_html,
            article: None,
            text: None,
            services_html: services.finish(),
        };
        [
            ("bases", bases),
            ("conditions", self.conditions.into_iter().map(condition).collect()),
            ("schedule-1", self.paragraphs.into_iter().map(paragraph).collect()),
            ("legislation", legislation.into_iter().map(law).collect()),
        ]
    }
}

fn law_enforcement(wording: &Wording, services: Mentions) -> GroundView {
    GroundView {
        id: Some("law-enforcement".to_owned()),
        title_html: text(wording, "purposes.law_enforcement"),
        article: Some(wording.text("purposes.law_enforcement_article").to_owned()),
        text: Some(wording.text("purposes.law_enforcement_text").to_owned()),
        services_html: services.finish(),
    }
}

fn text(wording: &Wording, key: &str) -> Html {
    crate::render::prose::escape(wording.text(key))
}

fn capitalised(wording: &Wording, key: &str) -> Html {
    crate::render::prose::escape(&crate::text::capitalised(wording.text(key)))
}

/// A purpose of a service. The services come one after the other.
struct Mention<'a> {
    scene: &'a Scene<'a>,
    href: [&'a str; 4],
    words_html: Html,
}

impl Mention<'_> {
    /// Notes that it relies on a ground.
    fn note(&self, ground: &mut Mentions) {
        ground.of(self.scene.document.notice, &self.scene.notice.title, &self.href);
        ground.words(|html| html.push_str(&self.words_html));
    }
}
