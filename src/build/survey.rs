//! A hub looked at without being published: stages 1 to 4, and then whatever somebody wants to know of it.
//!
//! Takes the same inputs as a build and finds the same mistakes in the content, but for those of themes, which have
//! nothing to say about what the hub says. Makes no page.

use std::sync::Arc;

use super::memo::Tables;
use super::{Inputs, Memo, report_empty_hub};
use crate::assemble::assemble;
use crate::check::check;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::interpret::interpret;
use crate::render::context::Context;
use crate::resolve::{Hub, resolve};

/// What is wrong with the content of a hub, in the order of places, and what `look` makes of it; nothing of a hub
/// whose content has errors.
pub fn survey<T>(inputs: &Inputs, look: impl FnOnce(&Context<'_>) -> T) -> (Option<T>, Vec<Diagnostic>) {
    let mut memo = Memo::default();
    let tables = Arc::clone(&memo.tables);
    let Tables { law, wordings, lexicon } = &*tables;
    let mut diagnostics = Diagnostics::new();
    let fragments = memo.parse(&inputs.sources);
    let register = interpret(&inputs.sources, &fragments, wordings, &mut memo.notices, &mut diagnostics);
    report_empty_hub(&register, &mut diagnostics);
    let wordings = register.strings.as_ref().unwrap_or(wordings);
    let assembly = assemble(&register, law, wordings, inputs.today, &mut memo.documents);
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
    check(&hub, &pages, lexicon, &mut memo.findings, &mut diagnostics);
    let seen = (!diagnostics.has_errors()).then(|| look(&Context::new(&hub, &pages)));
    (seen, diagnostics.sorted())
}
