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

use std::sync::LazyLock;

use crate::check::case::HubCase;
use crate::check::lexicon::{Lexicon, holds};
use crate::check::printed::{self, Printed, Role};
use crate::check::rule::{Findings, Judge, Rule};
use crate::check::sentences::{Passage, Sentence, at, sentences};
use crate::diagnostic::Severity;
use crate::domain::Regime;
use crate::text::{Place, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "rights-overclaimed",
    severity: Severity::Warning,
    law: "UK GDPR Articles 17(3)(b) and 20",
    since: None,
    source: include_str!("rights_overclaimed.rs"),
    judge: Judge::Hub(judge),
};

/// A right that not every notice gives, and the words for it.
struct Claim {
    right: &'static str,
    words: &'static [&'static str],
    message: &'static str,
}

const CLAIMS: [Claim; 2] = [
    Claim {
        right: "erasure",
        words: &[
            "right to erasure",
            "right to be forgotten",
            "right to deletion",
            "right to delete",
            "erasure",
            "be forgotten",
            "data erased",
            "data deleted",
            "information erased",
            "information deleted",
            "have it erased",
            "have it deleted",
            "have us delete",
            "have us erase",
        ],
        message: "This promises erasure, which no purpose of the notice gives",
    },
    Claim {
        right: "portability",
        words: &["right to data portability", "right to portability", "data portability", "portability"],
        message: "This promises portability, which no purpose of the notice gives",
    },
];

/// Words that make a promise depend on something.
const QUALIFIERS: [&str; 28] = [
    "some",
    "certain",
    "circumstances",
    "sometimes",
    "may",
    "might",
    "where",
    "if",
    "when",
    "whether",
    "unless",
    "only",
    "depend",
    "depends",
    "depending",
    "limited",
    "not",
    "no",
    "cannot",
    "never",
    "consent",
    "contract",
    "applies",
    "apply",
    "ask",
    "request",
    "usually",
    "rarely",
];

/// Words in any sentence of a section that make all its promises depend on something.
const OF_SECTION: [&str; 13] = [
    "depend",
    "depends",
    "depending",
    "not absolute",
    "not all of these",
    "not all rights",
    "not every right",
    "not always",
    "some of these",
    "which of them",
    "in some circumstances",
    "in certain circumstances",
    "do not apply",
];

/// What a word may be the start of.
#[derive(Clone, Copy)]
enum Hit {
    Claim(&'static Claim),
    Decisions,
}

static WORDS: LazyLock<Lexicon<Hit>> = LazyLock::new(|| {
    let claims = CLAIMS.iter().flat_map(|claim| claim.words.iter().map(move |words| (Hit::Claim(claim), *words)));
    Lexicon::new(claims.chain(DECISIONS.iter().map(|words| (Hit::Decisions, *words))))
});

fn judge(whole: &HubCase<'_>, findings: &mut Findings) {
    for printed in printed::files(whole) {
        let hits = WORDS.find(&printed.words);
        if hits.is_empty() || !matches!(printed.role, Role::Notice(_) | Role::General(_)) {
            continue;
        }
        let sentences = sentences(&printed.words);
        let mut promised: Vec<(&str, Span)> = Vec::new();
        for (hit, span) in hits {
            let Some(sentence) = at(&sentences, span) else { continue };
            let heading = if sentence.heading.is_empty() { title(whole, printed) } else { sentence.heading };
            match hit {
                Hit::Claim(claim) if promised.contains(&(claim.right, sentence.span)) => {}
                Hit::Claim(claim) if promises(sentence, heading, &sentences) => {
                    promised.push((claim.right, sentence.span));
                    report_promise(whole, printed, claim, span, findings);
                }
                Hit::Decisions if misdescribes(sentence, heading) => {
                    findings
                        .add(Place { file: printed.file, span }, "Portability does not depend on decisions made by a computer")
                        .help("It is for data that people gave themselves, and that is used by computer on the basis of consent or a contract.")
                        .concerns(&printed.notices);
                }
                Hit::Claim(_) | Hit::Decisions => {}
            }
        }
    }
}

/// The heading of a general section; a notice's own title says nothing about rights.
fn title<'a>(whole: &HubCase<'a>, printed: &Printed) -> &'a str {
    match printed.role {
        Role::General(index) => &whole.hub.register.general[index].title.value,
        _ => "",
    }
}

/// Whether a sentence promises a right without any condition.
fn promises(sentence: &Sentence<'_>, heading: &str, all: &[Sentence<'_>]) -> bool {
    const RIGHT: [&str; 3] = ["right to", "rights", "entitled to"];
    let is_item = sentence.passage == Passage::Item;
    let is_listed = is_item && (holds(heading, &["right", "rights"]) || holds(sentence.lead, &RIGHT));
    let of_section = |other: &Sentence<'_>| {
        other.heading == sentence.heading && other.passage != Passage::Cell && holds(other.text, &OF_SECTION)
    };
    !matches!(sentence.passage, Passage::Heading | Passage::Cell)
        && (is_listed || holds(sentence.text, &RIGHT))
        && !holds(sentence.around, &QUALIFIERS)
        && !holds(sentence.lead, &QUALIFIERS)
        && !all.iter().any(of_section)
}

fn report_promise(whole: &HubCase<'_>, printed: &Printed, claim: &Claim, span: Span, findings: &mut Findings) {
    let misled: Vec<usize> =
        printed.notices.iter().copied().filter(|notice| gives_nothing(whole, *notice, claim.right)).collect();
    if !misled.is_empty() {
        findings
            .add(Place { file: printed.file, span }, claim.message)
            .help("Delete it, or say when the right applies: the hub prints the rights that do.")
            .concerns(&misled);
    }
}

/// Whether it is known that a notice does not give a right.
fn gives_nothing(whole: &HubCase<'_>, notice: usize, right: &str) -> bool {
    let purposes = &whole.hub.register.notices[notice].purposes;
    let all_known = !purposes.is_empty()
        && purposes.iter().all(|purpose| purpose.regime == Regime::General && !purpose.lawful_basis.is_empty());
    let rights = &whole.hub.assembly.documents[notice].rights;
    all_known && !rights.sometimes.iter().any(|due| due.id == right)
}

/// Words about decisions that have nothing to do with portability.
const DECISIONS: [&str; 8] = [
    "made decisions",
    "makes decisions",
    "decisions are made",
    "decision is made",
    "decisions made",
    "decision was made",
    "automated decisions",
    "automated decision",
];

/// Whether a sentence about decisions makes portability a matter of them.
fn misdescribes(sentence: &Sentence<'_>, heading: &str) -> bool {
    const PORTABILITY: [&str; 2] = ["portability", "another provider"];
    let under_heading = holds(heading, &PORTABILITY) && !holds(heading, &["decision", "decisions"]);
    (under_heading || holds(sentence.text, &PORTABILITY))
        && holds(sentence.text, &["computer", "automated", "automatically"])
        && holds(sentence.text, &["only", "if", "where", "when"])
        && !holds(sentence.text, &["not depend", "nothing to do"])
}
