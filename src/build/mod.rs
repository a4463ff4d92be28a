//! Floor 4. A build: the table of contents of the program.
//!
//! A straight line of pure functions over values in memory. Reading comes before it or runs ahead of it, publishing
//! comes after it. What a build makes depends on its inputs alone.

mod inputs;
mod memo;
mod survey;
mod timings;

use std::sync::Arc;

use rayon::prelude::*;

use crate::assemble::assemble;
use crate::check::{Report, check};
use crate::diagnostic::{Diagnostic, Diagnostics, at};
use crate::domain::{Day, Language, Notice};
use crate::interpret::{Register, interpret};
use crate::render::{Changes, Site, SiteMemo, prove, render, theme};
use crate::resolve::{Hub, PageKind, Pages, resolve};
use crate::text::Span;

pub use inputs::Inputs;
pub use memo::Memo;
pub use survey::survey;
pub use timings::{Stage, Timings, processor_time};

/// What a build gives.
#[derive(Debug)]
pub struct Outcome {
    /// The whole output; none if the content has errors.
    pub site: Option<Arc<Site>>,
    /// Everything that is wrong with the content, in the order of places.
    pub diagnostics: Vec<Diagnostic>,
    /// What the law and good practice still ask for.
    pub report: Report,
    /// Whether that has been asked yet.
    pub is_checked: bool,
    /// Every notice, in the order of the register: what a finding's numbers mean.
    pub subjects: Vec<Subject>,
    /// How many pages there are.
    pub pages: usize,
    /// The path of the hub's address: `/`, or `/privacy/`.
    pub base_path: String,
    /// What differs from the last build; none where there is none to compare with.
    pub changes: Option<Changes>,
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
            title: notice.title.value.to_string(),
            controller: register.config.controllers[register.config.controller(&notice.controller.value)].id.clone(),
            category: notice.category.value.to_string(),
            review_by: notice.review_by.map(|day| day.value),
            page,
        }
    }
}

/// Builds a hub.
pub fn build(inputs: &Inputs) -> Outcome {
    rebuild(inputs, &mut Memo::once())
}

/// Builds a hub, and makes nothing again that the last build has made from the same.
pub fn rebuild(inputs: &Inputs, memo: &mut Memo) -> Outcome {
    let mut draft = checked(inputs, memo);
    draft.prove(memo);
    draft.outcome()
}

/// A hub of which it is known what it publishes. What the law asks for, and whether every page can be made, is asked of it
/// afterwards: a preview need not wait for that.
#[derive(Debug)]
pub struct Draft {
    hub: Arc<Hub>,
    pages: Arc<Pages>,
    site: Option<Arc<Site>>,
    report: Option<Report>,
    changes: Option<Changes>,
    diagnostics: Diagnostics,
    timings: Timings,
}

/// The stages of a build: from files to the site, of which no page has been made.
pub fn draft(inputs: &Inputs, memo: &mut Memo) -> Draft {
    let mut draft = Draft::resolved(inputs, memo);
    draft.site = site(&draft.hub, &draft.pages, inputs, &memo.site, &mut draft.diagnostics);
    draft.timings.end("render");
    draft
}

/// The same with what the law asks for, for those who show nothing before it is known: the site is put together meanwhile.
pub fn checked(inputs: &Inputs, memo: &mut Memo) -> Draft {
    let mut draft = Draft::resolved(inputs, memo);
    let Memo { tables, findings, site: last, .. } = memo;
    let Draft { hub, pages, diagnostics, .. } = &mut draft;
    let mut of_site = Diagnostics::new();
    let (site, report) = rayon::join(
        || site(hub, pages, inputs, last, &mut of_site),
        || check(hub, pages, &tables.lexicon, findings, diagnostics),
    );
    // Errors of templates are not to be lost among findings.
    draft.report = Some(if of_site.has_errors() { Report::default() } else { report });
    draft.site = site;
    draft.diagnostics.extend(of_site);
    draft.timings.end("check");
    draft
}

/// Stage 5, Pages to Site: paths, and what is at each. Made even where the content has errors, so that one run shows those
/// of templates as well; except where two pages would have one address.
fn site(
    hub: &Arc<Hub>,
    pages: &Arc<Pages>,
    inputs: &Inputs,
    last: &SiteMemo,
    diagnostics: &mut Diagnostics,
) -> Option<Arc<Site>> {
    let theme = theme::choose(&hub.register.config, &inputs.sources, &inputs.assets, diagnostics);
    pages.are_distinct.then(|| render(hub, pages, theme, last, diagnostics)).flatten()
}

impl Draft {
    /// Stages 1 to 4: from files to pages.
    fn resolved(inputs: &Inputs, memo: &mut Memo) -> Self {
        let mut diagnostics = Diagnostics::new();
        let mut timings = Timings::start();
        let (law, wordings) = (Arc::clone(&memo.tables.law), Arc::clone(&memo.tables.wordings));

        // 1. Source to Fragment: each file by itself, when its turn comes.
        // 2. Fragments to Register: what the hub says, in the terms of the field.
        let (sources, last) = (&inputs.sources, &memo.fragments);
        let (mut register, fragments) = interpret(sources, last, &wordings, &mut memo.notices, &mut diagnostics);
        memo.keep_parsed(sources, &fragments);
        if let Some(base_url) = &inputs.base_url {
            register.move_to(base_url);
        }
        report_empty_hub(&register, &mut diagnostics);
        timings.end("interpret");

        // 3. Register to Documents: complete and in reading order.
        let wordings = register.strings.clone().unwrap_or(wordings);
        let assembly = assemble(&register, &law, &wordings, inputs.today, &mut memo.documents);
        timings.end("assemble");

        // 4. Documents to Pages: every link leads somewhere.
        let (sources, documents, today) = (inputs.sources.clone(), inputs.documents.clone(), inputs.today);
        let hub = Hub { register, assembly, fragments, sources, documents, law, wordings, today };
        let pages = resolve(&hub, &mut diagnostics);
        timings.end("resolve");
        Draft {
            hub: Arc::new(hub),
            pages: Arc::new(pages),
            site: None,
            report: None,
            changes: None,
            diagnostics,
            timings,
        }
    }

    /// Asks what the law and good practice still ask for, of the same register and pages.
    pub fn check(&mut self, memo: &mut Memo) {
        let lexicon = &memo.tables.lexicon;
        self.report = Some(check(&self.hub, &self.pages, lexicon, &mut memo.findings, &mut self.diagnostics));
        self.timings.end("check");
    }

    /// Makes every page, to see that no template fails on one. Whoever publishes them all finds out without that.
    pub fn prove(&mut self, memo: &mut Memo) {
        if let Some(site) = &self.site {
            self.changes = prove(site, &mut memo.site, &mut self.diagnostics);
            self.timings.end("prove");
        }
    }

    /// The pages, for those who cannot wait until the law has been asked and every page has been made: there as far as
    /// is known yet. None where something is wrong, and where the hub has templates of its own of which not every page
    /// has been made yet.
    pub fn first_pages(&self, memo: &Memo) -> Option<Outcome> {
        let site = self.site.as_ref().filter(|site| !self.has_errors() && memo.site.trusts_templates_of(site))?;
        Some(self.outcome_with(Some(Arc::clone(site)), None))
    }

    /// Whether something is wrong with the content, as far as is known.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.has_errors()
    }

    /// What is known so far. There is a site only if nothing is wrong.
    pub fn outcome(mut self) -> Outcome {
        let site = self.site.take().filter(|_| !self.has_errors());
        let report = self.report.take();
        self.outcome_with(site, report)
    }

    fn outcome_with(&self, site: Option<Arc<Site>>, report: Option<Report>) -> Outcome {
        Outcome {
            site,
            diagnostics: self.diagnostics.clone().sorted(),
            is_checked: report.is_some(),
            report: report.unwrap_or_default(),
            subjects: subjects(&self.hub.register, &self.pages),
            pages: self.pages.pages.len(),
            base_path: self.hub.register.config.base_path().to_owned(),
            changes: self.changes.clone(),
            timings: self.timings.clone(),
        }
    }
}

/// What fails of a site when its pages are made.
pub fn faults(site: &Arc<Site>) -> Vec<Diagnostic> {
    let mut diagnostics = Diagnostics::new();
    prove(site, &mut SiteMemo::default(), &mut diagnostics);
    diagnostics.sorted()
}

/// Every notice, with its page.
fn subjects(register: &Register, pages: &Pages) -> Vec<Subject> {
    let mut files = vec![String::new(); register.notices.len()];
    for page in &pages.pages {
        if let PageKind::Notice(index) = page.kind {
            files[index] = page.address.file();
        }
    }
    register.notices.par_iter().zip(files).map(|(notice, file)| Subject::of(notice, file, register)).collect()
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
