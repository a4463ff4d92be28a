//! What `check` finds in the three reference notices as they stand, and that it finds nothing to put right in the sample hub.
//!
//! The reference notices were written before the law of 2026. What is wrong with each was listed by people who read
//! them; every item of that list is a test here.

#![allow(clippy::unwrap_used)] // a test that cannot go on fails

use std::path::Path;

use jiff::civil::date;
use noticeboard::build::{Inputs, build};
use noticeboard::diagnostic::{Severity, human};
use noticeboard::disk;
use noticeboard::text::{Source, Sources};

fn inputs(folder: &str) -> Inputs {
    disk::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), date(2026, 11, 21)).unwrap()
}

/// The names of the rules that find something in a portal.
fn rules_that_fire(inputs: &Inputs) -> Vec<&'static str> {
    let mut rules: Vec<&str> = build(inputs).report.findings.iter().map(|finding| finding.diagnostic.code).collect();
    rules.sort_unstable();
    rules.dedup();
    rules
}

#[track_caller]
fn fires(portal: &str, rule: &str) {
    let rules = rules_that_fire(&inputs(&format!("tests/portals/{portal}")));
    assert!(rules.contains(&rule), "{portal}: {rule} is not among {rules:?}");
}

#[test]
fn none_states_the_right_to_complain_to_the_controller_as_the_law_has_it() {
    fires("havant", "complaint-to-controller-missing");
    fires("hammersmith-and-fulham", "complaint-to-controller-missing");
}

#[test]
fn all_name_the_old_regulator() {
    for portal in ["havant", "barking-and-dagenham", "hammersmith-and-fulham"] {
        fires(portal, "stale-regulator");
    }
}

#[test]
fn barking_and_dagenham_gives_no_registration_number() {
    fires("barking-and-dagenham", "registration-missing");
}

#[test]
fn none_gives_a_retention_period() {
    for portal in ["havant", "barking-and-dagenham", "hammersmith-and-fulham"] {
        fires(portal, "retention-vague");
    }
}

/// The portal records why this is no public task, which clears the finding: without that, it is there.
#[test]
fn hammersmith_and_fulham_relies_on_legitimate_interests_for_its_computers() {
    let inputs = inputs("tests/portals/hammersmith-and-fulham");
    assert!(!rules_that_fire(&inputs).contains(&"basis-public-authority"));
    let without_reason = |source: &Source| {
        let text: Vec<&str> = source.text.lines().filter(|line| !line.starts_with("not_public_task")).collect();
        Source::from_bytes(source.path.clone(), format!("{}\n", text.join("\n")).into_bytes())
    };
    let sources = Sources::new(inputs.sources.iter().map(|(_, source)| without_reason(source)));
    assert!(rules_that_fire(&Inputs { sources, ..inputs }).contains(&"basis-public-authority"));
}

#[test]
fn barking_and_dagenham_asks_for_a_form_and_counts_thirty_days() {
    fires("barking-and-dagenham", "sar-practice");
}

#[test]
fn havant_and_barking_misdescribe_portability_and_call_criminal_history_special() {
    for portal in ["havant", "barking-and-dagenham"] {
        fires(portal, "rights-overclaimed");
        fires(portal, "criminal-data-without-condition");
    }
}

#[test]
fn havant_takes_use_of_its_website_for_consent_to_cookies() {
    fires("havant", "cookie-page-gap");
}

#[test]
fn the_sample_hub_has_no_error_and_no_warning() {
    let inputs = inputs(".");
    let outcome = build(&inputs);
    assert!(outcome.diagnostics.is_empty() && outcome.site.is_some());
    let findings = outcome.report.findings.iter().map(|finding| &finding.diagnostic);
    let serious = findings.filter(|diagnostic| diagnostic.severity != Severity::Advice);
    let shown: String = serious.map(|diagnostic| human::render(diagnostic, &inputs.sources)).collect();
    assert!(shown.is_empty(), "{shown}");
}
