//! The command line: what is wrong with the arguments is said in a line, and nothing is left
//! behind.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

use std::process::Command;

fn run(folder: &std::path::Path, args: &[&str]) -> (bool, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_collegium"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(args)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env("TMPDIR", folder)
        .output()
        .unwrap();
    let text = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    (output.status.success(), text)
}

#[test]
fn mistakes_are_named_and_leave_no_save() {
    let folder = tempfile::tempdir().unwrap();
    let saves = folder.path().join("saves");
    let saves = saves.to_str().unwrap();
    let cases: [(&[&str], &str); 8] = [
        (
            &["--until", "-1"],
            "--until “-1”: found “-1”; expected a time",
        ),
        (
            &["--scenario", "nosuch.toml"],
            "expected a file, or one of first-house, first-week, hundred, quick-look, thousand",
        ),
        (
            &["--scenario", "frist-week.toml"],
            "did you mean “first-week”",
        ),
        (&["--until", "Foo"], "--until"),
        (&["--until", "Mun 08:00"], "did you mean “Mon”"),
        (&["--scenario", "frist-week"], "did you mean “first-week”"),
        (&["--resume", "none"], "no such save"),
        (&["--save", "a/b"], "save name"),
    ];
    for (args, expected) in cases {
        let mut all = vec!["run", "--saves", saves];
        all.extend(args);
        let (good, text) = run(folder.path(), &all);
        assert!(!good, "{args:?}");
        assert!(text.contains(expected), "{args:?}: {text}");
        assert_eq!(text.trim().lines().count(), 1, "{args:?}: {text}");
        assert!(!text.contains("panicked"));
    }
    assert!(
        !std::path::Path::new(saves).exists(),
        "a save was left behind"
    );
}

#[test]
fn numbers_out_of_bounds_are_wrong_arguments() {
    for (args, expected) in [
        (["run", "--days", "0"], "above 0, at most 700"),
        (["run", "--days", "nan"], "above 0, at most 700"),
        (["run", "--days", "1e12"], "above 0, at most 700"),
        (["run", "--hours", "nan"], "above 0, at most 16800"),
        (["run", "--agents", "0"], "from 1 to 5000"),
        (["run", "--agents", "99999"], "from 1 to 5000"),
        (["run", "--threads", "0"], "from 1 to 256"),
        (["run", "--autosave", "0"], "from 1 to 10080"),
        // A sign is no option that nobody knows.
        (["run", "--days", "-1"], "above 0, at most 700"),
        (["run", "--hours", "-.5"], "above 0, at most 16800"),
        (["run", "--seed", "-1"], "from 0 to 18446744073709551615"),
        (["replay", "--last", "-1"], "from 0 to 1000000000"),
        (["train", "--coverage", "-1"], "from 1 to 100"),
        (["lessons", "--most", "9"], "from 1 to 8"),
        (["lessons", "--level", "0"], "above 0 and below 1"),
        (["lessons", "--stretch", "1"], "from 10 to 1440"),
        (["lessons", "--permutations", "0"], "from 1 to 1000000"),
        (["demos", "--runs", "0"], "from 1 to 10000"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_collegium"))
            .args(args)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
        let [_, option, value] = args;
        let first = said.lines().next().unwrap();
        for part in [option, &format!("'{value}'"), expected] {
            assert!(first.contains(part), "{args:?}: {said}");
        }
    }
}

#[test]
fn who_asks_for_somebody_else_is_told_who_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let saves = folder.path().to_str().unwrap();
    let save = ["--saves", saves, "--save", "few", "--hours", "0.1"];
    let (good, text) = run(folder.path(), &[&["run"], &save[..]].concat());
    assert!(good, "{text}");
    let ask = |name: &str| {
        run(
            folder.path(),
            &["replay", "few", "--saves", saves, "--agent", name],
        )
    };
    for (name, expected) in [
        (
            "Jonsa",
            "is in the save; did you mean “Jonas Lindqvist”? There are Jonas Lindqvist, ",
        ),
        ("Nobody At All", "is in the save; there are "),
    ] {
        let (good, text) = ask(name);
        assert!(!good && text.contains(expected), "{text}");
        assert!(text.trim().ends_with(" and 19 more"), "{text}");
        assert_eq!(text.trim().lines().count(), 1, "{text}");
    }
    let (good, text) = ask("jonas");
    assert!(good, "{text}");
}

#[test]
fn doctor_says_what_to_do_next() {
    let folder = tempfile::tempdir().unwrap();
    let (good, text) = run(folder.path(), &["doctor", "--scenario", "nosuch"]);
    let next = text.trim().lines().last().unwrap();
    assert!(
        !good && text.contains("one of first-house, first-week, hundred, quick-look, thousand"),
        "{text}"
    );
    assert!(next.starts_with("next: `collegium new DIR`"), "{text}");
    let broken = folder.path().join("broken.toml");
    std::fs::write(&broken, "title = 1\n[[events]\ntitle = \"a\"\n").unwrap();
    let (good, text) = run(
        folder.path(),
        &["doctor", "--scenario", broken.to_str().unwrap()],
    );
    assert!(
        !good && text.contains("broken.toml:2:10: found two brackets"),
        "{text}"
    );
    assert!(
        text.contains("\n1 problem\nnext: mend what is named above"),
        "{text}"
    );
    assert!(
        text.trim()
            .ends_with(": first-house, first-week, hundred, quick-look, thousand"),
        "{text}"
    );
    let (good, text) = run(folder.path(), &["doctor", "--scenario", "quick-look"]);
    assert!(good && !text.contains("next:"), "{text}");
}

#[cfg(target_os = "linux")]
#[test]
fn who_cannot_be_told_of_a_mistake_gets_its_exit_code() {
    use std::{fs::File, io::pipe, process::Stdio};
    let full = File::options().write(true).open("/dev/full").unwrap();
    let (reader, closed) = pipe().unwrap();
    drop(reader);
    let ends = [Stdio::from(full), Stdio::from(closed)];
    for stderr in ends {
        let status = Command::new(env!("CARGO_BIN_EXE_collegium"))
            .args(["run", "--scenario", "nosuch"])
            .stderr(stderr)
            .status()
            .unwrap();
        assert_eq!(status.code(), Some(1));
    }
}

#[test]
fn lessons_are_found_taught_and_verified() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (data, saves, book) = (path("data"), path("saves"), path("by-hand.toml"));
    let demos = [
        "demos",
        "--expert",
        "off",
        "--persons",
        "12",
        "--days",
        "2",
        "--runs",
        "1",
        "--out",
        &data,
    ];
    let (good, text) = run(folder.path(), &demos);
    assert!(good, "{text}");
    // No chance is as small as that with so few permutations.
    let find = ["lessons", &data, "--permutations", "99", "--level", "0.001"];
    let (good, text) = run(folder.path(), &find);
    assert!(
        good && text.contains("lessons.toml: 0 lessons") && text.contains("no lessons: of "),
        "{text}"
    );
    let (good, text) = run(folder.path(), &find);
    assert!(
        !good && text.contains("lessons.toml is there already; --overwrite"),
        "{text}"
    );
    let (good, text) = run(
        folder.path(),
        &[&find[..], &["--overwrite", "--json"]].concat(),
    );
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert!(
        good && !json["tried"].as_array().unwrap().is_empty() && json["why_none"].is_string(),
        "{text}"
    );
    for (more, expected) in [
        (["--scenario", "none"], "no such scenario"),
        (["--out", "two words.toml"], "two words"),
    ] {
        let (good, text) = run(
            folder.path(),
            &["lessons", &data, "--overwrite", more[0], more[1]],
        );
        assert!(
            !good && text.contains(expected) && text.trim().lines().count() == 1,
            "{more:?}: {text}"
        );
    }

    let lesson =
        "name = \"by-hand\"\n[[lesson]]\npoint = \"greet\"\ndo = \"greet\"\nstrength = 1.0\n";
    std::fs::write(&book, lesson).unwrap();
    let taught = format!("off,Computer Science={book}");
    let base = ["run", "--agents", "12", "--hours", "8", "--saves", &saves];
    let (good, text) = run(
        folder.path(),
        &[&base[..], &["--save", "taught", "--lessons", &book]].concat(),
    );
    assert!(good, "{text}");
    let (good, text) = run(
        folder.path(),
        &["replay", "taught", "--saves", &saves, "--verify"],
    );
    assert!(good && text.contains("verified"), "{text}");
    let (_, text) = run(
        folder.path(),
        &["replay", "taught", "--saves", &saves, "--last", "100000"],
    );
    assert_eq!(
        text.matches(": by-hand\n").count(),
        12,
        "each is told of in the log"
    );
    let (good, text) = run(
        folder.path(),
        &[&base[..], &["--save", "wrong", "--lessons", &taught]].concat(),
    );
    assert!(
        !good && text.contains("found the group “Computer Science”; expected one of"),
        "{text}"
    );
    std::fs::write(&book, lesson.replace("greet", "great")).unwrap();
    let (good, text) = run(
        folder.path(),
        &[&base[..], &["--save", "wrong", "--lessons", &book]].concat(),
    );
    assert!(
        !good && text.contains("by-hand.toml:3:9") && text.trim().lines().count() == 3,
        "{text}"
    );
    assert!(
        !folder.path().join("saves/wrong.campus").exists(),
        "a save was left behind"
    );
}

#[test]
fn without_a_display_the_headless_way_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let (good, text) = run(folder.path(), &[]);
    assert!(!good);
    assert!(text.contains("collegium run --days 1"), "{text}");
    assert_eq!(text.trim().lines().count(), 1, "{text}");
}

#[test]
fn the_summary_and_the_json_say_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let saves = folder.path().to_str().unwrap();
    let (good, text) = run(
        folder.path(),
        &["run", "--hours", "5", "--saves", saves, "--save", "plain"],
    );
    assert!(good, "{text}");
    let (_, json) = run(
        folder.path(),
        &[
            "run", "--hours", "5", "--saves", saves, "--save", "json", "--json",
        ],
    );
    let json: serde_json::Value = serde_json::from_str(json.trim()).unwrap();
    for key in [
        "scenario",
        "seed",
        "people",
        "simulated_seconds",
        "agent_steps",
        "skipped_agent_steps",
        "wall_seconds",
        "agent_steps_per_second",
        "log_hash",
        "events",
        "tool_calls",
        "refusals",
        "conversations",
        "lines",
        "classes",
        "mean_lateness_seconds",
        "queues",
        "violations",
        "deeds",
        "thoughts",
        "save",
    ] {
        assert!(!json[key].is_null(), "{key}");
    }
    assert!(text.contains(json["log_hash"].as_str().unwrap()), "{text}");
    assert!(text.contains("agent-steps per second"));
    for (line, words) in [
        ("classes", "attended"),
        ("conversations", "begun"),
        ("queues", "min on average"),
        ("norms broken", "queue cutting"),
        ("deeds", "gave back"),
        ("thoughts", "diary pages"),
        ("tool calls", "done"),
    ] {
        let told = |l: &str| l.trim_start().starts_with(line) && l.contains(words);
        assert!(text.lines().any(told), "{line}: {text}");
    }
    let (good, text) = run(
        folder.path(),
        &["replay", "plain", "--saves", saves, "--verify"],
    );
    assert!(good && text.starts_with("verified"), "{text}");
    for map in ["maps/larkmoor.tmx", "maps/northmoor.tmx"] {
        let (good, text) = run(folder.path(), &["doctor", "--map", map]);
        assert!(good, "{text}");
    }
}

#[test]
fn growth_is_measured_by_weeks_and_by_people() {
    let run = |arguments: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_collegium"))
            .args(["bench", "growth"])
            .args(arguments)
            .output()
            .unwrap()
    };
    let done = run(&[
        "--scenario",
        "quick-look",
        "--days",
        "8",
        "--people",
        "3,6",
        "--repeats",
        "1",
        "--year",
        "40",
        "--json",
    ]);
    assert!(done.status.success(), "{done:?}");
    let told: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    let weeks = told["run"]["weeks"].as_array().unwrap();
    let days: Vec<_> = weeks.iter().map(|w| w["days"].as_u64().unwrap()).collect();
    assert_eq!(days, [7, 1]);
    assert!(weeks[1]["save_bytes"].as_u64() > weeks[0]["save_bytes"].as_u64());
    assert!(told["run"]["last_beside_first"].is_null(), "one whole week");
    let people: Vec<_> = told["sizes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| s["people"].as_u64().unwrap())
        .collect();
    assert_eq!(people, [3, 6]);
    assert!(told["exponents"]["save_by_people"].as_f64().unwrap() > 0.0);
    assert_eq!(told["year"]["days"], 40);
    assert_eq!(told["year"]["verified"], true, "killed and gone on with");
    assert!(told["app_start"].is_null(), "it was not asked for");
    let aims = told["aims"].as_array().unwrap();
    let held = |what: &str| {
        let aim = aims
            .iter()
            .find(|a| a["what"].as_str().unwrap().starts_with(what));
        aim.unwrap()["holds"].as_bool().unwrap()
    };
    assert!(held("the year verifies") && held("the save, MB a day"));
    let wrong = run(&["--days", "0"]);
    let said = String::from_utf8_lossy(&wrong.stderr).into_owned();
    assert!(
        wrong.status.code() == Some(2)
            && said.contains("'--days <N>': expected a whole number from 1 to 3650")
    );
}
