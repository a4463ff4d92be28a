//! Maps of sharing: pictures of who gets data from whom.

use super::portal::{Portal, notice_keys};

#[test]
fn a_notice_shows_where_data_comes_from_and_where_it_goes() {
    let keys = "[[personal_data]]\nsource = [\"you\", \"your <landlord>\", { organisation = \"police\" }]\nitems = [\"names\"]\n\
                [[recipients]]\nname = \"Land & Registry\"\n[[recipients]]\nnotice = \"bins\"\n[[recipients]]\norganisation = \"police\"\n";
    let run = Portal::new()
        .notice("council-tax", &format!("{}{keys}", notice_keys("Council Tax")), "")
        .notice("bins", &notice_keys("Bins"), "")
        .file("content/organisations.toml", "[police]\nname = \"Police\"\n")
        .build();
    run.exit(0).silent_about_content();
    let page = run.page("/notices/council-tax/");
    page.is_sound();
    let map = page.part("recipients").element("figure");
    let svg = map.element("svg");
    let attribute = |name: &str| svg.elements().next().and_then(|svg| svg.get(name)).unwrap_or_default().to_owned();
    assert_eq!(
        (attribute("role"), attribute("aria-labelledby")),
        ("img".to_owned(), "map-title map-description".to_owned())
    );
    map.part("map-title").says("Where the data of this service comes from and where it goes: Council Tax");
    map.part("map-description")
        .says("It comes from: You; Your <landlord>; Police. It goes to: Land & Registry; Bins; Police.");
    // Three boxes on the left, the service, three on the right.
    assert_eq!(map.elements().filter(|element| element.name == "rect").count(), 7);
    map.holds("Your &lt;landlord&gt;</text>");
    // The policy for styles would refuse any of these.
    assert!(map.elements().all(|element| element.name != "style" && element.get("style").is_none()));
    assert!(!run.page("/notices/bins/").html.contains("<svg"), "a notice that shares with nobody has no map");
}

#[test]
fn a_map_with_many_boxes_counts_the_rest() {
    let recipients: String = (1..=20).map(|number| format!("[[recipients]]\nname = \"Body {number}\"\n")).collect();
    let run = Portal::new().notice("bins", &format!("{}{recipients}", notice_keys("Bins")), "").build();
    let map = run.page("/notices/bins/").part("recipients").element("figure");
    assert_eq!(map.elements().filter(|element| element.name == "rect").count(), 13);
    map.says("and 9 more").part("map-description").says("Body 20.");
}

#[test]
fn the_hub_shows_who_shares_data_with_most_services() {
    let shared = |names: &[&str]| -> String {
        names.iter().map(|name| format!("[[recipients]]\nname = \"{name}\"\n")).collect()
    };
    let run = Portal::new()
        .notice("bins", &format!("{}{}", notice_keys("Bins"), shared(&["Police", "Registry", "Once"])), "")
        .notice("rates", &format!("{}{}", notice_keys("Rates"), shared(&["Police", "Registry"])), "")
        .notice("rents", &format!("{}{}", notice_keys("Rents").replace("finance", "homes"), shared(&["Police"])), "")
        .build();
    run.exit(0).silent_about_content();
    let page = run.page("/recipients/");
    page.links("See this as a picture", "/recipients/#map".trim_start_matches("/recipients/"));
    let map = page.part("map");
    map.element("table").says("Who Money Homes Police 2 1 Registry 2 0").does_not_say("Once");
    assert_eq!(map.elements().filter(|element| element.name == "circle").count(), 3);
    let alone = Portal::new().notice("bins", &format!("{}{}", notice_keys("Bins"), shared(&["Once"])), "").build();
    alone.page("/recipients/").does_not_say("See this as a picture");
}
