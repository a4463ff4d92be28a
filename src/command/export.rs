//! `noticeboard export`: the Article 30 record and other lists, for officers and auditors.

use super::{Ending, Failure, today};
use crate::cli::{Export, ExportFormat, ExportList};
use crate::diagnostic::nearest;
use crate::disk::{self, Reading};
use crate::domain::{Host, Language};
use crate::export::{Format, List, Selection, export};
use crate::render::context::Context;
use crate::render::hosting;
use crate::terminal;

/// Writes a list to a file or to standard output.
pub fn run(arguments: &Export) -> Result<Ending, Failure> {
    let today = today(arguments.as_of.as_deref())?;
    let what = what(arguments)?;
    if let Some(output) = &arguments.output {
        disk::check_export(&arguments.hub.root, output)?;
    }
    let look = |context: &Context<'_>| match what {
        What::List(list, format) => Ok(export(context, &selection(arguments, context)?, list, format)),
        What::Snippet(host) => Ok::<_, Failure>(hosting::snippet(context, host).unwrap_or_default().into_bytes()),
    };
    let reading = Reading::start(&arguments.hub.root, today)?;
    let (sources, (exported, diagnostics)) =
        reading.make(|inputs| (inputs.sources.clone(), crate::build::survey(&inputs, look)))?;
    if !diagnostics.is_empty() {
        terminal::diagnostics(&diagnostics, &sources);
    }
    let Some(exported) = exported else {
        terminal::say("Nothing was exported.\n");
        return Ok(Ending::ContentErrors);
    };
    let bytes = exported?;
    match &arguments.output {
        Some(output) => {
            disk::replace(output, &bytes)?;
            terminal::say(&format!("Wrote {}.\n", output.display()));
        }
        None => terminal::print_bytes(&bytes),
    }
    Ok(Ending::Done)
}

/// What can be written.
#[derive(Clone, Copy)]
enum What {
    /// A list for people.
    List(List, Format),
    /// Settings of a host.
    Snippet(Host),
}

/// What to write and how; a list that cannot be written so is refused before anything is read.
fn what(arguments: &Export) -> Result<What, Failure> {
    let list = match arguments.list {
        ExportList::Nginx => return Ok(What::Snippet(Host::Nginx)),
        ExportList::Caddy => return Ok(What::Snippet(Host::Caddy)),
        ExportList::Register => List::Register,
        ExportList::Retention => List::Retention,
        ExportList::Recipients => List::Recipients,
        ExportList::Transfers => List::Transfers,
        ExportList::Reviews => List::Reviews,
    };
    let format = match arguments.format {
        ExportFormat::Csv => Format::Csv,
        ExportFormat::Xlsx => Format::Xlsx,
        ExportFormat::Json => Format::Json,
        ExportFormat::Ics => Format::Ics,
    };
    if format == Format::Ics && list != List::Reviews {
        return Err(Failure(
            "Only reviews have dates for a calendar: `noticeboard export reviews --format ics`.".to_owned(),
        ));
    }
    if format == Format::Xlsx && arguments.output.is_none() && terminal::is_watched() {
        return Err(Failure(
            "A workbook cannot be shown here. Name a file, such as `--output record.xlsx`.".to_owned(),
        ));
    }
    Ok(What::List(list, format))
}

/// What the options select; whatever they name has to exist.
fn selection(arguments: &Export, context: &Context<'_>) -> Result<Selection, Failure> {
    let config = context.config();
    let notices = context.hub.register.notices.iter().map(|notice| notice.id.as_str());
    let controllers = config.controllers.iter().map(|controller| controller.id.as_str());
    let codes = config.languages.iter().map(|language| language.code());
    let language = known("language of the hub", arguments.language.as_deref(), codes.collect())?;
    Ok(Selection {
        language: language.and_then(|code| Language::from_code(&code)).unwrap_or(config.default_language()),
        only: known("notice", arguments.only.as_deref(), notices.collect())?,
        controller: known("controller", arguments.controller.as_deref(), controllers.collect())?,
    })
}

/// A name that was typed, if it is one of those that there are.
fn known(what: &str, typed: Option<&str>, names: Vec<&str>) -> Result<Option<String>, Failure> {
    let Some(typed) = typed else { return Ok(None) };
    if names.contains(&typed) {
        return Ok(Some(typed.to_owned()));
    }
    let hint = nearest(typed, names).map(|near| format!(" Did you mean `{near}`?")).unwrap_or_default();
    Err(Failure(format!("There is no {what} `{typed}`.{hint}")))
}
