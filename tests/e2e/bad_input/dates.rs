//! Dates that are none.

use super::{after, notice_with_keys};
use crate::portal::Portal;

const HELP: &str = "Write the year, the month and the day: 2026-10-01. For a month, use quotation marks: \"2026-10\".";

#[test]
fn a_day_that_is_not_in_the_calendar() {
    let run = notice_with_keys("last_updated = \"2026-02-30\"");
    run.only("content/notices/allotments.md:5:16", "bad-date", "`2026-02-30` is no date")
        .marks("\"2026-02-30\"")
        .helps(HELP);
}

#[test]
fn a_day_that_is_not_in_the_calendar_without_quotation_marks() {
    let run = notice_with_keys("last_updated = 2026-02-30");
    run.only("content/notices/allotments.md:5:16", "bad-date", "`2026-02-30` is no date")
        .marks("2026-02-30")
        .helps(HELP);
}

#[test]
fn a_date_as_people_write_it() {
    let run = notice_with_keys("last_updated = \"1 October 2026\"");
    run.only("content/notices/allotments.md:5:16", "bad-date", "`1 October 2026` is no date").helps(HELP);
}

#[test]
fn a_time_is_no_date() {
    let run = notice_with_keys("last_updated = 09:30:00");
    run.only("content/notices/allotments.md:5:16", "bad-date", "`09:30:00` is no date").helps(HELP);
}

#[test]
fn a_year_alone_is_no_date() {
    let run = notice_with_keys("last_updated = 2026");
    run.only(
        "content/notices/allotments.md:5:16",
        "wrong-type",
        "`last_updated` should be a date, and this is a whole number",
    )
    .marks("2026")
    .helps(HELP);
}

#[test]
fn a_change_with_a_date_that_is_none() {
    let run = notice_with_keys("[[changes]]\ndate = \"2026-13-01\"\nsummary = \"New\"");
    run.only("content/notices/allotments.md:6:8", "bad-date", "`2026-13-01` is no date").marks("\"2026-13-01\"");
}

#[test]
fn a_section_that_ends_before_it_starts() {
    let run = after(Portal::small(), |hub| {
        hub.general("strike", "title = \"Strike\"\nfrom = 2026-12-01\nuntil = 2026-11-01\n", "Slow.")
    });
    run.only("content/general/strike.md:4:9", "bad-date", "This section would end before it starts")
        .marks("2026-11-01");
}

#[test]
fn a_day_of_the_build_that_is_none() {
    let hub = Portal::small().published();
    for wrong in ["2026-02-30", "2026-10", "tomorrow"] {
        hub.build_as_of(wrong).exit(2).says(&format!("`{wrong}` is no date. Write it as 2026-10-01."));
    }
}
