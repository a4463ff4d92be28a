//! Reading a hub and publishing a site, in a folder in memory where the system has one.

use std::path::{Path, PathBuf};

use divan::Bencher;
use noticeboard::build::build;
use noticeboard::disk;
use tempfile::TempDir;

use crate::hub::{self, SIZES};

/// A new folder, in memory if possible.
fn new_folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory).unwrap() } else { tempfile::tempdir().unwrap() }
}

fn public(around: &TempDir) -> PathBuf {
    around.path().join("public")
}

/// From a folder to a snapshot.
#[divan::bench(args = SIZES)]
fn read(bencher: Bencher<'_, '_>, notices: usize) {
    let folder = hub::folder(notices);
    bencher.counter(notices).bench_local(|| disk::read(&folder, hub::DAY).unwrap());
}

/// A site whose files are made and written, where there was nothing before.
#[divan::bench(args = SIZES, sample_count = 10)]
fn publish(bencher: Bencher<'_, '_>, notices: usize) {
    let site = build(&hub::inputs(notices)).site.unwrap();
    bencher
        .counter(notices)
        .with_inputs(new_folder)
        .bench_local_refs(|around| disk::publish(&site, &public(around)).unwrap());
}

/// The same where the same has been published already: every file is made and compared, and nothing is written.
#[divan::bench(args = SIZES, sample_count = 10)]
fn publish_again(bencher: Bencher<'_, '_>, notices: usize) {
    let (site, around) = (build(&hub::inputs(notices)).site.unwrap(), new_folder());
    disk::publish(&site, &public(&around)).unwrap();
    bencher.counter(notices).bench_local(|| disk::publish(&site, &public(&around)).unwrap());
}
