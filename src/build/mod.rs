//! Floor 4. A build: the table of contents of the program.
//!
//! A straight line of pure functions over values in memory. Reading comes before it, publishing
//! after it, and neither the file system nor the clock is touched in between.

mod inputs;
mod memo;
mod survey;
mod timings;

use std::sync::Arc;

use crate::assemble::assemble;
use crate::check::{Report, check};
use crate::diagnostic::{Diagnostic, Diagnostics, at};
use crate::domain::{Day, Language, Notice};
use crate::interpret::{Register, interpret};
use crate::render::{Site, render, theme};
use crate::resolve::{Hub, PageKind, Pages, resolve};
use crate::text::Span;

pub use inputs::Inputs;
use memo::Tables;

pub use memo::Memo;
pub use survey::survey;
pub use timings::Timings;

/// What a build gives.
#[derive(Debug)]
pub struct Outcome {
    /// The whole output; none if the content has errors.
    pub site: Option<Site>,
    /// Everything that is wrong with the content, in the order of places.
    pub diagnostics: Vec<Diagnostic>,
    /// What the law and good practice still ask for.
    pub report: Report,
    /// Every notice, in the order of the register: what a finding's numbers mean.
    pub subjects: Vec<Subject>,
    /// How many pages there are.
    pub pages: usize,
    /// The path of the hub's address: `/`, or `/privacy/`.
    pub base_path: String,
    /// How long each stage took.
    pub timings: Timings,
}

/// A notice, as far as reports name it.
#[derive(Clone, Debug)]
pub struct Subject {
    /// Its id.
    pub id: String,
    /// Its language.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// Its controller's id.
    pub controller: String,
    /// Its category's id.
    pub category: String,
    /// When it is to be looked at again.
    pub review_by: Option<Day>,
    /// The file of its page in the site.
    pub page: String,
}

impl Subject {
    fn of(notice: &Notice, page: String, register: &Register) -> Self {
        Subject {
            id: notice.id.clone(),
            language: notice.language,
            title: notice.title.value.clone(),
            controller: register.config.controllers[register.config.controller(&notice.controller.value)].id.clone(),
            category: notice.category.value.clone(),
            review_by: notice.review_by.map(|day| day.value),
            page,
        }
    }
}

/// Builds a hub.
pub fn build(inputs: &Inputs) -> Outcome {
    rebuild(inputs, &mut Memo::default())
}

/// Builds a hub, and makes nothing again that the last build has made from the same.
pub fn rebuild(inputs: &Inputs, memo: &mut Memo) -> Outcome {
    let tables = Arc::clone(&memo.tables);
    let Tables { law, wordings, lexicon } = &*tables;
    let mut diagnostics = Diagnostics::new();
    let mut timings = Timings::start();

    // 1. Source to Fragment: each file by itself.
    let fragments = memo.parse(&inputs.sources);
    timings.end("parse");

    // 2. Fragments to Register: what the hub says, in the terms of the field.
    let mut register = interpret(&inputs.sources, &fragments, wordings, &mut memo.notices, &mut diagnostics);
    if let Some(base_url) = &inputs.base_url {
        register.move_to(base_url);
    }
    report_empty_hub(&register, &mut diagnostics);
    timings.end("interpret");

    // 3. Register to Documents: complete and in reading order.
    let wordings = register.strings.as_ref().unwrap_or(wordings);
    let assembly = assemble(&register, law, wordings, inputs.today, &mut memo.documents);
    timings.end("assemble");

    // 4. Documents to Pages: every link leads somewhere.
    let hub = Hub {
        register: &register,
        assembly: &assembly,
        fragments: &fragments,
        sources: &inputs.sources,
        documents: &inputs.documents,
        law,
        wordings,
        today: inputs.today,
    };
    let pages = resolve(&hub, &mut diagnostics);
    timings.end("resolve");

    // Law and good practice: what the same register and pages still lack.
    let report = check(&hub, &pages, lexicon, &mut memo.findings, &mut diagnostics);
    timings.end("check");

    // 5. Pages to Site: paths and bytes. Done even where the content has errors, so that one run shows those of
    //    templates as well; except where two pages would have one address.
    let theme = theme::choose(&register.config, &inputs.sources, &inputs.assets, &mut diagnostics);
    let site =
        pages.are_distinct.then(|| render(&hub, &pages, &theme, &inputs.sources, &mut memo.pages, &mut diagnostics));
    timings.end("render");

    let has_errors = diagnostics.has_errors();
    Outcome {
        site: site.filter(|_| !has_errors),
        diagnostics: diagnostics.sorted(),
        report,
        subjects: subjects(&register, &pages),
        pages: pages.pages.len(),
        base_path: register.config.base_path().to_owned(),
        timings,
    }
}

/// Every notice, with its page.
fn subjects(register: &Register, pages: &Pages) -> Vec<Subject> {
    let mut files = vec![String::new(); register.notices.len()];
    for page in &pages.pages {
        if let PageKind::Notice(index) = page.kind {
            files[index] = page.address.file();
        }
    }
    register.notices.iter().zip(files).map(|(notice, file)| Subject::of(notice, file, register)).collect()
}

/// A hub without any notice has nothing to publish.
fn report_empty_hub(register: &Register, diagnostics: &mut Diagnostics) {
    if register.notices.is_empty() {
        diagnostics.push(
            Diagnostic::error("empty-hub", at(register.config.file, Span::default()), "This hub has no notices")
                .help("Add one with `noticeboard new notice <id>`, or write content/notices/<id>.md yourself."),
        );
    }
}
