//! Days of the year. A year has 365 of them.

use crate::input::did_you_mean;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Names of the months, as files write them.
pub const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// How many days each month has.
const LENGTHS: [u8; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// Days in a year.
const YEAR: u32 = 365;

/// A day of any year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date {
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl Default for Date {
    /// The first day of a term that names none: 22 September.
    fn default() -> Self {
        Self { month: 9, day: 22 }
    }
}

impl Date {
    /// Whether there is such a day.
    pub fn is_sound(self) -> bool {
        let length = LENGTHS.get(usize::from(self.month).wrapping_sub(1));
        length.is_some_and(|length| (1..=*length).contains(&self.day))
    }

    /// The date so many days later.
    #[must_use]
    pub fn plus(self, days: u32) -> Self {
        let before = LENGTHS
            .iter()
            .take(usize::from(self.month).saturating_sub(1));
        let before: u32 = before.map(|length| u32::from(*length)).sum();
        let mut left = (before + u32::from(self.day).saturating_sub(1) + days % YEAR) % YEAR;
        for (month, length) in (1u8..).zip(LENGTHS) {
            if left < u32::from(length) {
                return Self {
                    month,
                    day: left as u8 + 1,
                };
            }
            left -= u32::from(length);
        }
        Self { month: 12, day: 31 }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let month = MONTHS.get(usize::from(self.month).wrapping_sub(1));
        write!(f, "{} {}", self.day, month.unwrap_or(&"?"))
    }
}

/// Reads a day and a month, such as `22 Sep`.
///
/// # Errors
/// When it is no day of the year, naming what was found and expected.
pub fn parse_date(text: &str) -> Result<Date, String> {
    let wrong =
        |near: &str| format!("found “{text}”; expected a day and a month such as 22 Sep{near}");
    let words: Vec<&str> = text.split_whitespace().collect();
    let [day, month] = words.as_slice() else {
        return Err(wrong(""));
    };
    let number = MONTHS.iter().position(|m| m.eq_ignore_ascii_case(month));
    let Some(number) = number else {
        return Err(wrong(&did_you_mean(month, MONTHS)));
    };
    let plain = day.chars().all(|c| c.is_ascii_digit());
    let date = Date {
        month: number as u8 + 1,
        day: day.parse().ok().filter(|_| plain).unwrap_or(0),
    };
    if date.is_sound() {
        return Ok(date);
    }
    Err(format!(
        "found “{text}”; expected a day of {} from 1 to {}",
        MONTHS[number], LENGTHS[number]
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_and_written() {
        for text in ["22 Sep", "1 Jan", "31 Dec", "28 Feb"] {
            assert_eq!(parse_date(text).map(|d| d.to_string()), Ok(text.to_owned()));
        }
        for bad in [
            "",
            "Sep",
            "22",
            "0 Sep",
            "31 Sep",
            "29 Feb",
            "+2 Mar",
            "22 Sept 2025",
            "1 Foo",
        ] {
            let told = parse_date(bad).unwrap_err();
            assert!(
                told.contains("found “") && told.contains("expected"),
                "{told}"
            );
        }
        assert!(
            parse_date("3 Sap")
                .unwrap_err()
                .contains("did you mean “Sep”")
        );
    }

    #[test]
    fn days_go_on_over_months_and_years() {
        let begins = Date::default();
        assert_eq!(begins.plus(0), begins);
        assert_eq!(begins.plus(9).to_string(), "1 Oct");
        assert_eq!(begins.plus(101).to_string(), "1 Jan");
        assert_eq!(begins.plus(365), begins);
        assert!((0..1000).all(|days| begins.plus(days).is_sound()));
        let unsound = Date { month: 200, day: 0 };
        assert!(!unsound.is_sound() && unsound.plus(u32::MAX).is_sound());
    }
}
