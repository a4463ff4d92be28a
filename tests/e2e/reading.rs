//! What helps a reader along: terms of the law explained where they are met, names in another language marked as such.

use crate::page::Page;
use crate::portal::{Portal, notice_keys};

const KEYS: &str = r#"
[[joint_controllers]]
name = "The society"
[[personal_data]]
source = ["you"]
items = ["your health"]
special_categories = ["health"]
criminal_offences = true
[[purposes]]
text = "Let plots"
lawful_basis = ["public-task"]
special_category_condition = ["9(2)(g)"]
schedule_1 = [6]
criminal_offences = true
[[recipients]]
name = "Our printer"
kind = "processor"
[[transfers]]
destination = "India"
safeguard = "international-data-transfer-agreement"
"#;

/// The terms that a section explains.
fn terms(page: &Page, section: &str) -> Vec<String> {
    let part = page.part(section);
    let html = part.html.split("<dfn>").skip(1);
    html.map(|rest| rest.split("</dfn>").next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn terms_of_the_law_are_explained_where_they_are_met() {
    let run = Portal::new().notice("allotments", &format!("{}{KEYS}", notice_keys("Allotments")), "").build();
    let page = run.page("/notices/allotments/");
    page.is_sound();
    assert_eq!(terms(&page, "who-we-are"), ["controller", "joint controllers"]);
    assert_eq!(terms(&page, "purposes"), ["lawful basis"]);
    assert_eq!(terms(&page, "special-category"), ["special category data"]);
    assert_eq!(terms(&page, "criminal-offences"), ["criminal offence data"]);
    assert_eq!(terms(&page, "recipients"), ["processors"]);
    page.part("recipients").says("they may use the data only as we tell them to");
    page.part("transfers").says("This is a contract in the regulator's own terms");
    page.part("your-rights").says("This is called a subject access request.");
}

#[test]
fn names_in_another_language_say_so() {
    let welsh =
        "[[recipients]]\nnotice = \"waste\"\n[[personal_data]]\nitems = [\"enw\"]\nsource = [{ notice = \"waste\" }]\n";
    let portal = Portal::new()
        .edit("site.toml", "default_controller", "languages = [\"en\", \"cy\"]\ndefault_controller")
        .notice("waste", &notice_keys("Waste and recycling"), "")
        .notice("rent", &notice_keys("Rent"), "")
        .notice("rent.cy", &format!("{}{welsh}", notice_keys("Rhent")), "");
    let run = portal.build();
    let page = run.page("/cy/notices/rent/");
    page.is_sound();
    let name = "<span lang=\"en-GB\">Waste and recycling</span>";
    for section in ["at-a-glance", "recipients", "personal-data"] {
        page.part(section).holds(name);
    }
    let english = run.page("/notices/waste/");
    assert!(!english.html.contains("<span lang="), "names in the language of the page need no mark");
}
