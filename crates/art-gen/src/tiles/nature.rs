//! Bushes, hedges, flower beds, lilies and stones.

pub use super::animals::duck;
use super::season::{SNOW, Season, snow_on};
pub use super::trees::{Species, tree_in};
use crate::{
    brush::{Ramp, tone},
    noise::{hash, unit},
    palette::Color,
    sprite::{Sprite, TILE},
};

/// The leaves of a bush in a season: of one of three greens, or their colour in autumn.
fn bush_leaf(kind: u32, season: Season) -> Ramp {
    let which = (kind % 3) as usize;
    Ramp::of(
        match season {
            Season::Spring => [0x8DB85C, 0x7CAC64, 0xA2C062],
            Season::Summer => [0x6F9C50, 0x5E8F58, 0x86A854],
            Season::Autumn => [0xC98A48, 0xB8604A, 0xD0A850],
            Season::Winter => [0x7A7C58, 0x6A7A5E, 0x868058],
        }[which],
    )
}

/// A bush, as it looks in a season.
pub fn bush_in(kind: u32, season: Season) -> Sprite {
    let kind = kind % 12;
    let mut s = if kind % 5 == 1 {
        fern(kind, season)
    } else {
        bush_art(kind, season)
    };
    if season == Season::Winter {
        snow_on(&mut s.art, 4, kind);
    }
    let name = if kind % 5 == 1 { "fern" } else { "bush" };
    s.named("nature", format!("{name}-{}{}", kind + 1, season.suffix()))
}

/// The picture of a bush without its snow.
fn bush_art(kind: u32, season: Season) -> Sprite {
    let leaf = bush_leaf(kind, season);
    let mut s = Sprite::new(1, 1, 6).flat();
    let c = &mut s.art;
    if kind % 5 == 3 {
        c.soft_shadow(18.0, 31.0, 11.0, 5.0, 64);
        c.ball(15.0, 25.0, 9.5, 8.5, &leaf, 0.7, kind);
        c.ball(22.0, 28.0, 6.0, 5.0, &leaf, 0.7, kind + 1);
        return s;
    }
    c.soft_shadow(19.0, 31.0, 15.0, 6.0, 64);
    c.ball(16.0, 20.0, 14.5, 13.5, &leaf, 0.6, kind);
    c.ball(10.0, 22.0, 7.0, 7.0, &leaf, 0.7, kind + 3);
    c.ball(20.0, 14.0, 8.0, 7.0, &leaf, 0.7, kind + 5);
    let blooms = matches!(season, Season::Spring | Season::Summer);
    if kind.is_multiple_of(2) && blooms {
        let petal = [0xE88C9C, 0xF3E4A0, 0xB9A0DC, 0xF2EDE0][(kind / 2 % 4) as usize];
        for i in 0..9 {
            let (x, y) = (
                6 + (hash(i, 0, kind) % 20) as i32,
                9 + (hash(i, 1, kind) % 20) as i32,
            );
            c.rect(x, y, 3, 2, Color::hex(petal));
            c.set(x + 1, y + 2, leaf.deep);
        }
    }
    s
}

/// A clump of arching fronds.
fn fern(kind: u32, season: Season) -> Sprite {
    let leaf = Ramp::of(
        match season {
            Season::Spring => [0x8CBC5C, 0xA0C468],
            Season::Summer => [0x6FA050, 0x86AC5A],
            Season::Autumn => [0xB88A4A, 0xC49A54],
            Season::Winter => [0x8A7450, 0x94805C],
        }[(kind % 2) as usize],
    );
    let mut s = Sprite::new(1, 1, 6).flat();
    let c = &mut s.art;
    c.soft_shadow(17.0, 32.0, 12.0, 4.0, 60);
    for i in 0..9 {
        let lean = i - 4;
        for t in 0..20 {
            let f = t as f32 / 20.0;
            let x = 16.0 + lean as f32 * 3.4 * f;
            let y = 32.0 - f * (25.0 - (lean * lean) as f32) + f * f * (lean * lean) as f32 * 0.9;
            let color = if f > 0.7 {
                leaf.light
            } else if lean > 1 {
                leaf.dark
            } else {
                leaf.mid
            };
            c.rect(x as i32, y as i32, 3, 2, color);
            c.set(x as i32 + 2, y as i32 + 2, leaf.line);
        }
    }
    s
}

/// A clipped hedge, which bears snow in winter and is else always green.
pub fn hedge_in(w: i32, h: i32, season: Season) -> Sprite {
    let (w, h) = if h > 1 {
        (1, h.min(10))
    } else {
        (w.clamp(1, 5), 1)
    };
    let snowy = season == Season::Winter;
    let leaf = Ramp::of(if snowy { 0x567F54 } else { 0x5F9050 });
    let mut s = Sprite::new(w, h, 8).shaded(4, h * TILE - 7, w * TILE - 1, 9);
    let (wide, tall) = (w * TILE, h * TILE);
    let c = &mut s.art;
    c.slab(0, 4, wide, tall - 14, 16, &leaf);
    for y in 5..tall + 5 {
        for x in 1..wide - 1 {
            let n = unit(x.rem_euclid(32), y, 121);
            let front = y > tall - 10;
            if n > 0.90 {
                c.set(x, y, if front { leaf.mid } else { leaf.light });
                c.set(x, y + 1, if front { leaf.deep } else { leaf.dark });
            } else if n < 0.05 {
                c.set(x, y, leaf.deep);
            }
        }
    }
    if snowy {
        for y in 5..tall - 8 {
            for x in 1..wide - 1 {
                if unit(x, y, 123) > 0.62 {
                    s.art.set(x, y, SNOW);
                }
            }
        }
        snow_on(&mut s.art, 5, 3);
    }
    let suffix = if snowy { season.suffix() } else { "" };
    s.named("nature", format!("hedge-{w}x{h}{suffix}"))
}

/// The two colours of a bed's petals in a season; none in winter.
fn petals(kind: u32, season: Season) -> Option<[u32; 2]> {
    let which = (kind % 5) as usize;
    match season {
        Season::Spring => Some(
            [
                [0xE87C8C, 0xF6B8BC],
                [0xF0CC58, 0xF8E8A0],
                [0xA88CD8, 0xD4C4F0],
                [0xF2ECDC, 0xFFFCF2],
                [0xE88CB4, 0xF6C4D8],
            ][which],
        ),
        Season::Summer => Some(
            [
                [0xD8646C, 0xF0A0A0],
                [0xE8B84A, 0xF6DF8C],
                [0x9A7CC4, 0xC4AEE4],
                [0xE8E0D0, 0xFFFAEC],
                [0xE08A5A, 0xF6C090],
            ][which],
        ),
        Season::Autumn => Some(
            [
                [0xB0505A, 0xD07A70],
                [0xD09A3A, 0xE8C060],
                [0x86648A, 0xB08CB4],
                [0xD8C8A8, 0xF0E4C8],
                [0xC06A3C, 0xE09A5C],
            ][which],
        ),
        Season::Winter => None,
    }
}

/// Flowers in soil, as they look in a season; in winter only stalks stand there.
pub fn flowers_in(kind: u32, season: Season) -> Sprite {
    let kind = kind % 10;
    let leaf = Ramp::of(match season {
        Season::Spring => 0x78AC5C,
        Season::Summer => tone::LEAF,
        Season::Autumn => 0x94924E,
        Season::Winter => 0x7E6C50,
    });
    let mut s = Sprite::new(1, 1, 4).flat();
    let name = format!("flowers-{}{}", kind + 1, season.suffix());
    let Some(pair) = petals(kind, season) else {
        stalks(&mut s, kind, &leaf);
        return s.named("flowers", name);
    };
    let c = &mut s.art;
    for i in 0..9 {
        let (x, y) = (
            5 + (i % 3) * 11 + (hash(i, 5, kind) % 3) as i32,
            8 + (i / 3) * 10 + (hash(i, 6, kind) % 3) as i32,
        );
        let seed = kind + i as u32;
        c.ball(x as f32, y as f32 + 4.0, 6.0, 5.0, &leaf, 0.8, seed);
    }
    let count = if season == Season::Summer { 10 } else { 7 };
    for i in 0..count {
        let x = 2 + (i * 7 % 26) + (hash(i, 3, kind) % 4) as i32;
        let y = 3 + (i * 11 % 25) + (hash(i, 4, kind) % 4) as i32;
        let main = Color::hex(pair[usize::from(i % 4 == 3)]);
        let glow = Color::hex(pair[1]).mix(Color::hex(0xFFF6E4), 0.4);
        c.rect(x + 1, y, 3, 5, main);
        c.rect(x, y + 1, 5, 3, main);
        c.rect(x + 1, y + 1, 2, 1, glow);
        c.set(x + 2, y + 2, Color::hex(0xF6E4A0));
        c.hline(x + 1, y + 5, 3, leaf.line);
        c.set(x + 4, y + 3, Ramp::of(pair[0]).dark);
    }
    s.named("flowers", name)
}

/// What stands in a bed in winter: cut stalks and patches of snow.
fn stalks(s: &mut Sprite, kind: u32, stalk: &Ramp) {
    let c = &mut s.art;
    for i in 0..5 {
        let x = 1 + (hash(i, 1, kind) % 20) as i32;
        let y = 5 + i * 6;
        c.ellipse(x, y, 8 + i % 3 * 2, 4, SNOW.alpha(210));
    }
    for i in 0..8 {
        let x = 4 + (i * 7 % 26);
        let y = 8 + (i * 11 % 22);
        c.vline(x, y, 6, stalk.line);
        c.vline(x + 1, y + 1, 5, stalk.mid);
        c.set(x, y, SNOW);
    }
}

/// Water lilies, one tile.
pub fn lilies(kind: u32) -> Sprite {
    let kind = kind % 6;
    let leaf = Ramp::of(0x6FA066);
    let mut s = Sprite::new(1, 1, 0).flat();
    let c = &mut s.art;
    for i in 0..3 {
        let (x, y) = (2 + (hash(i, 0, kind) % 18) as i32, 3 + i * 9);
        c.ellipse(x + 1, y + 2, 11, 8, Color::hex(0x3F7C92).alpha(140));
        c.ellipse(x, y, 11, 8, leaf.line);
        c.ellipse(x + 1, y + 1, 9, 6, leaf.mid);
        c.ellipse(x + 2, y + 1, 5, 3, leaf.light);
        c.rect(x + 5, y + 4, 2, 3, Color::hex(0x63A8BB));
        if i == (kind % 3) as i32 {
            c.rect(x + 3, y - 1, 5, 4, Color::hex(0xE8A4B4));
            c.rect(x + 4, y - 2, 3, 4, Color::hex(0xF8DCE0));
            c.set(x + 5, y, Color::hex(0xF0CF62));
        }
    }
    s.named("nature", format!("lilies-{}", kind + 1))
}

/// Reeds, which are dry in autumn and winter.
pub fn reeds_in(kind: u32, season: Season) -> Sprite {
    let kind = kind % 6;
    let dry = matches!(season, Season::Autumn | Season::Winter);
    let leaf = Ramp::of(if dry { 0xB49C5C } else { 0x7C9C50 });
    let mut s = Sprite::new(1, 1, 14).flat();
    let c = &mut s.art;
    for i in 0..8 {
        let x = 4 + i * 3 + (hash(i, 0, kind) % 2) as i32;
        let h = 18 + (hash(i, 1, kind) % 18) as i32;
        c.vline(x, 42 - h, h, leaf.dark);
        c.vline(x + 1, 44 - h, h - 2, leaf.light);
        if i % 3 == 0 {
            c.rect(x - 1, 40 - h, 3, 8, Color::hex(0x7A5238));
            c.vline(x - 1, 41 - h, 6, Color::hex(0xA0744E));
        }
    }
    let suffix = if dry { season.suffix() } else { "" };
    s.named("nature", format!("reeds-{}{suffix}", kind + 1))
}

/// A stone with moss, or with snow in winter.
pub fn boulder_in(kind: u32, season: Season) -> Sprite {
    let kind = kind % 4;
    let snowy = season == Season::Winter;
    let stone = Ramp::of(0xA9A298);
    let mut s = Sprite::new(1, 1, 0).flat();
    let c = &mut s.art;
    c.soft_shadow(19.0, 26.0, 13.0, 5.0, 64);
    c.ball(16.0, 17.0, 12.0, 10.0, &stone, 0.25, kind);
    if kind.is_multiple_of(2) {
        c.ball(25.0, 24.0, 5.0, 4.0, &stone, 0.2, kind + 1);
    }
    for i in 0..8 {
        c.set(
            8 + (hash(i, 0, kind) % 12) as i32,
            9 + (hash(i, 1, kind) % 5) as i32,
            Color::hex(0x8AA868),
        );
    }
    if snowy {
        snow_on(&mut s.art, 5, kind);
    }
    let suffix = if snowy { season.suffix() } else { "" };
    s.named("nature", format!("boulder-{}{suffix}", kind + 1))
}

/// A fallen-leaf or mushroom accent for a lawn, flat.
pub fn accent(kind: u32) -> Sprite {
    let kind = kind % 5;
    let mut s = Sprite::new(1, 1, 0).flat().walkable();
    let c = &mut s.art;
    for i in 0..4 {
        let (x, y) = (
            4 + (hash(i, 0, kind) % 22) as i32,
            4 + (hash(i, 1, kind) % 22) as i32,
        );
        let color = [0xD89A5A, 0xC9784E, 0xE0BC62][(hash(i, 2, kind) % 3) as usize];
        c.rect(x, y, 3, 2, Color::hex(color));
        c.set(x + 2, y + 2, Color::hex(0x6A924B));
    }
    s.named("nature", format!("fallen-leaves-{}", kind + 1))
}
