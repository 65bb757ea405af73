//! The words a persona's looks may use: the styles and colours that the art in `assets/people/`
//! has.

use super::people::Look;
use collegium_core::input::did_you_mean;

/// The names of the skin colours.
pub const SKINS: &[&str] = &[
    "porcelain",
    "ivory",
    "peach",
    "sand",
    "honey",
    "olive",
    "amber",
    "sienna",
    "umber",
    "ebony",
];
/// The names of the hair colours.
pub const HAIR_COLORS: &[&str] = &[
    "black",
    "dark_brown",
    "brown",
    "chestnut",
    "auburn",
    "ginger",
    "blonde",
    "sandy",
    "grey",
    "white",
    "blue",
    "pink",
    "teal",
];
/// The names of the colours of cloth.
pub const CLOTHS: &[&str] = &[
    "navy", "denim", "sky", "ice", "teal", "mint", "forest", "olive", "sage", "lime", "mustard",
    "ochre", "apricot", "rust", "brick", "crimson", "rose", "blush", "plum", "violet", "lilac",
    "cream", "sand", "tan", "brown", "umber", "charcoal", "slate", "ash", "white",
];
/// Hair styles, head cloths among them.
pub const HAIR: &[&str] = &[
    "short",
    "buzz",
    "side_part",
    "spiky",
    "bob",
    "long",
    "ponytail",
    "bun",
    "curly",
    "afro",
    "braids",
    "pigtails",
    "bald_fringe",
    "wavy",
    "hijab",
    "turban",
];
/// The names of the upper garments.
pub const TOPS: &[&str] = &[
    "tshirt", "shirt", "hoodie", "sweater", "cardigan", "jacket", "dress", "blouse", "labcoat",
    "uniform", "apron", "suit", "vest", "kimono",
];
/// The names of the lower garments.
pub const BOTTOMS: &[&str] = &["trousers", "jeans", "skirt", "long_skirt", "shorts"];
/// The names of the beards.
pub const BEARDS: &[&str] = &["short", "full", "moustache"];
/// The names of the things worn on top.
pub const EXTRAS: &[&str] = &[
    "glasses",
    "round_glasses",
    "cap",
    "beanie",
    "chef_hat",
    "nurse_cap",
    "sunhat",
    "headphones",
    "flower",
    "scarf",
    "tie",
    "bow_tie",
    "stethoscope",
    "backpack",
];

/// Every word of a look that is not known, by its key, with those that were expected; what is left
/// out is drawn in a default.
pub fn mistakes(look: &Look) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    let mut one = |key: &'static str, word: &str, lists: &[&[&str]]| {
        let words: Vec<&str> = lists.iter().flat_map(|list| list.iter().copied()).collect();
        if !word.is_empty() && !words.contains(&word) {
            let what = format!(
                "{key} is “{word}”; expected one of {}{}",
                words.join(", "),
                did_you_mean(word, words.iter().copied())
            );
            found.push((key, what));
        }
    };
    one("skin", &look.skin, &[SKINS]);
    one("hair", &look.hair, &[HAIR]);
    one("hair_color", &look.hair_color, &[HAIR_COLORS, CLOTHS]);
    one("top", &look.top, &[TOPS]);
    one("top_color", &look.top_color, &[CLOTHS]);
    one("bottom", &look.bottom, &[BOTTOMS]);
    one("bottom_color", &look.bottom_color, &[CLOTHS]);
    one("beard", &look.beard, &[BEARDS]);
    one("extra_color", &look.extra_color, &[CLOTHS]);
    one("shoes_color", &look.shoes_color, &[CLOTHS]);
    for extra in &look.extra {
        one("extra", extra, &[EXTRAS]);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_those_of_the_art() {
        let file = crate::campus::testing::project_file("assets/people/palette.toml");
        let palette: toml::Table = std::fs::read_to_string(file).unwrap().parse().unwrap();
        let keys = |table: &str| {
            palette[table]
                .as_table()
                .unwrap()
                .keys()
                .cloned()
                .collect::<std::collections::BTreeSet<_>>()
        };
        let styles = |layer: &str| {
            let list = palette["layers"][layer].as_array().unwrap();
            list.iter()
                .map(|v| v.as_str().unwrap().to_owned())
                .collect::<std::collections::BTreeSet<_>>()
        };
        let own = |list: &[&str]| {
            list.iter()
                .map(|w| (*w).to_owned())
                .collect::<std::collections::BTreeSet<_>>()
        };
        for (table, list) in [("skin", SKINS), ("hair", HAIR_COLORS), ("cloth", CLOTHS)] {
            assert_eq!(keys(table), own(list), "{table}");
        }
        for (layer, list) in [
            ("hair", HAIR),
            ("top", TOPS),
            ("bottom", BOTTOMS),
            ("beard", BEARDS),
            ("extra", EXTRAS),
        ] {
            assert_eq!(styles(layer), own(list), "{layer}");
        }
    }

    #[test]
    fn unknown_words_are_named() {
        let look = Look {
            hair: "brades".to_owned(),
            ..Look::default()
        };
        let found = mistakes(&look);
        assert_eq!(found.len(), 1);
        assert!(found[0].0 == "hair" && found[0].1.contains("did you mean “braids”"));
        assert!(mistakes(&Look::default()).is_empty());
    }
}
