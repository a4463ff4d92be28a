//! How changes are noticed: the system tells of them, or we look, and then why and how often.

use std::fmt;
use std::time::Duration;

use notify::ErrorKind;

/// How long a look at everything waits at least, and at most.
const SOONEST: Duration = Duration::from_millis(500);
const LATEST: Duration = Duration::from_secs(3);
/// Looking takes at most this part of the time, as far as [`LATEST`] allows.
const SHARE: u32 = 100;
/// How often we look even where the system tells of changes: it is cheap, and nothing is missed for good.
const NOW_AND_THEN: Duration = Duration::from_secs(60);

/// How changes are noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The system tells of them.
    Told,
    /// We look for them from time to time, for this reason.
    Looking(Why),
}

/// Why we look for changes ourselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It was asked for.
    Asked,
    /// The hub lies on a file system that does not tell of every change.
    Foreign,
    /// The system watches no more folders.
    Limit,
    /// The system refused to watch.
    Refused,
    /// The system did not tell of a change.
    Untold,
}

impl How {
    /// Looking for a reason, or told without one.
    pub(super) fn of(why: Option<Why>) -> Self {
        why.map_or(How::Told, How::Looking)
    }

    /// How long to wait before the next look at everything, if the last one took this long. `looks` says that there are
    /// changes of which the system does not tell.
    pub(super) fn interval(self, looks: bool, cost: Duration) -> Duration {
        match self {
            How::Told if !looks => NOW_AND_THEN,
            _ => (cost * SHARE).clamp(SOONEST, LATEST),
        }
    }
}

impl Why {
    pub(super) fn of(error: &notify::Error) -> Self {
        // "Too many open files" means instances of the system's watcher as well.
        const TOO_MANY: [i32; 2] = [23, 24];
        match &error.kind {
            ErrorKind::MaxFilesWatch => Why::Limit,
            ErrorKind::Io(io) if io.raw_os_error().is_some_and(|code| TOO_MANY.contains(&code)) => Why::Limit,
            _ => Why::Refused,
        }
    }
}

impl fmt::Display for How {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = match self {
            How::Told => return f.write_str("the system tells of changes"),
            How::Looking(Why::Asked) => "as asked for",
            How::Looking(Why::Foreign) => "since it lies on a network drive or a shared folder",
            How::Looking(Why::Limit) => "since the system watches no more folders for this user",
            How::Looking(Why::Refused) => "since the system cannot watch it",
            How::Looking(Why::Untold) => "since the system did not tell of a change",
        };
        write!(f, "looking for changes from time to time, {why}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looking_takes_a_hundredth_of_the_time_unless_that_would_be_too_slow() {
        let looking = |millis| How::Looking(Why::Asked).interval(false, Duration::from_millis(millis)).as_millis();
        assert_eq!([0, 1, 10, 29, 100].map(looking), [500, 500, 1000, 2900, 3000]);
        assert_eq!(How::Told.interval(false, Duration::ZERO), NOW_AND_THEN);
        assert_eq!(How::Told.interval(true, Duration::ZERO), SOONEST);
    }

    #[test]
    fn a_limit_is_told_from_a_refusal() {
        let io = |code| Why::of(&notify::Error::io(std::io::Error::from_raw_os_error(code)));
        assert_eq!((io(24), io(23), io(13)), (Why::Limit, Why::Limit, Why::Refused));
        assert_eq!(Why::of(&notify::Error::new(ErrorKind::MaxFilesWatch)), Why::Limit);
        assert!(How::of(Some(Why::Limit)).to_string().starts_with("looking for changes"));
    }
}
