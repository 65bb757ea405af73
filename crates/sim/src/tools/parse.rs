//! Reading calls as minds write them: JSON with names in the place of numbers. What cannot be read
//! is explained, so that it can be corrected.

use super::{
    Names, SCHEMAS, ToolCall, ToolSchema,
    call::{Destination, Gesture},
};
use crate::campus::{
    Item,
    invitations::{Cause, Occasion},
    people::{Doing, Stay, Timetable},
};
use collegium_core::{
    ids::{AgentId, PlaceId},
    input::did_you_mean,
    time::{DAY, MINUTE, SimTime, parse_clock, parse_days},
};
use serde_json::{Value, json};

/// What reading gives: the call, or what was wrong, in a sentence.
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
    let tool = text(call, "tool")?;
    Ok(match tool.as_str() {
        "move" => {
            let to = destination(&text(call, "to")?, names)?;
            let activity = optional(call, "activity").unwrap_or_default();
            let then = match activity.as_str() {
                "" | "none" => None,
                word => Some(Stay {
                    doing: Doing::parse(&word.replace(' ', "_"))?,
                    seconds: minutes(call)?,
                }),
            };
            ToolCall::Move {
                to,
                then,
                hurry: flag(call, "hurry"),
            }
        }
        "talk" => ToolCall::Talk {
            with: person(&text(call, "with")?, names)?,
            text: text(call, "text")?,
            loud: flag(call, "loud"),
        },
        "attend" => {
            let wanted = text(call, "what")?;
            let mine: Vec<(String, _)> = timetable
                .today
                .iter()
                .map(|c| (names.engagement(c.what), c.what))
                .collect();
            let found = mine.iter().find(|(name, _)| same(name, &wanted));
            let Some((_, what)) = found else {
                let known: Vec<&str> = mine.iter().map(|(name, _)| name.as_str()).collect();
                return Err(format!(
                    "“{wanted}” is not in the timetable of today; it holds: {}",
                    known.join(", ")
                ));
            };
            ToolCall::Attend { what: *what }
        }
        "buy" => ToolCall::Buy {
            item: Item::parse(&text(call, "item")?.replace(' ', "_"))?,
            cut_in: flag(call, "cut_in"),
        },
        "study" => ToolCall::Study {
            subject: text(call, "subject")?,
            seconds: minutes(call)?,
        },
        "post" => ToolCall::Post {
            text: text(call, "text")?,
        },
        "schedule" => ToolCall::Schedule {
            with: person(&text(call, "with")?, names)?,
            place: place(&text(call, "place")?, names)?,
            begins: moment(&text(call, "begins")?, now)?,
            seconds: minutes(call)?,
        },
        "invite" => ToolCall::Invite {
            with: person(&text(call, "with")?, names)?,
            to: occasion(call, names, now)?,
        },
        "reply" => {
            let number = call
                .get("invitation")
                .and_then(Value::as_u64)
                .and_then(|n| u32::try_from(n).ok());
            let invitation =
                number.ok_or("`invitation` is missing; expected the number of an invitation")?;
            let accept = call
                .get("accept")
                .and_then(Value::as_bool)
                .ok_or("`accept` is missing; expected true or false")?;
            ToolCall::Reply { invitation, accept }
        }
        "gesture" => ToolCall::Gesture {
            with: person(&text(call, "with")?, names)?,
            gesture: Gesture::parse(&text(call, "gesture")?.replace(' ', "_"))?,
        },
        "search" => ToolCall::Search {
            query: text(call, "query")?,
        },
        other => {
            let known: Vec<&str> = SCHEMAS.iter().map(|t| t.name).collect();
            return Err(format!(
                "there is no tool “{other}”; there are {}{}",
                known.join(", "),
                did_you_mean(other, known.iter().copied())
            ));
        }
    })
}

/// The JSON schema of a call: one alternative for each tool, with the names that are possible now
/// where they are given.
pub fn call_schema(places: &[&str], people: &[&str], engagements: &[String]) -> Value {
    let alternatives: Vec<Value> = SCHEMAS
        .iter()
        .filter(|t| {
            (!people.is_empty() || !matches!(t.name, "talk" | "schedule" | "invite" | "gesture"))
                && (t.name != "attend" || !engagements.is_empty())
        })
        .map(|tool| alternative(tool, places, people, engagements))
        .collect();
    json!({"anyOf": alternatives})
}

fn alternative(
    tool: &ToolSchema,
    places: &[&str],
    people: &[&str],
    engagements: &[String],
) -> Value {
    let mut properties = serde_json::Map::new();
    properties.insert(
        "tool".to_owned(),
        json!({"type": "string", "enum": [tool.name]}),
    );
    let mut required = vec!["tool"];
    for argument in tool.arguments {
        // What is optional and a matter of manners is left to the built-in rules of conduct; a
        // course can be left out.
        if argument.optional && (argument.kind == "boolean" || argument.name == "course") {
            continue;
        }
        let shape = match (tool.name, argument.name) {
            ("move", "to") => {
                let known: Vec<&str> = places.iter().chain(people).copied().collect();
                json!({"type": "string", "enum": known})
            }
            (_, "place") => json!({"type": "string", "enum": places}),
            (_, "with") => json!({"type": "string", "enum": people}),
            ("attend", "what") => json!({"type": "string", "enum": engagements}),
            ("buy", "item") => {
                json!({"type": "string", "enum": Item::ALL.iter().map(|i| i.word()).collect::<Vec<_>>()})
            }
            ("move", "activity") => json!({"type": "string", "enum": ACTIVITIES}),
            ("gesture", "gesture") => {
                json!({"type": "string", "enum": Gesture::ALL.iter().map(|g| g.word()).collect::<Vec<_>>()})
            }
            (_, "minutes") => json!({"type": "integer", "minimum": 1, "maximum": 240}),
            (_, _) if argument.kind == "boolean" => json!({"type": "boolean"}),
            (_, _) if argument.kind == "integer" => json!({"type": "integer", "minimum": 0}),
            _ => json!({"type": "string", "maxLength": 240}),
        };
        properties.insert(argument.name.to_owned(), shape);
        required.push(argument.name);
    }
    json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false})
}

/// What can be done at the end of a walk.
const ACTIVITIES: [&str; 10] = [
    "none",
    "sleeping",
    "washing",
    "eating",
    "having_coffee",
    "exercising",
    "playing",
    "resting",
    "browsing",
    "waiting",
];

/// The tools in a few lines, for prompts.
pub fn tool_list() -> String {
    let lines: Vec<String> = SCHEMAS
        .iter()
        .map(|tool| {
            let arguments: Vec<&str> = tool
                .arguments
                .iter()
                .filter(|a| !a.optional || a.kind != "boolean")
                .map(|a| a.name)
                .collect();
            format!(
                "- {}({}): {}",
                tool.name,
                arguments.join(", "),
                tool.purpose
            )
        })
        .collect();
    lines.join("\n")
}

fn optional(call: &Value, name: &str) -> Option<String> {
    call.get(name)?.as_str().map(|s| s.trim().to_owned())
}

fn text(call: &Value, name: &str) -> Read<String> {
    match call.get(name) {
        Some(Value::String(text)) if !text.trim().is_empty() => Ok(text.trim().to_owned()),
        Some(Value::String(_)) => Err(format!("`{name}` is empty")),
        Some(other) => Err(format!("`{name}` is {other}; expected a text")),
        None => Err(format!("`{name}` is missing")),
    }
}

fn flag(call: &Value, name: &str) -> bool {
    call.get(name).and_then(Value::as_bool).unwrap_or(false)
}

fn minutes(call: &Value) -> Read<u32> {
    let found = call.get("minutes");
    match found.and_then(Value::as_u64) {
        Some(n @ 1..=720) => Ok(n as u32 * MINUTE),
        _ => Err(format!(
            "`minutes` is {}; expected a whole number from 1 to 720",
            found.map_or_else(|| "missing".to_owned(), Value::to_string)
        )),
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

/// Reads what somebody is invited to: the title of an event, or something of one's own with place,
/// time and length.
fn occasion(call: &Value, names: &Names<'_>, now: SimTime) -> Read<Occasion> {
    let what = text(call, "what")?;
    if let Some(event) = names
        .scenario
        .events
        .iter()
        .position(|e| same(&e.title, &what))
    {
        return Ok(Occasion::Event(event as u16));
    }
    let first = what
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let cause = Cause::parse(&first)?;
    let course = match optional(call, "course").filter(|c| !c.is_empty()) {
        None => None,
        Some(code) => {
            let courses = &names.scenario.term.courses;
            let found = courses.iter().position(|c| same(&c.code, &code));
            Some(found.ok_or_else(|| format!("there is no course “{code}”"))? as u16)
        }
    };
    Ok(Occasion::Gathering {
        cause,
        course,
        place: place(&text(call, "place")?, names)?,
        begins: moment(&text(call, "begins")?, now)?,
        seconds: minutes(call)?,
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
        campus::{CampusMap, scenario::Scenario},
        simulation::testing,
    };
    use collegium_core::time::HOUR;
    use proptest::prelude::*;
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
        let calls = [
            ToolCall::Move {
                to: Destination::Place(PlaceId(3)),
                then: Some(stay),
                hurry: true,
            },
            ToolCall::Move {
                to: Destination::Person(AgentId(2)),
                then: None,
                hurry: false,
            },
            ToolCall::Talk {
                with: AgentId(4),
                text: "Hello".to_owned(),
                loud: true,
            },
            ToolCall::Buy {
                item: Item::Coffee,
                cut_in: false,
            },
            ToolCall::Study {
                subject: "waves".to_owned(),
                seconds: 30 * MINUTE,
            },
            ToolCall::Post {
                text: "News".to_owned(),
            },
            ToolCall::Schedule {
                with: AgentId(1),
                place: PlaceId(5),
                begins: SimTime(DAY + 17 * HOUR),
                seconds: HOUR,
            },
            ToolCall::Search {
                query: "choir".to_owned(),
            },
            ToolCall::Invite {
                with: AgentId(3),
                to: Occasion::Event(0),
            },
            ToolCall::Invite {
                with: AgentId(3),
                to: Occasion::Gathering {
                    cause: Cause::Coffee,
                    course: None,
                    place: PlaceId(5),
                    begins: SimTime(DAY + 17 * HOUR),
                    seconds: HOUR,
                },
            },
            ToolCall::Reply {
                invitation: 4,
                accept: true,
            },
            ToolCall::Gesture {
                with: AgentId(1),
                gesture: Gesture::Thank,
            },
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
            let call = json!({"tool": tool, "to": a, "with": a, "what": a, "item": a, "text": a, "place": a, "begins": a,
                "minutes": n, "activity": a, "subject": a, "query": a});
            let _ = parse(&call, &names, &Timetable::default(), SimTime(0));
        }
    }
}
