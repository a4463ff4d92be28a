//! The response to a request: a function of the request and of what is shown.

use std::sync::Arc;

use bytes::Bytes;
use http_body_util::Full;
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::{Method, Response, StatusCode, Uri};

use super::lookup::{self, Found, NOT_FOUND};
use super::shown::{Complete, Shown};
use super::watermark::{SCRIPT, SCRIPT_PATH, Watermark};
use crate::domain::media;
use crate::render::POLICY;
use crate::text::Digest;

/// The body of a response.
pub type Body = Full<Bytes>;

/// Addresses below this are ours, and not the hub's.
const OURS: &str = "/-/noticeboard/";

/// Where the style sheet of overlay and bar is.
const STYLE_PATH: &str = "/-/noticeboard/live.css";
const STYLE: &str = include_str!("live.css");

/// What every address shows until a site has been complete.
const WAITING: &str = include_str!("waiting.html");

/// The answer to a request that is not for the socket.
pub fn to(method: &Method, target: &Uri, headers: &HeaderMap, shown: &Shown) -> Response<Body> {
    if method != Method::GET && method != Method::HEAD {
        let mut response = plain(StatusCode::METHOD_NOT_ALLOWED, "This preview can only be read.\n");
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    let response = match (target.path(), &shown.complete) {
        (SCRIPT_PATH, _) => respond(StatusCode::OK, media::content_type(SCRIPT_PATH), SCRIPT),
        (STYLE_PATH, _) => respond(StatusCode::OK, media::content_type(STYLE_PATH), STYLE),
        (path, _) if path.starts_with(OURS) => plain(StatusCode::NOT_FOUND, "There is nothing here.\n"),
        (_, None) => waiting(),
        (path, Some(complete)) => match lookup::find(complete, path) {
            Found::File(key) => file(complete, &key, StatusCode::OK),
            Found::Elsewhere(path) => elsewhere(&path, target.query()),
            Found::Nothing => file(complete, NOT_FOUND, StatusCode::NOT_FOUND),
        },
    };
    unless_known(response, headers)
}

/// The answer to whoever asks for a host that we are not.
pub fn stranger() -> Response<Body> {
    let words = "This preview answers to the names of this machine, and to the one given with --host.\n";
    plain(StatusCode::FORBIDDEN, words)
}

/// A few words.
pub fn plain(status: StatusCode, words: &'static str) -> Response<Body> {
    respond(status, media::content_type(".txt"), words)
}

/// A file of the site, pages with the script of the preview.
fn file(complete: &Complete, key: &str, status: StatusCode) -> Response<Body> {
    let Some(bytes) = complete.site().file(key) else {
        return plain(StatusCode::NOT_FOUND, "There is no such page.\n");
    };
    let body = if media::is_page(key) {
        Bytes::from(Watermark::of(Some((complete, bytes))).mark(bytes))
    } else {
        Bytes::from_owner(Arc::clone(bytes))
    };
    respond(status, media::content_type(key), body)
}

/// The page that waits for the first complete site.
fn waiting() -> Response<Body> {
    let body = Watermark::of(None).mark(WAITING.as_bytes());
    let mut response = respond(StatusCode::SERVICE_UNAVAILABLE, media::content_type(".html"), body);
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
    response
}

/// Sends to another address of the hub. Nothing remembers it: tomorrow another hub may be here.
fn elsewhere(path: &str, query: Option<&str>) -> Response<Body> {
    let address = query.map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"));
    let Ok(location) = HeaderValue::try_from(address) else {
        return plain(StatusCode::NOT_FOUND, "There is no such page.\n");
    };
    let mut response = plain(StatusCode::MOVED_PERMANENTLY, "The page is at another address.\n");
    response.headers_mut().insert(header::LOCATION, location);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// A response with everything that all of them have. The policy is the one that hosts of the hub are to send.
fn respond(status: StatusCode, content_type: &'static str, body: impl Into<Bytes>) -> Response<Body> {
    let body = body.into();
    let tag = format!("\"{}\"", Digest::of(body.as_ref()));
    let mut response = Response::new(Full::new(body));
    *response.status_mut() = status;
    let fixed = [
        (header::CONTENT_TYPE, content_type),
        (header::CACHE_CONTROL, "no-cache"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    for (name, value) in fixed {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    if let (StatusCode::OK, Ok(tag)) = (status, HeaderValue::try_from(tag)) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// The response, without its body if the client has it already.
fn unless_known(mut response: Response<Body>, headers: &HeaderMap) -> Response<Body> {
    let Some(tag) = response.headers().get(header::ETAG).and_then(|tag| tag.to_str().ok()) else { return response };
    let is_tag = |known: &str| known.trim().trim_start_matches("W/") == tag || known.trim() == "*";
    let mut lists = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|list| list.to_str().ok());
    if lists.any(|list| list.split(',').any(is_tag)) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        *response.body_mut() = Full::default();
        response.headers_mut().remove(header::CONTENT_TYPE);
    }
    response
}
