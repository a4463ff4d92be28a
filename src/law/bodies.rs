//! Which controllers are public authorities, and which interests the law recognises: `bodies.toml` and `annex-1.toml`.

use jiff::civil::Date;
use serde::Deserialize;

use super::{Law, date};
use crate::domain::ControllerKind;

/// A kind of controller. The fields are explained at the head of the table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Body {
    pub id: String,
    pub public_authority: PublicAuthority,
    pub fee: Fee,
    /// The first day on which it holds.
    #[serde(deserialize_with = "date")]
    pub from: Date,
    pub unverified: Option<String>,
    pub source: String,
}

/// Whether a body is a public authority for data protection (Data Protection Act 2018 section 7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PublicAuthority {
    /// It is, when it performs its public tasks.
    Yes,
    /// It may be.
    Doubtful,
    /// It is not, or nothing is known of it.
    No,
}

/// Whether a body has to be in the public register of fee payers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fee {
    /// It has.
    Yes,
    /// It need not.
    Exempt,
}

/// A condition of Annex 1. The fields are explained at the head of the table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Interest {
    pub id: String,
    pub paragraphs: String,
    pub says: String,
    /// The first day on which it holds.
    #[serde(deserialize_with = "date")]
    pub from: Date,
    pub source: String,
}

impl Law {
    /// Whether a kind of controller is a public authority.
    pub fn public_authority(&self, kind: ControllerKind) -> PublicAuthority {
        self.body(kind).map_or(PublicAuthority::No, |body| body.public_authority)
    }

    /// Whether a kind of controller has to be in the register of fee payers.
    pub fn fee(&self, kind: ControllerKind) -> Fee {
        self.body(kind).map_or(Fee::Yes, |body| body.fee)
    }

    fn body(&self, kind: ControllerKind) -> Option<&Body> {
        self.bodies.iter().find(|body| body.id == kind.id())
    }

    /// The conditions of Annex 1.
    pub fn interests(&self) -> &[Interest] {
        &self.interests
    }
}
