//! Entering and leaving the work folder, also after an interrupted build.

use super::*;

/// An output `public` that holds `files` and, if there are any, the marker of `published`.
fn output(files: &[&str], published: &str) -> (tempfile::TempDir, PathBuf) {
    let around = tempfile::tempdir().unwrap();
    let live = around.path().join("public");
    release(&live, files, published);
    (around, live)
}

fn release(folder: &Path, files: &[&str], published: &str) {
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join(marker::NAME), marker::text([(published, None)].into_iter())).unwrap();
    for file in files {
        fs::write(folder.join(file), file).unwrap();
    }
}

#[test]
fn the_work_folder_is_gone_after_leaving_it() {
    let (around, live) = output(&["a"], "a");
    let work = WorkFolder::enter(&live, &live).unwrap();
    fs::create_dir(work.next()).unwrap();
    assert!(around.path().join(".public.noticeboard/lock").is_file());
    drop(work);
    assert_eq!(fs::read_dir(around.path()).unwrap().count(), 1);
}

#[test]
fn a_second_build_is_told_so_and_the_first_is_not_disturbed() {
    let (_around, live) = output(&["a"], "a");
    let first = WorkFolder::enter(&live, &live).unwrap();
    let error = WorkFolder::enter(&live, Path::new("public")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "Cannot publish to public: another build is publishing there at this moment. \
         Wait until it has finished, then build again."
    );
    assert!(first.path.join(lock::NAME).exists());
    drop(first);
    WorkFolder::enter(&live, &live).unwrap();
}

#[test]
fn what_an_interrupted_build_left_is_deleted_and_nothing_else() {
    let (_around, live) = output(&["a"], "a");
    let work = beside(&live, &live).unwrap();
    for name in [NEXT, OLD, STALE] {
        fs::create_dir_all(work.join(name).join("notices")).unwrap();
        fs::write(work.join(name).join("notices/b"), "b").unwrap();
    }
    fs::write(work.join("mine"), "not of Noticeboard").unwrap();
    drop(WorkFolder::enter(&live, &live).unwrap());
    assert_eq!(fs::read_dir(&work).unwrap().count(), 1);
    assert!(work.join("mine").exists());
    assert_eq!(fs::read_to_string(live.join("a")).unwrap(), "a");
}

#[test]
fn a_site_that_was_moved_away_is_put_back() {
    let (_around, live) = output(&["a"], "a");
    let work = beside(&live, &live).unwrap();
    fs::create_dir_all(work.join(NEXT)).unwrap();
    assert!(!recover(&live).unwrap());
    fs::rename(&live, work.join(OLD)).unwrap();
    assert!(recover(&live).unwrap());
    assert_eq!(fs::read_to_string(live.join("a")).unwrap(), "a");
    assert!(!work.exists());
    assert!(!recover(&live).unwrap());
}

#[test]
fn leaving_keeps_the_old_site_while_nothing_is_live() {
    let (_around, live) = output(&["a"], "a");
    let work = WorkFolder::enter(&live, &live).unwrap();
    let old = work.old();
    fs::rename(&live, &old).unwrap();
    drop(work);
    assert_eq!(fs::read_to_string(old.join("a")).unwrap(), "a");
    assert!(recover(&live).unwrap());
}

#[test]
fn a_file_that_came_while_publishing_is_moved_back() {
    let (_around, live) = output(&["a"], "a");
    let work = WorkFolder::enter(&live, &live).unwrap();
    release(&work.next(), &["a", "letter.odt"], "a");
    fs::create_dir_all(work.next().join("new/folder")).unwrap();
    drop(work);
    assert_eq!(fs::read_to_string(live.join("letter.odt")).unwrap(), "letter.odt");
    assert!(live.join("new/folder").is_dir());
}

#[test]
fn a_file_that_cannot_be_moved_back_is_not_deleted() {
    let (_around, live) = output(&["a", "b"], "a");
    let work = WorkFolder::enter(&live, &live).unwrap();
    let next = work.next();
    release(&next, &["a", "b"], "a");
    drop(work);
    assert_eq!(fs::read_to_string(next.join("b")).unwrap(), "b");
    let error = WorkFolder::enter(&live, &live).unwrap_err().to_string();
    assert!(error.starts_with(&format!("Cannot rescue {}", next.join("b").display())), "{error}");
}

#[cfg(unix)]
#[test]
fn nothing_is_deleted_behind_a_link() {
    let (around, live) = output(&["a"], "a");
    let outside = around.path().join("outside");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join("a"), "not ours").unwrap();
    let work = WorkFolder::enter(&live, &live).unwrap();
    release(&work.next(), &[], "folder/a");
    std::os::unix::fs::symlink(&outside, work.next().join("folder")).unwrap();
    drop(work);
    assert_eq!(fs::read_to_string(outside.join("a")).unwrap(), "not ours");
    assert!(live.join("folder").is_symlink(), "the link came while publishing, and is moved back");
}

#[test]
fn folders_made_around_the_output_go_again_if_they_stay_empty() {
    let around = tempfile::tempdir().unwrap();
    let live = around.path().join("a/b/public");
    drop(WorkFolder::enter(&live, &live).unwrap());
    assert!(!around.path().join("a").exists());

    let work = WorkFolder::enter(&live, &live).unwrap();
    fs::create_dir(&live).unwrap();
    drop(work);
    assert!(live.is_dir());
}

#[test]
fn the_root_of_the_file_system_is_refused() {
    let error = WorkFolder::enter(Path::new("/"), Path::new("/")).unwrap_err().to_string();
    assert!(error.starts_with("Cannot publish to /: it is the root of a whole file system."), "{error}");
}

#[test]
fn a_file_in_place_of_the_work_folder_is_an_error() {
    let (around, live) = output(&["a"], "a");
    fs::write(around.path().join(".public.noticeboard"), "mine").unwrap();
    let error = WorkFolder::enter(&live, &live).unwrap_err().to_string();
    assert!(error.contains("a part of the path is a file"), "{error}");
    assert!(around.path().join(".public.noticeboard").is_file());
}
