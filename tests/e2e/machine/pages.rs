//! What pages say of themselves: their other formats, and themselves in the terms of schema.org.

use serde_json::{Value, json};

use crate::page::Page;
use crate::portal::{Portal, SITE, notice_keys};

/// The data that a page carries.
fn structured(page: &Page) -> Value {
    let (_, after) = page.html.split_once("<script type=\"application/ld+json\">").unwrap();
    serde_json::from_str(after.split_once("</script>").unwrap().0).unwrap()
}

#[test]
fn a_page_says_what_it_is_whose_it_is_and_where_it_stands() {
    let keys = notice_keys("Allotments") + "last_updated = 2026-10-01\ncontroller = \"ero\"\n";
    let run = Portal::new().notice("allotments", &keys, "").build();
    run.exit(0);
    assert_eq!(
        structured(&run.page("/notices/allotments/")),
        json!({
            "@context": "https://schema.org",
            "@type": "WebPage",
            "url": "https://privacy.test.example/notices/allotments/",
            "name": "Allotments privacy notice",
            "description": "How we use your data for Allotments.",
            "inLanguage": "en-GB",
            "dateModified": "2026-10-01",
            "isPartOf": { "@type": "WebSite", "name": "Privacy hub", "url": "https://privacy.test.example/" },
            "publisher": { "@type": "GovernmentOrganization", "name": "The Electoral Registration Officer" },
            "breadcrumb": {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    { "@type": "ListItem", "position": 1, "name": "Home", "item": "https://privacy.test.example/" },
                    { "@type": "ListItem", "position": 2, "name": "Money", "item": "https://privacy.test.example/categories/finance/" },
                    { "@type": "ListItem", "position": 3, "name": "Allotments privacy notice", "item": "https://privacy.test.example/notices/allotments/" },
                ],
            },
        })
    );
    let home = structured(&run.page("/"));
    assert_eq!(home["publisher"]["url"], "https://www.test.example/");
    assert_eq!(home.get("breadcrumb"), None);
}

#[test]
fn every_page_with_an_address_of_its_own_has_such_data() {
    let keys = notice_keys("Allotments") + "aliases = [\"/plots/\"]\n";
    let run = Portal::new().notice("allotments", &keys, "").page("about", "title = \"About\"", "Us.").build();
    run.exit(0);
    for path in run.site().paths().into_iter().filter(|path| path.ends_with(".html")) {
        let page = run.page(&format!("/{}", path.trim_end_matches("index.html")));
        let canonical = page.elements().find(|element| element.get("rel") == Some("canonical"));
        match canonical {
            Some(canonical) => assert_eq!(structured(&page)["url"], canonical.get("href").unwrap(), "{path}"),
            None => assert!(!page.html.contains("ld+json"), "{path}"),
        }
    }
}

#[test]
fn nothing_that_an_author_writes_ends_the_data() {
    let title = "</script><script>alert(1)</script><!-- &\u{2028}x";
    let keys = format!("title = \"{title}\"\nsummary = \"{title}\"\ncategory = \"finance\"\n");
    let run = Portal::new().notice("allotments", &keys, "").build();
    run.exit(0);
    let page = run.page("/notices/allotments/");
    assert_eq!(structured(&page)["description"], title);
    let written = page.elements().filter(|element| element.name == "script" && element.get("src").is_none());
    assert_eq!(written.count(), 1);
    let (_, data) = page.html.split_once("ld+json").unwrap();
    assert!(!data.split_once("</script>").unwrap().0.contains('\u{2028}'));
}

#[test]
fn pages_name_the_files_that_say_the_same_below_a_path_too() {
    let changes = "last_updated = 2026-10-01\n[[changes]]\ndate = 2026-10-01\nsummary = \"New.\"\n";
    let site = SITE.replace("https://privacy.test.example/", "https://www.test.example/about/privacy/");
    let hub = Portal::new().file("site.toml", site).notice("allotments", &(notice_keys("Allotments") + changes), "");
    let run = hub.build();
    run.exit(0);
    let page = run.page("/notices/allotments/");
    let files: Vec<(&str, &str)> = page
        .elements()
        .filter(|element| element.get("rel") == Some("alternate"))
        .filter_map(|element| Some((element.get("type")?, element.get("href")?)))
        .collect();
    assert_eq!(
        files,
        [
            ("application/atom+xml", "/about/privacy/feed.xml"),
            ("application/atom+xml", "/about/privacy/notices/allotments/feed.xml"),
            ("application/json", "/about/privacy/notices/allotments/notice.json"),
        ]
    );
    let site = run.site();
    for (_, href) in files {
        assert!(site.paths().contains(&href.trim_start_matches("/about/privacy/")), "{href}");
    }
}
