//! The map in the season of the run's date: its pictures are made anew, on another thread, when
//! the date passes into another season.

use super::{reload, shown};
use crate::desktop::{
    frame::FrameStep,
    pictures::campus::{self, MapArt},
    run::session::Run,
};
use bevy::prelude::*;
use collegium_sim::campus::Season;
use std::{sync::Arc, thread::JoinHandle};

/// Adds the change of the seasons.
pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Dress>()
        .add_systems(Update, change.in_set(FrameStep::Advance));
}

/// The season in which the map on the screen is drawn; none while there is no map.
#[derive(Resource, Default)]
pub(super) struct Dress {
    season: Option<Season>,
    making: Option<(Season, JoinHandle<MapArt>)>,
}

impl Dress {
    /// That of a map that is drawn in a season.
    pub fn of(season: Season) -> Self {
        Self {
            season: Some(season),
            making: None,
        }
    }
}

/// The season of a run.
pub(super) fn season(run: &Run) -> Season {
    run.campus.scenario().season(run.campus.clock().now)
}

/// Begins to make the map of another season, and shows it when it is made.
fn change(world: &mut World) {
    let Some(run) = world.get_resource::<Run>() else {
        return;
    };
    let now = season(run);
    let dress = world.resource::<Dress>();
    let Some(shows) = dress.season else { return };
    match &dress.making {
        None if shows != now => begin(world, now),
        Some((_, handle)) if handle.is_finished() => finish(world),
        _ => {}
    }
}

fn begin(world: &mut World, season: Season) {
    let campus = &world.resource::<Run>().campus;
    let (map, scenario) = (Arc::clone(campus.map()), Arc::clone(campus.scenario()));
    let begun = std::thread::Builder::new()
        .name("season".to_owned())
        .spawn(move || campus::draw(&scenario.map_file, &map, season));
    let mut dress = world.resource_mut::<Dress>();
    match begun {
        Ok(handle) => dress.making = Some((season, handle)),
        Err(error) => {
            warn!("the map is not drawn in its season: {error}");
            dress.season = Some(season);
        }
    }
}

fn finish(world: &mut World) {
    let Some((season, handle)) = world.resource_mut::<Dress>().making.take() else {
        return;
    };
    world.resource_mut::<Dress>().season = Some(season);
    match handle.join() {
        Ok(mut art) if art.trouble.is_none() => {
            let files = std::mem::take(&mut art.files);
            shown::redraw(world, art);
            reload::watch(world, files);
        }
        Ok(art) => warn!("{}", art.trouble.unwrap_or_default()),
        Err(_) => warn!("the map could not be drawn in its season"),
    }
}
