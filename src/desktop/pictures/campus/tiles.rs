//! The tile layers of a map: which tiles are seen, the textures that hold them, and where each is
//! drawn.
//!
//! A tile that is higher than a cell is drawn as two: its body, which stands in its cell, and its
//! head, which rises into the cell above. The heads of a layer are drawn over its bodies, as Tiled
//! does it, which draws row after row.

use super::{
    far::{self, Laid},
    grids::{Cell, FarGround, MOST, TileGrid, TileTexture, texture},
    scale::TILE,
    sheets::Sheets,
};
use crate::desktop::pictures::pixels::{Area, Flips, Pixels};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that is drawn of tile layers.
pub(super) struct Ground {
    pub textures: Vec<TileTexture>,
    pub grids: Vec<TileGrid>,
    pub far: FarGround,
}

/// A tile layer as the file has it.
pub(super) struct TileLayer {
    /// What is in each cell, row by row.
    pub cells: Vec<Option<Placed>>,
    /// Where it lies among all that is flat, and how far the next is from it.
    pub depth: (f32, f32),
    /// How opaque it is, 0 to 1.
    pub opacity: f32,
    /// How far it is moved to the right and down, in pixels.
    pub shift: (f32, f32),
}

/// A tile as it lies in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Placed {
    /// The number of its tileset.
    pub set: usize,
    /// Its number in the tileset.
    pub id: u32,
    /// How it is mirrored.
    pub flips: Flips,
}

/// A part of a tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Body,
    Head,
}

const PARTS: [Part; 2] = [Part::Body, Part::Head];

/// What is drawn of a part of a tile: one picture, or several for one that moves.
struct Drawn {
    frames: Vec<Pixels>,
    /// How long all frames together last.
    seconds: f32,
    opaque: bool,
}

/// What a tile hides, and what can hide it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Extent {
    /// Nothing shows through it anywhere in its cell.
    covers: bool,
    /// It is drawn nowhere but in its cell and the one above.
    within: bool,
}

/// Whether body and head of a tile are seen.
type Seen = (bool, bool);

/// Where a part of a tile is found.
#[derive(Clone, Copy)]
struct Slot {
    texture: usize,
    first: u32,
    frames: u32,
    seconds: f32,
    opaque: bool,
    size: (u32, u32),
}

/// The parts of a tile by what the textures hold of it; those that are clear are not there.
type Parts = BTreeMap<(usize, Part, Placed), Drawn>;

/// Lays the tile layers of a map of so many columns and rows. Of these layers the first `ground`
/// have nothing below them but each other.
///
/// # Errors
/// When a picture cannot be read, in a sentence.
pub(super) fn lay(
    layers: &[TileLayer],
    size: (u32, u32),
    ground: usize,
    sheets: &mut Sheets<'_>,
) -> Result<Ground, String> {
    let columns = size.0 as usize;
    let used: BTreeSet<Placed> = layers
        .iter()
        .flat_map(|layer| layer.cells.iter().flatten())
        .map(|placed| kept(*placed, sheets))
        .collect();
    let mut parts = Parts::new();
    for placed in used {
        draw(placed, sheets, &mut parts)?;
    }
    let extent = |placed: &Placed| extent(kept(*placed, sheets), sheets, &parts);
    let seen = seen(layers, columns, extent);
    let plain = |layer: &TileLayer| {
        layer.shift == (0.0, 0.0)
            && layer.opacity >= 1.0
            && layer.cells.iter().flatten().all(|p| extent(p).within)
    };
    let ground = layers[..ground.min(layers.len())]
        .iter()
        .take_while(|layer| plain(layer))
        .count();
    let mut wanted = BTreeSet::new();
    for (layer, seen) in layers.iter().zip(&seen) {
        for (placed, seen) in layer.cells.iter().zip(seen) {
            if let Some(placed) = placed.map(|placed| kept(placed, sheets)) {
                wanted.extend(keys(placed, *seen));
            }
        }
    }
    parts.retain(|key, _| wanted.contains(key));
    let far = from_afar(size, &layers[..ground], &seen, sheets, &parts);
    let (textures, slots) = fill(parts);
    let topmost = topmost(&seen);
    let mut grids = Vec::new();
    for (number, (layer, seen)) in layers.iter().zip(&seen).enumerate() {
        let on_top = |at: usize| number >= ground || topmost[at] == number;
        let always = |at: usize, moves: bool| number >= ground || (moves && on_top(at));
        grids.extend(grids_of(layer, seen, columns, sheets, &slots, always));
    }
    Ok(Ground {
        textures,
        grids,
        far,
    })
}

/// The number of the highest layer that has something in each cell.
fn topmost(seen: &[Vec<Seen>]) -> Vec<usize> {
    let cells = seen.iter().map(Vec::len).max().unwrap_or(0);
    let mut topmost = vec![0; cells];
    for (number, layer) in seen.iter().enumerate() {
        for (top, seen) in topmost.iter_mut().zip(layer) {
            if *seen != (false, false) {
                *top = number;
            }
        }
    }
    topmost
}

/// Pictures of parts of tiles, made smaller.
type Smaller = BTreeMap<(usize, Part, Placed), Pixels>;

/// The pictures that lie on the cells of layers, the lowest first, in a map of that many columns
/// whose cells have so many pixels a side.
fn laid<'p>(
    layers: &[TileLayer],
    seen: &[Vec<Seen>],
    (columns, cell): (usize, u32),
    sheets: &Sheets<'_>,
    smaller: &'p Smaller,
) -> Vec<Laid<'p>> {
    let mut laid = Vec::new();
    for (layer, seen) in layers.iter().zip(seen) {
        for part in PARTS {
            for (at, (placed, seen)) in layer.cells.iter().zip(seen).enumerate() {
                let Some(placed) = placed else { continue };
                let kept = kept(*placed, sheets);
                let key = keys(kept, *seen).find(|key| key.1 == part);
                let Some(picture) = key.and_then(|key| smaller.get(&key)) else {
                    continue;
                };
                let (column, row) = ((at % columns) as u32, (at / columns) as u32);
                // The lower edge of the cell, or of the one above.
                let bottom = match part {
                    Part::Body => (row + 1) * cell,
                    Part::Head => row * cell,
                };
                if let Some(top) = bottom.checked_sub(picture.height) {
                    laid.push(Laid {
                        picture,
                        at: (column * cell, top),
                        flips: mirrored(*placed, kept),
                    });
                }
            }
        }
    }
    laid
}

/// How a tile that is held that way is mirrored where it is drawn.
fn mirrored(placed: Placed, kept: Placed) -> Flips {
    if kept.flips == placed.flips {
        Flips::default()
    } else {
        placed.flips
    }
}

/// The ground of a map of so many columns and rows from afar.
fn from_afar(
    size: (u32, u32),
    layers: &[TileLayer],
    seen: &[Vec<Seen>],
    sheets: &Sheets<'_>,
    parts: &Parts,
) -> FarGround {
    let side = far::side(size);
    let small = |(key, drawn): (&(usize, Part, Placed), &Drawn)| {
        let first = drawn.frames.first()?;
        Some((*key, far::smaller(first, side)))
    };
    let smaller: Smaller = parts.iter().filter_map(small).collect();
    let cells = (size.0 as usize, TILE / side);
    let blocks = far::blocks(size, &laid(layers, seen, cells, sheets, &smaller));
    let columns = size.0.div_ceil(side).max(1);
    let (mut textures, mut grids) = (Vec::new(), Vec::new());
    let mut numbered = (0..).zip(blocks);
    loop {
        let page: Vec<(u32, Pixels)> = numbered.by_ref().take(MOST).collect();
        if page.is_empty() {
            break;
        }
        for opaque in [true, false] {
            let cell = |(look, (at, block)): (usize, &(u32, Pixels))| {
                (block.is_opaque() == opaque && !block.is_clear()).then(|| Cell {
                    x: at % columns,
                    y: at / columns,
                    look: look as u32,
                    moves: None,
                    flips: Flips::default(),
                })
            };
            let cells: Vec<Cell> = page.iter().enumerate().filter_map(cell).collect();
            if !cells.is_empty() {
                grids.push(TileGrid {
                    texture: textures.len(),
                    tile: (side * TILE, side * TILE),
                    shift: (0.0, 0.0),
                    depth: 0.0,
                    opacity: 1.0,
                    opaque,
                    always: false,
                    cells,
                });
            }
        }
        textures.push(texture(page.into_iter().map(|(_, block)| block).collect()));
    }
    FarGround {
        side,
        textures,
        grids,
    }
}

/// A tile as the textures hold it: one that is higher than a cell is held mirrored, as mirroring
/// its parts would exchange them; any other is mirrored where it is drawn.
fn kept(placed: Placed, sheets: &Sheets<'_>) -> Placed {
    let tall = sheets.size(placed.set).1 > TILE;
    let flips = if tall { placed.flips } else { Flips::default() };
    Placed { flips, ..placed }
}

/// The parts of a tile that are seen.
fn keys(kept: Placed, seen: Seen) -> impl Iterator<Item = (usize, Part, Placed)> {
    let parts = PARTS.into_iter().zip([seen.0, seen.1]);
    parts.filter_map(move |(part, seen)| seen.then_some((kept.set, part, kept)))
}

/// Draws the parts of a tile.
fn draw(kept: Placed, sheets: &mut Sheets<'_>, parts: &mut Parts) -> Result<(), String> {
    let mut ids = sheets.frames(kept.set, kept.id);
    if ids.is_empty() {
        ids.push((kept.id, 1.0));
    }
    let seconds = ids.iter().map(|(_, seconds)| seconds).sum();
    let mut frames: [Vec<Pixels>; 2] = [Vec::new(), Vec::new()];
    for (id, _) in ids {
        let Some(picture) = sheets.picture(kept.set, id)? else {
            return Ok(());
        };
        let picture = if kept.flips == Flips::default() {
            picture
        } else {
            picture.flipped(kept.flips)
        };
        let (w, h) = (picture.width, picture.height);
        let above = h.saturating_sub(TILE);
        let rows = [(above, h - above), (0, above)];
        for (frames, (y, h)) in frames.iter_mut().zip(rows) {
            if h > 0 {
                frames.push(picture.cut(Area { x: 0, y, w, h }));
            }
        }
    }
    for (part, frames) in PARTS.into_iter().zip(frames) {
        if frames.iter().any(|frame| !frame.is_clear()) {
            let drawn = Drawn {
                opaque: frames.iter().all(Pixels::is_opaque),
                frames,
                seconds,
            };
            parts.insert((kept.set, part, kept), drawn);
        }
    }
    Ok(())
}

fn extent(kept: Placed, sheets: &Sheets<'_>, parts: &Parts) -> Extent {
    let in_place = sheets.offset(kept.set) == (0.0, 0.0);
    let (width, height) = sheets.size(kept.set);
    let body = parts.get(&(kept.set, Part::Body, kept));
    let fills = |picture: &Pixels| (picture.width, picture.height) == (TILE, TILE);
    let whole = |drawn: &Drawn| drawn.opaque && drawn.frames.iter().all(fills);
    Extent {
        covers: in_place && body.is_some_and(whole),
        within: in_place && width <= TILE && height <= 2 * TILE,
    }
}

/// What is seen of the tiles of each layer: those are left out over which an opaque tile of a
/// higher layer lies.
fn seen(
    layers: &[TileLayer],
    columns: usize,
    extent: impl Fn(&Placed) -> Extent,
) -> Vec<Vec<Seen>> {
    let cells = layers.iter().map(|l| l.cells.len()).max().unwrap_or(0);
    let mut covered = vec![false; cells];
    let mut all = Vec::new();
    for layer in layers.iter().rev() {
        let in_place = layer.shift == (0.0, 0.0);
        let look = |(at, placed): (usize, &Option<Placed>)| {
            let Some(placed) = placed else {
                return (false, false);
            };
            let open = !in_place || !extent(placed).within;
            let above = at.checked_sub(columns);
            (
                open || !covered[at],
                open || above.is_none_or(|above| !covered[above]),
            )
        };
        let seen: Vec<Seen> = layer.cells.iter().enumerate().map(look).collect();
        all.push(seen);
        if in_place && layer.opacity >= 1.0 {
            for (covered, placed) in covered.iter_mut().zip(&layer.cells) {
                *covered |= placed.as_ref().is_some_and(|p| extent(p).covers);
            }
        }
    }
    all.reverse();
    all
}

/// Puts parts into textures: each texture has tiles of one tileset, and a tile that moves has its
/// frames one after another.
fn fill(parts: Parts) -> (Vec<TileTexture>, BTreeMap<(usize, Part, Placed), Slot>) {
    let (mut textures, mut slots) = (Vec::new(), BTreeMap::new());
    let mut open: Option<(usize, Part, Vec<Pixels>)> = None;
    for (key, drawn) in parts {
        let (set, part, _) = key;
        let fits = |(of, kind, layers): &(usize, Part, Vec<Pixels>)| {
            (*of, *kind) == (set, part) && layers.len() + drawn.frames.len() <= MOST
        };
        if open.as_ref().is_some_and(|open| !fits(open)) {
            textures.extend(open.take().map(|(_, _, layers)| texture(layers)));
        }
        let (_, _, layers) = open.get_or_insert_with(|| (set, part, Vec::new()));
        let size = drawn.frames.first().map_or((1, 1), |f| (f.width, f.height));
        let slot = Slot {
            texture: textures.len(),
            first: layers.len() as u32,
            frames: drawn.frames.len() as u32,
            seconds: drawn.seconds,
            opaque: drawn.opaque,
            size,
        };
        slots.insert(key, slot);
        layers.extend(drawn.frames);
    }
    textures.extend(open.map(|(_, _, layers)| texture(layers)));
    (textures, slots)
}

/// What is drawn of a layer, the bodies before the heads. Opaque tiles are kept from others, as they
/// are drawn without being mixed with what is below them.
fn grids_of(
    layer: &TileLayer,
    seen: &[Seen],
    columns: usize,
    sheets: &Sheets<'_>,
    slots: &BTreeMap<(usize, Part, Placed), Slot>,
    always: impl Fn(usize, bool) -> bool,
) -> Vec<TileGrid> {
    let mut grids: BTreeMap<(Part, usize, bool, bool), TileGrid> = BTreeMap::new();
    for (at, (placed, seen)) in layer.cells.iter().zip(seen).enumerate() {
        let Some(placed) = placed else { continue };
        let kept = kept(*placed, sheets);
        for key in keys(kept, *seen) {
            let Some(slot) = slots.get(&key) else {
                continue;
            };
            let (part, always) = (key.1, always(at, slot.frames > 1));
            let grid = grids
                .entry((part, slot.texture, slot.opaque, always))
                .or_insert_with(|| TileGrid {
                    always,
                    ..grid(layer, *placed, part, slot, sheets)
                });
            let moves = (slot.frames > 1).then(|| {
                let end = slot.first + slot.frames;
                (end, 1.0 / slot.seconds.max(0.001))
            });
            grid.cells.push(Cell {
                x: (at % columns) as u32,
                y: (at / columns) as u32,
                look: slot.first,
                moves,
                flips: mirrored(*placed, kept),
            });
        }
    }
    grids.into_values().collect()
}

/// A grid for a part of the tiles of a layer, still without any.
fn grid(
    layer: &TileLayer,
    placed: Placed,
    part: Part,
    slot: &Slot,
    sheets: &Sheets<'_>,
) -> TileGrid {
    let offset = sheets.offset(placed.set);
    let (lift, later) = match part {
        Part::Body => (0.0, 0.0),
        Part::Head => (TILE as f32, 0.25),
    };
    TileGrid {
        texture: slot.texture,
        tile: slot.size,
        shift: (layer.shift.0 + offset.0, lift - layer.shift.1 - offset.1),
        depth: layer.depth.0 + layer.depth.1 * later,
        opacity: layer.opacity,
        opaque: slot.opaque && layer.opacity >= 1.0,
        always: true,
        cells: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GRASS: u32 = 1;
    const RUG: u32 = 2;
    const WALL: u32 = 3;

    fn layer(ids: &[u32]) -> TileLayer {
        let placed = |id: &u32| {
            (*id > 0).then_some(Placed {
                set: 0,
                id: *id,
                flips: Flips::default(),
            })
        };
        TileLayer {
            cells: ids.iter().map(placed).collect(),
            depth: (0.0, 1.0),
            opacity: 1.0,
            shift: (0.0, 0.0),
        }
    }

    fn extent(placed: &Placed) -> Extent {
        Extent {
            covers: placed.id != RUG,
            within: true,
        }
    }

    #[test]
    fn hidden_tiles_are_left_out() {
        let layers = [
            layer(&[GRASS, GRASS, GRASS, GRASS, GRASS, GRASS]),
            layer(&[0, WALL, RUG, WALL, 0, 0]),
        ];
        let seen = seen(&layers, 2, extent);
        let bodies: Vec<bool> = seen[0].iter().map(|s| s.0).collect();
        assert_eq!(bodies, [true, false, true, false, true, true]);
        let heads: Vec<bool> = seen[0].iter().map(|s| s.1).collect();
        assert_eq!(heads, [true, true, true, false, true, false]);
        assert_eq!(seen[1][0], (false, false));
        assert_eq!(seen[1][3], (true, true), "a layer does not hide itself");
    }

    #[test]
    fn clear_and_moved_layers_hide_nothing() {
        for change in [
            |layer: &mut TileLayer| layer.opacity = 0.5,
            |layer: &mut TileLayer| layer.shift = (3.0, 0.0),
        ] {
            let mut layers = [layer(&[GRASS]), layer(&[WALL])];
            change(&mut layers[1]);
            assert_eq!(seen(&layers, 1, extent)[0], [(true, true)]);
        }
    }

    #[test]
    fn frames_stay_together_and_textures_are_not_too_deep() {
        let mut parts = Parts::new();
        for id in 0..200 {
            let placed = Placed {
                set: 0,
                id,
                flips: Flips::default(),
            };
            let drawn = Drawn {
                frames: vec![Pixels::clear(2, 2); if id == 150 { 120 } else { 1 }],
                seconds: 1.0,
                opaque: false,
            };
            parts.insert((0, Part::Body, placed), drawn);
        }
        let (textures, slots) = fill(parts);
        let places: Vec<(usize, u32)> = slots.values().map(|s| (s.texture, s.first)).collect();
        assert_eq!(textures.len(), 2);
        assert_eq!((places[149], places[150]), ((0, 149), (1, 0)));
        assert_eq!(places[151], (1, 120));
        let layers = |n: usize| {
            let size = textures[n].image.texture_descriptor.size;
            size.depth_or_array_layers
        };
        assert_eq!((layers(0), layers(1)), (151, 169));
    }
}
