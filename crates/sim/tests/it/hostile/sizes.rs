//! Small files that want to be large ones, and rows of saves that are: refused before there is
//! memory for them.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

use collegium_core::time::HOUR;
use collegium_sim::{
    campus::{
        map,
        scenario::{self, Overrides},
    },
    record::{glance, save_path},
    simulation::{
        Saver, resume,
        testing::{self, project_file},
    },
};
use std::{
    fs::{self, File},
    path::Path,
};

/// Why a map is refused.
fn refusal(file: &Path) -> String {
    map::load(file).unwrap_err().to_string()
}

#[test]
fn files_larger_than_memory_are_refused_by_their_length() {
    let folder = tempfile::tempdir().unwrap();
    // Ten gigabytes of which none is on the disk.
    let sparse = |name: &str| {
        let path = folder.path().join(name);
        File::create(&path).unwrap().set_len(10 << 30).unwrap();
        path
    };
    let error = refusal(&sparse("big.tmx"));
    assert!(
        error.contains("big.tmx: is too large (10737418240 bytes"),
        "{error}"
    );
    let error = scenario::load(&sparse("big.toml"), Overrides::default()).unwrap_err();
    assert!(error.to_string().contains("is too large"), "{error}");
    // What a map names counts with it.
    let map = folder.path().join("small.tmx");
    sparse("big.tsx");
    let text = "<map version=\"1.10\" orientation=\"orthogonal\" width=\"1\" height=\"1\" \
                tilewidth=\"32\" tileheight=\"32\"><tileset firstgid=\"1\" source=\"big.tsx\"/></map>";
    fs::write(&map, text).unwrap();
    let error = refusal(&map);
    assert!(error.contains("big.tsx: is too large"), "{error}");
}

#[test]
fn rows_larger_than_memory_are_refused_by_their_length() {
    let folder = tempfile::tempdir().unwrap();
    let path = save_path(folder.path(), "a");
    drop(Saver::create(&path, &mut testing::campus(1, 2, 1), HOUR).unwrap());
    let good = fs::read(&path).unwrap();
    for (change, said) in [
        (
            "UPDATE meta SET value = zeroblob(70000000) WHERE key = 'map'",
            "its header cannot be read: it is larger than 67108864 bytes",
        ),
        (
            "UPDATE keyframes SET data = zeroblob(70000000)",
            "keyframes: a row cannot be read: it is larger than 67108864 bytes",
        ),
        (
            "UPDATE meta SET value = hex(zeroblob(2500000)) WHERE key = 'title'",
            "its header cannot be read: it is larger than 4194304 bytes",
        ),
    ] {
        fs::write(&path, &good).unwrap();
        let db = rusqlite::Connection::open(&path).unwrap();
        assert!(db.execute(change, []).unwrap() > 0, "{change}");
        db.close().unwrap();
        let refused = resume(&path, 1, HOUR).map(drop).unwrap_err().to_string();
        assert!(refused.contains(said), "{change}: {refused}");
    }
    // The last of them is a title.
    let refused = glance(&path).unwrap_err().to_string();
    assert!(refused.contains("it is larger than 4194304"), "{refused}");
}

#[test]
fn of_a_scenario_that_is_wrong_all_over_a_thousand_mistakes_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("wrong.toml");
    let map = project_file("maps/larkmoor.tmx");
    // Two megabytes of facts, each with a number out of bounds.
    let facts = "[[facts]]\ntext = \"a\"\nimportance = 99\nknown_by = []\n".repeat(40_000);
    let text = format!(
        "title = \"a\"\nmap = {:?}\nstart = \"Mon 06:00\"\n[generate]\npeople = 2000\n{facts}",
        map.to_str().unwrap()
    );
    fs::write(&file, text).unwrap();
    let error = scenario::load(&file, Overrides::default()).unwrap_err();
    assert_eq!((error.input.len(), error.map.len()), (1000, 0));
    assert!(error.to_string().contains("wrong.toml:8:"), "{error}");
}

#[test]
fn tags_without_end_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.tmx");
    for (text, said) in [
        ("<group>".repeat(3 << 19), "deep in one another"),
        (format!("<map>{}", "<a/>".repeat(5 << 19)), "tags or"),
        (format!("<map {}", "a".repeat(11 << 20)), "not XML"),
        (format!("<map a=\"{}\"/>", "x".repeat(11 << 20)), "a tag of"),
        (format!("<map><!--{}", "-".repeat(11 << 20)), "not XML"),
        (format!("<map>{}</map>", "&lt;".repeat(5 << 19)), "a.tmx"),
        ("<map>".repeat(4 << 20), "is too large (20971520 bytes"),
    ] {
        fs::write(&file, text).unwrap();
        let error = refusal(&file);
        assert!(error.contains(said), "{said}: {error}");
    }
}

#[test]
fn entities_that_stand_for_others_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.tmx");
    let entities: String = (1..10)
        .map(|i| format!("<!ENTITY e{i} \"{}\">", format!("&e{};", i - 1).repeat(10)))
        .collect();
    let text =
        format!("<!DOCTYPE map [<!ENTITY e0 \"ha\">{entities}]><map name=\"&e9;\">&e9;</map>");
    fs::write(&file, text).unwrap();
    assert!(refusal(&file).contains("document type"));
}

#[test]
fn a_map_that_says_it_is_large_is_taken_at_its_word_and_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.tmx");
    // A gigabyte of tiles: 16384 x 16384 of four bytes.
    let size = "width=\"16384\" height=\"16384\"";
    let text = format!(
        "<map version=\"1.8\" orientation=\"orthogonal\" {size} tilewidth=\"32\" \
         tileheight=\"32\"><layer id=\"1\" name=\"ground\" {size}><data encoding=\"csv\">1</data>\
         </layer></map>"
    );
    fs::write(&file, text).unwrap();
    let error = refusal(&file);
    assert!(
        error.contains("width of <map> is 16384; expected 1 to 512"),
        "{error}"
    );
}
