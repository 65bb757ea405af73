//! The application's icon: a lark over the campus clock tower at dusk, drawn small and enlarged.

use crate::{canvas::Canvas, palette::Color};

/// The size the icon is drawn at.
const SMALL: i32 = 64;

/// The icon at 256 x 256 pixels.
pub fn draw() -> Canvas {
    let small = scene();
    let scale = 256 / SMALL;
    let mut canvas = Canvas::new(256, 256);
    for y in 0..256 {
        for x in 0..256 {
            // The frame's corners stay smooth although the picture is made of large pixels.
            let depth = rounded(x as f32 + 0.5 - 128.0, y as f32 + 0.5 - 128.0);
            let color = if depth < -1.0 {
                continue;
            } else if depth < 6.0 {
                let edge = ((depth + 1.0) / 1.5).clamp(0.0, 1.0);
                Color::hex(0x2c2742).alpha((edge * 255.0) as u8)
            } else if depth < 12.0 {
                Color::hex(0xf6ead0)
            } else {
                small.get(x / scale, y / scale)
            };
            canvas.set(x, y, color);
        }
    }
    canvas
}

/// How deep a point lies inside the icon's rounded square, from its centre.
fn rounded(x: f32, y: f32) -> f32 {
    let radius = 52.0;
    let (dx, dy) = (x.abs() - 124.0 + radius, y.abs() - 124.0 + radius);
    radius - (dx.max(0.0).powi(2) + dy.max(0.0).powi(2)).sqrt() - dx.max(dy).min(0.0)
}

fn scene() -> Canvas {
    let mut c = Canvas::new(SMALL, SMALL);
    sky(&mut c);
    c.ellipse(36, 9, 18, 18, Color::hex(0xffe3a3).alpha(90));
    c.ellipse(38, 11, 14, 14, Color::hex(0xffe9b5));
    c.ellipse(40, 12, 9, 9, Color::hex(0xfff4d2));
    clouds(&mut c);
    hills(&mut c);
    tower(&mut c);
    lark(&mut c);
    c
}

fn sky(c: &mut Canvas) {
    let bands = [
        0x4f8f9c, 0x62a3a6, 0x80b7ac, 0xa3c9b0, 0xc6d7b2, 0xe2debb, 0xf1dcb5,
    ];
    for y in 0..SMALL {
        for x in 0..SMALL {
            // Bands meet in a checkered row, as in hand-dithered skies.
            let band = (y + (x + y) % 2) * bands.len() as i32 / 50;
            c.set(
                x,
                y,
                Color::hex(bands[(band as usize).min(bands.len() - 1)]),
            );
        }
    }
}

fn clouds(c: &mut Canvas) {
    for (x, y, w) in [(2, 24, 14), (44, 30, 16), (50, 27, 8), (6, 22, 7)] {
        c.ellipse(x, y, w, 5, Color::hex(0xf8efd9).alpha(210));
        c.rect(x + 1, y + 3, w - 2, 1, Color::hex(0xe0d9c4).alpha(220));
    }
}

fn hills(c: &mut Canvas) {
    c.ellipse(-14, 44, 52, 34, Color::hex(0x6f9f72));
    c.ellipse(28, 42, 56, 36, Color::hex(0x5f9069));
    c.ellipse(-8, 50, 80, 30, Color::hex(0x7fae6a));
    c.ellipse(-2, 52, 68, 30, Color::hex(0x8fba70));
    for (x, y) in [(7, 45), (13, 48), (48, 46), (55, 44), (53, 49)] {
        c.ellipse(x - 4, y - 3, 9, 8, Color::hex(0x3d6a53));
        c.ellipse(x - 4, y - 4, 8, 7, Color::hex(0x4f8460));
        c.ellipse(x - 3, y - 4, 4, 3, Color::hex(0x74a86f));
        c.rect(x, y + 4, 1, 3, Color::hex(0x5a4038));
    }
}

fn tower(c: &mut Canvas) {
    let (edge, dark, mid, light) = (
        Color::hex(0x4c2c3c),
        Color::hex(0x94493f),
        Color::hex(0xb8654d),
        Color::hex(0xd38763),
    );
    let (stone, stone_dark) = (Color::hex(0xf0dfbe), Color::hex(0xc9ad8c));
    // The hall at the foot of the tower.
    c.rect(10, 47, 36, 11, edge);
    c.rect(11, 48, 34, 10, mid);
    c.rect(11, 48, 12, 10, light);
    c.rect(36, 48, 9, 10, dark);
    for y in 0..5 {
        c.rect(
            8 + y,
            46 - y,
            40 - 2 * y,
            1,
            if y == 0 || y == 4 {
                edge
            } else {
                Color::hex(0x4d6079)
            },
        );
    }
    c.rect(11, 44, 34, 1, Color::hex(0x64798f));
    for x in [13, 17, 37, 41] {
        c.rect(x, 50, 2, 5, Color::hex(0xffe7a0));
        c.rect(x, 55, 2, 1, stone_dark);
    }
    // The shaft.
    c.rect(20, 21, 17, 37, edge);
    c.rect(21, 22, 15, 36, mid);
    c.rect(21, 22, 5, 36, light);
    c.rect(32, 22, 4, 36, dark);
    c.rect(19, 38, 19, 2, stone);
    c.rect(19, 40, 19, 1, stone_dark);
    c.rect(19, 20, 19, 2, stone);
    c.rect(19, 22, 19, 1, stone_dark);
    // The roof.
    for y in 0..12 {
        let half = 1 + y * 9 / 11;
        c.rect(28 - half, 8 + y, 2 * half + 1, 1, edge);
        c.rect(29 - half, 8 + y, 2 * half - 1, 1, Color::hex(0x3f6f78));
        c.rect(29 - half, 8 + y, half - 1, 1, Color::hex(0x5e949a));
    }
    c.rect(28, 4, 1, 5, edge);
    c.rect(27, 4, 3, 1, Color::hex(0xe8bf5a));
    // The clock.
    c.ellipse(21, 23, 15, 15, edge);
    c.ellipse(22, 24, 13, 13, stone_dark);
    c.ellipse(23, 25, 11, 11, Color::hex(0xfff6de));
    c.rect(28, 26, 1, 5, edge);
    c.rect(28, 30, 4, 1, edge);
    for (x, y) in [(28, 25), (28, 35), (23, 30), (33, 30)] {
        c.set(x, y, Color::hex(0xb8654d));
    }
    // Windows and door.
    c.rect(26, 42, 5, 4, edge);
    c.rect(27, 42, 3, 4, Color::hex(0xffe7a0));
    c.rect(28, 42, 1, 4, Color::hex(0xd9a860));
    c.ellipse(25, 48, 7, 6, edge);
    c.rect(25, 51, 7, 7, edge);
    c.rect(26, 51, 5, 7, Color::hex(0x6b4a3c));
    c.rect(26, 51, 2, 7, Color::hex(0x8a6249));
    // The path.
    for y in 58..64 {
        let half = 4 + (y - 58);
        c.rect(28 - half, y, 2 * half + 1, 1, Color::hex(0xe5d2a8));
        c.rect(28 + half - 1, y, 2, 1, Color::hex(0xc7ae84));
    }
}

/// A lark in flight, wings raised.
fn lark(c: &mut Canvas) {
    let art = [
        "..............ddd...",
        "............ddbbd...",
        "..ddd......dbbbd....",
        "..dbbdd...dbbbbd....",
        "...dbbbd..dbbbd.....",
        "...dllbbddbbbbd.....",
        "....dllbbbbbbbdddd..",
        ".....dllbbbbbbllbwdo",
        ".....ddbbbbbblllkloo",
        "...ddbbbbbbwwwwlld..",
        ".ddbbbbbwwwwwwwwd...",
        "dbbbddddwwwwwwdd....",
        "dddd....dddddd......",
    ];
    for (y, row) in art.iter().enumerate() {
        for (x, letter) in row.chars().enumerate() {
            let color = match letter {
                'd' => Color::hex(0x3f2b38),
                'b' => Color::hex(0x8a5f45),
                'l' => Color::hex(0xbf9162),
                'w' => Color::hex(0xf7e9cc),
                'k' => Color::hex(0x2a2033),
                'o' => Color::hex(0xe2963f),
                _ => continue,
            };
            c.set(x as i32 + 40, y as i32 + 31 - 18, color);
        }
    }
}
