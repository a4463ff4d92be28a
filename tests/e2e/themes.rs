//! A hub's own themes: files copied from the default one, what templates are said to see, and pages made with them.

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
