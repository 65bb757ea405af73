//! Rest: while the run is paused and nothing on the screen moves, frames are drawn seldom, so that
//! the app costs next to nothing until somebody touches it.

use super::shot::Shots;
use crate::desktop::{
    frame::FrameStep,
    map::{camera::Rig, making::Making},
    run::{session::Run, trainer::Trainer},
    state::View,
};
use bevy::{
    prelude::*,
    window::WindowEvent,
    winit::{UpdateMode, WinitSettings},
};
use bevy_egui::{
    EguiInput, EguiPreUpdateSet,
    egui::{Event, Modifiers},
};
use std::time::Duration;

/// Real seconds for which frames go on as quickly as they can after anything was touched or moved:
/// long enough for hints and fading to come to their end.
const AWAKE: f32 = 1.2;

/// The time between two frames at rest; whatever happens to the window ends it at once.
const SELDOM: Duration = Duration::from_secs(2);

/// Adds rest: frames become rare while nothing moves.
pub(super) fn plugin(app: &mut App) {
    app.insert_resource(settings(false))
        .add_systems(
            PreUpdate,
            drop_idle_events
                .after(EguiPreUpdateSet::ProcessInput)
                .before(EguiPreUpdateSet::BeginPass),
        )
        .add_systems(Update, rest.after(FrameStep::Cover));
}

/// Takes out of egui's input what has not changed. bevy_egui tells it each frame which modifier
/// keys are held, and whatever egui is told makes it ask for another frame.
fn drop_idle_events(mut inputs: Query<&mut EguiInput>, mut held: Local<Option<Modifiers>>) {
    for mut input in &mut inputs {
        input.events.retain(|event| match event {
            Event::ModifiersChanged(now) => held.replace(*now) != Some(*now),
            _ => true,
        });
    }
}

/// How frames follow each other.
fn settings(resting: bool) -> WinitSettings {
    if resting {
        let seldom = UpdateMode::reactive_low_power(SELDOM);
        WinitSettings {
            focused_mode: seldom,
            unfocused_mode: seldom,
        }
    } else {
        WinitSettings::game()
    }
}

/// Whether something moves on the screen by itself, or is still to be done.
fn moves(
    run: &Run,
    view: &View,
    rig: &Rig,
    making: &Making,
    shots: &Shots,
    trainer: &Trainer,
) -> bool {
    run.drive.moves()
        || !view.actions.is_empty()
        || !view.toasts.0.is_empty()
        || !rig.settled()
        || !making.done()
        || shots.waiting()
        || trainer.progress.phase.busy()
}

/// What tells whether somebody touches anything.
type Touched<'w, 's> = (
    MessageReader<'w, 's, WindowEvent>,
    Res<'w, ButtonInput<KeyCode>>,
    Res<'w, ButtonInput<MouseButton>>,
);

/// Rests when nothing has moved and nobody has touched anything for a while.
fn rest(
    (mut events, keys, buttons): Touched,
    shown: (
        Res<Run>,
        Res<View>,
        Res<Rig>,
        Res<Making>,
        Res<Shots>,
        Res<Trainer>,
    ),
    time: Res<Time<Real>>,
    mut settings: ResMut<WinitSettings>,
    mut awake: Local<f32>,
) {
    // A key that is held moves the camera although nothing new happens to the window.
    let touched = events.read().count() > 0
        || keys.get_pressed().next().is_some()
        || buttons.get_pressed().next().is_some();
    let (run, view, rig, making, shots, trainer) = shown;
    if touched || moves(&run, &view, &rig, &making, &shots, &trainer) {
        *awake = AWAKE;
    } else {
        *awake -= time.delta_secs();
    }
    let wanted = self::settings(*awake <= 0.0);
    if settings.focused_mode != wanted.focused_mode {
        *settings = wanted;
    }
}
