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
    apd_missing,
    art14_categories_missing,
    art14_source_missing,
    article9_missing_schedule1,
    automated_decision_incomplete,
    criminal_data_without_condition,
    interest_unnamed,
    recipients_missing,
    recipients_vague,
    retention_missing,
    retention_vague,
    schedule1_mismatch,
    special_category_without_condition,
    transfer_derogation_public_authority,
    transfer_undeclared,
    transfer_without_safeguard,
}
