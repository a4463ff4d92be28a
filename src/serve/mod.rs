//! Floor 5. The preview: serves what was built last, from memory, and tells open pages what has changed.
//!
//! 1. [`listen`] binds the address, [`connection`] takes connections and bounds their number.
//! 2. [`admission`] says who may ask: names of this machine, and pages of this hub for the socket.
//! 3. [`shown`] is what is served: the last complete site, and what is wrong since.
//! 4. [`lookup`] finds the file of an address, [`answer`] makes the response.
//! 5. [`live`] keeps a socket to each open page and sends it its [`state`]: [`watermark`] tells whether the page itself,
//!    its style sheets or neither changed, [`problem`] is a diagnostic as pages show it.
//!
//! Takes outcomes of builds; touches neither the file system nor the terminal. Whatever a client sends, it gets an
//! answer or is hung up on; it never reaches a file that is not part of the site.

mod admission;
mod answer;
mod connection;
mod listen;
mod live;
mod lookup;
mod problem;
mod shown;
mod state;
mod watermark;

use std::sync::Arc;
use std::thread::JoinHandle;

use tokio::sync::watch;

use crate::build::{Inputs, Outcome};
use admission::Admission;
use shown::{Setback, Shown};

pub use listen::{Error, Options};

/// A preview server. It works in a thread of its own until it is dropped.
#[derive(Debug)]
pub struct Server {
    /// `http://localhost:8000`.
    origin: String,
    /// Gone once the server is to end: its thread then sees that nothing more will come.
    shown: Option<watch::Sender<Arc<Shown>>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Binds the address and starts to answer. Until the first [`show`](Server::show) every page says that the hub is
    /// being built.
    ///
    /// # Errors
    ///
    /// If the address cannot be bound, in a complete sentence.
    pub fn start(options: &Options) -> Result<Self, Error> {
        let bound = listen::bind(options)?;
        let origin = bound.origin(&options.host);
        let admission = Admission::new(&options.host);
        let (sender, receiver) = watch::channel(Arc::new(Shown::default()));
        let runtime = connection::runtime().map_err(|error| Error::new("The preview cannot start", &error))?;
        let thread = std::thread::Builder::new()
            .name("preview".to_owned())
            .spawn(move || runtime.block_on(connection::serve(bound.listeners, receiver, admission)))
            .map_err(|error| Error::new("The preview cannot start", &error))?;
        Ok(Server { origin, shown: Some(sender), thread: Some(thread) })
    }

    /// The address at which a browser finds the hub: `http://localhost:8000/`, with the path of the hub once a site has
    /// been shown. `/` always leads there.
    pub fn address(&self) -> String {
        let path = self.shown.as_ref().map(|sender| sender.borrow().base_path().to_owned());
        format!("{}{}", self.origin, path.as_deref().unwrap_or("/"))
    }

    /// Shows the outcome of a build, all at once. `build` is its number, which grows. Where the content has errors and
    /// there is no site, the last complete one stays, with the errors over it. What was a fault or trouble
    /// is forgotten.
    ///
    /// `inputs` are those of the build: findings are shown with the lines that they point to.
    pub fn show(&self, build: u64, outcome: Arc<Outcome>, inputs: Arc<Inputs>) {
        self.change(|shown| shown.after(build, outcome, inputs));
    }

    /// Shows that a build ended in a fault of the program, with the words of the panic. Everything else stays.
    pub fn fault(&self, build: u64, words: impl Into<String>) {
        self.change(|shown| shown.without_outcome(build, Setback::Fault(words.into())));
    }

    /// Shows that there could be no build, since the hub could not be read, with a sentence that says why. Everything
    /// else stays.
    pub fn trouble(&self, build: u64, words: impl Into<String>) {
        self.change(|shown| shown.without_outcome(build, Setback::Trouble(words.into())));
    }

    /// Ends the server at once: connections are hung up on, and the address is free again.
    pub fn stop(self) {
        drop(self);
    }

    fn change(&self, change: impl FnOnce(&Shown) -> Shown) {
        if let Some(sender) = &self.shown {
            let before = Arc::clone(&sender.borrow());
            // What was shown before is dropped at the end, when the new is there already: a large site takes a while.
            sender.send_replace(Arc::new(change(&before)));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.shown.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
