//! HTTP byte by byte, so that a test can send what no library would.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use noticeboard::serve::Server;

/// How long any answer may take.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// A response.
#[derive(Debug)]
pub struct Reply {
    /// Its status; 0 if the server hung up without a word.
    pub status: u16,
    head: String,
    /// Its body.
    pub body: Vec<u8>,
}

impl Reply {
    /// The value of a field.
    pub fn field(&self, name: &str) -> Option<&str> {
        let mut fields = self.head.lines().skip(1).filter_map(|line| line.split_once(": "));
        fields.find(|(field, _)| field.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// `127.0.0.1:8000` of a server.
pub fn place(server: &Server) -> String {
    let address = server.address();
    let host = address.trim_start_matches("http://").split('/').next().unwrap().to_owned();
    host.replace("localhost", "127.0.0.1")
}

/// A connection to a server.
pub fn connect(server: &Server) -> TcpStream {
    let stream = TcpStream::connect(place(server)).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream
}

/// Gets a path as a browser would.
pub fn get(server: &Server, path: &str) -> Reply {
    ask(server, "GET", path, &[])
}

/// Asks for a path by some method, with further fields.
pub fn ask(server: &Server, method: &str, path: &str, fields: &[&str]) -> Reply {
    let mut request = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n", place(server));
    fields.iter().for_each(|field| request.push_str(&format!("{field}\r\n")));
    send(server, format!("{request}\r\n").as_bytes())
}

/// Sends some bytes and reads until the server hangs up.
pub fn send(server: &Server, bytes: &[u8]) -> Reply {
    let mut stream = connect(server);
    // A server may refuse before it has read everything.
    let _ = stream.write_all(bytes);
    let _ = stream.flush();
    reply(stream)
}

/// What a server sends until it hangs up.
pub fn reply(mut stream: TcpStream) -> Reply {
    let mut bytes = Vec::new();
    match stream.read_to_end(&mut bytes) {
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::ConnectionReset => {}
        Err(error) => panic!("no end of the answer: {error}, after {:?}", String::from_utf8_lossy(&bytes)),
    }
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap_or(bytes.len());
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    Reply { status, head, body: bytes.get(end + 4..).unwrap_or_default().to_vec() }
}
