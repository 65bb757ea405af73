//! Reading what Tiled wrote: the layers in their order, groups too, as what is drawn of them.

use super::{
    art::MapArt,
    objects,
    pack::pack,
    pieces::{Maker, Within},
    scale::Scale,
    sheets::Sheets,
    tiles::{self, Placed, TileLayer},
};
use crate::desktop::pictures::pixels::Flips;
use collegium_core::{files, text::Shown as _};
use collegium_sim::campus::Season;
use std::path::{Path, PathBuf};
use tiled::{DrawOrder, Layer, LayerType, Map, ObjectLayer};

/// Where tile layers and what lies flat end: people's shadows are above that.
const TOP: f32 = 9.5;

/// A tileset whose tiles mark cells for the simulation, and are not drawn.
const MARKERS: &str = "markers";

/// The seasons of which a piece, or a tileset, may have a picture; its own picture is summer's.
const SEASONS: [&str; 3] = ["spring", "autumn", "winter"];

/// What the groups of a layer say of it.
#[derive(Clone, Copy)]
struct Under {
    visible: bool,
    opacity: f32,
    /// How far it is moved to the right and down, in pixels that are shown.
    shift: (f32, f32),
}

impl Under {
    fn with(self, layer: &Layer<'_>, scale: Scale) -> Self {
        let (x, y) = scale.at((layer.offset_x, layer.offset_y));
        Self {
            visible: self.visible && layer.visible,
            opacity: self.opacity * layer.opacity.clamp(0.0, 1.0),
            shift: (self.shift.0 + x, self.shift.1 + y),
        }
    }

    fn shows(&self) -> bool {
        self.visible && self.opacity > 0.0
    }
}

/// What was read so far.
struct Reading<'m> {
    map: &'m Map,
    scale: Scale,
    sheets: Sheets<'m>,
    maker: Maker,
    layers: Vec<TileLayer>,
    art: MapArt,
    /// How many tile layers there were before anything else that lies flat.
    ground: Option<usize>,
    /// How many flat layers there were, and how far each is from the next.
    flat: usize,
    step: f32,
}

/// How many layers something has that lie flat, those in its groups too.
fn flat<'m>(layers: impl Iterator<Item = Layer<'m>>) -> usize {
    layers
        .map(|layer| match layer.layer_type() {
            LayerType::Tiles(_) => 1,
            LayerType::Objects(objects) => usize::from(objects.draw_order == DrawOrder::Index),
            LayerType::Group(group) => flat_in(&group),
            LayerType::Image(_) => 0,
        })
        .sum()
}

/// The same for a group.
fn flat_in(group: &tiled::GroupLayer<'_>) -> usize {
    let layers: Vec<Layer<'_>> = group.layers().collect();
    flat(layers.into_iter())
}

/// What is drawn of a map that Tiled wrote into a file, in a season unless the map names its own.
///
/// # Errors
/// When cells are too small or too large, or a picture cannot be read, in a sentence.
pub(super) fn read(file: &Path, map: &Map, season: Season) -> Result<MapArt, String> {
    let season = objects::text(&map.properties, "season").unwrap_or(season.word());
    let season = SEASONS.into_iter().find(|name| season == *name);
    let scale = Scale::of((map.tile_width, map.tile_height))
        .map_err(|why| format!("{}: {why}", file.shown()))?;
    let mut reading = Reading {
        map,
        scale,
        sheets: Sheets::in_season(season, scale),
        maker: Maker {
            season,
            scale,
            cells: (map.width as i16, map.height as i16),
            ..Maker::default()
        },
        layers: Vec::new(),
        art: MapArt {
            size: (map.width, map.height),
            ..MapArt::default()
        },
        ground: None,
        flat: 0,
        step: TOP / flat(map.layers()).max(1) as f32,
    };
    let top = Under {
        visible: true,
        opacity: 1.0,
        shift: (0.0, 0.0),
    };
    for layer in map.layers() {
        reading.layer(layer, top)?;
    }
    let Reading {
        mut sheets,
        maker,
        layers,
        mut art,
        ground,
        ..
    } = reading;
    let ground = ground.unwrap_or(layers.len());
    let ground = tiles::lay(&layers, (map.width, map.height), ground, &mut sheets)?;
    (art.textures, art.grids) = (ground.textures, ground.grids);
    art.far = Some(ground.far);
    (art.pages, art.cuts) = pack(&maker.album.pictures)?;
    art.pieces = maker.pieces;
    art.lights.extend(maker.lights);
    sheets.files.insert(file.to_owned());
    sheets.files.extend(templates(file));
    art.files = sheets.files.into_iter().collect();
    Ok(art)
}

/// The templates that a map names.
fn templates(file: &Path) -> Vec<PathBuf> {
    let text = files::read(file).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let mut found: Vec<&str> = text
        .split("template=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    found.sort_unstable();
    found.dedup();
    let beside = |name: &str| files::beside(file, Path::new(name));
    found.into_iter().map(beside).collect()
}

impl<'m> Reading<'m> {
    fn layer(&mut self, layer: Layer<'m>, under: Under) -> Result<(), String> {
        let under = under.with(&layer, self.scale);
        match layer.layer_type() {
            LayerType::Tiles(tiles) => self.tiles(&tiles, under),
            LayerType::Objects(objects) => self.objects(&objects, under),
            LayerType::Group(group) => {
                for layer in group.layers() {
                    self.layer(layer, under)?;
                }
                Ok(())
            }
            LayerType::Image(_) => Ok(()),
        }
    }

    /// The depth of the next flat layer.
    fn next_depth(&mut self) -> f32 {
        let depth = self.flat as f32 * self.step;
        self.flat += 1;
        depth
    }

    fn tiles(&mut self, tiles: &tiled::TileLayer<'m>, under: Under) -> Result<(), String> {
        let depth = self.next_depth();
        if !under.shows() {
            return Ok(());
        }
        let (columns, rows) = (self.map.width, self.map.height);
        let within = Within {
            shift: under.shift,
            opacity: under.opacity,
            // Over the tiles of the layer.
            flat: Some(depth + self.step / 2.0),
        };
        let mut cells = Vec::with_capacity(columns as usize * rows as usize);
        let mut pieces = false;
        for y in 0..rows {
            for x in 0..columns {
                let tile = tiles.get_tile(x as i32, y as i32);
                let Some(tile) = tile.filter(|t| t.get_tileset().name != MARKERS) else {
                    cells.push(None);
                    continue;
                };
                let placed = Placed {
                    set: self.sheets.number(tile.get_tileset()),
                    id: tile.id(),
                    flips: Flips {
                        horizontal: tile.flip_h,
                        vertical: tile.flip_v,
                        diagonal: tile.flip_d,
                    },
                };
                let on_sheet = tile.get_tileset().image.is_some();
                cells.push(on_sheet.then_some(placed));
                if !on_sheet {
                    let single = (placed.set, placed.id, placed.flips);
                    self.maker.tile(&mut self.sheets, single, (x, y), within)?;
                    pieces = true;
                }
            }
        }
        self.layers.push(TileLayer {
            cells,
            depth: (depth, self.step),
            opacity: under.opacity,
            shift: under.shift,
        });
        if pieces {
            self.ground.get_or_insert(self.layers.len());
        }
        Ok(())
    }

    fn objects(&mut self, objects: &ObjectLayer<'m>, under: Under) -> Result<(), String> {
        let flat = objects.draw_order == DrawOrder::Index;
        let depth = flat.then(|| self.next_depth());
        let count = objects.objects().len();
        if flat && under.shows() && count > 0 {
            self.ground.get_or_insert(self.layers.len());
        }
        for (number, object) in objects.objects().enumerate() {
            // Later ones lie over earlier ones, and all of them below the next layer.
            let share = (number + 1) as f32 / (count + 2) as f32;
            let within = Within {
                shift: under.shift,
                opacity: under.opacity,
                flat: depth.map(|depth| depth + self.step * share),
            };
            let (x, y) = self.scale.at((object.x, object.y));
            let at = (x + under.shift.0, y + under.shift.1);
            match (object.get_tile(), object.user_type.as_str()) {
                (Some(tile), _)
                    if under.shows() && object.visible && tile.get_tileset().name != MARKERS =>
                {
                    self.maker
                        .object(&mut self.sheets, &object, &tile, within)?;
                }
                (None, "light") => {
                    let light = objects::light(&object.properties, at);
                    self.art.lights.extend(light);
                }
                (None, "building") => {
                    let building = objects::building(&object, at, self.scale);
                    self.art.buildings.extend(building);
                }
                _ => {}
            }
        }
        Ok(())
    }
}
