//! Links, placeholders and names that lead to nothing, and references that go round in a circle.

use super::{NOTICE, after, notice_with_keys, notice_with_text};
use crate::portal::{Portal, notice_keys};

#[test]
fn a_link_to_a_notice_that_is_not_there() {
    let run = notice_with_text("See [plots](notice:alotments).\n");
    run.only("content/notices/allotments.md:6:5", "unknown-notice", "There is no notice `alotments`")
        .marks("[plots](notice:alotments)")
        .helps("Did you mean `allotments`?");
}

#[test]
fn a_link_to_a_section_of_a_notice_that_is_not_there() {
    let run = after(Portal::small().notice("parking", &notice_keys("Parking"), "## Permits\n\nA.\n"), |hub| {
        hub.edit(NOTICE, "category = \"finance\"\n+++\n", "category = \"finance\"\n+++\n[](notice:parking#permit)\n")
    });
    run.only("content/notices/allotments.md:6:1", "unknown-anchor", "The page \"Parking\" has no section `permit`")
        .marks("[](notice:parking#permit)")
        .helps("Did you mean `permits`?");
}

#[test]
fn a_link_to_a_section_of_the_same_page_that_is_not_there() {
    let run = notice_with_text("[above](#retenton)\n");
    run.only("content/notices/allotments.md:6:1", "unknown-anchor", "This page has no section `retenton`");
}

#[test]
fn a_link_within_a_general_section_that_leads_nowhere() {
    let run = after(Portal::small(), |hub| {
        hub.general("security", "title = \"Security\"", "### Locks\n\n[keys](#lock) and [rights](#your-rights)\n")
    });
    run.reports(&[
        ("content/general/security.md:6:1", "unknown-anchor"),
        ("content/general/security.md:6:19", "unknown-anchor"),
    ]);
    run.diagnostic("content/general/security.md:6:1", "unknown-anchor", "This general section has no heading `lock`")
        .helps("Did you mean `locks`?");
    run.diagnostic(
        "content/general/security.md:6:19",
        "unknown-anchor",
        "This general section has no heading `your-rights`",
    )
    .helps("To link to another general section, write `general:` and its id.");
}

#[test]
fn a_link_to_a_general_section_that_is_not_there() {
    let run = notice_with_text("[rights](general:your-right)\n");
    run.only("content/notices/allotments.md:6:1", "unknown-section", "There is no general section `your-right`")
        .helps("Did you mean `your-rights`?");
}

#[test]
fn a_link_to_a_page_that_is_not_there() {
    let run = after(Portal::small().page("about", "title = \"About\"", "Us."), |hub| {
        hub.edit(NOTICE, "+++\ntitle", "+++\naliases = []\ntitle").page("help", "title = \"Help\"", "[us](page:abuot)")
    });
    run.only("content/pages/help.md:4:1", "unknown-page", "There is no page `abuot`").helps("Did you mean `about`?");
}

#[test]
fn a_link_to_a_category_that_is_not_there_or_empty() {
    let run = notice_with_text("[money](category:finanse) and [homes](category:homes)\n");
    run.reports(&[
        ("content/notices/allotments.md:6:1", "unknown-category"),
        ("content/notices/allotments.md:6:31", "unknown-category"),
    ]);
    run.diagnostic("content/notices/allotments.md:6:1", "unknown-category", "There is no category `finanse`")
        .helps("Did you mean `finance`?");
    run.diagnostic(
        "content/notices/allotments.md:6:31",
        "unknown-category",
        "There is no notice in the category `homes`",
    );
}

#[test]
fn a_link_to_a_document_that_is_not_there() {
    let run = after(Portal::small().file("content/documents/forms/sar-form.pdf", "form"), |hub| {
        hub.edit(
            NOTICE,
            "category = \"finance\"\n+++\n",
            "category = \"finance\"\n+++\n[a](document:forms/sarform.pdf) [b](document:map.png)\n",
        )
    });
    run.reports(&[
        ("content/notices/allotments.md:6:1", "unknown-document"),
        ("content/notices/allotments.md:6:33", "unknown-document"),
    ]);
    run.diagnostic("content/notices/allotments.md:6:1", "unknown-document", "There is no document `forms/sarform.pdf`")
        .helps("Did you mean `forms/sar-form.pdf`?");
    run.diagnostic("content/notices/allotments.md:6:33", "unknown-document", "There is no document `map.png`")
        .helps("Put the file into content/documents.");
}

#[test]
fn a_link_in_front_matter_to_nothing() {
    let run = notice_with_keys("[[retention]]\nrecord = \"Accounts\"\nauthority = \"See [us](notice:nobody)\"");
    run.only("content/notices/allotments.md:7:18", "unknown-notice", "There is no notice `nobody`")
        .marks("[us](notice:nobody)");
}

#[test]
fn addresses_that_cannot_be_published() {
    let wrong = [
        ("javascript:alert(1)", "Write `notice:`, `general:`, `page:` or `document:`"),
        ("data:text/html,x", "Write `notice:`, `general:`, `page:` or `document:`"),
        ("www.test.example", "Write the whole address: `https://www.test.example`."),
        ("dpo@test.example", "For an email address, write `mailto:dpo@test.example`."),
        ("parking.md", "Link to another notice with `notice:parking`"),
        ("/files/form.pdf", "Put the file into content/documents and write `document:form.pdf`."),
        ("/parking/", "Write `notice:`, `general:`, `page:` or `document:`"),
    ];
    for (address, help) in wrong {
        let run = notice_with_text(&format!("[a]({address})\n"));
        run.only(
            "content/notices/allotments.md:6:1",
            "link-address",
            &format!("The address `{address}` cannot be published"),
        )
        .shows(help);
    }
}

#[test]
fn a_link_without_an_address() {
    let run = notice_with_text("[a]()\n");
    run.only("content/notices/allotments.md:6:1", "link-address", "This link leads nowhere")
        .helps("Write an address between the round brackets.");
}

#[test]
fn a_picture_from_elsewhere() {
    let run = notice_with_text("![map](https://maps.example/map.png)\n");
    run.only("content/notices/allotments.md:6:1", "link-address", "A picture must be one of the hub's own documents");
}

#[test]
fn a_placeholder_that_is_none() {
    let run = notice_with_text("Write to {{ controller.emial }}.\n");
    run.only("content/notices/allotments.md:6:10", "unknown-placeholder", "There is no placeholder `controller.emial`")
        .marks("{{ controller.emial }}")
        .helps("Did you mean `controller.email`?");
}

#[test]
fn a_placeholder_in_a_link_that_is_none() {
    let run = notice_with_text("[write](mailto:{{controller.mail}})\n");
    run.only("content/notices/allotments.md:6:16", "unknown-placeholder", "There is no placeholder `controller.mail`")
        .marks("{{controller.mail}}")
        .helps("Did you mean `controller.email`?");
}

#[test]
fn a_placeholder_that_is_not_closed() {
    let run = notice_with_text("Write to {{ controller.email.\n");
    run.only("content/notices/allotments.md:6:10", "placeholder-open", "This placeholder is not closed")
        .marks("{{")
        .shows("`{{ controller.name }}`");
}

#[test]
fn a_placeholder_without_a_value() {
    let run = notice_with_text("Ring {{ controller.dpo.phone }}.\n");
    run.only(
        "content/notices/allotments.md:6:6",
        "placeholder-without-value",
        "`controller.dpo.phone` has no value for the controller `council`",
    )
    .marks("{{ controller.dpo.phone }}")
    .helps("Add `phone` under [controllers.council.dpo] in site.toml, or take the placeholder out.");
}

#[test]
fn a_placeholder_of_a_notice_in_a_general_section() {
    let run = after(Portal::small(), |hub| hub.general("security", "title = \"Security\"", "Of {{ notice.title }}."));
    run.only(
        "content/general/security.md:4:4",
        "placeholder-without-notice",
        "`notice.title` has a value only in a notice",
    );
}

#[test]
fn a_placeholder_where_text_is_printed_as_it_stands() {
    let run = notice_with_keys("department = \"Parks of {{ controller.name }}\"");
    run.only(
        "content/notices/allotments.md:5:14",
        "placeholder-in-text",
        "`department` is printed as it stands, without placeholders",
    )
    .marks("\"Parks of {{ controller.name }}\"")
    .helps("Write the words themselves.");
}

#[test]
fn a_category_that_is_not_there() {
    let run = after(Portal::small(), |hub| hub.edit(NOTICE, "\"finance\"", "\"finanse\""));
    run.only("content/notices/allotments.md:4:12", "unknown-category", "There is no category `finanse`")
        .marks("\"finanse\"")
        .helps("Did you mean `finance`?");
}

#[test]
fn a_category_like_no_other() {
    let run = after(Portal::small(), |hub| hub.edit(NOTICE, "\"finance\"", "\"leisure\""));
    run.only("content/notices/allotments.md:4:12", "unknown-category", "There is no category `leisure`")
        .helps("It can be `finance` or `homes`. Categories stand in site.toml, under [categories].");
}

#[test]
fn a_controller_that_is_not_there() {
    let run = notice_with_keys("controller = \"concil\"");
    run.only("content/notices/allotments.md:5:14", "unknown-controller", "There is no controller `concil`")
        .marks("\"concil\"")
        .helps("Did you mean `council`?");
}

#[test]
fn a_default_controller_that_is_not_there() {
    let run = after(Portal::small(), |hub| {
        hub.edit("site.toml", "default_controller = \"council\"", "default_controller = \"board\"")
    });
    run.only("site.toml:3:22", "unknown-controller", "There is no controller `board`")
        .helps("It can be `council` or `ero`. Controllers stand in site.toml, as [controllers.<id>].");
}

#[test]
fn an_organisation_that_is_not_there() {
    let hub = Portal::small().file("content/organisations.toml", "[dwp]\nname = \"Work and Pensions\"\n");
    let run = after(hub, |hub| {
        hub.edit(NOTICE, "category = \"finance\"\n", "category = \"finance\"\n[[recipients]]\norganisation = \"dpw\"\n[[recipients]]\norganisation = \"police\"\n")
    });
    run.reports(&[
        ("content/notices/allotments.md:6:16", "unknown-organisation"),
        ("content/notices/allotments.md:8:16", "unknown-organisation"),
    ]);
    run.diagnostic("content/notices/allotments.md:6:16", "unknown-organisation", "There is no organisation `dpw`")
        .marks("\"dpw\"")
        .helps("Did you mean `dwp`?");
    run.diagnostic("content/notices/allotments.md:8:16", "unknown-organisation", "There is no organisation `police`")
        .shows("Add it to content/organisations.toml, or write `name` in place of it.");
}

#[test]
fn a_related_notice_and_a_most_used_one_that_are_not_there() {
    let run = after(Portal::small(), |hub| {
        hub.edit(NOTICE, "category =", "related = [\"parkin\"]\ncategory =")
            .notice("parking", &notice_keys("Parking"), "")
            .edit("site.toml", "default_controller", "most_used = [\"parking\", \"alotments\"]\ndefault_controller")
    });
    run.reports(&[("content/notices/allotments.md:4:12", "unknown-notice"), ("site.toml:3:25", "unknown-notice")]);
    run.diagnostic("content/notices/allotments.md:4:12", "unknown-notice", "There is no notice `parkin`")
        .marks("\"parkin\"")
        .helps("Did you mean `parking`?");
}

#[test]
fn a_theme_that_is_not_there() {
    let run = after(Portal::small(), |hub| {
        hub.edit("site.toml", "default_controller", "theme = \"civik\"\ndefault_controller")
    });
    run.only("site.toml:3:9", "unknown-theme", "There is no theme `civik`")
        .marks("\"civik\"")
        .helps("Did you mean `civic`? A theme of your own is a folder: themes/civik.");
}

#[test]
fn conditions_of_a_general_section_that_name_nothing() {
    let run = after(Portal::small(), |hub| {
        hub.general(
            "security",
            "title = \"Security\"\ncontrollers = [\"eroo\"]\ncategories = [\"home\"]\nfollows = \"retenton\"\n",
            "Safe.",
        )
    });
    run.reports(&[
        ("content/general/security.md:3:16", "unknown-controller"),
        ("content/general/security.md:4:15", "unknown-category"),
        ("content/general/security.md:5:11", "unknown-section"),
    ]);
}

#[test]
fn a_notice_that_is_related_to_itself() {
    let run = notice_with_keys("related = [\"allotments\"]");
    run.only("content/notices/allotments.md:5:12", "self-reference", "The notice `allotments` names itself")
        .marks("\"allotments\"")
        .helps("Name another notice here, or delete it.");
}

#[test]
fn a_notice_that_receives_its_own_data() {
    let run = notice_with_keys("[[recipients]]\nnotice = \"allotments\"");
    run.only("content/notices/allotments.md:6:10", "self-reference", "The notice `allotments` names itself");
}

#[test]
fn a_notice_that_is_its_own_source() {
    let run =
        notice_with_keys("[[personal_data]]\nsource = [\"you\", { notice = \"allotments\" }]\nitems = [\"name\"]");
    run.only("content/notices/allotments.md:6:29", "self-reference", "The notice `allotments` names itself")
        .marks("\"allotments\"");
}

#[test]
fn general_sections_that_follow_each_other_in_a_circle() {
    let run = after(Portal::small(), |hub| {
        hub.general("security", "title = \"Security\"\nfollows = \"children\"\n", "Safe.")
            .general("children", "title = \"Children\"\nfollows = \"security\"\n", "Young.")
            .general("self", "title = \"Self\"\nfollows = \"self\"\n", "Alone.")
    });
    run.reports(&[
        ("content/general/children.md:3:11", "circular-reference"),
        ("content/general/security.md:3:11", "circular-reference"),
        ("content/general/self.md:3:11", "circular-reference"),
    ]);
    run.diagnostic("content/general/children.md:3:11", "circular-reference", "`children` would follow itself")
        .marks("\"security\"")
        .helps("Name a section that does not in turn follow this one.");
}
