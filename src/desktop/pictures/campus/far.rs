//! The flat ground from afar: blocks of cells put together and made smaller, each of which is drawn
//! as one tile. From so far that a cell is a few pixels, most of the work of drawing is for the
//! edges of tiles, not for what is in them.

use super::scale::TILE;
use crate::desktop::pictures::{
    mips,
    pixels::{Area, Flips, Pixels},
};

/// How many blocks a map has at most, as far as larger blocks can help.
const MOST: u32 = 6144;

/// How many cells a side of a block has at most.
const LARGEST: u32 = 8;

/// A picture that lies on the map, both made smaller.
pub(super) struct Laid<'a> {
    /// The picture, of [`smaller`].
    pub picture: &'a Pixels,
    /// Where its upper left corner is, in pixels of the map made smaller.
    pub at: (u32, u32),
    /// How it is mirrored.
    pub flips: Flips,
}

/// How many cells a side of a block has: a power of two from 2 on.
pub(super) const fn side(size: (u32, u32)) -> u32 {
    let mut side = 2;
    while side < LARGEST && size.0.div_ceil(side) * size.1.div_ceil(side) > MOST {
        side *= 2;
    }
    side
}

/// A picture as it is seen from where as many cells as a side of a block has are as wide as a tile.
pub(super) fn smaller(picture: &Pixels, side: u32) -> Pixels {
    let mut chain = mips::chain(picture.clone(), side.trailing_zeros());
    chain.pop().unwrap_or_else(|| Pixels::clear(1, 1))
}

/// The blocks of a map of that many columns and rows, row by row, each as large as a tile, with
/// what lies on them, the first lowest.
pub(super) fn blocks(size: (u32, u32), laid: &[Laid<'_>]) -> Vec<Pixels> {
    let side = side(size);
    let (columns, rows) = (size.0.div_ceil(side), size.1.div_ceil(side));
    let mut blocks = vec![Pixels::clear(TILE, TILE); (columns * rows) as usize];
    for piece in laid {
        let (width, height) = (piece.picture.width, piece.picture.height);
        let whole = Area {
            x: 0,
            y: 0,
            w: width,
            h: height,
        };
        let number = piece.at.1 / TILE * columns + piece.at.0 / TILE;
        let (x, y) = (piece.at.0 % TILE, piece.at.1 % TILE);
        if let Some(block) = blocks.get_mut(number as usize) {
            block.lay(piece.picture, whole, x as i32, y as i32, piece.flips);
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_grow_with_the_map() {
        assert_eq!(side((140, 100)), 2);
        assert_eq!(side((336, 284)), 4);
        assert_eq!(side((512, 512)), 8);
        assert_eq!(side((2000, 2000)), LARGEST);
    }

    #[test]
    fn blocks_are_what_lies_on_them_made_smaller() {
        let paint = |color: [u8; 4], side: u32| {
            let mut picture = Pixels::clear(side, side);
            for at in 0..side * side {
                picture.put(at % side, at / side, color);
            }
            picture
        };
        let (red, blue) = (paint([255, 0, 0, 255], TILE), paint([0, 0, 255, 255], TILE));
        let (red, blue) = (smaller(&red, 2), smaller(&blue, 2));
        let lay = |picture, at| Laid {
            picture,
            at,
            flips: Flips::default(),
        };
        let half = TILE / 2;
        let laid = [
            lay(&red, (0, 0)),
            lay(&red, (half, half)),
            lay(&blue, (half, half)),
            lay(&blue, (TILE, 0)),
        ];
        let blocks = blocks((3, 2), &laid);
        assert_eq!(blocks.len(), 2);
        assert!(blocks.iter().all(|b| (b.width, b.height) == (TILE, TILE)));
        assert_eq!(blocks[0].get(3, 3), [255, 0, 0, 255]);
        assert_eq!(blocks[0].get(half + 3, half + 3), [0, 0, 255, 255]);
        assert_eq!(blocks[0].get(half + 3, 3)[3], 0);
        assert_eq!(blocks[1].get(3, 3), [0, 0, 255, 255]);
    }
}
