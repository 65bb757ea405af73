//! Looking on while a run goes: how many ticks, nothing saved, the first failure shown, prompts and
//! answers as they happen, figures in a folder, and policies for another run.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

use mock_llm::{FaultKind, Options, Server};
use serde_json::Value;
use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The options whose values are files.
const FILES: [&str; 6] = [
    "--saves",
    "--settings",
    "--trace",
    "--metrics",
    "--policies",
    "--out",
];

/// A folder for saves, with settings that name a server.
struct Ground {
    folder: tempfile::TempDir,
    server: Server,
}

impl Ground {
    fn new(options: Options) -> Self {
        let ground = Self {
            folder: tempfile::tempdir().unwrap(),
            server: Server::start(options).unwrap(),
        };
        let settings = format!(
            "[models.mock]\napi = \"openai\"\nbase_url = \"{}/v1\"\nmodel = \"mock-llm\"\n\
             timeout_seconds = 1\nbackoff_seconds = 0.01\n",
            ground.server.url()
        );
        fs::write(ground.path("settings.toml"), settings).unwrap();
        ground
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// The program, with what is named of files in the folder: whether it went well, what it
    /// printed, and what it said.
    fn program(&self, args: &[&str]) -> (bool, String, String) {
        let mut after = "";
        let args = args.iter().map(|arg| {
            let arg: &str = arg;
            let named = FILES.contains(&after) && !arg.starts_with('-');
            after = arg;
            if named {
                self.path(arg).into()
            } else {
                OsString::from(arg)
            }
        });
        let output = Command::new(env!("CARGO_BIN_EXE_collegium"))
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .args(args)
            .output()
            .unwrap();
        (
            output.status.success(),
            String::from_utf8_lossy(&output.stdout).into_owned(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        )
    }

    /// A run of three model-driven people.
    fn run(&self, more: &[&str]) -> (bool, String, String) {
        let args = [
            "run",
            "--scenario",
            "quick-look",
            "--saves",
            "saves",
            "--mind",
            "model",
            "--settings",
            "settings.toml",
        ];
        self.program(&[&args[..], more].concat())
    }
}

fn json(text: &str) -> Value {
    serde_json::from_str(text.trim()).unwrap()
}

fn read(path: &Path) -> Value {
    json(&fs::read_to_string(path).unwrap())
}

#[test]
fn so_many_ticks_are_run_and_nothing_is_saved() {
    let ground = Ground::new(Options::default());
    let run = |more: &[&str]| {
        let args = [
            "run",
            "--scenario",
            "quick-look",
            "--saves",
            "saves",
            "--json",
        ];
        let (good, out, said) = ground.program(&[&args[..], more].concat());
        assert!(good, "{said}");
        json(&out)
    };
    let unsaved = run(&["--steps", "90", "--no-save"]);
    assert_eq!(unsaved["simulated_seconds"], 900);
    assert!(unsaved["save"].is_null() && !ground.path("saves").exists());

    let saved = run(&["--steps", "90", "--save", "a"]);
    assert_eq!(saved["log_hash"], unsaved["log_hash"]);
    let before = fs::read(ground.path("saves/a.campus")).unwrap();
    let on = [
        "run", "--resume", "a", "--saves", "saves", "--json", "--steps", "60",
    ];
    let (good, out, said) = ground.program(&[&on[..], &["--no-save"]].concat());
    assert!(good, "{said}");
    let further = json(&out);
    assert_eq!(further["simulated_seconds"], 1500);
    assert!(fs::read(ground.path("saves/a.campus")).unwrap() == before);
    let beside = fs::read_dir(ground.path("saves")).unwrap().count();
    assert_eq!(beside, 1, "something was left beside the save");
    // The same once more, saved now.
    let (good, out, said) = ground.program(&on);
    assert!(good, "{said}");
    assert_eq!(json(&out)["log_hash"], further["log_hash"]);

    let (good, _, said) = ground.program(&["run", "--no-save", "--save", "b"]);
    assert!(!good && said.contains("cannot be used with"), "{said}");
}

#[test]
fn a_strict_run_stops_before_the_first_failure_and_shows_the_call() {
    let ground = Ground::new(Options {
        fault_rate: 1.0,
        faults: vec![FaultKind::NotJson],
        ..Options::default()
    });
    let (good, out, said) = ground.run(&["--hours", "6", "--save", "a", "--strict"]);
    assert!(!good && out.is_empty(), "{out}");
    for part in [
        "no model gave a usable answer, at which --strict stops: profile mock:",
        "asks for plan",
        "    told:\n      You play one person on the campus",
        "    asked:\n",
        "not_json by mock after",
        "stands just before it; run --resume asks again.",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let (good, out, said) = ground.program(&["calls", "a", "--saves", "saves", "--json"]);
    assert!(good, "{said}");
    assert_eq!(
        json(&out)["total"]["requests"],
        0,
        "it did not enter the run"
    );

    // Another server answers what was asked.
    let better = Ground::new(Options::default());
    let settings = better.path("settings.toml");
    let (good, out, said) = ground.program(&[
        "run",
        "--resume",
        "a",
        "--saves",
        "saves",
        "--hours",
        "6",
        "--strict",
        "--json",
        "--settings",
        settings.to_str().unwrap(),
    ]);
    assert!(good, "{said}");
    let model = &json(&out)["model"];
    assert_eq!(model["fallback"], 0);
    assert!(model["requests"].as_u64().unwrap() > 3, "{model}");

    for option in ["--strict", "--trace"] {
        let (good, _, said) = ground.program(&["run", "--no-save", option]);
        let expected = format!("{option} is for model-driven minds; add --mind model");
        assert!(!good && said.contains(&expected), "{said}");
    }
}

#[test]
fn prompts_and_answers_are_written_as_they_happen() {
    let ground = Ground::new(Options::default());
    let run = ["--hours", "3", "--no-save", "--json"];
    let (good, out, said) = ground.run(&[&run[..], &["--trace", "trace.txt"]].concat());
    assert!(good, "{said}");
    let requests = json(&out)["model"]["requests"].as_u64().unwrap();
    let trace = ground.text("trace.txt");
    let count = |part: &str| trace.matches(part).count() as u64;
    // What is asked in the last tick is not waited for.
    assert!(
        count(" asks for ") >= requests && requests > 3,
        "{requests}"
    );
    assert!(count("    answer:\n") >= requests);
    assert!(trace.contains("ok by mock after") && trace.contains("      Plan the day."));
    // A file is never written over.
    let (good, _, said) = ground.run(&[&run[..], &["--trace", "trace.txt"]].concat());
    assert!(
        !good && said.contains("expected a file that is not there yet"),
        "{said}"
    );
    let (good, _, said) = ground.run(&[&run[..], &["--trace"]].concat());
    assert!(good && said.contains(" asks for plan"), "{said}");
}

#[test]
fn figures_lie_in_a_folder_with_a_log_of_each_person() {
    let ground = Ground::new(Options {
        fault_rate: 0.3,
        faults: vec![FaultKind::NotJson, FaultKind::ServerError],
        ..Options::default()
    });
    let metrics = ["--metrics", "figures"];
    let (good, out, said) =
        ground.run(&[&["--hours", "9", "--save", "a", "--json"][..], &metrics].concat());
    assert!(good, "{said}");
    let summary = json(&out);
    let total = read(&ground.path("figures/total.json"));
    let mut sums = 0;
    for entry in fs::read_dir(ground.path("figures/purposes")).unwrap() {
        let figures = read(&entry.unwrap().path());
        let name = figures["name"].as_str().unwrap().to_owned();
        assert_eq!(
            figures["requests"],
            summary["model"]["purposes"][&name]["requests"]
        );
        sums += figures["calls"].as_u64().unwrap();
    }
    assert_eq!(total["calls"], sums);
    assert_eq!(total["errors"], summary["model"]["errors"]);
    assert!(total["errors"]["not_json"].as_u64().unwrap() > 0, "{total}");
    let model = read(&ground.path("figures/models/mock.json"));
    assert!(model["milliseconds"]["p50"].is_u64() && model["tokens_in"].as_u64() > Some(0));
    let failures = ground.text("figures/failures.log").lines().count() as u64;
    assert_eq!(failures, total["fallback"].as_u64().unwrap());

    let log = ground.text("figures/people/Amara-Okafor.log");
    for part in ["  thought ", "  did     Amara Okafor"] {
        assert!(log.contains(part), "{part}: {log}");
    }
    let lines = || -> Vec<usize> {
        let logs = fs::read_dir(ground.path("figures/people")).unwrap();
        let texts = logs.map(|log| fs::read_to_string(log.unwrap().path()).unwrap());
        texts.map(|text| text.lines().count()).collect()
    };
    let before = lines();
    assert_eq!(before.len(), 3);
    let (good, _, said) = ground.run(&[&["--hours", "1", "--no-save"][..], &metrics].concat());
    assert!(
        !good && said.contains("expected one that is empty"),
        "{said}"
    );
    let (good, _, said) = ground.program(&[
        "run",
        "--resume",
        "a",
        "--saves",
        "saves",
        "--hours",
        "14",
        "--settings",
        "settings.toml",
        "--metrics",
        "figures",
    ]);
    assert!(good, "{said}");
    let longer = ground.text("figures/people/Amara-Okafor.log");
    assert!(longer.starts_with(&log), "{log}\nbecame\n{longer}");
    let sum = |lines: Vec<usize>| lines.iter().sum::<usize>();
    assert!(
        sum(lines()) > sum(before),
        "nobody did anything in five hours"
    );
}

#[test]
fn policies_are_carried_from_run_to_run() {
    let ground = Ground::new(Options::default());
    let (good, _, said) = ground.run(&["--days", "1", "--save", "a"]);
    assert!(good, "{said}");
    let policies = ["policies", "a", "--saves", "saves", "--out", "habits.toml"];
    let (good, _, said) = ground.program(&policies);
    assert!(good, "{said}");
    assert!(
        ground
            .text("habits.toml")
            .contains("name = \"Amara Okafor\"")
    );
    let (good, _, said) = ground.program(&policies);
    assert!(!good && said.contains("not there yet"), "{said}");
    let requests = |more: &[&str]| {
        let run = ["--days", "1", "--seed", "9", "--json"];
        let (good, out, said) = ground.run(&[&run[..], more].concat());
        assert!(good, "{said}");
        json(&out)["model"]["purposes"]["plan"]["requests"].as_u64()
    };
    let with = requests(&["--policies", "habits.toml", "--save", "b"]);
    let without = requests(&["--no-save"]);
    assert!(with < without, "{with:?} plans with, {without:?} without");
    // They are of the save, which can be run again without the file.
    fs::remove_file(ground.path("habits.toml")).unwrap();
    let (good, out, said) = ground.program(&["replay", "b", "--saves", "saves", "--verify"]);
    assert!(good && out.contains("verified"), "{out}{said}");
}
