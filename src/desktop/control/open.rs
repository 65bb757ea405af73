//! Putting another run on the screen.

use crate::desktop::{
    map::{camera::Rig, making},
    options::Options,
    run::{
        launch::Launch,
        session::{OpenError, Run},
    },
    state::View,
};
use bevy::{prelude::*, window::PrimaryWindow};
use collegium_core::{i18n::Words, ids::AgentId};
use collegium_learning::conduct_options::ConductOptions;
use collegium_sim::{
    campus::{Posture, Tile},
    simulation::Campus,
};

/// The window's title for a run.
pub fn title(run: &Run) -> String {
    format!("Collegium – {}", run.campus.scenario().title)
}

/// Puts another run on the screen; the present one is saved first and stays when the other cannot
/// be opened.
pub(super) fn open(world: &mut World, make: impl FnOnce(&Options) -> Result<Run, OpenError>) {
    let saved = world.resource_mut::<Run>().save();
    let mut options = world.resource::<Launch>().options.clone();
    // Names and numbers from the command line are for the first run.
    (options.save, options.agents, options.seed, options.until) = (None, None, None, None);
    options.conduct = ConductOptions::default();
    let opened = match saved {
        Ok(()) => make(&options).map_err(|e| e.to_string()),
        Err(error) => Err(error.to_string()),
    };
    match opened {
        Ok(mut run) => {
            run.drive.speed = world.resource::<Run>().drive.speed;
            show(world, run);
        }
        Err(error) => {
            let text = world
                .resource::<Words>()
                .say_with("not-opened", &[("why", error.into())]);
            world.resource_mut::<View>().toasts.bad(text);
        }
    }
}

/// Shows a run in the place of the present one.
fn show(world: &mut World, run: Run) {
    making::begin_anew(world, &run);
    let title = title(&run);
    for mut window in world
        .query_filtered::<&mut Window, With<PrimaryWindow>>()
        .iter_mut(world)
    {
        window.title.clone_from(&title);
    }
    let text = run.campus.scenario().title.clone();
    let name = selected_name(world);
    world.insert_resource(run);
    world.resource_scope(|world, mut view: Mut<View>| {
        let (campus, name) = (&world.resource::<Run>().campus, name.as_deref());
        let same = campus.persons().find(|p| Some(&*p.persona.name) == name);
        match same {
            Some(person) => view.selected = Some(person.id),
            None => select_first(&mut view, campus),
        }
        if view.follow {
            let tile = tile_of(campus, view.selected);
            world.resource_mut::<Rig>().begin_near(tile);
        }
        view.twin_rect = None;
        view.toasts.good(text);
    });
}

/// A first look goes along with somebody; whoever pans or selects somebody else takes over.
pub fn select_first(view: &mut View, campus: &Campus) {
    view.selected = busiest(campus);
    view.follow = view.selected.is_some();
}

/// Where somebody is.
pub fn tile_of(campus: &Campus, agent: Option<AgentId>) -> Option<Tile> {
    Some(campus.person(agent?)?.body.tile)
}

fn selected_name(world: &World) -> Option<String> {
    let agent = world.resource::<View>().selected?;
    let person = world.resource::<Run>().campus.person(agent)?;
    Some(person.persona.name.clone())
}

/// The person who has most others within a view's reach: where a first look is worth most.
fn busiest(campus: &Campus) -> Option<AgentId> {
    let present: Vec<(AgentId, Tile)> = campus
        .persons()
        .filter(|p| p.body.posture != Posture::Away)
        .map(|p| (p.id, p.body.tile))
        .collect();
    let company = |a: Tile| {
        present
            .iter()
            .filter(|(_, b)| a.x.abs_diff(b.x) < 26 && a.y.abs_diff(b.y) < 12)
            .count()
    };
    // The first of equals, so that the same campus opens on the same person.
    present
        .iter()
        .rev()
        .max_by_key(|(_, tile)| company(*tile))
        .map(|(id, _)| *id)
}
