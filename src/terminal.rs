//! Floor 6. Talking to a person at a terminal.
//!
//! Talk goes to standard error, results go to standard output. Colour appears on a
//! terminal only, and never where `NO_COLOR` is set; progress appears on a terminal only.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

use crate::diagnostic::{Diagnostic, Severity, human};
use crate::text::{Sources, counted};

/// How long a run may take before it says what it is doing.
const PATIENCE: Duration = Duration::from_millis(400);

/// Prints diagnostics, each with its source line, and how many there are.
pub fn diagnostics(diagnostics: &[Diagnostic], sources: &Sources) {
    let mut text: String = diagnostics.iter().map(|diagnostic| human::render(diagnostic, sources)).collect();
    let counts = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Advice, "piece of advice")];
    let counts: Vec<String> = counts
        .into_iter()
        .filter_map(|(severity, name)| {
            let count = diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
            (count > 0).then(|| counted(count, name))
        })
        .collect();
    if !counts.is_empty() {
        text.push_str(&counts.join(", "));
        text.push('\n');
    }
    say(&text);
}

/// Prints why a command could not run.
pub fn failure(why: &str) {
    let words = human::wrapped(why, "error: ".len()).replace('\n', "\n       ");
    say(&format!("\u{1b}[1;31merror\u{1b}[0m: {words}\n"));
}

/// Prints text to standard error as it is, colours and all. That nobody listens is no trouble of ours.
pub fn say(text: &str) {
    let mut stream = anstream::AutoStream::auto(std::io::stderr().lock());
    let _ = stream.write_all(text.as_bytes());
    let _ = stream.flush();
}

/// Prints results to standard output. A pipe that is closed early is no trouble of ours.
pub fn print(text: &str) {
    let mut stream = anstream::AutoStream::auto(std::io::stdout().lock());
    let _ = stream.write_all(text.as_bytes());
    let _ = stream.flush();
}

/// Prints a file to standard output as it is, byte for byte.
pub fn print_bytes(bytes: &[u8]) {
    let mut stream = std::io::stdout().lock();
    let _ = stream.write_all(bytes);
    let _ = stream.flush();
}

/// Whether standard output is a terminal, with a person in front of it.
pub fn is_watched() -> bool {
    std::io::stdout().is_terminal()
}

/// The line that tells what a long run is doing.
#[derive(Debug)]
pub struct Progress {
    start: Instant,
    is_shown: bool,
    enabled: bool,
}

impl Progress {
    /// A progress line that appears once the run has taken a while, on a terminal.
    pub fn new(quiet: bool) -> Self {
        Progress { start: Instant::now(), is_shown: false, enabled: !quiet && std::io::stderr().is_terminal() }
    }

    /// Says what comes next.
    pub fn step(&mut self, what: &str) {
        if self.enabled && (self.is_shown || self.start.elapsed() >= PATIENCE) {
            self.is_shown = true;
            say(&format!("\r\u{1b}[2K{what} ..."));
        }
    }

    /// Takes the line away.
    pub fn end(&mut self) {
        if self.is_shown {
            self.is_shown = false;
            say("\r\u{1b}[2K");
        }
    }

    /// How long the run has taken.
    pub fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }
}
