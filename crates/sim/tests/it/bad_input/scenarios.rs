//! Mistakes of scenarios, terms and personas, one by one.

use super::{broken, copy, message};
use collegium_sim::campus::scenario::{self, Overrides};
use std::fs;

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
    // What stands in it is read when the lessons are taught.
    fs::write(&book, "").unwrap();
    let (scenario, _) = scenario::load(&file, Overrides::default()).unwrap();
    assert_eq!(scenario.conduct.lessons.as_ref(), Some(&book));
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
            "seed = 1",
            "seed = 1\ngenerate = { people = 3, housed = 1.5 }",
            "first-week.toml:",
            "housed is 1.5; expected 0 to 1",
        ),
        (
            "scenarios/first-week.toml",
            "seed = 1",
            "seed = 1\ngenerate = { people = 3, groups = [\"law\", \"law\"] }",
            "first-week.toml:",
            "the group “law” is empty or named twice",
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
fn mistakes_of_books_are_named_with_their_place() {
    let term = "scenarios/terms/autumn.toml";
    let cases = [
        (
            "course = \"BIO101\"",
            "course = \"BIO10\"",
            "no course has the code “BIO10”; expected the code of a course; did you mean “BIO101”?",
        ),
        (
            "title = \"Under the Oak\"",
            "title = \" \"",
            "the title of the book has 0 characters; expected 1 to 120",
        ),
        (
            "title = \"Measure Twice\"",
            "title = \"Things in Motion\"",
            "“Things in Motion” by Leila Farhadi is there twice; expected each book once",
        ),
        ("author = \"Piet Halvorsen\"\n", "", "author"),
    ];
    for (from, to, says) in cases {
        let error = broken(term, from, to);
        assert!(error.contains("autumn.toml:"), "{error}");
        assert!(error.contains(says), "{error}\ndoes not say: {says}");
    }
}
