//! A dozen mistakes in several files: all in one run, in the order of places.

use super::after;
use crate::portal::{Portal, notice_keys};

#[test]
fn every_mistake_of_a_hub_is_reported_in_one_run() {
    let hub = Portal::small().notice("parking", &notice_keys("Parking"), "").file("content/documents/form.pdf", "form");
    let run = after(hub, |hub| {
        hub.edit("site.toml", "kind = \"principal-council\"", "kind = \"council\"")
            .file("content/cookies.toml", "[session]\nground = 9\n")
            .file("content/organisations.toml", "[dwp]\nurl = \"dwp\"\n")
            .general("security", "title = \"Security\"\nmerge = \"befor\"\n", "[a](#b)\n")
            .file("content/pages/about.md", "About us\n")
            .notice("allotments", &format!("{}colour = \"red\"\nrelated = [\"allotments\"]\n", notice_keys("Plots")), "<b>x</b>\n")
            .notice(
                "parking",
                "title = \"Parking\"\ncategory = \"travel\"\nlast_updated = \"soon\"\n[[recipients]]\norganisation = \"dvla\"\n",
                "[a](document:frm.pdf) {{ controler.name }}\n",
            )
            .notice("waste", "title = \"Waste\nsummary = Bins\n", "")
    });
    run.reports(&[
        ("content/cookies.toml:2:10", "number-out-of-range"),
        ("content/general/security.md:3:9", "unknown-value"),
        ("content/general/security.md:5:1", "unknown-anchor"),
        ("content/notices/allotments.md:5:1", "unknown-key"),
        ("content/notices/allotments.md:6:12", "self-reference"),
        ("content/notices/allotments.md:8:1", "html"),
        ("content/notices/allotments.md:8:5", "html"),
        ("content/notices/parking.md:1:1", "missing-key"),
        ("content/notices/parking.md:3:12", "unknown-category"),
        ("content/notices/parking.md:4:16", "bad-date"),
        ("content/notices/parking.md:6:16", "unknown-organisation"),
        ("content/notices/parking.md:8:1", "unknown-document"),
        ("content/notices/parking.md:8:23", "unknown-placeholder"),
        ("content/notices/waste.md:2:15", "toml-syntax"),
        ("content/notices/waste.md:3:11", "toml-syntax"),
        ("content/organisations.toml:1:1", "missing-key"),
        ("content/organisations.toml:2:7", "bad-address"),
        ("content/pages/about.md:1:1", "front-matter-missing"),
        ("site.toml:8:8", "unknown-value"),
    ]);
    run.says("19 errors").fits_a_terminal();
    assert_eq!(run.stdout, "", "mistakes are talk, no result");
}
