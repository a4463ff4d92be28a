//! The search index: by what each page is found, and what never gets into it.

use crate::portal::{Portal, notice_keys};
use crate::run::Run;

/// The index of a language, read as the script reads it.
struct Index(serde_json::Value);

impl Index {
    #[track_caller]
    fn of(run: &Run, path: &str) -> Self {
        let text = String::from_utf8(run.site().0[path].clone()).unwrap();
        let json = text.strip_prefix("noticeboardSearch=").unwrap().strip_suffix(";\n").unwrap();
        Index(serde_json::from_str(json).unwrap())
    }

    fn list(&self, name: &str) -> Vec<String> {
        match &self.0[name] {
            serde_json::Value::String(text) => text.split(' ').map(str::to_owned).collect(),
            list => list.as_array().unwrap().iter().map(|value| value.as_str().unwrap().to_owned()).collect(),
        }
    }

    /// The number of the page at an address.
    #[track_caller]
    fn page(&self, address: &str) -> usize {
        let addresses = self.list("addresses");
        addresses
            .iter()
            .position(|other| other == address)
            .unwrap_or_else(|| panic!("{address} is not in {addresses:?}"))
    }

    /// The terms of a list that stand on a page.
    #[track_caller]
    fn on(&self, address: &str, terms: &str, pages: &str) -> Vec<String> {
        let page = self.page(address);
        let all = self.list(terms).into_iter().zip(self.list(pages));
        all.filter(|(_, pages)| decode(pages).contains(&page)).map(|(term, _)| term).collect()
    }

    fn words(&self, address: &str) -> Vec<String> {
        self.on(address, "words", "wordPages")
    }

    fn headings(&self, address: &str) -> Vec<String> {
        self.on(address, "headings", "headingPages")
    }
}

/// The pages of a term.
fn decode(text: &str) -> Vec<usize> {
    let (mut pages, mut page, mut number) = (Vec::new(), 0, 0);
    for code in text.bytes().map(usize::from) {
        if code > 0x5c {
            number = number * 32 + code - 0x5c;
        } else {
            page += number * 48 + code - 0x23;
            pages.push(page);
            (page, number) = (page + 1, 0);
        }
    }
    pages
}

#[track_caller]
fn holds(words: &[String], all: &[&str]) {
    for word in all {
        assert!(words.iter().any(|other| other == word), "{word:?} is not among {words:?}");
    }
}

#[track_caller]
fn lacks(words: &[String], none: &[&str]) {
    for word in none {
        assert!(!words.iter().any(|other| other == word), "{word:?} is among {words:?}");
    }
}

const KEYS: &str = r#"also_known_as = ["Plots", "Growing food"]
data_subjects = ["Tenantsword"]
retention = [{ record = "Recordword", trigger = "the triggerword", period = "6 years" }]
recipients = [{ name = "Partyword", kind = "partner", purpose = "to get the *purposeword*" }]
[[personal_data]]
items = ["Itemword", { text = "more:", items = ["innerword"] }]
special_categories = ["health"]
[internal]
security = "Secretword"
"#;

#[test]
fn a_notice_is_found_by_everything_that_it_says() {
    let body = "Introword.\n\n## Water and sheds\n\n### Sheds {#huts}\n\nBodyword\n\n| Cellword |\n|---|\n| a |\n\n- Listword[^1]\n\n[^1]: Noteword\n";
    let hub = Portal::new().notice("allotments", &format!("{}{KEYS}", notice_keys("Allotments")), body);
    let run = hub.build();
    run.exit(0);
    let index = Index::of(&run, "search/index.js");
    let page = index.page("notices/allotments/");
    assert_eq!(index.list("titles")[page], "Allotments");
    assert_eq!(index.list("summaries")[page], "How we use your data for Allotments.");
    assert_eq!(index.list("names")[page], "Plots\nGrowing food");
    let words = index.words("notices/allotments/");
    holds(&words, &["tenantsword", "recordword", "triggerword", "partyword", "purposeword", "itemword", "innerword"]);
    holds(&words, &["health", "introword", "bodyword", "cellword", "listword", "noteword"]);
    lacks(&words, &["secretword"]);
    let headings = index.headings("notices/allotments/");
    holds(&headings, &["Water and sheds\nwater-and-sheds", "Sheds\nhuts"]);
    assert!(headings.iter().any(|one| one.starts_with("How long we keep your data\nretention\n")), "{headings:?}");
}

#[test]
fn what_notices_share_is_found_once_in_the_general_notice() {
    let hub = Portal::small().general("security", "title = \"Security\"\n", "## Locks\n\nSharedword.\n").general(
        "children",
        "title = \"Children\"\npage = true\nsummary = \"For the young.\"\n",
        "## Games\n\nYoungword.\n",
    );
    let run = hub.build();
    run.exit(0).page("/notices/allotments/").says("Sharedword");
    let index = Index::of(&run, "search/index.js");
    lacks(&index.words("notices/allotments/"), &["sharedword", "youngword"]);
    holds(&index.words("general/"), &["sharedword"]);
    lacks(&index.words("general/"), &["youngword"]);
    holds(&index.headings("general/"), &["Security\nsecurity", "Locks\nsecurity-locks"]);
    holds(&index.words("children/"), &["youngword"]);
    holds(&index.headings("children/"), &["Games\nchildren-games"]);
    assert_eq!(index.list("summaries")[index.page("children/")], "For the young.");
}

#[test]
fn built_in_sections_free_pages_and_categories_are_found() {
    let run = Portal::small().page("about", "title = \"About\"\nsummary = \"Us.\"", "## Team\n\nFreeword.\n").build();
    let index = Index::of(&run, "search/index.js");
    holds(&index.headings("general/"), &["Have us delete your data\nyour-rights", "How to complain\ncomplaints"]);
    holds(&index.words("about/"), &["freeword"]);
    holds(&index.headings("about/"), &["Team\nteam"]);
    assert_eq!(index.list("titles")[index.page("categories/finance/")], "Money");
    let addresses = index.list("addresses");
    for other in ["", "notices/", "categories/", "search/", "404.html"] {
        assert!(!addresses.iter().any(|address| address == other), "{other} is in the index");
    }
}

#[test]
fn placeholders_of_headings_have_their_values() {
    let body = "## Meet {{ controller.short_name }}\n\nHello.\n";
    let run = Portal::new().notice("allotments", &notice_keys("Allotments"), body).build();
    let headings = Index::of(&run, "search/index.js").headings("notices/allotments/");
    assert!(headings.iter().any(|one| one.starts_with("Meet the council\n")), "{headings:?}");
}

#[test]
fn each_language_has_an_index_of_its_own() {
    let hub = Portal::small()
        .edit("site.toml", "default_controller", "languages = [\"en\", \"cy\"]\ndefault_controller")
        .content("content/notices/allotments.cy.md", &notice_keys("Rhandiroedd"), "Geirfa.\n");
    let run = hub.build();
    run.exit(0);
    let (english, welsh) = (Index::of(&run, "search/index.js"), Index::of(&run, "cy/search/index.js"));
    assert_eq!(english.list("titles")[english.page("notices/allotments/")], "Allotments");
    assert_eq!(welsh.list("titles")[welsh.page("notices/allotments/")], "Rhandiroedd");
    holds(&welsh.words("notices/allotments/"), &["geirfa"]);
    assert!(!english.list("words").contains(&"geirfa".to_owned()));
    run.page("/cy/search/").holds("data-index=\"/cy/search/index.js\"").links("Read this page in English", "/search/");
}

#[test]
fn below_a_path_the_box_knows_where_everything_is() {
    let hub = Portal::small().edit("site.toml", "https://privacy.test.example/", "https://www.test.example/privacy/");
    let run = hub.build();
    let page = run.page("/notices/allotments/");
    let form = page.elements().find(|element| element.get("role") == Some("search")).unwrap();
    let expected = [
        ("action", "/privacy/notices/"),
        ("data-home", "/privacy/"),
        ("data-search", "/privacy/search/"),
        ("data-index", "/privacy/search/index.js"),
    ];
    for (name, value) in expected {
        assert_eq!(form.get(name), Some(value));
    }
    page.holds("<script src=\"/privacy/assets/search.");
}

#[test]
fn words_that_could_be_markup_or_script_stay_words() {
    let title = r#"</script><b onclick='x'>\u0022\u2028&"#;
    let run = Portal::new().notice("odd", &notice_keys(title), "").build();
    run.exit(0);
    let index = Index::of(&run, "search/index.js");
    assert_eq!(index.list("titles")[index.page("notices/odd/")], "</script><b onclick='x'>\"\u{2028}&");
}

#[test]
fn a_page_or_an_old_address_cannot_take_the_place_of_the_search() {
    let run = Portal::small().page("search", "title = \"My search\"", "").build();
    run.exit(1).says("Two pages would have the address /search/");
    let keys = format!("{}aliases = [\"/search/index.js/\"]\n", notice_keys("Parking"));
    Portal::small().notice("parking", &keys, "").build().exit(1).says("/search/index.js, which is the search index");
}
