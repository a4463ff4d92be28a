//! All or nothing, through the program: what is touched, what is gone, what is refused.

use std::fs;
use std::process::Stdio;

use crate::portal::{DAY, Portal, notice_keys, noticeboard};
use crate::run::one_line;
use crate::tree::{MARKER, Tree, identities};

#[test]
fn a_build_without_changes_touches_nothing() {
    let hub = Portal::small().file("content/documents/form.pdf", "form").published();
    let before = identities(&hub.public());
    hub.build().exit(0).says("nothing has changed");
    assert_eq!(identities(&hub.public()), before);
}

#[test]
fn files_that_have_not_changed_keep_their_inode_and_their_time() {
    let hub = Portal::small()
        .notice("parking", &notice_keys("Parking"), "Before.\n")
        .file("content/documents/form.pdf", "form")
        .published();
    let (before, bytes) = (identities(&hub.public()), Tree::of(&hub.public()));
    let hub = hub.edit("content/notices/parking.md", "Before.", "After.");
    let changed = [MARKER, "notices/parking/index.html", "search/index.js"];
    hub.build().exit(0).says("2 files changed");
    let (after, new_bytes) = (identities(&hub.public()), Tree::of(&hub.public()));
    assert_eq!(new_bytes.differences(&bytes), changed);
    for (path, identity) in &after {
        let is_kept = before.get(path) == Some(identity);
        assert_eq!(is_kept, !changed.contains(&path.as_str()), "{path}");
    }
}

#[test]
fn what_is_no_longer_part_of_the_hub_is_gone() {
    let keys = notice_keys("Parking").replace("finance", "homes");
    let hub = Portal::small()
        .notice("parking", &format!("{keys}aliases = [\"/cars/\"]"), "")
        .page("about", "title = \"About\"", "Us.")
        .file("content/documents/forms/form.pdf", "form")
        .published();
    let hub = hub
        .without("content/notices/parking.md")
        .without("content/pages/about.md")
        .without("content/documents/forms/form.pdf");
    hub.build().exit(0);
    let site = Tree::of(&hub.public());
    for gone in ["parking", "cars", "about", "forms", "homes"] {
        assert!(!site.paths().iter().any(|path| path.contains(gone)), "{gone} is there");
    }
    for folder in ["notices/parking", "cars", "about", "documents", "categories/homes"] {
        assert!(!hub.public().join(folder).exists(), "{folder} is there, empty");
    }
}

#[test]
fn a_folder_that_somebody_else_made_is_refused_and_untouched() {
    let hub = Portal::small().file("public/keep.txt", "mine").file("public/deep/er/keep.txt", "mine");
    let run = hub.build();
    run.exit(2).says(
        "Cannot publish to public: the folder is not empty and was not made by Noticeboard, so it has been left alone.",
    );
    run.says("Name a new or empty folder as the output").fits_a_terminal();
}

#[test]
fn a_file_that_somebody_put_into_the_site_is_not_deleted() {
    let hub = Portal::small().published().file("public/mine/keep.txt", "mine");
    hub.build().exit(2).says("it holds something that Noticeboard did not put there: mine/keep.txt.");
}

#[test]
fn an_empty_folder_may_be_published_into() {
    let hub = Portal::small();
    fs::create_dir(hub.public()).unwrap();
    hub.build().exit(0);
}

#[test]
fn a_site_that_somebody_edited_is_put_right() {
    let hub = Portal::small().published();
    let before = Tree::of(&hub.public());
    let hub = hub.file("public/index.html", "defaced");
    hub.build().exit(0).says("1 file changed");
    assert_eq!(Tree::of(&hub.public()), before);
}

#[test]
fn an_output_where_the_hub_has_its_own_files_is_refused() {
    let hub = Portal::small().file("themes/civic/style.css", "css");
    let before = Tree::of(&hub.root());
    let refused = [
        (".", "it is the folder of the hub itself"),
        ("content", "it lies in the hub's folder content"),
        ("content/site", "it lies in the hub's folder content"),
        ("content/documents/site", "it lies in the hub's folder content"),
        ("themes/site", "it lies in the hub's folder themes"),
        ("..", "it contains the folder of the hub"),
        ("site.toml", "it is a file"),
    ];
    for (output, because) in refused {
        let run = hub.run(&["build", "--as-of", DAY, "--output", output]);
        run.exit(2).says("Cannot publish to ").says(because).fits_a_terminal();
    }
    assert_eq!(Tree::of(&hub.root()), before);
}

#[test]
fn the_site_may_lie_anywhere_else() {
    let hub = Portal::small();
    let there = hub.beside("www").join("deep/privacy");
    hub.run(&["build", "--as-of", DAY, "--output", there.to_str().unwrap()]).exit(0);
    assert!(there.join("index.html").is_file());
    assert!(!hub.public().exists());
}

#[test]
fn two_hubs_do_not_overwrite_each_other_unnoticed() {
    let one = Portal::small().published();
    let other = Portal::small().notice("parking", &notice_keys("Parking"), "");
    let output = one.public();
    let run = other.run(&["build", "--as-of", DAY, "--output", output.to_str().unwrap()]);
    run.exit(0);
    assert!(output.join("notices/parking/index.html").is_file(), "a release of another hub is a release all the same");
}

#[cfg(unix)]
#[test]
fn a_published_folder_may_be_a_symbolic_link() {
    let hub = Portal::small();
    let real = hub.beside("www");
    std::os::unix::fs::symlink(&real, hub.public()).unwrap();
    hub.build().exit(0);
    assert!(real.join("index.html").is_file());
    assert!(hub.public().is_symlink());
    hub.build().exit(0).says("nothing has changed");
}

#[test]
fn two_builds_at_once_leave_a_whole_site() {
    let hub = Portal::small();
    let hub = (0..60).fold(hub, |hub, number| hub.notice(&format!("n-{number}"), &notice_keys("N"), ""));
    let mut seen_busy = 0;
    for round in 0..8 {
        let hub = hub_with_words(&hub, &format!("Round {round}."));
        let start = || {
            let mut command = noticeboard();
            command.args(["build", "--as-of", DAY]).current_dir(hub.root());
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
        };
        let builds = [start(), start()].map(|child| child.wait_with_output().unwrap());
        for build in &builds {
            let said = one_line(&String::from_utf8_lossy(&build.stderr));
            match build.status.code() {
                Some(0) => {}
                Some(2) => {
                    assert!(said.contains("another build is publishing there at this moment"), "{said}");
                    seen_busy += 1;
                }
                code => panic!("{code:?}: {said}"),
            }
        }
        assert!(builds.iter().any(|build| build.status.success()), "one of the two publishes");
        let site = Tree::of(&hub.public());
        hub.build().exit(0).says("nothing has changed");
        assert_eq!(Tree::of(&hub.public()), site);
        assert!(!hub.path(".public.noticeboard").exists());
    }
    println!("{seen_busy} of 16 builds found another at work");
}

fn hub_with_words<'a>(hub: &'a Portal, words: &str) -> &'a Portal {
    fs::create_dir_all(hub.path("content/general")).unwrap();
    fs::write(hub.path("content/general/security.md"), format!("+++\ntitle = \"Security\"\n+++\n{words}\n")).unwrap();
    hub
}

/// The marker says what each file was made from. Whoever lets two files and what it says of them change places sees that
/// they are not made again until something else changes.
#[test]
fn what_would_be_made_from_the_same_is_not_made_again() {
    let hub = Portal::small().notice("one", &notice_keys("One"), "").notice("two", &notice_keys("Two"), "");
    hub.build().exit(0);
    let public = hub.public();
    let page = |name: &str| public.join(format!("notices/{name}/index.html"));
    let (one, two) = (fs::read(page("one")).unwrap(), fs::read(page("two")).unwrap());
    let marker = fs::read_to_string(hub.public().join(".noticeboard")).unwrap();
    let digest = |name: &str| {
        let line = marker.lines().find(|line| line.starts_with(&format!("notices/{name}/index.html\t")));
        line.unwrap().rsplit('\t').next().unwrap().to_owned()
    };
    let (digest_of_one, digest_of_two) = (digest("one"), digest("two"));
    assert_ne!(digest_of_one, digest_of_two);

    // A file that somebody has touched is made again.
    fs::write(page("one"), &two).unwrap();
    hub.build().exit(0).says("1 file changed");
    assert_eq!(fs::read(page("one")).unwrap(), one);
    hub.build().exit(0).says("nothing has changed");

    fs::write(page("one"), &two).unwrap();
    fs::write(hub.public().join(".noticeboard"), marker.replace(&digest_of_one, &digest_of_two)).unwrap();
    hub.build().exit(0).says("nothing has changed");
    assert_eq!(fs::read(page("one")).unwrap(), two);

    let hub = hub.notice("one", &notice_keys("One"), "Other words.\n");
    hub.build().exit(0);
    assert!(fs::read_to_string(page("one")).unwrap().contains("Other words."));
    assert_eq!(fs::read(page("two")).unwrap(), two);
}
