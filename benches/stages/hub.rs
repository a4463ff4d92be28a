//! The hubs that are measured, and what each stage makes of them.

use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;

use jiff::civil::{Date, date};
use noticeboard::assemble::{DocumentMemo, assemble};
use noticeboard::build::Inputs;
use noticeboard::diagnostic::Diagnostics;
use noticeboard::disk;
use noticeboard::interpret::{FragmentMemo, NoticeMemo, Register, interpret};
use noticeboard::language::Wordings;
use noticeboard::law::Law;
use noticeboard::parse::{Fragment, parse};
use noticeboard::resolve::{Hub, Pages, resolve};
use noticeboard::text::Source;
use rayon::prelude::*;

/// How many notices the hubs have.
pub const SIZES: [usize; 2] = [60, 1000];

/// The day of every build: that on which the generator says that it is.
pub const DAY: Date = date(2026, 11, 21);

/// The folder of a hub, written anew. Always the same bytes.
pub fn folder(notices: usize) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("hub-{notices}"));
    let _ = std::fs::remove_dir_all(&folder);
    let generator = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/peers/corpus.py");
    let mut command = Command::new("python3");
    command.args(["-B", generator, "--format", "noticeboard", "--notices", &notices.to_string(), "--out"]).arg(&folder);
    let written = command.status().expect("the generator of hubs needs Python 3.11 or later, as python3");
    assert!(written.success(), "the generator of hubs has failed");
    folder
}

/// A hub as it is read.
pub fn inputs(notices: usize) -> Inputs {
    disk::read(&folder(notices), DAY).unwrap()
}

/// What the stages look things up in.
pub struct Tables {
    pub law: Arc<Law>,
    pub wordings: Arc<Wordings>,
}

impl Tables {
    pub fn load() -> Self {
        Tables { law: Law::load().into(), wordings: Wordings::load().into() }
    }
}

/// Stage 1.
pub fn parsed(inputs: &Inputs) -> Vec<Fragment> {
    let sources: Vec<&Source> = inputs.sources.iter().map(|(_, source)| source).collect();
    sources.par_iter().map(|source| parse(source).0).collect()
}

/// Stages 1 and 2.
pub fn interpreted(inputs: &Inputs, tables: &Tables) -> (Register, Vec<Arc<Fragment>>) {
    let (mut memo, mut diagnostics) = (NoticeMemo::once(), Diagnostics::new());
    interpret(&inputs.sources, &FragmentMemo::once(), &tables.wordings, &mut memo, &mut diagnostics)
}

/// Stages 1 to 3.
pub fn assembled(inputs: &Inputs, tables: &Tables) -> Hub {
    let (register, fragments) = interpreted(inputs, tables);
    let assembly = assemble(&register, &tables.law, &tables.wordings, inputs.today, &mut DocumentMemo::once());
    Hub {
        register,
        assembly,
        fragments,
        sources: inputs.sources.clone(),
        documents: inputs.documents.clone(),
        law: Arc::clone(&tables.law),
        wordings: Arc::clone(&tables.wordings),
        today: inputs.today,
    }
}

/// Stage 4.
pub fn resolved(hub: &Hub) -> Pages {
    resolve(hub, &mut Diagnostics::new())
}
