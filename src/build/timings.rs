//! How long each stage of a build takes, on the clock on the wall and on all processors together.
//!
//! Measures and nothing else: no figure has any influence on what a build gives.

use std::time::{Duration, Instant};

/// A stage of a build that has ended.
#[derive(Clone, Copy, Debug)]
pub struct Stage {
    /// The stage's verb.
    pub name: &'static str,
    /// How long it took.
    pub wall: Duration,
    /// How long processors worked meanwhile, all threads together; none where the system does not say.
    pub cpu: Option<Duration>,
}

/// The time that each stage of a build took, in the order in which they ran.
#[derive(Clone, Debug)]
pub struct Timings {
    /// Every stage that has ended.
    pub stages: Vec<Stage>,
    since: Moment,
}

/// A reading of both clocks.
#[derive(Clone, Copy, Debug)]
struct Moment {
    wall: Instant,
    cpu: Option<Duration>,
}

impl Moment {
    fn now() -> Self {
        Moment { wall: Instant::now(), cpu: processor_time() }
    }
}

impl Timings {
    /// Starts to measure.
    pub fn start() -> Self {
        Timings { stages: Vec::new(), since: Moment::now() }
    }

    /// Ends a stage: it took the time since the last one ended.
    pub fn end(&mut self, name: &'static str) {
        let now = Moment::now();
        let cpu = now.cpu.zip(self.since.cpu).map(|(now, since)| now.saturating_sub(since));
        self.stages.push(Stage { name, wall: now.wall - self.since.wall, cpu });
        self.since = now;
    }

    /// Adds the stages of something that has just ended and measured itself.
    pub fn within(&mut self, inner: &Timings) {
        self.stages.extend_from_slice(&inner.stages);
        self.since = Moment::now();
    }

    /// All stages as one.
    pub fn total(&self) -> Stage {
        let cpu = self.stages.iter().map(|stage| stage.cpu).sum();
        Stage { name: "total", wall: self.stages.iter().map(|stage| stage.wall).sum(), cpu }
    }

    /// The times as a table for people, in milliseconds.
    pub fn table(&self) -> String {
        let line = |stage: &Stage| format!("{:<10}{:>9.1} ms\n", stage.name, stage.wall.as_secs_f64() * 1000.0);
        self.stages.iter().chain([&self.total()]).map(line).collect()
    }
}

/// How long processors have worked for this process, all threads together; none where the system does not say.
pub fn processor_time() -> Option<Duration> {
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    {
        use rustix::time::{ClockId, clock_gettime};
        Duration::try_from(clock_gettime(ClockId::ProcessCPUTime)).ok()
    }
    #[cfg(not(any(target_os = "linux", target_os = "macos")))]
    None
}
