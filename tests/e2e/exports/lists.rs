//! Retention, recipients, transfers and reviews as CSV.

use super::{cell, export, hub, rows};
use crate::portal::{Portal, notice_keys};

#[test]
fn retention_tells_service_period_and_authority() {
    let run = export(&hub(), &["retention"]);
    let rows = rows(&run.stdout);
    assert_eq!(rows.len(), 2);
    let told = ["Service", "Record", "How long", "Counted from when", "What happens then", "Topic"];
    let told = told.map(|heading| cell(&rows, 1, heading));
    assert_eq!(told, ["Parking", "Permits", "2 years", "the permit ends", "We destroy it", "Money"]);
    assert_eq!(cell(&rows, 1, "Privacy notice"), "https://privacy.test.example/notices/parking/");
}

#[test]
fn recipients_tell_who_and_what_for() {
    let run = export(&hub(), &["recipients"]);
    let rows = rows(&run.stdout);
    let told =
        |row| ["Recipient", "Kind", "What for", "Made up of", "Service"].map(|heading| cell(&rows, row, heading));
    assert_eq!(told(1), ["Bailiffs Ltd", "Suppliers who work for us", "to collect debts", "", "Parking"]);
    assert_eq!(told(2), ["Parks", "Our other services", "", "rangers; gardeners", "Parking"]);
}

#[test]
fn transfers_tell_where_and_on_what_ground() {
    let run = export(&hub(), &["transfers"]);
    let rows = rows(&run.stdout);
    let told = ["Destination", "Who receives it there", "Safeguard"].map(|heading| cell(&rows, 1, heading));
    let addendum = "Standard contract clauses with the UK addendum (UK GDPR Article 46)";
    assert_eq!(told, ["United States", "Cloud Inc", addendum]);
}

#[test]
fn reviews_are_sorted_and_those_without_a_date_come_last() {
    let dated = |title: &str, day: &str| format!("{}review_by = {day}\n", notice_keys(title));
    let hub = Portal::new().notice("a", &notice_keys("A"), "").notice("b", &dated("B", "2027-03-01"), "").notice(
        "c",
        &dated("C", "\"2027-02\""),
        "",
    );
    let run = export(&hub, &["reviews"]);
    let rows = rows(&run.stdout);
    let told: Vec<[&str; 2]> = rows[1..].iter().map(|row| [row[0].as_str(), row[1].as_str()]).collect();
    assert_eq!(told, [["C", "2027-02"], ["B", "2027-03-01"], ["A", ""]]);
}
