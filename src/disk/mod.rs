//! Floor 5. The only part of Noticeboard that touches the file system.
//!
//! [`Reading`] reads a hub while it is built, [`read()`] makes one snapshot of its folder, [`Snapshot`] keeps one up to
//! date, and [`create`] writes single new files into it for authors. The
//! rest answers how a finished [`Site`](crate::render::Site) becomes a folder that a web host can serve. It takes
//! values in memory and paths, and guarantees that whoever looks at the output folder sees one whole site, the old or
//! the new one, whatever happens on the way; that nothing is deleted which Noticeboard did not publish itself; and
//! that every failure is an [`Error`] that names its path in a plain sentence. It does not survive a power cut without
//! harm to single files (it never waits for the disk): the next build finds such files and puts them right.
//!
//! | Step | File |
//! |---|---|
//! | a hub that is read while it is built | `reading`, of files that `walk` finds and `read` reads |
//! | the snapshot | `snapshot`, of the same files, which `stamp` holds against what they were |
//! | single new files | `write` |
//! | where a hub lies | `place` |
//! | exports, which are kept out of what is published | `export` |
//! | where a release may go | `output` |
//! | the work folder beside it, its lock, recovery | `work`, `lock` |
//! | what stands in the output folder, and whose it is | `listing`, `marker`, `folders` |
//! | what differs | `compare` |
//! | the next release, beside the live one | `prepare` |
//! | the switch | `exchange` |
//! | all of it in order | `publish` |
//! | what can go wrong | `error` |
//! | how much memory all of it took | `memory` |

mod compare;
mod error;
mod exchange;
mod export;
mod folders;
mod listing;
mod lock;
mod marker;
mod memory;
mod output;
mod place;
mod prepare;
mod publish;
mod read;
mod reading;
mod snapshot;
mod stamp;
mod walk;
mod work;
mod write;

pub use error::Error;
pub use export::{check_export, replace};
pub use memory::peak_memory;
pub use output::check_output;
pub use place::{is_foreign, real_folder, touch_probe};
pub use publish::{Published, publish};
pub use reading::Reading;
pub use snapshot::{Changes, Snapshot, read};
pub use work::recover;
pub use write::{create, is_there};
