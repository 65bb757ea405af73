//! The teller: events, calls and moments in words, in the language of whoever reads them or
//! remembers them. Screens, the command line and memories say nothing of them that does not come
//! from here.

mod fixed;
mod recall;

use fixed::fixed;
pub use recall::{LONG_WAIT, doing, recalled, received, seen};

use super::{Answered, Breach, DecidedBy, Names, News, Occurrence, SimEvent, Source};
use crate::campus::{
    Pursuit,
    invitations::Occasion,
    people::{Engagement, Need},
};
use collegium_core::{
    i18n::{Language, Value, Words, key},
    ids::{AgentId, PlaceId},
    time::SimTime,
};
use std::{borrow::Cow, sync::LazyLock};

/// The texts in English: for models, and for the command line.
pub static ENGLISH: LazyLock<&Words> = LazyLock::new(|| Words::of(Language::English));

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

/// Whether an event is one that a reader is told of as it happens.
pub const fn is_told(event: &SimEvent) -> bool {
    match event {
        SimEvent::Done { .. } | SimEvent::Merged { .. } | SimEvent::Dismissed { .. } => false,
        // That somebody comes late is told of by an event of its own.
        SimEvent::Violation { breach } => !matches!(breach, Breach::Lateness { .. }),
        // That a model has answered says nothing to a reader; that it has not, does.
        SimEvent::Thought { answered, .. } => !matches!(answered, Answered::Ok),
        // Whoever is invited learns of it by the invitation, which is told of.
        SimEvent::Learned {
            source: Source::Told,
            from: Some(from),
            news: News::Gathering { host, .. },
            ..
        } if from.0 == host.0 => false,
        // What somebody saw themselves or knew from the start is no news.
        SimEvent::Learned { source, .. } => {
            matches!(source, Source::Told | Source::Overheard | Source::Read)
        }
        _ => true,
    }
}

/// The word under which the texts have an event: `event-` and this.
fn text_of(event: &SimEvent) -> Cow<'static, str> {
    match event {
        SimEvent::Violation { breach } => format!("violation_{}", breach.norm().word()).into(),
        SimEvent::Learned { source, .. } => format!("learned_{}", source.word()).into(),
        SimEvent::Thought { answered, .. } => match answered {
            Answered::Ok => "thought_ok",
            Answered::Repaired => "thought_repaired",
            Answered::FellBack(_) => "thought_fell_back",
        }
        .into(),
        SimEvent::Taught { book: None } => "taught_off".into(),
        SimEvent::Deed { deed } => deed.does().word().into(),
        other => other.kind().into(),
    }
}

/// An event as a sentence, in the language of the words.
pub fn event(words: &Words, occurrence: &Occurrence, names: &Names<'_>) -> String {
    let text = text_of(&occurrence.event);
    // The tests see to it that every event has a text.
    words
        .label_with("event", &text, &values(words, occurrence, names))
        .unwrap_or_else(|| text.into_owned())
}

/// What texts about an event may have places for.
fn values<'a>(
    words: &'a Words,
    occurrence: &'a Occurrence,
    names: &'a Names<'_>,
) -> Vec<(&'static str, Value<'a>)> {
    let person = |id: Option<AgentId>| id.map(|id| names.person(id));
    let somebody = words.say(key("somebody"));
    let mut values: Vec<(&'static str, Value<'a>)> = vec![
        ("who", person(occurrence.agent).unwrap_or_default().into()),
        (
            "with",
            person(occurrence.event.with()).unwrap_or(somebody).into(),
        ),
        ("place", place(words, occurrence.place, names).into()),
    ];
    let course = |n: u16| engagement(words, Engagement::Class(n, 0), names);
    match &occurrence.event {
        SimEvent::Done { call } => values.push(("call", call.told(words, names).into())),
        SimEvent::Refused { call, why } => {
            values.push(("call", call.told(words, names).into()));
            values.push(("why", words.label("refusal", why.word()).into()));
        }
        SimEvent::Finished { doing, .. } => {
            values.push(("what", words.label("doing", doing.word()).into()));
        }
        SimEvent::Served { item, waited } | SimEvent::GaveUp { item, waited } => {
            values.push(("what", words.label("item", item.word()).into()));
            values.push(("minutes", (waited / 60).into()));
        }
        SimEvent::ClassBegan { course: n }
        | SimEvent::ClassEnded { course: n }
        | SimEvent::Missed { course: n } => values.push(("what", course(*n).into())),
        SimEvent::Attended { what } => {
            values.push(("what", engagement(words, *what, names).into()));
        }
        SimEvent::Late { what, seconds }
        | SimEvent::Violation {
            breach: Breach::Lateness { what, seconds },
        } => {
            values.push(("what", engagement(words, *what, names).into()));
            values.push(("minutes", (seconds / 60).into()));
        }
        SimEvent::Planned { parts } => {
            let parts: Vec<String> = parts
                .iter()
                .map(|(from, what)| format!("{} {}", from.clock(), pursuit(words, what, names)))
                .collect();
            values.push(("what", parts.join(", ").into()));
        }
        SimEvent::Arranged { at, begins, .. } => {
            let at = ("place", names.place(*at).into());
            let time = ("time", day_and_time(words, *begins).into());
            values.push(("what", words.say_with("appointment", &[at, time]).into()));
        }
        SimEvent::Paid { cents } => {
            values.push(("money", format!("{:.2}", f64::from(*cents) / 100.0).into()));
        }
        SimEvent::Thought {
            purpose, answered, ..
        } => {
            values.push(("what", words.label("purpose", purpose.word()).into()));
            if let Answered::FellBack(fault) = answered {
                values.push(("why", words.label("fault", fault.word()).into()));
            }
        }
        SimEvent::Said { text, .. }
        | SimEvent::Posted { text }
        | SimEvent::Reflected { text, .. }
        | SimEvent::Merged { text, .. }
        | SimEvent::Diary { text, .. }
        | SimEvent::Mused { text, .. } => values.push(("what", text.as_str().into())),
        SimEvent::Dismissed {
            flaw, fixed, text, ..
        } => {
            values.push(("what", text.as_str().into()));
            let why = match (fixed, occurrence.agent) {
                (Some(fixed), Some(who)) => self::fixed(words, *fixed, who, names).into(),
                _ => words.label("flaw", flaw.word()).into(),
            };
            values.push(("why", why));
        }
        SimEvent::Learned { news, .. } => {
            values.push(("what", self::news(words, news, names).into()));
        }
        SimEvent::Invited { to, begins, .. } => {
            values.push(("what", occasion(words, to, names).into()));
            values.push(("time", day_and_time(words, *begins).into()));
        }
        SimEvent::Replied { to, accept, .. } => {
            let reply = if *accept {
                key("reply-yes")
            } else {
                key("reply-no")
            };
            values.push(("reply", words.say(reply).into()));
            values.push(("what", occasion(words, to, names).into()));
        }
        SimEvent::Mounted { by } => {
            let by = match by {
                DecidedBy::Rule => words.label("decider", "off"),
                DecidedBy::Expert => words.label("decider", "expert"),
                DecidedBy::Head(head) => head.name.as_str().into(),
            };
            values.push(("what", by.into()));
        }
        SimEvent::Deed { deed } => values.extend(deed.does().values(words)),
        SimEvent::Taught { book } => {
            let name = book.as_ref().map_or("", |book| &book.name);
            values.push(("what", name.into()));
        }
        SimEvent::Arrived
        | SimEvent::Woke { .. }
        | SimEvent::NewDay
        | SimEvent::Violation { .. }
        | SimEvent::TalkBegan { .. }
        | SimEvent::TalkEnded { .. }
        | SimEvent::Joined { .. }
        | SimEvent::Left { .. } => {}
    }
    values
}

/// A place, or that somebody is between places.
fn place<'a>(words: &'a Words, at: Option<PlaceId>, names: &'a Names<'_>) -> &'a str {
    at.map_or_else(|| words.say(key("on-the-way")), |p| names.place(p))
}

/// What a fact says, as a sentence.
pub fn news(words: &Words, news: &News, names: &Names<'_>) -> String {
    let person =
        |who: Option<AgentId>| who.map_or_else(|| words.say(key("somebody")), |w| names.person(w));
    if let Some(own) = news.own_words(names) {
        return match news {
            News::Life { who, .. } => {
                let who = names.first(*who);
                words.say_with("news-life", &[("who", who.into()), ("what", own.into())])
            }
            _ => own.into_owned(),
        };
    }
    match *news {
        News::Planted(_) | News::Life { .. } => String::new(),
        News::Event(n) => {
            let Some(event) = names.scenario.events.get(usize::from(n)) else {
                return words.label("engagement", "event").into_owned();
            };
            let values = [
                ("what", event.title.as_str().into()),
                ("place", names.place(event.place).into()),
                ("time", day_and_time(words, event.begins).into()),
            ];
            words.say_with("news-event", &values)
        }
        News::Gathering {
            host,
            to,
            place,
            begins,
        } => {
            let values = [
                ("who", names.person(host).into()),
                ("what", occasion(words, &to, names).into()),
                ("place", names.place(place).into()),
                ("time", day_and_time(words, begins).into()),
            ];
            words.say_with("news-gathering", &values)
        }
        News::Pushed {
            who,
            passed,
            place: at,
        } => {
            let values = [
                ("who", person(who).into()),
                ("with", names.person(passed).into()),
                ("place", place(words, at, names).into()),
            ];
            words.say_with("news-pushed", &values)
        }
        News::Loud { who, place: at } => {
            let values = [
                ("who", person(who).into()),
                ("place", place(words, at, names).into()),
            ];
            words.say_with("news-loud", &values)
        }
        News::Missed { who, course } => {
            let what = engagement(words, Engagement::Class(course, 0), names);
            let values = [("who", person(who).into()), ("what", what.into())];
            words.say_with("news-missed", &values)
        }
    }
}

/// A commitment in a few words: the course, the shift, the event or whom to meet.
pub fn engagement(words: &Words, what: Engagement, names: &Names<'_>) -> String {
    let class = |c: u16| match names.scenario.term.courses.get(usize::from(c)) {
        Some(course) => format!("{} {}", course.code, course.title),
        None => words.label("engagement", "class").into_owned(),
    };
    match what {
        Engagement::Class(c, _) => class(c),
        Engagement::Teach(c, _) => {
            words.say_with("engagement-teaching", &[("what", class(c).into())])
        }
        Engagement::Shift(_) => words.label("engagement", "shift").into_owned(),
        Engagement::Event(e) => match names.scenario.events.get(usize::from(e)) {
            Some(event) => event.title.clone(),
            None => words.label("engagement", "event").into_owned(),
        },
        Engagement::Meeting(with) => {
            words.say_with("engagement-meeting", &[("name", names.person(with).into())])
        }
    }
}

/// What a part of a plan is for.
pub fn pursuit<'a>(words: &'a Words, what: &'a Pursuit, names: &Names<'_>) -> Cow<'a, str> {
    match what {
        Pursuit::Routine(routine) => words.label("routine", routine.word()),
        Pursuit::Engagement(Engagement::Teach(course, session)) => {
            let class = engagement(words, Engagement::Class(*course, *session), names);
            words
                .say_with("plan-teach", &[("what", class.into())])
                .into()
        }
        Pursuit::Engagement(what) => engagement(words, *what, names).into(),
        Pursuit::Words(own) => own.into(),
    }
}

/// What an occasion is about: the event, the course, or what it is for.
pub fn matter(words: &Words, what: &Occasion, names: &Names<'_>) -> String {
    let Occasion::Gathering {
        course: Some(course),
        ..
    } = what
    else {
        return occasion(words, what, names);
    };
    let course = names.scenario.term.courses.get(usize::from(*course));
    course.map_or_else(|| occasion(words, what, names), |c| c.title.clone())
}

/// How somebody feels who lacks something, or nothing.
pub fn feels(words: &Words, lacks: impl Iterator<Item = Need>) -> String {
    let lacks: Vec<_> = lacks.map(|n| words.label("lacking", n.word())).collect();
    if lacks.is_empty() {
        words.say(key("feels-well")).to_owned()
    } else {
        lacks.join(", ")
    }
}

/// What somebody is invited to.
pub fn occasion(words: &Words, what: &Occasion, names: &Names<'_>) -> String {
    match what {
        Occasion::Event(e) => engagement(words, Engagement::Event(*e), names),
        Occasion::Gathering { cause, course, .. } => {
            let what = words.label("cause", cause.word());
            match course.and_then(|c| names.scenario.term.courses.get(usize::from(c))) {
                Some(course) => {
                    let title = course.title.as_str();
                    let values = [("what", what.into()), ("course", title.into())];
                    words.say_with("occasion-course", &values)
                }
                None => what.into_owned(),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        campus::{Item, invitations::Cause, people::Doing, testing},
        tools::{Checked, Flaw, Gesture, Handover, How, Refusal, Sign, ToolCall},
    };
    use collegium_core::time::{DAY, HOUR};
    use collegium_llm::{Fault, Purpose};
    use std::collections::BTreeSet;

    const SOMEBODY: AgentId = AgentId(1);

    fn gathering(course: Option<u16>) -> Occasion {
        Occasion::Gathering {
            cause: Cause::Coffee,
            course,
            place: PlaceId(0),
            begins: SimTime(DAY),
            seconds: HOUR,
        }
    }

    /// Events of every kind, and of every way in which some are told.
    fn all() -> Vec<SimEvent> {
        let (with, talk, text) = (SOMEBODY, 0, || "some words".to_owned());
        let (about, memory) = (Some(SOMEBODY), 0);
        let (what, item) = (Engagement::Shift(0), Item::ALL[0]);
        let (place, begins) = (Some(PlaceId(0)), SimTime(DAY));
        let call = ToolCall::Gesture(Sign {
            with,
            gesture: Gesture::Wave,
        });
        let violation = |breach| SimEvent::Violation { breach };
        let thought = |answered| SimEvent::Thought {
            request: 0,
            purpose: Purpose::Plan,
            answered,
        };
        let learned = |source, news| SimEvent::Learned {
            fact: 0,
            source,
            from: Some(with),
            news,
        };
        let handed = |how| Handover { with, item, how }.into();
        let mut events = vec![
            SimEvent::Done { call: call.clone() },
            SimEvent::Refused {
                call,
                why: Refusal::NotNow,
            },
            SimEvent::Arrived,
            SimEvent::Finished {
                doing: Doing::Studying,
                seconds: 600,
            },
            SimEvent::Served { item, waited: 90 },
            SimEvent::GaveUp { item, waited: 90 },
            SimEvent::TalkBegan { with, talk },
            SimEvent::Said {
                with,
                talk,
                text: text(),
            },
            SimEvent::TalkEnded {
                with,
                talk,
                lines: 3,
            },
            SimEvent::ClassBegan { course: 0 },
            SimEvent::ClassEnded { course: 0 },
            SimEvent::Attended { what },
            SimEvent::Late { what, seconds: 300 },
            SimEvent::Missed { course: 0 },
            violation(Breach::Lateness { what, seconds: 300 }),
            violation(Breach::QueueCutting { passed: None }),
            violation(Breach::Noise { to: with }),
            SimEvent::Planned {
                parts: vec![
                    (begins, Pursuit::Words(text())),
                    (begins, Pursuit::Engagement(Engagement::Teach(0, 0))),
                ],
            },
            SimEvent::Woke { seconds: 600 },
            SimEvent::Arranged {
                with,
                at: PlaceId(0),
                begins,
            },
            SimEvent::Posted { text: text() },
            SimEvent::Paid { cents: 9000 },
            SimEvent::NewDay,
            thought(Answered::Ok),
            thought(Answered::Repaired),
            SimEvent::Reflected {
                memory,
                about,
                text: text(),
            },
            SimEvent::Merged {
                memory,
                about,
                text: text(),
            },
            SimEvent::Diary {
                memory,
                text: text(),
            },
            SimEvent::Mused {
                memory,
                about,
                text: text(),
            },
            SimEvent::Joined { with, talk },
            SimEvent::Left { with, talk },
            SimEvent::Invited {
                with,
                invitation: 0,
                to: gathering(Some(0)),
                begins,
            },
            SimEvent::Replied {
                with,
                invitation: 0,
                to: Occasion::Event(0),
                accept: true,
            },
            SimEvent::Replied {
                with,
                invitation: 0,
                to: gathering(None),
                accept: false,
            },
            SimEvent::Mounted {
                by: DecidedBy::Rule,
            },
            SimEvent::Mounted {
                by: DecidedBy::Expert,
            },
            handed(How::Given),
            handed(How::Lent),
            handed(How::Returned),
            SimEvent::Taught { book: None },
            SimEvent::Taught {
                book: Some(Checked {
                    name: text(),
                    checksum: 1,
                }),
            },
        ];
        let faults = Fault::ALL.iter().map(|f| thought(Answered::FellBack(*f)));
        events.extend(faults);
        let flaws = Flaw::ALL.iter().map(|flaw| SimEvent::Dismissed {
            flaw: *flaw,
            fixed: None,
            about,
            text: text(),
        });
        events.extend(flaws);
        let news = [
            News::Event(0),
            News::Planted(0),
            News::Gathering {
                host: with,
                to: gathering(None),
                place: PlaceId(0),
                begins,
            },
            News::Pushed {
                who: about,
                passed: with,
                place,
            },
            News::Loud {
                who: about,
                place: None,
            },
            News::Missed {
                who: None,
                course: 0,
            },
            News::Life {
                who: with,
                memory: 0,
            },
        ];
        events.extend(news.map(|news| learned(Source::Told, news)));
        let sources = Source::ALL.iter().map(|s| learned(*s, News::Event(0)));
        events.extend(sources);
        events
    }

    #[test]
    fn every_event_is_told_in_every_language() {
        let (scenario, map) = testing::first_week();
        let names = Names {
            map: &map,
            scenario: &scenario,
        };
        let kinds: BTreeSet<&str> = all().iter().map(SimEvent::kind).collect();
        assert_eq!(kinds, SimEvent::KINDS.iter().copied().collect());
        let tells = |words: &Words, event: SimEvent| {
            let key = format!("event-{}", text_of(&event).replace('_', "-"));
            assert!(words.has(&key), "{key}");
            super::event(words, &Occurrence::of(Some(AgentId(0)), event), &names)
        };
        for language in Language::ALL.iter().copied() {
            let words = Words::new(language);
            let mut as_in_english = 0;
            for event in all() {
                let text = tells(&words, event.clone());
                assert!(
                    !text.is_empty() && !text.contains(['{', '_', '$']),
                    "{event:?}: {text}"
                );
                as_in_english += usize::from(text == tells(&ENGLISH, event));
            }
            // A quoted line looks alike in some languages.
            assert!(language == Language::English || as_in_english < 3);
        }
    }

    #[test]
    fn answers_to_invitations_are_told_in_the_language_of_the_app() {
        let (scenario, map) = testing::first_week();
        let names = Names {
            map: &map,
            scenario: &scenario,
        };
        let told = |language, accept| {
            let event = SimEvent::Replied {
                with: SOMEBODY,
                invitation: 0,
                to: gathering(None),
                accept,
            };
            super::event(
                &Words::new(language),
                &Occurrence::of(Some(AgentId(0)), event),
                &names,
            )
        };
        assert!(told(Language::English, true).ends_with(": yes (coffee together)"));
        assert!(told(Language::Chinese, true).contains("同意（一起喝咖啡）"));
        assert!(told(Language::Vietnamese, false).contains("từ chối (cùng uống cà phê)"));
    }
}
