//! `noticeboard init`: the start of a hub.

use super::{Ending, Failure, today};
use crate::cli::Init;
use crate::disk;
use crate::terminal;
use crate::text::slug;

/// The files of a new hub. `@NAME@` stands for the council's name, `@HOST@` for the part of its address made from
/// that, `@TODAY@` for the day.
const SCAFFOLD: [(&str, &str); 8] = [
    ("site.toml", include_str!("scaffold/site.toml")),
    ("content/organisations.toml", include_str!("scaffold/content/organisations.toml")),
    ("content/general/who-we-are.md", include_str!("scaffold/content/general/who-we-are.md")),
    ("content/general/your-rights.md", include_str!("scaffold/content/general/your-rights.md")),
    ("content/general/complaints.md", include_str!("scaffold/content/general/complaints.md")),
    ("content/general/security.md", include_str!("scaffold/content/general/security.md")),
    ("content/notices/council-tax.md", include_str!("scaffold/content/notices/council-tax.md")),
    (".gitignore", "/public\n/.public.noticeboard\n"),
];

/// Starts a hub. Files that are there already stay as they are.
pub fn run(arguments: &Init) -> Result<Ending, Failure> {
    let folder = &arguments.folder;
    let name = arguments.name.trim();
    if name.is_empty() || name.contains(['"', '\\', '\n', '{']) {
        return Err(Failure(
            "The name of the council cannot be empty, and cannot hold quotation marks, backslashes or brackets."
                .to_owned(),
        ));
    }
    if disk::is_there(&folder.join("site.toml")) {
        return Err(Failure(format!("There is a hub in {} already: it has a site.toml.", folder.display())));
    }
    let host = slug(name).replace("-borough-council", "").replace("-council", "").replace('-', "");
    let today = today(None)?.to_string();
    let mut kept = Vec::new();
    for (path, text) in SCAFFOLD {
        let target = folder.join(path);
        if disk::is_there(&target) {
            kept.push(path);
            continue;
        }
        let host = if host.is_empty() { "example" } else { &host };
        let text = text.replace("@NAME@", name).replace("@HOST@", host).replace("@TODAY@", &today);
        disk::create(&target, text.as_bytes())?;
    }
    let kept =
        if kept.is_empty() { String::new() } else { format!(" These were there and stay: {}.", kept.join(", ")) };
    let cd = if folder.as_os_str() == "." { String::new() } else { format!("  cd {}\n", folder.display()) };
    terminal::say(&format!(
        "Started a hub for {name} in {}.{kept}\n\nNext:\n{cd}  noticeboard build\n  noticeboard new notice <id>\n\n\
         Read through site.toml first: addresses, phone numbers and the registration\nnumber are examples.\n",
        folder.display()
    ));
    Ok(Ending::Done)
}
