//! Stage 5, render: `Page`s to `Site`.

mod context;
mod prose;
mod sections;
mod site;
mod template;
pub mod view;

pub use site::Site;
