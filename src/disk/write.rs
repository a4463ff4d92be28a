//! Writes single new files into a hub's folder, for authors to go on from. Never overwrites one.

use std::fs;
use std::io::Write;
use std::path::Path;

use super::Error;

/// Whether there is anything at a path, a link that leads nowhere included.
pub fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Creates a file with the folders above it.
///
/// # Errors
///
/// If the file is there already, or cannot be written.
pub fn create(path: &Path, text: &[u8]) -> Result<(), Error> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| Error::io("create", folder, error))?;
    }
    let file = fs::OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = file.map_err(|error| Error::io("create", path, error))?;
    file.write_all(text).map_err(|error| Error::io("write", path, error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_there_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b.md");
        create(&path, b"one").unwrap();
        assert!(create(&path, b"two").is_err());
        assert_eq!(fs::read(&path).unwrap(), b"one");
        assert!(is_there(&path) && !is_there(&folder.path().join("a/c.md")));
    }
}
