//! The file `.noticeboard` in a published folder: how Noticeboard knows its own work again.
//!
//! It answers whether a folder was published by Noticeboard, which files it put there, and what those were made from, so
//! that the next build need not make them again. It depends on nothing but the site and the program, so the same site
//! gives the same bytes. Nothing else may use the file's name, and no path may contain
//! what would break the list: [`check_paths`] sees to both before anything is written. It does not read or write files.

use std::collections::BTreeMap;

use super::error::Error;
use super::folders::folders_of;
use crate::render::Site;
use crate::text::Digest;

/// The name of the marker in the published folder.
pub(super) const NAME: &str = ".noticeboard";

/// The first line is what the folder is known by; the others may change from version to version.
const FIRST_LINE: &str = "This folder was published by Noticeboard, which makes privacy portals for councils.";

/// What whoever opens the file needs to know. An empty line ends it.
const EXPLANATION: &str = "\
Every build replaces the whole folder, so do not edit it or keep anything in it.
To publish a document, put it into content/documents in the folder that the site is made from.
Below are the files that Noticeboard published here. A build that finds any other file here stops
and leaves everything as it is. Without this file Noticeboard would not touch the folder at all.
Behind a file stand two digests: of what it was made from, and of what is in it. The next build
makes a file again if either of them is another.
";

/// What is known of a published file that was made: what it was made from, and what came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) made_from: Digest,
    pub(super) bytes: Digest,
}

/// The published files, by their paths.
pub(super) type Records = BTreeMap<String, Option<Record>>;

/// The marker of a folder with these files.
pub(super) fn text<'a>(files: impl Iterator<Item = (&'a str, Option<Record>)>) -> String {
    let mut text = format!("{FIRST_LINE}\n{EXPLANATION}\n");
    for (path, record) in files {
        text.push_str(path);
        if let Some(Record { made_from, bytes }) = record {
            text.push_str(&format!("\t{made_from}\t{bytes}"));
        }
        text.push('\n');
    }
    text
}

/// The published files that a marker lists, or nothing if this is no marker.
pub(super) fn parse(bytes: &[u8]) -> Option<Records> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut lines = text.lines();
    if lines.next() != Some(FIRST_LINE) {
        return None;
    }
    let files = lines.skip_while(|line| !line.is_empty()).skip(1).map(file);
    // Whoever has written into the list has not given us files to delete elsewhere.
    Some(files.filter(|(path, _)| fault(path).is_none()).collect())
}

/// A file of the list. Who has written over its digests has not changed its path.
fn file(line: &str) -> (String, Option<Record>) {
    let mut parts = line.split('\t');
    let path = parts.next().unwrap_or_default().to_owned();
    let mut digest = || parts.next()?.parse().ok();
    let record = digest().and_then(|made_from| Some(Record { made_from, bytes: digest()? }));
    (path, record)
}

/// Refuses a site that has a path which does not name a file below the published folder, or which the marker cannot list.
pub(super) fn check_paths(site: &Site) -> Result<(), Error> {
    let refuse = |path: &str, because| Err(Error::BadPath { path: path.to_owned(), because });
    for path in site.paths() {
        if let Some(because) = fault(path) {
            return refuse(path, because);
        }
    }
    match folders_of(site.paths()).into_iter().find(|folder| site.has(folder)) {
        Some(folder) => refuse(folder, "there is a folder of that name"),
        None => Ok(()),
    }
}

fn fault(path: &str) -> Option<&'static str> {
    if path == NAME {
        return Some("Noticeboard keeps that name for itself");
    }
    let is_usual = path.bytes().all(|byte| matches!(byte, b' '..=b'~') && byte != b'\\');
    if !is_usual && path.contains(|c: char| c.is_control() || c == '\\') {
        return Some("the name contains a line break, a backslash or an invisible character");
    }
    if path.split('/').any(|part| matches!(part, "" | "." | "..")) {
        return Some("this is not the path of a file in the published folder");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(paths: &[&str]) -> Site {
        let mut site = Site::default();
        for path in paths {
            site.add((*path).to_owned(), Vec::new());
        }
        site
    }

    #[test]
    fn a_marker_lists_the_paths_in_order() {
        let record = Record { made_from: Digest::of("notice"), bytes: Digest::of("page") };
        let text = text([("index.html", None), ("notices/b/index.html", Some(record))].into_iter());
        assert!(text.starts_with("This folder was published by Noticeboard"));
        let Record { made_from, bytes } = record;
        assert!(text.ends_with(&format!("\n\nindex.html\nnotices/b/index.html\t{made_from}\t{bytes}\n")), "{text}");
        let listed = parse(text.as_bytes()).unwrap();
        assert!(
            listed.iter().eq(&Records::from([
                ("index.html".to_owned(), None),
                ("notices/b/index.html".to_owned(), Some(record))
            ]))
        );
    }

    #[test]
    fn digests_that_cannot_be_read_are_none() {
        let files = |lines: &str| parse(format!("{FIRST_LINE}\n\n{lines}\n").as_bytes()).unwrap();
        for line in ["a", "a\t", "a\t0123456789abcdef", "a\tx\ty", "a\t0123456789abcdef\t0123456789abcdefg"] {
            assert_eq!(files(line), Records::from([("a".to_owned(), None)]), "{line:?}");
        }
    }

    #[test]
    fn a_marker_lists_nothing_outside_its_folder() {
        let files = parse(format!("{FIRST_LINE}\n\n../a\n/b\nc/../../d\n\ne\n").as_bytes()).unwrap();
        assert_eq!(files, Records::from([("e".to_owned(), None)]));
    }

    #[test]
    fn the_marker_of_an_empty_site_lists_nothing() {
        assert!(parse(text([].into_iter()).as_bytes()).unwrap().is_empty());
    }

    #[test]
    fn another_file_is_no_marker() {
        assert!(parse(b"").is_none());
        assert!(parse(b"index.html\n").is_none());
        assert!(parse(&[0xff, 0xfe]).is_none());
    }

    #[track_caller]
    fn check(paths: &[&str], expected: Option<&str>) {
        let answer = check_paths(&site(paths)).err().map(|error| error.to_string());
        assert_eq!(answer.as_deref(), expected);
    }

    #[test]
    fn paths_that_cannot_be_published_are_refused() {
        const OUTSIDE: &str = "this is not the path of a file in the published folder. Give the file another name.";
        check(&["a/b", "a.b", ".nojekyll"], None);
        for path in ["../a", "/a", "a//b", "a/./b", ""] {
            check(&[path], Some(&format!("Cannot publish a file as {path:?}: {OUTSIDE}")));
        }
        check(
            &["documents/a\nb.pdf"],
            Some(
                "Cannot publish a file as \"documents/a\\nb.pdf\": the name contains a line break, a backslash or an \
                 invisible character. Give the file another name.",
            ),
        );
        check(
            &[".noticeboard"],
            Some(
                "Cannot publish a file as \".noticeboard\": Noticeboard keeps that name for itself. Give the file another name.",
            ),
        );
        check(
            &["a", "a/b"],
            Some("Cannot publish a file as \"a\": there is a folder of that name. Give the file another name."),
        );
    }
}
