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
    accessibility_statement_missing,
    basis_public_authority,
    child_audience_notice,
    complaint_to_controller_missing,
    consent_imbalance,
    consent_without_withdrawal,
    controller_incomplete,
    cookie_page_gap,
    document_link_format,
    dpo_missing,
    interest_unnamed,
    joint_arrangement_missing,
    last_updated_missing,
    last_updated_old,
    merge_orphan,
    must_provide_unstated,
    objection_not_separate,
    purpose_without_basis,
    reading_level,
    recipients_missing,
    registration_format,
    registration_missing,
    review_overdue,
    rights_overclaimed,
    rli_condition_missing,
    sar_practice,
    separate_controller_mixed,
    stale_law_reference,
    stale_regulator,
    statute_missing,
}
