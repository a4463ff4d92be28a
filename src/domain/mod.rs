//! Floor 2. The words of the field as types: notices, general sections, controllers, purposes.
//!
//! Takes nothing and decides nothing: a value of these types is what an author wrote, read and
//! checked for form. The law about it is in [`crate::law`], what follows from it in the stages.

mod accessibility;
mod address;
pub mod alphabet;
mod by_id;
mod colour;
mod controller;
mod day;
mod general;
mod hosting;
mod hub;
mod language;
pub mod layout;
pub mod media;
mod names;
mod notice;
mod overview;
mod placeholder;
mod prose;
mod section;
mod seen;
mod wcag;
mod words;

pub use accessibility::{AccessibilityStatement, Barrier, BarrierReason, Compliance, Enforcer};
pub use address::{Address, Links, UrlStyle, bind, is_plain_part};
pub use by_id::{ById, Identified};
pub use colour::Colour;
pub use controller::{Contact, Controller, ControllerKind};
pub use day::Day;
pub use general::{GeneralSection, Merge};
pub use hosting::{Host, Hosting, SecurityContact};
pub use hub::{Category, Cookie, CookieKind, Document, FreePage, MenuLink, Organisation, RegulatorOverrides};
pub use language::{Language, Localised};
pub use notice::*;
pub use overview::Overview;
pub use placeholder::Placeholder;
pub use prose::{Alignment, Block, Footnote, Heading, Inline, Prose, Reference, ReferenceKind, Row, Table, plain_text};
pub use section::StandardSection;
pub use seen::is_seen;
pub use wcag::Criterion;
pub use words::{Text, Words};
