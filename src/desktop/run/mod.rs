//! The run on the screen: the campus, how it is driven and saved, its twin, and training beside it.

mod as_opened;
pub mod drive;
pub mod launch;
pub mod presence;
pub mod saves;
pub mod session;
pub mod trainer;
pub mod twin;
pub mod warnings;

use super::{frame::FrameStep, state::View};
use bevy::{app::AppExit, prelude::*, window::ExitSystems};
use collegium_core::i18n::Words;
use launch::{DesktopError, Launch};
use session::Run;

/// Adds the passing of time, saving at the end, and training.
pub(super) fn plugin(app: &mut App) {
    app.add_plugins((trainer::plugin, warnings::plugin))
        .add_systems(Update, advance.in_set(FrameStep::Advance))
        .add_systems(Last, save_at_the_end.after(ExitSystems));
}

/// Lets time pass.
fn advance(time: Res<Time<Real>>, words: Res<Words>, mut run: ResMut<Run>, mut view: ResMut<View>) {
    let seconds = time.delta_secs();
    if seconds > 0.0 {
        let now = 1.0 / seconds;
        view.fps += (now - view.fps) * if view.fps == 0.0 { 1.0 } else { 0.05 };
    }
    if let Err(error) = run.frame(seconds.min(0.25)) {
        run.drive.playing = false;
        view.toasts
            .bad(words.say_with("trouble-autosave", &[("why", error.to_string().into())]));
    }
}

/// Saves before the app ends.
fn save_at_the_end(
    mut exits: MessageReader<AppExit>,
    mut run: ResMut<Run>,
    launch: Res<Launch>,
    mut saved: Local<bool>,
) {
    if exits.read().count() > 0
        && !std::mem::replace(&mut *saved, true)
        && let Err(error) = run.save()
    {
        launch.fail(DesktopError::LastSave(error.to_string()));
    }
}
