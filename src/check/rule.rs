//! Rules and what they find.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;

use super::case::{HubCase, NoticeCase};
use super::printed::Printed;
use super::rules;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::law::Law;
use crate::text::Place;

/// A rule: something that the law or good practice asks of a notice or of the hub.
#[derive(Debug)]
pub struct Rule {
    /// Its stable name in kebab case. Reads well after "accept" and "off".
    pub name: &'static str,
    /// How much a finding weighs, unless the rule or the hub says otherwise.
    pub severity: Severity,
    /// The law behind it, in short: "UK GDPR Article 13(1)(e)".
    pub law: &'static str,
    /// The change of the law that brought it, by its id in the table; none for one that always has held.
    pub since: Option<&'static str>,
    /// What a notice has to tell people that it watches over, by the ids in the law's table of duties.
    pub duties: &'static [&'static str],
    /// The source file of the rule, whose head says what it checks, why, and how to put it right.
    pub source: &'static str,
    /// What it looks at, and how it judges.
    pub judge: Judge,
}

/// How a rule judges.
#[derive(Clone, Copy, Debug)]
pub enum Judge {
    /// One notice at a time.
    Notice(fn(&NoticeCase<'_>, &mut Findings)),
    /// One file at a time, of those that readers see something of: what stands in it is found once, however many notices
    /// print it.
    File(fn(&HubCase<'_>, &Printed, &mut Findings)),
    /// The hub as a whole.
    Hub(fn(&HubCase<'_>, &mut Findings)),
}

/// The headings in the head of every rule's file, in order.
pub const HEADINGS: [&str; 4] = ["What it checks", "Why it matters", "Example", "How to put it right"];

impl Rule {
    /// Whether it holds on a day.
    pub fn holds_on(&self, day: Date, law: &Law) -> bool {
        self.since.is_none_or(|change| law.begins(change).is_some_and(|begins| begins <= day))
    }

    /// What the head of its file says, as Markdown.
    pub fn explanation(&self) -> String {
        let head = self.source.lines().take_while(|line| line.starts_with("//!"));
        let lines = head.map(|line| line.trim_start_matches("//!").strip_prefix(' ').unwrap_or_default());
        let mut text = lines.collect::<Vec<_>>().join("\n");
        text.push('\n');
        text
    }
}

/// What the hub makes of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// As the rule says.
    AsIs,
    /// Always this.
    Fixed(Severity),
    /// Not looked at.
    Off,
}

/// The level of every rule, as `[checks.rules]` sets it. A rule that does not exist is an error.
pub fn levels(config: &Config, diagnostics: &mut Diagnostics) -> BTreeMap<&'static str, Level> {
    let mut levels: BTreeMap<&'static str, Level> = rules::ALL.iter().map(|rule| (rule.name, Level::AsIs)).collect();
    for (name, level) in &config.rules {
        match levels.get_mut(name.value.as_str()) {
            Some(entry) => {
                *entry = match level.value.as_str() {
                    "error" => Level::Fixed(Severity::Error),
                    "warning" => Level::Fixed(Severity::Warning),
                    "advice" => Level::Fixed(Severity::Advice),
                    _ => Level::Off,
                }
            }
            None => diagnostics.push(unknown(name)),
        }
    }
    levels
}

/// The error about the name of a rule that does not exist.
pub fn unknown(name: &crate::domain::Text) -> Diagnostic {
    Diagnostic::error("unknown-rule", name.place, format!("There is no rule `{}`", name.value))
        .suggest(&name.value, rules::ALL.iter().map(|rule| rule.name))
        .help("`noticeboard explain` lists them all.")
}

/// Something that a rule found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The place, the sentence, the severity and the remedy; its code is the rule's name.
    pub diagnostic: Diagnostic,
    /// TOML to add, ready to paste; empty where there is none.
    pub paste: String,
    /// The indices of the notices that it concerns, in the register; none for the hub as a whole.
    pub notices: Vec<usize>,
}

/// Collects the findings about a notice, or about the hub.
#[derive(Debug)]
pub struct Findings {
    about: Option<usize>,
    rule: Option<(&'static str, Severity)>,
    level: Level,
    found: Vec<Finding>,
}

impl Findings {
    /// Collects findings about a notice (its index in the register), or about the hub.
    pub fn about(notice: Option<usize>) -> Self {
        Findings { about: notice, rule: None, level: Level::AsIs, found: Vec::new() }
    }

    /// What follows is found by this rule.
    pub fn start(&mut self, rule: &Rule, level: Level) {
        self.rule = Some((rule.name, rule.severity));
        self.level = level;
    }

    /// Adds a finding in the severity of the rule.
    pub fn add(&mut self, place: Place, message: impl Into<String>) -> Draft<'_> {
        let severity = self.rule.map_or(Severity::Warning, |(_, severity)| severity);
        self.add_as(severity, place, message)
    }

    /// Adds a finding in a severity of its own, which the hub's settings still override.
    pub fn add_as(&mut self, severity: Severity, place: Place, message: impl Into<String>) -> Draft<'_> {
        let (code, _) = self.rule.unwrap_or(("", severity));
        let severity = if let Level::Fixed(fixed) = self.level { fixed } else { severity };
        let diagnostic = Diagnostic { severity, ..Diagnostic::error(code, place, message) };
        self.found.push(Finding { diagnostic, paste: String::new(), notices: self.about.into_iter().collect() });
        let last = self.found.len() - 1;
        Draft(&mut self.found[last])
    }

    /// All of them, in just the memory that they need.
    pub fn all(mut self) -> Vec<Finding> {
        self.found.shrink_to_fit();
        self.found
    }
}

/// A finding to which words can still be added.
pub struct Draft<'a>(&'a mut Finding);

impl Draft<'_> {
    /// A few words at the underlined place.
    pub fn label(self, label: impl Into<String>) -> Self {
        self.0.diagnostic.label = label.into();
        self
    }

    /// How to put it right: full sentences.
    pub fn help(self, help: impl AsRef<str>) -> Self {
        if !self.0.diagnostic.help.is_empty() && !help.as_ref().is_empty() {
            self.0.diagnostic.help.push(' ');
        }
        self.0.diagnostic.help.push_str(help.as_ref());
        self
    }

    /// TOML to add, ready to paste.
    pub fn paste(self, toml: impl Into<String>) -> Self {
        self.0.paste = toml.into();
        self
    }

    /// The notices that it concerns (their indices in the register), for a rule that looks at the hub.
    pub fn concerns(self, notices: &[usize]) -> Self {
        self.0.notices = notices.to_vec();
        self
    }

    /// Another place that belongs to it.
    pub fn related(self, place: Place, words: impl Into<String>) -> Self {
        self.0.diagnostic.related.push((place, words.into()));
        self
    }
}

/// Sorts findings by place, and joins those that are the same but for the notices that they concern.
pub fn merge(findings: &mut Vec<Finding>) {
    findings.par_sort_by(|a, b| {
        let key = |finding: &Finding| (finding.diagnostic.place, finding.diagnostic.severity, finding.diagnostic.code);
        key(a)
            .cmp(&key(b))
            .then_with(|| a.diagnostic.message.cmp(&b.diagnostic.message))
            .then_with(|| a.notices.cmp(&b.notices))
    });
    findings.dedup_by(|later, earlier| {
        let same = later.diagnostic == earlier.diagnostic && later.paste == earlier.paste;
        if same {
            earlier.notices.append(&mut later.notices);
        }
        same
    });
}
