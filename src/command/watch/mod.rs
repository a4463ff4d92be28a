//! `noticeboard watch`: a preview that follows every save.
//!
//! 1. [`follow`] waits for changes, brings the snapshot up to date and builds, turn by turn.
//! 2. Each turn is shown in the preview, published if that was asked for, and told at the terminal by [`tell`].
//!
//! The turns have a thread of their own. The first one waits for the signal to end, so that it ends at once, whatever
//! the other is doing; only a site that is just being published is finished.

mod follow;
mod tell;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::{Ending, Failure, today};
use crate::build::{self, Memo};
use crate::cli;
use crate::disk::{self, Published, Snapshot};
use crate::serve::{self, Server};
use crate::terminal;
use crate::watch::{Watch, Why};
use follow::{Came, Follow, Turn};
use tell::Tell;

/// Watches a hub until it is told to end.
pub fn run(arguments: &cli::Watch) -> Result<Ending, Failure> {
    let root = &arguments.hub.root;
    let real_root = disk::real_folder(root)?;
    let as_of = arguments.as_of.clone();
    today(as_of.as_deref())?;
    if let Some(output) = &arguments.output {
        disk::check_output(root, output)?;
        disk::recover(output)?;
    }
    let why = if arguments.poll { Some(Why::Asked) } else { disk::is_foreign(&real_root).then_some(Why::Foreign) };
    let publishing = Publishing { output: arguments.output.clone(), lock: Arc::default() };
    let lock = Arc::clone(&publishing.lock);

    let (sender, ends) = channel();
    on_signal(sender.clone())?;
    terminal::say(&tell::start(root, arguments.output.as_deref()));
    let preview = (!arguments.no_serve).then(|| preview(arguments)).transpose()?;
    // Watched first and read then, so that nothing falls in between.
    let mut watch = Watch::start(&real_root, why);
    watch.prove(|| disk::touch_probe(&real_root));
    let follow = Follow::new(watch, Snapshot::new(&real_root), move || today(as_of.as_deref()).ok());
    let tell = Tell::new(arguments.verbose);
    let turns = move || turns(follow, preview.as_ref(), &publishing, tell);
    thread::spawn(move || sender.send(catch_unwind(AssertUnwindSafe(turns)).err().map(|_| fault())));
    let end = ends.recv();
    let _published = lock.lock().unwrap_or_else(PoisonError::into_inner);
    match end {
        Ok(Some(failure)) => Err(failure),
        _ => Ok(Ending::Done),
    }
}

/// Sends the word to end when the person or the system says so.
fn on_signal(sender: Sender<Option<Failure>>) -> Result<(), Failure> {
    let tell = move || drop(sender.send(None));
    ctrlc::set_handler(tell).map_err(|error| Failure(format!("Cannot wait for Ctrl-C: {error}.")))
}

fn fault() -> Failure {
    Failure("The watch has ended by a fault of Noticeboard itself. Please report it.".to_owned())
}

/// Starts the preview, says where it is, and opens it if that was asked for.
fn preview(arguments: &cli::Watch) -> Result<Server, Failure> {
    let options = serve::Options { host: arguments.host.clone(), port: arguments.port };
    let server = Server::start(&options).map_err(|error| Failure(error.to_string()))?;
    let address = server.address();
    terminal::say(&format!("Preview: {address}\n"));
    if arguments.open
        && let Err(error) = open::that_detached(&address)
    {
        terminal::say(&format!("The browser cannot be opened: {error}.\n"));
    }
    Ok(server)
}

/// All turns, one after the other.
fn turns(mut follow: Follow, preview: Option<&Server>, publishing: &Publishing, mut tell: Tell) {
    let mut memo = Memo::default();
    loop {
        let mut seen = None;
        let turn = follow.turn(|task| {
            let mut draft = build::draft(task.inputs, &mut memo);
            if let (Some(preview), Some(pages)) = (preview, draft.first_pages(&memo)) {
                // Somebody looks at them: what the law asks for can wait.
                preview.show(task.number, Arc::new(pages), Arc::clone(task.inputs));
                seen = Some(task.time.elapsed());
            }
            draft.check(&mut memo);
            draft.prove(&mut memo);
            draft.outcome()
        });
        if matches!(turn.came, Came::Fault(_)) {
            // It may hold something half made.
            memo = Memo::default();
        }
        let seen = seen.unwrap_or_else(|| turn.time.elapsed());
        // Whatever is wrong with showing one turn, the next one is shown.
        let shown = catch_unwind(AssertUnwindSafe(|| show(&turn, seen, preview, publishing, &mut tell)));
        if let Err(panic) = shown {
            tell::fault(&follow::words(&*panic));
        }
    }
}

/// Shows what came of a turn in the preview first, since somebody looks at it; then publishes it, and tells of it.
///
/// `seen` is how long it took until its pages were there to look at.
fn show(turn: &Turn, seen: Duration, preview: Option<&Server>, publishing: &Publishing, tell: &mut Tell) {
    if let Some(preview) = preview {
        match &turn.came {
            Came::Built(built) => {
                preview.show(turn.number, Arc::clone(&built.outcome), Arc::clone(&built.inputs));
            }
            Came::Fault(words) => preview.fault(turn.number, words),
            Came::Trouble(error) => preview.trouble(turn.number, error.to_string()),
        }
    }
    let site = turn.came.outcome().and_then(|outcome| outcome.site.as_ref());
    let published = site.and_then(|site| publishing.publish(site));
    tell.turn(turn, seen, published.as_ref());
}

/// Where good builds are published, if anywhere.
struct Publishing {
    output: Option<PathBuf>,
    /// Held while a site is being published.
    lock: Arc<Mutex<()>>,
}

impl Publishing {
    fn publish(&self, site: &crate::render::Site) -> Option<Result<Published, disk::Error>> {
        let output: &Path = self.output.as_deref()?;
        let _held = self.lock.lock().unwrap_or_else(PoisonError::into_inner);
        Some(disk::publish(site, output))
    }
}
