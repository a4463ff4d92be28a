//! Where an export may go, and putting it there.
//!
//! An export holds what is not for the public. [`check_export`] keeps it out of every folder that is published, or from
//! which something is. [`replace`] guarantees that a file holds the old export or the new one, never a part of it.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::error::Error;
use super::marker;
use super::output::{is_inside, resolve};

/// The folders of a hub from which files are published, and the one into which they are unless another is named.
const EXPOSED: [&str; 3] = ["content", "themes", "public"];

/// Refuses a path in a published folder, in the parts of a hub that are published as they are, and the hub's settings.
///
/// # Errors
///
/// A sentence that says in what way the path is in the wrong place.
pub fn check_export(hub: &Path, path: &Path) -> Result<(), Error> {
    let refuse = |because: String| Err(Error::Exposed { path: path.to_owned(), because });
    let real = resolve(path)?;
    for name in EXPOSED {
        if is_inside(&real, &resolve(&hub.join(name))?) {
            return refuse(format!("it lies in the hub's folder {name}"));
        }
    }
    if real.ancestors().skip(1).any(|folder| folder.join(marker::NAME).is_file()) {
        return refuse("it lies in a folder that Noticeboard has published".to_owned());
    }
    if real == resolve(&hub.join("site.toml"))? {
        return refuse("it holds the settings of the hub".to_owned());
    }
    Ok(())
}

/// Puts bytes in a file, in place of what it holds. What is no plain file, such as a pipe, is written to.
///
/// # Errors
///
/// If the file cannot be written; it is as it was then.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let failed = |error| Error::io("write", path, error);
    match fs::metadata(path) {
        Ok(there) if !there.is_file() => return fs::write(path, bytes).map_err(failed),
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(failed(error)),
        _ => {}
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.part"));
    let written = fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, path));
    written.map_err(|error| {
        let _ = fs::remove_file(&beside);
        failed(error)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_export_stays_out_of_what_is_published() {
        let around = tempfile::tempdir().unwrap();
        let hub = around.path().join("hub");
        fs::create_dir_all(hub.join("content/documents")).unwrap();
        fs::create_dir_all(around.path().join("www/a")).unwrap();
        fs::write(around.path().join("www").join(marker::NAME), "").unwrap();
        let check = |path: &str| check_export(&hub, &around.path().join(path)).is_ok();
        let refused =
            ["hub/content/documents/a.csv", "hub/public/a.csv", "hub/site.toml", "www/a/a.csv", "hub/../www/a.csv"];
        assert_eq!(refused.map(check), [false; 5]);
        assert_eq!(["hub/a.csv", "a.csv", "hub/exports/a.csv"].map(check), [true; 3]);
    }

    #[test]
    fn a_file_is_replaced_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        replace(&path, b"one").unwrap();
        replace(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(replace(&folder.path().join("none/a.csv"), b"").is_err());
        assert!(replace(folder.path(), b"").is_err());
    }
}
