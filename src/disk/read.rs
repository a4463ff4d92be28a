//! Reads a file of a hub, by what becomes of it.
//!
//! A file that cannot be read becomes a source with that trouble, so that it is reported with everything else. The
//! files of the default theme, which are part of the program, are read here as well.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::Arc;

use crate::domain::Document;
use crate::domain::layout::{DOCUMENTS, THEMES, is_read};
use crate::render::theme::{Asset, CIVIC, DEFAULT};
use crate::text::{HubPath, Source};

/// A file of the hub. A copy shares its content.
#[derive(Clone, Debug)]
pub(super) enum File {
    /// A text, or something of which only the name matters.
    Source(Arc<Source>),
    /// A document, and the source at which what is wrong with it is placed: its text is not ours to read.
    Document(Arc<Source>, Document),
    /// A file of a theme that is no template.
    Asset(Asset),
}

impl File {
    /// Whether two readings of a file found the same.
    pub(super) fn is_same(&self, other: &File) -> bool {
        match (self, other) {
            (File::Source(a), File::Source(b)) => a.text == b.text && a.trouble == b.trouble,
            (File::Document(_, a), File::Document(_, b)) => a.bytes == b.bytes,
            (File::Asset(a), File::Asset(b)) => a.bytes == b.bytes,
            _ => false,
        }
    }
}

/// Reads a file; none if it has gone since it was listed. A link that leads nowhere has not gone.
pub(super) fn file(root: &Path, path: &str) -> Option<File> {
    let hub_path = HubPath::new(path);
    if !is_read(path) {
        // It is of no use to us, and reported as such: its content does not matter.
        return Some(File::Source(Source::from_bytes(hub_path, Vec::new()).into()));
    }
    let full = root.join(path);
    let bytes = match fs::read(&full) {
        Ok(bytes) => bytes,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) && !full.is_symlink() => {
            return None;
        }
        Err(error) => return Some(File::Source(Source::unreadable(hub_path, reason(&error)).into())),
    };
    if let Some(below) = hub_path.below(DOCUMENTS) {
        let document = Document { path: below.to_owned(), source: hub_path.clone(), bytes: bytes.into() };
        return Some(File::Document(Source::from_bytes(hub_path, Vec::new()).into(), document));
    }
    Some(match hub_path.below(THEMES) {
        Some(below) if !path.ends_with(".html") => File::Asset(Asset { path: below.to_owned(), bytes: bytes.into() }),
        _ => File::Source(Source::from_bytes(hub_path, bytes).into()),
    })
}

/// Why a file cannot be read, in plain words.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::PermissionDenied => "you do not have the permission".to_owned(),
        ErrorKind::NotFound => "it is not there, or a link that leads nowhere".to_owned(),
        _ => error.to_string(),
    }
}

/// The files of the default theme that are no templates.
pub(super) fn default_assets() -> Vec<Asset> {
    let assets = CIVIC.iter().filter(|(path, _)| !path.ends_with(".html"));
    assets.map(|(path, bytes)| Asset { path: format!("{DEFAULT}/{path}"), bytes: Arc::from(*bytes) }).collect()
}

/// The templates of the default theme.
pub(super) fn default_templates() -> Vec<Arc<Source>> {
    let templates = CIVIC.iter().filter(|(path, _)| path.ends_with(".html"));
    let source = |(path, bytes): &(&str, &[u8])| {
        Source::from_bytes(HubPath::new(&format!("themes/{DEFAULT}/{path}")), bytes.to_vec()).into()
    };
    templates.map(source).collect()
}
