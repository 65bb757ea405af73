//! Larkmoor: designed cell by cell and piece by piece, checked, and written as a Tiled map.

mod brush;
mod build;
mod catalogue;
mod check;
mod fit;
mod layers;
mod outdoors;
mod plan;
mod rooms;
mod settle;
mod tmx;

use crate::scene::Scene;
use catalogue::Catalogue;
use std::{fs, io, path::Path};

/// The campus, designed.
fn design() -> Scene {
    let mut scene = Scene::new(plan::SIZE.0, plan::SIZE.1);
    let buildings = rooms::campus();
    outdoors::ground(&mut scene, &buildings);
    build::raise(&mut scene, &buildings);
    outdoors::furnish(&mut scene, &buildings);
    check::seal(&mut scene);
    scene
}

/// Writes the map of Larkmoor; refuses when it breaks a rule.
///
/// # Errors
/// When the map breaks a rule, or the file cannot be written.
pub fn lay_out(file: &Path) -> io::Result<()> {
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
    fn the_map_keeps_its_rules() {
        assert_eq!(check::problems(&design()), Vec::<String>::new());
    }

    #[test]
    fn a_walled_up_door_is_noticed() {
        let mut scene = design();
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
