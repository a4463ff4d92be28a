//! Floor 5. Answers when something in a hub may have changed.
//!
//! 1. [`told`] turns the system's events into paths of the hub, and drops those that tell of no change.
//! 2. [`batch`] collects them until the files are whole: no longer being written, and back if they went for a moment.
//! 3. [`how`] says whether the system tells of changes, or why we have to look for ourselves, and how often.
//!
//! A [`Watch`] takes the hub's folder. It never loses a change: what it is told while nobody waits is kept, and where the
//! system lost count or cannot tell, [`Watch::wait`] asks for a look at everything. It does not read files and does not
//! know what changed in them: see `disk`, which also finds out that nothing has.

mod batch;
mod how;
mod told;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use crate::domain::layout::FOLDERS;
use batch::Batch;
use told::Told;

pub use how::{How, Why};

/// How often a folder is watched again if something in it goes away while that is done.
const TRIES: usize = 20;
/// How long the system may take to tell of a change that we found or made ourselves.
const GRACE: Duration = Duration::from_secs(2);
/// Whether a folder that is watched is watched with all that will ever be below it. Elsewhere each folder needs a watch.
const COVERS_ALL_BELOW: bool = cfg!(any(target_os = "macos", target_os = "windows"));

/// What may have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Something at these paths of the hub or below them.
    Paths(BTreeSet<String>),
    /// Anything: the system lost count.
    Anything,
    /// Nothing that we know of, but it is time to look.
    Due,
}

/// A watch over a hub's folder.
#[derive(Debug)]
pub struct Watch {
    root: PathBuf,
    told: Receiver<Told>,
    /// Also keeps the channel open where there is no watcher.
    teller: Sender<Told>,
    watcher: Option<RecommendedWatcher>,
    how: How,
    /// How long the last look at everything took.
    cost: Duration,
}

impl Watch {
    /// Watches the hub in a folder, whose path must be real. Where the system cannot tell of changes, and where `why` is
    /// given, it looks for changes from time to time.
    pub fn start(root: &Path, why: Option<Why>) -> Self {
        let (teller, told) = channel();
        let mut watch =
            Watch { root: root.to_owned(), told, teller, watcher: None, how: How::of(why), cost: Duration::ZERO };
        if why != Some(Why::Asked) {
            watch.renew();
        }
        watch
    }

    /// Sees whether the system tells of anything at all. `touch` makes the probe, and says whether it could.
    pub fn prove(&mut self, touch: impl FnOnce() -> bool) {
        if self.how != How::Told || !touch() {
            return;
        }
        let until = Instant::now() + GRACE;
        let mut before = Vec::new();
        loop {
            match self.told.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(Told::Proof) => break,
                Ok(told) => before.push(told),
                Err(_) => {
                    self.look_too(Why::Untold);
                    break;
                }
            }
        }
        self.tell_again(before);
    }

    /// How changes are noticed.
    pub fn how(&self) -> How {
        self.how
    }

    /// Looks for changes by itself from now on, beside what the system tells.
    pub fn look_too(&mut self, why: Why) {
        if self.how == How::Told {
            self.how = How::of(Some(why));
        }
    }

    /// Watches everything anew: after the system lost count, and when folders may have come back.
    pub fn renew(&mut self) {
        if self.how == How::Looking(Why::Asked) {
            return;
        }
        self.watcher = None;
        let (root, teller) = (self.root.clone(), self.teller.clone());
        let tell = move |event| told::tell(event, &root, &teller);
        match notify::recommended_watcher(tell) {
            Ok(mut watcher) => match watcher.watch(&self.root, RecursiveMode::NonRecursive) {
                Ok(()) => {
                    self.watcher = Some(watcher);
                    self.follow(FOLDERS);
                }
                Err(error) => self.look_too(Why::of(&error)),
            },
            Err(error) => self.look_too(Why::of(&error)),
        }
    }

    /// Sees to it that these folders of the hub are watched, with all below them. Returns when they are, so that whoever
    /// looks into them afterwards misses nothing.
    pub fn follow(&mut self, folders: impl IntoIterator<Item = impl AsRef<str>>) {
        for folder in folders {
            let is_covered = COVERS_ALL_BELOW && !FOLDERS.contains(&folder.as_ref());
            if is_covered {
                continue;
            }
            if let Some(why) = self.watch_below(folder.as_ref()) {
                self.look_too(why);
            }
        }
    }

    /// Watches a folder, and says why that is not possible. One that is not there needs no watching.
    fn watch_below(&mut self, folder: &str) -> Option<Why> {
        let watcher = self.watcher.as_mut()?;
        let path = self.root.join(folder);
        let mut last = None;
        for _ in 0..TRIES {
            match watcher.watch(&path, RecursiveMode::Recursive) {
                Ok(()) => return None,
                Err(error) if !told::is_missing(&error) => return Some(Why::of(&error)),
                // The folder itself has gone, or something in it while it was walked through.
                Err(error) => last = error.paths.iter().any(|gone| *gone != path).then(|| Why::of(&error)),
            }
            last?;
        }
        last
    }

    /// Waits until something may have changed. `looks` says that there are changes of which the system does not tell.
    pub fn wait(&mut self, looks: bool) -> Heard {
        let due = Instant::now() + self.how.interval(looks, self.cost);
        let mut batch = Batch::default();
        loop {
            let until = batch.ready_at().unwrap_or(due);
            match self.told.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(told) => {
                    batch.take(told, Instant::now());
                    self.told.try_iter().for_each(|told| batch.take(told, Instant::now()));
                }
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) if batch.is_empty() => {
                    return Heard::Due;
                }
                Err(_) => return self.heard(batch),
            }
            if batch.ready_at().is_some_and(|ready| ready <= Instant::now()) {
                return self.heard(batch);
            }
        }
    }

    fn heard(&mut self, batch: Batch) -> Heard {
        if let Some(why) = batch.failed {
            self.look_too(why);
        }
        if batch.lost_count {
            self.renew();
            return Heard::Anything;
        }
        Heard::Paths(batch.paths)
    }

    /// Does a look at everything, and remembers how long it took, since the next is due the later for it.
    pub fn look<T>(&mut self, look: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let found = look();
        self.cost = start.elapsed();
        found
    }

    /// A look has found changes: if the system does not tell of them now, it is not to be relied on.
    pub fn found_untold(&mut self) {
        if self.how == How::Told {
            match self.told.recv_timeout(GRACE) {
                Ok(told) => self.tell_again([told]),
                Err(_) => self.look_too(Why::Untold),
            }
        }
    }

    /// Puts back what was told.
    fn tell_again(&self, told: impl IntoIterator<Item = Told>) {
        // It cannot fail, since we hold the other end.
        told.into_iter().for_each(|told| drop(self.teller.send(told)));
    }
}

#[cfg(test)]
mod tests;
