//! # merge-orphan
//!
//! ## What it checks
//!
//! What a notice says in `[general]` has an effect:
//!
//! - a general section that it wants to print exists in its language, is open to its controller and category, and holds today
//! - where it says `replace`, it has words of its own to put in the place of the general ones
//!
//! And a link to a general section (`general:`) leads to one that holds today.
//!
//! ## Why it matters
//!
//! A notice that relies on a shared passage which is not there lacks what it needs to say (UK GDPR Articles 13 and 14), and
//! nobody sees the gap on the page. This is a rule of good order.
//!
//! ## Example
//!
//! ```toml
//! [general]
//! security = "replace"
//! ```
//!
//! The notice has no section "How we keep your data safe", so nothing at all is said about it.
//!
//! ## How to put it right
//!
//! Open the general section to this notice (`controllers`, `categories`, `from`, `until`), write the notice's own section, or
//! delete the line. To leave a general section out on purpose, say `omit`.

use crate::assemble::Part;
use crate::check::case::HubCase;
use crate::check::printed::{Printed, Role};
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::{Merge, Notice, Placed, ReferenceKind};
use crate::text::Place;

/// The rule.
pub static RULE: Rule = Rule {
    name: "merge-orphan",
    severity: Severity::Warning,
    law: "UK GDPR Articles 13 and 14",
    since: None,
    duties: &[],
    source: include_str!("merge_orphan.rs"),
    judge: Judge::File(judge),
};

fn judge(whole: &HubCase<'_>, printed: &Printed, findings: &mut Findings) {
    if let Role::Notice(index) = printed.role {
        let choices = &whole.hub.register.notices[index].general;
        for (id, merge) in choices.iter().filter(|(_, merge)| merge.place.file == printed.file) {
            judge_choice(whole, index, id, *merge, findings);
        }
    }
    for reference in &whole.hub.fragments[printed.file.0 as usize].references {
        if let ReferenceKind::General(id, _) = &reference.kind
            && holds_not_today(whole, id)
        {
            findings
                .add(
                    Place { file: printed.file, span: reference.span },
                    format!("The general section `{id}` does not hold today, and this link leads past it"),
                )
                .help("Look at its `from` and `until`, or take the link away.")
                .concerns(&printed.notices);
        }
    }
}

/// Whether a general section exists, but only on other days.
fn holds_not_today(whole: &HubCase<'_>, id: &str) -> bool {
    let mut sections = whole.hub.register.general.iter().filter(|section| section.id == id).peekable();
    let exists = sections.peek().is_some();
    let is_built_in = whole.hub.assembly.general.iter().flat_map(|general| &general.sections).any(|one| one.id == id);
    exists && !is_built_in && !sections.any(|section| section.holds_on(whole.hub.today))
}

fn judge_choice(whole: &HubCase<'_>, index: usize, id: &str, merge: Placed<Merge>, findings: &mut Findings) {
    let notice = &whole.hub.register.notices[index];
    let sections = &whole.hub.assembly.documents[index].sections;
    let here = sections.iter().find(|section| section.id == id);
    match merge.value {
        Merge::Omit => {}
        Merge::Replace if !exists(whole, notice, id) => {}
        Merge::Replace if here.is_some_and(|section| section.parts.iter().any(|part| *part != Part::Data)) => {}
        Merge::Replace if here.is_some() && front_matter_says(id) => {}
        Merge::Replace => {
            findings
                .add(merge.place, format!("The general section `{id}` is replaced by nothing"))
                .label("but there are no words of your own")
                .help(format!(
                    "Add a section `## {} {{#{id}}}` to the text, or write \"omit\".",
                    title(whole, notice, id)
                ))
                .concerns(&[index]);
        }
        // Where the service says something itself, a fallback has done its duty.
        Merge::Fallback if here.is_some() => {}
        Merge::Before | Merge::After | Merge::Link | Merge::Fallback => {
            let is_there = here.is_some_and(|section| {
                section.parts.iter().any(|part| matches!(part, Part::General(_) | Part::Link(_)))
            });
            if !is_there {
                findings
                    .add(merge.place, format!("The general section `{id}` is not there for this notice"))
                    .label(why(whole, notice, id))
                    .help("Change the general section, write the words yourself, or delete this line.")
                    .concerns(&[index]);
            }
        }
    }
}

/// Whether there is anything to replace.
fn exists(whole: &HubCase<'_>, notice: &Notice, id: &str) -> bool {
    whole.hub.register.general.iter().any(|section| section.id == id && section.language == notice.language)
}

/// Whether keys of the front matter fill a section, so that it can do without words.
fn front_matter_says(id: &str) -> bool {
    use crate::domain::StandardSection as Section;
    let derived = [Section::AtAGlance, Section::WhoWeAre, Section::YourRights, Section::Complaints];
    Section::from_id(id).is_some_and(|section| !derived.contains(&section))
}

/// Why a notice does not get a general section.
fn why(whole: &HubCase<'_>, notice: &Notice, id: &str) -> &'static str {
    let mut sections = whole.hub.register.general.iter().filter(|section| section.id == id);
    match sections.find(|section| section.language == notice.language) {
        None => "it is not written in this language",
        Some(section) if !section.holds_on(whole.hub.today) => "it does not hold today",
        Some(section)
            if !section.controllers.iter().any(|one| one.value == notice.controller.value)
                && !section.controllers.is_empty() =>
        {
            "it is not open to this controller"
        }
        Some(_) => "it is not open to this category",
    }
}

fn title<'a>(whole: &'a HubCase<'_>, notice: &Notice, id: &'a str) -> &'a str {
    let mut sections = whole.hub.register.general.iter();
    let found = sections.find(|section| section.id == id && section.language == notice.language);
    found.map_or(id, |section| section.title.value.as_str())
}
