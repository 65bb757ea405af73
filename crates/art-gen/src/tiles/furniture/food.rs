//! Kitchens, counters and the tables where people eat.

use crate::{
    brush::{BRIGHTS, Ramp, tone},
    canvas::Canvas,
    palette::Color,
    sprite::{Sprite, TILE},
    tiles::tints::{self, COUNTERS, MACHINES, TABLECLOTHS, Tint},
};

/// What lies on one tile of a counter.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Goods {
    /// Nothing lies on it.
    Bare,
    /// A glass case of pastries.
    Pastries,
    /// A coffee machine.
    Coffee,
    /// Trays of warm food under a lamp.
    Food,
    /// A till to pay at.
    Till,
    /// A stack of plates or trays.
    Plates,
    /// A bowl of fruit.
    Fruit,
    /// Jars and bottles.
    Jars,
    /// A cake under glass.
    Cake,
}

/// What a map maker calls goods on a counter.
fn goods_name(item: Goods) -> &'static str {
    match item {
        Goods::Bare => "bare",
        Goods::Pastries => "pastries",
        Goods::Coffee => "coffee",
        Goods::Food => "food",
        Goods::Till => "till",
        Goods::Plates => "plates",
        Goods::Fruit => "fruit",
        Goods::Jars => "jars",
        Goods::Cake => "cake",
    }
}

/// A counter: a piece for each of the goods, from left to right.
pub fn counter(color: u32, goods: &[Goods]) -> Vec<Sprite> {
    let tint = tints::nearest(&COUNTERS, color);
    let last = goods.len().saturating_sub(1);
    let piece = |(i, item): (usize, &Goods)| {
        let (starts, ends) = (i == 0, i == last);
        counter_tile(tint, *item, starts, ends)
    };
    goods.iter().enumerate().map(piece).collect()
}

/// One tile of a counter: what lies on it, and whether the counter begins or ends there.
fn counter_tile(tint: Tint, item: Goods, starts: bool, ends: bool) -> Sprite {
    let (wood, top) = (Ramp::of(tint.rgb), Ramp::of(0xDDD3C2));
    let mut s = Sprite::new(1, 1, 18);
    let x = if starts { 0 } else { -8 };
    let wide = if ends { TILE } else { TILE + 8 } - x;
    let c = &mut s.art;
    c.slab(x, 18, wide, 14, 18, &wood);
    c.slab(x, 16, wide, 15, 4, &top);
    c.plate(3, 38, 26, 10, &wood);
    on_counter(c, 0, item);
    let end = match (starts, ends) {
        (true, true) => "-alone",
        (true, false) => "-left",
        (false, true) => "-right",
        (false, false) => "",
    };
    let name = format!("counter-{}-{}{end}", tint.name, goods_name(item));
    s.named("food", name)
}

/// Draws goods on the counter tile that starts at x; the counter top lies at y 17 to 30.
fn on_counter(c: &mut Canvas, x: i32, item: Goods) {
    match item {
        Goods::Bare => {}
        Goods::Pastries => pastries(c, x),
        Goods::Coffee => coffee(c, x),
        Goods::Food => food(c, x),
        Goods::Till => till(c, x),
        Goods::Plates => plates(c, x),
        Goods::Fruit => fruit(c, x),
        Goods::Jars => jars(c, x),
        Goods::Cake => cake(c, x),
    }
}

/// A glass case with two rows of cakes.
fn pastries(c: &mut Canvas, x: i32) {
    c.soft_rect(x + 2, 6, 28, 24, Color::hex(0x6E7C84));
    c.rect(x + 3, 7, 26, 22, Color::hex(0xC9DEDF));
    for row in 0..2 {
        c.hline(x + 3, 17 + row * 11, 26, Color::hex(0x8A97A0));
        for i in 0..4 {
            let cake =
                Ramp::of([0xD69A56, 0xE8C07A, 0x9A6444, 0xE8A8A0][((i + row * 3) % 4) as usize]);
            c.ball(
                x as f32 + 6.5 + i as f32 * 6.0,
                14.0 + row as f32 * 11.0,
                3.0,
                2.6,
                &cake,
                0.0,
                1,
            );
        }
    }
    c.rect(x + 5, 8, 3, 20, Color::hex(0xFFFFFF).alpha(60));
}

/// A coffee machine with cups on it.
fn coffee(c: &mut Canvas, x: i32) {
    let steel = Ramp::of(tone::STEEL);
    let red = Ramp::of(0xB4574C);
    c.slab(x + 4, 2, 24, 8, 19, &red);
    c.rect(x + 7, 13, 18, 9, steel.line);
    c.rect(x + 8, 13, 16, 2, steel.light);
    c.rect(x + 10, 15, 2, 3, steel.mid);
    c.rect(x + 19, 15, 2, 3, steel.mid);
    c.rect(x + 9, 19, 4, 3, Color::hex(0xF2ECDC));
    c.rect(x + 18, 19, 4, 3, Color::hex(0xF2ECDC));
    c.rect(x + 21, 4, 3, 3, Color::hex(0xF0D890));
    for i in 0..3 {
        c.rect(x + 6 + i * 4, 0, 3, 3, Color::hex(0xF2ECDC));
    }
}

/// Two dishes under a warm lamp.
fn food(c: &mut Canvas, x: i32) {
    let steel = Ramp::of(tone::STEEL);
    for i in 0..2 {
        let fill =
            Ramp::of([0xD69A4E, 0x86A85C, 0xC2604C, 0xE0CB8A][((x / TILE + i) % 4) as usize]);
        c.rect(x + 2 + i * 15, 18, 13, 11, steel.line);
        c.rect(x + 3 + i * 15, 19, 11, 9, steel.light);
        c.soft_rect(x + 4 + i * 15, 20, 9, 7, fill.mid);
        c.rect(x + 5 + i * 15, 21, 3, 2, fill.light);
        c.rect(x + 9 + i * 15, 23, 2, 2, fill.dark);
    }
    c.vline(x + 1, 6, 14, steel.line);
    c.vline(x + 30, 6, 14, steel.line);
    c.rect(x, 5, 32, 4, steel.line);
    c.hline(x, 6, 32, steel.hi);
    c.hline(x + 2, 9, 28, Color::hex(0xFBE2A0).alpha(150));
}

fn till(c: &mut Canvas, x: i32) {
    let r = Ramp::of(0x6A6F7C);
    c.slab(x + 6, 12, 20, 9, 8, &r);
    c.plate(x + 10, 4, 12, 9, &r);
    c.rect(x + 12, 6, 8, 4, Color::hex(0xA8D8B8));
    for i in 0..4 {
        c.rect(x + 8 + i * 4, 16, 3, 2, Color::hex(0xD8D6CE));
    }
}

/// Piles of plates and trays.
fn plates(c: &mut Canvas, x: i32) {
    for i in 0..5 {
        c.ellipse(x + 4, 20 - i * 2, 12, 7, Color::hex(0x9C978E));
        c.ellipse(x + 4, 19 - i * 2, 12, 7, Color::hex(0xF0ECE2));
    }
    for i in 0..4 {
        let r = Ramp::of(tone::CLAY);
        c.rect(x + 18, 22 - i * 2, 12, 6, r.line);
        c.rect(x + 19, 22 - i * 2, 10, 5, r.light);
    }
}

/// A basket of fruit.
fn fruit(c: &mut Canvas, x: i32) {
    for (i, color) in [0xC9584E, 0xE0A040, 0x8FB04E, 0xE0C450, 0xC9584E]
        .iter()
        .enumerate()
    {
        let fx = x as f32 + 8.0 + i as f32 * 4.0;
        c.ball(
            fx,
            18.0 - (i % 2) as f32 * 3.0,
            3.6,
            3.6,
            &Ramp::of(*color),
            0.0,
            2,
        );
    }
    c.soft_rect(x + 4, 19, 24, 8, Ramp::of(tone::BIRCH).line);
    c.soft_rect(x + 5, 19, 22, 7, Ramp::of(tone::BIRCH).mid);
    c.hline(x + 6, 20, 20, Ramp::of(tone::BIRCH).hi);
}

fn jars(c: &mut Canvas, x: i32) {
    for i in 0..4 {
        let r = Ramp::of(BRIGHTS[(i * 3 % 8) as usize]);
        c.rect(x + 3 + i * 7, 11, 6, 14, r.line);
        c.rect(x + 4 + i * 7, 14, 4, 10, r.mid);
        c.vline(x + 4 + i * 7, 14, 10, r.hi);
        c.rect(x + 4 + i * 7, 12, 4, 2, Color::hex(0xD8CDB6));
    }
}

fn cake(c: &mut Canvas, x: i32) {
    let r = Ramp::of(0xE9C9B0);
    c.ellipse(x + 5, 21, 22, 8, Color::hex(0xA8A298));
    c.ellipse(x + 5, 20, 22, 8, Color::hex(0xF2EEE4));
    c.slab(x + 9, 12, 14, 6, 8, &r);
    for i in 0..3 {
        c.rect(x + 11 + i * 4, 12, 2, 2, Color::hex(0xC9584E));
    }
    c.hline(x + 10, 19, 12, Color::hex(0x9A6444));
}

/// A kitchen range with pans, two tiles wide.
pub fn range() -> Sprite {
    let (steel, iron) = (Ramp::of(tone::STEEL), Ramp::of(tone::IRON));
    let mut s = Sprite::new(2, 1, 14);
    let c = &mut s.art;
    c.slab(0, 12, 64, 15, 19, &steel);
    for i in 0..4 {
        c.ellipse(4 + i * 15, 15, 12, 9, iron.line);
        c.ellipse(5 + i * 15, 16, 10, 7, iron.mid);
    }
    c.plate(4, 30, 26, 14, &steel);
    c.rect(8, 34, 18, 7, Color::hex(0x4A3B42));
    c.rect(8, 38, 18, 3, Color::hex(0xD98A4A));
    c.plate(34, 30, 26, 14, &steel);
    for i in 0..5 {
        c.rect(37 + i * 5, 28, 2, 2, iron.line);
    }
    let pan = Ramp::of(0x9A6A50);
    c.slab(19, 8, 13, 6, 8, &pan);
    c.ellipse(20, 8, 11, 5, Color::hex(0xC9703E));
    c.slab(49, 6, 12, 6, 10, &steel);
    c.ellipse(50, 6, 10, 5, Color::hex(0xE4DDC8));
    s.named("food", "range")
}

/// A kitchen worktop with things to cook; `w` tiles.
pub fn worktop(w: i32, seed: u32) -> Sprite {
    let (w, seed) = (w.clamp(1, 4), seed % 4);
    let (body, top) = (Ramp::of(0xC9BEA8), Ramp::of(0xA88A68));
    let mut s = Sprite::new(w, 1, 14);
    let c = &mut s.art;
    c.slab(0, 14, w * TILE, 14, 18, &body);
    c.slab(0, 12, w * TILE, 15, 4, &top);
    for i in 0..w {
        let x = i * TILE;
        c.plate(x + 2, 32, 14, 12, &body);
        c.plate(x + 16, 32, 14, 12, &body);
        match (i as u32 + seed) % 4 {
            0 => {
                c.soft_rect(x + 6, 15, 18, 9, Color::hex(0xE2C896));
                c.ball(x as f32 + 12.0, 18.0, 3.0, 3.0, &Ramp::of(0xC9584E), 0.0, 1);
                c.ball(x as f32 + 18.0, 19.0, 3.0, 2.4, &Ramp::of(0x86A85C), 0.0, 1);
            }
            1 => {
                let steel = Ramp::of(tone::STEEL);
                c.soft_rect(x + 5, 14, 22, 11, steel.line);
                c.soft_rect(x + 6, 15, 20, 9, steel.dark);
                c.rect(x + 8, 17, 16, 6, Color::hex(0x8FB8C4));
                c.rect(x + 15, 8, 2, 8, steel.line);
                c.hline(x + 15, 8, 5, steel.light);
            }
            2 => {
                for j in 0..3 {
                    c.rect(
                        x + 5 + j * 8,
                        10,
                        6,
                        10,
                        Ramp::of(BRIGHTS[j as usize * 2]).line,
                    );
                    c.rect(
                        x + 6 + j * 8,
                        11,
                        4,
                        8,
                        Ramp::of(BRIGHTS[j as usize * 2]).mid,
                    );
                }
            }
            _ => super::mug(c, x + 8, 15, tone::BLUE),
        }
    }
    s.named("food", format!("worktop-{w}-{}", seed + 1))
}

/// A fridge with notes stuck to its door, on one tile.
pub fn fridge() -> Sprite {
    let r = Ramp::of(0xDCE0DC);
    let mut s = Sprite::new(1, 1, 28);
    let c = &mut s.art;
    c.slab(2, 4, 28, 9, 47, &r);
    c.hline(3, 30, 26, r.line);
    c.rect(24, 18, 2, 9, r.deep);
    c.rect(24, 34, 2, 11, r.deep);
    c.rect(8, 18, 4, 5, Color::hex(0xF0CF62));
    c.rect(14, 20, 4, 4, Color::hex(0xE88C8C));
    s.named("food", "fridge")
}

/// A long refectory table, `w` tiles wide, set with trays.
pub fn long_table(w: i32, seed: u32) -> Sprite {
    let (w, seed) = (w.clamp(2, 7), seed % 3);
    let wood = Ramp::of(0xB98553);
    let wide = w * TILE;
    let mut s = Sprite::new(w, 1, 6).shaded(4, 23, wide - 4, 8);
    let c = &mut s.art;
    for x in [6, wide / 2 - 4, wide - 14] {
        c.rect(x, 28, 8, 9, wood.line);
        c.rect(x + 1, 28, 6, 8, wood.deep);
    }
    c.slab(1, 2, wide - 2, 24, 7, &wood);
    c.hline(3, 10, wide - 6, wood.mid.mix(wood.dark, 0.4));
    c.hline(3, 18, wide - 6, wood.mid.mix(wood.dark, 0.4));
    for i in 0..w {
        let x = i * TILE;
        match crate::noise::pick(i, seed as i32, 93, 7) {
            0 => tray(c, x + 7, 14),
            1 => tray(c, x + 8, 4),
            2 => super::mug(c, x + 12, 9, tone::BLUE),
            3 => {
                c.rect(x + 12, 8, 4, 8, Color::hex(0x9A8F80));
                c.rect(x + 13, 8, 2, 7, Color::hex(0xF2ECDC));
                c.rect(x + 18, 9, 3, 7, Color::hex(0xB85C55));
            }
            _ => {}
        }
    }
    s.named("food", format!("long-table-{w}-{}", seed + 1))
}

/// A tray with a plate and a glass, 18 by 10.
fn tray(c: &mut Canvas, x: i32, y: i32) {
    let r = Ramp::of(tone::CLAY);
    c.soft_rect(x, y, 18, 10, r.line);
    c.soft_rect(x + 1, y + 1, 16, 8, r.light);
    c.ellipse(x + 2, y + 2, 9, 6, Color::hex(0xF2EEE4));
    c.rect(x + 5, y + 4, 3, 2, Color::hex(0x86A85C));
    c.rect(x + 13, y + 3, 3, 4, Color::hex(0xA8D0D8));
}

/// A round café table with a cloth.
pub fn cafe_table(color: u32, seed: u32) -> Sprite {
    let (tint, seed) = (tints::nearest(&TABLECLOTHS, color), seed % 6);
    let (r, iron) = (Ramp::of(tint.rgb), Ramp::of(tone::IRON));
    let mut s = Sprite::new(1, 1, 4).shaded(6, 22, 24, 9);
    let c = &mut s.art;
    c.rect(14, 24, 4, 10, iron.line);
    c.soft_rect(9, 32, 14, 3, iron.line);
    c.ellipse(1, 4, 30, 24, r.line);
    c.ellipse(2, 8, 28, 19, r.dark);
    c.ellipse(2, 5, 28, 19, r.mid);
    c.ellipse(4, 6, 20, 12, r.light);
    match seed % 3 {
        0 => {
            super::mug(c, 8, 11, tone::RED);
            c.ellipse(17, 12, 9, 6, Color::hex(0xF2EEE4));
            c.rect(20, 14, 3, 2, Color::hex(0xC98A4A));
        }
        1 => super::shelves::flowers_in_vase(c, 11, 1, seed),
        _ => {
            super::mug(c, 19, 12, tone::TEAL);
            super::sheet(c, 8, 11);
        }
    }
    s.named("food", format!("cafe-table-{}-{}", tint.name, seed + 1))
}

/// A drinks machine.
pub fn vending_machine(color: u32) -> Sprite {
    let tint = tints::nearest(&MACHINES, color);
    let r = Ramp::of(tint.rgb);
    let mut s = Sprite::new(1, 1, 28);
    let c = &mut s.art;
    c.slab(1, 4, 30, 8, 48, &r);
    c.rect(4, 15, 17, 27, r.line);
    c.rect(5, 16, 15, 25, Color::hex(0xBFD8DC));
    for row in 0..4 {
        for i in 0..3 {
            let b = Color::hex(BRIGHTS[((row * 3 + i) % 8) as usize]);
            c.rect(6 + i * 5, 18 + row * 6, 3, 4, b);
        }
        c.hline(5, 22 + row * 6, 15, Color::hex(0x7A8A92));
    }
    c.rect(23, 18, 5, 6, Color::hex(0xE9E6DC));
    c.rect(24, 27, 3, 2, Color::hex(0xF0CF62));
    c.rect(5, 46, 15, 7, r.line);
    c.rect(6, 47, 13, 4, r.deep);
    s.named("food", format!("drinks-machine-{}", tint.name))
}
