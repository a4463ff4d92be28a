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
    basis_public_authority,
    consent_imbalance,
    consent_without_withdrawal,
    controller_incomplete,
    criminal_data_without_condition,
    dpo_missing,
    interest_unnamed,
    joint_arrangement_missing,
    must_provide_unstated,
    purpose_without_basis,
    recipients_missing,
    recipients_vague,
    registration_format,
    registration_missing,
    retention_missing,
    retention_vague,
    rli_condition_missing,
    schedule1_mismatch,
    separate_controller_mixed,
    special_category_without_condition,
    statute_missing,
    transfer_derogation_public_authority,
    transfer_undeclared,
    transfer_without_safeguard,
}
