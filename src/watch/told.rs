//! What the system tells, in terms of the hub.
//!
//! Takes its events; gives paths of the hub and what has happened there. Events that tell of no change are dropped at
//! once, above all those of our own reading, which would wake us for ever; and so are those of other files.

use std::path::{Component, Path};
use std::sync::mpsc::Sender;

use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind, RenameMode};
use notify::{ErrorKind, Event, EventKind};

use super::how::Why;
use crate::domain::layout;

/// Whether the system tells when a file that was written has been closed.
const CLOSES: bool = cfg!(any(target_os = "linux", target_os = "android"));

/// Something that the system told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// Something has happened at a path of the hub.
    At(String, What),
    /// The probe has been seen.
    Proof,
    /// It lost count: anything may have happened.
    LostCount,
    /// It can no longer tell of everything.
    Failed(Why),
}

/// What has happened at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A file is being written: it will be closed.
    Opened,
    /// What is there is whole.
    Whole,
    /// It has gone, perhaps to come back: some editors move a file away before they write it anew.
    Gone,
}

/// Passes on what an event means for the hub in a folder.
pub(super) fn tell(event: notify::Result<Event>, root: &Path, teller: &Sender<Told>) {
    let told = match event {
        Ok(event) if event.need_rescan() => vec![Told::LostCount],
        Ok(event) => happened(&event, root),
        Err(error) if is_missing(&error) => Vec::new(),
        Err(error) => vec![Told::Failed(Why::of(&error))],
    };
    // Nobody listens once the watch has ended.
    told.into_iter().for_each(|told| drop(teller.send(told)));
}

fn happened(event: &Event, root: &Path) -> Vec<Told> {
    let Some(what) = what(event.kind) else { return Vec::new() };
    let paths = event.paths.iter().enumerate().filter_map(|(index, path)| {
        // A rename in one piece names what has gone first.
        let what = if what == What::Gone && index > 0 { What::Whole } else { what };
        match hub_path(path, root) {
            None => Some(Told::LostCount),
            Some(path) if path.is_empty() => (what == What::Gone).then_some(Told::LostCount),
            Some(path) if path == layout::PROBE => Some(Told::Proof),
            Some(path) if !layout::concerns(&path) => None,
            // It is of no use to a hub, and likely to become something else: `sed` writes such files.
            Some(path) if what == What::Whole && !layout::is_read(&path) && event.kind != FOLDER => {
                Some(Told::At(path, What::Opened))
            }
            Some(path) => Some(Told::At(path, what)),
        }
    });
    paths.collect()
}

const FOLDER: EventKind = EventKind::Create(CreateKind::Folder);

/// What a kind of event means; none if it is no change.
fn what(kind: EventKind) -> Option<What> {
    let opened = if CLOSES { What::Opened } else { What::Whole };
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => Some(What::Whole),
        EventKind::Access(_) => None,
        EventKind::Create(CreateKind::File) | EventKind::Modify(ModifyKind::Data(_)) => Some(opened),
        EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(RenameMode::From | RenameMode::Both)) => {
            Some(What::Gone)
        }
        _ => Some(What::Whole),
    }
}

/// A path below the hub's folder with forward slashes; none if it lies elsewhere.
fn hub_path(path: &Path, root: &Path) -> Option<String> {
    let below = path.strip_prefix(root).ok()?;
    let names = below.components().map(Component::as_os_str).map(|name| name.to_string_lossy());
    Some(names.collect::<Vec<_>>().join("/"))
}

/// Whether something was to be watched that is not there, or no longer.
pub(super) fn is_missing(error: &notify::Error) -> bool {
    match &error.kind {
        ErrorKind::PathNotFound | ErrorKind::WatchNotFound => true,
        ErrorKind::Io(io) => io.kind() == std::io::ErrorKind::NotFound,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What an event at some paths of a hub tells.
    #[track_caller]
    fn check(kind: EventKind, paths: &[&str], expected: &[Told]) {
        let root = Path::new("/hub");
        let event = paths.iter().fold(Event::new(kind), |event, path| event.add_path(root.join(path)));
        assert_eq!(happened(&event, root), expected, "{kind:?} {paths:?}");
    }

    fn at(path: &str, what: What) -> Told {
        Told::At(path.to_owned(), what)
    }

    const NOTICE: &str = "content/notices/a.md";
    const CLOSED: EventKind = EventKind::Access(AccessKind::Close(AccessMode::Write));
    const BOTH: EventKind = EventKind::Modify(ModifyKind::Name(RenameMode::Both));

    #[test]
    fn reading_is_no_change() {
        check(EventKind::Access(AccessKind::Open(AccessMode::Any)), &[NOTICE], &[]);
        check(EventKind::Access(AccessKind::Close(AccessMode::Read)), &[NOTICE], &[]);
    }

    #[test]
    fn a_file_is_whole_when_it_is_closed() {
        let begun = if CLOSES { What::Opened } else { What::Whole };
        check(EventKind::Create(CreateKind::File), &[NOTICE], &[at(NOTICE, begun)]);
        check(CLOSED, &[NOTICE], &[at(NOTICE, What::Whole)]);
        check(BOTH, &["content/x", NOTICE], &[at("content/x", What::Gone), at(NOTICE, What::Whole)]);
        check(EventKind::Any, &[NOTICE], &[at(NOTICE, What::Whole)]);
    }

    #[test]
    fn a_file_of_no_use_may_become_another() {
        check(CLOSED, &["content/notices/sedXy12"], &[at("content/notices/sedXy12", What::Opened)]);
        check(FOLDER, &["content/notices/waste"], &[at("content/notices/waste", What::Whole)]);
    }

    #[test]
    fn other_files_tell_nothing() {
        check(CLOSED, &["public/index.html", "README.md", "content/.a.md.swp", "content/a.md~"], &[]);
        check(CLOSED, &[""], &[]);
    }

    #[test]
    fn what_cannot_be_placed_may_be_anything() {
        check(EventKind::Remove(notify::event::RemoveKind::Folder), &[""], &[Told::LostCount]);
        check(CLOSED, &["/elsewhere/a.md"], &[Told::LostCount]);
    }

    #[test]
    fn the_probe_is_seen() {
        check(EventKind::Create(CreateKind::File), &[layout::PROBE], &[Told::Proof]);
    }

    #[test]
    fn a_rescan_is_passed_on() {
        let (teller, told) = std::sync::mpsc::channel();
        let event = Event::new(EventKind::Other).set_flag(notify::event::Flag::Rescan);
        tell(Ok(event), Path::new("/hub"), &teller);
        tell(Err(notify::Error::new(ErrorKind::MaxFilesWatch)), Path::new("/hub"), &teller);
        tell(Err(notify::Error::path_not_found()), Path::new("/hub"), &teller);
        assert_eq!(told.try_iter().collect::<Vec<_>>(), [Told::LostCount, Told::Failed(Why::Limit)]);
    }
}
