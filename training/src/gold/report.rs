//! Results kept from run to run, as a table beside the published numbers, and learning curves.

use super::{CheckLength, CheckResult, show, shown};
use crate::checkpoint::{read_json, write_json};
use crate::error::{Error, Result};
use crate::files::write_whole;
use crate::plot::{Labels, curves, map};
use std::fmt::Write;
use std::path::Path;

/// Puts new results in the place of old ones of the same name in `results.json` of a directory,
/// which is made where it is not there, and gives all. Curves and maps are left out of the file:
/// they are drawn.
///
/// # Errors
/// Where the file is there and holds something else, or cannot be written.
pub fn keep(directory: &Path, fresh: &[CheckResult]) -> Result<Vec<CheckResult>> {
    let path = directory.join("results.json");
    let mut all: Vec<CheckResult> = if path.exists() {
        read_json(&path, "results of gold checks")?
    } else {
        Vec::new()
    };
    for check in fresh {
        let check = CheckResult {
            curves: Vec::new(),
            maps: Vec::new(),
            ..check.clone()
        };
        match all.iter_mut().find(|old| old.name == check.name) {
            Some(old) => *old = check,
            None => all.push(check),
        }
    }
    std::fs::create_dir_all(directory).map_err(|e| Error::io(directory, e))?;
    write_json(&path, &all)?;
    Ok(all)
}

/// Draws the learning curves and maps of checks that have some, as `NAME.svg` and `NAME-MAP.svg` in
/// a directory; gives the names of the files.
///
/// # Errors
/// Where one cannot be drawn or written.
pub fn draw(directory: &Path, checks: &[CheckResult]) -> Result<Vec<String>> {
    std::fs::create_dir_all(directory).map_err(|e| Error::io(directory, e))?;
    let mut files = Vec::new();
    let problem = |e: crate::plot::PlotError| Error::data("plot", e, "numbers that can be drawn");
    for check in checks {
        if !check.curves.is_empty() {
            let labels = Labels::new(&check.name, "steps", "value");
            files.push((
                file_name(&check.name),
                curves(&labels, &check.curves).map_err(problem)?,
            ));
        }
        for (name, drawn) in &check.maps {
            let name = format!("{}, {name}", check.name);
            let labels = Labels::new(&name, "state", "action");
            files.push((file_name(&name), map(&labels, drawn).map_err(problem)?));
        }
    }
    files
        .iter()
        .try_for_each(|(file, svg)| write_whole(&directory.join(file), svg))?;
    Ok(files.into_iter().map(|(file, _)| file).collect())
}

/// The file of a check's curves.
fn file_name(name: &str) -> String {
    let plain = |c: char| {
        if c.is_ascii_alphanumeric() || c == '.' {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    format!("{}.svg", name.chars().map(plain).collect::<String>())
}

fn wall(check: &CheckResult) -> String {
    match check.wall {
        None => "–".to_owned(),
        Some(seconds) if seconds < 90.0 => format!("{seconds:.1} s"),
        Some(seconds) => format!("{:.1} min", seconds / 60.0),
    }
}

/// The page: a table of long checks with their intervals, one of quick ones. `machine` says where
/// and how they were run; `plots` is the directory of curves, relative to the page, and `drawn`
/// says which are there. `cell` makes a text fit for a cell of a table: results that were kept may
/// have been passed on.
pub fn markdown(
    checks: &[CheckResult],
    machine: &str,
    plots: &str,
    drawn: &dyn Fn(&str) -> bool,
    cell: &dyn Fn(&str) -> String,
) -> String {
    let mut page = String::from("# Gold checks\n\n");
    page += "What `training` computes and learns, beside numbers that others published or that can \
             be worked out. Every criterion stands in code and was fixed from its source before \
             the check was run; what does not hold is reported as it is. Settings that no source \
             gives are this project's own, and some were changed after a first try had failed \
             (GAIL's short rounds, Password's entropy, CQL's on FrozenLake, paired noise and its \
             small network for DRAIL, the rollouts of Memory's GRU, PPO's on the lakes, the \
             policy's rate beside AIRL, the sine's periods, epochs and discount). Intervals are 95 \
             % percentile bootstrap intervals over seeds (of few seeds: read them with that in \
             mind), IQM is the interquartile mean.\n\n";
    page += machine;
    page += "\n\n";
    let passed = checks.iter().filter(|check| check.passed).count();
    // Writing to a string cannot fail.
    let _ = writeln!(page, "{passed} of {} checks pass.\n", checks.len());
    let of = |speed| checks.iter().filter(move |check| check.speed == speed);
    if of(CheckLength::Long).next().is_some() {
        page += "## Long checks\n\n| Check | Published, and criterion | Found: mean [interval] | IQM [interval] | Each seed | Run | Wall | Passed |\n";
        page += "|---|---|---|---|---|---|---|---|\n";
        for check in of(CheckLength::Long) {
            long_row(&mut page, check, plots, drawn, cell);
        }
        page += "\n";
    }
    if of(CheckLength::Quick).next().is_some() {
        page += "## Quick checks\n\n| Check | Expected | Found | Source | Wall | Passed |\n|---|---|---|---|---|---|\n";
        for check in of(CheckLength::Quick) {
            let (expected, value, source) = (
                cell(&check.expected),
                cell(&check.value),
                cell(&check.source),
            );
            let _ = writeln!(
                page,
                "| {} | {expected} | {value} | {source} | {} | {} |",
                cell(&check.name),
                wall(check),
                said(check.passed)
            );
        }
    }
    page
}

fn said(passed: bool) -> &'static str {
    if passed { "yes" } else { "**no**" }
}

fn long_row(
    page: &mut String,
    check: &CheckResult,
    plots: &str,
    drawn: &dyn Fn(&str) -> bool,
    cell: &dyn Fn(&str) -> String,
) {
    let file = file_name(&check.name);
    let name = cell(&check.name);
    let name = if drawn(&file) {
        format!("[{name}]({plots}/{file})")
    } else {
        name
    };
    let iqm = check.iqm.map_or_else(|| "–".to_owned(), shown);
    let runs = check
        .runs
        .iter()
        .map(|x| show(*x))
        .collect::<Vec<_>>()
        .join(", ");
    let mut value = cell(&check.value);
    for (name, found) in &check.details {
        let _ = write!(value, "<br>{}: {}", cell(name), shown(*found));
    }
    let _ = writeln!(
        page,
        "| {name} | {} ({}) | {value} | {iqm} | {runs} | {} | {} | {} |",
        cell(&check.expected),
        cell(&check.source),
        cell(&check.protocol),
        wall(check),
        said(check.passed)
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plot::Series;
    use crate::stats::Interval;

    fn check(name: &str, speed: CheckLength, passed: bool) -> CheckResult {
        let mean = Some(Interval {
            estimate: 490.0,
            low: 480.0,
            high: 500.0,
        });
        CheckResult {
            name: name.into(),
            passed,
            value: "490.0 [480.0, 500.0]".into(),
            expected: "a | b".into(),
            source: "c".into(),
            speed,
            runs: vec![480.0, 500.0],
            mean,
            iqm: mean,
            wall: Some(120.0),
            curves: vec![Series {
                name: "seed 1".into(),
                points: vec![(0.0, 1.0), (1.0, 2.0)],
                band: vec![],
            }],
            ..CheckResult::default()
        }
    }

    #[test]
    fn results_are_kept_replaced_and_written() {
        let dir = tempfile::tempdir().unwrap();
        keep(
            dir.path(),
            &[
                check("a/b", CheckLength::Long, false),
                check("c", CheckLength::Quick, true),
            ],
        )
        .unwrap();
        let all = keep(dir.path(), &[check("a/b", CheckLength::Long, true)]).unwrap();
        assert_eq!(
            all.iter()
                .map(|c| (c.name.as_str(), c.passed))
                .collect::<Vec<_>>(),
            [("a/b", true), ("c", true)]
        );
        assert!(all[0].curves.is_empty() && all[0].runs == [480.0, 500.0]);
        assert_eq!(
            draw(dir.path(), &[check("a/b", CheckLength::Long, true)]).unwrap(),
            ["a-b.svg"]
        );
        let drawn = |file: &str| dir.path().join(file).exists();
        let page = markdown(&all, "Here.", "gold", &drawn, &|text| {
            text.replace('|', "\\|")
        });
        assert!(
            page.contains("2 of 2 checks pass") && page.contains("[a/b](gold/a-b.svg)"),
            "{page}"
        );
        assert!(page.contains("a \\| b") && page.contains("2.0 min"));
        std::fs::write(dir.path().join("results.json"), "{").unwrap();
        assert!(
            keep(dir.path(), &[])
                .unwrap_err()
                .to_string()
                .contains("results.json")
        );
    }
}
