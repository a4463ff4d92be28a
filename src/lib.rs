//! Noticeboard, a static site generator for council privacy portals.
//!
//! The library is the whole program but `main`; [`build`] is its table of contents. Modules stand on
//! floors, and depend only on floors below their own:
//!
//! | floor | modules |
//! |---|---|
//! | 7 | [`command`]: a file for each command |
//! | 6 | [`cli`]: what was typed; [`terminal`]: talking to a person |
//! | 5 | [`disk`]: the only access to the file system; [`watch`]: when to look; [`serve`]: the preview; [`report`] and [`export`]: findings and lists; [`schema`]: what may be written |
//! | 4 | [`mod@build`]: the line of stages |
//! | 3 | the stages: [`mod@parse`], [`mod@interpret`], [`mod@assemble`], [`mod@resolve`], [`mod@check`], [`mod@render`] |
//! | 2 | [`domain`], [`law`], [`language`], [`config`] |
//! | 1 | [`diagnostic`] |
//! | 0 | [`text`]; [`memo`]: what one build hands on to the next; [`exact`]: values in just the memory that they need |

pub mod assemble;
pub mod build;
pub mod check;
pub mod cli;
pub mod command;
pub mod config;
pub mod diagnostic;
pub mod disk;
pub mod domain;
pub mod exact;
pub mod export;
pub mod interpret;
pub mod language;
pub mod law;
pub mod memo;
pub mod parse;
pub mod render;
pub mod report;
pub mod resolve;
pub mod schema;
pub mod serve;
pub mod terminal;
pub mod text;
pub mod watch;
