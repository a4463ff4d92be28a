//! Mistakes of authors: each has its own sentence, at the right place, with a remedy; and nothing is published.

mod dates;
mod fields;
mod files;
mod ids;
mod many;
mod positions;
mod references;
mod syntax;
mod templates;

use crate::portal::{Portal, notice_keys};
use crate::run::Run;

/// The notice of [`Portal::small`].
const NOTICE: &str = "content/notices/allotments.md";

/// Builds a published hub again after a mistake has been made in it; the build must fail and publish nothing.
#[track_caller]
fn after(hub: Portal, mistake: impl FnOnce(Portal) -> Portal) -> Run {
    let hub = mistake(hub.published());
    let run = hub.build();
    run.exit(1).says("Nothing was published: public is as it was.");
    run
}

/// What is said of a notice with these lines from its line 5 on, and this text.
#[track_caller]
fn notice_with(lines: &str, body: &str) -> Run {
    after(Portal::small(), |hub| hub.notice("allotments", &format!("{}{lines}", notice_keys("Allotments")), body))
}

/// What is said of a notice with these keys from its line 5 on.
#[track_caller]
fn notice_with_keys(lines: &str) -> Run {
    notice_with(lines, "")
}

/// What is said of a notice whose text, from its line 6 on, is this.
#[track_caller]
fn notice_with_text(body: &str) -> Run {
    notice_with("", body)
}
