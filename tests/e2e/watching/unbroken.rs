//! What must not happen: waking for nothing, losing count for good, working while idle.

use std::fs;
use std::time::Duration;

use super::{NOTICE, PAGE, Watching, notice_that_says};
use crate::portal::Portal;

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
    fs::write(watching.hub.path(NOTICE), notice_that_says("words")).unwrap();
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
    // Each is told of at least twice: opened and closed.
    let scratch = watching.hub.path("content/notices/.scratch");
    for number in 0..=most / 2 {
        fs::write(&scratch, number.to_string()).unwrap();
    }
    let folder = watching.hub.path("content/notices/bins");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("index.md"), notice_that_says("about bins")).unwrap();
    fs::write(watching.hub.path(NOTICE), notice_that_says("words")).unwrap();
    kill_process(process, Signal::CONT).unwrap();
    watching.shows("/notices/bins/", "about bins");
    watching.shows(PAGE, "words");
    // And what it could not tell of is watched from now on.
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
