//! `noticeboard check`: what the law still asks of each notice.

use super::{Ending, Failure, today};
use crate::cli::{Check, Format};
use crate::diagnostic::{Severity, nearest};
use crate::disk::Reading;
use crate::report::{Results, github, human, json, sarif};
use crate::terminal;

/// Checks a hub and prints what was found.
pub fn run(arguments: &Check) -> Result<Ending, Failure> {
    let today = today(arguments.as_of.as_deref())?;
    let reading = Reading::start(&arguments.hub.root, today)?;
    let (sources, outcome) = reading.make(|inputs| (inputs.sources.clone(), crate::build::build(&inputs)))?;
    let only = arguments.only.as_deref().map(|id| indices(id, &outcome)).transpose()?;
    let results = Results::new(&outcome, &sources, today, only.as_deref());
    terminal::print(&match arguments.format {
        Format::Human => human::render(&results),
        Format::Json => json::render(&results),
        Format::Github => github::render(&results),
        Format::Sarif => sarif::render(&results),
    });
    let fails = results.count(Severity::Error) > 0 || (arguments.strict && results.count(Severity::Warning) > 0);
    Ok(if fails { Ending::ContentErrors } else { Ending::Done })
}

/// The indices of the notices with an id: one a language.
fn indices(id: &str, outcome: &crate::build::Outcome) -> Result<Vec<usize>, Failure> {
    let subjects = outcome.subjects.iter().enumerate();
    let found: Vec<usize> = subjects.filter(|(_, subject)| subject.id == id).map(|(index, _)| index).collect();
    if !found.is_empty() {
        return Ok(found);
    }
    let near = nearest(id, outcome.subjects.iter().map(|subject| subject.id.as_str()));
    let hint = near.map(|near| format!(" Did you mean `{near}`?")).unwrap_or_default();
    Err(Failure(format!("There is no notice `{id}`.{hint}")))
}
