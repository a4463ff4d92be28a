//! What the templates `overviews/<name>.html` see as `overview`: one thing of all notices.

use super::described::views;
use super::{AutomatedView, ChangeView, DateView, Html, Link, Listed, RetentionRow, TransferView};

views! {
/// `overviews/recipients.html`: `overview`.
#[derive(Debug)]
pub struct RecipientsOverview {
    /// Every letter of the language's alphabet, with the organisations and other people under it.
    pub letters: Vec<OrganisationsLetter>,
    /// Whether any letter has an entry.
    pub has_organisations: bool,
    /// The hub's own services that get data from each other.
    pub services: Vec<CounterpartView>,
    /// Who shares data with most services; none where no two bodies share data with several.
    pub map: Option<MatrixView>,
}

/// The bodies with which most services share data, by topic.
#[derive(Debug)]
pub struct MatrixView {
    /// The titles of the topics: the columns.
    pub topics: Vec<String>,
    /// The bodies, those with most services first.
    pub rows: Vec<MatrixRow>,
    /// The same as a picture.
    pub svg_html: Html,
}

/// A body with the services that share data with it.
#[derive(Debug)]
pub struct MatrixRow {
    /// Its name.
    pub name: String,
    /// How many services share data with it.
    pub total: usize,
    /// The same for each topic.
    pub counts: Vec<usize>,
}

/// A letter with the organisations under it.
#[derive(Debug)]
pub struct OrganisationsLetter {
    /// The letter, or "0 to 9".
    pub letter: String,
    /// Its anchor.
    pub id: String,
    /// The organisations under it; empty for a letter without any.
    pub entries: Vec<CounterpartView>,
}

/// Somebody who gets data from services, or gives it.
#[derive(Debug)]
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
    /// What it gets, as a list by service; empty if it gets nothing.
    pub receives_html: Html,
    /// What it gives, likewise.
    pub gives_html: Html,
    /// The services with which it decides how data is used, likewise.
    pub decides_html: Html,
}

/// `overviews/retention.html`: `overview`.
#[derive(Debug)]
pub struct RetentionOverview {
    /// The topics whose notices say how long records are kept.
    pub topics: Vec<RetentionTopic>,
    /// The address of the same list as a file for spreadsheets.
    pub csv: String,
}

/// The records of the services of a topic.
#[derive(Debug)]
pub struct RetentionTopic {
    /// Its anchor.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The kinds of records.
    pub rows: Listed<RetentionEntry>,
    /// The same as rows of a table: record, service, period, what happens then, authority.
    pub rows_html: Html,
}

/// How long a service keeps a kind of record.
#[derive(Clone, Debug)]
pub struct RetentionEntry {
    /// The service's notice.
    pub notice: Link,
    /// What it says.
    pub kept: RetentionRow,
}

/// `overviews/lawful-bases.html`: `overview`.
#[derive(Debug)]
pub struct LawfulBasesOverview {
    /// Lawful bases, conditions for special categories, paragraphs of Schedule 1, legislation: those on which a notice relies.
    pub parts: Vec<GroundsView>,
}

/// Grounds of one kind.
#[derive(Debug)]
pub struct GroundsView {
    /// The kind, as its anchor: `bases`, `conditions`, `schedule-1` or `legislation`.
    pub id: &'static str,
    /// The kind in words.
    pub title: String,
    /// The grounds.
    pub grounds: Vec<GroundView>,
}

/// Something that makes the use of data lawful, with the services that rely on it.
#[derive(Debug)]
pub struct GroundView {
    /// Its anchor; none for legislation.
    pub id: Option<String>,
    /// Its name.
    pub title_html: Html,
    /// Where it stands in the law; none for legislation, whose name says it.
    pub article: Option<String>,
    /// What it means; none where the name says it.
    pub text: Option<String>,
    /// The services, each with the purposes.
    pub services_html: Html,
}

/// `overviews/automated-decisions.html`: `overview`.
#[derive(Debug)]
pub struct AutomatedDecisionsOverview {
    /// The services in which a computer decides alone.
    pub deciding: Vec<DecisionsView>,
    /// Other services that use profiling.
    pub profiling: Vec<DecisionsView>,
    /// The services that say that no computer decides alone.
    pub never: Vec<Link>,
}

/// What a service says about decisions by computer.
#[derive(Debug)]
pub struct DecisionsView {
    /// Its notice.
    pub notice: Link,
    /// What it says.
    #[fields(flat)]
    pub said: AutomatedView,
}

/// `overviews/transfers.html`: `overview`.
#[derive(Debug)]
pub struct TransfersOverview {
    /// The transfers, by destination.
    pub rows: Vec<TransferEntry>,
}

/// A transfer that a service makes.
#[derive(Debug)]
pub struct TransferEntry {
    /// The service's notice.
    pub notice: Link,
    /// What it says.
    #[fields(flat)]
    pub row: TransferView,
}

/// `overviews/changes.html`: `overview`.
#[derive(Debug)]
pub struct ChangesOverview {
    /// The years in which notices changed, the last one first.
    pub years: Vec<YearView>,
}

/// The changes of a year.
#[derive(Debug)]
pub struct YearView {
    /// Its anchor: `year-2026`.
    pub id: String,
    /// The year.
    pub title: String,
    /// The changes, newest first.
    pub rows: Vec<ChangeEntry>,
}

/// A change of a notice.
#[derive(Debug)]
pub struct ChangeEntry {
    /// The notice.
    pub notice: Link,
    /// What has changed.
    #[fields(flat)]
    pub row: ChangeView,
}

/// `overviews/reviews.html`: `overview`.
#[derive(Debug)]
pub struct ReviewsOverview {
    /// The notices whose next review has a date, the earliest first.
    pub rows: Listed<ReviewView>,
    /// The same as rows of a table: the day, the notice, when it was last changed.
    pub rows_html: Html,
    /// The others.
    pub undated: Vec<Link>,
}

/// When a notice is looked at again.
#[derive(Clone, Debug)]
pub struct ReviewView {
    /// The notice.
    pub notice: Link,
    /// The day by which it is looked at again.
    pub review_by: DateView,
    /// The day on which it was last changed.
    pub last_updated: Option<DateView>,
}
}
