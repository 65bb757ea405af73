//! Acting and observing: every call is answered, what is found is remembered and teaches, models
//! think, act and observe in chains, and what decisions and lines rest on is kept.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where something is not as it must be, and says what it measured"
)]

use collegium_core::{
    ids::AgentId,
    time::{DAY, HOUR, MINUTE, SimTime},
};
use collegium_llm::{Outcome, Purpose, Request};
use collegium_sim::{
    campus::{
        About,
        people::{Activity, Body, Doing, Engagement, MindKind, Posture, Timetable},
        scenario::Overrides,
    },
    memory::{Episodic, Memory, Object, Perceived, ShortTerm},
    mind::{
        Decisions, Deliberation, Recollections,
        chain::{Called, Ending, Observation},
    },
    simulation::{Campus, testing},
    social::{Ledger, Source},
    tools::{self, EARSHOT, Find, Observed, SimEvent, ToolCall, free_for_talk},
};
use serde_json::{Value, json};

fn at(hour: u32) -> Campus {
    let mut campus = testing::campus(1, 25, 1);
    campus.run_until(SimTime(hour * HOUR));
    campus
}

/// Everybody who could look something up now.
fn free(campus: &Campus) -> Vec<AgentId> {
    let free = campus.persons().filter(|p| {
        p.body.posture != Posture::Away
            && p.activity.talk.is_none()
            && free_for_talk(p.activity.doing)
            && p.activity.doing != Doing::Queueing
    });
    free.map(|p| p.id).collect()
}

fn search(campus: &mut Campus, agent: AgentId, query: &str) -> Vec<Find> {
    let query = query.to_owned();
    let call = ToolCall::Search(tools::Search { query });
    match campus.call(agent, &call).unwrap().unwrap() {
        Observed::Found(finds) => finds,
        other => panic!("{other:?}"),
    }
}

/// What somebody remembers of what they looked up, newest first.
fn found(campus: &Campus, agent: AgentId) -> Vec<Memory> {
    let stream = campus.get::<Episodic>(agent).unwrap();
    let found = stream.iter().rev().map(|(_, memory)| memory);
    let found = found.filter(|m| matches!(m.object, Some(Object::Found(_))));
    found.cloned().collect()
}

fn event(campus: &Campus, title: &str) -> u16 {
    let events = &campus.scenario().events;
    events.iter().position(|e| e.title == title).unwrap() as u16
}

#[test]
fn what_is_looked_up_is_observed_remembered_with_its_source_and_logged() {
    let mut campus = at(15);
    campus.keep_events(true);
    let agent = free(&campus)[0];
    let finds = search(&mut campus, agent, "apple picking");
    assert_eq!(finds[0], Find::Event(event(&campus, "Apple picking")));
    let activity = campus.get::<Activity>(agent).unwrap();
    assert_eq!(activity.doing, Doing::OnPhone);
    campus.run_until(campus.clock().now.plus(MINUTE));
    let memory = &found(&campus, agent)[0];
    assert_eq!(memory.object, Some(Object::Found(finds.clone())));
    let told = &memory.text;
    let says = ["the notices", "Sun 11:00", "Orchard Lawn"];
    assert!(says.iter().all(|s| told.contains(s)), "{told}");
    let event = SimEvent::Found {
        query: "apple picking".to_owned(),
        finds,
    };
    let events = campus.take_events();
    assert!(events.iter().any(|e| e.occurrence.event == event));
    // A book says which course reads it, by being found for it.
    let other = free(&campus)[1];
    let finds = search(&mut campus, other, "Cells and Systems");
    let books = &campus.scenario().books;
    let reads = |find: &Find| match find {
        Find::Book(book) => books[usize::from(*book)].title == "How a Cell Keeps House",
        _ => false,
    };
    assert!(finds.iter().any(reads), "{finds:?}");
}

#[test]
fn a_post_that_is_found_teaches_what_it_tells_and_no_notice_tells_of_it() {
    // Before anybody has posted it.
    let mut campus = at(7);
    let fair = event(&campus, "Club fair");
    let ledger = |campus: &Campus| campus.world().resource::<Ledger>().clone();
    let fact = |campus: &Campus| {
        let ledger = ledger(campus);
        let mut facts = ledger.facts.iter();
        let of = facts.find(|(_, f)| f.event(campus.scenario()) == Some(fair));
        of.unwrap().0
    };
    let number = fact(&campus);
    let knows = |campus: &Campus, who| ledger(campus).source_of(who, number);
    let free = free(&campus);
    let stranger = *free.iter().find(|a| knows(&campus, **a).is_none()).unwrap();
    assert_eq!(
        search(&mut campus, stranger, "club fair"),
        [],
        "only its hosts know of it"
    );
    campus.run_until(campus.clock().now.plus(MINUTE));
    assert_eq!(
        found(&campus, stranger),
        [],
        "that nothing was found is not kept"
    );
    assert_eq!(knows(&campus, stranger), None);
    // A host posts it.
    let host = campus.scenario().events[usize::from(fair)].hosts[0];
    while campus
        .call(
            host,
            &ToolCall::Post(tools::Post {
                text: "Come to the club fair on Wednesday!".to_owned(),
                about: About::Event(fair),
            }),
        )
        .unwrap()
        .is_err()
    {
        campus.run_until(campus.clock().now.plus(10 * MINUTE));
    }
    campus.run_until(campus.clock().now.plus(5 * MINUTE));
    let finds = loop {
        let call = ToolCall::Search(tools::Search {
            query: "club fair".to_owned(),
        });
        if let Ok(Observed::Found(finds)) = campus.call(stranger, &call).unwrap() {
            break finds;
        }
        campus.run_until(campus.clock().now.plus(10 * MINUTE));
    };
    assert!(matches!(finds[0], Find::Post { author, .. } if author == host));
    campus.run_until(campus.clock().now.plus(MINUTE));
    let ledger = ledger(&campus);
    let entry = ledger
        .log
        .since(0)
        .find(|(_, k)| k.agent == stranger && k.fact == number);
    let entry = entry.unwrap().1;
    assert!(ledger.knows(stranger, number));
    // By then somebody may have told them; where nobody had, the post is where they have it from.
    if entry.source == Source::Read {
        assert!(entry.from == Some(host) && entry.by.is_some(), "{entry:?}");
    }
}

#[test]
fn a_notice_teaches_whoever_may_see_it() {
    let overrides = Overrides {
        agents: Some(25),
        ..Overrides::default()
    };
    let (scenario, map) = testing::load("first-week", overrides);
    let mut scenario = (*scenario).clone();
    // The fair is announced to all, and what is planted says so.
    let fair = scenario
        .events
        .iter()
        .position(|e| e.title == "Club fair")
        .unwrap();
    scenario.events[fair].hidden = false;
    let mut campus = Campus::new(scenario.into(), map, 1);
    campus.run_until(SimTime(7 * HOUR));
    let ledger = |campus: &Campus| campus.world().resource::<Ledger>().clone();
    let fact = ledger(&campus);
    let fact = fact
        .facts
        .iter()
        .find(|(_, f)| f.event(campus.scenario()) == Some(fair as u16));
    let number = fact.unwrap().0;
    let knows = |campus: &Campus, who| ledger(campus).source_of(who, number);
    let free = free(&campus);
    let stranger = *free.iter().find(|a| knows(&campus, **a).is_none()).unwrap();
    search(&mut campus, stranger, "when is the club fair");
    campus.run_until(campus.clock().now.plus(10));
    assert_eq!(knows(&campus, stranger), Some(Source::LookedUp));
}

#[test]
fn two_in_earshot_can_arrange_to_meet_and_both_have_it_in_their_timetables() {
    let mut campus = at(15);
    let place = campus.map().find("Refectory").unwrap();
    let begins = SimTime(18 * HOUR + 15 * MINUTE);
    let people = free(&campus);
    let near = |campus: &Campus, a, b| {
        let tile = |who| campus.get::<Body>(who).unwrap().tile;
        tile(a).distance(tile(b)) <= EARSHOT[1]
    };
    let mut arranged = None;
    'all: for me in people.iter().copied() {
        for with in people.iter().copied() {
            let call = ToolCall::Schedule(tools::Schedule {
                with,
                place,
                begins,
                seconds: 45 * MINUTE,
            });
            if me != with && near(&campus, me, with) && campus.call(me, &call).unwrap().is_ok() {
                arranged = Some((me, with));
                break 'all;
            }
        }
    }
    let (me, with) = arranged.unwrap();
    for (who, whom) in [(me, with), (with, me)] {
        let timetable = campus.get::<Timetable>(who).unwrap();
        let meeting = timetable.meetings.iter();
        let mut meeting = meeting.filter(|c| c.what == Engagement::Meeting(whom));
        let meeting = meeting.next().unwrap();
        assert_eq!((meeting.place, meeting.begins), (place, begins));
    }
    // At the time they go there.
    campus.run_until(begins.plus(20 * MINUTE));
    let there = [me, with].map(|who| {
        let tile = campus.get::<Body>(who).unwrap().tile;
        campus.map().place_of(tile) == Some(place)
    });
    assert!(there.contains(&true), "{there:?}");
}

#[test]
fn every_call_that_is_carried_out_is_answered() {
    let mut campus = at(15);
    let agent = free(&campus)[0];
    let refectory = campus.map().find("Refectory").unwrap();
    let go = ToolCall::Move(tools::Move {
        to: tools::Destination::Place(refectory),
        then: None,
        hurry: false,
    });
    let Ok(Observed::OnTheWay { place, seconds, .. }) = campus.call(agent, &go).unwrap() else {
        panic!("they stay");
    };
    assert!(place == Some(refectory) && seconds > 0);
    // What the built-in mind does is observed as well.
    campus.run_until(SimTime(18 * HOUR));
    let observed = campus.persons().any(|p| {
        let short = campus.get::<ShortTerm>(p.id).unwrap();
        short
            .recent()
            .any(|p| matches!(p.what, Perceived::Observed(_)))
    });
    assert!(observed);
}

#[test]
fn the_built_in_mind_looks_things_up_and_arranges_to_meet() {
    let (mut searches, mut finds, mut arranged, mut met) = (0, 0, 0, 0);
    let mut campus = testing::campus(3, 25, 1);
    campus.keep_events(true);
    for _ in 0..3 {
        campus.run_until(campus.clock().now.plus(DAY));
        for logged in campus.take_events() {
            match logged.occurrence.event {
                SimEvent::Found { finds: list, .. } => {
                    searches += 1;
                    finds += usize::from(!list.is_empty());
                }
                SimEvent::Arranged { .. } => arranged += 1,
                SimEvent::Done {
                    call:
                        ToolCall::Attend(tools::Attend {
                            what: Engagement::Meeting(_),
                        }),
                    ..
                } => met += 1,
                _ => {}
            }
        }
    }
    println!(
        "{searches} searches, {finds} with finds; {arranged} arranged, {met} came to meetings"
    );
    assert!(
        searches >= 20 && finds * 3 >= searches * 2,
        "{searches}, {finds}"
    );
    assert!(searches <= 25 * 3 * 3, "{searches}: they do nothing else");
    assert!((1..=75).contains(&arranged), "{arranged}");
    assert!(met > 0);
}

#[test]
fn what_decisions_and_lines_rest_on_is_known() {
    let mut campus = at(20);
    let (mut decisions, mut lines, mut resting) = (0, 0, [0, 0]);
    let mut shown = 0;
    for agent in (0..campus.people() as u32).map(AgentId) {
        let all = campus.get::<Recollections>(agent).unwrap();
        decisions += all.decisions;
        lines += all.lines;
        resting[0] += all.decisions_resting;
        resting[1] += all.lines_resting;
        let stream = campus.get::<Episodic>(agent).unwrap();
        let of_lines = all.last.iter().map(|line| &line.memories);
        let last = campus.get::<Decisions>(agent).unwrap();
        let of_decisions = last.0.iter().map(|decision| &decision.memories);
        for memories in of_lines.chain(of_decisions) {
            assert!(memories.used.iter().all(|n| memories.offered.contains(n)));
            assert!(memories.used.iter().all(|n| *n < stream.count()));
            shown += memories.used.len();
        }
    }
    println!("{decisions} decisions, {lines} lines; {resting:?} rest on memories");
    assert!(decisions > 500 && lines > 100 && shown > 20);
    for (all, some) in [(decisions, resting[0]), (lines, resting[1])] {
        assert!(some * 20 > all && some * 20 < all * 19, "{some} of {all}");
    }
    // An hour later there are more.
    let before = decisions;
    campus.run_until(SimTime(21 * HOUR));
    let all = (0..25).map(|a| campus.get::<Recollections>(AgentId(a)).unwrap().decisions);
    assert!(all.sum::<u32>() > before);
}

fn model_campus(agents: usize) -> Campus {
    let overrides = Overrides {
        agents: Some(agents),
        mind: Some(MindKind::Model(String::new())),
        ..Overrides::default()
    };
    let (scenario, map) = testing::load("first-week", overrides);
    Campus::new(scenario, map, 1)
}

/// Any answer of the right shape, but for acts, which `act` answers.
fn acting(act: impl Fn(&Request) -> Value) -> impl FnMut(&Request) -> Outcome {
    move |request| {
        let schema = serde_json::from_str(&request.prompt.schema).unwrap();
        let answer = match request.purpose {
            Purpose::Act => act(request),
            _ => mock_llm::answer(&schema, &request.prompt.user, request.id),
        };
        Outcome::Ok(answer.to_string())
    }
}

/// All chains of everybody that have come to an end.
fn chains(campus: &Campus) -> Vec<collegium_sim::mind::Chain> {
    let all = (0..campus.people() as u32).map(AgentId);
    let all = all.map(|agent| campus.get::<Deliberation>(agent).unwrap());
    all.flat_map(|d| d.past.iter().cloned()).collect()
}

#[test]
fn a_chain_goes_on_until_the_model_says_that_its_aim_is_met() {
    let mut campus = model_campus(6);
    // It looks something up twice, sees what it found, and is content.
    let asked = testing::run_answered(
        &mut campus,
        SimTime(DAY),
        acting(|request| {
            let tried = request.prompt.user.matches("Observation:").count();
            let call = match tried {
                0 => json!({"tool": "search", "query": "Harmony and Listening"}),
                1 => json!({"tool": "search", "query": "Saturday run"}),
                _ => json!({"tool": "done"}),
            };
            json!({"thought": "let me see", "used": [1], "call": call})
        }),
    );
    let acts = asked.iter().filter(|r| r.purpose == Purpose::Act);
    let saw = acts.filter(|r| r.prompt.user.contains("the timetable: MUS101 Harmony"));
    assert!(saw.count() > 0, "what was found stands in the next prompt");
    let chains = chains(&campus);
    let met: Vec<_> = chains.iter().filter(|c| c.ending == Ending::Met).collect();
    assert!(!met.is_empty(), "{chains:?}");
    for chain in met.iter().filter(|c| c.turns.len() == 2) {
        let first = &chain.turns[0];
        assert!(matches!(first.called, Called::Tool(ToolCall::Search(_))));
        let found = |o: &Observation| matches!(o, Observation::Answered(Observed::Found(_)));
        assert!(first.observed.iter().any(found), "{first:?}");
    }
    assert!(met.iter().any(|c| c.turns.len() == 2));
    // The memories that were offered were cited, and are known with the decision.
    let cites = (0..6).map(AgentId).any(|agent| {
        let all = campus.get::<Decisions>(agent).unwrap();
        let improvised = all.0.iter().filter(|d| d.memories.offered.len() > 1);
        improvised
            .into_iter()
            .any(|d| d.memories.used == d.memories.offered[..1])
    });
    let resting: u32 = (0..6)
        .map(|a| {
            campus
                .get::<Recollections>(AgentId(a))
                .unwrap()
                .decisions_resting
        })
        .sum();
    assert!(cites || resting > 0);
}

#[test]
fn a_chain_has_six_turns_at_most_and_a_call_that_lasts_ends_it() {
    let endings = |call: Value| {
        let mut campus = model_campus(5);
        testing::run_answered(
            &mut campus,
            SimTime(DAY),
            acting(|_| json!({"thought": "once more", "used": [], "call": call})),
        );
        let chains = chains(&campus);
        assert!(!chains.is_empty());
        assert!(chains.iter().all(|c| c.turns.len() <= 6), "{chains:#?}");
        chains
    };
    let searching = endings(json!({"tool": "search", "query": "nothing of the kind at all"}));
    let ended = |c: &&collegium_sim::mind::Chain| c.ending == Ending::Enough && c.turns.len() == 6;
    assert!(searching.iter().filter(ended).count() > 0, "{searching:?}");
    let resting = endings(json!({
        "tool": "move", "to": "Fountain Plaza", "activity": "resting", "minutes": 10, "hurry": false
    }));
    assert!(
        resting
            .iter()
            .any(|c| c.ending == Ending::Lasts && c.turns.len() == 1)
    );
    // What cannot be read is observed as well, and is tried six times at most.
    let unread = endings(json!({"tool": "levitate"}));
    let gave_up = unread.iter().filter(|c| c.ending == Ending::GaveUp);
    let told = gave_up.filter(|c| matches!(c.turns[0].observed[0], Observation::Unread(_)));
    assert!(told.count() > 0, "{unread:?}");
}

#[test]
fn memories_stand_numbered_in_the_prompts_of_acts_and_lines_and_are_cited() {
    let mut campus = model_campus(8);
    let mut cited = 0;
    let asked = testing::run_answered(&mut campus, SimTime(14 * HOUR), |request| {
        let schema: Value = serde_json::from_str(&request.prompt.schema).unwrap();
        let mut answer = mock_llm::answer(&schema, &request.prompt.user, request.id);
        if request.purpose == Purpose::Line {
            // Even nonsense does no harm.
            answer["used"] = match request.id % 3 {
                0 => json!([1]),
                1 => json!([1, 99]),
                _ => json!("none of them"),
            };
            cited += u32::from(request.prompt.user.contains("\n1: "));
        }
        Outcome::Ok(answer.to_string())
    });
    let offers = |purpose| {
        let of = asked.iter().filter(|r| r.purpose == purpose);
        let offered = of
            .clone()
            .filter(|r| r.prompt.user.contains("You remember:\n1: "));
        (offered.count(), of.count())
    };
    for purpose in [Purpose::Act, Purpose::Line] {
        let (offered, all) = offers(purpose);
        println!(
            "{}: {offered} of {all} prompts offer memories",
            purpose.word()
        );
        assert!(all > 0 && offered * 10 >= all * 9, "{offered} of {all}");
    }
    let lines: u32 = (0..8)
        .map(|a| {
            campus
                .get::<Recollections>(AgentId(a))
                .unwrap()
                .lines_resting
        })
        .sum();
    assert!(
        cited > 0 && lines > 0,
        "{cited} cited, {lines} rest on them"
    );
}
