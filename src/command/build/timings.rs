//! What `build --timings=json` prints: how long a build took and what it made, as one JSON object, version 1.
//!
//! The format is described in docs/performance.md.

use serde::Serialize;

use crate::build::{Outcome, Stage, Timings, processor_time};
use crate::disk::{Published, peak_memory};

/// The version of the format. It grows when a field goes or changes its meaning.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Measured {
    version: u32,
    noticeboard: &'static str,
    threads: usize,
    notices: usize,
    pages: usize,
    files: Files,
    seconds: f64,
    cpu_seconds: Option<f64>,
    process_cpu_seconds: Option<f64>,
    peak_memory_bytes: Option<u64>,
    stages: Vec<Entry>,
}

#[derive(Serialize)]
struct Files {
    total: usize,
    written: usize,
    unchanged: usize,
    removed: usize,
}

#[derive(Serialize)]
struct Entry {
    stage: &'static str,
    seconds: f64,
    cpu_seconds: Option<f64>,
}

impl Entry {
    fn of(stage: &Stage) -> Self {
        let Stage { name, wall, cpu } = *stage;
        Entry { stage: name, seconds: wall.as_secs_f64(), cpu_seconds: cpu.map(|time| time.as_secs_f64()) }
    }
}

/// A build that has ended, as one JSON object, ending in a newline.
pub fn json(timings: &Timings, outcome: &Outcome, published: &Published) -> String {
    let Published { written, unchanged, removed, total } = *published;
    let all = Entry::of(&timings.total());
    let measured = Measured {
        version: VERSION,
        noticeboard: env!("CARGO_PKG_VERSION"),
        threads: rayon::current_num_threads(),
        notices: outcome.subjects.len(),
        pages: outcome.pages,
        files: Files { total, written, unchanged, removed },
        seconds: all.seconds,
        cpu_seconds: all.cpu_seconds,
        process_cpu_seconds: processor_time().map(|time| time.as_secs_f64()),
        peak_memory_bytes: peak_memory(),
        stages: timings.stages.iter().map(Entry::of).collect(),
    };
    let mut text = serde_json::to_string_pretty(&measured).unwrap_or_else(|error| panic!("times are JSON: {error}"));
    text.push('\n');
    text
}
