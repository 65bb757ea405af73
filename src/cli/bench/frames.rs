//! `collegium bench frames`: how fast the window draws, near, middle and far, by day and at night.

use super::{
    super::{
        Failure,
        out::{json, out},
        scenarios::scenario_file,
    },
    args::FramesArgs,
    growth::memory,
};
use crate::desktop::{FrameBench, Frames, Options, Warnings};
use collegium_core::{i18n::Language, time::DAY};
use serde::Serialize;
use std::{
    io::Write as _,
    process::ExitCode,
    sync::{Arc, Mutex, PoisonError},
    time::Instant,
};

/// What `bench frames` found.
#[derive(Debug, Serialize)]
struct Found {
    /// Real seconds from the start of the program to the first whole picture.
    first_picture_s: f32,
    /// The most memory that the program held, in megabytes, where the system tells.
    peak_mb: Option<u64>,
    /// Every view in turn.
    views: Vec<Row>,
}

/// A view, as it is printed.
#[derive(Debug, Serialize)]
struct Row {
    view: &'static str,
    hour: &'static str,
    zoom: f32,
    frames_per_second: f32,
    frame_ms: f32,
    main_thread_ms: f32,
}

/// Measures the drawing.
///
/// # Errors
/// When there is no display, the scenario cannot be had, or standard output cannot be written.
#[expect(clippy::disallowed_methods, reason = "time is what is measured")]
pub fn bench(options: &FramesArgs) -> Result<ExitCode, Failure> {
    let begun = Instant::now();
    let folder = tempfile::Builder::new()
        .prefix("collegium-frames-")
        .tempdir()?;
    let shared: Arc<Mutex<Frames>> = Arc::default();
    let bench = FrameBench {
        seconds: options.seconds as f32,
        pictures: options.pictures.clone(),
        begun,
        found: Arc::clone(&shared),
    };
    let app = Options {
        scenario: scenario_file(&options.scenario)?,
        resume: None,
        saves: folder.path().to_owned(),
        speed: collegium_core::time::Speed::Tenfold,
        seed: None,
        agents: None,
        select: None,
        screenshot: None,
        map_picture: None,
        after: 0.0,
        autosave: DAY,
        until: None,
        save: None,
        language: Language::default(),
        mind: None,
        settings: None,
        without: Vec::new(),
        policies: None,
        conduct: collegium_learning::conduct_options::ConductOptions::default(),
        measure: Some(bench),
    };
    crate::desktop::run(app, Warnings::default())?;
    let found = shared.lock().unwrap_or_else(PoisonError::into_inner);
    let views = found.views.iter().map(|v| Row {
        view: v.view,
        hour: v.hour,
        zoom: v.zoom,
        frames_per_second: v.per_second,
        frame_ms: v.frame_ms,
        main_thread_ms: v.main_ms,
    });
    let found = Found {
        first_picture_s: found.first_picture,
        peak_mb: memory("VmHWM:").map(|bytes| bytes >> 20),
        views: views.collect(),
    };
    let mut out = out();
    if options.json {
        writeln!(out, "{}", json(&found)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    writeln!(
        out,
        "view     hour    zoom   frames/s   ms a frame   ms of the main thread"
    )?;
    for v in &found.views {
        writeln!(
            out,
            "{:<8} {:<6} {:>5.2} {:>10.1} {:>12.1} {:>23.2}",
            v.view, v.hour, v.zoom, v.frames_per_second, v.frame_ms, v.main_thread_ms
        )?;
    }
    writeln!(out, "first picture {:>12.2} s", found.first_picture_s)?;
    if let Some(peak) = found.peak_mb {
        writeln!(out, "peak memory {peak:>14} MB")?;
    }
    Ok(ExitCode::SUCCESS)
}
