//! Every way in which editors and other programs save: each is seen, and nothing else.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::{NOTICE, PAGE, Watching, notice_that_says};
use crate::portal::{Portal, notice_keys};

/// A way of saving: takes the path and what is to stand there.
type Save = fn(PathBuf, String);

/// Saves in some way, twice, and expects what was saved on the page each time; and that no other file is spoken of.
#[track_caller]
fn check(save: Save) {
    let mut watching = Watching::small();
    for words in ["first words", "second words"] {
        save(watching.hub.path(NOTICE), notice_that_says(words));
        watching.shows(PAGE, words);
    }
    watching.speaks_only_of_the_notice();
}

fn with_suffix(path: &std::path::Path, suffix: &str) -> PathBuf {
    PathBuf::from(format!("{}{suffix}", path.display()))
}

#[test]
fn in_place() {
    check(|path, text| fs::write(path, text).unwrap());
}

#[test]
fn in_a_new_file_that_takes_its_place() {
    check(|path, text| {
        let new = with_suffix(&path, ".x4Ab9Q");
        fs::write(&new, text).unwrap();
        fs::rename(new, path).unwrap();
    });
}

#[test]
fn in_a_hidden_file_that_takes_its_place() {
    check(|path, text| {
        let new = path.with_file_name(".goutputstream-X1B2C3");
        fs::write(&new, text).unwrap();
        fs::rename(new, path).unwrap();
    });
}

#[test]
fn as_vim_does_with_a_backup() {
    check(|path, text| {
        let (swap, probe) = (path.with_file_name(".allotments.md.swp"), path.with_file_name("4913"));
        fs::write(&swap, "b0VIM").unwrap();
        fs::write(&probe, "").unwrap();
        fs::remove_file(probe).unwrap();
        let backup = with_suffix(&path, "~");
        fs::rename(&path, &backup).unwrap();
        fs::write(path, text).unwrap();
        fs::remove_file(backup).unwrap();
        fs::remove_file(swap).unwrap();
    });
}

#[test]
fn as_emacs_does() {
    check(|path, text| {
        let auto = path.with_file_name("#allotments.md#");
        fs::write(&auto, "half").unwrap();
        std::os::unix::fs::symlink("someone@somewhere.1:2", path.with_file_name(".#allotments.md")).unwrap();
        fs::copy(&path, with_suffix(&path, "~")).unwrap();
        fs::write(&path, text).unwrap();
        fs::remove_file(auto).unwrap();
        fs::remove_file(path.with_file_name(".#allotments.md")).unwrap();
    });
}

#[test]
fn as_jetbrains_editors_do() {
    check(|path, text| {
        let (new, old) = (with_suffix(&path, "___jb_tmp___"), with_suffix(&path, "___jb_old___"));
        fs::write(&new, text).unwrap();
        fs::rename(&path, &old).unwrap();
        fs::rename(new, path).unwrap();
        fs::remove_file(old).unwrap();
    });
}

#[test]
fn by_sed() {
    let mut watching = Watching::start(Portal::small().file(NOTICE, notice_that_says("words")), &[]);
    for (from, to) in [("words", "unheard-of words"), ("unheard-of", "quite unheard-of")] {
        let replace = format!("s/{from}/{to}/");
        let done =
            Command::new("sed").args(["-i", &replace, NOTICE]).current_dir(watching.hub.root()).status().unwrap();
        assert!(done.success());
        watching.shows(PAGE, to);
    }
    watching.speaks_only_of_the_notice();
}

#[test]
fn in_pieces() {
    use std::io::Write;
    check(|path, text| {
        let mut file = fs::File::create(path).unwrap();
        for piece in text.as_bytes().chunks(7) {
            file.write_all(piece).unwrap();
        }
    });
}

#[test]
fn with_other_line_ends() {
    let mut watching = Watching::small();
    let lines = fs::read_to_string(watching.hub.path(NOTICE)).unwrap();
    for text in [lines.replace('\n', "\r\n"), lines] {
        fs::write(watching.hub.path(NOTICE), text).unwrap();
        let line = watching.turn();
        assert!(line.starts_with("content/notices/allotments.md: no page has changed ("), "{line}");
    }
}

#[test]
fn many_files_by_git() {
    let git = |hub: &Portal, arguments: &[&str]| {
        let person = ["-c", "user.name=Test", "-c", "user.email=test@test.example", "-c", "init.defaultBranch=main"];
        let mut command = Command::new("git");
        let done = command.args(person).args(arguments).current_dir(hub.root()).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    let write = |hub: Portal, words: &str, numbers: std::ops::Range<u32>| {
        numbers.fold(hub, |hub, number| {
            hub.notice(&format!("service-{number}"), &notice_keys(&format!("Service {number}")), words)
        })
    };
    let hub = write(Portal::new(), "\n## More\n\nold words\n", 0..60);
    git(&hub, &["init", "--quiet"]);
    git(&hub, &["add", "."]);
    git(&hub, &["commit", "--quiet", "-m", "old"]);
    git(&hub, &["checkout", "--quiet", "-b", "new"]);
    let hub = write(hub, "\n## More\n\nnew words\n", 20..80);
    let hub = (0..10).fold(hub, |hub, number| hub.without(&format!("content/notices/service-{number}.md")));
    git(&hub, &["add", "--all"]);
    git(&hub, &["commit", "--quiet", "-m", "new"]);
    let mut watching = Watching::start(hub, &[]);
    for (branch, there, gone, words) in [("main", 0, 79, "old"), ("new", 79, 0, "new"), ("main", 0, 79, "old")] {
        git(&watching.hub, &["checkout", "--quiet", branch]);
        watching.shows(&format!("/notices/service-{there}/"), &format!("{words} words"));
        watching.has_no(&format!("/notices/service-{gone}/"));
        (20..60).for_each(|number| watching.shows(&format!("/notices/service-{number}/"), &format!("{words} words")));
    }
}

#[test]
fn files_come_and_go() {
    let mut watching = Watching::small();
    let path = |id: &str| watching.hub.path(&format!("content/notices/{id}.md"));
    let (bins, waste) = (path("bins"), path("waste"));
    fs::write(&bins, notice_that_says("about bins")).unwrap();
    watching.shows("/notices/bins/", "about bins");
    fs::rename(&bins, &waste).unwrap();
    watching.shows("/notices/waste/", "about bins");
    watching.has_no("/notices/bins/");
    fs::remove_file(&waste).unwrap();
    watching.has_no("/notices/waste/");
}

#[test]
fn folders_come_and_go() {
    let mut watching = Watching::small();
    let path = |below: &str| watching.hub.path(&format!("content/notices/{below}"));
    let (bins, waste, outside) = (path("bins"), path("waste"), watching.hub.path("bins"));
    fs::create_dir(&bins).unwrap();
    fs::write(bins.join("index.md"), notice_that_says("about bins")).unwrap();
    watching.shows("/notices/bins/", "about bins");
    fs::rename(&bins, &waste).unwrap();
    watching.shows("/notices/waste/", "about bins");
    watching.has_no("/notices/bins/");
    fs::write(waste.join("index.md"), notice_that_says("about waste")).unwrap();
    watching.shows("/notices/waste/", "about waste");
    fs::rename(&waste, &outside).unwrap();
    watching.has_no("/notices/waste/");
    fs::rename(&outside, &bins).unwrap();
    watching.shows("/notices/bins/", "about waste");
    fs::write(bins.join("index.md"), notice_that_says("about bins again")).unwrap();
    watching.shows("/notices/bins/", "about bins again");
    fs::remove_dir_all(&bins).unwrap();
    watching.has_no("/notices/bins/");
}

#[test]
fn new_folders_with_a_file_at_once() {
    let mut watching = Watching::small();
    for number in 0..20 {
        let folder = watching.hub.path(&format!("content/notices/service-{number}"));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.md"), notice_that_says("about bins")).unwrap();
        fs::write(folder.join("more.md"), "+++\n+++\n\n## Further\n\nfurther words\n").unwrap();
        watching.shows(&format!("/notices/service-{number}/"), "further words");
    }
}

#[test]
fn the_whole_content_is_exchanged() {
    let mut watching = Watching::small();
    let (content, old) = (watching.hub.path("content"), watching.hub.path("old"));
    fs::rename(&content, &old).unwrap();
    watching.until("This hub has no notices");
    fs::create_dir_all(content.join("notices")).unwrap();
    fs::write(content.join("notices/bins.md"), notice_that_says("about bins")).unwrap();
    watching.shows("/notices/bins/", "about bins");
    watching.has_no(PAGE);
    fs::write(content.join("notices/bins.md"), notice_that_says("still about bins")).unwrap();
    watching.shows("/notices/bins/", "still about bins");
}

#[test]
fn themes_documents_and_settings() {
    let mut watching = Watching::small();
    let path = |below: &str| watching.hub.path(below);
    let (sheet, document, settings) =
        (path("themes/civic/style.css"), path("content/documents/form.txt"), path("site.toml"));
    fs::create_dir_all(sheet.parent().unwrap()).unwrap();
    fs::write(sheet, "body { color: teal }").unwrap();
    watching.shows("/assets/style.07a0849b.css", "color: teal");
    fs::create_dir_all(document.parent().unwrap()).unwrap();
    fs::write(document, "a form").unwrap();
    watching.shows("/documents/form.txt", "a form");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(settings, text.replace("Privacy hub", "Another hub")).unwrap();
    watching.shows("/", "Another hub");
}

#[test]
fn behind_links_that_lead_out() {
    use std::os::unix::fs::symlink;
    let hub = Portal::small();
    let shared = hub.beside("shared");
    fs::create_dir(shared.join("waste")).unwrap();
    fs::write(shared.join("bins.md"), notice_that_says("about bins")).unwrap();
    fs::write(shared.join("waste/index.md"), notice_that_says("about waste")).unwrap();
    symlink(shared.join("bins.md"), hub.path("content/notices/bins.md")).unwrap();
    symlink(shared.join("waste"), hub.path("content/notices/waste")).unwrap();
    let mut watching = Watching::start(hub, &[]);
    watching.shows("/notices/bins/", "about bins");
    fs::write(shared.join("bins.md"), notice_that_says("more about bins")).unwrap();
    watching.shows("/notices/bins/", "more about bins");
    fs::write(shared.join("waste/index.md"), notice_that_says("more about waste")).unwrap();
    watching.shows("/notices/waste/", "more about waste");
    fs::rename(shared.join("bins.md"), shared.join("other.md")).unwrap();
    watching.until("cannot be read");
    fs::write(shared.join("bins.md"), notice_that_says("new bins")).unwrap();
    watching.shows("/notices/bins/", "new bins");
    fs::write(watching.hub.path(NOTICE), notice_that_says("no link")).unwrap();
    watching.shows(PAGE, "no link");
}
