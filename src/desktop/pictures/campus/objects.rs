//! Objects with a meaning for what is drawn: lights and buildings.

use super::{Building, Light, LightKind, TILE, hex_color};
use tiled::{ObjectData, ObjectShape, Properties, PropertyValue};

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

/// A building whose outline an object is.
pub(super) fn building(object: &ObjectData, shift: (f32, f32)) -> Option<Building> {
    let ObjectShape::Rect { width, height } = object.shape else {
        return None;
    };
    Some(Building {
        name: object.name.clone(),
        middle: (
            object.x + shift.0 + width / 2.0,
            object.y + shift.1 + height / 2.0,
        ),
        size: (width, height),
    })
}
