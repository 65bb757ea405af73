//! Maps whose cells have other sizes than ours: everything of them is drawn as though they had it.

use crate::desktop::pictures::{mips, pixels::Pixels};

/// Pixels of a tile's side, as it is shown.
pub const TILE: u32 = 32;

/// The sides a cell may have for its pictures to be shown, in pixels.
const SIDES: std::ops::RangeInclusive<u32> = 4..=512;

/// The longest side of a picture that is shown, in pixels.
const LONGEST: u32 = 4096;

/// How pixels of a map become pixels that are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scale {
    /// Columns and rows of pixels of a cell in the map's file.
    cell: (u32, u32),
}

impl Default for Scale {
    fn default() -> Self {
        Self { cell: (TILE, TILE) }
    }
}

impl Scale {
    /// For a map whose cells have so many columns and rows of pixels.
    ///
    /// # Errors
    /// When cells are so small or so large that nothing good could be shown, in a sentence.
    pub fn of(cell: (u32, u32)) -> Result<Self, String> {
        if SIDES.contains(&cell.0) && SIDES.contains(&cell.1) {
            return Ok(Self { cell });
        }
        Err(format!(
            "its tiles have {} × {} pixels; expected {} to {} along each side for their pictures \
             to be shown",
            cell.0,
            cell.1,
            SIDES.start(),
            SIDES.end()
        ))
    }

    /// A point or a distance: to the right and down, in pixels.
    pub fn at(self, (x, y): (f32, f32)) -> (f32, f32) {
        let ours = TILE as f32;
        (x * ours / self.cell.0 as f32, y * ours / self.cell.1 as f32)
    }

    /// Columns and rows of pixels of a picture; at least one of each.
    pub fn size(self, (width, height): (u32, u32)) -> (u32, u32) {
        let side = |side: u32, cell: u32| {
            let shown = (u64::from(side) * u64::from(TILE) + u64::from(cell) / 2) / u64::from(cell);
            u32::try_from(shown).unwrap_or(u32::MAX).max(1)
        };
        (side(width, self.cell.0), side(height, self.cell.1))
    }

    /// A picture as it is shown: pixels that become whole numbers of pixels stay as they are.
    ///
    /// # Errors
    /// When it would be too large, in a sentence.
    pub fn picture(self, picture: Pixels) -> Result<Pixels, String> {
        if self == Self::default() {
            return Ok(picture);
        }
        let (width, height) = self.size((picture.width, picture.height));
        if width.max(height) > LONGEST {
            return Err(format!(
                "a picture of {} × {} pixels is too large on a map whose tiles have {} × {}; \
                 expected at most {LONGEST} where tiles have {TILE}",
                picture.width, picture.height, self.cell.0, self.cell.1
            ));
        }
        Ok(mips::resized(&picture, width, height))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_of_smaller_tiles_keep_their_pixels() {
        let scale = Scale::of((16, 16)).unwrap();
        let mut picture = Pixels::clear(16, 17);
        picture.put(3, 5, [1, 2, 3, 255]);
        picture.put(4, 5, [9, 8, 7, 60]);
        let shown = scale.picture(picture.clone()).unwrap();
        assert_eq!((shown.width, shown.height), (32, 34));
        for y in 0..34 {
            for x in 0..32 {
                assert_eq!(shown.get(x, y), picture.get(x / 2, y / 2), "{x}, {y}");
            }
        }
        assert_eq!(scale.at((8.0, 24.0)), (16.0, 48.0));
    }

    #[test]
    fn tiles_of_any_size_fill_a_cell() {
        for cell in [(48, 48), (64, 32), (5, 511), (32, 32)] {
            assert_eq!(Scale::of(cell).unwrap().size(cell), (TILE, TILE));
        }
        let scale = Scale::of((64, 64)).unwrap();
        assert_eq!(scale.size((1, 96)), (1, 48));
        let shown = scale.picture(Pixels::clear(64, 96)).unwrap();
        assert_eq!((shown.width, shown.height), (32, 48));
    }

    #[test]
    fn nothing_becomes_too_large() {
        for cell in [(3, 32), (32, 513), (0, 0), (u32::MAX, 16)] {
            assert!(Scale::of(cell).unwrap_err().contains("4 to 512"));
        }
        let scale = Scale::of((4, 4)).unwrap();
        assert!(scale.picture(Pixels::clear(513, 2)).is_err());
        assert_eq!(scale.size((u32::MAX, 1)), (u32::MAX, 8));
    }
}
