//! What is known of a map while its files are looked at.

use crate::campus::map::{problems::Problems, tiles::FLIPS, xml::Sizes};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    rc::Rc,
};

/// The largest file, and all files of a map together, in bytes.
pub(super) const MOST_BYTES: u64 = 12 << 20;

/// How many tiles all tilesets together may offer.
pub(super) const MOST_TILES: u32 = 1 << 18;

/// The largest side of a tile, a margin, a gap or an offset, in pixels.
pub(super) const LARGEST_TILE: i64 = 4096;

/// The files of a map, each in the plainest form, under the paths by which `tiled` asks for them.
pub(in crate::campus::map) type Vetted = BTreeMap<PathBuf, String>;

/// A file whose tree is looked at.
pub(super) struct Page<'a> {
    pub(super) file: &'a Path,
    pub(super) text: &'a str,
}

/// What is looked at, and what was found so far.
pub(super) struct Vet<'a> {
    /// The folder within which all must lie.
    pub(super) root: PathBuf,
    pub(super) problems: &'a mut Problems,
    /// Bytes, tags with their attributes, tiles of tilesets, layers and tiles of layers so far.
    pub(super) bytes: u64,
    pub(super) sizes: Sizes,
    pub(super) tiles: u32,
    pub(super) layers: usize,
    pub(super) cells: usize,
    /// How many of the problems hide nothing: what they are about was replaced.
    pub(super) mended: usize,
    /// Whether something was left out for them that others belong to, such as a tileset.
    pub(super) left_out: bool,
    /// The templates in which something is wrong.
    pub(super) unfit: BTreeSet<PathBuf>,
    /// How many bytes objects take from their templates.
    pub(super) copied: u64,
    /// The pictures that were looked at.
    pub(super) images: BTreeSet<PathBuf>,
    /// Which tiles each tileset's file offers.
    pub(super) sets: BTreeMap<PathBuf, Offered>,
    /// How many bytes an object takes from each template.
    pub(super) weights: BTreeMap<PathBuf, u64>,
    pub(super) vetted: Vetted,
}

/// A tileset as a map or a template has it.
pub(super) struct Set {
    /// The number of its first tile in the map.
    pub first: u32,
    /// Which tiles it offers.
    pub offered: Offered,
}

/// Which tiles a tileset offers, by their numbers in it.
#[derive(Clone)]
pub(super) enum Offered {
    /// All up to this one, which is not: pieces of one picture.
    Below(u32),
    /// These: pictures of their own.
    These(Rc<BTreeSet<u32>>),
}

impl Offered {
    /// Whether there is a tile of that number.
    pub fn has(&self, id: u32) -> bool {
        match self {
            Self::Below(end) => id < *end,
            Self::These(ids) => ids.contains(&id),
        }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        match self {
            Self::Below(end) => *end as usize,
            Self::These(ids) => ids.len(),
        }
    }

    /// The number after the largest.
    pub fn end(&self) -> u32 {
        match self {
            Self::Below(end) => *end,
            Self::These(ids) => ids.last().map_or(0, |id| id + 1),
        }
    }
}

/// What the layers of a map have in common.
pub(super) struct Sheet<'a> {
    pub(super) width: usize,
    pub(super) height: usize,
    /// Whether its layers have no bounds, so that their tiles are not looked at.
    pub(super) endless: bool,
    /// Whether all its tilesets could be read.
    pub(super) whole: bool,
    /// The tilesets, in the file's order.
    pub(super) sets: &'a [Set],
}

impl Sheet<'_> {
    /// Whether there is a tile of that number. The last tileset that begins at it or before is
    /// asked, as `tiled` does.
    pub(super) fn offers(&self, number: u32) -> bool {
        let set = self.sets.iter().rev().find(|set| set.first <= number);
        set.is_some_and(|set| set.offered.has(number - set.first))
    }

    /// The number after the largest that there is.
    pub(super) fn end(&self) -> u32 {
        let ends = self.sets.iter().map(|set| set.first + set.offered.end());
        ends.max().unwrap_or(1)
    }

    /// Puts the tile before it in the place of each that no tileset offers, so that the rest of the
    /// map can be looked at. Gives the first of them: where it is, and its number. Where a tileset
    /// could not be read, those that no other offers may be its own, and are taken away.
    pub(super) fn mend(&self, tiles: &mut [u32]) -> Option<(usize, u32)> {
        let (mut last, mut found) = (0, None);
        for (at, tile) in tiles.iter_mut().enumerate() {
            let number = *tile & !FLIPS;
            // The same tile often follows itself.
            if number == last || number == 0 || self.offers(number) {
                last = number;
                continue;
            }
            if self.whole {
                found = found.or(Some((at, number)));
                *tile = last;
            } else {
                *tile = 0;
            }
        }
        found
    }
}

/// A path that a file names, seen from that file.
pub(super) fn beside(file: &Path, named: &str) -> PathBuf {
    file.parent().unwrap_or(Path::new("")).join(named)
}
