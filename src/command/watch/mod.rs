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

use super::{Ending, Failure, today};
use crate::cli;
use crate::disk::{self, Published, Snapshot};
use crate::serve::{self, Server};
use crate::terminal;
use crate::watch::{Watch, Why};
use follow::{Came, Follow};
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
    let watch = Watch::start(&real_root, why);
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
    loop {
        let turn = follow.turn(crate::build::build);
        let mut published = None;
        match (&turn.came, preview) {
            (Came::Built(built), preview) => {
                if let Some(preview) = preview {
                    preview.show(turn.number, Arc::clone(&built.outcome), Arc::clone(&built.inputs));
                }
                published = built.outcome.site.as_ref().and_then(|site| publishing.publish(site));
            }
            (Came::Fault(words), Some(preview)) => preview.fault(turn.number, words),
            (Came::Trouble(error), Some(preview)) => preview.trouble(turn.number, error.to_string()),
            (Came::Trouble(_) | Came::Fault(_), None) => {}
        }
        tell.turn(&turn, published.as_ref());
    }
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
