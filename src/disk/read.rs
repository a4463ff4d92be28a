//! Reads a hub's folder: one snapshot of everything that a build depends on.
//!
//! Takes in `site.toml`, `content/` and `themes/`, in parallel, and adds what the default theme has and
//! the hub does not override. A file that cannot be read becomes a source with that trouble, so that it is
//! reported with everything else. Hidden files and those that editors leave behind are passed over.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::Error;
use crate::build::Inputs;
use crate::domain::Document;
use crate::render::theme::{Asset, CIVIC, DEFAULT};
use crate::text::{HubPath, Source, Sources};

const DOCUMENTS: &str = "content/documents";

/// Reads the hub in a folder, to be built as on a given day.
///
/// # Errors
///
/// If the folder has no `site.toml`, or a folder in it cannot be listed.
pub fn read(root: &Path, today: Date) -> Result<Inputs, Error> {
    let site = root.join("site.toml");
    if !site.is_file() {
        return Err(Error::NoHub { root: root.to_owned() });
    }
    let mut paths = vec!["site.toml".to_owned()];
    for folder in ["content", "themes"] {
        if root.join(folder).is_dir() {
            list(root, folder, &mut BTreeSet::new(), &mut paths)?;
        }
    }
    let files: Vec<File> = paths.into_par_iter().map(|path| file(root, &path)).collect();
    let mut inputs = Inputs { sources: Sources::default(), documents: Vec::new(), assets: default_assets(), today };
    let mut sources = Vec::new();
    for file in files {
        match file {
            File::Source(source) => sources.push(source),
            File::Document(document) => {
                // Its text is not ours to read, but what is wrong with it has to be placed somewhere.
                sources.push(Source::from_bytes(document.source.clone(), Vec::new()));
                inputs.documents.push(document);
            }
            File::Asset(asset) => inputs.assets.push(asset),
        }
    }
    add_default_templates(&mut sources);
    inputs.sources = Sources::new(sources);
    inputs.documents.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(inputs)
}

/// Lists the files below a folder, with forward slashes. Links are followed, but not in circles.
fn list(root: &Path, folder: &str, above: &mut BTreeSet<PathBuf>, paths: &mut Vec<String>) -> Result<(), Error> {
    let path = root.join(folder);
    let real = fs::canonicalize(&path).map_err(|error| Error::io("open", &path, error))?;
    if !above.insert(real.clone()) {
        return Ok(());
    }
    for entry in fs::read_dir(&path).map_err(|error| Error::io("list", &path, error))? {
        let entry = entry.map_err(|error| Error::io("list", &path, error))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if is_passed_over(&name) {
            continue;
        }
        let below = format!("{folder}/{name}");
        if entry.path().is_dir() {
            list(root, &below, above, paths)?;
        } else {
            paths.push(below);
        }
    }
    above.remove(&real);
    Ok(())
}

/// Whether a file belongs to the system or to an editor, and not to the hub.
fn is_passed_over(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    name.starts_with(['.', '#', '~'])
        || name.ends_with('~')
        || matches!(ending, "swp" | "swx" | "swo" | "tmp" | "bak" | "orig")
        || matches!(name, "Thumbs.db" | "desktop.ini" | "4913")
}

/// A file of the hub, by what becomes of it.
enum File {
    Source(Source),
    Document(Document),
    Asset(Asset),
}

fn file(root: &Path, path: &str) -> File {
    let hub_path = HubPath::new(path);
    let is_text = path.ends_with(".md") || path.ends_with(".toml") || path.ends_with(".html");
    let is_document = hub_path.below(DOCUMENTS).is_some();
    let in_theme = hub_path.below("themes").is_some();
    if !is_text && !is_document && !in_theme {
        // It is of no use to us, and reported as such: its content does not matter.
        return File::Source(Source::from_bytes(hub_path, Vec::new()));
    }
    let bytes = match fs::read(root.join(path)) {
        Ok(bytes) => bytes,
        Err(error) => return File::Source(Source::unreadable(hub_path, reason(&error))),
    };
    if let Some(below) = hub_path.below(DOCUMENTS) {
        return File::Document(Document { path: below.to_owned(), source: hub_path.clone(), bytes: bytes.into() });
    }
    match hub_path.below("themes") {
        Some(below) if !path.ends_with(".html") => File::Asset(Asset { path: below.to_owned(), bytes: bytes.into() }),
        _ => File::Source(Source::from_bytes(hub_path, bytes)),
    }
}

/// Why a file cannot be read, in plain words.
fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::PermissionDenied => "you do not have the permission".to_owned(),
        std::io::ErrorKind::NotFound => "it is not there, or a link that leads nowhere".to_owned(),
        _ => error.to_string(),
    }
}

fn default_assets() -> Vec<Asset> {
    let assets = CIVIC.iter().filter(|(path, _)| !path.ends_with(".html"));
    assets.map(|(path, bytes)| Asset { path: format!("{DEFAULT}/{path}"), bytes: Arc::from(*bytes) }).collect()
}

/// Adds the templates of the default theme that the hub does not have itself.
fn add_default_templates(sources: &mut Vec<Source>) {
    let own: BTreeSet<String> = sources.iter().map(|source| source.path.as_str().to_owned()).collect();
    for (path, bytes) in CIVIC.iter().filter(|(path, _)| path.ends_with(".html")) {
        let path = format!("themes/{DEFAULT}/{path}");
        if !own.contains(&path) {
            sources.push(Source::from_bytes(HubPath::new(&path), bytes.to_vec()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> Date {
        jiff::civil::date(2026, 11, 21)
    }

    fn hub(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    #[test]
    fn a_snapshot_holds_what_a_build_depends_on() {
        let hub = hub(&[
            ("site.toml", ""),
            ("content/notices/b.md", "b"),
            ("content/notices/.b.md.swp", "x"),
            ("content/notices/b.md~", "x"),
            ("content/documents/forms/a.pdf", "pdf"),
            ("themes/civic/style.css", "css"),
            ("themes/civic/base.html", "own"),
            ("README.md", "not ours"),
        ]);
        let inputs = read(hub.path(), day()).unwrap();
        let own: Vec<&str> = inputs.sources.iter().map(|(_, source)| source.path.as_str()).collect();
        assert!(own.contains(&"content/notices/b.md") && own.contains(&"site.toml"));
        assert!(own.iter().all(|path| !path.contains("swp") && !path.contains('~') && *path != "README.md"));
        let base = inputs.sources.find("themes/civic/base.html").unwrap();
        assert_eq!(inputs.sources.get(base).text, "own");
        assert!(inputs.sources.find("themes/civic/notice.html").is_some(), "the rest of the theme is there");
        assert_eq!(inputs.documents[0].path, "forms/a.pdf");
        let css = inputs.assets.iter().rfind(|asset| asset.path == "civic/style.css").unwrap();
        assert_eq!(&*css.bytes, b"css");
    }

    #[test]
    fn a_folder_without_settings_is_no_hub() {
        let hub = hub(&[("content/notices/a.md", "")]);
        let error = read(hub.path(), day()).unwrap_err();
        assert!(error.to_string().contains("site.toml"), "{error}");
    }

    #[cfg(unix)]
    #[test]
    fn links_in_a_circle_end() {
        let hub = hub(&[("site.toml", ""), ("content/notices/a.md", "")]);
        std::os::unix::fs::symlink(hub.path().join("content"), hub.path().join("content/notices/again")).unwrap();
        std::os::unix::fs::symlink("nowhere.md", hub.path().join("content/notices/broken.md")).unwrap();
        let inputs = read(hub.path(), day()).unwrap();
        let broken = inputs.sources.get(inputs.sources.find("content/notices/broken.md").unwrap());
        assert!(broken.trouble.is_some());
    }
}
