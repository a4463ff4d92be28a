//! Links of each kind, with and without words, with and without a fragment.

use super::{allotments, notice};
use crate::page::Page;
use crate::portal::{Portal, notice_keys};

/// A page whose text holds these links, in a hub with something of each kind to link to.
fn linked(text: &str) -> Page {
    let hub = Portal::new()
        .general("security", "title = \"Security\"\n", "### Locks\n\nGood.\n")
        .general("children", "title = \"Children\"\npage = true\n", "### Consent\n\nAsk.\n")
        .page("about", "title = \"About us\"", "## History\n\nOld.\n")
        .notice("parking", &notice_keys("Parking"), "## Permits\n\nA.\n\n### Visitors\n\nB.\n")
        .notice("allotments", &notice_keys("Allotments"), &format!("## Links\n\n{text}\n"));
    allotments(&hub)
}

#[test]
fn to_a_notice() {
    linked("[cars](notice:parking), [](notice:parking)")
        .links("cars", "/notices/parking/")
        .links("Parking", "/notices/parking/");
}

#[test]
fn to_a_section_of_a_notice() {
    let page = linked("[a](notice:parking#retention-x)".replace("retention-x", "permits").as_str());
    page.links("a", "/notices/parking/#permits");
    linked("[](notice:parking#permits), [](notice:parking#your-rights)")
        .links("Parking: Permits", "/notices/parking/#permits")
        .links("Parking: Your rights", "/notices/parking/#your-rights");
}

#[test]
fn to_a_heading_within_a_section_of_a_notice() {
    linked("[](notice:parking#visitors)").links("Parking: Visitors", "/notices/parking/#permits-visitors");
}

#[test]
fn to_a_general_section() {
    linked("[a](general:security), [](general:security), [](general:security#locks)")
        .links("a", "/general/#security")
        .links("Security", "/general/#security")
        .links("Locks", "/general/#security-locks");
}

#[test]
fn to_a_general_section_with_a_page_of_its_own() {
    linked("[a](general:children), [](general:children), [b](general:children#consent)")
        .links("a", "/children/")
        .links("Children", "/children/")
        .links("b", "/children/#children-consent");
}

#[test]
fn to_a_built_in_general_section() {
    linked("[](general:your-rights), [](general:cookies)")
        .links("Your rights", "/general/#your-rights")
        .links("Cookies", "/cookies/");
}

#[test]
fn to_a_free_page() {
    linked("[a](page:about), [](page:about), [](page:about#history)")
        .links("a", "/about/")
        .links("About us", "/about/")
        .links("History", "/about/#history");
}

#[test]
fn to_pages_of_ours() {
    linked("[a](page:home), [b](page:a-to-z), [](page:general), [](page:cookies)")
        .links("a", "/")
        .links("b", "/notices/")
        .links("General privacy notice", "/general/")
        .links("Cookies", "/cookies/");
}

#[test]
fn to_a_category() {
    linked("[a](category:finance), [](category:finance)")
        .links("a", "/categories/finance/")
        .links("Money", "/categories/finance/");
}

#[test]
fn to_a_section_of_the_same_page() {
    linked("[a](#your-rights), [](#links)").links("a", "#your-rights").links("Links", "#links");
}

#[test]
fn within_a_general_section_on_every_page_that_shows_it() {
    let hub = Portal::small().general(
        "security",
        "title = \"Security\"\npage = true\n",
        "[up](#locks)\n\n### Locks\n\nGood.\n",
    );
    allotments(&hub).links("up", "#security-locks");
    let run = hub.build();
    run.page("/general/").is_sound().links("up", "#security-locks");
    run.page("/security/").is_sound().links("up", "#security-locks");
}

#[test]
fn to_the_world() {
    linked(
        "[a](https://example.org/?a=1&b=2#c), [b](mailto:a@b.example), [c](tel:+441632960000), <https://example.org/>",
    )
    .links("a", "https://example.org/?a=1&b=2#c")
    .links("b", "mailto:a@b.example")
    .links("c", "tel:+441632960000")
    .links("https://example.org/", "https://example.org/");
}

#[test]
fn by_reference() {
    linked("[cars][p]\n\n[p]: notice:parking").links("cars", "/notices/parking/");
}

#[test]
fn in_front_matter() {
    let page = notice("[[retention]]\nrecord = \"Leases\"\nauthority = \"[our rights](general:your-rights)\"\n", "");
    page.part("retention").links("our rights", "/general/#your-rights");
}

#[test]
fn backlinks_come_from_text_and_from_front_matter() {
    let hub = Portal::new()
        .notice("parking", &notice_keys("Parking"), "")
        .notice("a", &notice_keys("Alpha"), "[x](notice:parking)\n")
        .notice("b", &format!("{}related = [\"parking\"]", notice_keys("Beta")), "")
        .notice("c", &format!("{}[[personal_data]]\nsource = {{ notice = \"parking\" }}\n", notice_keys("Gamma")), "")
        .notice("d", &notice_keys("Delta"), "");
    let run = hub.build();
    run.exit(0).silent_about_content();
    let page = run.page("/notices/parking/");
    page.says_in_order(&["Other notices that mention this one", "Alpha", "Beta", "Gamma"]);
    let main = page.element("main");
    main.does_not_say("Delta");
    run.page("/notices/d/").does_not_say("Other notices that mention this one");
}
