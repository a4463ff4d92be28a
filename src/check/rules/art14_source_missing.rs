//! # art14-source-missing
//!
//! ## What it checks
//!
//! A notice that says that data comes from others says from whom. It also looks for sources with vague names, and for
//! sources that anybody can look up without the notice saying so.
//!
//! ## Why it matters
//!
//! Where data does not come from the person, people must be told its source and, if it came from a publicly accessible
//! source, that it did (UK GDPR Article 14(2)(f)). Otherwise nobody can find out where a mistake about them began.
//!
//! ## Example
//!
//! ```toml
//! [[personal_data]]
//! context = "What we receive from other organisations"
//! items = ["details of your debts"]
//! ```
//!
//! ## How to put it right
//!
//! Name the sources: `source = [{ name = "Companies House", publicly_accessible = true }, "your landlord"]`. For a
//! source that anybody can look up, add `publicly_accessible = true`; for one that sounds like it and is not, `false`.

use crate::check::case::NoticeCase;
use crate::check::excerpt::Excerpt;
use crate::check::phrases::About;
use crate::check::rule::{Findings, Judge, Rule};
use crate::check::words::is_one_of;
use crate::diagnostic::Severity;
use crate::domain::{DataSource, Party, StandardSection, Text};
use crate::text::{Place, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "art14-source-missing",
    severity: Severity::Error,
    law: "UK GDPR Article 14(2)(f)",
    since: None,
    duties: &["source"],
    source: include_str!("art14_source_missing.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    if !case.is_under_uk_gdpr() {
        return;
    }
    if case.collects_indirectly() {
        judge_sources(case, findings);
    } else if let Some(place) = said_without_source(case) {
        findings
            .add(place, "Data comes from others, and the notice does not say from whom")
            .label("from whom?")
            .help("Name the sources in the table of the data that they give you.")
            .paste(format!("{}{SOURCES}", table(case, place)));
    }
}

const SOURCES: &str = "source = [\"you\", { name = \"\", publicly_accessible = false }]\n";

/// The heading of a table of its own, for words that stand below the front matter.
fn table(case: &NoticeCase<'_>, place: Place) -> &'static str {
    let is_in_front_matter = (place.span.start as usize) < case.text(place.file).body;
    if is_in_front_matter { "" } else { "[[personal_data]]\n" }
}

/// Sources that are named.
fn judge_sources(case: &NoticeCase<'_>, findings: &mut Findings) {
    for source in case.notice.personal_data.iter().flat_map(|data| &data.sources) {
        let DataSource::Other { who, publicly_accessible } = source else { continue };
        let (Party::Named(text) | Party::Organisation(text) | Party::Notice(text)) = who;
        let name = case.name_of(who);
        if is_one_of(name.trim(), case.phrases(About::VagueParty)) {
            findings
                .add_as(Severity::Warning, text.place, "This does not tell where the data comes from")
                .label("who are they?")
                .help("Name the source, or say what kind of body it is.");
        } else if publicly_accessible.is_none()
            && case.whole.lexicon.says(name, About::PublicSource, case.notice.language)
        {
            findings
                .add_as(Severity::Advice, text.place, "It is not said whether anybody can look this source up")
                .label("publicly accessible?")
                .help("Write the source as a table, and say whether it is publicly accessible.")
                .paste(said_to_be_public(case, who, text));
        }
    }
}

/// What to write in place of a source's name: a table, or more of the table in which it stands.
fn said_to_be_public(case: &NoticeCase<'_>, who: &Party, name: &Text) -> String {
    let before = &case.whole.hub.sources.get(name.place.file).text[..name.place.span.start as usize];
    if before.trim_end().ends_with('=') {
        format!("\"{}\", publicly_accessible = true\n", name.value)
    } else {
        format!("{{ {} = \"{}\", publicly_accessible = true }}\n", key(who), name.value)
    }
}

/// The key of a party in a table.
fn key(who: &Party) -> &'static str {
    match who {
        Party::Named(_) => "name",
        Party::Organisation(_) => "organisation",
        Party::Notice(_) => "notice",
    }
}

/// Where the notice's own words say that data comes from others, and not from whom.
fn said_without_source(case: &NoticeCase<'_>) -> Option<Place> {
    let words = case.notice.personal_data.iter().flat_map(|data| data.context.iter().chain(&data.note));
    let in_tables = words.map(|words| case.excerpt_of_words(words.place));
    let own = case.excerpts(StandardSection::PersonalData).filter(|excerpt| excerpt.is_own);
    in_tables.chain(own).find_map(|excerpt| unnamed(&excerpt))
}

/// The phrase in a text, unless its sentence denies it or goes on to name them.
fn unnamed(excerpt: &Excerpt<'_>) -> Option<Place> {
    let place = excerpt.find(About::FromOthers)?;
    let (before, after) = excerpt.around(place);
    let start = before.rfind(['.', '?', '!']).map_or(0, |end| end + 1);
    let end = after.find(['.', '?', '!', ':']).unwrap_or(after.len());
    let is_list = after[end..].starts_with(':');
    let sentence = excerpt.part(Span::new(start, excerpt.words().len() - after.len() + end));
    (!is_list && !sentence.says(About::Not) && !sentence.says(About::Naming)).then_some(place)
}
