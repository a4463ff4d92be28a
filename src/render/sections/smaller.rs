//! Decisions made by computer, cookies, changes.

use crate::domain::{Change, Language};
use crate::render::context::{Context, Voice};
use crate::render::prose;
use crate::render::view::{AutomatedView, ChangeView, ChangesView, CookieView, CookiesView};

use super::{Scene, date, plain};

/// Whether a computer decides alone, and how.
pub fn automated(scene: &Scene<'_>) -> AutomatedView {
    let Some(automated) = &scene.notice.automated_decisions else {
        return AutomatedView {
            exists: None,
            profiling: None,
            note_html: None,
            logic_html: None,
            effect_html: None,
            safeguards_html: None,
        };
    };
    AutomatedView {
        exists: automated.exists,
        profiling: automated.profiling,
        note_html: scene.optional(&automated.note),
        logic_html: scene.optional(&automated.logic),
        effect_html: scene.optional(&automated.effect),
        safeguards_html: scene.optional(&automated.safeguards),
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
    let words = |words: &Option<crate::domain::Words>| words.as_ref().map(|words| prose::words(context, &voice, words));
    let kind = |id: &str| context.wording(language).text(&format!("cookie_kinds.{id}")).to_owned();
    let rows = context.hub.register.cookies.iter().map(|cookie| CookieView {
        name: cookie.name.value.clone(),
        provider: plain(&cookie.provider),
        purpose_html: words(&cookie.purpose),
        duration: plain(&cookie.duration),
        kind: cookie.kind.map(|of| kind(of.id())),
        opt_out_html: words(&cookie.opt_out),
    });
    CookiesView { rows: rows.collect() }
}
