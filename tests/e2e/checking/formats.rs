//! The four formats: a person, dashboards, GitHub, code scanning.

use serde_json::Value;

use super::{check, clean, every_severity, json};
use crate::portal::{Portal, notice_keys};
use crate::run::one_line;

fn array<'v>(value: &'v Value, key: &str) -> &'v Vec<Value> {
    value[key].as_array().unwrap()
}

/// The finding of a rule.
fn finding<'v>(report: &'v Value, rule: &str) -> &'v Value {
    array(report, "findings").iter().find(|finding| finding["rule"] == rule).unwrap()
}

#[test]
fn json_says_where_and_what_and_how_to_put_it_right() {
    let report = json(&every_severity(), &[]);
    assert_eq!((&report["version"], &report["as_of"]), (&1.into(), &"2026-11-21".into()));
    let special = finding(&report, "special-category-without-condition");
    assert_eq!(special["path"], "content/notices/allotments.md");
    let place = ["line", "column", "end_line", "end_column"].map(|key| special[key].as_u64().unwrap());
    assert_eq!(place, [12, 23, 12, 31], "the words \"health\", with their quotation marks");
    assert_eq!((&special["severity"], &special["notices"]), (&"error".into(), &serde_json::json!(["allotments"])));
    assert_eq!(special["law"], "UK GDPR Article 9(1) and 9(2)");
    assert!(special["paste"].as_str().unwrap().starts_with("special_category_condition = "));
    assert!(special["help"].as_str().unwrap().ends_with('.'));
    let related = &special["related"][0];
    assert_eq!((&related["message"], &related["line"]), (&"a purpose without a condition".into(), &14.into()));
}

#[test]
fn json_counts_for_the_hub_and_for_each_notice() {
    let report = json(&every_severity(), &[]);
    for (key, severity) in [("errors", "error"), ("warnings", "warning"), ("advice", "advice")] {
        let count = array(&report, "findings").iter().filter(|finding| finding["severity"] == severity).count();
        assert!(count > 0 && report[key] == count, "{key}: {count} and {}", report[key]);
    }
    let accepted = &array(&report, "accepted")[0];
    assert_eq!((&accepted["rule"], &accepted["notices"][0]), (&"retention-missing".into(), &"allotments".into()));
    assert_eq!(accepted["reason"], "The schedule is with the committee; it decides in \"December\".");
    let voting = &array(&report, "notices")[1];
    assert_eq!(
        (&voting["id"], &voting["controller"], &voting["category"]),
        (&"voting".into(), &"ero".into(), &"homes".into())
    );
    let concerns = |finding: &&Value| array(finding, "notices").contains(&"voting".into());
    let errors =
        array(&report, "findings").iter().filter(concerns).filter(|finding| finding["severity"] == "error").count();
    assert_eq!((&voting["complete"], &voting["errors"]), (&false.into(), &errors.into()));
    let clean = json(&clean(), &[]);
    assert!(array(&clean, "notices").iter().all(|notice| notice["complete"] == true));
}

/// The list of Articles 13 and 14, for the day, and what each notice leaves out of it.
#[test]
fn json_lists_what_is_to_be_told_and_what_a_notice_leaves_out() {
    let duties = |report: &Value| {
        array(report, "duties").iter().map(|duty| duty["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let report = json(&clean(), &[]);
    assert!(array(&report, "notices").iter().all(|notice| notice["unmet"] == serde_json::json!([])));
    assert!(duties(&report).contains(&"complaint-to-controller".to_owned()));
    let before = clean().run(&["check", "--as-of", "2026-06-18", "--format", "json"]).stdout;
    let before: Value = serde_json::from_str(&before).unwrap();
    assert!(!duties(&before).contains(&"complaint-to-controller".to_owned()));
    let consequence = "if_not_provided = \"We cannot sell you a ticket.\"\n";
    let report = json(&clean().edit("content/notices/leisure.md", consequence, ""), &[]);
    let unmet: Vec<&Value> = array(&report, "notices")
        .iter()
        .filter(|notice| notice["id"] == "leisure")
        .map(|notice| &notice["unmet"])
        .collect();
    assert_eq!(unmet, [&serde_json::json!(["requirement"])]);
}

#[test]
fn every_field_of_the_json_is_in_its_description() {
    let description = include_str!("../../../docs/check-json.md");
    let report = json(&every_severity(), &[]);
    let related = array(&report, "findings").iter().find_map(|finding| finding["related"].get(0)).unwrap();
    let objects =
        [&report, &report["findings"][0], &report["accepted"][0], &report["notices"][0], &report["duties"][0], related];
    for object in objects {
        for key in object.as_object().unwrap().keys() {
            assert!(description.contains(&format!("`{key}`")), "docs/check-json.md does not describe `{key}`");
        }
    }
}

#[test]
fn reviews_are_overdue_or_due_within_90_days() {
    let review = |id: &str, day: &str| (id.to_owned(), format!("{}review_by = {day}\n", notice_keys(id)));
    let days =
        [review("a", "2026-11-20"), review("b", "2026-11-21"), review("c", "2027-02-19"), review("d", "2027-02-20")];
    let portal = days.iter().fold(Portal::new(), |portal, (id, keys)| portal.notice(id, keys, ""));
    let portal = portal.notice("e", &notice_keys("E"), "");
    let report = json(&portal, &[]);
    let reviews: Vec<&Value> = array(&report, "notices").iter().map(|notice| &notice["review"]).collect();
    assert_eq!(reviews, ["overdue", "due", "due", "later", "unknown"]);
    let summary = one_line(&check(&portal, &[]).stdout);
    assert!(summary.contains("Controller notices complete errors warnings advice overdue due"), "{summary}");
    let row = |name: &str| {
        let counts = ["errors", "warnings", "advice"].map(|key| {
            array(&report, "notices").iter().map(|notice| notice[key].as_u64().unwrap()).sum::<u64>().to_string()
        });
        format!("{name} 5 0 {} 1 2", counts.join(" "))
    };
    assert!(summary.contains(&row("council")) && summary.contains(&row("finance")), "{summary}");
}

#[test]
fn people_are_told_what_to_add_and_what_has_been_accepted() {
    let run = check(&every_severity(), &[]);
    let said = one_line(&run.exit(1).stdout);
    for words in [
        "error: Special category data is used, and no purpose names a condition for it",
        "--> content/notices/allotments.md:12:23",
        "To add: special_category_condition = \"\"",
        "Accepted, with reasons: 1 finding content/notices/allotments.md:1 retention-missing: The schedule",
        "What a rule is about: noticeboard explain <rule>",
    ] {
        assert!(said.contains(words), "{words:?} is missing in:\n{}", run.stdout);
    }
}

#[test]
fn github_shows_ten_of_each_kind_the_last_of_which_counts_the_rest() {
    let portal = (0..12).fold(Portal::new(), |portal, number| {
        portal.notice(&format!("n{number}"), &notice_keys(&format!("N {number}")), "")
    });
    let report = json(&portal, &[]);
    let run = check(&portal, &["--format", "github"]);
    let lines: Vec<&str> = run.exit(1).stdout.lines().collect();
    for (command, key) in [("::error ", "errors"), ("::warning ", "warnings"), ("::notice ", "advice")] {
        let of_kind: Vec<&&str> = lines.iter().filter(|line| line.starts_with(command)).collect();
        let count = report[key].as_u64().unwrap();
        assert!(count > 10 && of_kind.len() == 10, "{key}: {} of {count}", of_kind.len());
        assert!(of_kind[9].contains(&format!("::{} more findings of this kind", count - 9)), "{}", of_kind[9]);
        assert!(of_kind[0].contains(" file=content/") || of_kind[0].contains(" file=site.toml"), "{}", of_kind[0]);
    }
    let kinds: Vec<&str> = lines.iter().filter_map(|line| line.split(' ').next()).collect();
    let mut sorted = kinds.clone();
    sorted.sort_by_key(|kind| ["::error", "::warning", "::notice"].iter().position(|one| one == kind));
    assert_eq!(kinds, sorted, "the most severe first");
}

#[test]
fn code_scanning_gets_rules_places_and_what_is_accepted() {
    let run = check(&every_severity(), &["--format", "sarif"]);
    let log: Value = serde_json::from_str(&run.exit(1).stdout).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let (rules, results) = (&log["runs"][0]["tool"]["driver"]["rules"], array(&log["runs"][0], "results"));
    for result in results {
        assert_eq!(rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()]["id"], result["ruleId"]);
    }
    let levels: Vec<&str> = results.iter().map(|result| result["level"].as_str().unwrap()).collect();
    assert!(["error", "warning", "note"].iter().all(|level| levels.contains(level)), "{levels:?}");
    let suppressed: Vec<&Value> = results.iter().filter(|result| !array(result, "suppressions").is_empty()).collect();
    assert_eq!(suppressed.len(), 1);
    assert_eq!(suppressed[0]["ruleId"], "retention-missing");
    let related = results.iter().find_map(|result| result["relatedLocations"].get(0)).unwrap();
    assert!(related["physicalLocation"]["region"]["startLine"].as_u64().unwrap() > 1);
}
