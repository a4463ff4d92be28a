//! Floor 3. What the law still asks of each notice: findings, with the article and the line.
//!
//! 1. [`rules`] lists every rule; each is a file that says what it checks, why, and how to put it right.
//! 2. [`case`] is what a rule looks at: one notice with everything that is merged into it, or the hub; others look at one
//!    file.
//! 3. [`printed`] tells which files readers see today. [`blank`] leaves of each what is running text, [`words`] cuts it,
//!    [`lexicon`] finds all phrases of [`phrases`] and of the law in it, and [`sentences`] cuts it into sentences:
//!    together they make its [`running`] text, of which every rule asks its questions.
//! 4. [`excerpt`] gives the words of a section, with their places; [`reading`] measures how hard they are to read.
//! 5. [`accept`] takes away what a notice has accepted with a reason.
//!
//! Takes the register and the pages of the same build that publishes them, so that the two never
//! disagree. Gives findings of law and of good practice; mistakes of form are reported before.

pub mod accept;
mod blank;
pub mod case;
mod dictionary;
pub mod excerpt;
pub mod lexicon;
mod memo;
mod outdated;
pub mod phrases;
pub mod printed;
pub mod reading;
pub mod rule;
pub mod rules;
pub mod running;
pub mod sentences;
pub mod words;

use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::Diagnostics;
use crate::resolve::{Hub, Pages};
use crate::text::Digest;

use case::{HubCase, NoticeCase};
use rule::{Findings, Judge, Level};

pub use memo::CheckMemo;

pub use accept::Accepted;
pub use lexicon::Lexicon;
pub use rule::{Finding, Rule};

/// What the rules found.
#[derive(Debug, Default)]
pub struct Report {
    /// Every finding that counts, in the order of places; each once, however many notices merge its text.
    pub findings: Vec<Finding>,
    /// Every finding that a notice has accepted, with the reason.
    pub accepted: Vec<Accepted>,
}

/// Judges the hub by the rules that hold on the day of the build.
///
/// Rules about notices and their files are asked again only where something has changed that they may read; rules about
/// the hub, and about the files that notices share, always.
pub fn check(
    hub: &Hub,
    pages: &Pages,
    lexicon: &Lexicon,
    memo: &mut CheckMemo,
    diagnostics: &mut Diagnostics,
) -> Report {
    let levels = rule::levels(&hub.register.config, diagnostics);
    accept::report_unknown(hub, diagnostics);
    // What stands in for something that could not be read would make rules see ghosts.
    if diagnostics.has_errors() {
        return Report::default();
    }
    let holding: Vec<(&Rule, Level)> = rules::ALL
        .iter()
        .map(|rule| (*rule, levels[rule.name]))
        .filter(|(rule, level)| rule.holds_on(hub.today, &hub.law) && *level != Level::Off)
        .collect();
    if holding.is_empty() {
        return accept::apply(Vec::new(), hub, diagnostics);
    }
    let whole = HubCase::new(hub, pages, lexicon, &mut memo.texts);
    let common = memo::common(&whole);
    let notices = &memo.notices;
    let of_notices = || -> Vec<(usize, Digest, Arc<Vec<Finding>>)> {
        let indices = (0..hub.assembly.documents.len()).into_par_iter();
        let of_notice = |index| {
            let key = notices.key(|| memo::key(&whole, index, common));
            let make = || Arc::new(of_notice(&whole, index, &holding).all());
            (index, key, notices.get(&index, &key).unwrap_or_else(make))
        };
        indices.map(of_notice).collect()
    };
    let (made, of_hub) = rayon::join(of_notices, || of_hub(&whole, &holding));
    memo.notices.keep(made.iter().map(|(index, key, found)| (*index, *key, Arc::clone(found))));
    let mut findings = of_hub.all();
    findings.reserve_exact(made.iter().map(|(_, _, found)| found.len()).sum());
    made.into_iter().for_each(|(_, _, found)| findings.append(&mut Arc::unwrap_or_clone(found)));
    rule::merge(&mut findings);
    accept::apply(findings, hub, diagnostics)
}

/// What the rules about the hub find, and those about files in the files that notices share.
fn of_hub(whole: &HubCase<'_>, holding: &[(&Rule, Level)]) -> Findings {
    let mut findings = Findings::about(None);
    for (rule, level) in holding {
        findings.start(rule, *level);
        match rule.judge {
            Judge::Hub(judge) => judge(whole, &mut findings),
            Judge::File(judge) => whole.shared.iter().for_each(|file| judge(whole, file, &mut findings)),
            Judge::Notice(_) => {}
        }
    }
    findings
}

/// What the rules about notices and files find in the notice at `index` of the register. Its words are cut for this, and
/// gone afterwards.
fn of_notice(whole: &HubCase<'_>, index: usize, holding: &[(&Rule, Level)]) -> Findings {
    let files = printed::of_notice(whole.hub, index, whole.lexicon);
    let case = NoticeCase::new(whole, index, &files);
    let mut findings = Findings::about(Some(index));
    for (rule, level) in holding {
        findings.start(rule, *level);
        match rule.judge {
            Judge::Notice(judge) => judge(&case, &mut findings),
            Judge::File(judge) => files.iter().for_each(|file| judge(whole, file, &mut findings)),
            Judge::Hub(_) => {}
        }
    }
    findings
}
