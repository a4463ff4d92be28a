//! Where the preview listens, and that it ends.

use std::net::{TcpListener, TcpStream};

use noticeboard::serve::{Options, Server};

use super::client::{connect, get, place, reply};
use super::hub::{Hub, start};

#[test]
fn a_port_that_is_taken_is_an_error_where_it_was_asked_for() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let error = Server::start(&Options { port: Some(port), ..Options::default() }).unwrap_err().to_string();
    assert!(error.contains(&format!("Port {port} is in use")) && error.contains("--port"), "{error}");
}

#[test]
fn without_a_port_two_servers_find_one_each() {
    let (first, second) = (Server::start(&Options::default()).unwrap(), Server::start(&Options::default()).unwrap());
    assert_ne!(first.address(), second.address());
    for server in [&first, &second] {
        assert!(server.address().starts_with("http://localhost:"), "{}", server.address());
        assert_eq!(get(server, "/").status, 503);
    }
}

#[test]
fn this_machine_alone_is_reached_by_either_of_its_addresses_and_no_other() {
    let server = Hub::new().serve();
    let port = place(&server).rsplit(':').next().unwrap().to_owned();
    assert!(TcpStream::connect(format!("127.0.0.1:{port}")).is_ok());
    // Where the system has an IPv6 loopback it is ours too: browsers try it first.
    if TcpListener::bind("[::1]:0").is_ok() {
        assert!(TcpStream::connect(format!("[::1]:{port}")).is_ok());
    }
    assert!(TcpStream::connect(format!("127.0.0.2:{port}")).is_err(), "another address of the machine");
}

#[test]
fn a_host_without_an_address_is_an_error() {
    let options = Options { host: "no such host".into(), port: None };
    let error = Server::start(&options).unwrap_err().to_string();
    assert!(error.contains("no such host"), "{error}");
}

#[test]
fn every_address_of_the_machine_is_listened_on_only_when_asked_for() {
    let server = Server::start(&Options { host: "0.0.0.0".into(), port: Some(0) }).unwrap();
    Hub::new().show(&server, 1);
    assert!(server.address().starts_with("http://localhost:"), "a browser cannot open 0.0.0.0");
    assert_eq!(get(&server, "/").status, 200);
}

#[test]
fn the_end_hangs_up_and_frees_the_port() {
    let server = start();
    let place = place(&server);
    let open = connect(&server);
    server.stop();
    assert_eq!(reply(open).status, 0);
    assert!(TcpListener::bind(place).is_ok());
}
