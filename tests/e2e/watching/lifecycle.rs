//! From start to end: what it says, what it serves, and what it leaves behind.

use std::fs;
use std::net::TcpListener;
use std::time::Duration;

use super::{NOTICE, PAGE, Watching, notice_that_says};
use crate::portal::{DAY, Portal, noticeboard};

#[test]
fn it_says_where_and_how_and_touches_nothing() {
    let mut watching = Watching::small();
    let said: Vec<&str> = watching.said.lines().collect();
    assert_eq!(said[0], "Following the hub in this folder.");
    assert!(said[1].starts_with("Preview: http://localhost:"), "{said:?}");
    assert!(said.iter().any(|line| line.starts_with("Built: 1 notice on ")), "{said:?}");
    assert_eq!(*said.last().unwrap(), "Watching: the system tells of changes. Ctrl-C ends it.");
    fs::write(watching.hub.path(NOTICE), notice_that_says("unheard-of words")).unwrap();
    watching.shows(PAGE, "unheard-of words");
    let mut names: Vec<_> =
        fs::read_dir(watching.hub.root()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["content", "site.toml"]);
}

#[test]
fn it_looks_for_itself_when_asked_to() {
    let mut watching = Watching::start(Portal::small(), &["--poll"]);
    assert!(
        watching.said.contains("Watching: looking for changes from time to time, as asked for."),
        "{}",
        watching.said
    );
    for words in ["first words", "second words", "third words"] {
        fs::write(watching.hub.path(NOTICE), notice_that_says(words)).unwrap();
        watching.shows(PAGE, words);
    }
    fs::remove_file(watching.hub.path(NOTICE)).unwrap();
    watching.until("This hub has no notices");
}

#[test]
fn errors_are_told_in_full_until_they_are_mended() {
    let mut watching = Watching::small();
    fs::write(watching.hub.path(NOTICE), notice_that_says("unheard-of words").replace("title", "tilte")).unwrap();
    watching.until("unknown-key");
    watching.until("content/notices/allotments.md:2:1");
    watching.until("not shown, until the errors are put right");
    let (status, page) = watching.get(PAGE);
    assert!(status == 200 && !page.contains("unheard-of words"), "the last good page stays: {page}");
    fs::write(watching.hub.path(NOTICE), notice_that_says("unheard-of words")).unwrap();
    watching.until("Everything is in order again.");
    watching.shows(PAGE, "unheard-of words");
}

#[test]
fn a_hub_that_does_not_build_starts() {
    let hub = Portal::small().file(NOTICE, "+++\ntitle = \n+++\n");
    let mut watching = Watching::start(hub, &[]);
    assert!(watching.said.contains("Built: not shown, until the errors are put right"), "{}", watching.said);
    assert_ne!(watching.get(PAGE).0, 404);
    fs::write(watching.hub.path(NOTICE), notice_that_says("unheard-of words")).unwrap();
    watching.shows(PAGE, "unheard-of words");
}

#[test]
fn a_folder_without_settings_starts() {
    let mut watching = Watching::start(Portal::empty_folder(), &[]);
    assert!(watching.said.contains("it has no site.toml"), "{}", watching.said);
    fs::create_dir_all(watching.hub.path("content/notices")).unwrap();
    fs::write(watching.hub.path(NOTICE), notice_that_says("unheard-of words")).unwrap();
    fs::write(watching.hub.path("site.toml"), crate::portal::SITE).unwrap();
    watching.shows(PAGE, "unheard-of words");
    fs::write(watching.hub.path(NOTICE), notice_that_says("more words")).unwrap();
    watching.shows(PAGE, "more words");
}

#[test]
fn settings_take_effect_at_once() {
    let mut watching = Watching::small();
    let settings = watching.hub.path("site.toml");
    let text =
        fs::read_to_string(&settings).unwrap().replace("test.example/\"\ndefault", "test.example/hub/\"\ndefault");
    fs::write(&settings, &text).unwrap();
    watching.shows("/hub/notices/allotments/", "Allotments");
    let text = text.replace("default_controller", "languages = [\"en\", \"cy\"]\ndefault_controller");
    fs::write(&settings, text).unwrap();
    watching.shows("/hub/cy/", "lang=\"cy\"");
}

#[test]
fn a_port_in_use_is_refused_or_passed_over() {
    let first = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = first.local_addr().unwrap().port().to_string();
    let run = Portal::small().run(&["watch", "--port", &port]);
    run.exit(2).says(&format!("Port {port} is in use. Choose another with --port"));
    let free = |_| Watching::by(Portal::small(), noticeboard().args(["watch", "--as-of", DAY]));
    let both: Vec<Watching> = (0..2).map(free).collect();
    assert_ne!(both[0].host, both[1].host);
}

#[test]
fn what_it_cannot_do_is_said_at_once() {
    Portal::small().run(&["watch", "--root", "nowhere"]).exit(2).says("Cannot open nowhere: it does not exist.");
    Portal::small().run(&["watch", "--as-of", "soon"]).exit(2).says("`soon` is no date");
    Portal::small().run(&["watch", "--output", "content"]).exit(2).says("it lies in the hub's folder content");
    Portal::small().run(&["watch", "--no-serve", "--port", "1"]).exit(2).says("cannot be used with");
}

#[test]
fn without_a_preview_it_publishes() {
    let hub = Portal::small();
    let mut watching = Watching::by(hub, noticeboard().args(["watch", "--no-serve", "--output", "public"]));
    assert!(!watching.said.contains("Preview"), "{}", watching.said);
    assert!(watching.said.contains("Every good build is published in public."), "{}", watching.said);
    let page = watching.hub.path("public/notices/allotments/index.html");
    assert!(fs::read_to_string(&page).unwrap().contains("Allotments"));
    fs::write(watching.hub.path(NOTICE), "+++\n").unwrap();
    watching.until("not shown");
    assert!(fs::read_to_string(&page).unwrap().contains("Allotments"), "a build with errors is not published");
    fs::write(watching.hub.path(NOTICE), notice_that_says("unheard-of words")).unwrap();
    watching.until("published (");
    assert!(fs::read_to_string(&page).unwrap().contains("unheard-of words"));
}

#[test]
fn an_output_that_is_not_ours_stops_nothing() {
    let hub = Portal::small().file("public/index.html", "somebody else's");
    let mut watching = Watching::start(hub, &["--output", "public"]);
    assert!(watching.said.contains("error: "), "{}", watching.said);
    fs::write(watching.hub.path(NOTICE), notice_that_says("unheard-of words")).unwrap();
    watching.shows(PAGE, "unheard-of words");
    assert_eq!(fs::read_to_string(watching.hub.path("public/index.html")).unwrap(), "somebody else's");
}

#[test]
fn it_ends_at_once_and_cleanly() {
    use rustix::process::Signal;
    for signal in [Signal::INT, Signal::TERM] {
        let (code, time) = Watching::small().end(signal);
        assert_eq!(code, Some(0));
        assert!(time < Duration::from_secs(5), "{time:?}");
    }
}

#[test]
fn it_ends_while_it_is_at_work_and_leaves_a_whole_site() {
    use rustix::process::Signal;
    for words in ["first words", "second words", "third words"] {
        let mut watching = Watching::start(Portal::small(), &["--output", "public"]);
        fs::write(watching.hub.path(NOTICE), notice_that_says(words)).unwrap();
        assert_eq!(watching.end(Signal::INT).0, Some(0));
        let mut names: Vec<_> =
            fs::read_dir(watching.hub.root()).unwrap().map(|name| name.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["content", "public", "site.toml"], "nothing is left beside the site");
        watching.hub.build().exit(0).page(PAGE);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn it_opens_the_browser_when_asked_to() {
    use std::os::unix::fs::PermissionsExt;
    let hub = Portal::small();
    let programs = hub.beside("programs");
    let page = hub.path("content/pages/opened.md");
    fs::create_dir_all(page.parent().unwrap()).unwrap();
    // The browser writes what it is to open into a page of the hub.
    let script =
        format!("#!/bin/sh\nprintf '+++\\ntitle = \"Opened\"\\n+++\\n\\nat %s\\n' \"$1\" > '{}'\n", page.display());
    fs::write(programs.join("xdg-open"), script).unwrap();
    fs::set_permissions(programs.join("xdg-open"), fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap());
    let mut command = noticeboard();
    let mut watching =
        Watching::by(hub, command.args(["watch", "--as-of", DAY, "--port", "0", "--open"]).env("PATH", path));
    let address = format!("at http://{}/", watching.host);
    watching.shows("/opened/", &address);
}
