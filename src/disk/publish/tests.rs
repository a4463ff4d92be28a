//! Publishing, seen from the output folder.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use super::*;
use crate::disk::folders::folders_of;

const FEWER: Abilities = Abilities { hard_links: false, exchange: false };
const ALL: Abilities = Abilities { hard_links: true, exchange: true };

/// An output folder in a folder of its own, and what publishing there does.
struct Council {
    around: TempDir,
    output: PathBuf,
}

impl Council {
    fn new() -> Self {
        let around = tempfile::tempdir().unwrap();
        let output = around.path().join("public");
        Council { around, output }
    }

    /// A council with a published site, all of whose files are old.
    fn with(files: &[(&str, &str)]) -> Self {
        let council = Council::new();
        publish(&site(files), &council.output).unwrap();
        for (path, _) in files {
            fs::File::options().write(true).open(council.at(path)).unwrap().set_modified(long_ago()).unwrap();
        }
        council
    }

    fn at(&self, path: &str) -> PathBuf {
        self.output.join(path)
    }

    fn modified(&self, path: &str) -> SystemTime {
        fs::metadata(self.at(path)).unwrap().modified().unwrap()
    }

    fn fail(&self, files: &[(&str, &str)]) -> String {
        let error = publish(&site(files), &self.output).unwrap_err().to_string();
        error.replace(&self.around.path().display().to_string(), "<around>")
    }

    /// Checks that the output holds these files, the marker and nothing else, and that no work folder is left.
    #[track_caller]
    fn holds(&self, files: &[(&str, &str)]) {
        let listing = Listing::of(&self.output, &self.output).unwrap();
        let expected: BTreeSet<_> = files.iter().map(|(path, _)| *path).chain([marker::NAME]).collect();
        assert!(listing.files.iter().eq(&expected), "{:?}", listing.files);
        assert!(listing.folders.iter().eq(&folders_of(expected.into_iter())), "{:?}", listing.folders);
        for (path, text) in files {
            assert_eq!(fs::read_to_string(self.at(path)).unwrap(), *text, "{path}");
        }
        assert_eq!(
            fs::read_to_string(self.at(marker::NAME)).unwrap(),
            marker::text(site(files).paths().map(|path| (path, None)))
        );
        self.has_no_work_folder();
    }

    #[track_caller]
    fn has_no_work_folder(&self) {
        assert!(!self.around.path().join(".public.noticeboard").exists());
    }
}

fn site(files: &[(&str, &str)]) -> Site {
    let mut site = Site::default();
    for (path, text) in files {
        site.add((*path).to_owned(), text.as_bytes());
    }
    site
}

fn long_ago() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000)
}

fn counts(written: usize, unchanged: usize, removed: usize, total: usize) -> Published {
    Published { written, unchanged, removed, total }
}

#[cfg(unix)]
fn inode(path: &Path) -> u64 {
    std::os::unix::fs::MetadataExt::ino(&fs::metadata(path).unwrap())
}

const BEFORE: [(&str, &str); 5] =
    [("index.html", "home"), ("a/index.html", "a"), ("b/index.html", "b"), ("b/c/d.pdf", "d"), ("feed.xml", "")];
const AFTER: [(&str, &str); 4] =
    [("index.html", "home"), ("a/index.html", "A"), ("e/f/index.html", "f"), ("feed.xml", "")];

#[test]
fn the_first_release_is_written_with_the_folders_around_it() {
    let mut council = Council::new();
    council.output = council.around.path().join("var/www/public");
    assert_eq!(publish(&site(&BEFORE), &council.output).unwrap(), counts(5, 0, 0, 5));
    council.holds(&BEFORE);
    assert_eq!(fs::read_dir(council.around.path().join("var/www")).unwrap().count(), 1);
}

#[test]
fn an_empty_folder_is_taken_as_it_is() {
    let council = Council::new();
    fs::create_dir(&council.output).unwrap();
    publish(&site(&BEFORE), &council.output).unwrap();
    council.holds(&BEFORE);
}

#[test]
fn a_release_replaces_another_whole() {
    for abilities in [ALL, FEWER] {
        let council = Council::with(&BEFORE);
        assert_eq!(publish_with(&site(&AFTER), &council.output, abilities).unwrap(), counts(2, 2, 2, 4));
        council.holds(&AFTER);
        assert_eq!(council.modified("index.html"), long_ago());
        assert!(council.modified("a/index.html") > long_ago());
    }
}

#[cfg(unix)]
#[test]
fn unchanged_files_are_the_same_files_where_hard_links_work() {
    for (abilities, same) in [(ALL, true), (FEWER, false)] {
        let council = Council::with(&BEFORE);
        let before = inode(&council.at("index.html"));
        publish_with(&site(&AFTER), &council.output, abilities).unwrap();
        assert_eq!(inode(&council.at("index.html")) == before, same);
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_touched_when_nothing_changed() {
    let council = Council::with(&BEFORE);
    let state = || {
        let paths = ["", "a", "b/c", "index.html", ".noticeboard"].map(|path| council.at(path));
        paths.map(|path| (inode(&path), fs::metadata(&path).unwrap().modified().unwrap()))
    };
    let before = state();
    assert_eq!(publish(&site(&BEFORE), &council.output).unwrap(), counts(0, 5, 0, 5));
    assert_eq!(state(), before);
    council.holds(&BEFORE);
}

#[cfg(unix)]
#[test]
fn a_single_changed_file_is_replaced_alone() {
    use std::io::Read;
    let council = Council::with(&BEFORE);
    let folder = inode(&council.output);
    let mut reader = fs::File::open(council.at("a/index.html")).unwrap();
    let mut after = BEFORE;
    after[1].1 = "another a";
    assert_eq!(publish(&site(&after), &council.output).unwrap(), counts(1, 4, 0, 5));
    council.holds(&after);
    assert_eq!(inode(&council.output), folder);
    let mut text = String::new();
    reader.read_to_string(&mut text).unwrap();
    assert_eq!(text, "a", "whoever was reading the file goes on reading the old one");
}

#[cfg(unix)]
#[test]
fn a_changed_file_and_a_removed_one_change_at_once() {
    let council = Council::with(&BEFORE);
    let folder = inode(&council.output);
    let after = [BEFORE[0], ("a/index.html", "A"), BEFORE[2], BEFORE[4]];
    assert_eq!(publish(&site(&after), &council.output).unwrap(), counts(1, 3, 1, 4));
    council.holds(&after);
    assert_ne!(inode(&council.output), folder);
}

#[test]
fn a_file_can_become_a_folder_and_a_folder_a_file() {
    let council = Council::with(&[("a", "file"), ("b/c", "folder")]);
    let after = [("a/c", "folder"), ("b", "file")];
    publish(&site(&after), &council.output).unwrap();
    council.holds(&after);
}

#[test]
fn a_published_file_that_was_edited_or_lost_is_put_right() {
    let council = Council::with(&BEFORE);
    fs::write(council.at("index.html"), "HOME").unwrap();
    fs::remove_dir_all(council.at("b")).unwrap();
    assert_eq!(publish(&site(&BEFORE), &council.output).unwrap(), counts(3, 2, 0, 5));
    council.holds(&BEFORE);
}

#[test]
fn a_folder_that_lost_its_file_goes_when_the_site_no_longer_has_it() {
    let council = Council::with(&[("a", "a"), ("b/c", "c")]);
    fs::remove_file(council.at("b/c")).unwrap();
    assert_eq!(publish(&site(&[("a", "a")]), &council.output).unwrap(), counts(0, 1, 0, 1));
    council.holds(&[("a", "a")]);
}

#[test]
fn a_site_without_files_takes_the_others_away() {
    let council = Council::with(&BEFORE);
    assert_eq!(publish(&site(&[]), &council.output).unwrap(), counts(0, 0, 5, 0));
    council.holds(&[]);
}

#[test]
fn a_folder_of_somebody_else_is_left_alone() {
    let council = Council::new();
    fs::create_dir(&council.output).unwrap();
    for name in ["thesis.odt", marker::NAME] {
        fs::write(council.at(name), "do not lose").unwrap();
        assert_eq!(
            council.fail(&AFTER),
            "Cannot publish to <around>/public: the folder is not empty and was not made by Noticeboard, so it has been \
             left alone. Name a new or empty folder as the output, or move what is in it elsewhere."
        );
        assert_eq!(fs::read_to_string(council.at(name)).unwrap(), "do not lose");
        council.has_no_work_folder();
    }
}

#[test]
fn files_of_somebody_else_are_named_and_left_alone() {
    let council = Council::with(&BEFORE);
    for path in [".htpasswd", "a/letter.odt", "b/notes.txt", "b/c/more.txt"] {
        fs::write(council.at(path), "mine").unwrap();
    }
    fs::create_dir(council.at("new")).unwrap();
    assert_eq!(
        council.fail(&AFTER),
        "Cannot publish to <around>/public: it holds something that Noticeboard did not put there: .htpasswd, \
         a/letter.odt, b/c/more.txt and 2 more. Move it out of the folder, or into content/documents to have it \
         published. Nothing has been changed."
    );
    assert_eq!(fs::read_to_string(council.at(".htpasswd")).unwrap(), "mine");
    assert_eq!(fs::read_to_string(council.at("a/index.html")).unwrap(), "a");
    council.has_no_work_folder();
}

#[test]
fn an_empty_folder_of_somebody_else_is_left_alone_even_when_nothing_changed() {
    let council = Council::with(&BEFORE);
    fs::create_dir(council.at("new")).unwrap();
    assert!(council.fail(&BEFORE).contains("did not put there: new/. Move it"));
    assert!(council.at("new").is_dir());
}

#[test]
fn a_file_as_output_is_refused() {
    let council = Council::new();
    fs::write(&council.output, "thesis").unwrap();
    assert_eq!(
        council.fail(&AFTER),
        "Cannot publish to <around>/public: it is a file. Name a folder as the output, or move the file away."
    );
    assert_eq!(fs::read_to_string(&council.output).unwrap(), "thesis");
    council.has_no_work_folder();
}

#[test]
fn an_output_below_a_file_is_refused() {
    let mut council = Council::new();
    fs::write(council.around.path().join("file"), "thesis").unwrap();
    council.output = council.around.path().join("file/deep/public");
    assert_eq!(
        council.fail(&AFTER),
        "Cannot create the folder <around>/file/deep: a part of the path is a file and not a folder. Name another \
         place, or move that file away."
    );
}

#[cfg(unix)]
#[test]
fn a_link_to_a_folder_is_followed_and_stays() {
    let council = Council::new();
    let link = council.around.path().join("link");
    std::os::unix::fs::symlink("public", &link).unwrap();
    for files in [&BEFORE[..], &AFTER[..]] {
        publish(&site(files), &link).unwrap();
        council.holds(files);
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    }
}

#[cfg(unix)]
#[test]
fn the_permissions_of_the_folder_stay_as_they_were_set() {
    use std::os::unix::fs::PermissionsExt;
    let council = Council::with(&BEFORE);
    fs::set_permissions(&council.output, fs::Permissions::from_mode(0o2750)).unwrap();
    publish(&site(&AFTER), &council.output).unwrap();
    assert_eq!(fs::metadata(&council.output).unwrap().permissions().mode() & 0o7777, 0o2750);
}

#[test]
fn a_failure_on_the_way_leaves_the_old_release_whole() {
    let council = Council::with(&BEFORE);
    let impossible = "x".repeat(300);
    let mut after = BEFORE.to_vec();
    after[1].1 = "A";
    after.push((&impossible, "too long"));
    assert_eq!(
        council.fail(&after),
        format!(
            "Cannot write <around>/public/{impossible}: the name is too long or not allowed here. The published site \
             has not been changed. Give the file a shorter name."
        )
    );
    council.holds(&BEFORE);
}

#[test]
fn a_failure_of_the_first_release_leaves_nothing() {
    let mut council = Council::new();
    council.output = council.around.path().join("var/www/public");
    let error = council.fail(&[("a", "a"), (&"x".repeat(300), "too long")]);
    assert!(!error.contains("The published site"), "{error}");
    assert_eq!(fs::read_dir(council.around.path()).unwrap().count(), 0);
}

#[test]
fn an_interrupted_pair_of_renames_is_recovered() {
    for files in [&BEFORE[..], &AFTER[..]] {
        let council = Council::with(&BEFORE);
        let work = council.around.path().join(".public.noticeboard");
        fs::create_dir_all(work.join("next/half")).unwrap();
        fs::rename(&council.output, work.join("old")).unwrap();
        let published = publish_with(&site(files), &council.output, FEWER).unwrap();
        assert!(published.unchanged >= 2, "what was put back is compared with: {published:?}");
        council.holds(files);
    }
}

#[test]
fn builds_at_the_same_time_take_turns_or_are_told() {
    let council = Council::with(&BEFORE);
    let build = |turn: usize| {
        let files = if turn.is_multiple_of(2) { &BEFORE[..] } else { &AFTER[..] };
        match publish(&site(files), &council.output) {
            Ok(_) => true,
            Err(Error::Busy { .. }) => false,
            Err(error) => panic!("{error}"),
        }
    };
    let published: usize = std::thread::scope(|scope| {
        let one = |first: usize| (first..first + 200).filter(|&turn| build(turn)).count();
        let threads: Vec<_> = (0..4).map(|first| scope.spawn(move || one(first))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    assert!(published > 0);
    publish(&site(&AFTER), &council.output).unwrap();
    council.holds(&AFTER);
}
