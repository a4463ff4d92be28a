//! Exit codes, `--strict`, `--only`, severities, acceptances, `explain`, and what `build` says of the law.

use super::{check, clean, every_severity, json, rules};
use crate::portal::Portal;
use crate::run::one_line;

/// The clean hub with one warning: a notice does not say when it was last updated.
fn one_warning() -> Portal {
    clean().edit("content/notices/leisure.md", "last_updated = 2026-10-01\n", "")
}

#[test]
fn only_errors_fail_and_warnings_do_where_strict() {
    check(&clean(), &["--strict"]).exit(0);
    check(&one_warning(), &[]).exit(0);
    check(&one_warning(), &["--strict"]).exit(1);
    // A colour that cannot be read is a warning like any other, for `check` and for `build`.
    let pale = clean().edit("site.toml", "[categories]", "[brand.colours]\nlink = \"#e06c8b\"\n\n[categories]");
    let run = check(&pale, &[]);
    assert!(run.exit(0).stdout.contains("low-contrast"), "{}", run.stdout);
    check(&pale, &["--strict"]).exit(1);
    pale.run(&["build", "--as-of", "2026-11-21"]).exit(0);
    pale.run(&["build", "--as-of", "2026-11-21", "--strict"]).exit(1).says("Nothing was published");
    check(&every_severity(), &[]).exit(1);
}

#[test]
fn advice_never_fails() {
    let portal = one_warning().site("[checks.rules]\nlast-updated-missing = \"advice\"\n");
    check(&portal, &["--strict"]).exit(0);
    assert_eq!(json(&portal, &[])["advice"], 1);
}

#[test]
fn what_cannot_run_ends_with_2() {
    check(&Portal::empty_folder(), &[]).exit(2);
    clean().run(&["check", "--as-of", "yesterday"]).exit(2);
    check(&clean(), &["--only", "leisur"]).exit(2).says("There is no notice `leisur`. Did you mean `leisure`?");
    check(&clean(), &["--only", "something-else"]).exit(2).says("There is no notice `something-else`.");
}

#[test]
fn a_mistake_of_form_fails_and_is_reported_before_the_law() {
    let portal = every_severity().edit("content/notices/voting.md", "title = ", "titel = ");
    let report = json(&portal, &[]);
    assert!(rules(&report).contains(&"unknown-key"), "{report}");
    assert!(!rules(&report).contains(&"retention-missing"), "nothing is judged that could not be read");
    check(&portal, &[]).exit(1);
}

#[test]
fn only_one_notice_is_reported_on_where_asked() {
    let portal = every_severity();
    let report = json(&portal, &["--only", "voting"]);
    let findings = report["findings"].as_array().unwrap();
    assert!(!findings.is_empty());
    assert!(
        findings.iter().all(|finding| finding["notices"].as_array().unwrap().contains(&"voting".into())),
        "{report}"
    );
    let notices: Vec<&str> =
        report["notices"].as_array().unwrap().iter().filter_map(|one| one["id"].as_str()).collect();
    assert_eq!(notices, ["voting"]);
    assert_eq!(report["accepted"], serde_json::json!([]), "what another notice has accepted");
    let summary = one_line(&check(&portal, &["--only", "voting"]).stdout);
    assert!(summary.contains("ero 1 0 ") && !summary.contains("council 1 "), "{summary}");
}

#[test]
fn the_hub_sets_how_much_a_rule_weighs() {
    let set = |level: &str| one_warning().site(&format!("[checks.rules]\nlast-updated-missing = \"{level}\"\n"));
    check(&set("error"), &[]).exit(1);
    check(&set("warning"), &["--strict"]).exit(1);
    assert_eq!(rules(&json(&set("off"), &[])), [""; 0]);
}

#[test]
fn rules_and_levels_that_do_not_exist_are_mistakes_with_the_nearest_spelling() {
    let portal = clean().site("[checks.rules]\nretention-mising = \"off\"\n");
    portal.build().exit(1).says("There is no rule `retention-mising`").says("Did you mean `retention-missing`?");
    let portal = clean().site("[checks.rules]\nretention-missing = \"warnin\"\n");
    portal.build().exit(1).says("warnin").says("Did you mean `warning`?");
    let accept = "[[accept]]\nrule = \"retention-mising\"\nreason = \"R\"\n+++";
    let portal =
        clean().edit("content/notices/leisure.md", "exists = false\n+++", &format!("exists = false\n{accept}"));
    portal.build().exit(1).says("There is no rule `retention-mising`").says("Did you mean `retention-missing`?");
}

#[test]
fn an_acceptance_counts_until_it_matches_nothing() {
    let accept = "\n[[accept]]\nrule = \"last-updated-missing\"\nreason = \"The committee sets the day.\"\n+++";
    let accepting = |portal: Portal| {
        portal.edit("content/notices/leisure.md", "exists = false\n+++", &format!("exists = false\n{accept}"))
    };
    let report = json(&accepting(one_warning()), &["--strict"]);
    assert_eq!(
        (rules(&report).len(), report["accepted"][0]["reason"].as_str()),
        (0, Some("The committee sets the day."))
    );
    let run = accepting(clean()).build();
    run.exit(0).says("Nothing in the notice `leisure` is found by `last-updated-missing` any more");
    check(&accepting(clean()), &["--strict"]).exit(1);
}

#[test]
fn explain_says_what_a_rule_is_about_and_which_there_are() {
    let portal = clean();
    let run = portal.run(&["explain", "retention-missing"]);
    run.exit(0);
    assert!(run.stdout.starts_with("# retention-missing\n") && run.stdout.contains("## How to put it right"));
    portal
        .run(&["explain", "retention-mising"])
        .exit(2)
        .says("There is no rule `retention-mising`. Did you mean `retention-missing`?");
    let list = portal.run(&["explain"]).stdout;
    assert!(list.lines().count() > 40 && list.contains("transfer-without-safeguard"), "{list}");
}

#[test]
fn build_shows_the_same_errors_and_warnings_and_counts_the_advice() {
    let portal = every_severity();
    let report = json(&portal, &[]);
    let run = portal.build();
    run.exit(0);
    let said = one_line(&run.stderr);
    for finding in report["findings"].as_array().unwrap() {
        let (message, is_advice) = (finding["message"].as_str().unwrap(), finding["severity"] == "advice");
        assert!(is_advice || said.contains(&one_line(message)), "{message} is missing in:\n{}", run.stderr);
    }
    let of_law = report["errors"].as_u64().unwrap() + report["warnings"].as_u64().unwrap();
    let advice = report["advice"].as_u64().unwrap();
    run.says(&format!("What the law asks for: {of_law} findings, {advice} piece"));
    assert!(!run.stderr.contains("\nadvice"), "{}", run.stderr);
    portal.run(&["build", "--strict", "--as-of", "2026-11-21"]).exit(1).says("Nothing was published");
}

/// Only `[regulator]` can put somebody else in its place, of which the rule `regulator-missing` tells.
#[test]
fn the_regulator_stands_on_every_notice_whatever_it_says_of_complaints() {
    for choice in ["omit", "replace", "link"] {
        let portal = clean()
            .general("complaints", "title = \"How to complain\"\nmerge = \"replace\"\n", "Tell us.\n")
            .site("[regulator]\nname = \"\"\ncomplaint_url = \"\"\n");
        let choice =
            format!("exists = false\n\n[general]\ncomplaints = \"{choice}\"\n+++\n\n## Complaints\n\nTell us.\n");
        let portal = portal.edit("content/notices/leisure.md", "exists = false\n+++", &choice);
        let portal = portal.edit("content/general/complaints.md", "merge = \"replace\"", "merge = \"after\"");
        portal
            .build()
            .exit(0)
            .page("/notices/leisure/")
            .part("complaints")
            .says("Information Commission")
            .holds("https://ico.org.uk/make-a-complaint/");
    }
}
