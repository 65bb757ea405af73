//! What the simulation's facts are called on the screen: states, events, calls and moments, in the
//! app's language.

use collegium_core::{
    i18n::{Value, Words, key},
    ids::AgentId,
    time::SimTime,
};
use collegium_sim::{
    campus::{
        people::{Doing, Engagement, MindKind, Posture},
        talks::Talks,
    },
    conduct::heads::{EXPERT, OFF},
    mind::{CurrentAction, state::Step},
    record::Logged,
    simulation::{Campus, event_line},
    tools::{Destination, Happening, HappeningKind, Names, ToolCall, Violation},
};

/// The days of the week, Monday first: in full, and short.
const DAYS: [(&str, &str); 7] = [
    (key("day-monday"), key("day-mon")),
    (key("day-tuesday"), key("day-tue")),
    (key("day-wednesday"), key("day-wed")),
    (key("day-thursday"), key("day-thu")),
    (key("day-friday"), key("day-fri")),
    (key("day-saturday"), key("day-sat")),
    (key("day-sunday"), key("day-sun")),
];

/// The day of the week in full.
pub fn day(words: &Words, at: SimTime) -> &str {
    words.say(DAYS[at.weekday()].0)
}

/// The day of the week, short: “Mon”.
pub fn short_day(words: &Words, at: SimTime) -> &str {
    words.say(DAYS[at.weekday()].1)
}

/// Short day and time: “Mon 09:10”.
pub fn day_and_time(words: &Words, at: SimTime) -> String {
    format!("{} {}", short_day(words, at), at.clock())
}

/// Day, time and week.
pub fn moment(words: &Words, at: SimTime) -> String {
    words.say_with(
        "moment",
        &[
            ("when", day_and_time(words, at).into()),
            ("week", at.week().into()),
        ],
    )
}

/// A text with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// A word of the simulation as the screen calls it, with a capital first letter.
pub fn title(words: &Words, kind: &str, word: &str) -> String {
    capital(&words.label(kind, word))
}

/// What somebody does: “studying Cells and Systems (Library Reading Room)”.
pub fn state(words: &Words, campus: &Campus, id: AgentId) -> String {
    let Some(person) = campus.person(id) else {
        return String::new();
    };
    let (body, activity, names) = (person.body, person.activity, campus.names());
    if body.posture == Posture::Away {
        let asleep = activity.doing == Doing::Sleeping;
        return words
            .say(if asleep {
                key("state-asleep-in-town")
            } else {
                key("state-in-town")
            })
            .to_owned();
    }
    let note = activity.note.as_str();
    let doing = match activity.doing {
        Doing::Walking => {
            return match body.counts_in {
                Some(place) => {
                    words.say_with("state-walking-to", &[("place", names.place(place).into())])
                }
                None => words.say("state-walking").to_owned(),
            };
        }
        Doing::Studying => words.say_with("state-studying", &[("what", note.into())]),
        Doing::AtEvent if !note.is_empty() => {
            let action = campus.get::<CurrentAction>(id).and_then(|a| a.engagement);
            let what =
                action.filter(|e| matches!(e, Engagement::Event(_) | Engagement::Meeting(_)));
            what.map_or_else(|| note.to_owned(), |what| engagement(words, &names, what))
        }
        Doing::InClass if !note.is_empty() => {
            words.say_with("state-in-class", &[("what", note.into())])
        }
        other => words.label("doing", other.word()).into_owned(),
    };
    let talks = campus.world().get_resource::<Talks>();
    let partner = activity
        .talk
        .and_then(|t| Some(talks?.live.get(&t)?.partner(id)))
        .map(|p| names.first(p));
    let place = campus.map().place_of(body.tile).map(|p| names.place(p));
    match (partner, place) {
        (None, None) => doing,
        (None, Some(place)) => words.say_with(
            "state-at",
            &[("doing", doing.into()), ("place", place.into())],
        ),
        (Some(name), None) => words.say_with(
            "state-with",
            &[("doing", doing.into()), ("name", name.into())],
        ),
        (Some(name), Some(place)) => words.say_with(
            "state-with-at",
            &[
                ("doing", doing.into()),
                ("name", name.into()),
                ("place", place.into()),
            ],
        ),
    }
}

/// Whether a happening is one that a reader is told of.
pub fn is_told(happening: &Happening) -> bool {
    match happening.kind {
        HappeningKind::Done | HappeningKind::Merged | HappeningKind::Dismissed => false,
        HappeningKind::Violation => happening.violation != Some(Violation::Lateness),
        // That a model has answered says nothing to a reader; that it has not, does.
        HappeningKind::Thought => !happening.text.ends_with("ok"),
        HappeningKind::Learned => learned(happening).is_some(),
        _ => true,
    }
}

/// How somebody came to know something from somebody, and what; none for what it saw itself or knew
/// from the start.
fn learned(happening: &Happening) -> Option<(&str, &str)> {
    happening
        .text
        .split_once(": ")
        .filter(|(how, _)| matches!(*how, "told" | "overheard" | "read"))
}

/// Which mind somebody has, in words.
pub fn mind(words: &Words, mind: &MindKind) -> String {
    match mind {
        MindKind::BuiltIn => words.label("mind", "built-in mind").into_owned(),
        MindKind::Model(profile) if profile.is_empty() => {
            words.label("mind", "language model").into_owned()
        }
        MindKind::Model(profile) => {
            format!("{} ({profile})", words.label("mind", "language model"))
        }
    }
}

/// Who decides at decision points, in words: the built-in rule without a name; the names of heads
/// stay as they are.
pub fn decider(words: &Words, name: Option<&str>) -> String {
    match name.unwrap_or(OFF) {
        name @ (OFF | EXPERT) => title(words, "decider", name),
        head => head.to_owned(),
    }
}

/// An event in words.
pub fn event(words: &Words, logged: &Logged, names: &Names<'_>) -> String {
    let h = &logged.happening;
    let person = |agent: AgentId| names.person(agent);
    let what = match h.kind {
        HappeningKind::Finished => words.label("doing", &h.text),
        HappeningKind::Served | HappeningKind::GaveUp => words.label("item", &h.text),
        HappeningKind::Learned => learned(h).map_or("", |(_, fact)| fact).into(),
        HappeningKind::Replied => words.label("reply", &h.text),
        HappeningKind::Taught => h.text.split(' ').next().unwrap_or_default().into(),
        HappeningKind::Mounted => {
            words.label("decider", h.text.split(' ').next().unwrap_or_default())
        }
        _ => h.text.as_str().into(),
    };
    let kind = match h.violation {
        Some(violation) if h.kind == HappeningKind::Violation => {
            format!("violation_{}", violation.word())
        }
        _ if h.kind == HappeningKind::Taught && h.text == OFF => "taught_off".to_owned(),
        _ if h.kind == HappeningKind::Learned => {
            format!("learned_{}", learned(h).map_or("", |(how, _)| how))
        }
        _ => h.kind.word().to_owned(),
    };
    let call = h
        .call
        .as_ref()
        .map_or_else(Default::default, |call| words.label("tool", call.name()));
    let why = h.refusal.as_ref().map_or_else(Default::default, |refusal| {
        words.label("refusal", refusal.word())
    });
    let values: [(&str, Value<'_>); 8] = [
        ("who", h.agent.map_or("", person).into()),
        (
            "with",
            h.with.map_or_else(|| words.say("somebody"), person).into(),
        ),
        (
            "place",
            h.place
                .map_or_else(|| words.say("on-the-way"), |p| names.place(p))
                .into(),
        ),
        ("what", what.into()),
        ("minutes", (h.number / 60).into()),
        (
            "money",
            format!("{:.2}", f64::from(h.number) / 100.0).into(),
        ),
        ("call", call.into()),
        ("why", why.into()),
    ];
    // A kind that has no text yet is told in the simulation's own words.
    let plain = || event_line(logged, names).map(|line| line.text);
    words
        .label_with("event", &kind, &values)
        .or_else(plain)
        .unwrap_or_default()
}

/// A commitment in words.
fn engagement(words: &Words, names: &Names<'_>, what: Engagement) -> String {
    let course = |c: u16| {
        names
            .scenario
            .term
            .courses
            .get(c as usize)
            .map(|c| format!("{} {}", c.code, c.title))
    };
    match what {
        Engagement::Class(c, _) => {
            course(c).unwrap_or_else(|| words.label("engagement", "class").into_owned())
        }
        Engagement::Teach(c, _) => {
            let what = course(c).unwrap_or_else(|| words.label("engagement", "class").into_owned());
            words.say_with("engagement-teaching", &[("what", what.into())])
        }
        Engagement::Shift(_) => words.label("engagement", "shift").into_owned(),
        Engagement::Event(e) => {
            let event = names.scenario.events.get(e as usize);
            event.map_or_else(
                || words.label("engagement", "event").into_owned(),
                |e| e.title.clone(),
            )
        }
        Engagement::Meeting(with) => {
            words.say_with("engagement-meeting", &[("name", names.person(with).into())])
        }
    }
}

/// A step in words.
pub fn step(words: &Words, step: &Step, names: &Names<'_>) -> String {
    match step {
        Step::Buy(item) => words.say_with(
            "call-buy",
            &[("what", words.label("item", item.word()).into())],
        ),
        Step::TalkTo(agent) => {
            words.say_with("call-talk", &[("name", names.person(*agent).into())])
        }
        Step::Call(tool) => call(words, tool, names),
    }
}

/// A tool call in words.
fn call(words: &Words, call: &ToolCall, names: &Names<'_>) -> String {
    match call {
        ToolCall::Move { to, then, .. } => {
            let to = match to {
                Destination::Place(place) => names.place(*place),
                Destination::Person(agent) => names.person(*agent),
            };
            match then {
                Some(stay) => words.say_with(
                    "call-move-and-stay",
                    &[
                        ("place", to.into()),
                        ("doing", words.label("doing", stay.doing.word()).into()),
                        ("minutes", (stay.seconds / 60).into()),
                    ],
                ),
                None => words.say_with("call-move", &[("place", to.into())]),
            }
        }
        ToolCall::Talk { with, .. } => {
            words.say_with("call-talk", &[("name", names.person(*with).into())])
        }
        ToolCall::Attend { what } => words.say_with(
            "call-attend",
            &[("what", engagement(words, names, *what).into())],
        ),
        ToolCall::Buy { item, .. } => words.say_with(
            "call-buy",
            &[("what", words.label("item", item.word()).into())],
        ),
        ToolCall::Study { subject, seconds } => words.say_with(
            "call-study",
            &[
                ("what", subject.as_str().into()),
                ("minutes", (seconds / 60).into()),
            ],
        ),
        ToolCall::Post { text } => words.say_with("call-post", &[("what", text.as_str().into())]),
        ToolCall::Schedule {
            with,
            place,
            begins,
            ..
        } => words.say_with(
            "call-schedule",
            &[
                ("name", names.person(*with).into()),
                ("time", begins.clock().into()),
                ("place", names.place(*place).into()),
            ],
        ),
        ToolCall::Invite { with, to } => words.say_with(
            "call-invite",
            &[
                ("name", names.person(*with).into()),
                ("what", names.occasion(to).into()),
            ],
        ),
        ToolCall::Reply { accept, .. } => words
            .say(if *accept {
                key("call-accept")
            } else {
                key("call-decline")
            })
            .to_owned(),
        ToolCall::Gesture { with, gesture } => words.say_with(
            "call-gesture",
            &[
                ("name", names.person(*with).into()),
                (
                    "what",
                    words.label("gesture", gesture.word()).as_ref().into(),
                ),
            ],
        ),
        ToolCall::Search { query } => {
            words.say_with("call-search", &[("what", query.as_str().into())])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_core::i18n::Language;
    use collegium_learning::plan::Algorithm;
    use collegium_sim::{
        campus::{
            Item,
            people::{Need, Relation, Role, Traits},
            scenario::Overrides,
        },
        conduct::{Act, FEATURES, Measure, Point},
        memory::MemoryKind,
        mind::state::{Action, Consideration},
        simulation::testing,
        tools::{Refusal, SCHEMAS},
    };
    use std::collections::BTreeSet;
    use training::algorithm::Kind;

    #[test]
    fn sentences_begin_with_a_capital() {
        assert_eq!(capital("élan"), "Élan");
        assert_eq!(capital("đang"), "Đang");
        assert_eq!(capital(""), "");
    }

    /// Every word of the simulation that a screen shows, by kind.
    fn shown() -> Vec<(&'static str, Vec<String>)> {
        let list =
            |words: &mut dyn Iterator<Item = &str>| words.map(str::to_owned).collect::<Vec<_>>();
        let (scenario, _) = testing::first_week();
        let groups: BTreeSet<&str> = scenario
            .people
            .iter()
            .map(|(p, _)| p.group.as_str())
            .collect();
        let mut events: Vec<String> = HappeningKind::ALL
            .iter()
            .map(|k| k.word().to_owned())
            .collect();
        events.retain(|word| {
            !["done", "violation", "merged", "dismissed", "learned"].contains(&word.as_str())
        });
        events.extend(["told", "overheard", "read"].map(|how| format!("learned_{how}")));
        events.push("taught_off".to_owned());
        events.extend(
            [Violation::QueueCutting, Violation::Noise].map(|v| format!("violation_{}", v.word())),
        );
        vec![
            ("doing", list(&mut Doing::ALL.iter().map(|v| v.word()))),
            ("role", list(&mut Role::ALL.iter().map(|v| v.word()))),
            ("relation", list(&mut Relation::ALL.iter().map(|v| v.word()))),
            ("item", list(&mut Item::ALL.iter().map(|v| v.word()))),
            ("action", list(&mut Action::ALL.iter().map(|v| v.word()))),
            ("part", list(&mut Consideration::ALL.iter().map(|v| v.word()))),
            ("memory", list(&mut MemoryKind::ALL.iter().map(|v| v.word()))),
            ("need", list(&mut Need::ALL.iter().map(|v| v.word()))),
            ("trait", list(&mut Traits::default().named().iter().map(|v| v.0))),
            ("refusal", list(&mut Refusal::TABLE.iter().map(|v| v.0))),
            ("tool", list(&mut SCHEMAS.iter().map(|v| v.name))),
            ("mind", list(&mut ["built-in mind", "language model"].into_iter())),
            ("group", list(&mut groups.into_iter())),
            (
                "routine",
                list(
                    &mut "breakfast,lunch,dinner,go to the gym,see friends,take the evening off,go to bed,work"
                        .split(','),
                ),
            ),
            ("engagement", list(&mut ["class", "shift", "event"].into_iter())),
            ("event", events),
            ("gesture", list(&mut collegium_sim::tools::Gesture::ALL.iter().map(|g| g.word()))),
            ("decider", list(&mut [OFF, EXPERT].into_iter())),
            ("reply", list(&mut ["yes", "no"].into_iter())),
            ("point", list(&mut Point::ALL.iter().map(|p| p.word()))),
            ("act", list(&mut Act::ALL.iter().map(|a| a.word()))),
            ("measure", list(&mut Measure::ALL.iter().map(|m| m.word()))),
            ("measured", list(&mut Measure::ALL.iter().map(|m| m.word()))),
            ("feature", list(&mut FEATURES.iter().map(|f| f.name))),
            ("unit", list(&mut FEATURES.iter().map(|f| f.unit))),
            ("algorithm", list(&mut Algorithm::words().into_iter())),
            ("learns", list(&mut Kind::ALL.iter().map(|k| k.word()))),
        ]
    }

    #[test]
    fn every_word_of_the_simulation_has_a_text_in_every_language() {
        for language in Language::ALL.iter().copied() {
            let words = Words::new(language);
            for (kind, list) in shown() {
                for word in list {
                    assert!(
                        words.label_with(kind, &word, &[]).is_some(),
                        "{kind}-{word} in {}",
                        language.word()
                    );
                }
            }
        }
    }

    #[test]
    fn what_happens_in_a_day_is_told_in_every_language() {
        let (scenario, map) = testing::load("quick-look", Overrides::default());
        let mut campus = Campus::new(scenario, map, 1);
        let noon = campus.clock().now.plus(4 * collegium_core::time::HOUR);
        campus.run_until(noon);
        let names = campus.names();
        let chronicle = campus
            .world()
            .resource::<collegium_sim::record::Chronicle>();
        let told: Vec<&Logged> = chronicle
            .pending
            .iter()
            .filter(|l| is_told(&l.happening))
            .collect();
        assert!(told.len() > 20, "{}", told.len());
        for language in Language::ALL.iter().copied() {
            let words = Words::new(language);
            for logged in &told {
                let text = event(&words, logged, &names);
                assert!(!text.is_empty() && !text.contains('{'), "{text}");
                if language == Language::English {
                    assert_eq!(Some(text), event_line(logged, &names).map(|l| l.text));
                }
            }
            for person in campus.persons() {
                let text = state(&words, &campus, person.id);
                assert!(!text.is_empty() && !text.contains('{'), "{text}");
            }
        }
    }
}
