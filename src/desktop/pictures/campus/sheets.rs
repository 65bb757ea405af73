//! The pictures of tilesets: sheets that are read once, and tiles cut out of them.

use super::scale::Scale;
use crate::desktop::pictures::pixels::{Area, Pixels};
use collegium_core::files;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};
use tiled::{PropertyValue, Tileset};

/// How many frames of an animation are shown.
const MOST_FRAMES: usize = 64;

/// How often the shortest frame a longer one is shown at most.
const LONGEST: u32 = 8;

/// The tilesets that a map uses, each with a number, and their pictures.
#[derive(Default)]
pub(super) struct Sheets<'m> {
    sets: Vec<&'m Tileset>,
    /// Tilesets that were met, with their numbers: the same may be met as several.
    met: Vec<(&'m Tileset, usize)>,
    images: BTreeMap<PathBuf, Pixels>,
    /// The season whose pictures win over a tileset's own.
    season: Option<&'static str>,
    /// How pixels of the map become pixels that are shown.
    scale: Scale,
    /// The files that were read.
    pub files: BTreeSet<PathBuf>,
}

/// A frame of an animation: which tile, and for how many seconds.
pub(super) type Frame = (u32, f32);

impl<'m> Sheets<'m> {
    /// Tilesets that are shown in a season.
    pub fn in_season(season: Option<&'static str>, scale: Scale) -> Self {
        Self {
            season,
            scale,
            ..Self::default()
        }
    }

    /// The number of a tileset; the same for all that are read from one file.
    pub fn number(&mut self, set: &'m Tileset) -> usize {
        if let Some((_, number)) = self.met.iter().find(|(met, _)| std::ptr::eq(*met, set)) {
            return *number;
        }
        let same = |known: &Tileset| {
            known.source == set.source && known.name == set.name && known.image == set.image
        };
        let known = self.sets.iter().position(|known| same(known));
        let number = known.unwrap_or_else(|| {
            self.sets.push(set);
            self.files.insert(files::moved(&set.source));
            self.sets.len() - 1
        });
        self.met.push((set, number));
        number
    }

    /// Columns and rows of pixels of a tile of a tileset, as it is shown.
    pub fn size(&self, number: usize) -> (u32, u32) {
        let set = self.sets[number];
        self.scale.size((set.tile_width, set.tile_height))
    }

    /// How far tiles of a tileset are moved to the right and down, in pixels that are shown.
    pub fn offset(&self, number: usize) -> (f32, f32) {
        let set = self.sets[number];
        self.scale.at((set.offset_x as f32, set.offset_y as f32))
    }

    /// The picture of a tile as it is shown; none where its tileset has no such tile.
    ///
    /// # Errors
    /// When the picture cannot be read or would be too large, in a sentence.
    pub fn picture(&mut self, number: usize, id: u32) -> Result<Option<Pixels>, String> {
        let found = self.original(number, id)?;
        found.map(|found| self.scale.picture(found)).transpose()
    }

    /// The picture of a tile as its file has it.
    fn original(&mut self, number: usize, id: u32) -> Result<Option<Pixels>, String> {
        let set = self.sets[number];
        let Some(image) = &set.image else {
            return self.single(set, id);
        };
        let columns = set.columns.max(1);
        let step = |n: u32, side: u32| set.margin + n * (side + set.spacing);
        let area = Area {
            x: step(id % columns, set.tile_width),
            y: step(id / columns, set.tile_height),
            w: set.tile_width,
            h: set.tile_height,
        };
        let file = files::moved(&self.dressed(set, &image.source));
        if !self.images.contains_key(&file) {
            let sheet = self.read(&file)?;
            self.images.insert(file.clone(), sheet);
        }
        let sheet = self.images.get(&file);
        let there = sheet.filter(|sheet| area.x < sheet.width && area.y < sheet.height);
        Ok(there.map(|sheet| sheet.cut(area)))
    }

    /// The picture of a tileset in the season: the one beside it that its property of the season's
    /// name names, else its own.
    fn dressed(&self, set: &Tileset, own: &Path) -> PathBuf {
        let named = self.season.and_then(|season| set.properties.get(season));
        let Some(PropertyValue::FileValue(name)) = named else {
            return own.to_owned();
        };
        // A map may come from anywhere: nothing but what lies beside its tileset is read for it.
        let plain = !name.contains(['/', '\\', ':']) && !name.starts_with('.');
        match set.source.parent().filter(|_| plain && !name.is_empty()) {
            Some(folder) => folder.join(name),
            None => own.to_owned(),
        }
    }

    /// The picture of a tile that has one of its own.
    fn single(&mut self, set: &Tileset, id: u32) -> Result<Option<Pixels>, String> {
        let Some(tile) = set.get_tile(id) else {
            return Ok(None);
        };
        let Some(image) = &tile.image else {
            return Ok(None);
        };
        let whole = self.read(&files::moved(&image.source))?;
        let part = tile.image_rect.map(|rect| Area {
            x: rect.x.max(0) as u32,
            y: rect.y.max(0) as u32,
            w: (rect.width.max(1) as u32).min(whole.width),
            h: (rect.height.max(1) as u32).min(whole.height),
        });
        let all = Area {
            x: 0,
            y: 0,
            w: whole.width,
            h: whole.height,
        };
        Ok(Some(match part {
            Some(part) if part != all => whole.cut(part),
            _ => whole,
        }))
    }

    fn read(&mut self, file: &Path) -> Result<Pixels, String> {
        self.files.insert(file.to_owned());
        Pixels::read(file)
    }

    /// The frames of a tile that moves, the shortest as often as the others are longer; empty for
    /// one that does not.
    pub fn frames(&self, number: usize, id: u32) -> Vec<Frame> {
        let tile = self.sets[number].get_tile(id);
        let Some(frames) = tile.as_ref().and_then(|tile| tile.animation.as_ref()) else {
            return Vec::new();
        };
        let shortest = frames.iter().map(|f| f.duration).min().unwrap_or(0).max(1);
        let often = |duration: u32| {
            let times = duration.saturating_add(shortest / 2) / shortest;
            times.clamp(1, LONGEST) as usize
        };
        let seconds = shortest as f32 / 1000.0;
        frames
            .iter()
            .flat_map(|f| std::iter::repeat_n((f.tile_id, seconds), often(f.duration)))
            .take(MOST_FRAMES)
            .collect()
    }

    /// A whole number that a tile of a tileset has as a property.
    pub fn int(&self, number: usize, id: u32, name: &str) -> Option<i32> {
        match self.sets[number].get_tile(id)?.properties.get(name) {
            Some(PropertyValue::IntValue(value)) => Some(*value),
            _ => None,
        }
    }

    /// Whether a tile of a tileset has a property that is true.
    pub fn is(&self, number: usize, id: u32, name: &str) -> bool {
        let tile = self.sets[number].get_tile(id);
        let value = tile.as_ref().and_then(|tile| tile.properties.get(name));
        matches!(value, Some(PropertyValue::BoolValue(true)))
    }

    /// Another tile of the same tileset that a tile names by its number.
    pub fn other(&self, number: usize, id: u32, name: &str) -> Option<u32> {
        let other = u32::try_from(self.int(number, id, name)?).ok()?;
        self.sets[number].get_tile(other).map(|_| other)
    }
}
