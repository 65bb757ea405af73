//! The `move` tool.

use super::{
    Names, Observed, Reader, Refusal, Stage, ToolSchema,
    spots::{self, Stand},
    tool::{ArgumentKind, Lasts, STAY, There, Tool, Tried, may, need, object, refuse, unasked},
    walk::{PACE, set_out},
};
use crate::campus::{
    PlaceKind, Posture,
    people::{Doing, Stay},
    talks::Speech,
};
use bevy::prelude::*;
use collegium_core::{
    i18n::Words,
    ids::{AgentId, PlaceId},
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// Where a walk goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Destination {
    /// Any spot of a place that suits what is done there.
    Place(PlaceId),
    /// Beside a person, wherever they are.
    Person(AgentId),
}

/// What can be done at the end of a walk.
pub const STAYS: [Doing; 9] = [
    Doing::Sleeping,
    Doing::Washing,
    Doing::Eating,
    Doing::Coffee,
    Doing::Exercising,
    Doing::Playing,
    Doing::Resting,
    Doing::Browsing,
    Doing::Waiting,
];

/// The word for doing nothing at the end of a walk.
const NOTHING: &str = "none";

fn activities() -> Vec<&'static str> {
    let stays = STAYS.iter().map(|doing| doing.word());
    std::iter::once(NOTHING).chain(stays).collect()
}

/// A call to walk somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// The place or the person to walk to.
    pub to: Destination,
    /// What is done there.
    pub then: Option<Stay>,
    /// Whether to go half as fast again as at a walk.
    pub hurry: bool,
}

impl Tool for Move {
    const NAME: &'static str = "move";

    fn schema() -> ToolSchema {
        ToolSchema {
            name: Self::NAME,
            purpose: "Walk to a place or a person and, if wanted, stay there doing something",
            arguments: vec![
                need(
                    "to",
                    ArgumentKind::PlaceOrPerson,
                    "the name of a place or person",
                ),
                may(
                    "activity",
                    ArgumentKind::Word(activities),
                    "what is done there",
                ),
                may("minutes", ArgumentKind::Minutes(STAY), "for how long"),
                unasked("hurry", ArgumentKind::Flag, "half as fast again"),
            ],
            who: "everybody",
            when: "awake".into(),
            effects:
                "holds a free spot, walks there, then does the activity; meals and drinks come \
                      out of the bag"
                    .into(),
            duration: format!(
                "{} tiles in ten seconds, {} in a hurry; then the minutes",
                PACE[0], PACE[1]
            )
            .into(),
            refusals: &[
                "asleep",
                "bad_length",
                "closed",
                "full",
                "no_free_spot",
                "no_way",
                "wrong_place",
                "not_your_room",
                "nobody",
                "nothing_to_eat",
            ],
        }
    }

    fn read(call: &Reader<'_>) -> Result<Self, String> {
        let to = call.destination("to")?;
        let activity = call.optional("activity").unwrap_or_default();
        let then = match activity.as_str() {
            "" | NOTHING => None,
            word => Some(Stay {
                doing: Doing::parse(&word.replace(' ', "_"))?,
                seconds: call.minutes("minutes", STAY)?,
            }),
        };
        let hurry = call.flag("hurry");
        Ok(Self { to, then, hurry })
    }

    fn write(&self, names: &Names<'_>) -> Map<String, Value> {
        let to = match self.to {
            Destination::Place(place) => names.place(place),
            Destination::Person(agent) => names.person(agent),
        };
        let mut call = object(json!({"to": to, "hurry": self.hurry}));
        if let Some(stay) = self.then {
            call.insert("activity".to_owned(), stay.doing.word().into());
            call.insert("minutes".to_owned(), (stay.seconds / 60).into());
        }
        call
    }

    fn carry_out(&self, stage: &mut Stage, agent: AgentId, _: Speech) -> Tried {
        let Self { to, then, hurry } = *self;
        if then.is_some_and(|stay| !STAY.holds(stay.seconds)) {
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
                let nearest =
                    beside.min_by_key(|t| (tile.x.abs_diff(t.x) + tile.y.abs_diff(t.y), *t));
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
            let known = STAYS.contains(&stay.doing) || stay.doing == Doing::InTown;
            if !known || place.is_some_and(|p| !spots::fits(stay.doing, stage.map().place(p).kind))
            {
                refuse!(Refusal::WrongPlace { doing: stay.doing });
            }
            let hungry = matches!(stay.doing, Doing::Eating | Doing::Coffee);
            if hungry
                && !stage
                    .look(agent)?
                    .bag
                    .items()
                    .any(|i| i.nourishment() > 0.0)
            {
                refuse!(Refusal::NothingToEat);
            }
        }
        let turn = agent.0 ^ (stage.clock.tick as u32 & 3);
        let Some(path) = stage.map().path(tile, stand.tile(), turn) else {
            refuse!(Refusal::NoWay)
        };
        let there = place.map_or(0, |p| stage.occupancy.people[p.0 as usize]);
        let tiles = path.len() as u32;
        stage.count_in(agent, place)?;
        set_out(stage, agent, stand, path, then, hurry)?;
        Ok(Ok(Observed::OnTheWay {
            place,
            seconds: tiles * 10 / PACE[usize::from(hurry)],
            there: u16::try_from(there).unwrap_or(u16::MAX),
        }))
    }

    fn lasts(&self) -> Lasts<'_> {
        let there = match self.to {
            Destination::Place(place) => There::Place(place),
            Destination::Person(_) => There::WalkEnd,
        };
        self.then.map_or(Lasts::Not, |stay| Lasts::Stay {
            stay,
            there,
            subject: "",
        })
    }

    fn told(&self, words: &Words, names: &Names<'_>) -> String {
        let to = match self.to {
            Destination::Place(place) => names.place(place),
            Destination::Person(agent) => names.person(agent),
        };
        let Some(stay) = self.then else {
            return words.say_with("call-move", &[("place", to.into())]);
        };
        let values = [
            ("place", to.into()),
            ("doing", words.label("doing", stay.doing.word()).into()),
            ("minutes", (stay.seconds / 60).into()),
        ];
        words.say_with("call-move-and-stay", &values)
    }
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
    Ok(Ok(Observed::Done))
}
