//! `noticeboard init`: the start of a hub.

use std::path::Path;

use super::{Ending, Failure, today};
use crate::cli::{Init, Workflow};
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

/// The line of the settings before which a table for the host has its place.
const GROUPS: &str = "# The groups of notices";

/// Adds the file by which a service publishes a hub that is there already.
fn add_workflow(folder: &Path, (path, text, host): (&str, &str, &str)) -> Result<Ending, Failure> {
    let target = folder.join(path);
    if disk::is_there(&target) {
        return Err(Failure(format!("There is a file {} already. Nothing has been changed.", target.display())));
    }
    disk::create(&target, text.as_bytes())?;
    terminal::say(&format!(
        "Added {}: its head says what to set up once.\nIn site.toml, `[hosting]` needs: targets = [\"{host}\"]\n",
        target.display()
    ));
    Ok(Ending::Done)
}

/// The file by which a service publishes the hub: where it has to be, its text, and the host.
fn workflow(of: Workflow) -> (&'static str, &'static str, &'static str) {
    match of {
        Workflow::Github => {
            (".github/workflows/privacy-hub.yml", include_str!("scaffold/workflows/github.yml"), "github-pages")
        }
        Workflow::Gitlab => (".gitlab-ci.yml", include_str!("scaffold/workflows/gitlab.yml"), "gitlab-pages"),
        Workflow::Azure => {
            ("azure-pipelines.yml", include_str!("scaffold/workflows/azure.yml"), "azure-static-web-apps")
        }
    }
}

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
    let workflow = arguments.workflow.map(workflow);
    let is_hub = disk::is_there(&folder.join("site.toml"));
    if let (true, Some(workflow)) = (is_hub, workflow) {
        return add_workflow(folder, workflow);
    }
    if is_hub {
        return Err(Failure(format!("There is a hub in {} already: it has a site.toml.", folder.display())));
    }
    let host = slug(name).replace("-borough-council", "").replace("-council", "").replace('-', "");
    let today = today(None)?.to_string();
    let mut kept = Vec::new();
    let hosting = workflow.map(|(.., host)| format!("[hosting]\ntargets = [\"{host}\"]\n\n{GROUPS}"));
    let of_workflow = workflow.map(|(path, text, _)| (path, text));
    for (path, text) in SCAFFOLD.into_iter().chain(of_workflow) {
        let target = folder.join(path);
        if disk::is_there(&target) {
            kept.push(path);
            continue;
        }
        let host = if host.is_empty() { "example" } else { &host };
        let text = text.replace(GROUPS, hosting.as_deref().unwrap_or(GROUPS));
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
