//! Where a release may go.
//!
//! It answers what real folder an output path means, also when that folder does not exist yet, and whether publishing
//! there would harm the hub. It takes paths as they were typed. [`check_output`] guarantees that the output shares no
//! folder with what the site is made from. It does not look into the output folder: whether what is in there may be
//! replaced is decided when publishing.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::error::Error;
use crate::domain::layout::FOLDERS;

/// How many symbolic links may lead to one another before we call it a circle; the same as Linux allows.
const MOST_LINKS: usize = 40;

/// Refuses an output folder that shares a folder with the hub's own files: the hub's folder itself, anything inside its
/// `content` or `themes`, and any folder that contains one of these.
///
/// # Errors
///
/// A sentence that says in what way the output is in the wrong place.
pub fn check_output(hub: &Path, output: &Path) -> Result<(), Error> {
    let refuse = |because: String| Err(Error::Misplaced { output: output.to_owned(), because });
    let (real_hub, real_output) = (resolve(hub)?, resolve(output)?);
    if same_folder(&real_hub, &real_output) {
        return refuse("it is the folder of the hub itself".to_owned());
    }
    if is_inside(&real_hub, &real_output) {
        return refuse(format!("it contains the folder of the hub, {}", hub.display()));
    }
    for name in FOLDERS {
        let input = resolve(&hub.join(name))?;
        if is_inside(&real_output, &input) {
            return refuse(format!("it lies in the hub's folder {name}, which holds what the site is made from"));
        }
        if is_inside(&input, &real_output) {
            return refuse(format!("it contains the hub's folder {name}, which holds what the site is made from"));
        }
    }
    Ok(())
}

/// The real path of an output folder that may not exist yet: absolute, without `..` and without symbolic links.
pub(super) fn resolve(path: &Path) -> Result<PathBuf, Error> {
    std::path::absolute(path)
        .and_then(|absolute| follow(PathBuf::new(), &absolute, MOST_LINKS))
        .map_err(|source| Error::io("find", path, source))
}

/// Walks from one folder along a path, following every symbolic link on the way. The system's own function for that
/// wants everything to exist, and would not tell where a link to a missing folder leads.
fn follow(from: PathBuf, path: &Path, links: usize) -> io::Result<PathBuf> {
    let mut real = from;
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                real.pop();
            }
            Component::Prefix(_) | Component::RootDir => real.push(part),
            Component::Normal(name) => real = step(real, Path::new(name), links)?,
        }
    }
    Ok(real)
}

/// One step down from a folder, through a symbolic link if there is one.
fn step(folder: PathBuf, name: &Path, links: usize) -> io::Result<PathBuf> {
    let below = folder.join(name);
    match fs::read_link(&below) {
        Ok(_) if links == 0 => Err(io::Error::other("the symbolic links lead round in a circle")),
        Ok(target) => follow(folder, &target, links - 1),
        Err(_) => Ok(below),
    }
}

/// Whether a path is a folder or lies anywhere below it.
pub(super) fn is_inside(path: &Path, folder: &Path) -> bool {
    path.ancestors().any(|ancestor| same_folder(ancestor, folder))
}

/// Whether two resolved paths are the same folder. Names alone do not tell where upper and lower case are one.
#[cfg(unix)]
fn same_folder(a: &Path, b: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let identity = |path: &Path| fs::metadata(path).ok().map(|found| (found.dev(), found.ino()));
    a == b || identity(a).is_some_and(|found| Some(found) == identity(b))
}

/// Whether two resolved paths are the same folder.
#[cfg(not(unix))]
fn same_folder(a: &Path, b: &Path) -> bool {
    a == b
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A hub with its folders, in a folder of its own.
    fn hub() -> (tempfile::TempDir, PathBuf) {
        let around = tempfile::tempdir().unwrap();
        let hub = around.path().join("hub");
        fs::create_dir_all(hub.join("content/documents")).unwrap();
        fs::create_dir_all(hub.join("themes")).unwrap();
        (around, hub)
    }

    #[track_caller]
    fn check(output: &str, expected: Option<&str>) {
        let (_around, hub) = hub();
        let answer = check_output(&hub, &hub.join(output)).err().map(|error| error.to_string());
        match (answer, expected) {
            (None, None) => {}
            (Some(answer), Some(expected)) => assert!(answer.contains(expected), "{answer}"),
            (answer, _) => panic!("{output}: {answer:?}"),
        }
    }

    #[test]
    fn a_folder_of_its_own_is_fine() {
        check("public", None);
        check("a/b/public", None);
        check("../public", None);
        check("contents", None);
        check("content/../public", None);
    }

    #[test]
    fn the_folders_of_the_hub_are_refused() {
        check(".", Some("it is the folder of the hub itself. Name a folder"));
        check("missing/..", Some("it is the folder of the hub itself"));
        check("content", Some("it lies in the hub's folder content"));
        check("content/documents/new/deep", Some("it lies in the hub's folder content"));
        check("public/../themes/x", Some("it lies in the hub's folder themes"));
        check("..", Some("it contains the folder of the hub"));
        check("../..", Some("it contains the folder of the hub"));
    }

    #[cfg(unix)]
    #[test]
    fn symbolic_links_do_not_hide_where_the_output_is() {
        use std::os::unix::fs::symlink;
        let (around, hub) = hub();
        symlink(hub.join("content"), around.path().join("link")).unwrap();
        let text = check_output(&hub, &around.path().join("link/new")).unwrap_err().to_string();
        assert!(text.contains("it lies in the hub's folder content"), "{text}");

        let shared = around.path().join("shared");
        fs::create_dir_all(shared.join("themes")).unwrap();
        fs::remove_dir(hub.join("themes")).unwrap();
        symlink(shared.join("themes"), hub.join("themes")).unwrap();
        let text = check_output(&hub, &shared).unwrap_err().to_string();
        assert!(text.contains("it contains the hub's folder themes"), "{text}");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_missing_folder_leads_there() {
        let around = tempfile::tempdir().unwrap();
        let real = fs::canonicalize(around.path()).unwrap();
        std::os::unix::fs::symlink("there/../elsewhere/deep", real.join("link")).unwrap();
        assert_eq!(resolve(&real.join("link/public")).unwrap(), real.join("elsewhere/deep/public"));
    }

    #[cfg(unix)]
    #[test]
    fn links_in_a_circle_are_an_error() {
        let around = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink("b", around.path().join("a")).unwrap();
        std::os::unix::fs::symlink("a", around.path().join("b")).unwrap();
        let text = resolve(&around.path().join("a")).unwrap_err().to_string();
        assert!(text.ends_with("the symbolic links lead round in a circle."), "{text}");
    }
}
