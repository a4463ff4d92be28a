//! What the templates `overviews/<name>.html` see as `overview`: one thing of all notices.

use serde::Serialize;

use super::{Html, Link, RetentionRow};

/// `overviews/recipients.html`: `overview`.
#[derive(Debug, Serialize)]
pub struct RecipientsOverview {
    /// Every letter of the language's alphabet, with the organisations and other people under it.
    pub letters: Vec<OrganisationsLetter>,
    /// Whether any letter has an entry.
    pub has_organisations: bool,
    /// The hub's own services that get data from each other.
    pub services: Vec<CounterpartView>,
}

/// A letter with the organisations under it.
#[derive(Debug, Serialize)]
pub struct OrganisationsLetter {
    /// The letter, or "0 to 9".
    pub letter: String,
    /// Its anchor.
    pub id: String,
    /// The organisations under it; empty for a letter without any.
    pub entries: Vec<CounterpartView>,
}

/// Somebody who gets data from services, or gives it.
#[derive(Debug, Serialize)]
pub struct CounterpartView {
    /// Its anchor.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What kind of body it is; none if nobody has said so.
    pub kind: Option<String>,
    /// What it is.
    pub description_html: Option<Html>,
    /// Its website, without the scheme as text.
    pub website: Option<Link>,
    /// Its own notice, if it is a service of the hub.
    pub notice: Option<Link>,
    /// What it gets, by service.
    pub receives: Vec<FlowView>,
    /// What it gives, by service.
    pub gives: Vec<FlowView>,
    /// The services with which it decides how data is used.
    pub decides: Vec<FlowView>,
}

/// What goes to or from a service.
#[derive(Debug, Serialize)]
pub struct FlowView {
    /// The service's notice, at the section that says so.
    pub notice: Link,
    /// What for, or on which occasions; may be empty.
    pub words_html: Vec<Html>,
    /// Which data, in a line; empty if it is not said.
    pub items_html: Html,
}

/// `overviews/retention.html`: `overview`.
#[derive(Debug, Serialize)]
pub struct RetentionOverview {
    /// The topics whose notices say how long records are kept.
    pub topics: Vec<RetentionTopic>,
    /// The address of the same list as a file for spreadsheets.
    pub csv: String,
}

/// The records of the services of a topic.
#[derive(Debug, Serialize)]
pub struct RetentionTopic {
    /// Its anchor.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The kinds of records.
    pub rows: Vec<RetentionEntry>,
}

/// How long a service keeps a kind of record.
#[derive(Debug, Serialize)]
pub struct RetentionEntry {
    /// The service's notice.
    pub notice: Link,
    /// What it says.
    #[serde(flatten)]
    pub row: RetentionRow,
}
