//! Controllers: who decides why and how the data is used.

use super::names::names;
use super::{Identified, Localised, Text};
use crate::text::Place;

names! {
    /// The kind of body that a controller is; it decides which duties it has.
    ControllerKind {
        /// A county, district, unitary, borough or city council.
        PrincipalCouncil = "principal-council",
        /// A parish, town or community council: no public authority for data protection (DPA 2018 s.7(3)).
        Parish = "parish",
        /// The electoral registration officer, a controller in their own right.
        ElectoralRegistrationOfficer = "electoral-registration-officer",
        /// The returning officer, a controller in their own right.
        ReturningOfficer = "returning-officer",
        /// Elected councillors, for their casework.
        Councillor = "councillor",
        /// Any other body.
        Other = "other",
    }
}

/// A controller of the hub.
#[derive(Clone, Debug)]
pub struct Controller {
    /// Its id in `site.toml`.
    pub id: String,
    /// Where its id stands in `site.toml`.
    pub place: Place,
    /// Its full name.
    pub name: Localised,
    /// How sentences call it ("the council"); the full name where none is given.
    pub short_name: Localised,
    /// What kind of body it is.
    pub kind: ControllerKind,
    /// Its number in the register of data protection fee payers.
    pub registration: Option<Text>,
    /// How to reach it.
    pub contact: Contact,
    /// How to reach its data protection officer.
    pub dpo: Option<Contact>,
    /// How to complain to it about data protection.
    pub complaints: Option<Contact>,
}

/// How to reach somebody. Every part may be empty.
#[derive(Clone, Debug, Default)]
pub struct Contact {
    /// A name or role.
    pub name: Option<Text>,
    /// An email address.
    pub email: Option<Text>,
    /// A phone number.
    pub phone: Option<Text>,
    /// A web address.
    pub url: Option<Text>,
    /// The lines of a postal address.
    pub address: Vec<Text>,
    /// When it can be reached.
    pub hours: Option<Text>,
}

impl Contact {
    /// Whether a person can be reached by it: by post, email or phone. A website alone is no such way.
    pub fn reaches_somebody(&self) -> bool {
        !self.address.is_empty() || self.email.is_some() || self.phone.is_some()
    }
}

impl Identified for Controller {
    fn id(&self) -> &str {
        &self.id
    }
}
