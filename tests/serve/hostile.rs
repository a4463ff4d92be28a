//! What broke other servers: answered or hung up on, and the next visitor never notices.

use std::io::{ErrorKind, Read, Write};
use std::net::Shutdown;

use super::client::{Reply, connect, get, place, reply, send};
use super::hub::Hub;
use super::page::socket;

/// The server still answers.
#[track_caller]
fn lives(server: &noticeboard::serve::Server) {
    assert_eq!(get(server, "/").status, 200);
}

#[test]
fn no_path_leads_out_of_the_site() {
    let server = Hub::new().serve();
    let ups = ["/../", "/%2e%2e/", "/..%2f", "/%2e%2e%2f", "/..\\", "/..%5c", "/%252e%252e%252f", "/....//", "/..;/"];
    let targets = ["etc/passwd", "Cargo.toml", "windows/win.ini", "site.toml"];
    let mut paths: Vec<String> = ups
        .iter()
        .flat_map(|up| targets.iter().map(move |target| format!("{}{target}", up.repeat(8).replace("//", "/"))))
        .collect();
    let whole =
        ["//etc/passwd", "/C:/windows/win.ini", "/C%3A%5Cwindows%5Cwin.ini", "/file:///etc/passwd", "/%2fetc/passwd"];
    let odd = [
        "/%00",
        "/index.html%00.png",
        "/index.html%00",
        "/%",
        "/%zz",
        "/%ff%fe",
        "/%c0%ae%c0%ae/",
        "/~",
        "/.git/config",
    ];
    let folders = ["/notices/../../Cargo.toml", "/assets/../notices/", "/./", "/notices/./", "//", "/notices//"];
    for list in [&whole[..], &odd, &folders] {
        paths.extend(list.iter().map(|path| (*path).to_owned()));
    }
    for path in paths {
        let reply = get(&server, &path);
        assert_eq!(reply.status, 404, "{path}");
        assert!(reply.text().contains("<body>404.html</body>"), "{path}");
    }
    lives(&server);
}

#[test]
fn what_is_no_request_gets_an_answer_or_none() {
    let server = Hub::new().serve();
    let long = "x".repeat(1 << 20);
    let fields: String = (0..5000).map(|number| format!("X-{number}: y\r\n")).collect();
    let host = format!("Host: {}\r\n", place(&server));
    for request in [
        format!("GET /{long} HTTP/1.1\r\n{host}\r\n"),
        format!("GET / HTTP/1.1\r\n{host}X: {long}\r\n\r\n"),
        format!("GET / HTTP/1.1\r\n{host}{fields}\r\n"),
        format!("{long} / HTTP/1.1\r\n{host}\r\n"),
        format!("GET / HTTP/9.9\r\n{host}\r\n"),
        format!("GET /\0 HTTP/1.1\r\n{host}\r\n"),
        format!("GET / HTTP/1.1\r\n{host}X: a\0b\r\n\r\n"),
        format!("GET / HTTP/1.1\r\n{host}Content-Length: -1\r\n\r\n"),
        format!("GET / HTTP/1.1\r\n{host}Content-Length: 1\r\nContent-Length: 2\r\n\r\n"),
        format!("GET / HTTP/1.1\r\n{host} folded: x\r\n\r\n"),
        format!("GET  /  HTTP/1.1\r\n{host}\r\n"),
        "GET /\r\n\r\n".to_owned(),
        "\r\n\r\n\r\n".to_owned(),
        "\u{16}\u{3}\u{1}\u{2}\0\u{1}".to_owned() + &"\0".repeat(500),
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_owned(),
    ] {
        let mut stream = connect(&server);
        let _ = stream.write_all(request.as_bytes());
        let _ = stream.shutdown(Shutdown::Write);
        let Reply { status, .. } = reply(stream);
        let start: String = request.chars().take(60).collect();
        assert!(status == 0 || (400..600).contains(&status), "{status} for {start:?}");
    }
    lives(&server);
}

#[test]
fn a_body_is_not_waited_for() {
    let server = Hub::new().serve();
    let host = place(&server);
    let head = format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: 1000000000000\r\n\r\nx");
    assert_eq!(send(&server, head.as_bytes()).status, 200);
    let head = format!("POST / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: 99999999999\r\n\r\nx");
    assert_eq!(send(&server, head.as_bytes()).status, 405);
}

#[test]
fn targets_that_are_no_paths_are_refused() {
    let server = Hub::new().serve();
    let host = place(&server);
    for line in ["OPTIONS *", "CONNECT rebound.example:443", "GET rebound.example", "GET *", "GET ?x", "GET #x"] {
        let request = format!("{line} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        let status = send(&server, request.as_bytes()).status;
        assert!((400..500).contains(&status), "{status} for {line}");
    }
    lives(&server);
}

#[test]
fn a_half_request_is_given_up() {
    let server = Hub::new().serve();
    let halves = ["", "G", "GET / HTTP/1.1\r\nHost: loc", "GET / HTTP/1.1\r\nHost: localhost\r\n"];
    let streams = halves.map(|half| {
        let mut stream = connect(&server);
        stream.write_all(half.as_bytes()).unwrap();
        stream
    });
    lives(&server);
    for (half, stream) in halves.iter().zip(streams) {
        let status = reply(stream).status;
        assert!(matches!(status, 0 | 408), "{status} for {half:?}");
    }
}

#[test]
fn noise_gets_an_answer_or_none() {
    let server = Hub::new().serve();
    // The same noise in every run: a linear congruential generator.
    let mut state = 1_u64;
    let mut noise = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u8::try_from(state >> 56).unwrap()
    };
    let request = format!("GET /notices/?a=b HTTP/1.1\r\nHost: {}\r\nIf-None-Match: \"x\"\r\n\r\n", place(&server));
    for round in 0..300 {
        let mut bytes = request.clone().into_bytes();
        for _ in 0..=round % 5 {
            let at = usize::from(noise()) % bytes.len();
            bytes[at] = noise();
        }
        let mut stream = connect(&server);
        let _ = stream.write_all(&bytes);
        let _ = stream.shutdown(Shutdown::Write);
        let status = reply(stream).status;
        assert_ne!(status / 100, 5, "{:?}", String::from_utf8_lossy(&bytes));
    }
    lives(&server);
}

#[test]
fn a_socket_that_breaks_its_rules_is_hung_up_on() {
    let server = Hub::new().serve();
    let endless = [&[0x81, 0xff][..], &[0x7f; 8], &[1, 2, 3, 4], b"only the start"].concat();
    let unmasked = b"\x81\x01?".to_vec();
    let reserved = vec![0xff; 64];
    let long_ping = [&[0x89, 0xfe, 0x01, 0x00][..], &[0; 300]].concat();
    for frame in [endless, unmasked, reserved, long_ping] {
        let mut stream = socket(&server, "/").into_inner();
        let _ = stream.write_all(&frame);
        let mut rest = Vec::new();
        let end = stream.read_to_end(&mut rest);
        let is_late = |kind: ErrorKind| matches!(kind, ErrorKind::WouldBlock | ErrorKind::TimedOut);
        assert!(!end.is_err_and(|error| is_late(error.kind())), "still open after {frame:?}");
    }
    lives(&server);
}

#[test]
fn thousands_of_idle_connections_keep_nobody_out() {
    let server = Hub::new().serve();
    let mut idle = Vec::new();
    for number in 0..3000 {
        // The system may refuse us more; the oldest of ours have been hung up on anyway.
        if idle.len() >= 500 {
            idle.drain(..250);
        }
        idle.push(connect(&server));
        if number % 100 == 0 {
            // And lets the server catch up: the queue of the system is short.
            lives(&server);
        }
    }
    lives(&server);
    drop(idle);
    lives(&server);
}

#[test]
fn a_visitor_that_never_reads_keeps_nobody_out() {
    let server = Hub::new().file("documents/large.pdf", vec![0; 8 << 20]).serve();
    let request = format!("GET /documents/large.pdf HTTP/1.1\r\nHost: {}\r\n\r\n", place(&server));
    let deaf: Vec<_> = (0..150)
        .map(|_| {
            let mut stream = connect(&server);
            stream.write_all(request.as_bytes()).unwrap();
            stream
        })
        .collect();
    lives(&server);
    drop(deaf);
}
