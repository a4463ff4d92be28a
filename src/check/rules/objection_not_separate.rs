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
use crate::check::phrases::About;
use crate::check::rule::{Findings, Judge, Rule};
use crate::check::sentences::Passage;
use crate::check::words::{DENIALS, holds};
use crate::diagnostic::Severity;
use crate::domain::Regime;
use crate::text::{FileId, Place, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "objection-not-separate",
    severity: Severity::Warning,
    law: "UK GDPR Article 21(4)",
    since: None,
    duties: &[],
    source: include_str!("objection_not_separate.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    let gives_a_basis =
        case.notice.purposes.iter().any(|one| one.regime == Regime::LawEnforcement || !one.lawful_basis.is_empty());
    if gives_a_basis || !case.document.rights.objections.is_empty() {
        return;
    }
    let files = files(case);
    if files.iter().any(|file| sets_apart(case, *file)) {
        return;
    }
    let ground = files.iter().find_map(|file| ground(case, *file));
    if let Some(place) = ground {
        let finding = findings
            .add(place, "The right to object follows from these words, and is not set apart")
            .help("Put the purposes and their lawful bases into the front matter: the notice then prints the right in a block of its own.");
        if case.is_own(place) {
            finding.paste("[[purposes]]\ntext = \"\"\nlawful_basis = [\"public-task\"]\n");
        }
    }
}

/// Whether a file has a heading about the right to object.
fn sets_apart(case: &NoticeCase<'_>, file: FileId) -> bool {
    let text = case.text(file);
    let is_heading = |span: Span| text.sentence_at(span).is_some_and(|sentence| sentence.passage == Passage::Heading);
    text.all(About::Objecting.into()).any(is_heading)
}

/// Where a file first names what gives a right to object, unless the sentence denies it.
fn ground(case: &NoticeCase<'_>, file: FileId) -> Option<Place> {
    let text = case.text(file);
    let denies = |span: Span| text.sentence_at(span).is_none_or(|it| holds(it.text, &DENIALS));
    let span = text.all(About::GroundForObjection.into()).find(|span| !denies(*span))?;
    Some(Place { file, span })
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
