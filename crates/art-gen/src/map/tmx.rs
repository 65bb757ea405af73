//! Writes the design as a Tiled map.

use super::{
    catalogue::Catalogue,
    check::{OUTDOORS, seats_of},
    layers::Layer,
};
use crate::{
    scene::{Level, Light, Piece, Scene, Spot, TILE},
    tileset::write::escape,
};
use std::fmt::Write as _;

/// The bit of a tile's number that exchanges left and right.
const FLIPPED: u32 = 0x8000_0000;

/// What a place is unless it says otherwise.
const USUAL_NOISE: &str = "normal";
const USUAL_HOURS: &str = "always";
const USUAL_SERVICE: f32 = 2.0;

/// All that is written of a map.
pub struct Sheet<'a> {
    /// The design.
    pub scene: &'a Scene,
    /// Its tilesets.
    pub catalogue: &'a Catalogue,
    /// Its layers of tiles, from the lowest.
    pub layers: &'a [Layer],
    /// Spots that no piece brings.
    pub spots: &'a [Spot],
    /// Lights that no piece brings.
    pub lights: &'a [Light],
}

/// A property as it is written: its name, the attribute that tells its type, its value.
type Property = (&'static str, String, String);

/// An object as it is written.
#[derive(Default)]
struct Object<'a> {
    name: &'a str,
    class: &'static str,
    gid: Option<u32>,
    at: (i32, i32),
    size: Option<(i32, i32)>,
    properties: Vec<Property>,
    shape: String,
}

/// The text of the map, with layer data as comma separated numbers.
pub fn text(sheet: &Sheet) -> String {
    let mut writer = Writer {
        sheet,
        next_layer: 1,
        next_object: 1,
        body: String::new(),
    };
    for layer in sheet.layers {
        writer.tiles(layer);
    }
    writer.pieces("laid", " draworder=\"index\"", |p| {
        p.level != Level::Standing
    });
    writer.pieces("furniture", "", |p| p.level == Level::Standing);
    writer.group("places", "", Writer::places);
    writer.group("buildings", "", Writer::buildings);
    writer.group("spots", "", Writer::spots);
    writer.group("lights", "", Writer::lights);
    let (w, h) = (sheet.scene.width, sheet.scene.height);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(
        out,
        "<map version=\"1.8\" tiledversion=\"1.8.2\" orientation=\"orthogonal\" \
         renderorder=\"right-down\" width=\"{w}\" height=\"{h}\" tilewidth=\"{TILE}\" \
         tileheight=\"{TILE}\" infinite=\"0\" nextlayerid=\"{}\" nextobjectid=\"{}\">",
        writer.next_layer, writer.next_object
    );
    for (first, set) in sheet.catalogue.sets() {
        let _ = writeln!(
            out,
            " <tileset firstgid=\"{first}\" source=\"../assets/tiles/{}.tsx\"/>",
            set.name
        );
    }
    out + &writer.body + "</map>\n"
}

struct Writer<'a> {
    sheet: &'a Sheet<'a>,
    next_layer: u32,
    next_object: u32,
    body: String,
}

impl Writer<'_> {
    fn tiles(&mut self, layer: &Layer) {
        let (w, h) = (self.sheet.scene.width, self.sheet.scene.height);
        let visible = if layer.visible { "" } else { " visible=\"0\"" };
        let _ = write!(
            self.body,
            " <layer id=\"{}\" name=\"{}\" width=\"{w}\" height=\"{h}\"{visible}>\n  \
             <data encoding=\"csv\">\n",
            self.next_layer, layer.name
        );
        self.next_layer += 1;
        for (y, row) in layer.cells.chunks(w as usize).enumerate() {
            let line: Vec<String> = row.iter().map(u32::to_string).collect();
            self.body += &line.join(",");
            self.body += if y + 1 < h as usize { ",\n" } else { "\n" };
        }
        self.body += "</data>\n </layer>\n";
    }

    fn group(&mut self, name: &str, order: &str, fill: impl FnOnce(&mut Self)) {
        let _ = writeln!(
            self.body,
            " <objectgroup{order} id=\"{}\" name=\"{name}\">",
            self.next_layer
        );
        self.next_layer += 1;
        fill(self);
        self.body += " </objectgroup>\n";
    }

    fn object(&mut self, object: &Object) {
        let _ = write!(self.body, "  <object id=\"{}\"", self.next_object);
        self.next_object += 1;
        if !object.name.is_empty() {
            let _ = write!(self.body, " name=\"{}\"", escape(object.name));
        }
        if !object.class.is_empty() {
            let _ = write!(self.body, " type=\"{}\"", object.class);
        }
        if let Some(gid) = object.gid {
            let _ = write!(self.body, " gid=\"{gid}\"");
        }
        let _ = write!(self.body, " x=\"{}\" y=\"{}\"", object.at.0, object.at.1);
        if let Some((w, h)) = object.size {
            let _ = write!(self.body, " width=\"{w}\" height=\"{h}\"");
        }
        if object.properties.is_empty() && object.shape.is_empty() {
            self.body += "/>\n";
            return;
        }
        self.body += ">\n";
        if !object.properties.is_empty() {
            self.body += "   <properties>\n";
            for (key, kind, value) in &object.properties {
                let _ = writeln!(
                    self.body,
                    "    <property name=\"{key}\"{kind} value=\"{}\"/>",
                    escape(value)
                );
            }
            self.body += "   </properties>\n";
        }
        if !object.shape.is_empty() {
            let _ = writeln!(self.body, "   {}", object.shape);
        }
        self.body += "  </object>\n";
    }

    /// A layer of those pieces that it is for, from the back to the front.
    fn pieces(&mut self, name: &str, order: &str, wanted: impl Fn(&Piece) -> bool) {
        let scene = self.sheet.scene;
        let mut pieces: Vec<&Piece> = scene.pieces.iter().filter(|p| wanted(p)).collect();
        pieces.sort_by_key(|p| (p.level, p.at.1 - p.sprite.down, p.at.0));
        self.group(name, order, |w| {
            for piece in pieces {
                w.piece(piece);
            }
        });
    }

    fn piece(&mut self, piece: &Piece) {
        let sprite = &piece.sprite;
        let Some(number) = self.sheet.catalogue.number(sprite.set, &sprite.name) else {
            eprintln!("tileset {} has no piece {}", sprite.set, sprite.name);
            return;
        };
        let turned = if piece.flipped { FLIPPED } else { 0 };
        let spot = piece.spot.map(|kind| word("spot", "SpotKind", kind));
        self.object(&Object {
            name: &piece.name,
            gid: Some(number | turned),
            at: piece.at,
            size: Some((sprite.art.width, sprite.art.height)),
            properties: spot.into_iter().collect(),
            ..Object::default()
        });
    }

    fn places(&mut self) {
        let scene = self.sheet.scene;
        for (i, place) in scene.places.iter().enumerate() {
            let mut properties = Vec::new();
            if place.capacity != usual_capacity(scene, i) {
                properties.push(value("capacity", "int", place.capacity.to_string()));
            }
            properties.push(word("kind", "PlaceKind", place.kind));
            if place.noise != USUAL_NOISE {
                properties.push(word("noise", "Noise", place.noise));
            }
            if place.open != USUAL_HOURS {
                properties.push(value("open", "", place.open.to_owned()));
            }
            if !place.prices.is_empty() {
                properties.push(value("prices", "", place.prices.to_owned()));
                if place.serves != USUAL_SERVICE {
                    let serves = place.serves.to_string();
                    properties.push(value("serves_per_minute", "float", serves));
                }
            }
            let r = place.rect;
            self.object(&Object {
                name: &place.name,
                class: "place",
                at: (r.x * TILE, r.y * TILE),
                size: Some((r.w * TILE, r.h * TILE)),
                properties,
                ..Object::default()
            });
        }
    }

    fn buildings(&mut self) {
        for (name, r) in &self.sheet.scene.buildings {
            self.object(&Object {
                name,
                class: "building",
                at: (r.x * TILE, r.y * TILE),
                size: Some((r.w * TILE, r.h * TILE)),
                ..Object::default()
            });
        }
    }

    fn spots(&mut self) {
        for spot in self.sheet.spots {
            self.object(&Object {
                class: "spot",
                at: middle((spot.x, spot.y)),
                properties: vec![
                    word("facing", "Facing", spot.facing),
                    word("kind", "SpotKind", spot.kind),
                ],
                shape: "<point/>".to_owned(),
                ..Object::default()
            });
        }
        for (name, line) in &self.sheet.scene.queues {
            let Some((x0, y0)) = line.first().copied() else {
                continue;
            };
            let points: Vec<String> = line
                .iter()
                .map(|(x, y)| format!("{},{}", (x - x0) * TILE, (y - y0) * TILE))
                .collect();
            self.object(&Object {
                name,
                class: "queue",
                at: middle((x0, y0)),
                shape: format!("<polyline points=\"{}\"/>", points.join(" ")),
                ..Object::default()
            });
        }
    }

    fn lights(&mut self) {
        for light in self.sheet.lights {
            self.object(&Object {
                class: "light",
                at: light.at,
                properties: vec![
                    value("color", "", light.color.to_owned()),
                    word("kind", "LightKind", light.kind),
                    value("radius", "float", format!("{:.1}", light.radius)),
                ],
                shape: "<point/>".to_owned(),
                ..Object::default()
            });
        }
    }
}

/// A property whose words an enumeration of the Tiled project lists.
fn word(key: &'static str, of: &str, value: &str) -> Property {
    (key, format!(" propertytype=\"{of}\""), value.to_owned())
}

/// A property of a type, or of plain text when that is empty.
fn value(key: &'static str, of: &str, value: String) -> Property {
    let kind = if of.is_empty() {
        String::new()
    } else {
        format!(" type=\"{of}\"")
    };
    (key, kind, value)
}

/// The middle of a cell in pixels.
fn middle((x, y): (i32, i32)) -> (i32, i32) {
    (x * TILE + TILE / 2, y * TILE + TILE / 2)
}

/// How many people a place holds unless it says otherwise.
fn usual_capacity(scene: &Scene, place: usize) -> u32 {
    if OUTDOORS.contains(&scene.places[place].kind) {
        return 100;
    }
    let seats = seats_of(scene, place) as u32;
    (seats * 3).div_ceil(2).max(4)
}
