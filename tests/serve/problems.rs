//! What open pages are told of problems: errors everywhere, findings on the page that they concern.

use serde_json::{Value, json};

use super::hub::{Hub, start};
use super::page::OpenPage;

fn messages(problems: &Value) -> Vec<&str> {
    problems.as_array().unwrap().iter().map(|problem| problem["message"].as_str().unwrap()).collect()
}

#[test]
fn an_error_is_told_whole_on_every_page_until_it_is_mended() {
    let server = Hub::new().serve();
    let mut page = OpenPage::open(&server, "/notices/");
    assert_eq!(page.state()["errors"], json!([]));
    Hub::new().error("There is no key `tilte`").show(&server, 2);
    let state = page.state();
    let place = |line: usize, before: &str, marked: &str, after: &str| {
        json!({ "path": "content/notices/parking.md", "line": line, "column": 1,
                "before": before, "marked": marked, "after": after })
    };
    let mut expected = place(2, "", "tilte", " = \"<b>bold</b>\"");
    let mut related = place(1, "", "title", " = \"Parking\"");
    related["message"] = json!("the right one");
    for (key, value) in [
        ("severity", json!("error")),
        ("code", json!("unknown-key")),
        ("law", json!("")),
        ("message", json!("There is no key `tilte`")),
        ("label", json!("not a key")),
        ("help", json!("Did you mean `title`?")),
        ("paste", json!("")),
        ("related", json!([related])),
    ] {
        expected[key] = value;
    }
    assert_eq!(state["errors"], json!([expected]));
    Hub::new().show(&server, 3);
    assert_eq!(page.state()["errors"], json!([]));
}

#[test]
fn very_many_errors_are_counted() {
    let server = start();
    let broken = (0..150).fold(Hub::new(), |hub, number| hub.error(&format!("error {number:03}")));
    broken.show(&server, 1);
    let state = OpenPage::open(&server, "/").state();
    assert_eq!((messages(&state["errors"]).len(), &state["more_errors"]), (100, &json!(50)));
}

#[test]
fn a_fault_of_ours_and_trouble_with_the_folder_are_told_and_forgotten_with_the_next_build() {
    let server = Hub::new().serve();
    let mut page = OpenPage::open(&server, "/");
    assert_eq!(page.state()["setback"], json!(null));
    server.fault(2, "a page has a title");
    assert_eq!(page.state()["setback"], json!(["fault", "a page has a title"]));
    server.trouble(3, "There is no folder.");
    assert_eq!(page.state()["setback"], json!(["trouble", "There is no folder."]));
    Hub::new().show(&server, 4);
    assert_eq!(page.state()["setback"], json!(null));
}

#[test]
fn findings_are_told_where_they_belong() {
    let hub = Hub::new().finding("No retention", true).finding("No statement", false);
    let server = hub.serve();
    let state = OpenPage::open(&server, "/notices/parking/").state();
    assert_eq!(messages(&state["findings"]), ["No retention"]);
    assert_eq!(state["findings"][0]["paste"], "retention = []");
    assert!(state["findings"][0]["law"].as_str().unwrap().contains("13(2)(a)"), "{}", state["findings"][0]["law"]);
    assert_eq!(messages(&OpenPage::open(&server, "/").state()["findings"]), ["No statement"]);
    assert_eq!(messages(&OpenPage::open(&server, "/notices/").state()["findings"]), [""; 0]);
}

#[test]
fn warnings_are_told_on_the_page_of_the_notice_in_whose_files_they_are() {
    let server = Hub::new().warning("An unused key").serve();
    assert_eq!(messages(&OpenPage::open(&server, "/notices/parking/").state()["findings"]), ["An unused key"]);
    assert_eq!(messages(&OpenPage::open(&server, "/").state()["findings"]), [""; 0]);
}
