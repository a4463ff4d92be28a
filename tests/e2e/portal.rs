//! A hub in a folder of its own, written, edited and built by a test.
//!
//! The real program builds it, as on a fixed day and without colour. Files that a test does not write are those of
//! [`Portal::new`]: settings with two controllers and two categories, and nothing else.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;

use tempfile::TempDir;

use super::run::Run;
use super::tree::Tree;

/// The day of every build that does not say otherwise.
pub const DAY: &str = "2026-11-21";

/// The settings of a hub: two controllers, two categories.
pub const SITE: &str = r#"title = "Privacy hub"
base_url = "https://privacy.test.example/"
default_controller = "council"

[controllers.council]
name = "Test Borough Council"
short_name = "the council"
kind = "principal-council"
registration = "Z1111111"
address = ["Town Hall", "Testford"]
email = "council@test.example"
phone = "01632 960 111"
url = "https://www.test.example/"
[controllers.council.dpo]
email = "dpo@test.example"
[controllers.council.complaints]
email = "complaints@test.example"

[controllers.ero]
name = "The Electoral Registration Officer"
short_name = "the registration officer"
kind = "electoral-registration-officer"
registration = "Z2222222"
address = ["Election House", "Testford"]
email = "ero@test.example"
phone = "01632 960 222"
[controllers.ero.dpo]
email = "guard@test.example"
[controllers.ero.complaints]
email = "ero-complaints@test.example"

[categories]
finance = "Money"
homes = "Homes"
"#;

/// The keys that a notice needs, for a notice of this title.
pub fn notice_keys(title: &str) -> String {
    format!("title = \"{title}\"\nsummary = \"How we use your data for {title}.\"\ncategory = \"finance\"\n")
}

/// The program, told to be plain.
pub fn noticeboard() -> Command {
    plain(env!("CARGO_BIN_EXE_noticeboard"))
}

/// A command that runs the program in the end, told to be plain.
pub fn plain(program: &str) -> Command {
    let mut command = Command::new(program);
    command.env("NO_COLOR", "1").env_remove("CLICOLOR_FORCE").env_remove("RAYON_NUM_THREADS").stdin(Stdio::null());
    command
}

/// A hub in a folder of its own. The folder goes when the hub and its runs do.
pub struct Portal {
    around: Arc<TempDir>,
}

impl Portal {
    /// A hub with settings and no content.
    pub fn new() -> Self {
        let portal = Portal { around: Arc::new(tempfile::tempdir().unwrap()) };
        portal.file("site.toml", SITE)
    }

    /// A hub with one notice, `allotments`, which holds what a notice must hold and nothing else.
    pub fn small() -> Self {
        Portal::new().notice("allotments", &notice_keys("Allotments"), "")
    }

    /// An empty folder, which is no hub.
    pub fn empty_folder() -> Self {
        let portal = Portal { around: Arc::new(tempfile::tempdir().unwrap()) };
        fs::create_dir(portal.root()).unwrap();
        portal
    }

    /// The hub's folder.
    pub fn root(&self) -> PathBuf {
        self.around.path().join("hub")
    }

    /// A path in the hub's folder.
    pub fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// The folder that the hub is published into.
    pub fn public(&self) -> PathBuf {
        self.path("public")
    }

    /// Adds to the settings; what is added must be whole tables.
    pub fn site(self, toml: &str) -> Self {
        let settings = fs::read_to_string(self.path("site.toml")).unwrap();
        self.file("site.toml", format!("{settings}\n{toml}"))
    }

    /// Writes a notice in one file.
    pub fn notice(self, id: &str, front_matter: &str, body: &str) -> Self {
        self.content(&format!("content/notices/{id}.md"), front_matter, body)
    }

    /// Writes a section of the general notice.
    pub fn general(self, id: &str, front_matter: &str, body: &str) -> Self {
        self.content(&format!("content/general/{id}.md"), front_matter, body)
    }

    /// Writes a free page.
    pub fn page(self, id: &str, front_matter: &str, body: &str) -> Self {
        self.content(&format!("content/pages/{id}.md"), front_matter, body)
    }

    /// Writes a content file: front matter between fences, and a body.
    pub fn content(self, path: &str, front_matter: &str, body: &str) -> Self {
        let end = if front_matter.is_empty() || front_matter.ends_with('\n') { "" } else { "\n" };
        self.file(path, format!("+++\n{front_matter}{end}+++\n{body}"))
    }

    /// Writes any file, with the folders that it needs.
    pub fn file(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// Replaces words, which must be there once, in a file.
    pub fn edit(self, path: &str, from: &str, to: &str) -> Self {
        let text = fs::read_to_string(self.path(path)).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{from:?} is to stand once in {path}:\n{text}");
        self.file(path, text.replace(from, to))
    }

    /// Deletes a file.
    pub fn without(self, path: &str) -> Self {
        fs::remove_file(self.path(path)).unwrap();
        self
    }

    /// Publishes the hub, which must succeed without any finding, so that there is a site to lose.
    pub fn published(self) -> Self {
        self.build().exit(0).silent_about_content();
        self
    }

    /// Builds the hub.
    pub fn build(&self) -> Run {
        self.run(&["build", "--as-of", DAY])
    }

    /// Builds the hub as on a day.
    pub fn build_as_of(&self, day: &str) -> Run {
        self.run(&["build", "--as-of", day])
    }

    /// Runs the program in the hub's folder.
    pub fn run(&self, arguments: &[&str]) -> Run {
        self.run_by(noticeboard().args(arguments))
    }

    /// Runs a command in the hub's folder, unless it says where to run.
    pub fn run_by(&self, command: &mut Command) -> Run {
        if command.get_current_dir().is_none() {
            command.current_dir(self.root());
        }
        let before = Tree::of(&self.public());
        Run::new(command.output().unwrap(), self.root(), before, Arc::clone(&self.around))
    }

    /// A folder beside the hub's.
    pub fn beside(&self, name: &str) -> PathBuf {
        let folder = self.around.path().join(name);
        fs::create_dir_all(&folder).unwrap();
        folder
    }
}
