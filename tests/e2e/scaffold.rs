//! `init` and `new`: what they write builds as it is, and nothing that is there is overwritten.

use crate::portal::Portal;
use crate::run::Run;
use crate::tree::Tree;

/// A hub that `init` has started for a council of this name.
#[track_caller]
fn started(name: &str) -> Portal {
    let hub = Portal::empty_folder();
    hub.run(&["init", "--name", name]).exit(0).says(&format!("Started a hub for {name} in ."));
    hub
}

#[track_caller]
fn builds(hub: &Portal) -> Run {
    let run = hub.build();
    run.exit(0).silent_about_content();
    run
}

#[test]
fn a_new_hub_builds_without_any_finding_and_has_the_councils_name() {
    let run = builds(&started("Marlbury Borough Council"));
    for page in ["/", "/general/", "/notices/council-tax/", "/accessibility/", "/404.html"] {
        run.page(page).is_sound().says("Marlbury Borough Council");
    }
    run.page("/notices/council-tax/").part("who-we-are").says("The controller is Marlbury Borough Council");
    for (path, bytes) in &run.site().0 {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("@NAME@") && !text.contains("@HOST@"), "{path}");
    }
}

#[test]
fn a_name_with_unusual_letters_is_kept() {
    for name in ["Bath & North East Somerset Council", "Cyngor Sir Ynys Môn", "Comhairle nan Eilean Siar", "漢字"] {
        builds(&started(name)).page("/notices/council-tax/").says(name);
    }
}

#[test]
fn a_folder_of_another_name_is_made() {
    let hub = Portal::empty_folder();
    let run = hub.run(&["init", "new/hub"]);
    run.exit(0).says("cd new/hub").says("noticeboard build").says("noticeboard new notice <id>").fits_a_terminal();
    assert!(hub.path("new/hub/site.toml").is_file());
    hub.run(&["build", "--root", "new/hub"]).exit(0).silent_about_content();
    assert!(hub.path("new/hub/public/index.html").is_file());
}

#[test]
fn a_hub_is_not_started_twice() {
    let hub = started("Test Council");
    let before = Tree::of(&hub.root());
    hub.run(&["init"]).exit(2).says("There is a hub in . already: it has a site.toml.");
    assert_eq!(Tree::of(&hub.root()), before);
}

#[test]
fn files_that_are_there_stay() {
    let hub = Portal::empty_folder().file("content/general/security.md", "+++\ntitle = \"Ours\"\n+++\nMine.\n");
    hub.run(&["init"]).exit(0).says("These were there and stay: content/general/security.md.");
    builds(&hub).page("/general/").says("Mine.");
}

#[test]
fn a_name_that_cannot_stand_in_the_settings_is_refused() {
    for name in ["", "  ", "The \"Best\" Council", "Back\\slash", "{{ name }}"] {
        let hub = Portal::empty_folder();
        hub.run(&["init", "--name", name]).exit(2).says("The name of the council cannot be empty");
        assert_eq!(Tree::of(&hub.root()), Tree::default());
    }
}

#[test]
fn a_new_notice_builds_as_it_is() {
    let hub = started("Test Council");
    hub.run(&["new", "notice", "garden-waste"])
        .exit(0)
        .says("Wrote content/notices/garden-waste.md. Fill it in, then run `noticeboard build`.");
    builds(&hub).page("/notices/garden-waste/").is_sound().says("Garden waste privacy notice");
}

#[test]
fn a_new_general_section_builds_as_it_is() {
    let hub = started("Test Council");
    hub.run(&["new", "general", "children", "--title", "Children's data"]).exit(0);
    let run = builds(&hub);
    run.page("/general/").part("children").says("Children's data");
    run.page("/notices/council-tax/").part("children").says("Children's data");
}

#[test]
fn a_new_page_builds_as_it_is() {
    let hub = started("Test Council");
    hub.run(&["new", "page", "about-us"]).exit(0).says("Wrote content/pages/about-us.md.");
    let run = builds(&hub);
    run.page("/about-us/").says("About us");
    run.page("/").element("footer").links("About us", "/about-us/");
}

#[test]
fn the_first_notice_of_a_hub_with_settings_alone_builds() {
    let hub = Portal::new();
    hub.run(&["new", "notice", "allotments"]).exit(0);
    builds(&hub).page("/notices/allotments/").says("Money");
}

#[test]
fn a_hub_is_found_by_its_root() {
    let hub = Portal::small();
    let elsewhere = hub.beside("elsewhere");
    let mut command = crate::portal::noticeboard();
    command.args(["new", "page", "about", "--root", "../hub"]).current_dir(elsewhere);
    hub.run_by(&mut command).exit(0).says("Wrote ../hub/content/pages/about.md.");
    assert!(hub.path("content/pages/about.md").is_file());
}

#[test]
fn a_title_with_quotation_marks_does_not_break_the_file() {
    let hub = started("Test Council");
    hub.run(&["new", "page", "faq", "--title", "The \"why\" \\ how\nand more"]).exit(0);
    builds(&hub).page("/faq/").says("The \"why\" \\ how and more");
}

#[test]
fn an_id_that_cannot_be_one_is_refused_with_a_better_one() {
    let hub = Portal::small();
    let before = Tree::of(&hub.root());
    let refused =
        [("Garden Waste", " Try `garden-waste`."), ("../up", " Try `up`."), ("tŷ", " Try `ty`."), ("漢字", "")];
    for (id, better) in refused {
        let sentence =
            "cannot be an id: use lower-case letters, digits and hyphens, since it becomes part of the address.";
        hub.run(&["new", "notice", id]).exit(2).says(&format!("`{id}` {sentence}{better}"));
    }
    assert_eq!(Tree::of(&hub.root()), before);
}

#[test]
fn a_file_that_is_there_is_not_overwritten() {
    let hub = Portal::small();
    let before = Tree::of(&hub.root());
    hub.run(&["new", "notice", "allotments"])
        .exit(2)
        .says("Cannot create content/notices/allotments.md: it is there already.");
    assert_eq!(Tree::of(&hub.root()), before);
}

#[test]
fn a_notice_in_a_folder_is_not_doubled() {
    let hub = Portal::small().content("content/notices/parking/index.md", &crate::portal::notice_keys("Parking"), "");
    hub.run(&["new", "notice", "parking"])
        .exit(2)
        .says("There is a notice `parking` already: the folder content/notices/parking.");
}

#[test]
fn nothing_is_added_where_there_is_no_hub() {
    let hub = Portal::empty_folder();
    hub.run(&["new", "notice", "parking"]).exit(2).says("There is no hub in .: it has no site.toml.");
    assert_eq!(Tree::of(&hub.root()), Tree::default());
}

#[test]
fn a_workflow_comes_with_its_host_and_is_added_to_a_hub_that_is_there() {
    let hub = Portal::empty_folder();
    hub.run(&["init", "--workflow", "gitlab"]).exit(0);
    let settings = std::fs::read_to_string(hub.path("site.toml")).unwrap();
    assert!(settings.contains("\n[hosting]\ntargets = [\"gitlab-pages\"]\n\n# The groups"), "{settings}");
    assert!(builds(&hub).site().0.contains_key("_redirects"));
    hub.run(&["init", "--workflow", "azure"]).exit(0).says("`[hosting]` needs: targets = [\"azure-static-web-apps\"]");
    let before = Tree::of(&hub.root());
    hub.run(&["init", "--workflow", "azure"]).exit(2).says("Nothing has been changed.");
    assert_eq!(Tree::of(&hub.root()), before);
}
