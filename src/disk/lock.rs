//! The lock that a build holds while it publishes.
//!
//! It answers whether another build is publishing to the same output. It takes the work folder, which it makes if need
//! be, and guarantees that of any number of builds one has the lock, even while others remove the folder and the lock
//! with it. The system lets go of the lock when its build ends, however it ends, so none has ever to be removed by hand.
//! It does not wait, and does not remove the lock: that is for whoever holds it to do last.

use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::Path;

use super::error::Error;

/// The name of the lock in the work folder.
pub(super) const NAME: &str = "lock";

/// How often we try while other builds remove the work folder under our feet.
const ATTEMPTS: usize = 100;

/// Locks the work folder, making it if need be.
pub(super) fn acquire(work: &Path, shown: &Path) -> Result<File, Error> {
    let path = work.join(NAME);
    for _ in 0..ATTEMPTS {
        make_folder(work)?;
        let file = match File::options().create(true).truncate(false).write(true).open(&path) {
            Ok(file) => file,
            // The build before us removed the folder that we have just found.
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            Err(source) => {
                let _ = fs::remove_dir(work);
                return Err(Error::io("create", path, source));
            }
        };
        match file.try_lock() {
            Ok(()) if is_at(&file, &path) => return Ok(file),
            // We have locked a file that the build before us removed; another build may have locked its successor.
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => break,
            Err(TryLockError::Error(source)) => return Err(Error::io("lock", path, source)),
        }
    }
    Err(Error::Busy { output: shown.to_owned() })
}

fn make_folder(work: &Path) -> Result<(), Error> {
    let failed = |source| Error::io("create the folder", work, source);
    match fs::create_dir(work) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => match fs::symlink_metadata(work) {
            Ok(found) if !found.is_dir() => Err(failed(ErrorKind::NotADirectory.into())),
            _ => Ok(()),
        },
        made => made.map_err(failed),
    }
}

/// Whether an open file is still the one at its path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(open), Ok(found)) => (open.dev(), open.ino()) == (found.dev(), found.ino()),
        _ => false,
    }
}

/// Whether an open file is still the one at its path.
#[cfg(not(unix))]
fn is_at(_file: &File, path: &Path) -> bool {
    path.exists()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_lock_on_a_file_that_was_removed_does_not_count() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(NAME);
        let file = File::create(&path).unwrap();
        assert!(is_at(&file, &path));
        fs::remove_file(&path).unwrap();
        assert!(!is_at(&file, &path));
        let _successor = File::create(&path).unwrap();
        assert!(!is_at(&file, &path));
    }
}
