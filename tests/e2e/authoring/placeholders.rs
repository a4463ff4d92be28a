//! Placeholders in the text, in addresses of links and in front matter.

use super::{allotments, notice};
use crate::portal::{Portal, notice_keys};

#[test]
fn in_the_text() {
    let page =
        notice("", "**{{ controller.name }}** at {{controller.address}}, {{ site.title }}, {{ notice.title }}.\n");
    page.says("Test Borough Council at Town Hall, Testford, Privacy hub, Allotments.");
}

#[test]
fn in_the_addresses_of_links() {
    let page = notice(
        "",
        "[write](mailto:{{controller.email}}), [ring](tel:{{ controller.phone }}), [look]({{controller.url}}), [regulator]({{ regulator.complaint_url }})\n",
    );
    page.links("write", "mailto:council@test.example")
        .links("ring", "tel:01632960111")
        .links("look", "https://www.test.example/")
        .links("regulator", "https://ico.org.uk/make-a-complaint/");
}

#[test]
fn in_the_words_of_links() {
    notice("", "[{{ controller.email }}](mailto:{{controller.email}})\n")
        .links("council@test.example", "mailto:council@test.example");
}

#[test]
fn in_front_matter() {
    let page = notice(
        "[[purposes]]\ntext = \"Serve {{ controller.short_name }}\"\nlawful_basis = \"consent\"\nwithdraw_consent = \"[Write](mailto:{{controller.email}}) to us\"\n",
        "",
    );
    page.part("purposes").says("Serve the council").links("Write", "mailto:council@test.example");
}

#[test]
fn in_headings_and_tables_and_lists() {
    let page = notice(
        "",
        "## Ask {{ controller.short_name }}\n\n| {{ controller.phone }} |\n|---|\n| {{ controller.email }} |\n\n- {{ controller.name }}\n",
    );
    page.part("ask").says("Ask the council 01632 960 111 council@test.example Test Borough Council");
    page.links("Ask the council", "#ask").holds("<td data-label=\"01632 960 111\">");
}

#[test]
fn of_the_regulator_as_the_law_stands_on_the_day() {
    let hub = Portal::small().page("help", "title = \"Help\"", "The {{ regulator.name }} ({{ regulator.known_as }}).");
    hub.build_as_of("2026-09-29").page("/help/").says("The Information Commissioner (ICO).");
    hub.build_as_of("2026-09-30").page("/help/").says("The Information Commission (ICO).");
}

#[test]
fn that_the_settings_override() {
    let hub = Portal::small()
        .site("[regulator]\nname = \"Data Office\"\nhelpline = \"0300 000 000\"\naddress = [\"1 Street\", \"Town\"]\n")
        .page("help", "title = \"Help\"", "{{ regulator.name }}, {{ regulator.helpline }}, {{ regulator.address }}.");
    hub.build().page("/help/").says("Data Office, 0300 000 000, 1 Street, Town.");
    allotments(&hub).part("complaints").says("complain to the Data Office").says("0300 000 000").says("1 Street");
}

#[test]
fn in_code_they_stay_as_they_are() {
    notice("", "Write `{{ controller.name }}` here.\n").says("Write {{ controller.name }} here.");
}

#[test]
fn with_markup_in_their_values_print_it_as_it_is() {
    let hub = Portal::new()
        .edit("site.toml", "short_name = \"the council\"", "short_name = \"the *old* [council](x) <b>\"")
        .notice("allotments", &notice_keys("Allotments"), "We are {{ controller.short_name }}.\n");
    allotments(&hub).says("We are the *old* [council](x) <b>.");
}

#[test]
fn in_headings_that_other_pages_link_to() {
    let hub = Portal::new()
        .notice(
            "voting",
            &format!("{}controller = \"ero\"", notice_keys("Voting")),
            "## Ask {{ controller.short_name }}\n\nA.\n",
        )
        .notice("allotments", &notice_keys("Allotments"), "[](notice:voting#ask)\n");
    allotments(&hub).links("Voting: Ask the registration officer", "/notices/voting/#ask");
}

#[test]
fn in_headings_of_general_sections() {
    let hub = Portal::small()
        .general("security", "title = \"Security\"", "[](#ask)\n\n### Ask {{ controller.short_name }}\n\nA.\n")
        .notice("voting", &format!("{}controller = \"ero\"", notice_keys("Voting")), "");
    let run = hub.build();
    run.exit(0).silent_about_content();
    run.page("/notices/allotments/").links("Ask the council", "#security-ask");
    run.page("/notices/voting/").links("Ask the registration officer", "#security-ask");
}

#[test]
fn in_the_words_for_a_picture() {
    let hub = Portal::new().file("content/documents/map.png", "png").notice(
        "allotments",
        &notice_keys("Allotments"),
        "![Where {{ controller.short_name }} is](document:map.png)\n",
    );
    allotments(&hub).holds("alt=\"Where the council is\"");
}
