//! The law behind the rules, as a page of the manual: for those who review it, without reading Rust or TOML.
//!
//! Prints the tables that say what a notice has to tell, and when the law changed. The tables of bases, rights, conditions
//! and paragraphs are as plain in `src/law`, and what they say stands on every notice.

use crate::check::rules;
use crate::law::{Basis, Commencement, Duty, Exemption, Interest, Law, Limit};

/// The page.
pub fn page(law: &Law) -> String {
    let mut text = String::from(
        "# The law behind the rules\n\nMade by `noticeboard explain --law` from the tables in `src/law`; do not edit it by hand. \
         `--as-of` judges by the rows that hold on a day.\n",
    );
    table(&mut text, "What a notice has to tell people", DUTY, law.all_duties().iter().map(duty));
    table(&mut text, "When people need not be told", EXEMPTION, law.exemptions().iter().map(exemption));
    table(&mut text, "The lawful bases", BASIS, law.all_bases().iter().map(basis));
    table(&mut text, "The conditions of Annex 1", INTEREST, law.interests().iter().map(interest));
    table(&mut text, "How far rights reach", LIMIT, law.limits().iter().map(limit));
    table(&mut text, "When the law changed", CHANGE, law.commencements().iter().map(change));
    text
}

const DUTY: &[&str] = &["what is to be told", "UK GDPR Article", "when", "from", "rules", "source"];

fn duty(row: &Duty) -> Vec<String> {
    let watching = rules::ALL.iter().filter(|rule| rule.duties.contains(&row.id.as_str()));
    let names: Vec<String> = watching.map(|rule| format!("[`{0}`](rules.md#{0})", rule.name)).collect();
    let printed = if row.derived { "printed by the hub".to_owned() } else { names.join(", ") };
    vec![row.says.clone(), row.articles(), row.applies.clone(), row.from.to_string(), printed, row.source.clone()]
}

const EXEMPTION: &[&str] = &["Article", "when", "the information is made public", "from", "until", "source"];

fn exemption(row: &Exemption) -> Vec<String> {
    let publish = if row.publish { "yes" } else { "" };
    let until = row.until.map(|day| day.to_string()).unwrap_or_default();
    vec![row.provision.clone(), row.when.clone(), publish.to_owned(), row.from.to_string(), until, row.source.clone()]
}

const BASIS: &[&str] = &["basis", "Article", "test", "what the notice says besides", "from", "source"];

fn basis(row: &Basis) -> Vec<String> {
    let bar = if row.public_tasks { "" } else { " Not for the tasks of a public authority." };
    let article = format!("6(1)({})", row.point);
    let test = format!("{}{bar}", row.test);
    vec![format!("`{}`", row.id), article, test, row.notice.clone(), row.from.to_string(), row.source.clone()]
}

const INTEREST: &[&str] = &["condition", "paragraph", "what it is for", "from", "source"];

fn interest(row: &Interest) -> Vec<String> {
    let id = format!("`{}`", row.id);
    vec![id, row.paragraphs.clone(), row.says.clone(), row.from.to_string(), row.source.clone()]
}

const LIMIT: &[&str] = &["right", "what holds", "where", "from", "until", "not confirmed"];

fn limit(row: &Limit) -> Vec<String> {
    let until = row.until.map(|day| day.to_string()).unwrap_or_default();
    let doubt = row.unverified.clone().unwrap_or_default();
    vec![row.right.clone(), row.says.clone(), row.article.clone(), row.from.to_string(), until, doubt]
}

const CHANGE: &[&str] = &["from", "change", "provisions", "what it does not reach", "not confirmed", "source"];

fn change(row: &Commencement) -> Vec<String> {
    let from = row.from.to_string();
    let [saving, doubt] = [&row.saving, &row.unverified].map(|cell| cell.clone().unwrap_or_default());
    vec![from, row.what.clone(), row.provisions.clone(), saving, doubt, row.source.clone()]
}

/// Adds a table with a heading. No cell holds the sign that parts cells: the tables are our own.
fn table(text: &mut String, heading: &str, columns: &[&str], rows: impl Iterator<Item = Vec<String>>) {
    text.push_str(&format!("\n## {heading}\n\n| {} |\n|{}\n", columns.join(" | "), "---|".repeat(columns.len())));
    rows.for_each(|cells| text.push_str(&format!("| {} |\n", cells.join(" | "))));
}
