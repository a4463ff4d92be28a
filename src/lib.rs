//! Noticeboard, a static site generator for council privacy portals.

pub mod assemble;
pub mod config;
pub mod diagnostic;
pub mod disk;
pub mod domain;
pub mod interpret;
pub mod language;
pub mod law;
pub mod parse;
pub mod render;
pub mod resolve;
pub mod text;
