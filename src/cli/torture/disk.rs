//! Commands that write run on a disk that gets full: a small tmpfs in a namespace of its own, where
//! the system lets one have that. They say so and end; once there is room they can be given again.

use super::{Failure, Ground, Part, at, good};
use collegium_core::dice::Stream;
use std::{
    fmt::Write as _,
    path::Path,
    process::{Command, Output, Stdio},
};

pub(super) const PART: Part = Part {
    name: "disk",
    about: "run, train, demos and new write onto a disk that gets full; they say so, and go on \
            when there is room",
    share: 2,
    run,
};

/// A command that fills a disk. In its words DISK is that disk.
struct Target {
    name: &'static str,
    begin: &'static str,
    /// A file that is there when it can be gone on with, and how that is done.
    again: (&'static str, &'static str),
    /// What must hold at the end.
    whole: &'static str,
    /// The sizes of the disk, in KiB, from which one is drawn: a little, to less than it needs.
    sizes: (f32, f32),
}

const TARGETS: [Target; 4] = [
    Target {
        name: "run",
        begin: "run --days 4 --saves DISK --save one",
        again: ("one.campus", "run --resume one --days 4 --saves DISK"),
        whole: "replay one --saves DISK --verify",
        sizes: (64.0, 2500.0),
    },
    Target {
        name: "train",
        begin: "train bc --data data --name one --out DISK/run --heads DISK/heads --rounds 3 \
                --every 1 --overwrite",
        again: (
            "run/session.json",
            "train --resume DISK/run --heads DISK/heads --every 1",
        ),
        whole: "run --scenario quick-look --hours 1 --saves DISK --heads DISK/heads/one.safetensors",
        sizes: (8.0, 80.0),
    },
    Target {
        name: "demos",
        begin: "demos --persons 8 --days 2 --runs 2 --out DISK/made",
        again: ("made/manifest.json", "doctor"),
        whole: "export DISK/made --format jsonl --out DISK/x.jsonl",
        sizes: (4.0, 40.0),
    },
    Target {
        name: "new",
        begin: "new DISK/made",
        again: ("made", "doctor --scenario first-week --data DISK/made"),
        whole: "doctor --scenario first-week --data DISK/made",
        sizes: (16.0, 2200.0),
    },
];

/// Runs in a namespace of its own: a full disk, then one with room, and what must hold after it.
/// Each step ends with a line `step CODE`.
const SCRIPT: &str = r#"
c() { "$COLLEGIUM" "$@"; }
disk=$1; size=$2; file=$3
mount -t tmpfs -o size="${size}k" none "$disk" || exit 97
$4; echo "begin $?"
mount -o remount,size=256m "$disk" || exit 97
if [ -e "$disk/$file" ]; then $5; else $4; fi; echo "again $?"
$6; echo "whole $?"
"#;

/// A shell in namespaces of its own: one may mount there, and whatever it has started ends with it.
fn shell(folder: &Path) -> Command {
    let mut shell = Command::new("unshare");
    shell
        .args(["--user", "--map-root-user", "--mount"])
        .args(["--pid", "--fork", "--kill-child", "sh", "-c"])
        .current_dir(folder)
        .env_remove("COLLEGIUM_DATA")
        .env_remove("RUST_LOG")
        .stdin(Stdio::null());
    shell
}

fn run(ground: &mut Ground<'_>) -> Result<(), Failure> {
    ground.place("disk")?;
    let mut mount = shell(ground.folder);
    let may = ground.output(mount.arg("mount -t tmpfs -o size=64k none disk"));
    if !may.is_ok_and(|output| output.status.success()) {
        let why = "the system does not let one mount a small tmpfs (`unshare --user --mount`)";
        ground.trial.skipped = Some(why.to_owned());
        return Ok(());
    }
    let mut demos = at(
        ground.folder,
        &["demos", "--persons", "8", "--days", "2", "--out", "data"],
    )?;
    let output = ground.output(&mut demos)?;
    good(&demos, &output).map_err(anyhow::Error::msg)?;
    let mut round = 0;
    while ground.time() {
        for target in &TARGETS {
            let (size, output) = fill(ground, target, &mut ground.stream(round))?;
            let found = judge(&output);
            if let Ok(false) = found {
                ground.count("with room enough", 1);
            }
            let told = found
                .map(drop)
                .map_err(|why| format!("{why} (a disk of {size} KiB)"));
            ground.tried(target.name, told);
        }
        round += 1;
    }
    Ok(())
}

/// Fills a disk with a target. Gives the disk's size in KiB and what was told.
fn fill(ground: &Ground<'_>, target: &Target, dice: &mut Stream) -> Result<(u32, Output), Failure> {
    let size = dice.between(target.sizes.0, target.sizes.1) as u32;
    let words = |line: &str| format!("c {}", line.replace("DISK", "disk"));
    let mut shell = shell(ground.folder);
    shell
        .env("COLLEGIUM", std::env::current_exe()?)
        .args([SCRIPT, "sh", "disk", &size.to_string(), target.again.0])
        .args([
            words(target.begin),
            words(target.again.1),
            words(target.whole),
        ]);
    Ok((size, ground.output(&mut shell)?))
}

/// What a full disk must come to: a first end with one message and the code of an error, then good
/// ones. Says whether the disk was full at all.
fn judge(output: &Output) -> Result<bool, String> {
    let (told, said) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    let code = |step: &str| {
        told.lines()
            .find_map(|line| line.strip_prefix(step)?.trim().parse::<i32>().ok())
    };
    let mut wrong = String::new();
    let full = code("begin ") == Some(1);
    for (step, good) in [
        ("begin ", full || code("begin ") == Some(0)),
        ("again ", code("again ") == Some(0)),
        ("whole ", code("whole ") == Some(0)),
    ] {
        if !good {
            let _ = write!(wrong, "{step}ended with {:?}; ", code(step));
        }
    }
    if said.contains("panicked") {
        wrong += "it panicked; ";
    }
    if full && !said.lines().any(|line| line.starts_with("collegium: ")) {
        wrong += "it did not say why; ";
    }
    if wrong.is_empty() {
        Ok(full)
    } else {
        Err(format!("{wrong}{}", said.trim()))
    }
}
