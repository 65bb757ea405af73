//! Mistakes of maps, and what would stop the reader of maps.

use super::copy;
use collegium_sim::campus::map;
use std::fs;

#[test]
fn map_mistakes_are_named_with_layer_object_and_rule() {
    let folder = tempfile::tempdir().unwrap();
    copy(folder.path());
    let file = folder.path().join("maps/larkmoor.tmx");
    let good = fs::read_to_string(&file).unwrap();
    assert!(map::check(&file).is_empty(), "{:?}", map::check(&file));
    let cases: [(&dyn Fn(&str) -> String, &str, &str); 7] = [
        (
            &|t| t.replacen("value=\"classroom\"", "value=\"clasroom\"", 1),
            "Classroom 1",
            "did you mean “classroom”",
        ),
        (
            &|t| set(t, "Refectory", "capacity", "0"),
            "Refectory",
            "capacity is 0; expected at least 1",
        ),
        (
            &|t| set(t, "Gymnasium", "doors", ""),
            "Gymnasium",
            "no door",
        ),
        (
            &|t| set(t, "Gymnasium", "seats", "99"),
            "Gymnasium",
            "expected the two to agree",
        ),
        (
            &|t| set(t, "Campus Shop", "open", "whenever"),
            "Campus Shop",
            "expected",
        ),
        (
            &|t| set(t, "Campus Shop", "queue", "nothing"),
            "Campus Shop",
            "expected a polyline",
        ),
        (
            &|t| t.replacen("walls.tsx", "missing.tsx", 1),
            "",
            "missing.tsx",
        ),
    ];
    for (change, object, rule) in cases {
        let changed = change(&good);
        assert_ne!(changed, good, "{rule}");
        fs::write(&file, changed).unwrap();
        let message = map::load(&file).unwrap_err().to_string();
        assert!(
            message.contains("larkmoor.tmx") && message.contains(rule),
            "{message}"
        );
        if !object.is_empty() {
            assert!(
                message.contains(&format!("object “{object}”"))
                    && message.contains("layer “places”"),
                "{message}"
            );
        }
    }
}

/// The map with one property of one object changed.
fn set(text: &str, object: &str, property: &str, value: &str) -> String {
    let start = text.find(&format!("name=\"{object}\"")).unwrap();
    let key = format!("name=\"{property}\"");
    let at = start + text[start..].find(&key).unwrap();
    let from = at + text[at..].find("value=\"").unwrap() + 7;
    let to = from + text[from..].find('"').unwrap();
    format!("{}{value}{}", &text[..from], &text[to..])
}

/// The text of the first layer's `<data>` with its tags, and the tiles within.
fn first_data(text: &str) -> (std::ops::Range<usize>, Vec<u8>) {
    let from = text.find("<data").unwrap();
    let to = text.find("</data>").unwrap() + 7;
    let tiles = &text[from + text[from..].find('>').unwrap() + 1..to - 7];
    let tiles = tiles.split(',').map(|n| n.trim().parse::<u32>().unwrap());
    (from..to, tiles.flat_map(u32::to_le_bytes).collect())
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let n = three
            .iter()
            .chain([&0, &0])
            .take(3)
            .fold(0_u32, |n, b| n << 8 | u32::from(*b));
        for i in 0..4 {
            let letter = LETTERS[(n >> (18 - 6 * i) & 63) as usize];
            text.push(if i > three.len() { '=' } else { letter.into() });
        }
    }
    text
}

#[test]
fn what_would_stop_the_reader_of_maps_is_refused_before_it() {
    let folder = tempfile::tempdir().unwrap();
    copy(folder.path());
    let file = folder.path().join("maps/larkmoor.tmx");
    let good = fs::read_to_string(&file).unwrap();
    let (data, bytes) = first_data(&good);
    let packed = |bytes: &[u8]| {
        let data_tag = format!("<data encoding=\"base64\">{}</data>", base64(bytes));
        format!("{}{data_tag}{}", &good[..data.start], &good[data.end..])
    };
    fs::write(&file, packed(&bytes)).unwrap();
    assert!(map::check(&file).is_empty(), "{:?}", map::check(&file));
    let layer = "<layer id=\"1\" name=\"ground\"";
    let object = "<object id=\"";
    let own = "<template><object template=\"own.tx\" name=\"x\"/></template>";
    fs::write(folder.path().join("maps/own.tx"), own).unwrap();
    fs::write(folder.path().join("outside.tsx"), "<tileset/>").unwrap();
    let with = |from: &str, to: &str| good.replacen(from, to, 1);
    let cases = [
        (
            packed(&bytes[4..]),
            "13999 tiles were found; expected 14000",
        ),
        (
            packed(&[&bytes[..], &[0; 4]].concat()),
            "more than 14000 tiles",
        ),
        (
            with(
                &format!("{layer} width=\"140\""),
                &format!("{layer} width='500'"),
            ),
            "its width is 500",
        ),
        (
            with("</data>", "</data><data encoding=\"csv\">1</data>"),
            "given twice",
        ),
        (
            with(
                "<data encoding=\"csv\">\n1,",
                "<data encoding=\"csv\">\n999999,",
            ),
            "tile number 999999 at tile 0,0",
        ),
        (
            with("infinite=\"0\"", "infinite=\"1\""),
            "expected a finite orthogonal one",
        ),
        (
            with(" width=\"140\"", " width='4000000000'"),
            "width of <map> is 4000000000; expected 1 to 512",
        ),
        (
            with("</map>", &format!("{}</map>", "<group>".repeat(5000))),
            "deep in one another",
        ),
        (
            with(object, "<object template=\"own.tx\" id=\""),
            "names a template; expected none",
        ),
        (
            with("../assets/tiles/terrain.tsx", "../../outside.tsx"),
            "lies outside of",
        ),
        (
            with("../assets/tiles/terrain.tsx", "/dev/zero"),
            "lies outside of",
        ),
        (
            with(object, "<object template=\"/dev/zero\" id=\""),
            "lies outside of",
        ),
        (
            with("<map ", "<!DOCTYPE map [<!ENTITY a \"b\">]><map "),
            "document type",
        ),
        (with("x=\"", "x=\"0.5\" xx=\""), "off the grid"),
        (
            with(
                "<map ",
                &format!(
                    "<map {} ",
                    (0..99)
                        .map(|i| format!("a{i}=\"\""))
                        .collect::<Vec<_>>()
                        .join(" ")
                ),
            ),
            "attributes",
        ),
        ("<map".to_owned(), "not XML"),
    ];
    for (text, said) in cases {
        fs::write(&file, text).unwrap();
        let error = map::load(&file).unwrap_err().to_string();
        assert!(error.contains(said), "{said}: {error}");
        let first = error.lines().next().unwrap();
        let ends = [".tmx:", ".tx:"].iter();
        let after = ends
            .filter_map(|end| Some(first.find(end)? + end.len()))
            .min()
            .unwrap();
        let at: Vec<&str> = first[after..].splitn(3, ':').collect();
        assert!(
            at[0].parse::<usize>().is_ok() && at[1].parse::<usize>().is_ok(),
            "{error}"
        );
    }
}

#[test]
fn a_walled_up_place_is_found() {
    let folder = tempfile::tempdir().unwrap();
    copy(folder.path());
    let file = folder.path().join("maps/larkmoor.tmx");
    let text = fs::read_to_string(&file).unwrap();
    // Everything blocked: nothing can be reached.
    let layer = text.find("name=\"collision\"").unwrap();
    let from = layer + text[layer..].find("encoding=\"csv\">").unwrap() + 15;
    let to = from + text[from..].find("</data>").unwrap();
    let marker = text[from..to]
        .split([',', '\n'])
        .find(|n| !n.is_empty() && *n != "0")
        .unwrap()
        .to_owned();
    let blocked: String = text[from..to]
        .split('\n')
        .map(|row| {
            row.split(',')
                .map(|n| if n == "0" { marker.as_str() } else { n })
                .collect::<Vec<_>>()
                .join(",")
        })
        .collect::<Vec<_>>()
        .join("\n");
    fs::write(&file, format!("{}{blocked}{}", &text[..from], &text[to..])).unwrap();
    let problems = map::check(&file);
    assert!(
        problems
            .iter()
            .any(|p| p.rule.contains("cannot be reached")),
        "{}",
        problems.len()
    );
    assert!(problems.iter().any(|p| p.rule.contains("blocked")));
}
