//! Animals of the campus: cats, sparrows, and ducks on the pond.

use crate::{brush::Ramp, canvas::Canvas, palette::Color, sprite::Sprite};

/// How many pictures a walking cat and a flying bird have.
pub const STEPS: i32 = 4;
/// The coats of cats: name, colour, and colour of the breast.
const COATS: [(&str, u32, u32); 3] = [
    ("ginger", 0xD08A4E, 0xF0D8B4),
    ("grey", 0x8C8E98, 0xC8CAD0),
    ("black", 0x4A4450, 0xE8E4DC),
];

/// The colours of a sparrow: back, belly and head.
const SPARROW: [u32; 3] = [0x9A7450, 0xDCCDB0, 0x7A5840];

/// The coat of a kind of cat.
fn coat(kind: u32) -> (&'static str, Ramp, Ramp) {
    let (name, fur, breast) = COATS[(kind % 3) as usize];
    (name, Ramp::of(fur), Ramp::of(breast))
}

/// Ends a name with the number of a later picture.
fn numbered(name: String, frame: i32) -> String {
    if frame == 0 {
        name
    } else {
        format!("{name}-{}", frame + 1)
    }
}

/// A cat that sits and looks at one.
pub fn cat(kind: u32) -> Sprite {
    let (name, fur, breast) = coat(kind);
    let mut s = Sprite::new(1, 1, 0).flat().walkable();
    let c = &mut s.art;
    c.soft_shadow(17.0, 28.0, 8.0, 3.0, 60);
    c.rect(21, 23, 5, 3, fur.line);
    c.hline(21, 24, 5, fur.mid);
    c.rect(25, 19, 3, 6, fur.line);
    c.vline(26, 20, 4, fur.mid);
    c.ball(16.0, 23.0, 6.0, 6.0, &fur, 0.0, 1);
    c.rect(14, 20, 4, 6, breast.mid);
    c.rect(13, 27, 3, 2, breast.light);
    c.rect(17, 27, 3, 2, breast.light);
    cat_head(c, 16, 13, &fur, &breast);
    c.set(14, 13, Color::hex(0x8FC070));
    c.set(18, 13, Color::hex(0x8FC070));
    c.set(16, 15, Color::hex(0xD08A8A));
    s.named("animals", format!("cat-{name}"))
}

/// The head of a cat, its middle at (x, y).
fn cat_head(c: &mut Canvas, x: i32, y: i32, fur: &Ramp, breast: &Ramp) {
    for side in [-1, 1] {
        let ear = x + side * 4;
        c.rect(ear - 1, y - 6, 3, 4, fur.line);
        c.set(ear, y - 5, fur.light);
        c.set(ear, y - 4, fur.light);
    }
    c.ball(x as f32 + 0.5, y as f32 + 0.5, 5.5, 4.8, fur, 0.0, 2);
    c.rect(x - 1, y + 2, 3, 2, breast.light);
}

/// A picture of a cat that walks to the right.
pub fn cat_walking(kind: u32, frame: i32) -> Sprite {
    let (name, fur, breast) = coat(kind);
    let frame = frame.rem_euclid(STEPS);
    let mut s = Sprite::new(1, 1, 0).flat().walkable();
    let c = &mut s.art;
    c.soft_shadow(15.0, 28.0, 11.0, 2.5, 60);
    let stride = [-1, 0, 1, 0][frame as usize];
    for (x, way) in [(8, 1), (11, -1), (18, -1), (21, 1)] {
        let lift = i32::from(stride * way > 0);
        c.rect(x + stride * way, 23, 2, 6 - lift, fur.line);
        c.set(x + stride * way, 27 - lift, breast.light);
    }
    let tail = 13 - (frame % 2);
    c.rect(4, tail, 3, 8, fur.line);
    c.vline(5, tail + 1, 7, fur.mid);
    c.ball(14.5, 21.0, 9.0, 4.6, &fur, 0.0, 1);
    c.hline(9, 24, 10, fur.dark);
    cat_head(c, 23, 16, &fur, &breast);
    c.set(26, 16, Color::hex(0x8FC070));
    c.set(28, 18, Color::hex(0xD08A8A));
    s.named("animals", numbered(format!("cat-{name}-walking"), frame))
}

/// A picture of a sparrow on the ground: it looks up, or pecks.
pub fn sparrow_pecking(frame: i32) -> Sprite {
    let frame = frame.rem_euclid(2);
    let [back, belly, head] = SPARROW.map(Ramp::of);
    let mut s = Sprite::new(1, 1, 0).flat().walkable();
    let c = &mut s.art;
    c.soft_shadow(16.0, 24.0, 6.0, 2.0, 60);
    c.rect(8, 17 - frame, 5, 2, back.line);
    c.ball(15.5, 19.0, 5.0, 4.0, &back, 0.0, 1);
    c.rect(14, 20, 6, 2, belly.mid);
    c.hline(12, 18, 5, back.dark);
    let (x, y) = if frame == 0 { (19, 14) } else { (21, 19) };
    c.ball(x as f32 + 0.5, y as f32 + 0.5, 3.2, 3.0, &head, 0.0, 1);
    c.set(x + 1, y, Color::hex(0x2E2838));
    c.rect(x + 3, y + 1 + frame, 2, 1, Color::hex(0xE0A040));
    c.set(x, y + 2, belly.light);
    for leg in [14, 17] {
        c.vline(leg, 22, 3, Color::hex(0xA87850));
    }
    s.named("animals", numbered("sparrow".to_owned(), frame))
}

/// A picture of a sparrow that flies to the right.
pub fn sparrow_flying(frame: i32) -> Sprite {
    let frame = frame.rem_euclid(STEPS);
    let [back, belly, head] = SPARROW.map(Ramp::of);
    let mut s = Sprite::new(1, 1, 0).flat().walkable().depth(64);
    let c = &mut s.art;
    let bob = [0, 1, 0, -1][frame as usize];
    let y = 16 + bob;
    c.rect(6, y - 1, 5, 2, back.line);
    c.ball(14.5, y as f32, 5.0, 3.2, &back, 0.0, 1);
    c.rect(13, y + 1, 6, 1, belly.mid);
    c.ball(20.5, y as f32 - 1.5, 3.0, 2.8, &head, 0.0, 1);
    c.set(21, y - 2, Color::hex(0x2E2838));
    c.rect(23, y - 1, 2, 1, Color::hex(0xE0A040));
    let reach = [-9, -3, 6, -3][frame as usize];
    let tip = y + reach;
    for i in 0..reach.abs() {
        let row = if reach < 0 { tip + i } else { tip - i };
        let wide = 3 + i / 2;
        c.hline(15 - i / 2, row, wide, back.line);
        c.hline(16 - i / 2, row, (wide - 2).max(1), back.light);
    }
    s.named("animals", numbered("sparrow-flying".to_owned(), frame))
}

/// A duck on the water: a drake, a duck or a white goose.
pub fn duck(kind: u32) -> Sprite {
    let name = ["drake", "duck", "goose"][(kind % 3) as usize];
    let (body, head) = [
        (0x9A8A7A, 0x4F8A68),
        (0xA8805A, 0x8E6A4A),
        (0xEDE9DE, 0xEDE9DE),
    ][(kind % 3) as usize];
    let (body, head) = (Ramp::of(body), Ramp::of(head));
    let mut s = Sprite::new(1, 1, 0).flat().walkable();
    let c = &mut s.art;
    c.ellipse(4, 17, 26, 8, Color::hex(0x3F7C92).alpha(150));
    c.hline(2, 24, 8, Color::hex(0xC6E4E2));
    c.hline(22, 25, 8, Color::hex(0xC6E4E2));
    c.ball(16.0, 16.0, 10.0, 6.0, &body, 0.0, kind);
    c.rect(5, 12, 4, 3, body.line);
    c.rect(6, 12, 3, 2, body.light);
    c.soft_rect(11, 13, 10, 5, body.dark);
    c.hline(12, 13, 7, body.light);
    c.rect(22, 7, 4, 8, head.line);
    c.rect(23, 8, 2, 7, head.mid);
    c.ball(24.0, 7.0, 4.5, 4.0, &head, 0.0, kind);
    c.rect(28, 7, 4, 2, Color::hex(0xE0A040));
    c.set(25, 6, Color::hex(0x2E2838));
    if kind.is_multiple_of(3) {
        c.hline(22, 12, 4, Color::hex(0xF0ECE0));
    }
    s.named("animals", name)
}
