//! From pixels to tiles: which tiles of the map an area covers, and where the parts of a picture
//! lie that is scaled and mirrored.

use crate::campus::map::{Facing, Rect, Tile};

/// An area in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    /// Its left edge.
    pub left: f64,
    /// Its top edge.
    pub top: f64,
    /// Its right edge.
    pub right: f64,
    /// Its bottom edge.
    pub bottom: f64,
}

impl Area {
    /// An area by its corner, width and height, as Tiled has them.
    pub fn of(x: f32, y: f32, width: f32, height: f32) -> Self {
        let (left, top) = (f64::from(x), f64::from(y));
        Self {
            left,
            top,
            right: left + f64::from(width),
            bottom: top + f64::from(height),
        }
    }

    /// Whether a point lies in it.
    pub fn contains(&self, (x, y): (f64, f64)) -> bool {
        (self.left..self.right).contains(&x) && (self.top..self.bottom).contains(&y)
    }

    /// Whether another area, which is not empty, lies in it.
    pub fn holds(&self, other: &Self) -> bool {
        let along = |from: f64, to: f64, inner: (f64, f64)| {
            from <= inner.0 && inner.0 < inner.1 && inner.1 <= to
        };
        along(self.left, self.right, (other.left, other.right))
            && along(self.top, self.bottom, (other.top, other.bottom))
    }
}

/// The tiles of a map, in pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Raster {
    /// How many columns the map has.
    pub columns: i16,
    /// How many rows the map has.
    pub rows: i16,
    /// How wide and high a tile is.
    pub tile: (f64, f64),
}

impl Raster {
    /// The tiles of what Tiled wrote.
    pub fn of(map: &tiled::Map) -> Self {
        Self {
            columns: map.width as i16,
            rows: map.height as i16,
            tile: (f64::from(map.tile_width), f64::from(map.tile_height)),
        }
    }

    /// Columns and rows of all tiles, row by row.
    pub fn cells(&self) -> impl Iterator<Item = (i16, i16)> {
        let columns = self.columns;
        (0..self.rows).flat_map(move |row| (0..columns).map(move |column| (column, row)))
    }

    /// The whole map.
    pub fn whole(&self) -> Area {
        Area {
            left: 0.0,
            top: 0.0,
            right: f64::from(self.columns) * self.tile.0,
            bottom: f64::from(self.rows) * self.tile.1,
        }
    }

    /// The tile that a point lies in; it may lie outside of the map.
    pub fn tile(&self, (x, y): (f64, f64)) -> Tile {
        Tile::new(
            (x / self.tile.0).floor() as i16,
            (y / self.tile.1).floor() as i16,
        )
    }

    /// The middle of a rectangle of tiles, in pixels.
    pub fn middle(&self, rect: Rect) -> (f64, f64) {
        (
            (f64::from(rect.x) + f64::from(rect.w) / 2.0) * self.tile.0,
            (f64::from(rect.y) + f64::from(rect.h) / 2.0) * self.tile.1,
        )
    }

    /// The tiles of the map whose middles lie within an area.
    pub fn covered(&self, area: Area) -> Rect {
        let ends = |from: f64, to: f64, side: f64, most: i16| {
            let first = |edge: f64| (edge / side - 0.5).ceil().clamp(0.0, f64::from(most)) as i16;
            let (from, to) = (first(from), first(to));
            (from, (to - from).max(0))
        };
        let (x, w) = ends(area.left, area.right, self.tile.0, self.columns);
        let (y, h) = ends(area.top, area.bottom, self.tile.1, self.rows);
        Rect { x, y, w, h }
    }
}

/// Where a picture is on the map.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// What it covers.
    pub area: Area,
    /// How many pixels of the map each of its own is wide and high.
    scale: (f64, f64),
    /// Whether it is mirrored, left to right and top to bottom.
    flips: (bool, bool),
}

impl Frame {
    /// A picture of a size that is drawn over an area.
    pub fn new(area: Area, size: (f64, f64), flips: (bool, bool)) -> Self {
        let scale = (
            (area.right - area.left) / size.0,
            (area.bottom - area.top) / size.1,
        );
        Self { area, scale, flips }
    }

    /// Where a point of the picture is on the map.
    pub fn point(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let (x, y) = (x * self.scale.0, y * self.scale.1);
        (
            if self.flips.0 {
                self.area.right - x
            } else {
                self.area.left + x
            },
            if self.flips.1 {
                self.area.bottom - y
            } else {
                self.area.top + y
            },
        )
    }

    /// Where a part of the picture is on the map.
    pub fn part(&self, part: Area) -> Area {
        let (a, b) = (
            self.point((part.left, part.top)),
            self.point((part.right, part.bottom)),
        );
        Area {
            left: a.0.min(b.0),
            top: a.1.min(b.1),
            right: a.0.max(b.0),
            bottom: a.1.max(b.1),
        }
    }

    /// How somebody looks on the map who looks that way in the picture.
    pub const fn facing(&self, facing: Facing) -> Facing {
        match (facing, self.flips) {
            (Facing::Left, (true, _)) => Facing::Right,
            (Facing::Right, (true, _)) => Facing::Left,
            (Facing::Up, (_, true)) => Facing::Down,
            (Facing::Down, (_, true)) => Facing::Up,
            (same, _) => same,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RASTER: Raster = Raster {
        columns: 8,
        rows: 6,
        tile: (32.0, 32.0),
    };

    fn rect(x: i16, y: i16, w: i16, h: i16) -> Rect {
        Rect { x, y, w, h }
    }

    #[test]
    fn a_tile_is_covered_when_its_middle_is() {
        let covered = |x, y, w, h| RASTER.covered(Area::of(x, y, w, h));
        assert_eq!(covered(32.0, 64.0, 64.0, 32.0), rect(1, 2, 2, 1));
        assert_eq!(covered(40.0, 64.0, 48.0, 20.0), rect(1, 2, 2, 1));
        assert_eq!(covered(50.0, 64.0, 28.0, 32.0).area(), 0);
        assert_eq!(covered(16.0, 0.0, 32.0, 32.0), rect(0, 0, 1, 1));
        // What leaves the map is cut off.
        assert_eq!(covered(-64.0, 160.0, 96.0, 1e6), rect(0, 5, 1, 1));
        assert_eq!(covered(1e6, 0.0, 1e6, 32.0).area(), 0);
        assert_eq!(covered(64.0, 0.0, -64.0, 32.0).area(), 0);
        assert_eq!(RASTER.tile((-1.0, 95.9)), Tile::new(-1, 2));
    }

    #[test]
    fn parts_of_a_picture_are_scaled_and_mirrored_with_it() {
        let area = Area::of(96.0, 32.0, 64.0, 96.0);
        let plain = Frame::new(area, (64.0, 96.0), (false, false));
        let part = Area::of(0.0, 64.0, 32.0, 32.0);
        assert_eq!(plain.part(part), Area::of(96.0, 96.0, 32.0, 32.0));
        let mirrored = Frame::new(area, (64.0, 96.0), (true, false));
        assert_eq!(mirrored.part(part), Area::of(128.0, 96.0, 32.0, 32.0));
        assert_eq!(mirrored.point((16.0, 48.0)), (144.0, 80.0));
        assert_eq!(mirrored.facing(Facing::Left), Facing::Right);
        assert_eq!(mirrored.facing(Facing::Up), Facing::Up);
        let fallen = Frame::new(area, (32.0, 48.0), (false, true));
        assert_eq!(fallen.point((8.0, 12.0)), (112.0, 104.0));
        assert_eq!(fallen.facing(Facing::Up), Facing::Down);
        assert_eq!(fallen.facing(Facing::Left), Facing::Left);
    }
}
