//! A notice in a folder of fragments.

use super::allotments;
use crate::portal::{Portal, notice_keys};

const INDEX: &str = "content/notices/allotments/index.md";

fn folder(index_keys: &str, body: &str) -> Portal {
    Portal::new().content(INDEX, &format!("{}{index_keys}", notice_keys("Allotments")), body)
}

#[test]
fn lists_are_joined_in_the_order_of_the_files() {
    let hub = folder("[[recipients]]\nname = \"First\"\nkind = \"partner\"\n", "")
        .content("content/notices/allotments/b.md", "[[recipients]]\nname = \"Third\"\nkind = \"partner\"\n", "")
        .content("content/notices/allotments/a.md", "[[recipients]]\nname = \"Second\"\nkind = \"partner\"\n", "");
    allotments(&hub).part("recipients").says_in_order(&["First", "Second", "Third"]);
}

#[test]
fn order_goes_before_the_name_of_the_file() {
    let hub = folder("", "").content("content/notices/allotments/a.md", "order = 2\n", "## Sheds\n\nNo.\n").content(
        "content/notices/allotments/b.md",
        "order = 1\n",
        "## Plots\n\nYes.\n",
    );
    let page = allotments(&hub);
    page.says_in_order(&["Plots Yes.", "Sheds No."]);
}

#[test]
fn every_list_of_a_fragment_is_taken() {
    let fragment = r#"owner = "The parks team"
also_known_as = ["Vegetable plots"]
data_subjects = ["plot holders"]
related = ["parking"]
aliases = ["/plots/"]
[[personal_data]]
items = ["which plot is yours"]
[[purposes]]
text = "Let plots"
lawful_basis = "contract"
[[recipients]]
name = "The allotment society"
[[transfers]]
destination = "Norway"
[[retention]]
record = "Tenancies"
period = "6 years"
[[changes]]
date = 2026-10-01
summary = "Plots may be shared."
[[joint_controllers]]
name = "The parish council"
"#;
    let hub = folder("", "").content("content/notices/allotments/lets.md", fragment, "").notice(
        "parking",
        &notice_keys("Parking"),
        "",
    );
    let page = allotments(&hub);
    for words in [
        "Vegetable plots",
        "plot holders",
        "which plot is yours",
        "Let plots",
        "The allotment society",
        "Norway",
        "Tenancies",
        "Plots may be shared.",
        "The parish council",
    ] {
        page.says(words);
    }
    page.links("Parking", "/notices/parking/").does_not_say("The parks team");
    hub.build().page("/plots/").links("Allotments", "/notices/allotments/");
}

#[test]
fn a_fragment_may_belong_to_a_standard_section() {
    let hub = folder("[[retention]]\nrecord = \"Tenancies\"\nperiod = \"6 years\"\n", "## Retention\n\nFirst words.\n")
        .content("content/notices/allotments/keep.md", "section = \"retention\"\n", "Second words.\n");
    allotments(&hub).part("retention").says_in_order(&["Tenancies", "First words.", "Second words."]);
}

#[test]
fn a_fragment_may_belong_to_a_general_section() {
    let hub = folder("", "")
        .content("content/notices/allotments/locks.md", "section = \"security\"\n", "We lock the shed.\n")
        .general("security", "title = \"Security\"\n", "We lock everything.");
    allotments(&hub).part("security").says_in_order(&["Security", "We lock the shed.", "We lock everything."]);
}

#[test]
fn a_fragment_may_be_a_section_of_the_notices_own() {
    let hub = folder("", "").content(
        "content/notices/allotments/bees.md",
        "section = \"bees\"\ntitle = \"Keeping bees\"\n",
        "Ask first.\n\n### Honey\n\nYours.\n",
    );
    let page = allotments(&hub);
    page.part("bees").says("Keeping bees Ask first. Honey Yours.");
    page.links("Keeping bees", "#bees");
}

#[test]
fn several_fragments_may_share_one_section_of_the_notices_own() {
    let hub = folder("", "")
        .content("content/notices/allotments/a.md", "section = \"bees\"\ntitle = \"Keeping bees\"\n", "Ask first.\n")
        .content("content/notices/allotments/b.md", "section = \"bees\"\n", "Keep away.\n");
    allotments(&hub).part("bees").says("Keeping bees Ask first. Keep away.");
}
