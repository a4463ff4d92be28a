//! Review dates as an iCalendar file (RFC 5545): one event of a whole day for each notice that says when.
//!
//! The UID of an event is made of the notice's id and the hub's host, so that a calendar that reads the file again
//! moves events and does not double them. A month is due on its last day. The time stamp that the format asks for is
//! the start of the day of the export: the same input gives the same bytes.

use std::fmt::Write;

use jiff::civil::Date;

use super::entry::Entry;

/// How many bytes a line may have.
const LINE: usize = 75;

/// The calendar of the reviews of some notices.
pub fn render(entries: &[Entry<'_>]) -> String {
    let mut calendar = Calendar::default();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Noticeboard//Reviews//EN", "CALSCALE:GREGORIAN"] {
        calendar.line(line);
    }
    let mut due: Vec<(Date, &Entry<'_>)> =
        entries.iter().filter_map(|entry| Some((entry.notice.review_by?.value.last(), entry))).collect();
    due.sort_by_key(|(day, _)| *day);
    due.iter().for_each(|(day, entry)| calendar.event(*day, entry));
    calendar.line("END:VCALENDAR");
    calendar.text
}

#[derive(Default)]
struct Calendar {
    text: String,
}

impl Calendar {
    fn event(&mut self, day: Date, entry: &Entry<'_>) {
        let config = entry.context.config();
        let host = config.base_url.split('/').nth(2).unwrap_or_default();
        let summary = entry.wording.fill("exports.review_of", &[("title", &entry.notice.title.value)]);
        let owner = entry.internal("owner");
        let controller = entry.controller().name.get(entry.notice.language).to_owned();
        let about = [owner, vec![controller, entry.address()]].concat().join("\n");
        self.line("BEGIN:VEVENT");
        self.line(&format!("UID:review-{}@{host}", entry.notice.id));
        self.line(&format!("DTSTAMP:{}T000000Z", compact(entry.context.hub.today)));
        self.line(&format!("DTSTART;VALUE=DATE:{}", compact(day)));
        self.line(&format!("SUMMARY:{}", escaped(&summary)));
        self.line(&format!("DESCRIPTION:{}", escaped(&about)));
        self.line(&format!("URL:{}", entry.address()));
        self.line("TRANSP:TRANSPARENT");
        self.line("END:VEVENT");
    }

    /// A line, folded where it is long: between characters, never within one.
    fn line(&mut self, line: &str) {
        let mut width = 0;
        for c in line.chars() {
            if width + c.len_utf8() > LINE {
                self.text.push_str("\r\n ");
                width = 1;
            }
            self.text.push(c);
            width += c.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

/// A date as `20261001`.
fn compact(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// Text in a value: what would end it or part it comes after a backslash.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                let _ = write!(escaped, "\\{c}");
            }
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut calendar = Calendar::default();
        let line = format!("SUMMARY:{}", "ŵ".repeat(100));
        calendar.line(&line);
        let lines: Vec<&str> = calendar.text.split("\r\n").collect();
        assert!(lines.iter().all(|line| line.len() <= LINE), "{lines:?}");
        assert_eq!((lines.len(), calendar.text.replace("\r\n ", "")), (4, format!("{line}\r\n")));
    }

    #[test]
    fn values_are_escaped() {
        assert_eq!(escaped("a, b; c\\d\ne\u{7}"), "a\\, b\\; c\\\\d\\ne ");
        assert_eq!(compact(jiff::civil::date(2026, 10, 1)), "20261001");
    }
}
