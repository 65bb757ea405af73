//! Brings together what the layout asks for and what its tiles and pieces give: spots, lights, and
//! cells that nobody walks or sees through.

use super::{catalogue::Catalogue, layers::Layer};
use crate::{
    scene::{Grid, Light, Piece, Scene, Spot, TILE},
    tileset::Value,
};

/// How near a piece's light must lie to one that is asked for, in pixels along each axis.
const NEAR: i32 = 40;

/// Fits the pieces to the spots that are asked for, and gives those that no piece brings. What
/// does not fit is said on stderr.
pub fn spots(scene: &mut Scene) -> Vec<Spot> {
    let asked = scene.spots.clone();
    for spot in &asked {
        fit(scene, spot);
    }
    let brought: Vec<(usize, Spot)> = scene
        .pieces
        .iter()
        .enumerate()
        .flat_map(|(i, piece)| piece.spots().into_iter().map(move |s| (i, s)))
        .collect();
    for (i, spot) in &brought {
        let cell = (spot.x, spot.y);
        let why = match asked.iter().find(|s| (s.x, s.y) == cell) {
            None => "for which nobody asked".to_owned(),
            Some(s) if s.facing != spot.facing || s.kind != spot.kind => {
                format!("where {} {} was asked for", s.kind, s.facing)
            }
            Some(_) => continue,
        };
        eprintln!(
            "{} brings {} {} at {},{}, {why}",
            scene.pieces[*i].sprite.name, spot.kind, spot.facing, spot.x, spot.y
        );
    }
    let given = |s: &Spot| brought.iter().any(|(_, b)| (b.x, b.y) == (s.x, s.y));
    asked.into_iter().filter(|s| !given(s)).collect()
}

/// Turns a piece, or names its spots anew, so that it gives the spot that is asked for.
fn fit(scene: &mut Scene, asked: &Spot) {
    let at = |s: &Spot| (s.x, s.y) == (asked.x, asked.y);
    let gives = |s: &Spot| at(s) && s.facing == asked.facing;
    for piece in &mut scene.pieces {
        let spots = piece.spots();
        if !spots.iter().any(at) {
            continue;
        }
        if !spots.iter().any(gives) {
            let even = piece.sprite.art.width == piece.sprite.w * TILE + 2 * piece.sprite.left;
            if !even || spots.len() > 1 {
                return;
            }
            piece.flipped = !piece.flipped;
            if !piece.spots().iter().any(gives) {
                piece.flipped = !piece.flipped;
                return;
            }
        }
        if piece
            .spots()
            .iter()
            .any(|s| gives(s) && s.kind != asked.kind)
        {
            piece.spot = Some(asked.kind);
        }
        return;
    }
}

/// The lights that are asked for and that no piece brings.
pub fn lights(scene: &Scene) -> Vec<Light> {
    let brought: Vec<Light> = scene.pieces.iter().flat_map(Piece::lights).collect();
    let near = |a: &Light, b: &Light| {
        a.kind == b.kind && (a.at.0 - b.at.0).abs() <= NEAR && (a.at.1 - b.at.1).abs() <= NEAR
    };
    let asked = scene.lights.iter().copied();
    asked
        .filter(|light| !brought.iter().any(|b| near(light, b)))
        .collect()
}

/// What tiles and pieces make of the cells.
struct Cells {
    blocks: Grid,
    hides: Grid,
    solid: Grid,
    open: Grid,
}

impl Cells {
    fn of(scene: &Scene, layers: &[Layer], catalogue: &Catalogue) -> Self {
        let grid = || Grid::new(scene.width, scene.height);
        let mut cells = Cells {
            blocks: grid(),
            hides: grid(),
            solid: grid(),
            open: grid(),
        };
        for layer in layers {
            for (i, number) in layer.cells.iter().enumerate() {
                let (x, y) = (i as i32 % scene.width, i as i32 / scene.width);
                let Some(tile) = catalogue.tile(*number) else {
                    continue;
                };
                let has = |flag: &str| {
                    tile.values
                        .iter()
                        .any(|(key, value)| *key == flag && *value == Value::Bool(true))
                };
                for (grid, flag) in [(&mut cells.blocks, "blocks"), (&mut cells.hides, "hides")] {
                    if has(flag) {
                        grid.set(x, y, true);
                    }
                }
            }
        }
        for piece in &scene.pieces {
            for (x, y) in piece.solids() {
                cells.solid.set(x, y, true);
            }
            for (x, y) in piece.passages() {
                cells.open.set(x, y, true);
            }
        }
        cells
    }
}

/// The layer of markers where tiles and pieces do not say what the scene does. Where no marker can
/// help, that is said on stderr.
pub fn markers(scene: &Scene, layers: &[Layer], catalogue: &Catalogue) -> Layer {
    let cells = Cells::of(scene, layers, catalogue);
    let mut found = [0usize; 3];
    let names = ["blocked", "unseen", "open"];
    let mut layer = Layer {
        name: "markers",
        cells: Vec::new(),
        visible: false,
    };
    for y in 0..scene.height {
        for x in 0..scene.width {
            let open = cells.open.get(x, y);
            let solid = cells.solid.get(x, y);
            let blocks = (cells.blocks.get(x, y) || solid) && !open;
            let hides = cells.hides.get(x, y) && !open;
            let (blocked, opaque) = (scene.blocked.get(x, y), scene.opaque.get(x, y));
            if solid && !open && !blocked {
                blame(scene, x, y);
            }
            let marker = match (blocked, opaque) {
                (false, false) if (blocks && !solid) || hides => Some(2),
                (true, false) if hides => {
                    eprintln!("{x},{y}: is hidden but should only be blocked");
                    None
                }
                (true, _) if !blocks => Some(0),
                (true, true) if !hides => Some(1),
                (false, true) => {
                    eprintln!("{x},{y}: should be hidden but open");
                    None
                }
                _ => None,
            };
            let number = marker.and_then(|m| {
                found[m] += 1;
                catalogue.number("markers", names[m])
            });
            layer.cells.push(number.unwrap_or(0));
        }
    }
    for (name, count) in names.iter().zip(found) {
        eprintln!("{count} markers {name}");
    }
    layer
}

/// Says which pieces block a cell that should be open.
fn blame(scene: &Scene, x: i32, y: i32) {
    let pieces = scene.pieces.iter();
    for piece in pieces.filter(|p| p.solids().contains(&(x, y))) {
        eprintln!("{} blocks {x},{y}, which should be open", piece.sprite.name);
    }
}
