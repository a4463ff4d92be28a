//! From files to pages, and what the law asks for.

use divan::Bencher;
use noticeboard::assemble::{DocumentMemo, assemble};
use noticeboard::build::{Memo, build, draft};
use noticeboard::check::{CheckMemo, Lexicon, check};
use noticeboard::diagnostic::Diagnostics;
use noticeboard::law::Law;

use crate::hub::{self, SIZES, Tables};

/// What every run of the program reads first.
#[divan::bench]
fn tables() -> Memo {
    Memo::default()
}

/// The tables of law alone.
#[divan::bench]
fn law() -> Law {
    Law::load()
}

/// Stage 1, every file.
#[divan::bench(args = SIZES)]
fn parse(bencher: Bencher<'_, '_>, notices: usize) {
    let inputs = hub::inputs(notices);
    bencher.counter(notices).bench_local(|| hub::parsed(&inputs));
}

/// Stages 1 and 2: a file is parsed when its turn comes to be interpreted.
#[divan::bench(args = SIZES)]
fn parse_and_interpret(bencher: Bencher<'_, '_>, notices: usize) {
    let (inputs, tables) = (hub::inputs(notices), Tables::load());
    bencher.counter(notices).bench_local(|| hub::interpreted(&inputs, &tables));
}

/// Stage 3.
#[divan::bench(args = SIZES)]
fn assemble_documents(bencher: Bencher<'_, '_>, notices: usize) {
    let (inputs, tables) = (hub::inputs(notices), Tables::load());
    let (register, _) = hub::interpreted(&inputs, &tables);
    let memo = DocumentMemo::once;
    bencher
        .counter(notices)
        .with_inputs(memo)
        .bench_local_refs(|memo| assemble(&register, &tables.law, &tables.wordings, hub::DAY, memo));
}

/// Stage 4.
#[divan::bench(args = SIZES)]
fn resolve(bencher: Bencher<'_, '_>, notices: usize) {
    let hub = hub::assembled(&hub::inputs(notices), &Tables::load());
    bencher.counter(notices).bench_local(|| hub::resolved(&hub));
}

/// Every rule on every notice.
#[divan::bench(args = SIZES)]
fn check_the_law(bencher: Bencher<'_, '_>, notices: usize) {
    let hub = hub::assembled(&hub::inputs(notices), &Tables::load());
    let (pages, lexicon) = (hub::resolved(&hub), Lexicon::new(&hub.law));
    bencher
        .counter(notices)
        .with_inputs(|| (CheckMemo::once(), Diagnostics::new()))
        .bench_local_refs(|(memo, diagnostics)| check(&hub, &pages, &lexicon, memo, diagnostics));
}

/// From files to the list of what is published, with nothing remembered.
#[divan::bench(args = SIZES)]
fn all_to_site(bencher: Bencher<'_, '_>, notices: usize) {
    let inputs = hub::inputs(notices);
    bencher.counter(notices).with_inputs(Memo::once).bench_local_refs(|memo| draft(&inputs, memo));
}

/// The same where nothing has changed since the last build, as `watch` does it.
#[divan::bench(args = SIZES)]
fn all_to_site_again(bencher: Bencher<'_, '_>, notices: usize) {
    let (inputs, mut memo) = (hub::inputs(notices), Memo::default());
    draft(&inputs, &mut memo);
    bencher.counter(notices).bench_local(|| draft(&inputs, &mut memo));
}

/// A whole build in memory: every page is made once, and kept by nobody.
#[divan::bench(args = SIZES, sample_count = 10)]
fn whole_build(bencher: Bencher<'_, '_>, notices: usize) {
    let inputs = hub::inputs(notices);
    bencher.counter(notices).bench_local(|| build(&inputs));
}
