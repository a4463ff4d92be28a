//! Free pages, documents, cookies and organisations.

use super::allotments;
use crate::portal::{Portal, notice_keys};

#[test]
fn a_free_page_is_published_with_what_it_says() {
    let hub = Portal::small().page(
        "accessibility",
        "title = \"Accessibility statement\"\nsummary = \"How usable it is.\"\nlast_updated = 2026-10-01\nfooter = true\naliases = [\"/access/\"]\n",
        "Text.\n\n## Contact\n\nWrite to us.\n",
    );
    let run = hub.build();
    run.exit(0).silent_about_content();
    let page = run.page("/accessibility/");
    page.is_sound().says("Accessibility statement").says("How usable it is.").says("Last updated: 1 October 2026");
    page.part("contact").says("Contact");
    run.page("/").element("footer").links("Accessibility statement", "/accessibility/");
    run.page("/access/").links("Accessibility statement", "/accessibility/");
}

#[test]
fn links_at_the_foot_stand_in_their_order() {
    let hub = Portal::small()
        .page("a", "title = \"Page A\"\nfooter = true\norder = 2\n", "A.")
        .page("b", "title = \"Page B\"\nfooter = true\norder = 1\n", "B.")
        .page("c", "title = \"Page C\"\n", "C.")
        .site("[[footer]]\ntext = \"Contact us\"\nlink = \"https://www.test.example/contact\"\n[[footer]]\ntext = \"The third\"\nlink = \"page:c\"\n");
    let run = hub.build();
    run.exit(0).silent_about_content();
    let foot = run.page("/").element("footer");
    foot.says_in_order(&["Page B", "Page A"]).does_not_say("Page C");
    foot.links("Contact us", "https://www.test.example/contact").links("The third", "/c/");
}

#[test]
fn documents_are_published_as_they_are_and_linked_with_type_and_size() {
    let bytes: Vec<u8> = (0..83_558).map(|number: u32| number as u8).collect();
    let hub = Portal::new()
        .file("content/documents/forms/sar-form.pdf", &bytes)
        .file("content/documents/policy.docx", vec![1; 512])
        .file("content/documents/figures.csv", vec![2; 1_572_864])
        .notice(
            "allotments",
            &notice_keys("Allotments"),
            "[The form](document:forms/sar-form.pdf), [](document:forms/sar-form.pdf), [policy](document:policy.docx), [figures](document:figures.csv)\n",
        );
    let page = allotments(&hub);
    page.links("The form (PDF, 82 KB)", "/documents/forms/sar-form.pdf")
        .links("Sar form (PDF, 82 KB)", "/documents/forms/sar-form.pdf")
        .links("policy (Word, 512 bytes)", "/documents/policy.docx")
        .links("figures (CSV, 1.5 MB)", "/documents/figures.csv");
    assert_eq!(hub.build().site().0["documents/forms/sar-form.pdf"], bytes);
}

#[test]
fn a_picture_is_a_document() {
    let hub = Portal::new().file("content/documents/map.png", "png").notice(
        "allotments",
        &notice_keys("Allotments"),
        "![Map of the *plots*](document:map.png)\n",
    );
    allotments(&hub).holds("<img src=\"/documents/map.png\" alt=\"Map of the plots\">");
}

#[test]
fn cookies_are_listed_on_their_page_and_in_the_general_notice() {
    let hub = Portal::small().file(
        "content/cookies.toml",
        "[session]\nprovider = \"Us\"\npurpose = \"To keep you *signed in*\"\nduration = \"1 hour\"\ncategory = \"necessary\"\nground = 3\n\n[stats]\nname = \"_stats\"\npurpose = \"To count\"\ncategory = \"statistics\"\nopt_out = \"Write to {{ controller.email }}\"\n",
    );
    let run = hub.build();
    run.exit(0).silent_about_content();
    for address in ["/cookies/", "/general/"] {
        run.page(address)
            .says("session Set by Us")
            .says("To keep you signed in")
            .says("1 hour")
            .says("Necessary")
            .says("_stats")
            .says("Statistics")
            .says("Write to council@test.example");
    }
}

#[test]
fn a_hub_without_cookies_says_so() {
    Portal::small().build().page("/cookies/").says("The pages of this website set no cookies and use no tracking.");
}

#[test]
fn organisations_are_named_once_and_linked_everywhere() {
    let hub = Portal::new()
        .file(
            "content/organisations.toml",
            "[dwp]\nname = \"Department for Work and Pensions\"\nkind = \"public-authority\"\nurl = \"https://dwp.example/\"\n",
        )
        .notice(
            "allotments",
            &format!(
                "{}[[personal_data]]\nsource = [{{ organisation = \"dwp\", publicly_accessible = false }}]\nitems = [\"benefits\"]\n[[recipients]]\norganisation = \"dwp\"\npurpose = \"to check benefits\"\n[[joint_controllers]]\norganisation = \"dwp\"\n",
                notice_keys("Allotments")
            ),
            "",
        );
    let page = allotments(&hub);
    page.part("recipients")
        .says("Public bodies")
        .links("Department for Work and Pensions", "/recipients/#organisation-dwp");
    page.part("recipients").says("to check benefits");
    page.part("personal-data").says("Department for Work and Pensions");
    page.part("who-we-are").says("Department for Work and Pensions");
}

#[test]
fn a_recipient_that_is_a_service_is_linked_and_links_back() {
    let hub = Portal::new()
        .notice(
            "allotments",
            &format!(
                "{}[[recipients]]\nnotice = \"parking\"\npurpose = \"to find your car\"\n",
                notice_keys("Allotments")
            ),
            "",
        )
        .notice("parking", &notice_keys("Parking"), "");
    let page = allotments(&hub);
    page.part("recipients").says("Our other services").says("to find your car");
    page.part("recipients").links("Parking (privacy notice)", "/notices/parking/");
    let parking = hub.build().page("/notices/parking/");
    parking.says("Other notices that mention this one").links("Allotments", "/notices/allotments/");
}
