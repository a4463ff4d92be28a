//! # criminal-data-without-condition
//!
//! ## What it checks
//!
//! A notice that uses data about criminal offences names a paragraph of Schedule 1 of the Data Protection Act 2018 for
//! a purpose that uses it. It also looks for offences among lists of special categories, where they do not belong.
//!
//! ## Why it matters
//!
//! Data about convictions, offences, allegations and proceedings may be used only under official authority, or where a
//! condition in Part 1, 2 or 3 of Schedule 1 is met (UK GDPR Article 10, Data Protection Act 2018 section 10(5)). It
//! is not special category data: a condition of Article 9(2) alone does not cover it. Many notices list "criminal
//! history" among the special categories, and so apply the wrong law to it.
//!
//! ## Example
//!
//! ```toml
//! [[personal_data]]
//! items = ["criminal convictions"]
//! criminal_offences = true
//!
//! [[purposes]]
//! text = "Decide on your taxi licence"
//! lawful_basis = "public-task"
//! ```
//!
//! ## How to put it right
//!
//! Name the paragraph in the purpose that uses the data: `schedule_1 = [6]` for a function that the law gives you,
//! `[10]` for preventing unlawful acts, `[18]` for safeguarding. If you act under official authority, say so in
//! `explanation`. In a list of special categories, take offences out and write a sentence of their own about them.

use crate::check::case::NoticeCase;
use crate::check::excerpt::{Excerpt, item_words};
use crate::check::phrases::About;
use crate::check::rule::{Findings, Judge, Rule};
use crate::check::words::is_one_of;
use crate::diagnostic::Severity;
use crate::domain::{Purpose, StandardSection};
use crate::text::{Place, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "criminal-data-without-condition",
    severity: Severity::Error,
    law: "UK GDPR Article 10; Data Protection Act 2018 section 10(4) and (5)",
    since: None,
    duties: &[],
    source: include_str!("criminal_data_without_condition.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    let mut by_name = case.purposes().filter(|purpose| purpose.criminal_offences == Some(true)).peekable();
    if by_name.peek().is_some() {
        by_name.filter(|purpose| !is_covered(case, purpose)).for_each(|purpose| report_purpose(purpose, findings));
    } else {
        judge_data(case, findings);
    }
    if !case.notice.purposes.iter().any(|purpose| purpose.criminal_offences == Some(true)) {
        judge_items(case, findings);
    }
    judge_lists(case, findings);
}

/// A purpose that says itself that it uses the data.
fn report_purpose(purpose: &Purpose, findings: &mut Findings) {
    let point = purpose.special_category_condition.first();
    findings
        .add(
            point.map_or(purpose.place, |point| point.place),
            "This purpose uses criminal offence data without a condition",
        )
        .label(if point.is_some() { "does not cover offences" } else { "under which paragraph of Schedule 1?" })
        .help("Name the paragraph of Schedule 1 that allows it, such as 6 for a function that the law gives you.")
        .paste("schedule_1 = []\n");
}

/// Data that no purpose says it uses.
fn judge_data(case: &NoticeCase<'_>, findings: &mut Findings) {
    let Some(data) = case.notice.personal_data.iter().find(|data| data.criminal_offences) else { return };
    // Offence data may be there for law enforcement, under Part 3 of the 2018 Act.
    let Some(purpose) = case.purposes().next().filter(|_| !case.is_under_part_3()) else { return };
    if case.purposes().any(|purpose| is_covered(case, purpose)) {
        return;
    }
    findings
        .add(data.place, "Criminal offence data is used, and no purpose names a condition for it")
        .label("under which paragraph of Schedule 1?")
        .help("Name the paragraph in the purpose that uses this data, such as 6 for a function that the law gives you.")
        .paste("criminal_offences = true\nschedule_1 = []\n")
        .related(purpose.place, "a purpose without a paragraph");
}

/// Whether a purpose names what allows it, or a section about offences does in prose.
fn is_covered(case: &NoticeCase<'_>, purpose: &Purpose) -> bool {
    let mut words = purpose.legislation.iter().chain(purpose.explanation.as_deref());
    let about = [About::OfficialAuthority, About::ScheduleOne];
    !purpose.schedule_1.is_empty()
        || words.any(|words| about.iter().any(|about| case.words_say(words, *about)))
        || case.has_words(StandardSection::CriminalOffences)
}

/// Items that are offence data by their words, in a notice that does not say that it has any.
fn judge_items(case: &NoticeCase<'_>, findings: &mut Findings) {
    let data = &case.notice.personal_data;
    if data.iter().any(|data| data.criminal_offences) {
        return;
    }
    let phrases = case.phrases(About::OffenceData);
    for words in data.iter().flat_map(|data| item_words(&data.items)) {
        let plain = words.prose.as_ref().map(|prose| prose.plain());
        if is_among(phrases, plain.as_deref().unwrap_or(&words.value)) {
            findings
                .add_as(Severity::Advice, words.place, "This is criminal offence data, and the notice does not say so")
                .help("Add `criminal_offences = true` to this table, and a paragraph of Schedule 1 to the purpose.")
                .paste("criminal_offences = true\n");
        }
    }
}

/// Lists of special categories in prose that hold offences as well.
fn judge_lists(case: &NoticeCase<'_>, findings: &mut Findings) {
    for section in &case.document.sections {
        let excerpts = case.excerpts_in(section, true).filter(|excerpt| excerpt.says(About::OffenceData));
        for place in excerpts.flat_map(|excerpt| misplaced(case, &section.heading, &excerpt)) {
            findings
                .add_as(Severity::Advice, place, "Criminal offence data stands among the special categories")
                .label("not a special category")
                .help("Offences fall under Article 10, not Article 9. Say apart from this list why you use them.");
        }
    }
}

/// The items of lists that are offence data, among items that are special categories.
fn misplaced(case: &NoticeCase<'_>, heading: &str, excerpt: &Excerpt<'_>) -> Vec<Place> {
    let mut found = Vec::new();
    let mut lead = heading.to_owned();
    let mut list: Vec<(usize, &str)> = Vec::new();
    let mut offset = 0;
    for line in excerpt.words().split_inclusive('\n') {
        let is_further_line = !list.is_empty() && (line.trim().is_empty() || line.starts_with("  "));
        if let Some(item) = item(line) {
            list.push((offset + line.find(item).unwrap_or(0), item));
        } else if !is_further_line {
            found.extend(misplaced_items(case, excerpt, &list, &lead));
            if !list.is_empty() || line.starts_with('#') {
                lead.clear();
            }
            list.clear();
            lead.push_str(line);
        }
        offset += line.len();
    }
    found.extend(misplaced_items(case, excerpt, &list, &lead));
    found
}

/// The words of a line that is an item of a list.
fn item(line: &str) -> Option<&str> {
    let line = line.trim();
    line.strip_prefix("- ").or(line.strip_prefix("* ")).or(line.strip_prefix("+ ")).map(str::trim)
}

fn misplaced_items(case: &NoticeCase<'_>, excerpt: &Excerpt<'_>, list: &[(usize, &str)], lead: &str) -> Vec<Place> {
    let part = |(start, item): &(usize, &str)| excerpt.part(Span::new(*start, start + item.len()));
    let lead = lead.to_lowercase();
    let says_special = lead.contains("special") || lead.contains("categori arbennig");
    let says_offence = lead.contains("criminal") || lead.contains("offence") || lead.contains("trosedd");
    let others = list.iter().filter(|item| part(item).says(About::SpecialCategory)).count();
    if !says_special || says_offence || others < 2 {
        return Vec::new();
    }
    let phrases = case.phrases(About::OffenceData);
    list.iter().filter(|(_, item)| is_among(phrases, item)).map(|item| part(item).place).collect()
}

/// Whether an item is one of some phrases, apart from what does not change its meaning.
fn is_among(phrases: &[String], item: &str) -> bool {
    let item = item.trim().trim_end_matches(['.', ';', ',']);
    let without = |lead: &str| {
        let (start, rest) = item.split_at_checked(lead.len())?;
        start.eq_ignore_ascii_case(lead).then_some(rest)
    };
    let bare = without("your ").or_else(|| without("any ")).unwrap_or(item);
    is_one_of(bare, phrases)
}
