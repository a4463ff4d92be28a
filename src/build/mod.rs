//! Floor 4. A build: the table of contents of the program.
//!
//! A straight line of pure functions over values in memory. Reading comes before it, publishing
//! after it, and neither the file system nor the clock is touched in between.

mod inputs;

use rayon::prelude::*;

use crate::assemble::assemble;
use crate::diagnostic::{Diagnostic, Diagnostics, at};
use crate::interpret::{Register, interpret};
use crate::language::Wordings;
use crate::law::Law;
use crate::parse::{Fragment, parse};
use crate::render::{Site, render, theme};
use crate::resolve::{Hub, resolve};
use crate::text::Span;

pub use inputs::Inputs;

/// What a build gives.
#[derive(Debug)]
pub struct Outcome {
    /// The whole output; none if the content has errors.
    pub site: Option<Site>,
    /// Everything that is wrong with the content, in the order of places.
    pub diagnostics: Vec<Diagnostic>,
    /// How many notices there are.
    pub notices: usize,
    /// How many pages there are.
    pub pages: usize,
}

/// Builds a hub.
pub fn build(inputs: &Inputs) -> Outcome {
    let (law, wordings) = (Law::load(), Wordings::load());
    let mut diagnostics = Diagnostics::new();

    // 1. Source to Fragment: each file by itself.
    let fragments: Vec<Fragment> = inputs.sources.as_slice().par_iter().map(parse).collect();

    // 2. Fragments to Register: what the hub says, in the terms of the field.
    let register = interpret(&inputs.sources, &fragments, &wordings, &mut diagnostics);
    report_empty_hub(&register, &mut diagnostics);

    // 3. Register to Documents: complete and in reading order.
    let assembly = assemble(&register, &law, &wordings, inputs.today);

    // 4. Documents to Pages: every link leads somewhere.
    let hub = Hub {
        register: &register,
        assembly: &assembly,
        fragments: &fragments,
        sources: &inputs.sources,
        documents: &inputs.documents,
        law: &law,
        wordings: &wordings,
        today: inputs.today,
    };
    let pages = resolve(&hub, &mut diagnostics);

    // 5. Pages to Site: paths and bytes. Done even where the content has errors, so that one run shows those of
    //    templates as well; except where two pages would have one address.
    let theme = theme::choose(register.config.theme.as_ref(), &inputs.sources, &inputs.assets, &mut diagnostics);
    let site = pages.are_distinct.then(|| render(&hub, &pages, &theme, &inputs.sources, &mut diagnostics));

    let has_errors = diagnostics.has_errors();
    Outcome {
        site: site.filter(|_| !has_errors),
        diagnostics: diagnostics.sorted(),
        notices: register.notices.len(),
        pages: pages.pages.len(),
    }
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
