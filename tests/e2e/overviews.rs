//! The overviews: pages that gather one thing from all notices.

use super::portal::{Portal, notice_keys};

/// A hub with two services that name the same bodies in different ways.
fn sharing() -> Portal {
    let taxes = r##"
[[personal_data]]
context = "When you register"
source = ["you", { organisation = "valuation" }, { name = "Land Registry" }, "neighbours and landlords"]
items = ["the band of your home", { text = "changes:", items = ["extensions", "demolitions"] }]
[[recipients]]
name = "Valuation office agency."
purpose = "to value homes in {{ notice.title }}"
[[recipients]]
notice = "bins"
purpose = "to plan rounds"
[[recipients]]
name = "The Police & Fire Service"
kind = "police-and-courts"
[[joint_controllers]]
name = "Testshire County Council"
arrangement = "See [who does what](#who-does-what)."
"##;
    let bins = r#"
[[recipients]]
organisation = "valuation"
purpose = "to count bins"
[[recipients]]
name = "Police and Fire Service"
purpose = "to find dumped cars"
"#;
    Portal::new()
        .notice("council-tax", &format!("{}{taxes}", notice_keys("Council Tax")), "## Who does what\n\nWords.\n")
        .notice("bins", &format!("{}{bins}", notice_keys("Bins")), "")
        .file(
            "content/organisations.toml",
            "[valuation]\nname = \"The Valuation Office Agency\"\nkind = \"public-authority\"\n\
             url = \"https://www.voa.example/\"\ndescription = \"Values *homes*.\"\n\
             [unused]\nname = \"Unused\"\n",
        )
}

#[test]
fn an_organisation_has_one_entry_however_it_is_spelled() {
    let run = sharing().build();
    run.exit(0).silent_about_content();
    let page = run.page("/recipients/");
    page.is_sound().does_not_say("Unused").does_not_say("neighbours");
    let agency = page.part("organisation-valuation");
    agency
        .says_in_order(&["The Valuation Office Agency", "Public body", "www.voa.example", "Values homes."])
        .says_in_order(&["Gets data from", "Bins: to count bins", "Council Tax: to value homes in Council Tax"])
        .says_in_order(&[
            "Gives data to",
            "Council Tax: When you register",
            "band of your home; changes (extensions; demolitions)",
        ])
        .links("Council Tax", "/notices/council-tax/#recipients")
        .links("Council Tax", "/notices/council-tax/#personal-data");
    page.part("v").says("The Valuation Office Agency");
    let police = page.part("p").part("organisation-police-and-fire-service");
    police.says_in_order(&[
        "Police and Fire Service",
        "Police, court or tribunal",
        "Bins: to find dumped cars",
        "Council Tax",
    ]);
    page.part("organisation-land-registry").says("Gives data to these services: Council Tax");
}

#[test]
fn services_that_share_data_with_each_other_are_listed_both_ways() {
    let run = sharing().build();
    let page = run.page("/recipients/");
    page.part("service-bins")
        .links("Bins", "/notices/bins/")
        .says_in_order(&["Gets data from these services:", "Council Tax: to plan rounds"]);
    page.part("service-council-tax").says_in_order(&["Gives data to these services:", "Bins: to plan rounds"]);
}

#[test]
fn what_a_notice_says_keeps_its_links_on_another_page() {
    let page = sharing().build().page("/recipients/");
    page.part("organisation-testshire-county-council").links("who does what", "/notices/council-tax/#who-does-what");
}

#[test]
fn a_notice_links_its_recipients_to_their_entries() {
    let notice = sharing().build().page("/notices/council-tax/");
    notice
        .part("recipients")
        .links("Valuation office agency.", "/recipients/#organisation-valuation")
        .links("The Police & Fire Service", "/recipients/#organisation-police-and-fire-service")
        .links("Bins (privacy notice)", "/notices/bins/");
}

/// A hub with records in two topics.
fn keeping() -> Portal {
    let rows = "[[retention]]\nrecord = \"=Accounts\"\ntrigger = \"the account is closed\"\nperiod = \"6 years\"\n\
                action = \"destroy\"\nauthority = \"Our [own rule](#own-rule)\"\n";
    Portal::new()
        .notice(
            "rents",
            &format!("{}{rows}", notice_keys("Rents").replace("finance", "homes")),
            "## Own rule\n\nWords.\n",
        )
        .notice(
            "bins",
            &format!("{}[[retention]]\nrecord = \"Rounds\"\ncriteria = \"until they change\"\n", notice_keys("Bins")),
            "",
        )
}

#[test]
fn the_retention_schedule_has_every_record_by_topic() {
    let run = keeping().build();
    run.exit(0).silent_about_content();
    let page = run.page("/retention/");
    page.is_sound()
        .says_in_order(&["Money", "Rounds", "Bins", "until they change", "Homes", "=Accounts", "Rents"])
        .says("6 years after the account is closed We destroy it Our own rule");
    page.part("topic-homes").links("Rents", "/notices/rents/#retention").links("own rule", "/notices/rents/#own-rule");
    run.page("/notices/rents/").part("retention").links("How long all our services keep data", "/retention/");
    let csv = run.page("/retention/retention.csv").html;
    let lines: Vec<&str> = csv.split("\r\n").collect();
    assert_eq!(lines.len(), 4, "{csv}");
    assert!(lines[0].starts_with("\u{feff}\"Topic\",\"Service\",\"Record\",\"How long\""), "{csv}");
    assert_eq!(
        lines[2],
        "\"Homes\",\"Rents\",\"'=Accounts\",\"6 years\",\"the account is closed\",\"\",\"We destroy it\",\"Our own rule\",\"\",\
         \"https://privacy.test.example/notices/rents/\""
    );
    run.page("/retention/").links("Download this list for a spreadsheet (CSV)", "/retention/retention.csv");
}

#[test]
fn overviews_of_nothing_say_so() {
    let run = Portal::small().build();
    run.exit(0).silent_about_content();
    run.page("/retention/").is_sound().says("No notice says yet how long records are kept.");
    run.page("/recipients/").is_sound().says("No notice names anybody with whom data is shared.");
}

#[test]
fn a_hub_publishes_the_overviews_that_it_names() {
    let settings = "overviews = [\"recipients\"]\ndefault_controller";
    let run = keeping().edit("site.toml", "default_controller", settings).build();
    run.exit(0).silent_about_content();
    run.page("/").links("Who we share data with", "/recipients/").does_not_say("How long we keep data");
    run.page("/notices/rents/").part("retention").does_not_say("all our services");
    assert!(run.site().paths().iter().all(|path| !path.starts_with("retention")));
}

#[test]
fn an_overview_that_does_not_exist_is_a_mistake() {
    let settings = "overviews = [\"recipient\"]\ndefault_controller";
    let run = keeping().edit("site.toml", "default_controller", settings).build();
    run.exit(1).says("recipients");
}

#[test]
fn authors_link_to_an_overview() {
    let run = Portal::new().notice("bins", &notice_keys("Bins"), "See [](page:recipients).\n").build();
    run.exit(0).silent_about_content();
    run.page("/notices/bins/").links("Who we share data with", "/recipients/");
    let settings = "overviews = [\"retention\"]\ndefault_controller";
    let portal = Portal::new().notice("bins", &notice_keys("Bins"), "See [](page:recipients).\n");
    portal.edit("site.toml", "default_controller", settings).build().exit(1).says("There is no page `recipients`");
}

#[test]
fn overviews_gather_the_notices_of_their_language() {
    let run = keeping()
        .edit("site.toml", "default_controller", "languages = [\"en\", \"cy\"]\ndefault_controller")
        .content(
            "content/notices/bins.cy.md",
            &format!("{}[[retention]]\nrecord = \"Cylchdeithiau\"\n", notice_keys("Biniau")),
            "",
        )
        .build();
    run.exit(0);
    run.page("/cy/retention/")
        .says("Cylchdeithiau")
        .does_not_say("Rounds")
        .links("Biniau", "/cy/notices/bins/#retention");
    run.page("/retention/").does_not_say("Cylchdeithiau");
    assert!(run.site().paths().contains(&"cy/retention/retention.csv"));
}

/// Digraphs are letters of Welsh, and accents count only between names that are else the same; in English neither.
#[test]
fn every_list_is_in_the_order_of_its_language() {
    let names = ["Dŵr", "Ddoe", "Llyfrgell", "Lôn", "Chwarae", "Cyngor"];
    let portal =
        Portal::new().edit("site.toml", "default_controller", "languages = [\"en\", \"cy\"]\ndefault_controller");
    let portal = names.iter().enumerate().fold(portal, |portal, (number, name)| {
        let row = format!("[[retention]]\nrecord = \"{name}\"\n[[recipients]]\nname = \"{name} Cyf\"\n");
        let keys = format!("{}{row}", notice_keys(name));
        let portal = portal.content(&format!("content/notices/n{number}.md"), &keys, "");
        portal.content(&format!("content/notices/n{number}.cy.md"), &keys, "")
    });
    let run = portal.build();
    run.exit(0);
    let welsh = ["Cyngor", "Chwarae", "Dŵr", "Ddoe", "Lôn", "Llyfrgell"];
    let english = ["Chwarae", "Cyngor", "Ddoe", "Dŵr", "Llyfrgell", "Lôn"];
    for page in ["notices/", "categories/finance/", "retention/", "recipients/"] {
        run.page(&format!("/cy/{page}")).element("main").says_in_order(&welsh);
        run.page(&format!("/{page}")).element("main").says_in_order(&english);
    }
    run.page("/cy/notices/").part("ll").says("Llyfrgell").does_not_say("Lôn");
}

/// A hub whose two services rely on different grounds.
fn lawful() -> Portal {
    let taxes = "[[purposes]]\ntext = \"Bill you\"\nlawful_basis = [\"legal-obligation\", \"public-task\"]\n\
                 legislation = [\"The Local Government Finance Act 1992\"]\n\
                 special_category_condition = [\"9(2)(g)\"]\nschedule_1 = [6]\n\
                 [[purposes]]\ntext = \"Collect debts\"\nlawful_basis = \"public-task\"\nschedule_1 = [10]\n";
    let bins = "[[purposes]]\ntext = \"Empty bins\"\nlawful_basis = \"public-task\"\n\
                legislation = [\"Local government finance act 1992\", \"[Environmental Protection Act 1990](https://law.example/)\"]\n\
                [[purposes]]\ntext = \"Prosecute fly-tippers\"\nregime = \"law-enforcement\"\n";
    Portal::new().notice("council-tax", &format!("{}{taxes}", notice_keys("Council Tax")), "").notice(
        "bins",
        &format!("{}{bins}", notice_keys("Bins")),
        "",
    )
}

#[test]
fn each_ground_names_the_services_that_rely_on_it() {
    let run = lawful().build();
    run.exit(0).silent_about_content();
    let page = run.page("/lawful-bases/");
    page.is_sound();
    page.part("bases").says_in_order(&["Legal obligation", "Public task", "Law enforcement"]);
    page.part("basis-public-task")
        .says_in_order(&["UK GDPR Article 6(1)(e)", "Bins: Empty bins", "Council Tax: Bill you; Collect debts"])
        .links("Council Tax", "/notices/council-tax/#purposes");
    page.part("basis-legal-obligation").says("Council Tax: Bill you").does_not_say("Bins");
    page.part("law-enforcement").says("Data Protection Act 2018, Part 3").says("Bins: Prosecute fly-tippers");
    page.part("condition-g").says("UK GDPR Article 9(2)(g)").says("Council Tax: Bill you").does_not_say("Collect");
    page.part("paragraph-10").says("Schedule 1, paragraph 10").says("Council Tax: Collect debts");
    page.part("legislation").links("Environmental Protection Act 1990", "https://law.example/").says_in_order(&[
        "Environmental",
        "Local government finance act 1992",
        "Bins: Empty bins",
        "Council Tax: Bill you",
    ]);
}

#[test]
fn decisions_by_computer_are_told_apart_from_services_without_any() {
    let decides = "[automated_decisions]\nexists = true\nlogic = \"It adds up.\"\nprofiling = false\n";
    let run = Portal::new()
        .notice("benefits", &format!("{}{decides}", notice_keys("Benefits")), "")
        .notice("bins", &format!("{}[automated_decisions]\nexists = false\n", notice_keys("Bins")), "")
        .notice(
            "care",
            &format!("{}[automated_decisions]\nexists = false\nprofiling = true\n", notice_keys("Care")),
            "",
        )
        .notice("silent", &notice_keys("Silent"), "")
        .build();
    run.exit(0).silent_about_content();
    let page = run.page("/automated-decisions/");
    page.is_sound().element("main").does_not_say("Silent");
    page.part("deciding").says_in_order(&["Benefits", "It adds up.", "Profiling No"]).does_not_say("Bins");
    page.part("profiling").links("Care", "/notices/care/#automated-decisions").does_not_say("Bins");
    page.part("never").says("Bins").does_not_say("Care").does_not_say("Benefits");
}

#[test]
fn transfers_stand_by_destination() {
    let to = |place: &str| {
        format!(
            "[[transfers]]\ndestination = \"{place}\"\nsafeguard = \"addendum\"\npurpose = \"support\"\ncopy = \"Ask us.\"\n"
        )
    };
    let run = Portal::new()
        .notice("bins", &format!("{}{}{}", notice_keys("Bins"), to("Japan"), to("India")), "")
        .notice("care", &format!("{}{}", notice_keys("Care"), to("Canada")), "")
        .notice("stays", &notice_keys("Stays"), "")
        .build();
    run.exit(0).silent_about_content();
    let page = run.page("/transfers/");
    page.is_sound()
        .says_in_order(&[
            "Canada",
            "Care",
            "support",
            "UK addendum",
            "How to get a copy: Ask us.",
            "India",
            "Bins",
            "Japan",
        ])
        .links("Care", "/notices/care/#transfers")
        .element("main")
        .does_not_say("Stays");
}

#[test]
fn changes_stand_with_the_newest_first() {
    let change = |date: &str, words: &str, significant: bool| {
        format!("[[changes]]\ndate = {date}\nsummary = \"{words}\"\nsignificant = {significant}\n")
    };
    let bins = change("2026-03-01", "New lorries.", true) + &change("2025-12-31", "Older.", false);
    let run = Portal::new()
        .notice("bins", &format!("{}{bins}", notice_keys("Bins")), "")
        .notice("care", &format!("{}{}", notice_keys("Care"), change("2026-05-01", "New homes.", false)), "")
        .build();
    run.exit(0).silent_about_content();
    let page = run.page("/changes/");
    page.is_sound().says_in_order(&[
        "1 May 2026",
        "Care",
        "New homes.",
        "1 March 2026",
        "Bins",
        "Important change: New lorries.",
    ]);
    page.part("year-2025").says("Older.").does_not_say("Important").links("Bins", "/notices/bins/#changes");
}

#[test]
fn reviews_stand_with_the_earliest_first() {
    let run = Portal::new()
        .notice("bins", &format!("{}review_by = \"2027-03\"\nlast_updated = 2026-03-01\n", notice_keys("Bins")), "")
        .notice("care", &format!("{}review_by = 2027-03-30\n", notice_keys("Care")), "")
        .notice("old", &format!("{}review_by = 2020-01-01\n", notice_keys("Old")), "")
        .notice("undated", &notice_keys("Undated"), "")
        .build();
    run.exit(0);
    let page = run.page("/reviews/");
    page.is_sound()
        .says_in_order(&[
            "1 January 2020",
            "Old",
            "30 March 2027",
            "Care",
            "March 2027",
            "Bins",
            "1 March 2026",
            "No date yet",
            "Undated",
        ])
        .does_not_say("overdue");
}
