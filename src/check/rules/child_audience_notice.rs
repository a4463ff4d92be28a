//! # child-audience-notice
//!
//! ## What it checks
//!
//! A notice that counts children among the people whose data it is (`data_subjects`) leads to something that is written
//! for them: a section of its own, a general section, another notice, a page or a document with a title such as "For
//! children and young people" or "Easy read". An entry counts if it starts with the children: "pupils", "young people who
//! need help", but not "partners, children and others".
//!
//! ## Why it matters
//!
//! Information must be easy to understand, in particular information addressed to a child (UK GDPR Article 12(1)). The
//! regulator's guidance asks for versions that fit the age of the readers. This is advice: many services hold
//! data about children whom only adults will ever write for.
//!
//! ## Example
//!
//! ```toml
//! data_subjects = ["pupils", "parents"]
//! ```
//!
//! ## How to put it right
//!
//! Write a short page for children, once for the whole hub: a general section with `page = true` and `merge = "link"`, for
//! the categories that it concerns. Or link to what you have from the text of the notice.

use crate::assemble::{Part, Section};
use crate::check::case::NoticeCase;
use crate::check::rule::{Findings, Judge, Rule};
use crate::check::words::{first, holds};
use crate::diagnostic::Severity;
use crate::domain::ReferenceKind;
use crate::resolve::Target;
use crate::text::FileId;

/// Words with which an entry starts that means children as such, and not the family of somebody else.
const CHILDREN: [&str; 14] = [
    "child",
    "children",
    "pupil",
    "pupils",
    "young people",
    "young person",
    "young carers",
    "teenagers",
    "schoolchildren",
    "looked-after children",
    "care leavers",
    "under 18s",
    "plant",
    "pobl ifanc",
];

/// Words in the title of something that is written for them.
const FOR_THEM: [&str; 9] = [
    "for children",
    "for young people",
    "for pupils",
    "children and young people's version",
    "young people's version",
    "children's version",
    "child-friendly",
    "easy read",
    "i blant",
];

/// The rule.
pub static RULE: Rule = Rule {
    name: "child-audience-notice",
    severity: Severity::Advice,
    law: "UK GDPR Article 12(1); Data (Use and Access) Act 2025 section 81",
    since: None,
    duties: &[],
    source: include_str!("child_audience_notice.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    let Some(children) =
        case.notice.data_subjects.iter().find(|people| first(people, &CHILDREN).is_some_and(|span| span.start == 0))
    else {
        return;
    };
    if !speaks_to_children(case) {
        findings
            .add(children.place, "This notice is about children, and nothing in it is written for them")
            .help("Link to a version for children, or write one as a general section for the categories it concerns.");
    }
}

fn speaks_to_children(case: &NoticeCase<'_>) -> bool {
    holds(&case.notice.title, &FOR_THEM)
        || case.document.sections.iter().any(|section| section_does(case, section))
        || case.notice.files.iter().any(|file| links_do(case, *file))
}

fn section_does(case: &NoticeCase<'_>, section: &Section) -> bool {
    let general = |part: &Part| match part {
        Part::General(index) | Part::Link(index) => {
            let section = &case.whole.hub.register.general[*index];
            holds(&section.title, &FOR_THEM)
                || section.summary.as_ref().is_some_and(|summary| holds(summary, &FOR_THEM))
        }
        Part::Data | Part::Own(_) => false,
    };
    holds(&section.heading, &FOR_THEM) || section.parts.iter().any(general)
}

/// Whether a file links to something that is written for children.
fn links_do(case: &NoticeCase<'_>, file: FileId) -> bool {
    let hub = case.whole.hub;
    let source = &hub.sources.get(file).text;
    (0..).zip(&hub.fragments[file.0 as usize].references).any(|(number, reference)| {
        let title = match case.whole.pages.targets.get(file, number) {
            Target::Page(page, _) => case.whole.pages.pages[*page].title.as_str(),
            _ => "",
        };
        let path = if let ReferenceKind::Document(path) = &reference.kind {
            path.replace(['-', '_'], " ")
        } else {
            String::new()
        };
        let words = source.get(reference.span.range()).unwrap_or_default();
        holds(title, &FOR_THEM) || holds(&path, &FOR_THEM) || holds(words, &FOR_THEM)
    })
}
