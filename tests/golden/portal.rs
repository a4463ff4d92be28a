//! Builds a portal of `tests/portals` through the library, as of a fixed day.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::date;
use noticeboard::render::Site;
use noticeboard::{build, diagnostic, disk};

/// The folder of a portal.
pub fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/portals").join(name)
}

/// The site of a portal as of 21 November 2026. It must have been built without a single complaint.
pub fn build(name: &str) -> Arc<Site> {
    let inputs = disk::read(&folder(name), date(2026, 11, 21)).unwrap();
    let outcome = build::build(&inputs);
    let complaints = outcome.diagnostics.iter().map(|one| diagnostic::human::render(one, &inputs.sources));
    assert!(outcome.diagnostics.is_empty(), "the portal {name} has mistakes:\n{}", complaints.collect::<String>());
    outcome.site.unwrap()
}
