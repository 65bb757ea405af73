//! Events of every kind, for tests of what is told of them.

use crate::{
    campus::{
        Item, Pursuit,
        invitations::{Cause, Occasion},
        people::{Action, Came, Doing, Engagement, Obstacle, Stands, Toward},
    },
    tools::{
        Answered, Breach, Checked, DecidedBy, Find, Flaw, Gesture, Handover, How, News, Refusal,
        Sign, SimEvent, Source, ToolCall,
    },
};
use collegium_core::{
    ids::{AgentId, PlaceId},
    time::{DAY, HOUR, SimTime},
};
use collegium_llm::{Fault, Purpose};

/// Whom events are of beside the one to whom they happen.
pub const SOMEBODY: AgentId = AgentId(1);

/// A gathering of people's own.
pub fn gathering(course: Option<u16>) -> Occasion {
    Occasion::Gathering {
        cause: Cause::Coffee,
        course,
        place: PlaceId(0),
        begins: SimTime(DAY),
        seconds: HOUR,
    }
}

/// Finds of every kind.
pub fn finds() -> Vec<Find> {
    let post = Find::Post {
        number: 0,
        author: SOMEBODY,
        text: "some words".to_owned(),
    };
    let place = Find::Place(PlaceId(0));
    vec![Find::Course(0), Find::Book(0), Find::Event(0), post, place]
}

/// Events of every kind, and of every way in which some are told.
pub fn all() -> Vec<SimEvent> {
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
        SimEvent::Goal {
            toward: Toward::Person(with),
            stands: Stands::Set,
        },
        SimEvent::Goal {
            toward: Toward::Action(Action::Study),
            stands: Stands::Met,
        },
        SimEvent::Goal {
            toward: Toward::SettingOffEarly,
            stands: Stands::GivenUp(Obstacle::Outweighed),
        },
        SimEvent::Worked {
            task: 0,
            came: Came::Part(0),
        },
        SimEvent::Worked {
            task: 0,
            came: Came::Whole,
        },
        SimEvent::Worked {
            task: 1,
            came: Came::GivenUp,
        },
        SimEvent::Tested {
            course: 0,
            result: 50,
            expected: 52,
        },
        SimEvent::Tested {
            course: 0,
            result: 90,
            expected: 52,
        },
        SimEvent::Tested {
            course: 0,
            result: 10,
            expected: 52,
        },
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
        SimEvent::Found {
            query: text(),
            finds: finds(),
        },
        SimEvent::Found {
            query: text(),
            finds: Vec::new(),
        },
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
        News::Scored {
            who: with,
            course: 0,
            result: 71,
        },
        News::Worked {
            who: with,
            task: 0,
            came: Came::Part(0),
        },
        News::Worked {
            who: with,
            task: 0,
            came: Came::Whole,
        },
        News::Worked {
            who: with,
            task: 0,
            came: Came::GivenUp,
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
