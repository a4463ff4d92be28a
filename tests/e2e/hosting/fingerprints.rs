//! Names that say what is in a file, so that browsers may keep it for as long as they like.

use crate::portal::Portal;

/// The addresses of style sheets and scripts that a page loads.
fn loaded(html: &str) -> Vec<String> {
    let page = crate::page::Page::new("page", html.to_owned());
    let scripts = page.elements().filter(|one| one.name == "script").filter_map(|one| one.get("src"));
    let sheets = page.elements().filter(|one| one.get("rel") == Some("stylesheet")).filter_map(|one| one.get("href"));
    scripts.chain(sheets).map(str::to_owned).collect()
}

#[test]
fn pages_load_sheets_and_scripts_whose_names_change_with_their_bytes() {
    let portal = Portal::small();
    let run = portal.build();
    let page = run.page("/notices/allotments/");
    let first = loaded(&page.html);
    assert_eq!(first.len(), 3, "{first:?}");
    for address in &first {
        assert!(run.site().0.contains_key(&address[1..]), "{address}");
        let digest = address.rsplit('.').nth(1).unwrap();
        assert!(digest.len() == 8 && digest.bytes().all(|byte| byte.is_ascii_hexdigit()), "{address}");
    }
    assert_eq!(loaded(&portal.build().page("/notices/allotments/").html), first);
    let changed = portal.file("themes/civic/style.css", "body { color: red }");
    let run = changed.build();
    let second = loaded(&run.page("/notices/allotments/").html);
    assert_eq!((&second[..2], second[2] == first[2]), (&first[..2], false));
    assert!(!run.site().0.contains_key(&first[2][1..]), "the old sheet is gone");
}

#[test]
fn templates_ask_for_the_address_of_any_file_of_the_theme() {
    let home = "{% extends \"base.html\" %}{% block main %}<h1>x</h1><img src=\"{{ asset('logo.svg') }}\" alt=\"\"><a href=\"{{ asset('more.css') }}\">y</a>{% endblock %}";
    let portal = Portal::small()
        .file("themes/civic/home.html", home)
        .file("themes/civic/logo.svg", "<svg/>")
        .file("themes/civic/more.css", "a");
    let run = portal.build();
    run.exit(0);
    run.page("/").holds("src=\"/assets/logo.svg\"").holds("href=\"/assets/more.e8b7be43.css\"");
    let broken = portal.edit("themes/civic/home.html", "logo.svg", "lgo.svg");
    let run = broken.build();
    run.exit(1).says("the theme has no file `lgo.svg`. Did you mean `logo.svg`?");
}

#[test]
fn a_file_of_a_theme_has_a_name_that_every_host_can_serve() {
    let portal = Portal::small().file("themes/civic/Logo.svg", "<svg/>");
    portal.build().exit(1).diagnostic(
        "site.toml:1:1",
        "asset-name",
        "The theme's file `Logo.svg` has a name that not every host can serve",
    );
}
