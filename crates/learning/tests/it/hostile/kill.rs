//! A training that is killed again and again goes on each time, and comes to what it would have
//! come to.
//!
//! The process that is killed is this test's own program, told by a variable to train in a folder.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test, which waits for another process by the clock"
)]

use collegium_learning::{
    collect::Field,
    demos::{DemonstrationSettings, demonstrate},
    plan::{Algorithm, TrainingPlan},
    train::{Device, Session},
};
use collegium_sim::{conduct::Decider, simulation::testing::project_file};
use std::{
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// Where the process that is killed trains.
const FOLDER: &str = "COLLEGIUM_TEST_TRAINING";

/// Rounds of the training.
const ROUNDS: u64 = 150;

fn plan(folder: &Path) -> TrainingPlan {
    let mut plan = TrainingPlan {
        scenario: project_file("scenarios/quick-look.toml"),
        data: Some(folder.join("demos")),
        rounds: ROUNDS,
        ..TrainingPlan::usual(Algorithm::of("bc").unwrap())
    };
    plan.settings.insert("hidden".into(), vec![8].into());
    plan
}

/// What is killed: goes on with the training of its folder, or begins it.
#[test]
#[ignore = "is run by the other test, as a process of its own"]
fn a_training_that_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let folder = Path::new(&folder);
    let run = folder.join("run");
    let mut session = if run.join("session.json").exists() {
        Session::resume(&run, Device::Cpu).unwrap()
    } else {
        Session::new(plan(folder), Device::Cpu).unwrap()
    };
    while !session.done() {
        session.save(&run).unwrap();
        session.advance().unwrap();
    }
    session.save(&run).unwrap();
}

fn begin(folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "hostile::kill::a_training_that_is_killed",
            "--ignored",
            "--nocapture",
        ])
        .env(FOLDER, folder)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Kills it once there is something new, at some moment of what it does then.
fn kill(child: &mut Child, folder: &Path, before: u64, i: u64) {
    let began = Instant::now();
    while kept(folder) == before && began.elapsed() < Duration::from_secs(60) {
        assert!(child.try_wait().unwrap().is_none_or(|s| s.success()));
        std::thread::sleep(Duration::from_micros(200));
    }
    std::thread::sleep(Duration::from_micros(i * 7919 % 5000));
    child.kill().unwrap();
}

/// The rounds that are kept; none before the first.
fn kept(folder: &Path) -> u64 {
    match std::fs::read(folder.join("run/session.json")) {
        Ok(text) => {
            let kept: serde_json::Value = serde_json::from_slice(&text).unwrap();
            kept["round"].as_u64().unwrap()
        }
        Err(_) => 0,
    }
}

#[test]
fn a_killed_training_always_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let field = Field::open(&project_file("scenarios/quick-look.toml"), None, true).unwrap();
    let wanted = DemonstrationSettings {
        expert: Decider::Expert,
        days: 1,
        seeds: vec![3],
        coverage: 1.0,
        threads: 1,
    };
    let data = demonstrate(&field, &wanted, &|| ()).unwrap();
    data.save(&folder.join("demos"), false).unwrap();
    let mut kills = 0;
    for i in 0_u64.. {
        let before = kept(folder);
        if before == ROUNDS {
            break;
        }
        let mut child = begin(folder);
        let killed = kills < 30;
        if killed {
            kill(&mut child, folder, before, i);
            kills += 1;
        }
        let ended = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&ended.stderr);
        assert!(
            !said.contains("panicked") && (killed || ended.status.success()),
            "after {before} rounds: {said}"
        );
        assert!(kept(folder) >= before, "rounds were lost");
    }
    assert!(kills >= 20, "{kills}");
    let killed = Session::resume(&folder.join("run"), Device::Cpu).unwrap();
    let mut whole = Session::new(plan(folder), Device::Cpu).unwrap();
    while !whole.done() {
        whole.advance().unwrap();
    }
    let sums = |session: &Session| {
        let heads = session.heads().unwrap();
        heads.iter().map(|h| h.checksum()).collect::<Vec<_>>()
    };
    assert_eq!(sums(&killed), sums(&whole));
}
