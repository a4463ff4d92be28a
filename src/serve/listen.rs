//! Where the preview listens: loopback unless asked, port 8000 or the next free one unless told.

use std::fmt;
use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, TcpListener, ToSocketAddrs};

/// The name for this machine alone.
pub const LOCALHOST: &str = "localhost";

/// The first port to try where none is given.
const FIRST_PORT: u16 = 8000;

/// How many ports to try before any free one will do.
const TRIES: u16 = 100;

/// Where to listen.
#[derive(Clone, Debug)]
pub struct Options {
    /// A name or an address. `localhost` is this machine alone, `0.0.0.0` whoever can reach it.
    pub host: String,
    /// Exactly this port (0: any free one), or where there is none, 8000 or the next free one.
    pub port: Option<u16>,
}

impl Default for Options {
    fn default() -> Self {
        Options { host: LOCALHOST.to_owned(), port: None }
    }
}

/// Why the preview could not start: a complete sentence.
#[derive(Debug)]
pub struct Error(String);

impl Error {
    /// What could not be done, and what the system says.
    pub fn new(what: &str, error: &io::Error) -> Self {
        Error(format!("{what}: {error}."))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

/// An address that is ours.
#[derive(Debug)]
pub struct Bound {
    /// A listener for each address that the host has.
    pub listeners: Vec<TcpListener>,
    /// Their port, the same for all.
    port: u16,
}

impl Bound {
    /// How a browser on this machine names it: `http://localhost:8000`.
    pub fn origin(&self, host: &str) -> String {
        let host = match bare(host).parse::<IpAddr>() {
            Ok(ip) if ip.is_unspecified() => LOCALHOST.to_owned(),
            Ok(IpAddr::V6(ip)) => format!("[{ip}]"),
            _ => host.to_owned(),
        };
        format!("http://{host}:{}", self.port)
    }
}

/// An address without the brackets that it has in a URL.
pub fn bare(host: &str) -> &str {
    host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host)
}

/// Binds every address of the host on one port.
pub fn bind(options: &Options) -> Result<Bound, Error> {
    let host = &options.host;
    let ips =
        addresses(host).map_err(|error| Error::new(&format!("There is no address for the host `{host}`"), &error))?;
    let Some(port) = options.port else {
        let ports = (FIRST_PORT..FIRST_PORT + TRIES).chain([0]);
        let mut last = None;
        for port in ports {
            match bind_all(&ips, port) {
                Err(error) if error.kind() == ErrorKind::AddrInUse => last = Some(error),
                other => return other.map_err(|error| Error::new(&format!("Cannot listen on {host}"), &error)),
            }
        }
        let last = last.unwrap_or_else(|| ErrorKind::AddrInUse.into());
        return Err(Error::new(&format!("Cannot listen on {host}: no port is free"), &last));
    };
    bind_all(&ips, port).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => {
            Error(format!("Port {port} is in use. Choose another with --port, or leave it out for the next free one."))
        }
        _ => Error::new(&format!("Cannot listen on {host}, port {port}"), &error),
    })
}

/// The addresses of a host. That of this machine has two, since browsers try either first.
fn addresses(host: &str) -> io::Result<Vec<IpAddr>> {
    if host.eq_ignore_ascii_case(LOCALHOST) {
        return Ok(vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()]);
    }
    if let Ok(ip) = bare(host).parse() {
        return Ok(vec![ip]);
    }
    let mut ips: Vec<IpAddr> = (host, 0).to_socket_addrs()?.map(|address| address.ip()).collect();
    ips.sort();
    ips.dedup();
    if ips.is_empty() { Err(ErrorKind::NotFound.into()) } else { Ok(ips) }
}

/// Binds all addresses on one port. One that this machine does not have, such as those of IPv6 where it is off, is left
/// out unless it is the only one; one whose port somebody else has is an error.
fn bind_all(ips: &[IpAddr], port: u16) -> io::Result<Bound> {
    let mut bound = Bound { listeners: Vec::new(), port };
    let mut missing = None;
    for ip in ips {
        match TcpListener::bind((*ip, bound.port)) {
            Ok(listener) => {
                listener.set_nonblocking(true)?;
                bound.port = listener.local_addr()?.port();
                bound.listeners.push(listener);
            }
            Err(error) if matches!(error.kind(), ErrorKind::AddrInUse | ErrorKind::PermissionDenied) => {
                return Err(error);
            }
            Err(error) => missing = Some(error),
        }
    }
    match missing {
        Some(error) if bound.listeners.is_empty() => Err(error),
        _ => Ok(bound),
    }
}
