//! Findings that a notice has accepted, with a reason: `[[accept]]`.

use super::Report;
use super::rule::{Finding, unknown};
use super::rules;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::domain::{Acceptance, Notice};
use crate::resolve::Hub;

/// A finding that a notice has accepted: that notice is the only one which it concerns.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// The finding.
    pub finding: Finding,
    /// Why it is accepted.
    pub reason: String,
}

/// Takes away what notices have accepted, and reports acceptances that match nothing.
pub fn apply(findings: Vec<Finding>, hub: &Hub, diagnostics: &mut Diagnostics) -> Report {
    let notices = &hub.register.notices;
    let mut accepted = Vec::new();
    let mut used: Vec<Vec<bool>> = notices.iter().map(|notice| vec![false; notice.accept.len()]).collect();
    let left = findings.into_iter().filter_map(|mut finding| {
        let rule = finding.diagnostic.code;
        let acceptance = |index: usize| notices[index].accept.iter().position(|accept| *accept.rule.value == *rule);
        let concerned = std::mem::take(&mut finding.notices);
        let concerns_some = !concerned.is_empty();
        for index in concerned {
            let Some(position) = acceptance(index) else {
                finding.notices.push(index);
                continue;
            };
            used[index][position] = true;
            let reason = notices[index].accept[position].reason.value.to_string();
            let finding = Finding { notices: vec![index], ..finding.clone() };
            accepted.push(Accepted { finding, reason });
        }
        (!finding.notices.is_empty() || !concerns_some).then_some(finding)
    });
    let findings = left.collect();
    for (notice, used) in notices.iter().zip(used) {
        notice.accept.iter().zip(used).for_each(|(accept, used)| report_unused(notice, accept, used, diagnostics));
    }
    Report { findings, accepted }
}

/// Reports acceptances of rules that do not exist.
pub fn report_unknown(hub: &Hub, diagnostics: &mut Diagnostics) {
    for accept in hub.register.notices.iter().flat_map(|notice| &notice.accept) {
        if rules::ALL.iter().all(|rule| *rule.name != *accept.rule.value) {
            diagnostics.push(unknown(&accept.rule));
        }
    }
}

fn report_unused(notice: &Notice, accept: &Acceptance, used: bool, diagnostics: &mut Diagnostics) {
    if !used {
        let message = format!("Nothing in the notice `{}` is found by `{}` any more", notice.id, accept.rule.value);
        diagnostics.push(
            Diagnostic::warning("unused-acceptance", accept.rule.place, message).help("Delete this [[accept]] table."),
        );
    }
}
