//! # transfer-undeclared
//!
//! ## What it checks
//!
//! A notice that names an online tool whose maker is outside the UK says something about transfers. Where a notice has
//! no `[[transfers]]`, its page says that the data stays in the UK.
//!
//! ## Why it matters
//!
//! People must be told if their data leaves the UK (UK GDPR Articles 13(1)(f) and 14(1)(f)). Web chat, surveys,
//! newsletters and statistics of visitors are often run from elsewhere, and the page would then say something that is
//! not so.
//!
//! ## Example
//!
//! ```toml
//! [[recipients]]
//! name = "Mailchimp"
//! purpose = "to send our newsletter"
//! ```
//!
//! ## How to put it right
//!
//! Ask the supplier where it keeps the data. If that is outside the UK, add a `[[transfers]]` table with the
//! destination and the safeguard. If it is kept in the UK, accept this finding with that reason. The list of tools in
//! this program is short, and says only where their makers are.

use crate::check::case::NoticeCase;
use crate::check::excerpt::{Excerpt, item_words};
use crate::check::lexicon::Meaning;
use crate::check::phrases::About;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::{DataSource, Party, StandardSection};
use crate::text::Place;

/// The rule.
pub static RULE: Rule = Rule {
    name: "transfer-undeclared",
    severity: Severity::Advice,
    law: "UK GDPR Articles 13(1)(f) and 14(1)(f)",
    since: None,
    duties: &["transfers"],
    source: include_str!("transfer_undeclared.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    let declares = case.notice.transfers.as_ref().is_some_and(|transfers| !transfers.is_empty());
    if declares || case.has_words(StandardSection::Transfers) || !case.is_under_uk_gdpr() {
        return;
    }
    // Most texts name no tool at all.
    let names_tool = |excerpt: &Excerpt<'_>| excerpt.says_one_of(Meaning::Tool(0), Meaning::Tool(u16::MAX));
    let in_tables = places_in_tables(case).into_iter().map(|place| case.excerpt_of_words(place));
    let in_tables: Vec<Excerpt<'_>> = in_tables.filter(names_tool).collect();
    // A text that tells of other countries speaks for itself.
    let in_text = case.all_excerpts().filter(names_tool);
    let in_text: Vec<Excerpt<'_>> = in_text.filter(|excerpt| !excerpt.says(About::Abroad)).collect();
    for (row, tool) in (0..).zip(case.law().tools()) {
        let Some(home) = &tool.home else { continue };
        let excerpts = in_tables.iter().chain(in_text.iter().filter(|_| tool.in_text));
        let mut places = excerpts.filter_map(|excerpt| excerpt.find(Meaning::Tool(row)));
        if let Some(place) = places.next() {
            report(case, home, place, findings);
        }
    }
}

/// Where the tables name those who give and get data.
fn places_in_tables(case: &NoticeCase<'_>) -> Vec<Place> {
    let party = |party: &Party| match party {
        Party::Named(text) => Some(text.place),
        Party::Organisation(_) | Party::Notice(_) => None,
    };
    let mut places = Vec::new();
    for recipient in case.notice.recipients.iter().flatten() {
        places.extend(party(&recipient.who));
        places.extend(recipient.purpose.as_deref().into_iter().chain(item_words(&recipient.items)).map(|words| words.place));
    }
    let sources = case.notice.personal_data.iter().flat_map(|data| &data.sources);
    places.extend(sources.filter_map(|source| match source {
        DataSource::You => None,
        DataSource::Other { who, .. } => party(who),
    }));
    places
}

fn report(case: &NoticeCase<'_>, home: &str, place: Place, findings: &mut Findings) {
    let finding = findings
        .add(place, format!("The maker of this tool is in {home}, and nothing is said of transfers"))
        .label("does the data stay in the UK?")
        .help("Ask the supplier where it keeps the data. If that is outside the UK, declare the transfer.");
    let finding = match &case.notice.transfers {
        Some(none) if none.is_empty() => finding.help("That takes the place of `transfers = \"none\"`."),
        _ => finding,
    };
    if case.is_own(place) {
        finding.paste("[[transfers]]\ndestination = \"\"\nsafeguard = \"\"\n");
    } else {
        finding.help("Each notice that uses the tool does so in `[[transfers]]`.");
    }
}
