//! Texts that would steer a terminal, wherever they come from: none of them reaches it, and none of
//! a model is kept.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

use collegium_core::{
    text::first_harmful,
    time::{DAY, HOUR, SimTime},
};
use collegium_llm::{Outcome, Request};
use collegium_sim::{
    campus::{people::MindKind, scenario::Overrides},
    record::save_path,
    simulation::{Campus, Saver, testing},
};
use serde_json::Value;
use std::{path::Path, process::Command, sync::Arc};

/// Clears a terminal, gives it a title, turns the direction of writing, and goes back to the
/// beginning of the line.
const STEERS: &str = "\u{1b}[2J\u{1b}]0;x\u{7}\u{9b}31m\u{202e}\r\u{200b}";

/// Puts it at the beginning of every longer text.
fn spoil(value: &mut Value) {
    match value {
        Value::String(text) if text.contains(' ') => text.insert_str(0, STEERS),
        Value::Array(all) => all.iter_mut().for_each(spoil),
        Value::Object(all) => all.values_mut().for_each(spoil),
        _ => {}
    }
}

fn answer(request: &Request) -> Outcome {
    let schema = serde_json::from_str(&request.prompt.schema).unwrap();
    let mut value = mock_llm::answer(&schema, &request.prompt.user, request.id);
    spoil(&mut value);
    Outcome::Ok(value.to_string())
}

/// A save in which every text steers: of its scenario and its people, and of what a model said.
fn hostile_save(file: &Path) {
    let overrides = Overrides {
        agents: Some(5),
        mind: Some(MindKind::Model(format!("own{STEERS}"))),
        ..Overrides::default()
    };
    let (scenario, map) = testing::load("first-week", overrides);
    let mut scenario = Arc::unwrap_or_clone(scenario);
    let mut map = Arc::unwrap_or_clone(map);
    for text in [&mut scenario.title, &mut scenario.name, &mut map.name] {
        text.push_str(STEERS);
    }
    for (persona, _) in &mut scenario.people {
        persona.name.insert_str(0, STEERS);
        persona.group.push_str(STEERS);
        persona.task.push_str(STEERS);
    }
    for fact in &mut scenario.facts {
        fact.text.push_str(STEERS);
    }
    for event in &mut scenario.events {
        event.title.push_str(STEERS);
    }
    for place in &mut map.places {
        place.name.push_str(STEERS);
    }
    let mut campus = Campus::new(Arc::new(scenario), Arc::new(map), 1);
    let mut saver = Saver::create(file, &mut campus, DAY).unwrap();
    testing::run_answered(&mut campus, SimTime(14 * HOUR), answer);
    saver.commit(&mut campus).unwrap();
}

/// Has somebody change the last event of a save by hand: a post of a text that steers.
fn forge_a_post(db: &rusqlite::Connection) {
    db.execute(
        "INSERT INTO strings (id, text) VALUES (9000001, 'posted'), (9000002, '{}'), (9000003, ?1)",
        [STEERS],
    )
    .unwrap();
    let sql = "UPDATE event_rows SET kind = 9000001, fields = 9000002, text = 9000003 WHERE seq = \
               (SELECT MAX(seq) FROM event_rows WHERE agent IS NOT NULL)";
    assert_eq!(db.execute(sql, []).unwrap(), 1);
}

#[test]
fn nothing_that_a_model_says_is_kept_with_what_steers() {
    let folder = tempfile::tempdir().unwrap();
    let path = save_path(folder.path(), "said");
    let overrides = Overrides {
        agents: Some(5),
        mind: Some(MindKind::Model("own".to_owned())),
        ..Overrides::default()
    };
    let (scenario, map) = testing::load("first-week", overrides);
    let mut campus = Campus::new(scenario, map, 1);
    let mut saver = Saver::create(&path, &mut campus, DAY).unwrap();
    testing::run_answered(&mut campus, SimTime(14 * HOUR), answer);
    saver.commit(&mut campus).unwrap();
    drop(saver);
    let db = rusqlite::Connection::open(&path).unwrap();
    let said = "SELECT count(*) FROM calls WHERE instr(answer, char(8238)) > 0";
    let said: i64 = db.query_row(said, [], |row| row.get(0)).unwrap();
    assert!(said > 0);
    let mut query = db.prepare("SELECT text FROM strings").unwrap();
    let mut rows = query.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let text: String = row.get(0).unwrap();
        assert_eq!(first_harmful(&text, true), None, "{text}");
        // Calls are kept as JSON.
        assert!(!text.contains("\\u00"), "{text}");
    }
}

#[test]
fn no_text_of_a_save_a_scenario_or_a_model_steers_a_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let path = save_path(folder.path(), "bad");
    hostile_save(&path);
    let db = rusqlite::Connection::open(&path).unwrap();
    forge_a_post(&db);
    let steers = |sql: &str| -> i64 { db.query_row(sql, [], |row| row.get(0)).unwrap() };
    let lines = steers("SELECT count(*) FROM events WHERE event LIKE '%\\u001b%'");
    let names = steers("SELECT count(*) FROM people WHERE instr(name, char(27)) > 0");
    assert!(lines > 0 && names == 5, "{lines} events, {names} people");
    drop(db);
    let scenario = folder.path().join("bad.toml");
    std::fs::write(
        &scenario,
        format!("title = \"{STEERS}\"\n\"{STEERS}\" = 1\nmap = {STEERS}\n"),
    )
    .unwrap();
    let map = folder.path().join("bad.tmx");
    std::fs::write(&map, format!("<map {STEERS}=\"{STEERS}\"><{STEERS}>")).unwrap();
    let settings = folder.path().join("collegium.toml");
    std::fs::write(
        &settings,
        format!("[models.\"{STEERS}\"]\napi = \"{STEERS}\"\n"),
    )
    .unwrap();
    let book = folder.path().join("bad.book.toml");
    std::fs::write(&book, format!("name = \"{STEERS}\"\n")).unwrap();
    let plan = folder.path().join("plan.toml");
    std::fs::write(&plan, format!("algorithm = \"{STEERS}\"\n")).unwrap();
    let name = |path: &Path| path.to_str().unwrap().to_owned();
    let saves = ["--saves".to_owned(), name(folder.path())];
    let with_saves = |args: &[&str]| {
        let args = args.iter().map(|arg| (*arg).to_owned());
        args.chain(saves.clone()).collect::<Vec<String>>()
    };
    let plain = |args: &[&str], file: &Path| {
        let args = args.iter().map(|arg| (*arg).to_owned());
        args.chain([name(file)]).collect::<Vec<String>>()
    };
    let mut told = 0;
    for args in [
        with_saves(&["replay", "bad"]),
        with_saves(&["replay", "bad", "--json"]),
        with_saves(&["replay", "bad", "--agent", "zzz"]),
        with_saves(&["replay", "bad", "--verify"]),
        with_saves(&["calls", "bad"]),
        with_saves(&["calls", "bad", "--json"]),
        with_saves(&["calls", "bad", "--log"]),
        with_saves(&["calls", "bad", "--count"]),
        with_saves(&["run", "--resume", "bad", "--hours", "14.1"]),
        with_saves(&[
            "run", "--resume", "bad", "--mind", "builtin", "--hours", "14.1",
        ]),
        with_saves(&[
            "run", "--resume", "bad", "--mind", "builtin", "--hours", "14.2", "--json", "-vv",
        ]),
        plain(&["doctor", "--scenario"], &scenario),
        plain(&["doctor", "--map"], &map),
        plain(&["doctor", "--settings"], &settings),
        plain(&["run", "--hours", "0.1", "--lessons"], &book),
        plain(&["train", "--plan"], &plan),
        with_saves(&["replay", STEERS]),
        plain(
            &["doctor", "--map"],
            &folder.path().join(STEERS.replace('/', "")),
        ),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_collegium"))
            .current_dir(folder.path())
            .args(&args)
            .env("TMPDIR", folder.path())
            .output()
            .unwrap();
        for text in [&output.stdout, &output.stderr] {
            let text = String::from_utf8_lossy(text);
            let found = first_harmful(&text, true);
            let near = found.map(|(at, _)| text[..at].chars().rev().take(60).collect::<String>());
            assert_eq!(found, None, "{args:?}: {near:?}");
            assert!(!text.contains("panicked"), "{args:?}: {text}");
            told += usize::from(text.contains("␛[2J") || text.contains("\\u001b[2J"));
        }
    }
    assert!(told >= 8, "only {told} of them showed what was tried");
}

#[cfg(unix)]
#[test]
fn no_name_makes_a_line_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    // A project whose folder has such a name as well.
    let project = folder.path().join("p\nEVIL");
    for name in ["saves", "scenarios", "heads"] {
        std::fs::create_dir_all(project.join(name)).unwrap();
    }
    for name in [
        "saves/q\nEVIL.campus",
        "scenarios/q\nEVIL.toml",
        "heads/q\nEVIL.safetensors",
        "heads/q\nEVIL.json",
    ] {
        std::fs::write(project.join(name), "").unwrap();
    }
    let variables = [
        ("", ""),
        ("COLLEGIUM_DATA", "d\nEVIL"),
        ("RUST_LOG", "=\nEVIL=,"),
    ];
    let run = ["run", "--hours", "0.1"];
    let with = |more: &[&'static str]| [&run[..], more].concat();
    let mut shown = 0;
    for (args, (name, value)) in [
        (vec!["replay", "nope"], variables[0]),
        (with(&["--scenario", "nope"]), variables[0]),
        (with(&["--heads", "nope"]), variables[0]),
        (with(&["--scenario", "quick-look"]), variables[1]),
        (with(&["--scenario", "nope"]), variables[2]),
        (with(&["--scenario", "a\nEVIL"]), variables[0]),
        (with(&["--heads", "a\nEVIL"]), variables[0]),
        (with(&["--lessons", "a\nEVIL"]), variables[0]),
        (with(&["--save", "a\nEVIL"]), variables[0]),
        (with(&["--saves", "a\nEVIL"]), variables[0]),
        (with(&["--data", "a\nEVIL"]), variables[0]),
        (with(&["--model", "a\nEVIL"]), variables[0]),
        (with(&["--until", "a\nEVIL"]), variables[0]),
        (with(&["--agents", "a\nEVIL"]), variables[0]),
        (with(&["--a\nEVIL"]), variables[0]),
        (vec!["a\nEVIL"], variables[0]),
        (vec!["replay", "a\nEVIL"], variables[0]),
        (vec!["doctor", "--map", "a\nEVIL"], variables[0]),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_collegium"));
        if !name.is_empty() {
            command.env(name, value);
        }
        let output = command.current_dir(&project).args(&args).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success(), "{args:?}: {said}");
        assert!(output.stdout.is_empty(), "{args:?}");
        assert!(
            !said.lines().any(|line| line.starts_with("EVIL")),
            "{args:?}: {said}"
        );
        shown += usize::from(said.contains("␊EVIL"));
    }
    assert!(shown >= 16, "only {shown} of them showed what was tried");
}
