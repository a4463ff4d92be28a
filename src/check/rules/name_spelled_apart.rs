//! # name-spelled-apart
//!
//! ## What it checks
//!
//! Whoever gets or gives data has one name in all notices: no two that differ only in capitals, punctuation, "and" or
//! "&", or a leading "the".
//!
//! ## Why it matters
//!
//! People must be told who gets their data (UK GDPR Articles 13(1)(e) and 14(1)(e)), and the record of processing lists
//! recipients (Article 30(1)(d)). A reader who meets two spellings cannot tell whether they are two bodies. The page of
//! all recipients joins them under one of the names.
//!
//! ## Example
//!
//! ```toml
//! [[recipients]]
//! name = "The Valuation office agency"
//! ```
//!
//! ## How to put it right
//!
//! Write the name in one way. For a body that several notices name, write a table in `content/organisations.toml` once,
//! and `organisation = "<id>"` in the notices.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::assemble::{Body, Counterpart};
use crate::check::case::HubCase;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::{Notice, Party, Text};

/// The rule.
pub static RULE: Rule = Rule {
    name: "name-spelled-apart",
    severity: Severity::Advice,
    law: "UK GDPR Articles 13(1)(e), 14(1)(e) and 30(1)(d)",
    since: None,
    duties: &[],
    source: include_str!("name_spelled_apart.rs"),
    judge: Judge::Hub(judge),
};

fn judge(whole: &HubCase<'_>, findings: &mut Findings) {
    let hub = whole.hub;
    for sharing in hub.assembly.sharing.iter() {
        for counterpart in &sharing.counterparts {
            let mut names = names(counterpart, &hub.register.notices);
            let organisation = match counterpart.body {
                Body::Organisation(index) => Some(&hub.register.organisations[index]),
                _ => None,
            };
            let best = match organisation {
                Some(organisation) => organisation.name.get(sharing.language),
                None => commonest(&names),
            };
            names.retain(|(_, name)| *name.value != *best);
            for (notice, name) in &names {
                let finding = findings
                    .add(name.place, format!("This name is spelled \"{best}\" elsewhere"))
                    .concerns(&[*notice]);
                match organisation {
                    Some(organisation) => finding
                        .help(format!("It is in organisations.toml: write `organisation = \"{}\"`.", organisation.id)),
                    None => finding.help(format!("Write \"{best}\" here too, or the other way round.")),
                };
            }
        }
    }
}

/// Every name that notices give a counterpart in words of their own, with the notice.
fn names<'a>(counterpart: &Counterpart, notices: &'a [Arc<Notice>]) -> Vec<(usize, &'a Text)> {
    let flows = counterpart.receives.iter().chain(&counterpart.gives).chain(&counterpart.decides);
    let names = flows.filter_map(|flow| match flow.party(notices)? {
        Party::Named(name) => Some((flow.told_by, name)),
        Party::Organisation(_) | Party::Notice(_) => None,
    });
    names.collect()
}

/// The spelling that most notices have; of those that as many have, the first in the alphabet.
fn commonest<'a>(names: &[(usize, &'a Text)]) -> &'a str {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, name) in names {
        *counts.entry(&name.value).or_default() += 1;
    }
    let most = counts.values().copied().max().unwrap_or_default();
    counts.into_iter().find(|(_, count)| *count == most).map_or("", |(name, _)| name)
}
