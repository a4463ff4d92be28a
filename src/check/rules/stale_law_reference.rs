//! # stale-law-reference
//!
//! ## What it checks
//!
//! No text cites a provision that has been repealed or replaced, or names a body or programme that is gone: "Article 22",
//! "Data Protection Act 1998", "six lawful bases", "Privacy Shield", "NHS Digital". The words, what to write instead,
//! and the day from which each holds stand in a table of the law. Every file that readers see is looked at, but not
//! addresses of links, code, `[internal]`, `[[accept]]` or `[[changes]]`. A sentence that says that it speaks of the past
//! ("formerly", "was replaced", "repealed") is left alone. "GDPR" alone counts only in a file that never says "UK GDPR".
//!
//! ## Why it matters
//!
//! Information for people must be clear and true (UK GDPR Articles 5(1)(a) and 12(1)). A notice that cites law of the
//! past tells its readers that nobody has looked after it, and may promise or deny them a right wrongly. Most rows follow
//! from the Data (Use and Access) Act 2025, in force since 5 February 2026. Where the day or the new name could not be
//! confirmed, as with bodies that were renamed, there is advice only.
//!
//! ## Example
//!
//! ```markdown
//! Under Article 22 of the UK GDPR you can object to a decision made by computer.
//! ```
//!
//! ## How to put it right
//!
//! Write what the finding says, or delete the citation: readers seldom need it. If you name the old law on purpose, say
//! so in the sentence ("the Data Protection Act 1998, since repealed") or accept the finding with your reason.

use crate::check::case::HubCase;
use crate::check::outdated;
use crate::check::printed::Printed;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::law::StaleTopic;

/// The rule.
pub static RULE: Rule = Rule {
    name: "stale-law-reference",
    severity: Severity::Warning,
    law: "UK GDPR Articles 5(1)(a) and 12(1)",
    since: None,
    duties: &[],
    source: include_str!("stale_law_reference.rs"),
    judge: Judge::File(judge),
};

fn judge(whole: &HubCase<'_>, printed: &Printed, findings: &mut Findings) {
    outdated::report(whole, printed, StaleTopic::Law, findings);
}
