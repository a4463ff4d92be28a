//! Results as SARIF 2.1.0, for code scanning.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::Results;
use crate::check::{Rule, rules};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::{LineColumn, Place, Sources};

/// The results as one SARIF log, ending in a newline. What has been accepted is there too, as suppressed.
pub fn render(results: &Results<'_>) -> String {
    let accepted = results.accepted.iter().map(|one| (&one.finding.diagnostic, Some(one.reason.as_str())));
    let all: Vec<(&Diagnostic, Option<&str>)> =
        results.by_severity().into_iter().map(|diagnostic| (diagnostic, None)).chain(accepted).collect();
    let mut codes: Vec<&str> = all.iter().map(|(diagnostic, _)| diagnostic.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let entries = all.iter().map(|(diagnostic, reason)| result(diagnostic, *reason, &codes, results.sources));
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "noticeboard",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": codes.iter().map(|code| descriptor(code)).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": entries.collect::<Vec<_>>(),
        }],
    });
    let mut text = serde_json::to_string_pretty(&log).unwrap_or_else(|error| panic!("a log is valid JSON: {error}"));
    text.push('\n');
    text
}

/// A rule, or the kind of a mistake of form.
fn descriptor(code: &str) -> Value {
    let rule: Option<&&Rule> = rules::ALL.iter().find(|rule| rule.name == code);
    match rule {
        Some(rule) => json!({
            "id": code,
            "shortDescription": { "text": rule.law },
            "help": { "text": rule.explanation(), "markdown": rule.explanation() },
        }),
        None => json!({ "id": code }),
    }
}

fn result(diagnostic: &Diagnostic, accepted: Option<&str>, codes: &[&str], sources: &Sources) -> Value {
    let level = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    };
    let words = if diagnostic.help.is_empty() {
        diagnostic.message.clone()
    } else {
        format!("{}. {}", diagnostic.message, diagnostic.help)
    };
    let mut result = json!({
        "ruleId": diagnostic.code,
        "ruleIndex": codes.iter().position(|code| *code == diagnostic.code),
        "level": level,
        "message": { "text": words },
        "locations": [location(diagnostic.place, sources, None)],
        "suppressions": accepted.map(suppression).into_iter().collect::<Vec<_>>(),
    });
    if !diagnostic.related.is_empty() {
        let related = diagnostic.related.iter().map(|(place, words)| location(*place, sources, Some(words)));
        result["relatedLocations"] = related.collect();
    }
    result
}

/// That a notice has accepted a finding, and why.
fn suppression(reason: &str) -> Value {
    json!({ "kind": "inSource", "status": "accepted", "justification": reason })
}

/// What may stand in the path of an address as it is.
const IN_PATHS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

fn location(place: Place, sources: &Sources, words: Option<&str>) -> Value {
    let source = sources.get(place.file);
    let start = LineColumn::of(&source.text, place.span.start as usize);
    let end = LineColumn::of(&source.text, place.span.end as usize);
    let mut location = json!({ "physicalLocation": {
        "artifactLocation": { "uri": utf8_percent_encode(source.path.as_str(), IN_PATHS).to_string() },
        "region": {
            "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column,
        },
    } });
    if let Some(words) = words {
        location["message"] = json!({ "text": words });
    }
    location
}
