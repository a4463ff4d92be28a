//! What must not happen: waking for nothing, losing count for good, working while idle.

use std::fs;
use std::time::Duration;

use super::{NOTICE, PAGE, Watching, notice_that_says};
use crate::portal::{DAY, Portal, plain};

#[test]
fn files_of_editors_and_of_others_wake_nobody() {
    let mut watching = Watching::small();
    let folder = watching.hub.path("content/notices");
    for name in [".allotments.md.swp", "allotments.md~", "#allotments.md#", "4913", ".goutputstream-X1", "x.tmp"] {
        fs::write(folder.join(name), "x").unwrap();
    }
    fs::write(watching.hub.path("README.md"), "x").unwrap();
    fs::read(watching.hub.path(NOTICE)).unwrap();
    // The same bytes are no change either.
    fs::write(watching.hub.path("site.toml"), fs::read(watching.hub.path("site.toml")).unwrap()).unwrap();
    fs::write(watching.hub.path(NOTICE), notice_that_says("unheard-of words")).unwrap();
    let line = watching.turn();
    assert!(line.starts_with("content/notices/allotments.md: 1 page changed ("), "{line}");
}

#[test]
fn publishing_into_the_hub_does_not_loop() {
    let mut watching = Watching::start(Portal::small(), &["--output", "public"]);
    for words in ["first words", "second words"] {
        fs::write(watching.hub.path(NOTICE), notice_that_says(words)).unwrap();
        let line = watching.turn();
        assert!(line.contains("allotments.md: 1 page changed, ") && line.contains(" published ("), "{line}");
        let page = fs::read_to_string(watching.hub.path("public/notices/allotments/index.html")).unwrap();
        assert!(page.contains(words) && !page.contains("noticeboard/live"), "{page}");
    }
    watching.is_silent_for(Duration::from_secs(1));
}

#[cfg(target_os = "linux")]
#[test]
fn more_changes_than_the_system_can_count_are_looked_for() {
    use rustix::process::{Pid, Signal, kill_process};
    let mut watching = Watching::small();
    let most: usize = fs::read_to_string("/proc/sys/fs/inotify/max_queued_events").unwrap().trim().parse().unwrap();
    let process = Pid::from_child(&watching.child);
    kill_process(process, Signal::STOP).unwrap();
    // Each is told of twice: opened and closed.
    let scratch = watching.hub.path("content/notices/.scratch");
    fs::write(&scratch, "").unwrap();
    for _ in 0..=most / 2 {
        fs::OpenOptions::new().write(true).open(&scratch).unwrap();
    }
    let folder = watching.hub.path("content/notices/bins");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("index.md"), notice_that_says("about bins")).unwrap();
    fs::write(watching.hub.path(NOTICE), notice_that_says("unheard-of words")).unwrap();
    kill_process(process, Signal::CONT).unwrap();
    watching.shows("/notices/bins/", "about bins");
    watching.shows(PAGE, "unheard-of words");
    // And what it could not tell of is watched from now on.
    fs::write(folder.join("index.md"), notice_that_says("more about bins")).unwrap();
    watching.shows("/notices/bins/", "more about bins");
}

/// Watches a small hub where the system has no more than so many of something for its watchers; nothing where the system
/// lets nobody try that.
#[cfg(target_os = "linux")]
fn with_limit(name: &str, count: u32) -> Option<Watching> {
    let limit = format!("/proc/sys/user/{name}");
    let alone = |script: &str| {
        let mut command = plain("unshare");
        command.args(["--user", "--map-root-user", "sh", "-c", script, "sh", env!("CARGO_BIN_EXE_noticeboard")]);
        command
    };
    let may = alone(&format!("echo {count} > {limit}")).output().is_ok_and(|output| output.status.success());
    may.then(|| {
        let script = format!("echo {count} > {limit} && exec \"$1\" watch --as-of {DAY} --port 0");
        Watching::by(Portal::small(), &mut alone(&script))
    })
}

#[cfg(target_os = "linux")]
#[test]
fn where_the_system_has_no_more_watches_it_looks_for_itself() {
    let Some(mut watching) = with_limit("max_inotify_instances", 0) else { return };
    assert!(watching.said.contains("since the system watches no more folders for this user"), "{}", watching.said);
    fs::write(watching.hub.path(NOTICE), notice_that_says("unheard-of words")).unwrap();
    watching.shows(PAGE, "unheard-of words");

    // Enough for the folders that there are, and not for a new one.
    let Some(mut watching) = with_limit("max_inotify_watches", 3) else { return };
    assert!(watching.said.contains("the system tells of changes"), "{}", watching.said);
    let folder = watching.hub.path("content/notices/bins");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("index.md"), notice_that_says("about bins")).unwrap();
    watching.until("since the system watches no more folders for this user");
    fs::write(folder.join("index.md"), notice_that_says("more about bins")).unwrap();
    watching.shows("/notices/bins/", "more about bins");
}

/// How much processor time a process has used so far, in hundredths of a second.
#[cfg(target_os = "linux")]
fn processor_time(watching: &Watching) -> u64 {
    let stat = fs::read_to_string(format!("/proc/{}/stat", watching.child.id())).unwrap();
    let fields: Vec<&str> = stat.rsplit_once(") ").unwrap().1.split(' ').collect();
    fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn it_does_nothing_while_nothing_happens() {
    for arguments in [&[][..], &["--poll"]] {
        let mut watching = Watching::start(Portal::small(), arguments);
        watching.get(PAGE);
        let before = processor_time(&watching);
        watching.is_silent_for(Duration::from_secs(3));
        let used = processor_time(&watching) - before;
        assert!(used <= 15, "{arguments:?}: {used} hundredths of a second in three seconds");
    }
}
