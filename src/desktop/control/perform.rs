//! Carrying out what somebody did with mouse or keys.

use super::{deciders, open::open};
use crate::desktop::{
    map::camera::Rig,
    run::{session::Run, trainer},
    state::{CommandAction, INSPECTOR, UserAction, View},
};
use bevy::prelude::*;
use collegium_core::{i18n::Words, ids::AgentId};

/// Carries out what was done since the last frame.
pub(super) fn perform(world: &mut World) {
    let actions = std::mem::take(&mut world.resource_mut::<View>().actions);
    for action in actions {
        match action {
            UserAction::Do(CommandAction::Run(act)) => act(world),
            UserAction::Do(CommandAction::Dock(name)) => {
                world.resource_mut::<View>().toggle_docked(name);
            }
            UserAction::Do(CommandAction::Window(name)) => {
                world.resource_mut::<View>().toggle_window(name);
            }
            UserAction::Select(agent, follow) => select(world, agent, follow),
            UserAction::LookAt(tile) => {
                world.resource_mut::<View>().follow = false;
                world.resource_mut::<Rig>().look_at_tile(tile);
            }
            UserAction::Speak(language) => {
                world.insert_resource(Words::new(language));
                world.resource_mut::<Run>().events.forget_words();
            }
            UserAction::Conduct(whom, choice) => deciders::change(world, &whom, choice),
            UserAction::Train(order) => trainer::obey(world, order),
            UserAction::Begin(file) => open(world, |options| Run::begin(&file, options)),
            UserAction::Resume(path) => open(world, |options| Run::resume(&path, options)),
        }
    }
}

fn select(world: &mut World, agent: AgentId, follow: bool) {
    let mut view = world.resource_mut::<View>();
    view.selected = Some(agent);
    view.docked.insert(INSPECTOR);
    view.follow = follow;
    if follow {
        world.resource_mut::<Rig>().come_near();
    }
}
