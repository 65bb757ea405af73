//! A map of a tileset that others drew, with tiles of another size: read as it stands.

use collegium_sim::{
    campus::{Tile, map},
    simulation::testing::project_file,
};
use std::fs;

/// Where the pictures lie with their licence.
const FOLDER: &str = "crates/sim/tests/data/kenney";

#[test]
fn a_community_tileset_is_lived_on_with_markers_over_it() {
    let folder = project_file(FOLDER);
    let licence = fs::read_to_string(folder.join("License.txt")).unwrap();
    assert!(licence.contains("CC0"), "{licence}");
    let map = map::load(&folder.join("yard.tmx")).unwrap();
    assert_eq!((map.grid.width, map.grid.height), (6, 4));
    // The tiles say nothing of themselves: the markers do, where they lie.
    let blocked = [
        (3, 0),
        (4, 0),
        (5, 0),
        (3, 1),
        (5, 1),
        (1, 2),
        (5, 2),
        (3, 3),
        (4, 3),
        (5, 3),
    ];
    for y in 0..4 {
        for x in 0..6 {
            let free = !blocked.contains(&(x, y));
            assert_eq!(map.grid.walkable(Tile::new(x, y)), free, "{x},{y}");
        }
    }
    let (yard, shed) = (map.find("Yard").unwrap(), map.find("Shed").unwrap());
    let door = Tile::new(3, 2);
    assert_eq!(map.place(yard).doors, [door]);
    assert_eq!(map.place(shed).doors, [door]);
    assert_eq!(map.place_of(Tile::new(4, 1)), Some(shed));
    assert!(map.path(Tile::new(0, 0), Tile::new(4, 1), 0).is_some());
}
