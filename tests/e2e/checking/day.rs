//! The law of a day: `--as-of` decides what is asked for, and what pages say.

use super::{clean, rules};
use crate::portal::Portal;
use serde_json::Value;

/// The last days of the law before 2026, and a day after all of its changes.
const BEFORE: &str = "2025-12-01";
const NOW: &str = "2026-11-21";

fn found(portal: &Portal, day: &str) -> Value {
    serde_json::from_str(&portal.run(&["check", "--as-of", day, "--format", "json"]).stdout).unwrap()
}

#[test]
fn how_to_complain_to_the_controller_is_asked_for_since_the_law_does() {
    let site = std::fs::read_to_string(clean().path("site.toml")).unwrap();
    // Without phone and address for complaints there is one way only.
    let start = site.find("[controllers.council.complaints]").unwrap();
    let end = site.find("[controllers.ero]").unwrap();
    let one_way =
        format!("{}[controllers.council.complaints]\nemail = \"dpo@clean.gov.uk\"\n\n{}", &site[..start], &site[end..]);
    let portal = clean().file("site.toml", one_way);
    assert!(rules(&found(&portal, NOW)).contains(&"complaint-to-controller-missing"));
    assert!(rules(&found(&portal, "2026-06-19")).contains(&"complaint-to-controller-missing"));
    assert!(!rules(&found(&portal, "2026-06-18")).contains(&"complaint-to-controller-missing"));
}

#[test]
fn the_seventh_basis_exists_since_the_law_knows_it() {
    let found = found(&clean(), BEFORE);
    let messages: Vec<&str> =
        found["findings"].as_array().unwrap().iter().filter_map(|one| one["message"].as_str()).collect();
    assert!(messages.contains(&"`recognised-legitimate-interest` is no lawful basis yet"), "{messages:?}");
    assert!(rules(&super::json(&clean(), &[])).is_empty());
}

#[test]
fn article_22_gave_way_to_articles_22a_to_22d() {
    let portal = clean()
        .edit("content/notices/leisure.md", "exists = false\n+++", "exists = true\nlogic = \"L\"\neffect = \"E\"\nsafeguards = \"S\"\n+++\n\nYou have rights under Article 22.\n")
        .edit("content/notices/leisure.md", "[\"recognised-legitimate-interest\"]", "[\"vital-interests\"]")
        .edit("content/notices/leisure.md", "recognised_interest = \"safeguarding\"\n", "");
    assert!(rules(&found(&portal, NOW)).contains(&"stale-law-reference"));
    assert!(!rules(&found(&portal, BEFORE)).contains(&"stale-law-reference"));
    let decisions = |day: &str| portal.build_as_of(day).exit(0).page("/notices/leisure/").part("automated-decisions");
    decisions(NOW).says("UK GDPR Articles 22A–22D");
    decisions(BEFORE).says("UK GDPR Article 22)").does_not_say("22A");
    let right = |day: &str| portal.build_as_of(day).exit(0).page("/notices/leisure/").right("automated-decisions");
    right(NOW).says("22A–22D");
    right(BEFORE).says("Article 22").does_not_say("22A");
}
