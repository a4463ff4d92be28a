//! The switch from the live release to the next one.
//!
//! It answers how one folder takes the place of another: by one atomic exchange where the system and the file system
//! have it, else by two renames, between which a crash leaves the live release in the work folder (entering the work
//! folder puts it back). It takes two complete folders on one file system. It guarantees that a failure leaves the live
//! folder as it was, or says where it is. It deletes nothing.

use std::fs;
use std::io;
use std::path::Path;

use super::error::Error;

/// Puts `next` where no folder, or only an empty one, is.
pub(super) fn move_in(next: &Path, live: &Path) -> io::Result<()> {
    // A rename onto an empty folder is atomic on Unix and refused elsewhere. Removing fails when it is not empty (any more).
    if cfg!(not(unix)) && live.exists() {
        fs::remove_dir(live)?;
    }
    fs::rename(next, live)
}

/// Exchanges `next` and `live` in one step, after which `next` holds what was live. Says whether that is possible here.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub(super) fn exchange(next: &Path, live: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    const NOT_HERE: [Errno; 4] = [Errno::INVAL, Errno::NOSYS, Errno::NOTSUP, Errno::OPNOTSUPP];
    match renameat_with(CWD, next, CWD, live, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(error) if NOT_HERE.contains(&error) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Other systems cannot exchange two folders.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub(super) fn exchange(_next: &Path, _live: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Moves `live` to `old` and `next` to `live`, and `old` back if that fails. `shown` is what messages call `live`.
pub(super) fn two_renames(next: &Path, live: &Path, old: &Path, shown: &Path) -> Result<(), Error> {
    fs::rename(live, old).map_err(|source| Error::io("put the new site at", shown, source))?;
    let Err(source) = fs::rename(next, live) else { return Ok(()) };
    Err(match fs::rename(old, live) {
        Ok(()) => Error::io("put the new site at", shown, source),
        Err(_) => Error::Stranded { output: shown.to_owned(), kept: old.to_owned(), source },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with the folders that are named, each holding a file that says which it was.
    fn folders(names: &[&str]) -> tempfile::TempDir {
        let around = tempfile::tempdir().unwrap();
        for name in names {
            fs::create_dir(around.path().join(name)).unwrap();
            fs::write(around.path().join(name).join("was"), name).unwrap();
        }
        around
    }

    #[track_caller]
    fn check(around: &tempfile::TempDir, name: &str, was: &str) {
        assert_eq!(fs::read_to_string(around.path().join(name).join("was")).unwrap(), was);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn an_exchange_swaps_the_two() {
        let around = folders(&["next", "live"]);
        assert!(exchange(&around.path().join("next"), &around.path().join("live")).unwrap());
        check(&around, "live", "next");
        check(&around, "next", "live");
    }

    #[test]
    fn moving_in_takes_an_empty_place_only() {
        let around = folders(&["next", "live"]);
        let (next, live) = (around.path().join("next"), around.path().join("live"));
        assert!(move_in(&next, &live).is_err());
        check(&around, "live", "live");
        fs::remove_file(live.join("was")).unwrap();
        move_in(&next, &live).unwrap();
        check(&around, "live", "next");
    }

    #[test]
    fn two_renames_replace_the_live_folder() {
        let around = folders(&["next", "live"]);
        let path = |name| around.path().join(name);
        two_renames(&path("next"), &path("live"), &path("old"), Path::new("public")).unwrap();
        check(&around, "live", "next");
        check(&around, "old", "live");
    }

    #[test]
    fn when_the_second_rename_fails_the_first_is_undone() {
        let around = folders(&["live"]);
        let path = |name| around.path().join(name);
        let error = two_renames(&path("next"), &path("live"), &path("old"), Path::new("public")).unwrap_err();
        assert!(error.to_string().starts_with("Cannot put the new site at public: it does not exist."), "{error}");
        check(&around, "live", "live");
        assert!(!path("old").exists());
    }
}
