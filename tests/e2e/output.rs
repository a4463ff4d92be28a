//! What comes out besides the notices: redirects, sitemap, robots, 404, and addresses below a path.

use crate::page::Element;
use crate::portal::{Portal, SITE, notice_keys};

#[test]
fn aliases_lead_to_their_page() {
    let hub = Portal::new().notice(
        "allotments",
        &format!("{}aliases = [\"/plots/\", \"/old/allotments-privacy\", \"/plots.html\"]", notice_keys("Allotments")),
        "",
    );
    let run = hub.build();
    run.exit(0).silent_about_content();
    for address in ["/plots/", "/old/allotments-privacy/", "/plots.html"] {
        let page = run.page(address);
        page.links("Allotments", "/notices/allotments/");
        let refresh = page.elements().find(|element| element.get("http-equiv") == Some("refresh")).unwrap();
        assert_eq!(refresh.get("content"), Some("0; url=/notices/allotments/"), "{address}");
        let robots = page.elements().find(|element| element.get("name") == Some("robots")).unwrap();
        assert_eq!(robots.get("content"), Some("noindex"));
    }
}

#[test]
fn the_sitemap_has_every_page_and_nothing_else() {
    let hub = Portal::new()
        .notice(
            "allotments",
            &format!("{}aliases = [\"/plots/\"]\nlast_updated = 2026-10-01", notice_keys("Allotments")),
            "",
        )
        .page("about", "title = \"About\"\nlast_updated = \"2026-09\"", "Us.")
        .general("security", "title = \"Security\"\npage = true\n", "Locks.");
    let run = hub.build();
    run.exit(0).silent_about_content();
    let site = run.site();
    let sitemap = String::from_utf8(site.0["sitemap.xml"].clone()).unwrap();
    let mut listed: Vec<&str> =
        sitemap.split("<loc>").skip(1).map(|rest| rest.split("</loc>").next().unwrap()).collect();
    listed.sort_unstable();
    let mut pages: Vec<String> = site
        .paths()
        .iter()
        .filter(|path| path.ends_with(".html") && !["404.html", "plots/index.html", "search/index.html"].contains(path))
        .map(|path| format!("https://privacy.test.example/{}", path.strip_suffix("index.html").unwrap()))
        .collect();
    pages.sort_unstable();
    assert_eq!(listed, pages);
    assert!(sitemap.contains("/notices/allotments/</loc><lastmod>2026-10-01</lastmod>"), "{sitemap}");
    assert!(sitemap.contains("/about/</loc><lastmod>2026-09</lastmod>"), "{sitemap}");
}

#[test]
fn robots_are_welcome_and_told_of_the_sitemap() {
    let run = Portal::small().build();
    let robots = String::from_utf8(run.site().0["robots.txt"].clone()).unwrap();
    assert_eq!(robots, "User-agent: *\nAllow: /\n\nSitemap: https://privacy.test.example/sitemap.xml\n");
}

#[test]
fn the_page_for_addresses_that_do_not_exist_works_at_any_depth() {
    let page = Portal::small().build().page("/404.html");
    page.says("Page not found").links("home page", "/");
    for (_, href) in page.all_links() {
        assert!(href.starts_with('/') || href.starts_with('#') || href.starts_with("https://"), "{href}");
    }
}

#[test]
fn a_hub_below_a_path_links_below_it() {
    let site = SITE.replace("https://privacy.test.example/", "https://www.test.example/about/privacy");
    let hub = Portal::new()
        .file("site.toml", site)
        .file("content/documents/form.pdf", "form")
        .file("content/documents/map.png", "map")
        .general("security", "title = \"Security\"\npage = true\nmerge = \"link\"\n", "Locks.")
        .page("about", "title = \"About\"\nfooter = true", "Us.")
        .notice(
            "allotments",
            &format!("{}aliases = [\"/plots/\"]", notice_keys("Allotments")),
            "[](general:security) [](document:form.pdf) ![map](document:map.png) [](category:finance)\n",
        );
    let run = hub.build();
    run.exit(0).silent_about_content();
    let site = run.site();
    for path in site.paths().iter().filter(|path| path.ends_with(".html")) {
        let page = run.page(&format!("/{path}"));
        let addresses = page.elements().filter_map(|element| element.get("href").or(element.get("src")));
        for address in addresses.filter(|address| !address.starts_with('#') && !address.contains(':')) {
            let below = address.strip_prefix("/about/privacy/");
            let Some(below) = below else { page.fail(&format!("links to {address}, outside the hub")) };
            let file = below.split('#').next().unwrap();
            let file =
                if file.is_empty() || file.ends_with('/') { format!("{file}index.html") } else { file.to_owned() };
            assert!(site.0.contains_key(&file), "{path} links to {address}, and there is no {file}");
        }
    }
    run.page("/notices/allotments/").holds("href=\"https://www.test.example/about/privacy/notices/allotments/\"");
    run.page("/plots/").links("Allotments", "/about/privacy/notices/allotments/");
    let sitemap = String::from_utf8(site.0["sitemap.xml"].clone()).unwrap();
    assert!(sitemap.contains("<loc>https://www.test.example/about/privacy/notices/</loc>"), "{sitemap}");
}

#[test]
fn every_page_is_a_sound_document() {
    let hub = Portal::small().page("about", "title = \"About\"", "## Us\n\nWe.\n");
    let run = hub.build();
    let site = run.site();
    for path in site.paths().iter().filter(|path| path.ends_with(".html")) {
        let page = run.page(&format!("/{path}"));
        page.is_sound();
        let count = |name: &str| page.elements().filter(|element| element.name == name).count();
        assert_eq!((count("h1"), count("main"), count("header"), count("footer")), (1, 1, 1, 1), "{path}");
        let first_link = page.all_links().into_iter().next().unwrap();
        assert_eq!(first_link, ("Skip to main content".to_owned(), "#main-content".to_owned()), "{path}");
        // A block of data is no script: no browser runs it.
        let is_data = |script: &&Element| script.get("type") == Some("application/ld+json");
        let mut scripts = page.elements().filter(|element| element.name == "script" && !is_data(element));
        assert!(scripts.all(|script| script.get("src").is_some()), "{path} has a script written into it");
        assert_eq!(count("style"), 0, "{path}");
        let styled = page.elements().any(|element| element.get("style").is_some());
        assert!(!styled, "{path} has a style of its own");
    }
}

#[test]
fn a_theme_of_the_hubs_own_overrides_file_by_file() {
    let hub = Portal::small()
        .file("themes/civic/style.css", "body { color: red }\n")
        .file("themes/civic/fonts/own.woff2", "font")
        .file(
            "themes/civic/not-found.html",
            "{% extends \"base.html\" %}{% block main %}<h1>Gone fishing</h1>{% endblock %}",
        );
    let run = hub.build();
    run.exit(0).silent_about_content();
    assert_eq!(run.site().0["assets/style.5ed32496.css"], b"body { color: red }\n");
    assert_eq!(run.site().0["assets/fonts/own.woff2"], b"font");
    run.page("/404.html").says("Gone fishing").says("Privacy hub");
}

#[test]
fn a_theme_of_another_name_takes_the_rest_from_the_default_one() {
    let hub = Portal::small().edit("site.toml", "default_controller", "theme = \"borough\"\ndefault_controller").file(
        "themes/borough/not-found.html",
        "{% extends \"base.html\" %}{% block main %}<h1>Gone</h1>{% endblock %}",
    );
    let run = hub.build();
    run.exit(0).silent_about_content();
    run.page("/404.html").says("Gone");
    run.page("/notices/allotments/").says("Allotments privacy notice");
    assert!(run.site().paths().iter().any(|path| path.starts_with("assets/style.")));
}
