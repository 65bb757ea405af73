//! The light of the hour, and the picture of what lamps and windows light up after dark.

use super::campus::{Light, LightKind};
use collegium_sim::campus::{CampusMap, Tile, map::Rect};

/// Samples along a tile's side in the picture of lights.
pub const SAMPLES: usize = 4;

/// The light of the day at certain hours (red, green, blue); between them it changes smoothly.
const HOURS: [(f32, [f32; 3]); 11] = [
    (0.0, [0.40, 0.45, 0.72]),
    (4.8, [0.42, 0.46, 0.72]),
    (6.2, [0.82, 0.68, 0.76]),
    (7.4, [1.0, 0.92, 0.86]),
    (9.0, [1.0, 1.0, 1.0]),
    (16.0, [1.0, 1.0, 1.0]),
    (17.8, [1.0, 0.90, 0.74]),
    (19.2, [0.88, 0.68, 0.66]),
    (20.4, [0.54, 0.52, 0.74]),
    (21.8, [0.40, 0.45, 0.72]),
    (24.0, [0.40, 0.45, 0.72]),
];

/// The light of an hour of the day.
pub fn ambient(hour: f32) -> [f32; 3] {
    let hour = if hour.is_finite() {
        hour.rem_euclid(24.0)
    } else {
        12.0
    };
    let next = HOURS
        .iter()
        .position(|(h, _)| *h > hour)
        .unwrap_or(HOURS.len() - 1)
        .max(1);
    let ((from, a), (to, b)) = (HOURS[next - 1], HOURS[next]);
    let part = (hour - from) / (to - from);
    let smooth = part * part * (3.0 - 2.0 * part);
    std::array::from_fn(|i| a[i] + (b[i] - a[i]) * smooth)
}

/// What is left of each colour of the day's light under a closed cover of clouds.
const CLOUDED: [f32; 3] = [0.80, 0.84, 0.90];

/// A light of the day that clouds hide so far, 0 to 1.
pub fn clouded(light: [f32; 3], cloud: f32) -> [f32; 3] {
    std::array::from_fn(|i| light[i] * (1.0 - cloud * (1.0 - CLOUDED[i])))
}

/// How strongly the sun shines through windows at an hour of the day, 0 to 1.
pub fn sunshine(hour: f32) -> f32 {
    let (up, down) = ((hour - 7.5) / 2.0, (17.5 - hour) / 2.0);
    up.min(down).clamp(0.0, 1.0)
}

/// How dark it is in a light: 0 by day, nearly 1 at night.
pub fn darkness(ambient: [f32; 3]) -> f32 {
    let brightness = 0.3 * ambient[0] + 0.5 * ambient[1] + 0.2 * ambient[2];
    ((0.93 - brightness) / 0.42).clamp(0.0, 1.0)
}

/// What a light reaches: for each tile around it whether it is seen from the light.
#[derive(Clone, Debug)]
pub struct Reach {
    area: Rect,
    seen: Vec<bool>,
}

impl Reach {
    /// Looks around from a light; walls stop it.
    pub fn of(light: &Light, map: &CampusMap) -> Self {
        let (x, y) = light.at;
        let r = light.radius;
        let (left, top) = ((x - r).floor() as i16, (y - r).floor() as i16);
        let (right, bottom) = ((x + r).ceil() as i16, (y + r).ceil() as i16);
        let area = Rect {
            x: left,
            y: top,
            w: right - left,
            h: bottom - top,
        };
        let from = Tile::new(x.floor() as i16, y.floor() as i16);
        // A lamp on a wall shines from the floor before it.
        let from = if map.grid.sees(from, Tile::new(from.x, from.y + 1))
            && !map.grid.walkable(from)
            && light.kind == LightKind::Lamp
        {
            Tile::new(from.x, from.y + 1)
        } else {
            from
        };
        let seen = area.tiles().map(|t| map.grid.sees(from, t)).collect();
        Self { area, seen }
    }

    fn sees(&self, x: i16, y: i16) -> bool {
        let tile = Tile::new(x, y);
        self.area.contains(tile)
            && self
                .seen
                .get((y - self.area.y) as usize * self.area.w as usize + (x - self.area.x) as usize)
                .copied()
                .unwrap_or(false)
    }
}

/// A picture of light: for each sample its colour.
#[derive(Clone, Debug)]
pub struct LightMap {
    /// How many columns of samples it has.
    pub width: usize,
    /// How many rows of samples it has.
    pub height: usize,
    light: Vec<[f32; 3]>,
}

impl LightMap {
    /// A dark picture for a map of so many tiles.
    pub fn dark(columns: i16, rows: i16) -> Self {
        let (width, height) = (
            columns.max(1) as usize * SAMPLES,
            rows.max(1) as usize * SAMPLES,
        );
        Self {
            width,
            height,
            light: vec![[0.0; 3]; width * height],
        }
    }

    /// Adds what a light gives to the samples it reaches.
    pub fn add(&mut self, light: &Light, reach: &Reach) {
        let strength = if light.kind == LightKind::Screen {
            0.55
        } else {
            0.95
        };
        let side = SAMPLES as f32;
        let area = reach.area;
        let clip =
            |n: i16, most: usize| (i32::from(n) * SAMPLES as i32).clamp(0, most as i32) as usize;
        for y in clip(area.y, self.height)..clip(area.y + area.h, self.height) {
            for x in clip(area.x, self.width)..clip(area.x + area.w, self.width) {
                let (tx, ty) = ((x as f32 + 0.5) / side, (y as f32 + 0.5) / side);
                let (dx, dy) = (tx - light.at.0, ty - light.at.1);
                let near = 1.0 - (dx * dx + dy * dy).sqrt() / light.radius;
                if near > 0.0 && reach.sees(tx as i16, ty as i16) {
                    let s = near * near * (3.0 - 2.0 * near) * strength;
                    let sample = &mut self.light[y * self.width + x];
                    for (out, c) in sample.iter_mut().zip(light.color) {
                        *out += c * s;
                    }
                }
            }
        }
    }

    /// Fills a lit room with an even glow, walls around it included.
    pub fn fill(&mut self, room: Rect, color: [f32; 3]) {
        let clip =
            |n: i16, most: usize| (i32::from(n) * SAMPLES as i32).clamp(0, most as i32) as usize;
        for y in clip(room.y - 2, self.height)..clip(room.y + room.h, self.height) {
            for x in clip(room.x, self.width)..clip(room.x + room.w, self.width) {
                let sample = &mut self.light[y * self.width + x];
                for (out, c) in sample.iter_mut().zip(color) {
                    *out = out.max(c);
                }
            }
        }
    }

    /// The picture as bytes (red, green, blue, 255).
    pub fn bytes(&self) -> Vec<u8> {
        self.light
            .iter()
            .flat_map(|l| [level(l[0]), level(l[1]), level(l[2]), 255])
            .collect()
    }
}

/// A level of light as a byte; bright light levels off softly.
fn level(light: f32) -> u8 {
    let soft = if light <= 0.6 {
        light
    } else {
        0.6 + 0.4 * (1.0 - 1.0 / (1.0 + (light - 0.6) / 0.4))
    };
    (soft.clamp(0.0, 1.0) * 255.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_sim::campus::map::Grid;

    #[test]
    fn days_are_clear_and_nights_readable() {
        assert_eq!(ambient(12.0), [1.0, 1.0, 1.0]);
        assert_eq!(darkness(ambient(12.0)), 0.0);
        let night = ambient(2.0);
        assert!(night[2] > night[0] && night.iter().all(|c| *c > 0.35));
        assert!(darkness(night) > 0.9);
        assert!(ambient(18.0)[0] > ambient(18.0)[2]);
        assert_eq!(clouded(ambient(12.0), 0.0), ambient(12.0));
        assert!(clouded(ambient(12.0), 1.0)[0] < 0.85);
        assert_eq!([6.0, 12.0, 18.0].map(sunshine), [0.0, 1.0, 0.0]);
    }

    #[test]
    fn light_changes_without_jumps() {
        let mut last = ambient(0.0);
        for minute in 1..=1440 {
            let now = ambient(minute as f32 / 60.0);
            assert!(
                now.iter().zip(last).all(|(a, b)| (a - b).abs() < 0.02),
                "at minute {minute}"
            );
            last = now;
        }
        assert_eq!(ambient(f32::NAN), ambient(12.0));
    }

    #[test]
    fn walls_stop_light() {
        let mut map = CampusMap {
            grid: Grid::new(7, 3),
            ..CampusMap::default()
        };
        for y in 0..3 {
            map.grid.mark(Tile::new(3, y), 3);
        }
        let light = Light {
            at: (1.5, 1.5),
            radius: 5.0,
            color: [1.0; 3],
            kind: LightKind::Lamp,
        };
        let mut lights = LightMap::dark(7, 3);
        lights.add(&light, &Reach::of(&light, &map));
        let bytes = lights.bytes();
        let at = |tile: usize| bytes[(6 * lights.width + tile * SAMPLES + 2) * 4];
        assert!(at(1) > 180);
        assert!(at(3) > 0, "the wall itself is lit");
        assert_eq!(at(4), 0);
    }
}
