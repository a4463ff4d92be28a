//! How a run of the program ended: its exit code, what it said, and what it published.
//!
//! Every expectation that fails prints the whole output. A run that ends in anything but success must have left the
//! published folder as it was, byte for byte: [`Run::exit`] checks it each time.

use noticeboard::check::rules;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Output;
use std::sync::Arc;

use tempfile::TempDir;

use super::finding::Finding;
use super::page::Page;
use super::tree::Tree;

/// A run of the program.
pub struct Run {
    code: Option<i32>,
    /// What it wrote to standard output.
    pub stdout: String,
    /// What it wrote to standard error.
    pub stderr: String,
    root: PathBuf,
    before: Tree,
    /// Keeps the folder.
    _around: Arc<TempDir>,
}

impl Run {
    /// A run that has ended, in a hub's folder, with what was published before it.
    pub fn new(output: Output, root: PathBuf, before: Tree, around: Arc<TempDir>) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Run {
            code: output.status.code(),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
            root,
            before,
            _around: around,
        }
    }

    /// Checks the exit code; and where it is not 0, that nothing has been published.
    #[track_caller]
    pub fn exit(&self, code: i32) -> &Self {
        if self.code != Some(code) {
            self.fail(&format!("the exit code is to be {code}"));
        }
        if code != 0 {
            let after = Tree::of(&self.root.join("public"));
            let differences = self.before.differences(&after);
            if !differences.is_empty() {
                self.fail(&format!("nothing is to be published, but these differ: {differences:?}"));
            }
        }
        self
    }

    /// Checks that it said some words, however they were broken into lines.
    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        if !one_line(&self.stderr).contains(words) {
            self.fail(&format!("it is to say {words:?}"));
        }
        self
    }

    /// Checks that it has found nothing wrong with the content, not even as a warning.
    #[track_caller]
    pub fn silent_about_content(&self) -> &Self {
        if !self.findings().is_empty() {
            self.fail("it is to find nothing wrong");
        }
        self
    }

    /// Every diagnostic about the form of the content that it printed, in order. What the law asks for besides is
    /// tested by the pages of the rules.
    pub fn findings(&self) -> Vec<Finding<'_>> {
        let of_law = |finding: &Finding<'_>| rules::ALL.iter().any(|rule| rule.name == finding.code);
        let all = self.stderr.split("\n\n").filter_map(|text| Finding::read(self, text));
        all.filter(|finding| !of_law(finding)).collect()
    }

    /// The one diagnostic at a place, with its code and its whole sentence.
    #[track_caller]
    pub fn diagnostic(&self, place: &str, code: &str, sentence: &str) -> Finding<'_> {
        let same = |finding: &Finding<'_>| (finding.place, finding.code, &*finding.sentence) == (place, code, sentence);
        let found = self.findings().into_iter().find(same);
        found.unwrap_or_else(|| self.fail(&format!("it is to report at {place}: {sentence:?} [{code}]")))
    }

    /// The only diagnostic.
    #[track_caller]
    pub fn only(&self, place: &str, code: &str, sentence: &str) -> Finding<'_> {
        let count = self.findings().len();
        let finding = self.diagnostic(place, code, sentence);
        if count != 1 {
            self.fail(&format!("it is to report one thing, not {count}"));
        }
        finding
    }

    /// Every place and code, in the order in which they were reported.
    #[track_caller]
    pub fn reports(&self, expected: &[(&str, &str)]) -> &Self {
        let findings = self.findings();
        let found: Vec<_> = findings.iter().map(|finding| (finding.place, finding.code)).collect();
        if found != expected {
            self.fail(&format!("it is to report {expected:#?}\n  and it reports {found:#?}\n "));
        }
        self
    }

    /// Checks that no line of what it said is wider than a terminal of 80 columns.
    #[track_caller]
    pub fn fits_a_terminal(&self) -> &Self {
        for line in self.stderr.lines().chain(self.stdout.lines()) {
            if line.chars().count() > 80 {
                self.fail(&format!("no line is to have more than 80 columns, and this one has: {line}"));
            }
        }
        self
    }

    /// A published page, by its address: `/notices/a/`.
    #[track_caller]
    pub fn page(&self, address: &str) -> Page {
        let file = match address.trim_start_matches('/') {
            "" => "index.html".to_owned(),
            folder if folder.ends_with('/') => format!("{folder}index.html"),
            file => file.to_owned(),
        };
        match std::fs::read_to_string(self.root.join("public").join(&file)) {
            Ok(html) => Page::new(address, html),
            Err(error) => self.fail(&format!("there is to be a page {address}: {error}")),
        }
    }

    /// Everything that is published.
    pub fn site(&self) -> Tree {
        Tree::of(&self.root.join("public"))
    }

    /// Ends the test with the whole output.
    #[track_caller]
    pub fn fail(&self, why: &str) -> ! {
        let mut text = String::new();
        let _ = writeln!(text, "{why}. The run ended with {:?}.", self.code);
        let _ = writeln!(text, "---- stdout\n{}---- stderr\n{}----", self.stdout, self.stderr);
        panic!("{text}");
    }
}

/// Words with single spaces between, however they were broken into lines and framed.
pub fn one_line(text: &str) -> String {
    let words = text.split_whitespace().filter(|word| *word != "|");
    words.collect::<Vec<_>>().join(" ")
}
