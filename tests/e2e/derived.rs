//! What follows from what authors write: rights, complaints, controllers, at a glance, dates.

use crate::page::Page;
use crate::portal::{Portal, notice_keys};

/// The page of a notice with these further keys, as on a day.
#[track_caller]
fn on(day: &str, keys: &str) -> Page {
    let run = Portal::new().notice("allotments", &format!("{}{keys}", notice_keys("Allotments")), "").build_as_of(day);
    run.exit(0).silent_about_content();
    let page = run.page("/notices/allotments/");
    page.is_sound();
    page
}

#[track_caller]
fn notice(keys: &str) -> Page {
    on(crate::portal::DAY, keys)
}

/// A purpose with these words and this lawful basis.
fn purpose(text: &str, basis: &str) -> String {
    format!("[[purposes]]\ntext = \"{text}\"\nlawful_basis = [\"{basis}\"]\n")
}

const NO_COMPUTER: &str = "[automated_decisions]\nexists = false\n";

/// The rights of a notice whose only purpose has this basis.
#[track_caller]
fn rights_under(basis: &str) -> Vec<String> {
    let page = notice(&format!("{}{NO_COMPUTER}", purpose("Let plots", basis)));
    page.rights().into_iter().map(str::to_owned).collect()
}

#[test]
fn the_rights_of_each_lawful_basis() {
    let always = ["informed", "access", "rectification", "restriction"];
    let check = |basis: &str, objections: &[&str], sometimes: &[&str]| {
        let expected: Vec<&str> = objections.iter().chain(&always).chain(sometimes).copied().collect();
        assert_eq!(rights_under(basis), expected, "{basis}");
    };
    check("consent", &[], &["erasure", "portability", "withdraw-consent"]);
    check("contract", &[], &["erasure", "portability"]);
    check("legal-obligation", &[], &[]);
    check("vital-interests", &[], &["erasure"]);
    check("public-task", &["object"], &[]);
    check("recognised-legitimate-interest", &["object"], &["erasure"]);
    check("legitimate-interests", &["object"], &["erasure"]);
}

#[test]
fn the_article_does_as_well_as_the_name() {
    let pairs =
        [("6(1)(a)", "consent"), ("6(1)(c)", "legal-obligation"), ("6(1)(ea)", "recognised-legitimate-interest")];
    for (article, name) in pairs {
        assert_eq!(rights_under(article), rights_under(name), "{article}");
    }
}

#[test]
fn rights_that_only_some_purposes_give_name_those_purposes() {
    let keys =
        [purpose("Let plots", "contract"), purpose("Collect rent", "public-task"), purpose("Send news", "consent")];
    let page = notice(&keys.concat());
    page.right("erasure")
        .says("where we use it because you agreed to it or to carry out a contract with you")
        .says("In some circumstances")
        .says_in_order(&["This applies when we:", "Let plots", "Send news"])
        .does_not_say("Collect rent");
    page.right("portability").says("Let plots").does_not_say("Collect rent");
    page.right("withdraw-consent").says("Send news").does_not_say("Let plots");
    page.right("object").says("for our public tasks").says("Collect rent").does_not_say("Let plots");
}

#[test]
fn rights_that_all_purposes_give_do_not_list_them() {
    let page = notice(&[purpose("Let plots", "contract"), purpose("Mend gates", "contract")].concat());
    page.right("erasure").says("to carry out a contract with you").does_not_say("Mend gates");
}

#[test]
fn a_purpose_with_two_bases_qualifies_by_the_basis() {
    let page = notice("[[purposes]]\ntext = \"Let plots\"\nlawful_basis = [\"contract\", \"public-task\"]\n");
    page.right("erasure").says("where we use it to carry out a contract with you").does_not_say("public tasks");
    page.right("object").says("where we use it for our public tasks").does_not_say("contract");
}

#[test]
fn the_right_to_object_is_set_apart_from_all_other_rights() {
    let page = notice(&purpose("Let plots", "public-task"));
    let rights = page.part("your-rights");
    rights.says("Your right to object").says("(UK GDPR Article 21(1))");
    let element = rights.elements().find(|element| element.get("data-right") == Some("object")).unwrap();
    assert_eq!((element.name.as_str(), element.get("class")), ("div", Some("object")));
    assert_eq!(rights.rights()[0], "object", "it comes before the others");
    page.part("at-a-glance").links("You can object", "#right-object");
    assert_eq!(element.get("id"), Some("right-object"));
}

#[test]
fn at_a_glance_leads_to_the_place_where_each_right_is_explained() {
    let page = notice(&purpose("Keep the members' list", "contract"));
    let glance = page.part("at-a-glance");
    glance.links("Ask for a copy of your data", "#right-access").links("How to complain", "#complaints");
    let access = page.part("your-rights");
    assert!(access.elements().any(|element| element.get("id") == Some("right-access")));
    glance.does_not_say("You can object");
}

#[test]
fn a_notice_without_that_right_does_not_speak_of_it() {
    let page = notice(&purpose("Let plots", "contract"));
    page.part("your-rights").does_not_say("Your right to object");
    page.part("at-a-glance").does_not_say("You can object");
}

#[test]
fn direct_marketing_can_always_be_stopped() {
    let page = notice("[[purposes]]\ntext = \"Send news\"\nlawful_basis = \"consent\"\ndirect_marketing = true\n");
    page.right("object-direct-marketing").says("We must then stop it, always.");
    page.part("purposes").says("This is direct marketing.");
}

#[test]
fn only_the_purposes_that_are_direct_marketing_are_named_with_it() {
    let news = "[[purposes]]\ntext = \"Send news\"\nlawful_basis = \"consent\"\ndirect_marketing = true\n";
    let page = notice(&format!("{}{news}", purpose("Let plots", "contract")));
    page.right("object-direct-marketing").says("Send news").does_not_say("Let plots");
}

#[test]
fn consent_says_how_to_withdraw_it() {
    let page = notice(
        "[[purposes]]\ntext = \"Send news\"\nlawful_basis = \"consent\"\nwithdraw_consent = \"Use the link in each email.\"\n",
    );
    page.part("purposes").says("How to withdraw your consent Use the link in each email.");
    page.right("withdraw-consent").says("At any time. What we did before stays lawful.");
}

#[test]
fn explicit_consent_to_special_categories_can_be_withdrawn_too() {
    let page = notice(
        "[[purposes]]\ntext = \"Help\"\nlawful_basis = \"public-task\"\nspecial_category_condition = \"9(2)(a)\"\n",
    );
    page.right("withdraw-consent").says("withdraw your consent");
}

#[test]
fn special_categories_have_their_section_with_article_and_paragraph() {
    let page = notice(
        "[[personal_data]]\nitems = [\"your health\"]\nspecial_categories = [\"health\", \"racial-or-ethnic-origin\"]\n[[purposes]]\ntext = \"Help\"\nlawful_basis = \"public-task\"\nspecial_category_condition = [\"9(2)(g)\"]\nschedule_1 = [6, 18]\n",
    );
    page.part("special-category")
        .says("health")
        .says("racial or ethnic origin")
        .says("there is a substantial public interest (UK GDPR Article 9(2)(g))")
        .says("Data Protection Act 2018, Schedule 1, paragraph 6: statutory and government purposes")
        .says("Schedule 1, paragraph 18: safeguarding children and people at risk");
    page.part("at-a-glance").says("Includes data that needs more protection");
}

#[test]
fn criminal_offences_have_their_section_with_article_and_paragraph() {
    let page = notice(
        "[[personal_data]]\nitems = [\"convictions\"]\ncriminal_offences = true\n[[purposes]]\ntext = \"Prosecute\"\nlawful_basis = \"public-task\"\nschedule_1 = [10]\n",
    );
    page.part("criminal-offences")
        .says("UK GDPR Article 10")
        .says("preventing or detecting unlawful acts (Data Protection Act 2018, Schedule 1, paragraph 10)");
}

#[test]
fn law_enforcement_has_rules_of_its_own() {
    let page = notice("[[purposes]]\ntext = \"Prosecute fly-tippers\"\nregime = \"law-enforcement\"\n");
    page.part("purposes").says("Law enforcement").says("Part 3 of the Data Protection Act 2018");
    page.part("your-rights").says("sections 44 to 47");
}

#[test]
fn decisions_by_computer_are_told_either_way() {
    let page = notice(NO_COMPUTER);
    page.part("automated-decisions").says("No decision about you is made by a computer alone.");
    assert!(!page.rights().contains(&"automated-decisions"));
    let page = notice(
        "[automated_decisions]\nexists = true\nlogic = \"It adds points.\"\neffect = \"You may wait.\"\nsafeguards = \"Ask us.\"\n",
    );
    page.part("automated-decisions").says("It adds points.").says("You may wait.").says("Ask us.").says("22A–22D");
    page.right("automated-decisions").says("have a person look at decisions");
}

#[test]
fn data_that_stays_in_the_uk_is_said_to_stay_there() {
    notice("").part("transfers").says("We keep this data in the UK.");
    notice("transfers = \"none\"\n").part("transfers").says("We keep this data in the UK.");
    let page = notice(
        "[[transfers]]\ndestination = \"United States\"\nsafeguard = \"addendum\"\npurpose = \"support at night\"\ncopy = \"Ask us.\"\n",
    );
    page.part("transfers").says("United States").says("UK addendum").says("support at night").says("Ask us.");
    page.part("at-a-glance").says("Leaves the UK? Yes");
}

#[test]
fn nobody_gets_the_data_where_that_is_said() {
    let page = notice("recipients = \"none\"\n");
    page.part("recipients").says("We share this data with nobody outside the service.");
    page.part("at-a-glance").says("Nobody outside the service");
}

#[test]
fn complaints_to_the_controller_come_with_the_law_that_asks_for_them() {
    on("2026-06-18", "").part("complaints").does_not_say("You have the right to complain to us, Test Borough Council");
    on("2026-06-19", "")
        .part("complaints")
        .says("You have the right to complain to us, Test Borough Council")
        .says("sections 164A and 165")
        .links("complaints@test.example", "mailto:complaints@test.example");
}

#[test]
fn before_that_law_the_section_still_says_how_to_complain_to_the_regulator() {
    let complaints = on("2026-06-18", "").part("complaints");
    complaints.says("Information Commissioner").does_not_say("164A").does_not_say("within 30 days");
}

#[test]
fn the_regulator_is_that_of_the_day() {
    on("2026-09-29", "").part("complaints").says("complain to the Information Commissioner (known as the ICO)");
    on("2026-09-30", "").part("complaints").says("complain to the Information Commission (known as the ICO)");
}

#[test]
fn a_right_that_a_later_law_gives_anew_names_the_article_of_the_day() {
    let keys = purpose("Let plots", "public-task");
    on("2026-02-04", &keys).right("automated-decisions").says("UK GDPR Article 22)").does_not_say("22A");
    on("2026-02-05", &keys).right("automated-decisions").says("UK GDPR Articles 22A–22D)");
}

#[test]
fn a_hub_without_general_sections_has_rights_complaints_and_the_regulator() {
    let run = Portal::small().build();
    run.exit(0).silent_about_content();
    for address in ["/notices/allotments/", "/general/"] {
        let page = run.page(address);
        page.is_sound();
        page.right("access").says("see your data and get a copy");
        page.part("complaints")
            .says("You have the right to complain to us, Test Borough Council")
            .says("Information Commission")
            .links("Make a complaint to the regulator", "https://ico.org.uk/make-a-complaint/")
            .links("0303 123 1113", "tel:03031231113");
        page.part("who-we-are").says("The controller is Test Borough Council");
    }
    let all = run.page("/general/");
    all.right("portability").says("where we use it because you agreed to it or to carry out a contract with you");
    all.right("object").says("Your right to object");
}

#[test]
fn a_controller_without_any_contact_offers_no_empty_list_of_ways() {
    let hub = Portal::small().file(
        "site.toml",
        "title = \"Hub\"\nbase_url = \"https://a.example/\"\n[controllers.parish]\nname = \"Parish Council\"\n[categories]\nfinance = \"Money\"\n",
    );
    let run = hub.build();
    run.exit(0);
    run.page("/notices/allotments/").part("complaints").does_not_say("You can complain in any of these ways");
}

#[test]
fn at_a_glance_answers_every_question_it_can() {
    let keys = format!(
        "[[personal_data]]\nitems = [\"your name\"]\n{}[[recipients]]\nname = \"The society\"\n[[retention]]\nrecord = \"Leases\"\nperiod = \"6 years\"\ntrigger = \"the lease ends\"\n{NO_COMPUTER}",
        purpose("Let plots", "public-task")
    );
    notice(&keys).part("at-a-glance").says_in_order(&[
        "Who uses your data",
        "Test Borough Council",
        "Why",
        "Let plots",
        "What data",
        "your name",
        "Shared with",
        "The society",
        "Kept for",
        "Leases: 6 years after the lease ends",
        "Leaves the UK? No",
        "Decided by computer alone? No",
        "What you can do",
    ]);
}

#[test]
fn dates_and_changes() {
    let page = notice(
        "last_updated = 2026-10-01\nreview_by = \"2027-10\"\n[[changes]]\ndate = 2026-03-01\nsummary = \"First\"\n[[changes]]\ndate = 2026-10-01\nsummary = \"Second\"\nsignificant = true\n",
    );
    page.says("Last updated: 1 October 2026").says("October 2027").holds("datetime=\"2027-10\"");
    page.part("changes").says_in_order(&["1 October 2026", "Second", "1 March 2026", "First"]);
}

#[test]
fn the_a_to_z_has_every_name() {
    let run = Portal::new()
        .notice("bins", &format!("{}also_known_as = [\"Waste\", \"Recycling\"]", notice_keys("Bins")), "")
        .notice("the-arts", &format!("{}sort_as = \"Arts\"", notice_keys("The arts")), "")
        .build();
    run.exit(0).silent_about_content();
    let page = run.page("/notices/");
    page.is_sound();
    page.part("a").links("The arts", "/notices/the-arts/");
    page.part("b").links("Bins", "/notices/bins/");
    page.part("r").says("Recycling").links("Bins", "/notices/bins/");
    page.part("w").says("Waste").links("Bins", "/notices/bins/");
}

#[test]
fn categories_show_their_notices_in_the_order_of_the_settings() {
    let run = Portal::new()
        .notice("bins", &notice_keys("Bins"), "")
        .notice("rent", &notice_keys("Rent").replace("finance", "homes"), "")
        .edit("site.toml", "default_controller", "most_used = [\"rent\"]\ndefault_controller")
        .build();
    run.exit(0).silent_about_content();
    run.page("/").says_in_order(&["Rent", "Money", "Homes"]);
    run.page("/categories/").says_in_order(&["Money", "Homes"]);
    run.page("/categories/homes/").links("Rent", "/notices/rent/").element("main").does_not_say("Bins");
}
