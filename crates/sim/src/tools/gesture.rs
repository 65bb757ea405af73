//! The `gesture` tool.

use super::{
    Names, Observed, Reader, Refusal, Stage, ToolSchema,
    tool::{ArgumentKind, Tool, Tried, need, object, refuse},
};
use crate::campus::{
    Posture,
    people::{Doing, Need},
    talks::Speech,
};
use bevy::prelude::*;
use collegium_core::{i18n::Words, ids::AgentId, named};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

named! {
    /// A gesture: what is said without words, or in one.
    Gesture {
        /// Greets the other.
        Wave = "wave",
        /// Asks for help with what one is stuck in.
        AskHelp = "ask_help",
        /// Helps the other.
        Help = "help",
        /// Thanks the other.
        Thank = "thank",
        /// Says sorry to the other.
        Apologise = "apologise",
    }
}

fn gestures() -> Vec<&'static str> {
    Gesture::ALL.iter().map(|gesture| gesture.word()).collect()
}

/// How far a gesture can be seen, in tiles.
const SIGHT: u32 = 6;

/// A call to make a gesture to somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sign {
    /// The person it is made to.
    pub with: AgentId,
    /// What is shown without words.
    pub gesture: Gesture,
}

impl Tool for Sign {
    const NAME: &'static str = "gesture";

    fn schema() -> ToolSchema {
        ToolSchema {
            name: Self::NAME,
            purpose: "Greet, thank, help or say sorry to somebody in sight, without a conversation",
            arguments: vec![
                need("with", ArgumentKind::Person, "the name of a person nearby"),
                need("gesture", ArgumentKind::Word(gestures), "which"),
            ],
            who: "everybody",
            when: format!("awake, within {SIGHT} tiles and in sight").into(),
            effects: "the other notices it; help and returned greetings bring people closer".into(),
            duration: "none".into(),
            refusals: &["asleep", "away", "nobody", "out_of_earshot", "partner_busy"],
        }
    }

    fn read(call: &Reader<'_>) -> Result<Self, String> {
        Ok(Self {
            with: call.person("with")?,
            gesture: Gesture::parse(&call.word("gesture")?)?,
        })
    }

    fn write(&self, names: &Names<'_>) -> Map<String, Value> {
        object(json!({"with": names.person(self.with), "gesture": self.gesture.word()}))
    }

    fn carry_out(&self, stage: &mut Stage, agent: AgentId, _: Speech) -> Tried {
        let Self { with, gesture } = *self;
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
            stage.person(who)?.needs.add(Need::Company, warmth, now);
        }
        Ok(Ok(Observed::Done))
    }

    fn told(&self, words: &Words, names: &Names<'_>) -> String {
        let values = [
            ("name", names.person(self.with).into()),
            ("what", words.label("gesture", self.gesture.word()).into()),
        ];
        words.say_with("call-gesture", &values)
    }
}
