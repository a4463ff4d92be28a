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

use crate::check::case::HubCase;
use crate::check::phrases::About;
use crate::check::printed::{Printed, Role};
use crate::check::rule::{Findings, Judge, Rule};
use crate::check::sentences::Sentence;
use crate::check::words::holds;
use crate::diagnostic::Severity;
use crate::text::{Place, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "sar-practice",
    severity: Severity::Advice,
    law: "UK GDPR Articles 12(6), 12A and 15",
    since: None,
    duties: &[],
    source: include_str!("sar_practice.rs"),
    judge: Judge::File(judge),
};

/// A practice, and the words by which it is found in a sentence about access.
struct Practice {
    /// They must stand in the sentence; they are underlined.
    words: About,
    /// The row of the law's limits that it goes against.
    limit: &'static str,
    /// One of these as well.
    with: &'static [&'static str],
    /// None of these.
    without: &'static [&'static str],
    message: &'static str,
    help: &'static str,
}

/// Words of a sentence that leaves a choice, in English and in Welsh. All lists below are in both.
#[rustfmt::skip]
const SOFT: [&str; 34] = [
    "not", "no", "nobody", "if", "can", "may", "could", "or", "only", "unless", "when", "where", "optional", "prefer",
    "helpful", "doubt", "also", "such as",
    "nid", "nad", "ni", "neb", "os", "gallwch", "gall", "gallech", "neu", "dim ond", "yn unig", "oni bai", "pan", "lle", "hefyd", "fel",
];

#[rustfmt::skip]
const MUST: [&str; 14] = [
    "must", "need to", "have to", "required to", "requires", "obliges", "should", "please", "will need",
    "rhaid", "mae angen", "angen i chi", "dylech", "dylid",
];

#[rustfmt::skip]
const PRACTICES: [Practice; 4] = [
    Practice {
        words: About::ThirtyDays,
        limit: "time",
        with: &[],
        without: &[
            "complaint", "complaints", "complain", "freedom of information", "FOI", "kept", "keep", "delete", "deleted",
            "cwyn", "gwyn", "cwynion", "gwynion", "cwyno", "rhyddid gwybodaeth", "cadw", "gadw", "dileu", "ddileu",
        ],
        message: "The time limit for requests is one month",
        help: "Write \"within one month\". It can be extended by two months if the request is complex.",
    },
    Practice {
        words: About::Form,
        limit: "form",
        with: &[
            "must", "need to", "have to", "required to", "fill in", "complete", "send us", "sign", "signed", "use our", "using our",
            "rhaid", "angen i chi", "llenwi", "lenwi", "cwblhau", "gwblhau", "llofnodi", "lofnodi", "anfon", "defnyddio ein", "ddefnyddio ein",
        ],
        without: &SOFT,
        message: "Nobody has to use a form to ask for their data",
        help: "Say that people can ask in any way they like, and offer the form to those whom it helps.",
    },
    Practice {
        words: About::ProofOfIdentity,
        limit: "identity",
        with: &[
            "must", "need to", "have to", "need", "required", "requires", "provide", "enclose", "enclosed", "include",
            "send", "please", "attach",
            "rhaid", "angen", "darparu", "ddarparu", "amgáu", "anfon", "cynnwys", "gynnwys",
        ],
        without: &[
            "not", "no", "if", "only", "unless", "doubt", "may", "where", "when", "in case", "least", "once",
            "nid", "nad", "ni", "os", "dim ond", "yn unig", "oni bai", "amheuaeth", "gall", "lle", "pan", "o leiaf",
        ],
        message: "Proof of identity can be asked for only where there is reasonable doubt",
        help: "Say that you ask who people are only if you have a reason to doubt it.",
    },
    Practice {
        words: About::InWriting,
        limit: "form",
        with: &MUST,
        without: &[
            "not", "no", "or", "can", "also", "if", "speech", "phone", "person", "answer", "reply", "tell you",
            "refuse", "explain",
            "nid", "nad", "ni", "neu", "gallwch", "gall", "hefyd", "os", "llafar", "ffôn", "ateb", "ymateb", "gwrthod", "esbonio",
        ],
        message: "People can ask for their data in speech as well as in writing",
        help: "Say that people can ask in any way they like.",
    },
];

fn judge(whole: &HubCase<'_>, printed: &Printed, findings: &mut Findings) {
    if printed.role == Role::Table || !is_about_access(whole, printed) {
        return;
    }
    for practice in &PRACTICES {
        let mut spans = printed.text.all(practice.words.into());
        if let Some(span) = spans.find(|span| is_found(whole, printed, practice, *span)) {
            let place = Place { file: printed.file, span };
            let article = whole.hub.law.limit(practice.limit, whole.hub.today).map_or("", |row| &row.article);
            findings
                .add(place, practice.message)
                .help(practice.help)
                .help(format!("See {article}."))
                .concerns(&printed.notices);
        }
    }
}

/// Whether words of a practice stand in a sentence that asks for it.
fn is_found(whole: &HubCase<'_>, printed: &Printed, practice: &Practice, span: Span) -> bool {
    let Some(sentence) = printed.text.sentence_at(span) else { return false };
    // An entry of the front matter is no sentence, unless it ends like one.
    let is_sentence = span.start as usize >= printed.text.body || sentence.text.ends_with('.');
    is_sentence && is_practised(whole, printed, practice, &sentence)
}

/// Whether a file speaks of access at all.
fn is_about_access(whole: &HubCase<'_>, printed: &Printed) -> bool {
    printed.text.all(About::Access.into()).next().is_some() || is_titled(whole, printed)
}

/// Whether all that a file says is about access.
fn is_titled(whole: &HubCase<'_>, printed: &Printed) -> bool {
    let title = title(whole, printed);
    whole.lexicon.says(title, About::Access, printed.language) || holds(title, &["your rights", "eich hawliau"])
}

fn title<'a>(whole: &HubCase<'a>, printed: &Printed) -> &'a str {
    let register = &whole.hub.register;
    match printed.role {
        Role::Notice(index) => &register.notices[index].title.value,
        Role::General(index) => &register.general[index].title.value,
        Role::Page(index) => &register.pages[index].title.value,
        Role::Table => "",
    }
}

/// Whether a sentence that has the words of a practice speaks of access, and leaves no choice.
fn is_practised(whole: &HubCase<'_>, printed: &Printed, practice: &Practice, sentence: &Sentence<'_>) -> bool {
    let with_lead = format!("{} {}", sentence.lead, sentence.text);
    let access = whole.phrases(About::Access, printed.language);
    let texts = [sentence.around, sentence.heading, sentence.lead];
    (practice.with.is_empty() || holds(&with_lead, practice.with))
        && !holds(&with_lead, practice.without)
        && (texts.iter().any(|text| holds(text, access)) || is_titled(whole, printed))
}
