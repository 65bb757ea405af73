//! What people write is checked: one message with file, line and column, what was found and what
//! was expected; and no panic ever.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where something is not as it must be"
)]

mod all_at_once;

use collegium_core::ids::AgentId;
use collegium_learning::conduct_options::Asked;
use collegium_sim::{
    campus::{
        map,
        scenario::{self, Overrides},
    },
    simulation::{Campus, testing::project_file},
};
use proptest::prelude::*;
use std::{fs, path::Path, sync::Arc};

/// A copy of the project's scenario folder and map in a folder of its own.
fn copy(folder: &Path) {
    for sub in [
        "scenarios/personas",
        "scenarios/terms",
        "maps",
        "assets/tiles",
    ] {
        fs::create_dir_all(folder.join(sub)).unwrap();
        for entry in fs::read_dir(project_file(sub)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                fs::copy(&path, folder.join(sub).join(path.file_name().unwrap())).unwrap();
            }
        }
    }
    fs::copy(
        project_file("scenarios/first-week.toml"),
        folder.join("scenarios/first-week.toml"),
    )
    .unwrap();
}

fn message(folder: &Path) -> String {
    match scenario::load(
        &folder.join("scenarios/first-week.toml"),
        Overrides::default(),
    ) {
        Ok(_) => panic!("it was accepted"),
        Err(error) => error.to_string(),
    }
}

/// Loads the copied scenario after one replacement in one of its files, and gives the message.
fn broken(file: &str, from: &str, to: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    copy(folder.path());
    let path = folder.path().join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file} has no “{from}”");
    fs::write(&path, text.replacen(from, to, 1)).unwrap();
    message(folder.path())
}

#[test]
fn a_scenario_names_a_book_of_lessons_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    copy(folder.path());
    let file = folder.path().join("scenarios/first-week.toml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(
        &file,
        format!("{text}\n[conduct]\nlessons = \"../books/norms.toml\"\n"),
    )
    .unwrap();
    let error = message(folder.path());
    assert!(
        error.contains("first-week.toml:") && error.contains("books/norms.toml is not there"),
        "{error}"
    );
    fs::create_dir(folder.path().join("books")).unwrap();
    let book = folder.path().join("books/norms.toml");
    let lesson = "[[lesson]]\npoint = \"greet\"\ndo = \"greet\"\nstrength = 1\n";
    fs::write(&book, format!("name = \"norms\"\n{lesson}")).unwrap();
    let (scenario, map) = scenario::load(&file, Overrides::default()).unwrap();
    assert_eq!(scenario.conduct.lessons.as_ref(), Some(&book));
    let mut campus = Campus::new(Arc::new(scenario), Arc::new(map), 1);
    Asked::default().begin(&mut campus).unwrap();
    assert_eq!(
        campus
            .conduct()
            .lessons(AgentId(3))
            .map(|l| l.name.as_str()),
        Some("norms")
    );
    fs::write(&book, lesson).unwrap();
    let error = Asked::default().begin(&mut campus).unwrap_err().to_string();
    assert!(
        error.contains("norms.toml") && error.contains("missing field `name`"),
        "{error}"
    );
}

#[test]
fn scenario_mistakes_are_named_with_their_place() {
    let persona = "scenarios/personas/amara-okafor.toml";
    let cases = [
        (
            "scenarios/first-week.toml",
            "start = \"Mon 06:00\"",
            "start = \"Mon 26:00\"",
            "first-week.toml:",
            "expected a time",
        ),
        (
            "scenarios/first-week.toml",
            "title = ",
            "titel = ",
            "first-week.toml:",
            "titel",
        ),
        (
            "scenarios/first-week.toml",
            "seed = 1",
            "seed = 1\nretrieval = { profile = \"papre\" }",
            "first-week.toml:",
            "expected one of paper, stanford-code, fixed",
        ),
        (
            "scenarios/first-week.toml",
            "seed = 1",
            "seed = 1\nretrieval = { decay = 0.2 }",
            "first-week.toml:",
            "decay is 0.2; expected 0.5 to 1",
        ),
        (
            "scenarios/first-week.toml",
            "seed = 1",
            "seed = 1\nretrieval = { weights = { task = -1.0 } }",
            "first-week.toml:",
            "the weight of task is -1; expected 0 to 100",
        ),
        (
            "scenarios/first-week.toml",
            "seed = 1",
            "seed = 1\nretrieval = { top_k = 0 }",
            "first-week.toml:",
            "top_k is 0; expected 1 to 100",
        ),
        (
            "scenarios/first-week.toml",
            "seed = 1",
            "seed = 1\nretrieval = { profile = \"paper\", weights = { recency = 0, importance = 0, relevance = 0 } }",
            "first-week.toml:",
            "all weights of retrieval are 0",
        ),
        (
            "scenarios/first-week.toml",
            "seed = 1",
            "seed = 1\nreflection = { threshold = 2 }",
            "first-week.toml:",
            "threshold of reflection is 2; expected 5 to 10000",
        ),
        (
            "scenarios/first-week.toml",
            "larkmoor.tmx",
            "nowhere.tmx",
            "first-week.toml:",
            "is not there",
        ),
        (
            "scenarios/first-week.toml",
            "place = \"Refectory\"",
            "place = \"Refectry\"",
            "first-week.toml:",
            "did you mean “Refectory”",
        ),
        (
            "scenarios/terms/autumn.toml",
            "room = \"Classroom 1\"",
            "room = \"Classroom 99\"",
            "autumn.toml:",
            "expected the name of a place",
        ),
        (
            persona,
            "role = \"student\"",
            "role = \"studnet\"",
            "amara-okafor.toml:",
            "did you mean “student”",
        ),
        (
            persona,
            "age = ",
            "age = 999 # ",
            "amara-okafor.toml:",
            "expected 1 to 120",
        ),
        (
            persona,
            "home = \"",
            "home = \"Refectory\" # \"",
            "amara-okafor.toml:",
            "expected a bedroom",
        ),
        (
            persona,
            "punctuality = 0.",
            "punctuality = 7.",
            "amara-okafor.toml:",
            "expected 0 to 1",
        ),
        (
            persona,
            "wakes = \"",
            "wakes = \"half past \" # \"",
            "amara-okafor.toml:",
            "expected a time",
        ),
        (
            persona,
            "\"BIO101\"",
            "\"BIO1O1\"",
            "amara-okafor.toml:",
            "did you mean “BIO101”",
        ),
    ];
    for (file, from, to, place, expected) in cases {
        let message = broken(file, from, to);
        assert!(
            message.contains(place) && message.contains(expected),
            "{to}: {message}"
        );
        let after = &message[message.find(place).unwrap() + place.len()..];
        let mut numbers = after.split(':');
        assert!(
            numbers.next().unwrap().parse::<usize>().is_ok()
                && numbers.next().unwrap().parse::<usize>().is_ok(),
            "{message}"
        );
    }
}

#[test]
fn characters_that_nobody_sees_are_refused_and_never_shown() {
    for (file, from, to) in [
        (
            "scenarios/first-week.toml",
            "title = \"",
            "title = \"\\u001b[2J",
        ),
        (
            "scenarios/first-week.toml",
            "seed = 1",
            "seed = 1\n\"x\\u202Ey\" = 1",
        ),
        (
            "scenarios/personas/amara-okafor.toml",
            "name = \"",
            "name = \"\\u200b",
        ),
        (
            "maps/larkmoor.tmx",
            "name=\"Classroom 1\"",
            "name=\"Class\u{202e}room 1\"",
        ),
        (
            "maps/larkmoor.tmx",
            "name=\"Classroom 1\"",
            "name=\"Class&#155;room 1\"",
        ),
    ] {
        let message = broken(file, from, to);
        assert!(message.contains("which nobody sees"), "{message}");
        assert!(
            collegium_core::text::first_harmful(&message, true).is_none(),
            "{message:?}"
        );
    }
}

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

#[cfg(unix)]
#[test]
fn devices_and_pipes_are_not_read() {
    use std::process::Command;
    let folder = tempfile::tempdir().unwrap();
    copy(folder.path());
    let file = folder.path().join("maps/larkmoor.tmx");
    let good = fs::read_to_string(&file).unwrap();
    fs::write(
        &file,
        good.replacen("../assets/tiles/terrain.tsx", "own.tsx", 1),
    )
    .unwrap();
    let tiles = folder.path().join("maps/own.tsx");
    assert!(
        Command::new("mkfifo")
            .arg(&tiles)
            .status()
            .unwrap()
            .success()
    );
    let error = map::load(&file).unwrap_err().to_string();
    assert!(error.contains("no regular file"), "{error}");
    fs::remove_file(&tiles).unwrap();
    std::os::unix::fs::symlink("/dev/zero", &tiles).unwrap();
    let error = map::load(&file).unwrap_err().to_string();
    assert!(error.contains("own.tsx"), "{error}");
    let endless = Path::new("/dev/zero");
    let errors = [
        map::load(endless).unwrap_err().to_string(),
        scenario::load(endless, Overrides::default())
            .unwrap_err()
            .to_string(),
        collegium_sim::conduct::Lessons::read(endless)
            .unwrap_err()
            .to_string(),
        collegium_llm::Settings::load(endless)
            .unwrap_err()
            .to_string(),
    ];
    for error in errors {
        assert!(error.contains("expected a regular file"), "{error}");
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
        let text = if wide { text } else { text.replacen("<layer id=\"1\" name=\"ground\" width=", "<layer id=\"1\" name=\"ground\" breadth=", 1) };
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
