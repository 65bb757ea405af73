//! What a line of the built-in mind is for, and what it is about: rules that follow the talk.

use crate::{
    campus::{
        CampusMap, PlaceKind,
        commitments::commitments,
        invitations::{Cause, Occasion},
        people::{Doing, Relation, Role},
        talks::{SpeechAct, Talk, Topic},
    },
    mind::{talk::speech::speaker::Speaker, thinking::LineAsk},
    social::{FactKind, Source},
};
use collegium_core::{
    dice::{Draw, Stream},
    ids::AgentId,
    time::{DAY, HOUR, MINUTE, SimTime},
};

/// For how long a talk goes on at most, in seconds.
const LONGEST: u32 = 12 * MINUTE;

/// What the next line of `me` to `with` is for. `talk` is the one they are in, or that `me` joins;
/// none when this line opens one.
pub fn choose(
    me: &Speaker<'_>,
    with: AgentId,
    talk: Option<&Talk>,
    map: &CampusMap,
    roll: &mut Stream,
) -> LineAsk {
    let Some(talk) = talk else {
        return greet(me, with, roll);
    };
    let spoken = talk.lines.iter().any(|l| l.speaker == me.agent);
    if !talk.members.contains(&me.agent) {
        return greet(me, with, roll);
    }
    if let Some(number) = me.invitations.pending(with, me.agent, me.now) {
        let topic = Topic::Invitation(number);
        return LineAsk {
            invitation: Some(number),
            ..LineAsk::new(with, SpeechAct::Reply, topic)
        };
    }
    let over =
        talk.lines.len() + 1 >= usize::from(talk.length) || me.now.since(talk.began) > LONGEST;
    if talk.leaving.contains(&me.agent) || over {
        return LineAsk::new(with, SpeechAct::Part, Topic::Day);
    }
    let Some(last) = talk.lines.iter().rev().find(|l| l.speaker != me.agent) else {
        return greet(me, with, roll);
    };
    let (topic, heard) = (last.speech.topic, last.speech.act);
    let stays = talk.on_topic < 4;
    match heard {
        Some(SpeechAct::Introduce)
            if !spoken
                && me
                    .social
                    .known
                    .get(&last.speaker)
                    .is_none_or(|k| k.talks == 0) =>
        {
            LineAsk::new(with, SpeechAct::Introduce, topic)
        }
        Some(SpeechAct::Greet | SpeechAct::Introduce) if !spoken => {
            LineAsk::new(with, SpeechAct::Answer, topic)
        }
        Some(SpeechAct::Ask) if last.to == me.agent => LineAsk::new(with, SpeechAct::Answer, topic),
        Some(SpeechAct::Apologise | SpeechAct::Thank) => {
            LineAsk::new(with, SpeechAct::React, Topic::Courtesy)
        }
        Some(SpeechAct::Reply) => {
            let planned = |n: u32| {
                me.invitations
                    .list
                    .get(n)
                    .is_some_and(|i| i.planned.is_some())
            };
            let yes = matches!(topic, Topic::Invitation(n) if planned(n));
            let courteous = roll.chance(0.3 + 0.4 * me.persona.traits.courtesy);
            let act = if yes && courteous {
                SpeechAct::Thank
            } else {
                SpeechAct::React
            };
            LineAsk::new(with, act, topic)
        }
        // What weighs on somebody calls for comfort, from those who are courteous.
        Some(SpeechAct::Remember)
            if last.to == me.agent && weighs(me, &last.speech.tells, roll) =>
        {
            LineAsk::new(with, SpeechAct::Comfort, topic)
        }
        Some(SpeechAct::Tell | SpeechAct::Remember | SpeechAct::Gossip) => {
            LineAsk::new(with, SpeechAct::React, topic)
        }
        // Words of which only the words are known: a question is answered.
        None if last.to == me.agent && last.text.trim_end().ends_with(['?', '？']) => {
            LineAsk::new(with, SpeechAct::Answer, Topic::Day)
        }
        Some(SpeechAct::Answer) if stays && topic != Topic::Day && roll.chance(0.65) => {
            LineAsk::new(with, SpeechAct::React, topic)
        }
        // Whoever told something may add to it.
        Some(SpeechAct::React) if stays && told(me, talk, topic) && roll.chance(0.45) => {
            LineAsk::new(with, SpeechAct::Answer, topic)
        }
        _ => turn(me, with, talk, map, roll),
    }
}

/// Whether it was `me` who told what the talk is about.
fn told(me: &Speaker<'_>, talk: &Talk, topic: Topic) -> bool {
    match topic {
        Topic::Memory(who) => who == me.agent,
        Topic::Fact(_) => talk.lines.iter().any(|l| {
            l.speaker == me.agent
                && l.speech.topic == topic
                && l.speech.act == Some(SpeechAct::Tell)
        }),
        _ => false,
    }
}

/// Whether something told of somebody's life weighs so much that `me` comforts.
fn weighs(me: &Speaker<'_>, told: &[u32], roll: &mut Stream) -> bool {
    let grave = told
        .iter()
        .any(|f| me.ledger.fact(*f).is_some_and(|f| f.importance >= 7));
    grave && roll.chance(0.6 * me.persona.traits.courtesy)
}

/// The first line to somebody: a greeting, with what their last talk was about where that is worth
/// asking after.
fn greet(me: &Speaker<'_>, with: AgentId, roll: &mut Stream) -> LineAsk {
    let Some(known) = me.social.known.get(&with) else {
        return LineAsk::new(with, SpeechAct::Introduce, Topic::Day);
    };
    let asked_after = known.topics.iter().copied().find(|t| match t {
        Topic::Course(_) | Topic::Event(_) | Topic::Person(_) => true,
        Topic::Task(who) | Topic::Goal(who, _) | Topic::Memory(who) => *who == with,
        _ => false,
    });
    let topic = match asked_after {
        Some(topic) if roll.chance(0.55) => topic,
        // What is asked after here is the food, the queue, the work.
        _ if matches!(
            me.doing,
            Doing::Eating | Doing::Coffee | Doing::Queueing | Doing::Studying | Doing::Working
        ) && roll.chance(0.6) =>
        {
            Topic::Here
        }
        _ => Topic::Day,
    };
    LineAsk::new(with, SpeechAct::Greet, topic)
}

/// Turns to something new.
fn turn(
    me: &Speaker<'_>,
    with: AgentId,
    talk: &Talk,
    map: &CampusMap,
    roll: &mut Stream,
) -> LineAsk {
    let lately = me.social.known.get(&with).map_or(&[][..], |k| &k.topics);
    let fresh = |t: Topic| t != talk.topic && !talk.topics.contains(&t) && !lately.contains(&t);
    let mut best: Option<(f32, LineAsk)> = None;
    let mut offer = |weight: f32, ask: LineAsk, roll: &mut Stream| {
        let weight = weight * (0.35 + roll.unit());
        if weight > 0.0 && best.as_ref().is_none_or(|(w, _)| weight > *w) {
            best = Some((weight, ask));
        }
    };
    let closeness = me.social.closeness(with);
    let other = me.names.persona(with);
    if let Some((weight, ask)) = invite(me, with, map, roll) {
        offer(weight, ask, roll);
    }
    if let Some((weight, number)) = best_fact(me, with, talk, roll) {
        let gossip = me
            .ledger
            .fact(number)
            .is_some_and(|f| f.who.is_some_and(|w| w != me.agent));
        let ask = match me
            .ledger
            .fact(number)
            .and_then(|f| f.who)
            .filter(|_| gossip)
        {
            Some(who) => LineAsk::new(with, SpeechAct::Gossip, Topic::Person(who)),
            None => LineAsk::new(with, SpeechAct::Tell, Topic::Fact(number)),
        };
        offer(
            weight,
            LineAsk {
                tells: vec![number],
                ..ask
            },
            roll,
        );
    }
    for (number, course) in me.names.scenario.term.courses.iter().enumerate() {
        let takes = |who: AgentId| course.students.contains(&who) || course.teacher == Some(who);
        let topic = Topic::Course(number as u16);
        if takes(me.agent) && takes(with) && fresh(topic) {
            offer(0.75, LineAsk::new(with, SpeechAct::Ask, topic), roll);
        }
    }
    for (number, event) in me.names.scenario.events.iter().enumerate() {
        let soon = event.begins > me.now && event.begins.since(me.now) < 36 * HOUR;
        let open = !event.hidden
            && other.is_some_and(|p| event.invites(&p.group))
            && event.invites(&me.persona.group);
        let topic = Topic::Event(number as u16);
        if soon && open && fresh(topic) {
            offer(0.6, LineAsk::new(with, SpeechAct::Ask, topic), roll);
        }
    }
    let memory = Topic::Memory(me.agent);
    if fresh(memory) {
        offer(
            0.6 + 0.05 * closeness,
            LineAsk::new(with, SpeechAct::Remember, memory),
            roll,
        );
    }
    let theirs = other.is_some_and(|p| !p.task.is_empty()) && closeness > 1.5;
    let simple = [
        (0.65, theirs, SpeechAct::Ask, Topic::Task(with)),
        (
            0.5,
            !me.persona.task.is_empty(),
            SpeechAct::Tell,
            Topic::Task(me.agent),
        ),
        (
            0.45,
            !me.persona.goals.is_empty(),
            SpeechAct::Tell,
            Topic::Goal(me.agent, roll.index(me.persona.goals.len()) as u8),
        ),
        (
            0.4,
            other.is_some_and(|p| !p.goals.is_empty()),
            SpeechAct::Ask,
            Topic::Goal(with, 0),
        ),
        (
            0.5,
            true,
            if roll.chance(0.6) {
                SpeechAct::Ask
            } else {
                SpeechAct::Tell
            },
            Topic::Plans,
        ),
        (
            0.5,
            me.place.is_some(),
            if roll.chance(0.5) {
                SpeechAct::Ask
            } else {
                SpeechAct::Tell
            },
            Topic::Here,
        ),
    ];
    for (weight, possible, act, topic) in simple {
        if possible && fresh(topic) {
            offer(weight, LineAsk::new(with, act, topic), roll);
        }
    }
    if let Some(who) = common(me, with, talk, roll).filter(|w| fresh(Topic::Person(*w))) {
        offer(
            0.45,
            LineAsk::new(with, SpeechAct::Ask, Topic::Person(who)),
            roll,
        );
    }
    best.map_or_else(
        || LineAsk::new(with, SpeechAct::Part, Topic::Day),
        |(_, ask)| ask,
    )
}

/// Somebody whom both know and who takes no part in the talk.
fn common(me: &Speaker<'_>, with: AgentId, talk: &Talk, roll: &mut Stream) -> Option<AgentId> {
    let other = me.names.persona(with)?;
    let both: Vec<AgentId> = me
        .social
        .known
        .iter()
        .filter(|(who, k)| {
            !talk.members.contains(who)
                && k.closeness >= 2.0
                && (other.relationships.iter().any(|r| r.with == **who)
                    || me
                        .names
                        .persona(**who)
                        .is_some_and(|p| p.group == other.group))
        })
        .map(|(who, _)| *who)
        .collect();
    roll.pick(&both).copied()
}

/// The facts that somebody could tell to another, with how much they wish to, best first.
pub fn tellable(me: &Speaker<'_>, with: AgentId, talk: Option<&Talk>) -> Vec<(f32, u32)> {
    let closeness = me.social.closeness(with);
    let traits = &me.persona.traits;
    let mut all: Vec<(f32, u32)> = Vec::new();
    for number in me.ledger.known_to(me.agent) {
        let Some(fact) = me.ledger.fact(number).filter(|f| f.until > me.now) else {
            continue;
        };
        let told = |l: &crate::campus::talks::Line| l.speech.tells.contains(&number);
        let here = fact
            .who
            .is_some_and(|w| w != me.agent && talk.is_some_and(|t| t.members.contains(&w)));
        if me.social.knows_that_knows(with, number) || here || fact.who == Some(with) {
            continue;
        }
        if talk.is_some_and(|t| t.lines.iter().any(told)) {
            continue;
        }
        let matters = f32::from(fact.importance) / 10.0;
        let weight = match (fact.kind, fact.who) {
            (FactKind::Planted | FactKind::Event, _) => {
                // Not everybody cares for everything: some pass a thing on to whomever they meet,
                // most now and then.
                let mut cares =
                    me.dice
                        .stream(me.agent.0, Draw::Taste, u64::from(number) | 1 << 59);
                let source = me.ledger.source_of(me.agent, number);
                let care = if source == Some(Source::Planted) {
                    1.0
                } else {
                    0.05 + 0.9 * cares.unit() * cares.unit()
                };
                (0.2 + 0.65 * matters) * care
            }
            (FactKind::Invitation, Some(host)) if host == me.agent => 0.0,
            (FactKind::Invitation, _) => 0.35,
            // One's own life is told in `SpeechAct::Remember`; of one's own misdeeds nobody boasts.
            (_, Some(who)) if who == me.agent => 0.0,
            (FactKind::News, _) => {
                (0.4 + matters) * (1.4 - traits.courtesy) * (0.5 + 0.1 * closeness)
            }
            // What somebody told of their own life is passed on seldom, the graver the less.
            (FactKind::Personal, _) if closeness < 4.0 => 0.0,
            (FactKind::Personal, _) => 1.2 * (1.3 - traits.courtesy) * (1.0 - 0.6 * matters),
        };
        if weight > 0.0 {
            all.push((weight * (0.5 + 0.7 * traits.sociability), number));
        }
    }
    all.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    all.truncate(6);
    all
}

fn best_fact(
    me: &Speaker<'_>,
    with: AgentId,
    talk: &Talk,
    roll: &mut Stream,
) -> Option<(f32, u32)> {
    let all = tellable(me, with, Some(talk));
    let noisy = all
        .into_iter()
        .map(|(weight, fact)| (weight * (0.4 + roll.unit()), weight, fact));
    noisy
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, weight, fact)| (weight, fact))
}

/// What somebody would invite another to, and how much they wish to.
fn invite(
    me: &Speaker<'_>,
    with: AgentId,
    map: &CampusMap,
    roll: &mut Stream,
) -> Option<(f32, LineAsk)> {
    let scenario = me.names.scenario;
    let other = me.names.persona(with)?;
    for (number, event) in scenario.events.iter().enumerate() {
        let to = Occasion::Event(number as u16);
        let hosts = event.hidden && event.hosts.contains(&me.agent) && event.invites(&other.group);
        if hosts
            && event.begins > me.now
            && !event.hosts.contains(&with)
            && !me.invitations.knows_of(with, &to)
        {
            let tells = event_fact(me, number as u16).into_iter().collect();
            let ask = LineAsk::new(with, SpeechAct::Invite, Topic::Event(number as u16));
            return Some((
                0.35,
                LineAsk {
                    occasion: Some(to),
                    tells,
                    ..ask
                },
            ));
        }
    }
    let traits = &me.persona.traits;
    let closeness = me.social.closeness(with);
    let known = me.social.known.get(&with)?;
    if known.kind == Relation::Rival || me.now.hour() > 21.5 {
        return None;
    }
    if let Some(to) = me
        .invitations
        .hosted(me.agent, me.now)
        .filter(|to| !me.invitations.knows_of(with, to))
    {
        let shared = match to {
            Occasion::Gathering {
                course: Some(c), ..
            } => scenario
                .term
                .courses
                .get(usize::from(c))
                .is_some_and(|c| c.students.contains(&with)),
            _ => closeness >= 2.5,
        };
        if shared {
            return Some((0.7 + 0.5 * traits.sociability, asked(with, to)));
        }
    }
    if !roll.chance(0.12 + 0.25 * traits.sociability) || closeness < 2.5 {
        return None;
    }
    let shared: Vec<u16> = (0..scenario.term.courses.len())
        .filter(|c| {
            let students = &scenario.term.courses[*c].students;
            students.contains(&me.agent) && students.contains(&with)
        })
        .map(|c| c as u16)
        .collect();
    let students = me.persona.role == Role::Student && other.role == Role::Student;
    let (cause, course) = match roll.pick(&shared) {
        Some(course) if students && roll.chance(0.25 + 0.4 * traits.diligence) => {
            (Cause::Study, Some(*course))
        }
        _ => (
            *roll.pick(&[Cause::Meal, Cause::Coffee, Cause::Walk, Cause::Play])?,
            None,
        ),
    };
    let to = gathering(me, cause, course, map, roll)?;
    Some((0.35 + 0.06 * closeness, asked(with, to)))
}

/// The line that invites to something of one's own.
fn asked(with: AgentId, to: Occasion) -> LineAsk {
    let (act, topic) = match to {
        Occasion::Gathering {
            course: Some(course),
            ..
        } => (SpeechAct::Arrange, Topic::Course(course)),
        _ => (SpeechAct::Invite, Topic::Plans),
    };
    LineAsk {
        occasion: Some(to),
        ..LineAsk::new(with, act, topic)
    }
}

/// The fact by which an event is known to somebody.
fn event_fact(me: &Speaker<'_>, event: u16) -> Option<u32> {
    let about = |n: &u32| {
        me.ledger
            .fact(*n)
            .is_some_and(|f| f.event(me.names.scenario) == Some(event))
    };
    me.ledger.known_to(me.agent).find(about)
}

/// A time and a place for something of one's own, where one is free and the place is open.
fn gathering(
    me: &Speaker<'_>,
    cause: Cause,
    course: Option<u16>,
    map: &CampusMap,
    roll: &mut Stream,
) -> Option<Occasion> {
    let (kinds, hours, seconds): (&[PlaceKind], &[u32], u32) = match cause {
        Cause::Meal => (&[PlaceKind::Cafeteria], &[18, 12], 45 * MINUTE),
        Cause::Coffee => (&[PlaceKind::Cafe], &[10, 15, 16], 40 * MINUTE),
        Cause::Walk => (
            &[PlaceKind::Lawn, PlaceKind::Plaza],
            &[17, 18, 12],
            40 * MINUTE,
        ),
        Cause::Play => (
            &[PlaceKind::MusicRoom, PlaceKind::CommonRoom],
            &[19, 20],
            HOUR,
        ),
        Cause::Study => (
            &[PlaceKind::CommonRoom, PlaceKind::Library],
            &[16, 19, 15, 20],
            75 * MINUTE,
        ),
    };
    let midnight = me.now.minus(me.now.of_day());
    let times: Vec<SimTime> = (0..2)
        .flat_map(|day| {
            hours
                .iter()
                .map(move |h| midnight.plus(day * DAY + h * HOUR + 15 * MINUTE))
        })
        .filter(|t| *t > me.now.plus(75 * MINUTE) && free(me, *t, t.plus(seconds)))
        .collect();
    let begins = *roll.pick(&times)?;
    let open = |p: &collegium_core::ids::PlaceId| {
        map.place(*p).is_open(begins)
            && map
                .place(*p)
                .is_open(begins.plus(seconds.saturating_sub(MINUTE)))
    };
    let places: Vec<_> = kinds
        .iter()
        .flat_map(|kind| map.of_kind(*kind))
        .filter(open)
        .collect();
    Some(Occasion::Gathering {
        cause,
        course,
        place: *roll.pick(&places)?,
        begins,
        seconds,
    })
}

/// Whether somebody has nothing else between two moments, on whichever day.
fn free(me: &Speaker<'_>, begins: SimTime, ends: SimTime) -> bool {
    let day = begins.day();
    let later = || commitments(me.agent, me.persona, me.timetable, me.names.scenario, day);
    !me.timetable.clashes(begins, ends)
        && (day == me.now.day() || later().iter().all(|c| c.ends <= begins || ends <= c.begins))
}

/// Whether somebody says yes to an invitation; none where they have something else then, or there
/// is no such invitation.
pub fn accepts(me: &Speaker<'_>, number: u32) -> Option<bool> {
    let invitation = me.invitations.list.get(number)?;
    let goes_anyway =
        matches!(invitation.to, Occasion::Event(e) if me.timetable.events.contains(&e));
    if goes_anyway {
        return Some(true);
    }
    if !free(me, invitation.begins, invitation.ends) {
        return None;
    }
    let traits = &me.persona.traits;
    let known = me.social.known.get(&invitation.host);
    if known.is_some_and(|k| k.kind == Relation::Rival) {
        return Some(false);
    }
    let base = match invitation.to {
        Occasion::Event(_) => 0.35,
        Occasion::Gathering {
            cause: Cause::Study,
            ..
        } => 0.2 + 0.35 * traits.diligence,
        Occasion::Gathering { .. } => 0.25,
    };
    let mut roll = me
        .dice
        .stream(me.agent.0, Draw::Taste, u64::from(number) | 1 << 60);
    Some(roll.chance(base + 0.3 * traits.sociability + 0.035 * known.map_or(0.0, |k| k.closeness)))
}
