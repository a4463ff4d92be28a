//! # stale-regulator
//!
//! ## What it checks
//!
//! No text names the Information Commissioner or the Information Commissioner's Office, or gives their old address,
//! email address or phone number. Every file that readers see is looked at: notices, general sections, pages,
//! `site.toml`, organisations and cookies. A sentence that also names the Information Commission, or says that it
//! speaks of the past ("formerly", "took over from"), is left alone.
//!
//! ## Why it matters
//!
//! The Information Commission took the Commissioner's place on 30 September 2026 (Data (Use and Access) Act 2025
//! sections 117 to 119; SI 2026/1015). A notice must tell people that they can complain to the regulator
//! (UK GDPR Articles 13(2)(d) and 14(2)(e)); one that names a body that is gone, or a building that it has left, sends
//! them the wrong way. Whether the old email address and phone number still work is not known, so about those there is
//! advice only.
//!
//! ## Example
//!
//! ```markdown
//! You can complain to the Information Commissioner's Office, Wycliffe House, Water Lane, Wilmslow SK9 5AF.
//! ```
//!
//! ## How to put it right
//!
//! Use `{{ regulator.name }}`, `{{ regulator.helpline }}` and `{{ regulator.complaint_url }}`: they print what is true
//! on the day of each build. Every notice prints how to complain to the regulator anyway, so you can often delete the passage.

use crate::check::case::HubCase;
use crate::check::outdated;
use crate::check::printed::Printed;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::law::StaleTopic;

/// The rule.
pub static RULE: Rule = Rule {
    name: "stale-regulator",
    severity: Severity::Warning,
    law: "UK GDPR Article 13(2)(d); SI 2026/1015 regulation 2",
    since: Some("information-commission"),
    duties: &[],
    source: include_str!("stale_regulator.rs"),
    judge: Judge::File(judge),
};

fn judge(whole: &HubCase<'_>, printed: &Printed, findings: &mut Findings) {
    outdated::report(whole, printed, StaleTopic::Regulator, findings);
}
