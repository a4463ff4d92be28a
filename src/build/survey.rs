//! A hub looked at without being published: stages 1 to 4, and then whatever somebody wants to know of it.
//!
//! Takes the same inputs as a build and finds the same mistakes in the content, but for those of themes, which have
//! nothing to say about what the hub says. Makes no page.

use super::{Draft, Inputs, Memo};
use crate::diagnostic::Diagnostic;
use crate::render::context::Context;

/// What is wrong with the content of a hub, in the order of places, and what `look` makes of it; nothing of a hub
/// whose content has errors.
pub fn survey<T>(inputs: &Inputs, look: impl FnOnce(&Context<'_>) -> T) -> (Option<T>, Vec<Diagnostic>) {
    let mut memo = Memo::once();
    let mut draft = Draft::resolved(inputs, &mut memo);
    draft.check(&mut memo);
    let seen = (!draft.has_errors()).then(|| look(&Context::new(&draft.hub, &draft.pages)));
    (seen, draft.diagnostics.sorted())
}
