//! Campuses: designed cell by cell and piece by piece, checked, and written as Tiled maps.

mod brush;
mod build;
mod catalogue;
mod check;
mod fit;
mod layers;
mod northmoor;
mod outdoors;
mod plan;
mod rooms;
mod settle;
mod tmx;

use crate::scene::Scene;
use catalogue::Catalogue;
use std::{fs, io, path::Path};

/// A campus that can be laid out: the name by which one asks for it, and what designs it.
type Design = (&'static str, fn() -> Scene);

/// The campuses that can be laid out.
const CAMPUSES: [Design; 2] = [("larkmoor", larkmoor), ("northmoor", northmoor::design)];

/// Larkmoor, designed.
fn larkmoor() -> Scene {
    let mut scene = Scene::new(plan::SIZE.0, plan::SIZE.1);
    let buildings = rooms::campus();
    outdoors::ground(&mut scene, &buildings);
    build::raise(&mut scene, &buildings);
    outdoors::furnish(&mut scene, &buildings);
    check::seal(&mut scene);
    scene
}

/// Writes the map of a campus; refuses when it breaks a rule.
///
/// # Errors
/// When there is no campus of that name, the map breaks a rule, or the file cannot be written.
pub fn lay_out(campus: &str, file: &Path) -> io::Result<()> {
    let Some((_, design)) = CAMPUSES.iter().find(|(name, _)| *name == campus) else {
        let names = CAMPUSES.map(|(name, _)| name).join(" or ");
        return Err(io::Error::other(format!(
            "no campus is called {campus}; expected {names}"
        )));
    };
    let mut scene = design();
    let problems = check::problems(&scene);
    if !problems.is_empty() {
        return Err(io::Error::other(format!(
            "the map breaks its rules:\n{}",
            problems.join("\n")
        )));
    }
    let catalogue = Catalogue::new();
    let spots = settle::spots(&mut scene);
    let lights = settle::lights(&scene);
    let mut layers = layers::layers(&scene, &catalogue);
    layers.push(settle::markers(&scene, &layers, &catalogue));
    let sheet = tmx::Sheet {
        scene: &scene,
        catalogue: &catalogue,
        layers: &layers,
        spots: &spots,
        lights: &lights,
    };
    fs::write(file, tmx::text(&sheet))?;
    println!(
        "{} places, {} spots ({} of them bare), {} pieces, {} bare lights",
        scene.places.len(),
        scene.spots.len(),
        spots.len(),
        scene.pieces.len(),
        lights.len()
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Rect;

    #[test]
    fn the_maps_keep_their_rules() {
        for (name, design) in CAMPUSES {
            assert_eq!(check::problems(&design()), Vec::<String>::new(), "{name}");
        }
    }

    #[test]
    fn northmoor_has_beds_and_counters_for_a_thousand() {
        let scene = northmoor::design();
        let beds = scene.spots.iter().filter(|s| s.kind == "bed").count();
        assert!(beds >= 1000, "{beds} beds");
        let counters = scene.places.iter().filter(|p| p.kind == "cafeteria");
        assert!(counters.map(|p| p.serves).sum::<f32>() >= 32.0);
        assert!(scene.spots.len() < 9000, "{} spots", scene.spots.len());
    }

    #[test]
    fn a_walled_up_door_is_noticed() {
        let mut scene = larkmoor();
        let (name, x, y) = scene.doors[0].clone();
        scene.blocked.fill(Rect::new(x, y - 1, 1, 3), true);
        let problems = check::problems(&scene);
        assert!(
            problems
                .iter()
                .any(|p| p.starts_with(&format!("door {name}"))),
            "{problems:?}"
        );
        assert!(
            problems.iter().any(|p| p.starts_with("spot bed")),
            "{problems:?}"
        );
    }
}
