//! The campus map: designed, painted, checked, written.

mod build;
mod check;
mod fit;
mod outdoors;
mod plan;
mod rooms;
mod tmx;

use crate::{
    canvas::Canvas,
    scene::{Layer, Scene, TILE},
    tiles::atlas::Atlas,
};
use std::{fs, io, path::Path};

/// The campus, designed and painted, and every rule of the map contract that it breaks.
pub fn design() -> (Scene, Vec<String>) {
    let mut scene = Scene::new(plan::SIZE.0, plan::SIZE.1);
    let buildings = rooms::campus();
    outdoors::ground(&mut scene, &buildings);
    build::raise(&mut scene, &buildings);
    outdoors::furnish(&mut scene, &buildings);
    check::seal(&mut scene);
    scene.paint();
    let problems = check::problems(&scene);
    (scene, problems)
}

/// Writes the tile sets and the map below a folder; refuses when the map breaks a rule.
///
/// # Errors
/// When the map breaks a rule, or a file cannot be written.
pub fn write(root: &Path) -> io::Result<()> {
    let (scene, problems) = design();
    if !problems.is_empty() {
        return Err(io::Error::other(format!(
            "the map breaks its rules:\n{}",
            problems.join("\n")
        )));
    }
    let names = [
        "terrain",
        "floors",
        "walls",
        "furniture",
        "decor",
        "overhead",
    ];
    let mut atlases: Vec<Atlas> = Vec::new();
    for (layer, name) in Layer::ALL.iter().zip(names) {
        let first = atlases.last().map_or(1, Atlas::end);
        atlases.push(Atlas::cut(name, first, &scene.layers[*layer as usize]));
    }
    let first = atlases.last().map_or(1, Atlas::end);
    atlases.push(Atlas::markers(first));
    let folder = root.join("assets/tiles");
    fs::create_dir_all(&folder)?;
    for atlas in &atlases {
        atlas.save(&folder)?;
        println!("{:10} {:5} tiles", atlas.name, atlas.tiles.len());
    }
    let maps = root.join("maps");
    fs::create_dir_all(&maps)?;
    fs::write(
        maps.join("larkmoor.tmx"),
        tmx::text(&scene, &atlases, first, first + 1),
    )?;
    println!(
        "larkmoor: {} places, {} doors, {} spots, {} lights",
        scene.places.len(),
        scene.doors.len(),
        scene.spots.len(),
        scene.lights.len()
    );
    Ok(())
}

/// Checks the map without writing it.
///
/// # Errors
/// Every rule that the map breaks, in sentences.
pub fn check() -> io::Result<()> {
    let problems = design().1;
    if problems.is_empty() {
        println!("the map keeps all its rules");
        return Ok(());
    }
    Err(io::Error::other(problems.join("\n")))
}

/// Composes all drawn layers into one picture, of a part of the map given in tiles, reduced by
/// `shrink`.
///
/// # Errors
/// When the file cannot be written.
pub fn preview(file: &Path, crop: Option<[i32; 4]>, scale: f32) -> io::Result<()> {
    let (scene, problems) = design();
    for problem in problems {
        println!("{problem}");
    }
    let [x, y, w, h] = crop.unwrap_or([0, 0, scene.width, scene.height]);
    let mut whole = Canvas::new(w * TILE, h * TILE);
    for layer in &scene.layers {
        whole.draw(layer, -x * TILE, -y * TILE);
    }
    let (ow, oh) = (
        (whole.width as f32 * scale) as i32,
        (whole.height as f32 * scale) as i32,
    );
    let mut out = Canvas::new(ow, oh);
    let step = (1.0 / scale).max(1.0).round() as i32;
    for py in 0..oh {
        for px in 0..ow {
            let (sx, sy) = ((px as f32 / scale) as i32, (py as f32 / scale) as i32);
            let mut sum = [0u32; 3];
            for j in 0..step {
                for i in 0..step {
                    let p = whole.get(sx + i, sy + j);
                    sum = [
                        sum[0] + u32::from(p.r),
                        sum[1] + u32::from(p.g),
                        sum[2] + u32::from(p.b),
                    ];
                }
            }
            let n = (step * step) as u32;
            let rgb = (sum[0] / n) << 16 | (sum[1] / n) << 8 | (sum[2] / n);
            out.set(px, py, crate::palette::Color::hex(rgb));
        }
    }
    out.save(file)
}

/// Runs the command that the arguments name, if it is one of the map's:
/// `--map`, `--check`, or `--preview FILE [--crop x,y,w,h] [--scale s]`.
pub fn command(arguments: &[String]) -> Option<io::Result<()>> {
    let after = |name: &str| {
        arguments
            .iter()
            .position(|a| a == name)
            .and_then(|i| arguments.get(i + 1))
    };
    if arguments.iter().any(|a| a == "--map") {
        return Some(write(Path::new(".")));
    }
    if arguments.iter().any(|a| a == "--check") {
        return Some(check());
    }
    let file = after("--preview")?;
    let crop = after("--crop").and_then(|text| {
        let numbers: Vec<i32> = text.split(',').filter_map(|n| n.parse().ok()).collect();
        <[i32; 4]>::try_from(numbers).ok()
    });
    let scale = after("--scale").and_then(|s| s.parse().ok()).unwrap_or(1.0);
    Some(preview(Path::new(file), crop, scale))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Rect;

    #[test]
    fn the_map_keeps_its_rules() {
        assert_eq!(design().1, Vec::<String>::new());
    }

    #[test]
    fn a_walled_up_door_is_noticed() {
        let (mut scene, _) = design();
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
