//! Choosing a spot: which chair, desk, bed or free bit of floor somebody takes.

use super::{
    Observed, Refusal, Stage,
    tool::{Tried, refuse},
    walk::set_out,
};
use crate::campus::{
    PlaceKind, SpotId, SpotKind, Tile,
    people::{Doing, Stay, places_for},
};
use bevy::prelude::*;
use collegium_core::{
    dice::Draw,
    ids::{AgentId, PlaceId},
};

/// Which of the free spots somebody takes.
const SPOT: Draw = Draw::of("tools: which spot");
/// Which tile somebody stands on who takes no spot.
const FLOOR: Draw = Draw::of("tools: which bit of floor");

/// Where somebody will be: on a spot, or on their feet on a tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// On a spot, and the spot's tile.
    Spot(SpotId, Tile),
    /// On a tile that has no spot.
    Floor(Tile),
}

impl Stand {
    /// The tile to walk to, whether it has a spot or not.
    pub const fn tile(self) -> Tile {
        match self {
            Stand::Spot(_, tile) | Stand::Floor(tile) => tile,
        }
    }
}

/// The kinds of spot an activity takes, best first, and whether it needs one of them.
const fn wanted(doing: Doing) -> (&'static [SpotKind], bool) {
    match doing {
        Doing::Sleeping => (&[SpotKind::Bed], true),
        Doing::Washing => (&[SpotKind::Wash], true),
        Doing::Exercising | Doing::Playing => (&[SpotKind::Play], true),
        Doing::Studying | Doing::InClass => (&[SpotKind::Desk, SpotKind::Seat], true),
        Doing::Teaching | Doing::Working => (&[SpotKind::Staff], false),
        Doing::Eating | Doing::Coffee | Doing::Resting | Doing::AtEvent => {
            (&[SpotKind::Seat, SpotKind::Desk], false)
        }
        Doing::Waiting => (&[SpotKind::Seat], false),
        Doing::Browsing => (&[SpotKind::Shelf], false),
        _ => (&[SpotKind::Stand], false),
    }
}

/// Whether an activity is possible in a kind of place.
pub fn fits(doing: Doing, kind: PlaceKind) -> bool {
    let kinds = places_for(doing);
    kinds.is_empty() || kinds.contains(&kind)
}

/// Chooses where `agent` will be in `place` while `doing`; keeps the spot they have when that fits.
///
/// # Errors
/// Never for people of the roster.
pub fn choose(
    stage: &Stage,
    agent: AgentId,
    place: PlaceId,
    doing: Doing,
) -> Result<Result<Stand, Refusal>> {
    let map = stage.map();
    let person = stage.look(agent)?;
    let (kinds, must) = wanted(doing);
    if doing == Doing::InTown
        || doing == Doing::Sleeping && map.place(place).kind == PlaceKind::Gate
    {
        return Ok(Ok(floor(stage, agent, place)));
    }
    if let Some(spot) = person.body.spot
        && map.spot(spot).place == place
        && kinds.contains(&map.spot(spot).kind)
        && (doing != Doing::Sleeping || person.persona.bed == Some(spot))
    {
        return Ok(Ok(Stand::Spot(spot, map.spot(spot).tile)));
    }
    if doing == Doing::Sleeping {
        return Ok(match person.persona.bed {
            Some(bed) if map.spot(bed).place == place => Ok(Stand::Spot(bed, map.spot(bed).tile)),
            _ => Err(Refusal::NotYourRoom),
        });
    }
    let mut roll = stage.dice.stream(agent.0, SPOT, stage.clock.tick);
    for kind in kinds {
        let free: Vec<SpotId> = map
            .spots_of(place, *kind)
            .filter(|s| stage.occupancy.spots[s.0 as usize].is_none())
            .collect();
        if let Some(spot) = roll.pick(&free) {
            return Ok(Ok(Stand::Spot(*spot, map.spot(*spot).tile)));
        }
    }
    if must {
        return Ok(Err(Refusal::NoFreeSpot { kind: kinds[0] }));
    }
    Ok(Ok(floor(stage, agent, place)))
}

/// Walks to a spot of the place somebody is in and stays there.
pub(super) fn stay_here(stage: &mut Stage, agent: AgentId, place: PlaceId, stay: Stay) -> Tried {
    let stand = match choose(stage, agent, place, stay.doing)? {
        Ok(stand) => stand,
        Err(refusal) => refuse!(refusal),
    };
    let tile = stage.look(agent)?.body.tile;
    let Some(path) = stage.map().path(tile, stand.tile(), agent.0) else {
        refuse!(Refusal::NoWay)
    };
    set_out(stage, agent, stand, path, Some(stay), false)?;
    Ok(Ok(Observed::Done))
}

/// A free bit of floor in a place: where nobody stands, else any.
fn floor(stage: &Stage, agent: AgentId, place: PlaceId) -> Stand {
    let map = stage.map();
    let standing = &map.place(place).standing;
    let mut roll = stage.dice.stream(agent.0, FLOOR, stage.clock.tick);
    let first = roll.index(standing.len());
    let mut choice = None;
    for i in 0..standing.len().min(12) {
        let tile = standing[(first + i) % standing.len()];
        let mut taken = false;
        stage
            .neighbourhood
            .around(tile, 0, |who, _| taken |= who != agent);
        choice = choice.or(Some(tile));
        if !taken {
            choice = Some(tile);
            break;
        }
    }
    Stand::Floor(choice.unwrap_or_else(|| map.entrance(place)))
}
