//! Ids, headings and addresses that stand twice, also where only the case differs.

use super::{NOTICE, after, notice_with_text};
use crate::portal::{Portal, notice_keys};

#[test]
fn a_notice_as_a_file_and_as_a_folder() {
    let run =
        after(Portal::small(), |hub| hub.content("content/notices/allotments/index.md", &notice_keys("Plots"), ""));
    run.only(
        "content/notices/allotments/index.md:1:1",
        "duplicate-id",
        "There is another notice `allotments`: content/notices/allotments.md",
    )
    .helps("Rename or delete one of them.");
}

#[test]
fn a_file_name_that_cannot_be_an_id() {
    let run = after(Portal::small(), |hub| hub.notice("Garden Waste", &notice_keys("Garden waste"), ""));
    run.only("content/notices/Garden Waste.md:1:1", "bad-id", "The name of this file cannot be an id")
        .helps("An id has lower-case letters, digits and hyphens. Rename it to `garden-waste.md`.");
}

#[test]
fn two_notices_that_differ_by_case_alone() {
    let run = after(Portal::small(), |hub| hub.notice("Allotments", &notice_keys("Plots"), ""));
    run.only("content/notices/Allotments.md:1:1", "bad-id", "The name of this file cannot be an id")
        .shows("Rename it to `allotments.md`.");
}

#[test]
fn a_fragment_without_a_notice() {
    let run = after(Portal::small(), |hub| hub.content("content/notices/parking/permits.md", "", "Permits."));
    run.only(
        "content/notices/parking/permits.md:1:1",
        "notice-missing",
        "This fragment belongs to no notice: its folder has no index.md",
    )
    .helps("Add index.md with the title, summary and category of the notice.");
}

#[test]
fn a_heading_id_twice_in_one_file() {
    let run = notice_with_text("## Plots {#plots}\n\nA.\n\n## Sheds {#plots}\n\nB.\n");
    run.only("content/notices/allotments.md:10:1", "duplicate-id", "Another heading of this file has the id `plots`")
        .marks("## Sheds {#plots}")
        .helps("Give one of them another id.");
}

#[test]
fn a_heading_id_twice_in_two_files_of_one_notice() {
    let run = after(Portal::small(), |hub| {
        hub.without(NOTICE)
            .content("content/notices/allotments/index.md", &notice_keys("Allotments"), "### Plots {#plots}\n\nA.\n")
            .content("content/notices/allotments/sheds.md", "", "### Sheds {#plots}\n\nB.\n")
    });
    run.only(
        "content/notices/allotments/sheds.md:3:1",
        "duplicate-id",
        "Another heading of the page has the id `plots`",
    );
}

#[test]
fn a_heading_id_that_cannot_be_one() {
    let run = notice_with_text("## Plots {#The Plots}\n\nA.\n");
    run.only("content/notices/allotments.md:6:1", "heading-id", "`The Plots` cannot be the id of a heading")
        .helps("Use lower-case letters, digits and hyphens: `{#the-plots}`.");
}

#[test]
fn a_category_and_a_controller_whose_ids_cannot_be_ids() {
    let run = after(Portal::small(), |hub| {
        hub.edit("site.toml", "homes = \"Homes\"", "\"Old Homes\" = \"Homes\"")
            .edit("site.toml", "[controllers.ero]", "[controllers.ERO]")
            .edit("site.toml", "[controllers.ero.dpo]", "[controllers.ERO.dpo]")
            .edit("site.toml", "[controllers.ero.complaints]", "[controllers.ERO.complaints]")
    });
    run.reports(&[("site.toml:19:14", "bad-id"), ("site.toml:34:1", "bad-id")]);
    run.diagnostic("site.toml:19:14", "bad-id", "`ERO` cannot be an id")
        .marks("ERO")
        .helps("Use lower-case letters, digits and hyphens: `ero`.");
    run.diagnostic("site.toml:34:1", "bad-id", "`Old Homes` cannot be an id").marks("\"Old Homes\"");
}

#[test]
fn an_alias_that_is_the_address_of_a_page() {
    let run = after(Portal::small(), |hub| {
        hub.edit(NOTICE, "category =", "aliases = [\"/plots/\", \"/general/\"]\ncategory =")
    });
    run.only(
        "content/notices/allotments.md:4:23",
        "duplicate-address",
        "Two pages would have the address /general/: General privacy notice and an old address of Allotments",
    )
    .marks("\"/general/\"")
    .helps("Give one of them another id, alias or file name.");
}

#[test]
fn one_alias_of_two_notices() {
    let run = after(Portal::small(), |hub| {
        hub.edit(NOTICE, "category =", "aliases = [\"/plots/\"]\ncategory =").notice(
            "gardens",
            &format!("{}aliases = [\"/plots\"]", notice_keys("Gardens")),
            "",
        )
    });
    run.only(
        "content/notices/gardens.md:5:12",
        "duplicate-address",
        "Two pages would have the address /plots/: an old address of Allotments and an old address of Gardens",
    )
    .marks("\"/plots\"")
    .shows("the other one")
    .shows("content/notices/allotments.md:4:12");
}

#[test]
fn an_alias_twice_in_one_list() {
    let run =
        after(Portal::small(), |hub| hub.edit(NOTICE, "category =", "aliases = [\"/plots/\", \"/plots\"]\ncategory ="));
    run.reports(&[("content/notices/allotments.md:4:23", "duplicate-address")]);
}

#[test]
fn an_alias_of_a_page_that_another_page_is() {
    let run = after(Portal::small(), |hub| {
        hub.page("about", "title = \"About\"", "Us.").page("help", "title = \"Help\"\naliases = [\"/about/\"]", "Ask.")
    });
    run.only(
        "content/pages/help.md:3:12",
        "duplicate-address",
        "Two pages would have the address /about/: About and an old address of Help",
    );
}

#[test]
fn an_alias_that_differs_from_a_page_by_case_alone() {
    let run = after(Portal::small(), |hub| hub.edit(NOTICE, "category =", "aliases = [\"/General/\"]\ncategory ="));
    let place = "content/notices/allotments.md:4:12";
    run.reports(&[(place, "bad-address"), (place, "duplicate-address")]);
    run.diagnostic(place, "bad-address", "`/General/` is not an address that can be used here")
        .marks("\"/General/\"")
        .shows(
            "Write the old path from the root, in lower-case letters, digits and hyphens: \"/council-tax-privacy/\".",
        );
}

#[test]
fn an_alias_below_one_that_is_a_file() {
    let run = after(Portal::small(), |hub| {
        hub.edit(NOTICE, "category =", "aliases = [\"/plots.html\", \"/plots.html/all/\"]\ncategory =")
    });
    run.only(
        "content/notices/allotments.md:4:27",
        "duplicate-address",
        "The address of an old address of Allotments would lie within /plots.html, which is an old address of Allotments",
    )
    .marks("\"/plots.html/all/\"");
}

#[test]
fn a_page_with_the_address_of_one_of_ours() {
    let run = after(Portal::small(), |hub| hub.page("notices", "title = \"Notices\"", "Ours."));
    run.only(
        "content/pages/notices.md:1:1",
        "duplicate-address",
        "Two pages would have the address /notices/: A to Z of privacy notices and Notices",
    );
}

#[test]
fn a_page_may_have_the_name_of_a_folder_of_ours() {
    let hub = Portal::small().file("content/documents/form.pdf", "form");
    let hub = hub.page("documents", "title = \"Files\"", "Ours.").page("assets", "title = \"Assets\"", "Ours.");
    hub.build().exit(0).silent_about_content();
}

#[test]
fn an_alias_where_a_file_of_ours_is() {
    for alias in ["/sitemap.xml", "/robots.txt", "/404.html", "/assets/style.css", "/documents/form.pdf"] {
        let run = after(Portal::small().file("content/documents/form.pdf", "form"), |hub| {
            hub.edit(NOTICE, "category =", &format!("aliases = [\"{alias}\"]\ncategory ="))
        });
        run.diagnostic(
            "content/notices/allotments.md:4:12",
            "bad-address",
            &format!("`{alias}` is not an address that can be used here"),
        );
    }
}

#[test]
fn two_documents_that_differ_by_case_alone() {
    let run = after(Portal::small(), |hub| {
        hub.file("content/documents/form.pdf", "one").file("content/documents/Form.pdf", "two")
    });
    run.reports(&[
        ("content/documents/Form.pdf:1:1", "bad-file-name"),
        ("content/documents/form.pdf:1:1", "duplicate-address"),
    ]);
    run.diagnostic(
        "content/documents/form.pdf:1:1",
        "duplicate-address",
        "Two pages would have the address /documents/form.pdf: the document Form.pdf and the document form.pdf",
    )
    .shows("content/documents/Form.pdf:1:1")
    .shows("Give one of them another id, alias or file name.");
}

#[test]
fn a_document_whose_name_cannot_be_an_address() {
    let run = after(Portal::small(), |hub| hub.file("content/documents/SAR form.pdf", "form"));
    run.only(
        "content/documents/SAR form.pdf:1:1",
        "bad-file-name",
        "The name of this document cannot be part of an address",
    )
    .helps("Use lower-case letters, digits, hyphens and dots: rename it to `sar-form.pdf`.");
}

#[test]
fn two_organisations_of_one_id() {
    let run = after(Portal::small(), |hub| {
        hub.file("content/organisations.toml", "[dwp]\nname = \"DWP\"\n\n[dwp]\nname = \"Work and Pensions\"\n")
    });
    run.only("content/organisations.toml:4:2", "toml-syntax", "`dwp` is written twice")
        .marks("dwp")
        .helps("Join the two. Where there can be several, write the name in double brackets: [[dwp]].");
}

#[test]
fn aliases_of_a_section_without_a_page() {
    let run = after(Portal::small(), |hub| {
        hub.general("security", "title = \"Security\"\naliases = [\"/safe/\"]\n", "Safe.")
    });
    run.only(
        "content/general/security.md:3:12",
        "alias-without-page",
        "A section without a page of its own cannot have old addresses",
    )
    .helps("Add `page = true`, or delete the aliases.");
}
