//! Review dates as a calendar, read by a parser of iCalendar.

use icalendar::parser::{Component, read_calendar, unfold};

use super::export;
use crate::portal::{Portal, notice_keys};

const TITLE: &str = "Parking, permits; and \\\\ a very long name of a service that does not fit on one line ŵŵŵŵ";

fn hub() -> Portal {
    let keys = format!("{}review_by = \"2027-02\"\n[internal]\nowner = \"Head of Streets\"\n", notice_keys(TITLE));
    let parks = format!("{}review_by = 2027-01-15\n", notice_keys("Parks"));
    Portal::new().notice("parking", &keys, "").notice("parks", &parks, "").notice("trees", &notice_keys("Trees"), "")
}

fn value<'a>(event: &'a Component<'_>, name: &str) -> &'a str {
    event.find_prop(name).unwrap_or_else(|| panic!("the event has no {name}")).val.as_ref()
}

#[test]
fn each_dated_notice_is_an_event_of_a_whole_day() {
    let run = export(&hub(), &["reviews", "--format", "ics"]);
    run.exit(0).silent_about_content();
    let text = unfold(&run.stdout);
    let calendar = read_calendar(&text).unwrap();
    assert_eq!(calendar.components.len(), 2);
    let (parks, parking) = (&calendar.components[0], &calendar.components[1]);
    assert_eq!((value(parks, "DTSTART"), value(parking, "DTSTART")), ("20270115", "20270228"));
    let kind = parks.find_prop("DTSTART").unwrap().params.iter().find(|param| param.key == "VALUE").unwrap();
    assert_eq!(kind.val.as_ref().unwrap().as_ref(), "DATE");
    assert_eq!(value(parking, "UID"), "review-parking@privacy.test.example");
    assert_eq!(value(parking, "DTSTAMP"), "20261121T000000Z");
    assert_eq!(value(parking, "URL"), "https://privacy.test.example/notices/parking/");
    assert_eq!(value(parks, "SUMMARY"), "Review the privacy notice: Parks");
    // The reader has taken the escapes away.
    let title = TITLE.replace("\\\\", "\\");
    assert_eq!(value(parking, "SUMMARY"), format!("Review the privacy notice: {title}"));
    assert_eq!(
        value(parking, "DESCRIPTION"),
        "Head of Streets\nTest Borough Council\nhttps://privacy.test.example/notices/parking/"
    );
}

#[test]
fn lines_are_folded_and_end_as_the_format_asks() {
    let run = export(&hub(), &["reviews", "--format", "ics"]);
    assert!(run.stdout.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && run.stdout.ends_with("END:VCALENDAR\r\n"));
    let lines: Vec<&str> = run.stdout.split("\r\n").collect();
    assert!(lines.iter().all(|line| line.len() <= 75 && !line.contains('\n')), "{lines:#?}");
    assert!(lines.iter().any(|line| line.starts_with(' ')), "something was folded: {lines:#?}");
}

#[test]
fn an_event_keeps_its_uid_when_its_date_moves() {
    let uids = |hub: &Portal| {
        let run = export(hub, &["reviews", "--format", "ics"]);
        run.stdout.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>()
    };
    let hub = hub();
    let before = uids(&hub);
    let hub = hub.edit("content/notices/parks.md", "2027-01-15", "2027-01-16").edit(
        "content/notices/parks.md",
        "title = \"Parks\"",
        "title = \"Parks and gardens\"",
    );
    assert_eq!((before.len(), uids(&hub)), (2, before));
}

#[test]
fn only_reviews_have_dates() {
    let run = export(&hub(), &["retention", "--format", "ics"]);
    run.exit(2).says("Only reviews have dates for a calendar: `noticeboard export reviews --format ics`.");
}
