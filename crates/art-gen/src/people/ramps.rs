//! The colour ramps of people: skin, hair and cloth, and the file that hands them to the app.

use super::sheets::CATEGORIES;
use crate::palette::Color;

/// Five colours from outline to highlight.
pub type Ramp = [Color; 5];

/// Skin tones, each step chosen by hand.
const SKIN: [(&str, [u32; 5]); 10] = [
    (
        "porcelain",
        [0x8a5560, 0xd99f94, 0xf0c3b0, 0xfbdcc8, 0xfff0e2],
    ),
    ("ivory", [0x865048, 0xd29a7c, 0xebbd99, 0xf8d8b6, 0xffecd2]),
    ("peach", [0x854740, 0xd48c6e, 0xeab08a, 0xf6caa4, 0xffe1c2]),
    ("sand", [0x754336, 0xc08459, 0xd9a674, 0xeac08f, 0xf7d8ae]),
    ("honey", [0x683a2f, 0xad7147, 0xc9925f, 0xdcad79, 0xedc798]),
    ("olive", [0x57402f, 0x94704a, 0xb28f61, 0xc9a979, 0xdec396]),
    ("amber", [0x57302a, 0x96593a, 0xb4764d, 0xca9064, 0xdeac80]),
    ("sienna", [0x472523, 0x7a4632, 0x985e42, 0xb07653, 0xc8926e]),
    ("umber", [0x361d20, 0x5d352c, 0x774839, 0x8e5b47, 0xa8755d]),
    ("ebony", [0x2a1a20, 0x462a2a, 0x5a3a34, 0x704a40, 0x896052]),
];

/// Hair colours, by their middle step.
const HAIR: [(&str, u32); 13] = [
    ("black", 0x3b3644),
    ("dark_brown", 0x553c36),
    ("brown", 0x7a5341),
    ("chestnut", 0x8f5239),
    ("auburn", 0x9b4a37),
    ("ginger", 0xcb7138),
    ("blonde", 0xdcb161),
    ("sandy", 0xb9905f),
    ("grey", 0x96939b),
    ("white", 0xd5d0cc),
    ("blue", 0x5480b4),
    ("pink", 0xd57f98),
    ("teal", 0x4b958f),
];

/// Cloth colours, by their middle step.
const CLOTH: [(&str, u32); 30] = [
    ("navy", 0x3d4f7d),
    ("denim", 0x54749f),
    ("sky", 0x83b3d1),
    ("ice", 0xb3cfd8),
    ("teal", 0x3f8a8a),
    ("mint", 0x92c4ab),
    ("forest", 0x3f6b50),
    ("olive", 0x7b7d48),
    ("sage", 0x94a884),
    ("lime", 0xa8b85c),
    ("mustard", 0xd3a544),
    ("ochre", 0xb98443),
    ("apricot", 0xe5a878),
    ("rust", 0xb35f3c),
    ("brick", 0xa24a44),
    ("crimson", 0xae3f52),
    ("rose", 0xd48a92),
    ("blush", 0xe6b8b0),
    ("plum", 0x764a70),
    ("violet", 0x6f62a3),
    ("lilac", 0xaa98c6),
    ("cream", 0xe6d8b8),
    ("sand", 0xcbb38a),
    ("tan", 0xa98a66),
    ("brown", 0x79553f),
    ("umber", 0x54423e),
    ("charcoal", 0x484856),
    ("slate", 0x6d7789),
    ("ash", 0xa5a6ab),
    ("white", 0xdcdad6),
];

/// Skin ramps with their names.
pub fn skin() -> Vec<(&'static str, Ramp)> {
    SKIN.iter()
        .map(|&(name, steps)| (name, steps.map(Color::hex)))
        .collect()
}

/// Hair ramps with their names.
pub fn hair() -> Vec<(&'static str, Ramp)> {
    HAIR.iter()
        .map(|&(name, mid)| (name, ramp(Color::hex(mid), 0.34)))
        .collect()
}

/// Cloth ramps with their names.
pub fn cloth() -> Vec<(&'static str, Ramp)> {
    CLOTH
        .iter()
        .map(|&(name, mid)| (name, ramp(Color::hex(mid), 0.30)))
        .collect()
}

/// A ramp around its middle step: shadows turn towards violet, lights towards warm cream, or
/// towards cool sky on the darkest colours.
fn ramp(mid: Color, contrast: f32) -> Ramp {
    let (night, dusk) = (Color::hex(0x231a33), Color::hex(0x2d2350));
    let brightness = (mid.r as f32 + mid.g as f32 + mid.b as f32) / 765.0;
    let sun = Color::hex(0xa9bbe6).mix(
        Color::hex(0xfff0cf),
        ((brightness - 0.2) * 4.0).clamp(0.0, 1.0),
    );
    let shine = contrast * (0.55 + 0.55 * brightness);
    let pale = brightness > 0.73;
    // Pale cloth needs a lighter outline, or its wearer would look cut out of paper.
    let outline = if pale {
        mid.mix(night, 0.62)
    } else {
        mid.mix(night, 0.72)
    };
    [
        outline,
        mid.mix(dusk, contrast),
        mid,
        mid.mix(sun, shine),
        mid.mix(sun, shine * 2.0),
    ]
}

/// The palette file: all ramps, the drawing order and the styles of each category.
pub fn palette_file() -> String {
    let mut text = String::from(
        "# Colours and styles of the people sheets, written by `cargo run -p art-gen`.\n\
         # A ramp is outline, dark, mid, light, highlight; they replace the greys 20, 60, 98, c8 \
         and f0 of a sheet.\n",
    );
    for (section, ramps) in [("skin", skin()), ("hair", hair()), ("cloth", cloth())] {
        text += &format!("\n[{section}]\n");
        for (name, ramp) in ramps {
            let steps: Vec<_> = ramp
                .iter()
                .map(|c| format!("\"#{:02x}{:02x}{:02x}\"", c.r, c.g, c.b))
                .collect();
            text += &format!("{name} = [{}]\n", steps.join(", "));
        }
    }
    text += "\n[layers]\n# A layer is the sheet <category>.png or <category>_<style>.png, then its \
             _detail sheet if there is one.\n";
    let order: Vec<_> = CATEGORIES
        .iter()
        .map(|(name, _)| format!("\"{name}\""))
        .collect();
    text += &format!("order = [{}]\n", order.join(", "));
    for (name, styles) in CATEGORIES.iter().filter(|(_, styles)| !styles.is_empty()) {
        let styles: Vec<_> = styles.iter().map(|s| format!("\"{s}\"")).collect();
        text += &format!("{name} = [{}]\n", styles.join(", "));
    }
    text
}
