//! # rights-overclaimed
//!
//! ## What it checks
//!
//! Two things about words on rights that authors wrote by hand, in notices and in the general sections that they print:
//!
//! - they do not promise erasure or portability without any condition in a notice none of whose purposes gives that right
//! - they do not tie portability to decisions made by computer
//!
//! A sentence, or a section, that says that the right depends on something ("in some circumstances", "where we rely on
//! consent") is left alone. So is a notice without lawful bases in its front matter, of which nothing can be said.
//!
//! ## Why it matters
//!
//! There is no right to erasure where the law or a public task requires the data (UK GDPR Article 17(3)(b)), and portability
//! exists only for what people gave on the basis of consent or a contract (Article 20). Whether a computer made a decision has
//! nothing to do with it. People who are promised a right and are then refused have been misled (Article 5(1)(a)). The hub
//! prints for each notice the rights that apply, so there is seldom a need to list them again.
//!
//! ## Example
//!
//! ```markdown
//! You have the right to have your data erased and the right to data portability.
//! ```
//!
//! in a notice on Council Tax, which rests on a legal obligation.
//!
//! ## How to put it right
//!
//! Delete the sentence, or say when the right applies: "in some circumstances", "where we rely on your consent".

use crate::check::case::HubCase;
use crate::check::phrases::About;
use crate::check::printed::{Printed, Role};
use crate::check::rule::{Findings, Judge, Rule};
use crate::check::sentences::{Passage, Sentence};
use crate::check::words::holds;
use crate::diagnostic::Severity;
use crate::domain::Regime;
use crate::text::{Place, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "rights-overclaimed",
    severity: Severity::Warning,
    law: "UK GDPR Articles 17(3)(b) and 20",
    since: None,
    duties: &[],
    source: include_str!("rights_overclaimed.rs"),
    judge: Judge::File(judge),
};

/// A right that not every notice gives, and the words for it.
struct Claim {
    right: &'static str,
    words: About,
    message: &'static str,
}

const CLAIMS: [Claim; 2] = [
    Claim {
        right: "erasure",
        words: About::Erasure,
        message: "This promises erasure, which no purpose of the notice gives",
    },
    Claim {
        right: "portability",
        words: About::Portability,
        message: "This promises portability, which no purpose of the notice gives",
    },
];

/// Words that make a promise depend on something, in English and in Welsh.
#[rustfmt::skip]
const QUALIFIERS: [&str; 51] = [
    "some", "certain", "circumstances", "sometimes", "may", "might", "where", "if", "when", "whether", "unless", "only", "depend",
    "depends", "depending", "limited", "not", "no", "cannot", "never", "consent", "contract", "applies", "apply", "ask", "request",
    "usually", "rarely",
    "rhai", "weithiau", "amgylchiadau", "gall", "lle", "os", "pan", "oni bai", "dim ond", "yn unig", "dibynnu", "ddibynnu",
    "cyfyngedig", "nid", "nad", "ni", "caniatâd", "ganiatâd", "cydsyniad", "gydsyniad", "gontract", "berthnasol", "gofyn",
];

/// Words in any sentence of a section that make all its promises depend on something, likewise.
#[rustfmt::skip]
const OF_SECTION: [&str; 20] = [
    "depend", "depends", "depending", "not absolute", "not all of these", "not all rights", "not every right", "not always",
    "some of these", "which of them", "in some circumstances", "in certain circumstances", "do not apply",
    "dibynnu", "ddibynnu", "nid yw pob", "nid oes gennych bob", "rhai o'r hawliau", "mewn rhai amgylchiadau", "dan rai amgylchiadau",
];

fn judge(whole: &HubCase<'_>, printed: &Printed, findings: &mut Findings) {
    if !matches!(printed.role, Role::Notice(_) | Role::General(_)) {
        return;
    }
    for claim in &CLAIMS {
        judge_claim(whole, printed, claim, findings);
    }
    for span in printed.text.all(About::Decisions.into()) {
        let Some(sentence) = printed.text.sentence_at(span) else { continue };
        if misdescribes(&sentence, heading(whole, printed, &sentence)) {
            findings
                .add(Place { file: printed.file, span }, "Portability does not depend on decisions made by a computer")
                .help(reach(whole, "portability"))
                .concerns(&printed.notices);
        }
    }
}

/// Reports a promise of a right, once for each sentence.
fn judge_claim(whole: &HubCase<'_>, printed: &Printed, claim: &Claim, findings: &mut Findings) {
    let mut promised = None;
    for span in printed.text.all(claim.words.into()) {
        let Some(sentence) = printed.text.sentence_at(span) else { continue };
        let heading = heading(whole, printed, &sentence);
        if promised != Some(sentence.span) && promises(printed, &sentence, heading) {
            promised = Some(sentence.span);
            report_promise(whole, printed, claim, span, findings);
        }
    }
}

/// The heading under which a sentence stands.
fn heading<'a>(whole: &HubCase<'a>, printed: &Printed, sentence: &Sentence<'a>) -> &'a str {
    if sentence.heading.is_empty() { title(whole, printed) } else { sentence.heading }
}

/// The heading of a general section; a notice's own title says nothing about rights.
fn title<'a>(whole: &HubCase<'a>, printed: &Printed) -> &'a str {
    match printed.role {
        Role::General(index) => &whole.hub.register.general[index].title.value,
        _ => "",
    }
}

/// Whether a sentence promises a right without any condition.
fn promises(printed: &Printed, sentence: &Sentence<'_>, heading: &str) -> bool {
    const RIGHT: [&str; 7] = ["right to", "rights", "entitled to", "hawl i", "yr hawl", "hawliau", "hawl gennych"];
    let is_item = sentence.passage == Passage::Item;
    let is_listed = is_item && (holds(heading, &["right", "rights", "hawl", "hawliau"]) || holds(sentence.lead, &RIGHT));
    let of_section = |other: &Sentence<'_>| {
        other.heading == sentence.heading && other.passage != Passage::Cell && holds(other.text, &OF_SECTION)
    };
    !matches!(sentence.passage, Passage::Heading | Passage::Cell)
        && (is_listed || holds(sentence.text, &RIGHT))
        && !holds(sentence.around, &QUALIFIERS)
        && !holds(sentence.lead, &QUALIFIERS)
        && !printed.text.sentences().any(|other| of_section(&other))
}

fn report_promise(whole: &HubCase<'_>, printed: &Printed, claim: &Claim, span: Span, findings: &mut Findings) {
    let misled: Vec<usize> =
        printed.notices.iter().copied().filter(|notice| gives_nothing(whole, *notice, claim.right)).collect();
    if !misled.is_empty() {
        findings
            .add(Place { file: printed.file, span }, claim.message)
            .help("Delete it, or say when the right applies: the hub prints the rights that do.")
            .help(reach(whole, claim.right))
            .concerns(&misled);
    }
}

/// How far a right reaches on the day of the check.
fn reach<'a>(whole: &HubCase<'a>, right: &str) -> &'a str {
    whole.hub.law.limit(right, whole.hub.today).map_or("", |row| &row.says)
}

/// Whether it is known that a notice does not give a right.
fn gives_nothing(whole: &HubCase<'_>, notice: usize, right: &str) -> bool {
    let purposes = &whole.hub.register.notices[notice].purposes;
    let all_known = !purposes.is_empty()
        && purposes.iter().all(|purpose| purpose.regime == Regime::General && !purpose.lawful_basis.is_empty());
    let rights = &whole.hub.assembly.documents[notice].rights;
    all_known && !rights.sometimes.iter().any(|due| due.id == right)
}

/// Whether a sentence about decisions makes portability a matter of them.
fn misdescribes(sentence: &Sentence<'_>, heading: &str) -> bool {
    const PORTABILITY: [&str; 6] =
        ["portability", "another provider", "cludadwyedd", "gludadwyedd", "darparwr arall", "ddarparwr arall"];
    const COMPUTER: [&str; 7] =
        ["computer", "automated", "automatically", "cyfrifiadur", "gyfrifiadur", "awtomataidd", "awtomatig"];
    const DECISION: [&str; 4] = ["decision", "decisions", "penderfyniad", "penderfyniadau"];
    const ONLY: [&str; 9] = ["only", "if", "where", "when", "dim ond", "yn unig", "os", "lle", "pan"];
    const DENIAL: [&str; 4] = ["not depend", "nothing to do", "nid yw'n dibynnu", "dim i'w wneud"];
    let under_heading = holds(heading, &PORTABILITY) && !holds(heading, &DECISION);
    (under_heading || holds(sentence.text, &PORTABILITY))
        && holds(sentence.text, &COMPUTER)
        && holds(sentence.text, &ONLY)
        && !holds(sentence.text, &DENIAL)
}
