//! Floor 0. Text and where it stands: sources, spans, paths, slugs and digests.
//!
//! Knows nothing of notices, of TOML or of Markdown, and never touches the file system.

mod digest;
mod path;
mod slug;
mod source;
mod span;

pub use digest::{Digest, DigestWriter};
pub use path::HubPath;
pub use slug::{capitalised, counted, is_slug, slug};
pub use source::{FileId, Place, Source, Sources, Trouble};
pub use span::{LineColumn, Span};
