//! Decisions made by computer, cookies, changes.

use crate::domain::{AutomatedDecisions, Change, Language, Words};
use crate::render::context::{Context, Voice};
use crate::render::prose;
use crate::render::view::{AutomatedView, ChangeView, ChangesView, CookieView, CookiesView};

use super::rights::article;
use super::{Scene, date, plain};

/// Whether a computer decides alone, and how.
pub fn automated(scene: &Scene<'_>) -> AutomatedView {
    let automated = scene.notice.automated_decisions.as_ref();
    let words =
        |key: fn(&AutomatedDecisions) -> &Option<Box<Words>>| automated.and_then(|one| scene.optional(key(one)));
    AutomatedView {
        exists: automated.and_then(|one| one.exists),
        profiling: automated.and_then(|one| one.profiling),
        note_html: words(|one| &one.note),
        logic_html: words(|one| &one.logic),
        effect_html: words(|one| &one.effect),
        safeguards_html: words(|one| &one.safeguards),
        article: article(scene.context, scene.context.wording(scene.language()), "automated-decisions"),
    }
}

/// What has changed, newest first.
pub fn changes(scene: &Scene<'_>) -> ChangesView {
    ChangesView { rows: scene.notice.changes.iter().map(|one| change(scene, one)).collect() }
}

/// A change.
pub fn change(scene: &Scene<'_>, change: &Change) -> ChangeView {
    ChangeView {
        date: date(scene.context, scene.language(), change.date),
        summary_html: scene.words(&change.summary),
        significant: change.significant,
    }
}

/// The cookies that the hub's host sets.
pub fn cookies(context: &Context<'_>, language: Language) -> CookiesView {
    let voice = Voice::general(context.config().default_controller, language);
    let words = |words: &Option<Box<Words>>| words.as_ref().map(|words| prose::words(context, &voice, words));
    let kind = |id: &str| context.wording(language).text(&format!("cookie_kinds.{id}")).to_owned();
    let rows = context.hub.register.cookies.iter().map(|cookie| CookieView {
        name: cookie.name.value.to_string(),
        provider: plain(&cookie.provider),
        purpose_html: words(&cookie.purpose),
        duration: plain(&cookie.duration),
        kind: cookie.kind.map(|of| kind(of.id())),
        opt_out_html: words(&cookie.opt_out),
    });
    CookiesView { rows: rows.collect() }
}
