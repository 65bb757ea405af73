//! Commands that write are killed at a random moment. Whatever stands under its own name then is
//! whole, the command can be given again, and it comes to what it would have come to.

use super::{Failure, Ground, Part, at, log_hash};
use crate::cli::child::{End, kill_when, now};
use collegium_core::text::Shown as _;
use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};
use training::files::PARTIAL;

pub(super) const PART: Part = Part {
    name: "kills",
    about: "run, train, demos, export, evaluate and new are killed at any moment; nothing is half, \
            all can be gone on with",
    share: 4,
    run,
};

/// A command that is killed.
struct Target {
    name: &'static str,
    /// How it is begun, in a folder beside `data`, a dataset.
    begin: &'static [&'static str],
    /// How it is given again after it was killed: as it was begun, where this file is not there.
    again: (&'static str, &'static [&'static str]),
    /// What must hold of what a killed one leaves, as a command, where that file is there.
    whole: Option<&'static [&'static str]>,
    /// The files it makes, or the folders of them, which never differ from those of one that was
    /// not killed.
    makes: &'static [&'static str],
    /// Those that must be the same only in the end: they grow on the way.
    ends_with: &'static [&'static str],
    /// What is in the names of its drafts: none of a killed one is left where it is given again.
    drafts: Option<&'static str>,
}

const TARGETS: [Target; 6] = [
    Target {
        name: "run",
        begin: &[
            "run",
            "--days",
            "3",
            "--autosave",
            "20",
            "--saves",
            ".",
            "--save",
            "one",
            "--json",
        ],
        again: (
            "one.campus",
            &[
                "run", "--resume", "one", "--days", "3", "--saves", ".", "--json",
            ],
        ),
        whole: Some(&["check", "one", "--saves", "."]),
        makes: &[],
        ends_with: &[],
        drafts: Some(".campus-draft"),
    },
    Target {
        name: "train",
        begin: &[
            "train", "bc", "--data", "../data", "--name", "one", "--out", "run", "--heads",
            "heads", "--rounds", "12", "--every", "1", "--json",
        ],
        again: (
            "run/session.json",
            &[
                "train", "--resume", "run", "--heads", "heads", "--every", "1", "--json",
            ],
        ),
        whole: None,
        makes: &["heads/one.safetensors"],
        ends_with: &["run/metrics.jsonl"],
        drafts: None,
    },
    Target {
        name: "demos",
        begin: &[
            "demos",
            "--persons",
            "8",
            "--days",
            "2",
            "--runs",
            "2",
            "--out",
            "made",
            "--json",
        ],
        again: (
            "made/manifest.json",
            &["export", "made", "--format", "jsonl", "--out", "x.jsonl"],
        ),
        whole: None,
        makes: &["made"],
        ends_with: &[],
        drafts: None,
    },
    Target {
        name: "export",
        begin: &[
            "export",
            "../data",
            "--format",
            "jsonl",
            "--out",
            "made.jsonl",
        ],
        again: ("made.jsonl", &["doctor"]),
        whole: None,
        makes: &["made.jsonl"],
        ends_with: &[],
        drafts: None,
    },
    Target {
        name: "evaluate",
        begin: &[
            "evaluate",
            "expert",
            "--persons",
            "6",
            "--days",
            "1",
            "--seeds",
            "3",
            "--out",
            "made",
            "--json",
        ],
        again: ("no file", &[]),
        whole: None,
        makes: &["made"],
        ends_with: &[],
        drafts: None,
    },
    Target {
        name: "new",
        begin: &["new", "made"],
        again: (
            "made",
            &["doctor", "--scenario", "first-week", "--data", "made"],
        ),
        whole: None,
        makes: &["made"],
        ends_with: &[],
        drafts: Some(PARTIAL),
    },
];

/// A target as it comes out when nobody kills it.
struct Unkilled {
    folder: PathBuf,
    seconds: f64,
    /// The hash of its log, for a run.
    hash: Option<String>,
}

fn run(ground: &mut Ground<'_>) -> Result<(), Failure> {
    let demos = [
        "demos",
        "--persons",
        "8",
        "--days",
        "2",
        "--runs",
        "2",
        "--seed",
        "7",
        "--out",
        "data",
    ];
    if let Err(why) = ground.works(ground.folder, &demos)? {
        anyhow::bail!(why);
    }
    let mut unkilled = Vec::new();
    for target in &TARGETS {
        let folder = ground.place(&format!("{}-whole", target.name))?;
        let began = now();
        let output = ground
            .works(&folder, target.begin)?
            .map_err(anyhow::Error::msg)?;
        unkilled.push(Unkilled {
            seconds: began.elapsed().as_secs_f64(),
            hash: log_hash(&output).ok(),
            folder,
        });
    }
    let mut round = 0;
    while ground.time() {
        for (target, unkilled) in TARGETS.iter().zip(&unkilled) {
            let folder = ground.place(&format!("{}-{round}", target.name))?;
            let part = ground.stream(round).unit();
            let after = Duration::from_secs_f64(unkilled.seconds * f64::from(part));
            let began = now();
            let program = at(&folder, target.begin)?;
            let end = kill_when(program, ground.stop, || began.elapsed() >= after)?;
            if matches!(end, End::Killed) {
                let found = left(ground, target, unkilled, &folder).and_then(|()| {
                    let found = again(ground, target, unkilled, &folder);
                    found.unwrap_or_else(|error| Err(format!("{error:#}")))
                });
                let failed = found.is_err();
                let after = format!(" after {:.3} s, in {}", after.as_secs_f64(), folder.shown());
                ground.tried(target.name, found.map_err(|why| why + &after));
                if failed {
                    continue;
                }
            }
            fs::remove_dir_all(&folder)?;
        }
        round += 1;
    }
    Ok(())
}

/// The files at a place, or in the folder there, without those that say of themselves that they are
/// not whole.
fn files(place: &Path) -> Vec<PathBuf> {
    let partial = place.to_string_lossy().ends_with(PARTIAL);
    if partial || !place.exists() {
        return Vec::new();
    }
    match fs::read_dir(place) {
        Ok(entries) => entries
            .flatten()
            .flat_map(|entry| files(&entry.path()))
            .collect(),
        Err(_) => vec![place.to_owned()],
    }
}

/// Whether all files of a folder that one of the other has are the same there.
fn same(folder: &Path, whole: &Path, names: &[&str], all: bool) -> Result<(), String> {
    let read = |path: &Path| fs::read(path).map_err(|e| format!("{}: {e}", path.shown()));
    for name in names {
        let made = files(&folder.join(name));
        for file in &made {
            let short = file.strip_prefix(folder).map_err(|e| e.to_string())?;
            if read(file)? != read(&whole.join(short))? {
                return Err(format!("{} is not what it should be", short.shown()));
            }
        }
        let should = files(&whole.join(name)).len();
        if all && made.len() != should {
            return Err(format!("{name}: {} files, expected {should}", made.len()));
        }
    }
    Ok(())
}

/// What a killed command has left is whole.
fn left(
    ground: &Ground<'_>,
    target: &Target,
    unkilled: &Unkilled,
    folder: &Path,
) -> Result<(), String> {
    same(folder, &unkilled.folder, target.makes, false)?;
    match target.whole {
        Some(arguments) if folder.join(target.again.0).exists() => ground
            .works(folder, arguments)
            .unwrap_or_else(|error| Err(format!("{error:#}")))
            .map(drop),
        _ => Ok(()),
    }
}

/// A draft in a folder, or what stands beside one, by what is in its name.
fn draft_in(folder: &Path, drafts: &str) -> Result<Option<String>, Failure> {
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.contains(drafts) {
            return Ok(Some(name));
        }
    }
    Ok(None)
}

/// It can be given again, and comes to what it would have come to.
fn again(
    ground: &Ground<'_>,
    target: &Target,
    unkilled: &Unkilled,
    folder: &Path,
) -> Result<Result<(), String>, Failure> {
    let (file, resume) = target.again;
    let anew = !folder.join(file).exists();
    let arguments = if anew { target.begin } else { resume };
    let output = match ground.works(folder, arguments)? {
        Ok(output) => output,
        Err(why) => return Ok(Err(why)),
    };
    // Whoever makes a save or a project takes away what those that were killed have begun.
    if anew
        && let Some(drafts) = target.drafts
        && let Some(draft) = draft_in(folder, drafts)?
    {
        return Ok(Err(format!("{draft} is left")));
    }
    if let Some(hash) = &unkilled.hash
        && log_hash(&output).as_ref() != Ok(hash)
    {
        return Ok(Err(format!("its log is another one than {hash}")));
    }
    let names = [target.makes, target.ends_with].concat();
    Ok(same(folder, &unkilled.folder, &names, true))
}
