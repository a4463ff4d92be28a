//! # document-link-format
//!
//! ## What it checks
//!
//! Three things about links to files such as PDF and Word:
//!
//! - a link to a file on another website says in its words, or right behind them, what kind of file it is
//! - a link to one of your own documents (`document:`) does not say it by hand, for the hub adds type and size by itself
//! - a notice is a page and not merely a link to a file
//!
//! ## Why it matters
//!
//! Readers must know what a link does before they follow it: a file may open another program or cost them data
//! (Web Content Accessibility Guidelines 2.4.4, which the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
//! Accessibility Regulations 2018 make law). A type or size written by hand is printed twice, and is wrong when the file
//! changes. A notice that exists only as a file is hard to read on a phone or with a screen reader.
//!
//! ## Example
//!
//! ```markdown
//! Read [our policy](https://www.marlbury.gov.uk/files/policy.pdf).
//! Fill in [the form (PDF, 82 KB)](document:form.pdf).
//! ```
//!
//! ## How to put it right
//!
//! Write `[our policy (PDF)](https://...)`, or better, put the file into `content/documents` and link to it with
//! `document:`. Take type and size away from such links. Turn a notice that is a file into text.

use crate::check::case::HubCase;
use crate::check::printed::{Printed, Role};
use crate::check::rule::{Findings, Judge, Rule};
use crate::check::words::words;
use crate::diagnostic::Severity;
use crate::domain::{Reference, ReferenceKind};
use crate::text::Place;

/// A kind of file: its name, the endings of addresses, and other words by which a link may name it.
struct Kind {
    name: &'static str,
    endings: &'static [&'static str],
    words: &'static [&'static str],
}

const KINDS: [Kind; 9] = [
    Kind { name: "PDF", endings: &["pdf"], words: &[] },
    Kind { name: "Word", endings: &["doc", "docx"], words: &["word"] },
    Kind { name: "Excel", endings: &["xls", "xlsx"], words: &["excel", "spreadsheet"] },
    Kind { name: "PowerPoint", endings: &["ppt", "pptx"], words: &["powerpoint"] },
    Kind { name: "OpenDocument", endings: &["odt", "ods", "odp"], words: &["opendocument"] },
    Kind { name: "CSV", endings: &["csv"], words: &["spreadsheet"] },
    Kind { name: "RTF", endings: &["rtf"], words: &[] },
    Kind { name: "ZIP", endings: &["zip"], words: &[] },
    Kind { name: "sound or film", endings: &["mp3", "mp4"], words: &["audio", "video", "recording", "film"] },
];

impl Kind {
    /// Whether a word names it; a whole address that ends like it does as well.
    fn is_named_by(&self, word: &str) -> bool {
        let word = word.trim_matches(['(', ')']);
        let last = word.rsplit(['.', '/']).next().unwrap_or(word);
        self.words.contains(&word) || self.endings.contains(&last)
    }
}

/// How many words a notice has at most that is merely a link.
const FEW_WORDS: usize = 80;

/// The rule.
pub static RULE: Rule = Rule {
    name: "document-link-format",
    severity: Severity::Warning,
    law: "WCAG 2.2 criterion 2.4.4; SI 2018/952",
    since: None,
    duties: &[],
    source: include_str!("document_link_format.rs"),
    judge: Judge::File(judge),
};

fn judge(whole: &HubCase<'_>, printed: &Printed, findings: &mut Findings) {
    for reference in &whole.hub.fragments[printed.file.0 as usize].references {
        judge_link(whole, printed, reference, findings);
    }
    if let Role::Notice(index) = printed.role {
        judge_notice(whole, index, printed, findings);
    }
}

fn judge_link(whole: &HubCase<'_>, printed: &Printed, reference: &Reference, findings: &mut Findings) {
    let place = Place { file: printed.file, span: reference.span };
    match &reference.kind {
        ReferenceKind::External(address) => {
            let Some(kind) = kind_of(address) else { return };
            let shown = shown(whole, place);
            if !words(&shown).any(|word| kind.is_named_by(word.of(&shown))) {
                findings
                    .add(place, format!("This link does not say that it leads to a file ({})", kind.name))
                    .help("Name the kind of file in the words of the link: `[our policy (PDF)](https://...)`.")
                    .concerns(&printed.notices);
            }
        }
        ReferenceKind::Document(path) if kind_of(path).is_some() && names_size(&shown(whole, place)) => {
            findings
                .add(place, "Type and size of this document are written by hand, and will be printed twice")
                .help("Delete them: the hub adds what is true of the file.")
                .concerns(&printed.notices);
        }
        _ => {}
    }
}

/// The words of a link, and a little of what stands behind it, in lower case.
fn shown(whole: &HubCase<'_>, link: Place) -> String {
    let source = &whole.hub.sources.get(link.file).text;
    let words = source.get(link.span.range()).unwrap_or_default();
    let behind = source.get(link.span.end as usize..).unwrap_or_default();
    let behind: String = behind.chars().take_while(|c| *c != '\n').take(24).collect();
    format!("{} {behind}", words.split("](").next().unwrap_or_default()).to_lowercase()
}

/// The kind of file to which an address leads; none for a page.
fn kind_of(address: &str) -> Option<&'static Kind> {
    let path = address.split(['?', '#']).next().unwrap_or_default().to_lowercase();
    let (_, ending) = path.rsplit('/').next()?.rsplit_once('.')?;
    KINDS.iter().find(|kind| kind.endings.contains(&ending))
}

/// Whether words name a type or a size in brackets: "(PDF, 82 KB)".
fn names_size(shown: &str) -> bool {
    let names = |inner: &str| {
        let mut words = inner.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.any(|word| {
            let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
            matches!(unit, "kb" | "mb") || KINDS.iter().any(|kind| kind.is_named_by(word))
        })
    };
    shown.split('(').skip(1).any(|rest| rest.split_once(')').is_some_and(|(inner, _)| names(inner)))
}

/// A notice whose words do little more than lead to a file.
fn judge_notice(whole: &HubCase<'_>, index: usize, printed: &Printed, findings: &mut Findings) {
    let notice = &whole.hub.register.notices[index];
    let says_nothing = notice.personal_data.is_empty()
        && notice.purposes.is_empty()
        && notice.recipients.is_none()
        && notice.retention.is_empty();
    let [only] = notice.files.as_slice() else { return };
    if !says_nothing || *only != printed.file {
        return;
    }
    let leads_to_file = |reference: &&Reference| match &reference.kind {
        _ if (reference.span.start as usize) < printed.text.body => false,
        ReferenceKind::Document(address) | ReferenceKind::External(address) => kind_of(address).is_some(),
        _ => false,
    };
    let Some(link) = whole.hub.fragments[printed.file.0 as usize].references.iter().find(leads_to_file) else { return };
    if words(&printed.text.words[printed.text.body..]).count() <= FEW_WORDS {
        findings
            .add(Place { file: printed.file, span: link.span }, "This notice is little more than a link to a file")
            .help("Write what the file says as a notice, so that everybody can read it on any device.")
            .concerns(&[index]);
    }
}
