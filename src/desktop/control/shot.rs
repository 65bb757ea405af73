//! Pictures of the window: on a key, and for `--screenshot`.

use crate::desktop::{
    frame::FrameStep,
    map::{bare, camera::Rig, making::Making},
    options::Options,
    run::{
        launch::{DesktopError, Launch},
        session::Run,
    },
    state::View,
};
use bevy::{
    prelude::*,
    render::view::screenshot::{Screenshot, ScreenshotCaptured},
};
use collegium_core::{files, i18n::Words, text::Shown as _};
use std::path::{Path, PathBuf};

/// Frames until everything is drawn once the pictures of the map are there.
const SETTLE: u32 = 12;

/// Adds pictures of the window.
pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, (shoot, shoot_map).in_set(FrameStep::Show));
}

/// Pictures still to be taken.
#[derive(Resource, Debug)]
pub struct Shots {
    wanted: bool,
    last: Option<(PathBuf, f32)>,
    running: f32,
    /// Frames since the pictures of the map are there.
    complete: u32,
}

impl Shots {
    /// What the command line asks for.
    pub fn new(options: &Options) -> Self {
        Self {
            wanted: false,
            last: options.screenshot.clone().map(|file| (file, options.after)),
            running: 0.0,
            complete: 0,
        }
    }

    /// Whether a picture is still to be taken.
    pub const fn waiting(&self) -> bool {
        self.wanted || self.last.is_some()
    }

    /// Asks for a picture in the folder `pictures`.
    pub const fn take(&mut self) {
        self.wanted = true;
    }
}

fn shoot(
    mut commands: Commands,
    making: Res<Making>,
    time: Res<Time<Real>>,
    run: Res<Run>,
    mut shots: ResMut<Shots>,
) {
    shots.running += time.delta_secs();
    shots.complete = if making.done() {
        shots.complete.saturating_add(1)
    } else {
        0
    };
    if std::mem::take(&mut shots.wanted) {
        let clock = run.campus.clock().now;
        let stem = format!(
            "collegium-day{}-{}",
            clock.day() + 1,
            clock.clock().replace(':', "")
        );
        let folder = files::made("pictures");
        let name = collegium_sim::record::free_name(&stem, |name| {
            folder.join(format!("{name}.png")).exists()
        });
        let file = folder.join(format!("{name}.png"));
        commands.spawn(Screenshot::primary_window()).observe(
            move |shot: On<ScreenshotCaptured>, words: Res<Words>, mut view: ResMut<View>| {
                match save(&shot.image, &file) {
                    Ok(()) => {
                        let file = file.shown();
                        view.toasts
                            .good(words.say_with("picture-saved", &[("file", file.into())]));
                    }
                    Err(why) => view
                        .toasts
                        .bad(words.say_with("picture-not-saved", &[("why", why.into())])),
                }
            },
        );
    }
    let (running, complete) = (shots.running, shots.complete);
    if let Some((file, _)) = shots
        .last
        .take_if(|(_, after)| running >= *after && complete >= SETTLE)
    {
        take_last(&mut commands, Screenshot::primary_window(), file);
    }
}

/// Takes a picture after which the app ends.
fn take_last(commands: &mut Commands, picture: Screenshot, file: PathBuf) {
    commands.spawn(picture).observe(
        move |shot: On<ScreenshotCaptured>,
              launch: Res<Launch>,
              mut exits: MessageWriter<AppExit>| {
            if let Err(why) = save(&shot.image, &file) {
                launch.fail(DesktopError::Screenshot(why));
            }
            exits.write(AppExit::Success);
        },
    );
}

/// Takes the picture of the bare map that was asked for: aims, lets it be drawn, takes it.
fn shoot_map(
    mut commands: Commands,
    shots: Res<Shots>,
    launch: Res<Launch>,
    rig: Res<Rig>,
    mut images: ResMut<Assets<Image>>,
    mut aimed: Local<Option<(u32, Handle<Image>)>>,
) {
    let Some(file) = &launch.options.map_picture else {
        return;
    };
    if let Some((frames, picture)) = &mut *aimed {
        *frames += 1;
        if *frames == SETTLE {
            let picture = Screenshot::image(picture.clone());
            take_last(&mut commands, picture, file.clone());
        }
    } else if shots.complete >= SETTLE {
        *aimed = Some((0, bare::aim(&mut commands, &mut images, &rig)));
    }
}

/// Writes a picture of the window to a file, in folders made for it.
///
/// # Errors
/// When that is not possible, in words that name the file.
pub(super) fn save(image: &Image, file: &Path) -> Result<(), String> {
    let wrong = |e: &dyn std::fmt::Display| format!("{}: {e}", file.shown());
    if let Some(folder) = file.parent().filter(|f| !f.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(|e| wrong(&e))?;
    }
    image
        .clone()
        .try_into_dynamic()
        .map_err(|e| wrong(&e))?
        .to_rgb8()
        .save(file)
        .map_err(|e| wrong(&e))
}
