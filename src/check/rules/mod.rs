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
    child_audience_notice,
    complaint_to_controller_missing,
    cookie_page_gap,
    document_link_format,
    interest_unnamed,
    last_updated_missing,
    last_updated_old,
    merge_orphan,
    objection_not_separate,
    reading_level,
    recipients_missing,
    review_overdue,
    rights_overclaimed,
    sar_practice,
    stale_law_reference,
    stale_regulator,
}
