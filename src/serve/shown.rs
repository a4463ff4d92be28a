//! What is shown: the last complete site, and what is wrong with the content since.

use std::sync::{Arc, OnceLock};

use super::watermark::Assets;
use crate::build::{Inputs, Outcome};
use crate::render::Site;

/// What is shown at one moment. Never changed, only replaced.
#[derive(Debug, Default)]
pub struct Shown {
    /// The number of the build; 0 before the first.
    pub build: u64,
    /// The last complete site, if there has been one.
    pub complete: Option<Arc<Complete>>,
    /// The latest build that came to an end.
    pub latest: Option<Latest>,
    /// Why there has been no outcome since.
    pub setback: Option<Setback>,
}

/// Why a build has no outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setback {
    /// The program failed: the words of the panic.
    Fault(String),
    /// The hub could not be read: a sentence.
    Trouble(String),
}

/// A build that came to an end.
#[derive(Clone, Debug)]
pub struct Latest {
    /// What it gave.
    pub outcome: Arc<Outcome>,
    /// What it was given.
    pub inputs: Arc<Inputs>,
}

/// A complete site.
#[derive(Debug)]
pub struct Complete {
    /// The path at which it is served, which starts and ends with a slash.
    pub base_path: String,
    /// The build that gave it.
    outcome: Arc<Outcome>,
    assets: OnceLock<Assets>,
}

impl Complete {
    /// The site of an outcome, if it has one.
    fn of(outcome: &Arc<Outcome>) -> Option<Self> {
        outcome.site.as_ref()?;
        // Whatever the path of `base_url` looks like: an address that starts with two slashes would lead to another host.
        let inner = outcome.base_path.trim_matches('/');
        let base_path = if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") };
        Some(Complete { base_path, outcome: Arc::clone(outcome), assets: OnceLock::new() })
    }

    /// Its files.
    pub fn site(&self) -> &Site {
        let Some(site) = &self.outcome.site else { panic!("a complete site is there") };
        site
    }

    /// What pages may load, looked at once.
    pub fn assets(&self) -> &Assets {
        self.assets.get_or_init(|| Assets::of(self.site()))
    }
}

impl Shown {
    /// What is shown after a build.
    pub fn after(&self, build: u64, outcome: Arc<Outcome>, inputs: Arc<Inputs>) -> Self {
        let complete = Complete::of(&outcome).map(Arc::new).or_else(|| self.complete.clone());
        Shown { build, complete, latest: Some(Latest { outcome, inputs }), setback: None }
    }

    /// What is shown after a build without an outcome.
    pub fn without_outcome(&self, build: u64, setback: Setback) -> Self {
        Shown { build, complete: self.complete.clone(), latest: self.latest.clone(), setback: Some(setback) }
    }

    /// The path at which the hub is served.
    pub fn base_path(&self) -> &str {
        self.complete.as_ref().map_or("/", |complete| &complete.base_path)
    }
}
