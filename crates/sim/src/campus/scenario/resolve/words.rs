//! What single words and numbers of the files mean.

use super::super::files::{Loaded, PersonaFile};
use crate::campus::{CampusMap, people::Persona};
use collegium_core::{
    ids::{AgentId, PlaceId},
    input::{BadInput, Mistakes, Source, did_you_mean},
    time::{DAY, DayHours, MINUTE, SimTime, WEEKDAYS, parse_clock, parse_days},
};
use std::ops::Range;
use toml::Spanned;

pub(in super::super) type Resolved<T> = Result<T, BadInput>;

/// Checks that a number lies between `low` and `high`, both included; else says so at its place in
/// the file.
pub(in super::super) fn ranged(
    source: &Source,
    n: &Spanned<i64>,
    name: &str,
    low: i64,
    high: i64,
) -> Resolved<i64> {
    let value = *n.get_ref();
    if (low..=high).contains(&value) {
        Ok(value)
    } else {
        Err(source.error(
            n.span(),
            format!("{name} is {value}; expected {low} to {high}"),
        ))
    }
}

/// Puts the position of `span` before what a parser said.
pub(super) fn placed<T>(
    source: &Source,
    span: Range<usize>,
    result: Result<T, String>,
) -> Resolved<T> {
    result.map_err(|what| source.error(span, what))
}

/// Reads `Mon 06:00` as a moment of the first week, or `week 2 Mon 06:00` as one of a later week.
pub(super) fn moment(source: &Source, text: &Spanned<String>) -> Resolved<SimTime> {
    let wrong = || {
        source.error(
            text.span(),
            format!(
                "found “{}”; expected a day and a time such as Mon 06:00",
                text.get_ref()
            ),
        )
    };
    let (day, clock) = text.get_ref().trim().rsplit_once(' ').ok_or_else(wrong)?;
    let day = placed(source, text.span(), day_number(day))?;
    let clock = placed(source, text.span(), parse_clock(clock.trim()))?;
    Ok(SimTime(day * DAY + clock))
}

/// Reads `Wed` or `week 2 Wed` as days since the first Monday; weeks count from 1, to 1000.
///
/// # Errors
/// When it is neither, naming what was expected.
pub(super) fn day_number(text: &str) -> Result<u32, String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (week, day) = match words.as_slice() {
        [day] => (1, *day),
        ["week", week, day] => match week.parse::<u32>() {
            Ok(week) if (1..=1000).contains(&week) => (week, *day),
            _ => return Err(format!("found week “{week}”; expected a number from 1")),
        },
        _ => {
            return Err(format!(
                "found “{text}”; expected a day such as Wed or week 2 Wed"
            ));
        }
    };
    let set = parse_days(day)?;
    if set.0.count_ones() != 1 {
        return Err(format!("found “{day}”; expected a single day"));
    }
    Ok((week - 1) * 7 + set.0.trailing_zeros())
}

/// The place of that name. On a map that cannot be used there is none, and nothing is said of it.
pub(super) fn place(source: &Source, name: &Spanned<String>, map: &CampusMap) -> Resolved<PlaceId> {
    map.find(name.get_ref()).ok_or_else(|| {
        if map.places.is_empty() {
            return BadInput::moot();
        }
        let near = did_you_mean(name.get_ref(), map.places.iter().map(|p| p.name.as_str()));
        source.error(
            name.span(),
            format!(
                "“{}” is not on map {}; expected the name of a place{near}",
                name.get_ref(),
                map.name
            ),
        )
    })
}

/// The names of everybody, by their numbers.
pub(super) fn unique_names(
    personas: &[(Source, PersonaFile)],
    mistakes: &mut Mistakes,
) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (source, persona) in personas {
        let (name, span) = (persona.name.get_ref(), persona.name.span());
        if name.trim().is_empty() || name.contains(['\n', '\t']) {
            let what = "the name is empty or of several lines; expected a full name";
            mistakes.note(source.error(span, what));
        } else if names.contains(name) {
            let what = format!("a second persona is called “{name}”; expected unique names");
            mistakes.note(source.error(span, what));
        }
        names.push(name.clone());
    }
    names
}

/// Those who have files, as far as these could be read.
pub(super) struct Everybody<'a> {
    /// Their names, by their numbers.
    pub names: Vec<String>,
    /// Their files, in the same order.
    pub loaded: &'a Loaded,
}

impl Everybody<'_> {
    /// The number of the persona of that name; none where there is none.
    pub fn find(&self, name: &str) -> Option<AgentId> {
        let at = self.names.iter().position(|n| n == name)?;
        Some(AgentId(at as u32))
    }

    /// An error when a name is nearly, but not quite, that of a persona; others may be of another
    /// scenario.
    pub fn mistyped(&self, source: &Source, name: &Spanned<String>) -> Resolved<()> {
        if self.loaded.has_lost(name.get_ref()) {
            return Ok(());
        }
        let near = did_you_mean(name.get_ref(), self.names.iter().map(String::as_str));
        let same_family = self.names.iter().any(|n| {
            let words = |s: &str| {
                s.to_lowercase()
                    .split(' ')
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            };
            words(n)
                .iter()
                .filter(|w| words(name.get_ref()).contains(w))
                .count()
                * 2
                >= words(n).len()
        });
        if !near.is_empty() && same_family {
            return Err(source.error(
                name.span(),
                format!("nobody is called “{}”{near}", name.get_ref()),
            ));
        }
        Ok(())
    }
}

/// The groups that people belong to.
pub(in super::super) struct Groups<'a> {
    loaded: &'a Loaded,
    /// Their names, sorted.
    pub names: Vec<String>,
    /// Whether there are no others, of people of whom nothing is known.
    pub are_all: bool,
}

impl<'a> Groups<'a> {
    /// Those of people, and of whoever is left out of a run by its options.
    pub fn of(loaded: &'a Loaded, people: &[(Persona, u32)], all_drawn: bool) -> Self {
        let written = loaded.personas.iter().map(|(_, file)| file.group.get_ref());
        let names = people.iter().map(|(p, _)| &p.group).chain(written);
        let mut names: Vec<String> = names.cloned().collect();
        names.sort_unstable();
        names.dedup();
        Self {
            loaded,
            names,
            are_all: all_drawn && !loaded.lacks_people(),
        }
    }

    /// Whether somebody belongs to it.
    pub fn has(&self, name: &str) -> bool {
        self.names
            .binary_search_by(|n| n.as_str().cmp(name))
            .is_ok()
    }

    /// Whether somebody may belong to it whose file could not be read.
    pub fn may_have(&self, name: &str) -> bool {
        self.loaded.has_lost(name)
    }
}

/// A day of the term, counted from the first Monday.
pub(super) fn placed_in_term(
    source: &Source,
    span: Range<usize>,
    day: u32,
    weeks: u32,
) -> Resolved<()> {
    let week = day / 7 + 1;
    if week > weeks {
        let what =
            format!("week {week} is after the term, which has {weeks}; expected 1 to {weeks}");
        return Err(source.error(span, what));
    }
    Ok(())
}

/// Those who are named, as far as they are in the scenario.
pub(super) fn those_named(
    source: &Source,
    named: &[Spanned<String>],
    everybody: &Everybody<'_>,
    mistakes: &mut Mistakes,
) -> Vec<AgentId> {
    let mut found = Vec::new();
    for name in named {
        if mistakes.is_full() {
            break;
        }
        match everybody.find(name.get_ref()) {
            Some(who) => found.push(who),
            None => {
                mistakes.take(everybody.mistyped(source, name));
            }
        }
    }
    found
}

/// Whether a place is open all the time from `begins` to `ends`; else when it is not.
pub(super) fn closed_within(
    map: &CampusMap,
    place: PlaceId,
    begins: SimTime,
    ends: SimTime,
) -> Option<SimTime> {
    let place = map.place(place);
    (begins.0..ends.0)
        .step_by(MINUTE as usize)
        .map(SimTime)
        .find(|moment| !place.is_open(*moment))
}

/// What to say of a place that is closed at a moment.
pub(super) fn closed(map: &CampusMap, place: PlaceId, moment: SimTime) -> String {
    let place = map.place(place);
    let (hours, minutes) = (moment.of_day() / 3600, moment.of_day() / 60 % 60);
    format!(
        "“{}” is closed on {} at {hours:02}:{minutes:02}; expected hours at which it is open",
        place.name,
        WEEKDAYS[moment.weekday()],
    )
}

/// The first moment at which two lists of sessions hold at the same time, in the week.
pub(super) fn clash(a: &[DayHours], b: &[DayHours]) -> Option<SimTime> {
    let pairs = a.iter().flat_map(|a| b.iter().map(move |b| (a, b)));
    let mut found = pairs.filter_map(|(a, b)| {
        let days = a.days.0 & b.days.0;
        (days != 0 && a.from < b.to && b.from < a.to)
            .then(|| SimTime(days.trailing_zeros() * DAY + a.from.max(b.from)))
    });
    found.next()
}
