//! Turns over a real folder, with builds made up.

use std::fs;
use std::path::PathBuf;
use std::sync::Mutex;

use jiff::civil::date;

use super::*;
use crate::diagnostic::{Diagnostics, at};
use crate::watch::Why;

const DAY: Date = date(2026, 11, 21);

/// A hub in a folder, and its day.
struct Hub {
    _folder: tempfile::TempDir,
    root: PathBuf,
    day: Arc<Mutex<Option<Date>>>,
}

impl Hub {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(folder.path()).unwrap();
        fs::create_dir_all(root.join("content/notices")).unwrap();
        let hub = Hub { _folder: folder, root, day: Arc::new(Mutex::new(Some(DAY))) };
        hub.write("site.toml", "title = \"x\"");
        hub
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.root.join(path), text).unwrap();
    }

    fn follow(&self, why: Option<Why>) -> Follow {
        let day = Arc::clone(&self.day);
        Follow::new(Watch::start(&self.root, why), Snapshot::new(&self.root), move || *day.lock().unwrap())
    }
}

/// A build without any stages; its only diagnostic holds the day and the text of the settings.
fn made_up(task: &Task<'_>) -> Outcome {
    let inputs = task.inputs;
    let settings = inputs.sources.find("site.toml").unwrap();
    let words = format!("{}: {}", inputs.today, inputs.sources.get(settings).text);
    let mut diagnostics = Diagnostics::new();
    diagnostics.push(crate::diagnostic::Diagnostic::error("made-up", at(settings, Default::default()), words));
    Outcome { diagnostics: diagnostics.sorted(), ..crate::build::build(inputs) }
}

#[track_caller]
fn words_of(turn: &Turn) -> &str {
    let Came::Built(built) = &turn.came else { panic!("it was to be built") };
    &built.outcome.diagnostics[0].message
}

#[test]
fn the_first_turn_waits_for_nothing_and_the_next_for_a_change() {
    for why in [None, Some(Why::Asked)] {
        let hub = Hub::new();
        let mut follow = hub.follow(why);
        let first = follow.turn(made_up);
        assert_eq!((first.number, first.changed.len(), words_of(&first)), (1, 0, "2026-11-21: title = \"x\""));
        hub.write("content/notices/a.md~", "not ours");
        hub.write("site.toml", "title = \"y\"");
        let second = follow.turn(made_up);
        assert_eq!((second.number, words_of(&second)), (2, "2026-11-21: title = \"y\""));
        assert_eq!(second.changed, ["site.toml"]);
    }
}

#[test]
fn what_changes_during_a_build_is_the_next_turn() {
    let hub = Hub::new();
    let mut follow = hub.follow(None);
    follow.turn(|task| {
        hub.write("site.toml", "title = \"y\"");
        made_up(task)
    });
    assert_eq!(words_of(&follow.turn(made_up)), "2026-11-21: title = \"y\"");
}

#[test]
fn a_build_that_panics_is_a_turn_and_the_next_one_follows() {
    let hub = Hub::new();
    let mut follow = hub.follow(None);
    let turn = follow.turn(|_| panic!("the invariant {} is broken", 7));
    assert!(matches!(turn.came, Came::Fault(words) if words == "the invariant 7 is broken"));
    hub.write("site.toml", "title = \"y\"");
    assert_eq!(words_of(&follow.turn(made_up)), "2026-11-21: title = \"y\"");
}

#[test]
fn a_panic_in_a_thread_of_a_build_is_caught_too() {
    let hub = Hub::new();
    let turn = hub.follow(None).turn(|_| rayon::join(|| panic!("over there"), || ()).0);
    assert!(matches!(turn.came, Came::Fault(words) if words == "over there"));
}

#[test]
fn a_new_day_is_a_turn() {
    let hub = Hub::new();
    let mut follow = hub.follow(Some(Why::Asked));
    follow.turn(made_up);
    *hub.day.lock().unwrap() = Some(date(2026, 11, 22));
    let turn = follow.turn(made_up);
    assert_eq!((words_of(&turn), turn.changed.len()), ("2026-11-22: title = \"x\"", 0));
    // A clock that cannot be read changes nothing.
    *hub.day.lock().unwrap() = None;
    hub.write("site.toml", "title = \"y\"");
    assert_eq!(words_of(&follow.turn(made_up)), "2026-11-22: title = \"y\"");
}

#[test]
fn settings_that_are_missing_are_said_once_and_waited_for() {
    let hub = Hub::new();
    fs::remove_file(hub.root.join("site.toml")).unwrap();
    let mut follow = hub.follow(None);
    let turn = follow.turn(made_up);
    assert!(matches!(turn.came, Came::Trouble(error) if error.to_string().contains("it has no site.toml")));
    hub.write("content/notices/a.md", "written meanwhile");
    hub.write("site.toml", "title = \"y\"");
    let turn = follow.turn(made_up);
    assert_eq!(words_of(&turn), "2026-11-21: title = \"y\"");
    fs::remove_file(hub.root.join("site.toml")).unwrap();
    assert!(matches!(follow.turn(made_up).came, Came::Trouble(_)));
    hub.write("site.toml", "title = \"y\"");
    assert_eq!(words_of(&follow.turn(made_up)), "2026-11-21: title = \"y\"", "even if they come back as they were");
}

#[test]
fn a_hub_that_is_replaced_is_followed_on() {
    let hub = Hub::new();
    let mut follow = hub.follow(None);
    follow.turn(made_up);
    fs::remove_dir_all(&hub.root).unwrap();
    assert!(matches!(follow.turn(made_up).came, Came::Trouble(_)));
    fs::create_dir_all(hub.root.join("content/notices")).unwrap();
    hub.write("site.toml", "title = \"y\"");
    while words_of(&follow.turn(made_up)) != "2026-11-21: title = \"y\"" {}
    hub.write("content/notices/a.md", "a");
    assert_eq!(follow.turn(made_up).changed, ["content/notices/a.md"]);
}
