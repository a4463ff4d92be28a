//! `noticeboard explain`: what a rule is about.

mod law;

use std::fmt::Write;

use super::{Ending, Failure};
use crate::check::rules;
use crate::cli::Explain;
use crate::diagnostic::nearest;
use crate::law::Law;
use crate::terminal;

/// Prints the text of a rule, of all rules, or the list of them.
pub fn run(arguments: &Explain) -> Result<Ending, Failure> {
    if arguments.all {
        terminal::print(&manual());
        return Ok(Ending::Done);
    }
    if arguments.law {
        terminal::print(&law::page(&Law::load()));
        return Ok(Ending::Done);
    }
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
        let _ = writeln!(text, "{:<40}{:<9}{}", rule.name, rule.severity.name(), rule.law);
    }
    text
}

/// The page of the manual that holds every rule.
fn manual() -> String {
    let mut text = String::from(
        "# The rules of `check`\n\n\
         Made by `noticeboard explain --all` from the rules themselves; do not edit it by hand.\n\n\
         | rule | severity | law | since |\n|---|---|---|---|\n",
    );
    let law = Law::load();
    for rule in rules::ALL {
        let (name, severity) = (rule.name, rule.severity.name());
        let since = rule.since.and_then(|change| law.begins(change)).map(|day| day.to_string()).unwrap_or_default();
        let _ = writeln!(text, "| [`{name}`](#{name}) | {severity} | {} | {since} |", rule.law);
    }
    for rule in rules::ALL {
        // Under the heading of the page, every heading goes one level down.
        let deeper = rule
            .explanation()
            .lines()
            .map(|line| if line.starts_with('#') { format!("#{line}\n") } else { format!("{line}\n") })
            .collect::<String>();
        let _ = write!(text, "\n{deeper}");
    }
    text
}
