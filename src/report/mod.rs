//! Floor 6. What `check` found, in the formats in which people and machines want it.
//!
//! | format | file | for |
//! |---|---|---|
//! | `human` | [`human`] | a person at a terminal |
//! | `json` | [`json`] | dashboards and scripts |
//! | `github` | [`github`] | annotations in GitHub Actions |
//! | `sarif` | [`sarif`] | code scanning |
//!
//! Takes the outcome of a build; gives text. Prints nothing itself.

pub mod github;
pub mod human;
pub mod json;
pub mod sarif;
mod tally;

use jiff::civil::Date;

use crate::build::Outcome;
use crate::check::{Accepted, Finding};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::Sources;

pub use tally::{Review, Tally, due};

/// What a format is given.
pub struct Results<'a> {
    /// The outcome of the build.
    pub outcome: &'a Outcome,
    /// The findings to report: all of them, or those of one notice.
    pub findings: Vec<&'a Finding>,
    /// What has been accepted, likewise.
    pub accepted: Vec<&'a Accepted>,
    /// The notices to report on: their indices in the register.
    pub notices: Vec<usize>,
    /// The texts of all files.
    pub sources: &'a Sources,
    /// The day of the build.
    pub today: Date,
}

impl<'a> Results<'a> {
    /// The results of a build; of one notice where `only` names it (its indices, one a language).
    pub fn new(outcome: &'a Outcome, sources: &'a Sources, today: Date, only: Option<&[usize]>) -> Self {
        let concerns = |finding: &Finding| only.is_none_or(|only| finding.notices.iter().any(|one| only.contains(one)));
        let findings = outcome.report.findings.iter().filter(|finding| concerns(finding)).collect();
        let accepted = outcome.report.accepted.iter().filter(|accepted| concerns(&accepted.finding)).collect();
        let notices = only.map_or_else(|| (0..outcome.subjects.len()).collect(), <[usize]>::to_vec);
        Results { outcome, findings, accepted, notices, sources, today }
    }

    /// Mistakes of form and findings alike.
    fn all(&self) -> impl Iterator<Item = &'a Diagnostic> {
        let findings = self.findings.iter().map(|finding| &finding.diagnostic);
        self.outcome.diagnostics.iter().chain(findings)
    }

    /// Mistakes of form and findings alike, most severe first, then by place.
    pub fn by_severity(&self) -> Vec<&'a Diagnostic> {
        let mut all: Vec<&Diagnostic> = self.all().collect();
        all.sort_by_key(|diagnostic| (diagnostic.severity, diagnostic.place));
        all
    }

    /// How many mistakes and findings have a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.all().filter(|diagnostic| diagnostic.severity == severity).count()
    }
}
