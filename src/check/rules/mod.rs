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
    basis_public_authority,
    consent_imbalance,
    consent_without_withdrawal,
    controller_incomplete,
    dpo_missing,
    interest_unnamed,
    joint_arrangement_missing,
    must_provide_unstated,
    purpose_without_basis,
    recipients_missing,
    registration_format,
    registration_missing,
    rli_condition_missing,
    separate_controller_mixed,
    statute_missing,
}
