//! What a line of the built-in mind is for, and what it is about: rules that follow the talk.

use super::{speaker::Speaker, turn::turn};
use crate::{
    campus::{
        CampusMap,
        people::Doing,
        talks::{SpeechAct, Talk, Topic},
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
