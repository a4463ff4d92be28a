//! Overviews: the pages that gather one thing from all notices.

use super::names::names;

names! {
    /// A page about one thing of all notices. Its name is also its address.
    Overview {
        /// Who data is shared with.
        Recipients = "recipients",
        /// How long records are kept.
        Retention = "retention",
        /// What makes the use of data lawful.
        LawfulBases = "lawful-bases",
        /// Where a computer decides alone.
        AutomatedDecisions = "automated-decisions",
        /// Which data leaves the UK.
        Transfers = "transfers",
        /// What has changed.
        Changes = "changes",
        /// When notices are looked at again.
        Reviews = "reviews",
    }
}
