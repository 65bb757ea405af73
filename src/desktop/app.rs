//! Putting the app together: the window, the rooms' plugins, and the run that is shown first.

use super::{
    control, display, frame,
    map::{self, camera::Rig, making::Making},
    options::Options,
    panels,
    run::{
        self,
        launch::{DesktopError, Launch},
        session::Run,
        warnings::Warnings,
    },
    state::{self, View},
    theme,
};
use bevy::{
    app::{AppExit, TaskPoolPlugin},
    log::LogPlugin,
    prelude::*,
    window::{
        Monitor, PresentMode, PrimaryMonitor, PrimaryWindow, WindowResizeConstraints,
        WindowResolution,
    },
};
use bevy_ecs_tilemap::TilemapPlugin;
use bevy_egui::EguiPlugin;
use collegium_core::{files, i18n::Words, text::Shown as _};
use collegium_learning::conduct_options::{ConductChoice, whom_and_what};
use std::sync::Arc;

/// Runs the app until its window is closed. `warnings` come from whoever listens to the program.
///
/// # Errors
/// When there is no display or no graphics driver, when the run cannot be begun, or when the
/// asked-for picture cannot be saved.
pub fn run(options: Options, warnings: Warnings) -> Result<(), DesktopError> {
    display::check()?;
    let run = Run::open(&options)?;
    if files::project().is_none() {
        info!("pictures go to {}", files::made("pictures").shown());
        info!("saves go to {}", options.saves.shown());
    }
    let mut view = View::default();
    panels::open_first(&mut view);
    if let Some(words) = &options.select {
        let names = run
            .campus
            .scenario()
            .people
            .iter()
            .map(|(p, _)| p.name.as_str());
        let agent = state::find_person(names, words)
            .map_err(|hint| DesktopError::Unknown(words.clone(), hint))?;
        view.selected = Some(agent);
        view.follow = true;
    }
    let error = Arc::new(std::sync::Mutex::new(None));
    let launch = Launch {
        options,
        error: Arc::clone(&error),
    };
    let ended = display::guard(move || build(run, view, launch, warnings).run());
    if let Some(error) = error.lock().ok().and_then(|mut e| e.take()) {
        return Err(error);
    }
    match ended? {
        AppExit::Success => Ok(()),
        AppExit::Error(code) => Err(DesktopError::Ended(format!("code {code}"))),
    }
}

fn build(run: Run, mut view: View, launch: Launch, warnings: Warnings) -> App {
    let mut app = App::new();
    let window = Window {
        title: control::open::title(&run),
        name: Some("collegium".to_owned()),
        resolution: WindowResolution::new(WINDOW.x as u32, WINDOW.y as u32),
        present_mode: PresentMode::AutoVsync,
        resize_constraints: WindowResizeConstraints {
            min_width: 800.0,
            min_height: 480.0,
            ..default()
        },
        ..default()
    };
    app.add_plugins(
        DefaultPlugins
            .set(WindowPlugin {
                primary_window: Some(window),
                ..default()
            })
            .set(ImagePlugin::default_nearest())
            // Whoever started the app listens already, and tells the window.
            .disable::<LogPlugin>()
            .set(TaskPoolPlugin::default()),
    );
    app.add_plugins((EguiPlugin::default(), TilemapPlugin));
    app.insert_resource(ClearColor(theme::bevy(theme::OUTSIDE)));
    let shots = control::shot::Shots::new(&launch.options);
    let mut rig = Rig::default();
    let grid = &run.campus.map().grid;
    rig.new_map(grid.width, grid.height);
    let mut named = launch
        .options
        .conduct
        .heads
        .iter()
        .map(|word| ConductChoice::of(whom_and_what(word).1));
    if let Some(choice) = named.rfind(ConductChoice::mounts) {
        view.heads.chosen.clone_from(&choice);
        view.heads.last = choice;
    }
    if view.selected.is_none() {
        control::open::select_first(&mut view, &run.campus);
    }
    if view.follow {
        rig.begin_near(control::open::tile_of(&run.campus, view.selected));
    }
    app.insert_resource(Making::of(&run))
        .insert_resource(Words::new(launch.options.language))
        .insert_resource(run)
        .insert_resource(view)
        .insert_resource(launch)
        .insert_resource(warnings)
        .insert_resource(shots)
        .insert_resource(rig);
    app.add_plugins((
        frame::plugin,
        run::plugin,
        map::plugin,
        control::plugin,
        panels::plugin,
    ));
    app.add_systems(Update, fit_window);
    app
}

/// The largest that the window is at first, in logical pixels.
const WINDOW: Vec2 = Vec2::new(1600.0, 900.0);

/// The share of the screen that the window takes at most at first: its title and the system's bars
/// need the rest.
const SHARE: Vec2 = Vec2::new(0.96, 0.9);

/// The size of the first window on a screen, in logical pixels.
fn first_size(screen: Vec2) -> Vec2 {
    WINDOW.min(screen * SHARE).floor()
}

/// Makes the window fit the screen, once the screen is known.
fn fit_window(
    mut windows: Query<&mut Window, With<PrimaryWindow>>,
    monitors: Query<(&Monitor, Has<PrimaryMonitor>)>,
    mut done: Local<bool>,
) {
    if *done {
        return;
    }
    let Some((monitor, _)) = monitors
        .iter()
        .max_by_key(|(m, first)| (*first, m.physical_width))
    else {
        return;
    };
    *done = true;
    let pixels = Vec2::new(
        monitor.physical_width as f32,
        monitor.physical_height as f32,
    );
    let size = first_size(pixels / (monitor.scale_factor as f32).max(0.1));
    for mut window in &mut windows {
        // Whoever has made it smaller meanwhile, such as a tiling desktop, has reasons.
        if size.min_element() > 0.0 && (window.width() > size.x || window.height() > size.y) {
            window.resolution.set(size.x, size.y);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_window_fits_the_screen() {
        assert_eq!(first_size(Vec2::new(3840.0, 2160.0)), WINDOW);
        let small = first_size(Vec2::new(1280.0, 800.0));
        assert!(small.x <= 1280.0 && small.y < 800.0 && small.y > 600.0);
    }
}
