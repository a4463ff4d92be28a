//! What is served where: exact keys below the hub's path, with the fields that they need.

use super::client::{ask, get};
use super::hub::{Hub, start};

#[test]
fn a_page_is_served_with_the_script_of_the_preview_and_a_file_as_it_is() {
    let server = Hub::new().serve();
    let page = get(&server, "/notices/parking/");
    assert_eq!((page.status, page.field("content-type")), (200, Some("text/html; charset=utf-8")));
    assert!(page.text().contains("<body>notices/parking/index.html</body>"));
    assert_eq!(page.text().matches("<script src=\"/-/noticeboard/live.js\"").count(), 1);
    assert_eq!(get(&server, "/notices/parking/index.html").text(), page.text());
    assert_eq!(get(&server, "/assets/paper.png").body, b"\x89PNG");
    assert_eq!(get(&server, "/documents/Form%201.pdf").body, b"%PDF");
}

#[test]
fn content_types_are_those_of_the_names() {
    let types = [
        ("style.css", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("a.json", "application/json"),
        ("a.svg", "image/svg+xml"),
        ("a.PDF", "application/pdf"),
        ("a.csv", "text/csv; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("_headers", "application/octet-stream"),
    ];
    let hub = types.iter().fold(Hub::new(), |hub, (name, _)| hub.file(name, "x"));
    let server = hub.serve();
    for (name, content_type) in types {
        assert_eq!(get(&server, &format!("/{name}")).field("content-type"), Some(content_type), "{name}");
    }
}

#[test]
fn every_answer_forbids_what_the_hub_forbids_and_shares_with_nobody() {
    let server = Hub::new().serve();
    for path in ["/", "/assets/style.css", "/nothing/", "/notices", "/-/noticeboard/live.js", "/-/noticeboard/live"] {
        let reply = get(&server, path);
        assert!(reply.field("content-security-policy").unwrap().starts_with("default-src 'none'"), "{path}");
        assert_eq!(reply.field("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(reply.field("cross-origin-resource-policy"), Some("same-origin"), "{path}");
        assert_eq!(reply.field("access-control-allow-origin"), None, "{path}");
        assert!(matches!(reply.field("cache-control"), Some("no-cache" | "no-store")), "{path}");
    }
}

#[test]
fn a_wrong_address_gets_the_page_for_it_and_the_status() {
    let server = Hub::new().serve();
    for path in ["/nothing/", "/nothing", "/notices/parking/x", "/documents/", "/assets", "/NOTICES/"] {
        let reply = get(&server, path);
        assert_eq!(reply.status, 404, "{path}");
        assert!(reply.text().contains("<body>404.html</body>"), "{path}");
    }
    let server = Hub::new().without("404.html").serve();
    assert_eq!(get(&server, "/nothing/").status, 404);
}

#[test]
fn a_folder_without_its_slash_redirects_and_keeps_the_query() {
    let server = Hub::new().serve();
    let reply = get(&server, "/notices/parking?a=1&b=%2F");
    assert_eq!((reply.status, reply.field("location")), (301, Some("/notices/parking/?a=1&b=%2F")));
    assert_eq!(reply.field("cache-control"), Some("no-store"), "browsers keep redirects for other hubs on this port");
    for path in ["//evil.example", "//evil.example/", "/%2fevil.example", "/\\evil.example", "//notices", "/./notices"]
    {
        let reply = get(&server, path);
        assert!(reply.field("location").is_none(), "{path} leads to {:?}", reply.field("location"));
    }
}

#[test]
fn a_hub_below_a_path_is_served_below_it() {
    let server = Hub::new().at("/privacy/").serve();
    assert!(server.address().ends_with("/privacy/"));
    assert!(get(&server, "/privacy/notices/").text().contains("<body>notices/index.html</body>"));
    for path in ["/", "/privacy"] {
        assert_eq!(get(&server, path).field("location"), Some("/privacy/"), "{path}");
    }
    assert_eq!(get(&server, "/privacy/notices").field("location"), Some("/privacy/notices/"));
    assert_eq!(get(&server, "/notices/").status, 404);
    assert_eq!(get(&server, "/privacyx/").status, 404);
    let server = Hub::new().at("//evil.example/").serve();
    assert_eq!(get(&server, "/").field("location"), Some("/evil.example/"), "one slash, so that it stays here");
}

#[test]
fn head_is_get_without_the_body() {
    let server = Hub::new().serve();
    for path in ["/", "/assets/style.css", "/nothing/", "/notices"] {
        let (get, head) = (get(&server, path), ask(&server, "HEAD", path, &[]));
        assert!(head.body.is_empty() && !get.body.is_empty(), "{path}");
        assert_eq!(head.status, get.status, "{path}");
        for field in ["content-type", "content-length", "etag", "location"] {
            assert_eq!(head.field(field), get.field(field), "{path} {field}");
        }
    }
}

#[test]
fn what_a_client_has_is_not_sent_again_until_it_changes() {
    let server = Hub::new().serve();
    for path in ["/", "/assets/style.css", "/documents/Form%201.pdf", "/-/noticeboard/live.css"] {
        let tag = get(&server, path).field("etag").unwrap().to_owned();
        for list in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_owned()] {
            let reply = ask(&server, "GET", path, &[&format!("If-None-Match: {list}")]);
            assert_eq!((reply.status, reply.body.len()), (304, 0), "{path} {list}");
            assert_eq!(reply.field("etag"), Some(tag.as_str()), "{path}");
        }
        assert_eq!(ask(&server, "GET", path, &["If-None-Match: \"other\""]).status, 200, "{path}");
    }
    let tag = get(&server, "/").field("etag").unwrap().to_owned();
    Hub::new().file("index.html", "new").show(&server, 2);
    assert_eq!(ask(&server, "GET", "/", &[&format!("If-None-Match: {tag}")]).status, 200);
}

#[test]
fn only_reading_is_allowed() {
    let server = Hub::new().serve();
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND"] {
        for path in ["/", "/nothing/", "/-/noticeboard/live.js"] {
            let reply = ask(&server, method, path, &["Content-Length: 0"]);
            assert_eq!((reply.status, reply.field("allow")), (405, Some("GET, HEAD")), "{method} {path}");
        }
    }
}

#[test]
fn the_last_complete_site_stays_while_the_content_has_errors() {
    let server = start();
    let reply = get(&server, "/notices/");
    assert_eq!(reply.status, 503);
    assert!(reply.text().contains("There is nothing to show yet"));
    Hub::new().error("broken").show(&server, 1);
    assert_eq!(get(&server, "/notices/").status, 503);
    Hub::new().at("/privacy/").show(&server, 2);
    assert_eq!(get(&server, "/privacy/notices/").status, 200);
    Hub::new().file("notices/index.html", "new").error("broken").show(&server, 3);
    server.fault(4, "a broken invariant");
    assert!(get(&server, "/privacy/notices/").text().contains("<body>notices/index.html</body>"));
    assert!(server.address().ends_with("/privacy/"));
    Hub::new().file("notices/index.html", "new").without("notices/parking/index.html").show(&server, 5);
    assert!(get(&server, "/notices/").text().starts_with("new"));
    assert_eq!(get(&server, "/notices/parking/").status, 404);
}
