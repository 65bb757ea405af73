//! A contact sheet for judging the people by eye: seeded looks in every frame, coloured as the app
//! colours them.

use super::{
    mask::{HEIGHT, Shade, WIDTH},
    ramps::{self, Ramp},
    sheets::{CATEGORIES, Sheet},
};
use crate::{canvas::Canvas, palette::Color};
use std::collections::BTreeMap;

/// How many looks the sheet shows.
const LOOKS: u64 = 24;
/// How much every pixel is enlarged.
const SCALE: i32 = 3;

/// A small deterministic source of choices.
struct Dice(u64);

impl Dice {
    /// A number below `sides`.
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % sides
    }

    /// One entry of a list.
    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.roll(from.len())]
    }
}

/// Draws `LOOKS` people: each in one row of 24 frames, on alternating grass and floor.
pub fn draw() -> Canvas {
    let mut drawn = BTreeMap::new();
    let mut canvas = Canvas::new(12 * WIDTH * SCALE, LOOKS as i32 * 2 * HEIGHT * SCALE);
    for look in 0..LOOKS {
        let person = compose(look, &mut drawn);
        let ground = if look % 2 == 0 {
            Color::hex(0x86b06a)
        } else {
            Color::hex(0xd8c09a)
        };
        for y in 0..2 * HEIGHT {
            for x in 0..12 * WIDTH {
                let frame = y / HEIGHT * 12 + x / WIDTH;
                let (fx, fy) = (
                    frame % 4 * WIDTH + x % WIDTH,
                    frame / 4 * HEIGHT + y % HEIGHT,
                );
                let color = person.get(fx, fy).over(ground);
                canvas.rect(
                    x * SCALE,
                    (look as i32 * 2 * HEIGHT + y) * SCALE,
                    SCALE,
                    SCALE,
                    color,
                );
            }
        }
    }
    canvas
}

/// Draws one person's sheet by recolouring and stacking layers as the app does.
fn compose(look: u64, drawn: &mut BTreeMap<(&'static str, &'static str), Sheet>) -> Canvas {
    let mut dice = Dice(look.wrapping_mul(0x9e37_79b9).wrapping_add(77));
    let (skin, hair, cloth) = (ramps::skin(), ramps::hair(), ramps::cloth());
    let (skin, hair) = (dice.pick(&skin).1, dice.pick(&hair).1);
    let mut person = Canvas::new(4 * WIDTH, 6 * HEIGHT);
    for (category, styles) in CATEGORIES {
        let style = match category {
            "hair" => styles[look as usize % styles.len()],
            "top" => styles[(look as usize * 5 + 3) % styles.len()],
            "beard" if !look.is_multiple_of(3) => continue,
            "extra" if look.is_multiple_of(2) => continue,
            "extra" => styles[look as usize / 2 % styles.len()],
            _ if styles.is_empty() => "",
            _ => dice.pick(styles),
        };
        let any = dice.pick(&cloth).1;
        let ramp: Ramp = match category {
            "body" => skin,
            "hair" if matches!(style, "hijab" | "turban") => any,
            "hair" | "beard" => hair,
            _ => any,
        };
        let sheet = drawn
            .entry((category, style))
            .or_insert_with(|| Sheet::draw(category, style));
        person.draw(&recoloured(&sheet.ramp, &ramp), 0, 0);
        person.draw(&sheet.detail, 0, 0);
    }
    person
}

/// A sheet with its greys replaced by a ramp.
fn recoloured(sheet: &Canvas, ramp: &Ramp) -> Canvas {
    let mut canvas = sheet.clone();
    for pixel in canvas.pixels.iter_mut().filter(|pixel| pixel.a > 0) {
        if let Some(step) = Shade::ALL.iter().position(|shade| shade.grey() == pixel.r) {
            *pixel = ramp[step];
        }
    }
    canvas
}
