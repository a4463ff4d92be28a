//! What is published for machines: data, feeds, what pages say of themselves.

mod feeds;
mod keys;
mod pages;

use serde_json::Value;

use crate::run::Run;

/// A published file of JSON.
pub fn json(run: &Run, path: &str) -> Value {
    let site = run.site();
    let bytes = site.0.get(path).unwrap_or_else(|| run.fail(&format!("{path} is not published")));
    serde_json::from_slice(bytes).unwrap()
}

/// A published file as text.
pub fn text(run: &Run, path: &str) -> String {
    let site = run.site();
    let bytes = site.0.get(path).unwrap_or_else(|| run.fail(&format!("{path} is not published")));
    String::from_utf8(bytes.clone()).unwrap()
}
