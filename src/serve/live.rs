//! The socket of an open page: it is told its state when it asks, and whenever something else is shown.

use std::sync::Arc;

use futures_util::{SinkExt, StreamExt};
use hyper::body::Incoming;
use hyper::upgrade::Upgraded;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use percent_encoding::percent_decode_str;
use tokio::sync::watch;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::handshake::server::create_response_with_body;
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocketConfig};

use super::answer::Body;
use super::shown::Shown;
use super::state;

/// Where the socket is.
pub const PATH: &str = "/-/noticeboard/live";

/// The longest message that a page may send. It only ever asks, in a word.
const LONGEST_MESSAGE: usize = 1024;

/// Answers a request for a socket, and gives the conversation that follows once it is open. None if it is no such
/// request.
pub fn begin(
    mut request: Request<Incoming>,
    shown: watch::Receiver<Arc<Shown>>,
) -> Option<(Response<Body>, impl Future<Output = ()> + Send + 'static)> {
    let response = create_response_with_body(&request, Body::default).ok()?;
    let page = page_of(request.uri().query().unwrap_or_default());
    let upgrade = hyper::upgrade::on(&mut request);
    let conversation = async move {
        if let Ok(upgraded) = upgrade.await {
            let config = WebSocketConfig::default()
                .max_message_size(Some(LONGEST_MESSAGE))
                .max_frame_size(Some(LONGEST_MESSAGE))
                .read_buffer_size(LONGEST_MESSAGE);
            let socket = WebSocketStream::from_raw_socket(TokioIo::new(upgraded), Role::Server, Some(config)).await;
            converse(socket, &page, shown).await;
        }
    };
    Some((response, conversation))
}

/// The path of the page that asks: `page=` of the query, as the browser's address bar has it.
fn page_of(query: &str) -> String {
    let value = query.split('&').find_map(|pair| pair.strip_prefix("page=")).unwrap_or_default();
    percent_decode_str(value).decode_utf8_lossy().into_owned()
}

/// Says the state of the page at once, on every change and whenever it asks, until either side goes.
async fn converse(mut socket: WebSocketStream<TokioIo<Upgraded>>, page: &str, mut shown: watch::Receiver<Arc<Shown>>) {
    loop {
        let now = Arc::clone(&shown.borrow_and_update());
        if socket.send(Message::text(state::of(&now, page))).await.is_err() {
            return;
        }
        loop {
            tokio::select! {
                changed = shown.changed() => match changed {
                    Ok(()) => break,
                    Err(_) => return,
                },
                message = socket.next() => match message {
                    Some(Ok(Message::Text(_))) => break,
                    Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                    _ => return,
                },
            }
        }
    }
}
