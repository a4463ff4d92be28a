//! The feeds as those who follow a hub see them over time.

use super::text;
use crate::portal::{Portal, notice_keys};

const CHANGES: &str = r#"
[[changes]]
date = 2026-10-01
summary = "Added the *county* & \\<others>."
significant = true
[[changes]]
date = 2026-09-15
summary = "First version."
"#;

fn hub(changes: &str) -> Portal {
    Portal::small().notice("parking", &(notice_keys("Parking") + changes), "")
}

/// What stands in the elements of a name.
fn all<'a>(xml: &'a roxmltree::Document<'_>, name: &str) -> Vec<&'a str> {
    xml.descendants().filter(|node| node.has_tag_name(name)).filter_map(|node| node.text()).collect()
}

#[test]
fn entries_keep_their_ids() {
    let before = text(&hub(CHANGES).build(), "notices/parking/feed.xml");
    let newer = "\n[[changes]]\ndate = 2026-11-01\nsummary = \"Moved.\"\n";
    let after = text(&hub(&format!("{newer}{CHANGES}")).build_as_of("2027-01-01"), "notices/parking/feed.xml");
    let (before, after) = (roxmltree::Document::parse(&before).unwrap(), roxmltree::Document::parse(&after).unwrap());
    assert_eq!(
        all(&before, "id"),
        [
            "https://privacy.test.example/notices/parking/feed.xml",
            "https://privacy.test.example/notices/parking/#change-2026-10-01",
            "https://privacy.test.example/notices/parking/#change-2026-09-15",
        ]
    );
    assert_eq!(all(&after, "id")[1], "https://privacy.test.example/notices/parking/#change-2026-11-01");
    assert_eq!(all(&after, "id")[2..], all(&before, "id")[1..]);
    assert_eq!(all(&before, "updated")[..2], ["2026-10-01T00:00:00Z", "2026-10-01T00:00:00Z"]);
    assert_eq!(all(&before, "summary")[0], "Added the county & <others>.");
    assert_eq!(before.descendants().filter(|node| node.attribute("term") == Some("significant")).count(), 1);
}

#[test]
fn two_changes_of_a_day_are_two_entries() {
    let again = "[[changes]]\ndate = 2026-09-15\nsummary = \"And its forms.\"\n";
    let feed = text(&hub(&format!("{CHANGES}{again}")).build(), "notices/parking/feed.xml");
    let feed = roxmltree::Document::parse(&feed).unwrap();
    assert_eq!(
        all(&feed, "id")[2..],
        [
            "https://privacy.test.example/notices/parking/#change-2026-09-15",
            "https://privacy.test.example/notices/parking/#change-2026-09-15-2"
        ]
    );
}

#[test]
fn the_hub_tells_of_new_dates_as_well_and_of_the_latest_fifty() {
    let mut hub = hub(CHANGES);
    for day in 1..=28 {
        for month in ["03", "04"] {
            let keys = format!("{}last_updated = 2026-{month}-{day:02}\n", notice_keys("Other"));
            hub = hub.notice(&format!("other-{month}-{day:02}"), &keys, "");
        }
    }
    let feed = text(&hub.build(), "feed.xml");
    let feed = roxmltree::Document::parse(&feed).unwrap();
    let dates: Vec<&str> = all(&feed, "updated")[1..].to_vec();
    let mut sorted = dates.clone();
    sorted.sort_unstable_by(|one, other| other.cmp(one));
    assert_eq!((dates.len(), &dates), (50, &sorted));
    assert_eq!(dates[0], "2026-10-01T00:00:00Z");
    assert_eq!(all(&feed, "id")[3], "https://privacy.test.example/notices/other-04-28/#updated-2026-04-28");
}

#[test]
fn a_date_that_a_change_tells_of_is_told_once() {
    let keys = format!("last_updated = 2026-10-01\n{CHANGES}");
    let feed = text(&hub(&keys).build(), "feed.xml");
    assert_eq!(feed.matches("<entry>").count(), 2);
    let later = format!("last_updated = 2026-10-02\n{CHANGES}");
    let feed = text(&hub(&later).build(), "feed.xml");
    assert!(feed.contains("<id>https://privacy.test.example/notices/parking/#updated-2026-10-02</id>"), "{feed}");
    assert_eq!(feed.matches("<entry>").count(), 3);
}

#[test]
fn without_dates_there_is_no_feed_and_no_link_to_one() {
    let run = Portal::small().build();
    run.exit(0);
    assert!(run.site().paths().iter().all(|path| !path.ends_with("feed.xml")));
    assert!(run.page("/").elements().all(|element| element.get("type") != Some("application/atom+xml")));
    assert_eq!(super::json(&run, "hub.json").get("feed"), None);
}

#[test]
fn no_character_of_an_author_breaks_the_xml() {
    let keys = CHANGES.replace("First version.", "A \\u0001 bell ]]> & \\\\<![CDATA[ \\U0001F514");
    let feed = text(&hub(&keys).build(), "feed.xml");
    let feed = roxmltree::Document::parse(&feed).unwrap();
    assert_eq!(all(&feed, "summary")[1], "A   bell ]]> & <![CDATA[ \u{1f514}");
}
