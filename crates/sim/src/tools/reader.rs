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
    time::{DAY, MINUTE, SimTime, parse_clock, parse_days},
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
    if let Some(entry) = TOOLS.iter().find(|entry| entry.name == tool) {
        return (entry.read)(&reader);
    }
    let known: Vec<&str> = TOOLS.iter().map(|entry| entry.name).collect();
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
        let found = mine.iter().find(|(name, _)| same(name, &wanted));
        found.map(|(_, what)| *what).ok_or_else(|| {
            let known: Vec<&str> = mine.iter().map(|(name, _)| name.as_str()).collect();
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
        if let Some(event) = scenario.events.iter().position(|e| same(&e.title, &what)) {
            return Ok(Occasion::Event(event as u16));
        }
        // A model may say more than the word that is asked for: “coffee with friends”.
        let first = what.split_whitespace().next().unwrap_or_default();
        let cause = Cause::parse(&first.to_lowercase())?;
        let course = match self.optional("course").filter(|c| !c.is_empty()) {
            None => None,
            Some(code) => {
                let courses = &scenario.term.courses;
                let found = courses.iter().position(|c| same(&c.code, &code));
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
    let places = &names.map.places;
    places
        .iter()
        .position(|p| same(&p.name, name))
        .map(|i| PlaceId(i as u16))
        .ok_or_else(|| {
            let near = did_you_mean(name, places.iter().map(|p| p.name.as_str()));
            format!("there is no place “{name}”{near}")
        })
}

fn person(name: &str, names: &Names<'_>) -> Read<AgentId> {
    let people = &names.scenario.people;
    let full = people.iter().position(|(p, _)| same(&p.name, name));
    let by_first = || {
        let mut found = people
            .iter()
            .enumerate()
            .filter(|(_, (p, _))| same(p.first_name(), name))
            .map(|(i, _)| i);
        found.next().filter(|_| found.next().is_none())
    };
    full.or_else(by_first)
        .map(|i| AgentId(i as u32))
        .ok_or_else(|| {
            let near = did_you_mean(name, people.iter().map(|(p, _)| p.name.as_str()));
            format!("there is nobody called “{name}”{near}")
        })
}

fn destination(name: &str, names: &Names<'_>) -> Read<Destination> {
    if let Ok(place) = place(name, names) {
        return Ok(Destination::Place(place));
    }
    person(name, names).map(Destination::Person).map_err(|_| {
        let near = did_you_mean(name, names.map.places.iter().map(|p| p.name.as_str()));
        format!("there is no place and nobody called “{name}”{near}")
    })
}

/// Reads `17:00` (today) or `Tue 17:00` (the next Tuesday).
fn moment(words: &str, now: SimTime) -> Read<SimTime> {
    let wrong = || format!("found “{words}”; expected a day and a time such as Tue 17:00");
    // The week behind it, as the clock shows it, says nothing more.
    let short = words.split('(').next().unwrap_or(words).trim();
    let (day, clock) = short.rsplit_once(' ').unwrap_or(("", short));
    let clock = parse_clock(clock).map_err(|_| wrong())?;
    let midnight = now.minus(now.of_day());
    if day.trim().is_empty() {
        return Ok(midnight.plus(clock));
    }
    let days = parse_days(day.trim()).map_err(|_| wrong())?;
    (0..8)
        .map(|n| midnight.plus(n * DAY + clock))
        .find(|t| *t > now && days.contains(t.weekday()))
        .ok_or_else(wrong)
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
        assert!(
            why(json!({"tool": "move", "to": "Refectroy"})).contains("did you mean “Refectory”")
        );
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
