//! # sar-practice
//!
//! ## What it checks
//!
//! What texts say about asking for a copy of one's data fits the law. Four practices are found:
//!
//! - an answer promised "within 30 days" or "within 40 days"
//! - a form that people must fill in
//! - proof of identity from everybody
//! - requests in writing only
//!
//! Each is reported once for a file. Sentences that leave a choice ("you can use our form", "only if we have a doubt") are
//! left alone.
//!
//! ## Why it matters
//!
//! The time limit is one month, which may be extended by two (UK GDPR Article 12A); 40 days was the rule of an Act
//! repealed in 2018. People may ask in any way, in speech as well, of any part of the council. A form can be offered but not required.
//! Identity may be asked for only where there is reasonable doubt (Article 12(6)). The regulator's guidance says so.
//!
//! ## Example
//!
//! ```markdown
//! To see your data you must fill in the subject access request form. We answer within 40 days.
//! ```
//!
//! ## How to put it right
//!
//! "You can ask in any way you like. If it helps, use our form. We answer within one month. We ask who you are only if
//! we have a reason to doubt it."

use std::sync::LazyLock;

use crate::check::case::HubCase;
use crate::check::lexicon::{Lexicon, holds};
use crate::check::printed::{self, Printed, Role};
use crate::check::rule::{Findings, Judge, Rule};
use crate::check::sentences::{Sentence, at, sentences};
use crate::diagnostic::Severity;
use crate::text::Place;

/// The rule.
pub static RULE: Rule = Rule {
    name: "sar-practice",
    severity: Severity::Advice,
    law: "UK GDPR Articles 12(6), 12A and 15",
    since: None,
    source: include_str!("sar_practice.rs"),
    judge: Judge::Hub(judge),
};

/// A practice, and the words by which it is found in a sentence about access.
struct Practice {
    /// One of them must stand in the sentence; it is underlined.
    words: &'static [&'static str],
    /// One of these as well.
    with: &'static [&'static str],
    /// None of these.
    without: &'static [&'static str],
    message: &'static str,
    help: &'static str,
}

const ACCESS: [&str; 13] = [
    "subject access",
    "access request",
    "access requests",
    "copy of your data",
    "copy of your personal data",
    "copy of your information",
    "copy of your personal information",
    "copy of the data",
    "copy of the information",
    "access your information",
    "access to your information",
    "access to your data",
    "access to your personal data",
];

const SOFT: [&str; 18] = [
    "not", "no", "nobody", "if", "can", "may", "could", "or", "only", "unless", "when", "where", "optional", "prefer",
    "helpful", "doubt", "also", "such as",
];

const MUST: [&str; 9] =
    ["must", "need to", "have to", "required to", "requires", "obliges", "should", "please", "will need"];

const PRACTICES: [Practice; 4] = [
    Practice {
        words: &[
            "30 days",
            "40 days",
            "thirty days",
            "forty days",
            "30 calendar days",
            "40 calendar days",
            "30 working days",
        ],
        with: &[],
        without: &[
            "complaint",
            "complaints",
            "complain",
            "freedom of information",
            "FOI",
            "kept",
            "keep",
            "delete",
            "deleted",
        ],
        message: "The time limit for requests is one month",
        help: "Write \"within one month\". It can be extended by two months if the request is complex.",
    },
    Practice {
        words: &["form", "forms"],
        with: &[
            "must",
            "need to",
            "have to",
            "required to",
            "fill in",
            "complete",
            "send us",
            "sign",
            "signed",
            "use our",
            "using our",
        ],
        without: &SOFT,
        message: "Nobody has to use a form to ask for their data",
        help: "Say that people can ask in any way they like, and offer the form to those whom it helps.",
    },
    Practice {
        words: &[
            "proof of identity",
            "proof of your identity",
            "proof of ID",
            "form of identification",
            "forms of identification",
            "copy of your passport",
            "copy of your ID",
            "photo ID",
            "photographic identification",
            "identification documents",
            "two forms of ID",
        ],
        with: &[
            "must", "need to", "have to", "need", "required", "requires", "provide", "enclose", "enclosed", "include",
            "send", "please", "attach",
        ],
        without: &["not", "no", "if", "only", "unless", "doubt", "may", "where", "when", "in case", "least", "once"],
        message: "Proof of identity can be asked for only where there is reasonable doubt",
        help: "Say that you ask who people are only if you have a reason to doubt it.",
    },
    Practice {
        words: &["in writing", "written request", "written requests"],
        with: &MUST,
        without: &[
            "not", "no", "or", "can", "also", "if", "speech", "phone", "person", "answer", "reply", "tell you",
            "refuse", "explain",
        ],
        message: "People can ask for their data in speech as well as in writing",
        help: "Say that people can ask in any way they like.",
    },
];

static WORDS: LazyLock<Lexicon<usize>> = LazyLock::new(|| {
    let practices = PRACTICES.iter().enumerate();
    Lexicon::new(practices.flat_map(|(index, practice)| practice.words.iter().map(move |words| (index, *words))))
});

fn judge(whole: &HubCase<'_>, findings: &mut Findings) {
    for printed in printed::files(whole).iter().filter(|printed| printed.role != Role::Table) {
        let hits = WORDS.find(&printed.words);
        if hits.is_empty() {
            continue;
        }
        let title = title(whole, printed);
        let is_about_access = holds(title, &ACCESS) || holds(title, &["your rights"]);
        let sentences = sentences(&printed.words);
        let mut found = [false; PRACTICES.len()];
        for (index, span) in hits {
            let Some(sentence) = at(&sentences, span) else { continue };
            let practice = &PRACTICES[index];
            // An entry of the front matter is no sentence, unless it ends like one.
            let is_sentence = span.start as usize >= printed.body || sentence.text.ends_with('.');
            if is_sentence && !found[index] && is_practised(practice, sentence, is_about_access) {
                found[index] = true;
                let place = Place { file: printed.file, span };
                findings.add(place, practice.message).help(practice.help).concerns(&printed.notices);
            }
        }
    }
}

fn title<'a>(whole: &HubCase<'a>, printed: &Printed) -> &'a str {
    let register = whole.hub.register;
    match printed.role {
        Role::Notice(index) => &register.notices[index].title.value,
        Role::General(index) => &register.general[index].title.value,
        Role::Page(index) => &register.pages[index].title.value,
        Role::Table => "",
    }
}

/// Whether a sentence that has the words of a practice speaks of access, and leaves no choice.
fn is_practised(practice: &Practice, sentence: &Sentence<'_>, title_is_about_access: bool) -> bool {
    let with_lead = format!("{} {}", sentence.lead, sentence.text);
    let speaks_of_access =
        || [sentence.around, sentence.heading, sentence.lead].iter().any(|text| holds(text, &ACCESS));
    (title_is_about_access || speaks_of_access())
        && (practice.with.is_empty() || holds(&with_lead, practice.with))
        && !holds(&with_lead, practice.without)
}
