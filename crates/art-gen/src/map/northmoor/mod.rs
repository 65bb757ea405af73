//! Northmoor: a campus for a thousand people, with a green in its middle, quarters of houses north
//! and south of it, teaching in the west and science in the east.

mod fittings;
mod grounds;
mod halls;
mod houses;
mod planting;
mod services;
mod square;

use super::{build, check, fit::Fit, outdoors, plan::BuildingPlan};
use crate::scene::Scene;

/// Columns and rows of the campus.
const SIZE: (i32, i32) = (336, 284);

/// All buildings. The houses of staff come first, for beds are given in the order of the map and
/// staff get theirs before students.
fn buildings() -> Vec<BuildingPlan> {
    let mut all = houses::all();
    all.extend(services::all());
    all.extend(halls::all());
    all
}

/// The campus, designed.
pub fn design() -> Scene {
    let mut scene = Scene::new(SIZE.0, SIZE.1);
    let buildings = buildings();
    grounds::GROUNDS.lay(&mut scene, &buildings);
    grounds::places(&mut scene);
    build::raise(&mut scene, &buildings);
    furnish(&mut scene, &buildings);
    check::seal(&mut scene);
    scene
}

/// Puts everything that stands outdoors.
fn furnish(scene: &mut Scene, buildings: &[BuildingPlan]) {
    let cover = grounds::GROUNDS.cover(scene, buildings);
    outdoors::tuck(scene);
    square::plaza(scene);
    square::gate(scene);
    square::lake(scene, &cover);
    square::lawns(scene, &cover);
    square::courts(scene);
    square::lamps(scene, &cover);
    outdoors::before_doors(scene, buildings);
    planting::hedges(scene, &cover);
    planting::trees(scene, &cover);
    outdoors::bushes(scene, &cover, SIZE.1 - 6, [0.22, 0.025, 0.97]);
}
