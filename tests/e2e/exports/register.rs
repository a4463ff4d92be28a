//! The Article 30 record: columns, rows, and what each column holds.

use super::{cell, export, hub, rows};
use crate::portal::{Portal, notice_keys};

/// The headings, in the order of the regulator's template for controllers.
const HEADINGS: [&str; 30] = [
    "Business function",
    "Purpose of processing",
    "Joint controllers: name and contact",
    "Categories of individuals",
    "Categories of personal data",
    "Categories of recipients",
    "Link to contract with processor",
    "Third countries or international organisations",
    "Safeguards for transfers",
    "Retention schedule",
    "Security measures",
    "Article 6 lawful basis",
    "Article 9 condition",
    "Legitimate interests",
    "Link to legitimate interests assessment",
    "Rights available to individuals",
    "Automated decisions and profiling",
    "Source of the data",
    "Link to record of consent",
    "Location of the data",
    "DPIA required?",
    "DPIA progress",
    "Link to DPIA",
    "Has there been a data breach?",
    "Link to record of the breach",
    "Condition of Schedule 1, Data Protection Act 2018",
    "Article 6 lawful basis for special category or criminal offence data",
    "Link to retention and erasure policy",
    "Retained and erased as the policy says?",
    "Reasons for not keeping to the policy",
];

#[test]
fn the_columns_are_those_of_the_template() {
    let run = export(&hub(), &["register"]);
    run.exit(0).silent_about_content();
    assert_eq!(rows(&run.stdout)[0], HEADINGS);
}

#[test]
fn a_row_says_what_the_notice_says() {
    let run = export(&hub(), &["register", "--only", "parking"]);
    let rows = rows(&run.stdout);
    assert_eq!(rows.len(), 3, "a row of headings and one for each purpose");
    let expected = [
        ("Business function", "Highways: Parking"),
        ("Purpose of processing", "Issue permits for the council; check addresses"),
        ("Joint controllers: name and contact", "Shire County Council, write to it"),
        ("Categories of individuals", "drivers; witnesses"),
        (
            "Categories of personal data",
            "name; proof (photos, letters); Special categories: health; Data about criminal offences",
        ),
        (
            "Categories of recipients",
            "Suppliers who work for us: Bailiffs Ltd; Our other services: Parks (rangers, gardeners)",
        ),
        ("Link to contract with processor", "Contract A; Contract B"),
        ("Third countries or international organisations", "United States (Cloud Inc)"),
        (
            "Safeguards for transfers",
            "United States: Standard contract clauses with the UK addendum (UK GDPR Article 46)",
        ),
        ("Retention schedule", "Permits: 2 years after the permit ends. We destroy it"),
        ("Security measures", ""),
        ("Article 6 lawful basis", "UK GDPR Article 6(1)(e): Public task; Road Traffic Regulation Act 1984"),
        ("Article 9 condition", "UK GDPR Article 9(2)(g): there is a substantial public interest"),
        ("Legitimate interests", ""),
        ("Automated decisions and profiling", "Yes; Profiling; A score."),
        ("Source of the data", "the people themselves; DVLA (open to everyone)"),
        ("Has there been a data breach?", "No"),
        (
            "Article 6 lawful basis for special category or criminal offence data",
            "UK GDPR Article 6(1)(e): Public task",
        ),
        ("Link to retention and erasure policy", "Our policy; https://www.test.example/policy"),
    ];
    for (heading, words) in expected {
        assert_eq!(cell(&rows, 1, heading), words, "{heading}");
    }
    assert!(cell(&rows, 1, HEADINGS[25]).starts_with("Schedule 1, paragraph 6: "));
}

#[test]
fn rights_and_bases_are_those_of_the_purpose() {
    let run = export(&hub(), &["register", "--only", "parking"]);
    let rows = rows(&run.stdout);
    let rights = |row| cell(&rows, row, "Rights available to individuals");
    assert!(rights(1).contains("see your data and get a copy") && !rights(1).contains("consent"), "{}", rights(1));
    assert!(rights(2).contains("see your data and get a copy") && rights(2).contains("consent"), "{}", rights(2));
    assert_eq!(
        cell(&rows, 2, "Article 6 lawful basis"),
        "UK GDPR Article 6(1)(a): Consent; UK GDPR Article 6(1)(f): Legitimate interests"
    );
    assert_eq!(cell(&rows, 2, "Legitimate interests"), "To keep people informed");
    assert_eq!(cell(&rows, 2, HEADINGS[26]), "");
}

#[test]
fn law_enforcement_has_its_own_basis_and_rights() {
    let keys = "purposes = [{ text = \"Prosecute\", regime = \"law-enforcement\" }]\n";
    let hub = Portal::new().notice("a", &format!("{}{keys}", notice_keys("A")), "");
    let run = export(&hub, &["register"]);
    let rows = rows(&run.stdout);
    assert_eq!(cell(&rows, 1, "Article 6 lawful basis"), "Data Protection Act 2018, Part 3");
    assert!(cell(&rows, 1, "Rights available to individuals").contains("sections 44 to 47"));
}

#[test]
fn every_notice_is_in_it_once_by_controller() {
    let run = export(&hub(), &["register"]);
    let functions: Vec<String> = rows(&run.stdout).into_iter().skip(1).map(|row| row[0].clone()).collect();
    assert_eq!(functions, ["Highways: Parking", "Highways: Parking", "Parks"]);
    let run = export(&hub(), &["register", "--controller", "ero"]);
    let rows = rows(&run.stdout);
    assert_eq!((rows.len(), cell(&rows, 1, "Categories of recipients")), (2, "None"));
}

#[test]
fn another_language_falls_back_to_the_first() {
    let run = export(&hub(), &["register", "--language", "cy"]);
    let rows = rows(&run.stdout);
    assert_eq!((rows[0][0].as_str(), rows.len()), ("Swyddogaeth fusnes", 3));
    assert_eq!((rows[1][0].as_str(), rows[1][1].as_str()), ("Highways: Parcio", "Rhoi trwyddedau"));
    assert_eq!(rows[2][0], "Parks");
}

#[test]
fn what_would_be_a_formula_is_text() {
    let keys = "department = \"=cmd|' /C calc'!A0\"\ndata_subjects = [\"@SUM(A1)\"]\n\
                [internal]\nsecurity = \"+44\"\nnotes = \"-1\"\nbreach = \"\\t=1\"\n";
    let hub = Portal::new().notice("a", &format!("{}{keys}", notice_keys("A")), "");
    let run = export(&hub, &["register"]);
    let rows = rows(&run.stdout);
    assert_eq!(rows[1][0], "'=cmd|' /C calc'!A0: A");
    assert_eq!((rows[1][3].as_str(), rows[1][10].as_str()), ("'@SUM(A1)", "'+44"));
    assert!(rows[1].iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t'])), "{rows:?}");
    assert!(run.stdout.lines().count() == 2 && run.stdout.ends_with("\"\r\n"), "{}", run.stdout);
}

#[test]
fn the_json_names_notice_controller_and_column() {
    let run = export(&hub(), &["register", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(
        (&json["version"], &json["export"], &json["as_of"]),
        (&1.into(), &"register".into(), &"2026-11-21".into())
    );
    assert_eq!(json["controllers"][0]["dpo"]["email"], "dpo@test.example");
    let row = &json["rows"][0];
    assert_eq!(
        (&row["controller"], &row["notice"], &row["language"]),
        (&"council".into(), &"parking".into(), &"en".into())
    );
    assert_eq!(row["business_function"], "Highways: Parking");
    assert_eq!(row["processor_contract"], serde_json::json!(["Contract A", "Contract B"]));
    assert_eq!(row["address"], "https://privacy.test.example/notices/parking/");
    assert_eq!(json["rows"].as_array().unwrap().len(), 3);
}
