//! Every mistake of a scenario is named in one go, whatever else is wrong with its files.

use super::{broken, copy, message};
use collegium_sim::campus::scenario::{self, Overrides};
use std::{fs, path::Path};

const SCENARIO: &str = "scenarios/first-week.toml";
const TERM: &str = "scenarios/terms/autumn.toml";
const AMARA: &str = "scenarios/personas/amara-okafor.toml";
const JONAS: &str = "scenarios/personas/jonas-lindqvist.toml";
const INES: &str = "scenarios/personas/ines-carvalho.toml";

/// The line of a message about a file, and the text of that line in the copied file.
fn line_of(folder: &Path, message: &str, file: &str) -> String {
    let name = file.rsplit('/').next().unwrap();
    let after = &message[message.find(name).unwrap() + name.len() + 1..];
    let line: usize = after.split(':').next().unwrap().parse().unwrap();
    let text = fs::read_to_string(folder.join(file)).unwrap();
    text.lines().nth(line - 1).unwrap().to_owned()
}

#[test]
fn what_was_silent_is_named_at_its_line() {
    let persona = "scenarios/personas/amara-okafor.toml";
    let scenario = "scenarios/first-week.toml";
    let term = "scenarios/terms/autumn.toml";
    // File, what is replaced, by what, what is said, and what the line holds.
    let cases = [
        (
            persona,
            "punctuality = 0.",
            "punctuality = 7.",
            "expected 0 to 1",
            "punctuality",
        ),
        (
            persona,
            "hair = \"",
            "hair = \"x\" # \"",
            "hair is “x”; expected one of",
            "hair =",
        ),
        (
            scenario,
            "[\"staff\", \"faculty\"]",
            "[\"pirates\"]",
            "nobody belongs to a group that “Staff tea” is for",
            "pirates",
        ),
        (
            scenario,
            "[\"everyone\"]",
            "[\"everybody\"]",
            "no group is called “everybody”",
            "everybody",
        ),
        (
            scenario,
            "hours = \"06:00-07:30\"",
            "hours = \"03:00-04:30\"",
            "“Refectory” is closed on Mon at 03:00",
            "03:00",
        ),
        (
            term,
            "\"Mon 10:45-12:00\"",
            "\"Mon 10:45-12:00\", \"Tue 14:30-15:00\"",
            "its teacher also teaches PHY101 on Tue at 14:30",
            "14:00",
        ),
        (
            term,
            "\"Mon 10:45-12:00\"",
            "\"Mon 02:45-04:00\"",
            "“Classroom 2” is closed on Mon at 02:45",
            "02:45",
        ),
        (
            persona,
            "sleeps = \"",
            "sleeps = \"05:00\" # \"",
            "expected 3 to 16 hours of sleep",
            "sleeps",
        ),
        (
            persona,
            "with = \"",
            "with = \"Amara Okafor\" # \"",
            "“Amara Okafor” is the persona itself",
            "Amara Okafor",
        ),
        (
            persona,
            "[[relationships]]",
            "[[relationships]]\nwith = \"Jonas Lindqvist\"\nkind = \"rival\"\ncloseness = 1\n\n[[relationships]]",
            "a second relation to “Jonas Lindqvist”",
            "Jonas Lindqvist",
        ),
        (
            persona,
            "courses = [",
            "courses = [\"BIO101\", ",
            "course “BIO101” stands here twice",
            "BIO101",
        ),
        (
            persona,
            "goals = [",
            "goals = [\" \", ",
            "the goal is empty",
            "goals",
        ),
        (
            persona,
            "[[memories]]",
            "[[memories]]\ntext = \"\"\nimportance = 3\n[[memories]]",
            "the memory is empty",
            "text = \"\"",
        ),
        (
            INES,
            "[traits]",
            "courses = [\"PHY101\", \"BIO140\"]\n[traits]",
            "Ines Carvalho teaches course “BIO140”",
            "BIO140",
        ),
        (
            scenario,
            "title = \"Film night\"",
            "title = \"Faculty meeting\"",
            "a second event is called “Faculty meeting”",
            "Faculty meeting",
        ),
        (
            scenario,
            "start = \"Mon 06:00\"",
            "start = \"week 50 Mon 06:00\"",
            "week 50 is after the term, which has 12; expected 1 to 12",
            "start",
        ),
        (
            term,
            "\"week 6 Wed\"",
            "\"week 6 Wed\", \"week 66 Wed\"",
            "week 66 is after the term, which has 12",
            "week 66",
        ),
        (
            term,
            "room = \"Classroom 1\"",
            "room = \"Fountain Plaza\"",
            "“Fountain Plaza” is a plaza, where no class can be held; expected one of classroom",
            "Fountain Plaza",
        ),
        (
            scenario,
            "seed = 1",
            "seed = 1\nconduct = { head = \"../../etc/passwd\" }",
            "expected off, expert, or the name of a head",
            "head",
        ),
        (
            scenario,
            "seed = 1",
            "seed = 1\nperception = { radius = 0 }",
            "radius of perception is 0; expected 1 to 40",
            "radius",
        ),
    ];
    for (file, from, to, said, line) in cases {
        let folder = tempfile::tempdir().unwrap();
        copy(folder.path());
        let path = folder.path().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} has no “{from}”");
        fs::write(&path, text.replacen(from, to, 1)).unwrap();
        let message = message(folder.path());
        let one = message.lines().find(|line| line.contains(said));
        let one = one.unwrap_or_else(|| panic!("{to}: {message}"));
        let found = line_of(folder.path(), one, file);
        assert!(found.contains(line), "{one}: {found}");
    }
}

#[test]
fn every_mistake_is_named_at_once() {
    let folder = tempfile::tempdir().unwrap();
    copy(folder.path());
    for (file, from, to) in [
        (
            "scenarios/first-week.toml",
            "start = \"Mon 06:00\"",
            "start = \"Mon 26:00\"",
        ),
        (
            "scenarios/first-week.toml",
            "place = \"Refectory\"",
            "place = \"Refectry\"",
        ),
        (
            "scenarios/terms/autumn.toml",
            "room = \"Classroom 1\"",
            "room = \"Classroom 99\"",
        ),
        (
            "scenarios/personas/amara-okafor.toml",
            "role = \"student\"",
            "role = \"studnet\"",
        ),
        (
            "scenarios/personas/amara-okafor.toml",
            "age = ",
            "age = 999 # ",
        ),
        (
            "scenarios/personas/jonas-lindqvist.toml",
            "age = ",
            "age = 999 # ",
        ),
    ] {
        let path = folder.path().join(file);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replacen(from, to, 1)).unwrap();
    }
    let message = message(folder.path());
    for said in ["26:00", "Refectry", "Classroom 99", "studnet", "age is 999"] {
        assert!(message.contains(said), "{said}: {message}");
    }
    assert_eq!(message.matches("age is 999").count(), 2, "{message}");
    // So are mistakes of shape: each file's, and several of one.
    let path = folder.path().join("scenarios/first-week.toml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(
        &path,
        text.replacen("seed = 1", "sed = 1\ntick_seconds = \"ten\"", 1),
    )
    .unwrap();
    let message = self::message(folder.path());
    assert!(
        message.contains("unknown field `sed`") && message.contains("invalid type"),
        "{message}"
    );
}

/// Makes replacements in copied files.
fn change(folder: &Path, changes: &[(&str, &str, &str)]) {
    for (file, from, to) in changes {
        let path = folder.join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} has no “{from}”");
        fs::write(&path, text.replacen(from, to, 1)).unwrap();
    }
}

/// Everything that is said of the copied scenario.
fn all_said(folder: &Path) -> Vec<String> {
    let file = folder.join("scenarios/first-week.toml");
    let error = scenario::load(&file, Overrides::default()).unwrap_err();
    error.all().iter().map(ToString::to_string).collect()
}

#[test]
fn mistakes_of_shape_hide_no_others() {
    let folder = tempfile::tempdir().unwrap();
    copy(folder.path());
    change(
        folder.path(),
        &[
            // Seven of shape in four files.
            (SCENARIO, "seed = 1", "sed = 1\ntick_seconds = \"ten\""),
            (SCENARIO, "day = \"Thu\"\n", ""),
            (TERM, "weeks = 12", "weeks = \"twelve\""),
            (TERM, "code = \"BIO140\"", "cod = \"BIO140\""),
            (AMARA, "money = ", "mony = "),
            (JONAS, "age = ", "years = "),
            // Values beside them, in the same files and in others.
            (SCENARIO, "place = \"Refectory\"", "place = \"Refectry\""),
            (SCENARIO, "06:00\"", "26:00\""),
            (TERM, "Classroom 1", "Classroom 99"),
            (AMARA, "role = \"student\"", "role = \"studnet\""),
            (AMARA, "sleeps = \"", "sleeps = \"late\" # \""),
            (JONAS, "punctuality = 0.", "punctuality = 7."),
            (INES, "age = ", "age = 999 # "),
        ],
    );
    let all = all_said(folder.path());
    for (file, said) in [
        (SCENARIO, "unknown field `sed`"),
        (SCENARIO, "invalid type: string \"ten\""),
        (SCENARIO, "missing field `day`"),
        (TERM, "invalid type: string \"twelve\""),
        (TERM, "unknown field `cod`"),
        (TERM, "missing field `code`"),
        (AMARA, "unknown field `mony`"),
        (AMARA, "; did you mean “money”?"),
        (JONAS, "unknown field `years`"),
        (JONAS, "missing field `age`"),
        (SCENARIO, "Refectry"),
        (SCENARIO, "26:00"),
        (TERM, "Classroom 99"),
        (AMARA, "studnet"),
        (AMARA, "found “late”; expected a time"),
        (JONAS, "expected 0 to 1"),
        (INES, "age is 999"),
    ] {
        let name = file.rsplit('/').next().unwrap();
        let there = |one: &String| one.contains(name) && one.contains(said);
        assert!(all.iter().any(there), "{said}: {all:#?}");
    }
    // Nothing is said of what only follows from these: one mistake has two of the texts.
    assert_eq!(all.len(), 16, "{all:#?}");
}

#[test]
fn that_there_is_nobody_is_said_beside_other_mistakes() {
    let folder = tempfile::tempdir().unwrap();
    copy(folder.path());
    let text = fs::read_to_string(folder.path().join(SCENARIO)).unwrap();
    let line = text.lines().find(|l| l.starts_with("personas")).unwrap();
    let nobody = "found 0 people in personas and generate; expected 1 to";
    for (instead, said) in [
        ("foo = 3", true),
        ("seeds = 3", true),
        ("", true),
        // These were meant for people.
        ("persona = [\"people/*.toml\"]", false),
        ("personas = 3", false),
    ] {
        fs::write(
            folder.path().join(SCENARIO),
            text.replacen(line, instead, 1),
        )
        .unwrap();
        let all = all_said(folder.path());
        assert_eq!(all.iter().any(|one| one.contains(nobody)), said, "{all:#?}");
    }
}

#[test]
fn a_file_that_is_no_toml_hides_no_other() {
    let folder = tempfile::tempdir().unwrap();
    copy(folder.path());
    change(
        folder.path(),
        &[
            (SCENARIO, "title = ", "title = = "),
            (TERM, "weeks = 12", "weeks = twelve"),
            (JONAS, "age = ", "age 7 = "),
            (AMARA, "age = ", "age = 999 # "),
        ],
    );
    fs::write(folder.path().join(INES), b"\xff\xfe").unwrap();
    let all = all_said(folder.path());
    assert_eq!(all.len(), 5, "{all:#?}");
    for said in [
        "first-week.toml:1:",
        "autumn.toml:2:",
        "jonas-lindqvist.toml:2:",
        "age is 999",
        "is not UTF-8",
    ] {
        assert!(all.iter().any(|one| one.contains(said)), "{said}: {all:#?}");
    }
}

#[test]
fn a_bad_map_hides_no_mistake_of_the_scenario() {
    let folder = tempfile::tempdir().unwrap();
    copy(folder.path());
    let map = "maps/larkmoor.tmx";
    change(
        folder.path(),
        &[
            (map, "value=\"classroom\"", "value=\"clasroom\""),
            (AMARA, "age = ", "age = 999 # "),
        ],
    );
    let all = all_said(folder.path());
    assert!(
        all.iter()
            .any(|one| one.contains("did you mean “classroom”"))
    );
    assert!(all.iter().any(|one| one.contains("age is 999")), "{all:#?}");
    assert!(!all.iter().any(|one| one.contains("is not on map")));
    change(folder.path(), &[(SCENARIO, "larkmoor.tmx", "nowhere.tmx")]);
    let all = all_said(folder.path());
    assert_eq!(all.len(), 2, "{all:#?}");
}

#[test]
fn tables_of_retrieval_are_told_all_at_once() {
    let table = "seed = 1\nretrieval = { profile = \"papre\", decay = 0.2, top_k = 0, \
                 weights = { task = -1.0, recency = 101.0 } }";
    let said = broken(SCENARIO, "seed = 1", table);
    for one in [
        "papre",
        "decay is 0.2",
        "top_k is 0",
        "of task is -1",
        "of recency is 101",
    ] {
        assert!(said.contains(one), "{one}: {said}");
    }
}

#[test]
fn a_group_that_is_hardly_meant_is_a_doubt() {
    let folder = tempfile::tempdir().unwrap();
    copy(folder.path());
    let file = folder.path().join(SCENARIO);
    let doubts = || {
        scenario::load_with_doubts(&file, Overrides::default())
            .unwrap()
            .1
    };
    assert!(doubts().is_empty());
    change(folder.path(), &[(AMARA, "\"biology\"", "\"zoology\"")]);
    assert!(doubts().is_empty(), "any word can be a group");
    change(folder.path(), &[(AMARA, "\"zoology\"", "\"biologgy\"")]);
    let doubts = doubts();
    assert_eq!(doubts.len(), 1);
    let said = doubts[0].to_string();
    assert!(
        said.contains("the group “biologgy”; did you mean “biology”?"),
        "{said}"
    );
    assert!(line_of(folder.path(), &said, AMARA).contains("biologgy"));
}

#[test]
fn an_event_in_a_room_while_a_class_is_held_there_is_a_doubt() {
    let folder = tempfile::tempdir().unwrap();
    copy(folder.path());
    let file = folder.path().join(SCENARIO);
    let doubts = || {
        scenario::load_with_doubts(&file, Overrides::default())
            .unwrap()
            .1
    };
    let fair = "place = \"Fountain Plaza\"\nday = \"Wed\"\nhours = \"17:00-18:30\"";
    let after = "place = \"Classroom 1\"\nday = \"Wed\"\nhours = \"10:30-10:45\"";
    change(folder.path(), &[(SCENARIO, fair, after)]);
    assert!(doubts().is_empty(), "the class is over");
    let into = "place = \"Classroom 1\"\nday = \"Wed\"\nhours = \"10:15-10:45\"";
    change(folder.path(), &[(SCENARIO, after, into)]);
    let doubts = doubts();
    assert_eq!(doubts.len(), 1);
    let said = doubts[0].to_string();
    let what = "“Club fair” is in the room of BIO101 Cells and Systems while that is held";
    assert!(said.contains(what), "{said}");
    assert!(line_of(folder.path(), &said, SCENARIO).contains("10:15"));
}

#[test]
fn where_a_map_cannot_be_used_it_is_said_that_places_were_not_looked_at() {
    let map = "maps/larkmoor.tmx";
    let said = broken(map, "width=\"", "width=\"x");
    assert!(
        said.contains("what is said of places was not looked at"),
        "{said}"
    );
}

#[test]
fn a_tile_that_is_in_no_tileset_hides_no_rectangle_off_the_grid() {
    let folder = tempfile::tempdir().unwrap();
    copy(folder.path());
    let map = folder.path().join("maps/larkmoor.tmx");
    let text = fs::read_to_string(&map).unwrap();
    // The first tile of the first layer, and the first place.
    let first = text.find("<data encoding=\"csv\">\n").unwrap() + 22;
    let end = first + text[first..].find(',').unwrap();
    let place = text.find("type=\"place\"").unwrap();
    let place = place + text[place..].find(" x=\"").unwrap();
    let (head, tiles) = (&text[..first], &text[end..place]);
    let rest = text[place..].replacen(" x=\"", " x=\"0.5\" xx=\"", 1);
    fs::write(&map, format!("{head}999999{tiles}{rest}")).unwrap();
    let said = message(folder.path());
    for one in ["tile number 999999 at tile 0,0", "off the grid"] {
        assert!(said.contains(one), "{one}: {said}");
    }
}

#[test]
fn a_teacher_and_a_room_that_are_taken_are_both_named() {
    let term = "scenarios/terms/autumn.toml";
    let (wednesday, clash) = ("\"Wed 10:45-12:00\"]", "\"Wed 15:15-15:30\"]");
    let said = broken(term, wednesday, clash);
    for one in ["its teacher also teaches PHY101", "is also PHY101's room"] {
        assert!(said.contains(one), "{one}: {said}");
    }
}
