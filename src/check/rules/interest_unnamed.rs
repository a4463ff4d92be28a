//! # interest-unnamed
//!
//! ## What it checks
//!
//! A purpose that rests on legitimate interests names the interest in `legitimate_interest`.
//!
//! ## Why it matters
//!
//! Where data is used on the basis of legitimate interests, people must be told which interests these are
//! (UK GDPR Articles 13(1)(d) and 14(2)(b)). Without that nobody can weigh them, or object in a meaningful way.
//!
//! ## Example
//!
//! ```toml
//! [[purposes]]
//! text = "Protect our network"
//! lawful_basis = "legitimate-interests"
//! ```
//!
//! ## How to put it right
//!
//! Say in a few words what the interest is and whose it is: `legitimate_interest = "keeping our computer network safe"`.

use crate::check::case::NoticeCase;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::LawfulBasis;

/// The rule.
pub static RULE: Rule = Rule {
    name: "interest-unnamed",
    severity: Severity::Error,
    law: "UK GDPR Articles 13(1)(d) and 14(2)(b)",
    since: None,
    duties: &["legitimate-interests"],
    source: include_str!("interest_unnamed.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    for purpose in case.resting_on(LawfulBasis::LegitimateInterests) {
        if purpose.legitimate_interest.is_none() {
            let basis = purpose.lawful_basis.iter().find(|basis| basis.value == LawfulBasis::LegitimateInterests);
            findings
                .add(basis.map_or(purpose.place, |basis| basis.place), "The legitimate interest is not named")
                .label("which interest?")
                .help("Say what the interest is and whose it is.")
                .paste("legitimate_interest = \"\"\n");
        }
    }
}
