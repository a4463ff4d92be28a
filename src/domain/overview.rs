//! Overviews: the pages that gather one thing from all notices.

use super::names::names;

names! {
    /// A page about one thing of all notices. Its name is also its address.
    Overview {
        /// Who data is shared with.
        Recipients = "recipients",
        /// How long records are kept.
        Retention = "retention",
    }
}
