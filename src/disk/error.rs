//! What can be wrong with the world: every way in which reading or publishing can fail.
//!
//! An [`Error`] carries the path that it is about, and its text is a complete message in plain words: what could not
//! be done, why, what that means for the published site, and what to do about it. It does not say anything about the
//! content of the hub: that is a `Diagnostic`.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// How many of the files that are in the way a message names.
const NAMED: usize = 3;

/// Why reading or publishing stopped.
#[derive(Debug)]
pub enum Error {
    /// The system refused something.
    Io {
        /// What was being done, as a verb that fits "Cannot … this path".
        doing: &'static str,
        /// The path that it was being done to.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
        /// Whether a published site is there and is still what it was.
        site_kept: bool,
    },
    /// The folder holds no hub.
    NoHub {
        /// The folder.
        root: PathBuf,
    },
    /// Another build is publishing to the same folder.
    Busy {
        /// The output folder.
        output: PathBuf,
    },
    /// A page cannot be made, since a template fails. What is wrong is for a build to say.
    Unmade {
        /// The page's path in the published folder.
        path: String,
    },
    /// The output is a file.
    OutputIsFile {
        /// The output.
        output: PathBuf,
    },
    /// The output lies where a release would overwrite something else.
    Misplaced {
        /// The output folder.
        output: PathBuf,
        /// What is wrong with the place, as a clause that begins with "it".
        because: String,
    },
    /// An export would lie where the public can see it.
    Exposed {
        /// The path as it was typed.
        path: PathBuf,
        /// Why, as words after a colon.
        because: String,
    },
    /// The output folder has contents and was not made by Noticeboard.
    NotOurs {
        /// The output folder.
        output: PathBuf,
    },
    /// Somebody put files of their own into the output folder.
    Strangers {
        /// The output folder.
        output: PathBuf,
        /// Their paths in the output folder, folders with a slash at the end.
        found: Vec<String>,
    },
    /// A file of the site has a path that cannot be published.
    BadPath {
        /// The path in the published folder.
        path: String,
        /// What is wrong with it, as a clause.
        because: &'static str,
    },
    /// The switch broke off between its two renames and could not be undone.
    Stranded {
        /// The output folder, which is missing now.
        output: PathBuf,
        /// Where the published site lies until the next build puts it back.
        kept: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl Error {
    /// The system refused to do something to a path. `doing` is a verb that fits "Cannot … this path".
    pub fn io(doing: &'static str, path: impl AsRef<Path>, source: io::Error) -> Self {
        // Taken apart and put together, a path loses the slash at its end.
        Error::Io { doing, path: path.as_ref().components().collect(), source, site_kept: false }
    }

    /// Whether something was not there, or is no longer.
    pub(super) fn is_missing(&self) -> bool {
        matches!(self, Error::Io { source, .. } if matches!(source.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory))
    }

    /// Adds that the published site is still what it was.
    pub(super) fn with_site_kept(mut self) -> Self {
        if let Error::Io { site_kept, .. } = &mut self {
            *site_kept = true;
        }
        self
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Io { source, .. } | Error::Stranded { source, .. } => Some(source),
            _ => None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Io { doing, path, source, site_kept } => write_io(f, doing, path, source, *site_kept),
            Error::NoHub { root } => write!(
                f,
                "There is no hub in {}: it has no site.toml. Go to the folder of your hub, name it with --root, \
                 or start a new one with `noticeboard init`.",
                root.display()
            ),
            Error::Busy { output } => write!(
                f,
                "Cannot publish to {}: another build is publishing there at this moment. Wait until it has finished, then build again.",
                output.display()
            ),
            Error::Unmade { path } => write!(f, "Cannot make {path}: a template fails."),
            Error::OutputIsFile { output } => write!(
                f,
                "Cannot publish to {}: it is a file. Name a folder as the output, or move the file away.",
                output.display()
            ),
            Error::Misplaced { output, because } => write!(
                f,
                "Cannot publish to {}: {because}. Name a folder that is only for the published site, such as public.",
                output.display()
            ),
            Error::Exposed { path, because } => write!(
                f,
                "Cannot export to {}: {because}, and what an export holds is not for the public. Name a file elsewhere.",
                path.display()
            ),
            Error::NotOurs { output } => write!(
                f,
                "Cannot publish to {}: the folder is not empty and was not made by Noticeboard, so it has been left alone. \
                 Name a new or empty folder as the output, or move what is in it elsewhere.",
                output.display()
            ),
            Error::Strangers { output, found } => write!(
                f,
                "Cannot publish to {}: it holds something that Noticeboard did not put there: {}. Move it out of the folder, \
                 or into content/documents to have it published. Nothing has been changed.",
                output.display(),
                some_of(found)
            ),
            Error::BadPath { path, because } => {
                write!(f, "Cannot publish a file as {path:?}: {because}. Give the file another name.")
            }
            Error::Stranded { output, kept, source } => write!(
                f,
                "Cannot put the new site at {}: {}. The site that was published lies whole in {}; build again to have it put back.",
                output.display(),
                explain(source).0,
                kept.display()
            ),
        }
    }
}

fn write_io(f: &mut fmt::Formatter<'_>, doing: &str, path: &Path, source: &io::Error, site_kept: bool) -> fmt::Result {
    let (trouble, remedy) = explain(source);
    write!(f, "Cannot {doing} {}: {trouble}.", path.display())?;
    if site_kept {
        f.write_str(" The published site has not been changed.")?;
    }
    remedy.map_or(Ok(()), |remedy| write!(f, " {remedy}"))
}

/// What the system said, in the words of somebody who is not a programmer, and what to do about it.
fn explain(source: &io::Error) -> (String, Option<&'static str>) {
    let (trouble, remedy) = match source.kind() {
        ErrorKind::PermissionDenied => ("permission was denied", "Ask whoever owns it to let you read and write it."),
        ErrorKind::StorageFull => ("the disk is full", "Make room on it, then build again."),
        ErrorKind::QuotaExceeded => {
            ("your share of the disk is used up", "Make room or ask for a larger share, then build again.")
        }
        ErrorKind::ReadOnlyFilesystem => {
            ("the file system is read-only", "Choose a place on a disk that can be written to.")
        }
        ErrorKind::NotFound => {
            ("it does not exist", "Check the path, and whether something moved or removed it meanwhile.")
        }
        ErrorKind::AlreadyExists => ("it is there already", "Choose another name, or move the old one away."),
        ErrorKind::NotADirectory => {
            ("a part of the path is a file and not a folder", "Name another place, or move that file away.")
        }
        ErrorKind::CrossesDevices | ErrorKind::ResourceBusy => (
            "it cannot be renamed, because it is a mount point or belongs to a layer of its own",
            "Name a folder inside it as the output.",
        ),
        ErrorKind::InvalidFilename => ("the name is too long or not allowed here", "Give the file a shorter name."),
        _ => return (source.to_string(), None),
    };
    (trouble.to_owned(), Some(remedy))
}

/// The first few names, and how many more there are.
fn some_of(found: &[String]) -> String {
    let named = found.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    match found.len().saturating_sub(NAMED) {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(error: &Error, expected: &str) {
        assert_eq!(error.to_string(), expected);
    }

    fn io(kind: ErrorKind) -> Error {
        Error::io("write", "public/notices/a/index.html", kind.into())
    }

    #[test]
    fn an_io_error_says_what_why_and_what_to_do() {
        check(
            &io(ErrorKind::StorageFull).with_site_kept(),
            "Cannot write public/notices/a/index.html: the disk is full. The published site has not been changed. \
             Make room on it, then build again.",
        );
        check(
            &io(ErrorKind::ReadOnlyFilesystem),
            "Cannot write public/notices/a/index.html: the file system is read-only. \
             Choose a place on a disk that can be written to.",
        );
    }

    #[test]
    fn every_common_kind_has_a_remedy() {
        use ErrorKind::*;
        for kind in [PermissionDenied, StorageFull, QuotaExceeded, ReadOnlyFilesystem, NotFound, CrossesDevices] {
            assert!(explain(&kind.into()).1.is_some(), "no remedy for {kind:?}");
        }
    }

    #[test]
    fn an_uncommon_kind_keeps_the_words_of_the_system() {
        let error = Error::io("read", "site.toml", io::Error::other("the moon is full"));
        check(&error, "Cannot read site.toml: the moon is full.");
    }

    #[test]
    fn at_most_three_strangers_are_named() {
        let found = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
        assert_eq!(some_of(&found(&["a"])), "a");
        assert_eq!(some_of(&found(&["a", "b", "c"])), "a, b, c");
        assert_eq!(some_of(&found(&["a", "b", "c", "d", "e"])), "a, b, c and 2 more");
    }
}
