//! Work whose controller is somebody other than the council, and what gives it away in a notice.

use jiff::civil::Date;
use serde::Deserialize;

use super::{Law, date};
use crate::domain::ControllerKind;

/// Work of a controller of its own.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeparateWork {
    /// Whose work it is: the name of a kind of controller.
    pub controller: String,
    /// Words in the title of a notice that is about this work.
    pub titles: Vec<String>,
    /// Words in a purpose that is this work.
    pub purposes: Vec<String>,
    /// Laws that give this work.
    pub legislation: Vec<String>,
    /// Paragraphs of Schedule 1 that nobody else can use.
    pub schedule_1: Vec<i64>,
    /// Words in a purpose that is the council's own although its law is listed here.
    pub not_where: Vec<String>,
    /// The first day on which it holds.
    #[serde(deserialize_with = "date")]
    pub from: Date,
    /// Where the law says so.
    pub source: String,
}

impl Law {
    /// All work that is not the council's.
    pub fn separate_work(&self) -> impl Iterator<Item = &SeparateWork> {
        self.separate.iter()
    }
}

impl SeparateWork {
    /// Whose work it is.
    pub fn kind(&self) -> Option<ControllerKind> {
        ControllerKind::from_id(&self.controller)
    }
}
