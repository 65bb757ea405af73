//! Reading calls as minds write them: JSON with names in the place of numbers. What cannot be read
//! is explained, so that it can be corrected.

use super::{
    Destination, Names, TOOLS, ToolCall,
    tool::{GATHERING, Span},
};
use crate::campus::{
    invitations::{Cause, Occasion},
    people::{Engagement, Timetable},
};
use collegium_core::{
    ids::{AgentId, PlaceId},
    input::did_you_mean,
    spelling::intended,
    time::{DAY, MINUTE, SimTime, WEEKDAYS, parse_clock, parse_days, spelled_clock},
};
use serde_json::Value;

/// What reading gives: the value, or what was wrong, in a sentence.
type Read<T> = Result<T, String>;

/// Reads `{"tool": "move", "to": "Library", …}` for somebody with this timetable at `now`.
///
/// # Errors
/// When the tool, an argument or a name is unknown or of the wrong kind: a sentence that says what
/// was found and what was expected.
pub fn parse(
    call: &Value,
    names: &Names<'_>,
    timetable: &Timetable,
    now: SimTime,
) -> Read<ToolCall> {
    let reader = Reader {
        call,
        names,
        timetable,
        now,
    };
    let tool = reader.text("tool")?;
    let known: Vec<&str> = TOOLS.iter().map(|entry| entry.name).collect();
    if let Some(at) = intended(&tool, &known) {
        return (TOOLS[at].read)(&reader);
    }
    Err(format!(
        "there is no tool “{tool}”; there are {}{}",
        known.join(", "),
        did_you_mean(&tool, known.iter().copied())
    ))
}

/// A call as a mind has written it, and what its names mean.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    call: &'a Value,
    names: &'a Names<'a>,
    timetable: &'a Timetable,
    now: SimTime,
}

impl Reader<'_> {
    /// A text, where there is one.
    pub fn optional(&self, name: &str) -> Option<String> {
        self.call.get(name)?.as_str().map(|s| s.trim().to_owned())
    }

    /// A text that says something.
    ///
    /// # Errors
    /// When it is missing, empty or no text.
    pub fn text(&self, name: &str) -> Read<String> {
        match self.call.get(name) {
            Some(Value::String(text)) if !text.trim().is_empty() => Ok(text.trim().to_owned()),
            Some(Value::String(_)) => Err(format!("`{name}` is empty")),
            Some(other) => Err(format!("`{name}` is {other}; expected a text")),
            None => Err(format!("`{name}` is missing")),
        }
    }

    /// One of some words, as files write it.
    ///
    /// # Errors
    /// As for [`Reader::text`].
    pub fn word(&self, name: &str) -> Read<String> {
        Ok(self.text(name)?.replace(' ', "_"))
    }

    /// Yes or no; no where it is left out.
    pub fn flag(&self, name: &str) -> bool {
        self.yes_or_no(name).unwrap_or(false)
    }

    /// Yes or no.
    ///
    /// # Errors
    /// When it is missing or neither.
    pub fn yes_or_no(&self, name: &str) -> Read<bool> {
        let found = self.call.get(name).and_then(Value::as_bool);
        found.ok_or_else(|| format!("`{name}` is {}; expected true or false", self.shown(name)))
    }

    /// A number.
    ///
    /// # Errors
    /// When it is missing or no whole number.
    pub fn number(&self, name: &str) -> Read<u32> {
        let found = self.call.get(name).and_then(Value::as_u64);
        found
            .and_then(|n| u32::try_from(n).ok())
            .ok_or_else(|| format!("`{name}` is {}; expected a whole number", self.shown(name)))
    }

    /// What stands for an argument, for messages.
    fn shown(&self, name: &str) -> String {
        let found = self.call.get(name);
        found.map_or_else(|| "missing".to_owned(), Value::to_string)
    }

    /// A length in minutes, as seconds.
    ///
    /// # Errors
    /// When it is missing or out of range.
    pub fn minutes(&self, name: &str, span: Span) -> Read<u32> {
        let found = self.call.get(name);
        let minutes = found
            .and_then(Value::as_u64)
            .and_then(|n| u32::try_from(n).ok())
            .filter(|n| (span.least..=span.most).contains(n));
        minutes.map(|n| n * MINUTE).ok_or_else(|| {
            format!(
                "`{name}` is {}; expected a whole number from {} to {}",
                self.shown(name),
                span.least,
                span.most
            )
        })
    }

    /// A place.
    ///
    /// # Errors
    /// When there is none of that name.
    pub fn place(&self, name: &str) -> Read<PlaceId> {
        place(&self.text(name)?, self.names)
    }

    /// A person.
    ///
    /// # Errors
    /// When there is nobody of that name.
    pub fn person(&self, name: &str) -> Read<AgentId> {
        person(&self.text(name)?, self.names)
    }

    /// A place or a person.
    ///
    /// # Errors
    /// When there is neither of that name.
    pub fn destination(&self, name: &str) -> Read<Destination> {
        destination(&self.text(name)?, self.names)
    }

    /// A day and a time.
    ///
    /// # Errors
    /// When it is none.
    pub fn moment(&self, name: &str) -> Read<SimTime> {
        moment(&self.text(name)?, self.now)
    }

    /// A commitment of today.
    ///
    /// # Errors
    /// When the timetable does not hold it.
    pub fn engagement(&self, name: &str) -> Read<Engagement> {
        let wanted = self.text(name)?;
        let mine: Vec<(String, Engagement)> = self
            .timetable
            .today
            .iter()
            .map(|c| (self.names.engagement(c.what), c.what))
            .collect();
        let known: Vec<&str> = mine.iter().map(|(name, _)| name.as_str()).collect();
        // Of two of one name, such as lessons of a course, the first is meant.
        let found = mine.iter().position(|(name, _)| same(name, &wanted));
        let found = found.or_else(|| intended(&wanted, &known));
        found.map(|at| mine[at].1).ok_or_else(|| {
            format!(
                "“{wanted}” is not in the timetable of today; it holds: {}",
                known.join(", ")
            )
        })
    }

    /// What somebody is invited to: the title of an event, or something of one's own with `place`,
    /// `begins` and `minutes`.
    ///
    /// # Errors
    /// When one of them is missing or cannot be read.
    pub fn occasion(&self, name: &str) -> Read<Occasion> {
        let what = self.text(name)?;
        let scenario = self.names.scenario;
        let titles: Vec<&str> = scenario.events.iter().map(|e| e.title.as_str()).collect();
        if let Some(event) = intended(&what, &titles) {
            return Ok(Occasion::Event(event as u16));
        }
        // A model may say more than the word that is asked for: “coffee with friends”.
        let first = what.split_whitespace().next().unwrap_or_default();
        let cause = Cause::parse(&first.to_lowercase())?;
        let course = match self.optional("course").filter(|c| !c.is_empty()) {
            None => None,
            Some(code) => {
                let courses = &scenario.term.courses;
                let codes: Vec<&str> = courses.iter().map(|c| c.code.as_str()).collect();
                let found = intended(&code, &codes);
                Some(found.ok_or_else(|| format!("there is no course “{code}”"))? as u16)
            }
        };
        Ok(Occasion::Gathering {
            cause,
            course,
            place: self.place("place")?,
            begins: self.moment("begins")?,
            seconds: self.minutes("minutes", GATHERING)?,
        })
    }
}

/// Whether two names are meant to be the same.
fn same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

fn place(name: &str, names: &Names<'_>) -> Read<PlaceId> {
    let places: Vec<&str> = names.map.places.iter().map(|p| p.name.as_str()).collect();
    intended(name, &places)
        .map(|i| PlaceId(i as u16))
        .ok_or_else(|| {
            let near = did_you_mean(name, places.iter().copied());
            format!("there is no place “{name}”{near}")
        })
}

fn person(name: &str, names: &Names<'_>) -> Read<AgentId> {
    let people = &names.scenario.people;
    let known: Vec<&str> = people.iter().map(|(p, _)| p.name.as_str()).collect();
    intended(name, &known)
        .map(|i| AgentId(i as u32))
        .ok_or_else(|| {
            let near = did_you_mean(name, people.iter().map(|(p, _)| p.name.as_str()));
            format!("there is nobody called “{name}”{near}")
        })
}

fn destination(name: &str, names: &Names<'_>) -> Read<Destination> {
    // What is written as it stands goes before what is nearly so.
    let known = |p: &str| same(p, name);
    if names.scenario.people.iter().any(|(p, _)| known(&p.name)) {
        return person(name, names).map(Destination::Person);
    }
    if let Ok(place) = place(name, names) {
        return Ok(Destination::Place(place));
    }
    person(name, names).map(Destination::Person).map_err(|_| {
        let near = did_you_mean(name, names.map.places.iter().map(|p| p.name.as_str()));
        format!("there is no place and nobody called “{name}”{near}")
    })
}

/// The day that a word names: how many from today, or the days of the week.
fn days_of(word: &str, now: SimTime) -> Option<Vec<u32>> {
    let word = word.trim_matches([',', '.']).to_lowercase();
    match word.as_str() {
        "today" | "tonight" => return Some(vec![0]),
        "tomorrow" => return Some(vec![1]),
        _ => {}
    }
    // “Tuesday” and “Tues” as “Tue”.
    let long = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let short = long
        .iter()
        .position(|day| word.len() > 2 && day.starts_with(&word));
    let days = parse_days(short.map_or(word.as_str(), |at| WEEKDAYS[at])).ok()?;
    let midnight = now.minus(now.of_day());
    Some(
        (0..8)
            .filter(|n| days.contains(midnight.plus(n * DAY).weekday()))
            .collect(),
    )
}

/// Reads `17:00` (today) or `Tue 17:00` (the next Tuesday), in the usual spellings of both.
fn moment(words: &str, now: SimTime) -> Read<SimTime> {
    let wrong = || format!("found “{words}”; expected a day and a time such as Tue 17:00");
    // The week behind it, as the clock shows it, says nothing more.
    let short = words.split('(').next().unwrap_or(words).trim();
    let midnight = now.minus(now.of_day());
    if let Some(clock) = clock_in(short) {
        return Ok(midnight.plus(clock));
    }
    let before = short.split_once(' ');
    let behind = short.rsplit_once(' ').map(|(clock, day)| (day, clock));
    let read = |(day, clock): (&str, &str)| Some((days_of(day, now)?, clock_in(clock)?));
    let (days, clock) = before
        .and_then(read)
        .or_else(|| behind.and_then(read))
        .ok_or_else(wrong)?;
    days.into_iter()
        .map(|n| midnight.plus(n * DAY + clock))
        .find(|t| *t > now)
        .ok_or_else(wrong)
}

/// A time of day; `24:00` is the end of it.
fn clock_in(text: &str) -> Option<u32> {
    parse_clock(text).ok().or_else(|| spelled_clock(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        campus::{
            CampusMap, Item,
            people::{Doing, Stay},
            scenario::Scenario,
            testing,
        },
        tools::{
            Buy, Gesture, Give, Invite, Move, Post, Reply, Schedule, Search, Sign, Study, Talk,
        },
    };
    use collegium_core::time::HOUR;
    use proptest::prelude::*;
    use serde_json::json;
    use std::sync::{Arc, LazyLock};

    #[test]
    fn what_is_written_is_read_again() {
        let (scenario, map) = testing::first_week();
        let names = Names {
            map: &map,
            scenario: &scenario,
        };
        let now = SimTime(9 * HOUR);
        let stay = Stay {
            doing: Doing::Resting,
            seconds: 10 * MINUTE,
        };
        let calls: [ToolCall; 13] = [
            Move {
                to: Destination::Place(PlaceId(3)),
                then: Some(stay),
                hurry: true,
            }
            .into(),
            Move {
                to: Destination::Person(AgentId(2)),
                then: None,
                hurry: false,
            }
            .into(),
            Talk {
                with: AgentId(4),
                text: "Hello".to_owned(),
                loud: true,
            }
            .into(),
            Buy {
                item: Item::Coffee,
                cut_in: false,
            }
            .into(),
            Study {
                subject: "waves".to_owned(),
                seconds: 30 * MINUTE,
            }
            .into(),
            Post {
                text: "News".to_owned(),
                ..Post::default()
            }
            .into(),
            Schedule {
                with: AgentId(1),
                place: PlaceId(5),
                begins: SimTime(DAY + 17 * HOUR),
                seconds: HOUR,
            }
            .into(),
            Search {
                query: "choir".to_owned(),
            }
            .into(),
            Invite {
                with: AgentId(3),
                to: Occasion::Event(0),
            }
            .into(),
            Invite {
                with: AgentId(3),
                to: Occasion::Gathering {
                    cause: Cause::Coffee,
                    course: None,
                    place: PlaceId(5),
                    begins: SimTime(DAY + 17 * HOUR),
                    seconds: HOUR,
                },
            }
            .into(),
            Reply {
                invitation: 4,
                accept: true,
            }
            .into(),
            Sign {
                with: AgentId(1),
                gesture: Gesture::Thank,
            }
            .into(),
            Give {
                with: AgentId(5),
                item: Item::Tea,
                lend: true,
            }
            .into(),
        ];
        for call in calls {
            assert_eq!(
                parse(&call.to_json(&names), &names, &Timetable::default(), now),
                Ok(call)
            );
        }
    }

    #[test]
    fn mistakes_are_explained() {
        let (scenario, map) = testing::first_week();
        let names = Names {
            map: &map,
            scenario: &scenario,
        };
        let why =
            |call: Value| parse(&call, &names, &Timetable::default(), SimTime(0)).unwrap_err();
        assert!(why(json!({"tool": "teleport"})).contains("there is no tool “teleport”"));
        let meant = |call: Value| parse(&call, &names, &Timetable::default(), SimTime(0));
        assert_eq!(
            meant(json!({"tool": "Move", "to": "the Refectroy"})),
            meant(json!({"tool": "move", "to": "Refectory"})),
            "what can mean only one is taken for it"
        );
        assert!(meant(json!({"tool": "move", "to": "Refectory"})).is_ok());
        assert!(why(json!({"tool": "move"})).contains("`to` is missing"));
        assert!(
            why(json!({"tool": "study", "subject": "x", "minutes": "lots"}))
                .contains("`minutes` is \"lots\"")
        );
        assert!(why(json!({"tool": "attend", "what": "PHY 999"})).contains("not in the timetable"));
        assert!(
            why(json!({"tool": "talk", "with": "Nobody Here", "text": "x"}))
                .contains("nobody called")
        );
    }

    #[test]
    fn moments_are_read_in_usual_spellings() {
        let now = SimTime(9 * HOUR);
        let at = |day: u32, hour: u32| Ok(SimTime(day * DAY + hour * HOUR));
        for (words, expected) in [
            ("17:00", at(0, 17)),
            ("5 pm", at(0, 17)),
            ("Tue 17:00", at(1, 17)),
            ("Tuesday at 5 p.m.", at(1, 17)),
            ("tomorrow 17.00", at(1, 17)),
            ("17h00 Tues", at(1, 17)),
            ("Mon 08:00", at(7, 8)),
            ("today noon", at(0, 12)),
            ("Tue 24:00", at(2, 0)),
            ("Sun 10:00 (week 1)", at(6, 10)),
        ] {
            assert_eq!(moment(words, now), expected, "{words}");
        }
        for words in [
            "",
            "soon",
            "Tue",
            "someday 17:00",
            "today 08:00",
            "Tue 17:00 18:00",
        ] {
            assert!(moment(words, now).is_err(), "{words}");
        }
    }

    /// Read once for all cases.
    static WORLD: LazyLock<(Arc<Scenario>, Arc<CampusMap>)> = LazyLock::new(testing::first_week);

    proptest! {
        #[test]
        fn nothing_panics(tool in "[a-z]{0,9}", a in ".{0,20}", n in any::<i64>()) {
            let (scenario, map) = &*WORLD;
            let names = Names { map, scenario };
            let call = json!({
                "tool": tool, "to": a, "with": a, "what": a, "item": a, "text": a, "place": a,
                "begins": a, "minutes": n, "activity": a, "subject": a, "query": a,
            });
            let _ = parse(&call, &names, &Timetable::default(), SimTime(0));
        }
    }
}
