//! Changes that come together, until the files are whole.
//!
//! A change is passed on at once, unless its file is still being written or has just gone: then we wait for the system to
//! tell that it is closed or back, though not for long, so that no build sees half a file, or a notice that is missing
//! for a moment.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use super::how::Why;
use super::told::{Told, What};

/// How long a file may stay in between without any news of it.
const PATIENCE: Duration = Duration::from_millis(25);
/// How long changes wait for others at the most.
const END_OF_PATIENCE: Duration = Duration::from_millis(500);

/// What was told since somebody began to wait.
#[derive(Debug, Default)]
pub(super) struct Batch {
    pub paths: BTreeSet<String>,
    pub lost_count: bool,
    pub failed: Option<Why>,
    since: Option<Instant>,
    /// The files in between, and when we heard of each last.
    in_between: BTreeMap<String, Instant>,
}

impl Batch {
    /// Adds what was told at a time.
    pub(super) fn take(&mut self, told: Told, now: Instant) {
        match told {
            // It has come too late to prove anything, and nothing has changed.
            Told::Proof => return,
            Told::LostCount => self.lost_count = true,
            Told::Failed(why) => self.failed = Some(why),
            Told::At(path, what) => {
                match what {
                    What::Whole => self.in_between.remove(&path),
                    What::Opened | What::Gone => self.in_between.insert(path.clone(), now),
                };
                self.paths.insert(path);
            }
        }
        self.since.get_or_insert(now);
    }

    /// Whether nothing was told.
    pub(super) fn is_empty(&self) -> bool {
        self.since.is_none()
    }

    /// When it is to be passed on if nothing more is told; none while it is empty.
    pub(super) fn ready_at(&self) -> Option<Instant> {
        let since = self.since?;
        let last = self.in_between.values().max();
        Some(last.map_or(since, |last| (*last + PATIENCE).min(since + END_OF_PATIENCE)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// After how many milliseconds a batch is ready, if these were told after that many.
    fn ready_after(told: &[(u64, &str, What)]) -> u128 {
        let start = Instant::now();
        let mut batch = Batch::default();
        for (millis, path, what) in told {
            batch.take(Told::At((*path).to_owned(), *what), start + Duration::from_millis(*millis));
        }
        (batch.ready_at().unwrap() - start).as_millis()
    }

    #[test]
    fn a_whole_file_waits_for_nothing() {
        assert_eq!(ready_after(&[(0, "a", What::Whole)]), 0);
        assert_eq!(ready_after(&[(0, "a", What::Opened), (1, "a", What::Opened), (2, "a", What::Whole)]), 0);
        assert!(Batch::default().is_empty() && Batch::default().ready_at().is_none());
    }

    #[test]
    fn a_file_in_between_has_a_moment() {
        assert_eq!(ready_after(&[(0, "a", What::Opened)]), 25);
        assert_eq!(ready_after(&[(0, "a", What::Opened), (20, "a", What::Opened)]), 45);
        assert_eq!(ready_after(&[(0, "a", What::Gone), (3, "b", What::Whole)]), 25);
        assert_eq!(ready_after(&[(0, "a", What::Gone), (3, "a", What::Whole)]), 0);
    }

    #[test]
    fn patience_has_an_end() {
        let told: Vec<_> = (0..100).map(|step| (step * 20, "a", What::Opened)).collect();
        assert_eq!(ready_after(&told), 500);
    }
}
