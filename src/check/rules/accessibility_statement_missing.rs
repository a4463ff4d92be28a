//! # accessibility-statement-missing
//!
//! ## What it checks
//!
//! The hub has an accessibility statement: `[accessibility]` in `site.toml`, a page whose id or title says so, or a link at
//! the foot of every page to a statement elsewhere. A statement of the hub gives a way to report problems, links to the
//! enforcement procedure, says when it was prepared or last reviewed, not more than 12 months ago, and is linked at the foot
//! of every page. What `[accessibility]` says of the status agrees with what it lists, and a disproportionate burden is
//! explained.
//!
//! For councils and election officers, no statement, no way to report problems and no link to the enforcement procedure
//! are errors; the rest are warnings. For other bodies, which may not be public sector bodies, all are warnings.
//!
//! ## Why it matters
//!
//! Public bodies must publish an accessibility statement that follows the government's model, keep it under review, and
//! give in it a way to report failures and a link to the enforcement procedure (Public Sector Bodies (Websites and Mobile
//! Applications) (No. 2) Accessibility Regulations 2018, regulation 8). The law gives no number of months; a year is the
//! practice of those who monitor it.
//!
//! ## Example
//!
//! A hub without `[accessibility]` in `site.toml`.
//!
//! ## How to put it right
//!
//! Fill in `[accessibility]` in `site.toml`: Noticeboard writes the statement from it in the sections of the government's
//! model. Review it at least once a year, and change `reviewed`.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::check::case::HubCase;
use crate::check::rule::{Findings, Judge, Rule};
use crate::check::words::{Word, holds, words};
use crate::diagnostic::Severity;
use crate::domain::{AccessibilityStatement, Barrier, BarrierReason, Compliance, Contact, ControllerKind, Day, FreePage, Language, MenuLink, ReferenceKind};
use crate::language::Wording;
use crate::text::{Place, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "accessibility-statement-missing",
    severity: Severity::Error,
    law: "SI 2018/952 regulation 8",
    since: None,
    duties: &[],
    source: include_str!("accessibility_statement_missing.rs"),
    judge: Judge::Hub(judge),
};

/// How old a statement may be.
const MONTHS: i64 = 12;

/// Hosts of the bodies to which people can turn if the answer does not satisfy them.
const ENFORCEMENT: [&str; 3] = ["equalityadvisoryservice.com", "equalityhumanrights.com", "equalityni.org"];

/// Hosts that statements link to and that are no way to reach the council.
const OF_OTHERS: [&str; 6] = [
    "equalityadvisoryservice.com",
    "equalityhumanrights.com",
    "equalityni.org",
    "w3.org",
    "abilitynet.org.uk",
    "www.gov.uk",
];

fn judge(whole: &HubCase<'_>, findings: &mut Findings) {
    let config = &whole.hub.register.config;
    let language = config.default_language();
    let is_statement = |page: &&FreePage| {
        let title = page.title.to_lowercase();
        page.language == language
            && (page.id.starts_with("accessibility") || title.contains("accessibility") || title.contains("hygyrchedd"))
    };
    let is_public = !matches!(
        config.controllers[config.default_controller].kind,
        ControllerKind::Councillor | ControllerKind::Other
    );
    let severity = if is_public { Severity::Error } else { Severity::Warning };
    if let Some(statement) = &config.accessibility {
        judge_statement(whole, statement, severity, findings);
    } else if let Some(page) = whole.hub.register.pages.iter().find(is_statement) {
        judge_contents(whole, page, severity, findings);
        judge_age(whole, page, findings);
        judge_link(whole, page, findings);
    } else if !config.footer.iter().any(|link| {
        let address = if let ReferenceKind::External(address) = &link.link { address.as_str() } else { "" };
        let words = format!("{} {address}", link.text.get(language)).to_lowercase();
        words.contains("accessibility") || words.contains("hygyrchedd")
    }) {
        let head = Place { file: config.file, span: Span::default() };
        findings
            .add_as(severity, head, "The hub has no accessibility statement")
            .help("Fill in [accessibility]: the page is made from it, in the sections of the government's model.")
            .paste(format!(
                "[accessibility]\nstatus = \"partially\"\nprepared = {}\n\n[accessibility.contact]\nemail = \"\"\nphone = \"\"\n",
                whole.hub.today
            ));
    }
}

/// The statement that is made from the settings.
fn judge_statement(
    whole: &HubCase<'_>,
    statement: &AccessibilityStatement,
    severity: Severity,
    findings: &mut Findings,
) {
    let Contact { email, phone, url, .. } = &statement.contact;
    if email.is_none() && phone.is_none() && url.is_none() {
        findings
            .add_as(severity, statement.place, "The accessibility statement gives no way to report a problem")
            .help("Add an email address, a form or a phone number to [accessibility.contact].");
    }
    let days = [&statement.reviewed, &statement.prepared].into_iter().flatten();
    if let Some(latest) = days.max_by_key(|day| day.value.last()) {
        judge_day(whole, latest.value.last(), latest.place, findings);
    }
    let fails = |barrier: &&Barrier| barrier.reason == BarrierReason::NonCompliance;
    let status = &statement.status;
    match (status.value, statement.barriers.iter().find(fails)) {
        (Compliance::Fully, Some(barrier)) => {
            findings
                .add_as(
                    Severity::Warning,
                    status.place,
                    "The accessibility statement says that the website complies fully, and lists where it does not",
                )
                .related(barrier.place, "does not comply")
                .help("Say `status = \"partially\"`.");
        }
        (Compliance::Partially | Compliance::Not, None) if statement.barriers.is_empty() => {
            findings
                .add_as(
                    Severity::Warning,
                    status.place,
                    "The accessibility statement says that the website does not comply fully, and not where",
                )
                .help("List what is not accessible in [[accessibility.non_accessible]], each with the criteria that it fails.");
        }
        _ => {}
    }
    let is_bare = |barrier: &&Barrier| barrier.reason == BarrierReason::DisproportionateBurden && barrier.why.is_empty();
    for barrier in statement.barriers.iter().filter(is_bare) {
        findings
            .add_as(Severity::Warning, barrier.place, "It is not said why this would be a disproportionate burden")
            .help("Add `why`, with what your assessment rests on.");
    }
}

/// A way to report problems, and a link to the enforcement procedure.
fn judge_contents(whole: &HubCase<'_>, page: &FreePage, severity: Severity, findings: &mut Findings) {
    let fragment = &whole.hub.fragments[page.file.0 as usize];
    let addresses: Vec<&str> = fragment
        .references
        .iter()
        .filter_map(|reference| match &reference.kind {
            ReferenceKind::External(address) => Some(address.as_str()),
            _ => None,
        })
        .collect();
    let gives_contact = fragment.placeholders.iter().any(|(placeholder, _)| {
        let name = placeholder.name();
        name.starts_with("controller.") && (name.ends_with("email") || name.ends_with("phone") || name.ends_with("url"))
    });
    let is_own = |address: &&str| !OF_OTHERS.iter().any(|host| address.contains(host));
    let at_sign = whole.text(page.file).words.contains('@');
    if !gives_contact && !at_sign && !addresses.iter().any(is_own) {
        findings.add_as(severity, page.place, "The accessibility statement gives no way to report a problem").help(
            "Add an email address, a form or a phone number: [{{ controller.email }}](mailto:{{controller.email}}).",
        );
    }
    if !addresses.iter().any(|address| ENFORCEMENT.iter().any(|host| address.contains(host))) {
        findings
            .add_as(severity, page.place, "The accessibility statement does not link to the enforcement procedure")
            .help("Link to the [Equality Advisory and Support Service](https://www.equalityadvisoryservice.com/), in Northern Ireland to the Equality Commission.");
    }
}

/// The day on which it was prepared or last reviewed.
fn judge_age(whole: &HubCase<'_>, page: &FreePage, findings: &mut Findings) {
    const PREPARED: [&str; 6] = ["prepared", "reviewed", "updated", "baratowyd", "paratowyd", "adolygwyd"];
    let wording = whole.hub.wordings.of(page.language);
    let sentences = whole.text(page.file).sentences();
    let days = sentences.filter(|sentence| holds(sentence.text, &PREPARED));
    let latest = days.flat_map(|sentence| dates(sentence.text, sentence.span, wording)).max_by_key(|(date, _)| *date);
    let Some((date, span)) = latest else {
        findings
            .add_as(Severity::Warning, page.place, "The accessibility statement does not say when it was prepared")
            .help("Write: \"This statement was prepared on 1 October 2026.\"");
        return;
    };
    judge_day(whole, date, Place { file: page.file, span }, findings);
}

/// The day on which a statement was last looked at, which is not long ago.
fn judge_day(whole: &HubCase<'_>, date: Date, place: Place, findings: &mut Findings) {
    if date.saturating_add(MONTHS.months()) < whole.hub.today {
        let day = whole.hub.wordings.of(Language::En).day(Day { date, month_only: false });
        findings
            .add_as(
                Severity::Warning,
                place,
                format!("The accessibility statement was last looked at on {day}, more than {MONTHS} months ago"),
            )
            .help("Test the website again, review the statement, and write the new day into it.");
    }
}

/// The dates in a text that starts at a span: "1 October 2026".
fn dates(text: &str, at: Span, wording: &Wording) -> Vec<(Date, Span)> {
    let words: Vec<Word> = words(text).collect();
    let read = |window: &[Word]| {
        let [day, month, year] = window else { return None };
        let month =
            (1..=12_i8).find(|number| wording.text(&format!("months.m{number}")).eq_ignore_ascii_case(month.of(text)))?;
        let date = Date::new(year.of(text).parse().ok()?, month, day.of(text).parse().ok()?).ok()?;
        Some((date, Span::new(day.start, year.end).shifted(at.start as usize)))
    };
    words.windows(3).filter_map(read).collect()
}

/// Whether every page links to it.
fn judge_link(whole: &HubCase<'_>, page: &FreePage, findings: &mut Findings) {
    let by_hand = |link: &MenuLink| matches!(&link.link, ReferenceKind::Page(id, _) if *id == page.id);
    let is_linked = page.footer || whole.hub.register.config.footer.iter().any(by_hand);
    if !is_linked {
        findings
            .add_as(Severity::Warning, page.place, "No page links to the accessibility statement at its foot")
            .paste("footer = true\n");
    }
}
