//! The preview server, started in process with made-up sites and asked over real connections.
//!
//! [`hub::Hub`] is what is shown, [`client::Client`] talks HTTP byte by byte, and [`page::OpenPage`] is the socket of an
//! open page. What a browser makes of it is tested in `tests/browser`.

// A test may stop at the first surprise.
#![allow(clippy::unwrap_used)]

mod client;
mod files;
mod hostile;
mod hub;
mod listening;
mod live;
mod page;
mod problems;
mod strangers;
