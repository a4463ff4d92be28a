//! `noticeboard watch`: the real program follows a hub while a test saves, as editors do, and asks the preview.
//!
//! Nothing waits for a time. A test waits until the program has said something, or until a page has become what it is to
//! be, and looks at the page again whenever the program says that it has built.

mod lifecycle;
mod saves;
mod unbroken;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::portal::{DAY, Portal, noticeboard};

/// How long anything may take before a test gives up.
const LIMIT: Duration = Duration::from_secs(120);

/// The notice of [`Portal::small`].
const NOTICE: &str = "content/notices/allotments.md";
/// Its page.
const PAGE: &str = "/notices/allotments/";

/// The program at work.
struct Watching {
    hub: Portal,
    child: Child,
    lines: Receiver<String>,
    said: String,
    /// `localhost:8000`.
    host: String,
}

impl Watching {
    /// Watches a hub, with a preview on a port of its own, until it says that it watches.
    fn start(hub: Portal, arguments: &[&str]) -> Self {
        Self::by(hub, noticeboard().args(["watch", "--as-of", DAY, "--port", "0"]).args(arguments))
    }

    /// Watches a hub of one notice.
    fn small() -> Self {
        Self::start(Portal::small(), &[])
    }

    /// Watches a hub by a command.
    fn by(hub: Portal, command: &mut Command) -> Self {
        let mut child = command.current_dir(hub.root()).stderr(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        let (sender, lines) = channel();
        let output = BufReader::new(child.stderr.take().unwrap());
        thread::spawn(move || output.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        let mut watching = Watching { hub, child, lines, said: String::new(), host: String::new() };
        watching.until("Watching: ");
        let address = watching.said.split_once("Preview: http://").map(|(_, rest)| rest.split('/').next().unwrap());
        watching.host = address.unwrap_or_default().to_owned();
        watching
    }

    /// The next line that it says.
    #[track_caller]
    fn line(&mut self) -> String {
        match self.lines.recv_timeout(LIMIT) {
            Ok(line) => {
                self.said.push_str(&line);
                self.said.push('\n');
                line
            }
            Err(error) => panic!("nothing more is said ({error}). This was said:\n{}", self.said),
        }
    }

    /// Waits until it says some words, and gives the line.
    #[track_caller]
    fn until(&mut self, words: &str) -> String {
        loop {
            let line = self.line();
            if line.contains(words) {
                return line;
            }
        }
    }

    /// The line about its next turn.
    #[track_caller]
    fn turn(&mut self) -> String {
        self.until(" ms).")
    }

    /// Says nothing for a while.
    #[track_caller]
    fn is_silent_for(&mut self, time: Duration) {
        if let Ok(line) = self.lines.recv_timeout(time) {
            panic!("it was to be silent, and said: {line}\n{}", self.said);
        }
    }

    /// Checks that no turn was about any other file than the notice.
    #[track_caller]
    fn speaks_only_of_the_notice(&self) {
        let mut turns = self.said.lines().filter(|line| line.ends_with(" ms).") && !line.starts_with("Built: "));
        let is_other = |line: &&str| !line.starts_with(&format!("{NOTICE}: "));
        if let Some(other) = turns.find(is_other) {
            panic!("{other}\n{}", self.said);
        }
    }

    /// The status and the text of what the preview serves at an address.
    fn get(&self, address: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        write!(stream, "GET {address} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.host).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        (text.split(' ').nth(1).unwrap().parse().unwrap(), text)
    }

    /// Waits until a page holds some words.
    #[track_caller]
    fn shows(&mut self, address: &str, words: &str) {
        while !matches!(self.get(address), (200, text) if text.contains(words)) {
            self.line();
        }
    }

    /// Waits until there is no such page.
    #[track_caller]
    fn has_no(&mut self, address: &str) {
        while self.get(address).0 != 404 {
            self.line();
        }
    }

    /// Ends it by a signal, and gives its exit code and how long it took.
    fn end(&mut self, signal: rustix::process::Signal) -> (Option<i32>, Duration) {
        let start = Instant::now();
        rustix::process::kill_process(rustix::process::Pid::from_child(&self.child), signal).unwrap();
        let code = self.child.wait().unwrap().code();
        (code, start.elapsed())
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A notice that says something.
fn notice_that_says(words: &str) -> String {
    format!("+++\n{}+++\n\n## More\n\n{words}\n", crate::portal::notice_keys("Allotments"))
}
