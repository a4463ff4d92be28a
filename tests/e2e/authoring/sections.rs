//! Standard sections extended from the text, and sections of the notice's own.

use super::notice;

const RETENTION: &str = "[[retention]]\nrecord = \"Leases\"\nperiod = \"6 years\"\n";

#[test]
fn a_standard_section_is_extended_by_its_words() {
    let page = notice(RETENTION, "## How long we keep your data\n\nWe shred.\n");
    page.part("retention").says_in_order(&["How long we keep your data", "Leases", "We shred."]);
}

#[test]
fn whatever_the_case_of_the_words() {
    notice(RETENTION, "## HOW LONG WE KEEP YOUR DATA\n\nWe shred.\n").part("retention").says("We shred.");
}

#[test]
fn a_standard_section_is_extended_by_its_id() {
    notice(RETENTION, "## retention\n\nWe shred.\n").part("retention").says("We shred.");
}

#[test]
fn a_standard_section_is_extended_under_a_heading_of_the_authors_own() {
    let page = notice(RETENTION, "## When we shred {#retention}\n\nWe shred.\n");
    page.part("retention").says_in_order(&["When we shred", "Leases", "We shred."]);
    page.links("When we shred", "#retention").does_not_say("How long we keep your data");
}

#[test]
fn a_standard_section_can_be_the_authors_words_alone() {
    let page = notice("", "## Retention\n\nWe shred.\n");
    page.part("retention").says("We shred.");
}

#[test]
fn text_before_the_first_heading_introduces_the_notice() {
    let page = notice("", "We let plots.\n\n## Sheds\n\nNo.\n");
    page.says_in_order(&["We let plots.", "At a glance", "Who we are", "Sheds"]);
}

#[test]
fn own_sections_keep_the_authors_order() {
    let page = notice("", "## Zebras\n\nZ.\n\n## Apples\n\nA.\n\n## Mice\n\nM.\n");
    assert_eq!(
        page.sections(),
        ["at-a-glance", "who-we-are", "transfers", "zebras", "apples", "mice", "your-rights", "complaints"]
    );
}

#[test]
fn own_sections_follow_the_standard_section_that_they_follow_in_the_text() {
    let page = notice(
        RETENTION,
        "## Start\n\nS.\n\n## Retention\n\nWe shred.\n\n## Bin day\n\nB.\n\n## Ash day\n\nA.\n\n## Complaints\n\nC.\n\n## End\n\nE.\n",
    );
    let sections = page.sections();
    assert_eq!(
        sections,
        [
            "at-a-glance",
            "who-we-are",
            "transfers",
            "retention",
            "bin-day",
            "ash-day",
            "start",
            "your-rights",
            "complaints",
            "end"
        ]
    );
}

#[test]
fn headings_within_sections_keep_their_rank() {
    let page = notice("", "## Sheds\n\n### Wood\n\n#### Oak\n\nO.\n");
    let sheds = page.part("sheds");
    let headings: Vec<&str> =
        sheds.elements().map(|element| element.name.as_str()).filter(|name| name.starts_with('h')).collect();
    assert_eq!(headings, ["h2", "h3", "h4"]);
}

#[test]
fn the_same_heading_in_two_sections_has_two_ids() {
    let page = notice("", "## Sheds\n\n### Rules\n\nA.\n\n## Ponds\n\n### Rules\n\nB.\n");
    let ids = page.ids();
    assert!(ids.contains(&"sheds-rules") && ids.contains(&"ponds-rules-2"), "{ids:?}");
}

#[test]
fn a_section_that_has_nothing_to_say_is_not_there() {
    let page = notice("", "");
    assert_eq!(page.sections(), ["at-a-glance", "who-we-are", "transfers", "your-rights", "complaints"]);
}

#[test]
fn all_standard_sections_stand_in_their_order() {
    let keys = r#"[[personal_data]]
items = ["name"]
special_categories = ["health"]
criminal_offences = true
[[purposes]]
text = "Let plots"
lawful_basis = "public-task"
special_category_condition = "9(2)(g)"
schedule_1 = [6]
[[recipients]]
name = "A"
[[transfers]]
destination = "Norway"
[[retention]]
record = "Leases"
[automated_decisions]
exists = false
[[changes]]
date = 2026-10-01
summary = "New"
"#;
    assert_eq!(
        notice(keys, "## Cookies\n\nNone here.\n").sections(),
        [
            "at-a-glance",
            "who-we-are",
            "personal-data",
            "purposes",
            "special-category",
            "criminal-offences",
            "recipients",
            "transfers",
            "retention",
            "automated-decisions",
            "your-rights",
            "complaints",
            "cookies",
            "changes"
        ]
    );
}

#[test]
fn empty_means_absent() {
    let full = "[[purposes]]\ntext = \"Let plots\"\nlawful_basis = \"contract\"\n[[retention]]\nrecord = \"Leases\"\n";
    let empty = r#"controller = ""
department = " "
contact = {}
last_updated = ""
also_known_as = []
related = []
aliases = []
recipients = []
transfers = []
changes = []
joint_controllers = []
general = {}
internal = {}
automated_decisions = {}
[[purposes]]
text = "Let plots"
lawful_basis = "contract"
items = []
legislation = ""
special_category_condition = []
schedule_1 = []
withdraw_consent = ""
[[retention]]
record = "Leases"
period = ""
trigger = ""
action = ""
"#;
    assert_eq!(notice(empty, "").text(), notice(full, "").text());
}
