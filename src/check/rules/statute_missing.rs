//! # statute-missing
//!
//! ## What it checks
//!
//! A purpose that rests on a legal obligation or a public task names the Act or the regulations behind it: in
//! `legislation`, in its own words, or, where the notice uses no such key at all, in the words of "Why we use your
//! data".
//!
//! ## Why it matters
//!
//! Both bases must rest on law that applies in the UK (UK GDPR Article 6(3); Data Protection Act 2018 section 8), and
//! people must be told the legal basis (Articles 13(1)(c) and 14(1)(c)). The name of the Act lets them check that the
//! council has that power.
//!
//! ## Example
//!
//! ```toml
//! [[purposes]]
//! text = "Find out what care you need"
//! lawful_basis = "public-task"
//! ```
//!
//! ## How to put it right
//!
//! Add `legislation = ["Care Act 2014"]`. A section number helps where an Act is long. For general powers there are
//! the Local Government Act 1972 section 111 and, in England, the Localism Act 2011 section 1.

use crate::check::case::NoticeCase;
use crate::check::excerpt::item_words;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::{Purpose, StandardSection};

/// The rule.
pub static RULE: Rule = Rule {
    name: "statute-missing",
    severity: Severity::Warning,
    law: "UK GDPR Articles 6(3), 13(1)(c) and 14(1)(c)",
    since: None,
    duties: &["legal-basis"],
    source: include_str!("statute_missing.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    let uses_the_key = case.notice.purposes.iter().any(|purpose| !purpose.legislation.is_empty());
    for purpose in case.purposes().filter(|purpose| purpose.legislation.is_empty() && !names_law(case, purpose)) {
        let rests_on_law = |basis| case.law().basis(basis).is_some_and(|row| row.names_law);
        let Some(basis) = purpose.lawful_basis.iter().find(|basis| rests_on_law(basis.value)) else { continue };
        if !uses_the_key && case.excerpts(StandardSection::Purposes).any(|excerpt| excerpt.names_law()) {
            return;
        }
        findings
            .add(basis.place, "No law is named for this purpose")
            .label("which Act or regulations?")
            .help("Name the law that gives you the duty or the power.")
            .paste("legislation = [\"\"]\n");
    }
}

fn names_law(case: &NoticeCase<'_>, purpose: &Purpose) -> bool {
    let mut words = std::iter::once(&purpose.text).chain(item_words(&purpose.items)).chain(purpose.explanation.as_deref());
    words.any(|words| case.excerpt_of_words(words.place).names_law())
}
