//! What many pages print, rendered once: general sections by controller, complaints, controllers.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::context::{Context, Voice};
use super::prose::{self, Setting, escape};
use super::sections;
use super::template::{Templates, Trouble};
use crate::assemble::Part;
use crate::domain::{Language, StandardSection};
use crate::text::Digest;

/// The HTML of the shared pieces.
#[derive(Debug)]
pub struct Shared {
    general: HashMap<(usize, usize), (Arc<str>, Digest)>,
    who: HashMap<(usize, Language), Arc<str>>,
    complaints: HashMap<(usize, Language), Arc<str>>,
}

impl Shared {
    /// Renders every shared piece that some page prints.
    pub fn render(context: &Context<'_>, templates: &Templates) -> Result<Self, Trouble> {
        let pairs: Vec<(usize, usize)> = general_pairs(context).into_iter().collect();
        let general =
            pairs.par_iter().map(|pair| (*pair, digested(general_section(context, pair.0, pair.1, 3)))).collect();
        let mut shared = Shared { general, who: HashMap::new(), complaints: HashMap::new() };
        let config = context.config();
        for language in config.languages.iter().copied() {
            for controller in 0..config.controllers.len() {
                let name = |section: StandardSection| format!("sections/{}.html", section.id());
                let who = sections::who_we_are(context, controller, language);
                let who = templates.section(&name(StandardSection::WhoWeAre), language, &who)?;
                shared.who.insert((controller, language), Arc::from(who));
                let complaints = sections::complaints(context, controller, language);
                let complaints = templates.section(&name(StandardSection::Complaints), language, &complaints)?;
                shared.complaints.insert((controller, language), Arc::from(complaints));
            }
        }
        Ok(shared)
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
        self.who.get(&(controller, language)).map_or("", |html| html)
    }

    /// How to complain to a controller.
    pub fn complaints(&self, controller: usize, language: Language) -> &str {
        self.complaints.get(&(controller, language)).map_or("", |html| html)
    }
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
