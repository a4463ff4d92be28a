//! The socket of an open page.

use std::io::ErrorKind;
use std::net::TcpStream;

use noticeboard::serve::Server;
use serde_json::Value;
use tokio_tungstenite::tungstenite::client::{IntoClientRequest, client};
use tokio_tungstenite::tungstenite::{Error, Message, WebSocket};

use super::client::{connect, get, place};

/// An open page, as far as the server can tell.
pub struct OpenPage {
    socket: WebSocket<TcpStream>,
    page: String,
    styles: String,
}

/// What the script of a page would do.
#[derive(Debug, PartialEq, Eq)]
pub enum Deed {
    /// Load the page again.
    Reload,
    /// Swap the style sheets.
    Swap,
    /// Nothing.
    Nothing,
}

impl OpenPage {
    /// Loads a page and opens its socket.
    pub fn open(server: &Server, path: &str) -> Self {
        let html = get(server, path).text();
        let socket = socket(server, path);
        OpenPage { socket, page: attribute(&html, "data-page"), styles: attribute(&html, "data-styles") }
    }

    /// The next state that the server says.
    pub fn state(&mut self) -> Value {
        loop {
            if let Message::Text(text) = self.socket.read().unwrap() {
                return serde_json::from_str(&text).unwrap();
            }
        }
    }

    /// What the script does on the next state.
    pub fn deed(&mut self) -> Deed {
        let state = self.state();
        if state["page"] != self.page {
            Deed::Reload
        } else if state["styles"] != self.styles {
            Deed::Swap
        } else {
            Deed::Nothing
        }
    }

    /// Asks for the state.
    pub fn ask(&mut self) {
        self.say(Message::text("?"));
    }

    /// Sends anything.
    pub fn say(&mut self, message: Message) {
        self.socket.send(message).unwrap();
    }

    /// Whether the server has hung up.
    pub fn is_closed(&mut self) -> bool {
        let end = std::iter::repeat_with(|| self.socket.read()).find_map(Result::err).unwrap();
        !matches!(&end, Error::Io(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut))
    }
}

/// Opens the socket of a page, as a browser does.
pub fn socket(server: &Server, path: &str) -> WebSocket<TcpStream> {
    let place = place(server);
    let address = format!("ws://{place}/-/noticeboard/live?page={}", path.replace('%', "%25").replace('/', "%2F"));
    let mut request = address.into_client_request().unwrap();
    request.headers_mut().insert("Origin", format!("http://{place}").parse().unwrap());
    client(request, connect(server)).unwrap().0
}

fn attribute(html: &str, name: &str) -> String {
    let start = html.find(&format!("{name}=\"")).unwrap() + name.len() + 2;
    html[start..start + html[start..].find('"').unwrap()].to_owned()
}
