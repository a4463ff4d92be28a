//! # regulator-missing
//!
//! ## What it checks
//!
//! Each notice tells people that they can complain to the regulator. Every notice of a hub prints who that is and how to
//! reach it, whatever else it says of complaints, so that one thing alone can take it away: `[regulator]` in `site.toml`.
//! There the name has to be that of the regulator for data protection, and the address for complaints has to lead to it.
//!
//! Another body's name is an error. An address that leads elsewhere is a warning, since the name and the helpline stay. A
//! name that the regulator used to have is left to `stale-regulator`.
//!
//! ## Why it matters
//!
//! A notice must tell people of their right to complain to the regulator (UK GDPR Articles 13(2)(d) and 14(2)(e); Data
//! Protection Act 2018 section 165), apart from their right to complain to the controller. An ombudsman or the council's own
//! complaints team is no substitute: neither can put a breach of data protection law right.
//!
//! ## Example
//!
//! ```toml
//! [regulator]
//! name = "The complaints team"
//! ```
//!
//! ## How to put it right
//!
//! Delete the key: the hub then prints the regulator of the day and the address of its form. How to complain to the council
//! goes into `[controllers.<id>.complaints]`.

use crate::check::case::HubCase;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::law::Law;

/// The rule.
pub static RULE: Rule = Rule {
    name: "regulator-missing",
    severity: Severity::Error,
    law: "UK GDPR Articles 13(2)(d) and 14(2)(e); Data Protection Act 2018 section 165",
    since: None,
    duties: &["complaint-to-regulator"],
    source: include_str!("regulator_missing.rs"),
    judge: Judge::Hub(judge),
};

fn judge(whole: &HubCase<'_>, findings: &mut Findings) {
    let own = &whole.hub.register.config.regulator;
    let law = &whole.hub.law;
    let all: Vec<usize> = (0..whole.hub.register.notices.len()).collect();
    for name in own.name.texts().filter(|name| !name.value.is_empty() && !is_the_regulator(law, &name.value)) {
        findings
            .add(name.place, format!("`{}` is not the regulator for data protection", name.value))
            .label("every notice sends people here")
            .help("Delete the key, and the hub prints the regulator of the day.")
            .concerns(&all);
    }
    let regulator = host(&law.regulator(whole.hub.today).url);
    if let Some(url) = own.complaint_url.as_ref().filter(|url| !is_within(host(&url.value), regulator)) {
        findings
            .add_as(Severity::Warning, url.place, "This address does not lead to the regulator")
            .label(format!("not at {regulator}"))
            .help("Delete the key, and the hub prints the address of the regulator's own form.")
            .concerns(&all);
    }
}

/// Whether a name is that of the regulator, on whatever day and in whatever language. Welsh changes first letters.
fn is_the_regulator(law: &Law, name: &str) -> bool {
    let name = name.to_lowercase();
    let without_first = |known: &str| known.to_lowercase().chars().skip(1).collect::<String>();
    law.regulator_names().any(|known| name.contains(&without_first(known)))
}

/// The host of a web address.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#', ':']).next().unwrap_or_default()
}

fn is_within(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|sub| sub.is_empty() || sub.ends_with('.'))
}
