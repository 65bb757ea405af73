//! Mistakes of groups with objectives, and of lifestyle policies.

use super::{copy, message};
use collegium_sim::campus::scenario::{self, Overrides, ScenarioError};
use std::{fs, path::Path};

/// What is said of a scenario with this at its end.
fn with(folder: &Path, more: &str) -> String {
    let file = folder.join("scenarios/first-week.toml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, format!("{text}\n{more}")).unwrap();
    let said = message(folder);
    fs::write(&file, text).unwrap();
    said
}

#[test]
fn mistakes_of_groups_are_named_with_their_place() {
    let folder = tempfile::tempdir().unwrap();
    copy(folder.path());
    let lines = fs::read_to_string(folder.path().join("scenarios/first-week.toml"));
    // A group's table begins two lines after the last.
    let begins = lines.unwrap().lines().count() + 2;
    let group = |name: &str, objective: &str, weights: &str| {
        format!(
            "[[groups]]\nname = \"{name}\"\nobjective = \"{objective}\"\nweights = {{ {weights} }}\n"
        )
    };
    let twice = group("music", "play", "") + &group("music", "sing", "");
    for (more, line, expected) in [
        (
            group("musik", "play at the fair", ""),
            1,
            "nobody belongs to the group “musik”; expected one of",
        ),
        (group("musik", "play", ""), 1, "did you mean “music”"),
        (
            group("music", " ", ""),
            2,
            "the objective has 0 characters; expected a sentence of 1 to 300",
        ),
        (
            group("music", "play", "studdy = 0.5"),
            3,
            "found the weight of “studdy”; expected one of study, exercise,",
        ),
        (
            group("music", "play", "studdy = 0.5"),
            3,
            "did you mean “study”",
        ),
        (
            group("music", "play", "play = 1.5"),
            3,
            "the weight of play is 1.5; expected -1 to 1",
        ),
        (
            group("music", "play", "noise = -7"),
            3,
            "the weight of noise is -7; expected -1 to 1",
        ),
        (
            twice,
            5,
            "a second [[groups]] “music”; expected one for each group",
        ),
        (group("music", "play", "play = \"much\""), 3, "expected f32"),
    ] {
        let said = with(folder.path(), &more);
        let place = format!("first-week.toml:{}:", begins + line);
        assert!(
            said.contains(&place) && said.contains(expected),
            "{place} {expected}: {said}"
        );
    }
}

#[test]
fn mistakes_of_policies_are_named_with_their_place() {
    let folder = tempfile::tempdir().unwrap();
    copy(folder.path());
    let file = folder.path().join("habits.toml");
    let said = |text: &str| {
        fs::write(&file, text).unwrap();
        let overrides = Overrides {
            policies: Some(file.clone()),
            ..Overrides::default()
        };
        let loaded = scenario::load(&folder.path().join("scenarios/first-week.toml"), overrides);
        loaded.map_err(|error: ScenarioError| error.to_string())
    };
    let person = |rest: &str| {
        format!(
            "version = 1\n[[people]]\nname = \"Amara Okafor\"\n[[people.days]]\nweekend = false\n{rest}\n"
        )
    };
    let part = |part: &str| person(&format!("parts = [\n    {{ {part} }},\n]"));
    let good = "from = \"09:00\", to = \"10:00\", do = \"study\"";
    for (text, place, expected) in [
        ("version = 2".to_owned(), ":1:11", "version is 2; expected 1"),
        ("people = []".to_owned(), "", "missing field `version`"),
        (
            "version = 1\n[[people]]\nname = \"Amara Okafr\"".to_owned(),
            ":3:8",
            "nobody is called “Amara Okafr”; expected a name, or everyone; did you mean “Amara Okafor”",
        ),
        (part(&format!("{good}, what = \"read\", where = \"x\"")), ":7:", "where"),
        (
            part("from = \"09:00\", to = \"26:00\", do = \"study\", what = \"read\""),
            ":7:",
            "expected a time",
        ),
        (
            part("from = \"11:00\", to = \"10:00\", do = \"study\", what = \"read\""),
            ":7:",
            "expected an end after the beginning",
        ),
        (
            part("from = \"09:00\", to = \"10:00\", do = \"studdy\", what = \"read\""),
            ":7:",
            "did you mean “study”",
        ),
        (part(good), ":7:", "expected either what, in words, or a routine"),
        (
            part(&format!("{good}, routine = \"lunsh\"")),
            ":7:",
            "did you mean “lunch”",
        ),
        (
            part(&format!("{good}, place = \"Refectry\", what = \"read\"")),
            ":7:",
            "is not on map",
        ),
        (
            "version = 1\n[[people]]\nname = \"everyone\"\n[[people.steps]]\ntask = \"read\"\ndo = \"study\"\nopen = true\ncompany = false\nsteps = [{ minutes = 0, do = \"studying\", what = \"read\" }]".to_owned(),
            ":9:22",
            "minutes is 0; expected 1 to 240",
        ),
    ] {
        let error = said(&text).expect_err(&text);
        let place = format!("habits.toml{place}");
        assert!(
            error.contains(&place) && error.contains(expected),
            "{place} {expected}: {error}"
        );
    }
    // People and places of elsewhere are no mistakes.
    let text = part(&format!(
        "{good}, place = \"The Old Mill\", what = \"read\""
    ));
    let (scenario, _) = said(&text).unwrap();
    assert!(scenario.policies.iter().all(|p| p.days.is_empty()));
    let (scenario, _) = said("version = 1\n[[people]]\nname = \"Zhuangzi\"").unwrap();
    assert!(scenario.policies.is_empty());
}
