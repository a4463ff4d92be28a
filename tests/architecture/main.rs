//! What a compiler cannot hold: the floors, who may name what, the length of things, and that the
//! lists in ARCHITECTURE.md are those of the tree.
//!
//! Every rule is a function over a path and a text that gives faults, so that each can be shown to
//! fail on a small bad example. The last test of each module runs its rules over the real tree.

// A test may stop at the first surprise, in its functions too.
#![allow(clippy::unwrap_used)]

mod code;
mod committed;
mod floors;
mod listings;
mod names;
mod size;
mod tree;
