//! A map with many mistakes in many files: all of them are told at once.

use super::{
    maps::{refusal, replaced},
    small,
};
use collegium_sim::campus::map;
use std::fs;

#[test]
fn all_that_is_wrong_with_files_is_told_at_once_with_layer_and_object() {
    let folder = tempfile::tempdir().unwrap();
    let file = small::write(folder.path());
    let missing = "<tileset firstgid=\"100\" source=\"none.tsx\"/>\
                   <tileset firstgid=\"200\" source=\"foreign.tsx\"/>\
                   <tileset firstgid=\"300\" source=\"huge.tsx\"/>";
    let foreign = r#"{ "name": "tiles", "type": "tileset" }"#;
    fs::write(folder.path().join("foreign.tsx"), foreign).unwrap();
    let huge = small::TILES.replacen("tilecount=\"4\"", "tilecount=\"300000\"", 1);
    fs::write(folder.path().join("huge.tsx"), huge).unwrap();
    fs::write(folder.path().join("table.png"), "GIF89a").unwrap();
    let pieces = folder.path().join("pieces.tsx");
    let text = fs::read_to_string(&pieces).unwrap();
    let gone = [("chair.png", "gone-a.png"), ("bed.png", "gone-b.png")];
    fs::write(&pieces, replaced(&text, &gone)).unwrap();
    let layer = |name: &str, data: &str| {
        format!("<layer name=\"{name}\" width=\"8\" height=\"8\">{data}</layer>")
    };
    let layers = [
        layer("short", "<data encoding=\"csv\">0,0</data>"),
        layer(
            "foreign",
            "<data encoding=\"base64\" compression=\"lzma\">AAAA</data>",
        ),
        layer(
            "broken",
            "<data encoding=\"base64\" compression=\"zlib\">AAAA</data>",
        ),
        layer("tags", "<data><tile gid=\"0\"/></data>"),
    ];
    let last = "</map>";
    let first = " <layer id=\"1\"";
    let text = replaced(
        small::MAP,
        &[
            (first, &*format!("{missing}{first}")),
            (
                "id=\"3\" template=\"bed.tx\"",
                "id=\"3\" name=\"Bed\" template=\"gone.tx\"",
            ),
            (
                "x=\"160\" y=\"0\" width=\"96\"",
                "x=\"1e99\" y=\"0\" width=\"96\"",
            ),
            (
                last,
                &*format!("<group name=\"g\">{}</group>{last}", layers.concat()),
            ),
        ],
    );
    fs::write(&file, text).unwrap();
    let problems = map::check(&file);
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    for expected in [
        "small.tmx:5:1|none.tsx is not there",
        "foreign.tsx:1:1|outside of all tags",
        "huge.tsx:1:1|tilecount of <tileset> is 300000",
        "pieces.tsx:|tile 0: its image |gone-a.png is missing",
        "pieces.tsx:|tile 3: its image |gone-b.png is missing",
        "pieces.tsx:|its image |table.png is no PNG picture; expected one",
        "|layer “short”: 2 tiles were found; expected 64",
        "|layer “foreign”: found tiles packed as lzma; expected zlib, gzip or zstd",
        "|layer “broken”: its packed tiles cannot be read",
        "|layer “tags”: its tiles are given twice, as tags or in chunks",
        "|layer “things”, object “Bed”: template |gone.tx is not there",
        "|layer “rooms”, object “Room A”: x of <object> is 1e99",
    ] {
        let found = told
            .iter()
            .any(|one| expected.split('|').all(|part| one.contains(part)));
        assert!(found, "{expected}: {told:#?}");
    }
    for (from, to, said) in [
        (
            "infinite=\"0\"",
            "infinite=\"1\"",
            "is infinite orthogonal;",
        ),
        ("\"orthogonal\"", "\"hexagonal\"", "is hexagonal;"),
        ("\"orthogonal\"", "\"isometric\"", "is isometric;"),
    ] {
        let message = refusal("small.tmx", from, to);
        assert!(message.contains(said), "{message}");
    }
}
