//! Which colours an overlay gives to which tiles.

use crate::desktop::{
    run::session::Run,
    state::{FAR_MINUTES, Overlay, View},
    theme,
};
use bevy::math::ops;
use bevy_egui::egui::Color32;
use collegium_sim::{
    campus::{Posture, Tile},
    tools::PACE,
};
use std::collections::BTreeMap;

/// The colours of tiles; those that are not named have none.
pub(super) type Colors = BTreeMap<Tile, Color32>;

/// How opaque colours are: of little, and of much.
const OPACITY: (f32, f32) = (0.45, 0.7);

/// How many people walk over a tile that has the colour of many.
const MANY: f32 = 4.0;

/// What an overlay shows of a run.
pub(super) fn colors(overlay: Overlay, run: &Run, view: &View) -> Colors {
    match overlay {
        Overlay::Presence => presence(run),
        Overlay::Reach => reach(run, view).unwrap_or_default(),
        Overlay::Occupancy => occupancy(run),
        Overlay::Paths => paths(run, view),
    }
}

fn color(share: f32) -> Color32 {
    let share = share.clamp(0.0, 1.0);
    let opacity = OPACITY.0 + (OPACITY.1 - OPACITY.0) * share;
    theme::faded(theme::heat(share), opacity)
}

/// By the logarithm of the time: between a bed and a way that one takes lie four powers of ten.
fn presence(run: &Run) -> Colors {
    let log = |seconds: u32| ops::ln(1.0 + seconds as f32 / 10.0);
    let most = log(run.presence.most()).max(f32::MIN_POSITIVE);
    let tiles = run.presence.tiles(&run.campus);
    tiles
        .map(|(tile, seconds)| (tile, color(log(seconds) / most)))
        .collect()
}

/// By minutes on foot, where somebody is selected who is on campus.
fn reach(run: &Run, view: &View) -> Option<Colors> {
    let person = run.campus.person(view.selected?)?;
    if person.body.posture == Posture::Away {
        return None;
    }
    let map = run.campus.map();
    let minutes = |steps: u32| steps as f32 * 10.0 / (PACE[0] as f32 * 60.0);
    let steps = map.steps_from(person.body.tile);
    let reached = steps.iter().enumerate().filter_map(|(at, steps)| {
        let share = minutes((*steps)?) / FAR_MINUTES as f32;
        Some((map.grid.tile(at), color(share)))
    });
    Some(reached.collect())
}

/// By the people who are in each place, of those for whom there is room.
fn occupancy(run: &Run) -> Colors {
    let map = run.campus.map();
    let mut inside = vec![0u32; map.places.len()];
    for person in run.campus.persons() {
        if person.body.posture != Posture::Away
            && let Some(place) = map.place_of(person.body.tile)
        {
            inside[place.0 as usize] += 1;
        }
    }
    let mut colors = Colors::new();
    for (number, (place, inside)) in map.places.iter().zip(&inside).enumerate() {
        if *inside == 0 {
            continue;
        }
        let share = *inside as f32 / place.capacity.max(1) as f32;
        let own = |tile: &Tile| map.place_of(*tile).is_some_and(|p| p.0 as usize == number);
        colors.extend(place.rect.tiles().filter(own).map(|t| (t, color(share))));
    }
    colors
}

/// By how many people are about to walk over a tile; the way of the selected stands out.
fn paths(run: &Run, view: &View) -> Colors {
    let mut walkers: BTreeMap<Tile, u32> = BTreeMap::new();
    let mut chosen = Vec::new();
    for person in run.campus.persons() {
        for tile in &person.body.path {
            *walkers.entry(*tile).or_default() += 1;
        }
        if view.selected == Some(person.id) {
            chosen.clone_from(&person.body.path);
        }
    }
    let mut colors: Colors = walkers
        .into_iter()
        .map(|(tile, walkers)| (tile, color((walkers - 1) as f32 / (MANY - 1.0))))
        .collect();
    let own = theme::faded(theme::ACCENT, 0.9);
    colors.extend(chosen.into_iter().map(|tile| (tile, own)));
    colors
}
