//! The scene: what a model-driven mind reads of the world when it deliberates.

use crate::{
    campus::{
        Ground, Invitations, Roster, Setting, Tile, neighbourhood::Neighbourhood, people::Activity,
    },
    conduct::Conduct,
    memory::ShortTerm,
    mind::{
        act::{MindView, MindViewItem, outlook},
        outlook::Outlook,
    },
    tools::{self, Names},
};
use bevy::{ecs::system::SystemParam, prelude::*};
use collegium_core::{dice::Dice, ids::AgentId, time::Clock};

/// What deliberation reads of the world.
#[derive(SystemParam)]
pub struct Scene<'w, 's> {
    pub(super) clock: Res<'w, Clock>,
    pub(super) dice: Res<'w, Dice>,
    pub(super) ground: Res<'w, Ground>,
    pub(super) setting: Res<'w, Setting>,
    pub(super) roster: Res<'w, Roster>,
    pub(super) neighbourhood: Res<'w, Neighbourhood>,
    pub(super) conduct: Res<'w, Conduct>,
    pub(super) invitations: Res<'w, Invitations>,
    pub(super) minds: Query<'w, 's, MindView>,
    pub(super) senses: Query<'w, 's, &'static ShortTerm>,
    pub(super) activities: Query<'w, 's, &'static Activity>,
}

impl<'w, 's> Scene<'w, 's> {
    /// Turns numbers into names.
    pub(super) fn names(&self) -> Names<'_> {
        Names {
            map: &self.ground.0,
            scenario: &self.setting.0,
        }
    }

    /// What a mind reads of its person.
    pub(super) fn mind(&self, agent: AgentId) -> Result<MindViewItem<'_, 's>> {
        Ok(self.minds.get(self.roster.entity(agent))?)
    }

    /// What somebody goes by.
    pub(super) fn outlook<'a>(
        &'a self,
        agent: AgentId,
        mind: &MindViewItem<'a, 's>,
    ) -> Outlook<'a> {
        outlook(
            agent,
            mind,
            &self.clock,
            *self.dice,
            &self.ground,
            &self.setting,
        )
    }

    /// The names of those in earshot, nearest first.
    pub(super) fn near(&self, agent: AgentId, here: Tile) -> Vec<&str> {
        let mut near: Vec<(u32, AgentId)> = Vec::new();
        self.neighbourhood
            .around(here, tools::EARSHOT[0] as i16, |who, tile| {
                if who != agent && self.ground.0.grid.sees(here, tile) {
                    near.push((here.distance(tile), who));
                }
            });
        near.sort_unstable();
        near.into_iter()
            .take(6)
            .filter_map(|(_, who)| {
                self.setting
                    .0
                    .people
                    .get(who.0 as usize)
                    .map(|(p, _)| p.name.as_str())
            })
            .collect()
    }
}
