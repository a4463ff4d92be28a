//! Who may ask. A page on some other site can make a browser send requests here, even under a name of its own that it
//! points at this machine (DNS rebinding): what it cannot do is make the browser say another `Host` or `Origin`.

use std::net::IpAddr;

use hyper::Uri;
use hyper::header::{HOST, HeaderMap, HeaderName, ORIGIN};

use super::listen::{LOCALHOST, bare};

/// The names under which the preview answers.
#[derive(Clone, Debug)]
pub struct Admission {
    /// The host that was asked for, in lower case and without brackets.
    host: String,
    /// Whether every address of this machine is meant.
    is_everywhere: bool,
}

impl Admission {
    /// Admits names of this machine and the host that was asked for. Where that is every address of this machine,
    /// addresses are admitted and no further names: an address cannot be pointed elsewhere.
    pub fn new(host: &str) -> Self {
        let host = bare(host).to_ascii_lowercase();
        let is_everywhere = host.parse::<IpAddr>().is_ok_and(|ip| ip.is_unspecified());
        Admission { host, is_everywhere }
    }

    /// Whether a request names us: by its one `Host`, and by its target where that is a whole address.
    /// The port does not matter, so that a forwarded one works: it is the name that an attacker cannot choose.
    pub fn admits(&self, target: &Uri, headers: &HeaderMap) -> bool {
        let names_us = |host: &str| name(host).is_some_and(|name| self.is_ours(&name));
        let target_is_fine = target.authority().is_none_or(|authority| names_us(authority.as_str()));
        target_is_fine && only(headers, HOST).is_some_and(names_us)
    }

    /// Whether the page that asks is one of ours: its origin is the host that it asks. A request without any origin
    /// does not come from a page.
    pub fn is_from_ourselves(headers: &HeaderMap) -> bool {
        let (Some(origin), Some(host)) = (only(headers, ORIGIN), only(headers, HOST)) else { return false };
        let after_scheme = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
        after_scheme.is_some_and(|origin| origin.eq_ignore_ascii_case(host))
    }

    fn is_ours(&self, name: &str) -> bool {
        let is_loopback = |ip: IpAddr| ip.is_loopback();
        name == LOCALHOST
            || name.strip_suffix(LOCALHOST).is_some_and(|before| before.ends_with('.'))
            || name == self.host
            || name.parse().is_ok_and(|ip| self.is_everywhere || is_loopback(ip))
    }
}

/// The value of a header that is there exactly once.
fn only(headers: &HeaderMap, header: HeaderName) -> Option<&str> {
    let mut values = headers.get_all(header).iter();
    let value = values.next()?;
    if values.next().is_some() { None } else { value.to_str().ok() }
}

/// The name in `name:port`, in lower case and without brackets; none if there is something else.
fn name(host: &str) -> Option<String> {
    let end = if host.starts_with('[') { host.find(']')? + 1 } else { host.find(':').unwrap_or(host.len()) };
    let (name, port) = host.split_at(end);
    let is_port = |port: &str| port.parse::<u16>().is_ok() && port.bytes().all(|byte| byte.is_ascii_digit());
    let port_is_fine = port.is_empty() || port.strip_prefix(':').is_some_and(is_port);
    (port_is_fine && !name.is_empty()).then(|| bare(name).to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(asked_for: &str, hosts: &[&str], admitted: bool) {
        for host in hosts {
            let mut headers = HeaderMap::new();
            headers.insert(HOST, host.parse().unwrap());
            let admission = Admission::new(asked_for);
            assert_eq!(admission.admits(&Uri::from_static("/"), &headers), admitted, "{host} at {asked_for}");
        }
    }

    #[test]
    fn names_of_this_machine_are_admitted() {
        let ours = ["localhost", "localhost:8000", "LOCALHOST:1", "hub.localhost:8000", "127.0.0.1:8000", "[::1]:8000"];
        check("localhost", &ours, true);
        check("hub.test.example", &ours, true);
        check("hub.test.example", &["hub.test.example:8000", "Hub.Test.Example"], true);
        check("0.0.0.0", &["192.0.2.1:8000", "[2001:db8::1]:8000", "localhost:8000"], true);
    }

    #[test]
    fn other_names_are_not() {
        let others = [
            "rebound.example",
            "rebound.example:8000",
            "localhost.rebound.example",
            "notlocalhost",
            "192.0.2.1:8000",
            "localhost:8000:1",
            "localhost:x",
            "localhost:+1",
            "localhost@rebound.example",
            "[::1",
            "",
            ":8000",
        ];
        check("localhost", &others, false);
        check("0.0.0.0", &["rebound.example:8000", "hub.test.example"], false);
    }

    #[test]
    fn a_request_names_its_host_once_and_does_not_contradict_itself() {
        let admission = Admission::new("localhost");
        let mut headers = HeaderMap::new();
        assert!(!admission.admits(&Uri::from_static("/"), &headers), "no host");
        headers.append(HOST, "localhost".parse().unwrap());
        assert!(!admission.admits(&Uri::from_static("http://rebound.example/"), &headers));
        assert!(admission.admits(&Uri::from_static("http://localhost/"), &headers));
        headers.append(HOST, "localhost".parse().unwrap());
        assert!(!admission.admits(&Uri::from_static("/"), &headers), "two hosts");
    }

    #[test]
    fn only_pages_of_this_hub_are_ourselves() {
        let is_ours = |origin: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(HOST, "localhost:8000".parse().unwrap());
            headers.insert(ORIGIN, origin.parse().unwrap());
            Admission::is_from_ourselves(&headers)
        };
        assert!(is_ours("http://localhost:8000") && is_ours("https://localhost:8000"));
        for other in
            ["http://localhost:9000", "http://rebound.example", "null", "localhost:8000", "ws://localhost:8000"]
        {
            assert!(!is_ours(other), "{other}");
        }
    }
}
