//! Where a published hub can stand: addresses, and what hosts are told.

mod addresses;
mod compressed;
mod fingerprints;
mod targets;
