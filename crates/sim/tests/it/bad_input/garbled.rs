//! Files with bytes changed, lost and added, and noise: refused or read, and no panic.

use super::copy;
use collegium_sim::campus::{
    map,
    scenario::{self, Overrides},
};
use proptest::prelude::*;
use std::fs;

/// A text with a few of its bytes changed, cut or doubled.
fn damaged(text: &str, cuts: &[(usize, u8, u8)]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for (at, kind, byte) in cuts {
        if bytes.is_empty() {
            break;
        }
        let at = at % bytes.len();
        match kind % 4 {
            0 => bytes[at] = *byte,
            1 => {
                bytes.remove(at);
            }
            2 => bytes.insert(at, *byte),
            _ => bytes.truncate(at.max(20)),
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn garbled_toml_never_panics(which in 0usize..3, cuts in proptest::collection::vec((any::<usize>(), any::<u8>(), any::<u8>()), 1..6)) {
        let folder = tempfile::tempdir().unwrap();
        copy(folder.path());
        let file = folder.path().join(["scenarios/first-week.toml", "scenarios/terms/autumn.toml", "scenarios/personas/amara-okafor.toml"][which]);
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, damaged(&text, &cuts)).unwrap();
        if let Err(error) = scenario::load(&folder.path().join("scenarios/first-week.toml"), Overrides::default()) {
            prop_assert!(error.to_string().contains(".toml"));
        }
    }

    #[test]
    fn garbled_maps_never_panic(cuts in proptest::collection::vec((any::<usize>(), any::<u8>(), any::<u8>()), 1..6), tail in any::<bool>()) {
        let folder = tempfile::tempdir().unwrap();
        copy(folder.path());
        let file = folder.path().join("maps/larkmoor.tmx");
        let text = fs::read_to_string(&file).unwrap();
        // The object layers lie at the end: half of the damage goes there.
        let objects = text.find("<objectgroup").unwrap();
        let cuts: Vec<_> = cuts.into_iter().map(|(at, k, b)| (if tail { objects + at % (text.len() - objects) } else { at }, k, b)).collect();
        fs::write(&file, damaged(&text, &cuts)).unwrap();
        if let Err(error) = map::load(&file) {
            prop_assert!(error.to_string().contains("larkmoor.tmx"));
        }
    }

    #[test]
    fn layers_of_any_length_never_panic(lost in 1_usize..400, wide in any::<bool>()) {
        let folder = tempfile::tempdir().unwrap();
        copy(folder.path());
        let file = folder.path().join("maps/larkmoor.tmx");
        let text = fs::read_to_string(&file).unwrap();
        let end = text.find("</data>").unwrap();
        let cut = text[..end].char_indices().rev().filter(|(_, c)| *c == ',').nth(lost).unwrap().0;
        let text = format!("{}{}", &text[..cut], &text[end..]);
        // Without a width of its own a layer is as wide as the map.
        let layer = text.find("<layer ").unwrap();
        let text = if wide { text } else { format!("{}{}", &text[..layer], text[layer..].replacen(" width=", " breadth=", 1)) };
        fs::write(&file, text).unwrap();
        prop_assert!(map::load(&file).unwrap_err().to_string().contains("larkmoor.tmx"));
    }

    #[test]
    fn noise_is_no_map(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("noise.tmx");
        fs::write(&file, &bytes).unwrap();
        prop_assert!(map::load(&file).is_err());
        fs::write(folder.path().join("noise.toml"), &bytes).unwrap();
        prop_assert!(scenario::load(&folder.path().join("noise.toml"), Overrides::default()).is_err());
    }
}
