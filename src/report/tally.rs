//! How the notices stand, counted: for each, and by controller and category.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use super::Results;
use crate::build::Subject;
use crate::diagnostic::Severity;

/// How soon a notice that is due for review counts as due, in days.
const SOON: i64 = 90;

/// The state of some notices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Tally {
    pub notices: usize,
    /// Notices without errors and warnings.
    pub complete: usize,
    pub errors: usize,
    pub warnings: usize,
    pub advice: usize,
    /// Notices whose review is overdue.
    pub overdue: usize,
    /// Notices to be reviewed within 90 days.
    pub due: usize,
}

/// When a notice is to be looked at again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Review {
    /// The day has passed.
    Overdue,
    /// Within 90 days.
    Due,
    /// Later.
    Later,
    /// It is not said when.
    Unknown,
}

/// When a notice is to be looked at again, as of a day.
pub fn due(subject: &Subject, today: Date) -> Review {
    let Some(day) = subject.review_by else { return Review::Unknown };
    let soon = today.checked_add(SOON.days()).unwrap_or(today);
    match day.last() {
        last if last < today => Review::Overdue,
        last if last <= soon => Review::Due,
        _ => Review::Later,
    }
}

impl Tally {
    /// Each notice that is reported on, with its state, in the order of the register.
    pub fn each<'a>(results: &Results<'a>) -> impl Iterator<Item = (&'a Subject, Tally)> {
        let subjects = &results.outcome.subjects;
        let mut tallies: Vec<Tally> =
            subjects.iter().map(|subject| Tally::blank(due(subject, results.today))).collect();
        for finding in &results.findings {
            for index in &finding.notices {
                let tally = &mut tallies[*index];
                match finding.diagnostic.severity {
                    Severity::Error => tally.errors += 1,
                    Severity::Warning => tally.warnings += 1,
                    Severity::Advice => tally.advice += 1,
                }
            }
        }
        results.notices.iter().map(move |index| {
            let tally = tallies[*index].clone();
            let complete = usize::from(tally.errors + tally.warnings == 0);
            (&subjects[*index], Tally { complete, ..tally })
        })
    }

    /// The state of the notices that are reported on, by what `key` says of each.
    pub fn by<'a>(results: &Results<'a>, key: fn(&'a Subject) -> &'a str) -> BTreeMap<&'a str, Tally> {
        let mut by: BTreeMap<&str, Tally> = BTreeMap::new();
        for (subject, tally) in Tally::each(results) {
            by.entry(key(subject)).or_default().add(&tally);
        }
        by
    }

    fn blank(review: Review) -> Tally {
        let (overdue, due) = (usize::from(review == Review::Overdue), usize::from(review == Review::Due));
        Tally { notices: 1, overdue, due, ..Tally::default() }
    }

    fn add(&mut self, other: &Tally) {
        self.notices += other.notices;
        self.complete += other.complete;
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.advice += other.advice;
        self.overdue += other.overdue;
        self.due += other.due;
    }
}
