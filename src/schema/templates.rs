//! What templates see, as a page of the manual (docs/themes.md) and for one template: from the views themselves.

use std::fmt::Write;

use crate::render::view::described::{Holds, ViewField, ViewType};
use crate::render::view::templates::{TEMPLATES, template};
use crate::text::capitalised;

/// What the page says before it lists anything.
const HEAD: &str = include_str!("themes.md");

/// The page.
pub fn page() -> String {
    let mut page = String::from(HEAD);
    page.push_str("\n## Templates\n\n| template | prints | sees |\n|---|---|---|\n");
    for template in TEMPLATES {
        let sees: Vec<String> = template.sees().iter().map(|(name, holds)| named(name, *holds)).collect();
        let _ = writeln!(page, "| `{}` | {} | {} |", template.file, template.about, sees.join(", "));
    }
    page.push_str("\n## Views\n");
    for view in views(TEMPLATES.iter().flat_map(|template| template.sees()).map(|(_, holds)| holds)) {
        described(&mut page, view, 3);
    }
    page
}

/// What a template sees, with every field; none if it is not rendered by itself.
pub fn explained(file: &str) -> Option<String> {
    let template = template(file)?;
    let sees = template.sees();
    let mut text = format!("# {file}\n\n{}.\n\n", capitalised(template.about));
    for (name, holds) in &sees {
        let _ = writeln!(text, "- `{name}`: {}", said(*holds, ""));
    }
    text.push_str("- `t`: every string, in the language of the page\n");
    for view in views(sees.into_iter().map(|(_, holds)| holds)) {
        described(&mut text, view, 2);
    }
    Some(text)
}

/// Every template that is rendered by itself, with what it prints.
pub fn list() -> String {
    let mut text = String::new();
    for template in TEMPLATES {
        let _ = writeln!(text, "{:<40}{}", template.file, template.about);
    }
    text
}

/// The files of the same.
pub fn files() -> impl Iterator<Item = &'static str> {
    TEMPLATES.iter().map(|template| template.file)
}

/// Views with all views in them, each once, in the order in which they are met.
fn views(from: impl Iterator<Item = Holds>) -> Vec<&'static ViewType> {
    let mut found = Vec::new();
    from.for_each(|holds| add(holds, &mut found));
    found
}

fn add(holds: Holds, found: &mut Vec<&'static ViewType>) {
    match holds {
        Holds::Optional(inner) | Holds::List(inner) => add(*inner, found),
        Holds::View(view) if !found.contains(&view) => {
            found.push(view);
            view.fields().iter().for_each(|field| add(field.holds, found));
        }
        Holds::View(_) | Holds::Text | Holds::Number | Holds::Truth => {}
    }
}

fn described(page: &mut String, view: &ViewType, level: usize) {
    let _ = writeln!(page, "\n{} {}\n\n{}\n", "#".repeat(level), view.name, joined(view.about));
    page.push_str("| field | type | meaning |\n|---|---|---|\n");
    for ViewField { name, about, holds, .. } in view.fields() {
        let _ = writeln!(page, "| `{name}` | {} | {} |", said(*holds, name), joined(about).replace('|', "\\|"));
    }
}

/// Lines of a doc comment as one. What names a type of ours there is code to readers.
fn joined(lines: &[&str]) -> String {
    let lines: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
    lines.join(" ").replace('<', "&lt;")
}

fn named(name: &str, holds: Holds) -> String {
    match holds {
        Holds::View(view) => format!("`{name}` ([{}](#{}))", view.name, view.name.to_lowercase()),
        _ => format!("`{name}`"),
    }
}

/// What a field of a name holds, in words.
fn said(holds: Holds, name: &str) -> String {
    match holds {
        Holds::Text if name == "html" || name.ends_with("_html") => "HTML".to_owned(),
        Holds::Text => "text".to_owned(),
        Holds::Number => "number".to_owned(),
        Holds::Truth => "true or false".to_owned(),
        Holds::Optional(inner) => format!("{}, or none", said(*inner, name)),
        Holds::List(inner) => format!("list of {}", said(*inner, name)),
        Holds::View(view) => format!("[{}](#{})", view.name, view.name.to_lowercase()),
    }
}
