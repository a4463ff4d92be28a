//! Files that cannot be read as text, or not at all, and hubs with nothing in them.

use super::{NOTICE, after};
use crate::portal::{Portal, notice_keys};

#[test]
fn a_file_that_is_not_utf8() {
    let mut bytes = b"+++\ntitle = \"Caf".to_vec();
    bytes.extend([0xE9, b'"', b'\n']);
    bytes.extend(b"+++\n");
    let run = after(Portal::small(), |hub| hub.file(NOTICE, bytes));
    run.only("content/notices/allotments.md:2:13", "not-utf8", "This file is not UTF-8 text")
        .helps("Save the file with the encoding UTF-8. In Word or Notepad this is a choice in \"Save as\".");
}

#[test]
fn settings_that_are_not_utf8() {
    let run = after(Portal::small(), |hub| hub.file("site.toml", b"title = \"T\xC5\"\n"));
    run.diagnostic("site.toml:1:11", "not-utf8", "This file is not UTF-8 text");
}

#[test]
fn a_nul_character() {
    let run = after(Portal::small(), |hub| hub.file(NOTICE, "+++\ntitle = \"Plots\"\n+++\nText\0.\n"));
    run.only("content/notices/allotments.md:4:5", "nul-character", "There is a NUL character in this file");
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read() {
    let run = after(Portal::small(), |hub| {
        std::os::unix::fs::symlink("nowhere.md", hub.path("content/notices/parking.md")).unwrap();
        hub
    });
    run.only(
        "content/notices/parking.md:1:1",
        "unreadable-file",
        "This file cannot be read: it is not there, or a link that leads nowhere",
    )
    .helps("Check that the file is there and that you may read it.");
}

#[cfg(unix)]
#[test]
fn a_document_that_cannot_be_read() {
    let run = after(Portal::small().file("content/documents/a.pdf", "a"), |hub| {
        std::os::unix::fs::symlink("nowhere.pdf", hub.path("content/documents/form.pdf")).unwrap();
        hub
    });
    run.only(
        "content/documents/form.pdf:1:1",
        "unreadable-file",
        "This file cannot be read: it is not there, or a link that leads nowhere",
    );
}

#[cfg(unix)]
#[test]
fn settings_that_cannot_be_read() {
    let hub = Portal::small().published().without("site.toml");
    std::os::unix::fs::symlink("nowhere.toml", hub.path("site.toml")).unwrap();
    hub.build().exit(2).says("it has no site.toml");
}

#[test]
fn an_empty_hub() {
    let run = after(Portal::small(), |hub| hub.without(NOTICE));
    run.only("site.toml:1:1", "empty-hub", "This hub has no notices")
        .helps("Add one with `noticeboard new notice <id>`, or write content/notices/<id>.md yourself.");
}

#[test]
fn a_hub_without_the_folder_content() {
    let run = after(Portal::small(), |hub| {
        std::fs::remove_dir_all(hub.path("content")).unwrap();
        hub
    });
    run.only("site.toml:1:1", "empty-hub", "This hub has no notices");
}

#[test]
fn a_folder_that_is_no_hub() {
    let hub = Portal::small().published().without("site.toml");
    hub.build().exit(2).says(
        "error: There is no hub in .: it has no site.toml. Go to the folder of your hub, name it with --root, or start a \
         new one with `noticeboard init`.",
    );
}

#[test]
fn a_folder_that_is_not_there() {
    let hub = Portal::small();
    hub.run(&["build", "--root", "elsewhere"]).exit(2).says("There is no hub in elsewhere");
}

#[test]
fn a_file_that_is_for_nothing_is_a_warning() {
    let hub = Portal::small().file("content/notes.txt", "remember").file("content/notices/old/a/b.md", "x");
    let run = hub.build();
    run.exit(0).reports(&[("content/notes.txt:1:1", "stray-file"), ("content/notices/old/a/b.md:1:1", "stray-file")]);
    run.diagnostic(
        "content/notes.txt:1:1",
        "stray-file",
        "Noticeboard does not know what this file is for, and leaves it out",
    );
}

#[test]
fn files_of_editors_are_passed_over() {
    let hub = Portal::small()
        .file("content/notices/.allotments.md.swp", "x")
        .file("content/notices/allotments.md~", "x")
        .file("content/.DS_Store", "x");
    hub.build().exit(0).silent_about_content();
}

#[test]
fn a_twin_in_a_language_that_the_hub_does_not_have() {
    let run = after(Portal::small(), |hub| hub.notice("allotments.cy", &notice_keys("Rhandiroedd"), ""));
    run.only(
        "content/notices/allotments.cy.md:1:1",
        "unknown-language",
        "The hub is not published in the language `cy`",
    )
    .helps("Add \"cy\" to `languages` in site.toml, or take the file away.");
}

/// The build waits at a pipe, which stands in the place of a general section, until it is written to: by then it has
/// listed the hub and read no notice.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_goes_away_while_the_hub_is_read() {
    use std::fs;
    use std::io::Write;

    use rustix::fs::{CWD, FileType, Mode, mknodat};

    let hub =
        Portal::small().notice("parking", &notice_keys("Parking"), "").general("cookies", "title = \"Cookies\"", "");
    let (section, ready) = (hub.path("content/general/cookies.md"), hub.path("content/general/.cookies"));
    fs::rename(&section, &ready).unwrap();
    mknodat(CWD, &section, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
    let run = std::thread::scope(|scope| {
        let run = scope.spawn(|| hub.build());
        let mut pipe = fs::OpenOptions::new().write(true).open(&section).unwrap();
        fs::remove_file(hub.path("content/notices/parking.md")).unwrap();
        pipe.write_all(&fs::read(&ready).unwrap()).unwrap();
        fs::rename(&ready, &section).unwrap();
        drop(pipe);
        run.join().unwrap()
    });
    run.exit(0).silent_about_content();
    run.page("/notices/allotments/");
    assert!(!hub.public().join("notices/parking").exists());
}
