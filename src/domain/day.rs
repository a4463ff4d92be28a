//! Dates as authors give them: a day, or only a month.

use std::fmt;

use jiff::civil::Date;

/// A calendar date of which the day of the month may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// The date; the first of the month where no day was given.
    pub date: Date,
    /// Whether only year and month were given.
    pub month_only: bool,
}

impl Day {
    /// How to write a date, for those who wrote something else.
    pub const REMEDY: &'static str =
        "Write the year, the month and the day: 2026-10-01. For a month, use quotation marks: \"2026-10\".";

    /// Reads `2026-10-01`, `2026-10`, or a date and time of which the time is ignored.
    /// Gives none for anything that is not a date of the calendar.
    pub fn parse(text: &str) -> Option<Day> {
        let text = text.trim();
        let numbers = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<i16>().ok())?;
        let day_part = text.split(['T', 't', ' ']).next()?;
        let parts: Vec<&str> = day_part.split('-').collect();
        let (year, month, day) = match parts.as_slice() {
            [y, m] if y.len() == 4 && m.len() == 2 && day_part == text => (numbers(y)?, numbers(m)?, None),
            [y, m, d] if y.len() == 4 && m.len() == 2 && d.len() == 2 => (numbers(y)?, numbers(m)?, Some(numbers(d)?)),
            _ => return None,
        };
        let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day.unwrap_or(1)).ok()?).ok()?;
        Some(Day { date, month_only: day.is_none() })
    }

    /// The last date that it covers: itself, or the last day of its month.
    pub fn last(self) -> Date {
        if self.month_only { self.date.last_of_month() } else { self.date }
    }
}

impl fmt::Display for Day {
    /// The date as machines read it: `2026-10-01` or `2026-10`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = (self.date.year(), self.date.month(), self.date.day());
        if self.month_only { write!(f, "{year:04}-{month:02}") } else { write!(f, "{year:04}-{month:02}-{day:02}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(Day::parse(text).map(|day| day.to_string()).as_deref(), expected, "{text}");
    }

    #[test]
    fn reads_days_and_months() {
        check("2026-10-01", Some("2026-10-01"));
        check("2026-10", Some("2026-10"));
        check("2026-10-01T09:00:00Z", Some("2026-10-01"));
        check("2026-02-30", None);
        check("2026-13", None);
        check("01/10/2026", None);
        check("October 2026", None);
        check("+026-10-01", None);
        assert_eq!(Day::parse("2026-02").unwrap().last(), jiff::civil::date(2026, 2, 28));
    }
}
