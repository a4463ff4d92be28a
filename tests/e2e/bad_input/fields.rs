//! Keys and values: unknown, missing, of the wrong type.

use super::{NOTICE, after, notice_with_keys};
use crate::portal::Portal;

#[test]
fn a_misspelt_key() {
    let run = notice_with_keys("sort_ass = \"Plots\"");
    run.only("content/notices/allotments.md:5:1", "unknown-key", "A notice has no key `sort_ass`")
        .marks("sort_ass")
        .helps("Did you mean `sort_as`?");
}

#[test]
fn a_key_like_no_other() {
    let run = notice_with_keys("[[changes]]\ndate = 2026-10-01\nsummary = \"New\"\ncolour = \"red\"");
    run.only("content/notices/allotments.md:8:1", "unknown-key", "A change has no key `colour`")
        .marks("colour")
        .helps("A change can have `date`, `summary` and `significant`.");
}

#[test]
fn a_key_of_the_notice_below_its_first_table() {
    let run = notice_with_keys("[[changes]]\ndate = 2026-10-01\nsummary = \"New\"\nreview_by = 2027-10-01");
    run.only("content/notices/allotments.md:8:1", "unknown-key", "A change has no key `review_by`")
        .marks("review_by")
        .helps("`review_by` is a key of a notice: move it above the first line in square brackets.");
}

#[test]
fn an_unknown_table() {
    let run = notice_with_keys("[[receivers]]\nname = \"The police\"");
    run.only("content/notices/allotments.md:5:3", "unknown-key", "A notice has no key `receivers`").marks("receivers");
}

#[test]
fn an_unknown_key_of_the_settings() {
    let run = after(Portal::small(), |hub| hub.edit("site.toml", "base_url =", "baseurl ="));
    run.reports(&[("site.toml:1:1", "missing-key"), ("site.toml:2:1", "unknown-key")]);
    run.diagnostic("site.toml:2:1", "unknown-key", "The hub has no key `baseurl`")
        .marks("baseurl")
        .helps("Did you mean `base_url`?");
}

#[test]
fn an_unknown_key_of_a_cookie_and_of_an_organisation() {
    let run = after(Portal::small(), |hub| {
        hub.file("content/cookies.toml", "[session]\npurpse = \"To stay signed in\"\n")
            .file("content/organisations.toml", "[dwp]\nname = \"DWP\"\nadress = \"London\"\n")
    });
    run.reports(&[("content/cookies.toml:2:1", "unknown-key"), ("content/organisations.toml:3:1", "unknown-key")]);
    run.diagnostic("content/cookies.toml:2:1", "unknown-key", "A cookie has no key `purpse`")
        .marks("purpse")
        .helps("Did you mean `purpose`?");
    run.diagnostic("content/organisations.toml:3:1", "unknown-key", "An organisation has no key `adress`")
        .marks("adress")
        .helps("An organisation can have `name`, `kind`, `url`, `description` and `sort_as`.");
}

#[test]
fn an_unknown_value() {
    let run = notice_with_keys("[[retention]]\nrecord = \"Accounts\"\naction = \"destory\"");
    run.only("content/notices/allotments.md:7:10", "unknown-value", "`action` cannot be `destory`")
        .marks("\"destory\"")
        .helps("Did you mean `destroy`?");
}

#[test]
fn an_unknown_value_like_no_other() {
    let run = notice_with_keys("[[retention]]\nrecord = \"Accounts\"\naction = \"shred\"");
    run.only("content/notices/allotments.md:7:10", "unknown-value", "`action` cannot be `shred`")
        .helps("It can be `destroy`, `review`, `archive`, `anonymise` or `keep`.");
}

#[test]
fn an_unknown_lawful_basis() {
    let run = notice_with_keys("[[purposes]]\ntext = \"Let plots\"\nlawful_basis = [\"public-tsk\", \"6(1)(g)\"]");
    run.reports(&[
        ("content/notices/allotments.md:7:17", "unknown-value"),
        ("content/notices/allotments.md:7:31", "unknown-value"),
    ]);
    run.diagnostic("content/notices/allotments.md:7:17", "unknown-value", "`public-tsk` is no lawful basis")
        .marks("\"public-tsk\"")
        .helps("Did you mean `public-task`?");
    run.diagnostic("content/notices/allotments.md:7:31", "unknown-value", "`6(1)(g)` is no lawful basis")
        .marks("\"6(1)(g)\"")
        .shows("`legitimate-interests`");
}

#[test]
fn an_unknown_condition_and_paragraph() {
    let run = notice_with_keys(
        "[[purposes]]\ntext = \"Let plots\"\nspecial_category_condition = \"9(2)(k)\"\nschedule_1 = [6, 99]",
    );
    run.reports(&[
        ("content/notices/allotments.md:7:30", "unknown-value"),
        ("content/notices/allotments.md:8:18", "number-out-of-range"),
    ]);
    run.diagnostic("content/notices/allotments.md:7:30", "unknown-value", "`9(2)(k)` is no condition of Article 9(2)")
        .helps("Write \"9(2)(a)\" to \"9(2)(j)\".");
    run.diagnostic("content/notices/allotments.md:8:18", "number-out-of-range", "`schedule_1` cannot be 99")
        .marks("99")
        .helps("It can be a whole number from 1 to 37.");
}

#[test]
fn an_unknown_section_in_the_table_general() {
    let run = notice_with_keys("[general]\ncookeis = \"omit\"");
    run.only("content/notices/allotments.md:6:1", "unknown-section", "There is no general section `cookeis`")
        .marks("cookeis")
        .helps("Did you mean `cookies`?");
}

#[test]
fn an_unknown_merge() {
    let run = notice_with_keys("[general]\ncookies = \"ommit\"");
    run.only("content/notices/allotments.md:6:11", "unknown-value", "`cookies` cannot be `ommit`")
        .marks("\"ommit\"")
        .helps("Did you mean `omit`?");
}

#[test]
fn a_general_section_cannot_omit_itself() {
    let run =
        after(Portal::small(), |hub| hub.general("security", "title = \"Security\"\nmerge = \"omit\"\n", "Safe."));
    run.only("content/general/security.md:3:9", "unknown-value", "`merge` cannot be `omit`")
        .helps("It can be `before`, `after`, `fallback` or `link`.");
}

#[test]
fn an_unknown_section_of_a_fragment() {
    let run = after(Portal::small(), |hub| {
        hub.without(NOTICE)
            .content("content/notices/allotments/index.md", &crate::portal::notice_keys("Allotments"), "")
            .content("content/notices/allotments/more.md", "section = \"retenton\"\n", "Long.")
    });
    run.only("content/notices/allotments/more.md:2:11", "unknown-section", "There is no section `retenton`")
        .marks("\"retenton\"")
        .helps("Did you mean `retention`? For a section of the notice's own, give it a `title`.");
}

#[test]
fn a_number_where_text_belongs() {
    let run = notice_with_keys("department = 5");
    run.only(
        "content/notices/allotments.md:5:14",
        "wrong-type",
        "`department` should be a text in quotation marks, and this is a whole number",
    )
    .marks("5")
    .helps("Put it in quotation marks.");
}

#[test]
fn text_where_a_list_belongs() {
    let run = notice_with_keys("also_known_as = \"Plots\"");
    run.only(
        "content/notices/allotments.md:5:17",
        "wrong-type",
        "`also_known_as` should be a list in square brackets, and this is a text in quotation marks",
    )
    .marks("\"Plots\"")
    .helps("Put it in square brackets: [\"...\"].");
}

#[test]
fn text_where_true_or_false_belongs() {
    let run = notice_with_keys("[automated_decisions]\nexists = \"no\"");
    run.only(
        "content/notices/allotments.md:6:10",
        "wrong-type",
        "`exists` should be true or false, and this is a text in quotation marks",
    )
    .helps("Write true or false without quotation marks.");
}

#[test]
fn one_table_where_a_list_of_tables_belongs() {
    let run = notice_with_keys("[purposes]\ntext = \"Let plots\"");
    run.only(
        "content/notices/allotments.md:5:1",
        "wrong-type",
        "`purposes` should be a list of tables, and this is a table",
    )
    .marks("[purposes]")
    .helps("Write the name in double square brackets: [[purposes]].");
}

#[test]
fn a_list_of_tables_where_one_table_belongs() {
    let run = notice_with_keys("[[automated_decisions]]\nexists = false");
    run.only(
        "content/notices/allotments.md:5:1",
        "wrong-type",
        "`automated_decisions` should be a table, and this is a list",
    )
    .helps("Write the name in single square brackets: [automated_decisions].");
}

#[test]
fn a_word_where_recipients_or_none_belong() {
    let run = notice_with_keys("recipients = \"nobody\"");
    run.only(
        "content/notices/allotments.md:5:14",
        "wrong-type",
        "`recipients` should be a list of tables, or \"none\", and this is a text in quotation marks",
    )
    .marks("\"nobody\"")
    .helps("For none, write `recipients = \"none\"`; else a table [[recipients]] for each.");
}

#[test]
fn a_wrong_item_of_a_list_is_underlined_itself() {
    let run = notice_with_keys("data_subjects = [\"tenants\", 5]");
    run.only(
        "content/notices/allotments.md:5:29",
        "wrong-type",
        "An item of `data_subjects` should be a text in quotation marks, and this is a whole number",
    )
    .marks("5");
}

#[test]
fn a_number_too_large_for_any_use() {
    let run = notice_with_keys("services = [99999999999999999999]");
    run.only("content/notices/allotments.md:5:13", "number-too-large", "This number is too large")
        .marks("99999999999999999999");
}

#[test]
fn missing_fields_of_a_notice() {
    let run = after(Portal::small(), |hub| hub.notice("allotments", "also_known_as = [\"Plots\"]", ""));
    let place = "content/notices/allotments.md:1:1";
    run.reports(&[(place, "missing-key"), (place, "missing-key"), (place, "missing-key")]);
    run.diagnostic(place, "missing-key", "`title` is missing from this notice")
        .marks("+++")
        .helps("Add `title = \"...\"`: the service as residents call it, without the words \"privacy notice\".");
    run.diagnostic(place, "missing-key", "`summary` is missing from this notice")
        .helps("Add `summary = \"...\"`: one sentence that says what the service uses data for.");
    run.diagnostic(place, "missing-key", "`category` is missing from this notice")
        .helps("Add `category = \"...\"`: a category from site.toml.");
}

#[test]
fn an_empty_field_is_a_missing_one() {
    let run = after(Portal::small(), |hub| hub.edit(NOTICE, "title = \"Allotments\"", "title = \" \""));
    run.only("content/notices/allotments.md:1:1", "missing-key", "`title` is missing from this notice");
}

#[test]
fn a_missing_field_of_a_table_in_a_list() {
    let run = notice_with_keys("[[retention]]\nperiod = \"6 years\"");
    run.only("content/notices/allotments.md:5:1", "missing-key", "`record` is missing from this retention period")
        .marks("[[retention]]")
        .helps("Add `record = \"...\"`: the kind of record.");
}

#[test]
fn a_recipient_without_a_name_and_one_with_two() {
    let run = notice_with_keys(
        "[[recipients]]\npurpose = \"to help\"\n[[recipients]]\nname = \"A\"\nnotice = \"allotments\"",
    );
    run.diagnostic("content/notices/allotments.md:5:1", "missing-key", "It is not said who a recipient is")
        .marks("[[recipients]]")
        .helps("Give one of `name`, `organisation` or `notice`.");
    run.diagnostic(
        "content/notices/allotments.md:9:1",
        "one-key-only",
        "A recipient has only one of `name`, `organisation` or `notice`",
    )
    .marks("notice");
}

#[test]
fn a_hub_without_controllers_and_categories() {
    let run = after(Portal::small(), |hub| {
        hub.file("site.toml", "title = \"Privacy hub\"\nbase_url = \"https://privacy.test.example/\"\n")
    });
    run.diagnostic("site.toml:1:1", "missing-key", "`controllers` is missing from the hub")
        .helps("Add a table [controllers.<id>]: who decides why and how data is used.");
    run.diagnostic("site.toml:1:1", "missing-key", "`categories` is missing from the hub")
        .helps("Add a table [categories]: the groups of notices, in their order.");
}

#[test]
fn several_controllers_and_none_of_them_the_default() {
    let run = after(Portal::small(), |hub| hub.edit("site.toml", "default_controller = \"council\"\n", ""));
    run.only("site.toml:1:1", "missing-key", "`default_controller` is missing from the hub")
        .shows("With several controllers, say whose notice it is where a notice does not");
}

#[test]
fn an_address_that_is_none() {
    let run = after(Portal::small(), |hub| {
        hub.edit("site.toml", "email = \"dpo@test.example\"", "email = \"dpo at test.example\"").edit(
            "site.toml",
            "url = \"https://www.test.example/\"",
            "url = \"www.test.example\"",
        )
    });
    run.reports(&[("site.toml:13:7", "bad-address"), ("site.toml:15:9", "bad-address")]);
    run.diagnostic("site.toml:13:7", "bad-address", "`www.test.example` is not an address that can be used here")
        .marks("\"www.test.example\"")
        .helps("Write the whole address, starting with https://.");
    run.diagnostic("site.toml:15:9", "bad-address", "`dpo at test.example` is not an address that can be used here")
        .helps("Write one address, such as privacy@marlbury.gov.uk.");
}
