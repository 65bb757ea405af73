//! Mistakes of maps, and what would stop the reader of maps.

use super::small;
use collegium_core::ids::PlaceId;
use collegium_sim::{
    campus::{
        CampusMap, Tile,
        map::{self, Facing, Spot, SpotKind},
    },
    simulation::testing::project_file,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The small campus with changes of its map, as it is read.
fn changed(changes: &[(&str, &str)]) -> CampusMap {
    let folder = tempfile::tempdir().unwrap();
    let file = small::write(folder.path());
    fs::write(&file, replaced(small::MAP, changes)).unwrap();
    match map::load(&file) {
        Ok(map) => map,
        Err(error) => panic!("{changes:?}: {error}"),
    }
}

/// A text with replacements, each made once.
pub(super) fn replaced(text: &str, changes: &[(&str, &str)]) -> String {
    let mut text = text.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "there is no “{from}”");
        text = text.replacen(from, to, 1);
    }
    text
}

/// The spot of the map at a tile.
fn spot_at(map: &CampusMap, x: i16, y: i16) -> Spot {
    let mut spots = map.spots.iter().filter(|s| s.tile == Tile::new(x, y));
    let spot = *spots.next().unwrap();
    assert!(spots.next().is_none(), "two spots at {x},{y}");
    spot
}

/// A layer of the small campus in which one tile is not empty.
fn layer(x: usize, y: usize, tile: u32) -> String {
    let mut tiles = vec!["0".to_owned(); 64];
    tiles[8 * y + x] = tile.to_string();
    let tiles = tiles.join(",");
    format!(
        "<layer name=\"more\" width=\"8\" height=\"8\"><data encoding=\"csv\">{tiles}</data></layer>"
    )
}

/// With more layers after the small campus's own.
fn with_layers(layers: &str) -> CampusMap {
    let first = " <objectgroup id=\"3\"";
    changed(&[(first, &*format!("{layers}{first}"))])
}

#[test]
fn the_maps_of_the_project_break_no_rule() {
    let mut names: Vec<_> = fs::read_dir(project_file("maps"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|file| file.extension().is_some_and(|end| end == "tmx"))
        .collect();
    names.sort();
    assert!(names.len() >= 2, "{names:?}");
    for name in names {
        let problems = map::check(&name);
        assert!(problems.is_empty(), "{name:?}: {problems:?}");
    }
}

#[test]
fn places_take_what_touches_them_and_defaults_for_the_rest() {
    let map = changed(&[]);
    let (court, room) = (map.find("Court").unwrap(), map.find("Room A").unwrap());
    assert_eq!((court, room), (PlaceId(0), PlaceId(1)));
    let (court, room) = (map.place(court), map.place(room));
    let door = Tile::new(4, 2);
    assert_eq!(
        (&court.doors[..], &room.doors[..]),
        (&[door][..], &[door][..])
    );
    assert!(map.grid.walkable(door) && !map.grid.walkable(Tile::new(4, 3)));
    assert!(map.grid.sees(Tile::new(3, 2), Tile::new(5, 2)));
    assert!(!map.grid.sees(Tile::new(3, 3), Tile::new(5, 3)));
    assert_eq!((&*court.building, &*room.building), ("", "House"));
    assert_eq!((court.capacity, room.capacity), (100, 4));
    assert!(!court.open.is_empty() && court.serves_per_minute > 0.0);
    let line: Vec<Tile> = (1..5).map(|y| Tile::new(1, y)).collect();
    assert_eq!((&court.queue, room.queue.len()), (&line, 0));
    let bed = spot_at(&map, 5, 0);
    assert_eq!((bed.kind, bed.facing), (SpotKind::Bed, Facing::Right));
    assert!(!map.grid.walkable(Tile::new(6, 0)) && map.grid.enterable(Tile::new(5, 0)));
    assert_eq!(spot_at(&map, 0, 0).facing, Facing::Left);
    assert_eq!(spot_at(&map, 1, 0).facing, Facing::Down);
    // In the order of the objects, whether they are spots or have some.
    let kinds: Vec<&str> = map.spots.iter().map(|s| s.kind.word()).collect();
    assert_eq!(kinds, ["seat", "bed", "serve", "staff"]);
    assert_eq!(map.validate(), Ok(()));
}

#[test]
fn pieces_are_mirrored_scaled_and_put_to_other_use() {
    let chair = "gid=\"5\" x=\"0\" y=\"32\" width=\"32\" height=\"32\"/>";
    let flipped = chair.replacen("\"5\"", "\"2147483653\"", 1);
    let map = changed(&[(chair, &*flipped)]);
    assert_eq!(spot_at(&map, 0, 0).facing, Facing::Right);
    // Three times as large, it has its spot in its middle still.
    let large = "gid=\"5\" x=\"0\" y=\"192\" width=\"96\" height=\"96\"/>";
    let map = changed(&[(chair, large)]);
    assert_eq!(spot_at(&map, 1, 4).kind, SpotKind::Seat);
    let desk = chair.replacen(
        "/>",
        "><properties><property name=\"spot\" value=\"desk\"/></properties></object>",
        1,
    );
    let map = changed(&[(chair, &*desk)]);
    assert_eq!(spot_at(&map, 0, 0).kind, SpotKind::Desk);
    // Outside of all places nobody sits.
    let map = changed(&[(chair, &*chair.replacen("y=\"32\"", "y=\"256\"", 1))]);
    assert_eq!(map.spots.len(), 3);
    // Where there is a spot of its own, a piece's is none.
    let map = changed(&[(chair, &*chair.replacen("x=\"0\"", "x=\"32\"", 1))]);
    assert_eq!(spot_at(&map, 1, 0).kind, SpotKind::Staff);
}

#[test]
fn tiles_of_all_layers_mean_something_those_in_groups_too() {
    let map = with_layers(&format!(
        "<group name=\"a\"><group name=\"b\">{}{}</group></group>",
        layer(2, 5, 2),
        layer(6, 5, 4)
    ));
    assert!(!map.grid.walkable(Tile::new(2, 5)));
    let paved = map.grid.flags(Tile::new(6, 5));
    assert_ne!(paved, map.grid.flags(Tile::new(6, 4)));
    let map = with_layers(&layer(4, 4, 3));
    assert!(map.grid.walkable(Tile::new(4, 4)));
    assert!(map.grid.sees(Tile::new(3, 4), Tile::new(5, 4)));
    // Pieces on layers of tiles, a mirrored one too, after those of objects.
    let layers = [(7, 3, 9), (7, 4, 0x8000_0005)].map(|(x, y, tile)| layer(x, y, tile));
    let map = with_layers(&layers.concat());
    assert!(!map.grid.walkable(Tile::new(7, 3)));
    let seat = spot_at(&map, 7, 4);
    assert_eq!((seat.kind, seat.facing), (SpotKind::Seat, Facing::Right));
    assert_eq!(map.spots.last().map(|s| s.tile), Some(seat.tile));
}

#[test]
fn a_door_may_be_a_rectangle_and_a_tileset_a_part_of_the_map() {
    let own = small::TILES.replacen("<tileset ", "<tileset firstgid=\"1\" ", 1);
    let map = changed(&[
        ("<tileset firstgid=\"1\" source=\"tiles.tsx\"/>", &*own),
        (
            "gid=\"7\" x=\"128\" y=\"96\"",
            "type=\"door\" x=\"128\" y=\"96\"",
        ),
    ]);
    assert!(map.grid.walkable(Tile::new(4, 3)) && !map.grid.walkable(Tile::new(4, 2)));
    assert_eq!(map.place(PlaceId(1)).doors, [Tile::new(4, 3)]);
}

/// What is said of the small campus where one of its files is changed.
pub(super) fn refusal(name: &str, from: &str, to: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = small::write(folder.path());
    let path = folder.path().join(name);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, replaced(&text, &[(from, to)])).unwrap();
    map::load(&file).unwrap_err().to_string()
}

#[test]
fn map_mistakes_are_named_with_layer_object_and_rule() {
    let door = "<object id=\"1\" name=\"Door\" gid=\"7\" x=\"128\" y=\"96\"";
    let cases = [
        (
            "\"plaza\"",
            "\"plazza\"",
            "rooms",
            "Court",
            "did you mean “plaza”",
        ),
        (
            "\"kind\" value=\"bed",
            "\"kin\" value=\"bed",
            "rooms",
            "Room A",
            "“kind” is missing",
        ),
        (
            "x=\"160\" y=\"0\"",
            "x=\"1600\" y=\"0\"",
            "rooms",
            "Room A",
            "the place reaches from 1600,0 to",
        ),
        ("\"Room A\"", "\"\"", "rooms", "#8", "the place has no name"),
        (
            "type=\"queue\"",
            "type=\"Queue\"",
            "things",
            "Line",
            "class “Queue” means nothing; expected one of building, door, light, place, queue, spot; \
             did you mean “queue”?",
        ),
        (
            "\"Mon-Fri 07",
            "\"whenever 07",
            "rooms",
            "Room A",
            "expected",
        ),
        (
            "\"coffee 2.80\"",
            "\"cofee 2.80\"",
            "rooms",
            "Court",
            "did you mean “coffee”",
        ),
        (
            "x=\"160\" y=\"0\"",
            "x=\"160.5\" y=\"0\"",
            "rooms",
            "Room A",
            "off the grid",
        ),
        (
            "\"Room A\"",
            "\"Court\"",
            "rooms",
            "Court",
            "another place (line",
        ),
        (
            "\"House\"",
            "\"\"",
            "rooms",
            "#9",
            "building's name has 0 letters",
        ),
        (
            "x=\"128\" y=\"0\" width=\"128\" height=\"224\"",
            "x=\"128\" y=\"0\" width=\"128\" height=\"224000\"",
            "rooms",
            "House",
            "the building reaches from 128,0 to 256,224000; expected it within the map, which \
             reaches to 256,256",
        ),
        (
            "\"serve\"",
            "\"serv\"",
            "things",
            "Serve",
            "did you mean “serve”",
        ),
        ("\"up\"", "\"upp\"", "things", "Serve", "did you mean “up”"),
        (
            "x=\"48\" y=\"16\"",
            "x=\"48\" y=\"240\"",
            "things",
            "Staff",
            "is in no place",
        ),
        (
            "x=\"48\" y=\"16\"",
            "x=\"48\" y=\"48\"",
            "things",
            "Staff",
            "as “Serve” is",
        ),
        (
            "\"queue\" x=\"48\"",
            "\"queue\" x=\"80\"",
            "things",
            "Line",
            "no serve spot is",
        ),
        (
            "points=\"0,0 0,96\"",
            "points=\"0,0 32,96\"",
            "things",
            "Line",
            "runs aslant",
        ),
        (
            "<polyline points=\"0,0 0,96\"/>",
            "",
            "things",
            "Line",
            "is no line",
        ),
        (
            "</objectgroup>",
            "<object id=\"20\" name=\"Two\" type=\"queue\" x=\"48\" y=\"48\">\
             <polyline points=\"0,0 32,0\"/></object></objectgroup>",
            "things",
            "Two",
            "has two queues",
        ),
        (door, "<object id=\"1\"", "rooms", "Room A", "no door"),
        (
            "y=\"96\"",
            "y=\"256\"",
            "things",
            "Door",
            "touches no place",
        ),
        (
            "gid=\"7\"",
            "type=\"door\" gid=\"9\"",
            "things",
            "Door",
            "no passage",
        ),
        (
            "gid=\"7\"",
            "gid=\"6\"",
            "things",
            "Door",
            "its tile 6 is in no tileset",
        ),
        (
            " gid=\"5\"",
            " gid=\"900\"",
            "things",
            "Chair",
            "its tile 900 is in no tileset",
        ),
        (
            " gid=\"5\"",
            " rotation=\"90\" gid=\"5\"",
            "things",
            "Chair",
            "turned",
        ),
        (
            " gid=\"5\"",
            " gid=\"536870917\"",
            "things",
            "Chair",
            "turned",
        ),
        (
            "gid=\"5\" x=\"0\"",
            "gid=\"5\" x=\"-64\"",
            "things",
            "Chair",
            "outside of the map",
        ),
        (
            "gid=\"5\" x=\"0\" y=\"32\" width=\"32\" height=\"32\"/>",
            "gid=\"5\" x=\"0\" y=\"32\"><properties><property name=\"spot\" value=\"sofa\"/>\
             </properties></object>",
            "things",
            "Chair",
            "“spot”: found “sofa”; expected one of seat",
        ),
    ];
    for (from, to, layer, object, rule) in cases {
        let message = refusal("small.tmx", from, to);
        let one = message.lines().find(|line| line.contains(rule));
        let one = one.unwrap_or_else(|| panic!("{to}: {message}"));
        let at = format!("layer “{layer}”, object “{object}”");
        assert!(one.contains("small.tmx:") && one.contains(&at), "{one}");
    }
    let moved = refusal(
        "small.tmx",
        "name=\"things\"",
        "name=\"things\" offsetx=\"16\"",
    );
    assert!(moved.contains("layer “things”: its offset, with that of its groups, is 16,0"));
    let kind = "<property name=\"kind\" value=\"bedroom\"/>";
    let capacity = "<property name=\"capacity\" type=\"int\" value=\"0\"/>";
    let said = refusal("small.tmx", kind, &format!("{kind}{capacity}"));
    assert!(
        said.contains("capacity is 0; expected at least 1"),
        "{said}"
    );
}

#[test]
fn mistakes_of_tilesets_and_templates_are_named() {
    let cases = [
        ("small.tmx", "tiles.tsx", "missing.tsx", "missing.tsx"),
        ("small.tmx", "bed.tx", "none.tx", "none.tx is not there"),
        ("pieces.tsx", "bed.png", "none.png", "tile 3: its image"),
        (
            "pieces.tsx",
            "height=\"32\" source=\"bed.png\"",
            "source=\"bed.png\"",
            "height of <image>",
        ),
        (
            "pieces.tsx",
            "columns=\"0\"",
            "",
            "columns of <tileset> is missing",
        ),
        (
            "pieces.tsx",
            "<tile id=\"3\">",
            "<tile id=\"300000\">",
            "id of <tile> is 300000",
        ),
        (
            "pieces.tsx",
            "\"seat\"",
            "\"seet\"",
            "tile 0: its spot: property “kind”: found “seet”",
        ),
        (
            "pieces.tsx",
            "y=\"8\"",
            "y=\"8\" rotation=\"45\"",
            "its solid is no upright rectangle",
        ),
        ("pieces.tsx", "x=\"4\"", "x=\"inf\"", "x of <object> is inf"),
        (
            "tiles.tsx",
            "type=\"bool\"",
            "type=\"string\"",
            "tile 1: property “blocks” is neither",
        ),
        (
            "tiles.tsx",
            "tilecount=\"4\"",
            "tilecount=\"1\"",
            "tile number 2 at tile 4,0",
        ),
        (
            "bed.tx",
            "gid=\"4\"",
            "gid=\"2\"",
            "its tile 2 is in no tileset",
        ),
        (
            "bed.tx",
            "firstgid=\"1\"",
            "firstgid=\"3\"",
            "firstgid is 1",
        ),
    ];
    for (name, from, to, said) in cases {
        let message = refusal(name, from, to);
        assert!(message.contains(said), "{said}: {message}");
    }
    let shapes = "<object id=\"3\" x=\"0\" y=\"0\"/>".repeat(65);
    let from = "<object id=\"1\" type=\"passage\"";
    let said = refusal("pieces.tsx", from, &format!("{shapes}{from}"));
    assert!(said.contains("more than 64 shapes"), "{said}");
    // A tileset that is not there does not make every tile of it a mistake.
    let said = refusal("small.tmx", "pieces.tsx", "missing.tsx");
    assert!(!said.contains("its tile"), "{said}");
}

#[test]
fn what_is_missing_hides_no_other_mistake() {
    let folder = tempfile::tempdir().unwrap();
    let file = small::write(folder.path());
    let said = |changes: &[(&str, &str)]| {
        fs::write(&file, replaced(small::MAP, changes)).unwrap();
        let problems = map::check(&file);
        problems.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let rules = |all: &[String], rules: &[&str]| {
        for rule in rules {
            assert!(all.iter().any(|one| one.contains(rule)), "{rule}: {all:#?}");
        }
        assert_eq!(all.len(), rules.len(), "{all:#?}");
    };
    let places = [("\"plaza\"", "\"plazza\""), ("\"Room A\"", "\"Court\"")];
    let found = ["did you mean “plaza”", "another place (line"];
    let not_all = "doors, queues and ways were not looked at";
    let files = [
        ("source=\"tiles.tsx\"", "source=\"tils.tsx\""),
        ("bed.tx", "none.tx"),
    ];
    rules(
        &said(&[files, places].concat()),
        &[
            "did you mean “tiles.tsx”?",
            "none.tx",
            found[0],
            found[1],
            not_all,
        ],
    );
    let all = said(&[("\"pieces.tsx\"", "\"gone.tsx\""), places[0], places[1]]);
    rules(
        &all,
        &["gone.tsx is not there", found[0], found[1], not_all],
    );
    let endless = ("infinite=\"0\"", "infinite=\"1\"");
    let all = said(&[endless, places[0], places[1]]);
    rules(&all, &["the map is infinite", found[0], found[1], not_all]);
    // What belongs to a place that could not be read is no mistake.
    rules(&said(&[places[0]]), &[found[0]]);
    let beside = "name=\"Room A\" type=\"place\" x=\"16";
    let all = said(&[(beside, &beside.replace("16", "161"))]);
    assert!(
        all.iter().all(|one| !one.contains("touches no place")),
        "{all:#?}"
    );
}

#[test]
fn tiles_of_another_size_are_named_first() {
    let folder = tempfile::tempdir().unwrap();
    let file = small::write(folder.path());
    let text = small::MAP.replace("tilewidth=\"32\"", "tilewidth=\"24\"");
    fs::write(&file, text).unwrap();
    let first = map::check(&file).remove(0).to_string();
    let said = "the map's tiles are 24 × 32 pixels, those of its tilesets 32 × 32";
    assert!(first.contains(said), "{first}");
}

#[test]
fn pictures_for_a_time_are_not_placed_by_themselves() {
    let folder = tempfile::tempdir().unwrap();
    let file = small::write(folder.path());
    let bed = "<tile id=\"3\">";
    let covered = format!(
        "{bed}<properties><property name=\"cover\" type=\"int\" value=\"4\"/></properties>"
    );
    let pieces = small::PIECES.replacen(bed, &covered, 1);
    fs::write(folder.path().join("pieces.tsx"), pieces).unwrap();
    assert_eq!(map::check(&file), []);
    let text = small::MAP.replacen(" gid=\"5\"", " gid=\"9\"", 1);
    fs::write(&file, text).unwrap();
    let said = map::check(&file).remove(0).to_string();
    assert!(
        said.contains("object “Chair”: tile 4 of the tileset “pieces” is the picture “cover”")
            && said.contains("expected tile 3 itself"),
        "{said}"
    );
}

#[test]
fn a_map_of_the_old_form_is_told_what_it_lacks() {
    let folder = tempfile::tempdir().unwrap();
    let file = small::write(folder.path());
    let text = small::MAP.replace(" type=\"place\"", "");
    let text = text.replace(" type=\"building\"", "");
    fs::write(&file, text.replace("\"rooms\"", "\"places\"")).unwrap();
    let said = map::load(&file).unwrap_err().to_string();
    assert!(
        said.contains("layer “places”: its objects have no class; expected class place"),
        "{said}"
    );
    assert!(said.contains("no object of class place"), "{said}");
}

/// The text of the first layer's `<data>` with its tags, and the tiles within.
fn first_data(text: &str) -> (std::ops::Range<usize>, Vec<u8>) {
    let from = text.find("<data").unwrap();
    let to = text.find("</data>").unwrap() + 7;
    let tiles = &text[from + text[from..].find('>').unwrap() + 1..to - 7];
    let tiles = tiles.split(',').map(|n| n.trim().parse::<u32>().unwrap());
    (from..to, tiles.flat_map(u32::to_le_bytes).collect())
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let n = three
            .iter()
            .chain([&0, &0])
            .take(3)
            .fold(0_u32, |n, b| n << 8 | u32::from(*b));
        for i in 0..4 {
            let letter = LETTERS[(n >> (18 - 6 * i) & 63) as usize];
            text.push(if i > three.len() { '=' } else { letter.into() });
        }
    }
    text
}

/// That a message says where in a file it is wrong.
fn names_a_place(error: &str) {
    let first = error.lines().next().unwrap();
    let ends = [".tmx:", ".tx:"].iter();
    let after = ends
        .filter_map(|end| Some(first.find(end)? + end.len()))
        .min()
        .unwrap();
    let at: Vec<&str> = first[after..].splitn(3, ':').collect();
    assert!(
        at[0].parse::<usize>().is_ok() && at[1].parse::<usize>().is_ok(),
        "{error}"
    );
}

/// Writes the small campus into a folder of its own within one, and beside that what it may not
/// name.
fn guarded(folder: &Path) -> PathBuf {
    let own = folder.join("own");
    fs::create_dir(&own).unwrap();
    fs::write(folder.join("outside.tsx"), "<tileset/>").unwrap();
    let template = "<template><object template=\"own.tx\" name=\"x\"/></template>";
    fs::write(own.join("own.tx"), template).unwrap();
    small::write(&own)
}

#[test]
fn what_would_stop_the_reader_of_maps_is_refused_before_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = guarded(folder.path());
    let good = small::MAP;
    let (data, bytes) = first_data(good);
    let packed = |bytes: &[u8]| {
        let data_tag = format!("<data encoding=\"base64\">{}</data>", base64(bytes));
        format!("{}{data_tag}{}", &good[..data.start], &good[data.end..])
    };
    fs::write(&file, packed(&bytes)).unwrap();
    assert!(map::check(&file).is_empty(), "{:?}", map::check(&file));
    let with = |from: &str, to: &str| replaced(good, &[(from, to)]);
    let attributes: String = (0..99).map(|i| format!("a{i}=\"\" ")).collect();
    let ground = "<layer id=\"1\" name=\"ground\" width=\"8\"";
    let sets = "<tileset firstgid=\"1\" source=\"tiles.tsx\"/>";
    let object = "<object id=\"";
    let cases = [
        (packed(&bytes[4..]), "63 tiles were found; expected 64"),
        (
            packed(&[&bytes[..], &[0; 4]].concat()),
            "more than 64 tiles",
        ),
        (
            with(ground, &ground.replace('8', "500")),
            "its width is 500",
        ),
        (
            with("</data>", "</data><data encoding=\"csv\">1</data>"),
            "given twice",
        ),
        (with("\n1,", "\n999999,"), "tile number 999999 at tile 0,0"),
        (
            with("infinite=\"0\"", "infinite=\"1\""),
            "expected a finite orthogonal one",
        ),
        (
            with(" width=\"8\"", " width='4000000000'"),
            "width of <map> is 4000000000; expected 1 to 512",
        ),
        (
            with("</map>", &format!("{}</map>", "<group>".repeat(5000))),
            "deep in one another",
        ),
        (with(sets, &sets.repeat(64)), "more than 64 tilesets"),
        (
            with(object, "<object template=\"own.tx\" id=\""),
            "names a template; expected none",
        ),
        (with("tiles.tsx", "../outside.tsx"), "lies outside of"),
        (with("tiles.tsx", "/dev/zero"), "lies outside of"),
        (
            with(object, "<object template=\"/dev/zero\" id=\""),
            "lies outside of",
        ),
        (
            with("<map ", "<!DOCTYPE map [<!ENTITY a \"b\">]><map "),
            "document type",
        ),
        (with("x=\"160\"", "x=\"NaN\""), "x of <object> is NaN"),
        (
            with("x=\"160\" y=\"0\"", "x=\"160.5\" y=\"0\""),
            "off the grid",
        ),
        (with("<map ", &format!("<map {attributes}")), "attributes"),
        ("<map".to_owned(), "not XML"),
    ];
    for (text, said) in cases {
        fs::write(&file, text).unwrap();
        let error = map::load(&file).unwrap_err().to_string();
        assert!(error.contains(said), "{said}: {error}");
        names_a_place(&error);
    }
}

#[test]
fn what_objects_take_from_templates_has_bounds() {
    let folder = tempfile::tempdir().unwrap();
    let file = small::write(folder.path());
    let long = "x".repeat(60_000);
    let template = format!("<template><object name=\"{long}\"/></template>");
    fs::write(folder.path().join("long.tx"), template).unwrap();
    let objects = "<object template=\"long.tx\" x=\"0\" y=\"0\"/>".repeat(300);
    let group = format!("<objectgroup name=\"long\">{objects}</objectgroup></map>");
    fs::write(&file, small::MAP.replace("</map>", &group)).unwrap();
    let said = map::load(&file).unwrap_err().to_string();
    assert!(said.contains("bytes from templates"), "{said}");
}

#[test]
fn a_walled_up_place_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let file = small::write(folder.path());
    // Everything is blocked but the door: nothing else can be reached.
    let walls = small::MAP.replace("1,1,1,1,1,1,1,1", "2,2,2,2,2,2,2,2");
    fs::write(&file, walls).unwrap();
    let problems = map::check(&file);
    for rule in [
        "cannot be reached",
        "is blocked",
        "crosses the blocked tile",
    ] {
        assert!(
            problems.iter().any(|p| p.rule.contains(rule)),
            "{rule}: {problems:?}"
        );
    }
}
