//! Every rule, a file each. The head of a file is what `noticeboard explain` prints.

use super::rule::Rule;

/// Declares the modules of the rules and lists them in the order of their names.
macro_rules! rules {
    ($($module:ident,)+) => {
        $(mod $module;)+

        /// Every rule.
        pub static ALL: &[&Rule] = &[$(&$module::RULE,)+];
    };
}

rules! {
    interest_unnamed,
    recipients_missing,
}
