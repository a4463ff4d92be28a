//! The Article 30 record: one row for each notice and purpose, in the columns of the regulator's template for controllers.
//!
//! What a notice tells the public fills the public columns, and what follows from it by law is derived here as on its
//! page. The columns that are nobody's business outside come from `[internal]`. A notice that declares no purpose has
//! one row all the same, so that no processing is missing from the record.

use super::entry::Entry;
use super::table::{Column, Holds, Table, internal, list, text};
use crate::assemble::RightDue;
use crate::domain::{DataSource, PersonalData, Purpose, Regime, Retention};
use crate::language::Wording;

/// A row: the index of the purpose in its notice, if it declares any.
type Part = Option<usize>;

/// The thirty columns of the template, in its order; then those that only JSON has.
static COLUMNS: [Column<Part>; 34] = [
    text("business_function", 26, |entry, _| business_function(entry)),
    list("purpose", 40, purpose),
    list("joint_controllers", 26, |entry, _| joint_controllers(entry)),
    list("individuals", 30, |entry, _| entry.notice.data_subjects.iter().map(|one| one.value.to_string()).collect()),
    list("personal_data", 45, |entry, _| personal_data(entry)),
    list("recipients", 40, |entry, _| recipients(entry)),
    internal("processor_contract", 26),
    list("transfers", 22, |entry, _| transfers(entry)),
    list("safeguards", 30, |entry, _| safeguards(entry)),
    list("retention", 45, |entry, _| entry.notice.retention.iter().map(|one| kept(entry, one)).collect()),
    internal("security", 30),
    list("lawful_basis", 34, lawful_basis),
    list("special_category_condition", 34, conditions),
    list("legitimate_interests", 30, interests),
    internal("legitimate_interests_assessment", 26),
    list("rights", 40, rights),
    list("automated_decisions", 30, |entry, _| automated_decisions(entry)),
    list("source", 30, |entry, _| sources(entry)),
    internal("consent_record", 26),
    internal("data_location", 26),
    internal("dpia_required", 18),
    internal("dpia_progress", 22),
    internal("dpia_link", 26),
    internal("breach", 18),
    internal("breach_link", 26),
    list("schedule_1", 34, schedule_1),
    list("protected_data_basis", 34, protected_data_basis),
    list("retention_policy", 30, |entry, _| retention_policy(entry)),
    internal("retained_per_policy", 22),
    internal("retained_reason", 26),
    Column { key: "service", width: None, holds: Holds::Text(|entry, _| entry.notice.title.value.to_string()) },
    Column { key: "address", width: None, holds: Holds::Text(|entry, _| entry.address()) },
    Column { key: "owner", width: None, holds: Holds::Internal("owner") },
    Column { key: "notes", width: None, holds: Holds::Internal("notes") },
];

/// The record of some notices.
pub fn table<'a>(entries: &'a [Entry<'a>], wording: &Wording) -> Table<'a> {
    Table::new("register", &COLUMNS, entries, wording, |entry| match entry.notice.purposes.len() {
        0 => vec![None],
        count => (0..count).map(Some).collect(),
    })
}

fn purpose_of<'a>(entry: &Entry<'a>, part: &Part) -> Option<&'a Purpose> {
    part.map(|index| &entry.notice.purposes[index])
}

/// The function with the service in it, so that a row tells which notice it comes from.
fn business_function(entry: &Entry<'_>) -> String {
    let title = &entry.notice.title.value;
    let department = || entry.notice.department.iter().map(|text| text.value.to_string()).collect();
    let declared = Some(entry.internal("business_function")).filter(|lines| !lines.is_empty());
    let function = declared.unwrap_or_else(department).join(", ");
    if function.is_empty() || function.eq_ignore_ascii_case(title) {
        return title.to_string();
    }
    format!("{function}: {title}")
}

fn purpose(entry: &Entry<'_>, part: &Part) -> Vec<String> {
    let Some(purpose) = purpose_of(entry, part) else { return Vec::new() };
    let activities = purpose.items.iter().map(|item| entry.item(item));
    [entry.words(&purpose.text)].into_iter().chain(activities).collect()
}

fn joint_controllers(entry: &Entry<'_>) -> Vec<String> {
    let joint = entry.notice.joint_controllers.iter();
    joint.map(|one| [vec![entry.party(&one.who)], entry.maybe(&one.contact)].concat().join(", ")).collect()
}

fn personal_data(entry: &Entry<'_>) -> Vec<String> {
    let groups = || entry.notice.personal_data.iter();
    let mut lines: Vec<String> = Vec::new();
    for line in groups().flat_map(|group| &group.items).map(|item| entry.item(item)) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    let mut kinds: Vec<_> = groups().flat_map(|group| &group.special_categories).map(|kind| kind.value).collect();
    kinds.sort_unstable();
    kinds.dedup();
    if !kinds.is_empty() {
        let names: Vec<String> =
            kinds.iter().map(|kind| entry.text(&format!("special_categories.{}", kind.id()))).collect();
        lines.push(entry.wording.fill("exports.special_categories", &[("list", &names.join(", "))]));
    }
    if groups().any(|group: &PersonalData| group.criminal_offences) {
        lines.push(entry.text("exports.offences"));
    }
    lines
}

/// The categories of recipients, each with those whom the notice names.
fn recipients(entry: &Entry<'_>) -> Vec<String> {
    let Some(recipients) = &entry.notice.recipients else { return Vec::new() };
    if recipients.is_empty() {
        return vec![entry.text("exports.none")];
    }
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for recipient in recipients {
        let (kind, name) = (entry.kind(recipient), entry.with_items(entry.party(&recipient.who), &recipient.items));
        match groups.iter_mut().find(|(of, _)| *of == kind) {
            Some((_, names)) => names.push(name),
            None => groups.push((kind, vec![name])),
        }
    }
    groups.into_iter().map(|(kind, names)| format!("{kind}: {}", names.join(", "))).collect()
}

fn transfers(entry: &Entry<'_>) -> Vec<String> {
    let transfers = entry.notice.transfers.iter().flatten();
    let named = transfers.map(|transfer| match &transfer.recipient {
        Some(recipient) => format!("{} ({})", transfer.destination.value, recipient.value),
        None => transfer.destination.value.to_string(),
    });
    named.collect()
}

fn safeguards(entry: &Entry<'_>) -> Vec<String> {
    let transfers = entry.notice.transfers.iter().flatten();
    let told = transfers.filter_map(|transfer| {
        let safeguard = super::lists::safeguard(entry, transfer);
        (!safeguard.is_empty()).then(|| format!("{}: {safeguard}", transfer.destination.value))
    });
    told.collect()
}

/// "Accounts: 6 years after the account is closed. We destroy it"
fn kept(entry: &Entry<'_>, retention: &Retention) -> String {
    let period = retention.period.as_ref().map_or_else(String::new, |period| period.value.to_string());
    let trigger = entry.maybe(&retention.trigger).concat();
    let how_long = match (period.is_empty(), trigger.is_empty()) {
        (false, false) => entry.wording.fill("retention.after", &[("period", &period), ("trigger", &trigger)]),
        _ => period,
    };
    let action = retention.action.map(|action| entry.text(&format!("retention_actions.{}", action.id())));
    let mut parts = [vec![how_long], entry.maybe(&retention.criteria), action.into_iter().collect()].concat();
    parts.retain(|part| !part.is_empty());
    format!("{}: {}", retention.record.value, parts.join(". "))
}

/// The bases of Article 6, and the legislation behind them.
fn lawful_basis(entry: &Entry<'_>, part: &Part) -> Vec<String> {
    let legislation = purpose_of(entry, part).into_iter().flat_map(|purpose| &purpose.legislation);
    bases(entry, part).into_iter().chain(legislation.map(|words| entry.words(words))).collect()
}

fn bases(entry: &Entry<'_>, part: &Part) -> Vec<String> {
    let Some(purpose) = purpose_of(entry, part) else { return Vec::new() };
    if purpose.regime == Regime::LawEnforcement {
        return vec![entry.text("purposes.law_enforcement_article")];
    }
    let named = purpose.lawful_basis.iter().map(|basis| {
        let article = format!("6(1)({})", entry.context.hub.law.point(basis.value));
        let name = entry.text(&format!("bases.{}.name", basis.value.id()));
        format!("{}: {name}", entry.wording.fill("purposes.article", &[("article", &article)]))
    });
    named.collect()
}

fn conditions(entry: &Entry<'_>, part: &Part) -> Vec<String> {
    let conditions = purpose_of(entry, part).into_iter().flat_map(|purpose| &purpose.special_category_condition);
    let named = conditions.map(|condition| {
        let point = condition.value;
        let article = entry.wording.fill("conditions.article", &[("article", &format!("9(2)({point})"))]);
        format!("{article}: {}", entry.wording.text(&format!("conditions.{point}.text")))
    });
    named.collect()
}

fn interests(entry: &Entry<'_>, part: &Part) -> Vec<String> {
    let Some(purpose) = purpose_of(entry, part) else { return Vec::new() };
    let recognised = purpose.recognised_interest.iter();
    let recognised = recognised.map(|interest| entry.text(&format!("recognised_interests.{}", interest.value.id())));
    entry.maybe(&purpose.legitimate_interest).into_iter().chain(recognised).collect()
}

/// The rights that people have over what is done for this purpose.
fn rights(entry: &Entry<'_>, part: &Part) -> Vec<String> {
    if purpose_of(entry, part).is_some_and(|purpose| purpose.regime == Regime::LawEnforcement) {
        return vec![entry.text("rights.law_enforcement")];
    }
    let rights = &entry.document.rights;
    let all = rights.always.iter().chain(&rights.objections).chain(&rights.sometimes);
    let here =
        |right: &&RightDue| right.purposes.is_empty() || part.is_some_and(|index| right.purposes.contains(&index));
    all.filter(here).map(|right| entry.text(&format!("rights.{}.name", right.id))).collect()
}

fn automated_decisions(entry: &Entry<'_>) -> Vec<String> {
    let Some(automated) = &entry.notice.automated_decisions else { return Vec::new() };
    let exists = automated.exists.map(|exists| entry.text(if exists { "exports.yes" } else { "exports.no" }));
    let profiling = (automated.profiling == Some(true)).then(|| entry.text("exports.profiling"));
    let words = [&automated.logic, &automated.effect, &automated.safeguards, &automated.note];
    let words = words.into_iter().flat_map(|words| entry.maybe(words));
    exists.into_iter().chain(profiling).chain(words).collect()
}

fn sources(entry: &Entry<'_>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for source in entry.notice.personal_data.iter().flat_map(|group| &group.sources) {
        let line = match source {
            DataSource::You => entry.text("exports.people_themselves"),
            DataSource::Other { who, publicly_accessible: Some(true) } => {
                format!("{} ({})", entry.party(who), entry.text("personal_data.public"))
            }
            DataSource::Other { who, .. } => entry.party(who),
        };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

fn schedule_1(entry: &Entry<'_>, part: &Part) -> Vec<String> {
    let paragraphs = purpose_of(entry, part).into_iter().flat_map(|purpose| &purpose.schedule_1);
    let named = paragraphs.map(|paragraph| {
        let number = paragraph.value.to_string();
        let reference = entry.wording.fill("conditions.schedule_1", &[("number", &number)]);
        // The rules about conditions among the paragraphs have no words of their own.
        let is_condition = entry.context.hub.law.paragraph(paragraph.value).is_some_and(|row| row.condition);
        if is_condition { format!("{reference}: {}", entry.text(&format!("schedule_1.p{number}"))) } else { reference }
    });
    named.collect()
}

/// The basis of Article 6 once more, where the purpose uses data that Schedule 1 has conditions for.
fn protected_data_basis(entry: &Entry<'_>, part: &Part) -> Vec<String> {
    let is_protected = purpose_of(entry, part)
        .is_some_and(|purpose| !purpose.special_category_condition.is_empty() || !purpose.schedule_1.is_empty());
    if is_protected { bases(entry, part) } else { Vec::new() }
}

/// The policy on keeping and erasing protected data: the one named for the record, or else the published policy document.
fn retention_policy(entry: &Entry<'_>) -> Vec<String> {
    let internal = entry.internal("retention_policy");
    let published = entry.notice.appropriate_policy_document.iter();
    if internal.is_empty() { published.flat_map(|words| entry.with_addresses(words)).collect() } else { internal }
}
