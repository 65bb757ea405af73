//! Measuring how fast the window draws: near, middle and far, by day and at night, one view after
//! the other, for `collegium bench frames`.

#![expect(clippy::disallowed_methods, reason = "time is what is measured")]

use super::shot;
use crate::desktop::{
    map::{camera::Rig, making::Making},
    options::{FrameBench, ViewFrames},
    run::{launch::Launch, session::Run},
    state::View,
};
use bevy::{
    prelude::*,
    render::view::screenshot::{Screenshot, ScreenshotCaptured},
};
use collegium_core::time::{DAY, HOUR, SimTime, Speed};
use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    time::Instant,
};

/// The hours at which it is measured: by day and at night.
const HOURS: [(&str, u32); 2] = [("day", 12), ("night", 22)];

/// The views: screen pixels per pixel of the map; none for the whole map.
const VIEWS: [(&str, Option<f32>); 3] = [("near", Some(2.0)), ("middle", Some(0.5)), ("far", None)];

/// Frames of a view before its measurement begins.
const SETTLE: u32 = 15;

/// How far the measurement has come.
#[derive(Resource)]
struct Progress {
    bench: FrameBench,
    hour: usize,
    view: usize,
    stage: Stage,
    frame_began: Instant,
    pictures: Arc<Mutex<usize>>,
}

enum Stage {
    /// The pictures of the map are being made; so many frames since they are there.
    Opening(u32),
    /// Simulated time passes until the hour.
    Going,
    /// The view comes to rest; so many frames of it so far.
    Settling(u32),
    /// Frames are counted since a moment: from frame to frame, and the main thread's own time.
    Counting(Instant, Vec<f32>, Vec<f32>),
    /// A picture is taken; so many were taken before.
    Picture(usize),
}

/// Adds the measurement where one was asked for.
pub(super) fn plugin(app: &mut App) {
    let Some(launch) = app.world().get_resource::<Launch>() else {
        return;
    };
    let Some(bench) = launch.options.measure.clone() else {
        return;
    };
    app.insert_resource(Progress {
        frame_began: bench.begun,
        bench,
        hour: 0,
        view: 0,
        stage: Stage::Opening(0),
        pictures: Arc::default(),
    })
    .add_systems(First, |mut progress: ResMut<Progress>| {
        let now = Instant::now();
        let whole = now.duration_since(progress.frame_began).as_secs_f32();
        progress.frame_began = now;
        if let Stage::Counting(_, frames, _) = &mut progress.stage {
            frames.push(whole * 1e3);
        }
    })
    .add_systems(Last, go_on);
}

fn go_on(
    mut commands: Commands,
    making: Res<Making>,
    mut progress: ResMut<Progress>,
    mut run: ResMut<Run>,
    mut rig: ResMut<Rig>,
    mut view: ResMut<View>,
    mut exits: MessageWriter<AppExit>,
) {
    let progress = &mut *progress;
    let own = progress.frame_began.elapsed().as_secs_f32() * 1e3;
    match &mut progress.stage {
        Stage::Opening(frames) => {
            *frames += u32::from(making.done());
            if *frames == SETTLE {
                let mut found = lock(&progress.bench.found);
                found.first_picture = progress.bench.begun.elapsed().as_secs_f32();
                drop(found);
                progress.stage = go_to(&mut run, HOURS[0].1);
            }
        }
        Stage::Going => {
            if !run.drive.playing {
                run.drive.speed = Speed::Tenfold;
                run.drive.playing = true;
                view.follow = false;
                progress.stage = look(&mut rig, &view, progress.view);
            }
        }
        Stage::Settling(frames) => {
            *frames += u32::from(rig.settled());
            if *frames >= SETTLE {
                progress.stage = Stage::Counting(Instant::now(), Vec::new(), Vec::new());
            }
        }
        Stage::Counting(since, frames, owns) => {
            owns.push(own);
            let seconds = since.elapsed().as_secs_f32();
            if seconds >= progress.bench.seconds {
                lock(&progress.bench.found).views.push(ViewFrames {
                    view: VIEWS[progress.view].0,
                    hour: HOURS[progress.hour].0,
                    zoom: rig.zoom,
                    per_second: frames.len() as f32 / seconds,
                    frame_ms: median(frames),
                    main_ms: median(owns),
                });
                let before = *lock(&progress.pictures);
                if let Some(folder) = &progress.bench.pictures {
                    let name = format!("{}-{}", VIEWS[progress.view].0, HOURS[progress.hour].0);
                    take(&mut commands, folder.join(name), &progress.pictures);
                    progress.stage = Stage::Picture(before);
                } else {
                    progress.stage = Stage::Picture(usize::MAX);
                }
            }
        }
        Stage::Picture(before) => {
            if *before != usize::MAX && *lock(&progress.pictures) == *before {
                return;
            }
            progress.view += 1;
            if progress.view < VIEWS.len() {
                progress.stage = look(&mut rig, &view, progress.view);
                return;
            }
            progress.view = 0;
            progress.hour += 1;
            match HOURS.get(progress.hour) {
                Some((_, hour)) => progress.stage = go_to(&mut run, *hour),
                None => {
                    exits.write(AppExit::Success);
                }
            }
        }
    }
}

/// Lets time pass as fast as it can until an hour of the day.
fn go_to(run: &mut Run, hour: u32) -> Stage {
    let now = run.campus.clock().now;
    let today = SimTime(now.0 - now.0 % DAY + hour * HOUR);
    let until = if today > now {
        today
    } else {
        SimTime(today.0 + DAY)
    };
    run.drive.speed = Speed::Fastest;
    run.drive.until = Some(until);
    run.drive.playing = true;
    Stage::Going
}

/// Sets the camera over the middle of the map.
fn look(rig: &mut Rig, view: &View, number: usize) -> Stage {
    let size = Vec2::new(view.map_rect.width(), view.map_rect.height());
    rig.show_all(size);
    if let Some(zoom) = VIEWS[number].1 {
        rig.want(zoom);
    }
    Stage::Settling(0)
}

fn take(commands: &mut Commands, file: PathBuf, pictures: &Arc<Mutex<usize>>) {
    let pictures = Arc::clone(pictures);
    let file = file.with_extension("png");
    commands.spawn(Screenshot::primary_window()).observe(
        move |captured: On<ScreenshotCaptured>| {
            if let Err(why) = shot::save(&captured.image, &file) {
                warn!("{why}");
            }
            *lock(&pictures) += 1;
        },
    );
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The middle of what was measured; not a number where nothing was.
fn median(all: &mut [f32]) -> f32 {
    all.sort_by(f32::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or(f32::NAN)
}
