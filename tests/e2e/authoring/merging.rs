//! How general sections join notices: by their own choice, by the notice's, and under conditions.

use super::allotments;
use crate::page::Page;
use crate::portal::{Portal, notice_keys};

/// The notice, with a general section `security` that merges in this way and words of its own, or none.
fn merged(merge: &str, own: &str, general: &str) -> Page {
    let merge = if merge.is_empty() { String::new() } else { format!("merge = \"{merge}\"\n") };
    let keys = format!("{}{general}", notice_keys("Allotments"));
    let own = if own.is_empty() { String::new() } else { format!("## Security\n\n{own}\n") };
    allotments(
        &Portal::new()
            .general(
                "security",
                &format!("title = \"Security\"\nsummary = \"How it is kept.\"\n{merge}"),
                "General words.",
            )
            .notice("allotments", &keys, &own),
    )
}

#[test]
fn a_general_section_comes_after_the_services_words() {
    merged("", "Own words.", "").part("security").says("Security Own words. General words.");
    merged("after", "Own words.", "").part("security").says("Security Own words. General words.");
}

#[test]
fn or_before_them() {
    merged("before", "Own words.", "").part("security").says("Security General words. Own words.");
}

#[test]
fn or_only_where_the_service_says_nothing() {
    merged("fallback", "", "").part("security").says("Security General words.");
    merged("fallback", "Own words.", "").part("security").says("Own words.").does_not_say("General words.");
}

#[test]
fn or_as_a_link() {
    let page = merged("link", "Own words.", "");
    page.part("security").says("Own words.").does_not_say("General words.");
    page.part("security").links("Security", "/general/#security");
    merged("link", "", "").part("security").links("Security", "/general/#security");
}

#[test]
fn a_fallback_stays_away_where_the_front_matter_says_something() {
    let hub = Portal::new()
        .general("retention", "title = \"How long\"\nmerge = \"fallback\"\n", "As long as we need it.")
        .notice("allotments", &format!("{}[[retention]]\nrecord = \"Leases\"\n", notice_keys("Allotments")), "")
        .notice("parking", &notice_keys("Parking"), "");
    allotments(&hub).part("retention").says("Leases").does_not_say("As long as we need it.");
    hub.build().page("/notices/parking/").part("retention").says("As long as we need it.");
}

#[test]
fn a_notice_can_leave_a_general_section_out() {
    let page = merged("", "", "[general]\nsecurity = \"omit\"\n");
    page.does_not_say("General words.");
    assert!(!page.sections().contains(&"security"));
    merged("", "Own words.", "[general]\nsecurity = \"omit\"\n").does_not_say("General words.");
}

#[test]
fn a_notice_can_put_its_own_words_in_its_place() {
    let page = merged("before", "Own words.", "[general]\nsecurity = \"replace\"\n");
    page.part("security").says("Own words.").does_not_say("General words.");
}

#[test]
fn a_notice_can_choose_any_other_way() {
    let choose = |merge: &str| format!("[general]\nsecurity = \"{merge}\"\n");
    merged("link", "Own words.", &choose("before")).part("security").says("General words. Own words.");
    merged("before", "Own words.", &choose("after")).part("security").says("Own words. General words.");
    merged("after", "Own words.", &choose("fallback")).part("security").does_not_say("General words.");
    merged("after", "Own words.", &choose("link")).part("security").links("Security", "/general/#security");
}

#[test]
fn what_the_law_asks_for_stays_when_a_general_section_is_left_out() {
    let hub = Portal::new().general("your-rights", "title = \"Your rights\"\n", "Ask us.").notice(
        "allotments",
        &format!(
            "{}[general]\nyour-rights = \"omit\"\ncomplaints = \"omit\"\nwho-we-are = \"replace\"\n",
            notice_keys("Allotments")
        ),
        "",
    );
    let page = allotments(&hub);
    page.part("your-rights").does_not_say("Ask us.");
    page.right("access").says("see your data");
    page.part("complaints").says("Information Commission");
    page.part("who-we-are").says("Test Borough Council");
}

#[test]
fn the_general_notice_shows_every_section_in_order() {
    let hub = Portal::small()
        .general("security", "title = \"Security\"\norder = 2\nmerge = \"link\"\n", "Locks.")
        .general("children", "title = \"Children\"\norder = 1\nmerge = \"fallback\"\n", "Young people.");
    let run = hub.build();
    run.exit(0).silent_about_content();
    let page = run.page("/general/");
    page.is_sound();
    assert_eq!(page.sections(), ["who-we-are", "children", "security", "your-rights", "complaints", "cookies"]);
    page.says("Locks.").says("Young people.");
}

#[test]
fn a_general_section_can_have_a_page_of_its_own() {
    let hub = Portal::small().general(
        "security",
        "title = \"Security\"\nsummary = \"How it is kept.\"\npage = true\nmerge = \"link\"\naliases = [\"/safe/\"]\n",
        "Locks.",
    );
    let page = allotments(&hub);
    page.part("security").links("Security", "/security/");
    let run = hub.build();
    run.page("/security/").says("Security").says("Locks.").links("general privacy notice", "/general/");
    run.page("/safe/").links("Security", "/security/");
}

#[test]
fn a_general_section_can_stand_after_a_section_of_its_choice() {
    let hub = Portal::small()
        .general("security", "title = \"Security\"\nfollows = \"retention\"\n", "Locks.")
        .general("children", "title = \"Children\"\nfollows = \"security\"\n", "Young.")
        .general("elsewhere", "title = \"Elsewhere\"\n", "More.");
    let page = allotments(&hub);
    assert_eq!(
        page.sections(),
        ["at-a-glance", "who-we-are", "transfers", "security", "children", "elsewhere", "your-rights", "complaints"]
    );
}

/// The notices of two controllers and two categories, with one general section under these conditions.
fn under(conditions: &str) -> [bool; 3] {
    let keys = |controller: &str, category: &str| {
        format!("title = \"T\"\nsummary = \"S\"\ncategory = \"{category}\"\ncontroller = \"{controller}\"\n")
    };
    let hub = Portal::new()
        .general("security", &format!("title = \"Security\"\n{conditions}"), "Locks.")
        .notice("money", &keys("council", "finance"), "")
        .notice("homes", &keys("council", "homes"), "")
        .notice("voting", &keys("ero", "finance"), "");
    let run = hub.build();
    run.exit(0).silent_about_content();
    run.page("/general/").says("Locks.");
    ["money", "homes", "voting"].map(|id| run.page(&format!("/notices/{id}/")).text().contains("Locks."))
}

#[test]
fn conditions_choose_notices_by_controller_and_category() {
    assert_eq!(under(""), [true, true, true]);
    assert_eq!(under("controllers = [\"ero\"]\n"), [false, false, true]);
    assert_eq!(under("controllers = [\"ero\", \"council\"]\n"), [true, true, true]);
    assert_eq!(under("categories = [\"homes\"]\n"), [false, true, false]);
    assert_eq!(under("controllers = [\"council\"]\ncategories = [\"finance\"]\n"), [true, false, false]);
}

#[test]
fn a_section_holds_from_its_first_day_to_its_last() {
    let hub = Portal::small().general(
        "strike",
        "title = \"Strike\"\nfrom = 2026-12-01\nuntil = 2026-12-10\npage = true\n",
        "Answers take longer.",
    );
    let holds = |day: &str| {
        let run = hub.build_as_of(day);
        run.exit(0).silent_about_content();
        let places =
            ["/notices/allotments/", "/general/"].map(|page| run.page(page).text().contains("Answers take longer."));
        let has_page = run.site().paths().contains(&"strike/index.html");
        assert_eq!(places, [has_page; 2], "{day}");
        has_page
    };
    let days = ["2026-11-30", "2026-12-01", "2026-12-05", "2026-12-10", "2026-12-11"];
    assert_eq!(days.map(holds), [false, true, true, true, false]);
}

#[test]
fn a_section_that_ends_in_a_month_holds_to_the_last_day_of_it() {
    let hub = Portal::small().general("strike", "title = \"Strike\"\nuntil = \"2026-02\"\n", "Answers take longer.");
    hub.build_as_of("2026-02-28").page("/notices/allotments/").says("Answers take longer.");
    hub.build_as_of("2026-03-01").page("/notices/allotments/").does_not_say("Answers take longer.");
}

#[test]
fn a_link_to_a_section_that_does_not_hold_today_leads_to_the_general_notice() {
    let hub = Portal::small().general("strike", "title = \"Strike\"\nfrom = 2026-12-01\n", "Slow.").page(
        "help",
        "title = \"Help\"",
        "See [the strike](general:strike).",
    );
    hub.build_as_of("2026-12-01").exit(0).page("/help/").links("the strike", "/general/#strike");
    hub.build_as_of("2026-11-30").exit(0).page("/help/").links("the strike", "/general/");
}

#[test]
fn a_service_cannot_lose_its_words_when_a_section_stops_holding() {
    let hub = Portal::new().general("strike", "title = \"The strike\"\nuntil = 2026-12-10\n", "Slow.").notice(
        "allotments",
        &notice_keys("Allotments"),
        "## The strike\n\nGates stay shut.\n",
    );
    hub.build_as_of("2026-12-10").page("/notices/allotments/").part("strike").says("The strike Gates stay shut. Slow.");
    let after = hub.build_as_of("2026-12-11").page("/notices/allotments/");
    after.says("The strike Gates stay shut.").does_not_say("Slow.");
    after.is_sound();
}
