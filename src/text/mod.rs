//! Floor 0. Text and where it stands: sources, spans, paths and slugs.
//!
//! Knows nothing of notices, of TOML or of Markdown, and never touches the file system.

mod path;
mod slug;
mod source;
mod span;

pub use path::HubPath;
pub use slug::{capitalised, is_slug, slug};
pub use source::{FileId, Place, Source, Sources, Trouble};
pub use span::{LineColumn, Span};
