//! What a line of the built-in mind is for, and what it is about: rules that follow the talk.

use super::{speaker::Speaker, turn::turn};
use crate::{
    campus::{
        CampusMap,
        people::Doing,
        talks::{Line, SpeechAct, Talk, Topic},
    },
    mind::thinking::LineAsk,
};
use collegium_core::{dice::Stream, ids::AgentId, time::MINUTE};

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
    match follows(me, talk, last, roll) {
        Some((act, topic)) => LineAsk::new(with, act, topic),
        None => turn(me, with, talk, map, roll),
    }
}

/// What a line calls for that somebody else said last, and about what; none where `me` may say
/// whatever comes to mind.
fn follows(
    me: &Speaker<'_>,
    talk: &Talk,
    last: &Line,
    roll: &mut Stream,
) -> Option<(SpeechAct, Topic)> {
    let (topic, heard) = (last.speech.topic, last.speech.act);
    let spoken = talk.lines.iter().any(|l| l.speaker == me.agent);
    let stays = talk.on_topic < 4;
    Some(match heard {
        Some(SpeechAct::Introduce) if !spoken && is_new(me, last.speaker) => {
            (SpeechAct::Introduce, topic)
        }
        Some(SpeechAct::Greet | SpeechAct::Introduce) if !spoken => (SpeechAct::Answer, topic),
        Some(SpeechAct::Ask) if last.to == me.agent => (SpeechAct::Answer, topic),
        Some(SpeechAct::Apologise | SpeechAct::Thank) => (SpeechAct::React, Topic::Courtesy),
        Some(SpeechAct::Reply) => (to_a_reply(me, topic, roll), topic),
        // What weighs on somebody calls for comfort, from those who are courteous.
        Some(SpeechAct::Remember)
            if last.to == me.agent && weighs(me, &last.speech.tells, roll) =>
        {
            (SpeechAct::Comfort, topic)
        }
        Some(SpeechAct::Tell | SpeechAct::Remember | SpeechAct::Gossip) => {
            (SpeechAct::React, topic)
        }
        // Words of which only the words are known: a question is answered.
        None if last.to == me.agent && last.text.trim_end().ends_with(['?', '？']) => {
            (SpeechAct::Answer, Topic::Day)
        }
        Some(SpeechAct::Answer) if stays && topic != Topic::Day && roll.chance(0.65) => {
            (SpeechAct::React, topic)
        }
        // Whoever told something may add to it.
        Some(SpeechAct::React) if stays && told(me, talk, topic) && roll.chance(0.45) => {
            (SpeechAct::Answer, topic)
        }
        _ => return None,
    })
}

/// Whether `me` has never talked with somebody.
fn is_new(me: &Speaker<'_>, other: AgentId) -> bool {
    let known = me.social.known.get(&other);
    known.is_none_or(|known| known.talks == 0)
}

/// What follows the reply to an invitation: the courteous thank for a yes.
fn to_a_reply(me: &Speaker<'_>, topic: Topic, roll: &mut Stream) -> SpeechAct {
    let planned = |n: u32| {
        me.invitations
            .list
            .get(n)
            .is_some_and(|i| i.planned.is_some())
    };
    let yes = matches!(topic, Topic::Invitation(n) if planned(n));
    let courteous = roll.chance(0.3 + 0.4 * me.persona.traits.courtesy);
    if yes && courteous {
        SpeechAct::Thank
    } else {
        SpeechAct::React
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
