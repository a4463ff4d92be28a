//! A hub's own look: files copied from the default theme, name, logo, colours, links, and other words for strings.

use crate::portal::Portal;

#[test]
fn a_file_of_the_theme_is_copied_and_then_used() {
    let hub = Portal::small();
    let listed = hub.run(&["theme", "list"]).stdout;
    assert!(listed.contains("sections/retention.html\n") && !listed.contains("themes/"), "{listed}");
    hub.run(&["theme", "eject", "not-found.html"]).exit(0).says("Wrote themes/civic/not-found.html.");
    let listed = hub.run(&["theme", "list"]).stdout;
    assert_eq!(listed.matches("themes/").count(), 1, "{listed}");
    assert!(listed.contains("themes/civic/not-found.html\n"), "{listed}");
    hub.build().exit(0).silent_about_content();
    let hub = hub.edit("themes/civic/not-found.html", "<h1>{{ page.title }}</h1>", "<h1>Lost and found</h1>");
    hub.build().exit(0).page("/404.html").is_sound().says("Lost and found");
}

#[test]
fn a_copy_goes_to_the_theme_that_the_hub_uses() {
    let hub = Portal::small().edit("site.toml", "title =", "theme = \"ours\"\ntitle =");
    hub.run(&["theme", "eject", "style.css"]).exit(0).says("Wrote themes/ours/style.css.");
    hub.build().exit(0).silent_about_content();
}

#[test]
fn a_file_that_was_changed_is_not_lost_unless_asked_for() {
    let hub = Portal::small().file("themes/civic/text.html", "ours\n");
    hub.run(&["theme", "eject", "text.html"])
        .exit(2)
        .says("themes/civic/text.html is there already. To lose what is changed in it, add --force.");
    assert_eq!(std::fs::read_to_string(hub.path("themes/civic/text.html")).unwrap(), "ours\n");
    hub.run(&["theme", "eject", "text.html", "--force"]).exit(0);
    assert!(std::fs::read_to_string(hub.path("themes/civic/text.html")).unwrap().contains("extends"));
}

#[test]
fn a_file_that_the_theme_does_not_have() {
    let hub = Portal::small();
    hub.run(&["theme", "eject", "notices.html"])
        .exit(2)
        .says("The theme civic has no file `notices.html`. Did you mean `notice.html`?")
        .says("`noticeboard theme list` lists them all.");
    hub.run(&["theme", "eject", "../site.toml"]).exit(2).says("The theme civic has no file `../site.toml`.");
    assert!(!hub.path("themes").exists());
}

#[test]
fn a_template_prints_lists_whole_or_entry_by_entry() {
    let template = "<ul id=\"whole\">{{ page.contents_html }}</ul><ul id=\"safe\">{{ page.contents_html|safe }}</ul>\
                    <ul id=\"each\">{% for link in page.contents %}<li><a href=\"{{ link.href }}\">{{ link.text }}</a></li>{% endfor %}</ul>\
                    <p>[{{ page.contents[0].href }}] [{{ page.contents[1:]|length + 1 == page.contents|length }}]</p>";
    let page = Portal::small().file("themes/civic/contents.html", template).build().page("/notices/allotments/");
    let whole = page.part("whole").all_links();
    assert!(whole.len() > 3, "{whole:?}");
    assert_eq!((page.part("safe").all_links(), page.part("each").all_links()), (whole.clone(), whole));
    page.holds("[#at-a-glance] [True]");
}

#[test]
fn what_is_absent_prints_nothing_and_what_is_no_html_is_escaped() {
    let template = "{% extends \"base.html\" %}{% block main %}<h1>[{{ page.last_updated }}] {{ page.breadcrumbs_html }} {{ '<i>' }}</h1>{% endblock %}";
    let page = Portal::small().file("themes/civic/not-found.html", template).build().page("/404.html");
    page.holds("<h1>[] <li><a").holds("</li> &lt;i&gt;</h1>");
}

#[test]
fn a_template_is_said_to_see_what_it_sees() {
    let hub = Portal::empty_folder();
    let text = hub.run(&["theme", "explain", "notice.html"]).stdout;
    for line in
        ["- `notice`: [NoticeView](#noticeview)", "| `summary` | text | One sentence about it. |", "## SiteView"]
    {
        assert!(text.contains(line), "{line}: {text}");
    }
    assert!(hub.run(&["theme", "explain"]).stdout.contains("sections/transfers.html"));
    hub.run(&["theme", "explain", "notce.html"]).exit(2).says("Did you mean `notice.html`?");
}

/// What is said of a small hub with these lines in its settings, above the tables, and these at their end.
fn with(lines: &str, tables: &str) -> Portal {
    let hub = Portal::small().edit("site.toml", "title =", &format!("{lines}\ntitle ="));
    hub.edit("site.toml", "homes = \"Homes\"\n", &format!("homes = \"Homes\"\n{tables}"))
}

#[test]
fn a_hub_has_its_own_name_and_logo() {
    let brand = "[brand]\nname = \"Test Council privacy\"\nlogo = \"logo.svg\"\n";
    let hub = with("", brand).file("themes/civic/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    let run = hub.build();
    run.exit(0).silent_about_content();
    let page = run.page("/notices/allotments/");
    page.is_sound().element("header").says("Test Council privacy").does_not_say("Privacy hub");
    assert!(
        page.element("header").elements().any(|one| one.get("src").is_some_and(|src| src.contains("/assets/logo")))
    );
    assert!(run.site().paths().iter().any(|path| path.starts_with("assets/logo")), "the logo is published");
    page.element("title").says("Privacy hub");
}

#[test]
fn a_logo_that_is_not_there() {
    let hub = with("", "[brand]\nlogo = \"logo.svg\"\n").file("themes/civic/logos.svg", "<svg/>");
    hub.build()
        .only("site.toml:37:8", "unknown-logo", "The theme has no file `logo.svg`")
        .helps("Did you mean `logos.svg`? Put the logo into the folder of the theme, such as themes/civic.");
}

#[test]
fn the_header_and_the_footer_have_links_of_the_hub() {
    let links = "[[header]]\ntext = \"Allotments\"\nlink = \"notice:allotments\"\n[[footer]]\ntext = \"Ask\"\nlink = \"mailto:ask@test.example\"\n";
    let run = with("", links).build();
    run.exit(0).silent_about_content();
    let page = run.page("/");
    page.element("header").links("Allotments", "/notices/allotments/");
    page.element("footer").links("Ask", "mailto:ask@test.example");
    with("", "[[header]]\ntext = \"A\"\nlink = \"notice:alotments\"\n")
        .build()
        .only("site.toml:38:8", "unknown-notice", "There is no notice `alotments`")
        .helps("Did you mean `allotments`?");
}

/// The style sheet of a hub with these colours.
fn sheet(colours: &str) -> String {
    let hub = with("", &format!("[brand.colours]\n{colours}\n"));
    let run = hub.build();
    run.exit(0).silent_about_content();
    let site = run.site();
    let path = site.paths().into_iter().find(|path| path.starts_with("assets/style")).unwrap().to_owned();
    String::from_utf8(site.0[&path].clone()).unwrap()
}

#[test]
fn a_hub_has_its_own_colours_on_light_and_on_dark_screens() {
    let sheet = sheet("brand = \"#7a0c2e\"\nlink = { light = \"#7a0c2e\", dark = \"#f3a9bf\" }");
    let (light, dark) = sheet.split_once("prefers-color-scheme: dark").unwrap();
    assert!(light.contains("--brand: #7a0c2e;") && light.contains("--link: #7a0c2e;"), "{light}");
    assert!(dark.contains("--brand: #7a0c2e;") && dark.contains("--link: #f3a9bf;"), "{dark}");
}

#[test]
fn a_colour_that_is_given_once_becomes_light_enough_for_dark_screens() {
    let sheet = sheet("link = \"#7a0c2e\"");
    let (light, dark) = sheet.split_once("prefers-color-scheme: dark").unwrap();
    assert!(light.contains("--link: #7a0c2e;"), "{light}");
    let link = dark.split("--link: ").nth(1).unwrap().split(';').next().unwrap();
    assert!(link.starts_with('#') && link != "#7a0c2e" && link != "#83cbe2", "{link}");
}

#[test]
fn a_colour_that_cannot_be_read_on_what_it_stands_on() {
    let run = with("", "[brand.colours]\nlink = { light = \"#e06c8b\" }\n").build();
    run.exit(0);
    let findings = run.findings();
    assert!(findings.iter().all(|finding| finding.code == "low-contrast"), "{}", run.stderr);
    run.diagnostic(
        "site.toml:37:18",
        "low-contrast",
        "`link` (#e06c8b) has a contrast of 3.14 to 1 with `paper` (#ffffff), and WCAG 2.2 AA asks for 4.5 to 1",
    )
    .marks("\"#e06c8b\"")
    .shows("The nearest shade of `link` that passes is \"#");
}

#[test]
fn a_ground_on_which_the_themes_own_text_cannot_be_read() {
    let run = with("", "[brand.colours]\nbrand = { dark = \"#ffd7e3\" }\n").build();
    run.only(
        "site.toml:37:18",
        "low-contrast",
        "`on-brand` (#ffffff) has a contrast of 1.30 to 1 with `brand` (#ffd7e3) on dark screens, and WCAG 2.2 AA asks for 4.5 to 1",
    );
}

#[test]
fn colours_that_are_none() {
    let run =
        with("", "[brand.colours]\nlinkk = \"#000\"\nlink = \"blue\"\nbrand = { drak = \"#000\" }\nink = 3\n").build();
    run.diagnostic("site.toml:37:1", "unknown-colour", "The theme has no colour `linkk`").helps("Did you mean `link`?");
    run.diagnostic("site.toml:38:8", "bad-colour", "`blue` is no colour that can be used here");
    run.diagnostic("site.toml:39:11", "unknown-key", "A colour has no key `drak`").helps("Did you mean `dark`?");
    assert!(run.stderr.contains("site.toml:40:7"), "{}", run.stderr);
}

#[test]
fn any_string_can_have_other_words() {
    let run = with(
        "",
        "[strings.en]\nsections.purposes = \"What for\"\n[strings.en.page]\nskip = \"Skip & go\"\nhome = \"Start\"\n",
    )
    .notice("parking", &format!("{}[[purposes]]\ntext = \"Sell permits\"\n", crate::portal::notice_keys("Parking")), "")
    .build();
    run.exit(0).silent_about_content();
    let page = run.page("/notices/parking/");
    page.is_sound().says("Skip & go").links("Start", "/").does_not_say("Skip to main content");
    page.part("purposes").element("h2").says("What for");
}

#[test]
fn strings_that_do_not_exist_or_lose_a_slot() {
    let run = with(
        "",
        "[strings.en.page]\nskipp = \"A\"\nlast_updated = \"Changed\"\nread_in = \"In {langage}\"\nhome = 3\n[strings]\nfr = {}\nen.pages.home = \"A\"\n",
    )
    .build();
    run.diagnostic("site.toml:37:1", "unknown-string", "There is no string `page.skipp`").helps("Did you mean `skip`?");
    run.diagnostic("site.toml:38:16", "wrong-slots", "`page.last_updated` does not say where `{date}` stands")
        .helps("The product's own words are \"Last updated: {date}\".");
    run.diagnostic("site.toml:39:11", "wrong-slots", "`page.read_in` does not say where `{language}` stands")
        .helps("Did you mean `language`? The product's own words are \"Read this page in {language}\".");
    run.diagnostic("site.toml:43:4", "unknown-string", "There is no string `pages`").helps("Did you mean `page`?");
    run.reports(&[
        ("site.toml:37:1", "unknown-string"),
        ("site.toml:38:16", "wrong-slots"),
        ("site.toml:39:11", "wrong-slots"),
        ("site.toml:40:8", "wrong-type"),
        ("site.toml:42:1", "unknown-language"),
        ("site.toml:43:4", "unknown-string"),
    ]);
}

/// The files of the repository's second theme, with their paths in a hub.
fn broadsheet() -> Vec<(String, Vec<u8>)> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("themes/broadsheet");
    let folders = [folder.clone(), folder.join("sections")];
    let entries = folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap());
    let files = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    let file = |path: std::path::PathBuf| {
        let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
        (name, std::fs::read(&path).unwrap())
    };
    files.map(file).collect()
}

#[test]
fn a_second_theme_stands_beside_the_default_one() {
    let hub = Portal::small().edit("site.toml", "title =", "theme = \"broadsheet\"\ntitle =");
    let files = broadsheet();
    assert!(files.len() > 4, "{files:?}");
    let hub = files.iter().fold(hub, |hub, (path, bytes)| hub.file(path, bytes));
    let run = hub.build();
    run.exit(0).silent_about_content();
    for page in ["/", "/notices/", "/notices/allotments/", "/general/", "/search/", "/retention/", "/404.html"] {
        run.page(page).is_sound().holds("class=\"masthead\"");
    }
    let listed = hub.run(&["theme", "list"]).stdout;
    assert!(listed.contains("themes/broadsheet/base.html") && listed.contains("\nsearch.html\n"), "{listed}");
}
