//! The flat ground from afar: blocks of cells put together and made smaller, each of which is drawn
//! as one tile. From so far that a cell is a few pixels, most of the work of drawing is for the
//! edges of tiles, not for what is in them.

use super::objects::TILE;
use crate::desktop::pictures::{
    mips,
    pixels::{Area, Flips, Pixels},
};

/// How many blocks a map has at most, as far as larger blocks can help.
const MOST: u32 = 6144;

/// How many cells a side of a block has at most.
const LARGEST: u32 = 8;

/// A picture that lies on the map.
pub(super) struct Laid<'a> {
    /// The picture.
    pub picture: &'a Pixels,
    /// Where its upper left corner is, in pixels of the map.
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

/// The blocks of a map of that many columns and rows, row by row, each as large as a tile, with
/// what lies on them, the first lowest.
pub(super) fn blocks(size: (u32, u32), laid: &[Laid<'_>]) -> Vec<Pixels> {
    let side = side(size);
    let (columns, rows) = (size.0.div_ceil(side), size.1.div_ceil(side));
    let pixels = side * TILE;
    let mut on: Vec<Vec<&Laid<'_>>> = vec![Vec::new(); (columns * rows) as usize];
    for piece in laid {
        let block = piece.at.1 / pixels * columns + piece.at.0 / pixels;
        if let Some(on) = on.get_mut(block as usize) {
            on.push(piece);
        }
    }
    let compose = |on: &Vec<&Laid<'_>>| {
        let mut block = Pixels::clear(pixels, pixels);
        for piece in on {
            let (width, height) = (piece.picture.width, piece.picture.height);
            let whole = Area {
                x: 0,
                y: 0,
                w: width,
                h: height,
            };
            let (x, y) = (piece.at.0 % pixels, piece.at.1 % pixels);
            block.lay(piece.picture, whole, x as i32, y as i32, piece.flips);
        }
        let mut chain = mips::chain(block, side.trailing_zeros());
        chain.pop()
    };
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    let share = on.len().div_ceil(threads).max(1);
    std::thread::scope(|scope| {
        let shares = on.chunks(share).map(|share| {
            let work = move || share.iter().filter_map(compose).collect::<Vec<Pixels>>();
            scope.spawn(work)
        });
        let shares: Vec<_> = shares.collect();
        let done = shares.into_iter().flat_map(|share| share.join());
        done.flatten().collect()
    })
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
        let lay = |picture, at| Laid {
            picture,
            at,
            flips: Flips::default(),
        };
        let laid = [
            lay(&red, (0, 0)),
            lay(&red, (TILE, TILE)),
            lay(&blue, (TILE, TILE)),
            lay(&blue, (2 * TILE, 0)),
        ];
        let blocks = blocks((3, 2), &laid);
        assert_eq!(blocks.len(), 2);
        let half = TILE / 2;
        assert!(blocks.iter().all(|b| (b.width, b.height) == (TILE, TILE)));
        assert_eq!(blocks[0].get(3, 3), [255, 0, 0, 255]);
        assert_eq!(blocks[0].get(half + 3, half + 3), [0, 0, 255, 255]);
        assert_eq!(blocks[0].get(half + 3, 3)[3], 0);
        assert_eq!(blocks[1].get(3, 3), [0, 0, 255, 255]);
    }
}
