//! End to end: the real program, on hubs that the tests write, and what it says and publishes.
//!
//! [`portal::Portal`] writes and builds a hub, [`run::Run`] is how that ended, [`page::Page`] is a page that it published.
//! An expectation that fails prints the whole output of the run.

// A test may stop at the first surprise, and may print.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr)]

mod accessibility;
mod authoring;
mod bad_input;
mod checking;
mod derived;
mod deterministic;
mod exports;
mod finding;
mod hosting;
mod injection;
mod killed;
mod machine;
mod maps;
mod output;
mod overviews;
mod page;
mod portal;
mod publishing;
mod reading;
mod run;
mod scaffold;
mod search;
mod terminal;
mod themes;
mod tree;
#[cfg(unix)]
mod watching;
