//! The teller: events, calls and moments in words, in the language of whoever reads them or
//! remembers them. Screens, the command line and memories say nothing of them that does not come
//! from here.

mod fixed;
mod news;
mod phrase;
mod recall;
mod topic;
mod values;

pub use news::news;
pub use phrase::{
    ENGLISH, an_item, day, day_and_time, engagement, feels, matter, occasion, pursuit, short_day,
};
pub use recall::{LONG_WAIT, doing, recalled, received, seen};
pub use topic::{subject, topic};

use super::{Answered, Names, News, Occurrence, SimEvent, Source};
use collegium_core::i18n::Words;
use values::{text_of, values};

/// Whether an event is one that a reader is told of as it happens.
pub const fn is_told(event: &SimEvent) -> bool {
    match event {
        SimEvent::Done { .. } | SimEvent::Merged { .. } | SimEvent::Dismissed { .. } => false,
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

/// An event as a sentence, in the language of the words.
pub fn event(words: &Words, occurrence: &Occurrence, names: &Names<'_>) -> String {
    let text = text_of(&occurrence.event);
    // The tests see to it that every event has a text.
    words
        .label_with("event", &text, &values(words, occurrence, names))
        .unwrap_or_else(|| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        campus::{
            Item, Pursuit,
            invitations::{Cause, Occasion},
            people::{Doing, Engagement},
            testing,
        },
        tools::{
            Breach, Checked, DecidedBy, Flaw, Gesture, Handover, How, Refusal, Sign, ToolCall,
        },
    };
    use collegium_core::{
        i18n::Language,
        ids::{AgentId, PlaceId},
        time::{DAY, HOUR, SimTime},
    };
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
