//! Where one may walk, and what one sees through: from the tiles of layers and from pieces.

use super::{
    found::Layer,
    meanings::Meanings,
    pieces::Piece,
    raster::{Area, Raster},
};
use crate::campus::map::{
    Grid, MOST_COVERED, MOST_PIECES, Tile,
    grid::{BLOCKED, OPAQUE},
    problems::Problems,
};
use std::rc::Rc;
use tiled::{LayerType, TileLayer};

/// What layers of tiles hold beside the flags of their cells.
#[derive(Default)]
pub(super) struct Laid<'a> {
    /// The cells that are open whatever lies on them.
    opened: Vec<Tile>,
    /// The pieces among the tiles.
    pub pieces: Vec<Piece<'a>>,
}

/// Gives the cells of the map the flags of all tiles on them.
pub(super) fn mark_layers<'a>(
    layers: &[Layer<'_>],
    meanings: &'a Meanings<'_>,
    raster: &Raster,
    grid: &mut Grid,
    problems: &mut Problems,
) -> Laid<'a> {
    let mut laid = Laid::default();
    for layer in layers {
        if let LayerType::Tiles(tiles) = &layer.kind
            && !mark_layer(
                &layer.name,
                tiles,
                meanings,
                raster,
                grid,
                &mut laid,
                problems,
            )
        {
            break;
        }
    }
    laid
}

/// Marks the cells of one layer; false where it has too many pieces.
fn mark_layer<'a>(
    name: &Rc<str>,
    tiles: &TileLayer<'_>,
    meanings: &'a Meanings<'_>,
    raster: &Raster,
    grid: &mut Grid,
    laid: &mut Laid<'a>,
    problems: &mut Problems,
) -> bool {
    for (column, row) in raster.cells() {
        let Some(tile) = tiles.get_tile(i32::from(column), i32::from(row)) else {
            continue;
        };
        let Some(meaning) = meanings.of_cell(&tile) else {
            continue;
        };
        let cell = Tile::new(column, row);
        grid.mark(cell, meaning.flags);
        if meaning.opens {
            laid.opened.push(cell);
        }
        if !meaning.is_piece() {
            continue;
        }
        if laid.pieces.len() >= MOST_PIECES {
            problems.layer(
                name,
                format!("more than {MOST_PIECES} pieces were found; expected fewer"),
            );
            return false;
        }
        let at = (column, row);
        let piece = Piece::of_cell(&tile, at, name, meaning, raster, problems);
        laid.pieces.extend(piece);
    }
    true
}

/// Blocks what pieces stand on, and opens what is open.
pub(super) fn mark_pieces<'p, 'a: 'p>(
    pieces: impl Iterator<Item = &'p Piece<'a>> + Clone,
    laid: &Laid<'_>,
    raster: &Raster,
    grid: &mut Grid,
    problems: &mut Problems,
) {
    let mut room = MOST_COVERED * grid.len();
    for piece in pieces.clone() {
        let block = |tile| grid.mark(tile, BLOCKED);
        if !cover(piece, piece.solids(), raster, &mut room, block, problems) {
            return;
        }
    }
    for cell in &laid.opened {
        grid.clear(*cell, BLOCKED | OPAQUE);
    }
    for piece in pieces {
        let open = |tile| grid.clear(tile, BLOCKED | OPAQUE);
        if !cover(piece, piece.passages(), raster, &mut room, open, problems) {
            return;
        }
    }
}

/// Does something with every tile that areas of a piece cover; false where there are too many.
fn cover(
    piece: &Piece<'_>,
    areas: impl Iterator<Item = Area>,
    raster: &Raster,
    room: &mut usize,
    mut each: impl FnMut(Tile),
    problems: &mut Problems,
) -> bool {
    for area in areas {
        let cells = raster.covered(area);
        match room.checked_sub(usize::try_from(cells.area()).unwrap_or(0)) {
            Some(left) => *room = left,
            None => {
                problems.object(
                    &piece.at,
                    format!(
                        "the pieces up to this one cover more tiles than {MOST_COVERED} maps \
                         have; expected fewer"
                    ),
                );
                return false;
            }
        }
        cells.tiles().for_each(&mut each);
    }
    true
}
