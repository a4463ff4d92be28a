//! Turn by turn: waits for a change, looks what it is, builds, and hands over what came of it.
//!
//! A build is made when the bytes of some file have changed, when the day has, or when trouble with the folder is over,
//! and for no other reason. What changes during a build is kept by the watch, and is the next turn. A build that panics
//! is a turn as well, and the next one follows.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use jiff::civil::Date;

use crate::build::{Inputs, Outcome};
use crate::disk::{Changes, Error, Snapshot};
use crate::terminal::Progress;
use crate::watch::{Heard, How, Watch};

/// A hub that is followed.
pub struct Follow {
    watch: Watch,
    snapshot: Snapshot,
    /// The day, asked before each turn; none if it cannot be told.
    today: Box<dyn Fn() -> Option<Date> + Send>,
    /// The day of the last turn.
    day: Option<Date>,
    /// How many turns there were.
    turns: u64,
    /// Whether the folder could not be read when we looked last.
    is_in_trouble: bool,
}

/// One turn.
pub struct Turn {
    /// Its number, from 1.
    pub number: u64,
    /// The files that have changed since the last turn; empty for the first.
    pub changed: Vec<String>,
    /// What came of it.
    pub came: Came,
    /// How changes are noticed.
    pub how: How,
    /// Since the change was heard of.
    pub time: Progress,
}

/// What a build is given.
pub struct Task<'a> {
    /// The number of the turn, from 1.
    pub number: u64,
    /// What it is made from.
    pub inputs: &'a Arc<Inputs>,
    /// Since the change was heard of.
    pub time: &'a Progress,
}

/// What comes of a turn.
pub enum Came {
    /// A build.
    Built(Built),
    /// A fault of ours, in the words of the panic.
    Fault(String),
    /// The folder could not be read.
    Trouble(Error),
}

impl Came {
    /// What a build gave, if there was one.
    pub fn outcome(&self) -> Option<&Outcome> {
        match self {
            Came::Built(built) => Some(&built.outcome),
            Came::Fault(_) | Came::Trouble(_) => None,
        }
    }
}

/// A build, and what it was made from.
pub struct Built {
    /// What it was made from.
    pub inputs: Arc<Inputs>,
    /// What it gives.
    pub outcome: Arc<Outcome>,
}

impl Follow {
    /// Follows the hub over which there is a watch. Nothing has been read before.
    pub fn new(watch: Watch, snapshot: Snapshot, today: impl Fn() -> Option<Date> + Send + 'static) -> Self {
        Follow { watch, snapshot, today: Box::new(today), day: None, turns: 0, is_in_trouble: false }
    }

    /// Waits until there is something new, and says what. The first turn waits for nothing.
    pub fn turn(&mut self, mut build: impl FnMut(&Task<'_>) -> Outcome) -> Turn {
        loop {
            let (time, look) = self.look();
            let today = (self.today)().or(self.day);
            let was_in_trouble = std::mem::replace(&mut self.is_in_trouble, look.is_err());
            let (changed, came) = match look {
                // Said once, however long it lasts.
                Err(_) if was_in_trouble => continue,
                Err(error) => (Vec::new(), Came::Trouble(error)),
                Ok(changes) => {
                    let is_due = self.turns == 0 || was_in_trouble || !changes.files.is_empty() || today != self.day;
                    if !is_due {
                        continue;
                    }
                    self.day = today;
                    let changed = if self.turns == 0 { Vec::new() } else { changes.files };
                    (changed, self.build(today.unwrap_or_default(), &time, &mut build))
                }
            };
            self.turns += 1;
            return Turn { number: self.turns, changed, came, how: self.watch.how(), time };
        }
    }

    fn build(&self, today: Date, time: &Progress, build: &mut impl FnMut(&Task<'_>) -> Outcome) -> Came {
        let inputs = Arc::new(self.snapshot.inputs(today));
        let task = Task { number: self.turns + 1, inputs: &inputs, time };
        match catch_unwind(AssertUnwindSafe(|| build(&task))) {
            Ok(outcome) => Came::Built(Built { inputs, outcome: outcome.into() }),
            Err(panic) => Came::Fault(words(&*panic)),
        }
    }

    /// Waits, unless nothing has been read yet, and looks at what may have changed.
    fn look(&mut self) -> (Progress, Result<Changes, Error>) {
        let is_first = self.turns == 0;
        let heard = if is_first { Heard::Anything } else { self.watch.wait(self.looks()) };
        let time = Progress::new(true);
        if self.is_in_trouble {
            // What was watched may be gone, and something else be in its place.
            self.watch.renew();
        }
        let look = match &heard {
            Heard::Paths(paths) => self.snapshot.refresh(paths.iter().map(String::as_str)),
            Heard::Anything | Heard::Due => self.watch.look(|| self.snapshot.sweep()),
        };
        let has_changes = matches!(&look, Ok(changes) if !changes.files.is_empty());
        if heard == Heard::Due && has_changes && !self.looks() {
            self.watch.found_untold();
        }
        (time, look.and_then(|changes| self.look_into_folders(changes)))
    }

    /// Whether there may be changes of which the system does not tell.
    fn looks(&self) -> bool {
        self.snapshot.has_links() || self.is_in_trouble
    }

    /// Watches the folders that were found, and looks into them again: what was written there before they were watched
    /// has not been told of.
    fn look_into_folders(&mut self, mut changes: Changes) -> Result<Changes, Error> {
        if !changes.folders.is_empty() {
            self.watch.follow(&changes.folders);
            let again = self.snapshot.refresh(changes.folders.iter().map(String::as_str))?;
            changes.files.extend(again.files);
            changes.files.sort();
            changes.files.dedup();
        }
        Ok(changes)
    }
}

/// The words of a panic.
pub fn words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "no words were left".to_owned())
}

#[cfg(test)]
mod tests;
