//! The general notice: every section that is the same for many services, in one document.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::Part;
use crate::domain::{GeneralSection, Language, Notice, StandardSection};
use crate::interpret::Register;
use crate::language::{Wording, Wordings};

/// The standard sections that the general notice has even where nobody has written one.
const BUILT_IN: [StandardSection; 4] =
    [StandardSection::WhoWeAre, StandardSection::YourRights, StandardSection::Complaints, StandardSection::Cookies];

/// The general notice of a language.
#[derive(Debug)]
pub struct GeneralNotice {
    /// The language.
    pub language: Language,
    /// Its sections, in reading order.
    pub sections: Vec<GeneralPart>,
}

/// A section of the general notice.
#[derive(Debug)]
pub struct GeneralPart {
    /// Its id and anchor.
    pub id: String,
    /// Its heading.
    pub heading: String,
    /// Which standard section it is, if any.
    pub standard: Option<StandardSection>,
    /// The index of the section in the register; none for one that nobody has written.
    pub general: Option<usize>,
    /// What stands in it, in reading order.
    pub parts: Vec<Part>,
    /// The index of the controller in whose name it speaks.
    pub controller: usize,
    /// Whether it has a page of its own. The cookies always have.
    pub has_page: bool,
}

/// The general sections that hold today, by language.
pub struct Sections<'a> {
    register: &'a Register,
    holding: Vec<usize>,
    /// What the sections of the register are called, by their index.
    headings: Vec<Arc<str>>,
    /// What the standard sections are called.
    titles: BTreeMap<(Language, StandardSection), Arc<str>>,
}

impl<'a> Sections<'a> {
    /// The sections of a register that hold on a day.
    pub fn of(register: &'a Register, wordings: &Wordings, today: Date) -> Self {
        let holds = |index: &usize| register.general[*index].holds_on(today);
        let languages = register.config.languages.iter();
        let of_language = |language: &Language| {
            let (language, wording) = (*language, wordings.of(*language));
            StandardSection::ALL.map(|section| ((language, section), wording.section_title(section).into()))
        };
        let titles = languages.flat_map(of_language).collect();
        let holding = (0..register.general.len()).filter(holds).collect();
        let headings = register.general.iter().map(|section| section.title.value.as_str().into()).collect();
        Sections { register, holding, headings, titles }
    }

    /// What a standard section is called.
    pub fn standard_title(&self, language: Language, section: StandardSection) -> Option<Arc<str>> {
        self.titles.get(&(language, section)).cloned()
    }

    /// The sections of a language, in order, each with its index in the register.
    pub fn in_language(&self, language: Language) -> impl Iterator<Item = (usize, &'a GeneralSection)> {
        let sections = self.holding.iter().map(|index| (*index, &self.register.general[*index]));
        sections.filter(move |(_, section)| section.language == language)
    }

    /// The title of a section, whether it holds today or not.
    pub fn title(&self, language: Language, id: &str) -> Option<Arc<str>> {
        let mut sections = self.register.general.iter();
        sections.position(|section| section.language == language && section.id == id).map(|index| self.heading(index))
    }

    /// The title of a section, by its index in the register.
    pub fn heading(&self, index: usize) -> Arc<str> {
        Arc::clone(&self.headings[index])
    }

    /// The sections that a notice takes, unless it says otherwise.
    pub fn for_notice(&self, notice: &Notice) -> impl Iterator<Item = (usize, &'a GeneralSection)> {
        let (controller, category) = (&notice.controller, &notice.category);
        let allows =
            |ids: &[crate::domain::Text], id: &str| ids.is_empty() || ids.iter().any(|text| *text.value == *id);
        self.in_language(notice.language).filter(move |(_, section)| {
            allows(&section.controllers, controller) && allows(&section.categories, category)
        })
    }
}

/// Puts the general notice of a language together.
pub fn notice(register: &Register, sections: &Sections<'_>, wording: &Wording) -> GeneralNotice {
    let written: Vec<(usize, &GeneralSection)> = sections.in_language(wording.language).collect();
    let mut parts: Vec<(i64, GeneralPart)> =
        written.iter().map(|(index, section)| (section.order, written_part(*index, section, register))).collect();
    for standard in BUILT_IN {
        if written.iter().all(|(_, section)| section.id != standard.id()) {
            // Who we are comes first, the others last, whatever numbers the authors use.
            let order = if standard == StandardSection::WhoWeAre { i64::MIN } else { i64::MAX };
            parts.push((order, built_in_part(standard, register, wording)));
        }
    }
    parts.sort_by_key(|(order, _)| *order);
    GeneralNotice { language: wording.language, sections: parts.into_iter().map(|(_, part)| part).collect() }
}

fn written_part(index: usize, section: &GeneralSection, register: &Register) -> GeneralPart {
    let standard = StandardSection::from_id(&section.id);
    let has_data = standard.is_some_and(|standard| BUILT_IN.contains(&standard));
    let only_for = section.controllers.first();
    let default = register.config.default_controller;
    let default_may = section.controllers.is_empty()
        || section.controllers.iter().any(|id| id.value == register.config.controllers[default].id);
    let controller =
        if default_may { None } else { only_for.and_then(|id| register.config.controllers.position(&id.value)) };
    let mut parts = vec![Part::General(index)];
    if has_data {
        parts.push(Part::Data);
    }
    GeneralPart {
        id: section.id.clone(),
        heading: section.title.value.to_string(),
        standard,
        general: Some(index),
        parts,
        controller: controller.unwrap_or(default),
        has_page: section.page || standard == Some(StandardSection::Cookies),
    }
}

fn built_in_part(standard: StandardSection, register: &Register, wording: &Wording) -> GeneralPart {
    GeneralPart {
        id: standard.id().to_owned(),
        heading: wording.section_title(standard).to_owned(),
        standard: Some(standard),
        general: None,
        parts: vec![Part::Data],
        controller: register.config.default_controller,
        has_page: standard == StandardSection::Cookies,
    }
}
