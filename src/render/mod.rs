//! Stage 5, render: `Page`s to `Site`.

mod site;
pub mod view;

pub use site::Site;
