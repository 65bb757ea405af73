//! What is drawn of a map: the tile layers of the Tiled file with the textures of their tiles, its
//! pieces with the pages of their pictures, its lights and buildings.

mod art;
mod far;
mod grids;
mod objects;
mod pack;
mod pieces;
mod read;
mod scale;
mod sheets;
mod tiles;

pub use art::MapArt;
pub use grids::{Cell, FarGround, TileGrid, TileTexture, blank};
pub use objects::{Building, Light, LightKind, hex_color, tile_of};
pub use pack::Cut;
pub use pieces::{Piece, Stand};
pub use scale::TILE;

use super::pixels::{Flips, Pixels};
use collegium_core::{files, text::Shown as _};
use collegium_sim::campus::{CampusMap, Season, map};
use std::path::Path;

/// Reads and draws a map in a season, unless the map names one of its own; a plain view of what the simulation knows when its file cannot be read.
pub fn draw(file: &Path, map: &CampusMap, season: Season) -> MapArt {
    let file = files::moved(file);
    match draw_file(&file, map, season) {
        Ok(art) => art,
        Err(trouble) => MapArt {
            trouble: Some(trouble),
            files: vec![file],
            ..plain(map)
        },
    }
}

fn draw_file(file: &Path, campus: &CampusMap, season: Season) -> Result<MapArt, String> {
    let drawn = map::drawing(file).map_err(|e| e.to_string())?;
    let size = (campus.grid.width as u32, campus.grid.height as u32);
    if (drawn.width, drawn.height) != size {
        return Err(format!(
            "{}: is not the map of this campus any more",
            file.shown()
        ));
    }
    read::read(file, &drawn, season)
}

/// A plain picture of what the simulation knows of a map.
fn plain(map: &CampusMap) -> MapArt {
    let colours = [
        [92, 82, 96],
        [150, 176, 118],
        [214, 198, 170],
        [128, 160, 104],
    ];
    let grid = &map.grid;
    let cells = (0..grid.len()).map(|i| {
        let tile = grid.tile(i);
        let look = match (grid.walkable(tile), map.place_of(tile)) {
            (false, _) => 0,
            (true, Some(place)) if map.place(place).kind.outdoors() => 1,
            (true, Some(_)) => 2,
            (true, None) => 3,
        };
        Cell {
            x: tile.x as u32,
            y: tile.y as u32,
            look,
            moves: None,
            flips: Flips::default(),
        }
    });
    MapArt {
        size: (grid.width as u32, grid.height as u32),
        grids: vec![TileGrid {
            texture: 0,
            tile: (TILE, TILE),
            shift: (0.0, 0.0),
            depth: 0.0,
            opacity: 1.0,
            opaque: true,
            always: true,
            cells: cells.collect(),
        }],
        textures: vec![grids::texture(colours.map(plain_tile).to_vec())],
        ..MapArt::default()
    }
}

/// A tile of one colour, a little darker at two of its edges.
fn plain_tile([r, g, b]: [u8; 3]) -> Pixels {
    let mut tile = Pixels::clear(TILE, TILE);
    for y in 0..TILE {
        for x in 0..TILE {
            let darker = if x == 0 || y == 0 { 8 } else { 0 };
            let [r, g, b] = [r, g, b].map(|level| level - darker);
            tile.put(x, y, [r, g, b, 255]);
        }
    }
    tile
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desktop::pictures::pixels::Area;
    use collegium_sim::{campus::map::Grid, simulation::testing::project_file};

    #[test]
    fn colours_are_read() {
        assert_eq!(hex_color("#ff8000"), Some([255, 128, 0]));
        for bad in ["", "ff8000", "#ff80", "#gggggg", "#ff80000", "#é8000"] {
            assert_eq!(hex_color(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_map_looks_otherwise_in_winter() {
        let (scenario, map) = collegium_sim::campus::testing::first_week();
        let drawn = [Season::Summer, Season::Winter].map(|season| {
            let art = draw(&scenario.map_file, &map, season);
            assert_eq!(art.trouble, None);
            assert_eq!(art.size, (map.grid.width as u32, map.grid.height as u32));
            art
        });
        let stamps = drawn.each_ref().map(|art| {
            let stamps = art.textures.iter().map(|texture| texture.stamp);
            stamps.collect::<std::collections::BTreeSet<u64>>()
        });
        assert!(stamps[0] != stamps[1] && !stamps[0].is_disjoint(&stamps[1]));
        let of = |art: &MapArt, name: &str| art.files.iter().any(|file| file.ends_with(name));
        assert!(of(&drawn[1], "terrain-winter.png") && !of(&drawn[0], "terrain-winter.png"));
    }

    /// What the tile layers show, flattened.
    fn flattened(art: &MapArt) -> Pixels {
        let mut all = Pixels::clear(art.size.0 * TILE, art.size.1 * TILE);
        let mut grids: Vec<&TileGrid> = art.grids.iter().collect();
        grids.sort_by(|a, b| a.depth.total_cmp(&b.depth));
        for grid in grids {
            let image = &art.textures[grid.texture].image;
            let data = image.data.as_ref().unwrap();
            let layers = image.texture_descriptor.size.depth_or_array_layers as usize;
            let (w, h) = grid.tile;
            for cell in &grid.cells {
                let from = cell.look as usize * (data.len() / layers);
                let tile = Pixels {
                    width: w,
                    height: h,
                    data: data[from..from + (w * h * 4) as usize].to_vec(),
                };
                let area = Area { x: 0, y: 0, w, h };
                let x = (cell.x * TILE) as i32 + grid.shift.0 as i32;
                let y = ((cell.y + 1) * TILE - h) as i32 - grid.shift.1 as i32;
                all.lay(&tile, area, x, y, cell.flips);
            }
        }
        all
    }

    #[test]
    fn tiles_of_others_are_drawn_pixel_for_pixel() {
        let file = project_file("crates/sim/tests/data/kenney/hamlet.tmx");
        let art = draw(&file, &map::load(&file).unwrap(), Season::Summer);
        assert_eq!(art.trouble, None);
        let drawn = flattened(&art);

        // The sheet has a rim of two pixels, and one between its tiles of sixteen.
        let sheet = Pixels::read(&file.with_extension("png")).unwrap();
        let tiled = map::drawing(&file).unwrap();
        let mut expected = Pixels::clear(drawn.width / 2, drawn.height / 2);
        for (layer, up) in tiled.layers().zip([0, 0, 3]) {
            let tiled::LayerType::Tiles(tiles) = layer.layer_type() else {
                panic!("{} has no tiles", layer.name);
            };
            for (x, y) in (0..18 * 14).map(|at| (at % 18, at / 18)) {
                let Some(tile) = tiles.get_tile(x, y) else {
                    continue;
                };
                let area = Area {
                    x: 2 + tile.id() % 24 * 17,
                    y: 2 + tile.id() / 24 * 17,
                    w: 16,
                    h: 16,
                };
                let flips = Flips {
                    horizontal: tile.flip_h,
                    vertical: tile.flip_v,
                    diagonal: tile.flip_d,
                };
                expected.lay(&sheet, area, x * 16, y * 16 - up, flips);
            }
        }
        let pixels = (0..drawn.height).flat_map(|y| (0..drawn.width).map(move |x| (x, y)));
        let other = pixels.filter(|(x, y)| drawn.get(*x, *y) != expected.get(x / 2, y / 2));
        assert_eq!(other.count(), 0);

        // Objects lie where they lay, twice as far and twice as large; their layer is moved by two.
        let bush = &art.pieces[3];
        assert_eq!((bush.at, bush.size), ((58.0, 150.0), (48.0, 48.0)));
        assert_eq!(art.buildings[0].middle, (288.0, 192.0));
    }

    #[test]
    fn a_map_without_its_file_is_shown_plainly() {
        let map = CampusMap {
            grid: Grid::new(3, 2),
            place_at: vec![map::NOWHERE; 6],
            ..CampusMap::default()
        };
        let art = draw(
            Path::new("no-such-folder/no-such-map.tmx"),
            &map,
            Season::Summer,
        );
        assert_eq!(art.size, (3, 2));
        assert_eq!((art.grids.len(), art.grids[0].cells.len()), (1, 6));
        assert!(art.pieces.is_empty());
        assert!(
            art.trouble
                .is_some_and(|t| t.contains("no-such-map.tmx: cannot be read"))
        );
    }
}
