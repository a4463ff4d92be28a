//! Exports that do not come about, and where those that do go.

use std::fs;

use super::{export, hub};

#[test]
fn a_hub_with_mistakes_is_not_exported() {
    let hub = hub().edit("content/notices/parks.md", "recipients =", "recipient =");
    let run = export(&hub, &["register", "--output", "record.csv"]);
    run.exit(1).says("Nothing was exported.").only(
        "content/notices/parks.md:6:1",
        "unknown-key",
        "A notice has no key `recipient`",
    );
    assert_eq!(run.stdout, "");
    assert!(!hub.path("record.csv").exists());
}

#[test]
fn what_is_selected_has_to_exist() {
    let hub = hub();
    export(&hub, &["register", "--only", "parkin"])
        .exit(2)
        .says("There is no notice `parkin`. Did you mean `parking`?");
    export(&hub, &["register", "--controller", "x"]).exit(2).says("There is no controller `x`.");
    export(&hub, &["register", "--language", "fr"]).exit(2).says("There is no language of the hub `fr`.");
    export(&hub, &["nothing"]).exit(2).says("invalid value 'nothing' for '<LIST>'");
}

#[test]
fn a_file_is_replaced_and_nothing_else_is_left() {
    let hub = hub();
    let names = || {
        let entries = fs::read_dir(hub.root()).unwrap();
        entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect::<std::collections::BTreeSet<_>>()
    };
    export(&hub, &["register", "--output", "record.csv"]).exit(0).says("Wrote record.csv.");
    let before = names();
    let run = export(&hub, &["retention", "--output", "record.csv"]);
    assert_eq!(run.stdout, "");
    assert_eq!(fs::read_to_string(hub.path("record.csv")).unwrap(), export(&hub, &["retention"]).stdout);
    assert_eq!(names(), before);
    export(&hub, &["register", "--output", "none/record.csv"]).exit(2).says("Cannot write none/record.csv");
}
