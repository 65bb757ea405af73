//! The `schedule` tool.

use super::{
    AHEAD, Names, Observed, Reader, Refusal, SimEvent, Stage, ToolSchema, tell,
    tool::{ArgumentKind, GATHERING, Tool, Tried, need, object, refuse},
    walk::free_for_talk,
};
use crate::campus::{
    Posture,
    people::{Commitment, Engagement},
    talks::Speech,
};
use bevy::prelude::*;
use collegium_core::{
    i18n::Words,
    ids::{AgentId, PlaceId},
    time::{DAY, SimTime},
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// A call to arrange a meeting with somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// The person to meet.
    pub with: AgentId,
    /// The place where to meet.
    pub place: PlaceId,
    /// When the meeting begins.
    pub begins: SimTime,
    /// How long it lasts, in seconds.
    pub seconds: u32,
}

impl Tool for Schedule {
    const NAME: &'static str = "schedule";

    fn schema() -> ToolSchema {
        ToolSchema {
            name: Self::NAME,
            purpose: "Arrange to meet somebody in earshot",
            arguments: vec![
                need(
                    "with",
                    ArgumentKind::Person,
                    "the name of a person in earshot",
                ),
                need("place", ArgumentKind::Place, "where to meet"),
                need("begins", ArgumentKind::Moment, "when"),
                need("minutes", ArgumentKind::Minutes(GATHERING), "for how long"),
            ],
            who: "everybody",
            when: format!(
                "within {} days, where neither has something else",
                AHEAD / DAY
            )
            .into(),
            effects: "both have the meeting in their timetables".into(),
            duration: "none".into(),
            refusals: &[
                "asleep",
                "away",
                "nobody",
                "out_of_earshot",
                "partner_busy",
                "bad_time",
                "bad_length",
                "clash",
            ],
        }
    }

    fn read(call: &Reader<'_>) -> Result<Self, String> {
        Ok(Self {
            with: call.person("with")?,
            place: call.place("place")?,
            begins: call.moment("begins")?,
            seconds: call.minutes("minutes", GATHERING)?,
        })
    }

    fn write(&self, names: &Names<'_>) -> Map<String, Value> {
        object(json!({
            "with": names.person(self.with), "place": names.place(self.place),
            "begins": self.begins.to_string(), "minutes": self.seconds / 60,
        }))
    }

    fn carry_out(&self, stage: &mut Stage, agent: AgentId, _: Speech) -> Tried {
        let Self {
            with,
            place,
            begins,
            seconds,
        } = *self;
        let now = stage.now();
        if with == agent
            || with.0 as usize >= stage.roster.len()
            || place.0 as usize >= stage.map().places.len()
        {
            refuse!(Refusal::Nobody);
        }
        if !GATHERING.holds(seconds) {
            refuse!(Refusal::BadLength);
        }
        if begins <= now || begins.since(now) > AHEAD {
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
        Ok(Ok(Observed::Entered(begins)))
    }

    fn told(&self, words: &Words, names: &Names<'_>) -> String {
        let values = [
            ("name", names.person(self.with).into()),
            ("time", tell::day_and_time(words, self.begins).into()),
            ("place", names.place(self.place).into()),
        ];
        words.say_with("call-schedule", &values)
    }
}
