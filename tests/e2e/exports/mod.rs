//! `noticeboard export`: lists for officers and auditors, read back by readers that are not ours.

mod calendar;
mod internal;
mod lists;
mod refused;
mod register;
mod workbook;

use crate::portal::{DAY, Portal, notice_keys};
use crate::run::Run;

/// A notice with two purposes that rest on different bases, and much besides.
const NOTICE: &str = r#"department = "Streets"
last_updated = "2026-03"
review_by = "2027-02"
data_subjects = ["drivers", "witnesses"]
appropriate_policy_document = "[Our policy](https://www.test.example/policy)"

[[joint_controllers]]
name = "Shire County Council"
contact = "[write to it](mailto:dpo@shire.example)"

[[personal_data]]
source = ["you", { name = "DVLA", publicly_accessible = true }]
items = ["name", { text = "proof:", items = ["photos", "letters"] }]
special_categories = "health"
criminal_offences = true

[[purposes]]
text = "Issue permits for {{ controller.short_name }}"
items = ["check addresses"]
lawful_basis = "public-task"
legislation = "Road Traffic Regulation Act 1984"
special_category_condition = "9(2)(g)"
schedule_1 = 6

[[purposes]]
text = "Send news"
lawful_basis = ["consent", "legitimate-interests"]
legitimate_interest = "To keep people informed"

[[recipients]]
organisation = "bailiff"
purpose = "to collect debts"

[[recipients]]
notice = "parks"
items = ["rangers", "gardeners"]

[[transfers]]
destination = "United States"
recipient = "Cloud Inc"
safeguard = "addendum"

[[retention]]
record = "Permits"
period = "2 years"
trigger = "the permit ends"
action = "destroy"

[automated_decisions]
exists = true
profiling = true
logic = "A score."

[internal]
business_function = "Highways"
owner = "Head of Streets"
processor_contract = ["Contract A", "Contract B"]
breach = "No"
"#;

/// A hub with that notice in English and a second one of another controller, and the start of Welsh.
fn hub() -> Portal {
    let parking = format!("{}{NOTICE}", notice_keys("Parking"));
    let parks = format!("{}controller = \"ero\"\nrecipients = \"none\"\n", notice_keys("Parks"));
    let welsh = "title = \"Parcio\"\nsummary = \"Sut y defnyddiwn eich data.\"\ncategory = \"finance\"\n\
                 purposes = [{ text = \"Rhoi trwyddedau\", lawful_basis = \"public-task\" }]\n";
    Portal::new()
        .edit("site.toml", "default_controller", "languages = [\"en\", \"cy\"]\ndefault_controller")
        .file("content/organisations.toml", "[bailiff]\nname = \"Bailiffs Ltd\"\nkind = \"processor\"\n")
        .notice("parking", &parking, "")
        .notice("parks", &parks, "")
        .content("content/notices/parking.cy.md", welsh, "")
}

/// Runs an export as on the fixed day.
fn export(hub: &Portal, arguments: &[&str]) -> Run {
    hub.run(&[&["export", "--as-of", DAY], arguments].concat())
}

/// The rows of a list as CSV, headings first, each a list of cells.
fn rows(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark comes first");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The cell of a row below a heading.
#[track_caller]
fn cell<'a>(rows: &'a [Vec<String>], row: usize, heading: &str) -> &'a str {
    let column = rows[0].iter().position(|one| one == heading);
    &rows[row][column.unwrap_or_else(|| panic!("there is no column {heading:?}: {:?}", rows[0]))]
}
