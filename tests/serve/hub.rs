//! What a preview shows: a made-up site, or content with errors.

use std::sync::Arc;

use noticeboard::build::{Inputs, Outcome, Subject, Timings};
use noticeboard::check::{Finding, Report};
use noticeboard::diagnostic::{Diagnostic, Severity, at};
use noticeboard::domain::Language;
use noticeboard::render::Site;
use noticeboard::serve::{Options, Server};
use noticeboard::text::{FileId, HubPath, Source, Sources, Span};

/// The source of every made-up problem.
const SOURCE: &str = "title = \"Parking\"\ntilte = \"<b>bold</b>\"\n";

/// The outcome of a build, made up.
#[derive(Clone)]
pub struct Hub {
    files: Vec<(String, Vec<u8>)>,
    base_path: String,
    diagnostics: Vec<Diagnostic>,
    findings: Vec<Finding>,
}

impl Hub {
    /// A site of a few pages that all use one style sheet, one script and one icon.
    pub fn new() -> Self {
        let page = |name: &str| {
            format!(
                "<!DOCTYPE html><html><head><title>{name}</title><link rel=\"stylesheet\" href=\"/assets/style.css\">\
                 <link rel=\"icon\" href=\"/assets/icon.svg\"></head><body>{name}</body></html>\n"
            )
        };
        let mut hub = Hub { files: Vec::new(), base_path: "/".into(), diagnostics: Vec::new(), findings: Vec::new() };
        for path in ["index.html", "notices/index.html", "notices/parking/index.html", "404.html"] {
            hub = hub.file(path, page(path));
        }
        hub.file("assets/style.css", "body { background: url(paper.png) }")
            .file("assets/paper.png", b"\x89PNG")
            .file("assets/icon.svg", "<svg/>")
            .file("assets/unused.js", "1")
            .file("documents/Form 1.pdf", b"%PDF")
    }

    /// Adds or replaces a file.
    pub fn file(mut self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.files.retain(|(other, _)| other != path);
        self.files.push((path.to_owned(), bytes.as_ref().to_vec()));
        self
    }

    /// Takes a file away.
    pub fn without(mut self, path: &str) -> Self {
        self.files.retain(|(other, _)| other != path);
        self
    }

    /// Has another path in its address.
    pub fn at(mut self, base_path: &str) -> Self {
        self.base_path = base_path.to_owned();
        self
    }

    /// Adds an error in the content, so that there is no site.
    pub fn error(mut self, message: &str) -> Self {
        let error = Diagnostic::error("unknown-key", at(FileId(0), Span::new(18, 23)), message)
            .label("not a key")
            .help("Did you mean `title`?")
            .related(at(FileId(0), Span::new(0, 5)), "the right one");
        self.diagnostics.push(error);
        self
    }

    /// Adds a warning about the file of the notice `parking`.
    pub fn warning(mut self, message: &str) -> Self {
        self.diagnostics.push(Diagnostic::warning("unused-acceptance", at(FileId(0), Span::new(0, 5)), message));
        self
    }

    /// Adds a finding of `check`: about the notice `parking`, or about the hub.
    pub fn finding(mut self, message: &str, is_of_notice: bool) -> Self {
        let diagnostic = Diagnostic::warning("retention-missing", at(FileId(0), Span::new(0, 5)), message);
        let notices = if is_of_notice { vec![0] } else { Vec::new() };
        self.findings.push(Finding { diagnostic, paste: "retention = []".into(), notices });
        self
    }

    /// Shows it as the outcome of a build.
    pub fn show(&self, server: &Server, build: u64) {
        let mut site = Site::default();
        self.files.iter().for_each(|(path, bytes)| site.add(path.clone(), bytes.as_slice()));
        let has_errors = self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
        let outcome = Outcome {
            site: (!has_errors).then(|| Arc::new(site)),
            diagnostics: self.diagnostics.clone(),
            report: Report { findings: self.findings.clone(), ..Report::default() },
            subjects: vec![parking()],
            pages: self.files.len(),
            base_path: self.base_path.clone(),
            is_checked: true,
            changes: None,
            timings: Timings::start(),
        };
        let source = Source::from_bytes(HubPath::new("content/notices/parking.md"), SOURCE.into());
        let inputs = Inputs {
            sources: Sources::new(vec![source]),
            documents: Vec::new(),
            assets: Vec::new(),
            today: "2026-11-21".parse().unwrap(),
            base_url: None,
        };
        server.show(build, Arc::new(outcome), Arc::new(inputs));
    }

    /// A server that shows it as its first build.
    pub fn serve(&self) -> Server {
        let server = start();
        self.show(&server, 1);
        server
    }
}

/// A server on any free port of this machine.
pub fn start() -> Server {
    Server::start(&Options { port: Some(0), ..Options::default() }).unwrap()
}

fn parking() -> Subject {
    Subject {
        id: "parking".into(),
        language: Language::En,
        title: "Parking".into(),
        controller: "council".into(),
        category: "roads".into(),
        review_by: None,
        page: "notices/parking/index.html".into(),
    }
}
