//! Connections: one task each, never a thread, and no more than the system can bear.
//!
//! Guarantees: an idle or slow client costs a little memory for a while and nobody else's turn; a fault while one
//! request is answered ends that connection alone.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch;
use tokio::task::AbortHandle;

use super::admission::Admission;
use super::answer::{self, Body};
use super::live;
use super::shown::Shown;

/// How many connections, and how many open pages, are kept: together less than the file handles of any usual system.
const LIMIT: usize = 100;

/// How long a client may take for the head of a request, and stay silent between two.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long to wait when the system gives no more connections.
const BREATH: Duration = Duration::from_millis(50);

/// The longest head of a request, in bytes, and the most fields in it.
const LONGEST_HEAD: usize = 16 * 1024;
const MOST_FIELDS: usize = 64;

/// What every connection needs.
struct House {
    shown: watch::Receiver<Arc<Shown>>,
    admission: Admission,
    visitors: Crowd,
    open_pages: Crowd,
}

/// The runtime of the server: one thread does, since everything is in memory.
pub fn runtime() -> io::Result<Runtime> {
    Builder::new_current_thread().enable_io().enable_time().build()
}

/// Answers until nothing more will be shown.
pub async fn serve(
    listeners: Vec<std::net::TcpListener>,
    mut shown: watch::Receiver<Arc<Shown>>,
    admission: Admission,
) {
    let house = House { shown: shown.clone(), admission, visitors: Crowd::default(), open_pages: Crowd::default() };
    let house = Arc::new(house);
    for listener in listeners.into_iter().filter_map(|listener| TcpListener::from_std(listener).ok()) {
        tokio::spawn(welcome(listener, Arc::clone(&house)));
    }
    while shown.changed().await.is_ok() {}
}

/// Takes every connection that comes.
async fn welcome(listener: TcpListener, house: Arc<House>) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                let visit = tokio::spawn(converse(stream, Arc::clone(&house)));
                house.visitors.admit(visit.abort_handle());
            }
            Err(_) => tokio::time::sleep(BREATH).await,
        }
    }
}

/// Answers the requests of one connection. What goes wrong there concerns nobody else.
async fn converse(stream: TcpStream, house: Arc<House>) {
    let _ = stream.set_nodelay(true);
    let service = service_fn(|request| {
        let response = respond(request, &house);
        async { Ok::<_, Infallible>(response) }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .max_buf_size(LONGEST_HEAD)
        .max_headers(MOST_FIELDS)
        .serve_connection(TokioIo::new(stream), service)
        .with_upgrades();
    let _ = connection.await;
}

/// The answer to a request: a file, or the start of a conversation with an open page.
fn respond(request: Request<Incoming>, house: &House) -> Response<Body> {
    if !house.admission.admits(request.uri(), request.headers()) {
        return answer::stranger();
    }
    if request.uri().path() != live::PATH {
        let shown = Arc::clone(&house.shown.borrow());
        return answer::to(request.method(), request.uri(), request.headers(), &shown);
    }
    if !Admission::is_from_ourselves(request.headers()) {
        return answer::stranger();
    }
    match live::begin(request, house.shown.clone()) {
        Some((response, conversation)) => {
            house.open_pages.admit(tokio::spawn(conversation).abort_handle());
            response
        }
        None => answer::plain(StatusCode::BAD_REQUEST, "Only a socket can be opened here.\n"),
    }
}

/// Tasks that are under way, the oldest first.
#[derive(Debug, Default)]
struct Crowd(Mutex<VecDeque<AbortHandle>>);

impl Crowd {
    /// Adds a task. Where there are too many the oldest has to go: a browser that still wants something comes again.
    fn admit(&self, task: AbortHandle) {
        let mut tasks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        tasks.retain(|task| !task.is_finished());
        if tasks.len() >= LIMIT
            && let Some(oldest) = tasks.pop_front()
        {
            oldest.abort();
        }
        tasks.push_back(task);
    }
}
