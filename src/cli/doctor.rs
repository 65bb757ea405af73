//! `collegium doctor`: what works on this machine, and what to do about the rest; and checks of
//! maps and scenarios.

use super::{
    Failure, args,
    out::out,
    scenarios::{scenario_file, scenarios},
};
use collegium_core::{
    files,
    text::{Shown as _, harmless},
};
use collegium_learning::conduct_options::ConductChoice;
use collegium_sim::campus::{
    map,
    scenario::{self, Overrides, conduct},
};
use std::{
    io::Write as _,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Runs the checks that were asked for.
///
/// # Errors
/// When standard output cannot be written.
pub fn doctor(options: &args::DoctorArgs) -> Result<ExitCode, Failure> {
    let mut out = out();
    if let Some(file) = &options.map {
        let file = &files::resolve(file);
        let problems = map::check(file);
        for problem in &problems {
            writeln!(out, "{problem}")?;
        }
        if problems.is_empty() {
            writeln!(out, "{}: every rule holds", file.shown())?;
            return Ok(ExitCode::SUCCESS);
        }
        return problems_found(&mut out, problems.len());
    }
    if let Some(name) = &options.scenario {
        let file = scenario_file(name).map_err(|error| {
            anyhow::anyhow!(
                "{error}\nnext: `collegium new DIR` makes a project with scenarios to change; \
                 `collegium doctor --scenario first-week` checks one that is there"
            )
        })?;
        let code = scenario_checked(&mut out, &file)?;
        if code != ExitCode::SUCCESS {
            let whole = scenarios().into_iter().filter(|one| one != name);
            writeln!(
                out,
                "next: mend what is named above, and check again; other scenarios here: {}",
                whole.collect::<Vec<_>>().join(", ")
            )?;
        }
        return Ok(code);
    }
    let whole = machine(&mut out)?;
    learning(&mut out)?;
    let good = whole & super::models::doctor(&mut out, options.settings.as_deref())?;
    Ok(if good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// How many problems a file has, below them.
fn problems_found(out: &mut impl std::io::Write, count: usize) -> Result<ExitCode, Failure> {
    let plural = if count == 1 { "" } else { "s" };
    writeln!(out, "{count} problem{plural}")?;
    Ok(ExitCode::FAILURE)
}

/// Everything for which a scenario is refused, the heads among it; what it holds where that is
/// nothing.
fn scenario_checked(out: &mut impl std::io::Write, file: &Path) -> Result<ExitCode, Failure> {
    let loaded = scenario::load_with_doubts(file, Overrides::default());
    let conduct = match &loaded {
        Ok(((scenario, _), _)) => &scenario.conduct,
        Err(error) => &*error.conduct,
    };
    let mut problems: Vec<String> = match &loaded {
        Ok(_) => Vec::new(),
        Err(error) => error.all().iter().map(ToString::to_string).collect(),
    };
    for (place, error) in missing_heads(conduct) {
        problems.push(format!("{}: {place}: {}", file.shown(), harmless(&error)));
    }
    for problem in &problems {
        writeln!(out, "{problem}")?;
    }
    if let Some(note) = loaded.as_ref().err().and_then(|error| error.unseen()) {
        writeln!(out, "{note}")?;
    }
    let Ok(((scenario, map), doubts)) = loaded else {
        return problems_found(out, problems.len());
    };
    for doubt in doubts {
        writeln!(out, "warning: {doubt}")?;
    }
    if !problems.is_empty() {
        return problems_found(out, problems.len());
    }
    writeln!(
        out,
        "{}: {} people, {} courses, {} events, map {} ({} places)",
        harmless(&scenario.title),
        scenario.people.len(),
        scenario.term.courses.len(),
        scenario.events.len(),
        harmless(&map.name),
        map.places.len()
    )?;
    Ok(ExitCode::SUCCESS)
}

/// The heads that a scenario names and that cannot be mounted, each with its key and why.
fn missing_heads(conduct: &conduct::ConductSettings) -> Vec<(String, String)> {
    let everybody = conduct
        .head
        .iter()
        .map(|head| ("conduct.head".to_owned(), head));
    let groups = conduct.groups.iter();
    let groups = groups.map(|(group, head)| (format!("conduct.groups.{group}"), head));
    everybody
        .chain(groups)
        .filter_map(|(key, head)| Some((key, ConductChoice::of(head).decider().err()?.to_string())))
        .collect()
}

/// What this machine offers. Gives whether the usual scenario is as it should be: the rest can be
/// done without.
fn machine(out: &mut impl std::io::Write) -> std::io::Result<bool> {
    let mut line = |good: bool, what: &str, remedy: &str| {
        writeln!(
            out,
            "{} {what}{}",
            if good { "ok  " } else { "  - " },
            if good {
                String::new()
            } else {
                format!(": {remedy}")
            }
        )
    };
    let display = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|v| std::env::var_os(v).is_some_and(|d| !d.is_empty()));
    let display = display || cfg!(not(target_os = "linux"));
    line(
        display,
        "display",
        "none found; the campus runs headless with `collegium run --days 1`",
    )?;
    line(
        cfg!(feature = "desktop"),
        "desktop app in this build",
        "built without it; build with the default features",
    )?;
    let drivers = vulkan_drivers();
    let found = if drivers.is_empty() {
        "Vulkan driver".to_owned()
    } else {
        format!("Vulkan driver ({})", drivers.join(", "))
    };
    line(
        !drivers.is_empty() || cfg!(not(target_os = "linux")),
        &found,
        "none found; install one, such as Mesa's (package mesa-vulkan-drivers on Debian)",
    )?;
    let first_week = scenario_file("first-week")
        .and_then(|file| Ok(scenario::load(&file, Overrides::default())?))
        .map(|(scenario, _)| {
            format!(
                "scenario {} ({} people)",
                harmless(&scenario.title),
                scenario.people.len()
            )
        });
    let whole_scenario = first_week.is_ok();
    match first_week {
        Ok(what) => line(true, &what, "")?,
        Err(error) => line(false, "scenario first-week", &error.to_string())?,
    }
    let found = match files::project() {
        Some(folder) => format!(
            "files of the project {} win over those in the program",
            whole(&folder).shown()
        ),
        None => "files in the program (`collegium new DIR` makes a project of your own)".to_owned(),
    };
    line(true, &found, "")?;
    let saves = files::made("saves");
    line(
        can_be_written(&saves),
        &format!("{} can be written", whole(&saves).shown()),
        "it cannot; choose another folder with --saves DIR",
    )?;
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    line(
        true,
        &format!("{threads} cores (run --threads {threads} uses them; the log stays the same)"),
        "",
    )?;
    Ok(whole_scenario)
}

/// Whether what policy heads learn with computes what it should: the parity gate on the CPU, and on
/// the GPU where there is one.
#[expect(
    clippy::disallowed_methods,
    reason = "how long the gate takes is told to people"
)]
fn learning(out: &mut impl std::io::Write) -> std::io::Result<()> {
    use training::{learner::Device, parity};
    let mut tell = |name: &str, device: &Device| {
        let began = std::time::Instant::now();
        let checks = parity::gate(device);
        let seconds = began.elapsed().as_secs_f64();
        match checks.iter().find(|check| !check.passed) {
            None => {
                writeln!(
                    out,
                    "ok   learning on {name}: {} of {0} computations right ({seconds:.1} s)",
                    checks.len()
                )
            }
            Some(bad) => writeln!(
                out,
                "  -  learning on {name}: {} is off by {:.1e}, allowed {:.0e}; training uses the \
                 CPU",
                bad.name, bad.error, bad.tolerance
            ),
        }
    };
    tell("the CPU", &Device::Cpu)?;
    #[cfg(feature = "gpu")]
    match training::backend::open(false) {
        Ok(opened) => tell(&opened.name, &Device::Gpu(opened.device))?,
        Err(error) => writeln!(
            out,
            "  -  learning on a GPU: {error}; training uses the CPU"
        )?,
    }
    Ok(())
}

/// The names of the Vulkan drivers that are installed, by the loader's usual folders.
fn vulkan_drivers() -> Vec<String> {
    let folders = [
        "/usr/share/vulkan/icd.d",
        "/usr/local/share/vulkan/icd.d",
        "/etc/vulkan/icd.d",
    ];
    let mut names: Vec<String> = folders
        .iter()
        .filter_map(|folder| std::fs::read_dir(folder).ok())
        .flat_map(|entries| entries.filter_map(Result::ok))
        .filter_map(|entry| {
            entry
                .path()
                .file_stem()
                .map(|s| s.to_string_lossy().replace("_icd", ""))
        })
        .collect();
    names.sort();
    names
}

/// A path from the root on.
fn whole(path: &Path) -> PathBuf {
    std::path::absolute(if path == Path::new("") {
        Path::new(".")
    } else {
        path
    })
    .unwrap_or_else(|_| path.to_owned())
}

/// Whether files can be made in a folder, or in the nearest one above it that is there: looking
/// leaves nothing behind.
fn can_be_written(folder: &Path) -> bool {
    let folder = whole(folder);
    let Some(there) = folder.ancestors().find(|f| f.is_dir()) else {
        return false;
    };
    let probe = there.join(".collegium-doctor");
    let good = std::fs::write(&probe, b"").is_ok();
    // A probe that cannot be taken away again does no harm.
    let _ = std::fs::remove_file(&probe);
    good
}
