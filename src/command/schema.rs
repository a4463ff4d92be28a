//! `noticeboard schema`: what authors may write, for editors and other programs.

use std::fmt::Write;

use super::{Ending, Failure};
use crate::cli::Schema;
use crate::diagnostic::nearest;
use crate::schema::{FILES, json, reference};
use crate::terminal;

/// Prints the schema of a file, the page of all keys, or the list of files.
pub fn run(arguments: &Schema) -> Result<Ending, Failure> {
    if arguments.all {
        terminal::print(&reference::render());
        return Ok(Ending::Done);
    }
    let Some(name) = &arguments.file else {
        terminal::print(&list());
        return Ok(Ending::Done);
    };
    match FILES.iter().find(|file| file.name == name) {
        Some(file) => {
            terminal::print(&json::render(file));
            Ok(Ending::Done)
        }
        None => {
            let near = nearest(name, FILES.iter().map(|file| file.name));
            let hint = near.map(|near| format!("Did you mean `{near}`? ")).unwrap_or_default();
            Err(Failure(format!("There is no schema `{name}`. {hint}`noticeboard schema` lists them all.")))
        }
    }
}

fn list() -> String {
    let mut text = String::new();
    for file in &FILES {
        let _ = writeln!(text, "{:<15}{}", file.name, file.path);
    }
    text
}
