//! Floor 0. Text and where it stands: sources, spans, paths, slugs, short words and digests; rows of cells as text.
//!
//! Knows nothing of notices, of TOML or of Markdown, and never touches the file system.

mod csv;
mod cut;
mod digest;
mod path;
mod scan;
mod slug;
mod source;
mod span;
mod stretch;
mod table;

pub use csv::csv;
pub use cut::{Alphabet, Piece, Pieces, ShortWord, pieces};
pub use digest::{Digest, DigestWriter};
pub use path::HubPath;
pub use scan::{find_byte, find_pair};
pub use slug::{capitalised, counted, folded, is_slug, slug, without_article};
pub use source::{FileId, Place, Source, Sources, Trouble};
pub use span::{LineColumn, Span};
pub use stretch::Stretch;
pub use table::read_table;
pub(crate) use table::table;
