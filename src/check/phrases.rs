//! The words by which `check` reads what authors wrote: phrases that answer a question about a text, and legal terms.
//!
//! The tables `phrases.toml` and `terms.toml` are language, not law: what follows from the law stands in [`crate::law`].

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::Language;
use crate::text::table;

/// The phrases of all questions, and the terms.
#[derive(Debug, Default)]
pub struct Phrases {
    questions: Vec<Question>,
    terms: Vec<Term>,
}

/// A question, with the phrases that belong to it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The question.
    pub about: About,
    /// What it means that a text holds one of them.
    pub meaning: String,
    /// The phrases in English.
    pub en: Vec<String>,
    /// The phrases in Welsh.
    pub cy: Vec<String>,
    /// Where the law asks the question.
    pub source: String,
    /// What no text confirms.
    pub unverified: Option<String>,
}

/// A legal term.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// How texts say it.
    pub words: Vec<String>,
    /// Plainer words.
    pub plain: String,
}

/// Declares the questions, and lists them.
macro_rules! questions {
    ($($name:ident,)+) => {
        /// What phrases are about. The names are those of the table, where each is explained.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        #[allow(missing_docs)]
        pub enum About {
            $($name,)+
        }

        impl About {
            /// All of them.
            pub const ALL: &[About] = &[$(About::$name,)+];
        }
    };
}

questions! {
    VaguePeriod,
    Lasting,
    Number,
    UnitOfTime,
    RetentionSchedule,
    VagueParty,
    VagueRecipientInText,
    FromOthers,
    Naming,
    Not,
    PublicSource,
    NamedCondition,
    ScheduleOne,
    OfficialAuthority,
    OffenceData,
    SpecialCategory,
    PolicyDocument,
    TransferSafeguard,
    Copy,
    Abroad,
    DataProtectionOfficer,
    LawfulBasis,
    DutyToProvide,
    WithdrawingConsent,
    JointControllers,
    GroundForObjection,
    Objecting,
    Erasure,
    Portability,
    Decisions,
    Access,
    ThirtyDays,
    Form,
    ProofOfIdentity,
    InWriting,
    UsingTheWebsite,
}

impl Phrases {
    /// Reads the tables that are part of the program.
    ///
    /// # Panics
    ///
    /// If they are not valid.
    pub fn load() -> Self {
        Phrases { questions: rows("phrases", table!("phrases")), terms: rows("term", table!("terms")) }
    }

    /// Every question with its phrases.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter()
    }

    /// The phrases that belong to a question, in a language.
    pub fn about(&self, about: About, language: Language) -> &[String] {
        self.questions
            .iter()
            .find(|question| question.about == about)
            .map_or(&[], |question| question.in_language(language))
    }

    /// The legal terms that readers need not know.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }
}

impl Question {
    /// The phrases in a language.
    pub fn in_language(&self, language: Language) -> &[String] {
        match language {
            Language::En => &self.en,
            Language::Cy => &self.cy,
        }
    }
}

fn rows<T>(name: &str, mut table: BTreeMap<String, Vec<T>>) -> Vec<T> {
    table.remove(name).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_has_its_phrases() {
        let phrases = Phrases::load();
        for about in About::ALL.iter().copied() {
            for language in Language::ALL {
                assert!(!phrases.about(about, language).is_empty(), "{about:?} in {}", language.code());
            }
        }
        assert!(phrases.questions().all(|question| !question.meaning.is_empty() && !question.source.is_empty()));
        assert_eq!(phrases.questions().count(), About::ALL.len());
    }

    #[test]
    fn every_term_has_plainer_words() {
        let phrases = Phrases::load();
        assert!(phrases.terms().len() > 10);
        assert!(phrases.terms().iter().all(|term| !term.words.is_empty() && !term.plain.is_empty()));
    }
}
