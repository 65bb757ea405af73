//! What stands under the open sky, as it looks in winter: with snow on its upper edges and on what
//! lies level. Pieces that stand indoors as well have no such picture.

use super::{
    furniture::food::cafe_table,
    season::{BLUE_SNOW, SNOW, Season, snow_on},
    street::PARASOL_UP,
    tints::{self, AWNINGS},
};
use crate::{
    brush::{Ramp, tone},
    canvas::Canvas,
    noise::{hash, pick},
    palette::Color,
    sprite::{Sprite, TILE},
};

/// A level part of a picture: left, top, width and height in pixels.
type Level = (i32, i32, i32, i32);

/// A piece with snow, up to `depth` pixels of it on its edges, and on all of its level parts.
pub fn snowy(summer: &Sprite, depth: i32, levels: &[Level]) -> Sprite {
    let mut s = summer.clone();
    snow_on(&mut s.art, depth, 7);
    for level in levels {
        cover(&mut s.art, *level);
    }
    renamed(s)
}

/// A piece that is taken away in winter; all of a size that share a name are one clear picture.
pub fn taken_away(summer: &Sprite, name: &str) -> Sprite {
    let mut s = summer.clone();
    s.art = Canvas::new(s.art.width, s.art.height);
    name.clone_into(&mut s.name);
    renamed(s)
}

fn renamed(mut s: Sprite) -> Sprite {
    s.name += Season::Winter.suffix();
    s
}

/// Covers a level part with snow whose lower edge is uneven.
fn cover(c: &mut Canvas, (x, y, w, h): Level) {
    for px in x..x + w {
        let end = px == x || px == x + w - 1;
        let tall = h - pick(px / 3, y, 51, 2) as i32 - i32::from(end);
        for py in y..y + tall {
            if c.get(px, py).a < 255 {
                continue;
            }
            let shade = py == y + tall - 1 && tall > 2;
            let glint = hash(px / 2, py, 53).is_multiple_of(13);
            let color = if shade || glint { BLUE_SNOW } else { SNOW };
            c.set(px, py, color);
        }
    }
}

/// A garden bench with snow on its seat.
pub fn park_bench(summer: &Sprite) -> Sprite {
    let wide = summer.w * TILE;
    let seat = if summer.name.ends_with("up") { 14 } else { 18 };
    snowy(summer, 3, &[(3, seat, wide - 6, 9)])
}

/// Bicycles with snow on them, through whose wheels one sees the ground and not grass.
pub fn bicycles(summer: &Sprite) -> Sprite {
    let mut s = snowy(summer, 2, &[]);
    for pixel in &mut s.art.pixels {
        if *pixel == Color::hex(0x8FA878) {
            *pixel = Color::CLEAR;
        }
    }
    s
}

/// A railing with snow on its low wall.
pub fn railing(summer: &Sprite) -> Sprite {
    snowy(summer, 2, &[(0, 26, summer.w * TILE, 5)])
}

/// A jetty whose planks show between strips of snow.
pub fn jetty(summer: &Sprite) -> Sprite {
    let (wide, tall) = (summer.w * TILE, summer.h * TILE);
    let planks: Vec<Level> = (0..tall)
        .step_by(8)
        .map(|y| (4, y, wide - 8, if y % 24 == 8 { 5 } else { 6 }))
        .collect();
    snowy(summer, 3, &planks)
}

/// A café table with snow on it, and its parasol closed.
pub fn parasol(summer: &Sprite, color: u32) -> Sprite {
    let r = Ramp::of(tints::nearest(&AWNINGS, color).rgb);
    let mut table = cafe_table(0xE0D2B8, 2);
    let top = &mut table.art;
    let cloth = Ramp::of(0xE0D2B8);
    top.ellipse(2, 5, 28, 19, cloth.mid);
    top.ellipse(2, 5, 28, 18, BLUE_SNOW);
    top.ellipse(2, 4, 28, 17, SNOW);
    let mut s = summer.clone();
    s.art = Canvas::new(summer.art.width, summer.art.height);
    s.art.draw(&table.art, TILE, PARASOL_UP - table.up);
    closed_cloth(&mut s.art, TILE + 16, 2, &r);
    renamed(s)
}

/// The cloth of a parasol, folded about its pole and tied, with snow on its tip; its middle is at
/// `x`, its tip at `y`.
fn closed_cloth(c: &mut Canvas, x: i32, y: i32, r: &Ramp) {
    let (wood, cream) = (Ramp::of(tone::WALNUT), Ramp::of(0xF4EBD6));
    c.rect(x - 1, y + 40, 2, 9, wood.line);
    c.vline(x - 1, y + 40, 9, wood.light);
    for row in 0..40 {
        let half = match row {
            0..12 => 1 + row / 2,
            12..26 => 7,
            26..28 => 5,
            _ => 6 + (row - 28) / 6,
        };
        for dx in -half..half {
            let fold = (dx + 9) / 3;
            let stripe = if fold % 2 == 0 { r } else { &cream };
            let tone = if dx == -half || dx == half - 1 {
                r.line
            } else if (26..28).contains(&row) {
                wood.mid
            } else if dx > half / 2 {
                stripe.dark
            } else if (dx + 9) % 3 == 0 {
                stripe.light
            } else {
                stripe.mid
            };
            let hem = row == 39 || (row == 38 && (dx + 9) % 3 == 2);
            c.set(x + dx, y + row, if hem { r.line } else { tone });
        }
    }
    for row in 0..9 {
        let half = 1 + row / 2;
        let tall = if row > 5 { 1 - row % 2 } else { 1 };
        for dx in -half..half * tall + 1 - tall {
            let shade = dx >= half / 2 || row > 6;
            c.set(x + dx, y + row - 1, if shade { BLUE_SNOW } else { SNOW });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tiles::{furniture::seats, street};

    fn snow(s: &Sprite) -> usize {
        let white = |c: &&Color| **c == SNOW || **c == BLUE_SNOW;
        s.art.pixels.iter().filter(white).count()
    }

    #[test]
    fn snow_lies_on_a_piece_and_changes_nothing_else_of_it() {
        let bench = seats::park_bench(2, "down");
        let (railing, jetty) = (street::railing(3), street::jetty(2, 4));
        for (summer, winter) in [
            (&bench, park_bench(&bench)),
            (&railing, super::railing(&railing)),
            (&jetty, super::jetty(&jetty)),
        ] {
            assert_eq!(winter.name, format!("{}-winter", summer.name));
            assert_eq!(winter.shapes, summer.shapes);
            let opacity = |s: &Sprite| s.art.pixels.iter().map(|c| c.a).collect::<Vec<u8>>();
            assert_eq!(opacity(&winter), opacity(summer), "{}", summer.name);
            assert!(snow(&winter) > snow(summer) + 100, "{}", summer.name);
        }
    }

    #[test]
    fn a_parasol_is_closed_and_a_picnic_taken_away() {
        let (open, cloth) = (
            street::parasol(AWNINGS[0].rgb),
            street::picnic(AWNINGS[0].rgb),
        );
        let closed = parasol(&open, AWNINGS[0].rgb);
        let top = |s: &Sprite| {
            let seen = |x: &i32| s.art.get(*x, 20).a == 255;
            (0..s.art.width).filter(seen).count()
        };
        assert!(top(&closed) * 3 < top(&open), "{}", top(&closed));
        assert_eq!(closed.values, open.values);
        let away = taken_away(&cloth, "picnic");
        assert!(away.art.pixels.iter().all(|c| c.a == 0));
        assert_eq!(away.art.width, cloth.art.width);
    }
}
