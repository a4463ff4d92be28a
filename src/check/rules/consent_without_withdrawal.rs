//! # consent-without-withdrawal
//!
//! ## What it checks
//!
//! A purpose that rests on consent, or on explicit consent under Article 9(2)(a), says how to withdraw it: in
//! `withdraw_consent`, in its own words, or, where the notice uses no such key at all, in words of the notice. What
//! the general notice says of rights is not enough, since each service has its own way.
//!
//! ## Why it matters
//!
//! Consent can be withdrawn at any time, and that must be as easy as giving it (UK GDPR Article 7(3)). People must be
//! told of it (Articles 7(3), 13(2)(c) and 14(2)(d)). Consent that nobody can take back is not valid.
//!
//! ## Example
//!
//! ```toml
//! [[purposes]]
//! text = "Send you our newsletter"
//! lawful_basis = "consent"
//! ```
//!
//! ## How to put it right
//!
//! Say what to do, in a sentence: `withdraw_consent = "Follow the link at the foot of every email."`

use crate::check::case::{NoticeCase, rests_on};
use crate::check::excerpt::item_words;
use crate::check::phrases::About;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::{LawfulBasis, Purpose};
use crate::text::Place;

/// The rule.
pub static RULE: Rule = Rule {
    name: "consent-without-withdrawal",
    severity: Severity::Error,
    law: "UK GDPR Articles 7(3), 13(2)(c) and 14(2)(d)",
    since: None,
    duties: &["withdrawing-consent"],
    source: include_str!("consent_without_withdrawal.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    let uses_the_key = case.purposes().any(|purpose| purpose.withdraw_consent.is_some());
    let is_said = !uses_the_key && case.own_text_says(About::WithdrawingConsent);
    let missing = case.purposes().filter(|purpose| purpose.withdraw_consent.is_none());
    for (purpose, place) in missing.filter_map(|purpose| Some((purpose, consent(purpose)?))) {
        if is_said || words_say(case, purpose) {
            continue;
        }
        let explicit = if rests_on(purpose, LawfulBasis::Consent) { "" } else { "explicit " };
        findings
            .add(place, format!("Nobody is told how to withdraw {explicit}consent"))
            .label("how to take it back?")
            .help("Say how. It has to be as easy as giving consent.")
            .paste("withdraw_consent = \"\"\n");
    }
}

/// Where a purpose asks for consent, if it does.
fn consent(purpose: &Purpose) -> Option<Place> {
    let basis = purpose.lawful_basis.iter().find(|basis| basis.value == LawfulBasis::Consent).map(|basis| basis.place);
    let explicit = || purpose.special_category_condition.iter().find(|point| point.value == 'a');
    basis.or_else(|| explicit().map(|point| point.place))
}

fn words_say(case: &NoticeCase<'_>, purpose: &Purpose) -> bool {
    let mut words = purpose.explanation.as_deref().into_iter().chain(item_words(&purpose.items));
    words.any(|words| case.words_say(words, About::WithdrawingConsent))
}
