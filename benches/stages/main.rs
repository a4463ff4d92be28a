//! How long each stage of a build takes, on hubs of fixed sizes: `cargo bench`.
//!
//! [`hub`] makes the hubs, by the generator of `benches/peers`, and takes them through the stages; [`stages`] measures
//! from files to pages, [`files`] what is published, [`folders`] reading and publishing, [`start`] the program itself.
//! Times depend on the machine and on what else it does: to compare two revisions, count instructions instead
//! (`benches/instructions`). All of this is described in docs/performance.md.

// A benchmark may stop at the first surprise.
#![allow(clippy::unwrap_used)]

mod files;
mod folders;
mod hub;
mod stages;
mod start;

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}
