//! Other sites in the author's browser: they cannot read the hub, under whatever name they reach this machine.

use super::client::{place, send};
use super::hub::Hub;

/// What asks for a socket.
const KEY: &str = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n\
                   Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

#[test]
fn another_host_is_refused_on_every_route() {
    let server = Hub::new().serve();
    let place = place(&server);
    let port = place.rsplit(':').next().unwrap();
    for path in
        ["/", "/notices", "/nothing/", "/-/noticeboard/live.js", "/-/noticeboard/live.css", "/-/noticeboard/live"]
    {
        for host in [&format!("rebound.example:{port}"), "rebound.example", "", "localhost.rebound.example"] {
            let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n{KEY}\r\n");
            let request = request.replace("Connection: Upgrade", "Connection: Upgrade, close");
            let reply = send(&server, request.as_bytes());
            assert_eq!(reply.status, 403, "{path} of {host}");
            assert!(!reply.text().contains("notices"), "{path} of {host}");
        }
    }
}

#[test]
fn a_request_must_name_one_host() {
    let server = Hub::new().serve();
    for fields in ["", "Host: localhost\r\nHost: localhost\r\n", "Host: localhost\r\nHost: rebound.example\r\n"] {
        let request = format!("GET / HTTP/1.1\r\n{fields}Connection: close\r\n\r\n");
        assert_eq!(send(&server, request.as_bytes()).status, 403, "{fields:?}");
    }
    let whole = "GET http://rebound.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    assert_eq!(send(&server, whole.as_bytes()).status, 403, "the target names another host");
}

#[test]
fn the_socket_opens_for_pages_of_this_hub_alone() {
    let server = Hub::new().serve();
    let place = place(&server);
    let open = |origin: &str| {
        let path = "/-/noticeboard/live?page=/";
        let request = format!("GET {path} HTTP/1.1\r\nHost: {place}\r\n{origin}{KEY}\r\n");
        let mut stream = super::client::connect(&server);
        std::io::Write::write_all(&mut stream, request.as_bytes()).unwrap();
        let mut head = [0; 12];
        std::io::Read::read_exact(&mut stream, &mut head).unwrap();
        String::from_utf8_lossy(&head).into_owned()
    };
    assert_eq!(open(&format!("Origin: http://{place}\r\n")), "HTTP/1.1 101");
    for origin in ["", "Origin: null\r\n", "Origin: http://localhost:1\r\n", "Origin: http://rebound.example\r\n"] {
        assert_eq!(open(origin), "HTTP/1.1 403", "{origin:?}");
    }
}
