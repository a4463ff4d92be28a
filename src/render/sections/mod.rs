//! The standard sections: what the templates `sections/<id>.html` see.
//!
//! One file for each group of sections. They take a notice and give views; what law it is that
//! follows from the notice has been derived before.

mod data;
mod glance;
mod people;
mod rights;
mod sharing;
mod smaller;

use crate::assemble::Document;
use crate::domain::{Day, Language, Notice, StandardSection, Text, Words};
use crate::language::Wording;

use super::context::{Context, Voice};
use super::prose;
use super::template::{Templates, Trouble};
use super::view::{DateView, Html};

pub use people::{complaints, contact, phone_href, who_we_are};
pub use rights::all_rights;
pub use sharing::{add_record, record, record_labels, transfers};
pub use smaller::{automated, change, cookies};

/// A notice as it is being printed.
pub struct Scene<'a> {
    /// The hub.
    pub context: &'a Context<'a>,
    /// The notice.
    pub notice: &'a Notice,
    /// The notice in reading order.
    pub document: &'a Document,
    /// In whose name it speaks.
    pub voice: Voice<'a>,
}

impl<'a> Scene<'a> {
    /// The scene of a document.
    pub fn new(context: &'a Context<'a>, document: &'a Document) -> Self {
        let notice = &context.hub.register.notices[document.notice];
        let voice = Voice::of_notice(context, notice);
        Scene { context, notice, document, voice }
    }

    /// The same scene, printed on another page than that of the notice.
    pub fn away(self) -> Self {
        Scene { voice: self.voice.away(), ..self }
    }

    fn language(&self) -> Language {
        self.notice.language
    }

    /// The string of a key, given in pieces.
    fn text_of(&self, key: &[&str]) -> &'a str {
        self.text(&key.concat())
    }

    fn text(&self, key: &str) -> &'a str {
        self.context.wording(self.notice.language).text(key)
    }

    fn words(&self, words: &Words) -> Html {
        prose::words(self.context, &self.voice, words)
    }

    fn optional(&self, words: &Option<Box<Words>>) -> Option<Html> {
        words.as_ref().map(|words| self.words(words))
    }
}

/// The HTML of what a standard section says from the front matter, or from what follows from it.
pub fn render(section: StandardSection, scene: &Scene<'_>, templates: &Templates) -> Result<String, Trouble> {
    let name = format!("sections/{}.html", section.id());
    let language = scene.language();
    match section {
        StandardSection::AtAGlance => templates.section(&name, language, glance::view(scene)),
        StandardSection::WhoWeAre => templates.section(&name, language, people::who_for_notice(scene)),
        StandardSection::PersonalData => templates.section(&name, language, data::personal_data(scene)),
        StandardSection::Purposes => templates.section(&name, language, data::purposes(scene)),
        StandardSection::SpecialCategory => templates.section(&name, language, data::special_category(scene)),
        StandardSection::CriminalOffences => templates.section(&name, language, data::criminal_offences(scene)),
        StandardSection::Recipients => templates.section(&name, language, sharing::recipients(scene)),
        StandardSection::Transfers => templates.section(&name, language, transfers(scene)),
        StandardSection::Retention => templates.section(&name, language, sharing::retention(scene)),
        StandardSection::AutomatedDecisions => templates.section(&name, language, automated(scene)),
        StandardSection::YourRights => templates.section(&name, language, rights::view(scene)),
        StandardSection::Complaints => {
            templates.section(&name, language, complaints(scene.context, scene.voice.controller, language))
        }
        StandardSection::Cookies => templates.section(&name, language, cookies(scene.context, language)),
        StandardSection::Changes => templates.section(&name, language, smaller::changes(scene)),
    }
}

/// A date for people and machines.
pub fn date(context: &Context<'_>, language: Language, day: Day) -> DateView {
    DateView { text: context.wording(language).day(day), machine: day.to_string() }
}

/// A sentence of the table of strings about a date; nothing where there is no date.
pub fn dated(wording: &Wording, key: &str, date: Option<&DateView>) -> Html {
    date.map(|date| prose::fill(wording, key, &[("date", &time(date))])).unwrap_or_default()
}

/// A date as people and programs read it.
pub fn time(date: &DateView) -> Html {
    ["<time datetime=\"", &date.machine, "\">", &prose::escape(&date.text), "</time>"].concat()
}

fn plain(text: &Option<Text>) -> Option<String> {
    text.as_ref().map(|text| text.value.to_string())
}
