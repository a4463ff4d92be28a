//! Stage 5, render: `Page`s to `Site`.

mod site;

pub use site::Site;
