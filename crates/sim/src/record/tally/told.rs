//! How what was counted is told: as JSON, and in lines for people.

use super::entry::Entry;
use serde_json::{Map, Value};

/// Seconds in a minute, in which people are told of them.
const MINUTE: f64 = 60.0;

/// What a count comes to.
pub(super) enum Figure {
    /// How often.
    Times(u64),
    /// The mean of seconds, 0 where there were none.
    Mean(f64),
    /// The mean of marks, 0 where there were none.
    Score(f64),
    /// The most seconds there were.
    Seconds(u64),
    /// How often, by word.
    Words(Vec<(&'static str, u64)>),
}

impl Figure {
    /// As JSON; seconds are seconds.
    fn json(self) -> Value {
        match self {
            Figure::Times(number) | Figure::Seconds(number) => number.into(),
            Figure::Mean(mean) | Figure::Score(mean) => mean.into(),
            Figure::Words(words) => {
                let sums = words.into_iter();
                Value::Object(
                    sums.map(|(w, sum)| (w.to_owned(), Value::from(sum)))
                        .collect(),
                )
            }
        }
    }

    /// For people; seconds are minutes. None where there is nothing to tell.
    fn told(&self) -> Option<String> {
        match self {
            Figure::Times(number) => Some(number.to_string()),
            Figure::Mean(seconds) => Some(format!("{:.1}", seconds / MINUTE)),
            Figure::Score(score) => Some(format!("{score:.1}")),
            Figure::Seconds(seconds) => Some(format!("{:.1}", *seconds as f64 / MINUTE)),
            Figure::Words(words) => {
                let each: Vec<String> = words
                    .iter()
                    .map(|(word, sum)| format!("{} {sum}", word.replace('_', " ")))
                    .collect();
                (!each.is_empty()).then(|| each.join(", "))
            }
        }
    }
}

/// The figures by their names.
pub(super) fn json(figures: impl Iterator<Item = (&'static Entry, Figure)>) -> Map<String, Value> {
    let mut all = Map::new();
    for (entry, figure) in figures {
        let (group, name) = match entry.name.split_once('.') {
            None => (&mut all, entry.name),
            Some((group, name)) => {
                let group = all.entry(group).or_insert_with(|| Map::new().into());
                // A name that is a number and holds others, too, would lose these.
                let Some(group) = group.as_object_mut() else {
                    continue;
                };
                (group, name)
            }
        };
        group.insert(name.to_owned(), figure.json());
    }
    all
}

/// The figures in lines: what each line is about, and what stands on it.
pub(super) fn lines(
    figures: impl Iterator<Item = (&'static Entry, Figure)>,
) -> Vec<(&'static str, String)> {
    let mut lines: Vec<(&'static str, String)> = Vec::new();
    let mut in_brackets = false;
    for (entry, figure) in figures {
        let Some(figure) = figure.told() else {
            continue;
        };
        let told = entry.told.replacen("{}", &figure, 1);
        match lines.last_mut().filter(|(about, _)| *about == entry.line) {
            Some((_, line)) => {
                line.push_str(match (in_brackets, entry.detail) {
                    (false, true) => " (",
                    (true, false) => "), ",
                    (true, true) | (false, false) => ", ",
                });
                line.push_str(&told);
            }
            None => {
                close(&mut lines, in_brackets);
                lines.push((entry.line, told));
            }
        }
        in_brackets = entry.detail;
    }
    close(&mut lines, in_brackets);
    lines
}

/// Closes the brackets on the last line, where they are open.
fn close(lines: &mut [(&'static str, String)], in_brackets: bool) {
    if let Some((_, line)) = lines.last_mut().filter(|_| in_brackets) {
        line.push(')');
    }
}
