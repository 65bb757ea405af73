//! Tiles: where one may walk, and what one may see through.

use serde::{Deserialize, Serialize};

/// A tile of the map: column and row from the top left.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Tile {
    /// Column from the left, 0 for the first.
    pub x: i16,
    /// Row from the top, 0 for the first.
    pub y: i16,
}

impl Tile {
    /// The tile at (x, y).
    pub const fn new(x: i16, y: i16) -> Self {
        Self { x, y }
    }

    /// Chebyshev's distance: how many steps a king needs.
    pub fn distance(self, other: Tile) -> u32 {
        u32::from(self.x.abs_diff(other.x).max(self.y.abs_diff(other.y)))
    }

    /// The four neighbours: up, right, down, left.
    pub const fn neighbours(self) -> [Tile; 4] {
        let Tile { x, y } = self;
        [
            Tile::new(x, y - 1),
            Tile::new(x + 1, y),
            Tile::new(x, y + 1),
            Tile::new(x - 1, y),
        ]
    }
}

/// Which way a person looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Facing {
    /// Towards the viewer, down the map.
    #[default]
    Down,
    /// To the left of the map.
    Left,
    /// To the right of the map.
    Right,
    /// Away from the viewer.
    Up,
}

impl Facing {
    /// The way one looks when stepping or turning from one tile to another.
    pub fn towards(from: Tile, to: Tile) -> Self {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        match (dx.abs() > dy.abs(), dx > 0, dy > 0) {
            (true, true, _) => Facing::Right,
            (true, false, _) => Facing::Left,
            (false, _, true) => Facing::Down,
            (false, _, false) => Facing::Up,
        }
    }
}

/// A rectangle of tiles of the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rect {
    /// Its leftmost column, from 0.
    pub x: i16,
    /// Its top row, from 0.
    pub y: i16,
    /// How many columns it has.
    pub w: i16,
    /// How many rows it has.
    pub h: i16,
}

impl Rect {
    /// Whether `tile` lies in it.
    pub const fn contains(&self, tile: Tile) -> bool {
        tile.x >= self.x && tile.y >= self.y && tile.x < self.x + self.w && tile.y < self.y + self.h
    }

    /// The number of tiles in it.
    pub const fn area(&self) -> i32 {
        self.w as i32 * self.h as i32
    }

    /// All its tiles, row by row.
    pub fn tiles(self) -> impl Iterator<Item = Tile> {
        (self.y..self.y + self.h)
            .flat_map(move |y| (self.x..self.x + self.w).map(move |x| Tile::new(x, y)))
    }

    /// The tile in its middle.
    pub const fn centre(&self) -> Tile {
        Tile::new(self.x + self.w / 2, self.y + self.h / 2)
    }
}

/// What the tiles of a map allow.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Grid {
    /// How many columns of tiles the map has.
    pub width: i16,
    /// How many rows of tiles the map has.
    pub height: i16,
    flags: Vec<u8>,
}

/// The tile cannot be walked on.
pub const BLOCKED: u8 = 1;
/// Nobody sees across the tile.
pub const OPAQUE: u8 = 2;
/// Paved: quicker to walk than grass, so that people keep to the paths.
pub const PAVED: u8 = 4;
/// Holds a spot: may be entered as the end of a walk even when blocked.
pub const SPOT: u8 = 8;

impl Grid {
    /// A grid on which everything is open.
    pub fn new(width: i16, height: i16) -> Self {
        Self {
            width,
            height,
            flags: vec![0; width as usize * height as usize],
        }
    }

    /// The number of tiles.
    pub fn len(&self) -> usize {
        self.flags.len()
    }

    /// Whether there are no tiles.
    pub fn is_empty(&self) -> bool {
        self.flags.is_empty()
    }

    /// The index of a tile in row order, or none outside of the map.
    pub fn index(&self, tile: Tile) -> Option<usize> {
        let inside = tile.x >= 0 && tile.y >= 0 && tile.x < self.width && tile.y < self.height;
        inside.then(|| tile.y as usize * self.width as usize + tile.x as usize)
    }

    /// The tile at an index in row order.
    pub fn tile(&self, index: usize) -> Tile {
        Tile::new(
            (index % self.width as usize) as i16,
            (index / self.width as usize) as i16,
        )
    }

    /// The flags of a tile; blocked and opaque outside of the map.
    pub fn flags(&self, tile: Tile) -> u8 {
        self.index(tile).map_or(BLOCKED | OPAQUE, |i| self.flags[i])
    }

    /// Adds flags to a tile.
    pub fn mark(&mut self, tile: Tile, flags: u8) {
        if let Some(i) = self.index(tile) {
            self.flags[i] |= flags;
        }
    }

    /// Takes flags from a tile.
    pub fn clear(&mut self, tile: Tile, flags: u8) {
        if let Some(i) = self.index(tile) {
            self.flags[i] &= !flags;
        }
    }

    /// Whether one can walk through a tile.
    pub fn walkable(&self, tile: Tile) -> bool {
        self.flags(tile) & BLOCKED == 0
    }

    /// Whether a walk may end on a tile.
    pub fn enterable(&self, tile: Tile) -> bool {
        let flags = self.flags(tile);
        flags & BLOCKED == 0 || flags & SPOT != 0 && self.index(tile).is_some()
    }

    /// Whether `b` can be seen from `a`: no opaque tile lies strictly between them on Bresenham's
    /// line.
    pub fn sees(&self, a: Tile, b: Tile) -> bool {
        let (mut x, mut y) = (i32::from(a.x), i32::from(a.y));
        let (bx, by) = (i32::from(b.x), i32::from(b.y));
        let (dx, dy) = ((bx - x).abs(), -(by - y).abs());
        let (sx, sy) = ((bx - x).signum(), (by - y).signum());
        let mut error = dx + dy;
        while (x, y) != (bx, by) {
            if (x, y) != (i32::from(a.x), i32::from(a.y))
                && self.flags(Tile::new(x as i16, y as i16)) & OPAQUE != 0
            {
                return false;
            }
            let doubled = 2 * error;
            if doubled >= dy {
                error += dy;
                x += sx;
            }
            if doubled <= dx {
                error += dx;
                y += sy;
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn walls_block_sight_and_doors_do_not() {
        let mut grid = Grid::new(7, 5);
        for y in 0..5 {
            if y != 2 {
                grid.mark(Tile::new(3, y), BLOCKED | OPAQUE);
            }
        }
        assert!(grid.sees(Tile::new(1, 2), Tile::new(5, 2)));
        assert!(!grid.sees(Tile::new(1, 0), Tile::new(5, 0)));
        assert!(grid.sees(Tile::new(1, 1), Tile::new(1, 1)));
        assert!(!grid.walkable(Tile::new(-1, 0)));
    }

    #[test]
    fn facing_follows_the_longer_side() {
        assert_eq!(
            Facing::towards(Tile::new(0, 0), Tile::new(3, 1)),
            Facing::Right
        );
        assert_eq!(
            Facing::towards(Tile::new(0, 0), Tile::new(0, -1)),
            Facing::Up
        );
    }
}
