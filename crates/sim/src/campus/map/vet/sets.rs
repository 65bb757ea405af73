//! Tilesets, those of one picture and those of a picture for each tile.

use super::state::{LARGEST_TILE, MOST_TILES, Offered, Page, Set, Vet, beside};
use crate::campus::map::{
    files::{beginning, is_file},
    tiles::FLIPS,
    xml::Element,
};
use collegium_core::text::Shown as _;
use std::{collections::BTreeSet, rc::Rc};

/// The largest side of a picture, in pixels.
const LARGEST_IMAGE: i64 = 16_384;

/// How every PNG picture begins.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// How many pictures all tilesets together may name.
const MOST_IMAGES: usize = 8_192;

/// How many shapes a tile may have, and how many pictures may follow one another in it.
const MOST_SHAPES: usize = 64;

/// The longest time that a picture of a moving tile is shown, in thousandths of a second.
const LONGEST: i64 = 3_600_000;

impl Vet<'_> {
    /// Looks at a tileset as a map or template has it.
    pub(super) fn tileset_in(&mut self, page: &Page<'_>, set: &mut Element) -> Option<Set> {
        let most = i64::from(!FLIPS);
        let first = self.number(page, set, "firstgid", (1, most), None)? as u32;
        let Some(source) = set.get("source").map(str::to_owned) else {
            let offered = self.tileset(page, set)?;
            return Some(Set { first, offered });
        };
        if !set.children.is_empty() {
            self.wrong(
                page,
                set,
                "a tileset has a file and parts; expected one of the two",
            );
            return None;
        }
        set.attributes
            .retain(|(key, _)| ["firstgid", "source"].contains(&&**key));
        let file = beside(page.file, &source);
        if let Some(offered) = self.sets.get(&file).cloned() {
            return Some(Set { first, offered });
        }
        let (tree, text) = self.named(page, set, &file, "tileset")?;
        let own = Page {
            file: &file,
            text: &text,
        };
        let offered = self.tileset(&own, &tree)?;
        self.sets.insert(file.clone(), offered.clone());
        self.keep(&file, tree);
        Some(Set { first, offered })
    }

    /// Looks at a tileset itself; gives which tiles it offers.
    fn tileset(&mut self, page: &Page<'_>, set: &Element) -> Option<Offered> {
        let count = self.number(page, set, "tilecount", (0, i64::from(MOST_TILES)), None)? as u32;
        self.tiles += count;
        if self.tiles > MOST_TILES {
            self.tiles = MOST_TILES;
            let what = format!("all tilesets offer more than {MOST_TILES} tiles; expected fewer");
            self.wrong(page, set, what);
            return None;
        }
        for key in ["tilewidth", "tileheight"] {
            self.number(page, set, key, (1, LARGEST_TILE), None)?;
        }
        self.number(page, set, "spacing", (0, LARGEST_TILE), Some(0))?;
        for offset in set.all("tileoffset") {
            for key in ["x", "y"] {
                self.number(page, offset, key, (-LARGEST_TILE, LARGEST_TILE), Some(0))?;
            }
        }
        let offered = if set.all("image").next().is_some() {
            self.sheet(page, set, count)?
        } else {
            self.collection(page, set, count)?
        };
        for tile in set.all("tile") {
            self.tile(page, tile, &offered)?;
        }
        self.no_templates(page, set);
        Some(offered)
    }

    /// Looks at a tileset that is cut out of one picture.
    fn sheet(&mut self, page: &Page<'_>, set: &Element, count: u32) -> Option<Offered> {
        let name = set.get("name").unwrap_or_default();
        let mut images = set.all("image");
        let mut own = set.all("tile").flat_map(|tile| tile.all("image"));
        let (Some(image), None, None) = (images.next(), images.next(), own.next()) else {
            let what = format!(
                "tileset “{name}” has several images; expected one, or else one for each tile"
            );
            self.wrong(page, set, what);
            return None;
        };
        let columns = (0, i64::from(MOST_TILES));
        self.number(page, set, "columns", columns, Some(0))?;
        let (width, _) = self.image(page, image, &format!("tileset “{name}”"))?;
        self.number(page, set, "margin", (0, width), Some(0))?;
        Some(Offered::Below(count))
    }

    /// Looks at a tileset whose tiles have each a picture of their own. Tiles that were taken out
    /// of it leave gaps between the numbers.
    fn collection(&mut self, page: &Page<'_>, set: &Element, count: u32) -> Option<Offered> {
        let name = set.get("name").unwrap_or_default();
        let columns = (0, i64::from(MOST_TILES));
        self.number(page, set, "columns", columns, None)?;
        let mut ids = BTreeSet::new();
        for tile in set.all("tile") {
            let most = i64::from(MOST_TILES) - 1;
            let id = self.number(page, tile, "id", (0, most), None)?;
            let owner = format!("tileset “{name}”, tile {id}");
            let mut images = tile.all("image");
            let (Some(image), None) = (images.next(), images.next()) else {
                let what = format!("{owner} has no image, or several; expected one");
                self.wrong(page, tile, what);
                return None;
            };
            let (width, height) = self.image(page, image, &owner)?;
            // A part of the picture may be the tile's.
            for (at, length, side) in [("x", "width", width), ("y", "height", height)] {
                let from = self.number(page, tile, at, (0, side - 1), Some(0))?;
                self.number(page, tile, length, (1, side - from), Some(side - from))?;
            }
            ids.insert(id as u32);
        }
        if ids.is_empty() && count > 0 {
            let what = format!("tileset “{name}” has no image; expected one, or one for each tile");
            self.wrong(page, set, what);
            return None;
        }
        Some(Offered::These(Rc::new(ids)))
    }

    /// Looks at what a tileset says of a picture; gives its width and height.
    fn image(&mut self, page: &Page<'_>, image: &Element, owner: &str) -> Option<(i64, i64)> {
        let width = self.number(page, image, "width", (1, LARGEST_IMAGE), None)?;
        let height = self.number(page, image, "height", (1, LARGEST_IMAGE), None)?;
        let file = beside(page.file, image.get("source").unwrap_or_default());
        if self.images.contains(&file) {
            return Some((width, height));
        }
        if self.images.len() >= MOST_IMAGES {
            let what = format!("all tilesets name more than {MOST_IMAGES} images; expected fewer");
            self.wrong(page, image, what);
            return None;
        }
        if self.lies_within(page, image, &file) {
            let wrong = match beginning(&file, PNG.len()) {
                _ if !is_file(&file) => Some("is missing; expected the file there".to_owned()),
                Ok(bytes) if bytes == PNG => None,
                Ok(_) => Some("is no PNG picture; expected one".to_owned()),
                Err(error) => Some(format!("cannot be read ({error})")),
            };
            if let Some(wrong) = wrong {
                let what = format!("{owner}: its image {} {wrong}", file.shown());
                self.wrong(page, image, what);
            }
        }
        self.images.insert(file);
        Some((width, height))
    }

    /// Looks at what is written of a tile: its shapes, and the pictures that follow one another.
    fn tile(&mut self, page: &Page<'_>, tile: &Element, offered: &Offered) -> Option<()> {
        let most = i64::from(MOST_TILES) - 1;
        self.number(page, tile, "id", (0, most), None)?;
        let shapes = || tile.all("objectgroup").flat_map(|g| g.all("object"));
        let frames = || tile.all("animation").flat_map(|a| a.all("frame"));
        if shapes().count() > MOST_SHAPES || frames().count() > MOST_SHAPES {
            let what =
                format!("a tile has more than {MOST_SHAPES} shapes or frames; expected fewer");
            self.wrong(page, tile, what);
            return None;
        }
        for shape in shapes() {
            self.measures(page, shape);
        }
        for frame in frames() {
            let id = self.number(page, frame, "tileid", (0, most), None)?;
            self.number(page, frame, "duration", (1, LONGEST), None)?;
            if !offered.has(id as u32) {
                let what = format!("tileid of <frame> is {id}; expected a tile of the tileset");
                self.wrong(page, frame, what);
            }
        }
        Some(())
    }
}
