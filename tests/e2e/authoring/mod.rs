//! Everything that authors may write, and what becomes of it on the page.

mod controllers;
mod extras;
mod fragments;
mod links;
mod merging;
mod placeholders;
mod prose;
mod sections;

use crate::page::Page;
use crate::portal::{Portal, notice_keys};

/// The page of the one notice of a hub, which must build without any finding.
#[track_caller]
fn allotments(hub: &Portal) -> Page {
    let run = hub.build();
    run.exit(0).silent_about_content();
    let page = run.page("/notices/allotments/");
    page.is_sound();
    page
}

/// The page of a notice with these further keys and this text.
#[track_caller]
fn notice(keys: &str, body: &str) -> Page {
    allotments(&Portal::new().notice("allotments", &format!("{}{keys}", notice_keys("Allotments")), body))
}
