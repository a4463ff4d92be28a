//! # objection-not-separate
//!
//! ## What it checks
//!
//! Each notice prints the right to object in a block of its own, by itself, as soon as a purpose in its front matter rests on
//! public task, legitimate interests or recognised legitimate interest, or is direct marketing. This rule finds the one case
//! in which that cannot work: the notice gives no lawful basis in `[[purposes]]`, but its words speak of public
//! tasks or legitimate interests. Then nothing is set apart, unless a heading of the text speaks of objecting.
//!
//! ## Why it matters
//!
//! The right to object must be brought to people's attention explicitly, clearly and separately from any other information
//! (UK GDPR Article 21(4)). A sentence in the middle of a text is not enough.
//!
//! ## Example
//!
//! ```markdown
//! We use your data for our public task (Article 6(1)(e)).
//! ```
//!
//! ## How to put it right
//!
//! Add the purposes to the front matter, each with its `lawful_basis`. The rest follows. Or write a section with a
//! heading of its own, such as "Your right to object".

use crate::assemble::Part;
use crate::check::case::NoticeCase;
use crate::check::lexicon::{first, holds};
use crate::check::printed;
use crate::check::rule::{Findings, Judge, Rule};
use crate::check::sentences::{Passage, sentences};
use crate::diagnostic::Severity;
use crate::domain::Regime;
use crate::text::{FileId, Place};

/// Words by which texts name what gives a right to object.
const GROUNDS: [&str; 14] = [
    "public task",
    "public tasks",
    "task in the public interest",
    "task carried out in the public interest",
    "exercise of official authority",
    "exercise an official authority",
    "6(1)(e)",
    "6(1)(ea)",
    "6(1)(f)",
    "legitimate interest",
    "legitimate interests",
    "recognised legitimate interest",
    "direct marketing",
    "tasg gyhoeddus",
];

/// The rule.
pub static RULE: Rule = Rule {
    name: "objection-not-separate",
    severity: Severity::Warning,
    law: "UK GDPR Article 21(4)",
    since: None,
    source: include_str!("objection_not_separate.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    let gives_a_basis =
        case.notice.purposes.iter().any(|one| one.regime == Regime::LawEnforcement || !one.lawful_basis.is_empty());
    if gives_a_basis || !case.document.rights.objections.is_empty() {
        return;
    }
    let mut ground: Option<Place> = None;
    for file in files(case) {
        let text = printed::words_of(case.whole, file);
        for sentence in sentences(text) {
            let objects = holds(sentence.text, &["object", "objection", "objecting", "gwrthwynebu"]);
            if sentence.passage == Passage::Heading && objects {
                return;
            }
            let denies = holds(sentence.text, &["not", "no", "never"]);
            if let Some(span) = first(sentence.text, &GROUNDS).filter(|_| !denies && ground.is_none()) {
                ground = Some(Place { file, span: span.shifted(sentence.span.start as usize) });
            }
        }
    }
    if let Some(place) = ground {
        findings
            .add(place, "The right to object follows from these words, and is not set apart")
            .help("Put the purposes and their lawful bases into the front matter: the notice then prints the right in a block of its own.")
            .paste("[[purposes]]\ntext = \"\"\nlawful_basis = [\"public-task\"]\n");
    }
}

/// The files whose words the notice prints.
fn files(case: &NoticeCase<'_>) -> Vec<FileId> {
    let parts = case.document.sections.iter().flat_map(|section| &section.parts);
    let general = parts.filter_map(|part| match part {
        Part::General(index) => Some(case.whole.hub.register.general[*index].file),
        Part::Data | Part::Own(_) | Part::Link(_) => None,
    });
    case.notice.files.iter().copied().chain(general).collect()
}
