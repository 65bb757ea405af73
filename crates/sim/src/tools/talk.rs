//! The `talk` tool, and how conversations begin and grow.

use super::{
    Breach, Due, Names, Observed, Possible, Reader, Refusal, SimEvent, Stage, ToolSchema,
    executor::good_text,
    tool::{ArgumentKind, Tool, Tried, need, object, refuse, unasked},
    walk::{free_for_talk, leave_talk},
};
use crate::campus::{
    Noise, Posture,
    people::Doing,
    talks::{Line, MOST_MEMBERS, Speech, Talk as Conversation},
};
use bevy::prelude::*;
use collegium_core::{i18n::Words, ids::AgentId};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::ops::RangeInclusive;

/// How long a line takes to say, in seconds.
const LINE: RangeInclusive<u32> = 10..=20;

/// A call to say a line to somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Talk {
    /// The person it is said to.
    pub with: AgentId,
    /// The words that are said.
    pub text: String,
    /// Whether it is said with a voice that carries.
    pub loud: bool,
}

impl Tool for Talk {
    const NAME: &'static str = "talk";

    fn schema() -> ToolSchema {
        ToolSchema {
            name: Self::NAME,
            purpose: "Say something to somebody in earshot",
            arguments: vec![
                need(
                    "with",
                    ArgumentKind::Person,
                    "the name of a person in earshot",
                ),
                need("text", ArgumentKind::Text, "what is said"),
                unasked("loud", ArgumentKind::Flag, "with a voice that carries"),
            ],
            who: "everybody",
            when: "awake, not in class, not on the way, and in a conversation only in one's turn"
                .into(),
            effects: format!(
                "opens, joins or continues a conversation of 2 to {MOST_MEMBERS} people; they \
                 remember it; too loud for the place is a violation"
            )
            .into(),
            duration: format!("{} to {} seconds a line", LINE.start(), LINE.end()).into(),
            refusals: &[
                "asleep",
                "away",
                "nobody",
                "out_of_earshot",
                "partner_busy",
                "talk_full",
                "not_now",
                "not_your_turn",
                "bad_text",
            ],
        }
    }

    fn offered(now: &Possible<'_>) -> bool {
        free_for_talk(now.doing)
    }

    fn read(call: &Reader<'_>) -> Result<Self, String> {
        Ok(Self {
            with: call.person("with")?,
            text: call.text("text")?,
            loud: call.flag("loud"),
        })
    }

    fn write(&self, names: &Names<'_>) -> Map<String, Value> {
        object(json!({"with": names.person(self.with), "text": self.text, "loud": self.loud}))
    }

    fn carry_out(&self, stage: &mut Stage, agent: AgentId, speech: Speech) -> Tried {
        let Self {
            with,
            ref text,
            loud,
        } = *self;
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
        let others = stage.talks.live.get(&number);
        let others = others.map_or(0, |talk| talk.members.len().saturating_sub(2));
        Ok(Ok(Observed::Heard {
            by: with,
            others: others as u16,
        }))
    }

    fn told(&self, words: &Words, names: &Names<'_>) -> String {
        words.say_with("call-talk", &[("name", names.person(self.with).into())])
    }
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
    let talk = Conversation {
        loud,
        ..Conversation::new(agent, with, place, now)
    };
    stage.talks.live.insert(number, talk);
    stage.note(agent, SimEvent::TalkBegan { with, talk: number })?;
    for who in [agent, with] {
        turn_to_talk(stage, who, number)?;
    }
    Ok(number)
}

/// Lets somebody join a conversation that has begun.
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
    stage.talks.says(text);
    let words = text
        .split_whitespace()
        .count()
        .max(text.chars().count() / 6) as u32;
    let next_at = now.plus((words / 2).clamp(*LINE.start(), *LINE.end()));
    if let Some(talk) = stage.talks.live.get_mut(&number) {
        talk.turn_to(if speech.act.is_some() {
            speech.topic
        } else {
            talk.topic
        });
        talk.note(agent, with, &speech);
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
