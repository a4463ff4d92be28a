//! What is internal: in the exports, and never in what is published.

use noticeboard::interpret::keys;
use noticeboard::interpret::shape::Kind;

use super::export;
use crate::portal::{DAY, Portal, notice_keys};

/// The start of every planted word. No letter of it is a word's ending that a search index could take off.
const PLANTED: &str = "kanarienvogel";

/// Every key of `[internal]` that there is, from its declaration.
fn internal_keys() -> Vec<&'static str> {
    let internal = keys::NOTICE.keys.iter().find(|key| key.name == "internal").unwrap();
    let Kind::Table(shape) = internal.kind else { panic!("[internal] is a table") };
    shape.keys.iter().map(|key| key.name).collect()
}

/// The word that is planted under a key, in a place.
fn planted(key: &str, place: &str) -> String {
    format!("{PLANTED}{}{place}", key.replace('_', ""))
}

/// A hub in which every internal field is planted: in both languages of a notice, in a fragment, in a list.
fn hub() -> Portal {
    let internal = |place: &str| {
        let lines = internal_keys().into_iter().map(|key| format!("{key} = [\"{}\", \"b\"]\n", planted(key, place)));
        format!("[internal]\n{}", lines.collect::<String>())
    };
    let accept = format!("[[accept]]\nrule = \"review-overdue\"\nreason = \"{PLANTED}reason\"\n");
    let notice = |title: &str, place: &str| {
        let keys = "review_by = 2026-01-01\npurposes = [{ text = \"Do it\", lawful_basis = \"public-task\" }]\n";
        format!("{}{keys}{accept}{}", notice_keys(title), internal(place))
    };
    let fragment = format!("owner = \"{PLANTED}fragment\"\nsection = \"retention\"\n");
    Portal::new()
        .edit("site.toml", "default_controller", "languages = [\"en\", \"cy\"]\ndefault_controller")
        .content("content/notices/parking/index.md", &notice("Parking", "en"), "\n## Security\n\nLocks.\n")
        .content("content/notices/parking/index.cy.md", &notice("Parcio", "cy"), "")
        .content("content/notices/parking/team.md", &fragment, "We keep it.\n")
        .general("security", "title = \"Security\"", "We lock doors.\n")
}

#[test]
fn nothing_internal_is_in_any_published_byte() {
    let run = hub().build();
    run.exit(0);
    let site = run.site();
    assert!(site.paths().contains(&"cy/notices/parking/index.html"), "{:?}", site.paths());
    for (path, bytes) in &site.0 {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        assert!(!text.contains(PLANTED) && !path.contains(PLANTED), "{path} has something internal");
    }
}

#[test]
fn everything_internal_is_in_the_exports() {
    let hub = hub();
    assert!(internal_keys().len() >= 16);
    let csv = export(&hub, &["register"]).stdout + &export(&hub, &["reviews"]).stdout;
    let json = export(&hub, &["register", "--format", "json"]).stdout;
    for key in internal_keys() {
        assert!(csv.contains(&planted(key, "en")), "{key} is in no CSV:\n{csv}");
        assert!(json.contains(&planted(key, "en")), "{key} is not in the JSON:\n{json}");
    }
    let welsh = export(&hub, &["register", "--language", "cy"]).stdout;
    assert!(welsh.contains(&planted("security", "cy")) && !welsh.contains(&planted("security", "en")), "{welsh}");
}

#[test]
fn an_export_is_not_written_where_the_public_can_see_it() {
    let hub = hub();
    hub.run(&["build", "--as-of", DAY, "--output", "www"]).exit(0);
    for path in ["content/documents/record.csv", "public/record.csv", "www/record.csv", "themes/civic/record.csv"] {
        let run = export(&hub, &["register", "--output", path]);
        run.exit(2).says("what an export holds is not for the public. Name a file elsewhere.");
        assert!(!hub.path(path).exists());
    }
}
