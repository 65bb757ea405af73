//! Objects with a meaning for what is drawn: lights and buildings.

use super::scale::{Scale, TILE};
use collegium_sim::campus::Tile;
use tiled::{ObjectData, ObjectShape, Properties, PropertyValue};

/// What gives a light: when and how brightly it shines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LightKind {
    /// A lamp: lights its surroundings after dark, while its room is lit.
    Lamp,
    /// A room seen by its windows.
    Window,
    /// A screen: dimmer than a lamp.
    Screen,
}

/// A light of the map, as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Light {
    /// Where, in tiles from the top left corner.
    pub at: (f32, f32),
    /// How far it reaches, in tiles.
    pub radius: f32,
    /// Red, green and blue, each 0 to 1.
    pub color: [f32; 3],
    /// What gives it, which says when and how brightly.
    pub kind: LightKind,
}

/// A building, for its label over the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Building {
    /// What stands over it on the map.
    pub name: String,
    /// The middle of its outline, in pixels of the map.
    pub middle: (f32, f32),
    /// How wide and how high its outline is, in pixels of the map.
    pub size: (f32, f32),
}

/// The text that something has as a property.
pub(super) fn text<'a>(properties: &'a Properties, name: &str) -> Option<&'a str> {
    match properties.get(name) {
        Some(PropertyValue::StringValue(text)) => Some(text),
        _ => None,
    }
}

/// A light with those properties at a point, in pixels of the map.
pub(super) fn light(properties: &Properties, (x, y): (f32, f32)) -> Option<Light> {
    let radius = match properties.get("radius") {
        Some(PropertyValue::FloatValue(radius)) => *radius,
        Some(PropertyValue::IntValue(radius)) => *radius as f32,
        _ => 3.0,
    };
    let kind = match text(properties, "kind") {
        Some("window") => LightKind::Window,
        Some("screen") => LightKind::Screen,
        _ => LightKind::Lamp,
    };
    let color = match properties.get("color") {
        Some(PropertyValue::StringValue(color)) => hex_color(color),
        Some(PropertyValue::ColorValue(c)) => Some([c.red, c.green, c.blue]),
        _ => None,
    };
    let side = TILE as f32;
    let color = color
        .unwrap_or([255, 220, 160])
        .map(|c| f32::from(c) / 255.0);
    (radius > 0.0 && radius < 64.0).then_some(Light {
        at: (x / side, y / side),
        radius,
        color,
        kind,
    })
}

/// A building whose outline an object is,
/// whose upper left corner is at a point, in pixels that are shown.
pub(super) fn building(object: &ObjectData, (x, y): (f32, f32), scale: Scale) -> Option<Building> {
    let ObjectShape::Rect { width, height } = object.shape else {
        return None;
    };
    let (width, height) = scale.at((width, height));
    Some(Building {
        name: object.name.clone(),
        middle: (x + width / 2.0, y + height / 2.0),
        size: (width, height),
    })
}

/// Reads a colour written as `#rrggbb`: red, green and blue, each 0 to 255.
pub fn hex_color(text: &str) -> Option<[u8; 3]> {
    let digits = text.trim().strip_prefix('#')?;
    if digits.len() != 6 || !digits.is_ascii() {
        return None;
    }
    let part = |i: usize| u8::from_str_radix(&digits[i..i + 2], 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// The tile a light stands on.
pub fn tile_of(light: &Light) -> Tile {
    Tile::new(light.at.0.floor() as i16, light.at.1.floor() as i16)
}
