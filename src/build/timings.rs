//! How long each stage of a build takes.
//!
//! Measures and nothing else: no figure has any influence on what a build gives.

use std::time::{Duration, Instant};

/// The time that each stage of a build took, in the order in which they ran.
#[derive(Clone, Debug)]
pub struct Timings {
    /// The stage's verb, and how long it took.
    pub stages: Vec<(&'static str, Duration)>,
    since: Instant,
}

impl Timings {
    /// Starts to measure.
    pub fn start() -> Self {
        Timings { stages: Vec::new(), since: Instant::now() }
    }

    /// Ends a stage: it took the time since the last one ended.
    pub fn end(&mut self, stage: &'static str) {
        let now = Instant::now();
        self.stages.push((stage, now - self.since));
        self.since = now;
    }

    /// Adds the stages of something that has just ended and measured itself.
    pub fn within(&mut self, inner: &Timings) {
        self.stages.extend_from_slice(&inner.stages);
        self.since = Instant::now();
    }

    /// The times as a table for people, in milliseconds.
    pub fn table(&self) -> String {
        let line = |name: &str, time: Duration| format!("{name:<10}{:>9.1} ms\n", time.as_secs_f64() * 1000.0);
        let total = self.stages.iter().map(|(_, time)| *time).sum();
        self.stages.iter().map(|(name, time)| line(name, *time)).collect::<String>() + &line("total", total)
    }
}
