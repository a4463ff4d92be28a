//! What the tests over whole portals share: building one, reading its HTML, and outlining it.

pub mod html;
pub mod outline;
pub mod portal;
