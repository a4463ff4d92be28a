//! What open pages are told: to load again when they changed and only then, to swap style sheets.

use noticeboard::serve::Server;
use tokio_tungstenite::tungstenite::Message;

use super::hub::{Hub, start};
use super::page::{Deed, OpenPage};

fn check(server: &Server, path: &str, hub: &Hub, deed: &Deed) {
    Hub::new().show(server, 1);
    let mut page = OpenPage::open(server, path);
    assert_eq!(page.deed(), Deed::Nothing, "nothing has changed on {path}");
    hub.show(server, 2);
    assert_eq!(page.deed(), *deed, "{path}");
}

#[test]
fn a_page_is_loaded_again_when_it_changed_and_only_then() {
    let server = start();
    let edited = Hub::new().file("notices/parking/index.html", "new");
    check(&server, "/notices/parking/", &edited, &Deed::Reload);
    check(&server, "/notices/", &edited, &Deed::Nothing);
    check(&server, "/", &Hub::new(), &Deed::Nothing);
    check(&server, "/notices/parking/", &Hub::new().without("notices/parking/index.html"), &Deed::Reload);
    check(&server, "/notices/", &Hub::new().file("documents/Form 1.pdf", "new"), &Deed::Nothing);
}

#[test]
fn a_change_of_what_the_page_loads_counts() {
    let server = start();
    check(&server, "/", &Hub::new().file("assets/icon.svg", "<svg></svg>"), &Deed::Reload);
    check(&server, "/", &Hub::new().file("assets/paper.png", "new"), &Deed::Reload);
    check(&server, "/", &Hub::new().file("assets/unused.js", "2"), &Deed::Nothing);
}

#[test]
fn style_sheets_alone_are_swapped() {
    let server = start();
    let styled = Hub::new().file("assets/style.css", "body { background: url(paper.png); color: red }");
    check(&server, "/", &styled, &Deed::Swap);
    check(&server, "/", &styled.file("index.html", "new"), &Deed::Reload);
}

#[test]
fn a_page_that_was_not_there_comes_by_itself() {
    let server = start();
    check(&server, "/notices/new/", &Hub::new().file("notices/new/index.html", "new"), &Deed::Reload);
    let server = start();
    let mut page = OpenPage::open(&server, "/notices/");
    assert_eq!(page.deed(), Deed::Nothing);
    Hub::new().error("broken").show(&server, 1);
    assert_eq!(page.deed(), Deed::Nothing, "there is still no page");
    Hub::new().show(&server, 2);
    assert_eq!(page.deed(), Deed::Reload);
}

#[test]
fn what_was_missed_in_a_sleep_or_a_restart_is_told_on_return() {
    let server = Hub::new().serve();
    let mut page = OpenPage::open(&server, "/");
    assert_eq!(page.state()["build"], 1);
    page.ask();
    assert_eq!(page.deed(), Deed::Nothing);
    drop(server);
    assert!(page.is_closed());
    // Another run, whose builds are counted anew.
    let server = Hub::new().file("index.html", "new").serve();
    let state = OpenPage::open(&server, "/").state();
    assert_eq!(state["build"], 1);
    assert_ne!(state["page"], OpenPage::open(&Hub::new().serve(), "/").state()["page"]);
}

#[test]
fn more_tabs_than_a_browser_has_connections_are_all_told() {
    let server = Hub::new().serve();
    let mut pages: Vec<OpenPage> = (0..40).map(|_| OpenPage::open(&server, "/notices/")).collect();
    pages.iter_mut().for_each(|page| assert_eq!(page.deed(), Deed::Nothing));
    Hub::new().file("notices/index.html", "new").show(&server, 2);
    pages.iter_mut().for_each(|page| assert_eq!(page.deed(), Deed::Reload));
}

#[test]
fn of_too_many_open_pages_the_oldest_has_to_go() {
    let server = Hub::new().serve();
    let mut pages: Vec<OpenPage> = (0..101).map(|_| OpenPage::open(&server, "/")).collect();
    assert!(pages[0].is_closed());
    for page in &mut pages[1..] {
        assert_eq!(page.deed(), Deed::Nothing);
        page.ask();
        assert_eq!(page.deed(), Deed::Nothing);
    }
}

#[test]
fn a_page_that_says_too_much_is_hung_up_on() {
    let server = Hub::new().serve();
    for message in [Message::text("x".repeat(5000)), Message::binary(vec![1, 2, 3])] {
        let mut page = OpenPage::open(&server, "/");
        page.say(message);
        assert!(page.is_closed());
    }
    assert_eq!(OpenPage::open(&server, "/").deed(), Deed::Nothing);
}
