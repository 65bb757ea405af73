//! `collegium lessons`: what the good stretches of a dataset have in common, as a book.

use super::{
    Failure, args,
    out::{json, out},
};
use collegium_core::{i18n::Language, text::Shown as _, time::MINUTE};
use collegium_learning::{
    dataset::Dataset,
    lessons::{LessonFindings, LessonSearch, find},
};
use collegium_sim::{
    campus::scenario::{self, Overrides},
    conduct::{Lesson, RewardWeights},
};
use std::{io::Write as _, path::Path, process::ExitCode};
use training::files::write_whole;

/// Finds lessons and writes their book.
///
/// # Errors
/// When the dataset or scenario is refused, or the file is there already
/// or cannot be written.
pub fn lessons(options: &args::LessonsArgs) -> Result<ExitCode, Failure> {
    let file = options
        .out
        .clone()
        .unwrap_or_else(|| options.data.join("lessons.toml"));
    anyhow::ensure!(
        options.overwrite || !file.exists(),
        "{} is there already; --overwrite replaces it",
        file.shown()
    );
    let weights = match &options.scenario {
        Some(name) => {
            scenario::load(
                &super::scenarios::scenario_file(name)?,
                Overrides::default(),
            )?
            .0
            .conduct
            .rewards
        }
        None => RewardWeights::default(),
    };
    let search = LessonSearch {
        stretch: options.stretch.saturating_mul(MINUTE),
        most: options.most,
        weights,
        level: options.level,
        permutations: options.permutations,
        seed: options.seed,
        ..LessonSearch::default()
    };
    let name = file
        .file_stem()
        .map(|s| s.to_string_lossy().into_owned())
        .unwrap_or_default();
    let found = find(&Dataset::load(&options.data)?, &name, &search)?;
    write_whole(&file, found.book.toml())?;
    if options.json {
        let all = serde_json::json!({
            "file": file,
            "lessons": found.book,
            "sentences": found.book.in_words(Language::English),
            "tried": found.tried,
            "why_none": found.why,
        });
        writeln!(out(), "{}", json(&all)?)?;
    } else {
        print(&found, &file)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The table of lessons, their sentences, and what to do with them.
fn print(found: &LessonFindings, file: &Path) -> Result<(), Failure> {
    let mut out = out();
    let compared = found
        .book
        .made_from
        .as_ref()
        .map_or(0, |from| from.decisions);
    writeln!(out, "{}: {} lessons", file.shown(), found.book.list.len())?;
    writeln!(
        out,
        "{compared} decisions compared with their like, {} comparisons",
        found.tried.len()
    )?;
    if let Some(why) = &found.why {
        writeln!(out, "no lessons: {why}")?;
        return Ok(());
    }
    let table = [
        "point",
        "when",
        "do",
        "instead of",
        "gain [95 %]",
        "p",
        "in good",
        "else",
        "strength",
    ];
    writeln!(out, "\n{}", row(table.map(str::to_owned)))?;
    for lesson in &found.book.list {
        writeln!(out, "{}", row(cells(lesson)))?;
    }
    writeln!(out)?;
    for sentence in found.book.in_words(Language::English) {
        writeln!(out, "  {sentence}")?;
    }
    writeln!(
        out,
        "\nnext: collegium run --days 1 --lessons {0}\n      collegium evaluate lessons:{0}",
        file.shown()
    )?;
    Ok(())
}

/// What a lesson's row says.
fn cells(lesson: &Lesson) -> [String; 9] {
    let share =
        |(done, of): (u32, u32)| format!("{:.0} %", f64::from(done) / f64::from(of.max(1)) * 100.0);
    let of = |text: fn(&collegium_sim::conduct::Evidence) -> String| {
        lesson.evidence.as_ref().map(text).unwrap_or_default()
    };
    [
        lesson.point.word().to_owned(),
        lesson.when.map_or("always", |w| w.word()).to_owned(),
        lesson.act.word().to_owned(),
        lesson.instead.map_or("", |a| a.word()).to_owned(),
        of(|e| format!("{:.3} [{:.3}, {:.3}]", e.gain, e.low, e.high)),
        of(|e| format!("{:.4}", e.p)),
        lesson.evidence.map(|e| share(e.good)).unwrap_or_default(),
        lesson.evidence.map(|e| share(e.others)).unwrap_or_default(),
        format!("{:.2}", lesson.strength),
    ]
}

fn row([point, when, act, instead, gain, p, good, others, strength]: [String; 9]) -> String {
    format!(
        "{point:<8} {when:<12} {act:<11} {instead:<11} {gain:<23} {p:>7} {good:>8} {others:>6} {strength:>9}"
    )
}
