//! What many pages print, rendered once: general sections by controller, complaints, controllers.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::context::{Context, Voice};
use super::prose::{self, Setting, escape};
use super::sections;
use super::template::{Templates, Trouble};
use crate::assemble::Part;
use crate::domain::Language;
use crate::text::Digest;

/// The HTML of the shared pieces.
#[derive(Debug)]
pub struct Shared {
    general: HashMap<(usize, usize), (Arc<str>, Digest)>,
    who: ByController,
    complaints: ByController,
}

/// A piece for every controller in every language, each with its digest.
type ByController = HashMap<(usize, Language), (Arc<str>, Digest)>;

impl Shared {
    /// Renders every shared piece that some page prints.
    pub fn render(context: &Context<'_>, templates: &Templates) -> Result<Self, Trouble> {
        let pairs: Vec<(usize, usize)> = general_pairs(context).into_iter().collect();
        let general =
            pairs.par_iter().map(|pair| (*pair, digested(general_section(context, pair.0, pair.1, 3)))).collect();
        let who = by_controller(context, |controller, language| {
            let who = sections::who_we_are(context, controller, language);
            templates.section("sections/who-we-are.html", language, who)
        })?;
        let complaints = by_controller(context, |controller, language| {
            let complaints = sections::complaints(context, controller, language);
            templates.section("sections/complaints.html", language, complaints)
        })?;
        Ok(Shared { general, who, complaints })
    }

    /// A general section (its index in the register) in the name of a controller, as it stands in notices.
    pub fn general(&self, section: usize, controller: usize) -> &str {
        self.general.get(&(section, controller)).map_or("", |(html, _)| html)
    }

    /// The digest of the same.
    pub fn digest(&self, section: usize, controller: usize) -> Digest {
        self.general.get(&(section, controller)).map_or_else(Digest::default, |(_, digest)| *digest)
    }

    /// Who a controller is, without anything of a service.
    pub fn who(&self, controller: usize, language: Language) -> &str {
        self.who.get(&(controller, language)).map_or("", |(html, _)| html)
    }

    /// How to complain to a controller.
    pub fn complaints(&self, controller: usize, language: Language) -> &str {
        self.complaints.get(&(controller, language)).map_or("", |(html, _)| html)
    }

    /// The digests of the last two.
    pub fn digests_of(&self, controller: usize, language: Language) -> [Digest; 2] {
        let of =
            |pieces: &ByController| pieces.get(&(controller, language)).map_or_else(Digest::default, |(_, of)| *of);
        [of(&self.who), of(&self.complaints)]
    }
}

/// Renders a piece for every controller in every language.
fn by_controller(
    context: &Context<'_>,
    render: impl Fn(usize, Language) -> Result<String, Trouble> + Sync,
) -> Result<ByController, Trouble> {
    let config = context.config();
    let one = |controller, language| Ok(((controller, language), digested(render(controller, language)?)));
    let controllers = (0..config.controllers.len()).into_par_iter();
    controllers
        .flat_map_iter(|controller| config.languages.iter().map(move |language| (controller, *language)))
        .map(|(controller, language)| one(controller, language))
        .collect()
}

fn digested(html: String) -> (Arc<str>, Digest) {
    let digest = Digest::of(&html);
    (html.into(), digest)
}

/// The HTML of a general section in the name of a controller, with its highest headings at a level.
pub fn general_section(context: &Context<'_>, section: usize, controller: usize, level: u8) -> String {
    let general = &context.hub.register.general[section];
    let voice = Voice::general(controller, general.language);
    let notes = format!("general-{}", general.id);
    let setting = Setting { section: &general.id, level, notes: &notes };
    let mut html = prose::passage(context, &voice, general.file, &general.body, 0..general.body.blocks.len(), &setting);
    if let Some(until) = general.until {
        let wording = context.wording(general.language);
        let sentence = wording.fill("general.until", &[("date", &wording.day(until))]);
        html.push_str(&format!("<p class=\"meta\">{}</p>\n", escape(&sentence)));
    }
    html
}

/// Every general section with every controller in whose name some page prints it.
fn general_pairs(context: &Context<'_>) -> BTreeSet<(usize, usize)> {
    let mut pairs = BTreeSet::new();
    for document in &context.hub.assembly.documents {
        let controller = context.controller_of(&context.hub.register.notices[document.notice]);
        for part in document.sections.iter().flat_map(|section| &section.parts) {
            if let Part::General(index) = part {
                pairs.insert((*index, controller));
            }
        }
    }
    for section in context.hub.assembly.general.iter().flat_map(|general| &general.sections) {
        pairs.extend(section.general.map(|index| (index, section.controller)));
    }
    pairs
}
