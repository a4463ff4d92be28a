//! Another controller than the council, with its own contacts all through the page.

use crate::page::Page;
use crate::portal::{Portal, notice_keys};

/// The page of a notice of the registration officer.
fn voting() -> Page {
    let hub = Portal::new()
        .general("security", "title = \"Security\"\n", "Ask {{ controller.short_name }} at {{ controller.email }}.")
        .general("complaints", "title = \"Complaints\"\n", "[Write](mailto:{{controller.complaints.email}}) first.")
        .notice("voting", &format!("{}controller = \"ero\"\n", notice_keys("Voting")), "Ring {{ controller.phone }}.\n")
        .notice("allotments", &notice_keys("Allotments"), "");
    let run = hub.build();
    run.exit(0).silent_about_content();
    run.page("/notices/allotments/").says("Ask the council at council@test.example");
    run.page("/notices/voting/")
}

#[test]
fn who_we_are_names_it_with_its_registration() {
    let page = voting();
    let who = page.part("who-we-are");
    who.says("The controller is The Electoral Registration Officer")
        .says("Election House")
        .says("ero@test.example")
        .says("01632 960 222")
        .links("Z2222222", "https://ico.org.uk/ESDWebPages/Entry/Z2222222");
    who.says("guard@test.example");
}

#[test]
fn complaints_go_to_it() {
    let page = voting();
    let complaints = page.part("complaints");
    complaints
        .says("You have the right to complain to us, The Electoral Registration Officer")
        .links("ero-complaints@test.example", "mailto:ero-complaints@test.example")
        .links("Write", "mailto:ero-complaints@test.example");
}

#[test]
fn general_sections_speak_in_its_name() {
    voting().part("security").says("Ask the registration officer at ero@test.example.");
}

#[test]
fn at_a_glance_names_it() {
    voting().part("at-a-glance").says("The Electoral Registration Officer");
}

#[test]
fn the_councils_contacts_are_nowhere_in_the_notice() {
    let page = voting();
    let main = page.element("main");
    for words in ["Test Borough Council", "council@test.example", "Z1111111", "dpo@test.example", "01632 960 111"] {
        main.does_not_say(words);
    }
}

#[test]
fn a_councillor_is_a_controller_too() {
    let hub = Portal::new()
        .site(
            "[controllers.cllr]\nname = \"Councillor A. Ward\"\nkind = \"councillor\"\nemail = \"ward@test.example\"\n",
        )
        .notice("casework", &format!("{}controller = \"cllr\"\n", notice_keys("Casework")), "");
    let run = hub.build();
    run.exit(0).silent_about_content();
    let page = run.page("/notices/casework/");
    page.part("who-we-are").says("The controller is Councillor A. Ward").says("ward@test.example");
    page.part("complaints").says("complain to us, Councillor A. Ward").says("ward@test.example");
}

#[test]
fn only_one_controller_needs_no_default() {
    let hub = Portal::small().file(
        "site.toml",
        "title = \"Hub\"\nbase_url = \"https://a.example\"\n[controllers.parish]\nname = \"Parish Council\"\nkind = \"parish\"\nemail = \"clerk@a.example\"\n[categories]\nfinance = \"Money\"\n",
    );
    hub.build().exit(0).silent_about_content().page("/notices/allotments/").part("who-we-are").says("Parish Council");
}
