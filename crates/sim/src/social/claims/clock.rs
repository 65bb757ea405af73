//! Times of the clock in words.

use collegium_core::time::{DAY, HOUR, MINUTE, SimTime};

/// A time of the clock, as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clocked {
    /// Seconds of the day.
    of_day: u32,
    /// Whether it may be meant twelve hours later as well: nothing says which half of the day.
    either_half: bool,
    /// Where in the sentence it stands, in bytes.
    from: usize,
    to: usize,
}

impl Clocked {
    /// Whether a moment is at that time, as people say it: to the quarter of an hour.
    pub(super) fn is(self, moment: SimTime) -> bool {
        self.distance(moment) <= 8 * MINUTE
    }

    /// How many seconds of the clock lie between.
    pub(super) fn distance(self, moment: SimTime) -> u32 {
        let apart = |time: u32| {
            let between = (time % DAY).abs_diff(moment.of_day());
            between.min(DAY - between)
        };
        let later = if self.either_half {
            apart(self.of_day + 12 * HOUR)
        } else {
            DAY
        };
        apart(self.of_day).min(later)
    }

    /// The words in which it was said.
    pub(super) fn words(self, sentence: &str) -> Option<&str> {
        sentence.get(self.from..self.to)
    }
}

/// The times of the clock in a sentence: `17:30`, `5 pm`, `5 o'clock`, `17h30`, `17 giờ`, `5点半`.
pub(super) fn times(sentence: &str) -> Vec<Clocked> {
    let mut times = Vec::new();
    let mut rest = 0;
    while let Some(start) = sentence[rest..].find(|c: char| c.is_ascii_digit()) {
        let from = rest + start;
        let digits = digits(&sentence[from..]);
        rest = from + digits.len();
        let part_of_a_word = sentence[..from]
            .chars()
            .next_back()
            .is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '$' | '€'));
        if part_of_a_word || digits.len() > 2 {
            continue;
        }
        if let Some(time) = time(sentence, from, digits) {
            rest = time.to;
            times.push(time);
        }
    }
    times
}

/// The digits that a text begins with.
fn digits(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_digit());
    &text[..end.unwrap_or(text.len())]
}

/// The time whose hour stands at a place of a sentence; none where the number is no time.
fn time(sentence: &str, from: usize, hour: &str) -> Option<Clocked> {
    let mut to = from + hour.len();
    let (mut minute, mut said) = (0, false);
    let after = &sentence[to..];
    let marks = [":", "：", "h", " giờ", "点", "點"];
    if let Some(mark) = marks.iter().find(|mark| after.starts_with(**mark)) {
        let minutes = after[mark.len()..].trim_start_matches(' ');
        let spaces = after.len() - mark.len() - minutes.len();
        let number = digits(minutes);
        let colon = matches!(*mark, ":" | "：");
        if number.len() == 2 {
            minute = number.parse().ok()?;
            to += mark.len() + spaces + number.len();
            said = true;
        } else if minutes.starts_with('半') {
            minute = 30;
            to += mark.len() + '半'.len_utf8();
            said = true;
        } else if !colon {
            let goes_on = |c: char| c.is_alphabetic() && *mark == "h";
            said = !minutes.starts_with(goes_on) && number.is_empty();
            to += mark.len();
        }
    }
    // Whoever writes 03:30 means the night.
    let leads = hour.starts_with('0');
    let hour: u32 = hour.parse().ok()?;
    let tail: String = sentence[to..].trim_start().to_lowercase();
    let is = |halves: &[&str]| halves.iter().any(|half| tail.starts_with(half));
    let head = &sentence[..from];
    let ends = |halves: &[&str]| halves.iter().any(|half| head.ends_with(half));
    let late = is(&["pm", "p.m", "chiều", "tối"]) || ends(&["下午", "晚上"]);
    let early = is(&["am", "a.m", "sáng"]) || ends(&["上午", "早上"]);
    let clock = is(&["o'clock", "o’clock"]);
    if !(said || late || early || clock) || hour > 24 || minute > 59 {
        return None;
    }
    let twelve = if late && hour < 12 { 12 } else { 0 };
    Some(Clocked {
        of_day: (hour + twelve) % 24 * HOUR + minute * MINUTE,
        either_half: !late && !early && !leads && (1..12).contains(&hour),
        from,
        to,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_in_usual_spellings() {
        let at = |text: &str| times(text).first().map(|time| time.of_day / MINUTE);
        for (text, expected) in [
            ("At 17:30 then.", 17 * 60 + 30),
            ("Come at 5 pm", 17 * 60),
            ("Let us say 9 o'clock", 9 * 60),
            ("lúc 17 giờ 30 nhé", 17 * 60 + 30),
            ("lúc 7h", 7 * 60),
            ("下午5点半见", 17 * 60 + 30),
            ("8点见", 8 * 60),
        ] {
            assert_eq!(at(text), Some(expected), "{text}");
        }
        for none in [
            "3 of us",
            "BIO101",
            "in 20 minutes",
            "25:00",
            "2.50 for tea",
            "$5",
            "4 hours",
            "4h20x",
        ] {
            assert!(times(none).len() < 2, "{none}");
        }
        for none in [
            "3 of us",
            "BIO101",
            "in 20 minutes",
            "25:00",
            "4 hours",
            "room 12",
        ] {
            assert!(times(none).is_empty(), "{none}");
        }
        let five = times("at 5:30")[0];
        assert!(
            five.is(SimTime(17 * HOUR + 30 * MINUTE)) && five.is(SimTime(5 * HOUR + 30 * MINUTE))
        );
        assert!(!five.is(SimTime(16 * HOUR)));
    }
}
