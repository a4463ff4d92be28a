//! `noticeboard explain`: what a rule is about.

use std::fmt::Write;

use super::{Ending, Failure};
use crate::check::rules;
use crate::cli::Explain;
use crate::diagnostic::nearest;
use crate::report::severity_name;
use crate::terminal;

/// Prints the text of a rule, or the list of all rules.
pub fn run(arguments: &Explain) -> Result<Ending, Failure> {
    let Some(name) = &arguments.rule else {
        terminal::print(&list());
        return Ok(Ending::Done);
    };
    match rules::ALL.iter().find(|rule| rule.name == name) {
        Some(rule) => {
            terminal::print(&rule.explanation());
            Ok(Ending::Done)
        }
        None => {
            let near = nearest(name, rules::ALL.iter().map(|rule| rule.name));
            let hint = near.map(|near| format!("Did you mean `{near}`? ")).unwrap_or_default();
            Err(Failure(format!("There is no rule `{name}`. {hint}`noticeboard explain` lists them all.")))
        }
    }
}

fn list() -> String {
    let mut text = String::new();
    for rule in rules::ALL {
        let _ = writeln!(text, "{:<40}{:<9}{}", rule.name, severity_name(rule.severity), rule.law);
    }
    text
}
