//! Phrases that answer a question about a text, or leave it open.

use serde::Deserialize;

use super::Law;
use crate::domain::Language;

/// A question, with the phrases that belong to it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrases {
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

/// Declares the questions, and lists them.
macro_rules! questions {
    ($($name:ident,)+) => {
        /// What phrases are about. The names are those of the table, where each is explained.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
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
}

impl Law {
    /// The phrases that belong to a question, in a language.
    pub fn phrases(&self, about: About, language: Language) -> &[String] {
        let row = self.phrases.iter().find(|row| row.about == about);
        row.map_or(&[], |row| match language {
            Language::En => &row.en,
            Language::Cy => &row.cy,
        })
    }
}
