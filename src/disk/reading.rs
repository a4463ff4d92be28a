//! A hub that is read while something is made of it.
//!
//! Answers how reading and building overlap. [`Reading::start`] lists the folder and reads everything but the files of
//! notices. These are read while the first of them are interpreted: a few threads run ahead in the order in which they
//! will be asked for, and whoever needs one that none has come to reads it. So processors parse while the disk is waited
//! for. All of it is of one moment, or is made again: if a file goes away between listing and reading, the hub is read
//! whole, as a [`Snapshot`], and what was made of the first reading is thrown away.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use jiff::civil::Date;

use super::read::{self, File};
use super::{Error, Snapshot};
use crate::build::Inputs;
use crate::domain::layout::NOTICES;
use crate::text::{FileId, HubPath, Source, Sources};

/// How many threads run ahead at most. They hardly work: they are there to wait for the disk, which serves several at once.
const MOST: usize = 2;

/// How many files are worth a thread.
const FILES: usize = 32;

/// A hub of which it is known what it consists of.
#[derive(Debug)]
pub struct Reading {
    root: PathBuf,
    inputs: Inputs,
    has_gone: Arc<AtomicBool>,
}

impl Reading {
    /// Lists the hub in a folder, to be built as on a given day, and reads what is needed first.
    ///
    /// # Errors
    ///
    /// Those of [`super::read()`].
    pub fn start(root: &Path, today: Date) -> Result<Self, Error> {
        let mut snapshot = Snapshot::new(root);
        let (_, late) = snapshot.sweep_but(|path| HubPath::new(path).below(NOTICES).is_some())?;
        let (shared, has_gone) = (Arc::<Path>::from(root), Arc::<AtomicBool>::default());
        let late = late.iter().map(|path| {
            let (root, path, has_gone) = (Arc::clone(&shared), HubPath::new(path), Arc::clone(&has_gone));
            (path.clone(), move || source(&root, path, &has_gone))
        });
        let inputs = snapshot.inputs_with(|sources| Sources::with_late(sources, late), today);
        Ok(Reading { root: root.to_owned(), inputs, has_gone })
    }

    /// Makes something of the hub while it is read. Where a file goes away under it, it is made once more, of the whole hub
    /// as it is then.
    ///
    /// # Errors
    ///
    /// Those of [`super::read()`].
    pub fn make<T>(self, mut make: impl FnMut(Inputs) -> T) -> Result<T, Error> {
        let Reading { root, inputs, has_gone } = self;
        let (sources, today) = (inputs.sources.clone(), inputs.today);
        let (order, next) = (order(&sources), AtomicUsize::new(0));
        let run_ahead = || {
            while let Some(file) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
                sources.get(*file);
            }
        };
        let made = thread::scope(|scope| {
            for _ in 0..MOST.min(order.len() / FILES) {
                // Where the system has no thread for us, whoever needs a file reads it.
                let _ = thread::Builder::new().spawn_scoped(scope, run_ahead);
            }
            make(inputs)
        });
        // Whether any has gone is known when all have been asked for, which nobody need have done.
        run_ahead();
        if has_gone.load(Ordering::Relaxed) { Ok(make(super::read(&root, today)?)) } else { Ok(made) }
    }
}

/// Reads a file that is needed now.
fn source(root: &Path, path: HubPath, has_gone: &AtomicBool) -> Arc<Source> {
    match read::file(root, path.as_str()) {
        Some(File::Source(source)) => source,
        _ => {
            has_gone.store(true, Ordering::Relaxed);
            Source::unreadable(path, String::new()).into()
        }
    }
}

/// The late files in the order in which they will be asked for: threads that share a list begin at equal parts of it.
fn order(sources: &Sources) -> Vec<FileId> {
    let late = sources.paths().filter(|(_, path)| path.below(NOTICES).is_some());
    let late: Vec<FileId> = late.map(|(file, _)| file).collect();
    let part = late.len().div_ceil(rayon::current_num_threads()).max(1);
    (0..part).flat_map(|first| late.iter().skip(first).step_by(part)).copied().collect()
}

#[cfg(test)]
mod tests;
