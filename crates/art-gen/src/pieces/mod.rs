//! The catalogue: every piece that a map can be furnished with, in tilesets of single pictures.

mod indoors;
mod outdoors;

use crate::{
    sprite::Sprite,
    tiles::season::Season,
    tileset::{Sheet, Tile, Tileset, Value},
};

/// All tilesets of pieces, always in the same order.
pub fn tilesets() -> Vec<Tileset> {
    let mut catalogue = Catalogue::default();
    indoors::fill(&mut catalogue);
    outdoors::fill(&mut catalogue);
    catalogue.sets
}

/// The tile that a piece is, without what the catalogue knows of its companions.
pub fn tile(sprite: &Sprite) -> Tile {
    let mut tile = Tile::new(sprite.name.clone(), sprite.art.clone());
    tile.class = sprite.class;
    tile.values = sprite.values.clone();
    tile.shapes = sprite.shapes.clone();
    tile
}

/// The tilesets while they are being filled.
#[derive(Default)]
struct Catalogue {
    sets: Vec<Tileset>,
}

impl Catalogue {
    /// The tileset of a name, made when there is none yet.
    fn set(&mut self, name: &'static str) -> &mut Tileset {
        let found = self.sets.iter().position(|s| s.name == name);
        let at = found.unwrap_or_else(|| {
            self.sets.push(Tileset {
                name,
                sheet: Sheet::Pieces,
                tiles: Vec::new(),
                wangs: Vec::new(),
                seasons: Vec::new(),
            });
            self.sets.len() - 1
        });
        &mut self.sets[at]
    }

    /// Takes in a piece, unless it is there already, and gives its number and whether it is new.
    fn take(&mut self, sprite: &Sprite) -> (usize, bool) {
        let set = self.set(sprite.set);
        if let Some(number) = set.number(&sprite.name) {
            return (number, false);
        }
        set.tiles.push(tile(sprite));
        (set.tiles.len() - 1, true)
    }

    /// Takes in what is only shown in place of a piece, whose own shapes and properties hold: a
    /// map has room for so many tags, those of its tilesets included.
    fn picture(&mut self, sprite: &Sprite) -> usize {
        let mut bare = sprite.clone();
        bare.shapes.clear();
        bare.values.clear();
        self.take(&bare).0
    }

    /// Takes in a piece.
    fn add(&mut self, sprite: &Sprite) {
        self.take(sprite);
    }

    /// Takes in a piece that is seen as far as the sun shines.
    fn sunlit(&mut self, sprite: &Sprite) {
        let (number, new) = self.take(sprite);
        if new {
            let tile = &mut self.set(sprite.set).tiles[number];
            tile.values.push(("sunlight", Value::Bool(true)));
        }
    }

    /// Takes in a piece and another picture of it, whose number a property of the piece gives.
    fn pair(&mut self, sprite: &Sprite, property: &'static str, other: &Sprite) {
        let (number, new) = self.take(sprite);
        if !new {
            return;
        }
        let (companion, _) = self.take(other);
        self.tell(sprite.set, number, property, companion);
    }

    /// Takes in a piece and the pictures of it that differ in other seasons.
    fn seasonal(&mut self, make: impl Fn(Season) -> Sprite) {
        let summer = make(Season::Summer);
        let (number, new) = self.take(&summer);
        if !new {
            return;
        }
        for season in Season::OTHERS {
            let other = make(season);
            if other.art.pixels != summer.art.pixels {
                let companion = self.picture(&other);
                self.tell(summer.set, number, season.name(), companion);
            }
        }
    }

    /// Takes in the picture that is shown in place of a piece in a season.
    fn instead(&mut self, sprite: &Sprite, season: Season, other: &Sprite) {
        let ((number, _), companion) = (self.take(sprite), self.picture(other));
        self.tell(sprite.set, number, season.name(), companion);
    }

    /// Takes in the pictures that a piece shows in turn, each for so many milliseconds; the first
    /// is the piece.
    fn moving(&mut self, frames: &[Sprite], milliseconds: u32) {
        let Some(first) = frames.first() else {
            return;
        };
        let (number, new) = self.take(first);
        if new {
            let mut shown = vec![(number, milliseconds)];
            for frame in &frames[1..] {
                shown.push((self.picture(frame), milliseconds));
            }
            self.set(first.set).tiles[number].frames = shown;
        }
    }

    /// Gives a tile a property that is the number of another.
    fn tell(&mut self, set: &'static str, tile: usize, property: &'static str, other: usize) {
        let value = Value::Int(other as i32);
        self.set(set).tiles[tile].values.push((property, value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        sprite::TILE,
        tileset::{MOST_TILES, Shape},
    };

    /// Properties that are numbers of other tiles.
    const COMPANIONS: [&str; 5] = ["cover", "open", "spring", "autumn", "winter"];

    #[test]
    fn sets_are_small_and_names_are_unique_and_plain() {
        let sets = tilesets();
        for (i, set) in sets.iter().enumerate() {
            assert!(set.tiles.len() <= MOST_TILES, "{}", set.name);
            assert!(sets[..i].iter().all(|s| s.name != set.name), "{}", set.name);
            for (number, tile) in set.tiles.iter().enumerate() {
                assert_eq!(set.number(&tile.name), Some(number), "{}", tile.name);
                let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
                assert!(tile.name.chars().all(plain), "{}", tile.name);
            }
        }
    }

    #[test]
    fn shapes_lie_on_their_pieces_or_close_by() {
        for set in tilesets() {
            for tile in &set.tiles {
                let (w, h) = (tile.art.width, tile.art.height);
                let close = |x: i32, y: i32| {
                    (-TILE..=w + TILE).contains(&x) && (-TILE..=h + TILE).contains(&y)
                };
                for shape in &tile.shapes {
                    let fine = match *shape {
                        Shape::Solid(x, y, sw, sh) | Shape::Passage(x, y, sw, sh) => {
                            x >= 0 && y >= 0 && x + sw <= w && y + sh <= h && sw > 0 && sh > 0
                        }
                        Shape::Spot(x, y, ..) => close(x, y),
                        Shape::Light(x, y, radius, ..) => close(x, y) && radius > 0.0,
                    };
                    assert!(fine, "{} {}: {shape:?}", set.name, tile.name);
                }
            }
        }
    }

    #[test]
    fn snowy_pictures_come_after_all_pieces_that_maps_know_by_number() {
        let mut dressed = 0;
        for set in tilesets() {
            if !["street", "seats", "rugs"].contains(&set.name) {
                continue;
            }
            let snowy: Vec<bool> = set
                .tiles
                .iter()
                .map(|tile| tile.name.ends_with("-winter"))
                .collect();
            assert!(snowy.is_sorted(), "{}", set.name);
            dressed += snowy.iter().filter(|yes| **yes).count();
        }
        assert!(dressed > 40, "{dressed}");
    }

    #[test]
    fn companions_and_frames_are_pictures_of_the_same_size() {
        let sets = tilesets();
        let mut pairs = 0;
        for set in &sets {
            for (number, tile) in set.tiles.iter().enumerate() {
                let size = |n: usize| (set.tiles[n].art.width, set.tiles[n].art.height);
                for (key, value) in &tile.values {
                    let Value::Int(other) = value else {
                        continue;
                    };
                    if COMPANIONS.contains(key) {
                        assert_eq!(size(*other as usize), size(number), "{}", tile.name);
                        pairs += 1;
                    }
                }
                for (i, (frame, _)) in tile.frames.iter().enumerate() {
                    assert_eq!(*frame, number + i, "{}", tile.name);
                    assert_eq!(size(*frame), size(number), "{}", tile.name);
                }
            }
        }
        assert!(pairs > 100, "{pairs}");
    }
}
