//! Noticeboard, a static site generator for council privacy portals.

pub mod diagnostic;
pub mod disk;
pub mod domain;
pub mod parse;
pub mod render;
pub mod text;
