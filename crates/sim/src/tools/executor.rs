//! The executor: checks a call against the world and carries it out, or says why not.

use super::{
    Breach, EARLY, GRACE, LONGEST_TEXT, Refusal, SimEvent, Stage, ToolCall,
    call::{Destination, Gesture},
    counter, invite, recent_posts,
    spots::{self, Stand},
    walk::{free_for_talk, leave_talk, set_out},
};
use crate::campus::{
    Noise, PlaceKind, Posture,
    people::{Commitment, Doing, Engagement, Stay},
    talks::{Line, MOST_MEMBERS, Speech, Talk},
};
use bevy::prelude::*;
use collegium_core::{
    ids::{AgentId, PlaceId},
    time::{DAY, Due, HOUR, MINUTE, SimTime},
};

/// What became of a call.
pub type Outcome = Result<(), Refusal>;

/// Inside the executor: an error of the app around an outcome.
type Tried = Result<Outcome, BevyError>;

/// Carries out `call` for `agent`, or refuses it. Either way the outcome is noted as an event.
///
/// # Errors
/// Never for people of the roster.
pub fn call(stage: &mut Stage, agent: AgentId, call: &ToolCall) -> Tried {
    speak(stage, agent, call, Speech::default())
}

/// Like [`call`], for a `talk` call of which is known what it is for and what it tells.
///
/// # Errors
/// Never for people of the roster.
pub fn speak(stage: &mut Stage, agent: AgentId, call: &ToolCall, speech: Speech) -> Tried {
    let before = stage.occurrences.list.len();
    let outcome = dispatch(stage, agent, call, speech)?;
    let call = call.clone();
    stage.note(
        agent,
        match outcome {
            Ok(()) => SimEvent::Done { call },
            Err(why) => SimEvent::Refused { call, why },
        },
    )?;
    // What the call brought about comes after the call itself.
    stage.occurrences.list[before..].rotate_right(1);
    Ok(outcome)
}

fn dispatch(stage: &mut Stage, agent: AgentId, call: &ToolCall, speech: Speech) -> Tried {
    if stage.look(agent)?.activity.doing == Doing::Sleeping {
        return Ok(Err(Refusal::Asleep));
    }
    match call {
        ToolCall::Move { to, then, hurry } => walk_to(stage, agent, *to, *then, *hurry),
        ToolCall::Talk { with, text, loud } => talk(stage, agent, *with, text, *loud, speech),
        ToolCall::Attend { what } => attend(stage, agent, *what),
        ToolCall::Buy { item, cut_in } => counter::buy(stage, agent, *item, *cut_in),
        ToolCall::Study { subject, seconds } => study(stage, agent, subject, *seconds),
        ToolCall::Post { text } => post(stage, agent, text),
        ToolCall::Schedule {
            with,
            place,
            begins,
            seconds,
        } => schedule(stage, agent, *with, *place, *begins, *seconds),
        ToolCall::Invite { with, to } => invite::invite(stage, agent, *with, *to),
        ToolCall::Reply { invitation, accept } => invite::reply(stage, agent, *invitation, *accept),
        ToolCall::Gesture { with, gesture } => gesture_to(stage, agent, *with, *gesture),
        ToolCall::Search { query } => search(stage, agent, query),
    }
}

/// Refuses with `?` inside a function that gives a [`Tried`].
macro_rules! refuse {
    ($refusal:expr) => {
        return Ok(Err($refusal))
    };
}

const fn good_length(seconds: u32) -> bool {
    seconds > 0 && seconds <= 12 * HOUR
}

fn good_text(text: &str) -> bool {
    !text.trim().is_empty() && text.chars().count() <= LONGEST_TEXT
}

fn walk_to(
    stage: &mut Stage,
    agent: AgentId,
    to: Destination,
    then: Option<Stay>,
    hurry: bool,
) -> Tried {
    if then.is_some_and(|stay| !good_length(stay.seconds)) {
        refuse!(Refusal::BadLength);
    }
    let tile = stage.look(agent)?.body.tile;
    let (place, stand) = match to {
        Destination::Person(other) => {
            if other == agent || other.0 as usize >= stage.roster.len() {
                refuse!(Refusal::Nobody);
            }
            let theirs = stage.look(other)?.body.clone();
            if theirs.posture == Posture::Away {
                refuse!(Refusal::NoWay);
            }
            let beside = theirs
                .tile
                .neighbours()
                .into_iter()
                .filter(|t| stage.map().grid.walkable(*t));
            let nearest = beside.min_by_key(|t| (tile.x.abs_diff(t.x) + tile.y.abs_diff(t.y), *t));
            let Some(beside) = nearest else {
                refuse!(Refusal::NoWay)
            };
            (stage.map().place_of(beside), Stand::Floor(beside))
        }
        Destination::Place(place) => {
            if place.0 as usize >= stage.map().places.len() {
                refuse!(Refusal::NoWay);
            }
            let doing = then.map_or(Doing::Idle, |stay| stay.doing);
            match spots::choose(stage, agent, place, doing)? {
                Ok(stand) => (Some(place), stand),
                Err(refusal) => refuse!(refusal),
            }
        }
    };
    if let Some(place) = place
        && let Err(refusal) = may_enter(stage, agent, place, then)?
    {
        refuse!(refusal);
    }
    if let Some(stay) = then {
        let known = matches!(
            stay.doing,
            Doing::Sleeping
                | Doing::Washing
                | Doing::Eating
                | Doing::Coffee
                | Doing::Exercising
                | Doing::Playing
                | Doing::Resting
                | Doing::Browsing
                | Doing::Waiting
                | Doing::InTown
        );
        if !known || place.is_some_and(|p| !spots::fits(stay.doing, stage.map().place(p).kind)) {
            refuse!(Refusal::WrongPlace { doing: stay.doing });
        }
        let hungry = matches!(stay.doing, Doing::Eating | Doing::Coffee);
        if hungry
            && !stage
                .look(agent)?
                .bag
                .0
                .iter()
                .any(|i| i.nourishment() > 0.0)
        {
            refuse!(Refusal::NothingToEat);
        }
    }
    let turn = agent.0 ^ (stage.clock.tick as u32 & 3);
    let Some(path) = stage.map().path(tile, stand.tile(), turn) else {
        refuse!(Refusal::NoWay)
    };
    stage.count_in(agent, place)?;
    set_out(stage, agent, stand, path, then, hurry)?;
    Ok(Ok(()))
}

/// Whether somebody may go into a place: open, not full, not a stranger's bedroom.
fn may_enter(stage: &Stage, agent: AgentId, place: PlaceId, then: Option<Stay>) -> Tried {
    let person = stage.look(agent)?;
    let here = person.body.counts_in == Some(place);
    let what = stage.map().place(place);
    let works_here = person.persona.shifts.iter().any(|s| s.place == place);
    let arrival = stage.now().plus(
        stage
            .map()
            .distance(person.body.tile, stage.map().entrance(place))
            .unwrap_or(0)
            * 5,
    );
    if !here && !works_here && !what.is_open(stage.now()) && !what.is_open(arrival) {
        refuse!(Refusal::Closed { place });
    }
    if !here && stage.occupancy.people[place.0 as usize] >= what.capacity {
        refuse!(Refusal::Full { place });
    }
    if what.kind == PlaceKind::Bedroom && person.persona.home != Some(place) {
        let host = stage
            .setting
            .0
            .people
            .iter()
            .enumerate()
            .any(|(i, (p, _))| {
                p.home == Some(place)
                    && stage
                        .look(AgentId(i as u32))
                        .is_ok_and(|p| p.body.counts_in == Some(place))
            });
        if !host || then.is_some_and(|stay| stay.doing == Doing::Sleeping) {
            refuse!(Refusal::NotYourRoom);
        }
    }
    Ok(Ok(()))
}

/// Walks to a spot of the place somebody is in and stays there.
fn stay_here(stage: &mut Stage, agent: AgentId, place: PlaceId, stay: Stay) -> Tried {
    let stand = match spots::choose(stage, agent, place, stay.doing)? {
        Ok(stand) => stand,
        Err(refusal) => refuse!(refusal),
    };
    let tile = stage.look(agent)?.body.tile;
    let Some(path) = stage.map().path(tile, stand.tile(), agent.0) else {
        refuse!(Refusal::NoWay)
    };
    set_out(stage, agent, stand, path, Some(stay), false)?;
    Ok(Ok(()))
}

fn study(stage: &mut Stage, agent: AgentId, subject: &str, seconds: u32) -> Tried {
    if !good_length(seconds) {
        refuse!(Refusal::BadLength);
    }
    if !good_text(subject) {
        refuse!(Refusal::BadText);
    }
    let person = stage.look(agent)?;
    if person.body.posture == Posture::Away {
        refuse!(Refusal::Away);
    }
    let doing = Doing::Studying;
    let Some(place) = stage.map().place_of(person.body.tile) else {
        refuse!(Refusal::WrongPlace { doing })
    };
    let what = stage.map().place(place);
    if !spots::fits(doing, what.kind) {
        refuse!(Refusal::WrongPlace { doing });
    }
    if !what.is_open(stage.now()) {
        refuse!(Refusal::Closed { place });
    }
    let outcome = stay_here(stage, agent, place, Stay { doing, seconds })?;
    if outcome.is_ok() {
        stage.person(agent)?.activity.note = subject.to_owned();
    }
    Ok(outcome)
}

fn attend(stage: &mut Stage, agent: AgentId, what: Engagement) -> Tried {
    let now = stage.now();
    let person = stage.look(agent)?;
    let Some(commitment) = person
        .timetable
        .today
        .iter()
        .find(|c| c.what == what)
        .cloned()
    else {
        refuse!(Refusal::NotYours)
    };
    if person.timetable.settled.contains(&what) || now >= commitment.ends {
        refuse!(Refusal::Over);
    }
    if commitment.begins > now.plus(EARLY) {
        refuse!(Refusal::TooEarly {
            begins: commitment.begins
        });
    }
    if stage.map().place_of(person.body.tile) != Some(commitment.place) {
        refuse!(Refusal::NotThere {
            place: commitment.place
        });
    }
    let doing = match what {
        Engagement::Class(..) => Doing::InClass,
        Engagement::Teach(..) => Doing::Teaching,
        Engagement::Shift(_) => Doing::Working,
        Engagement::Event(_) | Engagement::Meeting(_) => Doing::AtEvent,
    };
    let stay = Stay {
        doing,
        seconds: commitment.ends.since(now),
    };
    if let Err(refusal) = stay_here(stage, agent, commitment.place, stay)? {
        refuse!(refusal);
    }
    let name = stage.names().engagement(what);
    let mut person = stage.person(agent)?;
    person.timetable.settled.push(what);
    person.activity.note = name;
    stage.invitations.came(agent, what, now, EARLY);
    note_coming(stage, agent, &commitment, now)?;
    Ok(Ok(()))
}

/// Notes whether somebody came in time.
fn note_coming(stage: &mut Stage, agent: AgentId, commitment: &Commitment, now: SimTime) -> Result {
    let late = now.since(commitment.begins);
    let what = commitment.what;
    let counts = matches!(
        commitment.what,
        Engagement::Class(..) | Engagement::Teach(..) | Engagement::Shift(_)
    );
    if let Engagement::Class(course, session) = commitment.what {
        stage.register.present.push((course, session, agent));
        stage.note(
            agent,
            if late > GRACE {
                SimEvent::Late {
                    what,
                    seconds: late,
                }
            } else {
                SimEvent::Attended { what }
            },
        )?;
    }
    if counts && late > GRACE {
        let breach = Breach::Lateness {
            what,
            seconds: late,
        };
        stage.note(agent, SimEvent::Violation { breach })?;
    }
    Ok(())
}

fn talk(
    stage: &mut Stage,
    agent: AgentId,
    with: AgentId,
    text: &str,
    loud: bool,
    speech: Speech,
) -> Tried {
    if with == agent || with.0 as usize >= stage.roster.len() {
        refuse!(Refusal::Nobody);
    }
    if !good_text(text) {
        refuse!(Refusal::BadText);
    }
    let (me, other) = (stage.look(agent)?, stage.look(with)?);
    if me.body.posture == Posture::Away {
        refuse!(Refusal::Away);
    }
    if !free_for_talk(me.activity.doing) {
        refuse!(Refusal::NotNow);
    }
    let (tile, theirs) = (me.body.tile, other.body.tile);
    let (my_talk, their_talk) = (me.activity.talk, other.activity.talk);
    if !free_for_talk(other.activity.doing) || my_talk.is_some() && their_talk != my_talk {
        refuse!(Refusal::PartnerBusy { who: with });
    }
    if !stage.hears(tile, theirs, loud || my_talk.is_some()) {
        if my_talk.is_some() {
            leave_talk(stage, agent)?;
        }
        refuse!(Refusal::OutOfEarshot { who: with });
    }
    let number = match (my_talk, their_talk) {
        (Some(number), _) => {
            if stage
                .talks
                .live
                .get(&number)
                .is_none_or(|t| t.next_speaker() != agent)
            {
                refuse!(Refusal::NotYourTurn);
            }
            number
        }
        (None, Some(number)) => {
            if stage
                .talks
                .live
                .get(&number)
                .is_none_or(|t| t.members.len() >= MOST_MEMBERS)
            {
                refuse!(Refusal::TalkFull);
            }
            join_talk(stage, agent, with, number)?;
            number
        }
        (None, None) => open_talk(stage, agent, with, loud)?,
    };
    say(stage, number, agent, with, text, loud, speech)?;
    Ok(Ok(()))
}

/// Lets somebody who does nothing else chat.
fn turn_to_talk(stage: &mut Stage, agent: AgentId, number: u32) -> Result {
    let mut person = stage.person(agent)?;
    person.activity.talk = Some(number);
    // Who waits for words (see `mind::converse`) chats until some time; who has come to talk chats
    // as long as the talk goes on.
    if matches!(person.activity.doing, Doing::Idle | Doing::Chatting) {
        stage.begin(agent, Doing::Chatting, None)?;
        stage.undecided.0.remove(&agent);
    }
    Ok(())
}

/// Opens a conversation and gives its number.
fn open_talk(stage: &mut Stage, agent: AgentId, with: AgentId, loud: bool) -> Result<u32> {
    let now = stage.now();
    let number = stage.talks.begun;
    stage.talks.begun += 1;
    let place = stage.map().place_of(stage.look(agent)?.body.tile);
    let talk = Talk {
        loud,
        ..Talk::new(agent, with, place, now)
    };
    stage.talks.live.insert(number, talk);
    stage.note(agent, SimEvent::TalkBegan { with, talk: number })?;
    for who in [agent, with] {
        turn_to_talk(stage, who, number)?;
    }
    Ok(number)
}

/// Joins a conversation.
fn join_talk(stage: &mut Stage, agent: AgentId, with: AgentId, number: u32) -> Result {
    if let Some(talk) = stage.talks.live.get_mut(&number) {
        talk.members.push(agent);
        if !talk.all.contains(&agent) {
            talk.all.push(agent);
        }
        talk.length = talk.length.saturating_add(3);
    }
    stage.note(agent, SimEvent::Joined { with, talk: number })?;
    turn_to_talk(stage, agent, number)
}

/// Adds a line to a conversation. Whoever was spoken to has the next turn, but for who was waited
/// for when another joined in.
fn say(
    stage: &mut Stage,
    number: u32,
    agent: AgentId,
    with: AgentId,
    text: &str,
    loud: bool,
    speech: Speech,
) -> Result {
    let now = stage.now();
    let words = text
        .split_whitespace()
        .count()
        .max(text.chars().count() / 6) as u32;
    let next_at = now.plus((words / 2).clamp(10, 20));
    if let Some(talk) = stage.talks.live.get_mut(&number) {
        talk.turn_to(if speech.act.is_some() {
            speech.topic
        } else {
            talk.topic
        });
        talk.lines.push(Line {
            speaker: agent,
            to: with,
            at: now,
            text: text.to_owned(),
            speech,
        });
        if talk.turn == agent || talk.waits.is_none() {
            talk.turn = with;
            talk.waits = None;
            talk.next_at = next_at;
        }
        talk.loud |= loud;
    }
    stage.agenda.put(next_at, Due::Line(number));
    let said = SimEvent::Said {
        with,
        talk: number,
        text: text.to_owned(),
    };
    stage.note(agent, said)?;
    let (mine, theirs) = (stage.look(agent)?.body.tile, stage.look(with)?.body.tile);
    let noise = stage
        .map()
        .place_of(mine)
        .map(|p| stage.map().place(p).noise);
    if noise == Some(Noise::Silent) || noise == Some(Noise::Quiet) && loud {
        let breach = Breach::Noise { to: with };
        stage.note(agent, SimEvent::Violation { breach })?;
    }
    for (who, here, there) in [(agent, mine, theirs), (with, theirs, mine)] {
        let mut person = stage.person(who)?;
        if person.body.posture == Posture::Standing && person.body.path.is_empty() {
            person.body.facing = crate::campus::Facing::towards(here, there);
        }
    }
    Ok(())
}

/// How far a gesture can be seen, in tiles.
const SIGHT: u32 = 6;

fn gesture_to(stage: &mut Stage, agent: AgentId, with: AgentId, gesture: Gesture) -> Tried {
    if with == agent || with.0 as usize >= stage.roster.len() {
        refuse!(Refusal::Nobody);
    }
    let (me, other) = (stage.look(agent)?, stage.look(with)?);
    if me.body.posture == Posture::Away {
        refuse!(Refusal::Away);
    }
    if other.body.posture == Posture::Away
        || matches!(other.activity.doing, Doing::Sleeping | Doing::Washing)
    {
        refuse!(Refusal::PartnerBusy { who: with });
    }
    let (tile, theirs) = (me.body.tile, other.body.tile);
    if tile.distance(theirs) > SIGHT || !stage.map().grid.sees(tile, theirs) {
        refuse!(Refusal::OutOfEarshot { who: with });
    }
    let now = stage.now();
    let warmth = if gesture == Gesture::Help { 0.04 } else { 0.01 };
    for who in [agent, with] {
        stage
            .person(who)?
            .needs
            .add(crate::campus::people::Need::Company, warmth, now);
    }
    Ok(Ok(()))
}

/// Whether somebody can turn to a screen now.
fn can_look_away(doing: Doing) -> bool {
    free_for_talk(doing)
}

fn post(stage: &mut Stage, agent: AgentId, text: &str) -> Tried {
    if !good_text(text) {
        refuse!(Refusal::BadText);
    }
    if !can_look_away(stage.look(agent)?.activity.doing) {
        refuse!(Refusal::NotNow);
    }
    counter::leave_queue(stage, agent)?;
    leave_talk(stage, agent)?;
    let now = stage.now();
    stage.feed.posts.add(crate::campus::Post {
        author: agent,
        at: now,
        text: text.to_owned(),
        tells: Vec::new(),
    });
    stage.begin(agent, Doing::OnPhone, Some(now.plus(MINUTE)))?;
    let text = text.to_owned();
    stage.note(agent, SimEvent::Posted { text })?;
    Ok(Ok(()))
}

fn search(stage: &mut Stage, agent: AgentId, query: &str) -> Tried {
    if !good_text(query) {
        refuse!(Refusal::BadText);
    }
    if !can_look_away(stage.look(agent)?.activity.doing) {
        refuse!(Refusal::NotNow);
    }
    counter::leave_queue(stage, agent)?;
    leave_talk(stage, agent)?;
    let found = look_up(stage, query);
    let until = stage.now().plus(2 * MINUTE);
    stage.begin(agent, Doing::OnPhone, Some(until))?;
    stage.person(agent)?.activity.note = found;
    Ok(Ok(()))
}

/// The first three courses, places, events and posts that hold a word of the query.
fn look_up(stage: &Stage, query: &str) -> String {
    let words: Vec<String> = query
        .to_lowercase()
        .split_whitespace()
        .filter(|w| w.len() > 2)
        .map(str::to_owned)
        .collect();
    let hit = |text: &str| {
        let text = text.to_lowercase();
        words.iter().any(|w| text.contains(w.as_str()))
    };
    let setting = &stage.setting.0;
    let courses = setting
        .term
        .courses
        .iter()
        .map(|c| format!("{} {}", c.code, c.title));
    let events = setting
        .events
        .iter()
        .map(|e| format!("{}, {}", e.title, e.begins));
    let places = stage.map().places.iter().map(|p| p.name.clone());
    let posts = recent_posts(&stage.feed).map(|p| p.text.clone());
    let found: Vec<String> = courses
        .chain(events)
        .chain(posts)
        .chain(places)
        .filter(|t| hit(t))
        .take(3)
        .collect();
    if found.is_empty() {
        format!("nothing found for {query}")
    } else {
        format!("found: {}", found.join("; "))
    }
}

fn schedule(
    stage: &mut Stage,
    agent: AgentId,
    with: AgentId,
    place: PlaceId,
    begins: SimTime,
    seconds: u32,
) -> Tried {
    let now = stage.now();
    if with == agent
        || with.0 as usize >= stage.roster.len()
        || place.0 as usize >= stage.map().places.len()
    {
        refuse!(Refusal::Nobody);
    }
    if !(10 * MINUTE..=4 * HOUR).contains(&seconds) {
        refuse!(Refusal::BadLength);
    }
    if begins <= now || begins.since(now) > 14 * DAY {
        refuse!(Refusal::BadTime);
    }
    let (me, other) = (stage.look(agent)?, stage.look(with)?);
    if me.body.posture == Posture::Away {
        refuse!(Refusal::Away);
    }
    if !free_for_talk(other.activity.doing) {
        refuse!(Refusal::PartnerBusy { who: with });
    }
    if !stage.hears(me.body.tile, other.body.tile, true) {
        refuse!(Refusal::OutOfEarshot { who: with });
    }
    let ends = begins.plus(seconds);
    if me.timetable.clashes(begins, ends) || other.timetable.clashes(begins, ends) {
        refuse!(Refusal::Clash);
    }
    for (who, whom) in [(agent, with), (with, agent)] {
        let meeting = Commitment {
            what: Engagement::Meeting(whom),
            place,
            begins,
            ends,
        };
        stage.person(who)?.timetable.enter(meeting, now.day());
    }
    let arranged = SimEvent::Arranged {
        with,
        at: place,
        begins,
    };
    stage.note(agent, arranged)?;
    Ok(Ok(()))
}
