//! A build that is killed, a reader that looks on, and a second build: nobody ever sees a mixture.
//!
//! The site exists in two versions, A and B, that differ in every file. A child process (this program again, told so by
//! an environment variable) publishes them in turn, as fast as it can, while we kill it, read, or publish ourselves.

#![cfg(target_os = "linux")]
// A test may stop at the first surprise, in its helpers too, and may print.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr)]

use std::collections::BTreeSet;
use std::env;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::os::fd::AsRawFd;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use noticeboard::disk::{Error, publish};
use noticeboard::render::Site;

/// Tells this program, run again, to publish to this folder for ever, how many files, and which version first.
const OUTPUT: &str = "NOTICEBOARD_TEST_OUTPUT";
const SIZE: &str = "NOTICEBOARD_TEST_SIZE";
const FIRST: &str = "NOTICEBOARD_TEST_FIRST";

/// What the child prints when it starts to publish.
const READY: &str = "publishing now";

/// At how many moments we kill a build.
const KILLS: u32 = 60;

/// The version of a site: its letter, with which each of its files begins.
type Version = char;

/// A site of this many files.
fn site(version: Version, size: usize) -> Site {
    let mut site = Site::default();
    for path in paths(size) {
        let text = text(version, &path);
        site.add(path, text.into_bytes());
    }
    site
}

fn paths(size: usize) -> impl Iterator<Item = String> {
    let documents = size / 10;
    let notices = (0..size - documents - 1).map(|number| format!("notices/service-{number}/index.html"));
    let documents = (0..documents).map(|number| format!("documents/form-{number}.pdf"));
    notices.chain(documents).chain(["index.html".to_owned()])
}

fn text(version: Version, path: &str) -> String {
    format!("{version} {path}\n").repeat(20)
}

fn other(version: Version) -> Version {
    if version == 'A' { 'B' } else { 'A' }
}

/// In the child: publishes A and B in turn until it is killed. Elsewhere: returns at once.
fn publish_for_ever_if_child() {
    let Some(output) = env::var_os(OUTPUT).map(PathBuf::from) else { return };
    let size = env::var(SIZE).unwrap().parse().unwrap();
    let first = env::var(FIRST).unwrap().parse().unwrap();
    let sites = [site(first, size), site(other(first), size)];
    println!("{READY}");
    for site in sites.iter().cycle() {
        match publish(site, &output) {
            Ok(_) | Err(Error::Busy { .. }) => {}
            Err(error) => panic!("{error}"),
        }
    }
}

/// The child. Its output is kept open, or it would end of its own accord when it writes to it.
struct Publisher {
    process: Child,
    _stdout: BufReader<ChildStdout>,
}

impl Publisher {
    /// Starts the child in the test of this name and waits until it begins to publish.
    fn start(test: &str, output: &Path, size: usize, first: Version) -> Self {
        let mut command = Command::new(env::current_exe().unwrap());
        command.args(["--exact", test, "--nocapture"]).env(OUTPUT, output);
        command.env(SIZE, size.to_string()).env(FIRST, first.to_string());
        let mut process = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut stdout = BufReader::new(process.stdout.take().unwrap());
        let mut line = String::new();
        while !line.contains(READY) {
            line.clear();
            assert_ne!(stdout.read_line(&mut line).unwrap(), 0, "the child ended early");
        }
        Publisher { process, _stdout: stdout }
    }

    fn kill(mut self) {
        self.process.kill().unwrap();
        let status = self.process.wait().unwrap();
        assert_eq!(status.signal(), Some(9), "the child had ended by itself: {status}");
    }
}

impl Drop for Publisher {
    fn drop(&mut self) {
        // After a failed assertion it would go on for ever.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The version of a folder, every file of which must be there and of that version, with nothing else beside the marker.
fn version_of(folder: &Path, size: usize) -> Version {
    let version = read_version(folder, "index.html").unwrap();
    let mut expected: BTreeSet<String> = paths(size).collect();
    for path in &expected {
        assert_eq!(read_version(folder, path).unwrap(), version, "{path}");
    }
    expected.insert(".noticeboard".to_owned());
    let mut found = BTreeSet::new();
    list(folder, "", &mut found);
    assert!(found == expected, "too much: {:?}", found.difference(&expected).collect::<Vec<_>>());
    version
}

/// The version of one file, whose text must be whole.
fn read_version(folder: &Path, path: &str) -> io::Result<Version> {
    let text = fs::read_to_string(folder.join(path))?;
    let version = text.chars().next().unwrap_or('?');
    if text == self::text(version, path) {
        return Ok(version);
    }
    panic!("{path} is torn: {text:?}")
}

fn list(folder: &Path, below: &str, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder.join(below)).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{below}{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            list(folder, &format!("{path}/"), found);
        } else {
            found.insert(path);
        }
    }
}

/// Publishes a version that is not live yet, and says how long that took.
fn time_to_publish(version: Version, output: &Path, size: usize) -> Duration {
    let site = site(version, size);
    let start = Instant::now();
    assert_eq!(publish(&site, output).unwrap().written, size);
    start.elapsed()
}

#[test]
fn a_build_killed_at_any_moment_leaves_one_version() {
    publish_for_ever_if_child();
    // In memory where there is such a place: killing shows the same there, and a disk only makes it slower.
    let around = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
    let size = 1_500;
    let (output, work) = (around.path().join("public"), around.path().join(".public.noticeboard"));
    let mut live = 'A';
    let mut time = time_to_publish(live, &output, size);
    let (mut interrupted, mut switched) = (0, 0_u32);
    for moment in 0..KILLS {
        let test = "a_build_killed_at_any_moment_leaves_one_version";
        let child = Publisher::start(test, &output, size, other(live));
        // Beyond one whole publish, so that its end and the beginning of the next one are among the moments.
        std::thread::sleep(time * 3 / 2 * moment / KILLS);
        child.kill();
        interrupted += usize::from(work.exists());
        let found = version_of(&output, size);
        switched += u32::from(found != live);
        live = other(found);
        time = time_to_publish(live, &output, size);
        assert_eq!(version_of(&output, size), live);
        assert_eq!(fs::read_dir(around.path()).unwrap().count(), 1, "a work folder is left");
    }
    // Otherwise the moments were badly chosen, and the test has shown nothing.
    println!("{interrupted} of {KILLS} kills came while publishing, {switched} after the switch");
    assert!(interrupted > 20, "only {interrupted} of the kills came while publishing");
    assert!(switched > 0, "every kill came before the switch");
    assert!(switched < KILLS, "every kill came after the switch");
}

#[test]
fn a_reader_finds_one_version_in_a_folder_that_it_has_opened() {
    publish_for_ever_if_child();
    let (size, around) = (200, tempfile::tempdir().unwrap());
    let output = around.path().join("public");
    publish(&site('A', size), &output).unwrap();
    let child = Publisher::start("a_reader_finds_one_version_in_a_folder_that_it_has_opened", &output, size, 'B');
    std::thread::scope(|scope| {
        let visitor = scope.spawn(|| look_until_both_versions_are_seen(&output, size));
        // Between two looks there is time to miss a gap, so another thread does nothing but come in by the front door.
        while !visitor.is_finished() {
            File::open(output.join("index.html")).expect("there is a moment without a site");
        }
        visitor.join().unwrap();
    });
    child.kill();
}

fn look_until_both_versions_are_seen(output: &Path, size: usize) {
    let (mut versions, mut whole, mut replaced) = (BTreeSet::new(), 0, 0);
    let start = Instant::now();
    while versions.len() < 2 || whole < 200 || replaced < 5 {
        assert!(start.elapsed() < Duration::from_secs(120), "{versions:?}, {whole} whole, {replaced} replaced");
        match look(output, size) {
            Look::Whole(version) => {
                versions.insert(version);
                whole += 1;
            }
            Look::Replaced => replaced += 1,
        }
    }
}

/// What a reader saw that opened the published folder and read every file in it.
enum Look {
    /// Every file, all of one version.
    Whole(Version),
    /// Files of one version only, until the folder was no longer the published one and was deleted.
    Replaced,
}

fn look(output: &Path, size: usize) -> Look {
    // There is always a folder to open. Through its handle we stay in it when it is exchanged for another.
    let handle = File::open(output).expect("the published folder is missing");
    let folder = PathBuf::from(format!("/proc/self/fd/{}", handle.as_raw_fd()));
    let mut version = None;
    for path in paths(size) {
        match read_version(&folder, &path) {
            Ok(found) => assert_eq!(*version.get_or_insert(found), found, "a mixture at {path}"),
            Err(error) => {
                let live = fs::metadata(output).unwrap();
                assert_ne!(live.ino(), handle.metadata().unwrap().ino(), "{path} is missing: {error}");
                return Look::Replaced;
            }
        }
    }
    Look::Whole(version.unwrap())
}

#[test]
fn a_second_build_at_the_same_time_is_told_so() {
    publish_for_ever_if_child();
    let (size, around) = (200, tempfile::tempdir().unwrap());
    let output = around.path().join("public");
    let child = Publisher::start("a_second_build_at_the_same_time_is_told_so", &output, size, 'A');
    let start = Instant::now();
    let error = loop {
        assert!(start.elapsed() < Duration::from_secs(60), "the two builds never met");
        if let Err(error) = publish(&site('B', size), &output) {
            break error.to_string();
        }
    };
    child.kill();
    let expected = format!("Cannot publish to {}: another build is publishing there at this moment.", output.display());
    assert!(error.starts_with(&expected), "{error}");
    publish(&site('B', size), &output).unwrap();
    assert_eq!(version_of(&output, size), 'B');
}
