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
    apd_missing,
    art14_categories_missing,
    art14_source_missing,
    article9_missing_schedule1,
    automated_decision_incomplete,
    basis_public_authority,
    child_audience_notice,
    complaint_to_controller_missing,
    consent_imbalance,
    consent_without_withdrawal,
    controller_incomplete,
    cookie_page_gap,
    criminal_data_without_condition,
    document_link_format,
    dpo_missing,
    host_limit,
    interest_unnamed,
    joint_arrangement_missing,
    last_updated_missing,
    last_updated_old,
    merge_orphan,
    must_provide_unstated,
    name_spelled_apart,
    objection_not_separate,
    purpose_without_basis,
    reading_level,
    recipients_missing,
    recipients_vague,
    registration_format,
    registration_missing,
    regulator_missing,
    retention_missing,
    retention_vague,
    review_overdue,
    rights_overclaimed,
    rli_condition_missing,
    sar_practice,
    schedule1_mismatch,
    security_txt_expiring,
    separate_controller_mixed,
    special_category_without_condition,
    stale_law_reference,
    stale_regulator,
    statute_missing,
    transfer_derogation_public_authority,
    transfer_undeclared,
    transfer_without_safeguard,
}
